"""The rows of a sheet as its different cells and where each stands: a row is made when somebody looks at it.

Most cells of a list are only ever looked at by column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from planner.parsing.cell_values import Cells

AT_ONCE = 100
"""So many rows are made at a time where they are gone through."""


@dataclass(frozen=True, eq=False)
class LaidRows(Sequence[list[Any]]):
    """Rows of equal length.

    Attributes:
        values: (v,) the different cells.
        codes: (rows, columns) which of them stands where.
    """

    values: NDArray[np.object_]
    codes: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, at: int) -> list[Any]: ...

    @overload
    def __getitem__(self, at: slice) -> LaidRows: ...

    def __getitem__(self, at: int | slice) -> list[Any] | LaidRows:
        if isinstance(at, slice):
            return LaidRows(self.values, self.codes[at])
        row: list[Any] = self.values[self.codes[at]].tolist()
        return row

    def __iter__(self) -> Iterator[list[Any]]:
        for start in range(0, len(self), AT_ONCE):
            yield from self.values[self.codes[start : start + AT_ONCE]].tolist()

    def filled(self) -> NDArray[np.intp]:
        """Positions of the rows that hold anything."""
        return np.flatnonzero((self.values != "")[self.codes].any(axis=1))

    def columns(self, rows: NDArray[np.intp]) -> tuple[Cells, ...]:
        """Some of the rows, by column."""
        return tuple(self._column(codes) for codes in np.ascontiguousarray(self.codes[rows].T))

    def _column(self, codes: NDArray[np.int32]) -> Cells:
        places = np.arange(len(codes))
        first = np.zeros(len(self.values), dtype=np.intp)
        first[codes[::-1]] = places[::-1]
        different = codes[first[codes] == places]
        return Cells.of(self.values[codes].tolist(), self.values[different].tolist())
