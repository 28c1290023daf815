"""Allocation problems that others published with their optimum, put as a client list or as a problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from planner import plan
from planner.allocation.allocate import allocate
from planner.allocation.problem import Limit, Problem
from planner.result import Plan
from planner.sensitivity.own_split import score_split
from planner.settings import Settings
from tests.allocation.builders import problem, tiers
from tests.valuation.building import roster

CALLPLAN = {
    "balance": "0/0/100",
    "hours": 8,
    "smallest_block": 0,
    "hour_step": 1,
    "max_share_per_account": 1,
    "tolerance": 1,
}


def callplan(**changes: object) -> Plan:
    """Two accounts of four calls each, one call an hour; eight calls in all (Lodish's CALLPLAN, 1971)."""
    both = {"rating_now": 5, "rating_later": 0, "rating_referral": 0, "rating_others": 0, "rating_strengths": 0,
            "probability": 1.0, "current_hours": 4, "max_hours": 8, "relationship": "client"}  # fmt: skip
    north = {"account": "north", "annual_fee": 60, "cost_to_serve": 36, "response_0": 0.2, "response_half": 0.62,
             "response_more": 1.3, "response_max": 1.5}  # fmt: skip
    south = {"account": "south", "annual_fee": 50, "cost_to_serve": 35, "response_0": 0.3, "response_half": 0.7,
             "response_more": 1.15, "response_max": 1.4}  # fmt: skip
    return plan(roster([{**both, **north}, {**both, **south}]), **{**CALLPLAN, **changes})


def total(made: Plan, hours: list[float]) -> float:
    """Sales times margin of a split, with what stays without any time."""
    return float(made.problem.worth.sum(axis=1) @ made.problem.curves.at(np.array(hours, dtype=float)))


def test_callplan_gives_five_calls_to_north_and_three_to_south() -> None:
    made = callplan()
    assert made.allocation.hours == pytest.approx([5, 3])
    assert total(made, [5, 3]) == pytest.approx(41.0527, abs=5e-5)
    assert total(made, [4, 4]) == pytest.approx(39.000, abs=5e-5)


def test_callplan_reaches_its_value_on_the_curve_that_was_solved_within_a_thousandth() -> None:
    made = callplan()
    stays = float(made.problem.worth.sum(axis=1) @ made.problem.curves.low)
    assert stays + made.allocation.added.sum() == pytest.approx(41.0527, rel=0.001)


def test_todays_calls_score_what_callplan_says() -> None:
    made = callplan()
    score = score_split(made, {"north": 4, "south": 4})
    assert score.yours.money == pytest.approx(39.000, rel=0.001)
    assert score.plan.money == pytest.approx(41.0527, rel=0.001)


def best_of_all(returns: Sequence[Sequence[float]], budget: int) -> float:
    """The most that whole units bring, returns[i][k] of the i-th for k of them: the forward recursion, no solver."""
    most = [0.0] * (budget + 1)
    for row in returns:
        most = [max(most[b - k] + row[min(k, len(row) - 1)] for k in range(b + 1)) for b in range(budget + 1)]
    return most[budget]


@pytest.mark.parametrize("calls", [2, 3, 4, 6, 8, 10, 12])
def test_callplans_s_curves_reach_the_optimum_of_the_recursion_with_fewer_and_more_calls(calls: int) -> None:
    """CALLPLAN states the optimum at eight calls only; at others it is the recursion's, on the published curves."""
    made = callplan(hours=calls)
    curves = [[total(made, [k, 0]) for k in range(9)], [total(made, [0, k]) for k in range(9)]]
    optimum = best_of_all([[value - row[0] for value in row] for row in curves], calls) + total(made, [0, 0])
    assert total(made, made.allocation.hours.tolist()) == pytest.approx(optimum, rel=0.005)


FAILING = [[0.4, 0.2, 0.15], [0.6, 0.4, 0.2], [0.8, 0.5, 0.3]]
"""Chance that each of three research teams fails, with no, one and two more scientists."""


def test_scientists_are_sent_where_the_textbook_sends_them() -> None:
    """Hillier and Lieberman, Introduction to Operations Research, dynamic programming: the government space project.

    Two more scientists, so that all three teams fail least likely: in the book one for the first team and one for the
    third, a chance of 0.060. In logarithms what a second scientist adds to the second and third team is more than the
    first did: by the envelope alone the second scientist would go to the second team, for 0.064.
    """
    gains = np.log(np.array(FAILING)[:, :1] / np.array(FAILING))
    most = gains[:, -1]
    exact = gains / most[:, None]
    steps = tiers([[0, 1, 2]] * 3, exact.tolist())
    curves = replace(steps, share=np.array([envelope(row) for row in exact]))
    inputs = problem([[0, 0, value, 0, 0] for value in most], curves, balance=(0, 0, 1), people=[("NASA", 2)], step=1.0)
    made = allocate(inputs, Settings(smallest_block=0, hour_step=1))
    assert made.hours.tolist() == [1, 0, 1]
    assert float(np.prod(np.array(FAILING)[:, 0]) * np.exp(-made.added[2])) == pytest.approx(0.060)
    assert best_of_all(gains.tolist(), 2) == pytest.approx(made.added[2])


def envelope(values: np.ndarray) -> np.ndarray:
    """The least concave curve over values at 0, 1, 2, …"""
    n = len(values)
    chords = [
        max(values[a] + (values[b] - values[a]) * (k - a) / (b - a) for a in range(k + 1) for b in range(k, n) if a < b)
        for k in range(n)
    ]
    return np.array(chords)


MEDIA = ("Print", "TV", "SEO", "AdWords", "Facebook", "LinkedIn", "Instagram", "Snapchat", "Twitter", "Email")
RATES: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0.0345, 0.7), (0.0305, 2.7), (0.0276, 4.7), (0.0234, 10)),
    ((0.0608, 4.3), (0.0503, 10)),
    ((0.0288, 3.6), (0.0269, 10)),
    ((0.0419, 2), (0.0358, 2.3), (0.029, 10)),
    ((0.0187, 1), (0.015, 1.8), (0.0131, 10)),
    ((0.0257, 0.7), (0.0223, 2.7), (0.0204, 4.8), (0.0192, 10)),
    ((0.0574, 2.9), (0.0498, 10)),
    ((0.0278, 2.2), (0.0243, 2.7), (0.0203, 10)),
    ((0.0407, 2.3), (0.0354, 3.4), (0.0293, 10)),
    ((0.0493, 5.9), (0.0405, 10)),
)
SOCIAL = ("Facebook", "LinkedIn", "Instagram", "Snapchat", "Twitter")


