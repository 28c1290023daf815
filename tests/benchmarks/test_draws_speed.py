"""200 draws of the uncertain inputs of a list, on two processes against one: what starting and feeding them costs."""

from __future__ import annotations

import numpy as np

import planner
from planner.scenarios.robustness import robustness
from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.lists import generated


def test_draws_on_two_processes_against_one(ratio: Ratios) -> None:
    """On two free processors the wall time is half of what the processes spend: at most 15 s of 200 draws."""
    size, draws = (60, 8) if SHORT else (200, 200)
    plan = planner.plan(generated(size, 4, limited=True, seed=3), plan_start="2026-09-01")
    two, one = ratio(
        f"{draws} draws, {size} accounts, two processes against one",
        lambda: robustness(plan, draws, workers=2),
        lambda: robustness(plan, draws, workers=1),
        1.5,
        rounds=1,
    )
    assert np.array_equal(two.low, one.low)
    assert np.array_equal(two.kept, one.kept)
