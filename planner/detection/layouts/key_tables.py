"""Small tables apart from a list that explain or sum up one of its columns, under the same header.

`Stage | What it means | Chance` spells the stages of the list out and says their chances; `Owner | Deals | Value` sums
it up. Neither holds accounts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from planner.detection.headers.field_words import meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.headers.known_headers import may_name_account
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.header_text import read_header
from planner.parsing.shares import parse_shares
from planner.parsing.standing.legends import LONGEST_CODE
from planner.parsing.text_cells import to_text
from planner.readers.workbook import Rows
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.text import listed
from planner.vocabulary import Severity

SEEN: Final = 40
"""So many rows at the end of a sheet, and beside the first accounts, are looked at."""
LEAST, MOST, WIDEST = 2, 20, 4
"""So many codes, and so many columns, a table of them has."""
KNOWN: Final = 0.5
"""At least this share of its codes stands in the list."""
EXPLAINED: Final = 0.8
"""At least this share of the list's column is among its codes."""
OF_CHANCES: Final = 0.6
"""How much the words of a header have to speak of chances."""
WHY: Final = "is a key"
WHY_SUM: Final = "sums the list up"


@dataclass(frozen=True)
class KeyTable:
    """A table of what the values of a column mean.

    Attributes:
        column: the column of the list, from 0.
        meanings: what each short code stands for, by code in lower case; empty where nothing spells them out.
        chances: the chance of each, by what stands in the list once its codes are spelt out, in lower case.
        rows: the rows of the sheet that it fills, its header first, from 1; none where accounts stand in them.
    """

    column: int
    meanings: Mapping[str, str]
    chances: Mapping[str, float]
    rows: range


def with_keys_spelt_out(body: Body, table: Table) -> Body:
    """The rows with the codes of a column spelt out where a small table explains them, which is left out; a note."""
    for key in key_tables(table):
        body = _without(_spelt_out(body, table, key), table, key)
    return body


def key_tables(table: Table) -> tuple[KeyTable, ...]:
    """The small tables of a sheet under headers of its list."""
    if table.cells or table.sheet.moved:
        return ()
    headers = {text.lower(): j for j, text in reversed(list(enumerate(table.headers))) if _is_explained(text)}
    found: dict[int, KeyTable] = {}
    for i, c in _places(table):
        cell = table.sheet.rows[i][c]
        j = headers.get(" ".join(cell.split()).lower()) if isinstance(cell, str) and cell else None
        if j is not None and j not in found and j not in table.outside and (i, c) != (table.header_row - 1, j):
            key = _key_at(table, i, c, j)
            found |= {} if key is None else {j: key}
    return tuple(found.values())


def _is_explained(header: str) -> bool:
    return bool(header) and not may_name_account(header)


def _places(table: Table) -> Iterator[tuple[int, int]]:
    """The cells in which such a table may begin: under the list, and beside it in columns that are none of its."""
    rows = table.sheet.rows
    under = range(max(table.first, len(rows) - SEEN), len(rows))
    yield from ((i, c) for i in under for c in range(len(rows[i])))
    beside = range(max(0, table.top - 1), min(len(rows), table.first + SEEN))
    yield from ((i, c) for i in beside for c in sorted(table.outside))


def _key_at(table: Table, top: int, left: int, column: int) -> KeyTable | None:
    """The table of codes under a cell that says again what the header of a column says, or None."""
    rows, end = table.sheet.rows, top + 1
    right = left + 1
    while right < len(rows[top]) and rows[top][right] != "" and right - left <= WIDEST:
        right += 1
    while end < len(rows) and not is_missing(rows[end][left]) and any(rows[end][left + 1 : right]):
        end += 1
    codes = [_code(rows[i][left]) for i in range(top + 1, end)]
    alone = all(cell == "" for i in range(top, end) for k, cell in enumerate(rows[i]) if not left <= k < right)
    beside = set(range(left, right)) <= table.outside
    small = LEAST <= len(codes) == len(set(codes)) <= MOST and LEAST <= right - left <= WIDEST
    names = _names_accounts(rows[top:end], range(left, right))
    if (
        not small
        or names
        or not (alone or beside)
        or not _explains(codes, rows[table.first : top if alone else None], column)
    ):
        return None
    of_chances = _of_chances(rows[top], left, right)
    told = _meanings(rows, range(top + 1, end), [k for k in range(left + 1, right) if k != of_chances])
    meanings = dict(zip(codes, told, strict=True)) if all(len(code) <= LONGEST_CODE for code in codes) and told else {}
    chances: dict[str, float] = {}
    if of_chances is not None:
        cells = [rows[i][of_chances] for i in range(top + 1, end)]
        shares = parse_shares(cells, decimal_comma=False, percent_header="%" in rows[top][of_chances]).values
        pairs = zip(codes, shares.tolist(), strict=True)
        chances = {meanings.get(code, code).lower(): share for code, share in pairs if not np.isnan(share)}
    return KeyTable(column, meanings, chances, range(top + 1, end + 1) if alone else range(0))


