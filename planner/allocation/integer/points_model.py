"""People do not plan 16.64 hours: blocks, steps, counts and S-curves as whole-number choices on the linear program.

An account gets nothing, or hours between its smallest block and its maximum, as a mix of points on its true curve.
Columns and rows beyond those of `model` (whose pieces are the points):
    point_<account>_<k>        from 0 to 1, worth what the k-th point's hours add
    takes_<account>            whether the account gets time (takes_<account>_by_<person>: from one person)
    steps_<account>            in how many steps (steps_<account>_by_<person> where several serve it)
    choice_<account>           Σ_k point_k = takes_i            (= 1 with a minimum, ≤ where any hours will do)
    grid_<account>             h_i = step·steps_i
    taken_<account>_by_<p>     h_ip ≤ most·takes_ip
    served_<account>           Σ_p takes_ip ≥ takes_i
    capacity_<person>          Σ_i h_ip ≤ the whole steps in the hours of the person
    most_accounts              Σ_i takes_i ≤ K                  (most_accounts_<person>: of one person)
An S-shaped curve is not concave, so that a mix may only be of neighbours:
    stretch_<account>_<k>      1 for the stretch that the hours lie on; one stretch for all of the concave end
    stretches_<account>        Σ_k stretch_k = takes_i
    beside_<account>_<k>       point_k ≤ the stretches beside it
With everything between 0 and 1 (`relaxed`), and without steps and stretches, the points span the convex hull of what
each account can do by itself, so that the relaxation is tight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pulp

from planner.allocation.constraints.base import UserConstraint
from planner.allocation.model import Model
from planner.allocation.pieces import FINE, Pieces, guess_ends, points
from planner.allocation.problem import Problem
from planner.allocation.solvers.linear_program import AT_LEAST, AT_MOST, EQUAL
from planner.arrays import Index, Mask, Numbers

WINDOW = 2
"""Steps either side of given hours that are searched near them."""


def needed(problem: Problem) -> bool:
    """Whether anything asks for whole numbers."""
    return bool(problem.step > 0 or problem.block.any() or counted(problem) or problem.curves.bent.any())


def counted(problem: Problem) -> bool:
    """Whether the number of accounts with time is limited."""
    each = problem.max_accounts_per_person is not None
    return problem.max_accounts is not None or each or any(limit.counts for limit in problem.limits)


def span(problem: Problem) -> tuple[Numbers, Numbers]:
    """(n,) twice: least and most hours of an account that gets any: from its block (or minimum) to its maximum, in
    whole steps where there are any between."""
    start = np.where(problem.locked, problem.block, np.maximum(problem.block, problem.step))
    least = np.where(problem.minimum > 0, problem.minimum, start)
    most = np.maximum(problem.maximum, problem.minimum)
    on_grid = stepped(problem)
    step = problem.step if problem.step > 0 else 1.0
    low = np.where(on_grid, np.ceil(least / step - FINE) * step, least)
    high = np.where(on_grid, np.floor(most / step + FINE) * step, most)
    return low, high


def stepped(problem: Problem) -> Mask:
    """(n,) accounts whose hours go by steps; a lock, and a minimum and maximum between two steps, keep their own."""
    if problem.step <= 0:
        return np.zeros(problem.size, dtype=bool)
    first = np.ceil(problem.minimum / problem.step - FINE) * problem.step
    return np.asarray(~problem.locked & (first <= np.maximum(problem.maximum, problem.minimum) + FINE))


def choices(problem: Problem, accounts: Index, near: Numbers | None = None) -> Pieces:
    """The points of some accounts: the least hours they may get, the knots of their curves above that, the most.

    Args:
        near: (n,) hours; then the points are a step either side of them and the least hours alone.
    """
    low, high = (each[accounts] for each in span(problem))
    inner = np.column_stack([problem.curves.hours[accounts], np.nan_to_num(problem.today)[accounts]])
    ends = guess_ends(problem)[accounts]
    inner = np.column_stack([inner, np.where(np.isfinite(ends), ends, 0.0)])
    if near is not None and problem.step > 0:
        steps = np.round(np.round(near[accounts] / problem.step, 6))  # half a step and a solver's noise is half a step
        about = steps[:, None] + np.arange(-WINDOW, WINDOW + 1)
        inner = np.where(problem.curves.bent[accounts, None], 0.0, about * problem.step)
    inner = np.clip(inner, low[:, None], high[:, None])
    hours = np.sort(np.column_stack([low, inner, high]), axis=1)
    kept = np.diff(hours, axis=1, prepend=-1.0) > FINE
    from_nothing = problem.curves.bent[accounts] & (low <= FINE)
    kept &= ((hours > FINE) | from_nothing[:, None]) & (low <= high + FINE)[:, None]
    place, k = np.nonzero(kept)
    return points(problem, accounts[place], hours[place, k])


class IntegerModel(Model):
    """The model over points, with its whole-number rows.

    Attributes:
        takes: column of takes_i by account; absent where a minimum says so or nothing asks.
        counted: (n,) accounts that each row counts, of one person or (None) of the firm.
        steps: column of steps_i by (account, person), person −1 where one serves it alone.
        stretches: columns stretch_ik by account.
    """

    def __init__(
        self,
        problem: Problem,
        pieces: Pieces,
        usable: Numbers,
        constraints: Sequence[UserConstraint] | None = None,
        *,
        forced: Mapping[str, float] | None = None,
        elastic: bool = False,
        relaxed: bool = False,
    ) -> None:
        self.relaxed = relaxed
        self.takes: dict[int, int] = {}
        self.counted: dict[str, tuple[Mask, int | None]] = {}
        self.steps: dict[tuple[int, int], int] = {}
        self.stretches: dict[int, list[int]] = {}
        self._served: dict[tuple[int, int], int] = {}
        super().__init__(problem, pieces, usable, constraints, forced=forced, elastic=elastic)

    def _state_pieces(self) -> None:
        """Each account takes one of its points, or a mix of two neighbours, or nothing."""
        p, problem = self.pieces, self.problem
        for i, k in zip(p.account.tolist(), p.rank.tolist(), strict=True):
            self.column(f"point_{self.slugs[i]}_{k}", 1.0)
        asked = (problem.block > 0) | (problem.step > 0) | counted(problem) | problem.curves.bent
        any_hours = (span(problem)[0] <= FINE) & ~problem.curves.bent
        for i in np.unique(p.account).tolist():
            mine = np.arange(self.first[i], self.first[i + 1])
            one = np.ones(len(mine))
            name = f"choice_{self.slugs[i]}"
            if problem.minimum[i] > 0:
                self.row(name, mine, one, EQUAL, 1.0)
            elif asked[i]:
                self.takes[i] = self.column(f"takes_{self.slugs[i]}", 1.0, whole=not self.relaxed)
                sense = AT_MOST if any_hours[i] else EQUAL
                self.row(name, np.append(mine, self.takes[i]), np.append(one, -1.0), sense, 0.0)
            else:
                self.row(name, mine, one, AT_MOST, 1.0)
            if problem.curves.bent[i] and not self.relaxed:
                self._neighbours(i, mine)

    def _neighbours(self, i: int, mine: Index) -> None:
        """A mix of neighbours along an S-shaped curve: the hours lie on one stretch, the concave end is all one."""
        curves, hours = self.problem.curves, self.pieces.hours[mine]
        below = np.flatnonzero(curves.share[i] - curves.exact[i] > 1e-12)
        touch = float(curves.hours[i, min(int(below.max()) + 1, curves.hours.shape[1] - 1)])
        last = min(int(np.searchsorted(hours, touch - FINE)), len(hours) - 1)
        if last == 0:
            return
        name = self.slugs[i]
        stretch = self.stretches[i] = [self.column(f"stretch_{name}_{k}", 1.0, whole=True) for k in range(last + 1)]
        takes, one = ([self.takes[i]], [-1.0]) if i in self.takes else ([], [])
        sums = np.array([*stretch, *takes], dtype=np.intp)
        self.row(f"stretches_{name}", sums, np.array([1.0] * len(stretch) + one), EQUAL, 0.0 if takes else 1.0)
        for k, point in enumerate(mine.tolist()):
            beside = [stretch[j] for j in (k - 1, k) if 0 <= j <= last] if k <= last else [stretch[last]]
            columns = np.array([point, *beside], dtype=np.intp)
            self.row(f"beside_{name}_{k}", columns, np.array([1.0] + [-1.0] * len(beside)), AT_MOST, 0.0)

    def _state_people(self) -> None:
        """Who serves what, in whole steps."""
        super()._state_people()
        if self.relaxed:
            return
        on_grid = stepped(self.problem)
        for i in np.unique(self.pieces.account[on_grid[self.pieces.account]]).tolist():
            if self.served_by_one[i]:
                mine = np.arange(self.first[i], self.first[i + 1])
                self._grid(i, -1, self.slugs[i], mine, self.pieces.hours[mine])
                continue
            for p in np.flatnonzero(self.problem.eligible[i]).tolist():
                columns = self._pair(i, p)
                self._grid(i, p, f"{self.slugs[i]}_by_{self.people[p]}", columns, np.ones(len(columns)))

    def _grid(self, i: int, p: int, name: str, columns: Index, hours: Numbers) -> None:
        """Hours are a whole number of steps."""
        step = self.problem.step
        most = np.floor(max(self.problem.maximum[i], self.problem.minimum[i]) / step + FINE)
        self.steps[i, p] = self.column(f"steps_{name}", float(most), whole=True)
        terms = np.append(columns, self.steps[i, p])
        self.row(f"grid_{name}", terms, np.append(hours, -step), EQUAL, 0.0)

    def _pair(self, i: int, p: int) -> Index:
        """Columns of the hours of one person on an account that several may serve."""
        low, high = np.searchsorted(self.pairs.account, [i, i + 1])
        return np.asarray(self.pairs.column[low:high][self.pairs.person[low:high] == p])

    def spendable(self, person: int, hours: float) -> float:
        """How many of a person's hours a plan can spend: where all go by steps, in whole steps.

        A search over many accounts that are alike does not see by itself that 33⅓ h are 33 h in half hours, and tries
        every way to fill the rest.
        """
        problem, step = self.problem, self.problem.step
        mine = np.unique(self.pieces.account[problem.eligible[self.pieces.account, person]])
        locked = problem.locked[mine] & self.served_by_one[mine]
        if self.relaxed or self.elastic or step <= 0 or not (stepped(problem)[mine] | locked).all():
            return hours
        fixed = float(problem.minimum[mine[locked]].sum())
        return min(hours, fixed + float(np.floor((hours - fixed) / step + FINE)) * step)

    def count_accounts(self, name: str, accounts: Mask, person: int | None, most: float) -> None:
        """At most so many of some (n,) accounts with time (of a person)."""
        self.counted[name] = accounts, person
        stated = np.unique(self.pieces.account[accounts[self.pieces.account]]).tolist()
        forced = 0
        columns: list[int] = []
        for i in stated:
            if person is None or (self.served_by_one[i] and self.alone[i] == person):
                columns += [self.takes[i]] if i in self.takes else []
                forced += i not in self.takes
            elif self.problem.eligible[i, person] and not self.served_by_one[i]:
                columns.append(self._takes_of(i, person))
        terms = np.array(columns, dtype=np.intp)
        self.user_row(name, terms, np.ones(len(columns)), AT_MOST, most - forced)
        if person == len(self.problem.people) - 1:
            self._somebody_serves()

    def _somebody_serves(self) -> None:
        """An account that gets time counts for somebody; hours divided among people alone would count for little."""
        by_account: dict[int, list[int]] = {}
        for (i, _), column in self._served.items():
            by_account.setdefault(i, []).append(column)
        for i, columns in by_account.items():
            takes, least = ([self.takes[i]], 0.0) if i in self.takes else ([], 1.0)
            terms = np.array([*columns, *takes], dtype=np.intp)
            one = np.array([1.0] * len(columns) + [-1.0] * len(takes))
            self.row(f"served_{self.slugs[i]}", terms, one, AT_LEAST, least)

    def _takes_of(self, i: int, p: int) -> int:
        """Whether person p gives any time to an account that several may serve."""
        name = f"{self.slugs[i]}_by_{self.people[p]}"
        if (i, p) not in self._served:
            takes = self._served[i, p] = self.column(f"takes_{name}", 1.0, whole=not self.relaxed)
            columns = self._pair(i, p)
            most = max(self.problem.minimum[i], self.problem.maximum[i])
            terms = np.append(columns, takes)
            self.row(f"taken_{name}", terms, np.append(np.ones(len(columns)), -most), AT_MOST, 0.0)
        return self._served[i, p]

    def columns_of(self, accounts: Mask, people: Mask) -> Index:
        """The columns of some (n,) accounts, but for the hours of others than some (m,) people."""
        by_account = list(self.takes.items())
        by_account += [(i, column) for i, columns in self.stretches.items() for column in columns]
        by_account += [
            (i, column) for (i, p), column in (*self.steps.items(), *self._served.items()) if p < 0 or people[p]
        ]
        owner, column = np.array(by_account, dtype=np.intp).reshape(-1, 2).T
        points = np.flatnonzero(accounts[self.pieces.account])
        shares = self.pairs.column[accounts[self.pairs.account] & people[self.pairs.person]]
        return np.concatenate([points, shares, column[accounts[owner]]])

    @property
    def whole_columns(self) -> Index:
        """Columns of whole numbers."""
        return np.flatnonzero([column.cat == pulp.LpInteger for column in self.columns])

    def carried(self, spent: Numbers) -> tuple[Index, Numbers]:
        """Whole-number columns with their values for (n, m) hours of a plan that is known."""
        hours, step = spent.sum(axis=1), max(self.problem.step, FINE)
        known = {column: float(hours[i] > FINE) for i, column in self.takes.items()}
        known |= {column: float(spent[i, p] > FINE) for (i, p), column in self._served.items()}
        for (i, p), column in self.steps.items():
            known[column] = float(np.round((hours[i] if p < 0 else spent[i, p]) / step))
        return np.array(list(known), dtype=np.intp), np.array(list(known.values()))
