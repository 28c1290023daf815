"""Other ways to split the same hours, valued by the same curves, weights and ideals as the plan.

- today: the hours as they are now, where the list or somebody says them; not scaled to the hours there are;
- equal: each person spreads their hours evenly over the accounts that are theirs;
- by fee: each person spreads them in proportion to the fees.

They respect people's hours and nothing else; `violation` says by how much they break minimums, maximums, locks and
people's hours.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planner.allocation.allocation import Allocation
from planner.allocation.problem import Problem
from planner.allocation.solution import counts
from planner.arrays import Mask, Numbers
from planner.explanation.measure import added, floors, money, objective
from planner.explanation.placing import by_person, unplaced
from planner.explanation.types import Baseline
from planner.goods import GROUPS

TODAY = "today"
EQUAL = "equal"
BY_FEE = "by_fee"


def find_baselines(problem: Problem, allocation: Allocation, fee: Numbers, invented: Mask) -> Mapping[str, Baseline]:
    """Today where it is known, an equal split, and a split by fee where there are fees.

    Args:
        fee: (n,) money a year, NaN where there is none.
        invented: (n,) whether today's hours are only assumed; they never count as today's.
    """
    splits: dict[str, Numbers] = {}
    today = np.where(invented, 0.0, np.nan_to_num(problem.today))
    if (today > 0).any():
        splits[TODAY] = today
    splits[EQUAL] = spread(problem, np.ones(problem.size))
    fees = np.maximum(np.nan_to_num(fee), 0.0)
    if fees.any():
        splits[BY_FEE] = spread(problem, fees)
    return {name: baseline(problem, allocation, hours) for name, hours in splits.items()}


def spread(problem: Problem, weight: Numbers) -> Numbers:
    """(n,) hours when each person gives theirs to the accounts that are theirs, in proportion to `weight`."""
    mine: Mask = problem.eligible
    weights = weight @ mine
    rate = np.divide(problem.capacity, weights, out=np.zeros(len(weights)), where=weights > 0)
    return weight * (mine @ rate)


def baseline(problem: Problem, allocation: Allocation, hours: Numbers) -> Baseline:
    """The (n,) hours valued like the plan."""
    gains = added(problem, hours).sum(axis=0)
    ideal = allocation.ideal
    counted = counts(problem, hours)
    short = short_of(problem, allocation, hours)
    used = float(hours.sum())
    return Baseline(
        hours=hours,
        attainment=np.divide(gains, ideal, out=np.full(len(gains), np.nan), where=ideal > 0),
        money=money(problem, hours),
        shares=counted.sum(axis=0) / used if used > 0 else np.zeros(len(GROUPS)),
        short=short,
        objective=objective(problem, ideal, gains, short, used),
        violation=violation(problem, hours),
    )


def short_of(problem: Problem, allocation: Allocation, hours: Numbers) -> Numbers:
    """(G,) hours by which a split misses the balance of a plan: the firm's, or each person's own, all together."""
    counted = counts(problem, hours)
    pools = [counted.sum(axis=0)]
    if problem.per_person:
        spent = by_person(hours, problem.eligible, problem.capacity)
        share = np.divide(spent, hours[:, np.newaxis], out=np.zeros_like(spent), where=hours[:, np.newaxis] > 0)
        pools = list(share.T @ counted)
    missed = [np.maximum(floor - pool, 0.0) for pool, floor in zip(pools, floors(problem, allocation), strict=True)]
    return np.asarray(np.sum(missed, axis=0))


def violation(problem: Problem, hours: Numbers) -> float:
    """Hours by which a split breaks the accounts' minimums, maximums and locks, and people's hours."""
    short = np.maximum(problem.minimum - hours, 0.0).sum()
    past = np.maximum(hours - problem.maximum, 0.0).sum()
    return float(short + past + unplaced(hours, problem.eligible, problem.capacity))
