"""Which of all optimal plans is taken: the last stage, on the little that the optimum leaves open.

Of the plans of the same value it is the one that moves the fewest hours from today and then comes first in a fixed
order that depends on names alone, so that the same list gives the same plan from a cold or a warm start.

A column whose reduced cost is not zero is the same in every optimum, and a row whose dual is not zero is as tight.
A column that stands alone in such a row, with all others of the row settled, is settled too. What is left after
that is a small model, whatever the size of the list.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np

from planner.allocation.engine import Engine, Solved
from planner.allocation.model import Model
from planner.allocation.problem import Index, Mask, Numbers
from planner.allocation.statement import Statement
from planner.schema import Status

FACE = 1e-7
"""Reduced costs and duals up to this are zero."""
CANONICAL = 1e-4
"""Weight of the fixed order against an hour moved from today."""


def settle(model: Model, solved: Solved, low: Numbers, high: Numbers) -> Solved:
    """The optimum that is taken, with the duals of the one that was found.

    Args:
        low, high: bounds of the rows as they were solved.
    """
    rows = np.repeat(np.arange(len(low)), np.diff(model.start))
    columns, entries = np.array(model.index, dtype=np.intp), np.array(model.value)
    tight = (np.abs(solved.row_dual) > FACE) | (low == high)
    free = _free(rows, columns, tight, np.abs(solved.reduced) <= FACE)
    if not free.any():
        return solved
    rest = Statement("rest")
    open_columns = np.flatnonzero(free)
    own_low, own_high = np.array(model.low)[free], np.array(model.high)[free]
    at = rest.column_block(lambda k: f"free_{k}", own_low, own_high, _order(model)[free])
    inside = free[columns]
    open_rows = np.unique(rows[inside])
    used = np.bincount(rows, entries * solved.values[columns], len(low))[open_rows]
    own = np.bincount(rows[inside], (entries * solved.values[columns])[inside], len(low))[open_rows]
    held = tight[open_rows]
    rest.row_block(
        lambda k: f"rest_{k}",
        [
            (
                np.searchsorted(open_rows, rows[inside]),
                at[np.searchsorted(open_columns, columns[inside])],
                entries[inside],
            )
        ],
        np.where(held, own, low[open_rows] - used + own),
        np.where(held, own, high[open_rows] - used + own),
    )
    settled = Engine(rest).run(afresh=True)
    if settled.status is not Status.OPTIMAL:
        return solved
    values = solved.values.copy()
    values[free] = settled.values
    return replace(solved, values=values)


def _free(rows: Index, columns: Index, tight: Mask, free: Mask) -> Mask:
    """The columns that other optima can move: those given, less those that tight rows settle one after the other."""
    free = free.copy()
    while True:
        inside = free[columns] & tight[rows]
        alone = np.bincount(rows[inside], minlength=len(tight)) == 1
        settled = columns[inside & alone[rows]]
        if not settled.size:
            return free
        free[settled] = False


def _order(model: Model) -> Numbers:
    """Cost of the last stage: hours beyond today's, then a fixed number for each account, person and good."""
    problem, claims, cost = model.problem, model.claims, np.zeros(len(model.columns))
    cost[model.beyond_index] += 1.0
    account = np.zeros(problem.size)
    account[model.stated] = [_rank(str(name)) for name in problem.names[model.stated]]
    person = np.array([_rank(person.name) for person in problem.people])
    claim = np.array([_rank(name) for name in claims.names])
    spent, credit = model.spent_of, model.credit_of
    for columns, rank in (
        (model.hours_index, account[model.stated]),
        (model.spent_index, _mixed(account[spent[:, 0]], person[spent[:, 1]])),
        (model.credit_index, _mixed(account[credit[:, 0]], claim[credit[:, 1]] + person[credit[:, 2]])),
    ):
        cost[columns] += CANONICAL * rank
    return cost


def _rank(name: str) -> float:
    """A number in [0, 1) that depends on the name alone."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=6).digest(), "big") / 2**48


def _mixed(one: Numbers, other: Numbers) -> Numbers:
    """Numbers in [0, 1) from pairs, not additive, so that no exchange of two pairs costs nothing."""
    return np.asarray(one * (1000.0 + 1000.0 * other) % 1.0)
