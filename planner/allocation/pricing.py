"""Reduced costs: what a segment that is not stated would bring beyond its price, and which to state to begin with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.model import Model
from planner.allocation.objective import Objective
from planner.allocation.pieces import Pieces, counts_per_hour
from planner.allocation.problem import Problem
from planner.allocation.solvers.highs import SolverResult
from planner.arrays import Mask, Numbers
from planner.goods import GROUPS

HEADROOM = 0.9
"""To begin with, segments worth at least this share of the guessed price of an hour are stated."""
ENOUGH = 1.4
"""Times the hours of a group's floor that are looked at to begin with."""


@dataclass(frozen=True, eq=False)
class LpSolution:
    """Optimum of the whole linear program, by the restricted model that gave it.

    Attributes:
        largest_reduced_cost: what the best segment left out would bring per hour, in average hours; 0 where none.
    """

    model: Model
    result: SolverResult
    objective: Objective
    largest_reduced_cost: float = 0.0

    def dual(self, row: str) -> float:
        """Dual of a row; 0 for one that is not stated."""
        at = self.model.row_at.get(row)
        return 0.0 if at is None else float(self.result.row_dual[at])

    @property
    def value(self) -> float:
        """What the plan reaches, in average hours, maximised."""
        return -self.result.objective

    @property
    def hours(self) -> Numbers:
        """(n,) hours of each account."""
        return self.model.hours(self.result.values)


def surplus_of(solution: LpSolution, pieces: Pieces) -> Numbers:
    """(r,) what one unit of each piece would bring beyond its price: its reduced cost, negated."""
    model = solution.model
    surplus = -solution.objective.cost(pieces)
    for name, coefficient in model.coefficient.items():
        if y := solution.dual(name):
            surplus += y * coefficient(pieces)
    near, far = hour_duals(solution)
    return surplus + near[pieces.account] * pieces.near + far[pieces.account] * pieces.far


def hour_duals(solution: LpSolution) -> tuple[Numbers, Numbers]:
    """(n,) twice: what an hour on each account is worth to the rows of the best person for it, up to `guess_hours`
    and past it; the price of the person's time, negated, and what counts towards the person's own balance."""
    model, problem = solution.model, solution.model.problem
    people, pairs = range(len(problem.people)), problem.pairs
    person = np.array([solution.dual(f"capacity_{model.people[p]}") for p in people])
    if not problem.per_person:
        best = -pairs.least(-person[pairs.person])
        return best, best
    person += np.array([solution.dual(f"open{model.of_pool(p)}") for p in people])
    floor = np.array([[solution.dual(f"balance_{group}{model.of_pool(p)}") for group in GROUPS] for p in people])
    worth = (
        person[pairs.person] + (counted[pairs.account] * floor[pairs.person]).sum(axis=1)
        for counted in counts_per_hour(problem)
    )
    near, far = (-pairs.least(-each) for each in worth)
    return near, far


def promising(problem: Problem, pieces: Pieces, gain: Numbers) -> Mask:
    """(r,) segments to begin with: what people's hours could reach if the best went first, and all that are forced.

    Accounts that one person serves take that person's hours, the others anybody's, as if there were no other account.

    Args:
        gain: (r,) of an hour.
    """
    alone = np.where(problem.eligible.sum(axis=1) == 1, problem.eligible.argmax(axis=1), -1)[pieces.account]
    prices = np.array([_price(gain, pieces.most, alone == p, person.hours) for p, person in enumerate(problem.people)])
    anybody = _price(gain, pieces.most, np.ones(pieces.size, dtype=bool), problem.total_hours)
    price = np.where(alone >= 0, prices[alone], min(anybody, float(prices.min())))
    return np.asarray(((gain > 0) & (gain >= HEADROOM * price)) | (problem.minimum > 0)[pieces.account])


def serving(pieces: Pieces, gain: Numbers, group: int, least: float) -> Mask:
    """(r,) segments to begin with for a group's floor of so many hours: the best of those that count for it."""
    counted = pieces.counted[:, group]
    price = _price(gain, pieces.most * counted, counted > 0, ENOUGH * least)
    return np.asarray((gain > 0) & (counted > 0) & (gain >= HEADROOM * price))


def _price(gain: Numbers, width: Numbers, some: Mask, hours: float) -> float:
    """What the hour brings on which `hours` run out if the best of some segments go first; 0 where they never do."""
    useful = np.flatnonzero(some & (gain > 0))
    order = useful[np.argsort(-gain[useful], kind="stable")]
    last = int(np.searchsorted(np.cumsum(width[order]), hours))
    return float(gain[order[last]]) if last < len(order) else 0.0
