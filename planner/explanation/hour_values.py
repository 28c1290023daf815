"""What an hour more or fewer of each person brings to the whole plan, by group: the difference between plans."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planner.allocation.analysis.prices import Prices
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.explanation.gains import Gain
from planner.goods import GROUPS


def hours_of_people(problem: Problem, prices: Prices) -> Numbers:
    """(m, G) what one more hour of each person brings; NaN where it was not worked out."""
    if prices.margins is None:
        return np.full((len(problem.people), len(GROUPS)), np.nan)
    return np.array([sides.added_right for sides in prices.margins.hour])


def find_prices(problem: Problem, prices: Prices) -> Mapping[str, Gain]:
    """What an hour more of each person brings and an hour fewer costs, in words; only where it was worked out."""
    found: dict[str, Gain] = {}
    for person, sides in zip(problem.people, prices.margins.hour if prices.margins else (), strict=False):
        found[f"one hour more of {person.name}"] = Gain(sides.added_right, problem.in_money)
        found[f"one hour fewer of {person.name}"] = Gain(-sides.added_left, problem.in_money)
    return found