def _names_accounts(rows: Rows, columns: range) -> bool:
    """Whether some texts stand under a header over names of accounts: then the rows are more of the list."""
    header = rows[0]
    named = [k for k in columns if isinstance(header[k], str) and may_name_account(header[k])]
    return any(isinstance(row[k], str) and row[k] != "" for row in rows[1:] for k in named)


def _code(cell: Any) -> str:
    return to_text(cell).strip().lower()


def _explains(codes: Sequence[str], under: Rows, column: int) -> bool:
    """Whether most codes stand in a column of the list, and little else does."""
    cells = Counter(_code(row[column]) for row in under if not is_missing(row[column]))
    known = sum(code in cells for code in codes) >= KNOWN * len(codes)
    return known and sum(cells[code] for code in codes) >= EXPLAINED * sum(cells.values())


def _of_chances(header: Sequence[Any], left: int, right: int) -> int | None:
    """The column of chances of a table of codes."""
    return next((k for k in range(left + 1, right) if _says_chance(header[k])), None)


def _says_chance(header: Any) -> bool:
    if not isinstance(header, str) or not header:
        return False
    said = meanings_of(header_words(header)).get(Field.PROBABILITY, 0.0)
    return said >= OF_CHANCES or read_header(header).text.strip() == "%"


def _meanings(rows: Rows, at: range, columns: Sequence[int]) -> list[str]:
    """What the codes stand for, from the first column of nothing but texts; empty where there is none."""
    for k in columns:
        texts = [rows[i][k] for i in at]
        if all(isinstance(text, str) and len(text.strip()) > 1 for text in texts):
            return [" ".join(text.split()) for text in texts]
    return []


def _spelt_out(body: Body, table: Table, key: KeyTable) -> Body:
    said = {to_text(cell).strip() for cell in body.columns[key.column] if _code(cell) in key.meanings}
    if not said:
        return body
    own = set(key.rows)
    pairs = zip(body.columns[key.column], body.rows.tolist(), strict=True)
    cells = Cells(cell if row in own else key.meanings.get(_code(cell), cell) for cell, row in pairs)
    shown = listed([f"“{code}” as “{key.meanings[code.lower()]}”" for code in sorted(said)])
    issue = Issue(
        "codes-spelt-out", Severity.NOTE,
        f"“{table.headers[key.column]}” was read as the small table of its codes says: {shown}.",
        "Write the words into the column if that is wrong.", table.sheet.name,
        f"{letter(key.column)}{table.header_row}", table.headers[key.column],
    )  # fmt: skip
    columns = (*body.columns[: key.column], cells, *body.columns[key.column + 1 :])
    return replace(body, columns=columns, issues=(*body.issues, issue))


def _without(body: Body, table: Table, key: KeyTable) -> Body:
    """The rows without those that a table of codes fills."""
    own = {i for i, row in enumerate(body.rows.tolist()) if row in key.rows}
    if not own:
        return body
    why, sheet = WHY if key.meanings or key.chances else WHY_SUM, table.sheet.name
    skipped = tuple(SkippedRow(int(body.rows[i]), _text(body, i), why, sheet) for i in sorted(own))
    kept = [i for i in range(len(body.rows)) if i not in own]
    return replace(body.at_rows(kept), skipped=(*body.skipped, *skipped))


def _text(body: Body, i: int) -> str:
    return " ".join(to_text(column[i]).strip() for column in body.columns if not is_missing(column[i]))[:80]
