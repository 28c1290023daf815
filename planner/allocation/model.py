"""The allocation as a linear model: the only statement of it, for HiGHS and PuLP alike. All is minimised.

What an account states by itself stands in `account_model`, what joins accounts here.

Columns (hours unless said otherwise; `<account>`, `<person>`, `<good>` are slugs):
    hours_<account>                    h_i, bounded by the account's own minimum, maximum or lock
    part_<account>_<k>                 hours on the k-th piece of its response curve
    hours_<account>_by_<person>        h_ip, where more than one person may serve it
    <good>_<account>                   h_iG, hours that count for a good, where it serves more than one
    under_<group>, over_<group>        hours by which a group misses or passes its band
    excess                             hours that locks and minimums force past the band
    beyond_<account>                   hours past today's
    short_<row>, past_<row>            violation of one of the user's limits; fixed at 0 but in the search for
                                       a plan at all
    takes_<account>, steps_<account>   whether it gets time, and in how many steps (whole numbers)
Rows:
    curve_<account>                    Σ_k parts = h_i
    people_<account>                   Σ_p h_ip = h_i
    split_<account>                    Σ_G h_iG = h_i
    share_<good>_<account>             h_iG ≤ (s_iG / max_G s_iG)·h_i
    capacity_<person>                  Σ_i h_ip ≤ hours of the person
    balance_floor_<group>              Σ_i h_iG + under_G ≥ (t_G − tol)·H
    balance_ceiling_<group>            Σ_i h_iG − over_G ≤ (t_G + tol)·H
    spill                              Σ over ≤ Σ under + excess     (Σ over ≤ excess where hours stay open)
    deviation                          Σ under + excess ≤ D
    limit_<words>, within_you_<good>, money, change
    block_<account>, taken_<account>, grid_<account>, most_accounts, most_accounts_<person>
With the balance per person the columns and rows of the balance carry `_of_<person>` and H is the person's hours.

The objective is stated in average hours (attainment × H), so that its coefficients are near one at any size.
"""

from __future__ import annotations

from array import array
from copy import copy
from functools import cached_property
from itertools import pairwise, product
from typing import Self

import numpy as np

from planner.allocation.account_model import AccountModel, Aim
from planner.allocation.claims import YOU, Claims
from planner.allocation.problem import Index, Numbers, Problem
from planner.allocation.slugs import Slugs
from planner.allocation.statement import Var
from planner.goods import GOODS, GROUPS

__all__ = ["Aim", "Model", "limit_row"]

Terms = dict[Var, float]


