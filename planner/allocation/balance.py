"""The balance as floors: which share of which hours each group should get, for the firm or for each person.

The balance is kept in *pools*: one for the firm, or one for each person (`per_person`). In each it is a share of the
hours `B` that the list can use there.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.problem import Problem
from planner.arrays import Mask, Numbers


def spread(shares: tuple[float, ...], seen: Mask) -> Numbers:
    """A balance (3,) over the groups that are seen, in proportion; evenly where only unseen groups were chosen."""
    chosen = np.where(seen, shares, 0.0)
    if chosen.sum() <= 0:
        chosen = seen.astype(float) if seen.any() else np.array(shares)
    return np.asarray(chosen / chosen.sum())


def aims(problem: Problem) -> Numbers:
    """(pools, 3) balance aimed at in each pool; a person's own where given."""
    if not problem.per_person:
        return problem.aim[None, :]
    return np.array([spread(p.balance, problem.seen) if p.balance else problem.aim for p in problem.people])


def usable_hours(problem: Problem) -> Numbers:
    """(pools,) hours `B` that the list can use: all there are, or as many as its accounts can take where that is less.

    Where an hour costs something it is at most those worth their cost; see `ColumnGeneration`.
    """
    most = np.maximum(problem.maximum, problem.minimum)
    able = most @ problem.eligible if problem.per_person else most.sum()
    return np.asarray(np.minimum(pool_hours(problem), able))


def pool_hours(problem: Problem) -> Numbers:
    """(pools,) all hours there are in each pool."""
    return problem.capacity if problem.per_person else np.array([problem.total_hours])


def floors(problem: Problem, usable: Numbers) -> Numbers:
    """(pools, 3) hours that should count for each group: `(t_G − tolerance)·B`; 0 for a group that is not seen."""
    least = (aims(problem) - problem.tolerance) * usable[:, None]
    return np.where(problem.seen & np.array(problem.held), np.maximum(least, 0.0), 0.0)
