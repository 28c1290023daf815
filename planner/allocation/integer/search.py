"""The best plan in whole blocks and steps, and the bound that proves how good it is.

The optimum over the convex hull of what each account can do in whole blocks (see `hull`) bounds every such plan. The
plans near it are searched first, which are nearly always close enough to that bound. Where the gap stays open, every
account that could enter within it is searched, by the prices of the hull.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.integer.alike import spare_alike
from planner.allocation.integer.hull import within
from planner.allocation.integer.people_search import PeopleSearch
from planner.allocation.integer.points_model import IntegerModel, choices, span, stepped
from planner.allocation.objective import Objective
from planner.allocation.pieces import FINE, Pieces
from planner.allocation.pricing import LpSolution
from planner.allocation.problem import Problem
from planner.allocation.restricted_master import NOTHING, TOLERANCE, NoPlanAtAllError, forced_by
from planner.allocation.solvers.highs import GOOD_ENOUGH, HighsSolver, SolverResult
from planner.arrays import Index, Mask, Numbers
from planner.errors import NoPlan
from planner.vocabulary import Status

CLOSE, FEW = 0.002, 100
"""A plan near the hull is taken when it is so close to the bound, where at most so many accounts get time."""
NEAR_ENOUGH, ROUGHLY, SOON = 0.01, 0.003, 20.0
"""On longer lists, where each per mille costs seconds: the same, the gap at which the search near the hull stops, and
its longest time in seconds."""
MANY_PEOPLE, MORE, SHARED = 15, 1.2, 5
"""People from whom on a few are searched at a time, times as many accounts each as the hull serves that are among those
searched, and the most people who may serve one of these."""
MANY_SHARES, ENOUGH = 500, 50
"""Where the hull's accounts may be shared in so many ways (one by eight people in eight), there are no end of ways to
pack them into people's hours, and a search finds nearly all that it finds at its root: then it ends after so many
branches, and its plan is taken."""
ROUNDED = 6
"""Decimals of the hull's hours that count: a solver's noise may not decide which steps are looked at."""
MOVED = 1e-6
"""Price of an hour moved from today, in average hours: too small to change what a plan is worth."""
OPTIMAL = 1e-6
"""A gap up to this is none."""
TOO_MANY = 400
"""Accounts with time past which the plan near the hull is taken as it is: looking further would take minutes."""
OUT_OF_TIME = (
    "No plan in whole blocks was found within the time limit; raise “time_limit”, or set “smallest_block” and "
    "“hour_step” to 0."
)


@dataclass(frozen=True, eq=False)
class IntegerSolution:
    """A plan in whole blocks and steps.

    Attributes:
        model, result: what was solved.
        spent: (n, m) hours of each person on each account.
        value, bound: of the plan, and that no plan can pass; in average hours.
        hull: the optimum over the convex hull, whose prices say what an account's first block has to bring.
    """

    model: IntegerModel
    result: SolverResult
    spent: Numbers
    value: float
    bound: float
    hull: LpSolution | None = None
    status: Status = Status.WITHIN_GAP

    @property
    def gap(self) -> float:
        """What a better plan could bring, as a share of the bound."""
        return (self.bound - self.value) / max(abs(self.bound), 1e-9)


class IntegerSearch:
    """The search for one problem's plan, from its linear program and the optimum over its hull (None without one)."""

    def __init__(
        self, lp: LpSolution, hull: LpSolution | None, seconds: float, pause: Callable[[], None] = lambda: None
    ) -> None:
        """`pause` is called before the longer search; what it raises ends the work there."""
        self.lp, self.hull, self.problem = lp, hull, lp.model.problem
        self.deadline = time.perf_counter() + seconds
        self.objective = replace(lp.objective, moved_price=MOVED)
        self.forced, self.late, self.cut, self.pause = lp.model.forced, False, False, pause

    def best(self) -> IntegerSolution:
        """The best plan that is found, with the bound that was proven.

        Raises:
            NoPlanAtAllError: when no plan in whole blocks keeps all limits.
            NoPlan: when the time was up before any plan was found.
        """
        if self.hull is None:
            return self._full(None, None)
        near = self._near(self.hull)
        if near is not None and (self._is_close(self.hull, near) or self._is_all()):
            return near
        self.pause()
        return self._full(self.hull, near)

    def _near(self, hull: LpSolution) -> IntegerSolution | None:
        """The best plan about the hull's optimum: its accounts, a few steps either side of their hours."""
        hours = hull.hours
        takes = np.ones(self.problem.size)
        assert isinstance(hull.model, IntegerModel)
        for i, column in hull.model.takes.items():
            takes[i] = hull.result.values[column]
        whole: Numbers = np.divide(hours, takes, out=np.zeros_like(hours), where=takes > FINE).round(ROUNDED)
        accounts = np.flatnonzero((hours > FINE) | (self.problem.minimum > 0))
        if len(accounts) <= FEW and self._shares(accounts) <= MANY_SHARES:
            return self._search(choices(self.problem, accounts, whole), hull, hull.value)
        start = rounded_down(hull, takes)
        if len(accounts) <= FEW:
            return self._packed(choices(self.problem, accounts, whole), hull, start)
        if len(self.problem.people) >= MANY_PEOPLE and (found := self._by_people(hull, whole, start)):
            return found
        pieces = choices(self.problem, accounts, whole)
        return self._search(pieces, hull, hull.value, start, gap=ROUGHLY, most=SOON)

    def _packed(self, pieces: Pieces, hull: LpSolution, start: Numbers) -> IntegerSolution | None:
        """The better plan of two short searches over some points: from nothing, and from (n, m) hours of a plan."""
        first = self._search(pieces, hull, hull.value, nodes=ENOUGH)
        if first is not None and not self.cut:
            return first
        second = self._search(pieces, hull, hull.value, start, nodes=ENOUGH)
        return max(filter(None, (first, second)), key=lambda found: found.value, default=None)

    def _by_people(self, hull: LpSolution, whole: Numbers, start: Numbers) -> IntegerSolution | None:
        """The best plan of the accounts that the hull serves or nearly serves, a few people at a time.

        Args:
            whole: (n,) hours that the hull gives to accounts where it gives them time.
            start: (n, m) hours of a plan to start from.
        """
        points = choices(self.problem, np.flatnonzero(np.maximum(self.problem.maximum, self.problem.minimum) > 0))
        near, hours = self._beside(points, hull)
        near |= (hull.hours > FINE) | (self.problem.minimum > 0) | start.any(axis=1)
        model, solver = self._stated(choices(self.problem, np.flatnonzero(near), np.where(whole > FINE, whole, hours)))
        values = PeopleSearch(model, solver, self.deadline).best(start, -hull.value * (1 - ROUGHLY))
        if values is None:
            return None
        objective = float(solver.costs @ values)
        nothing = np.zeros(0)
        result = SolverResult(Status.WITHIN_GAP, values, nothing, nothing, objective, -hull.value)
        return solution_of(model, result, self.lp.objective, hull.value, hull)

    def _beside(self, points: Pieces, hull: LpSolution) -> tuple[Mask, Numbers]:
        """(n,) accounts that each person could serve beside those of the hull, and the hours at which they bring most.

        Hours are priced at what an average hour brings, since the hull's prices may differ from run to run where its
        optimum has several, and the plan may not.
        """
        problem = self.problem
        average = round(hull.value / max(problem.total_hours, FINE), 9)
        gain = -self.lp.objective.cost(points) - average * points.hours
        best, hours = np.full(problem.size, -np.inf), np.zeros(problem.size)
        order = np.lexsort((gain, points.account))
        best[points.account[order]], hours[points.account[order]] = gain[order], points.hours[order]
        near, own = np.zeros(problem.size, dtype=bool), problem.eligible.sum(axis=1) <= SHARED
        for person in range(len(problem.people)):
            mine = np.flatnonzero(problem.eligible[:, person] & own)
            count = int(MORE * (hull.hours[mine] > FINE).sum())
            near[mine[np.argsort(-best[mine], kind="stable")[:count]]] = True
        return near, hours

    def _shares(self, accounts: Index) -> int:
        """In how many ways some accounts that several people may serve can be given to one of them."""
        people = self.problem.eligible[accounts].sum(axis=1)
        return int(people[people > 1].sum())

    def _is_all(self) -> bool:
        """Whether a longer search is not to be had: the last one took all the time, or was cut off as a long one."""
        return self.cut or (self.late and time.perf_counter() > self.deadline)

    def _is_close(self, hull: LpSolution, found: IntegerSolution) -> bool:
        """Whether a plan is so near to the bound that looking further would gain next to nothing."""
        active = int((hull.hours > FINE).sum())
        if active > FEW:
            return found.gap <= NEAR_ENOUGH or active > TOO_MANY
        used = found.spent.sum() >= hull.hours.sum() - max(self.problem.step, FINE)
        return found.gap <= CLOSE and bool(used)

    def _full(self, hull: LpSolution | None, best: IntegerSolution | None) -> IntegerSolution:
        """Search every account that could enter within the gap that is still open; all, without a plan."""
        accounts = np.flatnonzero(np.maximum(self.problem.maximum, self.problem.minimum) > 0)
        everything, bound = choices(self.problem, accounts), self.lp.value if hull is None else hull.value
        if hull is not None and best is not None:
            lacking = best.bound - best.value + MOVED * self.problem.total_hours + TOLERANCE
            everything = everything.only(
                within(hull, everything, lacking) | (self.problem.minimum > 0)[everything.account]
            )
        spare = spare_alike(self.problem, None if best is None else best.spent)
        everything = everything.only(~spare[everything.account])
        found = self._search(everything, hull, bound, None if best is None else best.spent, alike=bool(spare.any()))
        if found is None and best is None and self.problem.leave_open and not self.late:
            self.forced, bound = self._forced(everything), np.inf
            found = self._search(everything, None, bound)
        if found is None:
            if best is None:
                raise NoPlan(OUT_OF_TIME) if self.late else NoPlanAtAllError
            return replace(best, status=Status.TIME_LIMIT)
        bound = min(bound, self._proven(found.result, found.value if best is None else best.value))
        if best is not None and best.value > found.value:
            found = replace(best, status=found.status)
        return replace(found, bound=bound, status=Status.OPTIMAL if bound - found.value <= OPTIMAL else found.status)

    def _search(
        self,
        pieces: Pieces,
        hull: LpSolution | None,
        bound: float,
        start: Numbers | None = None,
        *,
        gap: float = GOOD_ENOUGH,
        most: float = np.inf,
        nodes: int | None = None,
        alike: bool = False,
    ) -> IntegerSolution | None:
        """The best plan over some points; `bound` holds for every plan.

        Args:
            start: (n, m) hours of a plan to start from.
            gap: to the best of these points at which the search stops.
            most, nodes: seconds it may take, and branches it may try.
            alike: whether many of the accounts are; then what comes of exchanging them is looked at once.
        """
        model, solver = self._stated(pieces)
        if alike:
            solver.detect_symmetry()
        if start is not None:
            solver.suggest(*model.carried(start))
        result = solver.search(max(0.05, min(most, self.deadline - time.perf_counter())), gap, nodes=nodes)
        self.late, self.cut = result.status is Status.TIME_LIMIT, result.status is Status.WITHIN_GAP
        return solution_of(model, result, self.lp.objective, bound, hull) if result.found else None

    def _stated(self, pieces: Pieces) -> tuple[IntegerModel, HighsSolver]:
        """The model over some points, inside the solver."""
        lp = self.lp.model
        model = IntegerModel(self.problem, pieces, lp.usable, lp.constraints, forced=self.forced)
        solver = HighsSolver(model.lp, model.columns, whole=True)
        solver.set_costs(model.costs(self.objective))
        return model, solver

    def _forced(self, pieces: Pieces) -> Mapping[str, float]:
        """Hours that minimums and limits force past those that should stay open, in whole blocks.

        Raises:
            NoPlanAtAllError: when no plan keeps the user's rows.
        """
        lp = self.lp.model
        model = IntegerModel(self.problem, pieces, lp.usable, lp.constraints, elastic=True)
        solver = HighsSolver(model.lp, model.columns, whole=True)
        solver.set_costs(model.costs(NOTHING))
        least = solver.search(max(0.05, self.deadline - time.perf_counter()), 0.0)
        if not least.found:
            raise NoPlanAtAllError
        return forced_by(model, least)

    def _proven(self, result: SolverResult, least: float) -> float:
        """What no plan that a search covers can pass, nor one that it left out as worth less than `least`."""
        return max(-result.bound + MOVED * self.problem.total_hours, least)


