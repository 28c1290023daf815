"""Curves go through what was answered, and their pieces are close, concave and fine near zero."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.roster.roster import Roster, Source
from planner.valuation.response import response_curves as response
from planner.valuation.response.response_questions import Answers, fit_answers


def list_of(size: int) -> Roster:
    from planner.fields import Field

    names = np.array([f"Account {i}" for i in range(size)], dtype=object)
    return Roster(Source("f.xlsx", "Clients", 1), {Field.ACCOUNT: names}, np.arange(2, size + 2))


def answered(*five: float, today: float = 4.0):
    columns = [np.array([value]) for value in five]
    return fit_answers(Answers(*columns), np.array([today]), list_of(1))


@settings(max_examples=60)
@given(st.floats(0.1, 8), st.floats(0.5, 20), st.floats(0.05, 60))
def test_pieces_are_close_to_the_curve_and_fine_near_zero(gamma: float, half: float, maximum: float) -> None:
    gamma = 1.0 if gamma < 0.4 else gamma
    g, h, m = np.array([gamma]), np.array([half]), np.array([maximum])
    low, high = np.array([0.1]), np.array([1.3])
    knots = response._knots(h, g, m)
    exact = response._curve(low, high, h, g, knots)
    hours = np.linspace(0, maximum, 4001)
    true = 0.1 + 1.2 * (hours / half) ** gamma / (1 + (hours / half) ** gamma)
    assert np.abs(np.interp(hours, knots[0], exact[0]) - true).max() < 0.001 * 1.2
    assert 0 < knots[0][knots[0] > 0][0] <= max(half / 20, 0) + 1e-12 or knots[0, 1] == maximum
    envelope = response._envelope(knots, exact, g)
    widths = np.diff(knots[0])
    slopes = np.diff(envelope[0])[widths > 1e-12] / widths[widths > 1e-12]
    assert np.all(np.diff(slopes) <= 1e-6 * max(1.0, slopes.max(initial=0.0)))
    assert np.all(envelope >= exact - 1e-12)


def test_the_published_formula_goes_through_none_today_and_unlimited() -> None:
    """CALLPLAN's north: 20%, 62%, 100%, 130%, 150% of today's value at 4 calls."""
    fitted, issues = answered(0.2, 0.62, 1.0, 1.3, 1.5)
    d = 0.5 / 0.8
    c = np.log(d * 0.42 / 0.88) / np.log(0.5) / 3 + 2 * np.log(d * 1.1 / 0.2) / np.log(1.5) / 3
    assert not issues
    assert fitted.gamma[0] == pytest.approx(c)
    at_today = 0.2 + 1.3 * 4**c / (fitted.half[0] ** c + 4**c)
    assert at_today == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("five", "today", "code"),
    [
        ((0.2, 0.6, 1.0, 1.2, 1.5), 0.0, "answers-without-hours"),
        ((0.2, 0.6, 1.0, 1.2, 1.5), np.nan, "answers-without-hours"),
        ((np.nan, 0.6, 1.0, 1.2, 1.5), 4.0, "answers-incomplete"),
        ((np.nan, np.nan, 0.8, np.nan, np.nan), 4.0, "answers-incomplete"),
        ((0.2, 0.6, 1.0, 0.9, 1.5), 4.0, "answers-not-rising"),
        ((1.0, 1.0, 1.0, 1.0, 1.0), 4.0, "answers-flat"),
        ((1.4, 1.2, 1.0, 0.9, 0.8), 4.0, "answers-flat"),
    ],
)
def test_answers_that_cannot_be_used_as_they_are_become_an_issue(five: tuple[float, ...], today: float, code: str):
    fitted, issues = answered(*five, today=today)
    assert [issue.code for issue in issues] == [code]
    assert fitted.used[0] == (code in {"answers-not-rising", "answers-flat"})
    if code == "answers-flat":
        assert fitted.low[0] == fitted.high[0]


def test_a_missing_answer_in_the_middle_is_fitted_by_the_others() -> None:
    fitted, issues = answered(0.2, np.nan, 1.0, 1.3, 1.5)
    assert not issues
    at_more = 0.2 + 1.3 * 6 ** fitted.gamma[0] / (fitted.half[0] ** fitted.gamma[0] + 6 ** fitted.gamma[0])
    assert at_more == pytest.approx(1.3, abs=0.01)
