"""Prices of hours, points and rows: between the differences of solves at either side, with all limits on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.allocation.constraint_costs import row_costs
from planner.allocation.kernel import Kernel, NoPlanAtAllError
from planner.allocation.problem import Limit, Problem
from planner.allocation.shadow_prices import find_margins, hour_prices
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


@settings(max_examples=15, deadline=None)
@given(seeds)
def test_the_price_of_an_hour_lies_between_whole_solves_at_either_side(seed: int) -> None:
    kernel, base = Kernel(), limited(seed)
    try:
        relaxed = kernel.relax(base)
        whole = hour_prices(base, relaxed.weighed.ideal)
    except NoPlanAtAllError:
        assume(False)
    margins = find_margins(relaxed)
    assert margins is not None
    for quick, slow in zip(margins.hour, whole.hour, strict=True):
        assert quick.right == pytest.approx(slow.right, abs=2e-5)
        assert quick.left == pytest.approx(slow.left, abs=2e-5, nan_ok=True)


@settings(max_examples=18, deadline=None)
@given(seeds)
def test_the_price_of_a_point_lies_between_whole_solves_at_either_side(seed: int) -> None:
    kernel, base = Kernel(), limited(seed)
    try:
        relaxed = kernel.relax(base)
    except NoPlanAtAllError:
        assume(False)
    margins = find_margins(relaxed)
    assert margins is not None
    for giver, taker in list(margins.point)[seed % 6 : seed % 6 + 1]:
        sides, step = margins.point[giver, taker], np.zeros(3)
        step[GROUPS.index(giver)], step[GROUPS.index(taker)] = -0.0001, 0.0001
        more, less = (
            Kernel().relax(replace(base, aim=base.aim + s), relaxed.weighed.ideal).value for s in (step, -step)
        )
        assert sides.right == pytest.approx((more - relaxed.value) / 0.01, abs=2e-5)
        assert sides.left == pytest.approx((relaxed.value - less) / 0.01, abs=2e-5)


def two_accounts(**changes: object) -> Problem:
    """Others earns 10 points an hour up to 8 h, you 100 of money an hour up to 8 h; 10 hours."""
    curves = tiers([[0, 8], [0, 8]], [[0, 1], [0, 1]])
    return problem([[80, 0, 0, 0, 0], [0, 0, 800, 0, 0]], curves, balance=(0.5, 0, 0.5), tolerance=0.1, **changes)


def test_an_hour_of_two_linear_accounts_is_worth_its_share_of_the_ideal() -> None:
    # Ideals are 80 points and 800 of money (8 h each); each hour brings 0.5/8 of attainment whatever it serves.
    relaxed = Kernel().relax(two_accounts())
    margins = find_margins(relaxed)
    assert margins is not None
    assert margins.hour[0].right == pytest.approx(0.5 / 8)
    assert margins.hour[0].left == pytest.approx(0.5 / 8)


def test_a_point_of_balance_costs_what_moves_to_the_worse_group() -> None:
    # With weights 1 to 9 an hour for you is worth 0.9/8 and for others 0.1/8; the band ends at 60%, 6 of 10 hours.
    relaxed = Kernel().relax(replace(two_accounts(), weights=np.array([0.1, 0, 0.9])))
    margins = find_margins(relaxed)
    assert margins is not None
    sides = margins.point[Group.OTHERS, Group.YOU]
    assert sides.right == pytest.approx(0.1 * 0.8 / 8)  # a point is 0.1 h
    assert sides.left == pytest.approx(0.1 * 0.8 / 8)
    assert margins.point[Group.YOU, Group.OTHERS].right == pytest.approx(-0.1 * 0.8 / 8)


def test_the_price_differs_to_either_side_where_a_curve_bends() -> None:
    # 10 hours fill the first 10 of a curve that brings 0.08 an hour and 0.02 beyond.
    curves = tiers([[0, 10, 20]], [[0, 0.8, 1]])
    relaxed = Kernel().relax(problem([[0, 0, 100, 0, 0]], curves, balance=(0, 0, 1)))
    margins = find_margins(relaxed)
    assert margins is not None
    assert margins.hour[0].left == pytest.approx(0.08 / 0.8)
    assert margins.hour[0].right == pytest.approx(0.02 / 0.8)


def test_a_row_costs_what_the_plan_gains_without_it() -> None:
    # You may have 6 of 10 hours; without that limit, 8: two hours move from others (0.1/8) to you (0.9/8).
    base = replace(two_accounts(), weights=np.array([0.1, 0, 0.9]))
    costs = row_costs(Kernel().relax(base))
    assert costs["balance_ceiling_you"].gain == pytest.approx(0.0)  # the floor of others still holds it back
    assert costs["balance"].gain == pytest.approx(2 * 0.8 / 8)


def test_an_hour_of_room_brings_what_the_curve_has_left_and_nothing_where_another_row_holds() -> None:
    # You earns 0.9/6.5 an hour up to 6.5 h, others 0.1/8; the ceiling of you stands at 6 of 10 hours. An hour of room
    # brings half an hour of the difference, not the dual's whole hour; and nothing while others must keep 4 hours.
    curves = tiers([[0, 8], [0, 6.5, 8]], [[0, 1], [0, 1, 1]])
    held = replace(two_accounts(), curves=curves, weights=np.array([0.1, 0, 0.9]))
    both, one = (
        find_margins(Kernel().relax(replace(held, aim=np.array(aim)))) for aim in ([0.5, 0, 0.5], [0.3, 0, 0.5])
    )
    assert both is not None
    assert one is not None
    assert both.room == {"balance_ceiling_you": pytest.approx(0.0, abs=1e-9)}
    assert one.room["balance_ceiling_you"] == pytest.approx(0.5 * (0.9 / 6.5 - 0.1 / 8), abs=1e-6)
    assert both.further == one.further == 0.0


def test_a_point_further_from_a_balance_out_of_reach_brings_what_its_hours_earn() -> None:
    # Others has room for 2 of the 9 hours aimed at, you gets its 1 hour at 0.1/8 and the rest stays open. Hours beyond
    # the aim are deviation too, so a point further (0.1 h) is a tenth of an hour more for you.
    curves = tiers([[0, 2], [0, 8]], [[0, 1], [0, 1]])
    worth = [[80, 0, 0, 0, 0], [0, 0, 800, 0, 0]]
    base = problem(worth, curves, balance=(0.9, 0, 0.1), tolerance=0.0, leave_open=True)
    margins = find_margins(Kernel().relax(base))
    assert margins is not None
    assert margins.further == pytest.approx(0.1 * 0.1 / 8)


def test_a_lock_costs_what_its_hours_would_bring_elsewhere() -> None:
    # Three hours locked on an account worth a tenth of the others; without the lock they go to the best.
    curves = tiers([[0, 10], [0, 10]], [[0, 1], [0, 1]])
    base = problem([[0, 0, 1000, 0, 0], [0, 0, 100, 0, 0]], curves, balance=(0, 0, 1))
    lock = np.array([False, True])
    base = replace(base, locked=lock, minimum=np.where(lock, 3.0, 0.0), maximum=np.where(lock, 3.0, 10.0))
    relaxed = Kernel().relax(base)
    assert relaxed.value == pytest.approx(1.0)  # the ideal has the lock too: 700 + 30
    costs = row_costs(relaxed)
    assert costs["lock_account_001"].gain == pytest.approx((1000 - 730) / 730)


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_a_row_never_costs_less_than_nothing(seed: int) -> None:
    try:
        relaxed = Kernel().relax(limited(seed))
    except NoPlanAtAllError:
        assume(False)
    assert all(without.gain >= 0 and without.nearer >= 0 for without in row_costs(relaxed).values())


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_a_limit_costs_what_a_solve_without_it_gains(seed: int) -> None:
    # The plans can be compared where both keep the balance, so its band is wide here.
    base = replace(limited(seed), tolerance=0.3)
    try:
        relaxed = Kernel().relax(base)
    except NoPlanAtAllError:
        assume(False)
    freed = Kernel().relax(replace(base, limits=base.limits[1:]), relaxed.weighed.ideal)
    assume(relaxed.deviation < 1e-9 and freed.deviation < 1e-9)
    costs = row_costs(relaxed)
    gained = costs["limit_some_at_most_40"].gain if "limit_some_at_most_40" in costs else 0.0
    assert gained == pytest.approx(freed.value - relaxed.value, abs=1e-6)
