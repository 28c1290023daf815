"""Small blocks apart from the columns of a list: names under a title that says what they are (`Introducers`).

Each is read as a list of its own, on a sheet that holds nothing else, so that its title is the one above its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.detection.headers.known_headers import headerness
from planner.detection.rows.lone_rows import LONGEST_TITLE, is_known_title
from planner.detection.rows.repeated_headers import LIKELY
from planner.detection.table import Table
from planner.parsing.header_text import plain
from planner.parsing.standing.stages import is_stage
from planner.parsing.standing.titles import status_of_title
from planner.parsing.text_shapes import reads_like_name, reads_like_remark
from planner.readers.workbook import Rows

NAME, REMARK = "Name", "Notes"
"""What the columns of a block are called whose title stands in the place of its header."""
LEAST, MOST, WIDEST = 2, 40, 6
"""So many names make a block, and so many rows and columns are looked at."""

OUR_OWN = frozenset({"partner", "partners"})
"""Titles over the firm's own people as well as over those who send it work."""


@dataclass(frozen=True)
class _Block:
    """Where a block stands, all from 0: the row of its title, the rows and columns up to which it goes."""

    title: int
    end: int
    left: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        return self.title <= row < self.end and self.left <= column < self.right


def without_titled_names(table: Table, account: int) -> Table | None:
    """A table without the small blocks apart from it, which stand in its `beside` then; None where there are none.

    Args:
        account: the column of the names of the list.
    """
    if table.cells or table.sheet.moved:
        return None
    rows = table.sheet.rows
    blocks: list[_Block] = []
    for block in _blocks(rows, table, account):
        if not any(other.holds(block.title, block.left) for other in blocks):
            blocks.append(block)
    if not blocks:
        return None
    kept = [[_outside(blocks, i, j, cell) for j, cell in enumerate(row)] for i, row in enumerate(rows)]
    headers = tuple(
        "" if any(block.holds(table.header_row - 1, j) for block in blocks) else text
        for j, text in enumerate(table.headers)
    )
    sheet = replace(table.sheet, rows=kept)
    return replace(table, sheet=sheet, headers=headers, beside=(*table.beside, *(_table(table, one) for one in blocks)))


def _outside(blocks: Sequence[_Block], row: int, column: int, cell: Any) -> Any:
    return "" if any(block.holds(row, column) for block in blocks) else cell


def _blocks(rows: Rows, table: Table, account: int) -> Iterator[_Block]:
    """The blocks in columns that are none of the list's, or under it in other columns than its names."""
    beside = {j for other in table.beside for j, text in enumerate(other.headers) if text}
    free = [j for j in range(len(table.headers)) if j not in beside]
    apart = [j for j in free if j and (not table.headers[j] or j in table.outside)]
    for i, row in enumerate(rows):
        for j in free if row[account] == "" else apart:
            if j == account or not isinstance(row[j], str) or (j and row[j - 1] != "") or not _is_title(row[j]):
                continue
            block = _under(rows, i, j)
            if block is not None and not _is_of_list(rows, block, apart, account):
                yield block


def _is_of_list(rows: Rows, block: _Block, apart: Sequence[int], account: int) -> bool:
    """Whether a block is part of the list: in its columns, and not past an empty row under its last name."""
    if set(range(block.left, block.right)) <= set(apart):
        return False
    return (
        block.left <= account < block.right
        or any(rows[block.title - 1])
        or any(row[account] != "" for row in rows[block.title :])
    )


def _is_title(cell: str) -> bool:
    """Whether a text is a title that says what the accounts under it are."""
    said = len(cell) <= LONGEST_TITLE and is_known_title(cell) and plain(cell) not in OUR_OWN
    return said and status_of_title(cell).relationship is not None


def _under(rows: Rows, title: int, left: int) -> _Block | None:
    """The block under a title, where enough names stand right under it and what stands before them is empty."""
    end = title + 1
    while end < min(len(rows), title + MOST) and isinstance(rows[end][left], str) and rows[end][left]:
        end += 1
    own = rows[title + 1 : end]
    if left and any(row[left - 1] != "" for row in own):
        return None
    right = left + 1
    while right < len(rows[title]) and right - left < WIDEST and any(row[right] != "" for row in own):
        right += 1
    texts = [row[left].strip() for row in own]
    names = texts[1:] if texts and headerness(texts[0]) >= LIKELY else texts
    if len(names) < LEAST or not all(map(_is_name, names)):
        return None
    block = _Block(title, end, left, right)
    return None if _stand_elsewhere(rows, block, names) else block


def _is_name(text: str) -> bool:
    """Whether a text names somebody; a status in a list of those to choose from does not."""
    return reads_like_name(text) and not reads_like_remark(text) and not (is_known_title(text) or is_stage(text))


def _stand_elsewhere(rows: Rows, block: _Block, names: Sequence[str]) -> bool:
    """Whether most names stand in the list too: its own people counted, or its accounts once more."""
    others = {
        plain(cell)
        for i, row in enumerate(rows)
        for j, cell in enumerate(row)
        if isinstance(cell, str) and cell and not block.holds(i, j)
    }
    return 2 * sum(plain(name) in others for name in names) >= len(names)


def _table(table: Table, block: _Block) -> Table:
    """The list that a block is: under a header of its own below its title, else with the title above its names."""
    rows = table.sheet.rows
    alone = [[cell if block.holds(i, j) else "" for j, cell in enumerate(row)] for i, row in enumerate(rows)]
    first = block.title + 1
    under = [cell for cell in alone[first] if cell != ""]
    headed = all(isinstance(cell, str) and headerness(cell) >= LIKELY for cell in under)
    at = first if headed else block.title
    headers = [" ".join(str(cell).split()) for cell in alone[at]]
    if not headed:
        headers[block.left] = NAME
        if block.right == block.left + 2 and not headers[block.left + 1]:
            headers[block.left + 1] = REMARK
        alone[at] = [cell if j == block.left else "" for j, cell in enumerate(alone[at])]
    outside = frozenset(j for j in range(len(headers)) if not block.left <= j < block.right)
    sheet = replace(table.sheet, rows=alone)
    return Table(sheet, at + 1, tuple(headers), at + 1, block.left, top=first + 1, outside=outside)
