"""Where a solve begins: the prices of an hour at which everybody's hours would run out, the best pieces going first.

Each account's hours go to the cheapest of the people who may serve it. The balance and the limits are left aside, and
accounts of several people are shared out only nearly, so these prices are a first guess and no more.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.problem import Index, Numbers, Pairs

HALVINGS = 9
DEAR = 3.0
"""Times the price of an hour of all people together up to which one's own is looked for."""
ENOUGH = 10_000
"""Accounts of a long list that say about what all would."""


def pooled(worth: Numbers, width: Numbers, hours: float) -> float:
    """Price at which `hours` of all people would run out, of pieces (n, K), about; 0 where they never do."""
    every = max(1, len(worth) // ENOUGH)
    worth, width = worth[::every].ravel(), width[::every].ravel()
    useful = np.flatnonzero((worth > 0) & (width > 0))
    order = useful[np.argsort(-worth[useful])]
    last = int(np.searchsorted(np.cumsum(width[order]), hours / every))
    return float(worth[order[last]]) if last < len(order) else 0.0


@dataclass(frozen=True, eq=False)
class Demand:
    """What k accounts ask of m people.

    Attributes:
        account, width, worth: (r,) position, hours and objective an hour of each piece of a curve.
        least, most: (k,) hours of each account.
        pairs: who may serve which account, by position.
        capacity: (m,) hours.
    """

    account: Index
    width: Numbers
    worth: Numbers
    least: Numbers
    most: Numbers
    pairs: Pairs
    capacity: Numbers

    def prices(self) -> Numbers:
        """(m,) price of an hour of each person; 0 where hours never run out."""
        dearest = DEAR * pooled(self.worth, self.width, float(self.capacity.sum())) or self.worth.max(initial=0.0)
        low, high = np.zeros(len(self.capacity)), np.full(len(self.capacity), dearest)
        for _ in range(HALVINGS if self.pairs.first.size else 0):
            price = (low + high) / 2
            over = self._asked(price) > self.capacity
            low, high = np.where(over, price, low), np.where(over, high, price)
        return np.where(low > 0, high, 0.0)

    def hours(self, price: Numbers) -> Numbers:
        """(k,) hours of each account at prices of everybody's hour (m,)."""
        cost = self.pairs.least(price[self.pairs.person])
        taken = np.bincount(self.account, self.width * (self.worth > cost[self.account]), len(cost))
        return np.minimum(np.maximum(taken, self.least), self.most)

    def last(self, price: Numbers) -> tuple[Index, Index]:
        """The piece on which the hours of people run out, and whose they are: the one worth most nearly its cost."""
        who = np.full(len(self.least), -1)
        cheapest = least_of(self.pairs.account, price[self.pairs.person])
        who[self.pairs.account[cheapest]] = self.pairs.person[cheapest]
        own = np.flatnonzero((who >= 0)[self.account])
        own = own[price[who[self.account[own]]] > 0]
        whose = who[self.account[own]]
        off = np.abs(self.worth[own] - price[whose])
        last = least_of(whose, off)
        return own[last], whose[last]

    def _asked(self, price: Numbers) -> Numbers:
        """(m,) hours asked of each person."""
        account, first = self.pairs.account, self.pairs.first
        offered, hours = price[self.pairs.person], self.hours(price)
        serves = (offered <= self.pairs.least(offered)[account]).astype(float)
        hours[account[first]] /= np.add.reduceat(serves, first)
        return np.asarray(np.bincount(self.pairs.person, serves * hours[account], len(price)), dtype=float)


def first_claims(hours: Numbers, ratio: Numbers, bands: Numbers) -> Index:
    """(k,) the group that an account's hours count for first, so that each of C groups gets about what it should.

    It is the group it serves best, but for as many accounts as must count for another they serve too.

    Args:
        hours: (k,) of each account.  ratio: (k, C) largest share of them that may count for each group.
        bands: (C, 2) least and most hours of each group.
    """
    best: Index = ratio.argmax(axis=1)
    first, middle = best.copy(), bands.mean(axis=1)
    got = np.asarray(np.bincount(best, hours, len(bands)), dtype=float)
    for _ in range(2 * len(bands)):
        if ((bands[:, 0] <= got) & (got <= bands[:, 1])).all():
            break
        giver, taker = int((got - middle).argmax()), int((middle - got).argmax())
        could = np.flatnonzero((first == giver) & (best == giver) & (ratio[:, taker] > 0))
        moved = hours[could] * ratio[could, taker]
        order = np.argsort(-moved, kind="stable")
        sums = np.cumsum(moved[order])
        some = int(np.searchsorted(sums, min(got[giver] - middle[giver], middle[taker] - got[taker])))
        if not some:
            break
        first[could[order[:some]]] = taker
        got[giver] -= sums[some - 1]
        got[taker] += sums[some - 1]
    return first


def least_of(group: Index, key: Numbers) -> Index:
    """Position of the least key of each group, (groups,), by group."""
    order = np.lexsort((key, group))
    return np.asarray(order[np.diff(group[order], prepend=-1) != 0])
