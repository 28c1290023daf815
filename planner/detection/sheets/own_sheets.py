"""Whether a sheet called `Settings`, `Rules` or `Limits` is one of the plan's, or only called like it.

A firm may keep a sheet of that name for itself. Then it is left alone and a note says so; what one of ours names that
there is not is an issue beside the nearest name there is. Neither ends a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from types import MappingProxyType

from planner.records.findings import SettingSheet
from planner.records.issues import Issue
from planner.settings import SETTING_NAMES
from planner.vocabulary import Severity

NEEDED: Mapping[str, tuple[frozenset[str], ...]] = MappingProxyType(
    {
        "rules": (frozenset({"good"}), frozenset({"field", "when"})),
        "limits": (frozenset({"what"}), frozenset({"sense"}), frozenset({"amount"})),
    }
)
"""The columns that a sheet of the plan has, one of each set; a sheet that lacks any is not the plan's."""
NEAR = 0.7
"""How like a known name one must be for a sheet of settings to be the plan's."""


def is_ours(sheet: SettingSheet) -> bool:
    """Whether a sheet with a name of ours looks like ours, too."""
    if sheet.name == "settings":
        names = setting_names(sheet)
        known = sum(name in SETTING_NAMES for name in names)
        near = sum(bool(get_close_matches(name, SETTING_NAMES, n=1, cutoff=NEAR)) for name in names)
        return known > 0 or 2 * near >= max(len(names), 1)
    there = {header for row in sheet.rows for header in row}
    return all(there & one_of for one_of in NEEDED.get(sheet.name, ()))


def setting_names(sheet: SettingSheet) -> list[str]:
    """The names of settings that a sheet gives, as they would be known."""
    return [setting_name(row["setting"].value) for row in sheet.rows if "setting" in row]


def setting_name(written: object) -> str:
    """A setting's name from how a person writes it: `Plan start` is `plan_start`."""
    return "_".join(str(written).lower().split())


def not_ours(name: str, sheet: SettingSheet) -> Issue:
    """A note on a sheet that is left alone; `name` as the workbook has it."""
    if sheet.name == "settings":
        why = "none of its names is a setting"
    else:
        columns = (" or ".join(f"“{one}”" for one in sorted(one_of)) for one_of in NEEDED[sheet.name])
        why = f"those have the columns {', '.join(columns)}"
    return _left_alone(name, sheet.name, why)


def without_headers(name: str, key: str, known: Iterable[str]) -> Issue:
    """The same of a sheet with none of the headers that its first rows would have."""
    headers = " or ".join(f"“{one}”" for one in sorted(known))
    return _left_alone(name, key, f"none of its first rows has the header {headers}")


def _left_alone(name: str, key: str, why: str) -> Issue:
    return Issue(
        "sheet-not-ours", Severity.NOTE, f"The sheet “{name}” is not read as {key} of the plan: {why}.",
        "Nothing needs to be done where it is your own.", name,
    )  # fmt: skip


def unknown_settings(sheet: SettingSheet | None, title: str = "Settings") -> tuple[Issue, ...]:
    """An issue for each row of the Settings sheet whose name is no setting."""
    rows = sheet.rows if sheet is not None else ()
    cells = [row["setting"] for row in rows if "setting" in row and "value" in row]
    unknown = [cell for cell in cells if str(cell.value).strip() and setting_name(cell.value) not in SETTING_NAMES]
    return tuple(_unknown(str(cell.value).strip(), cell.cell, title) for cell in unknown)


def _unknown(written: str, cell: str, title: str) -> Issue:
    near: Sequence[str] = get_close_matches(setting_name(written), SETTING_NAMES, n=1, cutoff=0.5)
    fix = f"Did you mean “{near[0]}”?" if near else "Delete the row, or look the name up among the settings."
    return Issue(
        "setting-unknown", Severity.WARNING, f"There is no setting called “{written}”; the row is not used.", fix,
        title, cell, written,
    )  # fmt: skip
