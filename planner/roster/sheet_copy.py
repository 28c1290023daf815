"""Copies of parts of an `.xlsx`, handed to the reader in its place: it gets the very bytes that were looked at.

Copies are not deflated, so that nothing is inflated once more. calamine goes through a sheet a second time for its
merged cells, and stops at the first list of them: an empty one is put before the cells, and the merged cells are
found here, behind the cells.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from planner.roster.archive import Archive

Ranges = tuple[tuple[tuple[int, int], tuple[int, int]], ...]
"""Merged cells as ((row, column), (row, column)), from 0, both ends included."""
OUTLINE = frozenset({"[content_types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"})
"""Parts, in small letters, that say which sheets there are."""
SHARED = OUTLINE | {"xl/sharedstrings.xml", "xl/styles.xml"}
"""Parts that a sheet is read with."""
LARGEST = 100_000_000
"""Bytes of the largest sheet that is copied; a larger one is read from the file itself."""
_CELLS = b"<sheetData>"
_NONE_MERGED = b"<mergeCells></mergeCells>"
_MERGED = re.compile(rb'<mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


def outline(archive: Archive) -> bytes | None:
    """The workbook without its sheets; None where it is damaged."""
    copied = io.BytesIO()
    with zipfile.ZipFile(copied, "w") as copy:
        whole = _copy_parts(archive, OUTLINE, copy)
    return copied.getvalue() if whole else None


class SheetCopy:
    """A workbook of a single sheet, filled while the sheet is scanned."""

    def __init__(self, archive: Archive, part: str) -> None:
        self._archive = archive
        self._part = part
        self._copied = io.BytesIO()
        self._size = self._check = 0
        self._marked = False
        self.merged: Ranges = ()

    def through(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        """The pieces of the sheet, copied as they go by; no cell and no merged range is cut in two by them."""
        piece = b""
        with zipfile.ZipFile(self._copied, "w") as copy:
            with copy.open(self._part, "w") as sheet:
                for piece in pieces:
                    self._check = zlib.crc32(piece, self._check)
                    if self._size <= LARGEST:
                        sheet.write(piece if self._size else self._begun(piece))
                    self._size += len(piece)
                    yield piece
            self._marked &= _copy_parts(self._archive, SHARED, copy)
        self.merged = tuple(_range(*found) for found in _MERGED.findall(piece))

    def content(self) -> bytes | None:
        """The copy; None where the sheet is damaged, too large, or not written in the usual way."""
        whole = self._check == self._archive.parts[self._part].CRC and self._size <= LARGEST
        return self._copied.getvalue() if whole and self._marked else None

    def _begun(self, piece: bytes) -> bytes:
        self._marked = _CELLS in piece
        return piece.replace(_CELLS, _NONE_MERGED + _CELLS, 1)


def _copy_parts(archive: Archive, names: frozenset[str], copy: zipfile.ZipFile) -> bool:
    """Copy those parts that there are; False where one is damaged."""
    whole = True
    for name, part in archive.parts.items():
        if name.lower() in names:
            content = archive.text(name)
            copy.writestr(name, content)
            whole &= zlib.crc32(content) == part.CRC
    return whole


def _range(*ends: bytes) -> tuple[tuple[int, int], tuple[int, int]]:
    first_column, first_row, last_column, last_row = ends
    return (int(first_row) - 1, _column(first_column)), (int(last_row) - 1, _column(last_column))


def _column(letters: bytes) -> int:
    number = 0
    for mark in letters:
        number = number * 26 + mark - 64
    return number - 1
