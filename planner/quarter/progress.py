"""Plan against actual: by account, person and good, against the weeks that have gone.

Expected by today is the plan's hours times the share of the period that has gone. An account is behind or ahead only
when it is so by more than an hour and a quarter of what was expected; hours on an account that the plan rests are
named as such.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.goods import GROUPS, Group
from planner.quarter.spent import HoursSpent, team_member
from planner.text import hours as hours_text

SLACK_HOURS: Final = 1.0
SLACK_SHARE: Final = 0.25
SLACK_DAYS: Final = 3
"""Hours planned for so many days of the calendar are no lateness: nobody works on a Sunday."""


class Pace(StrEnum):
    """How the hours spent on an account stand against the plan."""

    DONE = "done"
    AHEAD = "ahead"
    ON_TRACK = "on track"
    BEHIND = "behind"
    RESTED = "rested in the plan"
    NOT_STARTED = "not due yet"


@dataclass(frozen=True, eq=False)
class QuarterPlan:
    """What was planned.

    Attributes:
        names: (n,) accounts.  owners: (n,) as in the list.
        hours: (n,) planned hours of the period.  counts: (n, groups) share of an hour that counts for each group.
        split: {(account, person's name): planned hours}.
        people: the team.  start, weeks: the period.
    """

    names: tuple[str, ...]
    owners: tuple[str, ...]
    hours: NDArray[np.float64]
    counts: NDArray[np.float64]
    split: Mapping[tuple[int, str], float]
    people: tuple[str, ...]
    start: dt.date
    weeks: float

    @property
    def by_person(self) -> dict[str, float]:
        """Planned hours of each person of the team."""
        sums = dict.fromkeys(self.people, 0.0)
        for (_, person), hours in self.split.items():
            sums[person] += hours
        return sums

    @property
    def parts(self) -> dict[int, dict[str, float]]:
        """By account, hours planned of each person; where none are planned, the owners who are of the team."""
        found: dict[int, dict[str, float]] = {}
        for (account, person), hours in self.split.items():
            if hours > 0:
                found.setdefault(account, {})[person] = hours
        for account, owners in enumerate(self.owners):
            named = {team_member(name, self.people) for name in owners.split(";")} & set(self.people)
            found.setdefault(account, dict.fromkeys(sorted(named), 1.0))
        return found

    @property
    def end(self) -> dt.date:
        """The day after the last one."""
        return self.start + dt.timedelta(days=round(7 * self.weeks))

    def gone(self, as_of: dt.date) -> float:
        """Share of the period that has gone by the end of a day, 0 to 1."""
        days = (as_of - self.start).days + 1
        return min(1.0, max(0.0, days / (7 * self.weeks)))

    def week(self, as_of: dt.date) -> int:
        """The week that a day is in, from 1; 0 before the start, and the last one after the end."""
        days = (as_of - self.start).days
        return 0 if days < 0 else min(int(np.ceil(self.weeks)), days // 7 + 1)


@dataclass(frozen=True)
class AccountProgress:
    """One account: hours planned, spent and expected by today, and how it stands."""

    account: str
    owner: str
    planned: float
    spent: float
    expected: float
    pace: Pace
    outcome: str = ""
    why_different: str = ""


@dataclass(frozen=True)
class PersonProgress:
    """One person: hours planned, spent and expected by today."""

    person: str
    planned: float
    spent: float
    expected: float


@dataclass(frozen=True)
class GroupProgress:
    """One group of goods: hours that count for it, planned, spent and expected by today."""

    group: Group
    planned: float
    spent: float
    expected: float


@dataclass(frozen=True)
class WeekProgress:
    """Hours up to the end of a week (from 1): as planned, and spent; None for weeks to come.

    Hours whose day nobody wrote down are known to be spent only by today: they count from this week on.
    """

    week: int
    planned: float
    spent: float | None


@dataclass(frozen=True)
class Progress:
    """How the quarter stands on a day."""

    as_of: dt.date
    end: dt.date
    week: int
    weeks: float
    planned: float
    spent: float
    expected: float
    on_rested: float
    accounts: tuple[AccountProgress, ...]
    people: tuple[PersonProgress, ...]
    groups: tuple[GroupProgress, ...]
    by_week: tuple[WeekProgress, ...]

    @property
    def is_over(self) -> bool:
        """Whether no day of the quarter comes after this one."""
        return self.as_of >= self.end - dt.timedelta(days=1)


def find_progress(plan: QuarterPlan, spent: HoursSpent, as_of: dt.date) -> Progress:
    """Hold what was spent up to a day against the plan.

    Accounts that neither have hours planned nor spent are left out; those with the largest difference come first.
    """
    gone = plan.gone(as_of)
    done = spent.by_account(len(plan.names), as_of)
    expected = plan.hours * gone
    shown = np.flatnonzero((plan.hours > 0) | (done > 0))
    order = sorted(shown.tolist(), key=lambda i: (-abs(done[i] - expected[i]), plan.names[i]))
    return Progress(
        as_of=as_of,
        end=plan.end,
        week=plan.week(as_of),
        weeks=plan.weeks,
        planned=float(plan.hours.sum()),
        spent=float(done.sum()),
        expected=float(expected.sum()),
        on_rested=float(done[plan.hours <= 0].sum()),
        accounts=tuple(_account(plan, spent, i, float(done[i]), float(expected[i])) for i in order),
        people=_people(plan, spent, as_of, gone),
        groups=tuple(
            GroupProgress(
                group,
                float(plan.counts[:, g] @ plan.hours),
                float(plan.counts[:, g] @ done),
                float(plan.counts[:, g] @ expected),
            )
            for g, group in enumerate(GROUPS)
        ),
        by_week=_by_week(plan, spent, as_of),
    )


def _account(plan: QuarterPlan, spent: HoursSpent, i: int, done: float, expected: float) -> AccountProgress:
    planned = float(plan.hours[i])
    return AccountProgress(
        plan.names[i],
        plan.owners[i],
        planned,
        done,
        expected,
        pace_of(planned, done, expected),
        spent.outcome.get(i, ""),
        spent.why_different.get(i, ""),
    )


def pace_of(planned: float, spent: float, expected: float) -> Pace:
    """How hours spent stand against those planned and those expected by today."""
    if planned <= 0:
        return Pace.RESTED
    slack = max(SLACK_HOURS, SLACK_SHARE * expected)
    if spent >= planned:
        return Pace.AHEAD if spent > planned + SLACK_HOURS else Pace.DONE
    if spent > expected + slack:
        return Pace.AHEAD
    if spent < expected - slack:
        return Pace.BEHIND
    return Pace.NOT_STARTED if spent == 0 else Pace.ON_TRACK


def _people(plan: QuarterPlan, spent: HoursSpent, as_of: dt.date, gone: float) -> tuple[PersonProgress, ...]:
    done = spent.named(plan.parts).by_person(as_of)
    people = [*plan.by_person, *(person for person in done if person not in plan.by_person)]
    return tuple(
        PersonProgress(
            person,
            plan.by_person.get(person, 0.0),
            done.get(person, 0.0),
            plan.by_person.get(person, 0.0) * gone,
        )
        for person in people
    )


def _by_week(plan: QuarterPlan, spent: HoursSpent, as_of: dt.date) -> tuple[WeekProgress, ...]:
    total = float(plan.hours.sum())
    now, done_now = plan.week(as_of), float(spent.by_account(len(plan.names), as_of).sum())
    lines = []
    for week in range(int(np.ceil(plan.weeks)) + 1):
        last = min(plan.start + dt.timedelta(days=7 * week - 1), plan.end - dt.timedelta(days=1))
        share = min(1.0, week / plan.weeks)
        done = None if week > now else done_now if week == now else spent.dated(last)
        lines.append(WeekProgress(week, total * share, done))
    return tuple(lines)


def headline(progress: Progress) -> str:
    """One sentence on the quarter: weeks in, hours spent, how far behind or ahead."""
    difference = progress.spent - progress.expected
    spent = f"{_number(progress.spent)} of {_number(progress.planned)} hours spent"
    slack = max(SLACK_HOURS, 0.05 * progress.expected)
    if progress.is_over:
        words = "fewer" if difference < 0 else "more"
        state = "as planned" if abs(difference) < slack else f"{_number(abs(difference))} {words} than planned"
        return f"The quarter is over: {spent}, {state}."
    weeks_in = "The quarter has not begun" if progress.week == 0 else f"Week {progress.week} of {progress.weeks:g}"
    slack = max(slack, SLACK_DAYS / 7 * progress.planned / progress.weeks)
    way = "ahead" if difference > 0 else "behind"
    state = "as planned" if abs(difference) < slack else f"{abs(difference):,.0f} {way}"
    return f"{weeks_in}: {spent}, {state}."


def _number(hours: float) -> str:
    """Hours as everywhere, `194½`, so that what is planned, spent and left adds up."""
    return hours_text(hours).removesuffix(" h")