class Model(AccountModel):
    """The accounts stated, and the rows that join them: everybody's hours, the balance, the user's limits.

    Attributes:
        under, over: by (group, pool).  excess: by pool.
    """

    def __init__(self, problem: Problem, claims: Claims, depth: Index, aim: Aim) -> None:
        super().__init__(problem, claims, depth, aim)
        self.under: dict[tuple[int, int], Var] = {}
        self.over: dict[tuple[int, int], Var] = {}
        self.excess: dict[int, Var] = {}
        self._capacity()
        if aim.balanced:
            self._balance()
            self._limits()

    def _capacity(self) -> None:
        """Σ_i h_ip ≤ hours of each person."""
        self.ties(len(self.row_low) + self.whose, self.last)
        order = np.argsort(self.spent_of[:, 1], kind="stable")
        ends = np.searchsorted(self.spent_of[order, 1], np.arange(len(self.problem.people) + 1))
        for p, person in enumerate(self.problem.people):
            own = self.spent_index[order[ends[p] : ends[p + 1]]]
            self.elastic(f"capacity_{self.people[p]}", {}, -np.inf, person.hours, (own, np.ones(len(own))))

    def _balance(self) -> None:
        """The band of each group on both sides, the spill of hours a short group cannot use, the deviation."""
        deviation: Terms = {}
        sums = self._credited()
        for pool in self.claims.pools:
            of = self._of(pool)
            self.excess[pool] = self.column(f"excess{of}", 0.0, np.inf)
            spill: Terms = {self.excess[pool]: -1.0}
            for g, group in enumerate(GROUPS):
                under = self.under[g, pool] = self.column(f"under_{group}{of}", 0.0, np.inf)
                over = self.over[g, pool] = self.column(f"over_{group}{of}", 0.0, np.inf)
                low, high = self.claims.band(g, pool, self.aim.balance_hours)
                credited = (sums[g, pool], np.ones(len(sums[g, pool])))
                self.row(f"balance_floor_{group}{of}", {under: 1.0}, low, np.inf, credited)
                self.row(f"balance_ceiling_{group}{of}", {over: -1.0}, -np.inf, high, credited)
                spill[over] = 1.0
                if not self.problem.leave_open:
                    spill[under] = -1.0
                deviation[under] = 1.0
            deviation[self.excess[pool]] = 1.0
            self.row(f"spill{of}", spill, -np.inf, 0.0)
        self.row("deviation", deviation, -np.inf, np.inf)
        self.deviation_terms = deviation

    @cached_property
    def balance_rows(self) -> list[int]:
        """Positions of the rows that hold the bands of the groups."""
        bands = product(("floor", "ceiling"), GROUPS, self.claims.pools)
        return [self.row_number[f"balance_{side}_{group}{self._of(pool)}"] for side, group, pool in bands]

    def at_balance(self, problem: Problem, claims: Claims, aim: Aim) -> Self:
        """The same model for a problem that differs in the balance alone."""
        model = copy(self)
        model.problem, model.claims, model.aim = problem, claims, aim
        cost = np.array(self.cost)
        cost[np.array(self.part_index, dtype=np.intp)] = -aim.gain[np.array(self.part_account)] * self.part_gain
        cost[self.hours_index] = aim.hour_price
        model.cost = array("d", cost.tobytes())
        model.row_low, model.row_high = self.row_low[:], self.row_high[:]
        for pool, (g, group) in product(claims.pools, enumerate(GROUPS)):
            low, high = claims.band(g, pool, aim.balance_hours)
            model.row_low[self.row_number[f"balance_floor_{group}{self._of(pool)}"]] = low
            model.row_high[self.row_number[f"balance_ceiling_{group}{self._of(pool)}"]] = high
        return model

    def _credited(self) -> dict[tuple[int, int], Index]:
        """Numbers of the columns whose hours count for each (group, pool)."""
        group = np.array(self.claims.group)[self.credit_of[:, 1]]
        key = group * len(self.claims.pools) + np.searchsorted(self.claims.pools, self.credit_of[:, 2])
        order = np.argsort(key, kind="stable")
        ends = np.searchsorted(key[order], np.arange(len(GROUPS) * len(self.claims.pools) + 1))
        parts = (self.credit_index[order[a:b]] for a, b in pairwise(ends))
        return dict(zip(product(range(len(GROUPS)), self.claims.pools), parts, strict=True))

    def _limits(self) -> None:
        """The user's own limits, each a row that may be violated only in the search for a plan at all."""
        problem = self.problem
        good = np.array(self.claims.good)[self.credit_of[:, 1]]
        for number, limit in enumerate(problem.limits):
            if limit.good is None:
                columns, weight = self.hours_index, limit.weight[self.stated]
            else:
                mine = good == limit.good
                columns, weight = self.credit_index[mine], limit.weight[self.credit_of[mine, 0]]
            self.elastic(limit_row(problem, number), {}, limit.lower, limit.upper, _nonzero(columns, weight))
        for k, least in enumerate(problem.within_you):
            if least > 0:
                self._within_you(YOU + k, least)
        if problem.min_money is not None:
            self._money(problem.min_money)
        if problem.max_change is not None:
            past = (self.beyond_index, np.ones(len(self.beyond_index)))
            self.elastic("change", {}, -np.inf, problem.max_change, past)

    def _within_you(self, good: int, least: float) -> None:
        """Hours for one of now, later, referral ≥ least × the hours for you."""
        claim = self.credit_of[:, 1]
        mine = np.array(self.claims.group)[claim] == YOU
        weight = (np.array(self.claims.good)[claim[mine]] == good) - least
        self.elastic(f"within_you_{GOODS[good]}", {}, 0.0, np.inf, _nonzero(self.credit_index[mine], weight))

    def _money(self, least: float) -> None:
        """Σ_i money_i·f_i(h_i) ≥ least; f_i(0) of every account, stated or not, stands on the right."""
        money = self.claims.money
        gained = money[np.array(self.part_account, dtype=np.intp)] * np.array(self.part_gain)
        terms = _nonzero(np.array(self.part_index, dtype=np.intp), gained)
        self.elastic("money", {}, least - float(money @ self.problem.curves.share[:, 0]), np.inf, terms)


def _nonzero(columns: Index, values: Numbers) -> tuple[Index, Numbers]:
    kept = values != 0
    return columns[kept], values[kept]


def limit_row(problem: Problem, number: int) -> str:
    """Name of the row of `problem.limits[number]`."""
    return f"limit_{Slugs([limit.name for limit in problem.limits])[number]}"
