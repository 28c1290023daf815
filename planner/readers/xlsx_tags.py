"""The tags of a piece of a sheet's XML, found by arrays: where its cells stand, begin and end.

Rows and columns count from 1. A cell is `<c r="B7" …>…</c>`, or closes itself (`<c r="B7" s="3"/>`: a format only).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Index = NDArray[np.intp]
Places = NDArray[np.int32]
Mask = NDArray[np.bool_]

AHEAD = 56
"""So many zero bytes follow a piece, that no look ahead leaves it."""


@dataclass(frozen=True, eq=False)
class Tags:
    """The tags of a piece.

    Attributes:
        data: the bytes of the piece, and zeros behind them.
        at: (t,) where each tag begins.
        of_rows: (t,) which tags open or close a row.
        cells: (n,) which tags open a cell.
        ends: (n,) which tag each cell ends with; its own where it closes itself.
        closing: how many tags close a cell.
        rows, columns: (n,) where each cell stands; column 0 where its tag does not begin with the reference.
        content: (n,) where each cell goes on behind its reference.
    """

    data: Bytes
    at: Index
    of_rows: Mask
    cells: Index
    ends: Index
    closing: int
    rows: Places
    columns: Places
    content: Index

    @property
    def filled(self) -> Mask:
        """(n,) which cells do not close themselves."""
        return self.ends > self.cells

    @property
    def words(self) -> NDArray[np.uint64]:
        """The 8 bytes from each place on."""
        return np.ndarray(len(self.data) - 7, dtype="<u8", buffer=self.data, strides=(1,))

    def says(self, text: bytes, at: Index) -> Mask:
        """Whether up to 8 bytes stand at each of some places."""
        unread = np.uint64(8 * (8 - len(text)))
        return np.asarray(
            self.words[at] << unread == np.uint64(int.from_bytes(text, "little")) << unread, dtype=np.bool_
        )

    def hold_only_cells(self, start: int, stop: int) -> bool:
        """Whether all cells lie between two bytes, each whole and in its place, with nothing but rows around them."""
        first, last = np.searchsorted(self.at, (start, stop))
        inside = int(np.sum(self.ends - self.cells)) + len(self.cells)
        if int(np.sum(self.of_rows[first:last])) != last - first - inside:
            return False
        if not len(self.cells):
            return self.closing == 0
        behind = np.append(self.at, 0)[self.cells[~self.filled] + 1]
        goes_on = self.data[self.content]
        return bool(
            first <= self.cells[0]
            and self.ends[-1] < last
            and self.closing == int(np.sum(self.filled))
            and np.all((self.data[behind - 2] == ord("/")) & (self.data[behind - 1] == ord(">")))
            and np.all((self.rows > 0) & (self.columns > 0))
            and np.all(self.data[self.content - 1] == ord('"'))
            and np.all((goes_on == ord(" ")) | (goes_on == ord("/")) | (goes_on == ord(">")))
        )


def find_tags(piece: bytes) -> Tags:
    """The tags of a piece; none of its cells is cut in two."""
    data = np.frombuffer(piece + bytes(AHEAD), dtype=np.uint8)
    at = np.flatnonzero(data == ord("<"))
    first, second, third = (data[ahead:][at] for ahead in (1, 2, 3))
    closes = first == ord("/")
    of_rows = closes & (second == ord("r")) & (third == ord("o"))
    of_rows |= (first == ord("r")) & (second == ord("o"))
    closing = closes & (second == ord("c")) & (third == ord(">"))
    opening = (first == ord("c")) & (second == ord(" "))
    marks = np.flatnonzero(opening | closing)
    opens = np.append(opening[marks], True)
    which = np.flatnonzero(opens[:-1])
    cells = marks[which]
    ends = np.where(opens[which + 1], cells, np.append(marks, 0)[which + 1])
    return Tags(data, at, of_rows, cells, ends, len(marks) - len(cells), *_references(data, at[cells] + 3))


def _references(data: Bytes, at: Index) -> tuple[Places, Places, Index]:
    """Rows and columns of the references that begin at `at` (`r="B7"`), and the bytes behind them."""
    rows, columns = np.zeros((2, len(at)), dtype=np.int32)
    place = at + 3
    reading = (data[at] == ord("r")) & (data[1:][at] == ord("=")) & (data[2:][at] == ord('"'))
    for _ in range(3):
        letter = data[place] - np.uint8(64)
        reading &= (letter >= 1) & (letter <= 26)
        if not reading.any():
            break
        columns = np.where(reading, columns * 26 + letter, columns)
        place += reading
    reading = columns > 0
    for _ in range(8):
        digit = data[place] - np.uint8(48)
        reading &= digit <= 9
        if not reading.any():
            break
        rows = np.where(reading, rows * 10 + digit, rows)
        place += reading
    return rows, columns, place + 1
