"""Lists that name nobody: amounts and stages alone. Each row then stands for an account, by its number on the sheet."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

from planner.detection.headers.known_headers import field_of, may_name_account, names_account
from planner.detection.rows.total_rows import is_named_total
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.text_shapes import LETTER
from planner.records.issues import Issue
from planner.vocabulary import Severity

HEADER: Final = "Row"
"""What the column of numbers is called."""
LEAST_SAID: Final = 2
"""A row that says less is none of the list."""
LEAST_NAMES: Final = 2
OF_A_SALE: Final = frozenset({Field.STAGE, Field.STATUS, Field.PROBABILITY, Field.EXPECTED_DATE, Field.RELATIONSHIP})


def with_numbered_rows(table: Table) -> Table | None:
    """The table with a column that names each row by its number; None where it is no list of amounts and stages."""
    found = {field_of(read_header(text)) for text in table.headers if text}
    fields = {one[0] for one in found if one is not None}
    if Field.ANNUAL_FEE not in fields or not fields & OF_A_SALE or HEADER in table.headers:
        return None
    rows = [[*row, _name(row, number, table.first)] for number, row in enumerate(table.sheet.rows, 1)]
    rows[table.header_row - 1][-1] = HEADER
    return dataclasses.replace(
        table,
        sheet=dataclasses.replace(table.sheet, rows=rows),
        headers=(*table.headers, HEADER),
        above=(*table.above, "") if table.above else (),
    )


def likeliest_names(table: Table) -> int | None:
    """The column that stands for the names of accounts for want of any that reads like names: one headed
    so, else the one with most different texts; None where there are not two of them, as in a file that is no list."""
    texts = [{str(row[j]).strip() for row in table.body if _is_text(row[j])} for j in range(len(table.headers))]
    named = [(names_account(text), may_name_account(text)) for text in table.headers]
    some = [j for j, said in enumerate(texts) if len(said) >= LEAST_NAMES or (said and any(named[j]))]
    return max(some, key=lambda j: (*named[j], len(texts[j]), -j), default=None)


def likeliest_names_told(table: Table, column: int) -> Issue:
    """The warning that a column stands for the names of accounts though it hardly reads like names."""
    header = table.headers[column] or f"column {letter(column)}"
    return Issue(
        "account-guessed", Severity.WARNING,
        f"Nothing on “{table.sheet.name}” reads like names of accounts; “{header}” was taken for them.",
        "Map the account to another column if that is wrong.", table.sheet.name,
        f"{letter(column)}{table.header_row}", header,
    )  # fmt: skip


def _is_text(cell: Any) -> bool:
    return isinstance(cell, str) and bool(LETTER.search(cell))


def numbered_rows_told(table: Table) -> Issue:
    """The warning that a list names no accounts."""
    return Issue(
        "account-by-row", Severity.WARNING,
        f"The list on “{table.sheet.name}” names no accounts; each of its rows stands for one, by its number.",
        "Add a column with the names, or map the account to one of the columns.", table.sheet.name,
    )  # fmt: skip


def _name(row: Sequence[Any], number: int, first: int) -> str:
    """`Row 7` for a row of the list, `""` for another."""
    said = [cell for cell in row if cell != ""]
    total = any(isinstance(cell, str) and is_named_total(cell) for cell in said)
    return f"{HEADER} {number}" if number > first and len(said) >= LEAST_SAID and not total else ""
