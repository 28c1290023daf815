"""Cells that go on in the rows under them: a log kept beside an account, one row for each entry.

Every further entry is put behind the first one, into the cell of the account's own row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from planner.detection.rows.lone_rows import is_key, is_known_title
from planner.detection.rows.total_rows import is_named_total
from planner.parsing.text_shapes import LETTER, reads_like_name, reads_like_remark
from planner.readers.workbook import Sheet

MOST_ROWS: Final = 2_000
"""Nobody keeps longer lists in this way."""
LEAST_FILLED: Final = 3
"""An account's own row has so many cells at least."""
LEAST_ENTRIES: Final = 2
MOST_NAMES: Final = 0.3
"""Of the entries at most this share reads like a name."""
APART: Final = "; "


def with_continued_cells(sheet: Sheet) -> Sheet | None:
    """The sheet with entries of one cell put behind the cell that they go on from; None where there are none."""
    if len(sheet.rows) > MOST_ROWS or sheet.width < LEAST_FILLED:
        return None
    entries = _entries(sheet.rows)
    names = sum(reads_like_name(text) for _, _, text in entries.values())
    if len(entries) < LEAST_ENTRIES or names > MOST_NAMES * len(entries):
        return None
    rows = [list(row) for row in sheet.rows]
    for i, (owner, column, text) in entries.items():
        rows[owner][column] = f"{rows[owner][column]}{APART}{text}"
        rows[i] = [""] * sheet.width
    return replace(sheet, rows=rows)


def _entries(rows: Sequence[Sequence[Any]]) -> Mapping[int, tuple[int, int, str]]:
    """The rows of one text right under an account's row, or under another such entry, in a column behind the first that
    the account's row has filled with text too: by row the account's row, the column and the text."""
    found: dict[int, tuple[int, int, str]] = {}
    owner = -1
    for i, row in enumerate(rows):
        filled = [j for j, cell in enumerate(row) if cell != ""]
        if len(filled) != 1:
            owner = i if len(filled) >= LEAST_FILLED else -1
            continue
        column, text = filled[0], row[filled[0]]
        first = next((j for j, cell in enumerate(rows[owner]) if cell != ""), column) if owner >= 0 else column
        begun = owner > 0 and column > first and isinstance(rows[owner][column], str) and rows[owner][column] != ""
        if begun and isinstance(text, str) and _is_entry(text):
            found[i] = (owner, column, text.strip())
        else:
            owner = -1
    return found


def _is_entry(text: str) -> bool:
    if is_key(text) or is_named_total(text) or (is_known_title(text) and not reads_like_remark(text)):
        return False
    return LETTER.search(text) is not None
