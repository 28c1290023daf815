"""Cells put into the XML of a sheet, everything else of it left letter for letter.

Rows and columns count from 1, as in the file. Tags may carry a prefix (`<x:row>`), as some programs write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from planner.detection.table import letter
from planner.readers.cell_names import column_number

Cells = Mapping[tuple[int, int], "Cell"]

_ROW = re.compile(r"<((?:\w+:)?)row\b((?:\s[^<>]*?)?)\s*(?:/>|>(.*?)</\1row>)", re.DOTALL)
_CELL = re.compile(r"<((?:\w+:)?)c\b((?:\s[^<>]*?)?)\s*(?:/>|>.*?</\1c>)", re.DOTALL)
_DATA = re.compile(r"<((?:\w+:)?)sheetData\b[^<>]*?(?:/>|>(.*?)</\1sheetData>)", re.DOTALL)
_NUMBER = re.compile(r'\br="(\d+)"')
_ADDRESS = re.compile(r'\br="([A-Z]+)\d+"')
_STYLE = re.compile(r'\bs="(\d+)"')
_FORMULA = re.compile(r"<(?:\w+:)?f[\s/>]")
_ERROR = re.compile(r'^<[^<>]*\bt="e"')
_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Excel reads `_x0041_` as the letter of that number."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Cell:
    """What becomes of one cell.

    Attributes:
        value: the new text or number, "" for an empty cell; None leaves what is there.
        style: from the style that the cell has (None where there is no cell) to the style it gets; as it was, if
            nothing else is said.
    """

    value: str | float | None
    style: Callable[[int | None], int | None] = lambda before: before


def put_cells(xml: str, cells: Cells) -> str:
    """The sheet with the cells in it; a cell that is there already is replaced or only restyled."""
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in cells.items():
        by_row.setdefault(row, {})[column] = cell
    match = _DATA.search(xml)
    if match is None or not by_row:
        return xml
    prefix = match[1]
    rows: list[tuple[int, str]] = []
    number = 0
    for found in _ROW.finditer(match[2] or ""):
        number = _row_number(found[2], number + 1)
        changed = by_row.pop(number, None)
        rows.append((number, _row(prefix, number, found[2], found[3] or "", changed) if changed else found[0]))
    rows += [(number, _row(prefix, number, f' r="{number}"', "", changed)) for number, changed in by_row.items()]
    data = "".join(text for _, text in sorted(rows, key=lambda row: row[0]))
    patched = f"<{prefix}sheetData>{data}</{prefix}sheetData>"
    return _reaching(xml[: match.start()] + patched + xml[match.end() :], cells)


def column_styles(xml: str, column: int) -> dict[int, int]:
    """Style number of each row's cell in a column; rows without a cell there are left out."""
    return {
        number: _style_of(text) for number, _, inner in _rows_of(xml) for at, text in _cells_of(inner) if at == column
    }


def hidden_until(xml: str, first: int, last: int) -> int:
    """The last column, from 1, of rows `first` to `last` with a formula or an error; 0 where there is none.

    Readers show neither a formula that was saved without its value nor an error or a picture in a cell.
    """
    found = 0
    for number, _, inner in _rows_of(xml):
        if first <= number <= last and ("<f" in inner or ":f" in inner or 't="e"' in inner):
            shown = (at for at, text in reversed(_cells_of(inner)) if at > found and _is_hidden(text))
            found = next(shown, found)
    return found


def replaced_formulas(xml: str, cells: Cells) -> frozenset[tuple[int, int]]:
    """Rows and columns of the formulas that `put_cells` would replace."""
    rows = {row for row, _ in cells}
    return frozenset(
        (number, at)
        for number, _, inner in _rows_of(xml)
        if number in rows
        for at, text in _cells_of(inner)
        if (number, at) in cells and cells[number, at].value is not None and _FORMULA.search(text)
    )


