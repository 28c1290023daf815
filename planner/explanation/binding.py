"""Which of the user's own limits hold the plan back, in their words, by the prices of the model's rows.

A row without a price does not bind. What the whole limit costs takes another solve; until one is made, `costs` is
NaN and `prices` says what one unit more of room would bring (an hour, or one unit of money for `money`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planner.allocation.model import limit_row
from planner.allocation.problem import Allocation, Problem
from planner.explanation import text
from planner.explanation.measure import Measure
from planner.explanation.types import Binding
from planner.schema import GOODS, GROUPS, Good, Group

NOT_WORKED_OUT = float("nan")
LEAST = 1e-9
"""Prices (of the objective, which is about 1 for all hours) below this are solver noise."""
FOR = {Group.OTHERS: "good for others", Group.STRENGTHS: "building strengths", Group.YOU: "good for you"}
WITHIN = {Good.NOW: "what pays now", Good.LATER: "what may pay later", Good.REFERRAL: "referrals"}


@dataclass(frozen=True)
class _Row:
    """A row of the model that the user asked for: its name, what it means, where it was set."""

    name: str
    limit: str
    where: str


def find_binding(problem: Problem, allocation: Allocation, measure: Measure, currency: str) -> tuple[Binding, ...]:
    """Limits that hold the plan back, the dearest by the hour first."""
    price = allocation.price
    rows = [row for row in _rows(problem, currency) if abs(_price(price, row.name)) > LEAST]
    rows.sort(key=lambda row: -abs(_price(price, row.name)))
    return tuple(Binding(row.limit, NOT_WORKED_OUT, measure.unit, row.where) for row in rows)


def find_prices(problem: Problem, allocation: Allocation, measure: Measure, currency: str) -> Mapping[str, float]:
    """What one unit more of room in each binding limit would bring, by the limit in the user's words."""
    price = allocation.price
    return {
        row.limit: abs(_price(price, row.name)) * measure.per_objective
        for row in _rows(problem, currency)
        if abs(_price(price, row.name)) > LEAST
    }


def _price(price: Mapping[str, float], name: str) -> float:
    """The price of a row, over all people where each keeps the balance."""
    return price.get(name, 0.0) + sum(value for row, value in price.items() if row.startswith(f"{name}_of_"))


def _rows(problem: Problem, currency: str) -> Iterator[_Row]:
    for g, group in enumerate(GROUPS):
        least, most = problem.aim[g] - problem.tolerance, problem.aim[g] + problem.tolerance
        if least > 0:
            yield _Row(f"balance_floor_{group}", f"at least {text.percent(least)} of the hours {FOR[group]}", "balance")
        yield _Row(f"balance_ceiling_{group}", f"at most {text.percent(most)} of the hours {FOR[group]}", "balance")
    for number, limit in enumerate(problem.limits):
        yield _Row(limit_row(problem, number), limit.name, limit.where)
    for good, least in zip(GOODS[2:], problem.within_you, strict=True):
        if least > 0:
            what = f"at least {text.percent(least)} of the hours for you on {WITHIN[good]}"
            yield _Row(f"within_you_{good}", what, f"share_{good}")
    if problem.min_money is not None:
        yield _Row("money", f"at least {text.about(problem.min_money, currency)} expected", "min_money")
    if problem.max_change is not None:
        yield _Row("change", f"at most {text.hours(problem.max_change)} moved from today", "max_change")
