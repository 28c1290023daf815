"""Other ways to split the same hours, valued by the same curves, weights and ideals as the plan.

- today: the hours as they are now (where known; not known counts as none), not scaled to the hours there are;
- equal: each person spreads their hours evenly over the accounts that are theirs;
- by fee: each person spreads them in proportion to the fees.

They respect people's hours and nothing else; `excess` says by how much they break minimums, maximums, locks and
people's hours. An hour counts for every good that its account serves, as in the plan.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planner.allocation.balance import floors
from planner.allocation.problem import Allocation, Mask, Numbers, Problem
from planner.allocation.solution import EXACT, counts
from planner.explanation.measure import YOU, Measure, added, money, pool_hours
from planner.explanation.placing import by_person, unplaced
from planner.explanation.types import Baseline

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
    """Hours that count for each group, (3,), and those by which they are short: the firm's, or each person's own."""
    counted = counts(problem, hours)
    pools = [counted.sum(axis=0)]
    if problem.per_person:
        shared = by_person(hours, problem.eligible, problem.capacity)
        part = np.divide(shared, hours[:, np.newaxis], out=np.zeros_like(shared), where=hours[:, np.newaxis] > 0)
        pools = list(part.T @ counted)
    missed = np.maximum(floors(problem, pool_hours(allocation)) - np.array(pools), 0.0)
    return counted.sum(axis=0), float(np.where(missed > EXACT, missed, 0.0).sum())


def excess(problem: Problem, hours: Numbers) -> float:
    """Hours by which a split breaks the accounts' minimums, maximums and locks, and people's hours."""
    short = np.maximum(problem.minimum - hours, 0.0).sum()
    past = np.maximum(hours - problem.maximum, 0.0).sum()
    return float(short + past + unplaced(hours, problem.eligible, problem.capacity))
