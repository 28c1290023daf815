"""A sweep over balances: each point is the optimum of its own problem, whatever was solved before it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner.allocation import pricing
from planner.allocation.analysis.balance_sweep import Sweep
from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.problem import Limit, Problem
from planner.allocation.restricted_master import NoPlanAtAllError
from tests.allocation.builders import random_problem

BALANCES = [np.array(b, dtype=float) / 4 for b in ((4, 0, 0), (3, 1, 0), (1, 1, 2), (0, 0, 4), (2, 2, 0), (1, 2, 1))]


def _agrees(problem: Problem, sweep: Sweep, aim: np.ndarray, weights: np.ndarray | None = None) -> None:
    found = sweep.at(aim, weights)
    alone = replace(problem, aim=aim, weights=aim if weights is None else weights)
    cold = ColumnGeneration().solve(alone, sweep.ideal)
    reached = found.value - problem.balance_weight * found.short / problem.total_hours
    assert reached == pytest.approx(cold.value / problem.total_hours, abs=1e-6)
    assert found.hours.sum() <= problem.total_hours + 1e-6


@pytest.mark.parametrize("seed", range(8))
def test_each_point_is_the_optimum_of_its_own_problem(seed: int) -> None:
    problem = random_problem(seed)
    sweep = Sweep(problem)
    for aim in BALANCES:
        _agrees(problem, sweep, aim)
    _agrees(problem, sweep, BALANCES[2], np.array([0.2, 0.3, 0.5]))


def test_a_model_that_starts_small_grows_to_the_same_optimum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pricing, "HEADROOM", 50.0)
    problem = random_problem(3, n=30, hours=40)
    sweep = Sweep(problem)
    for aim in BALANCES:
        _agrees(problem, sweep, aim)


@pytest.mark.parametrize("seed", range(4))
def test_points_far_apart_and_points_again_are_the_same_optimum_on_long_lists(seed: int) -> None:
    problem = random_problem(seed, n=60, hours=150)
    if seed % 2:
        problem = replace(problem, limits=(Limit("ten", (np.arange(60) < 10).astype(float), -np.inf, 25.0, seed // 2),))
    sweep = Sweep(problem)
    for aim in (*BALANCES[::2], *BALANCES[::-1]):
        _agrees(problem, sweep, aim)


def test_limits_an_own_balance_each_and_the_cost_of_an_hour_are_kept() -> None:
    base = random_problem(5)
    limit = Limit("first five", (np.arange(base.size) < 5).astype(float), -np.inf, 12.0)
    for problem in (
        replace(base, limits=(limit,), within_you=(0.2, 0.0, 0.1)),
        replace(base, per_person=True),
        replace(base, hour_cost=300.0),
        replace(base, max_change=15.0, min_money=1000.0),
    ):
        sweep = Sweep(problem)
        for aim in BALANCES[:4]:
            _agrees(problem, sweep, aim)


def test_hours_that_bring_nothing_are_left_open() -> None:
    problem = random_problem(2)
    worth = problem.worth.copy()
    worth[:, 2:] = 0.0
    problem = replace(problem, worth=worth, strength=np.where(worth > 0, problem.strength, 0.0))
    found = Sweep(problem).at(np.array([0.0, 0.0, 1.0]))
    assert found.hours.sum() == pytest.approx(problem.minimum.sum(), abs=1e-6)


def test_demands_that_cannot_all_hold_have_no_plan() -> None:
    problem = random_problem(1)
    impossible = replace(
        problem, minimum=problem.maximum.copy(), people=tuple(replace(p, hours=0.5) for p in problem.people)
    )
    with pytest.raises(NoPlanAtAllError):
        Sweep(impossible, np.ones(3)).at(np.array([0.2, 0.3, 0.5]))
