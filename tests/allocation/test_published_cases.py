"""Allocation problems that others published with their optima."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

import planner
from planner.allocation.allocate import allocate
from planner.allocation.problem import Curves, Limit, Problem
from planner.settings import Settings
from tests.allocation.builders import problem, tiers
from tests.goodness.building import roster

CALLS = [
    {"account": "north", "annual_fee": 60, "cost_to_serve": 36, "response_0": 0.20, "response_half": 0.62,
     "response_more": 1.30, "response_max": 1.50, "current_hours": 4},
    {"account": "south", "annual_fee": 50, "cost_to_serve": 35, "response_0": 0.30, "response_half": 0.70,
     "response_more": 1.15, "response_max": 1.40, "current_hours": 4},
]  # fmt: skip
CALLPLAN = {"rating_now": 5, "probability": 1.0, "relationship": "client", "max_hours": 8}


def callplan() -> planner.Plan:
    """CALLPLAN's own kind of problem (Lodish 1971): one call is one hour, 8 in all, whole hours."""
    clients = roster([{**row, **CALLPLAN} for row in CALLS])
    return planner.plan(clients, balance="0/0/100", hours=8, hour_step=1, smallest_block=0)


def worth_of(plan: planner.Plan, hours: list[float]) -> float:
    """Value of a split of the calls, what stays without any among it."""
    return float(plan.problem.worth[:, 2] @ plan.curves.at(np.array(hours)))


def test_callplan_moves_one_call_from_south_to_north() -> None:
    plan = callplan()
    assert plan.allocation.hours.tolist() == [5, 3]
    assert worth_of(plan, [5, 3]) == pytest.approx(41.0527, abs=5e-4)
    assert worth_of(plan, [4, 4]) == pytest.approx(39.000, abs=5e-4)
    best = max(itertools.product(range(9), repeat=2), key=lambda s: worth_of(plan, list(s)) if sum(s) <= 8 else 0.0)
    assert best == (5, 3)


MEDIA = {
    "Print": ([0.0345, 0.0305, 0.0276, 0.0234], [0.7, 2.7, 4.7]),
    "TV": ([0.0608, 0.0503], [4.3]),
    "SEO": ([0.0288, 0.0269], [3.6]),
    "AdWords": ([0.0419, 0.0358, 0.029], [2, 2.3]),
    "Facebook": ([0.0187, 0.015, 0.0131], [1, 1.8]),
    "LinkedIn": ([0.0257, 0.0223, 0.0204, 0.0192], [0.7, 2.7, 4.8]),
    "Instagram": ([0.0574, 0.0498], [2.9]),
    "Snapchat": ([0.0278, 0.0243, 0.0203], [2.2, 2.7]),
    "Twitter": ([0.0407, 0.0354, 0.0293], [2.3, 3.4]),
    "Email": ([0.0493, 0.0405], [5.9]),
}
NAMES = list(MEDIA)
PLAIN = Settings(smallest_block=0, hour_step=0)


def media_curves() -> Curves:
    """Tiers to 3, the most one medium may get; the share is of 1, so that a worth of 1 gives the return itself."""
    hours, share = [], []
    for rates, tops in MEDIA.values():
        edges = [0.0, *(top for top in tops if top < 3), 3.0]
        gains = [rate * (b - a) for rate, a, b in zip(rates, edges, edges[1:], strict=False)]
        hours.append(edges)
        share.append([0.0, *np.cumsum(gains).tolist()])
    return tiers(hours, share)


def media(*limits: Limit) -> Problem:
    worth = [[0, 0, 1, 0, 0]] * len(NAMES)
    return problem(worth, media_curves(), balance=(0, 0, 1), limits=limits, names=np.array(NAMES, dtype=object))


def tied(name: str, lower: float, upper: float, **weights: float) -> Limit:
    return Limit(name, np.array([weights.get(medium, 0.0) for medium in NAMES]), lower, upper)


OFFLINE = tied("print and TV at most Facebook and email", -np.inf, 0, Print=1, TV=1, Facebook=-1, Email=-1)
SOCIAL = tied("social media at least twice search", 0, np.inf, Facebook=1, LinkedIn=1, Instagram=1, Snapchat=1,
              Twitter=1, SEO=-2, AdWords=-2)  # fmt: skip


def test_tiered_returns_with_group_rules_reach_their_published_optimum() -> None:
    plan = allocate(media(OFFLINE, SOCIAL), PLAIN)
    assert plan.added[2] == pytest.approx(0.543640, abs=5e-7)
    split = {name: round(float(hours), 6) for name, hours in zip(NAMES, plan.hours, strict=True) if hours > 1e-9}
    assert split == {"TV": 3, "Instagram": 3, "Email": 3, "AdWords": 1}


def test_a_rule_that_is_added_never_raises_the_optimum() -> None:
    none, one, both = (allocate(media(*rules), PLAIN).added[2] for rules in ((), (OFFLINE,), (OFFLINE, SOCIAL)))
    assert none >= one - 1e-12
    assert one >= both - 1e-12
