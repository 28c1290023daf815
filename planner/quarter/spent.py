"""Hours spent in the quarter, whichever way they came: person pages, time sheets, or typed on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.quarter.matching import Matched, UnknownName, UnsureName

COLUMNS: Final = ("account", "person", "day", "hours", "source", "note")


def no_hours() -> pd.DataFrame:
    """An empty table of hours, with its columns and their types."""
    return as_frame(())


def as_frame(rows: Iterable[tuple[int, str, dt.date | None, float, str, str]]) -> pd.DataFrame:
    """The table of some entries, each (account, person, day, hours, source, note)."""
    frame = pd.DataFrame(list(rows), columns=list(COLUMNS))
    return frame.astype({"account": "int64", "hours": "float64"}).assign(day=pd.to_datetime(frame["day"]))


@dataclass(frozen=True, eq=False)
class HoursSpent:
    """What was spent so far.

    Attributes:
        frame: one row an entry: `account` (position in the list), `person` (as in the team, or as written, "" where
            nobody is named), `day` (datetime64, NaT where none is given), `hours`, `source`, `note`.
        outcome, why_different: by account, as people wrote them.
        unsure, unknown: names of time sheets that are asked about, and those that are no account.
    """

    frame: pd.DataFrame = field(default_factory=no_hours)
    outcome: Mapping[int, str] = field(default_factory=dict)
    why_different: Mapping[int, str] = field(default_factory=dict)
    unsure: tuple[UnsureName, ...] = ()
    unknown: tuple[UnknownName, ...] = ()

    @property
    def total(self) -> float:
        """All hours that belong to an account."""
        return float(self.frame["hours"].sum())

    def dated(self, until: dt.date) -> float:
        """All hours whose day is known and not after `until`."""
        return float(self.frame.loc[self.frame["day"] <= pd.Timestamp(until), "hours"].sum())

    def by_account(self, size: int, until: dt.date | None = None) -> NDArray[np.float64]:
        """(n,) hours of each account, up to and with a day; entries without a day count always."""
        spent = np.zeros(size)
        rows = self._until(until)
        np.add.at(spent, rows["account"].to_numpy(dtype=np.intp), rows["hours"].to_numpy(dtype=np.float64))
        return spent

    def by_person(self, until: dt.date | None = None) -> dict[str, float]:
        """Hours of each person named, up to and with a day."""
        sums = self._until(until).groupby("person", sort=True)["hours"].sum()
        return {str(person): float(hours) for person, hours in sums.items()}

    def named(self, parts: Mapping[int, Mapping[str, float]]) -> HoursSpent:
        """These hours with those that nobody's name stands beside under the people whose work they were.

        A time sheet of totals by client names nobody. Its hours are taken from those who have the account in the
        plan, in their parts; so they are not planned a second time.

        Args:
            parts: by account, hours or parts of each person; an account that is not there stays without a name.
        """
        whose = [
            parts.get(int(account), {}) if not person else {}
            for account, person in zip(self.frame["account"], self.frame["person"], strict=True)
        ]
        if not any(whose):
            return self
        rows = []
        for row, people in zip(self.frame[list(COLUMNS)].itertuples(index=False, name=None), whose, strict=True):
            account, person, day, hours, *more = row
            shares = {name: part / sum(people.values()) for name, part in people.items()} or {person: 1.0}
            rows += [(account, name, day, hours * share, *more) for name, share in shares.items()]
        return replace(self, frame=as_frame(rows))

    def _until(self, until: dt.date | None) -> pd.DataFrame:
        if until is None:
            return self.frame
        day = self.frame["day"]
        return self.frame[day.isna() | (day <= pd.Timestamp(until))]

    def and_more(self, more: HoursSpent) -> HoursSpent:
        """These and further hours; words on an account are put together."""
        frames = [part for part in (self.frame, more.frame) if len(part)]
        return replace(
            self,
            frame=pd.concat(frames, ignore_index=True) if frames else no_hours(),
            outcome={**self.outcome, **more.outcome},
            why_different={**self.why_different, **more.why_different},
            unsure=(*self.unsure, *more.unsure),
            unknown=(*self.unknown, *more.unknown),
        )


def from_timesheets(matched: Matched, people: Sequence[str]) -> HoursSpent:
    """The hours of matched entries, each under the person of the team that it names.

    Args:
        people: names of the team; a time sheet's `Marian Bostock` is the team's `Marian`, `MB` or `M. Bostock`.
    """
    named = {person: team_member(person, people) for person in {entry.person for _, entry in matched.entries}}
    rows = [
        (account, named[entry.person], entry.day, entry.hours, str(entry.source), entry.note)
        for account, entry in matched.entries
    ]
    return HoursSpent(as_frame(rows), unsure=matched.unsure, unknown=matched.unknown)


def team_member(written: str, people: Sequence[str]) -> str:
    """The person of the team that a name means; the name itself where none or several could be meant."""
    words = _words(written)
    if not words:
        return people[0] if len(people) == 1 else ""
    fits = [person for person in people if _same_person(words, _words(person))]
    return fits[0] if len(fits) == 1 else written


def _words(name: str) -> list[str]:
    return [word for word in name.replace(".", " ").replace(",", " ").lower().split() if word]


def _same_person(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names can be one person's: equal, initials of each other, or one a part of the other."""
    if not one or not two:
        return False
    if sorted(one) == sorted(two) or set(one) <= set(two) or set(two) <= set(one):
        return True
    initials = ["".join(word[0] for word in words) for words in (one, two)]
    if "".join(one) == initials[1] or "".join(two) == initials[0]:
        return True
    return len(one) == len(two) == 2 and one[1] == two[1] and one[0][0] == two[0][0] and 1 in {len(one[0]), len(two[0])}
