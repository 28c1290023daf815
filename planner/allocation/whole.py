"""People do not plan 16.64 hours: blocks, steps, counts and S-curves as whole-number choices on the linear model.

Rows, beyond those of `model.Model`:
    block_<account>            block_i·takes_i ≤ h_i
    taken_<account>            h_i ≤ max_i·takes_i
    grid_<account>             h_i = step·steps_i            (of each person, where several serve it)
    most_accounts              Σ_i takes_i ≤ K               (most_accounts_<person>: over those with hours of theirs)
    rising_<account>_<k>       a later part of an S-curve is used only when the one before it is full
The linear program is a bound: first the plans near its optimum are searched, which is nearly always enough; where
the gap to the bound is still open, every account that could enter within that gap is searched.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.engine import Engine, Solved
from planner.allocation.kernel import NoPlanAtAllError, Relaxed
from planner.allocation.model import Aim, Model
from planner.allocation.pricing import Duals, account_prices
from planner.allocation.problem import Index, Mask, Numbers, Problem
from planner.schema import Status

GOOD_ENOUGH = 0.0005
"""A plan this close to the bound is not searched further, as a share of the bound."""
ROUGHLY = 0.003
"""The same where more than `MANY` accounts get time and each per mille costs seconds."""
MANY = 300
NEAR_ENOUGH = 0.02
"""The plans near the linear optimum are taken when they are this close to the bound."""
DEVIATION_STEP = 0.001
"""Hours to which the deviation is closed before value is looked at."""
FINE = 1e-9


def needed(problem: Problem) -> bool:
    """Whether anything asks for whole numbers."""
    counts = problem.max_accounts is not None or problem.max_accounts_per_person is not None
    return bool(problem.step > 0 or problem.block.any() or counts or bent(problem).any())


def bent(problem: Problem) -> Mask:
    """(n,) accounts whose true curve lies below its envelope."""
    curves = problem.curves
    return np.asarray((curves.share - curves.exact).max(axis=1, initial=0.0) > 1e-12)


@dataclass(frozen=True, eq=False)
class Whole:
    """A plan in whole blocks and steps.

    Attributes:
        model, values: the model it solves and the values of its columns.
        bound: objective that no plan of whole blocks can pass, in the units of `Relaxed.value`.
        status: optimal (gap closed), within gap, or time limit.
    """

    model: Model
    values: Numbers
    bound: float
    status: Status


class WholeModel(Model):
    """The model with its whole-number rows; full curves for every account stated."""

    def __init__(self, problem: Problem, claims: Claims, depth: Index, aim: Aim) -> None:
        self.bent = bent(problem)
        self.takes: dict[int, object] = {}
        self.steps: dict[int, object] = {}
        super().__init__(problem, claims, np.where(depth > 0, claims.depths(), 0), aim)
        for i in self.accounts:
            self._grid(i)
            self._block(i)
        self._counts()

    def _curve(self, i: int) -> None:
        super()._curve(i)
        if self.bent[i]:
            self._rising(i)

    def _rising(self, i: int) -> None:
        """A part of the rising stretch is full before the next is used: width·full_k ≤ part_k, next ≤ width·full_k."""
        first = len(self.part_index) - int(self.claims.depths()[i])
        own = self.part_index[first:]
        slopes = self.part_slope[first:]
        rising = int(np.argmax(slopes))
        for k in range(rising):
            full = self.column(f"full_{self.slugs[i]}_{k}", 0.0, 1.0, whole=True)
            part, following = self.columns[own[k]], self.columns[own[k + 1]]
            width, next_width = self.high[own[k]], self.high[own[k + 1]]
            self.row(f"rising_{self.slugs[i]}_{k}", {full: width, part: -1.0}, -np.inf, 0.0)
            self.row(f"risen_{self.slugs[i]}_{k}", {following: 1.0, full: -next_width}, -np.inf, 0.0)
            if k + 1 == rising:
                for j in own[k + 2 :]:
                    self.row(f"risen_{self.slugs[i]}_{j}", {self.columns[j]: 1.0, full: -self.high[j]}, -np.inf, 0.0)

    def _grid(self, i: int) -> None:
        """Hours in whole steps; a lock keeps its own hours."""
        step, problem = self.problem.step, self.problem
        if step <= 0 or problem.locked[i] or not _on_grid(problem, i):
            return
        people = [p for p in range(len(problem.people)) if (i, p) in self.spent]
        for p in people:
            mark = self.slugs[i] if len(people) == 1 else f"{self.slugs[i]}_by_{self.people[p]}"
            most = np.floor(problem.maximum[i] / step + FINE)
            steps = self.column(f"steps_{mark}", 0.0, most, whole=True)
            self.row(f"grid_{mark}", {self.spent[i, p]: 1.0, steps: -step}, 0.0, 0.0)
            if len(people) == 1:
                self.steps[i] = steps

    def _block(self, i: int) -> None:
        """Nothing, or at least a block."""
        problem = self.problem
        counted = problem.max_accounts is not None or problem.max_accounts_per_person is not None
        if problem.minimum[i] > 0 or (problem.block[i] <= 0 and not counted):
            return
        takes = self.takes[i] = self.column(f"takes_{self.slugs[i]}", 0.0, 1.0, whole=True)
        if problem.block[i] > 0:
            self.row(f"block_{self.slugs[i]}", {takes: problem.block[i], self.hours[i]: -1.0}, -np.inf, 0.0)
        self.row(f"taken_{self.slugs[i]}", {self.hours[i]: 1.0, takes: -problem.maximum[i]}, -np.inf, 0.0)

    def _counts(self) -> None:
        """At most K accounts with time, and at most so many for each person."""
        problem = self.problem
        forced = sum(1 for i in self.accounts if problem.minimum[i] > 0)
        if problem.max_accounts is not None:
            self.row("most_accounts", dict.fromkeys(self.takes.values(), 1.0), -np.inf, problem.max_accounts - forced)
        if problem.max_accounts_per_person is not None:
            for p, slug in ((p, self.people[p]) for p in range(len(problem.people))):
                terms = {self._takes_of(i, q): 1.0 for (i, q) in self.spent if q == p}
                self.row(f"most_accounts_{slug}", terms, -np.inf, problem.max_accounts_per_person)

    def _takes_of(self, i: int, p: int) -> object:
        """Whether person p gives account i any time."""
        alone = sum(1 for (j, _) in self.spent if j == i) == 1 if len(self.problem.people) > 1 else True
        if alone and i in self.takes:
            return self.takes[i]
        takes = self.column(f"takes_{self.slugs[i]}_by_{self.people[p]}", 0.0, 1.0, whole=True)
        most = max(self.problem.minimum[i], self.problem.maximum[i])
        self.row(f"taken_{self.slugs[i]}_by_{self.people[p]}", {self.spent[i, p]: 1.0, takes: -most}, -np.inf, 0.0)
        return takes


class NearModel(WholeModel):
    """The plans near given hours: each account gets the step below or above them, or (but for minimums) nothing.

    An account's curve is then one chord up to the lower of the two and the pieces, or with steps the one chord,
    between them: exact for every plan it allows, and a small model whatever the size of the list.
    """

    def __init__(self, problem: Problem, claims: Claims, hours: Numbers, aim: Aim) -> None:
        step = problem.step
        low = np.floor(hours / step + FINE) * step if step > 0 else np.zeros(problem.size)
        low = np.minimum(np.maximum(low, np.maximum(problem.minimum, problem.block)), problem.maximum)
        high = np.minimum(np.maximum(np.ceil(hours / step - FINE) * step, low), problem.maximum) if step > 0 else None
        self.window_low = np.where(problem.locked, hours, low)
        self.window_high = np.where(problem.locked, hours, problem.maximum if high is None else high)
        super().__init__(problem, claims, (hours > FINE).astype(np.intp), aim)

    def _curve(self, i: int) -> None:
        """Σ_k parts = h_i over the window alone."""
        curves, low, high = self.problem.curves, self.window_low[i], self.window_high[i]
        self.high[self.hours[i].index] = high
        self.hours[i].upBound = float(high)
        knots = [0.0, low, high]
        if self.problem.step <= 0:
            knots[2:2] = [h for h in curves.hours[i].tolist() if low < h < high]
        share = np.interp(knots, curves.hours[i], curves.exact[i])
        self._parts(i, np.diff(knots).tolist(), _slopes(knots, share))


def _slopes(knots: list[float], share: Numbers) -> list[float]:
    width = np.diff(knots)
    gain = np.diff(share)
    slopes: list[float] = np.divide(gain, width, out=np.zeros_like(gain), where=width > 0).tolist()
    return slopes


def _on_grid(problem: Problem, i: int) -> bool:
    """Whether any multiple of the step lies between the account's minimum and maximum."""
    first = np.ceil(problem.minimum[i] / problem.step - FINE) * problem.step
    return bool(first <= problem.maximum[i] + FINE)


