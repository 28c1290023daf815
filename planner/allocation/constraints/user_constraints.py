"""What the user's own settings demand of every plan: one class a kind, in the user's words.

Each adds itself to a model, says how far given hours break it, and what it is called; what it costs is found by
solving without it (`constraint_costs`). The balance and the steps of hours are no such constraints: the balance can
always be missed, at its price. Hours are of the period.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from planner.allocation.constraints.longer_curves import extended
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.pieces import Pieces
from planner.allocation.problem import MONEY, Mask, Numbers, Problem
from planner.allocation.solvers.lp_names import Slugs, slug
from planner.allocation.team import ONE_PERSON
from planner.fields import Field
from planner.goods import GOODS, GROUP_INDEX, Good

if TYPE_CHECKING:
    from planner.allocation.model import Model

WITHIN = {Good.NOW: "what pays now", Good.LATER: "what may pay later", Good.REFERRAL: "referrals"}
WITHIN_GOODS = tuple(good for good, group in enumerate(GROUP_INDEX) if group == MONEY)
"""Positions of the goods within `you`."""
EQUAL, AT_LEAST, AT_MOST = 0, 1, -1
"""Senses of a row, as PuLP numbers them."""


class Kind(StrEnum):
    """Which of the user's settings a constraint comes from."""

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
    DONE = "done"
    STEP = "step"


@dataclass(frozen=True)
class UserConstraint(ABC):
    """One setting that every plan has to keep.

    Attributes:
        at: position of the account, person, limit or good it is about; −1 for none.
        what: in the user's words.  where: sheet and cell, or the setting's name.
        value: the amount, in `unit` ("h", "money", "share", "accounts", or "times" another selection).
        rows: names of its rows in a model.
        weight: hours that changing it by one unit counts as; of changes of one size the more readily given up comes
            first.
    """

    kind: ClassVar[Kind]

    at: int
    what: str
    where: str
    value: float
    unit: str
    rows: tuple[str, ...]
    weight: float = 1.0

    @abstractmethod
    def add(self, model: Model) -> None:
        """State its rows in a model."""

    @abstractmethod
    def without(self, problem: Problem, natural: Numbers) -> Problem:
        """The problem without it; `natural` (n,) is what accounts can take by themselves."""

    @abstractmethod
    def missed(self, problem: Problem, spent: Numbers) -> float:
        """By how much (n, m) hours of each person on each account break it, in its unit; 0 or less if they keep it."""


@dataclass(frozen=True)
class HoursLimit(UserConstraint):
    """A row of the `Limits` sheet, or a setting that says the same: `lower ≤ Σ_i weight_i·h_i ≤ upper`.

    A limit on one good counts as much of an account's hours as it serves that good.
    """

    kind: ClassVar[Kind] = Kind.LIMIT

    def add(self, model: Model) -> None:
        limit, weight = model.problem.limits[self.at], _limit_weight(model.problem, self.at)
        both = limit.lower == limit.upper
        if np.isfinite(limit.lower):
            sense = EQUAL if both else AT_LEAST
            model.user_row_over_pieces(self.rows[0], _by_account(weight), sense, limit.lower)
        elif np.isfinite(limit.upper):
            model.user_row_over_pieces(self.rows[0], _by_account(weight), AT_MOST, limit.upper)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, limits=tuple(limit for k, limit in enumerate(problem.limits) if k != self.at))

    def missed(self, problem: Problem, spent: Numbers) -> float:
        amount = float(_limit_weight(problem, self.at) @ spent.sum(axis=1))
        limit = problem.limits[self.at]
        return max(limit.lower - amount, amount - limit.upper)


@dataclass(frozen=True)
class ShareWithinYou(UserConstraint):
    """At least a share of the hours that count for you goes to one of its goods."""

    kind: ClassVar[Kind] = Kind.WITHIN_YOU

    def add(self, model: Model) -> None:
        model.user_row_over_pieces(self.rows[0], _by_account(self._weight(model.problem)), AT_LEAST, 0.0)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        now, later, referral = (0.0 if k == self.at else least for k, least in enumerate(problem.within_you))
        return replace(problem, within_you=(now, later, referral))

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return -float(self._weight(problem) @ spent.sum(axis=1))

    def _weight(self, problem: Problem) -> Numbers:
        served = goods_per_hour(problem)
        return np.asarray(served[:, WITHIN_GOODS[self.at]] - self.value * served[:, list(WITHIN_GOODS)].max(axis=1))


