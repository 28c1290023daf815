"""The rest of the quarter planned again: hours left by person, what is done is done, as few moves as are worth it.

The rest is the same problem with the hours spent as what each account and person has at least, so that every curve
goes on from there (`f(spent + h) − f(spent)`) and the balance is kept over the whole quarter, spent and planned.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from planner import text
from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.allocation import Allocation
from planner.allocation.balance import floors
from planner.allocation.constraints.longer_curves import extended
from planner.allocation.objective import scale_of, units
from planner.allocation.problem import Problem
from planner.allocation.solution import added, counts, largest_violation
from planner.arrays import Mask, Numbers
from planner.errors import Contradiction
from planner.goods import YOU
from planner.pipeline import PlanInputs, explained
from planner.quarter.moves import CRUMB, Move, find_moves
from planner.quarter.progress import QuarterPlan
from planner.quarter.reasons import FewerHours
from planner.quarter.spent import HoursSpent
from planner.result import Plan
from planner.settings import Settings

WORTH: Final = 0.002
"""A new rest that reaches no more of the most possible than this beyond the old one is no reason to move anything."""
KEPT_GAIN: Final = 0.9
"""Share of what the best rest gains that is enough, for fewer moves."""
SMALL_MOVES: Final = (1.0, 2.0, 4.0)
"""Moves up to so many hours are tried to be spared, the smallest first."""


@dataclass(frozen=True, eq=False)
class Rest:
    """The rest of a quarter, planned again.

    Attributes:
        plan: of the whole quarter, the hours spent among its hours.
        hours_left: of all people.  weeks_left: of the period.
        moves: the largest first; none where the old rest is as good.
        money: expected margin a year that the moves bring over the old rest, NaN where the list has no money.
        points: points of the other groups that they bring, together.
        lacking: by person, hours that the old plan still asks for beyond those that are left; only who lacks any.
    """

    plan: Plan
    hours_left: float
    weeks_left: float
    moves: tuple[Move, ...]
    money: float
    points: float
    lacking: Mapping[str, float] = field(default_factory=dict)


def replan(
    inputs: PlanInputs,
    quarter: QuarterPlan,
    spent: HoursSpent,
    weeks_left: float,
    fewer: Sequence[FewerHours] = (),
) -> Rest:
    """Plan the rest of the quarter.

    Args:
        inputs: of the list as it is known now, reasons among its facts.
        quarter: what was planned.  fewer: hours that people do not have after all.

    Raises:
        Contradiction: when the user's own locks, limits and minimums cannot hold for the rest.
    """
    problem = rest_problem(inputs.problem, quarter, spent, fewer)
    done = problem.done if problem.done is not None else np.zeros(problem.eligible.shape)
    old = old_rest(problem, inputs.problem, quarter, done)
    columns = ColumnGeneration()
    best = allocate(problem, inputs.settings, columns, inputs.locations)
    kept = _objective(problem, old, best.ideal) if largest_violation(problem, old) < CRUMB else -np.inf
    if best.proof.objective - kept <= WORTH:
        chosen = _as_it_stands(problem, inputs.settings, old.sum(axis=1), best)
    else:
        chosen = _with_fewer_moves(problem, inputs.settings, old.sum(axis=1), kept, best)
    plan = explained(replace(inputs, problem=problem), chosen)
    gained = added(problem, chosen.hours, exact=True) - added(problem, old.sum(axis=1), exact=True)
    wanted = _wanted(problem, inputs.problem, quarter, done)
    lacking = np.maximum(wanted.sum(axis=0) - (problem.capacity - done.sum(axis=0)), 0.0)
    short = ((wanted > 0) & (lacking > CRUMB)).any(axis=1)
    return Rest(
        plan=plan,
        hours_left=float(problem.capacity.sum() - done.sum()),
        weeks_left=weeks_left,
        moves=find_moves(quarter, done.sum(axis=1), chosen.hours, spent.why_different, inputs.roster.left_out, short),
        money=float(gained[YOU]) if problem.in_money else float("nan"),
        points=float(np.delete(gained, YOU).sum()),
        lacking={p.name: float(h) for p, h in zip(problem.people, lacking, strict=True) if h > CRUMB},
    )


def partly(rest: Rest, quarter: QuarterPlan, accounts: Collection[str]) -> Allocation:
    """The quarter with some of the moves made: those accounts at their new hours, all others at their old ones.

    Raises:
        Contradiction: where that cannot hold, with what would have to move as well.
    """
    problem = rest.plan.problem
    done = problem.done if problem.done is not None else np.zeros(problem.eligible.shape)
    old = old_rest(problem, problem, quarter, done).sum(axis=1)
    made = np.array([name in accounts for name in quarter.names], dtype=bool)
    hours = np.where(made, rest.plan.allocation.hours, old)
    fixed = _fixed(problem, np.ones(problem.size, dtype=bool), hours)
    over = float(hours.sum() - problem.capacity.sum())
    if over <= CRUMB:
        try:
            return allocate(fixed, rest.plan.settings, ideal=rest.plan.allocation.ideal)
        except Contradiction:
            over = 0.0
    freeing = [move.account for move in rest.moves if move.after < move.before and move.account not in accounts]
    asked = text.listed([f"“{name}”" for name in accounts])
    lacks = f"is {text.hours(over)} more than is left" if over > CRUMB else "is more than the people who may do it have"
    way = f"Take a move that frees hours first, such as {freeing[0]}" if freeing else "Take all moves together"
    raise Contradiction(f"With {asked} alone moved, the rest {lacks}. {way}.")


def rest_problem(
    problem: Problem, quarter: QuarterPlan, spent: HoursSpent, fewer: Sequence[FewerHours] = ()
) -> Problem:
    """The problem of the whole quarter, given what is spent.

    Hours spent are taken in the plan's own steps, and accounts that they went to are served whatever the caps say.
    What somebody outside the team spent takes nobody's hours; what nobody is named for takes the team's. Of plans that
    are as good the one nearest to the old plan is taken.
    """
    done, others = _done(problem, spent.named(quarter.parts))
    lost = {one.person: sum(other.hours for other in fewer if other.person == one.person) for one in fewer}
    own = (done - others).sum(axis=0)
    people = tuple(
        replace(person, hours=max(person.hours - lost.get(person.name, 0.0), own[p]) + float(others[:, p].sum()))
        for p, person in enumerate(problem.people)
    )
    minimum = np.maximum(problem.minimum, done.sum(axis=1))
    maximum = np.maximum(problem.maximum, minimum)
    served = _served(problem, quarter) | (done > 0)
    return replace(
        problem,
        people=people,
        eligible=problem.eligible | (done > 0),
        minimum=minimum,
        maximum=maximum,
        block=np.where(minimum > 0, 0.0, problem.block),
        curves=extended(problem.curves, np.maximum(maximum, problem.curves.hours[:, -1])),
        today=quarter.hours,
        max_change=None,
        max_accounts=_at_least(problem.max_accounts, int(served.any(axis=1).sum())),
        max_accounts_per_person=_at_least(problem.max_accounts_per_person, int(served.sum(axis=0).max(initial=0))),
        done=done,
    )


def _served(problem: Problem, quarter: QuarterPlan) -> Mask:
    """(n, m) whom each account has hours of in the old plan."""
    place = {person.name: p for p, person in enumerate(problem.people)}
    served = np.zeros(problem.eligible.shape, dtype=bool)
    for (account, person), hours in quarter.split.items():
        served[account, place[person]] = hours > 0
    return served


def _at_least(most: int | None, number: int) -> int | None:
    """A cap that lets the old plan go on, beside accounts that time went to all the same."""
    return None if most is None else max(most, number)


def _done(problem: Problem, spent: HoursSpent) -> tuple[Numbers, Numbers]:
    """(n, m) twice: hours spent by account and person, in steps, and those of them that nobody of the team spent."""
    place = {person.name: p for p, person in enumerate(problem.people)}
    done, others = np.zeros(problem.eligible.shape), np.zeros(problem.eligible.shape)
    frame = spent.frame
    for account, name, hours in zip(frame["account"], frame["person"], frame["hours"], strict=True):
        person = place.get(name)
        if person is None:
            person = int(problem.eligible[account].argmax())
            others[account, person] += hours if name else 0.0
        done[account, person] += hours
    if problem.step > 0:
        done, others = (np.round(hours / problem.step) * problem.step for hours in (done, others))
    return done, others


def old_rest(problem: Problem, before: Problem, quarter: QuarterPlan, done: Numbers) -> Numbers:
    """(n, m) the hours of the whole quarter if people went on with the old plan, as far as their hours reach.

    Args:
        before: the problem as it was planned, for who was to spend which part of an account's hours.
    """
    rest = _wanted(problem, before, quarter, done)
    left = problem.capacity - done.sum(axis=0)
    wanted = rest.sum(axis=0)
    reach = np.minimum(1.0, np.divide(left, wanted, out=np.ones_like(left), where=wanted > 0))
    rest = rest * reach
    return np.asarray(done + (np.floor(rest / problem.step + 1e-9) * problem.step if problem.step > 0 else rest))


def _wanted(problem: Problem, before: Problem, quarter: QuarterPlan, done: Numbers) -> Numbers:
    """(n, m) the hours that the old plan still asks of each person, whether they have them or not."""
    missing = np.maximum(quarter.hours - done.sum(axis=1), 0.0)
    missing = np.minimum(missing, np.maximum(problem.maximum - done.sum(axis=1), 0.0))
    return np.asarray(missing[:, None] * _parts(before, quarter))


def _parts(problem: Problem, quarter: QuarterPlan) -> Numbers:
    """(n, m) each person's part of an account's hours as planned; even parts of those who may serve it elsewhere."""
    place = {person.name: p for p, person in enumerate(problem.people)}
    planned = np.zeros(problem.eligible.shape)
    for (account, person), hours in quarter.split.items():
        planned[account, place[person]] = hours
    whole = planned.sum(axis=1, keepdims=True)
    shared = np.where(whole > 0, planned, problem.eligible)
    whole = shared.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(shared, whole, out=np.zeros_like(shared), where=whole > 0))


def _objective(problem: Problem, spent: Numbers, ideal: Numbers) -> float:
    """What a split (n, m) reaches, less its shortages and what its hours cost; as the plan's own objective."""
    hours = spent.sum(axis=1)
    unit = units(problem, ideal)
    cost = problem.hour_cost * float(unit[YOU]) if problem.in_money else 0.0
    counted = counts(problem, hours)
    if problem.per_person:
        share = np.divide(spent, hours[:, None], out=np.zeros_like(spent), where=hours[:, None] > 0)
        reached, usable = share.T @ counted, np.minimum(problem.capacity, problem.maximum @ problem.eligible)
    else:
        reached, usable = counted.sum(axis=0)[None, :], np.minimum([problem.total_hours], problem.maximum.sum())
    short = np.maximum(floors(problem, usable) - reached, 0.0).sum()
    gained = added(problem, hours, exact=True)
    return float(unit @ gained - cost * hours.sum() - problem.balance_weight * short / scale_of(problem))


