"""Which of the user's own settings a given split of the hours breaks, in their words.

Most are told from the hours alone. What hours may count for, and who spends them, is left open by a split: limits
on one good, shares within `you`, people's hours and accounts a person are judged by the way that breaks them least.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from planner.allocation.build_problem import money_worth
from planner.allocation.elastic import Elastic, Loosened
from planner.allocation.problem import Mask, Numbers, Problem
from planner.allocation.setting_locations import SettingLocations
from planner.allocation.solution import shares
from planner.allocation.user_constraints import Demand, Kind, find_demands, own_maximum, tidy
from planner.explanation import text
from planner.fields import Field
from planner.settings import Settings

ROOM = 1e-6
"""Hours by which a setting may be missed before it counts as broken."""
NAMED = 3
OPEN = (Kind.LIMIT, Kind.WITHIN_YOU, Kind.CAPACITY, Kind.ACCOUNTS_EACH)
"""Kinds that depend on what the hours are counted for, or on who spends them."""


def broken_by(problem: Problem, hours: Numbers, locations: SettingLocations, settings: Settings) -> tuple[str, ...]:
    """A sentence for each setting of the plan that (n,) hours break; the balance is none, it can always be missed."""
    demands = find_demands(problem, locations)
    least = _least_broken(problem, hours, demands)
    found = [line for demand in demands for line in _of(demand, problem, hours, least.get(demand, 0.0))]
    unplaced = sum(amount for demand, amount in least.items() if demand.kind is Kind.CAPACITY)
    if unplaced > ROOM:
        found.append(f"People have no time for {tidy(unplaced)} h of it.")
    return (*found, *_past_maximum(problem, hours, locations, settings), *_in_pieces(problem, hours, locations))


def _least_broken(problem: Problem, hours: Numbers, demands: tuple[Demand, ...]) -> dict[Demand, float]:
    """By how much the demands of the kinds in `OPEN` are broken at least, all together: hours, or accounts."""
    line = np.column_stack([np.zeros(problem.size), hours])
    given = replace(
        problem,
        curves=replace(problem.curves, hours=line, share=0.0 * line, exact=0.0 * line, maximum=hours),
        minimum=np.zeros(problem.size),
        maximum=hours,
        block=np.zeros(problem.size),
        step=0.0,
        hour_cost=0.0,
        min_money=None,
        max_change=None,
        max_accounts=None,
    )
    asked = tuple(demand for demand in demands if demand.kind in OPEN)
    elastic = Elastic(Loosened(given, asked, whole=problem.max_accounts_per_person is not None))
    for i, var in elastic.model.hours.items():
        elastic.engine.set_column(var.index, float(hours[i]), float(hours[i]))
    return elastic.attempt((), asked).broken


def _of(demand: Demand, problem: Problem, hours: Numbers, missed: float) -> Iterator[str]:
    opening = f"{demand.what[:1].upper()}{demand.what[1:]}{_at(demand.where)}"
    if demand.kind in (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM):
        got = float(hours[demand.at])
        short = demand.kind is not Kind.MAXIMUM and got < demand.value - ROOM
        past = demand.kind is not Kind.MINIMUM and got > demand.value + ROOM
        if short or past:
            yield f"{opening}; you give {tidy(got)} h."
    elif demand.kind in (Kind.LIMIT, Kind.WITHIN_YOU):
        if missed > ROOM:
            yield f"{opening}; your split misses it by {tidy(missed)} h."
    elif demand.kind is Kind.ACCOUNTS_EACH:
        if missed > ROOM:
            yield f"{opening}; by your split somebody serves {tidy(demand.value + round(missed))}."
    elif demand.kind is Kind.MONEY:
        money = float(money_worth(problem) @ shares(problem, hours, exact=True))
        if money < demand.value - ROOM:
            yield f"{opening}; your split brings {tidy(round(money))}."
    elif demand.kind is Kind.CHANGE:
        moved = float(np.maximum(hours - np.nan_to_num(problem.today), 0.0).sum())
        if moved > demand.value + ROOM:
            yield f"{opening}; you move {tidy(moved)} h."
    elif demand.kind is Kind.ACCOUNTS:
        count = int((hours > ROOM).sum())
        if count > demand.value:
            yield f"{opening}; you give it to {count}."


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
