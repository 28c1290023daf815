from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner.explanation.measure import added, difference, gain_of, money, money_by_account, reach
from tests.explanation.building import make_curves, make_problem


def test_value_is_read_from_the_curve_that_was_solved_and_ends_at_what_the_account_can_take() -> None:
    curves = make_curves(3, half=8, low=0.1, maximum=24)
    shares = reach(curves, np.array([0.0, 24.0, 48.0]))
    assert shares == pytest.approx([0.1, 0.1 + 0.9 * 24 / 32, 0.1 + 0.9 * 24 / 32])


def test_an_s_shaped_account_is_valued_without_its_hull() -> None:
    curves = make_curves(1, half=8, low=0.0)
    below = replace(curves, exact=curves.share * curves.hours / 24)
    assert reach(below, np.array([12.0]))[0] < reach(curves, np.array([12.0]))[0]


def test_an_account_that_can_take_no_hours_has_a_value_all_the_same() -> None:
    curves = make_curves(1, low=0.6, maximum=0.0)
    assert reach(curves, np.array([0.0])) == pytest.approx([0.6])


def test_one_more_hour_brings_each_group_its_own_unit() -> None:
    problem = make_problem([[90, 0, 8_000, 0, 0]], curves=make_curves(1, half=8, low=0.0))
    step = 9 / 17 - 8 / 16
    assert gain_of(problem, np.array([8.0]), 1.0) == pytest.approx(np.array([[90 * step, 0, 8_000 * step]]))


def test_what_is_only_a_guess_counts_up_to_its_hours_while_its_money_counts_in_full() -> None:
    curves = make_curves(1, half=8, low=0.0)
    worth = np.array([[90.0, 0, 8_000, 0, 0]])
    problem = make_problem(worth, curves=curves, guess_hours=6.0, sure_worth=worth * [0, 1, 1, 1, 1],
                           sure_strength=np.array([[0.0, 0, 1, 0, 0]]))  # fmt: skip
    at = lambda h: h / (8 + h)  # noqa: E731
    assert added(problem, np.array([12.0]))[0] == pytest.approx([90 * at(6), 0, 8_000 * at(12)], rel=2e-3)
    assert gain_of(problem, np.array([5.5]), 1.0)[0] == pytest.approx(
        [90 * (at(6) - at(5.5)), 0, 8_000 * (at(6.5) - at(5.5))]
    )
    assert gain_of(problem, np.array([6.0]), 1.0)[0, 0] == 0


def test_expected_money_counts_what_comes_without_any_hours() -> None:
    problem = make_problem([[0, 0, 1_000, 0, 0], [50, 0, 0, 0, 0]], curves=make_curves(2, low=0.8))
    assert money(problem, np.zeros(2)) == pytest.approx(800)
    assert money_by_account(problem, np.zeros(2)).tolist() == pytest.approx([800, 0])
    assert added(problem, np.zeros(2)).tolist() == [[0, 0, 0], [0, 0, 0]]
    assert np.isnan(money(make_problem([[0, 0, 1, 0, 0]], in_money=False), np.zeros(1)))


def test_two_splits_differ_by_what_the_one_adds_more() -> None:
    problem = make_problem([[0, 0, 1_000, 0, 0], [50, 0, 0, 0, 0]])
    found = difference(problem, np.array([8.0, 0]), np.array([0.0, 8]))
    assert found.by_group == pytest.approx([-50 * 0.95 / 2, 0, 1_000 * 0.95 / 2], rel=1e-3)
    assert found.money == pytest.approx(475, rel=1e-3)


def test_today_s_hours_keep_their_value_where_no_plan_may_give_so_many() -> None:
    curves = make_curves(1, half=8, low=0.0, maximum=12)
    problem = make_problem([[0, 0, 1_000, 0, 0]], curves=curves)
    assert money(problem, np.array([20.0])) == pytest.approx(1_000 * 20 / 28, rel=1e-3)
