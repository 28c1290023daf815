"""What hours bring: value added per account and group, and the units in which it is said.

n accounts, 3 groups (`schema.GROUPS`). Value is money or points, as in `Problem.worth`; the objective is
Σ_G w_G·added_G / ideal_G less the cost of hours. It is said as money where the group `you` is money and has a
weight (objective × ideal_you / w_you), else as points (objective × 100).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.build_problem import group_worth, spread
from planner.allocation.claims import on_curve
from planner.allocation.kernel import weigh
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
    weight = weigh(problem, allocation.ideal).unit
    if problem.in_money and weight[YOU] > 0:
        return Measure(weight, MONEY, 1.0 / float(weight[YOU]))
    return Measure(weight, POINTS, 100.0)


def aims(problem: Problem) -> Numbers:
    """(pools, 3) balance aimed at: the firm's, or each person's where each keeps a balance."""
    if not problem.per_person:
        return problem.aim[np.newaxis, :]
    return np.array([spread(who.balance, problem.seen) if who.balance else problem.aim for who in problem.people])


def pool_hours(problem: Problem, allocation: Allocation) -> Numbers:
    """(pools,) hours that each balance is kept over: all there are, or those worth their cost."""
    if allocation.balance_hours is not None:
        return allocation.balance_hours
    return problem.capacity if problem.per_person else np.array([problem.total_hours])


def reach(curves: Curves, hours: Numbers) -> Numbers:
    """(n,) share of value reached, by the curve that the plan was solved with.

    That is the piecewise-linear one, or the exact one for an S-shaped account. Hours beyond what an account can take
    (where no plan goes, but a baseline may) add nothing.
    """
    inside = np.minimum(hours, curves.maximum)
    along = on_curve(curves.hours, curves.share, np.arange(len(inside)), inside)
    return np.where(curves.gamma > 1, curves.at(inside), along)


def added(problem: Problem, hours: Numbers) -> Numbers:
    """(n, 3) value that the hours add over giving none."""
    more = reach(problem.curves, hours) - problem.curves.share[:, 0]
    return group_worth(problem) * more[:, np.newaxis]


def money(problem: Problem, hours: Numbers) -> float:
    """Money to expect in a year with these hours, with what comes without any; NaN without money."""
    if not problem.in_money:
        return float("nan")
    return float(group_worth(problem)[:, YOU] @ reach(problem.curves, hours))
