"""The optional sheets beside the list (Settings, Team, Rules, …), as rows of `{header: cell}` with addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import isclose, nan
from types import MappingProxyType
from typing import Any

from planner.detection.sheets.own_sheets import is_ours, not_ours, setting_name, unknown_settings, without_headers
from planner.detection.table import is_blank, letter
from planner.errors import FileRefused, SettingError
from planner.fields import FIELDS
from planner.parsing.cell_values import clean
from planner.parsing.money.money import CURRENCIES
from planner.readers.workbook import Book, Rows
from planner.records.findings import SettingSheet, SheetCell
from planner.records.issues import Issue
from planner.settings import SETTING_NAMES
from planner.vocabulary import PLAN_FORMAT

SETTING_SHEETS = (
    "settings",
    "team",
    "rules",
    "limits",
    "fit",
    "ladder",
    "overrides",
    "answers",
    "scenarios",
    "hours spent",
)
HOURS = "hours"
RATES = "rates"
_RATE = re.compile(r"^(?:exchange\s*)?rate[\s_:]+(?:of\s+)?([A-Za-z]{3}|[^\w\s])$", re.IGNORECASE)
ABOUT = "about"
LIST_KEY = "client list sheet"
DEALS_KEY = "deals sheet"
SHEETS_KEY = "sheets beside the pages of people"
OWN_TITLES_KEY = "columns are named by"
OWN_TITLES = "field"
ASSUMED_KEY = "assumed, not given"
FORMAT_KEY = "format"
_FIRST_HEADERS = MappingProxyType(
    {
        "settings": frozenset({"setting", "name", "key"}),
        "team": frozenset({"person", "name", "who"}),
        "rules": frozenset({"when", "field", "rule", "good"}),
        "limits": frozenset({"what", "sense", "amount"}),
        "fit": frozenset({"criterion", "criteria", "name", "weight"}),
        "ladder": frozenset({"level", "name", "service", "step"}),
        "overrides": frozenset({"account", "field", "value"}),
        "answers": frozenset({"code", "answer"}),
        "scenarios": frozenset({"scenario", "name"}),
        "hours spent": frozenset({"account", "hours"}),
    }
)


def read_setting_sheets(book: Book) -> tuple[dict[str, SettingSheet], tuple[Issue, ...]]:
    """The setting sheets that a workbook has, by lower-case name, and what is not to be used of them.

    Sheets without rows are left out, and those that are only called like ours. Of those that a plan's workbook has of
    itself (a `Scenarios` sheet without kept what-ifs) nothing is said.
    """
    found: dict[str, SettingSheet] = {}
    issues: list[Issue] = []
    for name in book.names:
        key = name.strip().lower()
        if key in SETTING_SHEETS and key not in found:
            rows = book.sheet(name).rows
            sheet = as_setting_sheet(key, rows)
            if key == "settings":
                sheet, rates = _without_rates(sheet)
                if rates.rows:
                    found[RATES] = rates
            if sheet.rows and is_ours(sheet):
                found[key] = sheet
            elif sheet.rows:
                issues.append(not_ours(name, sheet))
            elif _says_something_else(key, rows) and key not in export_sheets(read_about(book)):
                issues.append(without_headers(name, key, _FIRST_HEADERS[key]))
    issues += unknown_settings(found.get("settings"))
    return {key: _without_assumed(sheet, read_about(book)) for key, sheet in found.items()}, tuple(issues)


def assumed_words(assumed: Mapping[str, float]) -> str:
    """Settings that were assumed when a plan was made, as its workbook keeps them: `hours=416; ...`."""
    return "; ".join(f"{name}={value:.15g}" for name, value in assumed.items())


def _without_assumed(sheet: SettingSheet, about: Mapping[str, str]) -> SettingSheet:
    """A sheet of an export without the values that nobody had given when it was made, nor has changed since."""
    assumed = dict(part.split("=") for part in about.get(ASSUMED_KEY, "").split("; ") if part.count("=") == 1)
    if sheet.name == "settings":
        kept = [row for row in sheet.rows if not _is_as_assumed(row, assumed)]
        return SettingSheet(sheet.name, tuple(kept))
    if sheet.name == "team" and HOURS in assumed:
        each = [_number(row[HOURS].value) for row in sheet.rows if HOURS in row]
        if len(each) == len(sheet.rows) and all(isclose(len(each) * one, float(assumed[HOURS])) for one in each):
            rows = ({name: cell for name, cell in row.items() if name != HOURS} for row in sheet.rows)
            return SettingSheet(sheet.name, tuple(map(MappingProxyType, rows)))
    return sheet


def _is_as_assumed(row: Mapping[str, SheetCell], assumed: Mapping[str, str]) -> bool:
    name = setting_name(row["setting"].value) if "setting" in row else ""
    return name in assumed and "value" in row and isclose(_number(row["value"].value), float(assumed[name]))


def _number(value: object) -> float:
    try:
        return float(str(value))
    except ValueError:
        return nan


def _says_something_else(key: str, rows: Rows) -> bool:
    """Whether a sheet with a name of ours has rows, and none of the headers of ours."""
    return _header_row(key, rows) is None and sum(not is_blank(row) for row in rows) > 1


def _without_rates(sheet: SettingSheet) -> tuple[SettingSheet, SettingSheet]:
    """The settings proper, and the rows such as `rate EUR | 0.86` as a sheet of rates (`currency`, `rate`)."""
    settings, rates = [], []
    for row in sheet.rows:
        name = row.get("setting")
        match = _RATE.match(str(name.value).strip()) if name is not None else None
        if match and name is not None and "value" in row:
            rates.append(MappingProxyType({"currency": SheetCell(match[1], name.cell), "rate": row["value"]}))
        else:
            settings.append(row)
    return SettingSheet(sheet.name, tuple(settings)), SettingSheet(RATES, tuple(rates))


def read_rates(sheets: Mapping[str, SettingSheet]) -> dict[str, float]:
    """What one unit of each currency is worth in the list's own, by sign as amounts show it.

    Raises:
        SettingError: naming the cell of a rate that is no positive number.
    """
    rates: dict[str, float] = {}
    for row in sheets[RATES].rows if RATES in sheets else ():
        sign, rate = str(row["currency"].value), row["rate"].value
        try:
            number = float(str(rate).replace(",", "."))
        except ValueError:
            number = 0.0
        if not 0 < number < 1e9:
            raise SettingError(f"Settings!{row['rate'].cell}: the rate of {sign} cannot be “{rate}”; write a number.")
        rates[CURRENCIES.get(sign.lower(), sign.upper())] = number
    return rates


def as_setting_sheet(key: str, rows: Rows) -> SettingSheet:
    """Rows of a sheet by header; the header is the first row that has one of the headers known for the sheet."""
    start = _header_row(key, rows)
    if start is None:
        headers = ["setting", "value", "meaning"] if key == "settings" else []
        start = -1
    else:
        headers = [_words(cell) for cell in rows[start]]
        if key == "settings":
            headers = ["setting" if text in {"name", "key"} else text for text in headers]
    found = []
    for i, row in enumerate(rows[start + 1 :], start + 2):
        cells = {
            text: SheetCell(cell, f"{letter(j)}{i}")
            for j, (text, cell) in enumerate(zip(headers, row, strict=False))
            if text and cell != ""
        }
        if cells and not is_blank(row):
            found.append(MappingProxyType(cells))
    return SettingSheet(key, tuple(found))


def _header_row(key: str, rows: Rows) -> int | None:
    known = _FIRST_HEADERS[key]
    for i, row in enumerate(rows[:20]):
        words = [_words(cell) for cell in row]
        if known & set(words) and sum(bool(word) for word in words) > 1:
            return i
    return None


def _words(cell: Any) -> str:
    return " ".join(clean(str(cell)).lower().replace("_", " ").split())


def setting_value(sheets: Mapping[str, SettingSheet], name: str) -> object | None:
    """What the `Settings` sheet says for one setting, as written; None when it says nothing."""
    for row in sheets["settings"].rows if "settings" in sheets else ():
        cell = row.get("setting")
        if cell is not None and _words(cell.value).replace(" ", "_") == name and "value" in row:
            return row["value"].value
    return None


def read_about(book: Book) -> Mapping[str, str]:
    """Key and value of the `About` sheet that every export has; empty for other workbooks."""
    name = next((name for name in book.names if name.strip().lower() == ABOUT), None)
    if name is None:
        return {}
    pairs = [[str(cell).strip() for cell in row if cell != ""] for row in book.sheet(name).rows[:200]]
    return {pair[0].lower(): pair[1] for pair in pairs if len(pair) >= 2}


def written_sheets(about: Mapping[str, str]) -> tuple[str, ...]:
    """Lower-case names of the sheets that an export wrote the client list to, and its deals where it has any."""
    return tuple(about[key].strip().lower() for key in (LIST_KEY, DEALS_KEY) if key in about)


def export_sheets(about: Mapping[str, str]) -> frozenset[str]:
    """Lower-case names of all sheets that an export has beside the pages of its people."""
    titles = about.get(SHEETS_KEY, "").split(",")
    return frozenset(title.strip().lower() for title in titles) - {""} | {*written_sheets(about), ABOUT}


def written_mapping(about: Mapping[str, str], sheet: str, headers: Sequence[str]) -> dict[str, str]:
    """How the columns of a list that an export wrote are to be read: each field from its own title alone.

    Empty for any other sheet, whose columns are found by synonyms and values.
    """
    if about.get(OWN_TITLES_KEY) != OWN_TITLES or sheet.strip().lower() not in written_sheets(about):
        return {}
    there = {" ".join(header.split()) for header in headers}
    return {str(name): spec.title if spec.title in there else "-" for name, spec in FIELDS.items()}


def check_format(about: Mapping[str, str], file: str) -> None:
    """Refuse a plan workbook that a newer planner wrote.

    Raises:
        FileRefused: in one sentence.
    """
    written = about.get(FORMAT_KEY, "")
    family, _, number = written.rpartition("/")
    known_family, _, known = PLAN_FORMAT.rpartition("/")
    if family == known_family and number.isdigit() and int(number) > int(known):
        raise FileRefused(
            f"{file} was written by a newer planner (format {number}; this one reads up to {known}); "
            "update the planner, or load the client list itself."
        )


def setting_changes(sheets: Mapping[str, SettingSheet], names: Sequence[str]) -> dict[str, object]:
    """The settings of the sheet among `names`, as written."""
    found = {name: setting_value(sheets, name) for name in names}
    return {name: value for name, value in found.items() if value is not None and name in SETTING_NAMES}
