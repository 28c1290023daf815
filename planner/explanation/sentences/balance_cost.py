"""What keeping the balance costs: the plan beside the one without it, and the one that keeps it whatever it costs."""

from __future__ import annotations

import numpy as np

from planner import text
from planner.allocation.allocation import Allocation
from planner.allocation.objective import units
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.explanation.gains import Gain
from planner.explanation.measure import difference
from planner.explanation.sentences.alternatives import Alternatives
from planner.explanation.types import BalanceCost

FREE = 1e-4
"""Weighted attainment below which a balance costs nothing worth a word."""
NEARER = 0.25
"""Hours nearer to the balance that are worth a word."""


def cost_of_balance(problem: Problem, allocation: Allocation, other: Alternatives, currency: str) -> BalanceCost | None:
    """The cost of the balance; None where it costs nothing."""
    short = float(allocation.short.sum())
    if short <= NEARER and not _held(allocation):
        return None
    without = other.without_balance()
    if without is None:
        return None
    given_up = float(units(problem, allocation.ideal) @ (without.added - allocation.added))
    gain = difference(problem, without.hours, allocation.hours)
    strict, strict_short = _strictly(problem, allocation, other)
    if given_up < FREE and strict is None:
        return None
    return BalanceCost(given_up, gain, strict, strict_short, _told(gain, strict, short, strict_short, currency))


def _held(allocation: Allocation) -> bool:
    """Whether any row of the balance has a price: without one the plan is the same."""
    return any(name.startswith("balance") and abs(price) > 1e-9 for name, price in allocation.price.items())


def _strictly(problem: Problem, allocation: Allocation, other: Alternatives) -> tuple[Gain | None, Numbers]:
    """What the plan nearest to the balance brings more; None where it is no nearer than this one."""
    short = allocation.short
    if float(short.sum()) <= NEARER:
        return None, short
    found = other.whatever_it_costs()
    if found is None or float(found.short.sum()) > float(short.sum()) - NEARER:
        return None, short
    return difference(problem, found.hours, allocation.hours), found.short


def _told(gain: Gain, strict: Gain | None, short: float, left: Numbers, currency: str) -> str:
    said = f"Without your balance the plan would bring {gain.compared(currency)}." if gain.matters else ""
    if strict is None:
        return said
    nearer = short - float(np.sum(left))
    how = "Kept whatever it costs" if float(np.sum(left)) <= NEARER else f"Brought nearer by {text.hours(nearer)}"
    return f"{said} {how}, the balance would bring {strict.compared(currency)}.".strip()