def rounded_down(hull: LpSolution, takes: Numbers) -> Numbers:
    """(n, m) hours of a plan to start from: the hull's, of the accounts that it takes for the most part, rounded down.

    Each account is left to the person who spends most on it, and each person to as many accounts as allowed.
    """
    problem = hull.model.problem
    spent = hull.model.spent(hull.result.values)
    mostly = spent == spent.max(axis=1, keepdims=True)
    step = problem.step if problem.step > 0 else FINE
    least = span(problem)[0]
    whole = np.where(mostly & (takes > 0.5)[:, None], np.floor(spent / step + FINE) * step, 0.0)
    whole = np.where(whole >= least[:, None] - FINE, whole, 0.0)
    whole = np.where((problem.minimum > 0)[:, None], spent, whole)
    if problem.max_accounts_per_person is not None:
        rank = (-whole).argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
        whole = np.where((rank < problem.max_accounts_per_person) | (problem.minimum > 0)[:, None], whole, 0.0)
    return np.asarray(whole)


def solution_of(
    model: IntegerModel, result: SolverResult, objective: Objective, bound: float, hull: LpSolution | None = None
) -> IntegerSolution:
    """The plan that a search found, its value without what settles ties."""
    value = -float(model.costs(objective) @ result.values)
    found = IntegerSolution(model, result, rounded(model.problem, model.spent(result.values)), value, bound, hull)
    if found.gap <= OPTIMAL:
        return replace(found, status=Status.OPTIMAL)
    late = result.status is Status.TIME_LIMIT and found.gap > GOOD_ENOUGH
    return replace(found, status=Status.TIME_LIMIT if late else Status.WITHIN_GAP)


def rounded(problem: Problem, spent: Numbers) -> Numbers:
    """(n, m) hours without a solver's noise: whole steps where hours go by steps."""
    spent = np.where(np.abs(spent - np.round(spent, 6)) < FINE, np.round(spent, 6), spent)
    if problem.step > 0:
        whole = np.round(spent / problem.step) * problem.step
        spent = np.where(stepped(problem)[:, None], whole, spent)
    return np.where(spent > FINE, spent, 0.0)
