"""The objective of a problem: attainment, in average hours (times all hours H, so that coefficients are near one)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.pieces import Pieces
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.goods import GROUPS, YOU


@dataclass(frozen=True, eq=False)
class Objective:
    """What the columns bring and cost, in average hours.

    Attributes:
        unit: (3,) of one unit of each group's value: `H·t_G / ideal_G`.
        hour_price: of an hour planned.
        shortage_price: of an hour short of the balance, `balance_weight`.
        moved_price: of an hour past today's.
    """

    unit: Numbers
    hour_price: float = 0.0
    shortage_price: float = 0.0
    moved_price: float = 0.0

    def cost(self, pieces: Pieces) -> Numbers:
        """(r,) of one unit of each piece, minimised."""
        return -(pieces.value @ self.unit) + self.hour_price * pieces.hours + self.moved_price * pieces.beyond


def units(problem: Problem, ideal: Numbers) -> Numbers:
    """(3,) objective (attainment) per unit of each group's value: `t_G / ideal_G`; money where a point has a worth."""
    if problem.point_worth is None:
        return np.divide(problem.weights, ideal, out=np.zeros(len(GROUPS)), where=ideal > 0)
    money = np.where(np.arange(len(GROUPS)) == YOU, 1.0, problem.point_worth)
    most = float((money * ideal).max())
    return np.asarray(money / most if most > 0 else np.zeros(len(GROUPS)))


def objective_of(problem: Problem, ideal: Numbers) -> Objective:
    """The objective of a problem in average hours."""
    unit = units(problem, ideal) * scale_of(problem)
    hour_price = problem.hour_cost * float(unit[YOU]) if problem.in_money else 0.0
    return Objective(unit, hour_price, problem.balance_weight)


def scale_of(problem: Problem) -> float:
    """H: average hours per unit of attainment."""
    return max(problem.total_hours, 1.0)
