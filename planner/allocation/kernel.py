"""The lexicographic optimum of the whole model, from restricted models that are priced until nothing is left.

Stages, each on the same columns: any plan at all (only where the first try fails), the least deviation from the
balance, the most value at that deviation, and last the one plan of that value that `settle` takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from planner.allocation.claims import Claims, on_curve
from planner.allocation.engine import Engine, Solved
from planner.allocation.model import Aim, Model
from planner.allocation.pose import group_worth
from planner.allocation.pricing import first_depth, price_out
from planner.allocation.problem import Index, Numbers, Problem
from planner.allocation.settle import settle
from planner.allocation.window import Window
from planner.schema import Status

TOLERANCE = 1e-7
"""Reduced costs up to this are zero; the objective is in average hours, so its coefficients are near one."""
DEVIATION_SLACK = 1e-7
"""Hours by which the deviation may pass its least value in the later stages."""
ROUNDS = 60


class NoPlanAtAllError(Exception):
    """The user's locks, minimums, limits and capacities contradict each other; found here, explained elsewhere."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """What an account's value is worth to the objective.

    Attributes:
        ideal: (3,) the most each group could add.
        unit: (3,) objective (attainment) per unit of a group's value: w_G / ideal_G.
        gain: (n,) objective of an account's whole value, in average hours (× H).
        scale: H, objective in average hours per objective.
        hour_price: objective in average hours that an hour costs.
    """

    ideal: Numbers
    unit: Numbers
    gain: Numbers
    scale: float
    hour_price: float


@dataclass(frozen=True, eq=False)
class Relaxed:
    """Optimum of the linear program: the restricted model, its solution, the least deviation, and the proof.

    `value` is of the objective (maximised, as attainment); `left_out` the largest reduced cost not stated.
    """

    model: Model
    solved: Solved
    weighed: Weighed
    deviation: float
    balance_hours: Numbers
    value: float
    left_out: float


@dataclass
class Kernel:
    """What can be kept between solves of the same list: depths that mattered, ideals, and the last solve.

    A kernel only saves time: plans are the same without it. It belongs to one list and one thread.
    """

    depth: Index | None = None
    ideals: dict[int, tuple[bytes, float]] = field(default_factory=dict)
    relaxed: Relaxed | None = None

    def relax(self, problem: Problem, ideal: Numbers | None = None) -> Relaxed:
        """Solve the linear program of `problem`; `ideal` (3,) freezes the ideals of a base list.

        Raises:
            NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
        """
        if cannot_stand(problem):
            raise NoPlanAtAllError
        claims = Claims.of(problem)
        weighed = weigh(problem, self.ideal(problem, claims) if ideal is None else ideal)
        hours = claims.pool_hours()
        if weighed.hour_price > 0:
            hours = self._hours_worth_their_cost(problem, claims, weighed)
        aim = Aim(weighed.gain, weighed.hour_price, balance_hours=hours)
        search = _Search(problem, claims, aim, self._start(problem, claims, weighed.gain))
        solved, deviation = search.lexicographic()
        solved = search.settle(solved)
        self.depth = search.model.depth
        cost = np.array(search.model.cost)
        value = -float(cost @ solved.values) / weighed.scale
        left_out = search.left_out / weighed.scale
        self.relaxed = Relaxed(search.model, solved, weighed, deviation, hours, value, left_out)
        return self.relaxed

    def ideal(self, problem: Problem, claims: Claims) -> Numbers:
        """(3,) the most each group could add with all hours, by capacities and the accounts' own bounds alone."""
        for g, worth in enumerate(group_worth(problem).T):
            key = _fingerprint(problem, worth)
            if g not in self.ideals or self.ideals[g][0] != key:
                self.ideals[g] = (key, _most(problem, claims, worth))
        return np.array([most for _, most in self.ideals.values()])

    def _hours_worth_their_cost(self, problem: Problem, claims: Claims, weighed: Weighed) -> Numbers:
        """(pools,) hours that are worth their cost when no balance is asked for."""
        aim = Aim(weighed.gain, weighed.hour_price, balanced=False)
        search = _Search(problem, claims, aim, self._start(problem, claims, weighed.gain))
        solved = search.priced(weighed.gain, search.run)
        hours = np.zeros(len(claims.pools))
        pool = (
            search.model.spent_of[:, 1] if problem.per_person else np.zeros(len(search.model.spent_of), dtype=np.intp)
        )
        np.add.at(hours, pool, solved.values[search.model.spent_index])
        return hours

    def _start(self, problem: Problem, claims: Claims, gain: Numbers) -> Index:
        if self.depth is not None and len(self.depth) == problem.size:
            least = np.where(problem.minimum > 0, claims.depths(), 0)
            return np.minimum(np.maximum(self.depth, least), claims.depths())
        serves = group_worth(problem) > 0
        share = np.minimum(1.4 * (problem.aim + problem.tolerance), 1.0)
        return first_depth(problem, claims, np.where(serves.T, gain, 0.0), share * problem.total_hours)


def cannot_stand(problem: Problem) -> bool:
    """Whether settings of one account, or the shares within `you`, contradict each other by themselves."""
    own = (problem.minimum > problem.maximum + TOLERANCE) | (problem.maximum < 0)
    return bool(own.any() or sum(problem.within_you) > 1 + TOLERANCE)


