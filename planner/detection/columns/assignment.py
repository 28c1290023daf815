"""The best assignment of columns to fields as a whole: the Hungarian method on a table of scores.

Each field takes one column and each column one field, so that the sum of the scores is largest. Kuhn (1955), in the
form of shortest augmenting paths with potentials; O(rows² × columns).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def best_assignment(scores: NDArray[np.float64]) -> NDArray[np.intp]:
    """For each row of a (rows, columns) table of scores ≥ 0 its column, or -1; entries of 0 are never taken."""
    rows, columns = scores.shape
    if not rows or not columns:
        return np.full(rows, -1, dtype=np.intp)
    cost = np.hstack((-scores, np.zeros((rows, rows))))
    column_of = _cheapest(cost)
    taken = (column_of < columns) & (scores[np.arange(rows), np.minimum(column_of, columns - 1)] > 0)
    return np.where(taken, column_of, -1)


def _cheapest(cost: NDArray[np.float64]) -> NDArray[np.intp]:
    """The assignment of every row of (n, m ≥ n) costs to a column of its own that costs least in sum."""
    rows, columns = cost.shape
    row_price = np.zeros(rows + 1)
    column_price = np.zeros(columns + 1)
    row_of = np.zeros(columns + 1, dtype=np.intp)
    for row in range(1, rows + 1):
        row_of[0] = row
        way = np.zeros(columns + 1, dtype=np.intp)
        least = np.full(columns + 1, np.inf)
        seen = np.zeros(columns + 1, dtype=np.bool_)
        at = 0
        while row_of[at]:
            seen[at] = True
            here = row_of[at]
            free = ~seen[1:]
            reduced = cost[here - 1] - row_price[here] - column_price[1:]
            better = free & (reduced < least[1:])
            least[1:][better] = reduced[better]
            way[1:][better] = at
            following = 1 + int(np.argmin(np.where(free, least[1:], np.inf)))
            step = least[following]
            row_price[row_of[seen]] += step
            column_price[seen] -= step
            least[~seen] -= step
            at = following
        while at:
            before = way[at]
            row_of[at] = row_of[before]
            at = before
    column_of = np.full(rows, -1, dtype=np.intp)
    for column in range(1, columns + 1):
        if row_of[column]:
            column_of[row_of[column] - 1] = column - 1
    return column_of
