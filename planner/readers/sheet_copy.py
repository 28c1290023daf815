"""Small copies of an `.xlsx`, handed to the reader in its place: it gets the very bytes that were looked at.

Copies are not deflated, so that nothing is inflated once more.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from planner.readers import shared_texts
from planner.readers.zip_limits import Archive

Ranges = tuple[tuple[tuple[int, int], tuple[int, int]], ...]
"""Merged cells as ((row, column), (row, column)), from 0, both ends included."""
OUTLINE = frozenset({"[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"})
"""Parts, in small letters, that say which sheets there are."""
READ_WITH = OUTLINE | {"xl/styles.xml"}
"""Parts that a sheet is read with, beside the shared texts."""
_MERGED = re.compile(rb'<mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def outline(archive: Archive) -> bytes | None:
    """The workbook without its sheets; None where it is damaged."""
    return _copy(archive, OUTLINE, {})


def with_sheet(archive: Archive, part: str, sheet: bytes, with_shared: bool) -> bytes | None:
    """The workbook with a single sheet, whose XML is given, with or without the shared texts; None where it is
    damaged."""
    return _copy(archive, READ_WITH | {shared_texts.PART} if with_shared else READ_WITH, {part: sheet})


def _copy(archive: Archive, names: frozenset[str], more: dict[str, bytes]) -> bytes | None:
    whole = True
    copied = io.BytesIO()
    with zipfile.ZipFile(copied, "w") as copy:
        for name, part in archive.parts.items():
            if name.lower() in names:
                content = archive.text(name)
                whole &= zlib.crc32(content) == part.CRC
                copy.writestr(name, content)
        for name, content in more.items():
            copy.writestr(name, content)
    return copied.getvalue() if whole else None


def merged_ranges(end: bytes) -> Ranges:
    """The merged cells of a sheet, which stand behind its rows."""
    return tuple(_range(*found) for found in _MERGED.findall(end))


def _range(*ends: bytes) -> tuple[tuple[int, int], tuple[int, int]]:
    first_column, first_row, last_column, last_row = ends
    return (int(first_row) - 1, _column(first_column)), (int(last_row) - 1, _column(last_column))


def _column(letters: bytes) -> int:
    number = 0
    for mark in letters:
        number = number * 26 + mark - 64
    return number - 1
