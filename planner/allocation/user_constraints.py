"""What the user's own settings demand of every plan, one `Demand` each, in the user's words.

Balance, steps of the curves and the like are no demands: the balance can always be missed. Hours are of the period.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from planner.allocation.model import limit_row
from planner.allocation.problem import Mask, Problem
from planner.allocation.setting_locations import SettingLocations
from planner.allocation.slugs import Slugs
from planner.allocation.team import ONE_PERSON
from planner.fields import Field
from planner.goods import GOODS, Good

YOU = 2
WITHIN = {Good.NOW: "what pays now", Good.LATER: "what may pay later", Good.REFERRAL: "referrals"}


class Kind(StrEnum):
    """Which of the user's settings a demand comes from."""

    LOCK = "lock"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    CAPACITY = "capacity"
    LIMIT = "limit"
    WITHIN_YOU = "within you"
    MONEY = "money"
    CHANGE = "change"
    ACCOUNTS = "accounts"
    ACCOUNTS_EACH = "accounts each"
    BLOCK = "block"
    STEP = "step"


DEARNESS = {Kind.LIMIT: 1.0, Kind.MINIMUM: 1.001, Kind.MAXIMUM: 1.002, Kind.LOCK: 1.003, Kind.CHANGE: 1.004,
            Kind.WITHIN_YOU: 1.0, Kind.ACCOUNTS: 0.01, Kind.ACCOUNTS_EACH: 0.01, Kind.CAPACITY: 1000.0}  # fmt: skip
"""Hours that a change of one unit counts as; of changes of one size the more readily given up comes first."""


@dataclass(frozen=True)
class Demand:
    """One setting that every plan has to keep.

    Attributes:
        at: position of the account, person, limit or good it is about; −1 for none.
        what: in the user's words.  where: sheet and cell, or the setting's name.
        value: the amount, in `unit` ("h", "money", "share", "accounts", or "times" another selection).
        rows: names of its rows in the elastic model.
        weight: hours that changing it by one unit counts as.
    """

    kind: Kind
    at: int
    what: str
    where: str
    value: float
    unit: str
    rows: tuple[str, ...]
    weight: float = 1.0


def tidy(number: float) -> str:
    """A number as people write it: at most two decimals, thin thousands."""
    text = f"{number:,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def find_demands(problem: Problem, locations: SettingLocations) -> tuple[Demand, ...]:
    """All demands of a problem but blocks and steps; limits first, capacities last."""
    return (
        *_limits(problem),
        *_settings(problem, locations),
        *_accounts(problem, locations),
        *_people(problem, locations),
    )


def _limits(problem: Problem) -> Iterator[Demand]:
    for number, limit in enumerate(problem.limits):
        value, unit = limit.lower if np.isfinite(limit.lower) else limit.upper, "h"
        if (limit.weight < 0).any():
            value, unit = -float(limit.weight.min()), "share" if limit.where == "min_prospect_share" else "times"
        yield Demand(Kind.LIMIT, number, limit.name, limit.where, value, unit, (limit_row(problem, number),))


def _settings(problem: Problem, locations: SettingLocations) -> Iterator[Demand]:
    for k, least in enumerate(problem.within_you):
        if least > 0:
            good, name = GOODS[YOU + k], f"share_{GOODS[YOU + k]}"
            what = f"at least {tidy(100 * least)}% of the hours for you go to {WITHIN[good]}"
            yield Demand(Kind.WITHIN_YOU, k, what, locations.setting(name), least, "share", (f"within_you_{good}",))
    if problem.min_money is not None:
        what = f"at least {tidy(problem.min_money)} of money is expected"
        weight = problem.total_hours / max(problem.min_money, 1.0)
        yield Demand(
            Kind.MONEY, -1, what, locations.setting("min_money"), problem.min_money, "money", ("money",), weight
        )
    if problem.max_change is not None:
        what = f"at most {tidy(problem.max_change)} h move from today"
        yield _hours(Kind.CHANGE, -1, what, locations.setting("max_change"), problem.max_change, "change")


def _hours(kind: Kind, at: int, what: str, where: str, value: float, row: str) -> Demand:
    return Demand(kind, at, what, where, float(value), "h", (row,), DEARNESS[kind])


def own_maximum(problem: Problem, locations: SettingLocations) -> Mask:
    """(n,) accounts whose maximum is a demand: the user wrote it, or it stands below the account's own minimum."""
    own = locations.own_maximum(problem.size) | (problem.minimum > problem.maximum)
    return np.asarray(own & ~problem.locked)


def _accounts(problem: Problem, locations: SettingLocations) -> Iterator[Demand]:
    slugs = Slugs(problem.names.tolist())
    capped = own_maximum(problem, locations)
    for i in np.flatnonzero(problem.locked | (problem.minimum > 0) | capped).tolist():
        name, low, high = problem.names[i], float(problem.minimum[i]), float(problem.maximum[i])
        if problem.locked[i]:
            where = locations.account(Field.LOCK_HOURS, i)
            yield _hours(Kind.LOCK, i, f"{name} is locked at {tidy(low)} h", where, low, f"lock_{slugs[i]}")
            continue
        if low > 0:
            where = locations.account(Field.MIN_HOURS, i)
            yield _hours(Kind.MINIMUM, i, f"{name} gets at least {tidy(low)} h", where, low, f"least_{slugs[i]}")
        if capped[i]:
            where = locations.account(Field.MAX_HOURS, i)
            yield _hours(Kind.MAXIMUM, i, f"{name} gets at most {tidy(high)} h", where, high, f"most_{slugs[i]}")


def _people(problem: Problem, locations: SettingLocations) -> Iterator[Demand]:
    slugs = Slugs([person.name for person in problem.people])
    most, each = problem.max_accounts, problem.max_accounts_per_person
    if most is not None:
        what, where = f"at most {_counted(most)} get time", locations.setting("max_accounts")
        yield Demand(Kind.ACCOUNTS, -1, what, where, most, "accounts", ("most_accounts",), DEARNESS[Kind.ACCOUNTS])
    if each is not None:
        rows = tuple(f"most_accounts_{slugs[p]}" for p in range(len(problem.people)))
        what, where = f"each person serves at most {_counted(each)}", locations.setting("max_accounts_per_person")
        yield Demand(Kind.ACCOUNTS_EACH, -1, what, where, each, "accounts", rows, DEARNESS[Kind.ACCOUNTS_EACH])
    for p, person in enumerate(problem.people):
        who = "you have" if person.name == ONE_PERSON else f"{person.name} has"
        what, where = f"{who} {tidy(person.hours)} h", locations.person(person.name)
        yield _hours(Kind.CAPACITY, p, what, where, person.hours, f"capacity_{slugs[p]}")


def _counted(number: int) -> str:
    return "1 account" if number == 1 else f"{number:,} accounts"
