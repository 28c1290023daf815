"""People do not plan 16.64 hours: blocks, steps, counts and S-curves as whole-number choices on the linear model.

An account gets nothing, or hours between its smallest block and its maximum, as a mix of points on its curve. Hence
the rows, beyond those of `model.Model`:
    curve_<account>            Σ_k hours_k·at_k = h_i          (`at_<account>_<k>` from 0 to 1, worth f(hours_k) − f(0))
    choice_<account>           Σ_k at_k = takes_i              (1 where a minimum is set, at most 1 without a block)
    grid_<account>             h_i = step·steps_i              (of each person, where several serve it)
    most_accounts              Σ_i takes_i ≤ K                 (most_accounts_<person>: over those with hours of theirs)
With `takes_i` between 0 and 1 the points span the convex hull of what an account can do, so that the relaxation is
tight. An S-shaped curve keeps its parts, used in order:
    rising_<account>_<k>       part k is full where `full_k` is 1;  risen_…: later parts are used only then
    block_<account>, taken_<account>    block_i·takes_i ≤ h_i ≤ max_i·takes_i
"""

from __future__ import annotations

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Index, Mask, Numbers, Problem
from planner.allocation.statement import Var

FINE = 1e-9


def needed(problem: Problem) -> bool:
    """Whether anything asks for whole numbers."""
    return bool(problem.step > 0 or problem.block.any() or counted(problem) or bent(problem).any())


def counted(problem: Problem) -> bool:
    """Whether the number of accounts with time is limited."""
    return problem.max_accounts is not None or problem.max_accounts_per_person is not None


def bent(problem: Problem) -> Mask:
    """(n,) accounts whose true curve lies below its envelope."""
    curves = problem.curves
    return np.asarray((curves.share - curves.exact).max(axis=1, initial=0.0) > 1e-12)


def entry(problem: Problem) -> Numbers:
    """(n,) least hours of an account that gets any: its minimum, else its block, else a step."""
    least = np.where(problem.minimum > 0, problem.minimum, np.maximum(problem.block, problem.step))
    return np.asarray(np.minimum(least, np.maximum(problem.maximum, problem.minimum)))


