"""Exact prices of a finished plan, whatever its size: of people's hours, of points of balance, of each row.

A plan carries those that are cheap enough to find with it; these are found when they are asked for. All are
differences between solutions of the linear program at the plan's ideals and weights, money and points apart; maximums
and limits given in hours stay as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.allocation.analysis import constraint_costs as costs
from planner.allocation.analysis import shadow_prices as margins
from planner.allocation.pricing import LpSolution
from planner.allocation.team import ONE_PERSON
from planner.explanation.binding_constraints import find_binding
from planner.explanation.gains import NOTHING, Gain
from planner.explanation.types import Binding
from planner.goods import GROUP_SPECS, Group
from planner.pipeline import inputs_of
from planner.result import Plan


@dataclass(frozen=True, eq=False)
class HourPrice:
    """What one hour fewer costs (`left`) and one hour more brings (`right`); not known where locks need it."""

    person: str
    left: Gain
    right: Gain
    sentence: str


@dataclass(frozen=True, eq=False)
class PointPrice:
    """What a point of balance brings that moves from one group to another (`right`), or costs if it moves back."""

    giver: Group
    taker: Group
    left: Gain
    right: Gain
    sentence: str


def price_of_hours(plan: Plan) -> tuple[HourPrice, ...]:
    """The price of an hour of each person, to either side."""
    currency, in_money = plan.settings.currency, plan.problem.in_money
    found = margins.find_margins(_priced(plan)) or margins.hour_prices(plan.problem, plan.allocation.ideal)
    prices = []
    for person, sides in zip(plan.problem.people, found.hour, strict=True):
        left, right = Gain(sides.added_left, in_money), Gain(sides.added_right, in_money)
        whose = "yours" if person.name == ONE_PERSON else person.name
        says = f"One more hour of {whose} brings {right.brings(currency)}"
        if left.known and left.brings(currency) != right.brings(currency):
            says += f"; one fewer {left.costs(currency)}"
        prices.append(HourPrice(person.name, left, right, f"{says}."))
    return tuple(prices)


def price_of_points(plan: Plan) -> tuple[PointPrice, ...]:
    """The price of a point of balance between each pair of groups that are seen, each way."""
    currency, in_money = plan.settings.currency, plan.problem.in_money
    prices = []
    for (giver, taker), sides in margins.point_prices(margins.Warm(_priced(plan))).items():
        left, right = Gain(sides.added_left, in_money), Gain(sides.added_right, in_money)
        pair = f"from {GROUP_SPECS[giver].short} to {GROUP_SPECS[taker].short}"
        brings = right.brings(currency) if right.known else NOTHING
        prices.append(PointPrice(giver, taker, left, right, f"A point of the balance {pair} brings {brings}."))
    return tuple(prices)


def point_sentences(prices: Sequence[PointPrice]) -> list[str]:
    """The sentences of the points that bring something, and one for all the others."""
    telling = [price.sentence for price in prices if price.right.known and price.right.matters]
    if len(telling) == len(prices):
        return telling
    others = "A point of the balance moved any other way" if telling else "A point of the balance moved either way"
    return [*telling, f"{others} brings {NOTHING}."]


def what_holds_back(plan: Plan) -> tuple[Binding, ...]:
    """Every limit, lock, minimum, maximum and row of the balance that costs something, solved again without it."""
    locations = inputs_of(plan.roster, plan.settings).locations
    rows = costs.row_costs(plan.problem, plan.allocation.ideal, locations)
    if not rows:
        return ()
    return find_binding(plan.problem, plan.allocation, plan.settings.currency, rows, locations)


def _priced(plan: Plan) -> LpSolution:
    return margins.priced(plan.problem, plan.allocation.ideal)
