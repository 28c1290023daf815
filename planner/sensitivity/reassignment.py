"""Which account to hand over where one person's hour brings far more than another's; tried by solving again."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.analysis.constraint_costs import compare
from planner.allocation.analysis.shadow_prices import priced
from planner.allocation.objective import units
from planner.explanation.gains import Gain
from planner.result import Plan

FAR = 2.0
"""An hour worth this many times another's is far more."""
TRIED = 6
LEAST = 1e-6
"""Weighted attainment below which sharing an account gains nothing."""


@dataclass(frozen=True, eq=False)
class Handover:
    """An account that somebody with cheaper hours could take over.

    Attributes:
        giver, taker: whose hours bring much, and whose bring little.  gain: what the plan with it adds more.
    """

    account: str
    at: int
    giver: str
    taker: str
    gain: Gain
    sentence: str


def handover(plan: Plan) -> Handover | None:
    """Which account to hand over where one person's hour brings far more than another's; None where none would gain."""
    problem, ideal = plan.problem, plan.allocation.ideal
    price = plan.explanation.hour_of_person @ units(problem, ideal)
    if len(price) < 2 or not np.isfinite(price).all():
        return None
    giver, taker = int(np.argmax(price)), int(np.argmin(price))
    if price[giver] <= 0 or price[giver] < FAR * max(price[taker], 0.0):
        return None
    mine = sorted(((h, i) for (i, p), h in plan.allocation.by_person.items() if p == giver), reverse=True)
    base = priced(problem, ideal)
    found = {}
    for i in [i for _, i in mine if not problem.eligible[i, taker]][:TRIED]:
        eligible = problem.eligible.copy()
        eligible[i, taker] = True
        found[i] = compare(base, priced(replace(problem, eligible=eligible), ideal))
    best = max(found, key=lambda i: found[i].gain, default=None)
    if best is None or found[best].gain <= LEAST:
        return None
    return _handover(plan, best, giver, taker, Gain(found[best].added, problem.in_money))


def _handover(plan: Plan, i: int, giver: int, taker: int, gain: Gain) -> Handover:
    people, currency = plan.problem.people, plan.settings.currency
    hours = [Gain(plan.explanation.hour_of_person[p], plan.problem.in_money).brings(currency) for p in (giver, taker)]
    name = str(plan.problem.names[i])
    says = (
        f"One more hour of {people[giver].name} brings {hours[0]}, one of {people[taker].name} {hours[1]}: sharing "
        f"{name} with {people[taker].name} would bring {gain.brings(currency)}."
    )
    return Handover(name, i, people[giver].name, people[taker].name, gain, says)
