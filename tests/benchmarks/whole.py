"""The same plan the ordinary way: every piece of every curve of every account stated in PuLP, solved by its HiGHS.

A cold plan is three ideals (the most that all hours could add for one group alone), the least deviation from the
balance, and the most value at that deviation: five whole models, each stated and solved by itself, as one would
without keeping a solver warm. `reach_whole` is the last two, for one who knows the ideals; `value_whole` the last of
the five alone: one statement and one solve, the least that anybody could get away with who knew all else beforehand.
"""

from __future__ import annotations

import numpy as np
import pulp
from planner.allocation.claims import Claims
from planner.allocation.kernel import DEVIATION_SLACK, weigh

from planner.allocation.build_problem import group_worth
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Numbers, Problem


def plan_whole(problem: Problem) -> float:
    """Objective of a cold plan: five statements, five solves."""
    claims = Claims.of(problem)
    worth = group_worth(problem)
    ideal = np.array([_ideal(problem, claims, worth[:, g]) for g in range(3)])
    return reach_whole(problem, ideal)


def reach_whole(problem: Problem, ideal: Numbers) -> float:
    """Objective at known ideals: the least deviation, then the most value; two statements, two solves."""
    return value_whole(problem, ideal, _deviation(problem, Claims.of(problem)))


def value_whole(problem: Problem, ideal: Numbers, deviation: float) -> float:
    """Objective at known ideals and a known deviation: one statement, one solve."""
    claims = Claims.of(problem)
    weighed = weigh(problem, ideal)
    model = Model(problem, claims, claims.depths(), _balanced(claims, weighed.gain))
    model.row_high[model.row_number["deviation"]] = deviation + DEVIATION_SLACK
    return -_solved(model) / weighed.scale


def _ideal(problem: Problem, claims: Claims, worth: Numbers) -> float:
    unit = 1.0 / float((worth[:, None] * claims.slope).max())
    return -_solved(Model(problem, claims, claims.depths(), Aim(worth * unit, balanced=False))) / unit


def _deviation(problem: Problem, claims: Claims) -> float:
    model = Model(problem, claims, claims.depths(), _balanced(claims, np.zeros(problem.size)))
    for var in model.deviation_terms:
        model.cost[var.index] = 1.0
    return max(0.0, _solved(model))


def _balanced(claims: Claims, gain: Numbers) -> Aim:
    return Aim(gain, balance_hours=claims.pool_hours())


def _solved(model: Model) -> float:
    stated = model.as_pulp()
    stated.solve(pulp.HiGHS(msg=False))
    assert stated.status == pulp.LpStatusOptimal
    return float(pulp.value(stated.objective))
