"""Money is money and points are points: told side by side, never in one figure."""

from __future__ import annotations

import numpy as np
import pytest

from planner.explanation.gains import NOTHING, Gain


def gain(others: float, strengths: float, you: float, *, in_money: bool = True) -> Gain:
    return Gain(np.array([others, strengths, you], dtype=float), in_money)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (gain(0, 0, 732), "about $730 of margin a year"),
        (
            gain(0.34, 12.2, 732),
            "about $730 of margin a year, 0.34 points of good for others and 12 points of strengths",
        ),
        (gain(0, 1, -90), "1 point of strengths, at a loss of about $90 of margin a year"),
        (gain(-2, 0, 0), "a loss of 2 points of good for others"),
        (gain(0.01, 0, 0.2), NOTHING),
        (gain(0, 0, 12, in_money=False), "12 points of good for you"),
    ],
)
def test_what_something_brings(found: Gain, said: str) -> None:
    assert found.brings("$") == said
    assert found.matters == (said != NOTHING)


def test_what_something_costs_may_bring_something_in_exchange() -> None:
    assert gain(0, 2, 190).costs("£") == "costs about £190 of margin a year and 2 points of strengths"
    assert gain(0, -2, 190).costs("£") == "costs about £190 of margin a year, but brings 2 points of strengths"
    assert gain(0, -2, 0).costs("£") == "costs nothing and brings 2 points of strengths"
    assert gain(0, 0, 0).costs("£") == f"costs {NOTHING}"
    assert gain(0, -2, 190).would_cost("£") == "would cost about £190 of margin a year, but bring 2 points of strengths"
    assert gain(0, -2, 0).would_cost("£") == "would cost nothing and bring 2 points of strengths"


def test_two_plans_compared() -> None:
    assert gain(-3, 12, 7_000).compared("£") == (
        "about £7,000 more margin a year, 3 points fewer of good for others and 12 points more of strengths"
    )
    assert gain(0, 0, -410).compared("£") == "about £410 less margin a year"
    assert gain(0, 0, 0).compared("£") == "about the same"


def test_a_list_without_money_has_no_sum_of_money() -> None:
    assert np.isnan(gain(1, 2, 3, in_money=False).money)
    assert (gain(1, 2, 30) - gain(0, 1, 10)).money == 20
