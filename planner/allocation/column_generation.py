"""The linear program solved by column generation: a restricted model that grows by pricing, until nothing is left out.

The whole model has a column for each segment of each curve, and most of them can never enter a plan. The *restricted
master problem* states the first segments of promising accounts. Let y be its optimal duals. For an account that is
not stated, its row `people` gets the dual that prices an hour on it at the least any of its people asks, so that
every column but its segments has a reduced cost of at least 0. Then y is feasible for the dual of the whole model,
hence the restricted optimum is the whole one, as soon as no segment left out has a negative reduced cost. Otherwise
those segments are stated and the model is solved again; there are finitely many.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.alike import same_but_balance
from planner.allocation.balance import floors, usable_hours
from planner.allocation.constraints.user_constraints import UserConstraint, unavoidable
from planner.allocation.model import SOFT, Model, Objective
from planner.allocation.pieces import Pieces, counts_per_hour, segments
from planner.allocation.problem import MONEY, Mask, Numbers, Problem
from planner.allocation.solvers.highs import Basis, HighsSolver, OtherSolver, SolverResult
from planner.allocation.tie_break import settle
from planner.goods import GROUPS
from planner.vocabulary import Status

TOLERANCE = 1e-7
"""Reduced costs up to this are zero; the objective is in average hours, so its coefficients are near one."""
ROUNDS = 60
HEADROOM = 0.9
"""To begin with, segments worth at least this share of the guessed price of an hour are stated."""
NEARLY = 0.02
"""When the model grows, segments that lack no more than this, in average hours, are stated with those that enter; it
is times the growths so far, so that a model that is turned to many balances soon holds what they need."""
ENOUGH = 1.4
"""Times the hours of a group's floor that are looked at to begin with."""
VIOLATION = 1e-6
"""Hours (or money, in its own unit) by which the user's rows may be missed for the solver's noise."""
NOTHING = Objective(np.zeros(len(GROUPS)))
"""With it an elastic model minimises the violation of the user's rows alone."""
IDLE = 1e-9
"""Price of an hour, in average hours, where one is asked for: an hour that brings just its cost is not planned."""


class NoPlanAtAllError(Exception):
    """The user's locks, minimums, limits and capacities contradict each other; found here, explained elsewhere."""


@dataclass(frozen=True, eq=False)
class LpSolution:
    """Optimum of the whole linear program, by the restricted model that gave it.

    Attributes:
        largest_reduced_cost: what the best segment left out would bring per hour, in average hours; 0 where none.
    """

    model: Model
    result: SolverResult
    objective: Objective
    largest_reduced_cost: float = 0.0

    def dual(self, row: str) -> float:
        """Dual of a row; 0 for one that is not stated."""
        at = self.model.row_at.get(row)
        return 0.0 if at is None else float(self.result.row_dual[at])

    @property
    def value(self) -> float:
        """What the plan reaches, in average hours, maximised."""
        return -self.result.objective

    @property
    def hours(self) -> Numbers:
        """(n,) hours of each account."""
        return self.model.hours(self.result.values)


class RestrictedMaster:
    """One restricted model inside the solver, and what is needed to let it grow.

    Args:
        constraints: the user's rows; all of the problem's when None.
        other: another of PuLP's solvers; then the whole model is stated, as it gives no duals.
    """

    def __init__(
        self,
        problem: Problem,
        pieces: Pieces,
        stated: Mask,
        usable: Numbers,
        constraints: tuple[UserConstraint, ...] | None = None,
        other: OtherSolver | None = None,
    ) -> None:
        self.problem, self.pieces, self.usable = problem, pieces, usable
        self.constraints, self.other = constraints, other
        self.stated: Mask = stated if other is None else np.ones(pieces.size, dtype=bool)
        self._elastic = False
        self._forced: dict[str, float] = {}
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
        self.problem = self.model.problem = problem
        self.usable = self.model.usable = usable
        for pool, least in enumerate(floors(problem, usable)):
            for g, group in enumerate(GROUPS):
                name = f"balance_{group}{self.model.of_pool(pool)}"
                self.model.set_rhs(name, float(least[g]))
                if self.solver is not None:
                    self.solver.set_row(self.model.row_at[name], float(least[g]), np.inf)
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


def surplus_of(solution: LpSolution, pieces: Pieces) -> Numbers:
    """(r,) what one unit of each piece would bring beyond its price: its reduced cost, negated."""
    model = solution.model
    surplus = -solution.objective.cost(pieces)
    for name, coefficient in model.coefficient.items():
        if y := solution.dual(name):
            surplus += y * coefficient(pieces)
    near, far = hour_duals(solution)
    return surplus + near[pieces.account] * pieces.near + far[pieces.account] * pieces.far


