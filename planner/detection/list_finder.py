"""Which sheet is the client list, where it begins, and which column is which field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.detection.columns.account_key import quoted
from planner.detection.header_rows import CERTAIN, find_table, is_summary, likeliest_table
from planner.detection.headers.known_headers import field_of, names_account
from planner.detection.layouts.cards import card_table
from planner.detection.layouts.continued_cells import with_continued_cells
from planner.detection.layouts.second_lines import with_second_lines
from planner.detection.rows.pasted_lines import ragged_table, split_lines
from planner.detection.sheets.setting_sheets import SETTING_SHEETS, export_sheets, written_sheets
from planner.detection.table import Table
from planner.errors import InputError
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.readers.workbook import Book, Sheet

_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def find_lists(
    book: Book,
    mapping: Mapping[str, str],
    *,
    about: Mapping[str, str],
    sheet: str | None = None,
    header_row: int | None = None,
) -> tuple[Table, ...]:
    """The tables of a workbook that could be the client list, the one on `sheet` or else the likeliest first.

    Raises:
        InputError: when there is no such sheet, or no table.
    """
    candidates = _candidate_sheets(book, about, sheet)
    if len(candidates) == 1 and header_row is None and not mapping:
        only = book.sheet(candidates[0])
        pasted = card_table(only) or ragged_table(only)
        if pasted is not None:
            return (pasted,)
    found = [find_table(_sheet(book, name), header_row, tuple(mapping.values())) for name in candidates]
    tables = [table for table in found if table and (mapping or header_row or not _sums_up(table))]
    if not tables and header_row is None:
        guessed = [likeliest_table(_sheet(book, name)) for name in candidates]
        tables = [table for table in guessed if table is not None and not is_summary(table.sheet)]
    if not tables:
        raise InputError(_nothing_found(book, candidates, header_row))
    if sheet is not None:
        names = [name for name in _candidate_sheets(book, about, None) if name not in candidates]
        others = [table for name in names if (table := find_table(_sheet(book, name)))]
        return (*tables, *sorted(others, key=_rank, reverse=True))
    return _newest_first(sorted(tables, key=_rank, reverse=True))


def _sheet(book: Book, name: str) -> Sheet:
    """A sheet; lines pasted into a single column are split, and accounts over several rows stand in one."""
    sheet = book.sheet(name)
    return split_lines(sheet) or with_second_lines(sheet) or with_continued_cells(sheet) or sheet


def _newest_first(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Tables by rank; of those with the same headers on sheets called after years the newest before the older ones."""
    years = {id(one): int(match[0]) for one in tables if (match := _A_YEAR.search(one.sheet.name))}
    alike = [one for one in tables if id(one) in years and one.headers == tables[0].headers]
    if id(tables[0]) not in years or len(alike) < 2:
        return tuple(tables)
    alike.sort(key=lambda one: years[id(one)], reverse=True)
    return (*alike, *(one for one in tables if all(one is not other for other in alike)))


def _sums_up(table: Table) -> bool:
    """Whether a table is but a part of pivot tables: nothing in its header surely names an account.

    Under a pivot table, a header of several fields with a likely name of an account is that of a list.
    """
    if not is_summary(table.sheet) or any(map(names_account, table.headers)):
        return False
    under = table.top > 1 and not is_summary(replace(table.sheet, rows=table.sheet.rows[table.top - 1 :]))
    fields = (field_of(read_header(text)) for text in table.headers)
    named = any(found is not None and found[0] is Field.ACCOUNT for found in fields)
    return not (under and named and table.score >= CERTAIN)


def _rank(table: Table) -> tuple[float, int]:
    return (table.score + (0.0 if table.sheet.visible else -3.0), len(table.body))


def _candidate_sheets(book: Book, about: Mapping[str, str], sheet: str | None) -> Sequence[str]:
    by_name = {name.strip().lower(): name for name in book.names}
    if sheet is not None:
        if sheet.strip().lower() not in by_name:
            raise InputError(f"{book.file} has no sheet “{sheet}”; it has {quoted(book.names)}.")
        return (by_name[sheet.strip().lower()],)
    written = [by_name[name] for name in written_sheets(about) if name in by_name]
    if written:
        return written
    skipped = {*SETTING_SHEETS, *export_sheets(about)}
    names = [name for name in book.names if name.strip().lower() not in skipped]
    visible = [name for name in names if name not in book.hidden]
    return visible or names or book.names


def _nothing_found(book: Book, candidates: Sequence[str], header_row: int | None) -> str:
    if all(not any(cell != "" for row in book.sheet(name).rows for cell in row) for name in candidates):
        return f"There is nothing on the sheet{'s' if len(candidates) > 1 else ''} {quoted(candidates)} of {book.file}."
    if header_row is not None:
        return f"Row {header_row} of {quoted(candidates)} in {book.file} has no headers; give the row they stand in."
    summaries = [name for name in candidates if is_summary(book.sheet(name))]
    if summaries:
        hold = "holds" if len(summaries) == 1 else "hold"
        return (
            f"No client list was found in {book.file}: {quoted(summaries)} {hold} pivot tables, which sum a list up. "
            "Load the list that they were made from, or map the account to “Row Labels” if your clients stand there."
        )
    return (
        f"No client list was found in {book.file}: no row has a header such as “Account”, “Client” or “Company” with "
        "rows under it. Write “Client” over the column of names, or map the account to one of your columns."
    )
