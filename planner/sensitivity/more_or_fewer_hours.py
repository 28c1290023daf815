"""Questions that people ask of every plan: the next ten hours, and ten hours fewer.

Answers are differences between plans at the same ideals and weights: money and points apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner import text
from planner.allocation.allocate import allocate
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.errors import InputError
from planner.explanation.gains import Gain
from planner.records.team import Person
from planner.result import Plan

SHOWN = 3
LEAST = 1e-6
OPEN = 0.25
"""Hours left open, or taken from those that are, that are worth a word."""


@dataclass(frozen=True)
class Move:
    """Hours that an account would gain (or lose, below 0)."""

    account: str
    at: int
    hours: float


@dataclass(frozen=True)
class MoreOrFewer:
    """Where further hours would go, or what would go first with fewer.

    Attributes:
        hours: more (fewer, below 0) than the plan has.
        moves: the accounts that change, the most first.
        left_open: of the further hours, those that would find no use.
        gain: what the plan with them adds more (less, below 0).
    """

    hours: float
    moves: tuple[Move, ...]
    left_open: float
    gain: Gain
    sentence: str


def next_hours(plan: Plan, hours: float = 10.0, person: str | None = None) -> MoreOrFewer:
    """Where further hours would go if every account keeps what it has.

    Args:
        hours: more than there are, shared by people as their hours are, or all by `person`.

    Raises:
        InputError: when there is no such person, or `hours` is not above 0.
    """
    _positive(hours)
    problem = plan.problem
    fixed = replace(
        problem,
        people=_people(problem, hours, person),
        minimum=np.maximum(problem.minimum, plan.allocation.hours),
        maximum=np.maximum(problem.maximum, plan.allocation.hours),
        max_change=None if problem.max_change is None else problem.max_change + hours,
    )
    return _answer(plan, fixed, hours)


def fewer_hours(plan: Plan, hours: float = 10.0, person: str | None = None) -> MoreOrFewer:
    """What would go first with fewer hours, if no account gets more than it has.

    Raises:
        InputError: when there is no such person, or so many hours are not there to be taken.
        Contradiction: when locks, minimums and limits need the hours.
    """
    _positive(hours)
    problem = plan.problem
    people = _people(problem, -hours, person)
    if min(someone.hours for someone in people) < 0:
        raise InputError(f"There are not {text.hours(hours)} to take away.")
    fixed = replace(problem, people=people, maximum=np.maximum(plan.allocation.hours, problem.minimum))
    fixed = replace(fixed, block=np.minimum(fixed.block, fixed.maximum))
    return _answer(plan, fixed, -hours)


def _positive(hours: float) -> None:
    if not 0 < hours < np.inf:
        raise InputError("Ask about a number of hours above 0.")


def _people(problem: Problem, hours: float, person: str | None) -> tuple[Person, ...]:
    names = [someone.name for someone in problem.people]
    if person is None:
        share = problem.capacity / problem.total_hours
    elif person in names:
        share = np.array([float(name == person) for name in names])
    else:
        raise InputError(f"There is nobody called “{person}” in the team; there are {text.listed(names)}.")
    each = _in_steps(hours * share, problem.step)
    return tuple(replace(p, hours=p.hours + more) for p, more in zip(problem.people, each.tolist(), strict=True))


def _in_steps(each: Numbers, step: float) -> Numbers:
    """(m,) hours of each person in whole steps that add to what they added to; a part of a step would stay open."""
    if step <= 0:
        return each
    steps = np.abs(each) / step
    whole = np.floor(steps + LEAST)
    more = round(float(steps.sum() - whole.sum()))
    whole[np.argsort(whole - steps, kind="stable")[:more]] += 1
    return np.asarray(np.sign(each) * whole * step)


def _answer(plan: Plan, fixed: Problem, hours: float) -> MoreOrFewer:
    before = plan.allocation
    after = allocate(fixed, plan.settings, locations=SettingLocations(plan.roster), ideal=before.ideal)
    change = after.hours - before.hours
    order = np.argsort(-np.abs(change), kind="stable")
    moves = tuple(Move(str(fixed.names[i]), int(i), float(change[i])) for i in order if abs(change[i]) > LEAST)
    left_open = max(0.0, hours - float(change.sum()))
    gain = Gain(after.added - before.added, plan.problem.in_money)
    sentence = _told(hours, moves, left_open if hours > 0 else 0.0, gain, plan.settings.currency)
    return MoreOrFewer(hours, moves, left_open, gain, sentence)


def _told(hours: float, moves: tuple[Move, ...], left_open: float, gain: Gain, currency: str) -> str:
    named = [f"{move.account} ({text.hours(abs(move.hours))})" for move in moves[:SHOWN]]
    shown = text.listed(named + ([text.count(len(moves) - SHOWN, "more account")] if len(moves) > SHOWN else []))
    count = text.hours(abs(hours))
    if hours > 0:
        if not moves:
            return f"{count} more would find no use: nothing gains from them at this balance."
        rest = f"; {text.hours(left_open)} would stay open" if left_open >= OPEN else ""
        if (beyond := sum(move.hours for move in moves) - hours) >= OPEN:
            rest = f"; {text.hours(beyond)} of them out of hours that are open"
        return f"{count} more would go to {shown}, and bring {gain.brings(currency)}{rest}."
    if not moves:
        return f"{count} fewer would cost nothing: they are open in the plan."
    return f"With {count} fewer, first take time from {shown}; it {(-gain).would_cost(currency)}."
