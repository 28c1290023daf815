"""A binary workbook (`.xlsb`) as small as Excel's format allows, written record by record (MS-XLSB)."""

import io
import struct
import zipfile
from collections.abc import Sequence

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.bin"/></Relationships>'
)


def record(kind: int, data: bytes = b"") -> bytes:
    name = bytes([kind]) if kind < 0x80 else bytes([(kind & 0x7F) | 0x80, kind >> 7])
    size, rest = b"", len(data)
    while True:
        size += bytes([(rest & 0x7F) | (0x80 if rest > 0x7F else 0)])
        rest >>= 7
        if not rest:
            return name + size + data


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def cell(column: int, value: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return record(6, place + wide(value))
    return record(5, place + struct.pack("<d", value))


def xlsb(rows: Sequence[Sequence[str | float]], numbers: Sequence[int] = ()) -> bytes:
    """A workbook with one sheet called Clients; `numbers` are the rows' numbers from 0 where not in sequence."""
    numbers = numbers or range(len(rows))
    sheet = record(0x81) + record(0x94, struct.pack("<4I", 0, max(numbers), 0, 50)) + record(0x91)
    for number, row in zip(numbers, rows, strict=True):
        sheet += record(0, struct.pack("<I", number) + bytes(13))
        sheet += b"".join(cell(j, value) for j, value in enumerate(row) if value != "")
    sheet += record(0x92) + record(0x82)
    book = record(0x83) + record(0x8F) + record(0x9C, struct.pack("<II", 0, 1) + wide("rId1") + wide("Clients"))
    book += record(0x90) + record(0x84)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", RELATIONS)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return out.getvalue()
