"""What the user's own settings demand of every plan, in the user's words: a `UserConstraint` each, one class a kind.

The balance is no such constraint: it can always be missed, at its price. Hours are of the period.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planner.allocation.constraints.base import UserConstraint, tidy
from planner.allocation.constraints.limits import LIMITS, LeastMoney, MostChange, ShareWithinYou
from planner.allocation.constraints.own_hours import Lock, Maximum, Minimum
from planner.allocation.constraints.people import Capacity, HoursDone, MostAccounts, MostAccountsEach
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.problem import Problem
from planner.allocation.solvers.lp_names import Slugs, slug
from planner.allocation.team import ONE_PERSON
from planner.arrays import Mask
from planner.fields import Field
from planner.goods import GOOD_SPECS, GOODS, WITHIN_YOU


def user_constraints(problem: Problem, locations: SettingLocations | None = None) -> tuple[UserConstraint, ...]:
    """All constraints of a problem: limits first, people's hours last."""
    found = locations or SettingLocations()
    own = (*_accounts(problem, found), *_done(problem))
    return (*_limits(problem), *_settings(problem, found), *own, *_people(problem, found))


def unavoidable(problem: Problem) -> tuple[UserConstraint, ...]:
    """What no reading of a plan leaves out: people's hours and the accounts' own minimums and locks."""
    found = SettingLocations()
    return (*_accounts(problem, found), *_done(problem), *_people(problem, found))


def _limits(problem: Problem) -> Iterator[UserConstraint]:
    for number, limit in enumerate(problem.limits):
        yield LIMITS[type(limit)](number, limit, limit_row(problem, number))


def _settings(problem: Problem, locations: SettingLocations) -> Iterator[UserConstraint]:
    for k, least in enumerate(problem.within_you):
        if least > 0:
            good = GOODS[WITHIN_YOU[k]]
            what = f"at least {tidy(100 * least)}% of the hours for you go to {GOOD_SPECS[good].noun}"
            yield ShareWithinYou(k, what, locations.setting(f"share_{good}"), least, "share", (f"within_you_{good}",))
    if problem.min_money is not None:
        what, where = f"at least {tidy(problem.min_money)} of money is expected", locations.setting("min_money")
        weight = problem.total_hours / max(problem.min_money, 1.0)
        yield LeastMoney(-1, what, where, problem.min_money, "money", ("money",), weight)
    if problem.max_change is not None:
        what, where = f"at most {tidy(problem.max_change)} h move from today", locations.setting("max_change")
        yield MostChange(-1, what, where, problem.max_change, "h", ("change",), 1.004)


def own_maximum(problem: Problem, locations: SettingLocations) -> Mask:
    """(n,) accounts whose maximum is the user's: written, or below the account's own minimum."""
    own = locations.own_maximum(problem.size) | (problem.minimum > problem.maximum)
    return np.asarray(own & ~problem.locked)


def _accounts(problem: Problem, locations: SettingLocations) -> Iterator[UserConstraint]:
    slugs = Slugs(problem.names)
    capped = own_maximum(problem, locations)
    for i in np.flatnonzero(problem.locked | (problem.minimum > 0) | capped).tolist():
        name, low, high = problem.names[i], float(problem.minimum[i]), float(problem.maximum[i])
        if problem.locked[i]:
            where = locations.account(Field.LOCK_HOURS, i)
            yield Lock(i, f"{name} is locked at {tidy(low)} h", where, low, "h", (f"lock_{slugs[i]}",), 1.003)
            continue
        if low > 0:
            where = locations.account(Field.MIN_HOURS, i)
            yield Minimum(i, f"{name} gets at least {tidy(low)} h", where, low, "h", (f"least_{slugs[i]}",), 1.001)
        if capped[i]:
            where = locations.account(Field.MAX_HOURS, i)
            yield Maximum(i, f"{name} gets at most {tidy(high)} h", where, high, "h", (f"most_{slugs[i]}",), 1.002)


def _done(problem: Problem) -> Iterator[UserConstraint]:
    if problem.done is None:
        return
    accounts, people = Slugs(problem.names), Slugs([person.name for person in problem.people])
    shared = (problem.eligible.sum(axis=1) != 1)[:, None]
    for i, p in zip(*map(np.ndarray.tolist, np.nonzero((problem.done > 0) & shared)), strict=True):
        hours = float(problem.done[i, p])
        what = f"{problem.people[p].name} has spent {tidy(hours)} h on {problem.names[i]}"
        row = f"done_{accounts[i]}_by_{people[p]}"
        yield HoursDone(i, what, "hours spent", hours, "h", (row,), 1000.0, p)


def _people(problem: Problem, locations: SettingLocations) -> Iterator[UserConstraint]:
    slugs = Slugs([person.name for person in problem.people])
    most, each = problem.max_accounts, problem.max_accounts_per_person
    if most is not None:
        what, where = f"at most {_counted(most)} get time", locations.setting("max_accounts")
        yield MostAccounts(-1, what, where, most, "accounts", ("most_accounts",), 0.01)
    if each is not None:
        rows = tuple(f"most_accounts_{slugs[p]}" for p in range(len(problem.people)))
        what, where = f"each person serves at most {_counted(each)}", locations.setting("max_accounts_per_person")
        yield MostAccountsEach(-1, what, where, each, "accounts", rows, 0.01)
    for p, person in enumerate(problem.people):
        who = "you have" if person.name == ONE_PERSON else f"{person.name} has"
        what, where = f"{who} {tidy(person.hours)} h", locations.person(person.name)
        yield Capacity(p, what, where, person.hours, "h", (f"capacity_{slugs[p]}",), 1000.0)


def limit_row(problem: Problem, number: int) -> str:
    """Name of the row of the problem's n-th limit, unique."""
    base = slug(problem.limits[number].name)
    earlier = sum(slug(limit.name) == base for limit in problem.limits[:number])
    return f"limit_{base}" if earlier == 0 else f"limit_{base}_{earlier + 1}"


def _counted(number: int) -> str:
    return "1 account" if number == 1 else f"{number:,} accounts"
