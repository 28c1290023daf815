"""Which sheet is the client list, where it begins, and which column is which field."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.errors import InputError
from planner.roster.body import Body, keep_rows, table_columns
from planner.roster.columns import Mapped, map_columns
from planner.roster.plausible import plausibility, sample
from planner.roster.roster import ColumnMatch, Issue, SettingSheet
from planner.roster.setting_sheets import EXPORT_SHEETS, LIST_KEY, SETTING_SHEETS, written_sheets
from planner.roster.table import Table, find_table, letter
from planner.roster.workbook import Book
from planner.schema import Field, Severity


@dataclass(frozen=True, eq=False)
class FoundList:
    """A list with its columns mapped and the rows that are no accounts left out."""

    file: str
    table: Table
    mapped: Mapped
    body: Body
    issues: tuple[Issue, ...] = ()


def find_lists(
    book: Book,
    mapping: Mapping[str, str],
    *,
    about: Mapping[str, str],
    sheet: str | None = None,
    header_row: int | None = None,
) -> tuple[Table, ...]:
    """The tables of a workbook that could be the client list, the likeliest first.

    Raises:
        InputError: when there is no such sheet, or no table.
    """
    candidates = _candidate_sheets(book, about, sheet)
    tables = [
        table for name in candidates if (table := find_table(book.sheet(name), header_row, tuple(mapping.values())))
    ]
    if not tables:
        raise InputError(_nothing_found(book, candidates, header_row))
    return tuple(sorted(tables, key=_rank, reverse=True))


def map_table(table: Table, file: str, mapping: Mapping[str, str], sheets: Mapping[str, SettingSheet]) -> FoundList:
    """Map the columns of a table and keep its rows of accounts.

    Raises:
        InputError: when no column holds account names.
        SettingError: when `mapping` names an unknown field or header.
    """
    body = table_columns(table)
    mapped = map_columns(
        table.headers, body.columns, mapping, sheet=table.sheet.name, criteria=_criteria(sheets.get("fit"))
    )
    if Field.ACCOUNT not in mapped.columns:
        mapped = _guess_account(mapped, table, body, file)
    account = mapped.columns[Field.ACCOUNT]
    kept = keep_rows(body, table, account)
    return FoundList(file, table, mapped, kept, (*mapped.issues, *kept.issues))


def _rank(table: Table) -> tuple[float, int]:
    return (table.score + (0.0 if table.sheet.visible else -3.0), len(table.body))


def _candidate_sheets(book: Book, about: Mapping[str, str], sheet: str | None) -> Sequence[str]:
    by_name = {name.strip().lower(): name for name in book.names}
    if sheet is not None:
        if sheet.strip().lower() not in by_name:
            raise InputError(f"{book.file} has no sheet “{sheet}”; it has {_quoted(book.names)}.")
        return (by_name[sheet.strip().lower()],)
    written = [by_name[name] for name in written_sheets(about) if name in by_name]
    if written:
        return written
    skipped = set(SETTING_SHEETS) | (EXPORT_SHEETS if LIST_KEY in about else {"about"})
    names = [name for name in book.names if name.strip().lower() not in skipped]
    visible = [name for name in names if name not in book.hidden]
    return visible or names or book.names


def _quoted(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:12])
    return shown + (" and others" if len(names) > 12 else "")


def _nothing_found(book: Book, candidates: Sequence[str], header_row: int | None) -> str:
    if all(not any(cell != "" for row in book.sheet(name).rows for cell in row) for name in candidates):
        return (
            f"There is nothing on the sheet{'s' if len(candidates) > 1 else ''} {_quoted(candidates)} of {book.file}."
        )
    if header_row is not None:
        return f"Row {header_row} of {_quoted(candidates)} in {book.file} has no headers; give the row they stand in."
    return (
        f"No client list was found in {book.file}: no row has a header such as “Account”, “Client” or “Company”. "
        "Name the header row, or map the account to one of your columns."
    )


def other_lists(table: Table, others: Sequence[Table]) -> tuple[Issue, ...]:
    """A note on the sheets that look like a list too and are not read."""
    names = [other.sheet.name for other in others if other.body and other.score > 2]
    if not names:
        return ()
    return (
        Issue(
            "sheet-chosen", Severity.NOTE,
            f"The list was taken from the sheet “{table.sheet.name}”; {_quoted(names)} "
            f"{'looks' if len(names) == 1 else 'look'} like a list too.",
            "Name another sheet if that is wrong.", table.sheet.name,
        ),
    )  # fmt: skip


def _criteria(sheet: SettingSheet | None) -> tuple[str, ...]:
    names = []
    for row in sheet.rows if sheet else ():
        cell = next((row[key] for key in ("criterion", "criteria", "name") if key in row), None)
        if cell is not None:
            names.append(str(cell.value).strip())
    return tuple(names)


def _guess_account(mapped: Mapped, table: Table, body: Body, file: str) -> Mapped:
    """Take the column whose values look most like names, where a header at least speaks of one."""
    best, best_score = None, 0.0
    for j in mapped.unmapped:
        words = table.headers[j].lower()
        if not any(hint in words for hint in ("name", "company", "client", "organi", "customer", "account", "firm")):
            continue
        filled = [cell for cell in body.columns[j] if isinstance(cell, str) and cell.strip()]
        score = plausibility(Field.ACCOUNT, sample(body.columns[j])) * len(set(filled)) / max(1, len(body.rows))
        if score > best_score:
            best, best_score = j, score
    if best is None or best_score < 0.3:
        headers = _quoted([text for text in table.headers if text])
        raise InputError(
            f"The sheet “{table.sheet.name}” of {file} has no column of account names; its headers in row "
            f"{table.header_row} are {headers}. Map the account to one of them."
        )
    match = ColumnMatch(table.headers[best], letter(best), 0.4)
    issue = Issue(
        "account-guessed", Severity.WARNING, f"“{match.header}” was taken for the account's name.",
        "Map the account to another column if that is wrong.", table.sheet.name, f"{match.column}{table.header_row}",
        match.header,
    )  # fmt: skip
    return dataclasses.replace(
        mapped,
        columns={Field.ACCOUNT: best, **mapped.columns},
        matches={Field.ACCOUNT: match, **mapped.matches},
        unmapped=tuple(j for j in mapped.unmapped if j != best),
        issues=(*mapped.issues, issue),
    )
