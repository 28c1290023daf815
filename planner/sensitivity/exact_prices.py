"""Exact prices of a finished plan, whatever its size: of people's hours, of points of balance, of each row.

A plan carries those that are cheap enough to find with it; these are found when they are asked for. All are values
of the linear program at the plan's ideals and weights; maximums and limits given in hours stay as they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from planner.allocation.analysis import constraint_costs as costs
from planner.allocation.analysis import shadow_prices as margins
from planner.allocation.column_generation import LpSolution
from planner.explanation.binding_constraints import NAMED, find_binding
from planner.explanation.measure import Measure, measure
from planner.explanation.types import Binding
from planner.goods import Group
from planner.pipeline import inputs_of
from planner.result import Plan

NOTHING = 5e-5
"""Share of the objective below which a price is told as nothing."""


@dataclass(frozen=True)
class HourPrice:
    """What one hour fewer costs (`left`) and one hour more brings (`right`), in `unit`; NaN where locks need it."""

    person: str
    left: float
    right: float
    unit: str
    sentence: str


@dataclass(frozen=True)
class PointPrice:
    """What a point of balance brings that moves from one group to another (`right`), or costs if it moves back."""

    giver: Group
    taker: Group
    left: float
    right: float
    unit: str
    sentence: str


def price_of_hours(plan: Plan) -> tuple[HourPrice, ...]:
    """The price of an hour of each person, to either side."""
    rates, currency = measure(plan.problem, plan.allocation), plan.settings.currency
    found = margins.find_margins(_priced(plan)) or margins.hour_prices(plan.problem, plan.allocation.ideal)
    prices = []
    for person, sides in zip(plan.problem.people, found.hour, strict=True):
        left, right = sides.left * rates.per_objective, sides.right * rates.per_objective
        says = f"One more hour of {person.name} brings {_amount(sides.right, rates, currency)}"
        if abs(sides.left - sides.right) > NOTHING:
            says += f"; one fewer costs {_amount(sides.left, rates, currency)}"
        prices.append(HourPrice(person.name, left, right, rates.unit, f"{says}."))
    return tuple(prices)


def price_of_points(plan: Plan) -> tuple[PointPrice, ...]:
    """The price of a point of balance between each pair of groups that are seen, each way."""
    rates, currency = measure(plan.problem, plan.allocation), plan.settings.currency
    warm = margins.Warm(_priced(plan))
    return tuple(
        PointPrice(
            giver, taker, sides.left * rates.per_objective, sides.right * rates.per_objective, rates.unit,
            f"A point of the balance from {NAMED[giver]} to {NAMED[taker]} "
            f"brings {_amount(sides.right, rates, currency)}.",
        )
        for (giver, taker), sides in margins.point_prices(warm).items()
    )  # fmt: skip


def what_holds_back(plan: Plan) -> tuple[Binding, ...]:
    """Every limit, lock, minimum, maximum and row of the balance that costs something, solved again without it."""
    locations = inputs_of(plan.roster, plan.settings).locations
    rates = measure(plan.problem, plan.allocation)
    rows = costs.row_costs(plan.problem, plan.allocation.ideal, locations)
    if not rows:
        return ()
    return find_binding(plan.problem, plan.allocation, rates, plan.settings.currency, rows, locations)


def _priced(plan: Plan) -> LpSolution:
    return margins.priced(plan.problem, plan.allocation.ideal)


def _amount(objective: float, rates: Measure, currency: str) -> str:
    if abs(objective) < NOTHING / 10:
        return "next to nothing"
    return rates.says(objective * rates.per_objective, currency, yearly=False)
