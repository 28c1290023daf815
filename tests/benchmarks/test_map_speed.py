"""231 balances of one list, against as many cold solves of the whole model the ordinary way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.analysis.balance_sweep import Sweep
from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.test_plan_speed import problem_of
from tests.benchmarks.whole import plan_whole, value_whole

STEPS = 20


def test_a_map_of_balances_against_cold_solves(ratio: Ratios) -> None:
    """The cold solves are estimated from one at a time: all of them would take minutes."""
    size = 100 if SHORT else 1_000
    problem = problem_of(size, 4)
    balances = [np.array([a, b, STEPS - a - b]) / STEPS for a in range(STEPS + 1) for b in range(STEPS + 1 - a)]
    middle = np.array([0.2, 0.3, 0.5])
    assert len(balances) == 231

    def ours() -> float:
        sweep = Sweep(problem)
        for balance in balances:
            sweep.at(balance)
        point = sweep.at(middle)
        return point.value - problem.balance_weight * point.short / problem.total_hours

    chosen, what = replace(problem, aim=middle, weights=middle), f"231 balances, {size:,} accounts, against one cold"
    ideal = Sweep(problem).ideal
    for cold, solve in (
        ("plan of four whole solves", lambda: plan_whole(chosen)),
        ("whole solve at known ideals", lambda: value_whole(chosen, ideal)),
    ):
        mine, theirs = ratio(f"{what} {cold} (to be times 231)", ours, solve, 231 / 20, rounds=3)
        assert mine == pytest.approx(theirs, abs=1e-5)