class WholeModel(Model):
    """The model with its whole-number rows; the whole curve of every account stated.

    Attributes:
        takes: whether an account gets time, by position; absent where a minimum says so or nothing asks.
    """

    def __init__(self, problem: Problem, claims: Claims, depth: Index, aim: Aim) -> None:
        self.bent = bent(problem)
        self.takes: dict[int, Var] = {}
        super().__init__(problem, claims, np.where(depth > 0, claims.depths(), 0), aim)
        for i in self.accounts:
            self._grid(i)
        self._counts()

    def _curve(self, i: int) -> None:
        problem = self.problem
        if problem.minimum[i] <= 0 and (problem.block[i] > 0 or counted(problem)):
            self.takes[i] = self.column(f"takes_{self.slugs[i]}", 0.0, 1.0, whole=True)
        if not self.bent[i]:
            self._points(i, self._knots(i))
            return
        super()._curve(i)
        self._rising(i)
        self._block(i)

    def _knots(self, i: int) -> list[float]:
        """Hours of the points: the least the account may get, the knots of its curve above that, its maximum."""
        problem = self.problem
        low, high = max(problem.minimum[i], problem.block[i]), max(problem.minimum[i], problem.maximum[i])
        inner = [h for h in problem.curves.hours[i].tolist() if low < h < high]
        return sorted({*([low] if low > 0 or i in self.takes else []), *inner, high})

    def _points(self, i: int, knots: list[float]) -> None:
        """h_i as a mix of points on the curve, if it gets any."""
        curves, slug = self.problem.curves, self.slugs[i]
        reach = np.interp([0.0, *knots], curves.hours[i], curves.exact[i])
        points: dict[Var, float] = {}
        for k, (hours, gained) in enumerate(zip(knots, (reach[1:] - reach[0]).tolist(), strict=True)):
            points[self._worth(i, f"at_{slug}_{k}", 1.0, gained)] = hours
        self.defines(f"curve_{slug}", self.hours[i], points)
        choice = dict.fromkeys(points, 1.0)
        if i in self.takes:
            self.defines(f"choice_{slug}", self.takes[i], choice)
        else:
            self.row(f"choice_{slug}", choice, 1.0 if self.problem.minimum[i] > 0 else -np.inf, 1.0)

    def _rising(self, i: int) -> None:
        """A part of the rising stretch is full before the next is used: width·full_k ≤ part_k, next ≤ width·full_k."""
        first = len(self.part_index) - int(self.depth[i])
        own = self.part_index[first:]
        rising = int(np.argmax(self.part_gain[first:]))
        for k in range(rising):
            full = self.column(f"full_{self.slugs[i]}_{k}", 0.0, 1.0, whole=True)
            part = self.columns[own[k]]
            self.row(f"rising_{self.slugs[i]}_{k}", {full: self.high[own[k]], part: -1.0}, -np.inf, 0.0)
            for j in own[k + 1 : k + 2] if k + 1 < rising else own[k + 1 :]:
                self.row(f"risen_{self.columns[j].name}", {self.columns[j]: 1.0, full: -self.high[j]}, -np.inf, 0.0)

    def _block(self, i: int) -> None:
        """Nothing, or between a block and the maximum."""
        if i not in self.takes:
            return
        takes, hours, problem = self.takes[i], self.hours[i], self.problem
        if problem.block[i] > 0:
            self.row(f"block_{self.slugs[i]}", {takes: problem.block[i], hours: -1.0}, -np.inf, 0.0)
        self.row(f"taken_{self.slugs[i]}", {hours: 1.0, takes: -problem.maximum[i]}, -np.inf, 0.0)

    def _grid(self, i: int) -> None:
        """Hours in whole steps; a lock keeps its own hours."""
        step, problem = self.problem.step, self.problem
        if step <= 0 or problem.locked[i] or not _on_grid(problem, i):
            return
        people = np.flatnonzero(problem.eligible[i]).tolist()
        for p in people:
            mark = self.slugs[i] if len(people) == 1 else f"{self.slugs[i]}_by_{self.people[p]}"
            most = np.floor(problem.maximum[i] / step + FINE)
            steps = self.column(f"steps_{mark}", 0.0, most, whole=True)
            self.row(f"grid_{mark}", {self.spent[i, p]: 1.0, steps: -step}, 0.0, 0.0)

    def _counts(self) -> None:
        """At most K accounts with time, and at most so many for each person."""
        problem = self.problem
        forced = sum(1 for i in self.accounts if problem.minimum[i] > 0)
        if problem.max_accounts is not None:
            self.row("most_accounts", dict.fromkeys(self.takes.values(), 1.0), -np.inf, problem.max_accounts - forced)
        if problem.max_accounts_per_person is not None:
            for p in range(len(problem.people)):
                terms = {self._takes_of(i, q): 1.0 for (i, q) in list(self.spent) if q == p}
                self.row(f"most_accounts_{self.people[p]}", terms, -np.inf, problem.max_accounts_per_person)

    def _takes_of(self, i: int, p: int) -> Var:
        """Whether person p gives account i any time."""
        if i in self.takes and self.problem.eligible[i].sum() == 1:
            return self.takes[i]
        takes = self.column(f"takes_{self.slugs[i]}_by_{self.people[p]}", 0.0, 1.0, whole=True)
        most = max(self.problem.minimum[i], self.problem.maximum[i])
        self.row(f"taken_{self.slugs[i]}_by_{self.people[p]}", {self.spent[i, p]: 1.0, takes: -most}, -np.inf, 0.0)
        return takes


class NearModel(WholeModel):
    """The plans near given hours: each account gets the step below or above them, or (but for minimums) nothing.

    Exact for every plan it allows, and small whatever the size of the list. Without steps the points are all kept.
    """

    def __init__(self, problem: Problem, claims: Claims, hours: Numbers, aim: Aim) -> None:
        self._near = hours
        super().__init__(problem, claims, (hours > FINE).astype(np.intp), aim)
        self.bent = np.zeros(problem.size, dtype=bool)

    def _curve(self, i: int) -> None:
        if self.problem.step > 0:
            self.bent[i] = False
        super()._curve(i)

    def _knots(self, i: int) -> list[float]:
        problem, step = self.problem, self.problem.step
        if step <= 0 or problem.locked[i]:
            return super()._knots(i)
        least = entry(problem)[i] if problem.minimum[i] <= 0 else problem.minimum[i]
        low = min(max(np.floor(self._near[i] / step + FINE) * step, least), problem.maximum[i])
        high = min(max(np.ceil(self._near[i] / step - FINE) * step, low), problem.maximum[i])
        return sorted({float(low), float(high)})


def _on_grid(problem: Problem, i: int) -> bool:
    """Whether any multiple of the step lies between the account's minimum and maximum."""
    first = np.ceil(problem.minimum[i] / problem.step - FINE) * problem.step
    return bool(first <= problem.maximum[i] + FINE)