def weigh(problem: Problem, ideal: Numbers) -> Weighed:
    """Objective of each account's value: `Σ_G w_G·value_iG / ideal_G`, or money where a point has a worth."""
    worth = group_worth(problem)
    if problem.point_worth is None:
        unit = np.divide(problem.weights, ideal, out=np.zeros(3), where=ideal > 0)
    else:
        money = np.array([problem.point_worth, problem.point_worth, 1.0])
        whole = float((money * ideal).max())
        unit = money / whole if whole > 0 else np.zeros(3)
    scale = max(problem.total_hours, 1.0)
    price = problem.hour_cost * unit[2] * scale if problem.in_money else 0.0
    return Weighed(ideal, unit, worth @ unit * scale, scale, price)


def _fingerprint(problem: Problem, worth: Numbers) -> bytes:
    """Changes when anything does that the ideal of a group depends on, whose accounts are worth (n,)."""
    digest = hashlib.blake2b(digest_size=16)
    curves, mine = problem.curves, np.flatnonzero((worth > 0) | (problem.minimum > 0))
    for part in (worth, curves.hours, curves.share, problem.minimum, problem.maximum, problem.eligible):
        digest.update(np.ascontiguousarray(part[mine]).tobytes())
    for whole in (mine, problem.capacity):
        digest.update(whole.tobytes())
    return digest.digest()


def _most(problem: Problem, claims: Claims, worth: Numbers) -> float:
    """The most that all hours could add to one group alone, Σ_i worth_i·(f_i(h_i) − f_i(0))."""
    steepest = float((worth[:, None] * claims.slope).max(initial=0.0))
    if steepest <= 0:
        return 0.0
    gain = worth / steepest
    found = Window(problem, claims, balanced=False).best(claims, gain)
    if found is not None:
        curves = problem.curves
        reached = on_curve(curves.hours, curves.share, np.arange(problem.size), found[0]) - curves.share[:, 0]
        return float((worth * reached).sum())
    depth = first_depth(problem, claims, gain[None, :], np.array([problem.total_hours]))
    search = _Search(problem, claims, Aim(gain, balanced=False), depth)
    solved = search.priced(gain, search.run)
    if solved.status is not Status.OPTIMAL:
        raise NoPlanAtAllError
    return -float(np.array(search.model.cost) @ solved.values) * steepest


class _Search:
    """One restricted model that grows by pricing."""

    def __init__(self, problem: Problem, claims: Claims, aim: Aim, depth: Index) -> None:
        self.problem, self.claims, self.aim = problem, claims, aim
        self.left_out = 0.0
        self._deviation = np.inf
        self._state(depth)

    def _state(self, depth: Index) -> None:
        self.model = Model(self.problem, self.claims, depth, self.aim)
        self.engine = Engine(self.model)
        if np.isfinite(self._deviation):
            self._cap_deviation(self._deviation)

    def _cap_deviation(self, most: float) -> None:
        self._deviation = most
        self.engine.set_row(self.model.row_number["deviation"], -np.inf, most + DEVIATION_SLACK)

    def run(self) -> Solved:
        """Minimise the model's own costs."""
        return self.engine.run()

    def _run_deviation(self) -> Solved:
        """Minimise Σ under + excess."""
        cost = np.zeros(len(self.model.columns))
        cost[[var.index for var in self.model.deviation_terms]] = 1.0
        self.engine.set_costs(cost)
        solved = self.engine.run()
        self.engine.set_costs(np.array(self.model.cost))
        return solved

    def _run_violation(self) -> Solved:
        """Minimise how far the user's own rows are broken."""
        cost = np.zeros(len(self.model.columns))
        slack = [j for columns in self.model.slack.values() for j in columns]
        cost[slack] = 1.0
        for j in slack:
            self.engine.set_column(j, 0.0, np.inf)
        self.engine.set_costs(cost)
        solved = self.engine.run()
        self.engine.set_costs(np.array(self.model.cost))
        for j in slack:
            self.engine.set_column(j, 0.0, 0.0)
        return solved

    def priced(
        self, gain: Numbers, run: Callable[[], Solved], tolerance: float = TOLERANCE, known: Solved | None = None
    ) -> Solved:
        """Run (unless the first solution is known), price, grow, until nothing left out can improve the stage."""
        for _ in range(ROUNDS):
            solved, known = known or run(), None
            if solved.status is not Status.OPTIMAL:
                return solved
            depth, self.left_out = price_out(self.model, solved, gain, tolerance)
            if np.array_equal(depth, self.model.depth):
                return solved
            self._state(depth)
        self._state(self.claims.depths())
        self.left_out = 0.0
        return run()

    def lexicographic(self) -> tuple[Solved, float]:
        """Least deviation first, most value second; the value stage's solution and the deviation."""
        self._cap_deviation(0.0)
        solved = self.priced(self.aim.gain, self.run)
        if solved.status is Status.OPTIMAL:
            return solved, 0.0
        nothing = np.zeros(self.problem.size)
        self._cap_deviation(1e30)
        broken = self.priced(nothing, self._run_violation)
        if broken.objective > 1e-6:
            raise NoPlanAtAllError
        least = self.priced(nothing, self._run_deviation)
        if least.status is not Status.OPTIMAL:
            raise NoPlanAtAllError
        self._cap_deviation(max(0.0, least.objective))
        return self.priced(self.aim.gain, self.run), max(0.0, least.objective)

    def settle(self, solved: Solved) -> Solved:
        """The optimum that is taken of all there are: the one rule of `settle`, once all ties are stated."""
        solved = self.priced(self.aim.gain, self.run, -TOLERANCE, solved)
        return settle(self.model, solved, self.engine.row_bounds)
