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

from dataclasses import dataclass, field

import numpy as np

from planner.allocation.claims import Claims, on_curve
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Index, Mask, Numbers, Problem
from planner.allocation.statement import Var

FINE = 1e-9
PAYS = 1e-7
"""What a point left out may bring, in average hours, and still count as nothing."""


def needed(problem: Problem) -> bool:
    """Whether anything asks for whole numbers."""
    return bool(problem.step > 0 or problem.block.any() or counted(problem) or problem.curves.bent.any())


def counted(problem: Problem) -> bool:
    """Whether the number of accounts with time is limited."""
    return problem.max_accounts is not None or problem.max_accounts_per_person is not None


def entry(problem: Problem) -> Numbers:
    """(n,) least hours of an account that gets any: its minimum, else its block, else a step."""
    least = np.where(problem.minimum > 0, problem.minimum, np.maximum(problem.block, problem.step))
    return np.asarray(np.minimum(least, np.maximum(problem.maximum, problem.minimum)))


@dataclass(frozen=True, eq=False)
class _Choices:
    """The points of the accounts, (r,) each: account, position of its row `choice_…`, column, hours, share gained."""

    account: Index
    row: Index
    at: Index
    hours: Numbers
    gained: Numbers


class WholeModel(Model):
    """The model with its whole-number rows; the whole curve of every account stated.

    Attributes:
        takes: whether an account gets time, by position; absent where a minimum says so or nothing asks.
        reach: (n,) how many knots of a curve are points; 0 for an account that is not stated.

    To begin with, `price` (m,) is that of everybody's hour, and `hours` (n,) are about those of the accounts. Of the
    knots of a curve the first `reach` (n,) are points, all where it is not given.
    """

    def __init__(
        self,
        problem: Problem,
        claims: Claims,
        depth: Index,
        aim: Aim,
        price: Numbers | None = None,
        hours: Numbers | None = None,
        reach: Index | None = None,
    ) -> None:
        self._price = np.zeros(len(problem.people)) if price is None else price
        self._hours = np.zeros(problem.size) if hours is None else hours
        self.reach = claims.depths() if reach is None else reach
        self.takes: dict[int, Var] = {}
        super().__init__(problem, claims, np.where(depth > 0, claims.depths(), 0), aim)
        self._grid()
        self._counts()

    def _curves(self) -> None:
        problem, stated = self.problem, self.stated
        takes = (problem.minimum[stated] <= 0) & ((problem.block[stated] > 0) | counted(problem))
        asked = stated[takes]
        numbers = self.column_block(self._named("takes_{}", asked), np.zeros(len(asked)), 1.0)
        self.whole_columns += numbers.tolist()
        self.takes = dict(zip(asked.tolist(), self._vars(numbers), strict=True))
        curved = self._curved()[stated]
        self._points(np.flatnonzero(~curved), takes)
        places = np.flatnonzero(curved)
        if places.size:
            first = len(self.part_index)
            self._pieces(places)
            ends = first + np.cumsum(self.depth[stated[places]])
            for i, end in zip(stated[places].tolist(), ends.tolist(), strict=True):
                self._rising(i, slice(end - int(self.depth[i]), end))
                self._block(i)

    def _curved(self) -> Mask:
        """(n,) accounts that keep their parts."""
        return self.problem.curves.bent

    def _knots(self, accounts: Index, takes: Mask) -> tuple[Numbers, Mask]:
        """Hours of the points (k, K) and which of them are points: the least that the account may get (where it is
        any, or the account may get nothing), the knots of its curve above that, and its maximum."""
        problem = self.problem
        low = np.maximum(problem.minimum, problem.block)[accounts]
        high = np.maximum(problem.minimum, problem.maximum)[accounts]
        inner = problem.curves.hours[accounts]
        hours = np.column_stack([low, inner, high])
        points = np.column_stack([
            ((low > 0) | takes) & (low != high),
            (inner > low[:, None]) & (inner < high[:, None]),
            np.ones(len(accounts), dtype=bool),
        ])  # fmt: skip
        points[:, 2:-1] &= inner[:, 1:] > inner[:, :-1]
        points[:, 1:-1] &= np.arange(inner.shape[1]) <= self.reach[accounts, None]
        return hours, points

    def _points(self, places: Index, takes: Mask) -> None:
        """h_i as a mix of points on the curve, if it gets any; at most one whole point without a block."""
        accounts = self.stated[places]
        knots, points = self._knots(accounts, takes[places])
        place, k = np.nonzero(points)
        hours, account = knots[place, k], accounts[place]
        curves = self.problem.curves
        gained = on_curve(curves.hours, curves.exact, account, hours) - curves.exact[account, 0]
        rank = np.arange(len(place)) - np.searchsorted(place, place)
        at = self._worth(account, lambda j: f"at_{self.slugs[account[j]]}_{rank[j]}", 1.0, gained)
        self._define_hours(places, places[place], at, hours)
        taking = np.flatnonzero(takes[places])
        columns = np.array([self.takes[i].index for i in accounts[taking].tolist()], dtype=np.intp)
        low = np.where(self.problem.minimum[accounts] > 0, 1.0, -np.inf)
        high = np.ones(len(places))
        low[taking] = high[taking] = 0.0
        rows = self.row_block(
            self._named("choice_{}", accounts), [(place, at, 1.0), (taking, columns, -1.0)], low, high
        )
        self.ties(rows[taking], columns)
        self._choices = _Choices(account, rows[place], at, hours, gained)

    def _run_out(self) -> tuple[Numbers, Index, Index, Index]:
        """No first basis by pieces; see `lean`."""
        none = np.zeros(0, dtype=np.intp)
        return self._price, self._first(self._hours[self.stated]), none, none

    def reaches(self, row_dual: Numbers, worth: Numbers, cost: Numbers) -> Index:
        """(n,) how far curves have to reach for no point left out to pay at some duals; one further if one does.

        Args:
            worth: (n,) objective of an account's whole value.  cost: (n,) of an hour on it.
        """
        choice, problem, curves = self._choices, self.problem, self.problem.curves
        mine, at = np.unique(choice.account, return_index=True)
        hours, gained = curves.hours[mine], curves.share[mine] - curves.share[mine, :1]
        least, most = (each[mine, None] for each in (np.maximum(problem.minimum, problem.block), problem.maximum))
        pays = worth[mine, None] * gained - cost[mine, None] * hours + row_dual[choice.row[at], None]
        reach, k = self.reach.copy(), np.arange(hours.shape[1])
        lacking = (pays > PAYS) & (hours > least) & (hours < most) & (k > reach[mine, None])
        if lacking.any():
            reach[mine] = np.maximum(reach[mine] + 1, np.where(lacking, k, 0).max(axis=1))
        return reach

    def lean(self, cost: Numbers) -> None:
        """Begin where every account takes the point that pays most, if one does, at a cost of an hour on it (n,).

        Each person's hours run out on the account that pays least for them.
        """
        choice = self._choices
        pays = self.aim.gain[choice.account] * choice.gained - np.minimum(cost[choice.account], 1e9) * choice.hours
        order = np.lexsort((-pays, choice.account))
        best = order[np.diff(choice.account[order], prepend=-1) != 0]
        best = best[pays[best] > 0]
        person = np.where(self.problem.eligible[choice.account[best]], self._price, np.inf).argmin(axis=1)
        by_person = np.lexsort((pays[best] / choice.hours[best], person))
        last = best[by_person[np.diff(person[by_person], prepend=-1) != 0]]
        before = {int(row): self.tied.get(int(row)) for row in choice.row[last]}
        self.ties(choice.row[best], choice.at[best])
        for point, p in zip(last.tolist(), np.unique(person).tolist(), strict=True):
            row, takes = int(choice.row[point]), before[int(choice.row[point])]
            self.tied[self.row_number[f"capacity_{self.people[p]}"]] = int(choice.at[point])
            if takes is None:
                del self.tied[row]
            else:
                self.tied[row] = takes

    def _rising(self, i: int, own: slice) -> None:
        """A part of the rising stretch is full before the next is used: width·full_k ≤ part_k, next ≤ width·full_k."""
        parts = self.part_index[own]
        rising = int(np.argmax(self.part_gain[own]))
        for k in range(rising):
            full = self.column(f"full_{self.slugs[i]}_{k}", 0.0, 1.0, whole=True)
            part = self.columns[parts[k]]
            self.row(f"rising_{self.slugs[i]}_{k}", {full: self.high[parts[k]], part: -1.0}, -np.inf, 0.0)
            for j in parts[k + 1 : k + 2] if k + 1 < rising else parts[k + 1 :]:
                self.row(f"risen_{self.columns[j].name}", {self.columns[j]: 1.0, full: -self.high[j]}, -np.inf, 0.0)

    def _block(self, i: int) -> None:
        """Nothing, or between a block and the maximum."""
        if i not in self.takes:
            return
        takes, hours, problem = self.takes[i], self.hours[i], self.problem
        if problem.block[i] > 0:
            self.row(f"block_{self.slugs[i]}", {takes: problem.block[i], hours: -1.0}, -np.inf, 0.0)
        self.row(f"taken_{self.slugs[i]}", {hours: 1.0, takes: -problem.maximum[i]}, -np.inf, 0.0)

    def _grid(self) -> None:
        """Hours of each person in whole steps; a lock keeps its own hours."""
        step, problem = self.problem.step, self.problem
        if step <= 0:
            return
        first = np.ceil(problem.minimum / step - FINE) * step
        stepped = ~problem.locked & (first <= problem.maximum + FINE)
        own = np.flatnonzero(stepped[self.spent_of[:, 0]])
        account, person = self.spent_of[own, 0], self.spent_of[own, 1]
        alone = problem.eligible.sum(axis=1)[account] == 1

        def mark(k: int) -> str:
            slug = self.slugs[account[k]]
            return slug if alone[k] else f"{slug}_by_{self.people[person[k]]}"

        most = np.floor(problem.maximum[account] / step + FINE)
        steps = self.column_block(lambda k: f"steps_{mark(k)}", np.zeros(len(own)), most)
        self.whole_columns += steps.tolist()
        rows, zero = np.arange(len(own)), np.zeros(len(own))
        entries = [(rows, self.spent_index[own], 1.0), (rows, steps, -step)]
        self.ties(self.row_block(lambda k: f"grid_{mark(k)}", entries, zero, zero), steps)

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


@dataclass
class Stated:
    """The hull's model kept from one balance to the next of the same list, with the order of its columns by which one
    of several optima is taken; it only saves time."""

    model: WholeModel | None = None
    order: Numbers = field(default_factory=lambda: np.zeros(0))


def carried(known: Model, values: Numbers, model: Model) -> Numbers:
    """The values of one model's columns as columns of another; columns it lacks are 0."""
    by_name = {var.name: values[var.index] for var in known.columns}
    return np.array([by_name.get(var.name, 0.0) for var in model.columns])
