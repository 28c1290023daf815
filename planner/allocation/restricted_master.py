"""The restricted master problem: a model of some segments inside the solver, that grows until nothing is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from planner.allocation.constraints.base import UserConstraint
from planner.allocation.model import SOFT, Model
from planner.allocation.objective import Objective
from planner.allocation.pieces import Pieces
from planner.allocation.pricing import LpSolution, surplus_of
from planner.allocation.problem import Problem
from planner.allocation.solvers.highs import Basis, HighsSolver, SolverResult
from planner.allocation.solvers.other import OtherSolver
from planner.arrays import Mask, Numbers
from planner.goods import GROUPS
from planner.vocabulary import Status

TOLERANCE = 1e-7
"""Reduced costs up to this are zero; the objective is in average hours, so its coefficients are near one."""
ROUNDS = 60
NEARLY = 0.02
"""When the model grows, segments that lack no more than this, in average hours, are stated with those that enter; it
is times the growths so far, so that a model that is turned to many balances soon holds what they need."""
VIOLATION = 1e-6
"""Hours (or money, in its own unit) by which the user's rows may be missed for the solver's noise."""
NOTHING = Objective(np.zeros(len(GROUPS)))
"""With it an elastic model minimises the violation of the user's rows alone."""


class NoPlanAtAllError(Exception):
    """The user's locks, minimums, limits and capacities contradict each other; found here, explained elsewhere."""


class RestrictedMaster:
    """One restricted model inside the solver, and what is needed to let it grow.

    Args:
        constraints: the user's rows; all of the problem's when None.
        other: another of PuLP's solvers; then the whole model is stated, as it gives no duals.
        forced: by row `open`, hours that may be past it to begin with; see `Model`.
    """

    def __init__(
        self,
        problem: Problem,
        pieces: Pieces,
        stated: Mask,
        usable: Numbers,
        constraints: tuple[UserConstraint, ...] | None = None,
        other: OtherSolver | None = None,
        *,
        forced: Mapping[str, float] | None = None,
    ) -> None:
        self.problem, self.pieces, self.usable = problem, pieces, usable
        self.constraints, self.other = constraints, other
        self.stated: Mask = stated if other is None else np.ones(pieces.size, dtype=bool)
        self._elastic = False
        self._forced = dict(forced or {})
        self._growths = 0
        self._state()

    def _state(self, basis: Basis | None = None) -> None:
        stated = self.pieces.only(self.stated)
        self.model = Model(
            self.problem, stated, self.usable, self.constraints, forced=self._forced, elastic=self._elastic
        )
        self.solver = None if self.other else HighsSolver(self.model.lp, self.model.columns, basis=basis)

    def turn(self, problem: Problem, usable: Numbers) -> None:
        """The same list at another balance: only the floors change."""
        self.problem, self.usable = problem, usable
        for row, least in self.model.turn(problem, usable).items():
            if self.solver is not None:
                self.solver.set_row(row, least, np.inf)
        if self._forced:
            self._forced = {}
            self._state(None if self.solver is None else self.solver.basis)

    def optimum(self, objective: Objective, *, ties: bool = False) -> LpSolution:
        """The optimum of the whole model.

        Args:
            ties: state the segments that would do just as well too, so that all optima are in the restricted model.

        Raises:
            NoPlanAtAllError: when no plan keeps the user's rows.
        """
        tolerance = -TOLERANCE if ties else TOLERANCE
        solution = self._priced(objective, tolerance)
        if solution.result.status is Status.INFEASIBLE and self.other is None:
            self._find_any_plan()
            solution = self._priced(objective, tolerance)
        if solution.result.status is not Status.OPTIMAL:
            raise NoPlanAtAllError
        return solution

    def _find_any_plan(self) -> None:
        """State the segments that it takes to keep all of the user's rows.

        Raises:
            NoPlanAtAllError: when nothing keeps them all.
        """
        self._elastic = True
        self._state()
        least = self._priced(NOTHING, TOLERANCE * SOFT)
        self._elastic = False
        self._forced = forced_by(self.model, least.result)
        self._state()

    def _priced(self, objective: Objective, tolerance: float) -> LpSolution:
        """Solve, price, grow, until no segment left out is worth more than the tolerance."""
        for _ in range(ROUNDS):
            solution = LpSolution(self.model, self._run(objective), objective)
            if solution.result.status is not Status.OPTIMAL or self.stated.all():
                return solution
            surplus = np.where(self.stated, -np.inf, surplus_of(solution, self.pieces))
            if surplus.max() <= tolerance:
                return replace(solution, largest_reduced_cost=max(0.0, float(surplus.max())))
            self._grow(surplus, tolerance)
        self.stated[:] = True
        self._state()
        return LpSolution(self.model, self._run(objective), objective)

    def _run(self, objective: Objective) -> SolverResult:
        costs = self.model.costs(objective)
        if self.solver is None:
            assert self.other is not None
            self.model.minimise(costs)
            return self.other.solve(self.model.lp, self.model.columns)
        self.solver.set_costs(costs)
        return self.solver.run()

    def _grow(self, surplus: Numbers, tolerance: float) -> None:
        """State what enters and what nearly does, with all that comes before it on the same curves."""
        account, rank = self.pieces.account, self.pieces.rank
        self._growths += 1
        near = surplus > min(tolerance, -NEARLY * self._growths)
        depth = np.zeros(self.problem.size, dtype=np.intp)
        np.maximum.at(depth, account[near], rank[near] + 1)
        self.stated = self.stated | (rank < depth[account])
        self._state(None if self.solver is None else self.solver.basis)


def forced_by(model: Model, least: SolverResult) -> dict[str, float]:
    """By row `open`, the hours that minimums and limits force past it, in a solution of least violation.

    Raises:
        NoPlanAtAllError: when it violates a row of the user's.
    """
    broken = {row: float(least.values[columns].sum()) for row, columns in model.slack.items()}
    if sum(amount for row, amount in broken.items() if not row.startswith("open")) > VIOLATION:
        raise NoPlanAtAllError
    return {row: amount + VIOLATION for row, amount in broken.items() if row.startswith("open") and amount > 0}
