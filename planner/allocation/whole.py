"""The best plan in whole blocks and steps, and the bound that proves how good it is.

First the convex hull of what whole blocks allow, a linear program that is priced like the plain one: its optimum
bounds every plan in whole blocks. Then the plans near it, which are nearly always close enough to that bound. Where
the gap stays open, every account that could enter within it is searched, by the prices of the hull.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.alike import same_but_balance
from planner.allocation.engine import Engine, Solved
from planner.allocation.kernel import TOLERANCE, NoPlanAtAllError, Relaxed
from planner.allocation.model import Model
from planner.allocation.near_model import NearModel
from planner.allocation.pricing import Duals, account_prices, prices
from planner.allocation.problem import Index, Mask, Numbers, Problem
from planner.allocation.rest import rest_of
from planner.allocation.solution import shares
from planner.allocation.statement import Statement
from planner.allocation.tie_break import order_of, settle
from planner.allocation.whole_model import FINE, Stated, WholeModel, carried, counted, entry
from planner.errors import NoPlan
from planner.vocabulary import Status

GOOD_ENOUGH = 0.0005
"""A search stops this close to its bound, as a share of it."""
ROUGHLY = 0.003
"""The same where more than `MANY` accounts get time and each per mille costs seconds."""
MANY = 300
NEAR_ENOUGH = 0.005
"""The plans near the hull's optimum are taken when they are this close to the bound, on long lists."""
CLOSE = 0.002
"""The same where at most `FEW` accounts get time, and then no hours may stay open that the hull has a use for."""
FEW = 100
DEVIATION_STEP = 0.001
"""Hours to which the deviation is closed before value is looked at."""
ROUNDS = 30


@dataclass(frozen=True, eq=False)
class Whole:
    """A plan in whole blocks and steps.

    Attributes:
        model, values: the model it solves and the values of its columns.
        value: its objective, in the units of `Relaxed.value`.
        bound: objective that no plan of whole blocks can pass.
        status: optimal (gap closed), within gap, or time limit.
    """

    model: Model
    values: Numbers
    value: float
    bound: float
    status: Status

    @property
    def gap(self) -> float:
        return (self.bound - self.value) / max(abs(self.bound), 1e-9)


@dataclass(frozen=True, eq=False)
class Hull:
    """Optimum over the convex hull of each account's blocks, at the least deviation of the linear program."""

    model: WholeModel
    solved: Solved

    @property
    def values(self) -> Numbers:
        """Of the model's columns."""
        return self.solved.values

    @property
    def active(self) -> Mask:
        """(n,) accounts that get any time in it."""
        got = np.zeros(self.model.problem.size, dtype=bool)
        got[self.model.stated] = self.values[self.model.hours_index] > FINE
        return got

    def hours(self) -> Numbers:
        """(n,) hours of each account that takes any, as if it took all that it takes a part of."""
        model = self.model
        hours, takes = np.zeros(model.problem.size), np.ones(model.problem.size)
        hours[model.stated] = self.values[model.hours_index]
        takes[list(model.takes)] = self.values[[var.index for var in model.takes.values()]]
        return np.divide(hours, takes, out=np.zeros_like(hours), where=takes > FINE)


def in_whole_blocks(relaxed: Relaxed, seconds: float, stated: Stated | None = None) -> Whole:
    """The best plan in whole blocks and steps, with the bound that was proven.

    Raises:
        NoPlanAtAllError: when no plan in whole blocks keeps all limits.
        NoPlan: when the time was up before any plan was found.
    """
    search = _WholeSearch(relaxed, time.perf_counter() + seconds)
    hull = search.hull(stated)
    if hull is None:
        return search.far(None, None)
    best: Whole | None = None
    attempts: tuple[Callable[[Hull], Whole | None], ...] = (search.few, search.near, search.wide)
    for attempt in attempts[2:] if counted(relaxed.model.problem) else attempts:
        found = attempt(hull)
        if found is not None and (best is None or found.value > best.value):
            best = found
        if best is not None and search.is_close(hull, best):
            return best
    if best is not None and best.gap <= NEAR_ENOUGH:
        return best
    return search.far(hull, best)


def hull_of(relaxed: Relaxed) -> Hull | None:
    """The hull's optimum, whose prices say what an account's first block has to bring; None if it has none."""
    return _WholeSearch(relaxed, np.inf).hull()


