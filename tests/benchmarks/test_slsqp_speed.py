"""A plan against SLSQP on the smooth curves, seeking the same optimum; see `smooth.py`.

On the straight pieces that our plan is solved on, no hours are better than ours, wherever they come from. On the smooth
curves themselves ours are within the promised thousandth of the best there is; both values are printed.
"""

from __future__ import annotations

import sys

import numpy as np
import pytest

from planner.allocation.allocate import allocate
from planner.explanation.measure import reach
from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.smooth import Smooth, one_budget
from tests.benchmarks.test_plan_speed import LINEAR, problem_of

SIZES = (100,) if SHORT else (100, 200, 400, 1_000)


@pytest.mark.parametrize("size", SIZES)
def test_a_plan_against_slsqp_on_the_smooth_curves(ratio: Ratios, size: int) -> None:
    pytest.importorskip("scipy", reason="SciPy is not installed: pip install '.[bench]'")
    problem = one_budget(problem_of(size, 4))
    smooth = Smooth.of(problem, allocate(problem, LINEAR).ideal)
    plan, theirs = ratio(
        f"plan, {size:,} accounts, against SLSQP on the smooth curves",
        lambda: allocate(problem, LINEAR),
        smooth.by_slsqp,
        1 / 1000 if SHORT or size == 1_000 else None,
        rounds=3 if size < 1_000 else 1,
    )
    hours = np.clip(theirs.x, problem.minimum, problem.maximum)
    mine, other = smooth.value(plan.hours), smooth.value(hours)
    sys.stdout.write(f"value on the smooth curves: {mine:.6f} against {other:.6f} ({theirs.message})\n")
    assert hours.sum() <= problem.total_hours + 1e-6
    assert smooth.gain @ (reach(problem.curves, hours) - problem.curves.low) <= plan.proof.objective + 1e-9
    assert mine >= 0.999 * other
