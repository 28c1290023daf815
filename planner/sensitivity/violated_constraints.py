"""Which of the user's own settings a given split of the hours breaks, in their words.

Most are told from the hours alone. What hours may count for, and who spends them, is left open by a split: limits
on one good, shares within `you`, people's hours and accounts a person are judged by the way that breaks them least.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from planner import text
from planner.allocation.analysis.elastic import Elastic, Loosened
from planner.allocation.build_problem import money_worth
from planner.allocation.constraints.base import Kind, UserConstraint, tidy
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.constraints.user_constraints import own_maximum, user_constraints
from planner.allocation.problem import Problem
from planner.allocation.solution import shares
from planner.arrays import Mask, Numbers
from planner.fields import Field
from planner.settings import Settings

ROOM = 1e-6
"""Hours by which a setting may be missed before it counts as broken."""
NAMED = 3
OPEN = (Kind.LIMIT, Kind.WITHIN_YOU, Kind.CAPACITY, Kind.ACCOUNTS_EACH)
"""Kinds that depend on what the hours are counted for, or on who spends them."""


def broken_by(problem: Problem, hours: Numbers, locations: SettingLocations, settings: Settings) -> tuple[str, ...]:
    """A sentence for each setting of the plan that (n,) hours break; the balance is none, it can always be missed."""
    constraints = user_constraints(problem, locations)
    least = _least_broken(problem, hours, constraints)
    found = [line for constraint in constraints for line in _of(constraint, problem, hours, least.get(constraint, 0.0))]
    unplaced = sum(amount for constraint, amount in least.items() if constraint.kind is Kind.CAPACITY)
    if unplaced > ROOM:
        found.append(f"People have no time for {tidy(unplaced)} h of it.")
    return (*found, *_past_maximum(problem, hours, locations, settings), *_in_pieces(problem, hours, locations))


def _least_broken(
    problem: Problem, hours: Numbers, constraints: tuple[UserConstraint, ...]
) -> dict[UserConstraint, float]:
    """By how much the constraints of the kinds in `OPEN` are broken at least, all together: hours, or accounts."""
    line = np.column_stack([np.zeros(problem.size), hours])
    given = replace(
        problem,
        curves=replace(problem.curves, hours=line, share=0.0 * line, exact=0.0 * line, maximum=hours),
        minimum=np.zeros(problem.size),
        maximum=hours,
        block=np.zeros(problem.size),
        step=0.0,
        locked=np.ones(problem.size, dtype=bool),
        hour_cost=0.0,
        leave_open=False,
        min_money=None,
        max_change=None,
        max_accounts=None,
    )
    asked = tuple(
        constraint
        for constraint in constraints
        if constraint.kind in OPEN and (not constraint.counts or constraint.kind is Kind.ACCOUNTS_EACH)
    )
    elastic = Elastic(Loosened(given, asked, whole=problem.max_accounts_per_person is not None), hours)
    return elastic.attempt((), asked).broken


def _of(constraint: UserConstraint, problem: Problem, hours: Numbers, missed: float) -> Iterator[str]:
    opening = f"{constraint.what[:1].upper()}{constraint.what[1:]}{_at(constraint.where)}"
    if constraint.kind in (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM):
        got = float(hours[constraint.at])
        short = constraint.kind is not Kind.MAXIMUM and got < constraint.value - ROOM
        past = constraint.kind is not Kind.MINIMUM and got > constraint.value + ROOM
        if short or past:
            yield f"{opening}; you give {tidy(got)} h."
    elif constraint.counts and constraint.kind is not Kind.ACCOUNTS_EACH:
        over = constraint.missed(problem, hours[:, None])
        if over > ROOM:
            yield f"{opening}; you give it to {tidy(constraint.value + over)}."
    elif constraint.kind in (Kind.LIMIT, Kind.WITHIN_YOU):
        if missed > ROOM:
            yield f"{opening}; your split misses it by {tidy(missed)} h."
    elif constraint.kind is Kind.ACCOUNTS_EACH:
        if missed > ROOM:
            yield f"{opening}; by your split somebody serves {tidy(constraint.value + round(missed))}."
    elif constraint.kind is Kind.MONEY:
        money = float(money_worth(problem) @ shares(problem, hours, exact=True))
        if money < constraint.value - ROOM:
            yield f"{opening}; your split brings {tidy(round(money))}."
    elif constraint.kind is Kind.CHANGE:
        moved = float(np.maximum(hours - np.nan_to_num(problem.today), 0.0).sum())
        if moved > constraint.value + ROOM:
            yield f"{opening}; you move {tidy(moved)} h."


def _past_maximum(problem: Problem, hours: Numbers, locations: SettingLocations, settings: Settings) -> Iterator[str]:
    """Accounts beyond the share of all hours that any may get, or beyond what they can use."""
    told = own_maximum(problem, locations) | problem.locked
    past = (hours > np.maximum(problem.maximum, problem.minimum) + ROOM) & ~told
    cap = settings.max_share_per_account * problem.total_hours
    capped = past & (hours > cap + ROOM)
    if capped.any():
        where = _at(locations.setting("max_share_per_account"))
        most = f"{tidy(100 * settings.max_share_per_account)}% of all hours, {tidy(cap)} h"
        yield f"An account gets at most {most}{where}; you give more to {_names(problem, capped)}."
    for i in np.flatnonzero(past & ~capped).tolist():
        yield f"{problem.names[i]} can use at most {tidy(float(problem.maximum[i]))} h; you give {tidy(hours[i])} h."


def _in_pieces(problem: Problem, hours: Numbers, locations: SettingLocations) -> Iterator[str]:
    """Accounts under their smallest block, or between two steps."""
    given = (hours > ROOM) & ~problem.locked
    small = given & (hours < problem.block - ROOM)
    for i in np.flatnonzero(small & _own_block(locations, problem.size)).tolist():
        where = _at(locations.account(Field.SMALLEST_BLOCK, i))
        least = f"{problem.names[i]} gets at least {tidy(problem.block[i])} h or none{where}"
        yield f"{least}; you give {tidy(hours[i])} h."
    small &= ~_own_block(locations, problem.size)
    if small.any():
        block, where = tidy(problem.block[small].max()), _at(locations.setting("smallest_block"))
        yield f"An account gets at least {block} h or none{where}; you give less to {_names(problem, small)}."
    if problem.step > 0:
        between = np.abs(hours / problem.step - np.round(hours / problem.step)) * problem.step > ROOM
        for bound in (problem.minimum, problem.maximum, problem.block):
            between &= np.abs(hours - bound) > ROOM
        if (between & given).any():
            where = _at(locations.setting("hour_step"))
            names = _names(problem, between & given)
            yield f"Hours are planned in steps of {tidy(problem.step)} h{where}; yours are between two for {names}."


def _own_block(locations: SettingLocations, size: int) -> Mask:
    """(n,) accounts whose smallest block the user wrote."""
    if locations.roster is None:
        return np.zeros(size, dtype=bool)
    return ~np.isnan(locations.roster.number(Field.SMALLEST_BLOCK))


def _at(where: str) -> str:
    return f" ({where})" if where else ""


def _names(problem: Problem, which: Mask) -> str:
    names = [str(problem.names[i]) for i in np.flatnonzero(which)]
    more = len(names) - NAMED
    return text.listed([*names[:NAMED], text.count(more, "other")] if more > 0 else names)
