"""Which account to hand over where one person's hour brings far more than another's; tried by solving again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.analysis.shadow_prices import priced
from planner.allocation.column_generation import scale_of
from planner.explanation import text
from planner.explanation.measure import measure
from planner.result import Plan


@dataclass(frozen=True)
class Handover:
    """An account that somebody with cheaper hours could take over.

    Attributes:
        giver, taker: whose hours bring much, and whose bring little.  gain: what the plan gains by it, in `unit`.
    """

    account: str
    at: int
    giver: str
    taker: str
    gain: float
    unit: str
    sentence: str


FAR = 2.0
"""An hour worth this many times another's is far more."""
TRIED = 6


def handover(plan: Plan) -> Handover | None:
    """Which account to hand over where one person's hour brings far more than another's; None where none would gain."""
    price = plan.explanation.price_per_hour
    if len(price) < 2 or not np.isfinite(price).all():
        return None
    giver, taker = int(np.argmax(price)), int(np.argmin(price))
    if price[giver] <= 0 or price[giver] < FAR * max(price[taker], 0.0):
        return None
    problem, ideal = plan.problem, plan.allocation.ideal
    mine = sorted(((h, i) for (i, p), h in plan.allocation.by_person.items() if p == giver), reverse=True)
    mine = [(h, i) for h, i in mine if not problem.eligible[i, taker]][:TRIED]
    value = priced(problem, ideal).value
    gains = {}
    for _, i in mine:
        eligible = problem.eligible.copy()
        eligible[i, taker] = True
        shared = priced(replace(problem, eligible=eligible), ideal).value
        gains[i] = (shared - value) / scale_of(problem)
    if not gains or max(gains.values()) <= 1e-6:
        return None
    best = max(gains, key=lambda i: gains[i])
    return _handover(plan, best, giver, taker, gains[best])


def _handover(plan: Plan, i: int, giver: int, taker: int, gained: float) -> Handover:
    rates, currency = measure(plan.problem, plan.allocation), plan.settings.currency
    price, people = plan.explanation.price_per_hour, plan.problem.people

    def amount(value: float) -> str:
        return rates.says(value, currency, yearly=False)

    name, gain = str(plan.problem.names[i]), gained * rates.per_objective
    least = float(price[taker])
    says = (
        f"One more hour of {people[giver].name} brings {amount(float(price[giver]))}, one of {people[taker].name} "
        f"{amount(least) if least > 0 else text.NO_HELP}: sharing {name} with {people[taker].name} would bring "
        f"{amount(gain)}."
    )
    return Handover(name, i, people[giver].name, people[taker].name, gain, rates.unit, says)
