"""Limits over many accounts: the `Limits` sheet, shares within you, the money expected, hours moved from today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np

from planner.allocation.constraints.base import Kind, UserConstraint
from planner.allocation.pieces import Pieces
from planner.allocation.problem import Limit, Problem
from planner.allocation.solvers.linear_program import AT_LEAST, AT_MOST, EQUAL
from planner.arrays import Numbers
from planner.goods import WITHIN_YOU

if TYPE_CHECKING:
    from planner.allocation.model import Model


@dataclass(frozen=True)
class HoursLimit(UserConstraint):
    """A row of the `Limits` sheet, or a setting that says the same: `lower ≤ Σ_i weight_i·h_i ≤ upper`.

    A limit on one good counts as much of an account's hours as it serves that good.
    """

    kind: ClassVar[Kind] = Kind.LIMIT

    @classmethod
    def of(cls, number: int, limit: Limit, row: str) -> HoursLimit:
        """What states the problem's n-th limit, in a row of that name."""
        value, unit = limit.lower if np.isfinite(limit.lower) else limit.upper, "h"
        if (limit.weight < 0).any():
            value, unit = -float(limit.weight.min()), "share" if limit.where == "min_prospect_share" else "times"
        return cls(number, limit.name, limit.where, value, unit, (row,))

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
        rest = tuple(0.0 if k == self.at else least for k, least in enumerate(problem.within_you))
        return replace(problem, within_you=rest)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return -float(self._weight(problem) @ spent.sum(axis=1))

    def _weight(self, problem: Problem) -> Numbers:
        served = goods_per_hour(problem)
        return np.asarray(served[:, WITHIN_YOU[self.at]] - self.value * served[:, list(WITHIN_YOU)].max(axis=1))


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


LIMITS: Final[Mapping[type[Limit], Callable[[int, Limit, str], UserConstraint]]] = {Limit: HoursLimit.of}
"""What states a limit, by its class: a limit of a new kind is a class of its own, of `Limit`, and an entry here."""


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
