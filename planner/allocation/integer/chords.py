"""How far the smooth curves may lie above the straight stretches that are solved: what a bound has to allow for."""

from __future__ import annotations

import numpy as np

from planner.allocation.objective import Objective
from planner.allocation.problem import Problem, sum_by_group
from planner.arrays import Numbers

ON_CURVE = 1e-9
"""A curve whose knots lie on its formula is smooth between them; others are straight by what they say."""
SAMPLES, MARGIN = 8, 1.2
"""Places at which a stretch is looked at, and times the largest bulge found there that none can pass."""


def room_above_chords(problem: Problem, objective: Objective) -> float:
    """The most that any plan could gain, in average hours, if its hours were valued on the smooth curves.

    The sum over as many accounts as any plan can serve, of those whose curves bulge most.
    """
    gain = sum_by_group(problem.worth) @ objective.unit
    useful = np.flatnonzero((gain > 0) & (problem.maximum > 0))
    room = np.sort(gain[useful] * _largest_bulge(problem, useful))[::-1]
    return float(room[: _most_accounts(problem)].sum())


def _most_accounts(problem: Problem) -> int:
    """Accounts that a plan can serve at most."""
    least = np.where(problem.minimum > 0, problem.minimum, np.maximum(problem.block, problem.step))
    free = least[(problem.minimum <= 0) & (problem.maximum > 0)]
    smallest = float(free.min(initial=np.inf))
    most = [problem.size]
    if np.isfinite(smallest) and smallest > 0:
        forced = problem.minimum > 0
        most.append(int(problem.total_hours / smallest) + int(forced.sum()))
    if problem.max_accounts is not None:
        most.append(problem.max_accounts)
    if problem.max_accounts_per_person is not None:
        most.append(problem.max_accounts_per_person * len(problem.people))
    return min(most)


def _largest_bulge(problem: Problem, accounts: np.ndarray) -> Numbers:
    """(k,) largest distance of the smooth curve above its chords; 0 where the knots do not lie on the formula."""
    curves = problem.curves.only(accounts)
    knots, bulge = curves.hours, np.zeros(len(accounts))
    on_curve = (np.abs(curves.at(knots.T) - curves.exact.T) <= ON_CURVE).all(axis=0)
    shares = np.arange(1, SAMPLES)[:, None] / SAMPLES
    for k in range(knots.shape[1] - 1):
        a, b = knots[:, k], knots[:, k + 1]
        chord = curves.exact[:, k] + shares * (curves.exact[:, k + 1] - curves.exact[:, k])
        bulge = np.maximum(bulge, (curves.at(a + shares * (b - a)) - chord).max(axis=0))
    return np.where(on_curve, MARGIN * bulge, 0.0)
