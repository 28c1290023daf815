"""The Quarter page's lines and words: how the quarter stands in, plain data out."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from planner.goods import GROUP_SPECS, GROUPS
from planner.quarter.calibration import read_outcome
from planner.quarter.progress import AccountProgress, Pace
from planner.quarter.reasons import MORE, Reason
from planner.text import count, day_text, hours, number_word

if TYPE_CHECKING:
    from dashboard.state.quarter.kept import Followed, GivenReason, QuarterWork
    from planner.quarter.progress import Progress
    from planner.quarter.quarter import Quarter

FIRST_LINES: Final = 12
MOST_LINES: Final = 80
"""Accounts shown at once, and those that can be unfolded, the farthest from the plan first."""
MOST_OPEN: Final = 12
"""Accounts that are asked about at the end of a quarter."""
NEAR_END: Final = 0.8
"""From so much of the quarter on, what was learned is shown."""
MISSING_FROM: Final = 4.0
"""So many hours behind are worth a word on which good they miss."""
CHIPS: Final[Mapping[Pace, tuple[Reason, ...]]] = MappingProxyType(
    {
        Pace.BEHIND: (Reason.THEIR_TIMING, Reason.OUR_TIME, Reason.NOT_WORTH_IT, Reason.NEW_INFORMATION),
        Pace.AHEAD: (Reason.MORE_NEEDED, Reason.NEW_INFORMATION),
        Pace.RESTED: (Reason.MORE_NEEDED,),
    }
)
"""Reasons offered beside an account, by how it stands."""


@dataclass(frozen=True)
class Line:
    """One account of the table.

    Attributes:
        tone: the group that its hours mainly count for, "" for a rested one.
        fill, mark: per cent of the bar: spent, and where one would be by the day.
        state: how it stands in words.  warns: whether the words are a warning.
        given: the reason given on the page.  said: words on the plan workbook's page.
        chips: reasons that are offered.
    """

    account: str
    owner: str
    tone: str
    spent: float
    planned: float
    fill: float
    mark: float | None
    state: str
    warns: bool
    given: GivenReason | None
    said: str
    chips: tuple[Reason, ...]


def lines(quarter: Quarter, kept: QuarterWork) -> list[Line]:
    """The accounts, those farthest from the plan first; those with a reason and no hours any more stand last."""
    place = {name: i for i, name in enumerate(quarter.planned.names)}
    found = []
    gone = 100 * quarter.planned.gone(quarter.progress.as_of)
    for one in (*quarter.progress.accounts[:MOST_LINES], *_without_hours(quarter, kept)):
        given = kept.reasons.get(one.account)
        rested = one.planned <= 0
        counts = quarter.planned.counts[place[one.account]]
        found.append(
            Line(
                account=one.account,
                owner=one.owner,
                tone="" if rested or not counts.any() else str(GROUPS[int(np.argmax(counts))]),
                spent=one.spent,
                planned=one.planned,
                fill=100.0 * (one.spent > 0) if rested else min(100.0, 100 * one.spent / one.planned),
                mark=None if rested else gone,
                state="" if one.pace is Pace.BEHIND else str(one.pace),
                warns=one.pace is Pace.RESTED,
                given=given,
                said=one.why_different if given is None else "",
                chips=() if given is not None or one.why_different else CHIPS.get(one.pace, ()),
            )
        )
    return found


def _without_hours(quarter: Quarter, kept: QuarterWork) -> list[AccountProgress]:
    """Accounts that have a reason, but hours neither planned nor spent, so that the reason can be taken back."""
    shown = {one.account for one in quarter.progress.accounts}
    owners = dict(zip(quarter.planned.names, quarter.planned.owners, strict=True))
    return [
        AccountProgress(name, owners[name], 0.0, 0.0, 0.0, Pace.RESTED)
        for name in kept.reasons
        if name in owners and name not in shown
    ]


def spent_of(spent: float, planned: float) -> str:
    """`13 of 24 h`."""
    return f"{hours(spent).removesuffix(' h')} of {hours(planned)}"


def week_words(followed: Followed) -> str:
    """`week 5 of 13`, as of today."""
    days = (dt.date.today() - dt.date.fromisoformat(followed.start)).days
    week = min(max(days // 7 + 1, 0), math.ceil(followed.weeks))
    return f"week {week} of {followed.weeks:g}" if week else "not begun"


def second_line(progress: Progress) -> str:
    """What stands under the headline: which good misses most, and time on accounts that the plan rests."""
    said = []
    behind = {one.group: one.expected - one.spent for one in progress.groups}
    group = max(behind, key=lambda one: behind[one])
    missing = progress.expected - progress.spent
    if missing >= MISSING_FROM and behind[group] > 0.5 * missing:
        said.append(f"Most of what is missing is time that {GROUP_SPECS[group].does}.")
    if progress.on_rested >= 0.5:
        said.append(f"{hours(progress.on_rested)} went to accounts the plan rests.")
    if not said:
        said.append("Hours, reasons and moves are kept with this list; every one can be undone.")
    return " ".join(said)


def usual_hours(line: Line) -> float:
    """Hours that "more needed" proposes for an account, in half hours."""
    return round(2 * MORE * max(line.planned, line.spent)) / 2


def reason_text(
    reason: Reason,
    note: str | None = "",
    *,
    date: str | None = None,
    value: str | None = None,
    amount: float | str | None = None,
) -> str:
    """A reason's details as one text that the planner reads a fact from: date, chance or fee, or hours; then the note.

    >>> reason_text(Reason.THEIR_TIMING, "board meets then", date="2027-02-15")
    '15 Feb 2027, board meets then'
    >>> reason_text(Reason.NEW_INFORMATION, "went to tender", value="10 %")
    'went to tender: 10%'
    """
    note = (note or "").strip()
    if reason is Reason.NEW_INFORMATION:
        said = "".join((value or "").split())
        return f"{note}: {said}" if note and said else said
    fact = ""
    if reason is Reason.THEIR_TIMING and date:
        fact = day_text(dt.date.fromisoformat(date[:10]))
    elif reason in {Reason.OUR_TIME, Reason.MORE_NEEDED} and amount not in (None, ""):
        fact = f"{float(str(amount).replace(',', '.')):g} h"
    return f"{fact}, {note}" if fact and note else fact or note


def weeks_left(quarter: Quarter) -> str:
    """`eight weeks`, in words up to twelve, to be followed by `left`."""
    share = quarter.planned.weeks * (1 - quarter.planned.gone(quarter.progress.as_of))
    left = round(share)
    if 0 < share < 0.5:
        return "less than a week"
    return f"{number_word(left)} {'week' if left == 1 else 'weeks'}"


def batches(kept: QuarterWork) -> list[tuple[str, str]]:
    """What came in, the newest first: its key, and what it is in words."""
    found = []
    for key, batch in reversed(list(kept.hours.items())):
        amount = hours(sum(one.hours for one in batch.entries))
        if batch.source == "typed":
            one = batch.entries[0]
            said = [amount, " – ".join(one.names), one.person, day_words(one.day), one.note]
        else:
            said = [batch.label, count(len(batch.entries), "entry", "entries"), amount]
        found.append((key, " · ".join(part for part in said if part)))
    return found


def day_words(day: str) -> str:
    """`3 Dec` for a day as `2026-12-03`."""
    if not day:
        return ""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%b}"


def shows_learned(quarter: Quarter, kept: QuarterWork) -> bool:
    """Whether it is time to say what was learned."""
    gone = quarter.planned.gone(quarter.progress.as_of)
    return gone >= NEAR_END or bool(kept.outcomes) or bool(kept.past)


def undecided(quarter: Quarter, kept: QuarterWork) -> list[tuple[str, str]]:
    """Accounts whose outcome is worth a word, and what was said: those with a chance and hours, the most first."""
    chance = quarter.plan.facts.probability
    done = quarter.spent.by_account(len(quarter.planned.names))
    weight = done + quarter.planned.hours
    names = quarter.planned.names
    chanced = [i for i in range(quarter.plan.roster.size) if weight[i] > 0 and 0 < chance[i] < 1]
    asked = [i for i in chanced if names[i] in kept.outcomes or not _decided(quarter, i)]
    order = sorted(asked, key=lambda i: (-weight[i], names[i]))
    return [(names[i], kept.outcomes.get(names[i], "")) for i in order[:MOST_OPEN]]


def _decided(quarter: Quarter, account: int) -> bool:
    return read_outcome(quarter.spent.outcome.get(account, "")) is not None


def name_choices(names: Sequence[str]) -> list[dict[str, str]]:
    """Accounts to choose from."""
    return [{"value": name, "label": name} for name in names]
