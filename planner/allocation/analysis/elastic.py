"""The model with every constraint of the user's elastic: each may be broken by as much as it takes, at a price.

The accounts' own minimums, maximums and locks are rows; their bounds are only what an account can take by itself.
The balance can always be missed, so it never takes part.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.balance import usable_hours
from planner.allocation.constraints.base import Kind, UserConstraint
from planner.allocation.constraints.longer_curves import extended
from planner.allocation.integer.points_model import IntegerModel, choices
from planner.allocation.model import Model
from planner.allocation.pieces import segments
from planner.allocation.problem import Problem
from planner.allocation.solvers.highs import HighsSolver, SolverResult
from planner.allocation.solvers.linear_program import EQUAL
from planner.arrays import Mask, Numbers
from planner.valuation.response.curves import Curves

BROKEN = 1e-6
"""Amounts up to this are solver noise."""
SECONDS = 5.0


@dataclass(frozen=True, eq=False)
class Loosened:
    """A problem without the accounts' own minimums, maximums and locks.

    Attributes:
        problem: minimums 0, maximums what each account can take by itself.
        whole: whether blocks, steps and counts are kept.
    """

    problem: Problem
    constraints: tuple[UserConstraint, ...]
    whole: bool


def loosen(
    problem: Problem, constraints: tuple[UserConstraint, ...], natural: Numbers | None, *, whole: bool
) -> Loosened:
    """A problem whose only bounds are what accounts can take by themselves.

    Args:
        natural: (n,) hours each account could take without the user's own maximum; as many as there are when None.
    """
    own = {kind: _marked(problem.size, constraints, kind) for kind in (Kind.LOCK, Kind.MINIMUM, Kind.MAXIMUM)}
    most = np.full(problem.size, problem.total_hours) if natural is None else natural
    highest = np.where(own[Kind.MAXIMUM], np.maximum(most, problem.maximum), problem.maximum)
    highest = np.where(own[Kind.LOCK], problem.curves.maximum if natural is None else most, highest)
    forced = own[Kind.LOCK] | own[Kind.MINIMUM]
    highest = np.where(forced, np.maximum(highest, problem.minimum), highest)
    highest = np.maximum(np.where(forced | problem.worth.any(axis=1), highest, 0.0), 0.0)
    loose = replace(
        problem,
        curves=_reaching(problem, highest),
        minimum=np.zeros(problem.size),
        maximum=highest,
        locked=own[Kind.LOCK] | _off_grid(problem),
        block=np.where(forced, 0.0, problem.block),
        hour_cost=0.0,
        leave_open=False,
    )
    return Loosened(loose, constraints, whole)


def _marked(size: int, constraints: Collection[UserConstraint], kind: Kind) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[[one.at for one in constraints if one.kind is kind]] = True
    return mask


def _off_grid(problem: Problem) -> Mask:
    """(n,) accounts with no multiple of the step between their bounds; they keep their own hours."""
    if problem.step <= 0:
        return np.zeros(problem.size, dtype=bool)
    first = np.ceil(problem.minimum / problem.step - 1e-9) * problem.step
    return np.asarray(first > problem.maximum + 1e-9)


def _reaching(problem: Problem, highest: Numbers) -> Curves:
    """Curves out to `highest` (n,); plain lines where no money is asked for, because then only hours matter."""
    curves = problem.curves
    if problem.min_money is None:
        hours = np.column_stack([np.zeros(problem.size), highest])
        nothing = np.zeros_like(hours)
        return replace(curves, hours=hours, share=nothing, exact=nothing, maximum=highest)
    return extended(curves, highest)


@dataclass(frozen=True, eq=False)
class Tried:
    """How a set of constraints went: whether it can hold, and by how much each other one was broken.

    Attributes:
        spent: (n, m) hours of each person on each account; None where nothing holds.
    """

    holds: bool
    result: SolverResult
    broken: dict[UserConstraint, float]
    spent: Numbers | None = None

    def change(self) -> float:
        """All changes together, in weighted hours."""
        return sum(constraint.weight * amount for constraint, amount in self.broken.items())

    @property
    def hours(self) -> Numbers:
        """(n,) hours of each account."""
        assert self.spent is not None
        return np.asarray(self.spent.sum(axis=1))


class Elastic:
    """One model, kept warm, in which each constraint of the user's can be enforced, priced or dropped."""

    def __init__(self, loosened: Loosened, given: Numbers | None = None) -> None:
        """`given` (n,) fixes the hours of every account."""
        self.constraints, self.whole = loosened.constraints, loosened.whole
        problem = self.problem = loosened.problem
        usable = usable_hours(problem)
        if self.whole:
            everything = choices(problem, np.flatnonzero(problem.maximum > 0))
            self.model: Model = IntegerModel(problem, everything, usable, self.constraints, elastic=True)
        else:
            self.model = Model(problem, segments(problem), usable, self.constraints, elastic=True)
        if given is not None:
            for i in np.flatnonzero(given).tolist():
                mine = np.arange(self.model.first[i], self.model.first[i + 1])
                self.model.row(f"given_{self.model.slugs[i]}", mine, self.model.pieces.hours[mine], EQUAL, given[i])
        self.solver = HighsSolver(self.model.lp, self.model.columns, whole=self.whole)
        slack = self.model.slack
        self._slack = {c: [j for row in c.rows for j in slack.get(row, [])] for c in self.constraints}
        self._of_row = {row: c for c in self.constraints for row in c.rows}

    def attempt(self, enforced: Collection[UserConstraint], priced: Collection[UserConstraint]) -> Tried:
        """Keep `enforced`, break `priced` as little as possible, and let all others be broken for nothing."""
        kept, weighed = set(enforced), set(priced)
        cost = np.zeros(len(self.model.columns))
        for constraint, columns in self._slack.items():
            own = np.array(columns, dtype=np.intp)
            most = np.full(len(own), 0.0 if constraint in kept else np.inf)
            self.solver.set_columns(own, np.zeros(len(own)), most)
            cost[own] = constraint.weight if constraint in weighed else 0.0
        self.solver.set_costs(cost)
        result = self.solver.search(SECONDS, 0.0) if self.whole else self.solver.run()
        if not result.found:
            return Tried(False, result, {})
        return Tried(True, result, self._broken(result, weighed), self.model.spent(result.values))

    def core(self, enforced: Collection[UserConstraint]) -> tuple[UserConstraint, ...]:
        """An irreducible set of constraints that cannot all hold, of some that were just found not to (by HiGHS)."""
        rows, _ = self.solver.conflict()
        names = list(self.model.row_at)
        found = {self._of_row[names[row]] for row in rows if names[row] in self._of_row}
        return tuple(c for c in self.constraints if c in found and c in set(enforced))

    def _broken(self, result: SolverResult, priced: set[UserConstraint]) -> dict[UserConstraint, float]:
        amounts = {c: float(result.values[self._slack[c]].max(initial=0.0)) for c in self.constraints if c in priced}
        return {constraint: amount for constraint, amount in amounts.items() if amount > BROKEN}

    def shift(self, tried: Tried, constraint: UserConstraint) -> float:
        """By how much the constraint's amount would have to rise (fall, below 0) for a solution to keep it."""
        shifts = [0.0]
        for j in self._slack[constraint]:
            sign = -1.0 if self.model.columns[j].name.startswith("under_") else 1.0
            shifts.append(sign * float(tried.result.values[j]))
        return max(shifts, key=abs)
