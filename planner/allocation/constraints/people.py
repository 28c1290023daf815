"""What people have time for: their hours, the hours they have spent already, how many accounts they serve."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from planner.allocation.constraints.base import GIVEN, Kind, UserConstraint
from planner.allocation.problem import Problem
from planner.allocation.solvers.linear_program import AT_LEAST, AT_MOST
from planner.arrays import Numbers

if TYPE_CHECKING:
    from planner.allocation.model import Model


@dataclass(frozen=True)
class Capacity(UserConstraint):
    """A person has so many hours: `Σ_i h_ip ≤ hours`."""

    kind: ClassVar[Kind] = Kind.CAPACITY

    def add(self, model: Model) -> None:
        columns, hours = model.spent_by(self.at, model.pieces.hours, np.ones(len(model.pairs.column)))
        model.user_row(self.rows[0], columns, hours, AT_MOST, model.spendable(self.at, self.value))

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
    counts: ClassVar[bool] = True

    def add(self, model: Model) -> None:
        model.count_accounts(self.rows[0], np.ones(model.problem.size, dtype=bool), None, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, max_accounts=None)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return float((spent.sum(axis=1) > GIVEN).sum()) - self.value


@dataclass(frozen=True)
class MostAccountsEach(UserConstraint):
    """Each person serves at most so many accounts."""

    kind: ClassVar[Kind] = Kind.ACCOUNTS_EACH
    counts: ClassVar[bool] = True

    def add(self, model: Model) -> None:
        everything = np.ones(model.problem.size, dtype=bool)
        for person, row in enumerate(self.rows):
            model.count_accounts(row, everything, person, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, max_accounts_per_person=None)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        return float((spent > GIVEN).sum(axis=0).max(initial=0)) - self.value
