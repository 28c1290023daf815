"""What one more hour, one more point of balance, and each row of the plan are worth: solved again, kept warm.

Everything is a value of the objective (attainment) with ideals and weights as they are; maximums and limits that are
given in hours stay as they are too. The derivative of the plan by a person's hours is not the dual of the capacity
row, because more hours also move the rows of the balance, and it may differ to the left and to the right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations

import numpy as np

from planner.allocation.elastic import extended
from planner.allocation.engine import Engine
from planner.allocation.kernel import DEVIATION_SLACK, Kernel, NoPlanAtAllError, Relaxed
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Numbers, Problem
from planner.goods import GROUPS, Group
from planner.vocabulary import Status

HOUR = 0.01
"""Hours by which a person's time is moved either way."""
POINT = 0.0001
"""Share by which the balance is moved either way: a hundredth of a point."""
WHOLE_MODEL = 6000
"""Pieces of curves up to which the whole model is stated, so that no price has to be checked afterwards."""
IN_HOURS = ("balance_", "limit_", "within_you_", "change")
"""How the names of the rows begin whose right-hand sides are hours."""
PRICELESS = 1e-8
"""Prices up to this (in average hours) are solver noise."""
KEPT = 1e-9
"""Hours by which a row may be passed and still counts as kept."""
WORK = 150_000
"""Columns times solves up to which prices are found by solving again."""