class _WholeSearch:
    def __init__(self, relaxed: Relaxed, deadline: float) -> None:
        self.relaxed, self.deadline = relaxed, deadline
        self.problem, self.claims = relaxed.model.problem, relaxed.model.claims
        self.aim = replace(relaxed.model.aim, whole=True)
        self.scale = relaxed.weighed.scale
        self.bound = relaxed.value
        self.price = Duals(relaxed.model, relaxed.solved).hour
        self.hours = np.zeros(self.problem.size)
        self.hours[relaxed.model.stated] = relaxed.solved.values[relaxed.model.hours_index]

    def _seconds(self) -> float:
        return max(0.05, self.deadline - time.perf_counter())

    def _state(self, stated: Mask, reach: Index | None = None) -> WholeModel:
        depth = stated.astype(np.intp)
        return WholeModel(self.problem, self.claims, depth, self.aim, self.price, self.hours, reach)

    def _held(self, model: Model, engine: Engine, deviation: float) -> None:
        engine.set_row(model.row_number["deviation"], -np.inf, deviation + DEVIATION_STEP)

    def hull(self, stated: Stated | None = None) -> Hull | None:
        """The hull's optimum, priced until no point left out can improve it; None if it misses the balance more.

        Of several optima the one rule of `settle` takes one, so that it does not depend on what is stated.
        """
        full = self.claims.depths()
        reach = np.minimum(self.relaxed.model.depth, full)
        cost = account_prices(self.relaxed.model, self.relaxed.solved)
        stated = stated or Stated()
        for _ in range(ROUNDS):
            model, reach = self._turned(stated, reach)
            model.lean(cost)
            engine = Engine(model)
            self._held(model, engine, self.relaxed.deviation)
            solved = engine.run()
            if solved.status is not Status.OPTIMAL:
                return None
            hull = Hull(model, solved)
            wanted = np.where((reach == 0) & (self._surplus(hull) > TOLERANCE), full, self._reach(hull))
            if np.array_equal(wanted, reach):
                self.bound = min(self.bound, -solved.objective / self.scale)
                return Hull(model, settle(model, solved, engine.row_bounds, stated.order, Engine(Statement("rest"))))
            reach = wanted
        return None

    def _turned(self, stated: Stated, reach: Index) -> tuple[WholeModel, Index]:
        """The model that states at least so many points, and how many: the one that is kept, where it does."""
        kept = stated.model
        if kept is None or not (same_but_balance(kept.problem, self.problem) and np.all(kept.reach >= reach)):
            kept = stated.model = self._state(reach > 0, reach)
            stated.order = order_of(kept)
        turned = kept.at_balance(self.problem, self.claims, self.aim)
        turned.tied = dict(kept.tied)
        return turned, kept.reach

    def _reach(self, hull: Hull) -> Index:
        """(n,) how far curves have to reach in the hull."""
        worth = self.aim.gain + self.claims.money * Duals(hull.model, hull.solved)["money"]
        return hull.model.reaches(hull.solved.row_dual, worth, account_prices(hull.model, hull.solved))

    def _surplus(self, hull: Hull) -> Numbers:
        """(n,) the most an account could add to the hull's optimum by one of its blocks, at the hull's prices."""
        problem, duals = self.problem, Duals(hull.model, hull.solved)
        cost = prices(hull.model, duals)
        worth = self.aim.gain + self.claims.money * duals["money"]
        hours, share = problem.curves.hours, problem.curves.share
        least = entry(problem)
        pays = worth[:, None] * (share - share[:, :1]) - cost[:, None] * hours
        best = np.where(hours >= least[:, None] - FINE, pays, -np.inf).max(axis=1)
        at_least = worth * (shares(problem, least) - share[:, 0]) - cost * least
        per_person = [duals[f"most_accounts_{hull.model.people[p]}"] for p in range(len(problem.people))]
        return np.asarray(np.maximum(best, at_least) + duals["most_accounts"] + max(per_person))

    def is_close(self, hull: Hull, found: Whole) -> bool:
        """Whether a plan is so near to the bound that looking further would gain next to nothing."""
        if int(hull.active.sum()) > FEW:
            return found.gap <= NEAR_ENOUGH
        used, of = (whole.values[whole.model.hours_index].sum() for whole in (found, hull))
        return found.gap <= CLOSE and bool(used >= of - max(self.problem.step, FINE))

    def few(self, hull: Hull) -> Whole | None:
        """The best plan a step either side of the hull's optimum that misses the balance by no more than it does.

        The linear program of those plans leaves few accounts between two steps. They are searched, with the
        cheapest to move of each person's; the others stay where it puts them.
        """
        model = self._near(hull)
        model.lean(account_prices(self.relaxed.model, self.relaxed.solved))
        engine = Engine(model)
        self._held(model, engine, self.relaxed.deviation)
        found = engine.run()
        if found.status is not Status.OPTIMAL:
            return None
        bounds = engine.row_bounds
        rest = rest_of(model, found.values, model.loose(found), bounds[0] == bounds[1], bounds, np.array(model.cost))
        few = Engine(rest.statement, whole=True).search(seconds=self._seconds(), relative_gap=GOOD_ENOUGH)
        if np.isnan(few.values).any():
            return None
        return self._whole(model, replace(few, values=rest.whole(few.values)), self.bound)

    def near(self, hull: Hull) -> Whole | None:
        """The same with every account searched."""
        return self._best_of(self._near(hull))

    def _near(self, hull: Hull) -> NearModel:
        return NearModel(self._by_those_who_do(hull), self.claims, hull.hours(), self.aim, self.price)

    def wide(self, hull: Hull) -> Whole | None:
        """The best plan over the accounts that get time in the hull's optimum, at any hours."""
        return self._best_of(self._state(hull.active))

    def _by_those_who_do(self, hull: Hull) -> Problem:
        """The problem with each account served only by the people who serve it in the hull's optimum."""
        eligible = np.zeros_like(self.problem.eligible)
        eligible[tuple(hull.model.spent_of.T)] = hull.solved.values[hull.model.spent_index] > FINE
        return replace(self.problem, eligible=eligible)

    def _best_of(self, model: WholeModel) -> Whole | None:
        engine = Engine(model, whole=True)
        self._held(model, engine, self.relaxed.deviation)
        wanted = GOOD_ENOUGH if len(model.accounts) <= MANY else ROUGHLY
        found = engine.search(seconds=self._seconds(), relative_gap=wanted)
        return None if np.isnan(found.values).any() else self._whole(model, found, self.bound)

    def _whole(self, model: WholeModel, found: Solved, bound: float) -> Whole:
        value = -float(np.array(model.cost) @ found.values) / self.scale
        whole = Whole(model, found.values, value, bound, Status.WITHIN_GAP)
        if whole.gap <= 1e-6:
            return replace(whole, status=Status.OPTIMAL)
        return replace(whole, status=Status.TIME_LIMIT) if found.status is Status.TIME_LIMIT else whole

    def far(self, hull: Hull | None, best: Whole | None) -> Whole:
        """Search every account that could enter within the gap that is still open; all, without a plan."""
        model = self._state(self._could_enter(hull, best))
        engine = Engine(model, whole=True)
        if best is None:
            deviation, start = self._least_deviation(model, engine)
            engine.suggest(start)
        else:
            deviation = self.relaxed.deviation
            engine.suggest(carried(best.model, best.values, model))
        self._held(model, engine, deviation)
        engine.set_costs(np.array(model.cost))
        found = engine.search(seconds=self._seconds(), relative_gap=GOOD_ENOUGH)
        if np.isnan(found.values).any():
            if best is None:
                raise _nothing_found(found)
            return replace(best, status=Status.TIME_LIMIT)
        bound = -found.bound / self.scale
        return self._whole(model, found, min(bound, self.bound) if best is not None else bound)

    def _could_enter(self, hull: Hull | None, best: Whole | None) -> Mask:
        usable = self.claims.depths() > 0
        if hull is None or best is None:
            return usable
        room = (self.bound - best.value) * self.scale
        return usable & ((self._surplus(hull) >= -room - TOLERANCE) | (self.problem.minimum > 0))

    def _least_deviation(self, model: Model, engine: Engine) -> tuple[float, Numbers]:
        cost = np.zeros(len(model.columns))
        cost[[var.index for var in model.deviation_terms]] = 1.0
        engine.set_costs(cost)
        found = engine.search(seconds=self._seconds() / 2, relative_gap=0.0, absolute_gap=DEVIATION_STEP)
        if np.isnan(found.values).any():
            raise _nothing_found(found)
        return max(0.0, found.objective), found.values


def _nothing_found(found: Solved) -> Exception:
    """Why a search over whole blocks ended without any plan: there is none, or the time was up."""
    if found.status is Status.TIME_LIMIT:
        return NoPlan(
            "No plan in whole blocks was found within the time limit; raise “time_limit”, or set “smallest_block” and "
            "“hour_step” to 0."
        )
    return NoPlanAtAllError()
