"""Prices of hours, points and rows: between the differences of solves at either side, with all limits on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from planner.allocation.analysis.constraint_costs import row_costs
from planner.allocation.analysis.shadow_prices import Warm, find_margins, hour_prices, point_prices
from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.objective import scale_of
from planner.allocation.pricing import LpSolution
from planner.allocation.problem import Limit, Problem
from planner.allocation.restricted_master import NoPlanAtAllError
from planner.goods import GROUPS, Group
from tests.allocation.builders import problem, random_problem, tiers

seeds = st.integers(0, 100_000)


def limited(seed: int) -> Problem:
    """A random list with every kind of limit on."""
    rng = np.random.default_rng(seed)
    base = random_problem(seed, n=10, people=2)
    total = base.total_hours
    some = (rng.random(10) < 0.5).astype(float)
    locked = (rng.random(10) < 0.15) & (base.maximum > 0)
    lock = np.where(locked, base.maximum * 0.3, 0.0)
    limits = (
        Limit("some at most 40%", some, -np.inf, 0.4 * total),
        Limit("some at least half of the rest", some - 0.5 * (1 - some), 0.0, np.inf),
        Limit("later at most 20%", np.ones(10), -np.inf, 0.2 * total, good=3),
    )
    return replace(
        base,
        minimum=np.where(locked, lock, base.minimum),
        maximum=np.where(locked, lock, base.maximum),
        locked=locked,
        limits=limits if rng.random() < 0.7 else limits[:1],
        within_you=(0.1, 0.0, 0.1) if rng.random() < 0.5 else (0.0, 0.0, 0.0),
        max_change=0.8 * total if rng.random() < 0.5 else None,
        min_money=float(base.worth[:, 2:].sum() * 0.2) if rng.random() < 0.5 else None,
        per_person=bool(rng.random() < 0.3),
        leave_open=bool(rng.random() < 0.3),
        point_worth=50.0 if rng.random() < 0.2 else None,
    )


def solved(base: Problem, ideal: np.ndarray | None = None) -> LpSolution:
    return ColumnGeneration().solve(base, ideal)


def value(base: Problem, ideal: np.ndarray) -> float:
    return solved(base, ideal).value / scale_of(base)


@settings(max_examples=15)
@given(seeds)
def test_the_price_of_an_hour_lies_between_whole_solves_at_either_side(seed: int) -> None:
    base = limited(seed)
    try:
        ideal = ColumnGeneration().ideal(base)
        margins, whole = find_margins(solved(base)), hour_prices(base, ideal)
    except NoPlanAtAllError:
        assume(False)
    assume(margins is not None)  # minimums force hours that should stay open
    for quick, slow in zip(margins.hour, whole.hour, strict=True):
        assert quick.right == pytest.approx(slow.right, abs=2e-5)
        assert quick.left == pytest.approx(slow.left, abs=2e-5, nan_ok=True)


@settings(max_examples=18)
@given(seeds)
def test_the_price_of_a_point_lies_between_whole_solves_at_either_side(seed: int) -> None:
    base = limited(seed)
    try:
        ideal = ColumnGeneration().ideal(base)
        plan = solved(base)
    except NoPlanAtAllError:
        assume(False)
    assume(find_margins(plan) is not None)  # minimums force hours that should stay open
    points = point_prices(Warm(plan))
    for giver, taker in list(points)[seed % 6 : seed % 6 + 1]:
        sides, step = points[giver, taker], np.zeros(3)
        step[GROUPS.index(giver)], step[GROUPS.index(taker)] = -0.0001, 0.0001
        more, less = (value(replace(base, aim=base.aim + s), ideal) for s in (step, -step))
        assert sides.right == pytest.approx((more - value(base, ideal)) / 0.01, abs=2e-5)
        assert sides.left == pytest.approx((value(base, ideal) - less) / 0.01, abs=2e-5)


def two_accounts(**changes: object) -> Problem:
    """Others earns 10 points an hour up to 8 h, you 100 of money an hour up to 8 h; 10 hours."""
    curves = tiers([[0, 8], [0, 8]], [[0, 1], [0, 1]])
    return problem([[80, 0, 0, 0, 0], [0, 0, 800, 0, 0]], curves, balance=(0.5, 0, 0.5), tolerance=0.1, **changes)


def test_an_hour_of_two_linear_accounts_is_worth_its_share_of_the_ideal_in_points_and_in_money() -> None:
    # Ideals are 80 points and 800 of money (8 h each); each hour brings 0.5/8 of attainment whatever it serves.
    margins = find_margins(solved(two_accounts()))
    assert margins is not None
    hour = margins.hour[0]
    assert hour.right == pytest.approx(0.5 / 8)
    assert hour.left == pytest.approx(0.5 / 8)
    assert hour.added_right[0] / 80 + hour.added_right[2] / 800 == pytest.approx(1 / 8)


def test_a_point_of_balance_costs_what_moves_to_the_worse_group() -> None:
    # With weights 1 to 9 an hour for you is worth 0.9/8 and for others 0.1/8; others keeps its least, 4 of 10 hours.
    plan = solved(replace(two_accounts(), weights=np.array([0.1, 0, 0.9]), balance_weight=2.0))
    points = point_prices(Warm(plan))
    sides = points[Group.OTHERS, Group.YOU]
    assert sides.right == pytest.approx(0.1 * 0.8 / 8)  # a point is 0.1 h
    assert sides.left == pytest.approx(0.1 * 0.8 / 8)
    assert points[Group.YOU, Group.OTHERS].right == pytest.approx(-0.1 * 0.8 / 8)


def test_the_price_differs_to_either_side_where_a_curve_bends() -> None:
    # 10 hours fill the first 10 of a curve that brings 0.08 an hour and 0.02 beyond.
    curves = tiers([[0, 10, 20]], [[0, 0.8, 1]])
    margins = find_margins(solved(problem([[0, 0, 100, 0, 0]], curves, balance=(0, 0, 1))))
    assert margins is not None
    assert margins.hour[0].left == pytest.approx(0.08 / 0.8)
    assert margins.hour[0].right == pytest.approx(0.02 / 0.8)
    assert margins.hour[0].added_left[2] == pytest.approx(8)
    assert margins.hour[0].added_right[2] == pytest.approx(2)


def test_a_row_costs_what_the_plan_gains_without_it() -> None:
    # Others keeps 4 of 10 hours; without its floor you gets 8: two hours move from others (0.1/8) to you (0.9/8).
    base = replace(two_accounts(), weights=np.array([0.1, 0, 0.9]), balance_weight=2.0)
    costs = row_costs(base, ColumnGeneration().ideal(base))
    assert costs["balance_others"].gain == pytest.approx(2 * 0.8 / 8)
    assert costs["balance_others"].added == pytest.approx([-20, 0, 200])
    assert costs["balance"].gain == pytest.approx(2 * 0.8 / 8)


def test_a_lock_costs_what_its_hours_would_bring_elsewhere() -> None:
    # Three hours locked on an account worth a tenth of the others; without the lock they go to the best.
    curves = tiers([[0, 10], [0, 10]], [[0, 1], [0, 1]])
    base = problem([[0, 0, 1000, 0, 0], [0, 0, 100, 0, 0]], curves, balance=(0, 0, 1))
    lock = np.array([False, True])
    base = replace(base, locked=lock, minimum=np.where(lock, 3.0, 0.0), maximum=np.where(lock, 3.0, 10.0))
    ideal = ColumnGeneration().ideal(base)
    assert value(base, ideal) == pytest.approx(1.0)  # the ideal has the lock too: 700 + 30
    costs = row_costs(base, ideal)
    assert costs["lock_account_001"].gain == pytest.approx((1000 - 730) / 730)


def test_a_count_of_accounts_costs_what_another_account_would_bring() -> None:
    base = problem([[0, 0, 60, 0, 0]] * 3, tiers([[0, 8]] * 3, [[0, 1]] * 3), balance=(0, 0, 1), max_accounts=1)
    costs = row_costs(base, ColumnGeneration().ideal(base))
    assert costs["most_accounts"].added[2] == pytest.approx(15)


def test_a_lock_does_not_cost_less_for_the_hours_that_the_list_could_use_without_it() -> None:
    # Ada has 12 h for accounts that take 2 h (locked, else 8 h) and 4 h: without the lock the list can use all of them,
    # and others, which no account serves, would seem three hours further from half of them.
    curves = tiers([[0, 8], [0, 4]], [[0, 1], [0, 1]])
    lock = np.array([True, False])
    base = problem([[0, 0, 100, 0, 0], [0, 0, 80, 0, 0]], curves, people=[("Ada", 12.0)], balance=(0.5, 0, 0.5))
    base = replace(base, locked=lock, minimum=np.where(lock, 2.0, 0.0), maximum=np.array([2.0, 4.0]), tolerance=0.0)
    cost = row_costs(base, ColumnGeneration().ideal(base))["lock_account_000"]
    assert cost.added == pytest.approx([0, 0, 75])
    assert cost.nearer == pytest.approx(0.0)


@settings(max_examples=20)
@given(seeds)
@example(46449)  # without the lock on an account the list can use more hours
def test_a_row_never_costs_less_than_nothing(seed: int) -> None:
    base = limited(seed)
    try:
        costs = row_costs(base, ColumnGeneration().ideal(base))
    except NoPlanAtAllError:
        assume(False)
    price = base.balance_weight / base.total_hours
    assert all(one.gain + price * one.nearer >= -1e-9 for one in costs.values())


@settings(max_examples=20)
@given(seeds)
def test_a_limit_costs_what_a_solve_without_it_gains(seed: int) -> None:
    base = limited(seed)
    try:
        ideal = ColumnGeneration().ideal(base)
        plan = solved(base, ideal)
    except NoPlanAtAllError:
        assume(False)
    assume(not plan.model.forced)  # by how many hours limits force the open ones is part of what is compared
    gained = value(replace(base, limits=base.limits[1:]), ideal) - value(base, ideal)
    cost = row_costs(base, ideal).get("limit_some_at_most_40")
    told = cost.gain + base.balance_weight * cost.nearer / base.total_hours if cost else 0.0
    assert told == pytest.approx(gained, abs=1e-6)
