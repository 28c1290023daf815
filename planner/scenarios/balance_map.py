"""The balance map: every balance in steps of five, solved by the same linear program, measured alike.

Blocks, steps and counts are off in the map (S-shaped curves count as their concave envelope), so that it is
continuous where the model is; ideals and the weights that value a point are those of the chosen plan. Shares and
attainment are fractions, money is expected over a year, hours are of the planning period.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from planner.allocation.analysis.balance_sweep import Sweep
from planner.allocation.balance import spread
from planner.allocation.build_problem import group_worth
from planner.arrays import Mask, Numbers
from planner.errors import NoPlan
from planner.goods import GROUPS, YOU
from planner.result import Plan

PARTS: Final = 20 if len(GROUPS) <= 3 else 10
"""Steps from 0 to 100%: fives; tens where more groups would make thousands of balances."""
OUT_OF_REACH: Final = 0.01
"""Hours by which a balance is missed from which it counts as out of reach."""
NOTE: Final = (
    "Every point of the map is solved without the smallest block, the steps of hours and the caps on counts, so that "
    "neighbouring balances can be compared; the plan itself keeps them, so its own figures differ."
)


@dataclass(frozen=True, eq=False)
class BalanceMap:
    """P balances and what each reaches.

    Attributes:
        balance: (P, 3) shares chosen.
        attainment: (P, 3) of the most each group could reach, NaN for a group without any value.
        money: (P,) expected, NaN without money.
        value: (P,) objective at the chosen plan's weights.
        deviation: (P,) hours by which the balance is missed.  open_hours: (P,) hours left to place.
        reachable: (P,) whether the list can keep the balance.
        chosen: (3,) the plan's balance.  today: (3,) shares of today's hours, None where they are not known.
        best: position of the reachable balance with the most value at the chosen weights.
    """

    balance: Numbers
    attainment: Numbers
    money: Numbers
    value: Numbers
    deviation: Numbers
    open_hours: Numbers
    reachable: Mask
    chosen: Numbers
    today: Numbers | None
    best: int
    currency: str
    in_money: bool
    note: str = NOTE

    @property
    def size(self) -> int:
        return len(self.balance)

    def nearest(self, balance: Numbers) -> int:
        """Position of the point closest to a balance (3,)."""
        return int(np.abs(self.balance - balance).sum(axis=1).argmin())


def balances(parts: int = PARTS) -> Numbers:
    """(P, 3) every balance in steps of 1/parts, neighbours next to each other; 231 of them in steps of 5%."""
    return np.array(_shared(parts, len(GROUPS)), dtype=float) / parts


def _shared(parts: int, groups: int) -> list[tuple[int, ...]]:
    """Every way to share equal parts among some groups; each is a step away from the one before."""
    if groups == 1:
        return [(parts,)]
    found: list[tuple[int, ...]] = []
    for first in range(parts + 1):
        rest = _shared(parts - first, groups - 1)
        found += [(first, *others) for others in (rest if first % 2 == 0 else reversed(rest))]
    return found


@dataclass(frozen=True, eq=False)
class Reached:
    """What one balance reaches: (3,) attainment, money, value at the chosen weights, deviation, open hours, and the
    (n,) hours themselves."""

    attainment: Numbers
    money: float
    value: float
    deviation: float
    open_hours: float
    hours: Numbers


def reach_balances(plan: Plan, points: Numbers) -> Iterator[Reached]:
    """What each of (P, 3) balances reaches, one after the other, measured by the chosen plan.

    Raises:
        NoPlan: when no plan keeps all locks, minimums, limits and capacities.
    """
    from planner.allocation.objective import units
    from planner.allocation.restricted_master import NoPlanAtAllError

    problem = plan.problem
    sweep = Sweep(problem, plan.allocation.ideal)
    weight = units(problem, plan.allocation.ideal)
    base = float(group_worth(problem)[:, YOU] @ problem.curves.share[:, 0]) if problem.in_money else np.nan
    hour_cost = problem.hour_cost * float(weight[YOU]) if problem.in_money else 0.0
    for shares in points:
        try:
            point = sweep.at(spread(tuple(shares), problem.seen))
        except NoPlanAtAllError:
            raise NoPlan("The locks, minimums, limits and capacities cannot all hold at once.") from None
        used = float(point.hours.sum())
        yield Reached(
            attainment=point.attainment,
            money=base + float(point.added[YOU]),
            value=float(weight @ point.added) - hour_cost * used,
            deviation=point.short,
            open_hours=max(0.0, problem.total_hours - used),
            hours=point.hours,
        )


def map_balances(plan: Plan, progress: Callable[[int, int], None] | None = None, parts: int = PARTS) -> BalanceMap:
    """The map of a plan.

    Args:
        progress: called with the number of points done and of all points.

    Raises:
        NoPlan: when no plan keeps all locks, minimums, limits and capacities.
    """
    points = balances(parts)
    found = []
    for reached in reach_balances(plan, points):
        found.append(reached)
        if progress is not None:
            progress(len(found), len(points))
    deviation = np.array([r.deviation for r in found])
    value = np.array([r.value for r in found])
    reachable = deviation <= OUT_OF_REACH
    candidates = reachable if reachable.any() else np.ones(len(points), dtype=bool)
    today = plan.explanation.baselines.get("today")
    return BalanceMap(
        balance=points,
        attainment=np.stack([r.attainment for r in found]),
        money=np.array([r.money for r in found]),
        value=value,
        deviation=deviation,
        open_hours=np.array([r.open_hours for r in found]),
        reachable=reachable,
        chosen=np.array(plan.settings.balance.shares()),
        today=None if today is None else _whole(today.shares),
        best=int(np.where(candidates, value, -np.inf).argmax()),
        currency=plan.settings.currency,
        in_money=plan.problem.in_money,
    )


def _whole(shares: Numbers) -> Numbers | None:
    """Today's shares of the hours that serve some group, adding to 1."""
    total = float(shares.sum())
    return shares / total if total > 0 else None


HEADERS: Final = (
    *(f"{group}_share" for group in GROUPS),
    *(f"{group}_attainment" for group in GROUPS),
    "money",
    "value",
    "short_by_hours",
    "open_hours",
    "reachable",
    "mark",
)


def map_rows(found: BalanceMap) -> list[list[object]]:
    """A row for each balance, in the order of `HEADERS`; empty for what is not known."""
    marks: dict[int, list[str]] = {found.nearest(found.chosen): ["chosen"]}
    marks.setdefault(found.best, []).append("best")
    if found.today is not None:
        marks.setdefault(found.nearest(found.today), []).append("today")
    return [
        [
            *(round(float(share), 4) for share in found.balance[i]),
            *(_plain(a, 6) for a in found.attainment[i]),
            _plain(found.money[i], 2),
            _plain(found.value[i], 8),
            _plain(found.deviation[i], 3),
            _plain(found.open_hours[i], 3),
            "yes" if found.reachable[i] else "no",
            " ".join(marks.get(i, ())),
        ]
        for i in range(found.size)
    ]


def map_json(found: BalanceMap) -> dict[str, Any]:
    """The map as plain JSON values."""
    rows = [dict(zip(HEADERS, row, strict=True)) for row in map_rows(found)]
    return {
        "format": "client-portfolio-map/1",
        "currency": found.currency,
        "note": found.note,
        "points": [{key: None if value == "" else value for key, value in row.items()} for row in rows],
    }


def _plain(figure: float, digits: int) -> float | str:
    return round(float(figure), digits) if np.isfinite(figure) else ""
