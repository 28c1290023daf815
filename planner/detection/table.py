"""A list on a sheet: its header, where it begins, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from planner.readers.workbook import Rows, Sheet

AS_IT_STANDS: Final[Mapping[int, str]] = MappingProxyType({})
"""The list is read where it stands."""


@dataclass(frozen=True, eq=False)
class Table:
    """A list on a sheet. Rows and columns count from 0 here; `header_row` and `top` from 1, as people count.

    Attributes:
        headers: one a column, on one line, `""` where there is none.
        first: index in `sheet.rows` of the first row under the header.
        left: index of the first column of the list.
        top: row that the header begins in, where it stands over two; else `header_row`.
        above: title of the group of columns that each column stands in; empty where there are none.
        outside: columns that belong to something else beside this list.
        beside: the other lists beside this one, on the same header row.
        cells: the cell of the sheet that each row was made from ("C7"), by its number, where the list was laid out anew
            from cards; else empty.
        score: how much it looks like a client list; compares tables of different sheets.
    """

    sheet: Sheet
    header_row: int
    headers: tuple[str, ...]
    first: int
    left: int = 0
    score: float = 0.0
    outside: frozenset[int] = frozenset()
    beside: tuple[Table, ...] = ()
    top: int = 0
    above: tuple[str, ...] = ()
    cells: Mapping[int, str] = field(default_factory=lambda: AS_IT_STANDS)

    @property
    def body(self) -> Rows:
        return self.sheet.rows[self.first :]

    def without(self, columns: frozenset[int]) -> Table:
        """The table without some of its columns."""
        headers = tuple("" if j in columns else text for j, text in enumerate(self.headers))
        return replace(self, headers=headers, left=leftmost(headers), outside=self.outside | columns)

    def until(self, row: int) -> Table:
        """The table above a row, from 1."""
        return replace(self, sheet=replace(self.sheet, rows=self.sheet.rows[: row - 1]))

    def address(self, column: int, row: int) -> str:
        """The cell of the sheet in which a value of a row stands, from 0 and 1: "C7"."""
        return self.cells.get(row) or self.sheet.moved.get((row, column)) or f"{self.column(column)}{row}"

    def column(self, column: int) -> str:
        """The letter of the sheet's column in which a column of the list stands: all of a line stand in one."""
        return self.sheet.only or letter(column)

    @property
    def place(self) -> str:
        """Where the header begins: "H3"."""
        return f"{letter(self.left)}{self.header_row}"


def letter(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def leftmost(headers: Sequence[str]) -> int:
    """Index of the first header that says something."""
    return next((i for i, text in enumerate(headers) if text), 0)


def is_blank(row: Sequence[Any]) -> bool:
    """Whether a row holds nothing but empty cells."""
    return not any(row) and all(cell == "" for cell in row)