def in_whole_blocks(relaxed: Relaxed, seconds: float) -> Whole:
    """The best plan in whole blocks and steps, with the bound that was proven.

    Raises:
        NoPlanAtAllError: when no plan in whole blocks keeps all limits.
    """
    search = _WholeSearch(relaxed, time.perf_counter() + seconds)
    near = search.near()
    if near is not None and search.gap(near) <= NEAR_ENOUGH:
        return near
    return search.far(near)


class _WholeSearch:
    def __init__(self, relaxed: Relaxed, deadline: float) -> None:
        self.relaxed, self.deadline = relaxed, deadline
        self.problem, self.claims = relaxed.model.problem, relaxed.model.claims
        self.aim = replace(relaxed.model.aim, whole=True)
        self.scale = relaxed.weighed.scale

    def gap(self, whole: Whole) -> float:
        return (self.relaxed.value - self._value(whole)) / max(abs(self.relaxed.value), 1e-9)

    def _value(self, whole: Whole) -> float:
        return -float(np.array(whole.model.cost) @ whole.values) / self.scale

    def _seconds(self) -> float:
        return max(0.05, self.deadline - time.perf_counter())

    def near(self) -> Whole | None:
        """The best plan near the linear optimum that misses the balance by no more than it does."""
        hours, eligible = np.zeros(self.problem.size), np.zeros_like(self.problem.eligible)
        for (i, p), var in self.relaxed.model.spent.items():
            spent = self.relaxed.solved.values[var.index]
            hours[i] += spent
            eligible[i, p] = spent > FINE
        model = NearModel(replace(self.problem, eligible=eligible), self.claims, hours, self.aim)
        engine = Engine(model, whole=True)
        engine.set_row(model.row_number["deviation"], -np.inf, self.relaxed.deviation + DEVIATION_STEP)
        wanted = GOOD_ENOUGH if len(model.accounts) <= MANY else ROUGHLY
        found = engine.search(seconds=self._seconds(), relative_gap=wanted)
        if np.isnan(found.values).any():
            return None
        gap = (found.objective / -self.scale, self.relaxed.value)
        closed = abs(gap[1] - gap[0]) <= 1e-6 * max(1.0, abs(gap[1]))
        return Whole(model, found.values, self.relaxed.value, Status.OPTIMAL if closed else Status.WITHIN_GAP)

    def far(self, near: Whole | None) -> Whole:
        """Search every account that could enter within the gap that is still open."""
        model = WholeModel(self.problem, self.claims, self._candidates(near), self.aim)
        engine = Engine(model, whole=True)
        deviation = model.row_number["deviation"]
        least = self.relaxed.deviation
        if near is None:
            least, start = self._least_deviation(model, engine)
            engine.suggest(start)
        else:
            engine.suggest(_carried(near, model))
        engine.set_row(deviation, -np.inf, least + DEVIATION_STEP)
        engine.set_costs(np.array(model.cost))
        found = engine.search(seconds=self._seconds(), relative_gap=GOOD_ENOUGH)
        if np.isnan(found.values).any():
            if near is None:
                raise NoPlanAtAllError
            return replace(near, status=Status.TIME_LIMIT)
        bound = -found.bound / self.scale
        if least <= self.relaxed.deviation + DEVIATION_STEP:
            bound = min(bound, self.relaxed.value)
        return Whole(model, found.values, bound, _ended(found))

    def _least_deviation(self, model: WholeModel, engine: Engine) -> tuple[float, Numbers]:
        cost = np.zeros(len(model.columns))
        cost[[var.index for var in model.deviation_terms]] = 1.0
        engine.set_costs(cost)
        found = engine.search(seconds=self._seconds() / 2, relative_gap=0.0, absolute_gap=DEVIATION_STEP)
        if np.isnan(found.values).any():
            raise NoPlanAtAllError
        return max(0.0, found.objective), found.values

    def _candidates(self, near: Whole | None) -> Index:
        """(n,) 1 for accounts whose first block could pay within the open gap; all that have value without a plan."""
        full = self.claims.depths()
        if near is None:
            return np.minimum(full, 1)
        room = (self.relaxed.value - self._value(near)) * self.scale
        model, solved = self.relaxed.model, self.relaxed.solved
        cost = account_prices(model, solved)
        worth = model.aim.gain + self.claims.money * Duals(model, solved)["money"]
        hours, share = self.problem.curves.hours, self.problem.curves.share
        loss = cost[:, None] * hours - worth[:, None] * (share - share[:, :1])
        entry = np.maximum(self.problem.block, self.problem.step)
        least = np.where(hours >= entry[:, None] - FINE, loss, np.inf).min(axis=1)
        within = (least <= room + 1e-6) | (self.problem.minimum > 0)
        return np.where(within, np.minimum(full, 1), 0)


def _carried(near: Whole, model: Model) -> Numbers:
    """The values of one plan as columns of another model; columns it lacks are 0."""
    values = np.zeros(len(model.columns))
    known = {var.name: near.values[var.index] for var in near.model.columns}
    for var in model.columns:
        values[var.index] = known.get(var.name, 0.0)
    return values


def _ended(found: Solved) -> Status:
    if found.status is Status.TIME_LIMIT:
        return Status.TIME_LIMIT
    closed = abs(found.bound - found.objective) <= 1e-6 * max(1.0, abs(found.objective))
    return Status.OPTIMAL if closed else Status.WITHIN_GAP