def hour_duals(solution: LpSolution) -> tuple[Numbers, Numbers]:
    """(n,) twice: what an hour on each account is worth to the rows of the best person for it, up to `guess_hours`
    and past it; the price of the person's time, negated, and what counts towards the person's own balance."""
    model, problem = solution.model, solution.model.problem
    people, pairs = range(len(problem.people)), problem.pairs
    person = np.array([solution.dual(f"capacity_{model.people[p]}") for p in people])
    if not problem.per_person:
        best = -pairs.least(-person[pairs.person])
        return best, best
    person += np.array([solution.dual(f"open{model.of_pool(p)}") for p in people])
    floor = np.array([[solution.dual(f"balance_{group}{model.of_pool(p)}") for group in GROUPS] for p in people])
    worth = (
        person[pairs.person] + (counted[pairs.account] * floor[pairs.person]).sum(axis=1)
        for counted in counts_per_hour(problem)
    )
    near, far = (-pairs.least(-each) for each in worth)
    return near, far


class ColumnGeneration:
    """What can be kept between solves of one list: its segments, its ideals and the restricted master.

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

    def solve(self, problem: Problem, ideal: Numbers | None = None, *, ties: bool = True) -> LpSolution:
        """The optimum of the linear program of a problem.

        Args:
            ideal: (3,) ideals of a base list; the problem's own when None.
            ties: of several optima take the one that `tie_break` settles on.

        Raises:
            NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
        """
        if cannot_stand(problem):
            raise NoPlanAtAllError
        self._know(problem)
        objective = objective_of(problem, self.ideal(problem) if ideal is None else ideal)
        usable = self._usable(problem, objective)
        if self._master is None:
            self._master = self._stated(problem, objective, usable)
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

    def ideal(self, problem: Problem) -> Numbers:
        """(3,) the most each group could add with all hours, by capacities and the accounts' own bounds alone."""
        self._know(problem)
        if self._ideal is None:
            self._ideal = self._most_of_each(problem)
        return self._ideal

    def _know(self, problem: Problem) -> None:
        """Forget what was kept where the problem differs in more than its balance."""
        if self._problem is None or not same_but_balance(self._problem, problem):
            self._pieces, self._ideal, self._master = segments(problem), None, None
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
                most = master.optimum(objective).value
                ideal[g] = most / objective.unit[g] if most > TOLERANCE else 0.0
        return ideal

    def _stated(self, problem: Problem, objective: Objective, usable: Numbers) -> RestrictedMaster:
        """The master that begins with what hours given by worth alone, or to one group alone, could reach."""
        assert self._pieces is not None
        gain = -objective.cost(self._pieces)
        start = promising(problem, self._pieces, gain)
        for g, least in enumerate(floors(problem, usable).sum(axis=0)):
            if least > 0:
                start |= serving(self._pieces, gain, g, float(least))
        return RestrictedMaster(problem, self._pieces, start, usable, None, self.other)

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


def units(problem: Problem, ideal: Numbers) -> Numbers:
    """(3,) objective (attainment) per unit of each group's value: `t_G / ideal_G`; money where a point has a worth."""
    if problem.point_worth is None:
        return np.divide(problem.weights, ideal, out=np.zeros(len(GROUPS)), where=ideal > 0)
    money = np.where(np.arange(len(GROUPS)) == MONEY, 1.0, problem.point_worth)
    most = float((money * ideal).max())
    return np.asarray(money / most if most > 0 else np.zeros(len(GROUPS)))


def objective_of(problem: Problem, ideal: Numbers) -> Objective:
    """The objective of a problem in average hours."""
    unit = units(problem, ideal) * scale_of(problem)
    hour_price = problem.hour_cost * float(unit[MONEY]) if problem.in_money else 0.0
    return Objective(unit, hour_price, problem.balance_weight)


def scale_of(problem: Problem) -> float:
    """H: average hours per unit of attainment."""
    return max(problem.total_hours, 1.0)


def promising(problem: Problem, pieces: Pieces, gain: Numbers) -> Mask:
    """(r,) segments to begin with: what people's hours could reach if the best went first, and all that are forced.

    Accounts that one person serves take that person's hours, the others anybody's, as if there were no other account.

    Args:
        gain: (r,) of an hour.
    """
    alone = np.where(problem.eligible.sum(axis=1) == 1, problem.eligible.argmax(axis=1), -1)[pieces.account]
    prices = np.array([_price(gain, pieces.most, alone == p, person.hours) for p, person in enumerate(problem.people)])
    anybody = _price(gain, pieces.most, np.ones(pieces.size, dtype=bool), problem.total_hours)
    price = np.where(alone >= 0, prices[alone], min(anybody, float(prices.min())))
    return np.asarray(((gain > 0) & (gain >= HEADROOM * price)) | (problem.minimum > 0)[pieces.account])


def serving(pieces: Pieces, gain: Numbers, group: int, least: float) -> Mask:
    """(r,) segments to begin with for a group's floor of so many hours: the best of those that count for it."""
    counted = pieces.counted[:, group]
    price = _price(gain, pieces.most * counted, counted > 0, ENOUGH * least)
    return np.asarray((gain > 0) & (counted > 0) & (gain >= HEADROOM * price))


def _price(gain: Numbers, width: Numbers, some: Mask, hours: float) -> float:
    """What the hour brings on which `hours` run out if the best of some segments go first; 0 where they never do."""
    useful = np.flatnonzero(some & (gain > 0))
    order = useful[np.argsort(-gain[useful], kind="stable")]
    last = int(np.searchsorted(np.cumsum(width[order]), hours))
    return float(gain[order[last]]) if last < len(order) else 0.0
