"""What is left of a model once most of its columns have their values: a small model, whatever the size of the list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.problem import Index, Mask, Numbers
from planner.allocation.statement import Statement


@dataclass(frozen=True, eq=False)
class Rest:
    """A model of the columns left.

    Attributes:
        statement: their rows, less what the other columns add to them.
        columns: their numbers in the whole model.  values: (columns of the whole model,) what was known.
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

    A column that stands alone in a tight row is settled by it, and so on from row to row.

    Args:
        values: of all columns, keeping all rows.
        open_columns: (columns,) those that may move.
        tight: (rows,) those that have to stay just as they are.
        bounds: of the rows.  cost: (columns,) of the columns.
    """
    low, high = bounds
    rows = np.repeat(np.arange(len(low)), np.diff(model.start))
    columns, entries = np.array(model.index, dtype=np.intp), np.array(model.value)
    free = _unsettled(rows, columns, tight, open_columns)
    left, inside = np.flatnonzero(free), free[columns]
    amounts = entries * values[columns]
    own = np.bincount(rows[inside], amounts[inside], len(low))
    others = np.bincount(rows, amounts, len(low)) - own
    stated = np.unique(rows[inside])
    rest = Statement("rest")
    at = rest.column_block(lambda k: f"left_{k}", np.array(model.low)[left], np.array(model.high)[left], cost[left])
    rest.whole_columns = np.searchsorted(left, [j for j in model.whole_columns if free[j]]).tolist()
    rest.row_block(
        lambda k: f"rest_{k}",
        [(np.searchsorted(stated, rows[inside]), at[np.searchsorted(left, columns[inside])], entries[inside])],
        np.where(tight, own, low - others)[stated],
        np.where(tight, own, high - others)[stated],
    )
    return Rest(rest, left, values)


def _unsettled(rows: Index, columns: Index, tight: Mask, free: Mask) -> Mask:
    """The open columns that tight rows do not settle one after the other."""
    free = free.copy()
    while True:
        inside = free[columns] & tight[rows]
        alone = np.bincount(rows[inside], minlength=len(tight)) == 1
        settled = columns[inside & alone[rows]]
        if not settled.size:
            return free
        free[settled] = False