def tiered(limits: tuple[Limit, ...]) -> Problem:
    """A budget of 10 over ten media, at most 3 each; returns fall from tier to tier."""
    knots = [[0.0, *(top for _, top in tiers_)] for tiers_ in RATES]
    returns = []
    for row, tiers_ in zip(knots, RATES, strict=True):
        gains = [rate * (row[k + 1] - row[k]) for k, (rate, _) in enumerate(tiers_)]
        returns.append([0.0, *np.cumsum(gains).tolist()])
    base = problem(
        [[0, 0, 1, 0, 0]] * 10, tiers(knots, returns), balance=(0, 0, 1), names=np.array(MEDIA, dtype=object)
    )
    return replace(base, maximum=np.full(10, 3.0), limits=limits)


def weights(**amounts: float) -> np.ndarray:
    return np.array([amounts.get(name, 0.0) for name in MEDIA])


RULES = (
    Limit("Print and TV at most Facebook and Email", weights(Print=1, TV=1, Facebook=-1, Email=-1), -np.inf, 0.0),
    Limit("social at least twice search", weights(**dict.fromkeys(SOCIAL, 1.0), SEO=-2, AdWords=-2), 0.0, np.inf),
)
PLAIN = Settings(smallest_block=0, hour_step=0)


def test_the_tiered_returns_reach_their_published_optimum() -> None:
    made = allocate(tiered(RULES), PLAIN)
    assert made.added[2] == pytest.approx(0.543640, abs=5e-7)
    spent = {name: round(float(hours), 4) for name, hours in zip(MEDIA, made.hours, strict=True) if hours > 1e-6}
    assert spent == {"TV": 3, "Instagram": 3, "Email": 3, "AdWords": 1}
    assert made.proof.largest_violation < 1e-9


def test_a_rule_that_is_added_never_raises_the_optimum() -> None:
    values = [allocate(tiered(RULES[:count]), PLAIN).added[2] for count in range(3)]
    assert values[0] >= values[1] - 1e-9
    assert values[1] >= values[2] - 1e-9
