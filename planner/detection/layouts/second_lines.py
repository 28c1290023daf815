"""Accounts over two rows: the name with its facts, and under it in one cell what else there is to say.

The second line is put behind the first one, as a column of remarks without a header.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from planner.detection.rows.lone_rows import is_key, is_known_title
from planner.detection.rows.total_rows import is_named_total
from planner.detection.table import letter
from planner.parsing.text_cells import to_text
from planner.parsing.text_shapes import reads_like_name, reads_like_remark
from planner.readers.workbook import Sheet

MOST_ROWS: Final = 2_000
"""Nobody writes longer lists in two lines each."""
LEAST_LINES, OFTEN = 4, 0.5
"""So many accounts, and at least this share of all, have a second line."""
MOST_NAMES: Final = 0.4
"""Of the second lines at most this share reads like a name."""


def with_second_lines(sheet: Sheet) -> Sheet | None:
    """The sheet with each second line behind the row above it; None where accounts stand in one row each."""
    if len(sheet.rows) > MOST_ROWS or sheet.width < 2:
        return None
    filled = [sum(cell != "" for cell in row) for row in sheet.rows]
    set_in = _set_in(sheet)
    under = (i for i in range(1, len(filled)) if filled[i - 1] > 1 and (filled[i] == 1 or i in set_in))
    seconds = {i: text for i in under if (text := _only(sheet.rows[i]))}
    firsts = sum(count > 1 for i, count in enumerate(filled) if i not in set_in)
    least = max(LEAST_LINES, OFTEN * firsts)
    indented = {i: text for i, text in seconds.items() if _is_indented(sheet, i)}
    if len(indented) >= least:
        seconds = indented  # of whatever they name, persons or work; others beside them are titles
    elif len(seconds) < least or sum(map(reads_like_name, seconds.values())) > MOST_NAMES * len(seconds):
        return None
    behind = {i - 1: text for i, text in seconds.items()}
    blank = [""] * sheet.width
    rows = [[*(blank if i in seconds else row), behind.get(i, "")] for i, row in enumerate(sheet.rows)]
    moved = {(i, sheet.width): f"{letter(_place(sheet.rows[i]))}{i + 1}" for i in seconds}
    return replace(sheet, rows=rows, moved={**sheet.moved, **moved})


def _set_in(sheet: Sheet) -> frozenset[int]:
    """Rows of several cells that are set in under a row that is not; none in reports that total such parts."""
    firsts = [row[_place(row)] if any(cell != "" for cell in row) else "" for row in sheet.rows]
    names = [text if isinstance(text, str) else "" for text in firsts]
    if not any(name[:1].isspace() for name in names) or any(map(_is_total, names)):
        return frozenset()
    pairs = enumerate(pairwise(names), 1)
    return frozenset(i for i, (above, name) in pairs if name[:1].isspace() and above and not above[:1].isspace())


def _is_total(name: str) -> bool:
    return is_named_total(name) or name.strip().lower().startswith("total")


def _is_indented(sheet: Sheet, i: int) -> bool:
    """Whether a line is set in by blanks under one that is not."""
    at = _place(sheet.rows[i])
    return str(sheet.rows[i][at])[:1].isspace() and not str(sheet.rows[i - 1][at])[:1].isspace()


def _only(row: Sequence[Any]) -> str:
    """The one text of a row where it is no title, key or total, or `""`."""
    text = row[_place(row)]
    if not isinstance(text, str) or is_key(text) or is_named_total(text):
        return ""
    if is_known_title(text) and not (text[:1].isspace() or reads_like_remark(text)):  # a title is not set in
        return ""
    return "; ".join(to_text(cell).strip() for cell in row if cell != "")


def _place(row: Sequence[Any]) -> int:
    return next((j for j, cell in enumerate(row) if cell != ""), 0)
