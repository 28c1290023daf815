"""Which account a time entry belongs to: by name, as lists are joined; asked about where it is not sure.

Sure is the same name but for case, accents, signs and legal form, of the client or the project, or of the part of a
project's name before a dash or colon. Nearly the same name is a question. What matches nothing is listed, never
dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz, process

from planner.parsing.names import core_name, fold
from planner.quarter.timesheets import TimeEntry
from planner.roster.lists.account_matching import AccountNames

ALIKE: Final = 87.0
"""From this likeness on (0 to 100, rapidfuzz's token-set ratio) a name is asked about."""
MOST_ASKED: Final = 3
NO_ACCOUNT: Final = ""
"""What is answered of a name that belongs to no account."""
_PARTS: Final = re.compile(r"\s+[-–—|/]\s+|:\s+|\s*\(")


@dataclass(frozen=True)
class UnsureName:
    """A name in the time sheets that may be one of some accounts, likeliest first, and its hours."""

    name: str
    accounts: tuple[str, ...]
    hours: float


@dataclass(frozen=True)
class UnknownName:
    """A name in the time sheets that is no account, and its hours."""

    name: str
    hours: float


@dataclass(frozen=True, eq=False)
class Matched:
    """Entries with their accounts.

    Attributes:
        entries: (account, entry) of those that belong to one.
        unsure: names to be asked about; their hours are not counted until answered.
        unknown: names that are no account; left_out: those that somebody said are none.
    """

    entries: tuple[tuple[int, TimeEntry], ...]
    unsure: tuple[UnsureName, ...] = ()
    unknown: tuple[UnknownName, ...] = ()
    left_out: tuple[UnknownName, ...] = field(default=())


def match_entries(
    entries: Sequence[TimeEntry], names: Sequence[str], answers: Mapping[str, str] | None = None
) -> Matched:
    """Find the account of each entry.

    Args:
        names: (n,) account names, unique.
        answers: name as the time sheets write it → account, or `NO_ACCOUNT` where it is none.
    """
    finder = _Finder(names, answers or {})
    found: list[tuple[int, TimeEntry]] = []
    unsure: dict[str, tuple[tuple[str, ...], float]] = {}
    unknown: dict[str, float] = {}
    left_out: dict[str, float] = {}
    for entry in entries:
        label = " – ".join(entry.names)
        place = finder.place(entry.names)
        if place is not None and place >= 0:
            found.append((place, entry))
        elif place is not None:
            left_out[label] = left_out.get(label, 0.0) + entry.hours
        elif near := finder.near(entry.names):
            unsure[label] = (near, unsure.get(label, (near, 0.0))[1] + entry.hours)
        else:
            unknown[label] = unknown.get(label, 0.0) + entry.hours
    return Matched(
        tuple(found),
        tuple(UnsureName(name, accounts, hours) for name, (accounts, hours) in unsure.items()),
        tuple(UnknownName(name, hours) for name, hours in unknown.items()),
        tuple(UnknownName(name, hours) for name, hours in left_out.items()),
    )


class _Finder:
    """The accounts by the keys that they are found by; -1 stands for "no account"."""

    def __init__(self, names: Sequence[str], answers: Mapping[str, str]) -> None:
        self._names, self._known = list(names), AccountNames(names)
        self._cores = [core_name(name) for name in names]
        own = {name: i for i, name in enumerate(names)}
        self._answers = {fold(text): own.get(account, -1) for text, account in answers.items()}

    def place(self, written: Sequence[str]) -> int | None:
        """The account that the first of the names is for sure, -1 where somebody said that it is none."""
        told = self._answers.get(fold(" – ".join(written)))
        if told is not None:
            return told
        for text in written:
            if fold(text) in self._answers:
                return self._answers[fold(text)]
            for part in (text, *_PARTS.split(text)[:-1]):
                place = self._known.place(part)
                if place is not None:
                    return place
        return None

    def near(self, written: Sequence[str]) -> tuple[str, ...]:
        """Accounts that one of the names nearly is, likeliest first."""
        scores: dict[str, float] = {}
        for text in written:
            key = core_name(text)
            hits = process.extract(key, self._cores, scorer=fuzz.token_set_ratio, score_cutoff=ALIKE, limit=MOST_ASKED)
            for _, score, at in hits:
                scores[self._names[at]] = max(scores.get(self._names[at], 0.0), score)
        return tuple(sorted(scores, key=lambda name: (-scores[name], name))[:MOST_ASKED])
