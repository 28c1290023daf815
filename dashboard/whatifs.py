"""What-ifs of a workspace: plain functions from (work, what was clicked) to the new work, and their plans."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from dashboard.workspace import Json, WhatIf, Work, with_settings
from planner.errors import SettingError
from planner.roster.roster import SettingSheet, SheetCell
from planner.scenarios.scenario import Scenario, make_scenario
from planner.scenarios.store import SHEET, scenario_rows, scenarios_of
from planner.settings import Settings

if TYPE_CHECKING:
    from planner.result import Plan
    from planner.roster.roster import Roster

MOST = 12


def what_ifs(work: Work, roster: Roster) -> tuple[WhatIf, ...]:
    """Those of the workspace, else those that came with the list."""
    if work.what_ifs is not None:
        return work.what_ifs
    return tuple(WhatIf(name=one.name, changes=_plain(one)) for one in scenarios_of(roster))


def _plain(scenario: Scenario) -> dict[str, Json]:
    return {name: value if isinstance(value, int | float) else str(value) for name, value in scenario.changes.items()}


def as_scenario(one: WhatIf) -> Scenario:
    """For the planner.

    Raises:
        SettingError: when a setting cannot be used.
    """
    return make_scenario(one.name, one.changes)


def save(work: Work, roster: Roster, plan: Plan, name: str) -> Work:
    """Keep the plan's settings under a name.

    Raises:
        SettingError: without a name, with one that is taken, or when there are too many.
    """
    kept = what_ifs(work, roster)
    scenario = make_scenario(name, {**work.plan_settings(), **_shown(plan.settings)})
    return _with(work, (*kept, _free(kept, WhatIf(name=scenario.name, changes=_plain(scenario)))))


def _shown(settings: Settings) -> dict[str, object]:
    return {"balance": str(settings.balance), "hours": settings.hours, "tolerance": settings.tolerance}


def rename(work: Work, roster: Roster, at: int, name: str) -> Work:
    """Call one of them something else."""
    kept = list(what_ifs(work, roster))
    if kept[at].name == name:
        return work
    fresh = WhatIf(name=make_scenario(name, kept[at].changes).name, changes=kept[at].changes)
    others = (*kept[:at], *kept[at + 1 :])
    return _with(work, (*kept[:at], _free(others, fresh), *kept[at + 1 :]))


def copy(work: Work, roster: Roster, at: int) -> Work:
    """One of them once more, under a name of its own."""
    kept = what_ifs(work, roster)
    taken = {one.name.casefold() for one in kept}
    number = 2
    while f"{kept[at].name} {number}".casefold() in taken:
        number += 1
    fresh = make_scenario(f"{kept[at].name} {number}"[-60:], kept[at].changes)
    return _with(work, (*kept, _free(kept, WhatIf(name=fresh.name, changes=kept[at].changes))))


def delete(work: Work, roster: Roster, at: int) -> Work:
    kept = what_ifs(work, roster)
    return _with(work, (*kept[:at], *kept[at + 1 :]))


def use(work: Work, roster: Roster, at: int) -> Work:
    """Plan with the settings of one of them."""
    return with_settings(work, **what_ifs(work, roster)[at].changes)


def with_what_ifs(plan: Plan, work: Work) -> Plan:
    """The plan with the workspace's what-ifs on the list's Scenarios sheet, for the export."""
    if work.what_ifs is None:
        return plan
    header, *rows = scenario_rows([as_scenario(one) for one in work.what_ifs])
    sheet = SettingSheet(
        SHEET, tuple({str(h): SheetCell(v, "") for h, v in zip(header, row, strict=True)} for row in rows)
    )
    sheets = MappingProxyType({**plan.roster.sheets, SHEET: sheet})
    return replace(plan, roster=replace(plan.roster, sheets=sheets))


def _free(kept: tuple[WhatIf, ...], fresh: WhatIf) -> WhatIf:
    if fresh.name.casefold() in {one.name.casefold() for one in kept}:
        raise SettingError(f"There is a what-if called “{fresh.name}” already; give this one another name.")
    if len(kept) >= MOST:
        raise SettingError(f"Up to {MOST} what-ifs can be kept; delete one first.")
    return fresh


def _with(work: Work, kept: tuple[WhatIf, ...]) -> Work:
    return work.model_copy(update={"what_ifs": kept})