def _fixed(problem: Problem, accounts: Mask, hours: Numbers) -> Problem:
    """The problem with the hours (n,) of some accounts (n, mask) held."""
    low = np.where(accounts, hours, problem.minimum)
    high = np.where(accounts, hours, problem.maximum)
    block = np.where(accounts, 0.0, problem.block)
    return replace(problem, minimum=low, maximum=high, locked=problem.locked | accounts, block=block)


def _as_it_stands(problem: Problem, settings: Settings, old: Numbers, best: Allocation) -> Allocation:
    """The old rest as an allocation; the best one where even that cannot be held."""
    try:
        return allocate(_fixed(problem, np.ones(problem.size, dtype=bool), old), settings, ideal=best.ideal)
    except Contradiction:
        return best


def _with_fewer_moves(problem: Problem, settings: Settings, old: Numbers, kept: float, best: Allocation) -> Allocation:
    """A rest that gains nearly as much as the best one with its small moves spared."""
    chosen = best
    for small in SMALL_MOVES:
        spared = np.abs(best.hours - old) <= small
        try:
            found = allocate(_fixed(problem, spared, old), settings, ideal=best.ideal)
        except Contradiction:
            continue
        gain = best.proof.objective - kept
        if not np.isfinite(kept) or found.proof.objective - kept >= KEPT_GAIN * gain:
            chosen = found
    return chosen
