"""What one more hour and one more point of balance are worth: the difference between plans, left and right.

Found by moving right-hand sides of the linear program that gave the plan's prices (over the hull of whole blocks where
it has any) and solving again from its last basis. Values are of the objective with ideals and weights as they are, and
of each group in its own unit: money for `you` where the list has any, points for the others. Maximums and limits that
are given in hours stay as they are. The derivative of the plan by a person's hours is not the dual of the capacity
row, because more hours also move the floors of the balance, and it may differ to the left and to the right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import permutations

import numpy as np

from planner.allocation.balance import floors, usable_hours
from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.integer.points_model import IntegerModel, choices, needed
from planner.allocation.model import Model
from planner.allocation.objective import scale_of
from planner.allocation.pieces import segments
from planner.allocation.pricing import LpSolution
from planner.allocation.problem import Problem
from planner.allocation.restricted_master import NoPlanAtAllError
from planner.allocation.solvers.highs import HighsSolver
from planner.arrays import Numbers
from planner.goods import GROUPS, Group
from planner.vocabulary import Status

HOUR = 0.01
"""Hours by which a person's time is moved either way."""
POINT = 0.0001
"""Share by which the balance is moved either way: a hundredth of a point."""
PRICELESS = 1e-8
"""Prices up to this (in average hours) are solver noise."""
WHOLE = 6000
"""Knots of curves up to which the whole model is stated."""
WORK = 150_000
"""Columns times solves up to which prices are found by solving again."""


@dataclass(frozen=True, eq=False)
class Sides:
    """A price to the left (one unit less) and to the right (one unit more), objective per unit.

    `added_left` and `added_right` are (3,): the same of each group in its own unit.
    """

    left: float
    right: float
    added_left: Numbers = field(default_factory=lambda: np.full(len(GROUPS), np.nan))
    added_right: Numbers = field(default_factory=lambda: np.full(len(GROUPS), np.nan))

    @property
    def middle(self) -> float:
        """Between the two sides."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, eq=False)
class Margins:
    """Prices of one plan: `hour` has each person's, per hour."""

    hour: tuple[Sides, ...]


@dataclass(frozen=True, eq=False)
class _Value:
    """What a plan is worth: its objective, and (3,) what it adds for each group."""

    objective: float
    added: Numbers


def priced(
    problem: Problem,
    ideal: Numbers | None = None,
    columns: ColumnGeneration | None = None,
    *,
    beside: LpSolution | None = None,
) -> LpSolution:
    """The linear program that prices a problem: over the hull of whole blocks where it has any.

    Args:
        beside: a solution that it is compared with; see `ColumnGeneration.solve`.

    Raises:
        NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
    """
    columns = columns or ColumnGeneration()
    lp = columns.solve(problem, ideal, beside=beside)
    return (columns.hull(lp) or lp) if needed(problem) else lp


def whole_model(solution: LpSolution) -> Model:
    """The model of a solution with nothing left out, where that is small; else as it stands.

    A move of its rows may then need what is stated nowhere, so that its prices are those of the restricted model.
    """
    model, problem = solution.model, solution.model.problem
    if problem.curves.hours.size > WHOLE:
        return model
    if isinstance(model, IntegerModel):
        able = np.flatnonzero(np.maximum(problem.maximum, problem.minimum) > 0)
        pieces = choices(problem, able)
        return IntegerModel(problem, pieces, model.usable, model.constraints, forced=model.forced, relaxed=True)
    return Model(problem, segments(problem), model.usable, model.constraints, forced=model.forced)


class Warm:
    """One solved linear program whose right-hand sides can be moved and moved back."""

    def __init__(self, solution: LpSolution) -> None:
        self.model, self.problem = whole_model(solution), solution.model.problem
        self._solver = HighsSolver(self.model.lp, self.model.columns)
        self._objective = solution.objective
        self._solver.set_costs(self.model.costs(solution.objective))
        self.base = self._value()

    def at(self, more_hours: Numbers, more_aim: Numbers) -> _Value:
        """Value with (m,) more hours of each person and a balance moved by (3,) shares.

        An hour short of the balance is a smaller part of more hours.

        Raises:
            NoPlanAtAllError: when no plan is left (less time than is locked).
        """
        total = self.problem.total_hours
        shortage = self._objective.shortage_price * total / max(total + float(more_hours.sum()), 1e-9)
        self._solver.set_costs(self.model.costs(replace(self._objective, shortage_price=shortage)))
        try:
            return self._moved(self._bounds(more_hours, more_aim))
        finally:
            self._solver.set_costs(self.model.costs(self._objective))

    def _bounds(self, more_hours: Numbers, more_aim: Numbers) -> dict[str, tuple[float, float]]:
        """Bounds of the rows that a move changes."""
        problem, model = self.problem, self.model
        people = tuple(
            replace(person, hours=max(0.0, person.hours + by))
            for person, by in zip(problem.people, more_hours.tolist(), strict=True)
        )
        moved = replace(problem, people=people, aim=problem.aim + more_aim)
        usable = np.minimum(model.usable + (usable_hours(moved) - usable_hours(problem)), usable_hours(moved))
        bounds = {
            f"capacity_{model.people[p]}": (-np.inf, people[p].hours) for p in np.flatnonzero(more_hours).tolist()
        }
        for pool, least in enumerate(floors(moved, usable)):
            of = model.of_pool(pool)
            bounds |= {f"balance_{group}{of}": (float(least[g]), np.inf) for g, group in enumerate(GROUPS)}
            hours = people[pool].hours if problem.per_person else moved.total_hours
            bounds |= {f"open{of}": (-np.inf, hours)}
        return {name: pair for name, pair in bounds.items() if name in model.row_at}

    def _moved(self, bounds: Mapping[str, tuple[float, float]]) -> _Value:
        solver, at = self._solver, self.model.row_at
        before = {
            row: (float(solver.row_low[row]), float(solver.row_high[row]))
            for row in map(at.get, bounds)
            if row is not None
        }
        for name, (low, high) in bounds.items():
            solver.set_row(at[name], low, high)
        try:
            return self._value()
        finally:
            for row, (low, high) in before.items():
                solver.set_row(row, low, high)

    def _value(self) -> _Value:
        result = self._solver.run()
        if result.status is not Status.OPTIMAL:
            raise NoPlanAtAllError
        scale, pieces = scale_of(self.problem), self.model.pieces
        return _Value(-result.objective / scale, result.values[: pieces.size] @ pieces.value)