@dataclass(frozen=True)
class LeastMoney(UserConstraint):
    """A floor on the money expected, what accounts bring without any time among it."""

    kind: ClassVar[Kind] = Kind.MONEY

    def add(self, model: Model) -> None:
        problem = model.problem
        without = float(problem.money @ problem.curves.share[:, 0])
        model.user_row_over_pieces(self.rows[0], lambda pieces: pieces.money, AT_LEAST, self.value - without)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, min_money=None)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        everyone = np.arange(problem.size)
        reached = problem.curves.reached(everyone, spent.sum(axis=1), exact=True)
        return self.value - float(problem.money @ reached)


@dataclass(frozen=True)
class MostChange(UserConstraint):
    """A limit on the hours past today's, over all accounts."""

    kind: ClassVar[Kind] = Kind.CHANGE

    def add(self, model: Model) -> None:
        model.user_row_over_pieces(self.rows[0], lambda pieces: pieces.beyond, AT_MOST, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, max_change=None)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return float(np.maximum(spent.sum(axis=1) - np.nan_to_num(problem.today), 0.0).sum()) - self.value


@dataclass(frozen=True)
class OwnHours(UserConstraint):
    """What the list says of the hours of one account."""

    sense: ClassVar[int]

    def add(self, model: Model) -> None:
        mine = np.arange(model.first[self.at], model.first[self.at + 1])
        model.user_row(self.rows[0], mine, model.pieces.hours[mine], self.sense, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        low, high, locked = problem.minimum.copy(), problem.maximum.copy(), problem.locked.copy()
        if self.sense != AT_MOST:
            low[self.at] = 0.0
        if self.sense != AT_LEAST:
            able = float(natural[self.at]) if problem.worth[self.at].any() else 0.0
            high[self.at] = max(able, float(low[self.at]), float(high[self.at]) if self.sense == AT_MOST else 0.0)
        locked[self.at] = False
        curves = problem.curves
        if high[self.at] > curves.hours[self.at, -1]:
            curves = extended(curves, np.maximum(high, curves.hours[:, -1]))
        return replace(problem, minimum=low, maximum=high, locked=locked, curves=curves)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        more = float(spent[self.at].sum()) - self.value
        return {EQUAL: abs(more), AT_LEAST: -more, AT_MOST: more}[self.sense]


@dataclass(frozen=True)
class Lock(OwnHours):
    """An account gets exactly so many hours."""

    kind: ClassVar[Kind] = Kind.LOCK
    sense: ClassVar[int] = EQUAL


@dataclass(frozen=True)
class Minimum(OwnHours):
    """An account gets at least so many hours."""

    kind: ClassVar[Kind] = Kind.MINIMUM
    sense: ClassVar[int] = AT_LEAST


@dataclass(frozen=True)
class Maximum(OwnHours):
    """An account gets at most so many hours. Its pieces end there, so that no row is needed unless it may be broken."""

    kind: ClassVar[Kind] = Kind.MAXIMUM
    sense: ClassVar[int] = AT_MOST

    def add(self, model: Model) -> None:
        if model.elastic:
            super().add(model)


@dataclass(frozen=True)
class Capacity(UserConstraint):
    """A person has so many hours: `Σ_i h_ip ≤ hours`."""

    kind: ClassVar[Kind] = Kind.CAPACITY

    def add(self, model: Model) -> None:
        columns, hours = model.spent_by(self.at, model.pieces.hours, np.ones(len(model.pairs.column)))
        model.user_row(self.rows[0], columns, hours, AT_MOST, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        people = list(problem.people)
        people[self.at] = replace(people[self.at], hours=max(self.value, float(problem.maximum.sum())))
        return replace(problem, people=tuple(people))

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return float(spent[:, self.at].sum()) - self.value


@dataclass(frozen=True)
class HoursDone(UserConstraint):
    """Hours that a person has spent on an account that others may serve too: `h_ip ≥ hours`.

    Where one person alone may serve it, the account's minimum says the same.
    """

    kind: ClassVar[Kind] = Kind.DONE

    person: int = 0

    def add(self, model: Model) -> None:
        mine = (model.pairs.account == self.at) & (model.pairs.person == self.person)
        columns = model.pairs.column[mine]
        model.user_row(self.rows[0], columns, np.ones(len(columns)), AT_LEAST, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        assert problem.done is not None
        done = problem.done.copy()
        done[self.at, self.person] = 0.0
        return replace(problem, done=done)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return self.value - float(spent[self.at, self.person])


@dataclass(frozen=True)
class MostAccounts(UserConstraint):
    """At most so many accounts get time."""

    kind: ClassVar[Kind] = Kind.ACCOUNTS

    def add(self, model: Model) -> None:
        model.count_accounts(self.rows[0], None, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, max_accounts=None)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return float((spent.sum(axis=1) > 1e-6).sum()) - self.value


@dataclass(frozen=True)
class MostAccountsEach(UserConstraint):
    """Each person serves at most so many accounts."""

    kind: ClassVar[Kind] = Kind.ACCOUNTS_EACH

    def add(self, model: Model) -> None:
        for person, row in enumerate(self.rows):
            model.count_accounts(row, person, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, max_accounts_per_person=None)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return float((spent > 1e-6).sum(axis=0).max(initial=0)) - self.value


@dataclass(frozen=True)
class HourStep(UserConstraint):
    """Hours are planned in steps; the points of `integer` say so, no row of its own."""

    kind: ClassVar[Kind] = Kind.STEP

    def add(self, model: Model) -> None:
        """Nothing: see the class."""

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, step=0.0)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        hours = spent[~problem.locked]
        return float(np.abs(hours / self.value - np.round(hours / self.value)).max(initial=0.0) * self.value)


@dataclass(frozen=True)
class SmallestBlock(UserConstraint):
    """An account gets at least so many hours or none; the points of `integer` say so, no row of its own."""

    kind: ClassVar[Kind] = Kind.BLOCK

    def add(self, model: Model) -> None:
        """Nothing: see the class."""

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, block=np.zeros(problem.size))

    def missed(self, problem: Problem, spent: Numbers) -> float:
        hours = spent.sum(axis=1)
        return float(np.where(hours > 1e-6, problem.block - hours, 0.0).max(initial=0.0))


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
        value, unit = limit.lower if np.isfinite(limit.lower) else limit.upper, "h"
        if (limit.weight < 0).any():
            value, unit = -float(limit.weight.min()), "share" if limit.where == "min_prospect_share" else "times"
        yield HoursLimit(number, limit.name, limit.where, value, unit, (limit_row(problem, number),))


def _settings(problem: Problem, locations: SettingLocations) -> Iterator[UserConstraint]:
    for k, least in enumerate(problem.within_you):
        if least > 0:
            good = GOODS[WITHIN_GOODS[k]]
            what = f"at least {tidy(100 * least)}% of the hours for you go to {WITHIN[good]}"
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


def goods_per_hour(problem: Problem) -> Numbers:
    """(n, 5) how much of an hour serves each good: its strength over the strongest of the account."""
    strongest = problem.strength.max(axis=1, initial=0.0, keepdims=True)
    return np.asarray(np.divide(problem.strength, strongest, out=np.zeros_like(problem.strength), where=strongest > 0))


def _limit_weight(problem: Problem, number: int) -> Numbers:
    """(n,) weight of each account's hours in a limit."""
    limit = problem.limits[number]
    return np.asarray(limit.weight if limit.good is None else limit.weight * goods_per_hour(problem)[:, limit.good])


def _by_account(weight: Numbers) -> Callable[[Pieces], Numbers]:
    return lambda pieces: weight[pieces.account] * pieces.hours


def _counted(number: int) -> str:
    return "1 account" if number == 1 else f"{number:,} accounts"


def tidy(number: float) -> str:
    """A number as people write it: at most two decimals, thin thousands."""
    text = f"{number:,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")
