"""What an hour brings at the margin, from the prices (duals) that the allocation found.

`Allocation.price` holds, by row of the model, what the objective gains per unit of the row's right-hand side; a row
that does not bind may be left out. All hours H stand in the rows of the balance too, so the price of one more hour
is not that of the capacity row alone.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.problem import Allocation, Numbers, Problem
from planner.allocation.slugs import Slugs
from planner.explanation.measure import Measure, aims
from planner.schema import GROUPS

SHORT = 1e-6
"""Hours by which a group must be short to count as short."""


def price_per_hour(problem: Problem, allocation: Allocation, measure: Measure) -> Numbers:
    """(m,) what one more hour of each person brings to the whole plan; NaN where no prices were found.

    The derivative of the plan by the person's hours: the price of the capacity and, for each row of the balance, its
    price times its share of the hours. A group that is short falls short by its floor's share of the new hour.
    """
    price = allocation.price
    if not price:
        return np.full(len(problem.people), np.nan)
    slugs = Slugs([person.name for person in problem.people])
    found = np.zeros(len(problem.people))
    aimed = np.broadcast_to(aims(problem), (len(problem.people), len(GROUPS)))
    for p in range(len(problem.people)):
        of = f"_of_{slugs[p]}" if problem.per_person else ""
        floor = np.array([price.get(f"balance_floor_{group}{of}", 0.0) for group in GROUPS])
        ceiling = np.array([price.get(f"balance_ceiling_{group}{of}", 0.0) for group in GROUPS])
        least, most = aimed[p] - problem.tolerance, aimed[p] + problem.tolerance
        shortfall = price.get("deviation", 0.0) * float(least[allocation.under > SHORT].sum())
        found[p] = price.get(f"capacity_{slugs[p]}", 0.0) + floor @ least + ceiling @ most + shortfall
    return found * measure.per_objective
