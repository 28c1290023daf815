"""Which of the user's own limits hold the plan back, in their words, by the prices of the model's rows.

A row without a price does not bind. What a whole limit costs takes another solve (see `constraint_costs`); where none
was made the limit is named without what it costs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner import text
from planner.allocation.allocation import Allocation
from planner.allocation.analysis.constraint_costs import BALANCE, ON_HOURS, SHARE_CAP, Without
from planner.allocation.constraints.base import Kind
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.constraints.user_constraints import limit_row, user_constraints
from planner.allocation.problem import Problem
from planner.explanation.gains import Gain
from planner.explanation.types import Binding
from planner.goods import GOOD_SPECS, GOODS, GROUP_SPECS, GROUPS, WITHIN_YOU

LEAST = 1e-4
"""A price times all hours, or a gain, as a share of the objective's scale of 1, below which a row does not matter."""
NEARER = 0.05
"""Hours by which the balance has to come nearer to be worth a word."""


@dataclass(frozen=True)
class _Row:
    """A row of the model that the user asked for: its name, what it means in the user's words, where it was set."""

    name: str
    limit: str
    where: str


def find_binding(
    problem: Problem,
    allocation: Allocation,
    currency: str,
    costs: Mapping[str, Without] | None = None,
    locations: SettingLocations | None = None,
) -> tuple[Binding, ...]:
    """Limits, locks and rows of the balance that hold the plan back, the dearest first.

    Args:
        costs: the plan without each row, where it was solved again; then `Binding.gain` is known.
    """
    if costs:
        dearest = _dearest(problem, currency, costs, locations)
        found = (_binding(row, costs[row.name], problem.in_money) for row in dearest)
        return tuple(one for one in found if one.nearer > NEARER or (one.gain and one.gain.matters))
    return tuple(Binding(row.limit, None, row.where) for _, row in _priced(problem, allocation, currency))


def _binding(row: _Row, without: Without, in_money: bool) -> Binding:
    nearer = 0.0 if row.name.startswith(BALANCE) else without.nearer
    return Binding(row.limit, Gain(without.added, in_money), row.where, nearer)


def _dearest(
    problem: Problem, currency: str, costs: Mapping[str, Without], locations: SettingLocations | None
) -> list[_Row]:
    """Rows that were tried without and cost something, the dearest first; the balance as a whole only if one group
    is not all of it."""
    rows = [
        row
        for row in (*_rows(problem, currency), *_of_accounts(problem, locations or SettingLocations()))
        if row.name in costs and (costs[row.name].gain > LEAST or costs[row.name].nearer > NEARER)
    ]
    parts = [costs[row.name].gain for row in rows if row.name.startswith(f"{BALANCE}_")]
    if BALANCE in costs and any(costs[BALANCE].gain - part <= LEAST for part in parts):
        rows = [row for row in rows if row.name != BALANCE]
    return sorted(rows, key=lambda row: (-costs[row.name].gain, -costs[row.name].nearer))


def _of_accounts(problem: Problem, locations: SettingLocations) -> Iterator[_Row]:
    """Locks, minimums and maximums of accounts, and the cap on all of them."""
    for constraint in user_constraints(problem, locations):
        if constraint.kind in (*ON_HOURS, Kind.ACCOUNTS, Kind.ACCOUNTS_EACH):
            yield _Row(constraint.rows[0], constraint.what, constraint.where)
    yield _Row(SHARE_CAP, "no account gets more than a set share of all hours", SHARE_CAP)
    yield _Row(BALANCE, "the balance as a whole", "balance")


def _priced(problem: Problem, allocation: Allocation, currency: str) -> list[tuple[float, _Row]]:
    """The rows that bind with their prices, the dearest first."""
    rows = ((abs(_price(allocation.price, row.name)), row) for row in _rows(problem, currency))
    return sorted((pair for pair in rows if pair[0] * problem.total_hours > LEAST), key=lambda pair: -pair[0])


def _price(price: Mapping[str, float], name: str) -> float:
    """The price of a row, over all people where each keeps the balance."""
    return price.get(name, 0.0) + sum(value for row, value in price.items() if row.startswith(f"{name}_of_"))


def _rows(problem: Problem, currency: str) -> Iterator[_Row]:
    for g, group in enumerate(GROUPS):
        least = float(problem.aim[g]) - problem.tolerance
        if least > 0:
            leeway = f", a leeway of {text.percent(problem.tolerance)} taken off" if problem.tolerance > 0 else ""
            what = f"at least {text.percent(least)} of the hours {GROUP_SPECS[group].noun}{leeway}"
            yield _Row(f"balance_{group}", what, "balance")
    for number, limit in enumerate(problem.limits):
        yield _Row(limit_row(problem, number), limit.name, limit.where)
    for at, least in zip(WITHIN_YOU, problem.within_you, strict=True):
        good = GOODS[at]
        if least > 0:
            what = f"at least {text.percent(least)} of the hours for you on {GOOD_SPECS[good].noun}"
            yield _Row(f"within_you_{good}", what, f"share_{good}")
    if problem.min_money is not None:
        yield _Row(
            "money", f"at least {text.about(problem.min_money, currency)} of margin a year expected", "min_money"
        )
    if problem.max_change is not None:
        yield _Row("change", f"at most {text.hours(problem.max_change)} moved from today", "max_change")
