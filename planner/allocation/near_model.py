"""The plans in whole steps near given hours: a small model whatever the size of the list, and what to search of it."""

from __future__ import annotations

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.engine import Solved
from planner.allocation.model import Aim
from planner.allocation.problem import Index, Mask, Numbers, Problem
from planner.allocation.whole_model import FINE, WholeModel, entry

LOOSE = 3
"""Accounts of each person that are searched beside those that a linear program leaves between two steps."""


class NearModel(WholeModel):
    """The plans near given hours: each account gets the step below or above them, or (but for minimums) nothing.

    Exact for every plan it allows, and small whatever the size of the list. Without steps the points are all kept.
    """

    def __init__(self, problem: Problem, claims: Claims, hours: Numbers, aim: Aim, price: Numbers) -> None:
        self._near = hours
        super().__init__(problem, claims, (hours > FINE).astype(np.intp), aim, price, hours)

    def _curved(self) -> Mask:
        bent = self.problem.curves.bent
        return bent if self.problem.step <= 0 else bent & False

    def _knots(self, accounts: Index, takes: Mask) -> tuple[Numbers, Mask]:
        problem, step = self.problem, self.problem.step
        knots, points = super()._knots(accounts, takes)
        if step <= 0:
            return knots, points
        near, least = self._near[accounts], np.ceil(entry(problem)[accounts] / step - FINE) * step
        most = np.floor(np.maximum(problem.minimum, problem.maximum)[accounts] / step + FINE) * step
        low = np.minimum(np.maximum(np.floor(near / step + FINE) * step, least), most)
        high = np.minimum(np.maximum(np.ceil(near / step - FINE) * step, low), most)
        moved = ~problem.locked[accounts] & (least <= most)
        knots[moved, 0], knots[moved, -1] = low[moved], high[moved]
        points[moved, :-1] = False
        points[moved, 0] = (low < high)[moved]
        return knots, points

    def loose(self, solved: Solved) -> Mask:
        """Columns (of the model) that are open once its linear program is solved: all but the points of the accounts
        that it puts on one point, but for the `LOOSE` of each person that would lose least by another."""
        choice, size = self._choices, self.problem.size
        taken = solved.values[choice.at]
        between = np.bincount(choice.account, (taken > FINE) & (taken < 1 - FINE), size) > 0
        loss = np.abs(solved.reduced[choice.at])
        least = np.full(size, np.inf)
        np.minimum.at(least, choice.account, np.where(loss > FINE, loss, np.inf))
        account, person = self.spent_of.T
        order = np.lexsort((least[account], person))
        rank = np.arange(len(order)) - np.searchsorted(person[order], person[order])
        between[account[order[rank < LOOSE]]] = True
        open_columns = np.ones(len(self.columns), dtype=bool)
        open_columns[choice.at[~between[choice.account]]] = False
        return open_columns
