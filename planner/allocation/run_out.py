"""Where a solve begins: the prices of an hour at which everybody's hours would run out, the best pieces going first.

Each account's hours go to the cheapest of the people who may serve it. The balance and the limits are left aside, and
accounts of several people are shared out only nearly, so these prices are a first guess and no more.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.allocation.problem import Index, Numbers

HALVINGS = 20


@dataclass(frozen=True, eq=False)
class Demand:
    """What k accounts ask of m people.

    Attributes:
        account, width, worth: (r,) position, hours and objective an hour of each piece of a curve.
        least, most: (k,) hours of each account.
        served, person: (e,) each account, by position and in order, beside each of the people who may serve it.
        capacity: (m,) hours.
    """

    account: Index
    width: Numbers
    worth: Numbers
    least: Numbers
    most: Numbers
    served: Index
    person: Index
    capacity: Numbers

    def prices(self) -> Numbers:
        """(m,) price of an hour of each person; 0 where hours never run out."""
        low, high = np.zeros(len(self.capacity)), np.full(len(self.capacity), self.worth.max(initial=0.0))
        for _ in range(HALVINGS):
            price = (low + high) / 2
            over = self._asked(price) > self.capacity
            low, high = np.where(over, price, low), np.where(over, high, price)
        return np.where(low > 0, high, 0.0)

    def last(self, price: Numbers) -> tuple[Index, Index]:
        """The piece on which the hours of people run out, and whose they are: the one worth most nearly its cost."""
        who = np.full(len(self.least), -1)
        cheapest = least_of(self.served, price[self.person])
        who[self.served[cheapest]] = self.person[cheapest]
        off = np.abs(self.worth - self._cost(price)[self.account])
        own = np.flatnonzero((who >= 0)[self.account])
        own = own[price[who[self.account[own]]] > 0]
        piece = own[least_of(who[self.account[own]], off[own])]
        return piece, who[self.account[piece]]

    def _asked(self, price: Numbers) -> Numbers:
        """(m,) hours asked of each person."""
        cost = self._cost(price)
        taken = np.bincount(self.account, self.width * (self.worth > cost[self.account]), len(cost))
        serves = price[self.person] <= cost[self.served]
        each = np.clip(taken, self.least, self.most) / np.maximum(np.bincount(self.served, serves, len(cost)), 1)
        return np.asarray(np.bincount(self.person, serves * each[self.served], len(self.capacity)), dtype=float)

    def _cost(self, price: Numbers) -> Numbers:
        """(k,) least price of an hour on each account; inf where nobody may serve it."""
        cost = np.full(len(self.least), np.inf)
        if self._first.size:
            cost[self.served[self._first]] = np.minimum.reduceat(price[self.person], self._first)
        return cost

    @cached_property
    def _first(self) -> Index:
        return np.flatnonzero(np.diff(self.served, prepend=-1))


def least_of(group: Index, key: Numbers) -> Index:
    """Position of the least key of each group, (groups,), by group."""
    order = np.lexsort((key, group))
    return np.asarray(order[np.diff(group[order], prepend=-1) != 0])
