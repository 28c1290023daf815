"""Allocation problems that others published with their optimum, put as a client list or as a problem."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner import plan
from planner.allocation.allocate import allocate
from planner.allocation.problem import Limit, Problem
from planner.result import Plan
from planner.settings import Settings
from planner.why.asks import score_split
from tests.allocation.builders import problem, tiers
from tests.goodness.building import roster

CALLPLAN = {"balance": "0/0/100", "smallest_block": 0, "hour_step": 1, "max_share_per_account": 1, "tolerance": 1}


def callplan(**changes: object) -> Plan:
    """Two accounts of four calls each, one call an hour; eight calls in all (Lodish's CALLPLAN, 1971)."""
    both = {"rating_now": 5, "rating_later": 0, "rating_referral": 0, "rating_others": 0, "rating_strengths": 0,
            "probability": 1.0, "current_hours": 4, "max_hours": 8, "relationship": "client"}  # fmt: skip
    north = {"account": "north", "annual_fee": 60, "cost_to_serve": 36, "response_0": 0.2, "response_half": 0.62,
             "response_more": 1.3, "response_max": 1.5}  # fmt: skip
    south = {"account": "south", "annual_fee": 50, "cost_to_serve": 35, "response_0": 0.3, "response_half": 0.7,
             "response_more": 1.15, "response_max": 1.4}  # fmt: skip
    return plan(roster([{**both, **north}, {**both, **south}]), hours=8, **{**CALLPLAN, **changes})


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


def test_no_split_of_whole_calls_is_worth_more() -> None:
    made = callplan()
    best = max(range(9), key=lambda north: total(made, [north, 8 - north]))
    assert best == 5


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
