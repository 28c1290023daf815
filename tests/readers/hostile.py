"""Small files that would cost much if they were believed, each made by a few lines that say how.

What compresses well costs its sender nothing: a part is written as one piece, many times over.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable
from types import MappingProxyType

from tests.readers.make import workbook

ROWS = [["Account", "Fee", "Stage"], *([f"Firm {i}", 1000 + i, "Open"] for i in range(1000))]
SHEET, STYLES, TEXTS = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
MEGABYTES = 400
"""What texts and styles below unpack to; less than a workbook may unpack to in all."""
OF_A_SHEET = 200
"""Megabytes that the sheets below unpack to, which are read to their end where their size is not refused."""
WIDEST = 16_384
"""Columns that a sheet can have: A to XFD."""


def repeated(before: bytes, piece: bytes, after: bytes, megabytes: int = MEGABYTES) -> Iterable[bytes]:
    """One piece over and over, between a beginning and an end."""
    each = piece * max(1, 100_000 // len(piece))
    yield before
    for _ in range(megabytes * 1_000_000 // len(each)):
        yield each
    yield after


def with_part(name: str, content: Iterable[bytes], rows: list[list[object]] = ROWS) -> bytes:
    """A workbook of a list in which one part is another."""
    out = io.BytesIO()
    old = zipfile.ZipFile(io.BytesIO(workbook({"Clients": rows})))
    with old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        with new.open(name, "w", force_zip64=True) as written:
            for piece in content:
                written.write(piece)
    return out.getvalue()


def many_styles() -> bytes:
    """Cell formats without end."""
    start = b"<styleSheet " + MAIN + b"><cellXfs>"
    return with_part(STYLES, repeated(start, b'<xf numFmtId="0"/>', b"</cellXfs></styleSheet>"))


def many_number_formats() -> bytes:
    """Number formats without end, each of which would be looked through for its currency."""
    start = b"<styleSheet " + MAIN + b"><numFmts>"
    return with_part(STYLES, repeated(start, b'<numFmt numFmtId="9" formatCode="[$]"/>', b"</numFmts></styleSheet>"))


def many_texts() -> bytes:
    """Shared texts without end, of two letters each."""
    return with_part(TEXTS, repeated(b"<sst " + MAIN + b">", b"<si><t>ab</t></si>", b"</sst>"))


def long_texts() -> bytes:
    """Long shared texts of characters that take four bytes of memory each."""
    text = "😀".encode() + b"a" * 30_000
    return with_part(TEXTS, repeated(b"<sst " + MAIN + b">", b"<si><t>" + text + b"</t></si>", b"</sst>"))


def sheet(piece: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    start = b"<worksheet " + MAIN + b"><sheetData>" + before
    return with_part(SHEET, repeated(start, piece, after + b"</sheetData></worksheet>", OF_A_SHEET))


LIST = (
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>Account</t></is></c></row>'
    b'<row r="2"><c r="A2" t="inlineStr"><is><t>Acme</t></is></c></row>'
)


def stray_cell(rows: int = 1000) -> bytes:
    """A list, and one cell in the last column that a sheet can have."""
    first = [*ROWS[0], *[""] * (WIDEST - 4), "x"]
    return workbook({"Clients": [first, *ROWS[1 : rows + 1]]})


def columns_of_headers(rows: int = 5, columns: int = WIDEST) -> bytes:
    """A header in every column that a sheet can have."""
    headers = ["Account", *(f"Fee {i}" for i in range(columns - 1))]
    return workbook({"Clients": [headers, *([f"Firm {i}", *[i] * (columns - 1)] for i in range(rows))]})


def lists_side_by_side() -> bytes:
    """Thousands of lists beside each other, an empty column between them."""
    headers, values = (
        [cell for i in range(WIDEST // 4) for cell in group(i)]
        for group in (lambda i: (f"Account {i}", "Fee", "Stage", ""), lambda i: (f"Firm {i}", i, "Open", ""))
    )
    return workbook({"Clients": [headers, *[values] * 5]})


BY_THEIR_SIZE: MappingProxyType[str, Callable[[], bytes]] = MappingProxyType(
    {
        "many styles": many_styles,
        "many number formats": many_number_formats,
        "many texts": many_texts,
        "long texts": long_texts,
        "rows without cells": lambda: sheet(b"<row/>", LIST),
        "a comment without end": lambda: sheet(b" ", LIST + b"<!--", b"-->"),
        "a cell without end": lambda: sheet(b"x", LIST + b'<row r="3"><c r="A3" t="str"><v>', b"</v></c></row>"),
        "a tag without end": lambda: sheet(b'<c r="A3" ', LIST + b'<row r="3"><c r="B3" t="e">', b"/></row>"),
        "cells over each other": lambda: sheet(b'<c r="A3"><v>1</v></c>', LIST + b'<row r="3">', b"</row>"),
        "cells without places": lambda: sheet(b"<row><c><v>1</v></c></row>", LIST),
        "cells in another style": lambda: sheet(b"<row r='3'><c r='A3'><v>1</v></c></row>", LIST),
        "formulas without values": lambda: sheet(b'<c r="A3"><f>1</f></c>', LIST + b'<row r="3">', b"</row>"),
    }
)
"""Files of which a part is very much larger than they are."""
HOSTILE: MappingProxyType[str, Callable[[], bytes]] = MappingProxyType(
    {
        **BY_THEIR_SIZE,
        "a stray cell": stray_cell,
        "lists side by side": lists_side_by_side,
    }
)
