"""Which of the user's own settings a given split of the hours breaks, in their words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.demands import Demand, Kind, find_demands, tidy
from planner.allocation.measure import shares
from planner.allocation.origins import Origins
from planner.allocation.pose import money_worth
from planner.allocation.problem import Numbers, Problem
from planner.explanation.placing import unplaced

ROOM = 1e-6
"""Hours by which a setting may be missed before it counts as broken."""


def broken_by(problem: Problem, hours: Numbers, origins: Origins) -> tuple[str, ...]:
    """A sentence for each lock, minimum, maximum, limit and setting that (n,) hours break, and for people's time.

    A limit on hours for one good is judged by the most that the hours could count for it.
    """
    found = [line for demand in find_demands(problem, origins) for line in _of(demand, problem, hours)]
    left = unplaced(hours, problem.eligible, problem.capacity)
    if left > ROOM:
        found.append(f"People have no time for {tidy(left)} h of it.")
    return tuple(found)


def _of(demand: Demand, problem: Problem, hours: Numbers) -> Iterator[str]:
    what = demand.what[:1].upper() + demand.what[1:]
    where = f" ({demand.where})" if demand.where else ""
    if demand.kind in (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM):
        got = float(hours[demand.at])
        short = demand.kind is not Kind.MAXIMUM and got < demand.value - ROOM
        past = demand.kind is not Kind.MINIMUM and got > demand.value + ROOM
        if short or past:
            yield f"{what}{where}; you give {tidy(got)} h."
    elif demand.kind is Kind.LIMIT:
        low, high = _counted(problem, demand.at, hours)
        limit = problem.limits[demand.at]
        if high < limit.lower - ROOM or low > limit.upper + ROOM:
            yield f"{what}{where}; your split does not keep to it."
    elif demand.kind is Kind.MONEY:
        money = float(money_worth(problem) @ shares(problem, hours))
        if money < demand.value - ROOM:
            yield f"{what}{where}; your split brings {tidy(round(money))}."
    elif demand.kind is Kind.CHANGE:
        moved = float(np.maximum(hours - np.nan_to_num(problem.today), 0.0).sum())
        if moved > demand.value + ROOM:
            yield f"{what}{where}; you move {tidy(moved)} h."
    elif demand.kind is Kind.ACCOUNTS:
        count = int((hours > ROOM).sum())
        if count > demand.value:
            yield f"{what}{where}; you give it to {count}."


def _counted(problem: Problem, number: int, hours: Numbers) -> tuple[float, float]:
    """Least and most hours that a limit could count in a split."""
    limit = problem.limits[number]
    if limit.good is None:
        amount = float(limit.weight @ hours)
        return amount, amount
    claims = Claims.of(problem)
    most = claims.ratio[:, claims.good.index(limit.good)] * hours
    return float(np.minimum(limit.weight, 0.0) @ most), float(np.maximum(limit.weight, 0.0) @ most)
