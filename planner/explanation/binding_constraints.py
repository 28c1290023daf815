"""Which of the user's own limits hold the plan back, in their words, by the prices of the model's rows.

A row without a price does not bind. What a whole limit costs takes another solve (see `allocation.costs`); where none
was made, `costs` is NaN and `prices` says what one unit more of room would bring (an hour, or one unit of money).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from planner.allocation.analysis.constraint_costs import BALANCE, ON_HOURS, SHARE_CAP, Without
from planner.allocation.analysis.shadow_prices import Margins
from planner.allocation.problem import Allocation, Problem
from planner.allocation.setting_locations import SettingLocations
from planner.allocation.user_constraints import Kind, limit_row, user_constraints
from planner.explanation import text
from planner.explanation.measure import MONEY, Measure
from planner.explanation.types import Binding
from planner.goods import GOODS, GROUPS, Good, Group

NOT_WORKED_OUT = float("nan")
LEAST = 1e-4
"""A price times all hours, or a gain, as a share of the objective's scale of 1, below which a row does not matter."""
NOISE = 1e-9
NEARER = 0.05
"""Hours by which the balance has to come nearer to be worth a word."""
GETS = {Group.OTHERS: "Good for others gets", Group.STRENGTHS: "Strengths get", Group.YOU: "Good for you gets"}
FOR = {Group.OTHERS: "good for others", Group.STRENGTHS: "building strengths", Group.YOU: "good for you"}
NAMED = {Group.OTHERS: "good for others", Group.STRENGTHS: "strengths", Group.YOU: "you"}
WITHIN = {Good.NOW: "what pays now", Good.LATER: "what may pay later", Good.REFERRAL: "referrals"}


@dataclass(frozen=True)
class _Row:
    """A row of the model that the user asked for.

    Attributes:
        name: of the row.  limit: what it means, in the user's words.  where: where it was set.
        held: what the plan shows because of it.  room: what one unit of room would do, before an amount of money;
            "" where a unit is no hour.
    """

    name: str
    limit: str
    where: str
    held: str = ""
    room: str = "an hour of room would bring about"

    def sentence(self, amount: str) -> str:
        """That it is holding the plan back, beside the result; `amount` is what room is worth, "" where not known."""
        held = self.held or f"“{self.limit}” is holding you back"
        return text.sentence(held, f"{self.room} {amount}" if amount and self.room else "")


def find_binding(
    problem: Problem,
    allocation: Allocation,
    measure: Measure,
    currency: str,
    costs: Mapping[str, Without] | None = None,
    locations: SettingLocations | None = None,
) -> tuple[Binding, ...]:
    """Limits, locks and rows of the balance that hold the plan back, the dearest first.

    Args:
        costs: the plan without each row, where it was solved again; then `Binding.costs` is exact.
    """
    if costs:
        return tuple(_binding(row, costs[row.name], measure) for row in _dearest(problem, currency, costs, locations))
    rows = _priced(problem, allocation, currency)
    return tuple(Binding(row.limit, NOT_WORKED_OUT, measure.unit, row.where) for _, row in rows)


def _binding(row: _Row, without: Without, measure: Measure) -> Binding:
    return Binding(row.limit, without.gain * measure.per_objective, measure.unit, row.where, without.nearer)


def _dearest(
    problem: Problem, currency: str, costs: Mapping[str, Without], locations: SettingLocations | None
) -> list[_Row]:
    """Rows that were tried without and cost something, the dearest first."""
    rows = [
        row
        for row in (*_rows(problem, currency), *_of_accounts(problem, locations or SettingLocations()))
        if row.name in costs and (costs[row.name].gain > LEAST or costs[row.name].nearer > NEARER)
    ]
    return sorted(rows, key=lambda row: (-costs[row.name].gain, -costs[row.name].nearer))


