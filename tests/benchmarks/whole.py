"""The same plan the ordinary way: every segment of every curve of every account stated in PuLP, solved by its HiGHS.

A cold plan is three ideals (the most that all hours could add for one group alone) and the plan itself: four whole
models, each stated and solved by itself, as one would without keeping a solver warm. `value_whole` is the last of the
four alone, for one who knows the ideals.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pulp

from planner.allocation.balance import usable_hours
from planner.allocation.constraints.user_constraints import unavoidable
from planner.allocation.model import Model
from planner.allocation.objective import Objective, objective_of, scale_of
from planner.allocation.pieces import segments
from planner.allocation.problem import Problem
from planner.arrays import Numbers


def plan_whole(problem: Problem) -> float:
    """Objective of a cold plan: four statements, four solves."""
    return value_whole(problem, np.array([_ideal(problem, g) for g in range(3)]))


def value_whole(problem: Problem, ideal: Numbers) -> float:
    """Objective at known ideals: one statement, one solve."""
    model = Model(problem, segments(problem), usable_hours(problem))
    return -_solved(model, objective_of(problem, ideal)) / scale_of(problem)


def _ideal(problem: Problem, group: int) -> float:
    pieces = segments(problem)
    unit = np.eye(3)[group] / float(pieces.value[:, group].max())
    alone = replace(problem, aim=np.zeros(3), leave_open=False, per_person=False)
    model = Model(alone, pieces, usable_hours(alone), unavoidable(problem))
    return -_solved(model, Objective(unit)) / float(unit[group])


def _solved(model: Model, objective: Objective) -> float:
    model.minimise(model.costs(objective))
    model.lp.solve(pulp.HiGHS(msg=False))
    assert model.lp.status == pulp.LpStatusOptimal
    return float(pulp.value(model.lp.objective))
