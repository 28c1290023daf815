"""What is left of a model once most of its columns have their values: a small model, whatever the size of the list.

It is made smaller by what every presolve does first: a row with one open column left is a bound of that column, and
a column that no row holds any longer goes to its cheaper end.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.problem import Index, Mask, Numbers
from planner.allocation.statement import Statement

SAME, NEAR = 1e-12, 1e-9
"""Bounds that are no further apart leave a column where it is; so near to it, a number is a whole one."""


@dataclass(frozen=True, eq=False)
class Rest:
    """A model of the columns left.

    Attributes:
        statement: their rows, less what the other columns add to them.
        columns: their numbers in the whole model.  values: (columns of the whole model,) what is known.
    """

    statement: Statement
    columns: Index
    values: Numbers

    def whole(self, found: Numbers) -> Numbers:
        """Values of the whole model's columns from those of the columns left."""
        values = self.values.copy()
        values[self.columns] = found
        return values


def rest_of(
    model: Statement, values: Numbers, open_columns: Mask, tight: Mask, bounds: tuple[Numbers, Numbers], cost: Numbers
) -> Rest:
    """The model of the open columns, all others at their values.

    Args:
        values: of all columns, keeping all rows.
        open_columns: (columns,) those that may move.
        tight: (rows,) those that have to stay just as they are.
        bounds: of the rows.  cost: (columns,) of the columns.
    """
    numbers, count = np.flatnonzero(open_columns), len(bounds[0])
    place = np.zeros(len(values), dtype=np.intp)
    place[numbers] = np.arange(len(numbers))
    rows, columns, entries = model.matrix
    amount = np.bincount(rows, entries * values[columns], count)
    down, up = (np.where(tight, 0.0, side - amount) for side in bounds)
    inside = open_columns[columns]
    rows, columns, entries = rows[inside], place[columns[inside]], entries[inside]
    left = _Left.of(model, numbers, values, cost)
    changed = np.arange(len(numbers))
    while changed.size:
        kept = left.release(changed, columns)[columns]
        rows, columns, entries = rows[kept], columns[kept], entries[kept]
        single = (np.bincount(rows, minlength=count) == 1)[rows]
        changed, row, by = columns[single], rows[single], entries[single]
        left.bound(changed, down[row] / by, up[row] / by)
        rows, columns, entries = rows[~single], columns[~single], entries[~single]
    known = values.copy()
    known[numbers] = left.value
    own = np.asarray(np.bincount(rows, entries * left.value[columns], count), dtype=float)
    return Rest(left.stated(rows, columns, entries, own + down, own + up), numbers[left.free], known)


@dataclass(eq=False)
class _Left:
    """Columns that are still open, how far they may go, what they cost and whether they take whole numbers only."""

    value: Numbers
    low: Numbers
    high: Numbers
    cost: Numbers
    whole: Mask
    free: Mask

    @classmethod
    def of(cls, model: Statement, numbers: Index, values: Numbers, cost: Numbers) -> _Left:
        value = values[numbers]
        low, high = np.minimum(np.array(model.low)[numbers], value), np.maximum(np.array(model.high)[numbers], value)
        whole = np.zeros(len(values), dtype=bool)
        whole[model.whole_columns] = True
        return cls(value, low, high, cost[numbers], whole[numbers], np.ones(len(numbers), dtype=bool))

    def bound(self, columns: Index, one: Numbers, other: Numbers) -> None:
        """Columns may move by no more than from `one` to `other`."""
        value = self.value[columns]
        np.maximum.at(self.low, columns, value + np.minimum(np.minimum(one, other), 0.0))
        np.minimum.at(self.high, columns, value + np.maximum(np.maximum(one, other), 0.0))

    def release(self, columns: Index, held: Index) -> Mask:
        """Settle those of some columns that cannot move or that no row holds; all that are left free."""
        value, low, high = (each[columns] for each in (self.value, self.low, self.high))
        whole = self.whole[columns]
        settled = (high - low <= SAME) & (~whole | (np.abs(value - np.rint(value)) <= NEAR))
        end = np.where(self.cost[columns] > 0, low, np.where(self.cost[columns] < 0, high, value))
        alone = np.ones(len(self.free), dtype=bool)
        alone[held] = False
        alone = alone[columns] & ~whole & np.isfinite(end)
        self.value[columns[alone]] = end[alone]
        self.free[columns[settled | alone]] = False
        return self.free

    def stated(self, rows: Index, columns: Index, entries: Numbers, low: Numbers, high: Numbers) -> Statement:
        """The model of those that are free."""
        free, stated = self.free, np.flatnonzero(np.bincount(rows, minlength=len(low)))
        rest = Statement("rest")
        at = rest.column_block(lambda k: f"left_{k}", self.low[free], self.high[free], self.cost[free])
        rest.whole_columns = np.flatnonzero(self.whole[free]).tolist()
        place = np.zeros(len(free), dtype=np.intp)
        place[free] = at
        entered = [(np.searchsorted(stated, rows), place[columns], entries)]
        rest.row_block(lambda k: f"rest_{k}", entered, low[stated], high[stated])
        _first_basis(rest)
        return rest


def _first_basis(rest: Statement) -> None:
    """The widest column of each equation, and of equals the cheapest, makes it hold."""
    rows, columns, _ = rest.matrix
    equal = (np.array(rest.row_low) == rest.row_high)[rows]
    row, column = rows[equal], columns[equal]
    order = np.lexsort((np.array(rest.cost)[column], -np.array(rest.high)[column], row))
    row, column = row[order], column[order]
    first = np.append(True, row[1:] != row[:-1])[: len(row)]
    column, kept = np.unique(column[first], return_index=True)
    rest.ties(row[first][kept], column)
