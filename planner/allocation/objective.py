"""The objective of a problem: attainment, in average hours (times all hours H, so that coefficients are near one)."""

from __future__ import annotations

import numpy as np

from planner.allocation.model import Objective
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.goods import GROUPS, YOU


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
