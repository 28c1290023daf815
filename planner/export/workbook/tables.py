"""Tables and cells of a written workbook.

Text is always written as text, so nothing from a client list becomes a formula. Rows and columns count from 0, as
XlsxWriter counts them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, isfinite
from typing import Any, NamedTuple

import numpy as np
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from planner.export.workbook.styles import HEADER, Props, Styles

LONGEST_TEXT = 32_767
FIRST_DATE = np.datetime64("1900-03-01")
"""Excel counts a 29 February 1900 that never was; earlier dates are written as text."""
A4 = 9
OFF_PAPER = 701
"""Column ZZ, further right than any table."""
CHARACTERS_A_UNIT = 1.18
"""Letters of plain text are narrower than the digits that column widths are counted in."""
BOLD_WIDER = 1.1
LEAST_HEIGHT, MOST_HEIGHT = 16.0, 300.0


class Formula(NamedTuple):
    """A live formula and the value it has now, so that previews show a number."""

    text: str
    value: float | str


class PlainFormulas(Worksheet):  # type: ignore[misc]
    """A worksheet whose formulas use only functions as old as Excel itself (`SUM`, `MAX`, `ROUND`, `SUBTOTAL`).

    Newer ones need a prefix in the file. XlsxWriter seeks each of them in every formula, which would take a fifth of
    the whole export.
    """

    def _prepare_formula(self, formula: str, _expand: bool = False) -> str:
        return formula.removeprefix("=")


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        layers: how all cells look; `odd_layers` come on top in the rows `odd`, by position.
        note: shown when the pointer rests on the header.
    """

    header: str
    width: float
    values: Sequence[object]
    layers: tuple[Props, ...] = ()
    header_layers: tuple[Props, ...] = ()
    odd: frozenset[int] = frozenset()
    odd_layers: tuple[Props, ...] = ()
    note: str = ""


def width_for(texts: Sequence[str], least: float, most: float) -> float:
    """Width of a column that holds the longest of the texts on one line, within bounds; 2 are for the cell's edges."""
    return min(max(max(map(len, texts), default=0) / CHARACTERS_A_UNIT + 4, least), most)


def put(sheet: Any, row: int, column: int, value: object, style: Any) -> None:
    """Write one value by its type; what is not known (None, NaN, NaT) is an empty cell."""
    if isinstance(value, str):
        if value:
            sheet.write_string(row, column, shortened(value, LONGEST_TEXT), style)
        else:
            sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, int | float | np.number):
        if isfinite(value):
            sheet.write_number(row, column, float(value), style)
        else:
            sheet.write_blank(row, column, None, style)
    elif isinstance(value, Formula):
        sheet.write_formula(row, column, value.text, style, value.value)
    elif isinstance(value, np.datetime64 | dt.date):
        _put_date(sheet, row, column, np.datetime64(value).astype("datetime64[D]"), style)
    elif value is None:
        sheet.write_blank(row, column, None, style)
    else:
        put(sheet, row, column, str(value), style)


