"""What would have to be true for an account that is left out, and what it would cost to take it in all the same.

Answers are steps that a person can give: a fee of two digits, a chance in fives, a rating in halves. Each is verified
by planning the whole list again with that very step, and with the one below it; "nothing would" is an answer too.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from planner import text
from planner.allocation.allocate import allocate
from planner.arrays import Numbers
from planner.errors import InputError, NoPlan
from planner.explanation.gains import Gain
from planner.fields import RATING_OF, Field
from planner.goods import GOOD_SPECS
from planner.result import Plan
from planner.roster.standing.left_out import accounts_left_out
from planner.sensitivity.replan import IN, Again

T = TypeVar("T", bound=np.generic)
RATINGS = np.arange(1, 11) / 2
CHANCES = np.array([0.01, 0.02, 0.03, *np.arange(1, 21) / 20])
"""Ratings and chances as people give them."""
SHORT = 0.25
"""Hours of the balance that are worth a word."""
TIMES = 100.0
"""A fee is not looked for beyond so many times the largest in the list."""


@dataclass(frozen=True)
class Needed:
    """What one thing about the account would have to be.

    Attributes:
        field: the fee, the chance or a rating.  now: as the plan has it, NaN where not known.
        needed: the first step that a person can give with which it gets hours in the plan made again, while it gets
            none with the step before; None where even the last step does not do.
    """

    field: Field
    now: float
    needed: float | None
    sentence: str


@dataclass(frozen=True, eq=False)
class Forced:
    """What the plan that gives the account its smallest block all the same adds more (less, below 0)."""

    hours: float
    gain: Gain
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
    needed = tuple(_needed(again, name, now, steps) for name, now, steps in _things(plan, i, ratings))
    forced = cost_of_forcing(plan, i)
    name = str(plan.problem.names[i])
    able = [one.sentence for one in needed if one.needed is not None]
    says = f"{name} would get hours with {_either(able)}." if able else _nothing(plan, i)
    return WorthIt(name, i, needed, forced, " ".join(filter(None, (says, forced.sentence if forced else ""))))


def told_of(plan: Plan, account: str | int) -> str:
    """What it would take for an account that is left out; of one that has hours, why it has them."""
    i = _position(plan, account)
    hours = float(plan.allocation.hours[i])
    if hours <= IN:
        return what_would_it_take(plan, i).sentence
    return f"{plan.problem.names[i]} has {text.hours(hours)} in the plan. {plan.explanation.why[i]}"


def _nothing(plan: Plan, i: int) -> str:
    """Why nothing that could be said of the account earns it hours: it is held at none, or it is not good enough."""
    name = plan.problem.names[i]
    if plan.problem.locked[i]:
        return f"You locked {name} at 0 h; until that changes, nothing earns it hours."
    if i in accounts_left_out(plan.roster):
        return f"{name} is left out; until that changes, nothing earns it hours."
    if plan.roster.number(Field.MAX_HOURS)[i] <= IN:
        return f"You set the most of {name} at 0 h; until that changes, nothing earns it hours."
    return f"Nothing would earn {name} hours."


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


def _things(plan: Plan, i: int, ratings: bool) -> Iterator[tuple[Field, float, Numbers]]:
    """What is looked at: the field, its value now, and the values above it that a person would give, rising."""
    facts = plan.facts
    if facts.in_money:
        yield Field.ANNUAL_FEE, float(facts.fee[i]), _fees(float(np.nanmax(facts.fee, initial=1.0)))
    yield Field.PROBABILITY, float(facts.probability[i]), CHANCES
    for name in RATING_OF.values() if ratings else ():
        yield name, float(plan.roster.number(name)[i]), RATINGS


def _fees(largest: float) -> Numbers:
    """Fees of two digits, up to so many times the largest in the list."""
    top = math.ceil(math.log10(max(TIMES * largest, 10.0)))
    return np.array([digits * 10.0 ** (power - 1) for power in range(1, top + 1) for digits in range(10, 100)])


def _needed(again: Again, name: Field, now: float, steps: Numbers) -> Needed:
    """The first step with which the account gets hours, next to one with which it gets none; halving finds it."""
    ladder = steps[steps > now] if np.isfinite(now) else steps
    if not ladder.size or not again.enters(name, float(ladder[-1])):
        return Needed(name, now, None, "")
    out, enters = -1, len(ladder) - 1
    while enters - out > 1:
        middle = (out + enters) // 2
        out, enters = (out, middle) if again.enters(name, float(ladder[middle])) else (middle, enters)
    value = float(ladder[enters])
    return Needed(name, now, value, _told(again.plan, name, value))


def _told(plan: Plan, name: Field, value: float) -> str:
    if name is Field.ANNUAL_FEE:
        return f"a fee of {text.money(value, plan.settings.currency)}"
    if name is Field.PROBABILITY:
        return f"a chance of {text.percent(value)}"
    good = next(good for good, field in RATING_OF.items() if field is name)
    return f"a rating of {_in_halves(value)} of 5 for {GOOD_SPECS[good].noun}"


def _in_halves(value: float) -> str:
    whole, half = divmod(round(2 * value), 2)
    return f"{whole or ''}{'½' if half else ''}" or "0"


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
    try:
        there = allocate(forced, plan.settings, ideal=plan.allocation.ideal)
    except NoPlan:
        return None
    gain = Gain(there.added - plan.allocation.added, problem.in_money)
    nearer = float(plan.allocation.short.sum() - there.short.sum())
    says = f"Giving it {text.hours(block)} all the same {(-gain).would_cost(plan.settings.currency)}"
    if not gain.matters:
        says = f"Giving it {text.hours(block)} all the same would cost next to nothing"
    more = float(there.hours.sum() - plan.allocation.hours.sum()) * problem.hour_cost
    says += f"; its hours cost {text.about(more, plan.settings.currency)}" if more >= 1 and problem.in_money else ""
    missed = f"; the balance would be missed by {text.hours(-nearer)} more" if nearer <= -SHORT else ""
    return Forced(block, gain, f"{says}{missed}.")


def _with(values: NDArray[T], i: int, value: float | bool) -> NDArray[T]:
    copy = values.copy()
    copy[i] = value
    return copy
