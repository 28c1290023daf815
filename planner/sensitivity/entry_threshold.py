"""What would have to be true for an account that is left out, and what it would cost to take it in all the same.

Each answer is found from the slope of the account's curve against the price of the hours, and then verified by
planning the whole list again a little above and a little below it; "nothing would" is an answer too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.allocation.analysis.shadow_prices import priced
from planner.allocation.column_generation import NoPlanAtAllError, scale_of
from planner.errors import InputError
from planner.explanation import text
from planner.explanation.measure import measure
from planner.fields import RATING_OF, Field
from planner.goods import Good
from planner.result import Plan
from planner.sensitivity.replan import IN, Again

T = TypeVar("T", bound=np.generic)
NEAR = 0.01
"""Share above and below an answer at which the list is planned again."""
FINE = 0.006
"""Relative width to which a guess is narrowed."""
MOST_RATING = 5.0
LEAP = 4
"""Steps of the first leap away from a guess."""
TIMES = 1000.0
"""A fee is not looked for beyond so many times the largest in the list."""
WOULD = {
    Good.OTHERS: "good for others", Good.STRENGTHS: "building strengths", Good.NOW: "what pays now",
    Good.LATER: "what may pay later", Good.REFERRAL: "referrals",
}  # fmt: skip


@dataclass(frozen=True)
class Needed:
    """What one thing about the account would have to be.

    Attributes:
        field: the fee, the chance or a rating.  now: as the plan has it, NaN where not known.
        needed: the least value with which it gets hours; None where no value would do.
        verified: whether it got hours in a plan at 1% above, and none at 1% below.
    """

    field: Field
    now: float
    needed: float | None
    verified: bool
    sentence: str


@dataclass(frozen=True)
class Forced:
    """What it costs to give the account its smallest block all the same, in `unit`."""

    hours: float
    costs: float
    unit: str
    sentence: str


@dataclass(frozen=True)
class WorthIt:
    """What would have to be true for one account that is left out."""

    account: str
    at: int
    needed: tuple[Needed, ...]
    forced: Forced | None
    sentence: str


def what_would_it_take(plan: Plan, account: str | int, *, ratings: bool = True) -> WorthIt:
    """What fee, chance or rating would earn an account its first hours, each by itself.

    Args:
        ratings: whether the ratings are looked at too (each plans the list several times).

    Raises:
        InputError: when there is no such account, or it has hours already.
    """
    i = _position(plan, account)
    if plan.allocation.hours[i] > IN:
        raise InputError(f"{plan.problem.names[i]} has {text.hours(float(plan.allocation.hours[i]))} in the plan.")
    again = Again(plan, i)
    needed = tuple(_needed(again, name, now, most) for name, now, most in _things(plan, i, ratings))
    forced = cost_of_forcing(plan, i)
    name = str(plan.problem.names[i])
    able = [one.sentence for one in needed if one.needed is not None]
    says = f"{name} would get hours with {_either(able)}." if able else f"Nothing would earn {name} hours."
    return WorthIt(name, i, needed, forced, " ".join(filter(None, (says, forced.sentence if forced else ""))))


def _either(words: list[str]) -> str:
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)


def _position(plan: Plan, account: str | int) -> int:
    if isinstance(account, int):
        if not 0 <= account < plan.problem.size:
            raise InputError(f"There is no account number {account}.")
        return account
    names = [str(name).casefold() for name in plan.problem.names]
    if account.casefold() not in names:
        raise InputError(f"There is no account called “{account}” in the list.")
    return names.index(account.casefold())


def _things(plan: Plan, i: int, ratings: bool) -> Iterator[tuple[Field, float, float]]:
    """What is looked at: the field, its value now, the most it could be."""
    facts = plan.facts
    if facts.in_money:
        largest = float(np.nanmax(facts.fee, initial=1.0))
        yield Field.ANNUAL_FEE, float(facts.fee[i]), TIMES * max(largest, 1.0)
    yield Field.PROBABILITY, float(facts.probability[i]), 1.0
    for name in RATING_OF.values() if ratings else ():
        yield name, float(plan.roster.number(name)[i]), MOST_RATING


def _needed(again: Again, name: Field, now: float, most: float) -> Needed:
    value = _threshold(again, name, now, most)
    if value is None:
        return Needed(name, now, None, True, "")
    above = again.enters(name, min(value * (1 + NEAR), most))
    below = again.enters(name, value * (1 - NEAR))
    verified = above and not below
    says = _told(again.plan, name, value) + ("" if verified else " (near it, plans go either way)")
    return Needed(name, now, value, verified, says)


def _threshold(again: Again, name: Field, now: float, most: float) -> float | None:
    """The least value with which the account gets hours; None where it gets none at the most either.

    Prices guess it. Whole blocks let an account in a little sooner or later, so plans are made at steps away from the
    guess, twice `NEAR` apart: in leaps that double, then between the last two.
    """
    low = now if np.isfinite(now) and now > 0 else most * 1e-6
    if low >= most:
        return None
    guess = _crossing(lambda value: again.surplus(name, value), low, most) or most
    start, ratio = guess * (1 + NEAR), (1 + NEAR) / (1 - NEAR)

    def enters(step: int) -> bool:
        return again.enters(name, min(start * ratio**step, most))

    least, largest = (round(np.ceil(np.log(end / start) / np.log(ratio))) for end in (low, most))
    step = _first_step(enters, min(least, -1), max(largest, 0))
    return None if step is None else min(start * ratio**step / (1 + NEAR), most)


def _first_step(enters: Callable[[int], bool], least: int, largest: int) -> int | None:
    """A step that enters, next to one that does not; `least` does not. None where even the `largest` does not."""
    leap = LEAP
    if enters(0):
        high = 0
        while high - leap > least and enters(high - leap):
            high, leap = high - leap, 2 * leap
        low = max(high - leap, least)
    else:
        low = 0
        while low + leap < largest and not enters(low + leap):
            low, leap = low + leap, 2 * leap
        high = min(low + leap, largest)
        if high == low or (high == largest and not enters(high)):
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enters(middle) else (middle, high)
    return high


def _crossing(surplus: Callable[[float], float], low: float, high: float) -> float | None:
    """Where `surplus` rises above 0, within `FINE` of itself; None where it does not. False position, kept honest by
    halving the logarithm whenever that shrinks the interval too little."""
    below, above = surplus(low), surplus(high)
    if above <= 0:
        return None
    halve = below >= 0
    while high > low * (1 + FINE):
        width = high - low
        middle = float(np.sqrt(low * high)) if halve else low + width * -below / (above - below)
        middle = min(max(middle, low * (1 + FINE / 3)), high / (1 + FINE / 3))
        found = surplus(middle)
        if found > 0:
            high, above = middle, found
        else:
            low, below = middle, found
        halve = not halve and high - low > width / 3
    return high


def _told(plan: Plan, name: Field, value: float) -> str:
    if name is Field.ANNUAL_FEE:
        return f"a fee of about {text.about(value, plan.settings.currency)}"
    if name is Field.PROBABILITY:
        return f"a chance of {text.percent(value)}"
    good = next(good for good, field in RATING_OF.items() if field is name)
    return f"{np.ceil(2 * value - 1e-9) / 2:g} of 5 for {WOULD[good]}"


def cost_of_forcing(plan: Plan, account: str | int) -> Forced | None:
    """What the plan loses by giving an account its smallest block (a step or an hour where there is none).

    None where no plan has room for it.
    """
    i, problem = _position(plan, account), plan.problem
    block = float(max(problem.block[i], problem.step)) or 1.0
    forced = replace(
        problem,
        minimum=_with(problem.minimum, i, max(block, float(problem.minimum[i]))),
        maximum=_with(problem.maximum, i, max(block, float(problem.maximum[i]))),
        locked=_with(problem.locked, i, False),
    )
    ideal = plan.allocation.ideal
    try:
        loss = (priced(problem, ideal).value - priced(forced, ideal).value) / scale_of(problem)
    except NoPlanAtAllError:
        return None
    rates = measure(problem, plan.allocation)
    costs = loss * rates.per_objective
    amount = rates.says(abs(costs), plan.settings.currency)
    if abs(loss) < 1e-6:
        return Forced(block, 0.0, rates.unit, f"Giving it {text.hours(block)} all the same would cost next to nothing.")
    way = "cost" if loss > 0 else "gain (at a larger miss of the balance)"
    return Forced(block, costs, rates.unit, f"Giving it {text.hours(block)} all the same would {way} {amount}.")


def _with(values: NDArray[T], i: int, value: float | bool) -> NDArray[T]:
    copy = values.copy()
    copy[i] = value
    return copy
