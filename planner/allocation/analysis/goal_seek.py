"""Goal seek: the fewest hours that reach a target, and what the balance costs where it cannot be had in full.

The balance is kept on the hours used, not on those the list could use. Rows beyond those of `model`:
    used_<group>        Σ_ik counts_ikG·x_ik + missed_G ≥ (t_G − tolerance)·Σ_i h_i
    reach_<group>       what the hours add for a group ≥ reached·target of the group
Columns: missed_<group>, hours; reached, 1 or as much of every target as can be reached.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.balance import aims, usable_hours
from planner.allocation.integer.points_model import IntegerModel, choices, needed
from planner.allocation.integer.search import rounded
from planner.allocation.model import Model
from planner.allocation.objective import Objective
from planner.allocation.pieces import segments
from planner.allocation.problem import Problem
from planner.allocation.solvers.highs import HighsSolver, SolverResult
from planner.allocation.solvers.linear_program import AT_LEAST
from planner.arrays import Numbers
from planner.goods import GROUPS

IN_WHOLE = 300
"""Accounts up to which the answer is found in whole blocks and steps."""
SECONDS = 5.0
SLACK = 1e-6
MISSED = 1000.0
"""Price of an hour by which the balance on the hours used is missed, in hours."""


@dataclass(frozen=True, eq=False)
class OnHoursUsed:
    """A split whose balance is kept on the hours it uses.

    Attributes:
        hours: (n,).  missed: hours by which it misses the balance on the hours used.
        reached: share of every target that is reached: 1, or less where the hours there are do not suffice.
    """

    hours: Numbers
    missed: float
    reached: float


class GoalSeek:
    """The model with targets, kept warm."""

    def __init__(self, problem: Problem, target: Numbers) -> None:
        """`target` (3,) is what the hours have to add for each group, 0 for no target."""
        self.problem = problem
        self.whole = needed(problem) and problem.size <= IN_WHOLE
        apart = replace(problem, held=(False,) * len(GROUPS), leave_open=False)
        self.model = self._model(apart)
        self._missed = self._keep_balance()
        self._reached = self._reach(target)
        self._solver = HighsSolver(self.model.lp, self.model.columns, whole=self.whole)

    def _model(self, problem: Problem) -> Model:
        usable = usable_hours(problem)
        if not self.whole:
            return Model(problem, segments(problem), usable)
        able = np.flatnonzero(np.maximum(problem.maximum, problem.minimum) > 0)
        return IntegerModel(problem, choices(problem, able), usable)

    def _keep_balance(self) -> list[int]:
        """The balance on the hours used, of all people's together."""
        pieces, missed = self.model.pieces, []
        aim = aims(self.problem).mean(axis=0) if self.problem.per_person else self.problem.aim
        for g, group in enumerate(GROUPS):
            least = max(0.0, float(aim[g]) - self.problem.tolerance) if self.problem.seen[g] else 0.0
            missed.append(self.model.column(f"missed_{group}"))
            terms = np.append(np.arange(pieces.size), missed[-1])
            some = pieces.counted.any(axis=1)
            used = pieces.counted[:, g] - least * pieces.hours * some
            self.model.row(f"used_{group}", terms, np.append(used, 1.0), AT_LEAST, 0.0)
        return missed

    def _reach(self, target: Numbers) -> int:
        """The rows of the targets; the column that says how much of all of them is reached."""
        pieces = self.model.pieces
        reached = self.model.column("reached", 1.0)
        for g in np.flatnonzero(target > 0).tolist():
            terms = np.append(np.arange(pieces.size), reached)
            part = np.append(pieces.value[:, g] / target[g], -1.0)
            self.model.row(f"reach_{GROUPS[g]}", terms, part, AT_LEAST, 0.0)
        return reached

    def fewest(self) -> OnHoursUsed | None:
        """Fewest hours that reach the targets; as much of them as possible where they are out of reach."""
        found = self._fewest(1.0)
        if found is not None:
            return found
        self._ask(0.0)
        most = self._run(self._of({self._reached: -1.0}))
        return None if most is None else self._fewest(max(0.0, float(most.values[self._reached]) - SLACK))

    def most_value(self, objective: Objective) -> OnHoursUsed | None:
        """The most value that keeps the balance exactly on the hours used; None where locks rule it out."""
        missed, none = np.array(self._missed, dtype=np.intp), np.zeros(len(self._missed))
        self._solver.set_columns(missed, none, none)
        return self._answer(self._run(self.model.costs(objective)))

    def _fewest(self, reached: float) -> OnHoursUsed | None:
        self._ask(reached)
        return self._answer(self._run(self._of(dict.fromkeys(self._missed, MISSED), hours=1.0)))

    def _ask(self, reached: float) -> None:
        """At least so much of every target."""
        self._solver.set_columns(np.array([self._reached]), np.array([reached]), np.array([1.0]))

    def _of(self, columns: dict[int, float], hours: float = 0.0) -> Numbers:
        """(columns,) costs of some columns, and of each hour."""
        cost, pieces = np.zeros(len(self.model.columns)), self.model.pieces
        cost[: pieces.size] = hours * pieces.hours
        cost[list(columns)] = list(columns.values())
        return cost

    def _run(self, cost: Numbers) -> SolverResult | None:
        self._solver.set_costs(cost)
        result = self._solver.search(SECONDS) if self.whole else self._solver.run()
        return result if result.found else None

    def _answer(self, result: SolverResult | None) -> OnHoursUsed | None:
        if result is None:
            return None
        spent = rounded(self.problem, self.model.spent(result.values)) if self.whole else None
        hours = self.model.hours(result.values) if spent is None else spent.sum(axis=1)
        missed = float(result.values[self._missed].sum())
        return OnHoursUsed(hours, missed if missed > 10 * SLACK else 0.0, min(1.0, float(result.values[self._reached])))
