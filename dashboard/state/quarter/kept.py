"""What a workspace keeps of a quarter: the plan that is followed, hours spent, answers on names, reasons, moves.

Plain frozen data, named by account so that it outlasts the list it was said of. Days are `YYYY-MM-DD`, "" where
nobody wrote one down; hours are of the period.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from pydantic import Field, JsonValue

from dashboard.state.frozen import Frozen

MOST_ENTRIES: Final = 20_000
"""Entries that a workspace keeps of one quarter."""


class HoursEntry(Frozen):
    """Hours that somebody spent. `names` are as written: one account, or the client before the project."""

    names: tuple[str, ...]
    hours: float
    day: str = ""
    person: str = ""
    note: str = ""


class Batch(Frozen):
    """Entries that came together: typed on the page, or of one time sheet.

    Attributes:
        label: the file's name, or "".
        left_out: rows that were no time, each as a sentence.
    """

    source: Literal["typed", "time sheet"]
    entries: tuple[HoursEntry, ...]
    label: str = ""
    left_out: tuple[str, ...] = ()


class GivenReason(Frozen):
    """Why an account's hours differ from the plan, in whose words, and since when.

    Attributes:
        reason: a `planner.quarter.reasons.Reason`.
        text: the words with it.  person: whose time it is, where it is their own time.
        fields: fields of the account that it changed.
    """

    reason: str
    text: str = ""
    person: str = ""
    by: str = ""
    day: str = ""
    fields: tuple[str, ...] = ()


class FollowedAccount(Frozen):
    """Hours planned on one account, how much of an hour counts for each group, and each person's part of them."""

    hours: float
    owner: str = ""
    counts: tuple[float, ...] = ()
    split: dict[str, float] = Field(default_factory=dict)


class Followed(Frozen):
    """The plan that is followed: as it stood when the quarter began, with the moves that were accepted since.

    Accounts that are not named get no hours.
    """

    start: str
    weeks: float
    people: tuple[str, ...]
    accounts: dict[str, FollowedAccount]


class AcceptedMove(Frozen):
    """A change of the hours left of one account that was accepted: before and after, why, and on which day."""

    account: str
    before: float
    after: float
    why: str = ""
    day: str = ""


class PastQuarter(Frozen):
    """A quarter that ended: hours that counted for each group (by name), planned and spent."""

    start: str
    weeks: float
    title: str
    planned: dict[str, float]
    spent: dict[str, float]
    hours_planned: float
    hours_spent: float


class QuarterWork(Frozen):
    """Everything said and done in a quarter.

    Attributes:
        followed: None until something happened.
        hours: batches of entries by a key of their own.
        names: what a name of a time sheet is: an account, or "" for none.
        reasons, outcomes: by account.
        moves: accepted so far, the oldest first.
        past: quarters that ended, the oldest first.
    """

    followed: Followed | None = None
    hours: dict[str, Batch] = Field(default_factory=dict)
    names: dict[str, str] = Field(default_factory=dict)
    reasons: dict[str, GivenReason] = Field(default_factory=dict)
    outcomes: dict[str, str] = Field(default_factory=dict)
    moves: tuple[AcceptedMove, ...] = ()
    past: tuple[PastQuarter, ...] = ()

    @property
    def entries(self) -> int:
        """How many entries of hours are kept."""
        return sum(len(batch.entries) for batch in self.hours.values())


Key = tuple[str, ...]
"""A part of a quarter: a section's name, and of a section by key the key."""


def part(quarter: QuarterWork, key: Key) -> JsonValue:
    """A part as JSON; None where there is none."""
    section: JsonValue = quarter.model_dump(mode="json", include={key[0]})[key[0]]
    if len(key) == 1:
        return section
    assert isinstance(section, dict)
    return section.get(key[1])


def with_part(quarter: QuarterWork, key: Key, value: JsonValue) -> QuarterWork:
    """The quarter with a part set, or (with None) taken out; the other parts are not copied."""
    fields: dict[str, object] = {name: getattr(quarter, name) for name in QuarterWork.model_fields}
    if len(key) == 1:
        fields[key[0]] = (
            value if value is not None else QuarterWork.model_fields[key[0]].get_default(call_default_factory=True)
        )
    else:
        section: Mapping[str, object] = getattr(quarter, key[0])
        kept = {name: one for name, one in section.items() if name != key[1]}
        fields[key[0]] = {**kept, key[1]: value} if value is not None else kept
    return QuarterWork.model_validate(fields)
