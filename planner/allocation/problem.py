"""What the allocation is given, as arrays; no names of solvers, no text of reasons.

n accounts, m people, 3 groups (`goods.GROUPS`), 5 goods (`goods.GOODS`), K knots a curve.
Hours are of the planning period. Balance and tolerance are fractions of all hours.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Index, Mask, Numbers
from planner.goods import GROUP_INDEX, GROUPS, WITHIN_YOU
from planner.records.team import Person
from planner.valuation.response.curves import Curves


@dataclass(frozen=True, eq=False)
class Limit:
    """One linear limit on the hours of accounts: `lower ≤ Σ_i weight_i·h_i ≤ upper`.

    Attributes:
        name: what it means, in the user's words; it names the row in the model.
        weight: (n,) coefficient of each account's hours.
        lower, upper: hours; ±inf for none.
        good: position of the good where an hour counts as much as its account serves that good; None where it counts in
            full.
        where: sheet and cell, or the setting's name.
    """

    counts: ClassVar[bool] = False
    """Whether it counts accounts with time instead of their hours: then whole numbers decide."""

    name: str
    weight: Numbers
    lower: float
    upper: float
    good: int | None = None
    where: str = ""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Each of `size` accounts (e,), in order, beside each of the people (e,) who may spend time on it."""

    account: Index
    person: Index
    size: int

    @classmethod
    def of(cls, eligible: Mask) -> Pairs:
        """The pairs of (n, m) who may serve which account."""
        account, person = np.nonzero(eligible)
        return cls(account, person, len(eligible))

    def least(self, cost: Numbers) -> Numbers:
        """(n,) least of the costs (e,) of each account's pairs; inf where nobody may."""
        least = np.full(self.size, np.inf)
        if self.first.size:
            least[self.account[self.first]] = np.minimum.reduceat(cost, self.first)
        return least

    @cached_property
    def first(self) -> Index:
        """Where the pairs of each account that anybody may serve begin."""
        return np.flatnonzero(np.diff(self.account, prepend=-1))


