"""The linear program solved by column generation: a restricted model that grows by pricing, until nothing is left out.

The whole model has a column for each segment of each curve, and most of them can never enter a plan. The *restricted
master problem* states the first segments of promising accounts. Let y be its optimal duals. For an account that is
not stated, its row `people` gets the dual that prices an hour on it at the least any of its people asks, so that
every column but its segments has a reduced cost of at least 0. Then y is feasible for the dual of the whole model,
hence the restricted optimum is the whole one, as soon as no segment left out has a negative reduced cost. Otherwise
those segments are stated and the model is solved again; there are finitely many.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from planner.allocation.balance import floors, usable_hours
from planner.allocation.constraints.user_constraints import unavoidable
from planner.allocation.integer.hull import Hull
from planner.allocation.objective import Objective, objective_of
from planner.allocation.pieces import Pieces, segments
from planner.allocation.pricing import LpSolution, promising, serving
from planner.allocation.problem import Problem, same_but_balance
from planner.allocation.restricted_master import TOLERANCE, NoPlanAtAllError, RestrictedMaster
from planner.allocation.solvers.other import OtherSolver
from planner.allocation.tie_break import settle
from planner.arrays import Numbers
from planner.goods import GROUPS

IDLE = 1e-9
"""Price of an hour, in average hours, where one is asked for: an hour that brings just its cost is not planned."""


class ColumnGeneration:
    """What can be kept between solves of one list: its segments, its ideals, the restricted master and the hull.

    It only saves time: plans are the same without it. It belongs to one list and one thread. `priced` is the linear
    program that gave the last plan's prices.
    """

    def __init__(self, other: OtherSolver | None = None, idle: float = 0.0) -> None:
        """`idle` is a price of every hour, in average hours, that leaves hours open that bring nothing."""
        self.other, self.idle = other, idle
        self.priced: LpSolution | None = None
        self._problem: Problem | None = None
        self._pieces: Pieces | None = None
        self._ideal: Numbers | None = None
        self._master: RestrictedMaster | None = None
        self._hull: Hull | None = None

    def solve(
        self, problem: Problem, ideal: Numbers | None = None, *, ties: bool = True, beside: LpSolution | None = None
    ) -> LpSolution:
        """The optimum of the linear program of a problem.

        Args:
            ideal: (3,) ideals of a base list; the problem's own when None.
            ties: of several optima take the one that `tie_break` settles on.
            beside: a solution that this one is compared with: the floors of the balance are shares of the hours that
                its list can use, and what it forces past the open hours may be past them here too. A problem that
                only leaves out a row can then do no worse.

        Raises:
            NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
        """
        if cannot_stand(problem):
            raise NoPlanAtAllError
        self._know(problem)
        objective = objective_of(problem, self.ideal(problem) if ideal is None else ideal)
        usable = self._usable(problem, objective) if beside is None else beside.model.usable
        if self._master is None:
            self._master = self._stated(problem, objective, usable, beside.model.forced if beside else None)
        else:
            self._master.turn(problem, usable)
        objective = replace(objective, hour_price=objective.hour_price + self.idle)
        try:
            solution = self._master.optimum(objective, ties=ties)
        except NoPlanAtAllError:
            self._master = None
            raise
        if ties and self._master.solver is not None:
            solution = replace(solution, result=settle(self._master.model, self._master.solver, solution.result))
        self.priced = solution
        return solution

    def hull(self, lp: LpSolution) -> LpSolution | None:
        """The optimum over the hull of whole blocks, of the problem just solved; None where the hull has no plan."""
        if self._hull is None:
            self._hull = Hull(lp)
        else:
            self._hull.turn(lp)
        found = self._hull.optimum(lp)
        if found is None:
            self._hull = None
        return found

    def ideal(self, problem: Problem) -> Numbers:
        """(3,) the most each group could add with all hours, by capacities and the accounts' own bounds alone."""
        self._know(problem)
        if self._ideal is None:
            self._ideal = self._most_of_each(problem)
        return self._ideal

    def _know(self, problem: Problem) -> None:
        """Forget what was kept where the problem differs in more than its balance."""
        if self._problem is None or not same_but_balance(self._problem, problem):
            self._pieces, self._ideal, self._master, self._hull = segments(problem), None, None, None
        self._problem = problem

    def _most_of_each(self, problem: Problem) -> Numbers:
        assert self._pieces is not None
        alone = replace(problem, aim=np.zeros(len(GROUPS)), leave_open=False, per_person=False)
        ideal, start = np.zeros(len(GROUPS)), np.zeros(self._pieces.size, dtype=bool)
        objectives: list[Objective | None] = []
        for g in range(len(GROUPS)):
            steepest = float(self._pieces.value[:, g].max(initial=0.0))
            unit = np.eye(len(GROUPS))[g] / steepest if steepest > 0 else None
            objectives.append(None if unit is None else Objective(unit))
            if unit is not None:
                start |= promising(alone, self._pieces, self._pieces.value @ unit)
        master = RestrictedMaster(alone, self._pieces, start, usable_hours(alone), unavoidable(problem), self.other)
        for g, objective in enumerate(objectives):
            if objective is not None:
                if master.solver is not None:
                    master.solver.forget()
                most = master.optimum(objective).value
                ideal[g] = most / objective.unit[g] if most > TOLERANCE else 0.0
        return ideal

    def _stated(
        self, problem: Problem, objective: Objective, usable: Numbers, forced: Mapping[str, float] | None
    ) -> RestrictedMaster:
        """The master that begins with what hours given by worth alone, or to one group alone, could reach."""
        assert self._pieces is not None
        gain = -objective.cost(self._pieces)
        start = promising(problem, self._pieces, gain)
        for g, least in enumerate(floors(problem, usable).sum(axis=0)):
            if least > 0:
                start |= serving(self._pieces, gain, g, float(least))
        return RestrictedMaster(problem, self._pieces, start, usable, None, self.other, forced=forced)

    def _usable(self, problem: Problem, objective: Objective) -> Numbers:
        """(pools,) hours that the list can use; where they cost something, those worth it without a balance."""
        usable = usable_hours(problem)
        if objective.hour_price <= 0:
            return usable
        assert self._pieces is not None
        free = replace(objective, shortage_price=0.0, hour_price=objective.hour_price + IDLE)
        apart = replace(problem, leave_open=False)
        start = promising(problem, self._pieces, -free.cost(self._pieces))
        solution = RestrictedMaster(apart, self._pieces, start, usable, None, self.other).optimum(free)
        spent = solution.model.spent(solution.result.values).sum(axis=0)
        return np.asarray(np.minimum(usable, spent if problem.per_person else np.array([spent.sum()])))


def cannot_stand(problem: Problem) -> bool:
    """Whether settings of one account, or the shares within `you`, contradict each other by themselves."""
    own = (problem.minimum > problem.maximum + TOLERANCE) | (problem.maximum < 0)
    return bool(own.any() or sum(problem.within_you) > 1 + TOLERANCE)
