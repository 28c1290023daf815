"""The same model, whole, the ordinary way: stated in PuLP with every piece of every curve, solved by its HiGHS."""

from __future__ import annotations

import pulp

from planner.allocation.claims import Claims
from planner.allocation.kernel import DEVIATION_SLACK, weigh
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Numbers, Problem


def solve_whole(problem: Problem, ideal: Numbers, deviation: float) -> float:
    """Objective of the value stage of the whole model at a known deviation: one statement, one solve."""
    claims = Claims.of(problem)
    weighed = weigh(problem, ideal)
    aim = Aim(weighed.gain, weighed.hour_price, balance_hours=claims.pool_hours())
    model = Model(problem, claims, claims.depths(), aim)
    model.row_high[model.row_number["deviation"]] = deviation + DEVIATION_SLACK
    stated = model.as_pulp()
    stated.solve(pulp.HiGHS(msg=False))
    assert stated.status == pulp.LpStatusOptimal
    return -float(pulp.value(stated.objective)) / weighed.scale
