"""What an hour brings at the margin, from the prices (duals) that the allocation found.

`Allocation.price` holds, by row of the model, what the objective gains per unit of the row's right-hand side; a row
that does not bind may be left out. All hours H stand in the rows of the balance too, so the price of one more hour
is not that of the capacity row alone.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.analysis.shadow_prices import Margins
from planner.allocation.lp_names import Slugs
from planner.allocation.problem import Allocation, Numbers, Problem
from planner.allocation.user_constraints import limit_row
from planner.explanation.measure import YOU, Measure, aims
from planner.explanation.split import relative_strength
from planner.goods import GROUPS


def price_per_hour(
    problem: Problem, allocation: Allocation, measure: Measure, margins: Margins | None = None
) -> Numbers:
    """(m,) what one more hour of each person brings to the whole plan; NaN where no prices were found.

    The derivative of the plan by the person's hours to the right, from `margins` where the plan was solved again.
    Else the price of the capacity and, for each floor of the balance, its price times its share of the hours.
    """
    price = allocation.price
    if margins is not None:
        return np.array([sides.right for sides in margins.hour]) * measure.per_objective
    if not price:
        return np.full(len(problem.people), np.nan)
    slugs = Slugs([person.name for person in problem.people])
    found = np.zeros(len(problem.people))
    aimed = np.broadcast_to(aims(problem), (len(problem.people), len(GROUPS)))
    for p in range(len(problem.people)):
        of = f"_of_{slugs[p]}" if problem.per_person else ""
        floor = np.array([price.get(f"balance_{group}{of}", 0.0) for group in GROUPS])
        found[p] = price.get(f"capacity_{slugs[p]}", 0.0) + floor @ (aimed[p] - problem.tolerance)
    return found * measure.per_objective


def hurdle(problem: Problem, allocation: Allocation, measure: Measure) -> Numbers:
    """(n,) what an hour on each account has to bring to earn its place; 0 where hours are plenty.

    The price of an hour of whoever may serve the account most cheaply, and its cost, less what the hour does for
    the balance (an hour counts for every good that the account serves) and for the limits it counts in.
    """
    price = allocation.price
    relative = relative_strength(problem.strength)
    slugs = Slugs([person.name for person in problem.people])
    lowest = np.full(problem.size, np.inf)
    credited = np.zeros(problem.size)
    for p in range(len(problem.people)):
        if p == 0 or problem.per_person:
            of = f"_of_{slugs[p]}" if problem.per_person else ""
            worth = np.array([-price.get(f"balance_{group}{of}", 0.0) for group in GROUPS])
            credited = relative @ worth
        mine = problem.eligible[:, p]
        lowest[mine] = np.minimum(lowest[mine], price.get(f"capacity_{slugs[p]}", 0.0) - credited[mine])
    for number, limit in enumerate(problem.limits):
        if limit.good is None:
            lowest = lowest + limit.weight * price.get(limit_row(problem, number), 0.0)
    cost = problem.hour_cost * float(measure.weight[YOU])
    return np.maximum(lowest + cost, 0.0) * measure.per_objective
