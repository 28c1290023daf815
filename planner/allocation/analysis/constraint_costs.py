"""What each of the user's rows costs: limits, locks, minimums, maximums, counts, the balance; the plan without it.

A row whose price is zero costs nothing at all (the prices prove the plan without it), so only the others are tried.
Each is the difference between two solutions of the same kind as gave the plan's prices (see `shadow_prices.priced`),
with ideals, weights and the floors of the balance as they are. The floors are shares of what the list can use, which
a lock or a maximum less would make more: an account would then seem to be held back by a longer yardstick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from planner.allocation.analysis.shadow_prices import PRICELESS, priced
from planner.allocation.constraints.base import Kind
from planner.allocation.constraints.longer_curves import extended
from planner.allocation.constraints.people import Capacity
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.constraints.user_constraints import user_constraints
from planner.allocation.objective import scale_of
from planner.allocation.pricing import LpSolution
from planner.allocation.problem import Problem
from planner.allocation.restricted_master import NoPlanAtAllError
from planner.arrays import Numbers
from planner.goods import GROUPS

ENOUGH = 8
"""Rows that are tried while a plan is made, those with the highest prices."""
SMALL = 3000
"""Pieces of curves up to which rows are tried while a plan is made."""
SHARE_CAP = "max_share_per_account"
BALANCE = "balance"
ON_HOURS = (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM)


@dataclass(frozen=True, eq=False)
class Without:
    """The plan without a row.

    Attributes:
        gain: what it would gain, in attainment less the cost of hours (the price of shortages left out).
        added: (3,) the same of each group in its own unit.
        nearer: by how many hours fewer the groups would be short.
    """

    gain: float
    added: Numbers = field(default_factory=lambda: np.zeros(len(GROUPS)))
    nearer: float = 0.0


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A row that may cost something: its name, its price, and the problem without it."""

    name: str
    price: float
    problem: Problem


def row_costs(
    problem: Problem,
    ideal: Numbers,
    locations: SettingLocations | None = None,
    *,
    most: int | None = None,
    plan: LpSolution | None = None,
    pause: Callable[[], None] = lambda: None,
) -> Mapping[str, Without]:
    """The plan without each row that holds it back, by the first of the row's names (see `UserConstraint.rows`).

    `balance_<group>` stands for all people's rows where each keeps a balance, `balance` for all of them together,
    `max_share_per_account` for the cap on every account.

    Args:
        most: try no more than so many; all when None.
        plan: the problem's own solution (see `priced`), where it is there already.
        pause: called before each is tried.

    Raises:
        NoPlanAtAllError: when there is no plan.
    """
    plan = plan or priced(problem, ideal)
    found = sorted(_candidates(plan, locations or SettingLocations()), key=lambda one: -one.price)[:most]
    costs: dict[str, Without] = {}
    for one in found:
        pause()
        try:
            costs[one.name] = compare(plan, priced(one.problem, ideal, beside=plan))
        except NoPlanAtAllError:
            continue  # what the account may take by itself is less than its lock, and something else needs the lock
    return costs


def quick_row_costs(
    problem: Problem,
    ideal: Numbers,
    locations: SettingLocations,
    plan: LpSolution | None = None,
    pause: Callable[[], None] = lambda: None,
) -> Mapping[str, Without]:
    """The dearest rows of a list that is small enough to be solved again at once, see `row_costs`; none of others."""
    if problem.curves.hours.size > SMALL:
        return {}
    return row_costs(problem, ideal, locations, most=ENOUGH, plan=plan, pause=pause)


def compare(plan: LpSolution, other: LpSolution) -> Without:
    """What another solution has over the plan's."""
    (mine, added, short), (theirs, more, less) = _worth(plan), _worth(other)
    return Without(theirs - mine, more - added, short - less)


def _worth(solution: LpSolution) -> tuple[float, Numbers, float]:
    """Attainment less the cost of hours, what is added for each group, and the hours short."""
    pieces, values = solution.model.pieces, solution.result.values
    used = values[: pieces.size]
    value = -float(solution.objective.cost(pieces) @ used) / scale_of(solution.model.problem)
    short = float(values[list(solution.model.short.values())].sum())
    return value, used @ pieces.value, short


def _candidates(plan: LpSolution, locations: SettingLocations) -> Iterator[_Candidate]:
    problem = plan.model.problem
    yield from _balance(plan)
    natural = locations.natural() if locations.natural is not None else problem.curves.maximum
    for constraint in user_constraints(problem, locations):
        if isinstance(constraint, Capacity):
            continue
        price = _bound_price(plan, constraint.at) if constraint.kind in ON_HOURS else _row_price(plan, constraint.rows)
        if price > 0:
            yield _Candidate(constraint.rows[0], price, constraint.without(problem, natural))
    yield from _share_cap(plan, locations, natural)


def _balance(plan: LpSolution) -> Iterator[_Candidate]:
    problem, model = plan.model.problem, plan.model
    pools = range(len(problem.people) if problem.per_person else 1)
    prices = [_row_price(plan, [f"balance_{group}{model.of_pool(pool)}" for pool in pools]) for group in GROUPS]
    for g, price in enumerate(prices):
        if price > 0:
            held = tuple(kept and k != g for k, kept in enumerate(problem.held))
            yield _Candidate(f"{BALANCE}_{GROUPS[g]}", price, replace(problem, held=held))
    if sum(prices) > 0:
        yield _Candidate(BALANCE, sum(prices), replace(problem, held=(False,) * len(GROUPS)))


def _row_price(plan: LpSolution, rows: Sequence[str]) -> float:
    price = sum(abs(plan.dual(row)) for row in rows)
    return price if price > PRICELESS else 0.0


def _bound_price(plan: LpSolution, i: int) -> float:
    """What an hour more or less on an account would bring: where its last piece is full, or a minimum forces one."""
    model, problem = plan.model, plan.model.problem
    mine = np.arange(model.first[i], model.first[i + 1])
    if not mine.size:
        return np.inf if problem.maximum[i] <= 0 < problem.worth[i].max() else 0.0
    reduced = plan.result.reduced[mine] / np.maximum(model.pieces.hours[mine], 1e-9)
    forced = sum(abs(plan.dual(f"{kind}_{model.slugs[i]}")) for kind in ("lock", "least", "choice"))
    price = max(float(forced), -float(reduced[-1]))
    return price if price > PRICELESS else 0.0


def _share_cap(plan: LpSolution, locations: SettingLocations, natural: Numbers) -> Iterator[_Candidate]:
    """The cap on every account's share of all hours, where it is what stops an account."""
    problem = plan.model.problem
    if locations.uncapped is None:
        return
    uncapped = locations.uncapped()
    stopped = (uncapped > natural + 1e-6) & (problem.maximum >= natural - 1e-6) & ~problem.locked
    stopped &= ~locations.own_maximum(problem.size) & (problem.maximum > 0)
    stopped &= plan.hours >= problem.maximum - max(problem.step, 1e-6)
    price = sum(_bound_price(plan, int(i)) for i in np.flatnonzero(stopped))
    if price > 0:
        high = np.where(stopped, uncapped, problem.maximum)
        curves = extended(problem.curves, np.maximum(high, problem.curves.hours[:, -1]))
        yield _Candidate(SHARE_CAP, price, replace(problem, maximum=high, curves=curves))