def find_margins(
    solution: LpSolution, *, most: int | None = WORK, pause: Callable[[], None] = lambda: None
) -> Margins | None:
    """Prices of hours by solving again at either side; None where that would take too long.

    Where hours cost something they depend on how many are worth their cost, and where minimums force hours that should
    stay open on how many are forced, so that only `hour_prices` tells.

    Args:
        pause: called before those of each person.
    """
    m = len(solution.model.problem.people)
    if (
        solution.objective.hour_price > 0
        or solution.model.forced
        or (most and len(solution.model.columns) * (2 * m + 1) > most)
    ):
        return None
    warm = Warm(solution)
    sides = []
    for p in range(m):
        pause()
        sides.append(_hour(warm, p))
    return Margins(tuple(sides))


def _hour(warm: Warm, p: int) -> Sides:
    step = np.zeros(len(warm.problem.people))
    step[p] = min(HOUR, warm.problem.people[p].hours)
    more = _at(warm, np.where(step > 0, HOUR, step), np.zeros(len(GROUPS)))
    less = _at(warm, -step, np.zeros(len(GROUPS))) if step[p] == HOUR else None
    return _sides(warm.base, less, more)


def _sides(base: _Value, less: _Value | None, more: _Value) -> Sides:
    right, added_right = (more.objective - base.objective) / HOUR, (more.added - base.added) / HOUR
    if less is None:
        return Sides(right, right, added_right, added_right)
    return Sides((base.objective - less.objective) / HOUR, right, (base.added - less.added) / HOUR, added_right)


def _at(warm: Warm, hours: Numbers, aim: Numbers) -> _Value:
    """Value after a move; NaN where no plan is left (less time than is locked)."""
    try:
        return warm.at(hours, aim)
    except NoPlanAtAllError:
        return _Value(float("nan"), np.full(len(GROUPS), np.nan))


def point_prices(warm: Warm) -> Mapping[tuple[Group, Group], Sides]:
    """What a point of balance brings when it moves from one group to another, for each pair that is seen."""
    nobody = np.zeros(len(warm.problem.people))
    moved: dict[tuple[int, int], _Value] = {}
    pairs = [(a, b) for a, b in permutations(range(len(GROUPS)), 2) if warm.problem.seen[[a, b]].all()]
    for a, b in pairs:
        step = np.zeros(len(GROUPS))
        step[a], step[b] = -POINT, POINT
        there = _at(warm, nobody, step)
        more = (there.objective - warm.base.objective, there.added - warm.base.added)
        moved[a, b] = _Value(more[0] / (100 * POINT), more[1] / (100 * POINT))
    return {
        (GROUPS[a], GROUPS[b]): Sides(
            -moved[b, a].objective, moved[a, b].objective, -moved[b, a].added, moved[a, b].added
        )
        for a, b in pairs
    }


def hour_prices(problem: Problem, ideal: Numbers, columns: ColumnGeneration | None = None) -> Margins:
    """Prices of each person's hour from whole solves at either side, whatever the size and the cost of an hour."""
    columns = columns or ColumnGeneration()
    base = _solved(problem, ideal, columns)
    sides = []
    for p in range(len(problem.people)):
        more = _solved(_with_hours(problem, p, HOUR), ideal, columns)
        try:
            less = _solved(_with_hours(problem, p, -HOUR), ideal, columns)
        except NoPlanAtAllError:
            less = _Value(float("nan"), np.full(len(GROUPS), np.nan))
        sides.append(_sides(base, less, more))
    return Margins(tuple(sides))


def _solved(problem: Problem, ideal: Numbers, columns: ColumnGeneration) -> _Value:
    solution = priced(problem, ideal, columns)
    pieces = solution.model.pieces
    return _Value(solution.value / scale_of(problem), solution.result.values[: pieces.size] @ pieces.value)


def _with_hours(problem: Problem, p: int, by: float) -> Problem:
    people = list(problem.people)
    people[p] = replace(people[p], hours=max(0.0, people[p].hours + by))
    return replace(problem, people=tuple(people))
