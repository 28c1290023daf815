"""What one more hour brings: on one account alone, and of one person to the whole plan.

Both in the plan's unit (see `measure`). One account's hour is a whole hour along its own exact curve, as if its
maximum allowed it: what a person who adds the hour will see.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.build_problem import group_worth
from planner.allocation.problem import Allocation, Numbers, Problem
from planner.explanation.measure import Measure


def next_hour(problem: Problem, allocation: Allocation, measure: Measure) -> Numbers:
    """(n,) what one more hour on each account alone would bring at the plan."""
    return gain_of(problem, allocation.hours, 1.0) @ measure.weight * measure.per_objective


def gain_of(problem: Problem, hours: Numbers, extra: Numbers | float) -> Numbers:
    """(n, 3) value that `extra` hours on top of `hours` add, for each group."""
    curves = problem.curves
    more = curves.at(hours + extra) - curves.at(hours)
    return group_worth(problem) * more[:, np.newaxis]
