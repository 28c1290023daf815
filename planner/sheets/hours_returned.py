"""What comes back in a plan's workbook: *hours spent* and *outcome* from the pages of the people.

The planned hours on those pages are never read; each page is matched to the list by account.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np

from planner.detection.header_rows import Table, field_of, find_table, letter
from planner.detection.header_text import read_header
from planner.errors import InputError
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.durations import parse_hours
from planner.parsing.text_cells import to_text
from planner.readers.workbook import Book
from planner.roster.names import fold, fold_all
from planner.roster.roster import Column, Issue, Roster, missing
from planner.sheets.setting_sheets import EXPORT_SHEETS, LIST_KEY, SETTING_SHEETS, written_sheets
from planner.vocabulary import Severity

RETURNED = (Field.HOURS_SPENT, Field.OUTCOME)


def with_returned(roster: Roster, book: Book, about: Mapping[str, str], weeks: float) -> Roster:
    """The roster with the hours spent (summed over people) and outcomes that stand on the pages of an export."""
    if LIST_KEY not in about:
        return roster
    skipped = {*SETTING_SHEETS, *EXPORT_SHEETS, *written_sheets(about), roster.source.sheet.lower()}
    hours = missing(Field.HOURS_SPENT, roster.size)
    outcomes: list[list[str]] = [[] for _ in range(roster.size)]
    place = {name: i for i, name in reversed(list(enumerate(fold_all(roster.names))))}
    issues: list[Issue] = []
    for name in book.names:
        if name.strip().lower() in skipped:
            continue
        table = _page(book, name)
        if table is not None:
            issues += _read_page(table, place, hours, outcomes, weeks)
    found: dict[Field, Column] = {}
    if not np.all(np.isnan(hours)):
        found[Field.HOURS_SPENT] = hours
    if any(outcomes):
        found[Field.OUTCOME] = missing(Field.OUTCOME, roster.size)
        found[Field.OUTCOME][:] = ["; ".join(dict.fromkeys(texts)) for texts in outcomes]
    for name in set(found) & set(roster.columns):
        said, before = found[name], roster.columns[name]
        found[name] = np.where(said == "" if name is Field.OUTCOME else np.isnan(said), before, said)
    return _put(roster, found, issues)


def _put(roster: Roster, found: Mapping[Field, Column], issues: Sequence[Issue]) -> Roster:
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
    if table is None or not set(RETURNED) & set(_fields(table)):
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


def _read_page(
    table: Table, place: Mapping[str, int], hours: Column, outcomes: list[list[str]], weeks: float
) -> list[Issue]:
    columns = _fields(table)
    if Field.ACCOUNT not in columns:
        return []
    issues = []
    for number, row in enumerate(table.body, table.first + 1):
        at = place.get(fold(to_text(row[columns[Field.ACCOUNT]])))
        spent = row[columns[Field.HOURS_SPENT]] if Field.HOURS_SPENT in columns else ""
        outcome = to_text(row[columns[Field.OUTCOME]]).strip() if Field.OUTCOME in columns else ""
        if at is None:
            if not is_missing(spent) or outcome:
                issues.append(_unknown(table, columns[Field.ACCOUNT], number, row))
            continue
        if outcome:
            outcomes[at].append(outcome)
        header = read_header(table.headers[columns[Field.HOURS_SPENT]]) if spent != "" else None
        if header is not None:
            parsed = parse_hours([spent], header=header.hours, weeks=weeks, decimal_comma=False)
            if not np.isnan(parsed.values[0]):
                hours[at] = np.nansum([hours[at], parsed.values[0]])
            elif parsed.problems:
                cell = f"{letter(columns[Field.HOURS_SPENT])}{number}"
                text = to_text(spent)
                issues.append(
                    Issue(
                        "hours-unreadable", Severity.WARNING, f"“{text}” is not a number of hours; it was not counted.",
                        "Write a number such as 16.", table.sheet.name, cell, text,
                    )
                )  # fmt: skip
    return issues


def _unknown(table: Table, column: int, number: int, row: Sequence[object]) -> Issue:
    name = to_text(row[column])
    return Issue(
        "returned-account-unknown", Severity.WARNING,
        f"“{name}” has hours spent, but is not in the list; they were not counted.", "Check the name.",
        table.sheet.name, f"{letter(column)}{number}", name,
    )  # fmt: skip
