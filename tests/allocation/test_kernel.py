"""The optimum is right: against a second, whole statement of the same model, and against hand-sized cases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.allocation import run_out
from planner.allocation.allocate import Kernel, allocate
from planner.allocation.problem import Problem
from planner.allocation.solution import split_of
from planner.errors import Contradiction
from planner.settings import Settings
from tests.allocation.builders import curves, problem, random_problem, tiers
from tests.allocation.reference import Reference

PLAIN = Settings(smallest_block=0, hour_step=0)
seeds = st.integers(0, 100_000)


@settings(max_examples=40, deadline=None)
@given(seeds)
def test_the_plan_equals_an_independent_solve_of_the_whole_model(seed: int) -> None:
    rng = np.random.default_rng(seed)
    base = random_problem(seed, n=int(rng.integers(2, 22)), people=int(rng.integers(1, 4)))
    reference = Reference(base)
    try:
        plan = allocate(base, PLAIN)
    except Contradiction:
        assert not reference.lexicographic(np.ones(3)).feasible
        return
    assert reference.ideal() == pytest.approx(plan.ideal, rel=1e-6, abs=1e-6)
    optimum = reference.lexicographic(plan.ideal)
    assert optimum.deviation == pytest.approx(plan.deviation, abs=1e-5)
    assert optimum.value == pytest.approx(plan.proof.objective, abs=1e-6)
    assert plan.proof.largest_violation < 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_a_first_guess_from_a_few_of_the_accounts_ends_in_the_same_plan(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = random_problem(seed, n=24, people=3)
    try:
        plan = allocate(base, PLAIN)
    except Contradiction:
        return
    monkeypatch.setattr(run_out, "ENOUGH", 4)
    again = allocate(base, PLAIN)
    assert again.ideal == pytest.approx(plan.ideal, rel=1e-9)
    assert again.proof.objective == pytest.approx(plan.proof.objective, abs=1e-9)
    assert again.hours == pytest.approx(plan.hours, abs=1e-6)


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_the_same_plan_from_a_shuffled_file_and_from_a_warm_start(seed: int) -> None:
    base = replace(random_problem(seed, n=15, people=2), minimum=np.zeros(15))
    plan = allocate(base, PLAIN)
    order = np.random.default_rng(seed).permutation(15)
    again = allocate(base.only(order), PLAIN)
    assert again.hours == pytest.approx(plan.hours[order], abs=1e-5)
    kernel = Kernel()
    allocate(replace(base, aim=np.array([1 / 3] * 3), weights=np.array([1 / 3] * 3)), PLAIN, kernel)
    assert allocate(base, PLAIN, kernel).hours == pytest.approx(plan.hours, abs=1e-5)


@pytest.mark.parametrize("changes", [{}, {"per_person": True}, {"hour_cost": 300.0}, {"max_change": 15.0}], ids=str)
@pytest.mark.parametrize("seed", range(3))
def test_a_balance_changed_in_a_warm_engine_gives_the_cold_plan(seed: int, changes: dict[str, Any]) -> None:
    """There and back, over balances that the list can and cannot keep, with the list built anew each time."""
    kernel = Kernel()
    for shares in ((0.2, 0.3, 0.5), (0.25, 0.3, 0.45), (0.9, 0.1, 0.0), (0.0, 0.0, 1.0), (0.2, 0.3, 0.5)):
        balance = np.array(shares)
        base = replace(random_problem(seed, n=20), aim=balance, weights=balance, **changes)
        warm, cold = kernel.relax(base), Kernel().relax(base)
        assert warm.deviation == pytest.approx(cold.deviation, abs=1e-5)
        assert warm.value == pytest.approx(cold.value, abs=1e-6)
        assert split_of(warm.model, warm.solved.values).hours == pytest.approx(
            split_of(cold.model, cold.solved.values).hours, abs=1e-4
        )


def one_good_each(base: Problem) -> Problem:
    """The same list with only the strongest good of each account."""
    only = (base.strength == base.strength.max(axis=1, keepdims=True)) & (base.strength > 0)
    return replace(
        base,
        strength=np.where(only, base.strength, 0.0),
        worth=np.where(only, base.worth, 0.0),
        maximum=np.where(only.any(axis=1), base.curves.maximum, 0.0),
        minimum=np.zeros(base.size),
    )


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_attainment_of_a_group_never_falls_as_its_share_rises(seed: int) -> None:
    """For lists whose accounts serve one group each, of one team.

    It is no law for accounts that serve several: an hour that counts half for a group can bring it more than an hour
    that counts in full, and the balance is kept in hours before any value is looked at.
    """
    base = replace(one_good_each(random_problem(seed, n=14, people=1)), leave_open=False)
    reached = []
    for share in (0.1, 0.3, 0.5, 0.7, 0.9):
        balance = np.array([share, (1 - share) / 2, (1 - share) / 2])
        reached.append(allocate(replace(base, aim=balance, weights=balance), PLAIN).attainment[0])
    assert np.isnan(reached).all() or np.all(np.diff(reached) >= -1e-6)


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_a_further_tag_no_stronger_than_the_strongest_never_worsens_the_plan(seed: int) -> None:
    base = replace(random_problem(seed, n=10, goods_each=1), minimum=np.zeros(10), leave_open=False)
    tagged = np.flatnonzero((base.strength.max(axis=1) > 0) & (base.strength[:, 1] == 0))
    if not tagged.size:
        return
    strength = base.strength.copy()
    strength[tagged[0], 1] = strength[tagged[0]].max()
    plan, more = allocate(base, PLAIN), allocate(replace(base, strength=strength), PLAIN)
    assert more.deviation <= plan.deviation + 1e-6
    if more.deviation > plan.deviation - 1e-6:
        assert more.proof.objective >= plan.proof.objective - 1e-6


def test_hours_go_to_the_steepest_curve_until_slopes_meet() -> None:
    """Two concave tiers: 0.10 an hour up to 4 h, then 0.02; 0.05 an hour up to 10 h. 8 hours: 4 and 4."""
    response = tiers([[0, 4, 10], [0, 10]], [[0, 0.4, 0.52], [0, 0.5]])
    base = problem([[0, 0, 100, 0, 0], [0, 0, 100, 0, 0]], response, people=[("Ada", 8)], balance=(0, 0, 1))
    plan = allocate(base, PLAIN)
    assert plan.hours == pytest.approx([4, 4])
    assert plan.added[2] == pytest.approx(60)
    assert plan.attainment[2] == pytest.approx(1)


def test_a_short_group_keeps_its_hours_for_their_best_use_or_leaves_them_open() -> None:
    """Others can take 1 h of the 5 h they should get (50% of 10 h, no leeway): 4 h are left over."""
    response = curves([0, 0], [2, 2], [1, 9])
    base = problem([[100, 0, 0, 0, 0], [0, 0, 100, 0, 0]], response, balance=(0.5, 0, 0.5), tolerance=0.0)
    spent, left = allocate(base, PLAIN), allocate(replace(base, leave_open=True), PLAIN)
    assert spent.hours == pytest.approx([1, 9])
    assert left.hours == pytest.approx([1, 5])
    assert spent.under == pytest.approx([4, 0, 0])
    assert spent.over == pytest.approx([0, 0, 4])
    assert left.deviation == pytest.approx(spent.deviation) == pytest.approx(4)


def test_locks_that_force_the_balance_are_excess_and_still_make_a_plan() -> None:
    response = curves([0, 0], [2, 2], [8, 9])
    base = problem([[100, 0, 0, 0, 0], [0, 0, 100, 0, 0]], response, balance=(0.5, 0, 0.5), tolerance=0.0,
                   minimum=[8.0, 0.0], maximum=[8.0, 9.0], locked=[True, False])  # fmt: skip
    plan = allocate(base, PLAIN)
    assert plan.hours == pytest.approx([8, 2])
    assert plan.over[0] == pytest.approx(3)
    assert plan.deviation == pytest.approx(3)


def test_locks_past_the_capacity_are_a_contradiction() -> None:
    response = curves([0], [2], [12])
    base = problem([[0, 0, 100, 0, 0]], response, minimum=[12.0], maximum=[12.0], locked=[True])
    with pytest.raises(Contradiction):
        allocate(base, PLAIN)


def test_an_account_serves_the_group_that_is_short_up_to_its_relative_strength() -> None:
    """Strengths 0.4 and 0.8: at most half of the 10 hours may count for others."""
    response = curves([0], [2], [10])
    base = problem([[40, 80, 0, 0, 0]], response, strength=[[0.4, 0.8, 0, 0, 0]], balance=(0.8, 0.2, 0), tolerance=0)
    plan = allocate(base, PLAIN)
    assert plan.credit[0, :2] == pytest.approx([5, 5])
    assert plan.under[0] == pytest.approx(3)


def test_the_price_of_capacity_is_what_an_hour_brings() -> None:
    response = tiers([[0, 4, 10]], [[0, 0.4, 0.52]])
    base = problem([[0, 0, 100, 0, 0]], response, people=[("Ada", 6)], balance=(0, 0, 1))
    plan = allocate(base, PLAIN)
    assert plan.price["capacity_ada"] == pytest.approx(0.02 / 0.44)


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e9])
def test_the_plan_does_not_depend_on_the_currency(scale: float) -> None:
    base = replace(random_problem(7, n=12), minimum=np.zeros(12))
    worth = base.worth * np.array([1, 1, scale, scale, scale])
    assert allocate(replace(base, worth=worth), PLAIN).hours == pytest.approx(allocate(base, PLAIN).hours, abs=1e-4)
