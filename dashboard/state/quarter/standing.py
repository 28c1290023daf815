"""From a workspace and its plan to how the quarter stands on a day, and to the rest of it planned again.

The plan that is followed is named by account. Accounts that a later list no longer has stand behind those that it
has, so that positions in the list are positions here too.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from dashboard.state.quarter.kept import Batch, Followed, FollowedAccount, GivenReason, HoursEntry, QuarterWork
from planner.goods import GROUPS
from planner.parsing.names import fold, fold_all
from planner.pipeline import plan_inputs
from planner.quarter.calibration import learn_from
from planner.quarter.progress import QuarterPlan, find_progress
from planner.quarter.quarter import Quarter, facts_of_reasons, with_facts
from planner.quarter.reasons import FewerHours, Reason, Said, learn
from planner.quarter.replan import Rest, replan
from planner.quarter.spent import HoursSpent
from planner.quarter.timesheets import SpentSource, TimeEntry, Timesheet
from planner.quarter.track import quarter_plan, spent_so_far, with_hours_sheet, with_timesheets

if TYPE_CHECKING:
    from planner.result import Plan
    from planner.roster.roster import Roster

NO_COUNTS = (0.0,) * len(GROUPS)


def snapshot(plan: Plan) -> Followed:
    """The accounts that get hours as people begin to follow the plan; its later changes do not change this."""
    planned = quarter_plan(plan)
    parts: dict[int, dict[str, float]] = {}
    for (account, person), hours in planned.split.items():
        parts.setdefault(account, {})[person] = hours
    accounts = {
        name: FollowedAccount(
            hours=float(planned.hours[i]),
            owner=planned.owners[i],
            counts=tuple(map(float, planned.counts[i])),
            split=parts.get(i, {}),
        )
        for i, name in enumerate(planned.names)
        if planned.hours[i] > 0
    }
    return Followed(start=planned.start.isoformat(), weeks=planned.weeks, people=planned.people, accounts=accounts)


def followed_plan(plan: Plan, quarter: QuarterWork) -> QuarterPlan:
    """What people follow, account by account of the list as it is now, then those that are gone from it."""
    followed = quarter.followed
    if followed is None:
        return quarter_plan(plan)
    known = {fold(name): (name, one) for name, one in followed.accounts.items()}
    now = quarter_plan(plan)
    lines = [(name, known.pop(fold(name), (name, None))[1]) for name in now.names]
    lines += [(name, one) for name, one in known.values() if one.hours > 0]
    people = tuple(dict.fromkeys([*now.people, *followed.people]))
    owners = [now.owners[i] if i < len(now.owners) else one.owner if one else "" for i, (_, one) in enumerate(lines)]
    fresh = {i: now.counts[i] for i, (_, one) in enumerate(lines) if one is None}
    return QuarterPlan(
        names=tuple(name for name, _ in lines),
        owners=tuple(owners),
        hours=np.array([one.hours if one else 0.0 for _, one in lines], dtype=np.float64),
        counts=np.array([one.counts or NO_COUNTS if one else fresh[i] for i, (_, one) in enumerate(lines)]),
        split={(i, person): h for i, (_, one) in enumerate(lines) if one for person, h in one.split.items()},
        people=people,
        start=dt.date.fromisoformat(followed.start),
        weeks=followed.weeks,
    )


def as_entry(entry: HoursEntry, source: str) -> TimeEntry:
    """An entry as the planner has it."""
    day = dt.date.fromisoformat(entry.day) if entry.day else None
    return TimeEntry(entry.names, entry.hours, day, entry.person, entry.note, source=SpentSource(source))


def all_entries(batches: Mapping[str, Batch]) -> list[TimeEntry]:
    """All entries; those of a time sheet that came with an earlier one already count once."""
    by_hand = [batch for batch in batches.values() if batch.source == "typed"]
    typed = [as_entry(one, batch.source) for batch in by_hand for one in batch.entries]
    found, known = typed, set(typed)
    for batch in batches.values():
        if batch.source != "typed":
            fresh = [as_entry(one, batch.source) for one in batch.entries]
            found += [one for one in fresh if one not in known]
            known |= set(fresh)
    return found


def quarter_of(plan: Plan, quarter: QuarterWork, as_of: dt.date) -> Quarter:
    """How the quarter stands on a day."""
    planned = followed_plan(plan, quarter)
    people = [person.name for person in plan.team.people]
    written = spent_so_far(plan.roster, people)
    sheet = Timesheet("", tuple(all_entries(quarter.hours)))
    spent, matched = with_timesheets(written, [sheet], planned.names, people, quarter.names)
    spent = _with_words(spent, planned.names, quarter)
    _, _, asked = facts_of_reasons(plan, planned, spent, as_of)
    own = {i: text for i, text in spent.outcome.items() if i < plan.roster.size}
    return Quarter(
        plan=replace(plan, roster=with_hours_sheet(plan.roster, _of_list(spent, plan.roster.size))),
        planned=planned,
        spent=spent,
        matched=matched,
        progress=find_progress(planned, spent, as_of),
        learned=learn_from(plan, own),
        asked=asked,
        issues=tuple(said for batch in quarter.hours.values() for said in batch.left_out),
    )


def _with_words(spent: HoursSpent, names: Sequence[str], quarter: QuarterWork) -> HoursSpent:
    """The hours with the reasons and outcomes given on the page."""
    place = {name: i for i, name in reversed(list(enumerate(fold_all(np.array(names, dtype=object)))))}

    def placed(words: Mapping[str, str]) -> dict[int, str]:
        return {place[fold(name)]: text for name, text in words.items() if text and fold(name) in place}

    reasons = placed({name: why_of(name, one) for name, one in quarter.reasons.items()})
    return replace(
        spent,
        outcome={**spent.outcome, **placed(quarter.outcomes)},
        why_different={**spent.why_different, **reasons},
    )


def why_of(account: str, given: GivenReason) -> str:
    """A reason in the words that are kept with its facts."""
    return said_of(account, given).why


def said_of(account: str, given: GivenReason) -> Said:
    """A given reason as the planner has it."""
    day = dt.date.fromisoformat(given.day) if given.day else dt.date.today()
    return Said(account, Reason(given.reason), given.text, day, given.by, given.person)


def _of_list(spent: HoursSpent, size: int, until: dt.date | None = None) -> HoursSpent:
    """The hours on accounts that the list still has, up to a day."""
    frame = spent.frame
    kept = frame["account"] < size
    if until is not None:
        kept &= frame["day"].isna() | (frame["day"] <= pd.Timestamp(until))
    return replace(spent, frame=frame[kept])


def rest_of(
    plan: Plan, roster: Roster, settings: Mapping[str, Any], quarter: Quarter, kept: QuarterWork, as_of: dt.date
) -> Rest:
    """The rest of the quarter planned again from a day on.

    Args:
        plan: as it is now.  roster: its list, read, with the changes by hand.  quarter: as it stands on that day.

    Raises:
        Contradiction: when the user's own locks, limits and minimums cannot hold for the rest.
    """
    overrides, fewer, _ = facts_of_reasons(plan, quarter.planned, quarter.spent, as_of)
    inputs = plan_inputs(with_facts(roster, overrides), dict(settings))
    planned = of_list(quarter.planned, plan)
    lost = [*fewer, *less_time(kept), *_spent_elsewhere(quarter, plan)]
    left = planned.weeks * (1 - planned.gone(as_of))
    return replan(inputs, planned, _of_list(quarter.spent, plan.roster.size, as_of), left, lost)


def of_list(planned: QuarterPlan, plan: Plan) -> QuarterPlan:
    """What is followed on the accounts of the list, by the people of its team."""
    size = plan.roster.size
    team = tuple(person.name for person in plan.team.people)
    split = {(i, who): h for (i, who), h in planned.split.items() if i < size and who in team}
    return replace(
        planned,
        names=planned.names[:size],
        owners=planned.owners[:size],
        hours=planned.hours[:size],
        counts=planned.counts[:size],
        split=split,
        people=team,
    )


def less_time(quarter: QuarterWork) -> list[FewerHours]:
    """Hours that people said they do not have."""
    learned = [learn(said_of(account, given)) for account, given in quarter.reasons.items()]
    return [one.fewer for one in learned if one.fewer is not None]


def _spent_elsewhere(quarter: Quarter, plan: Plan) -> list[FewerHours]:
    """Hours that people of the team spent on accounts which the list no longer has."""
    frame = quarter.spent.named(quarter.planned.parts).frame
    gone = frame[frame["account"] >= plan.roster.size].groupby("person")["hours"].sum()
    return [FewerHours(str(person), float(hours), "spent on accounts that are gone") for person, hours in gone.items()]
