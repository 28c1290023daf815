"""How far the cells of `.ods`, `.xlsb` and `.xls` sheets reach, seen before they are read. Rows count from 1."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from xml.parsers import expat

from planner.readers.zip_limits import Archive, refuse_entities

_XLSB_ROW, _XLSB_CELLS = 0, range(2, 12)
_XLS_CELLS = frozenset({0x0203, 0x027E, 0x00FD, 0x0204, 0x0205, 0x0006, 0x00BD, 0x0206, 0x0406})


def ods_boxes(archive: Archive) -> dict[str, tuple[int, int]]:
    """Rows and columns of each sheet of an OpenDocument workbook, repeated cells counted.

    Raises:
        FileRefused: when the content is damaged or past a limit.
    """
    counter = _OdsCounter()
    parser = expat.ParserCreate()
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    try:
        for piece in archive.pieces("content.xml"):
            refuse_entities(piece, archive.file)
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, LookupError):
        raise archive.damaged() from None
    return counter.boxes


class _OdsCounter:
    """Follows tables, rows and cells as the parser meets them."""

    def __init__(self) -> None:
        self.boxes: dict[str, tuple[int, int]] = {}
        self._table = ""
        self._row = self._column = self._repeat = 0
        self._cell = (0, 0)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._table, self._row = attributes.get("table:name", ""), 0
            self.boxes.setdefault(self._table, (0, 0))
        elif tag == "table:table-row":
            self._repeat = int(attributes.get("table:number-rows-repeated", 1))
            self._column = 0
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            columns = int(attributes.get("table:number-columns-repeated", 1))
            self._column += columns
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._grow()
        elif tag == "text:p":
            self._grow()

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._row += self._repeat

    def _grow(self) -> None:
        rows, columns = self.boxes.get(self._table, (0, 0))
        self.boxes[self._table] = (max(rows, self._row + self._repeat), max(columns, self._column))


def xlsb_boxes(archive: Archive) -> tuple[int, int]:
    """The largest rows and columns of any sheet of a binary workbook."""
    rows = columns = 0
    for name in archive.parts:
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            row = 0
            for kind, data in _xlsb_records(b"".join(archive.pieces(name))):
                if kind == _XLSB_ROW and len(data) >= 4:
                    row = struct.unpack_from("<I", data)[0] + 1
                elif kind in _XLSB_CELLS and len(data) >= 4:
                    rows = max(rows, row)
                    columns = max(columns, struct.unpack_from("<I", data)[0] + 1)
    return rows, columns


def _xlsb_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    at, end = 0, len(data)
    while at < end:
        kind = data[at]
        at += 1
        if kind & 0x80 and at < end:
            kind = (kind & 0x7F) | ((data[at] & 0x7F) << 7)
            at += 1
        size = shift = 0
        for _ in range(4):
            if at >= end:
                return
            byte = data[at]
            at += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        yield kind, data[at : at + min(size, 8)]
        at += size


def xls_box(stream: bytes) -> tuple[int, int]:
    """The largest rows and columns of any sheet in the records of an old Excel workbook."""
    at, rows, columns = 0, 0, 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind in _XLS_CELLS and size >= 4 and at + 8 <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at + 4)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        at += 4 + size
    return rows, columns
