"""The linear program of what a box of prices leaves open (see `window`). All is minimised; hours throughout.

Columns: under, over, excess and the hours of each group; hours bought and sold of each joining row; the hours of each
use of an account that has several; the pieces that are stated.
Rows: the joining rows (a person's capacity, a group's hours, a limit), the balance as `model` states it, and for each
account with several uses that they add to its hours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.problem import Index, Mask, Numbers, Problem
from planner.allocation.statement import Entries, Statement
from planner.goods import GROUPS

SLACK = 1e-7
"""Hours by which the deviation may pass its least value."""


@dataclass(frozen=True, eq=False)
class Open:
    """What a box leaves open: x uses of hours and r pieces of curves.

    Attributes:
        base: (n,) hours that are settled.  folded, near: (n, K) pieces that are full, and that are stated.
        pair, way: (x,) which pair of account and person, and which way to credit an hour, each use is.
        account, person: (x,) of each use.  credit: (x, 3) what of an hour it credits to each group.
        cost: (x,) of an hour of it, at the prices in the middle of the box.
        piece_of: (r,) account.  width: (r,) hours.  worth: (r,) objective an hour.
    """

    base: Numbers
    folded: Mask
    near: Mask
    pair: Index
    way: Index
    account: Index
    person: Index
    credit: Numbers
    cost: Numbers
    piece_of: Index
    width: Numbers
    worth: Numbers


class BoxModel(Statement):
    """The model; `prices` are the duals of the joining rows mid-box, and `box` is how far it reaches.

    `idle` is what an hour costs, `bands` (3, 2) the least and most hours of each group (None where no balance is kept),
    `missed` by how many hours they may be missed.
    """

    def __init__(
        self,
        problem: Problem,
        left: Open,
        prices: Numbers,
        box: float,
        idle: float,
        bands: Numbers | None,
        missed: float,
    ) -> None:
        super().__init__("box")
        self._problem, self._left = problem, left
        groups, joining, zero = len(GROUPS), len(prices), np.zeros(len(GROUPS))
        under = self.column_block(lambda k: f"under_{GROUPS[k]}", zero, np.inf)
        over = self.column_block(lambda k: f"over_{GROUPS[k]}", zero, np.inf)
        excess = self.column_block(lambda _: "excess", zero[:1], np.inf)
        group = self.column_block(lambda k: f"hours_{GROUPS[k]}", np.full(groups, -np.inf), np.inf)
        nothing, each = np.zeros(joining), np.arange(joining)
        self._bought = self.column_block(lambda k: f"bought_{k}", nothing, np.inf, prices + box)
        self._sold = self.column_block(lambda k: f"sold_{k}", nothing, np.inf, box - prices)
        uses = np.bincount(left.account, minlength=problem.size)
        several = np.flatnonzero(uses[left.account] > 1)
        use = self.column_block(lambda k: f"use_{k}", np.zeros(len(several)), np.inf, idle)
        alone = np.full(problem.size, -1)
        once = np.flatnonzero(uses[left.account] == 1)
        alone[left.account[once]] = once
        own = alone[left.piece_of]
        straight = np.flatnonzero(own >= 0)
        self._parts = self.column_block(
            lambda k: f"part_{k}", np.zeros(len(own)), left.width, np.where(own >= 0, idle, 0.0) - left.worth
        )
        self._joining(
            joining,
            [
                (len(problem.people) + np.arange(groups), group, -1.0), (each, self._bought, 1.0),
                (each, self._sold, -1.0), *self._used(several, use), *self._used(own[straight], self._parts[straight]),
            ],
            once,
        )  # fmt: skip
        if bands is not None:
            self._balance(bands, missed, under, over, excess, group)
        self._accounts(several, use, np.flatnonzero(own < 0))
        self.ties(len(problem.people) + np.arange(groups), group)
        self._run_out(straight, own)

    def _amounts(self, use: Index) -> list[Numbers]:
        """What an hour of each use counts in the rows of the groups and limits."""
        left, limits = self._left, self._problem.limits
        account, credit = left.account[use], left.credit[use]
        counted = [limit.weight[account] * (1.0 if limit.good is None else credit[:, limit.good]) for limit in limits]
        return [*credit.T, *counted]

    def _used(self, use: Index, columns: Index) -> list[Entries]:
        """Entries in the joining rows of columns that are hours of the uses beside them."""
        entries: list[Entries] = [(self._left.person[use], columns, 1.0)]
        for r, amount in enumerate(self._amounts(use)):
            some = np.flatnonzero(amount)
            entries.append((np.full(len(some), len(self._problem.people) + r), columns[some], amount[some]))
        return entries

    def _joining(self, count: int, entries: list[Entries], once: Index) -> None:
        """Capacities, hours of groups and limits, less what is settled."""
        problem, left = self._problem, self._left
        m = len(problem.people)
        low, high = np.full(count, -np.inf), np.zeros(count)
        high[:m], low[m : m + len(GROUPS)] = problem.capacity, 0.0
        for r, limit in enumerate(problem.limits, start=m + len(GROUPS)):
            low[r], high[r] = limit.lower, limit.upper
        base = left.base[left.account[once]]
        settled = np.bincount(left.person[once], base, count)
        settled[m:] = [float(base @ amount) for amount in self._amounts(once)]
        self.row_block(lambda k: f"joining_{k}", entries, low - settled, high - settled)

    def _balance(self, bands: Numbers, missed: float, under: Index, over: Index, excess: Index, group: Index) -> None:
        each = np.arange(len(GROUPS))
        none, zero = np.full(len(GROUPS), np.inf), np.zeros(len(GROUPS), dtype=np.intp)
        self.row_block(lambda k: f"floor_{k}", [(each, group, 1.0), (each, under, 1.0)], bands[:, 0], none)
        self.row_block(lambda k: f"ceiling_{k}", [(each, group, 1.0), (each, over, -1.0)], -none, bands[:, 1])
        spill: list[Entries] = [(zero, over, 1.0), (zero[:1], excess, -1.0)]
        if not self._problem.leave_open:
            spill.append((zero, under, -1.0))
        self.row_block(lambda _: "spill", spill, -none[:1], np.zeros(1))
        sums: list[Entries] = [(zero, under, 1.0), (zero[:1], excess, 1.0)]
        self.row_block(lambda _: "deviation", sums, -none[:1], np.full(1, missed + SLACK))

    def _accounts(self, several: Index, use: Index, divided: Index) -> None:
        """The uses of an account with several add to its hours."""
        left = self._left
        account, at = np.unique(left.account[several], return_inverse=True)
        place = np.searchsorted(account, left.piece_of[divided])
        base = left.base[account]
        rows = self.row_block(
            lambda k: f"account_{k}", [(at, use, 1.0), (place, self._parts[divided], -1.0)], base, base
        )
        order = np.lexsort((left.cost[several], at))
        self.ties(rows, use[order[np.diff(at[order], prepend=-1) != 0]])

    def _run_out(self, straight: Index, own: Index) -> None:
        """A first basis: each person's hours run out on the piece whose worth is nearest to its cost."""
        left = self._left
        off = np.abs(left.worth[straight] - left.cost[own[straight]])
        person = left.person[own[straight]]
        order = np.lexsort((off, person))
        first = order[np.diff(person[order], prepend=-1) != 0]
        self.ties(person[first], self._parts[straight[first]])

    def traded(self, values: Numbers) -> float:
        """Hours bought and sold."""
        return float(values[self._bought].sum() + values[self._sold].sum())

    def hours(self, values: Numbers) -> Numbers:
        """(n,) hours of each account."""
        return self._left.base + np.bincount(self._left.piece_of, values[self._parts], len(self._left.base))
