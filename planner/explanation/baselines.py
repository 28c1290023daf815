"""Other ways to split the same hours, valued by the same curves, weights and ideals as the plan.

- today: the hours as they are now (where known; not known counts as none), not scaled to the hours there are;
- equal: each person spreads their hours evenly over the accounts that are theirs;
- by fee: each person spreads them in proportion to the fees.

They respect people's hours and nothing else; `excess` says by how much they break minimums, maximums, locks and
people's hours. Their hours count for the groups in the way that flatters them most (see `split`).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planner.allocation.problem import Allocation, Mask, Numbers, Problem
from planner.explanation.measure import YOU, Measure, added, aims, money, pool_hours
from planner.explanation.placing import by_person, unplaced
from planner.explanation.split import best_split, relative_strength
from planner.explanation.types import Baseline
from planner.goods import GROUPS

TODAY = "today"
EQUAL = "equal"
BY_FEE = "by_fee"


def find_baselines(problem: Problem, allocation: Allocation, measure: Measure, fee: Numbers) -> Mapping[str, Baseline]:
    """Today where it is known, an equal split, and a split by fee where there are fees.

    Args:
        fee: (n,) money a year, NaN where there is none.
    """
    splits: dict[str, Numbers] = {}
    if (np.nan_to_num(problem.today) > 0).any():
        splits[TODAY] = np.nan_to_num(problem.today)
    splits[EQUAL] = spread(problem, np.ones(problem.size))
    fees = np.maximum(np.nan_to_num(fee), 0.0)
    if fees.any():
        splits[BY_FEE] = spread(problem, fees)
    return {name: baseline(problem, allocation, measure, hours) for name, hours in splits.items()}


def spread(problem: Problem, weight: Numbers) -> Numbers:
    """(n,) hours when each person gives theirs to the accounts that are theirs, in proportion to `weight`."""
    mine: Mask = problem.eligible
    weights = weight @ mine
    rate = np.divide(problem.capacity, weights, out=np.zeros(len(weights)), where=weights > 0)
    return weight * (mine @ rate)


def baseline(problem: Problem, allocation: Allocation, measure: Measure, hours: Numbers) -> Baseline:
    """The (n,) hours valued like the plan."""
    gains = added(problem, hours).sum(axis=0)
    ideal = allocation.ideal
    credited, deviation = _against_balance(problem, allocation, hours)
    used = float(hours.sum())
    cost = problem.hour_cost * used * float(measure.weight[YOU])
    return Baseline(
        hours=hours,
        attainment=np.divide(gains, ideal, out=np.full(len(gains), np.nan), where=ideal > 0),
        money=money(problem, hours),
        shares=credited / used if used > 0 else np.zeros(len(gains)),
        deviation=deviation,
        objective=float(gains @ measure.weight) - cost,
        excess=excess(problem, hours),
    )


def _against_balance(problem: Problem, allocation: Allocation, hours: Numbers) -> tuple[Numbers, float]:
    """Hours by group, (3,), and those by which they miss the balance: the firm's, or each person's own."""
    relative = relative_strength(problem.strength)
    pools = [hours]
    if problem.per_person:
        pools = list(by_person(hours, problem.eligible, problem.capacity).T)
    credited, deviation = np.zeros(len(GROUPS)), 0.0
    for pool, aim, most in zip(pools, aims(problem), pool_hours(problem, allocation), strict=True):
        floor, ceiling = (aim - problem.tolerance) * most, (aim + problem.tolerance) * most
        split = best_split(pool, relative, np.maximum(floor, 0.0), ceiling)
        credited = credited + split.hours
        deviation += split.deviation(leave_open=problem.leave_open)
    return credited, deviation


def excess(problem: Problem, hours: Numbers) -> float:
    """Hours by which a split breaks the accounts' minimums, maximums and locks, and people's hours."""
    short = np.maximum(problem.minimum - hours, 0.0).sum()
    past = np.maximum(hours - problem.maximum, 0.0).sum()
    return float(short + past + unplaced(hours, problem.eligible, problem.capacity))
