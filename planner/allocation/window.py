"""The linear program near known prices: only what prices in a small box about them leave open is stated.

Prices are the duals of the rows that join accounts: of each person's hour, of an hour credited to each group, of
each limit. An hour on account i, spent by one of the people who may and credited in one of the ways that fill the
best claims first, costs what these rows say; `cost_i` is its cheapest. As long as no price leaves the box, costs
move by at most `room_i` (the box times what an hour uses of the rows). So in every optimum at prices in the box

- pieces that bring more than `cost_i + room_i` are full and those that bring less than `cost_i − room_i` are empty:
  the first are folded into constants, the last are dropped;
- people and ways that are dearer than the cheapest by more than `2·room_i` are not used.

Hours of each joining row are bought and sold at the two ends of the box, which keeps the duals inside it (the boxstep
method, Marsten, Hogan and Blankenship 1975). An optimum that buys and sells nothing is a plan, and its duals price
all that was left out: they are feasible for the dual of the whole model, so that it is the optimum of the whole. That
is checked by the reduced costs at those duals. Otherwise the box moves to where the prices went, and widens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from planner.allocation.box_model import BoxModel, Open
from planner.allocation.claims import Claims
from planner.allocation.engine import Engine
from planner.allocation.problem import Mask, Numbers, Problem
from planner.allocation.run_out import Demand, pooled
from planner.goods import GROUPS
from planner.vocabulary import Status

TOLERANCE = 1e-7
"""Reduced costs and hours bought or sold up to this are zero."""
NARROW, WIDE = 0.03, 4.0
"""The least and the most a box reaches to either side, as a share of the first price of an hour."""
FIRST = 0.08
"""The first box, likewise."""
ROUNDS = 14
GUESS = 0.3
"""Pieces worth less than this share of what an hour of all people is worth are left aside in the first guess."""


def covers(problem: Problem, claims: Claims) -> bool:
    """Whether a problem has only the rows that are known here."""
    return not (problem.per_person or claims.fine or problem.max_change is not None or problem.min_money is not None)


@dataclass(frozen=True, eq=False)
class _Costs:
    """Of an hour at given prices: by each pair of account and person (e,), what each way to credit it earns (k, n),
    the cheapest person of each account (n,), and the cheapest hour at all (n,)."""

    pair: Numbers
    way: Numbers
    person: Numbers
    least: Numbers


class Window:
    """The linear program of one list at any balance, for as long as its prices move little from one to the next.

    Without `balanced` it is the plain one: capacities and the accounts' own bounds alone.
    """

    def __init__(self, problem: Problem, claims: Claims, idle: float = 0.0, *, balanced: bool = True) -> None:
        self._problem = problem if balanced else replace(problem, limits=())
        self._claims, self._idle, self._balanced = claims, idle, balanced
        self._knots = np.clip(
            problem.curves.hours, problem.minimum[:, None], np.maximum(problem.minimum, problem.maximum)[:, None]
        )
        self._width = np.diff(self._knots, axis=1)
        self._ways, self._new = _ways(claims) if balanced else _no_ways(problem.size)
        self._pairs = problem.pairs
        self._prices = np.zeros(0)
        self._scale = self._box = 0.0

    def best(self, claims: Claims, gain: Numbers) -> tuple[Numbers, float] | None:
        """(n,) hours of the most value at the least deviation from the balance of `claims`, and that deviation.

        None where it was not found: where the balance is missed by more than what the accounts could take explains.

        Args:
            gain: (n,) objective of an account's whole value.
        """
        worth = np.where(self._width > 0, gain[:, None] * self._claims.slope, -np.inf)
        if not self._prices.size:
            self._begin(gain)
        box, deviation = self._box, self._short(claims) if self._balanced else 0.0
        bands = np.array([claims.band(g, 0, None) for g in range(len(GROUPS))]) if self._balanced else None
        for turn in range(ROUNDS):
            left = self._open(worth, box)
            model = BoxModel(self._problem, left, self._prices, box, self._idle, bands, deviation)
            solved = Engine(model).run()
            if solved.status is not Status.OPTIMAL:
                break
            before, self._prices = self._prices, solved.row_dual[: len(self._prices)]
            if model.traded(solved.values) <= TOLERANCE and self._proven(worth, left):
                moved = 2 * float(np.abs(self._prices - before).max())
                self._box = min(max(moved, NARROW * self._scale), WIDE * self._scale)
                return model.hours(solved.values), deviation
            if box >= WIDE * self._scale:
                break
            box = box * (1.5 + turn / 2)
        self._prices = np.zeros(0)
        return None

    def _begin(self, gain: Numbers) -> None:
        """Prices at which each person's hours run out if the best pieces go first, whatever they count for."""
        problem, width = self._problem, self._claims.width
        worth = np.where(width > 0, gain[:, None] * self._claims.slope, 0.0)
        most = np.maximum(problem.minimum, problem.maximum)
        near = worth > GUESS * pooled(np.where(most[:, None] > 0, worth, 0.0), width, problem.total_hours)
        demand = Demand(
            np.nonzero(near)[0], width[near], worth[near], problem.minimum, most, self._pairs, problem.capacity
        )
        price = demand.prices()
        self._scale = max(float(price.mean()), TOLERANCE)
        self._prices = np.zeros(len(price) + len(GROUPS) + len(problem.limits))
        self._prices[: len(price)] = -price
        self._box = FIRST * self._scale

    def _short(self, claims: Claims) -> float:
        """Hours by which any plan falls short of the groups' least hours, as accounts may give each only so many."""
        most = self._knots[:, -1] @ claims.ratio
        return sum(max(0.0, claims.band(g, 0, None)[0] - float(most[g])) for g in range(len(GROUPS)))

    def _costs(self) -> _Costs:
        problem, prices, m = self._problem, self._prices, len(self._problem.people)
        earned = np.tile(prices[m : m + len(GROUPS)], (problem.size, 1))
        on_hours = np.full(problem.size, self._idle)
        for limit, price in zip(problem.limits, prices[m + len(GROUPS) :], strict=True):
            if limit.good is None:
                on_hours -= price * limit.weight
            else:
                earned[:, limit.good] += price * limit.weight
        pair = on_hours[self._pairs.account] - prices[self._pairs.person]
        way = np.einsum("knc,nc->kn", self._ways, earned)
        person = self._pairs.least(pair)
        return _Costs(pair, way, person, person - way.max(axis=0))

    def _open(self, worth: Numbers, box: float) -> Open:
        """What stays open in a box about the prices."""
        problem, costs = self._problem, self._costs()
        weights = sum((np.abs(limit.weight) for limit in problem.limits), np.zeros(problem.size))
        room = box * ((2.0 if self._balanced else 1.0) + weights)
        folded = worth > (costs.least + room)[:, None]
        near = (worth >= (costs.least - room)[:, None]) & ~folded
        base = problem.minimum + (self._width * folded).sum(axis=1)
        used = (base > 0) | near.any(axis=1)
        most = 2 * room + TOLERANCE
        pairs = np.flatnonzero(used[self._pairs.account] & (costs.pair <= (costs.person + most)[self._pairs.account]))
        ways = (costs.way >= costs.way.max(axis=0) - most) & self._new
        at, way = np.nonzero(ways.T[self._pairs.account[pairs]])
        pair = pairs[at]
        account = self._pairs.account[pair]
        return Open(
            base=base,
            folded=folded,
            near=near,
            pair=pair,
            way=way,
            account=account,
            person=self._pairs.person[pair],
            credit=self._ways[way, account],
            cost=costs.pair[pair] - costs.way[way, account],
            piece_of=np.nonzero(near)[0],
            width=self._width[near],
            worth=worth[near],
        )

    def _proven(self, worth: Numbers, left: Open) -> bool:
        """Whether no reduced cost of what was left out says that it could do better at the prices found."""
        costs = self._costs()
        empty = np.where(left.folded | left.near, -np.inf, worth).max(axis=1) - costs.least
        full = np.where(left.folded, -worth, -np.inf).max(axis=1) + costs.least
        stated = np.full(len(worth), np.inf)
        np.minimum.at(stated, left.account, costs.pair[left.pair] - costs.way[left.way, left.account])
        dearer = np.where(np.isfinite(stated), stated - costs.least, 0.0)
        return bool(max(empty.max(), full.max(), dearer.max()) <= TOLERANCE)


def _no_ways(size: int) -> tuple[Numbers, Mask]:
    return np.zeros((1, size, len(GROUPS))), np.ones((1, size), dtype=bool)


def _ways(claims: Claims) -> tuple[Numbers, Mask]:
    """(k, n, C) shares of an hour credited to each claim when claims are filled in each order; which are new (k, n)."""
    ways = []
    for order in permutations(range(claims.count)):
        left = np.where(claims.ratio.any(axis=1), 1.0, 0.0)
        way = np.zeros_like(claims.ratio)
        for c in order:
            way[:, c] = np.minimum(claims.ratio[:, c], left)
            left = left - way[:, c]
        ways.append(way)
    found = np.stack(ways)
    new = np.ones(found.shape[:2], dtype=bool)
    for k in range(1, len(found)):
        new[k] = (np.abs(found[k] - found[:k]).max(axis=2) > TOLERANCE).all(axis=0)
    return found, new