@dataclass(frozen=True)
class Sides:
    """A price to the left (one unit less) and to the right (one unit more), objective per unit."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, eq=False)
class Margins:
    """Prices of one plan.

    Attributes:
        hour: for each person, objective per hour.
        point: (from, to): objective per point of balance moved from one group to another.
        room: objective that one hour more of room in a row would bring at the same deviation, for the rows of the
            balance (all people's together), limits and change that have a price.
        further: objective that one more point of deviation (a hundredth of all hours) would bring; 0 where the
            balance is kept.
    """

    hour: tuple[Sides, ...]
    point: Mapping[tuple[Group, Group], Sides] = field(default_factory=dict)
    room: Mapping[str, float] = field(default_factory=dict)
    further: float = 0.0


@dataclass(frozen=True)
class Without:
    """The plan without a row: what it would gain at the same deviation, and by how many hours it could be nearer."""

    gain: float
    nearer: float


class Warm:
    """One solved linear program whose right-hand sides and bounds can be moved and moved back."""

    def __init__(self, relaxed: Relaxed, *, whole: bool | None = None, natural: Numbers | None = None) -> None:
        problem = relaxed.model.problem
        whole = problem.curves.hours.size <= WHOLE_MODEL if whole is None else whole
        model = _whole_model(relaxed, natural) if whole else relaxed.model
        self.relaxed, self.model, self.problem = relaxed, model, problem
        self.engine = Engine(model)
        self._cost = np.array(model.cost)
        if not whole:
            self.engine.begin(relaxed.solved)
        self.value = self._value(relaxed.deviation)
        base, (rows, columns, entries) = self.engine.found(), model.matrix
        self._priced = base.row_dual != 0
        self._amount = np.bincount(rows, entries * base.values[columns], len(base.row_dual))

    def _best(self, deviation: float) -> float | None:
        """Value at a deviation; None where no plan keeps it."""
        self.engine.set_row(self.model.row_number["deviation"], -np.inf, deviation + DEVIATION_SLACK)
        self.engine.set_costs(self._cost)
        status, least = self.engine.least()
        return -least / self.relaxed.weighed.scale if status is Status.OPTIMAL else None

    def _value(self, deviation: float) -> float:
        value = self._best(deviation)
        if value is None:
            raise NoPlanAtAllError
        return value

    def _least_deviation(self) -> float:
        cost = np.zeros(len(self.model.columns))
        cost[[var.index for var in self.model.deviation_terms]] = 1.0
        self.engine.set_row(self.model.row_number["deviation"], -np.inf, np.inf)
        self.engine.set_costs(cost)
        status, least = self.engine.least()
        if status is not Status.OPTIMAL:
            raise NoPlanAtAllError
        return max(0.0, least)

    def lexicographic(self) -> float:
        """Value at the least deviation, as the bounds stand."""
        if self.relaxed.deviation <= DEVIATION_SLACK:
            value = self._best(0.0)
            if value is not None:
                return value
        return self._value(self._least_deviation())

    def further(self, hours: float) -> float:
        """What the plan would gain from so many hours more of deviation; nothing is lost by a balance that is kept."""
        if self.relaxed.deviation <= DEVIATION_SLACK:
            return 0.0
        return max(0.0, self._value(self.relaxed.deviation + hours) - self.value)

    def at(self, more_hours: Numbers, more_aim: Numbers) -> float:
        """Value with (m,) more hours of each person and a balance moved by (3,) shares; then all is moved back."""
        model, moved = self.model, self._moved(more_hours, more_aim)
        if all(self._keeps(row, *bounds) for row, bounds in moved.items()):
            return self.value
        for row, (low, high) in moved.items():
            self.engine.set_row(row, low, high)
        try:
            return self.lexicographic()
        finally:
            for row in moved:
                self.engine.set_row(row, model.row_low[row], model.row_high[row])

    def _keeps(self, row: int, low: float, high: float) -> bool:
        """Whether other bounds of a row leave the plan as it is: it has no price, and the plan keeps them."""
        kept = low - KEPT <= self._amount[row] <= high + KEPT
        return self.relaxed.deviation <= DEVIATION_SLACK and kept and not self._priced[row]

    def _moved(self, more_hours: Numbers, more_aim: Numbers) -> dict[int, tuple[float, float]]:
        """The rows of capacities and the balance whose bounds a move changes, with their bounds after it."""
        problem, model, claims = self.problem, self.model, self.model.claims
        moved = {}
        for p in np.flatnonzero(more_hours).tolist():
            row = model.row_number[f"capacity_{model.people[p]}"]
            moved[row] = (-np.inf, problem.people[p].hours + more_hours[p])
        extra = more_hours if problem.per_person else np.array([more_hours.sum()])
        for pool in claims.pools:
            of = f"_of_{model.people[pool]}" if problem.per_person else ""
            hours = self.relaxed.balance_hours[pool] + extra[pool]
            for g, group in enumerate(GROUPS):
                share = claims.aims()[pool, g] + more_aim[g]
                low, high = (share - problem.tolerance) * hours, (share + problem.tolerance) * hours
                moved[model.row_number[f"balance_floor_{group}{of}"]] = (low, np.inf)
                moved[model.row_number[f"balance_ceiling_{group}{of}"]] = (-np.inf, high)
        return moved

    def room(self, names: Iterable[str]) -> float:
        """What one hour more of room in each of some rows would bring, at the same deviation."""
        rows = [self.model.row_number[name] for name in names]
        for row in rows:
            self.engine.set_row(row, self.model.row_low[row] - 1.0, self.model.row_high[row] + 1.0)
        try:
            return max(0.0, self._value(self.relaxed.deviation) - self.value)
        finally:
            for row in rows:
                self.engine.set_row(row, self.model.row_low[row], self.model.row_high[row])

    def without_rows(self, names: Iterable[str]) -> Without:
        """The plan without some rows of the model."""
        rows = [self.model.row_number[name] for name in names if name in self.model.row_number]
        for row in rows:
            self.engine.set_row(row, -np.inf, np.inf)
        try:
            return self._without()
        finally:
            for row in rows:
                self.engine.set_row(row, self.model.row_low[row], self.model.row_high[row])

    def without_bounds(self, bounds: Mapping[int, tuple[float, float]]) -> Without:
        """The plan with other bounds on the hours of some accounts."""
        columns = {self.model.hours[i].index: pair for i, pair in bounds.items() if i in self.model.hours}
        for column, (low, high) in columns.items():
            self.engine.set_column(column, low, max(low, high))
        try:
            return self._without()
        finally:
            for column in columns:
                self.engine.set_column(column, self.model.low[column], self.model.high[column])

    def _without(self) -> Without:
        base = self.relaxed.deviation
        gain = self._value(base) - self.value
        nearer = base - self._least_deviation() if base > DEVIATION_SLACK else 0.0
        return Without(max(0.0, gain), max(0.0, nearer))


def _whole_model(relaxed: Relaxed, natural: Numbers | None) -> Model:
    """The model with every piece, the curves going on beyond the maximums as far as accounts could take hours."""
    problem, aim = relaxed.model.problem, relaxed.model.aim
    if natural is not None:
        problem = replace(problem, curves=extended(problem.curves, np.maximum(natural, problem.curves.maximum)))
    claims = type(relaxed.model.claims).of(problem)
    reachable = (problem.maximum > 0) | (problem.minimum > 0) | (problem.curves.maximum < problem.curves.hours[:, -1])
    depth = np.where(reachable, (claims.width > 0).sum(axis=1), 0).astype(np.intp)
    return Model(problem, claims, depth, Aim(aim.gain, aim.hour_price, balance_hours=aim.balance_hours))


def find_margins(relaxed: Relaxed) -> Margins | None:
    """Prices of hours and points by solving again at either side; None where that would take too long."""
    m = len(relaxed.model.problem.people)
    if relaxed.weighed.hour_price > 0 or len(relaxed.model.columns) * (2 * m + 6) > WORK:
        return None
    warm = Warm(relaxed)
    further = warm.further(relaxed.model.problem.total_hours / 100)
    room = {name: warm.room(rows) for name, rows in _rows_with_a_price(relaxed).items()}
    return Margins(tuple(_hour(warm, p) for p in range(m)), point_prices(warm), room, further)


def _rows_with_a_price(relaxed: Relaxed) -> Mapping[str, list[str]]:
    """Rows measured in hours that hold the plan back, by name; those of the balance for all people together."""
    found: dict[str, list[str]] = {}
    for name, row in relaxed.model.row_number.items():
        if name.startswith(IN_HOURS) and abs(float(relaxed.solved.row_dual[row])) > PRICELESS:
            found.setdefault(name.split("_of_")[0] if name.startswith("balance_") else name, []).append(name)
    return found


def _hour(warm: Warm, p: int) -> Sides:
    step = np.zeros(len(warm.problem.people))
    step[p] = min(HOUR, warm.problem.people[p].hours)
    right = (warm.at(step, np.zeros(3)) - warm.value) / HOUR
    left = (warm.value - _at(warm, -step, np.zeros(3))) / HOUR if step[p] == HOUR else right
    return Sides(left, right)


def _at(warm: Warm, hours: Numbers, aim: Numbers) -> float:
    """Value after a move; NaN where no plan is left (less time than is locked)."""
    try:
        return warm.at(hours, aim)
    except NoPlanAtAllError:
        return float("nan")


def point_prices(warm: Warm) -> Mapping[tuple[Group, Group], Sides]:
    """What a point of balance brings when it moves from one group to another, for each pair that is seen."""
    nobody = np.zeros(len(warm.problem.people))
    moved: dict[tuple[int, int], float] = {}
    pairs = [(a, b) for a, b in permutations(range(len(GROUPS)), 2) if warm.problem.seen[[a, b]].all()]
    for a, b in pairs:
        step = np.zeros(3)
        step[a], step[b] = -POINT, POINT
        moved[a, b] = (_at(warm, nobody, step) - warm.value) / (100 * POINT)
    return {(GROUPS[a], GROUPS[b]): Sides(-moved[b, a], moved[a, b]) for a, b in pairs}


def hour_prices(problem: Problem, ideal: Numbers, kernel: Kernel | None = None, step: float = HOUR) -> Margins:
    """Prices of each person's hour from whole solves at either side, whatever the size and the cost of an hour."""
    kernel = kernel or Kernel()
    value = kernel.relax(problem, ideal).value
    sides = []
    for p in range(len(problem.people)):
        more, less = (_with_hours(problem, p, by) for by in (step, -step))
        right = (kernel.relax(more, ideal).value - value) / step
        try:
            left = (value - kernel.relax(less, ideal).value) / step
        except NoPlanAtAllError:
            left = float("nan")
        sides.append(Sides(left, right))
    return Margins(tuple(sides))


def _with_hours(problem: Problem, p: int, by: float) -> Problem:
    people = list(problem.people)
    people[p] = replace(people[p], hours=max(0.0, people[p].hours + by))
    return replace(problem, people=tuple(people))
