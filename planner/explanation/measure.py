"""What hours bring: value added per account and group, and the units in which it is said.

n accounts, 3 groups (`schema.GROUPS`). Value is money or points, as in `Problem.worth`; the objective is
Σ_G w_G·added_G / ideal_G less the cost of hours. It is said as money where the group `you` is money and has a
weight (objective × ideal_you / w_you), else as points (objective × 100).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation import balance, solution
from planner.allocation.build_problem import group_worth
from planner.allocation.column_generation import units
from planner.allocation.problem import Allocation, Curves, Numbers, Problem
from planner.explanation import text
from planner.goods import GROUPS, Group

YOU = GROUPS.index(Group.YOU)
MONEY = "money"
POINTS = "points"


@dataclass(frozen=True, eq=False)
class Measure:
    """Exchange rates of one plan.

    Attributes:
        weight: (3,) objective for one unit of each group's value; 0 for a group without weight or ideal.
        unit: "money" or "points".
        per_objective: how much of `unit` one of the objective is.
    """

    weight: Numbers
    unit: str
    per_objective: float

    def says(self, amount: float, currency: str, *, yearly: bool = True) -> str:
        """An amount of `unit`: `about $1.3k a year` or `about 0.34 points`."""
        if self.unit == MONEY:
            return f"about {text.about(amount, currency)}{' a year' if yearly else ''}"
        return f"about {amount:.2g} points"


def measure(problem: Problem, allocation: Allocation) -> Measure:
    """The exchange rates that the plan's ideals and weights imply."""
    weight = units(problem, allocation.ideal)
    if problem.in_money and weight[YOU] > 0:
        return Measure(weight, MONEY, 1.0 / float(weight[YOU]))
    return Measure(weight, POINTS, 100.0)


def aims(problem: Problem) -> Numbers:
    """(pools, 3) balance aimed at: the firm's, or each person's where each keeps a balance."""
    return balance.aims(problem)


def pool_hours(allocation: Allocation) -> Numbers:
    """(pools,) hours that each balance is a share of: those that the list can use."""
    if allocation.usable_by_person is not None:
        return allocation.usable_by_person
    return np.array([allocation.usable])


def reach(curves: Curves, hours: Numbers) -> Numbers:
    """(n,) share of value reached, by the curve that the plan was solved with.

    That is the piecewise-linear one; of an S-shaped account without its concave hull. Hours beyond what an account
    can take (where no plan goes, but a baseline may) add nothing.
    """
    inside = np.minimum(hours, curves.maximum)
    return curves.reached(np.arange(len(inside)), inside, exact=True)


def added(problem: Problem, hours: Numbers) -> Numbers:
    """(n, 3) value that the hours add over giving none."""
    return solution.added_by_account(problem, np.minimum(hours, problem.curves.maximum), exact=True)


def money(problem: Problem, hours: Numbers) -> float:
    """Money to expect in a year with these hours, with what comes without any; NaN without money."""
    if not problem.in_money:
        return float("nan")
    return float(group_worth(problem)[:, YOU] @ reach(problem.curves, hours))
