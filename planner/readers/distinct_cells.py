"""A sheet read by its different cells: each is handed to the reader once, and laid wherever it stands.

What a cell holds depends on nothing but its own XML behind the reference, so cells that are written alike are read
alike. A list repeats itself: of 200,000 cells, 40,000 may be different.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np

from planner.readers.laid_rows import LaidRows
from planner.readers.xlsx_tags import AHEAD, Index, Mask, Places, Tags

START, END = b"<sheetData>", b"</sheetData>"
NONE_MERGED = b"<mergeCells></mergeCells>"
"""calamine goes through a sheet once more for its merged cells, and stops at the first list of them."""
SHARED, VALUE = b' t="s">', b"<v>"
"""What stands before the number of a shared text, in every usual file."""
DIGITS = 7
"""Of the longest number of a shared text that is told apart without its XML."""
MOST = 2_000_000
"""A sheet of more different cells is handed to the reader as it is."""
BYTES = np.array([(1 << 8 * count) - 1 for count in range(9)], dtype=np.uint64)
"""What leaves so many first bytes of a word."""
MIXED = np.uint64(0x9E3779B97F4A7C15)
"""What words are multiplied by to tell them apart; any large odd number does."""
_CELL = re.compile(rb"<(?:[^\s<>/]+:)?c[\s/>]")


@dataclass(frozen=True, eq=False)
class DistinctCells:
    """The different cells of a sheet, and where they stand.

    Attributes:
        head: the sheet's XML up to its first row.
        others: what is written in each different cell that is no shared text, behind its reference.
        rows, columns: (n,) where each cell stands, from 0, in the order of the rows.
        codes: (n,) the number of a cell's shared text or, of another, -1 - its position in `others`.
    """

    head: bytes
    others: tuple[bytes, ...]
    rows: Places
    columns: Places
    codes: Places

    def sheet(self, texts: Sequence[str]) -> bytes:
        """A sheet with each different cell in a row of its own, shared texts first, without those in `texts`."""
        shared = [b"%s%s%d</v>" % (SHARED, VALUE, number) for number in self._unknown(texts).tolist()]
        cells = b"</c></row><row><c".join([*shared, *self.others])
        rows = b"<row><c" + cells + b"</c></row>" if cells else b""
        return self.head.replace(START, NONE_MERGED + START) + rows + END + b"</worksheet>"

    def needs_shared(self, texts: Sequence[str]) -> bool:
        """Whether `sheet` may have a cell that is a shared text."""
        others = b"".join(self.others)
        return len(self._unknown(texts)) > 0 or b'"s"' in others or b"'s'" in others

    def laid(self, read: Sequence[Sequence[Any]], texts: Sequence[str]) -> LaidRows | None:
        """The rows of the whole sheet, from A1 to its last cell, from what a reader found in `sheet`.

        None where cells that came empty stand beyond all others: only the reader knows whether it counts them.
        """
        unknown = self._unknown(texts)
        values = [row[0] for row in read]
        values += [""] * (len(unknown) + len(self.others) - len(values))
        others = values[len(unknown) :]
        first = max(int(self.codes.max(initial=-1)) + 1, len(texts))
        by_code = np.full(first + 1 + len(others), "", dtype=object)
        by_code[: len(texts)] = texts
        by_code[unknown] = values[: len(unknown)]
        by_code[first + 1 :] = others[::-1]
        empty = np.isin(self.codes, [-1 - i for i, value in enumerate(others) if value == ""])
        rows, columns = (1 + places[~empty].max(initial=-1) for places in (self.rows, self.columns))
        if np.any(self.rows[empty] >= rows) or np.any(self.columns[empty] >= columns):
            return None
        laid = np.full((rows, columns), first, dtype=np.int32)
        laid[self.rows, self.columns] = self.codes
        return LaidRows(by_code, laid)

    def _unknown(self, texts: Sequence[str]) -> Index:
        """Numbers of the shared texts behind those in `texts`, ascending."""
        there = np.zeros(int(self.codes.max(initial=-1)) + 1, dtype=np.bool_)
        there[self.codes[self.codes >= len(texts)]] = True
        return np.flatnonzero(there)


class CellsTaken:
    """The cells of a sheet while it is scanned, piece by piece."""

    def __init__(self) -> None:
        self._usual = True
        self._head = b""
        self._over = False
        self._others: defaultdict[bytes, int] = defaultdict(count().__next__)
        self._rows = [np.zeros(0, dtype=np.int32)]
        self._columns = [np.zeros(0, dtype=np.int32)]
        self._codes = [np.zeros(0, dtype=np.int32)]

    def add(self, piece: bytes, tags: Tags) -> None:
        """Take in the next piece."""
        start = 0
        if not self._head:
            start = piece.find(START) + len(START)
            self._head = piece[:start]
            self._usual = start >= len(START)
        if self._over:
            self._usual &= tags.hold_only_cells(0, 0)
        elif not tags.hold_only_cells(start, len(piece)):
            stop = piece.find(END, start)
            self._over = stop >= 0
            self._usual &= self._over and tags.hold_only_cells(start, stop)
        self._usual &= len(self._others) <= MOST
        if self._usual:
            self._take(piece, tags)

    def _take(self, piece: bytes, tags: Tags) -> None:
        codes, shared = _shared_texts(tags)
        filled = tags.filled
        others = np.flatnonzero(filled & ~shared)
        starts, stops = tags.content[others], tags.at[tags.ends[others]]
        each, which = _written_alike(tags, starts, stops)
        bounds = zip(starts[each].tolist(), stops[each].tolist(), strict=True)
        written = [piece[start:stop] for start, stop in bounds]
        codes[others] = -1 - np.fromiter(map(self._others.__getitem__, written), np.intp, len(written))[which]
        self._rows.append(tags.rows[filled] - 1)
        self._columns.append(tags.columns[filled] - 1)
        self._codes.append(codes[filled].astype(np.int32))

    def usual(self) -> bool:
        """Whether there is nothing but cells in their places, none inside another, not too many of them different."""
        return self._usual and self._over and not _CELL.search(b"<".join(self._others))

    def found(self) -> DistinctCells | None:
        """The cells of a usual sheet; None where its rows go back, which a reader has its own ways with."""
        rows = np.concatenate(self._rows)
        if np.any(rows[1:] < rows[:-1]):
            return None
        places = rows, np.concatenate(self._columns), np.concatenate(self._codes)
        return DistinctCells(self._head, tuple(self._others), *places)


def _written_alike(tags: Tags, starts: Index, stops: Index) -> tuple[Index, Index]:
    """Some of the cells, as positions in `starts`, and which of them each cell is written like.

    Cells are told apart by mixing their words of 8 bytes into one, and then compared by all of them; long ones, and all
    where two that differ come out the same, are left as they are.
    """
    length = stops - starts
    reach = min(int(length.max(initial=0)), AHEAD - 8)
    words = [tags.words[starts + at] & BYTES[np.clip(length - at, 0, 8)] for at in range(0, reach, 8)]
    key = np.zeros(len(length), dtype=np.uint64)
    for word in words:
        key = (key ^ word) * MIXED
        key ^= key >> np.uint64(32)
    key[length > reach] = np.arange(np.sum(length > reach))
    which = np.unique(key, return_inverse=True)[1]
    each = np.zeros(int(which.max(initial=-1)) + 1, dtype=np.intp)
    each[which] = np.arange(len(which))
    like = each[which]
    if all(np.array_equal(word, word[like]) for word in (length, *words)):
        return each, which
    return np.arange(len(which)), np.arange(len(which))


def _shared_texts(tags: Tags) -> tuple[Index, Mask]:
    """(n,) the number of the shared text that each cell is, and whether it is one."""
    at = np.flatnonzero(tags.ends == tags.cells + 3)
    value, stop = tags.at[tags.cells[at] + 1], tags.at[tags.cells[at] + 2]
    length = stop - value - len(VALUE)
    fits = (length > 0) & (length <= DIGITS) & (tags.data[stop + 1] == ord("/"))
    fits &= tags.says(SHARED, value - len(SHARED)) & tags.says(VALUE, value)
    at, value, length = at[fits], value[fits], length[fits]
    number = np.zeros(len(at), dtype=np.intp)
    readable = np.ones(len(at), dtype=np.bool_)
    for step in range(int(length.max(initial=0))):
        digit = tags.data[value + len(VALUE) + step] - np.uint8(ord("0"))
        inside = step < length
        readable &= ~inside | (digit <= 9)
        number = np.where(inside, number * 10 + digit, number)
    codes, shared = np.zeros(len(tags.cells), dtype=np.intp), np.zeros(len(tags.cells), dtype=np.bool_)
    codes[at], shared[at] = number, readable
    return codes, shared