@dataclass(frozen=True, eq=False)
class Problem:
    """Everything that decides a plan.

    Attributes:
        names: (n,) account names, unique.
        worth: (n, 5) value at a share of 1 of the curve: what an account is worth over the `reference` of its curve,
            so that h hours add `worth · (share(h) − share(0))` and the problem's curves have a reference of 1.
        strength: (n, 5), 0 for none or not known.
        curves: response of each account.
        minimum, maximum: (n,) hours; locked accounts have both equal to the lock.
        locked: (n,) whether the hours were locked by the user.
        block: (n,) smallest hours worth giving, 0 for none.
        today: (n,) current hours, NaN where not known.
        people: the team, m of them.
        eligible: (n, m) who may spend time on which account.
        aim: (3,) balance aimed at: the chosen one spread over the groups that are seen; adds to 1.
        weights: (3,) weights of the objective (the chosen balance of the groups seen).
        tolerance: leeway below each aim.
        leave_open: whether hours a short group cannot use stay open.
        hour_cost: money an hour costs, 0 for none.
        step: hours are planned in steps of so much, 0 for any amount.
        limits: further linear limits.
        max_accounts, max_accounts_per_person, max_change, min_money: None when off.
        within_you: (3,) least share of the hours for you that goes to now, later, referral; 0 for none.
        per_person: whether the balance is kept by each person.
        seen: (3,) groups with any evidence; a person's own balance is spread over them too.
        in_money: whether `you` is measured in money.
        point_worth: money a point of others and strengths is worth, None when off.
        balance_weight: price of an hour short of the balance, in what an average hour brings.
        held: whether the balance holds for each group; False leaves out its floor, to see what it costs.
        guess_hours: hours an account gets at the most for the sake of a guess.
        done: (n, m) hours of each person on each account that are spent already and stay; None for none.
        sure_worth, sure_strength: (n, 5) the same without what is only guessed; None where nothing is. Money counts
            in full.
    """

    names: NDArray[np.object_]
    worth: Numbers
    strength: Numbers
    curves: Curves
    minimum: Numbers
    maximum: Numbers
    locked: Mask
    block: Numbers
    today: Numbers
    people: tuple[Person, ...]
    eligible: Mask
    aim: Numbers
    weights: Numbers
    tolerance: float
    leave_open: bool = False
    hour_cost: float = 0.0
    step: float = 0.0
    limits: tuple[Limit, ...] = ()
    max_accounts: int | None = None
    max_accounts_per_person: int | None = None
    max_change: float | None = None
    min_money: float | None = None
    within_you: tuple[float, ...] = (0.0,) * len(WITHIN_YOU)
    per_person: bool = False
    seen: Mask = field(default_factory=lambda: np.ones(len(GROUPS), dtype=bool))
    in_money: bool = True
    point_worth: float | None = None
    balance_weight: float = 1.0
    held: tuple[bool, ...] = (True,) * len(GROUPS)
    guess_hours: float = np.inf
    done: Numbers | None = None
    sure_worth: Numbers | None = None
    sure_strength: Numbers | None = None

    @property
    def size(self) -> int:
        return len(self.minimum)

    @property
    def capacity(self) -> Numbers:
        """(m,) hours of each person."""
        return np.array([person.hours for person in self.people])

    @property
    def total_hours(self) -> float:
        """`H`, all hours there are."""
        return float(self.capacity.sum())

    @property
    def worth_of_facts(self) -> Numbers:
        """(n, 5) worth past `guess_hours`."""
        return self.worth if self.sure_worth is None else self.sure_worth

    @property
    def strength_of_facts(self) -> Numbers:
        """(n, 5) strength past `guess_hours`."""
        return self.strength if self.sure_strength is None else self.sure_strength

    @cached_property
    def money(self) -> Numbers:
        """(n,) expected money at a share of 1; 0 where the list has none."""
        worth = self.worth[:, WITHIN_YOU].sum(axis=1)
        return np.asarray(worth if self.in_money else np.zeros(self.size))

    @cached_property
    def pairs(self) -> Pairs:
        """Who may spend time on which account."""
        return Pairs.of(self.eligible)

    def only(self, accounts: Index) -> Problem:
        """The same of some of the accounts alone, or of all in another order."""
        names = ("names", "worth", "strength", "minimum", "maximum", "locked", "block", "today", "eligible")
        kept = {name: getattr(self, name)[accounts] for name in names}
        for name in ("sure_worth", "sure_strength", "done"):
            whole = getattr(self, name)
            kept[name] = None if whole is None else whole[accounts]
        limits = tuple(replace(limit, weight=limit.weight[accounts]) for limit in self.limits)
        return replace(self, curves=self.curves.only(accounts), limits=limits, **kept)


def sum_by_group(worth: Numbers) -> Numbers:
    """(n, 3) from (n, 5): what an account is worth to each group, the sum over the goods of the group."""
    summed = np.zeros((len(worth), len(GROUPS)))
    for good, group in enumerate(GROUP_INDEX):
        summed[:, group] += worth[:, good]
    return summed


def strongest_by_group(strength: Numbers) -> Numbers:
    """(n, 3) from (n, 5): the largest strength among the goods of each group."""
    strongest = np.zeros((len(strength), len(GROUPS)))
    for good, group in enumerate(GROUP_INDEX):
        strongest[:, group] = np.maximum(strongest[:, group], strength[:, good])
    return strongest


def same_but_balance(one: Problem, other: Problem) -> bool:
    """Whether two problems differ in the balance and its weights at the most."""
    kept = (item.name for item in fields(Problem) if item.name not in ("aim", "weights", "balance_weight"))
    return all(_alike(getattr(one, name), getattr(other, name)) for name in kept)


def _alike(one: object, other: object) -> bool:
    if one is other:
        return True
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, (Curves, Limit)) and type(one) is type(other):
        return all(_alike(getattr(one, item.name), getattr(other, item.name)) for item in fields(one))
    return one == other
