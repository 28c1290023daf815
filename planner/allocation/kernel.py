"""The lexicographic optimum of the whole model, from restricted models that are priced until nothing is left.

Stages, each on the same columns: any plan at all (only where the first try fails), the least deviation from the
balance, the most value at that deviation, and last the one plan of that value that `settle` takes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

import numpy as np

from planner.allocation.alike import same_but_balance
from planner.allocation.build_problem import group_worth
from planner.allocation.claims import Claims, on_curve
from planner.allocation.engine import Solved
from planner.allocation.model import Aim, Model
from planner.allocation.pricing import first_depth
from planner.allocation.problem import Index, Numbers, Problem
from planner.allocation.search import DEVIATION_SLACK, TOLERANCE, NoPlanAtAllError, Search
from planner.allocation.whole_model import Stated
from planner.allocation.window import Window
from planner.vocabulary import Status

__all__ = ["DEVIATION_SLACK", "TOLERANCE", "Kernel", "NoPlanAtAllError", "Relaxed", "Weighed", "cannot_stand", "weigh"]


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
    """What can be kept between solves of the same list: depths that mattered, ideals, the last solve and its engine.

    A kernel only saves time: plans are the same without it. It belongs to one list and one thread.
    """

    depth: Index | None = None
    ideals: dict[int, tuple[bytes, float]] = field(default_factory=dict)
    relaxed: Relaxed | None = None
    stated: Stated = field(default_factory=Stated)
    _ideals_of: Problem | None = None
    _search: Search | None = None

    def relax(self, problem: Problem, ideal: Numbers | None = None) -> Relaxed:
        """Solve the linear program of `problem`; `ideal` (3,) freezes the ideals of a base list.

        Raises:
            NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
        """
        held = self._search if self._search and same_but_balance(self._search.problem, problem) else None
        if not held and cannot_stand(problem):
            raise NoPlanAtAllError
        claims = replace(held.claims, problem=problem) if held else Claims.of(problem)
        weighed = weigh(problem, self.ideal(problem) if ideal is None else ideal)
        hours = claims.pool_hours()
        if weighed.hour_price > 0:
            hours = self._hours_worth_their_cost(problem, claims, weighed)
        aim = Aim(weighed.gain, weighed.hour_price, balance_hours=hours)
        if held:
            held.turn(problem, claims, aim)
        search = held or Search(problem, claims, aim, self._start(problem, claims, weighed.gain))
        self._search = None
        solved, deviation = search.lexicographic()
        solved = search.settle(solved)
        self._search = search
        self.depth = search.model.depth
        cost = np.array(search.model.cost)
        value = -float(cost @ solved.values) / weighed.scale
        left_out = search.left_out / weighed.scale
        self.relaxed = Relaxed(search.model, solved, weighed, deviation, hours, value, left_out)
        return self.relaxed

    def ideal(self, problem: Problem) -> Numbers:
        """(3,) the most each group could add with all hours, by capacities and the accounts' own bounds alone."""
        if self._ideals_of is not None and same_but_balance(self._ideals_of, problem):
            return np.array([most for _, most in self.ideals.values()])
        for g, worth in enumerate(group_worth(problem).T):
            mine = np.flatnonzero((worth > 0) | (problem.minimum > 0))
            key = _fingerprint(problem, worth, mine)
            if g not in self.ideals or self.ideals[g][0] != key:
                self.ideals[g] = (key, _most(problem.only(mine), worth[mine]))
        self._ideals_of = problem
        return np.array([most for _, most in self.ideals.values()])

    def _hours_worth_their_cost(self, problem: Problem, claims: Claims, weighed: Weighed) -> Numbers:
        """(pools,) hours that are worth their cost when no balance is asked for."""
        aim = Aim(weighed.gain, weighed.hour_price, balanced=False)
        search = Search(problem, claims, aim, self._start(problem, claims, weighed.gain))
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


def _fingerprint(problem: Problem, worth: Numbers, mine: Index) -> bytes:
    """Changes when anything does that the ideal of a group depends on, whose accounts `mine` are worth (n,)."""
    digest, curves = hashlib.blake2b(digest_size=16), problem.curves
    for part in (worth, curves.hours, curves.share, problem.minimum, problem.maximum, problem.eligible):
        digest.update(np.ascontiguousarray(part[mine]).tobytes())
    for whole in (mine, problem.capacity):
        digest.update(whole.tobytes())
    return digest.digest()


def _most(problem: Problem, worth: Numbers) -> float:
    """The most that all hours could add to one group alone, Σ_i worth_i·(f_i(h_i) − f_i(0))."""
    claims = Claims.of(problem)
    steepest = float((worth[:, None] * claims.slope).max(initial=0.0))
    if steepest <= 0:
        return 0.0
    gain = worth / steepest
    found = Window(problem, claims, balanced=False).best(claims, gain)
    if found is not None:
        curves = problem.curves
        reached = on_curve(curves.hours, curves.share, np.arange(problem.size), found[0]) - curves.share[:, 0]
        most = float((worth * reached).sum())
        return most if most > TOLERANCE * steepest else 0.0
    depth = first_depth(problem, claims, gain[None, :], np.array([problem.total_hours]))
    search = Search(problem, claims, Aim(gain, balanced=False), depth)
    solved = search.priced(gain, search.run)
    if solved.status is not Status.OPTIMAL:
        raise NoPlanAtAllError
    return -float(np.array(search.model.cost) @ solved.values) * steepest
