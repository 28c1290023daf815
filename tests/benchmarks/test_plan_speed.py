"""A cold plan against the same whole model, and what a change of the balance costs."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.problem import Problem
from planner.pipeline import inputs_of
from planner.settings import Settings
from planner.settings_sources import resolve_settings
from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.lists import generated
from tests.benchmarks.whole import plan_whole, value_whole

LINEAR = Settings(smallest_block=0, hour_step=0)
PLAIN = {"smallest_block": 0, "hour_step": 0, "max_accounts_per_person": 0}


def problem_of(size: int, people: int, *, limited: bool = False) -> Problem:
    """The problem of a generated list, plain hours."""
    roster = generated(size, people, limited=limited)
    return inputs_of(roster, resolve_settings(roster, PLAIN)).problem


@pytest.mark.parametrize("limited", [False, True], ids=["plain", "limited"])
@pytest.mark.parametrize(("size", "people", "goal"), [(1_000, 4, 1 / 10), (10_000, 50, 1 / 6)])
def test_cold_plan_against_the_whole_model(ratio: Ratios, size: int, people: int, goal: float, limited: bool) -> None:
    size, people = (size // 10, max(2, people // 10)) if SHORT else (size, people)
    problem = problem_of(size, people, limited=limited)
    known = allocate(problem, LINEAR)
    what = f"cold plan, {size:,} accounts, {people} people{', limits' if limited else ''}"
    plan, whole = ratio(
        what, lambda: allocate(problem, LINEAR), lambda: plan_whole(problem), goal, rounds=5 if size <= 1_000 else 3
    )
    _, once = ratio(
        f"{what}, against one statement and solve",
        lambda: allocate(problem, LINEAR),
        lambda: value_whole(problem, known.ideal),
        None,
        rounds=5 if size <= 1_000 else 3,
    )
    assert plan.proof.objective == pytest.approx(whole, abs=1e-6)
    assert plan.proof.objective == pytest.approx(once, abs=1e-6)
    assert plan.proof.largest_reduced_cost <= 1e-7


def test_a_hundred_thousand_accounts_against_ten_thousand(ratio: Ratios) -> None:
    small, large = ((1_000, 5), (10_000, 10)) if SHORT else ((10_000, 50), (100_000, 100))
    few, many = problem_of(*small), problem_of(*large)
    plan, _ = ratio(
        f"cold plan, {large[0]:,} accounts, {large[1]} people, against {small[0]:,}",
        lambda: allocate(many, LINEAR),
        lambda: allocate(few, LINEAR),
        12,
        rounds=3,
    )
    assert plan.proof.largest_reduced_cost <= 1e-7
    assert plan.proof.largest_violation <= 1e-6


def test_the_largest_list_in_half_hours_to_a_true_gap(benchmark: Any) -> None:
    """At default settings: half hours, blocks, ten accounts a person; the allocation alone."""
    size, people = (2_000, 20) if SHORT else (100_000, 100)
    roster = generated(size, people)
    settings = resolve_settings(roster, {})
    problem = inputs_of(roster, settings).problem
    plan = benchmark.pedantic(lambda: allocate(problem, settings), rounds=1)
    sys.stdout.write(f"\n{size:,} accounts, {people} people: {plan.proof.seconds:.1f} s, gap {plan.proof.gap:.2%}\n")
    assert plan.proof.gap <= 0.01
    assert plan.proof.largest_violation <= 1e-6


@pytest.mark.parametrize("blocks", [False, True], ids=["plain", "blocks"])
@pytest.mark.parametrize(("size", "people"), [(1_000, 4), (10_000, 50)])
def test_a_changed_balance_against_our_own_cold_plan(ratio: Ratios, size: int, people: int, blocks: bool) -> None:
    """The balance moves by two points a time, as a slider does."""
    size = size // 10 if SHORT else size
    problem = problem_of(size, people)
    if blocks:
        problem = replace(problem, step=0.5, block=np.minimum(2.0, np.floor(problem.maximum * 2) / 2))
    columns = ColumnGeneration()
    allocate(problem, LINEAR, columns)
    turn = iter(range(1_000))

    def changed() -> Any:
        share = 0.2 + 0.02 * (next(turn) % 10)
        balance = np.array([share, 0.3, 0.7 - share])
        return allocate(replace(problem, aim=balance, weights=balance), LINEAR, columns)

    what = f"changed balance, {size:,} accounts{', half hours' if blocks else ''}"
    warm, _ = ratio(what, changed, lambda: allocate(problem, LINEAR), 1 / 5)
    assert warm.proof.largest_reduced_cost <= 1e-7
    assert warm.proof.gap <= 0.005


def test_few_accounts_in_large_blocks_to_a_proven_gap(ratio: Ratios) -> None:
    """K = 25 accounts of 1,000 in 4-hour blocks, against the linear program alone."""
    problem = problem_of(100 if SHORT else 1_000, 4)
    focused = replace(problem, max_accounts=25, step=0.5, block=np.minimum(4.0, problem.maximum))
    plan, _ = ratio(
        "25 of 1,000 accounts in blocks of 4 h",
        lambda: allocate(focused, LINEAR),
        lambda: allocate(problem, LINEAR),
        100,
    )
    assert plan.proof.gap <= 0.005
    assert np.count_nonzero(plan.hours) <= 25
