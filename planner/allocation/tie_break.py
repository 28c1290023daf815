"""Which of all optimal plans is taken: the last stage, on the little that the optimum leaves open.

Of the plans of the same value it is the one that moves the fewest hours from today and then comes first in a fixed
order that depends on names alone, so that the same list gives the same plan from a cold or a warm start.

A column whose reduced cost is not zero is the same in every optimum, and a row whose dual is not zero is as tight.
Both are held while the rest is solved once more for the fewest hours moved, and then let go again.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import numpy as np

from planner.allocation.model import Model
from planner.allocation.solvers.highs import HighsSolver, SolverResult
from planner.arrays import Index, Numbers
from planner.vocabulary import Status

FACE = 1e-7
"""Reduced costs and duals up to this are zero."""
CANONICAL = 1e-4
"""Weight of the fixed order against an hour moved from today."""


def settle(model: Model, solver: HighsSolver, result: SolverResult) -> SolverResult:
    """The optimum that is taken, with the duals of the one that was found."""
    free = np.abs(result.reduced) <= FACE
    held = np.flatnonzero(~free)
    if not free[: model.pieces.size].any():
        return result
    low, high = solver.column_bounds
    costs = solver.costs
    rows = np.flatnonzero((np.abs(result.row_dual) > FACE) & (solver.row_low != solver.row_high))
    bounds = [(int(row), float(solver.row_low[row]), float(solver.row_high[row])) for row in rows]
    solver.set_columns(held, result.values[held], result.values[held])
    for row, least, most in bounds:
        tight = least if np.isfinite(least) else most
        solver.set_row(row, tight, tight)
    solver.set_costs(np.where(free, _order(model, free), 0.0))
    settled = solver.run()
    solver.set_costs(costs)
    solver.set_columns(held, low[held], high[held])
    for row, least, most in bounds:
        solver.set_row(row, least, most)
    return result if settled.status is not Status.OPTIMAL else replace(result, values=settled.values)


def _order(model: Model, free: np.ndarray) -> Numbers:
    """(columns,) cost of the last stage: hours moved from today, then a fixed number for each account and person."""
    pieces, cost = model.pieces, np.zeros(len(model.columns))
    mine = np.flatnonzero(free[: pieces.size])
    moved = 2 * pieces.beyond[mine] - pieces.hours[mine]
    cost[mine] = moved + CANONICAL * _ranks(model.problem.names, pieces.account[mine]) * pieces.hours[mine]
    pairs = model.pairs
    one = _ranks(model.problem.names, pairs.account)
    other = _ranks(np.array([person.name for person in model.problem.people], dtype=object), pairs.person)
    cost[pairs.column] += CANONICAL * (one * (1000.0 + 1000.0 * other) % 1.0)
    return cost


def _ranks(names: np.ndarray, at: Index) -> Numbers:
    """Numbers in [0, 1) that depend on the names at some positions alone."""
    distinct, place = np.unique(at, return_inverse=True)
    return np.array([_rank(str(names[i])) for i in distinct.tolist()], dtype=float)[place]


def _rank(name: str) -> float:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=6).digest(), "big") / 2**48
