"""Cells → table: where on a sheet the list begins, and what its headers are.

A header row is known by its words and by what stands under it: short texts over columns of other things. A header over
two rows, or in merged cells, is read as one. A list without any header begins with its first row.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from planner.detection.header_labels import group_titles, one_header, two_rows_make_one
from planner.detection.header_text import read_header
from planner.detection.known_headers import field_of, headerness
from planner.detection.side_blocks import beside_and_aside
from planner.detection.table import Table, is_blank, leftmost
from planner.fields import Field
from planner.parsing.cell_values import clean
from planner.readers.workbook import Rows, Sheet

SEARCHED_ROWS = 400
"""How far down a header is looked for, in rows that are not empty."""
SEARCHED_CELLS = 50_000
"""So many cells are looked at for a header, and no row more."""
SEARCHED_BELOW, CERTAIN = 40, 4.0
"""Under a header with so many known names only so many more rows are searched for a better one."""
CONTRAST_ROWS = 12
"""So many rows under a header show what kind of values its columns hold."""
PIVOT_HEADERS = frozenset({"Row Labels", "Zeilenbeschriftungen", "Étiquettes de lignes", "Etiquetas de fila"})


def is_summary(sheet: Sheet) -> bool:
    """Whether a sheet has a pivot table, which names its own columns."""
    return any(type(cell) is str and cell in PIVOT_HEADERS for row in sheet.rows[:SEARCHED_ROWS] for cell in row)


def find_table(sheet: Sheet, header_row: int | None = None, wanted: Sequence[str] = ()) -> Table | None:
    """The list on a sheet, or None where nothing looks like one.

    Args:
        header_row: the header's row as the user counts, from 1; None to look for it.
        wanted: headers that the user named in a mapping; a row that holds them is the header.
    """
    rows = sheet.rows
    if header_row is not None:
        return _table(sheet, header_row - 1, header_row - 1, wanted) if 0 < header_row <= len(rows) else None
    best: Table | None = None
    most, seen, looked, last = 0.0, 0, 0, len(rows)
    for index, row in enumerate(rows[: 20 * SEARCHED_ROWS]):
        if not any(row):
            continue
        seen += 1
        looked += len(row)
        if seen > SEARCHED_ROWS or index > last or looked > SEARCHED_CELLS + len(row):
            break
        hits = sum(_hit(cell, wanted) for cell in row if type(cell) is str and cell)
        if not hits or hits < 0.6 * most:
            continue
        for top in (index, index - 1):
            table = _table(sheet, top, index, wanted) if top >= 0 else None
            if table and (best is None or table.score > best.score + 1e-9):
                best, most = table, max(hits, most)
                last = index + SEARCHED_BELOW if hits >= CERTAIN else last
    return best


def table_without_header(sheet: Sheet) -> Table | None:
    """A list whose first row is an account already: its columns have no headers. None where the sheet has no text."""
    filled = [i for i, row in enumerate(sheet.rows) if sum(cell != "" for cell in row) > 1] or [
        i for i, row in enumerate(sheet.rows) if not is_blank(row)
    ]
    if not filled or not any(
        isinstance(cell, str) and any(map(str.isalpha, cell)) for row in sheet.rows for cell in row
    ):
        return None
    first = filled[0]
    return Table(sheet, first, ("",) * sheet.width, first, 0, 0.0, top=first + 1)


def _hit(text: str, wanted: Sequence[str]) -> float:
    """How surely a cell is a header: 2 where the user named it, else 0 to 1."""
    if wanted and " ".join(clean(text).split()) in wanted:
        return 2.0
    return headerness(text)


def _table(sheet: Sheet, top: int, bottom: int, wanted: Sequence[str]) -> Table | None:
    if top != bottom and not two_rows_make_one(sheet, top, bottom):
        return None
    headers = one_header(sheet, top, bottom)
    hits: dict[object, float] = {}
    for text in headers:
        weight = _hit(text, wanted) if text else 0.0
        if weight:
            found = field_of(read_header(text))
            key = found[0] if found else text
            hits[key] = max(hits.get(key, 0.0), weight)
    if not hits:
        return None
    body = sheet.rows[bottom + 1 :]
    score = sum(hits.values()) + (1.0 if Field.ACCOUNT in hits else 0.0) + _shape(sheet.rows[bottom], headers, body)
    whole = Table(
        sheet, bottom + 1, headers, bottom + 1, leftmost(headers), score, top=top + 1,
        above=group_titles(sheet, top, bottom),
    )  # fmt: skip
    return beside_and_aside(whole)


def _shape(row: Sequence[Any], headers: Sequence[str], body: Rows) -> float:
    """What the look of a row says for its being a header: texts, with rows of other things under them."""
    filled = sum(not is_blank(under) for under in body[:50])
    texts = sum(isinstance(cell, str) and bool(cell.strip()) for cell in row)
    others = sum(cell != "" for cell in row) - texts
    score = 0.02 * min(sum(map(bool, headers)), 30) - 0.5 * others + (0.1 * min(filled, 5) if filled else -1.0)
    return float(score + 0.2 * min(_contrast(row, body), 5))


def _contrast(row: Sequence[Any], body: Rows) -> int:
    """How many columns have a text in a row and mostly numbers or dates in the rows under it."""
    under = [one for one in body[:CONTRAST_ROWS] if sum(cell != "" for cell in one) > 1]
    count = 0
    for j, cell in enumerate(row):
        if not isinstance(cell, str) or not cell.strip():
            continue
        below = [one[j] for one in under if one[j] != ""]
        figures = sum(isinstance(value, int | float | dt.date) and not isinstance(value, bool) for value in below)
        count += len(below) > 0 and figures > 0.5 * len(below)
    return count
