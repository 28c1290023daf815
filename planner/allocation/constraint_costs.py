"""What each row of the user's making costs: limits, locks, minimums, maximums, the balance; the plan without it.

A row whose price is zero costs nothing at all (the prices prove the plan without it), so only the others are tried.
Values are of the objective at the same deviation from the balance, with ideals and weights as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from planner.allocation.kernel import Relaxed
from planner.allocation.problem import Numbers, Problem
from planner.allocation.setting_locations import SettingLocations
from planner.allocation.shadow_prices import PRICELESS, WHOLE_MODEL, Warm, Without
from planner.allocation.user_constraints import Demand, Kind, find_demands
from planner.goods import GROUPS

ENOUGH = 12
"""Rows that are tried while a plan is made, those with the highest prices."""
SHARE_CAP = "max_share_per_account"
BALANCE = "balance"
ON_HOURS = (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM)
ROWS = (Kind.LIMIT, Kind.WITHIN_YOU, Kind.MONEY, Kind.CHANGE)


@dataclass(frozen=True)
class _Candidate:
    """A row that may cost something: rows of the model or bounds of accounts to lift, and its price."""

    name: str
    price: float
    rows: tuple[str, ...] = ()
    bounds: tuple[tuple[int, float, float], ...] = ()


def row_costs(
    relaxed: Relaxed, locations: SettingLocations | None = None, *, most: int | None = None
) -> Mapping[str, Without]:
    """The plan without each row that holds it back, by the row's name; see `demands` for those of accounts.

    `balance_floor_<group>` and `balance_ceiling_<group>` stand for all people's rows where each keeps a balance,
    `balance` for all of them together, `max_share_per_account` for the cap on every account.

    Args:
        most: try no more than so many; all when None.
    """
    locations = locations or SettingLocations()
    problem = relaxed.model.problem
    found = sorted(_candidates(relaxed, locations), key=lambda one: -one.price)[:most]
    if not found:
        return {}
    warm = Warm(relaxed, whole=True, natural=_uncapped(locations, problem))
    costs: dict[str, Without] = {}
    for one in found:
        lifted = {i: (low, high) for i, low, high in one.bounds}
        costs[one.name] = warm.without_rows(one.rows) if one.rows else warm.without_bounds(lifted)
    return costs


def quick_row_costs(relaxed: Relaxed, locations: SettingLocations) -> Mapping[str, Without]:
    """The dearest rows of a list that is small enough to be solved again at once; none for a larger list."""
    if relaxed.model.problem.curves.hours.size > WHOLE_MODEL:
        return {}
    return row_costs(relaxed, locations, most=ENOUGH)


def _uncapped(locations: SettingLocations, problem: Problem) -> Numbers:
    if locations.uncapped is not None:
        return locations.uncapped()
    return problem.curves.maximum


def _candidates(relaxed: Relaxed, locations: SettingLocations) -> Iterator[_Candidate]:
    problem = relaxed.model.problem
    yield from _balance(relaxed)
    natural = locations.natural() if locations.natural is not None else problem.curves.maximum
    for demand in find_demands(problem, locations):
        if demand.kind in ROWS and (price := _row_price(relaxed, demand.rows[0])) > 0:
            yield _Candidate(demand.rows[0], price, rows=demand.rows)
        if demand.kind in ON_HOURS and (price := _bound_price(relaxed, demand.at)) > 0:
            yield _Candidate(demand.rows[0], price, bounds=((demand.at, *_lifted(problem, demand, natural)),))
    yield from _share_cap(relaxed, locations, natural)


def _balance(relaxed: Relaxed) -> Iterator[_Candidate]:
    everything: list[str] = []
    total = 0.0
    for side in ("floor", "ceiling"):
        for group in GROUPS:
            name = f"balance_{side}_{group}"
            rows = tuple(row for row in relaxed.model.row_number if row == name or row.startswith(f"{name}_of_"))
            price = sum(_row_price(relaxed, row) for row in rows)
            everything += rows
            total += price
            if price > 0:
                yield _Candidate(name, price, rows=rows)
    if total > 0:
        yield _Candidate(BALANCE, total, rows=(*everything, *_spills(relaxed)))


def _spills(relaxed: Relaxed) -> Iterator[str]:
    return (row for row in relaxed.model.row_number if row == "spill" or row.startswith("spill_of_"))


def _row_price(relaxed: Relaxed, row: str) -> float:
    number = relaxed.model.row_number.get(row)
    price = 0.0 if number is None else abs(float(relaxed.solved.row_dual[number]))
    return price if price > PRICELESS else 0.0


def _bound_price(relaxed: Relaxed, i: int) -> float:
    if i not in relaxed.model.hours:
        return np.inf if relaxed.model.problem.maximum[i] <= 0 < relaxed.model.problem.worth[i].max() else 0.0
    price = abs(float(relaxed.solved.reduced[relaxed.model.hours[i].index]))
    return price if price > PRICELESS else 0.0


def _lifted(problem: Problem, demand: Demand, natural: Numbers) -> tuple[float, float]:
    """Bounds of an account without one of its demands."""
    i = demand.at
    low, high = float(problem.minimum[i]), float(max(problem.minimum[i], problem.maximum[i]))
    if demand.kind is Kind.MINIMUM:
        return 0.0, high
    most = max(high, float(natural[i]) if problem.worth[i].any() else 0.0)
    return (min(low, 0.0), most) if demand.kind is Kind.LOCK else (low, most)


def _share_cap(relaxed: Relaxed, locations: SettingLocations, natural: Numbers) -> Iterator[_Candidate]:
    """The cap on every account's share of all hours, where it is what stops an account."""
    problem = relaxed.model.problem
    if locations.uncapped is None:
        return
    uncapped = locations.uncapped()
    stopped = (uncapped > natural + 1e-6) & (problem.maximum >= natural - 1e-6) & ~problem.locked
    stopped &= ~locations.own_maximum(problem.size) & (problem.maximum > 0)
    prices = {int(i): _bound_price(relaxed, int(i)) for i in np.flatnonzero(stopped)}
    if any(prices.values()):
        bounds = tuple((i, float(problem.minimum[i]), float(uncapped[i])) for i, price in prices.items() if price > 0)
        yield _Candidate(SHARE_CAP, sum(prices.values()), bounds=bounds)
