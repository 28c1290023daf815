"""What comes back in a plan's workbook: *hours spent*, *outcome* and *why different* from the pages of the people.

The planned hours on those pages are never read; each page is matched to the list by account.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np

from planner.arrays import Column, missing
from planner.detection.header_rows import find_table
from planner.detection.headers.known_headers import field_of
from planner.detection.sheets.setting_sheets import LIST_KEY, SETTING_SHEETS, export_sheets
from planner.detection.table import Table, letter
from planner.errors import InputError
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.durations import parse_hours
from planner.parsing.header_text import read_header
from planner.parsing.names import fold, fold_all
from planner.parsing.text_cells import to_text
from planner.readers.workbook import Book
from planner.records.issues import Issue
from planner.roster.roster import Returned, Roster
from planner.vocabulary import Severity

HOURS_A_WEEK = 168.0
"""That there are; nobody spent more."""
TO_FILL = (Field.HOURS_SPENT, Field.OUTCOME, Field.WHY_DIFFERENT)


def with_returned(roster: Roster, book: Book, about: Mapping[str, str], weeks: float) -> Roster:
    """The roster with what stands on the pages of an export; its columns hold the hours summed over people."""
    if LIST_KEY not in about:
        return roster
    skipped = {*SETTING_SHEETS, *export_sheets(about), roster.source.sheet.lower()}
    place = {name: i for i, name in reversed(list(enumerate(fold_all(roster.names))))}
    returned: list[Returned] = []
    issues: list[Issue] = []
    for name in book.names:
        if name.strip().lower() in skipped:
            continue
        table = _page(book, name)
        if table is not None:
            found, wrong = _read_page(table, place, weeks)
            returned += found
            issues += wrong
    return _put(dataclasses.replace(roster, returned=tuple(returned)), issues)


def _put(roster: Roster, issues: Sequence[Issue]) -> Roster:
    """The roster with a column of each thing that was written; where nothing was, what the list itself says stays."""
    hours = missing(Field.HOURS_SPENT, roster.size)
    texts: dict[Field, list[list[str]]] = {
        name: [[] for _ in range(roster.size)] for name in (Field.OUTCOME, Field.WHY_DIFFERENT)
    }
    for one in roster.returned:
        if not np.isnan(one.hours):
            hours[one.account] = np.nansum([hours[one.account], one.hours])
        for name, text in ((Field.OUTCOME, one.outcome), (Field.WHY_DIFFERENT, one.why_different)):
            if text:
                texts[name][one.account].append(text)
    found: dict[Field, Column] = {}
    if not np.all(np.isnan(hours)):
        found[Field.HOURS_SPENT] = hours
    for name, lines in texts.items():
        if any(lines):
            found[name] = missing(name, roster.size)
            found[name][:] = ["; ".join(dict.fromkeys(line)) for line in lines]
    for name in set(found) & set(roster.columns):
        said, before = found[name], roster.columns[name]
        found[name] = np.where(np.isnan(said) if name is Field.HOURS_SPENT else said == "", before, said)
    deals = roster.deals
    if deals is not None:
        deals = dataclasses.replace(deals, stated={**deals.stated, **found})
    columns = {**roster.columns, **found}
    return dataclasses.replace(roster, columns=columns, deals=deals, issues=(*roster.issues, *issues))


def _page(book: Book, name: str) -> Table | None:
    try:
        table = find_table(book.sheet(name))
    except InputError:
        return None
    if table is None or not set(TO_FILL) & set(_fields(table)):
        return None
    return table


def _fields(table: Table) -> dict[Field, int]:
    """Column of each field that a header names exactly."""
    found: dict[Field, int] = {}
    for j, text in enumerate(table.headers):
        named = field_of(read_header(text)) if text else None
        if named is not None and named[1] == 1.0:
            found.setdefault(named[0], j)
    return found


def _read_page(table: Table, place: Mapping[str, int], weeks: float) -> tuple[list[Returned], list[Issue]]:
    columns = _fields(table)
    found: list[Returned] = []
    issues: list[Issue] = []
    if Field.ACCOUNT not in columns:
        return found, issues
    person = _person(table)
    for number, row in enumerate(table.body, table.first + 1):
        spent = row[columns[Field.HOURS_SPENT]] if Field.HOURS_SPENT in columns else ""
        outcome, why = (
            to_text(row[columns[name]]).strip() if name in columns else ""
            for name in (Field.OUTCOME, Field.WHY_DIFFERENT)
        )
        unseen = _unseen(table, columns, number)
        if is_missing(spent) and not outcome and not why and unseen is None:
            continue
        at = place.get(fold(to_text(row[columns[Field.ACCOUNT]])))
        if at is None:
            issues.append(_unknown(table, columns[Field.ACCOUNT], number, row))
            continue
        hours, wrong = (np.nan, [unseen]) if unseen is not None else _hours(table, columns, number, spent, weeks)
        issues += wrong
        found.append(Returned(at, person, hours, outcome, why))
    return found, issues


def _person(table: Table) -> str:
    """Whose page it is: by its title, else by its sheet."""
    title = next((to_text(cell).strip() for row in table.sheet.rows[: table.first] for cell in row if cell != ""), "")
    name = table.sheet.name.strip()
    return title if title.casefold().startswith(name.casefold()[:25]) and ":" not in title else name


def _hours(
    table: Table, columns: Mapping[Field, int], number: int, spent: object, weeks: float
) -> tuple[float, list[Issue]]:
    if is_missing(spent):
        return np.nan, []
    header = read_header(table.headers[columns[Field.HOURS_SPENT]])
    parsed = parse_hours([spent], header=header.hours, weeks=weeks, decimal_comma=False)
    hours, text = float(parsed.values[0]), to_text(spent)
    if np.isnan(hours):
        wrong = f"“{text}” is not a number of hours; it was not counted."
    elif hours > HOURS_A_WEEK * weeks:
        wrong = f"“{text}” is more than the {HOURS_A_WEEK * weeks:,.0f} hours that {weeks:g} weeks have; not counted."
    else:
        return hours, []
    return np.nan, [_issue("hours-unreadable", wrong, table, columns[Field.HOURS_SPENT], number, text)]


def _unseen(table: Table, columns: Mapping[Field, int], number: int) -> Issue | None:
    """What is wrong with hours that the reader leaves empty: an error, or a formula saved without its result."""
    scan = table.sheet.scan
    if scan is None or Field.HOURS_SPENT not in columns:
        return None
    column = columns[Field.HOURS_SPENT]
    cell = f"{letter(column)}{number}"
    if cell in scan.errors:
        text = scan.errors[cell]
        return _issue(
            "hours-unreadable", f"{text} is no number of hours; it was not counted.", table, column, number, text
        )
    if cell not in scan.no_value:
        return None
    return _issue(
        "formula-without-result", "A formula of hours spent was saved without its result; it was not counted.",
        table, column, number, "", "Open the file in Excel, let it calculate, save it and load it again.",
    )  # fmt: skip


def _issue(
    code: str, message: str, table: Table, column: int, number: int, text: str, fix: str = "Write a number such as 16."
) -> Issue:
    return Issue(code, Severity.WARNING, message, fix, table.sheet.name, f"{letter(column)}{number}", text)


def _unknown(table: Table, column: int, number: int, row: Sequence[object]) -> Issue:
    name = to_text(row[column]).strip()
    message = (
        f"“{name}” has hours spent, but is not in the list; they were not counted."
        if name
        else "What is written here stands beside no account; it was not used."
    )
    fix = "Check the name." if name else "Write the account's name in the row."
    return _issue("returned-account-unknown", message, table, column, number, name, fix)