def without_orphans(xml: str) -> str:
    """The sheet without the formulas that follow another one (a shared formula) that is not there; values stay."""
    shared = re.compile(r'<((?:\w+:)?)f\b[^<>]*?\bt="shared"[^<>]*?(?:/>|>(.*?)</\1f>)', re.DOTALL)
    groups = {_group(found[0]) for found in shared.finditer(xml) if found[2]}
    return shared.sub(lambda found: found[0] if found[2] or _group(found[0]) in groups else "", xml)


def as_text(text: str) -> str:
    """A text as a workbook's XML holds it: without what no XML can hold, and nothing taken for Excel's own codes."""
    return escape(_CODE.sub("_x005F_", _UNWRITABLE.sub("", text)))


def _rows_of(xml: str) -> Iterator[tuple[int, str, str]]:
    """Number, attributes and cells of each row that the file speaks of."""
    number = 0
    for found in _ROW.finditer(xml):
        number = _row_number(found[2], number + 1)
        yield number, found[2], found[3] or ""


def _row_number(attributes: str, otherwise: int) -> int:
    stated = _NUMBER.search(attributes)
    return int(stated[1]) if stated else otherwise


def _is_hidden(cell: str) -> bool:
    return bool(_FORMULA.search(cell) or _ERROR.search(cell))


def _group(formula: str) -> str:
    """The number of a shared formula's group."""
    found = re.search(r'\bsi="(\d+)"', formula)
    return found[1] if found else ""


def _row(prefix: str, number: int, attributes: str, inner: str, changes: Mapping[int, Cell]) -> str:
    cells = dict(_cells_of(inner))
    for column, cell in changes.items():
        cells[column] = _cell(prefix, f"{letter(column - 1)}{number}", cells.get(column), cell)
    kept = re.sub(r'\s+spans="[^"]*"', "", attributes)
    return f"<{prefix}row{kept}>{''.join(cells[column] for column in sorted(cells))}</{prefix}row>"


def _cells_of(inner: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    column = 0
    for match in _CELL.finditer(inner):
        stated = _ADDRESS.search(match[2])
        column = column_number(stated[1]) if stated else column + 1
        found.append((column, match[0]))
    return found


def _cell(prefix: str, address: str, before: str | None, cell: Cell) -> str:
    style = cell.style(_style_of(before) if before is not None else None)
    said = f' s="{style}"' if style is not None else ""
    if cell.value is None:
        if before is None:
            return f'<{prefix}c r="{address}"{said}/>'
        head, rest = re.match(rf"(<{prefix}c\b)(.*)", before, re.DOTALL).groups()  # type: ignore[union-attr]
        return head + said + re.sub(r'\s+s="[^"]*"', "", rest, count=1)
    if cell.value == "":
        return f'<{prefix}c r="{address}"{said}/>'
    if isinstance(cell.value, str):
        inner = f'<{prefix}is><{prefix}t xml:space="preserve">{as_text(cell.value)}</{prefix}t></{prefix}is>'
        return f'<{prefix}c r="{address}"{said} t="inlineStr">{inner}</{prefix}c>'
    return f'<{prefix}c r="{address}"{said}><{prefix}v>{cell.value:.15g}</{prefix}v></{prefix}c>'


def _style_of(cell: str) -> int:
    match = _STYLE.search(cell.split(">", 1)[0])
    return int(match[1]) if match else 0


def _reaching(xml: str, cells: Cells) -> str:
    """The stated size of the sheet, grown to the new cells."""

    def grown(match: re.Match[str]) -> str:
        columns = [column_number(text) for text in re.findall(r"[A-Z]+", match[2])] or [1]
        rows = [int(text) for text in re.findall(r"\d+", match[2])] or [1]
        columns += [column for _, column in cells]
        rows += [row for row, _ in cells]
        corner = f"{letter(min(columns) - 1)}{min(rows)}:{letter(max(columns) - 1)}{max(rows)}"
        return f'{match[1]}"{corner}"'

    return re.sub(r'(<(?:\w+:)?dimension\s+ref=)"([^"]*)"', grown, xml, count=1)
