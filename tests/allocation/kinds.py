"""A model small enough to check by hand for each kind of constraint, by the name of its golden file.

Unless said otherwise: one person with 10 hours, everything for you, curves of one straight piece up to 8 hours.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from planner.allocation.problem import Limit, Problem
from planner.valuation.response.curves import Curves
from tests.allocation.builders import problem, tiers

NOW, LATER = 2, 3


def line(n: int = 2, hours: float = 8.0) -> Curves:
    """Straight curves: no value without time, all of it at `hours`."""
    return tiers([[0, hours]] * n, [[0, 1]] * n)


def two(**changes: Any) -> Problem:
    """Two accounts for you, worth 80 and 40 of money at 8 hours: 10 and 5 an hour."""
    names = np.array(["Ash", "Birch"], dtype=object)
    return problem([[0, 0, 80, 0, 0], [0, 0, 40, 0, 0]], line(), balance=(0, 0, 1), names=names, **changes)


def mixed(**changes: Any) -> Problem:
    """One account for others, one for you."""
    names = np.array(["Ash", "Birch"], dtype=object)
    worth = [[80, 0, 0, 0, 0], [0, 0, 80, 0, 0]]
    return problem(worth, line(), balance=(0.4, 0, 0.6), tolerance=0.1, names=names, **changes)


def shared(**changes: Any) -> Problem:
    """One account that serves others half as strongly as you, and one for others alone."""
    names = np.array(["Ash", "Birch"], dtype=object)
    worth = [[40, 0, 80, 0, 0], [60, 0, 0, 0, 0]]
    strength = [[0.5, 0, 1, 0, 0], [1, 0, 0, 0, 0]]
    return problem(worth, line(), strength=strength, balance=(0.4, 0, 0.6), names=names, tolerance=0.0, **changes)


def now_and_later(**changes: Any) -> Problem:
    """One account that pays now, one that may pay later."""
    names = np.array(["Ash", "Birch"], dtype=object)
    return problem([[0, 0, 80, 0, 0], [0, 0, 0, 40, 0]], line(), balance=(0, 0, 1), names=names, **changes)


def people(**changes: Any) -> Problem:
    """Ada may serve both accounts, Ben the second only."""
    eligible = np.array([[True, False], [True, True]])
    return two(people=(("Ada", 6.0), ("Ben", 4.0)), eligible=eligible, **changes)


def s_curve() -> Problem:
    """One S-shaped curve: 1 an hour up to 4 hours, then 4 an hour up to 8; the envelope is straight."""
    base = two()
    curves = tiers([[0, 4, 8], [0, 4, 8]], [[0, 0.5, 1], [0, 0.5, 1]])
    exact = curves.exact.copy()
    exact[0] = [0, 0.2, 1]
    return replace(base, curves=replace(curves, exact=exact))


KINDS: Mapping[str, Callable[[], Problem]] = {
    "curve": lambda: problem([[0, 0, 80, 0, 0]], tiers([[0, 2, 8]], [[0, 0.5, 1]]), balance=(0, 0, 1)),
    "balance": mixed,
    "leave_open": lambda: mixed(leave_open=True),
    "split_and_share": shared,
    "people": people,
    "minimum_and_lock": lambda: two(minimum=[2.0, 3.0], maximum=[8.0, 3.0], locked=[False, True]),
    "limit_at_most": lambda: two(limits=(Limit("Ash at most 5 h", np.array([1.0, 0]), -np.inf, 5.0),)),
    "limit_at_least": lambda: two(limits=(Limit("Birch at least 6 h", np.array([0, 1.0]), 6.0, np.inf),)),
    "limit_exactly": lambda: two(limits=(Limit("Birch exactly 4 h", np.array([0, 1.0]), 4.0, 4.0),)),
    "limit_relative": lambda: two(limits=(Limit("Ash at most 1 x Birch", np.array([1.0, -1.0]), -np.inf, 0.0),)),
    "limit_on_a_good": lambda: now_and_later(
        limits=(Limit("good = later at least 7 h", np.ones(2), 7.0, np.inf, good=LATER),)
    ),
    "within_you": lambda: now_and_later(within_you=(0.0, 0.4, 0.0)),
    "money": lambda: mixed(min_money=45.0),
    "change": lambda: two(max_change=3.0, today=[4.0, 6.0]),
    "balance_per_person": lambda: replace(
        mixed(people=(("Ada", 6.0), ("Ben", 4.0))), per_person=True, eligible=np.array([[True, True], [True, True]])
    ),
    "block": lambda: two(block=[4.0, 4.0]),
    "step": lambda: two(people=(("Ada", 9.3),), step=0.5),
    "most_accounts": lambda: two(max_accounts=1),
    "most_accounts_each": lambda: people(max_accounts_per_person=1),
    "s_curve": s_curve,
    "cost_of_an_hour": lambda: two(hour_cost=6.0),
}
