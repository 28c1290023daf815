from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from planner.allocation.allocate import allocate
from planner.allocation.build_problem import group_worth
from planner.explanation.hour_values import hurdle, price_per_hour
from planner.explanation.measure import MONEY, POINTS, added, measure, money, reach
from planner.explanation.next_hour import next_hour
from planner.settings import Settings
from tests.explanation.building import make_allocation, make_curves, make_problem


def test_value_is_read_from_the_curve_that_was_solved_and_ends_at_what_the_account_can_take() -> None:
    curves = make_curves(3, half=8, low=0.1, maximum=24)
    shares = reach(curves, np.array([0.0, 24.0, 48.0]))
    assert shares == pytest.approx([0.1, 0.1 + 0.9 * 24 / 32, 0.1 + 0.9 * 24 / 32])


def test_an_s_shaped_account_is_valued_by_its_true_curve() -> None:
    curves = make_curves(1, half=8, low=0.0)
    bent = replace(curves, exact=curves.share / 2)
    assert reach(bent, np.array([4.0])) == pytest.approx(reach(curves, np.array([4.0])) / 2)


def test_an_account_that_can_take_no_hours_has_a_value_all_the_same() -> None:
    curves = make_curves(1, low=0.6, maximum=0.0)
    assert reach(curves, np.array([0.0])) == pytest.approx([0.6])


def test_one_more_hour_is_told_in_money_where_money_is_weighed() -> None:
    problem = make_problem([[0, 0, 8_000, 0, 0]], curves=make_curves(1, half=8, low=0.0))
    allocation = make_allocation(problem, [8], ideal=[0, 0, 6_000])
    rates = measure(problem, allocation)
    assert rates.unit == MONEY
    assert next_hour(problem, allocation, rates) == pytest.approx([8_000 * (9 / 17 - 8 / 16)])


def test_a_good_deed_is_told_in_the_money_it_is_weighed_against() -> None:
    problem = make_problem([[100, 0, 0, 0, 0], [0, 0, 8_000, 0, 0]])
    allocation = make_allocation(problem, [0, 0], ideal=[100, 0, 10_000])
    rates = measure(problem, allocation)
    first = 0.95 * 1 / 9
    worth_of_a_point = (0.2 / 100) / (0.5 / 10_000)
    assert next_hour(problem, allocation, rates) == pytest.approx([first * 100 * worth_of_a_point, first * 8_000])


@pytest.mark.parametrize(
    "changes",
    [{"in_money": False}, {"weights": np.array([0.4, 0.6, 0.0])}],
    ids=["no money in the list", "no weight on you"],
)
def test_without_weighed_money_one_more_hour_is_told_in_points(changes: dict[str, object]) -> None:
    problem = make_problem([[100, 0, 50, 0, 0]], **changes)
    rates = measure(problem, make_allocation(problem, [0], ideal=[100, 0, 100]))
    assert (rates.unit, rates.per_objective) == (POINTS, 100)


def test_nothing_to_reach_gives_no_weight_and_no_division_by_zero() -> None:
    problem = make_problem(np.zeros((2, 5)))
    allocation = make_allocation(problem, [0, 0], ideal=[0, 0, 0])
    rates = measure(problem, allocation)
    assert next_hour(problem, allocation, rates).tolist() == [0, 0]
    assert rates.unit == POINTS


def test_expected_money_counts_what_comes_without_any_hours() -> None:
    problem = make_problem([[0, 0, 1_000, 500, 100]], curves=make_curves(1, low=0.5))
    assert money(problem, np.zeros(1)) == pytest.approx(800)
    assert added(problem, np.zeros(1)).tolist() == [[0, 0, 0]]
    assert np.isnan(money(make_problem([[0, 0, 1, 0, 0]], in_money=False), np.zeros(1)))


def test_the_price_of_an_hour_follows_the_balance_too() -> None:
    problem = make_problem([[0, 0, 8_000, 0, 0]], people={"A. Lind": 20.0, "B. Chen": 20.0})
    price = {
        "capacity_a_lind": 0.02,
        "capacity_b_chen": 0.01,
        "balance_others": -0.01,
        "balance_you": -0.02,
    }
    allocation = make_allocation(problem, [8], ideal=[0, 0, 10_000], price=price)
    rates = measure(problem, allocation)
    balance = -0.01 * 0.15 - 0.02 * 0.45
    assert price_per_hour(problem, allocation, rates) == pytest.approx(
        [(0.02 + balance) * 20_000, (0.01 + balance) * 20_000]
    )
    assert np.isnan(price_per_hour(problem, replace(allocation, price={}), rates)).all()


@settings(max_examples=30, deadline=None)
@given(st.data(), st.integers(2, 8), st.booleans())
def test_every_account_of_a_plan_without_blocks_stands_at_its_hurdle(data, n: int, per_person: bool) -> None:
    worth = data.draw(arrays(float, (n, 5), elements=st.sampled_from([0.0, 0.0, 30.0, 55.0, 90.0])))
    worth[:, 2:] *= 100
    strength = np.where(worth > 0, data.draw(arrays(float, (n, 5), elements=st.sampled_from([0.3, 0.6, 1.0]))), 0.0)
    eligible = data.draw(arrays(bool, (n, 2)))
    eligible[~eligible.any(axis=1)] = True
    most = np.where(worth.any(axis=1), 24.0, 0.0)
    people = {"A": 14.0, "B": 9.0}
    problem = make_problem(
        worth, strength=strength, people=people, eligible=eligible, maximum=most, per_person=per_person
    )
    plan = allocate(problem, Settings(hour_step=0, smallest_block=0))
    rates = measure(problem, plan)
    needed = hurdle(problem, plan, rates)
    nudge = 1e-6
    weighed = group_worth(problem) @ rates.weight * rates.per_objective
    more = weighed * (reach(problem.curves, plan.hours + nudge) - reach(problem.curves, plan.hours)) / nudge
    less = weighed * (reach(problem.curves, plan.hours) - reach(problem.curves, plan.hours - nudge)) / nudge
    room = plan.hours < most - 1e-5
    slack = 1e-3 * max(1.0, needed.max(initial=0.0))
    assert (more[room] <= needed[room] + slack).all()
    assert (less[plan.hours > 1e-5] >= needed[plan.hours > 1e-5] - slack).all()
