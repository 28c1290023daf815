"""Which account to share where one person's hour brings far more than another's; tried by solving again.

Where each account has its owner, hours of one person end on small accounts, or stay open, while a colleague's hours are
short for large ones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from planner.allocation.allocation import Allocation
from planner.allocation.analysis.constraint_costs import compare
from planner.allocation.analysis.shadow_prices import priced
from planner.allocation.objective import units
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.explanation.gains import Gain
from planner.explanation.types import Handover

FAR = 2.0
"""An hour worth this many times another's is far more."""
TRIED = 3
WORTH_SAYING = 0.005
"""Weighted attainment from which sharing an account is worth a word."""
SMALL = 3000
"""Pieces of curves up to which sharing is tried while a plan is made."""


def find_handover(
    problem: Problem,
    allocation: Allocation,
    hour_of_person: Numbers,
    currency: str,
    pause: Callable[[], None] = lambda: None,
) -> Handover | None:
    """The account that is best shared by the one whose hours bring most with the one whose bring least.

    Args:
        hour_of_person: (m, G) what one more hour of each person brings.
        pause: called before each further solve.

    Returns:
        None where nobody's hour brings far more than another's, or sharing would gain next to nothing.
    """
    ideal = allocation.ideal
    price = hour_of_person @ units(problem, ideal)
    if len(price) < 2 or not np.isfinite(price).all() or problem.curves.hours.size > SMALL:
        return None
    giver, taker = int(np.argmax(price)), int(np.argmin(price))
    if price[giver] <= 0 or price[giver] < FAR * max(price[taker], 0.0):
        return None
    mine = sorted(((h, i) for (i, p), h in allocation.by_person.items() if p == giver), reverse=True)
    base = priced(problem, ideal)
    found = {}
    for i in [i for _, i in mine if not problem.eligible[i, taker]][:TRIED]:
        pause()
        eligible = problem.eligible.copy()
        eligible[i, taker] = True
        found[i] = compare(base, priced(replace(problem, eligible=eligible), ideal))
    best = max(found, key=lambda i: found[i].gain, default=None)
    if best is None or found[best].gain < WORTH_SAYING:
        return None
    gain = Gain(found[best].added, problem.in_money)
    return _told(problem, best, giver, taker, gain, hour_of_person, currency)


def _told(
    problem: Problem, i: int, giver: int, taker: int, gain: Gain, hour_of_person: Numbers, currency: str
) -> Handover:
    people, name = problem.people, str(problem.names[i])
    hours = [Gain(hour_of_person[p], problem.in_money).brings(currency) for p in (giver, taker)]
    says = (
        f"One more hour of {people[giver].name} brings {hours[0]}, one of {people[taker].name} {hours[1]}: with "
        f"{people[taker].name} named as an owner of {name} too, sharing it would bring {gain.brings(currency)}."
    )
    return Handover(name, i, people[giver].name, people[taker].name, gain, says)
