"""The quarter in one flow: a plan's workbook and time sheets → progress, what was learned, the rest planned again."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from planner.pipeline import plan, plan_inputs
from planner.quarter.calibration import Learned, learn_from
from planner.quarter.matching import Matched
from planner.quarter.progress import Progress, QuarterPlan, find_progress
from planner.quarter.reasons import FewerHours, Said, learn, read_reason
from planner.quarter.replan import Rest, replan
from planner.quarter.spent import HoursSpent, team_member
from planner.quarter.timesheets import Timesheet
from planner.quarter.track import quarter_plan, spent_so_far, with_hours_sheet, with_timesheets
from planner.result import Plan
from planner.roster.roster import Roster
from planner.sheets.overrides import SHEET as OVERRIDES
from planner.sheets.overrides import Override, with_override_rows


@dataclass(frozen=True, eq=False)
class Quarter:
    """How a quarter stands on a day.

    Attributes:
        plan: as it was made, its roster with the hours spent; with `rest`, the new plan of the whole quarter.
        matched: what the time sheets' names were taken for.
        asked: what reasons still need to become facts, as sentences.
        issues: what could not be read of the time sheets.
        rest: the rest planned again, where that was asked for.
    """

    plan: Plan
    planned: QuarterPlan
    spent: HoursSpent
    matched: Matched
    progress: Progress
    learned: Learned
    asked: tuple[str, ...]
    issues: tuple[str, ...]
    rest: Rest | None = None


def track(
    roster: Roster,
    sheets: Sequence[Timesheet],
    as_of: dt.date,
    *,
    changes: Mapping[str, object] | None = None,
    names: Mapping[str, str] | None = None,
    again: bool = False,
) -> Quarter:
    """Hold what was spent against a plan and, where asked for, plan the rest again.

    Args:
        roster: read from the plan's workbook, filled in or not.
        changes: settings by name.  names: name in a time sheet → account, see `match_entries`.
        again: whether the rest is planned again, by what reasons and facts say now.

    Raises:
        Contradiction: when the user's own locks, limits and minimums cannot hold for the rest.
    """
    changes = changes or {}
    made = plan(roster, **changes)  # type: ignore[arg-type]
    people = [person.name for person in made.team.people]
    written = spent_so_far(made.roster, people)
    spent, matched = with_timesheets(written, sheets, list(map(str, made.roster.names)), people, names)
    planned = quarter_plan(made)
    progress = find_progress(planned, spent, as_of)
    overrides, fewer, asked = facts_of_reasons(made, planned, spent, as_of)
    rest = None
    if again:
        now = plan_inputs(with_facts(roster, overrides), changes)
        rest = replan(now, planned, spent, planned.weeks * (1 - planned.gone(as_of)), fewer)
    made = rest.plan if rest is not None else made
    return Quarter(
        plan=dataclasses.replace(made, roster=with_hours_sheet(made.roster, spent)),
        planned=planned,
        spent=spent,
        matched=matched,
        progress=progress,
        learned=learn_from(made, spent.outcome),
        asked=asked,
        issues=tuple(issue.message for sheet in sheets for issue in sheet.issues),
        rest=rest,
    )


def with_facts(roster: Roster, overrides: Sequence[Override]) -> Roster:
    """The list with further changes by hand on its sheet."""
    sheets = {**roster.sheets, OVERRIDES: with_override_rows(roster.sheets.get(OVERRIDES), overrides)}
    return dataclasses.replace(roster, sheets=MappingProxyType(sheets))


def facts_of_reasons(
    made: Plan, planned: QuarterPlan, spent: HoursSpent, as_of: dt.date
) -> tuple[tuple[Override, ...], tuple[FewerHours, ...], tuple[str, ...]]:
    """The facts that the reasons on the pages become, hours that people do not have, and what is still to be asked."""
    overrides: list[Override] = []
    fewer: list[FewerHours] = []
    asked: list[str] = []
    done = spent.by_account(len(planned.names))
    for one in made.roster.returned:
        reason = read_reason(one.why_different)
        if reason is None:
            continue
        name, person = planned.names[one.account], team_member(one.person, planned.people)
        hours = float(planned.hours[one.account]), float(done[one.account])
        said = Said(name, reason, one.why_different, as_of, person, person, *hours, planned.end)
        learned = learn(said)
        overrides += learned.overrides
        fewer += [learned.fewer] if learned.fewer else []
        asked += [learned.missing] if learned.missing else []
    return tuple(overrides), tuple(fewer), tuple(asked)
