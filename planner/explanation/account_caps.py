"""Accounts that only the most accounts a person (or the firm) serves keeps out.

Hours are of the period. Proven without another solve: the smallest block on such an account, taken from the last hours
of somebody who may serve it, would make the plan better; as a further account it breaks nothing but the cap.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.allocation import Allocation
from planner.allocation.problem import Problem
from planner.allocation.solution import counts
from planner.arrays import Mask, Numbers
from planner.explanation.measure import floors, gain_of
from planner.goods import YOU

LEAST = 1e-5
"""Weighted attainment that a plan has to gain to be better."""
CRUMB = 1e-9


def held_out(problem: Problem, allocation: Allocation, weight: Numbers, full: Mask) -> Mask:
    """(n,) accounts without hours that would get some if whoever may serve them could take on one more.

    Args:
        weight: (G,) objective for a unit of each group's value.
        full: (n,) accounts for which nobody may take on one more, by the caps.
    """
    held = np.zeros(problem.size, dtype=bool)
    out = full & (allocation.hours <= CRUMB) & (problem.maximum > CRUMB)
    if not out.any():
        return held
    step = max(problem.step, 0.5)
    blocks = np.maximum(np.ceil(problem.block / step - CRUMB), 1.0) * step
    for person in np.flatnonzero(problem.eligible[out].any(axis=0)).tolist():
        mine = out & problem.eligible[:, person] & ~held
        for block in np.unique(blocks[mine]).tolist():
            taken = _cheapest(problem, allocation, weight, person, block, step)
            if taken is not None:
                these = np.flatnonzero(mine & (blocks == block) & (problem.maximum >= block - CRUMB))
                held[these] = _better(problem, allocation, weight, taken, block)[these]
    return held


def _cheapest(
    problem: Problem, allocation: Allocation, weight: Numbers, person: int, hours: float, step: float
) -> Numbers | None:
    """(n,) hours that are missed least in a person's diary, in steps; None where there are too few to take."""
    spent = np.zeros(problem.size)
    for (account, who), amount in allocation.by_person.items():
        spent[account] += amount if who == person else 0.0
    least = np.where(problem.locked, allocation.hours, np.maximum(problem.minimum, problem.block))
    room = np.minimum(np.maximum(allocation.hours - least, 0.0), spent)
    missing = max(hours - (float(problem.capacity[person]) - float(spent.sum())), 0.0)
    taken = np.zeros(problem.size)
    for _ in range(round(missing / step)):
        part = np.where(room - taken >= step - CRUMB, step, 0.0)
        if not part.any():
            return None
        loss = gain_of(problem, allocation.hours - taken - part, part) @ weight
        taken[int(np.where(part > 0, loss, np.inf).argmin())] += step
    return taken


def _better(problem: Problem, allocation: Allocation, weight: Numbers, taken: Numbers, block: float) -> Mask:
    """(n,) whether the plan is better with a block on the account in place of the hours that are taken."""
    lost = float((gain_of(problem, allocation.hours - taken, taken) @ weight).sum())
    gained = gain_of(problem, np.zeros(problem.size), block) @ weight
    asked = floors(problem, allocation).sum(axis=0)
    left = counts(problem, allocation.hours - taken).sum(axis=0)
    with_it = left + counts(problem, np.full(problem.size, block))
    before = np.maximum(asked - allocation.counts.sum(axis=0), 0.0)
    short = np.maximum(asked - with_it, 0.0).sum(axis=1) - float(before.sum())
    cost = problem.hour_cost * float(weight[YOU]) * (block - float(taken.sum()))
    return np.asarray(gained - lost - problem.balance_weight * short / problem.total_hours - cost > LEAST)
