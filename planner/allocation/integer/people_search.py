"""A plan in whole blocks for many people, searched a few people at a time; everybody else's hours stay as they are.

People share the balance, the limits and a few accounts, and little else. So the whole model is stated once, and each
search frees the accounts of a few people: every plan on the way keeps every row, and none is worth less than the last.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np

from planner.allocation.integer.points_model import IntegerModel
from planner.allocation.pieces import FINE
from planner.allocation.solvers.highs import HighsSolver
from planner.arrays import Index, Mask, Numbers

AT_ONCE = 5
"""People whose hours are searched together."""
SEARCH = 10.0
"""Longest time of one such search, in seconds; most take a fiftieth of it."""
FIRST, ROUGHLY = 10.0, 0.01
"""The same for the first plan, whose whole numbers are given, and the gap at which it stops."""
PASSES = 2
"""Times that everybody is searched; the second time with other people."""


class PeopleSearch:
    """The searches over one model.

    Args:
        solver: that holds the model, at the costs to be minimised.
        deadline: on the clock of `time.perf_counter`.
    """

    def __init__(self, model: IntegerModel, solver: HighsSolver, deadline: float) -> None:
        self.model, self.solver, self.deadline = model, solver, deadline
        everybody = np.ones(len(model.problem.people), dtype=bool)
        self._everything = model.columns_of(np.ones(model.problem.size, dtype=bool), everybody)
        self._whole = model.whole_columns

    def best(self, start: Numbers, enough: float) -> Numbers | None:
        """Values of the columns of the best plan found from (n, m) hours on; None where these keep not all rows.

        Args:
            enough: of the minimisation, at which the search stops.
        """
        values = self._first(start)
        for who in self._groups() if values is not None else ():
            assert values is not None
            if float(self.solver.costs @ values) <= enough or time.perf_counter() > self.deadline:
                break
            values = self._searched(who, values)
        return values

    def _first(self, start: Numbers) -> Numbers | None:
        columns, whole = self.model.carried(start)
        return self._within(columns, whole, min(FIRST, self.deadline - time.perf_counter()), ROUGHLY)

    def _groups(self) -> Iterator[Index]:
        """People who are searched together: neighbours in the team first, then people far apart."""
        people = np.arange(len(self.model.problem.people))
        parts = -(-len(people) // AT_ONCE)
        for number in range(PASSES):
            for part in range(parts):
                yield people[part * AT_ONCE : (part + 1) * AT_ONCE] if number % 2 == 0 else people[part::parts]

    def _searched(self, who: Index, values: Numbers) -> Numbers:
        """The values after a search over the hours of some people, on accounts that nobody else spends time on."""
        some = np.isin(np.arange(len(self.model.problem.people)), who)
        held = np.setdiff1d(self._everything, self.model.columns_of(self._served_by(some, values), some))
        self.solver.suggest(self._whole, np.round(values[self._whole]))
        found = self._within(held, values[held], SEARCH)
        better = found is not None and self.solver.costs @ found < self.solver.costs @ values
        return found if found is not None and better else values

    def _served_by(self, some: Mask, values: Numbers) -> Mask:
        """(n,) accounts that some of the (m,) people may serve and that nobody else spends time on by now."""
        pairs, others = self.model.pairs, np.zeros(self.model.problem.size, dtype=bool)
        others[pairs.account[~some[pairs.person] & (values[pairs.column] > FINE)]] = True
        return np.asarray(self.model.problem.eligible[:, some].any(axis=1) & ~others)

    def _within(self, held: Index, values: Numbers, seconds: float, *gap: float) -> Numbers | None:
        """The best values with some columns held; None where none were found."""
        low, high = (bounds[held] for bounds in self.solver.column_bounds)
        self.solver.set_columns(held, values, values)
        result = self.solver.search(max(0.05, seconds), *gap)
        self.solver.set_columns(held, low, high)
        return result.values if result.found else None
