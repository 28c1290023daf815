"""Settings of a plan: what the user said, then what the Settings sheet says, then what the list itself shows.

`planner.allocation.team` alone knows how hours come about; here its total is only written into the settings.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from planner.allocation.team import find_people
from planner.detection.sheets.own_sheets import setting_name
from planner.errors import SettingError
from planner.records.findings import SettingSheet, SheetCell
from planner.roster.roster import Roster
from planner.settings import SETTING_NAMES, Settings, make_settings
from planner.sheets.overrides import apply_overrides

FOUND: Final = frozenset({"hours", "plan_start"})
"""Settings that cannot be off: `None` for them says nothing."""


def resolve_settings(roster: Roster, changes: Mapping[str, object]) -> Settings:
    """The settings as used: `changes` over the Settings sheet over the defaults, with nothing left open.

    `plan_start`, `currency` and `hours` are found where nobody gave them; `given` of the result names only what was
    given, so that what was found can still be told from it.

    Raises:
        SettingError: naming sheet and cell where a row of the Settings sheet cannot be used, the nearest name for
            an unknown name in `changes`, or what is wrong with the Team sheet.
    """
    said = {name: value for name, value in changes.items() if value is not None or name not in FOUND}
    given = {**sheet_settings(roster.sheets.get("settings")), **said}
    settings = make_settings(given)
    found: dict[str, object] = {}
    if settings.plan_start is None:
        found["plan_start"] = dt.date.today()
    if not settings.currency:
        found["currency"] = roster.source.currency
    if settings.hours is None:
        found["hours"] = find_people(apply_overrides(roster), settings.weeks).hours
    return settings.filled(**found)


def sheet_settings(sheet: SettingSheet | None) -> dict[str, object]:
    """Name and value of each filled row (`setting`, `value`) of the Settings sheet, each checked on its own.

    Rows whose name is no setting are left out: an issue of the list tells of them.

    Raises:
        SettingError: naming sheet and cell.
    """
    if sheet is None:
        return {}
    title = sheet.name.capitalize()
    given: dict[str, object] = {}
    cells: dict[str, str] = {}
    for row in sheet.rows:
        name_cell, value_cell = row.get("setting"), row.get("value")
        if name_cell is None or value_cell is None or _blank(name_cell) or _blank(value_cell):
            continue
        name = setting_name(name_cell.value)
        if name not in SETTING_NAMES:
            continue
        if name in given:
            raise SettingError(
                f"The {title} sheet gives “{name}” twice, in {cells[name]} and {value_cell.cell}; keep one."
            )
        value = value_cell.value
        if name == "balance" and isinstance(value, dt.date):
            raise SettingError(
                f"{title}!{value_cell.cell}: the spreadsheet turned the balance into the date {value:%d %b %Y}; "
                "write it with spaces, such as 20 30 50."
            )
        try:
            make_settings({name: value})
        except SettingError as error:
            raise SettingError(f"{title}!{value_cell.cell}: {error}") from None
        given[name], cells[name] = value, value_cell.cell
    return given


def _blank(cell: SheetCell) -> bool:
    return cell.value is None or str(cell.value).strip() == ""
