"""Scenarios as rows of the `Scenarios` sheet, and read back from it.

One row a what-if: its name, and a column for each setting that any of them changes, written as on the Settings
sheet. Columns beside them (what each reached) are figures of the plan and are not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planner.balance import Balance
from planner.errors import SettingError
from planner.roster.roster import Roster
from planner.scenarios.scenario import Scenario, make_scenario
from planner.settings import SETTING_NAMES

SHEET: Final = "scenarios"
NAME: Final = "scenario"


def scenario_rows(scenarios: Sequence[Scenario]) -> list[list[object]]:
    """Header and rows of the `Scenarios` sheet; an empty cell where a what-if keeps the plan's own setting."""
    used = {name for scenario in scenarios for name in scenario.changes}
    names = [name for name in SETTING_NAMES if name in used]
    written = [[scenario.name, *(_cell(scenario.changes.get(name, "")) for name in names)] for scenario in scenarios]
    return [[NAME, *names], *written]


def _cell(value: object) -> object:
    """Numbers as numbers, off as a word, everything else as text."""
    if value is None:
        return "off"
    if isinstance(value, Balance):
        return value.written()
    return value if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def scenarios_of(roster: Roster) -> tuple[Scenario, ...]:
    """The what-ifs of the list's `Scenarios` sheet; of two with one name the last counts.

    Raises:
        SettingError: naming the sheet and the cell of a setting that cannot be used.
    """
    sheet = roster.sheets.get(SHEET)
    found: dict[str, Scenario] = {}
    for row in sheet.rows if sheet else ():
        name_cell = row.get(NAME) or row.get("name")
        name = "" if name_cell is None else str(name_cell.value).strip()
        if not name:
            continue
        changes: dict[str, object] = {}
        for header, cell in row.items():
            setting = header.replace(" ", "_")
            if setting not in SETTING_NAMES or str(cell.value).strip() == "":
                continue
            try:
                make_scenario(name, {setting: cell.value})
            except SettingError as error:
                raise SettingError(f"Scenarios!{cell.cell}: {error}") from None
            changes[setting] = cell.value
        if changes:
            found[name.casefold()] = make_scenario(name, changes)
    return tuple(found.values())
