"""One list solved at many balances: the linear program of each, with the ideals of the list as it stands.

Blocks, steps and counts are left out, so that neighbouring balances can be compared; S-shaped curves count as their
concave envelope. A short list is stated once. From balance to balance only the costs of the pieces and the bounds of
the balance's rows change, and the last basis is the start; pieces that were left out are priced at every balance,
and stated when one of them enters. Of a long list only what prices leave open is stated (see `window`), unless it
has rows that are not known there. So each point is the optimum of its own problem, whatever came before it.

Where a group has no weight, hours for it are worth nothing and would be idle: a price too small to change any plan
leaves them open, which makes what is reached there definite.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.engine import Engine, Solved
from planner.allocation.kernel import DEVIATION_SLACK, TOLERANCE, Kernel, NoPlanAtAllError, cannot_stand, weigh
from planner.allocation.model import Aim, Model
from planner.allocation.pricing import price_out
from planner.allocation.problem import Index, Numbers, Problem
from planner.allocation.solution import added, split_of
from planner.allocation.window import Window, covers
from planner.goods import GROUPS
from planner.vocabulary import Status

IDLE = 1e-7
"""Objective that an idle hour costs."""
WHOLE = 8_000
"""Lists with at most so many pieces are stated whole."""
ROUNDS = 60


@dataclass(frozen=True, eq=False)
class Point:
    """The best split at one balance.

    Attributes:
        hours: (n,).  added: (3,) what each group gains over giving no hours.
        attainment: (3,) of the most each group could add, NaN for a group without any value.
        deviation: hours by which the balance is missed.
        value: objective at the weights asked for.
    """

    hours: Numbers
    added: Numbers
    attainment: Numbers
    deviation: float
    value: float


class Sweep:
    """The linear program of one list at any balance. It belongs to one list and one thread."""

    def __init__(self, problem: Problem, ideal: Numbers | None = None) -> None:
        self.problem = problem
        self._claims = Claims.of(problem)
        self._kernel = Kernel()
        self.ideal = self._kernel.ideal(problem) if ideal is None else ideal
        self._stated: _Stated | None = None
        long = self._claims.depths().sum() > WHOLE and covers(problem, self._claims)
        self._window = Window(problem, self._claims, IDLE) if long else None

    def at(self, aim: Numbers, weights: Numbers | None = None) -> Point:
        """The optimum at a balance (3,); its own weights unless others are given.

        Raises:
            NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
        """
        problem = replace(self.problem, aim=aim, weights=aim if weights is None else weights)
        weighed = weigh(problem, self.ideal)
        if weighed.hour_price > 0:
            return self._cold(problem)
        if cannot_stand(problem):
            raise NoPlanAtAllError
        claims = replace(self._claims, problem=problem)
        found = self._window.best(claims, weighed.gain) if self._window else None
        if found is None:
            if self._stated is None:
                self._stated = _Stated(problem, claims, self._first(problem))
            found = self._stated.solve(claims, weighed.gain)
        if found is None:
            return self._cold(problem)
        hours, deviation = found
        gained = added(problem, hours)
        return Point(hours, gained, self._attained(gained), deviation, float(weighed.unit @ gained))

    def _first(self, problem: Problem) -> Index:
        """Pieces to state at first: all of a short list, else those that mattered in a cold solve."""
        full = self._claims.depths()
        if full.sum() <= WHOLE:
            return full
        self._kernel.relax(problem, self.ideal)
        return full if self._kernel.depth is None else self._kernel.depth

    def _cold(self, problem: Problem) -> Point:
        relaxed = self._kernel.relax(problem, self.ideal)
        hours = split_of(relaxed.model, relaxed.solved.values).hours
        gained = added(problem, hours)
        return Point(hours, gained, self._attained(gained), relaxed.deviation, relaxed.value)

    def _attained(self, gained: Numbers) -> Numbers:
        return np.asarray(np.divide(gained, self.ideal, out=np.full(3, np.nan), where=self.ideal > 0))


class _Stated:
    """The model inside the solver, with what is needed to move it to another balance."""

    def __init__(self, problem: Problem, claims: Claims, depth: Index) -> None:
        self._problem, self._claims = problem, claims
        self._state(depth)

    def _state(self, depth: Index) -> None:
        nothing = np.zeros(self._problem.size)
        model = self.model = Model(self._problem, self._claims, depth, Aim(nothing))
        self._engine = Engine(model)
        self._part = np.array(model.part_index, dtype=np.intp)
        self._account = np.array(model.part_account, dtype=np.intp)
        self._slope = np.array(model.part_gain)
        self._accounts = np.array(list(model.hours), dtype=np.intp)
        self._hours = np.array([var.index for var in model.hours.values()], dtype=np.intp)
        self._misses = [var.index for var in model.deviation_terms]

    def solve(self, claims: Claims, gain: Numbers) -> tuple[Numbers, float] | None:
        """(n,) hours and the deviation at the balance of `claims`; None where no plan was found."""
        self._claims, deviation = claims, 0.0
        solved = self._priced(gain, deviation)
        if solved.status is not Status.OPTIMAL:
            least = self._priced(None, np.inf)
            if least.status is not Status.OPTIMAL:
                return None
            deviation = max(0.0, float(least.values[self._misses].sum()))
            solved = self._priced(gain, deviation)
        if solved.status is not Status.OPTIMAL:
            return None
        hours = np.zeros(self._problem.size)
        hours[self._accounts] = np.maximum(solved.values[self._hours], 0.0)
        return hours, deviation

    def _priced(self, gain: Numbers | None, deviation: float) -> Solved:
        """Run, price, grow; the least deviation where there is no gain (n,), else the most value."""
        worth = np.zeros(self._problem.size) if gain is None else gain
        for _ in range(ROUNDS):
            self._move(gain, deviation)
            solved = self._engine.run()
            if solved.status is not Status.OPTIMAL:
                break
            depth, _ = price_out(self.model, solved, worth, TOLERANCE)
            if np.array_equal(depth, self.model.depth):
                return solved
            self._state(depth)
        whole = self._claims.depths()
        if not np.array_equal(whole, self.model.depth) and solved.status is not Status.INFEASIBLE:
            self._state(whole)
            self._move(gain, deviation)
            solved = self._engine.run()
        return solved

    def _move(self, gain: Numbers | None, deviation: float) -> None:
        """Costs and bounds of a stage at the balance of the claims."""
        cost = np.zeros(len(self.model.columns))
        if gain is None:
            cost[self._misses] = 1.0
        else:
            cost[self._hours] = IDLE
            cost[self._part] = -gain[self._account] * self._slope
        self._engine.set_costs(cost)
        for pool in self._claims.pools:
            of = f"_of_{self.model.people[pool]}" if self._problem.per_person else ""
            for g, group in enumerate(GROUPS):
                low, high = self._claims.band(g, pool, None)
                self._engine.set_row(self.model.row_number[f"balance_floor_{group}{of}"], low, np.inf)
                self._engine.set_row(self.model.row_number[f"balance_ceiling_{group}{of}"], -np.inf, high)
        self._engine.set_row(self.model.row_number["deviation"], -np.inf, deviation + DEVIATION_SLACK)
