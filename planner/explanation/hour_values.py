"""What an hour brings at the margin, from the prices (duals) that the allocation found.

`Allocation.price` holds, by row of the model, what the objective gains per unit of the row's right-hand side; a row
that does not bind may be left out. All hours H stand in the rows of the balance too, so the price of one more hour
is not that of the capacity row alone.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.model import limit_row
from planner.allocation.problem import Allocation, Numbers, Problem
from planner.allocation.shadow_prices import Margins
from planner.allocation.slugs import Slugs
from planner.explanation.measure import YOU, Measure, aims
from planner.explanation.split import relative_strength
from planner.goods import GROUPS

SHORT = 1e-6
"""Hours by which a group must be short to count as short."""


def price_per_hour(
    problem: Problem, allocation: Allocation, measure: Measure, margins: Margins | None = None
) -> Numbers:
    """(m,) what one more hour of each person brings to the whole plan; NaN where no prices were found.

    The derivative of the plan by the person's hours to the right, from `margins` where the plan was solved again.
    Else the price of the capacity and, for each row of the balance, its price times its share of the hours; a group
    that is short falls short by its floor's share of the new hour.
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
        floor = np.array([price.get(f"balance_floor_{group}{of}", 0.0) for group in GROUPS])
        ceiling = np.array([price.get(f"balance_ceiling_{group}{of}", 0.0) for group in GROUPS])
        least, most = aimed[p] - problem.tolerance, aimed[p] + problem.tolerance
        shortfall = price.get("deviation", 0.0) * float(least[allocation.under > SHORT].sum())
        found[p] = price.get(f"capacity_{slugs[p]}", 0.0) + floor @ least + ceiling @ most + shortfall
    return found * measure.per_objective


def hurdle(problem: Problem, allocation: Allocation, measure: Measure) -> Numbers:
    """(n,) what an hour on each account has to bring to earn its place; 0 where hours are plenty.

    The price of an hour of whoever may serve the account most cheaply, and its cost, less what the hour does for
    the balance (credited as well as the account's goods allow) and for the limits it counts in.
    """
    price = allocation.price
    relative = relative_strength(problem.strength)
    slugs = Slugs([person.name for person in problem.people])
    lowest = np.full(problem.size, np.inf)
    credited = np.zeros(problem.size)
    for p in range(len(problem.people)):
        if p == 0 or problem.per_person:
            of = f"_of_{slugs[p]}" if problem.per_person else ""
            rows = [(f"balance_floor_{group}{of}", f"balance_ceiling_{group}{of}") for group in GROUPS]
            worth = np.array([-price.get(floor, 0.0) - price.get(ceiling, 0.0) for floor, ceiling in rows])
            credited = _best_credit(worth, relative)
        mine = problem.eligible[:, p]
        lowest[mine] = np.minimum(lowest[mine], price.get(f"capacity_{slugs[p]}", 0.0) - credited[mine])
    for number, limit in enumerate(problem.limits):
        if limit.good is None:
            lowest = lowest + limit.weight * price.get(limit_row(problem, number), 0.0)
    cost = problem.hour_cost * float(measure.weight[YOU])
    return np.maximum(lowest + cost, 0.0) * measure.per_objective


def _best_credit(worth: Numbers, relative: Numbers) -> Numbers:
    """(n,) the most that an hour's credit is worth: all of it is credited, to the groups that are worth most first."""
    left = np.where(relative.any(axis=1), 1.0, 0.0)
    total = np.zeros(len(relative))
    for group in np.argsort(-worth, kind="stable").tolist():
        part = np.minimum(left, relative[:, group])
        total += part * worth[group]
        left = left - part
    return total