def length(text: str) -> int:
    """Characters as Excel counts them: two for an emoji."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, longest: int) -> str:
    """The text up to so many characters as Excel counts them.

    >>> cut("ab🚀", 3), cut("ab🚀", 4)
    ('ab', 'ab🚀')
    """
    if length(text) <= longest:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: 2 * longest].decode("utf-16-le", "ignore")


def shortened(text: str, longest: int) -> str:
    """The text, with dots at its end where more of it was left out."""
    if 2 * len(text) <= longest or length(text) <= longest:
        return text
    return cut(text, longest - 1) + "…"


def _put_date(sheet: Any, row: int, column: int, day: np.datetime64, style: Any) -> None:
    if np.isnat(day):
        sheet.write_blank(row, column, None, style)
    elif day < FIRST_DATE:
        sheet.write_string(row, column, str(day), style)
    else:
        sheet.write_datetime(row, column, day.item(), style)


def write_table(sheet: Any, styles: Styles, top: int, columns: Sequence[Column], *, left: int = 0) -> int:
    """Write a header at row `top` and the cells below it; returns the row after the last."""
    rows = max((len(column.values) for column in columns), default=0)
    for offset, column in enumerate(columns):
        at = left + offset
        sheet.set_column(at, at, column.width)
        sheet.write_string(top, at, column.header, styles(HEADER, *column.header_layers))
        if column.note:
            sheet.write_comment(top, at, column.note, {"x_scale": 2})
        usual, odd = styles(*column.layers), styles(*column.layers, *column.odd_layers)
        for position, value in enumerate(column.values):
            put(sheet, top + 1 + position, at, value, odd if position in column.odd else usual)
    _set_heights(sheet, top + 1, columns)
    return top + 1 + rows


def _set_heights(sheet: Any, first: int, columns: Sequence[Column]) -> None:
    """Heights that show all wrapped text: not every program finds them by itself."""
    wrapped = [column for column in columns if any(layer.get("text_wrap") for layer in column.layers)]
    for row, needed in enumerate(map(max, zip(*map(_heights, wrapped), strict=True)), start=first):
        sheet.set_row(row, min(max(needed, LEAST_HEIGHT), MOST_HEIGHT))


def _heights(column: Column) -> list[float]:
    """Points of height that each cell of a wrapped column needs, each distinct text measured once."""
    size = float(next((str(layer["font_size"]) for layer in reversed(column.layers) if "font_size" in layer), 10))
    texts = [value if isinstance(value, str) else "" for value in column.values]
    bold = any(layer.get("bold") for layer in column.layers)
    width = (column.width - 1) / (BOLD_WIDER if bold else 1)
    known = {text: height_of(text, width, size=size) for text in set(texts)}
    return [known[text] for text in texts]


def set_up_page(sheet: Any, *, header_row: int | None = None, portrait: bool = False, pages: int = 0) -> None:
    """A4, one page wide and at most `pages` long (any number for 0), header repeated, page numbers."""
    if not portrait:
        sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, pages)
    sheet.set_footer('&L&"Arial"&8&A&C&"Arial"&8&F&R&"Arial"&8Page &P of &N')
    sheet.hide_gridlines(2)
    if header_row is not None:
        sheet.repeat_rows(header_row)


def keep_off_paper(sheet: Any) -> None:
    """Leave a sheet out where the whole workbook is printed, until its print area is cleared.

    The area is a cell of a hidden column: neither Excel nor LibreOffice makes a page of what is hidden, while both
    print cells that are only empty.
    """
    sheet.set_column(OFF_PAPER, OFF_PAPER, None, None, {"hidden": True})
    sheet.print_area(0, OFF_PAPER, 0, OFF_PAPER)


def data_bar(sheet: Any, rows: tuple[int, int], column: int, colour: str, **more: object) -> None:
    """A solid bar behind the numbers of a column, from row to row inclusive."""
    look = {"type": "data_bar", "bar_color": colour, "bar_solid": True, "data_bar_2010": True, **more}
    if rows[1] >= rows[0]:
        sheet.conditional_format(rows[0], column, rows[1], column, look)


def cells(sheet_name: str, rows: tuple[int, int], column: int) -> str:
    """An absolute range in one column: `'M. Lind'!$B$7:$B$30`."""
    letter = xl_col_to_name(column, col_abs=True)
    return f"{quoted(sheet_name)}!{letter}${rows[0] + 1}:{letter}${rows[1] + 1}"


def quoted(sheet_name: str) -> str:
    return "'" + sheet_name.replace("'", "''") + "'"


def height_of(text: str, width: float, *, size: float = 10) -> float:
    """Points of height that wrapped text needs in columns `width` characters wide together."""
    room = max(width * 10 / size * CHARACTERS_A_UNIT, 1)
    lines = sum(max(ceil(len(part) / room), 1) for part in text.split("\n")) if text else 1
    return lines * size * 1.38 + 3
