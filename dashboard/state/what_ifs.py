"""What-ifs of a workspace: plain functions from (work, what was clicked) to the new work, and their plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dashboard.state.changes import set_as_step
from dashboard.state.workspace import Json, WhatIf, Workspace
from planner.errors import SettingError
from planner.goods import GROUPS, Group
from planner.records.findings import SettingSheet, SheetCell
from planner.scenarios.scenario import Scenario, make_scenario
from planner.scenarios.scenario_sheet import SHEET, scenario_rows, scenarios_of
from planner.settings import Settings

if TYPE_CHECKING:
    from planner.result import Plan
    from planner.roster.roster import Roster

MOST = 12
_PRESETS: Final[Mapping[str, Mapping[Group, int]]] = MappingProxyType(
    {
        "Even thirds": {Group.OTHERS: 34, Group.STRENGTHS: 33, Group.YOU: 33},
        "Cash now": {Group.OTHERS: 10, Group.STRENGTHS: 15, Group.YOU: 75},
        "Invest in the future": {Group.OTHERS: 15, Group.STRENGTHS: 55, Group.YOU: 30},
        "Give back": {Group.OTHERS: 50, Group.STRENGTHS: 20, Group.YOU: 30},
    }
)
PRESETS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {name: tuple(shares.get(group, 0) for group in GROUPS) for name, shares in _PRESETS.items()}
)
"""Balances by name: per cent for each group."""
TRIES: Final[Mapping[str, tuple[str, float | str]]] = MappingProxyType(
    {
        **{name: ("balance", "/".join(map(str, shares))) for name, shares in PRESETS.items()},
        "A fifth fewer hours": ("hours", 0.8),
        "A fifth more hours": ("hours", 1.2),
    }
)
"""Ready-made what-ifs: the setting, and its value or, for hours, the factor."""


def what_ifs(work: Workspace, roster: Roster) -> tuple[WhatIf, ...]:
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


def save(work: Workspace, roster: Roster, plan: Plan, name: str) -> Workspace:
    """Keep the plan's settings under a name.

    Raises:
        SettingError: without a name, with one that is taken, or when there are too many.
    """
    kept = what_ifs(work, roster)
    scenario = make_scenario(name, {**work.plan_settings(), **_shown(plan.settings)})
    return _with(work, (*kept, _free(kept, WhatIf(name=scenario.name, changes=_plain(scenario)))))


def try_one(work: Workspace, roster: Roster, plan: Plan, name: str) -> Workspace:
    """Keep a ready-made what-if, to compare at once; nothing changes where it is kept already.

    Raises:
        SettingError: when there are too many.
    """
    kept = what_ifs(work, roster)
    setting, value = TRIES[name]
    if name.casefold() in {one.name.casefold() for one in kept}:
        return work
    told = round(value * plan.problem.total_hours, 1) if isinstance(value, float) else value
    return _with(work, (*kept, _free(kept, WhatIf(name=name, changes={setting: told}))))


def _shown(settings: Settings) -> dict[str, object]:
    return {"balance": str(settings.balance), "hours": settings.hours, "tolerance": settings.tolerance}


def rename(work: Workspace, roster: Roster, at: int, name: str) -> Workspace:
    """Call one of them something else."""
    kept = list(what_ifs(work, roster))
    if kept[at].name == name:
        return work
    fresh = WhatIf(name=make_scenario(name, kept[at].changes).name, changes=kept[at].changes)
    others = (*kept[:at], *kept[at + 1 :])
    return _with(work, (*kept[:at], _free(others, fresh), *kept[at + 1 :]))


def copy(work: Workspace, roster: Roster, at: int) -> Workspace:
    """One of them once more, under a name of its own."""
    kept = what_ifs(work, roster)
    taken = {one.name.casefold() for one in kept}
    number = 2
    while f"{kept[at].name} {number}".casefold() in taken:
        number += 1
    fresh = make_scenario(f"{kept[at].name} {number}"[-60:], kept[at].changes)
    return _with(work, (*kept, _free(kept, WhatIf(name=fresh.name, changes=kept[at].changes))))


def delete(work: Workspace, roster: Roster, at: int) -> Workspace:
    kept = what_ifs(work, roster)
    return _with(work, (*kept[:at], *kept[at + 1 :]))


def use(work: Workspace, roster: Roster, at: int) -> Workspace:
    """Plan with the settings of one of them; it can be undone."""
    one = what_ifs(work, roster)[at]
    return set_as_step(work, f"plan with “{one.name}”", one.changes)


def with_what_ifs(plan: Plan, work: Workspace) -> Plan:
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


def _with(work: Workspace, kept: tuple[WhatIf, ...]) -> Workspace:
    return work.model_copy(update={"what_ifs": kept})