def _of_accounts(problem: Problem, locations: SettingLocations) -> Iterator[_Row]:
    """Locks, minimums and maximums of accounts, and the cap on all of them."""
    for constraint in user_constraints(problem, locations):
        if constraint.kind in (*ON_HOURS, Kind.ACCOUNTS, Kind.ACCOUNTS_EACH):
            yield _Row(constraint.rows[0], constraint.what, constraint.where)
    yield _Row(SHARE_CAP, "no account gets more than a set share of all hours", SHARE_CAP)
    yield _Row(BALANCE, "the balance as a whole", "balance")


def find_prices(
    problem: Problem, allocation: Allocation, measure: Measure, currency: str, margins: Margins | None = None
) -> Mapping[str, float]:
    """What one unit more of room in each binding limit would bring, by the limit in the user's words.

    With `margins` an hour of room is solved for, else the linear program's dual is told. With them also what a point
    of balance brings that is moved from one group to another, for each pair both ways (the price to the left is the
    other way's price, negated).
    """
    found = {row.limit: price * measure.per_objective for price, row in _priced(problem, allocation, currency, margins)}
    for (giver, taker), sides in (margins.point if margins else {}).items():
        name = f"one point of the balance from {NAMED[giver]} to {NAMED[taker]}"
        found[name] = (sides.right if abs(sides.right) > NOISE else 0.0) * measure.per_objective
    return found


def held_back(
    problem: Problem, allocation: Allocation, measure: Measure, currency: str, margins: Margins | None = None
) -> tuple[str, ...]:
    """A sentence for each limit that holds the plan back, the dearest first, with the price of an hour of room.

    The floor of a group that is short is left out: more room would not help it.
    """
    fallen = {f"balance_{group}" for group, short in zip(GROUPS, allocation.short, strict=True) if short > 0}
    worth_naming = LEAST / problem.total_hours if measure.unit == MONEY else inf
    return tuple(
        row.sentence(text.about(price * measure.per_objective, currency) if price > worth_naming else "")
        for price, row in _priced(problem, allocation, currency, margins)
        if row.name not in fallen
    )


def _priced(
    problem: Problem, allocation: Allocation, currency: str, margins: Margins | None = None
) -> list[tuple[float, _Row]]:
    """The rows that bind with what an hour of room in them brings in objective, the dearest first.

    A row may bind and an hour of room in it alone bring nothing, where another holds the plan at the same place.
    """
    solved = margins.room if margins else {}
    duals = ((abs(_price(allocation.price, row.name)), row) for row in _rows(problem, currency))
    rows = [(solved.get(row.name, dual), row) for dual, row in duals if dual * problem.total_hours > LEAST]
    return sorted(rows, key=lambda pair: -pair[0])


def _price(price: Mapping[str, float], name: str) -> float:
    """The price of a row, over all people where each keeps the balance."""
    return price.get(name, 0.0) + sum(value for row, value in price.items() if row.startswith(f"{name}_of_"))


def _rows(problem: Problem, currency: str) -> Iterator[_Row]:
    for g, group in enumerate(GROUPS):
        yield from _floor(group, float(problem.aim[g]), problem.tolerance)
    for number, limit in enumerate(problem.limits):
        yield _Row(limit_row(problem, number), limit.name, limit.where)
    for good, least in zip(GOODS[2:], problem.within_you, strict=True):
        if least > 0:
            what = f"at least {text.percent(least)} of the hours for you on {WITHIN[good]}"
            yield _Row(f"within_you_{good}", what, f"share_{good}")
    if problem.min_money is not None:
        yield _Row("money", f"at least {text.about(problem.min_money, currency)} expected", "min_money", room="")
    if problem.max_change is not None:
        yield _Row("change", f"at most {text.hours(problem.max_change)} moved from today", "max_change")


def _floor(group: Group, aim: float, leeway: float) -> Iterator[_Row]:
    """The row of a group's balance; a floor of nothing holds nothing back."""
    least = text.percent(max(aim - leeway, 0.0))
    by = "your leeway allows" if leeway > 0 else "your balance allows"
    if aim > leeway:
        held = f"{GETS[group]} {least} of the hours, the least {by}"
        limit = f"at least {least} of the hours {FOR[group]}"
        yield _Row(f"balance_{group}", limit, "balance", held, "an hour less there would free about")
