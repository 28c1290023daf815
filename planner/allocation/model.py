"""The allocation as a linear model: the only place that states it, for HiGHS and PuLP alike. All is minimised.

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
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product

import numpy as np

from planner.allocation.claims import YOU, Claims
from planner.allocation.problem import Index, Numbers, Pairs, Problem
from planner.allocation.run_out import Demand, least_of
from planner.allocation.slugs import Slugs
from planner.allocation.statement import Entries, Statement, Var
from planner.schema import GOODS, GROUPS

Terms = dict[Var, float]


@dataclass(frozen=True, eq=False)
class Aim:
    """What is minimised, and how much of the model is stated.

    Attributes:
        gain: (n,) objective of an account's whole value.
        hour_price: objective that an hour costs.
        balanced: whether the rows of the balance are stated.
        balance_hours: (pools,) the H of their right-hand sides.
        whole: whether blocks, steps, counts and S-curves are stated as whole-number choices.
    """

    gain: Numbers
    hour_price: float = 0.0
    balanced: bool = True
    balance_hours: Numbers | None = None
    whole: bool = False


class Model(Statement):
    """The model of a problem, restricted to the first `depth[i]` pieces of each account's curve.

    Attributes:
        accounts: positions of the accounts stated, in canonical order (by name); `stated` the same as an array.
        hours: h_i by position.  spent: h_ip by (i, p), also where only one person may serve the account.
        credit: h_iG by (i, claim, pool), also where it serves one good only.  beyond: hours past today's by position.
        under, over: by (group, pool).  excess: by pool.
        part_index, part_account, part_gain: column, account and share of its value per unit of each column that
            adds value.
        hours_index, beyond_index: (k,) column numbers of `hours` and `beyond` of the accounts stated.
        spent_of, credit_of: the keys of `spent` and `credit` as arrays of columns (…, 2) and (…, 3), with their
            column numbers in `spent_index` and `credit_index`.
        curve_row: (k,) position of `curve_<account>` of the accounts stated.
    """

    def __init__(self, problem: Problem, claims: Claims, depth: Index, aim: Aim) -> None:
        super().__init__("client_portfolio")
        self.problem, self.claims, self.depth, self.aim = problem, claims, depth, aim
        names = np.asarray(problem.names)
        stated = np.flatnonzero(depth > 0)
        self.stated: Index = stated[np.argsort(names[stated].astype(str), kind="stable")]
        self.accounts: list[int] = self.stated.tolist()
        self.slugs = Slugs(problem.names)
        self.people = Slugs([person.name for person in problem.people])
        self.under: dict[tuple[int, int], Var] = {}
        self.over: dict[tuple[int, int], Var] = {}
        self.excess: dict[int, Var] = {}
        self.part_index, self.part_account, self.part_gain = array("q"), array("q"), array("d")
        self.curve_row = np.zeros(len(stated), dtype=np.intp)
        self.credit_of = np.zeros((0, 3), dtype=np.intp)
        self.credit_index = np.zeros(0, dtype=np.intp)
        low, high = problem.minimum[self.stated], problem.maximum[self.stated]
        self.hours_index = self.beyond_index = self.column_block(
            self._named("hours_{}", self.stated), low, np.maximum(low, high), aim.hour_price
        )
        self._curves()
        price, last, whose = self._run_out()
        self._people(price)
        if aim.balanced:
            self._split()
            self._change()
        self._capacity(last, whose)
        if aim.balanced:
            self._balance()
            self._limits()

    @cached_property
    def hours(self) -> dict[int, Var]:
        return dict(zip(self.accounts, self._vars(self.hours_index), strict=True))

    @cached_property
    def beyond(self) -> dict[int, Var]:
        return dict(zip(self.accounts, self._vars(self.beyond_index), strict=True))

    @cached_property
    def spent(self) -> dict[tuple[int, int], Var]:
        return dict(zip(((i, p) for i, p in self.spent_of.tolist()), self._vars(self.spent_index), strict=True))

    @cached_property
    def credit(self) -> dict[tuple[int, int, int], Var]:
        keys = ((i, c, pool) for i, c, pool in self.credit_of.tolist())
        return dict(zip(keys, self._vars(self.credit_index), strict=True))

    def _vars(self, numbers: Index) -> list[Var]:
        return [self.columns[j] for j in numbers.tolist()]

    def _named(self, pattern: str, accounts: Index) -> Callable[[int], str]:
        return lambda k: pattern.format(self.slugs[accounts[k]])

    def _curves(self) -> None:
        """Σ_k parts = h_i; each part at most its width, worth its slope."""
        self._pieces(np.arange(len(self.stated)))

    def _pieces(self, places: Index) -> None:
        """The pieces of the curves of some of the accounts stated, by their places among them."""
        depth = self.depth[self.stated[places]]
        place = np.repeat(places, depth)
        account = self.stated[place]
        k = np.arange(len(place)) - np.repeat(np.cumsum(depth) - depth, depth)
        width, slope = self.claims.piece(account, k, exact=self.aim.whole)
        parts = self._worth(account, lambda j: f"part_{self.slugs[account[j]]}_{k[j]}", width, slope)
        self._define_hours(places, place, parts, 1.0)

    def _worth(self, account: Index, name: Callable[[int], str], most: Numbers | float, gained: Numbers) -> Index:
        """Columns from 0 to `most`, each unit of which adds `gained` of its account's value."""
        numbers = self.column_block(name, np.zeros(len(account)), most, -self.aim.gain[account] * gained)
        self.part_index.frombytes(numbers.astype(np.int64).tobytes())
        self.part_account.frombytes(account.astype(np.int64).tobytes())
        self.part_gain.frombytes(gained.astype(float).tobytes())
        return numbers

    def _define_hours(self, places: Index, place: Index, parts: Index, hours: Numbers | float) -> None:
        """h_i = Σ hours·part over the parts beside each place, for the accounts at `places`."""
        at = np.zeros(len(self.stated), dtype=np.intp)
        at[places] = np.arange(len(places))
        own = self.hours_index[places]
        zero = np.zeros(len(places))
        entries = [(at[place], parts, hours), (np.arange(len(places)), own, -1.0)]
        rows = self.row_block(self._named("curve_{}", self.stated[places]), entries, zero, zero)
        self.ties(rows, own)
        self.curve_row[places] = rows

    def _people(self, price: Numbers) -> None:
        """Σ_p h_ip = h_i over those who may serve the account; h_i itself where only one may."""
        place, person = np.nonzero(self.problem.eligible[self.stated])
        account, several = self.stated[place], np.bincount(place, minlength=len(self.stated)) != 1
        self.spent_of = np.column_stack([account, person])
        self.spent_index = self.hours_index[place]
        shared = np.flatnonzero(several[place])
        most = np.maximum(self.problem.minimum, self.problem.maximum)[account[shared]]
        self.spent_index[shared] = self.column_block(
            lambda k: f"hours_{self.slugs[account[shared[k]]]}_by_{self.people[person[shared[k]]]}",
            np.zeros(len(shared)),
            most,
        )
        places = np.flatnonzero(several)
        at = np.cumsum(several) - 1
        own = self.hours_index[places]
        zero = np.zeros(len(places))
        entries = [(at[place[shared]], self.spent_index[shared], 1.0), (np.arange(len(places)), own, -1.0)]
        rows = self.row_block(self._named("people_{}", self.stated[places]), entries, zero, zero)
        cheapest = shared[least_of(place[shared], price[person[shared]])]
        self.ties(rows[at[place[cheapest]]], self.spent_index[cheapest])

    def _split(self) -> None:
        """Σ_G h_iG = h_i, each h_iG at most its share of h_i; nothing for an account without tags.

        In each pool of the balance: the firm's one, or each person's.
        """
        claims, (account, pool, hours) = self.claims, self._pooled()
        ratio = claims.ratio[account]
        place, claim = np.nonzero(ratio > 0)
        several = (ratio > 0).sum(axis=1) > 1
        self.credit_of = np.column_stack([account[place], claim, pool[place]])
        self.credit_index = hours[place]
        shared = np.flatnonzero(several[place])

        def named(what: str, k: int) -> str:
            return f"{what}_{self.slugs[account[k]]}{self._of(int(pool[k]))}"

        def credit(at: int) -> str:
            return named(claims.names[claim[at]], place[at])

        zero = np.zeros(len(shared))
        self.credit_index[shared] = self.column_block(lambda k: credit(shared[k]), zero, np.inf)
        capped = shared[ratio[place[shared], claim[shared]] < 1]
        most = ratio[place[capped], claim[capped]]
        self._at_most(lambda k: f"share_{credit(capped[k])}", self.credit_index[capped], hours[place[capped]], most)
        split, at = np.flatnonzero(several), np.cumsum(several) - 1
        own: Entries = (np.arange(len(split)), hours[split], -1.0)
        entries = [(at[place[shared]], self.credit_index[shared], 1.0), own]
        zero = np.zeros(len(split))
        rows = self.row_block(lambda k: named("split", split[k]), entries, zero, zero)
        best = shared[claim[shared] == ratio[place[shared]].argmax(axis=1)]
        self.ties(rows, self.credit_index[best])
        if claims.fine:
            self._share_you(account, hours, lambda k: named("share_you", k))

    def _pooled(self) -> tuple[Index, Index, Index]:
        """Account, pool and column of the hours that are divided."""
        if self.problem.per_person:
            return self.spent_of[:, 0], self.spent_of[:, 1], self.spent_index
        return self.stated, np.zeros(len(self.stated), dtype=np.intp), self.hours_index

    def _at_most(self, name: Callable[[int], str], columns: Index, hours: Index, ratio: Numbers) -> None:
        """Each column at most its ratio of the hours beside it."""
        rows = np.arange(len(columns))
        entries: list[Entries] = [(rows, columns, 1.0), (rows, hours, -ratio)]
        self.row_block(name, entries, np.full(len(columns), -np.inf), np.zeros(len(columns)))

    def _share_you(self, account: Index, hours: Index, name: Callable[[int], str]) -> None:
        """All that counts for `you`, at most its share of the hours."""
        ratio = self.claims.you_ratio[account]
        some = np.flatnonzero(((self.claims.ratio[account] > 0).sum(axis=1) > 1) & (ratio > 0) & (ratio < 1))
        row = np.full(len(account), -1)
        row[some] = np.arange(len(some))
        of = np.repeat(row, (self.claims.ratio[account] > 0).sum(axis=1))
        mine = np.flatnonzero((of >= 0) & (np.array(self.claims.group)[self.credit_of[:, 1]] == YOU))
        entries: list[Entries] = [
            (of[mine], self.credit_index[mine], 1.0),
            (np.arange(len(some)), hours[some], -ratio[some]),
        ]
        self.row_block(lambda k: name(some[k]), entries, np.full(len(some), -np.inf), np.zeros(len(some)))

    def _change(self) -> None:
        """beyond_i ≥ h_i − today_i; for accounts without hours today, h_i itself is beyond."""
        today = self.problem.today[self.stated]
        places = np.flatnonzero(today > 0)
        self.beyond_index = self.hours_index.copy()
        beyond = self.column_block(self._named("beyond_{}", self.stated[places]), np.zeros(len(places)), np.inf)
        self.beyond_index[places] = beyond
        rows = np.arange(len(places))
        entries = [(rows, self.hours_index[places], 1.0), (rows, beyond, -1.0)]
        self.row_block(
            self._named("today_{}", self.stated[places]), entries, np.full(len(places), -np.inf), today[places]
        )

    def _capacity(self, last: Index, whose: Index) -> None:
        """Σ_i h_ip ≤ hours of each person."""
        self.ties(len(self.row_low) + whose, last)
        order = np.argsort(self.spent_of[:, 1], kind="stable")
        ends = np.searchsorted(self.spent_of[order, 1], np.arange(len(self.problem.people) + 1))
        for p, person in enumerate(self.problem.people):
            own = self.spent_index[order[ends[p] : ends[p + 1]]]
            self.elastic(f"capacity_{self.people[p]}", {}, -np.inf, person.hours, (own, np.ones(len(own))))

    def _run_out(self) -> tuple[Numbers, Index, Index]:
        """To begin with: prices of everybody's hour (m,), pieces on which hours run out, and whose hours."""
        piece, account = np.array(self.part_index, dtype=np.intp), np.array(self.part_account, dtype=np.intp)
        at = np.zeros(self.problem.size, dtype=np.intp)
        at[self.stated] = np.arange(len(self.stated))
        width, worth = np.array(self.high)[piece], self.aim.gain[account] * np.array(self.part_gain)
        low, high = np.array(self.low)[self.hours_index], np.array(self.high)[self.hours_index]
        pairs, capacity = Pairs.of(self.problem.eligible[self.stated]), self.problem.capacity
        demand = Demand(at[account], width, worth - self.aim.hour_price, low, high, pairs, capacity)
        price = demand.prices()
        last, whose = demand.last(price)
        return price, piece[last], whose

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

    @property
    def balance_rows(self) -> list[int]:
        """Positions of the rows that hold the bands of the groups."""
        bands = product(("floor", "ceiling"), GROUPS, self.claims.pools)
        return [self.row_number[f"balance_{side}_{group}{self._of(pool)}"] for side, group, pool in bands]

    def at_balance(self, problem: Problem, claims: Claims, aim: Aim) -> Model:
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

    def _of(self, pool: int) -> str:
        return f"_of_{self.people[pool]}" if self.problem.per_person else ""


def _nonzero(columns: Index, values: Numbers) -> tuple[Index, Numbers]:
    kept = values != 0
    return columns[kept], values[kept]


def limit_row(problem: Problem, number: int) -> str:
    """Name of the row of `problem.limits[number]`."""
    return f"limit_{Slugs([limit.name for limit in problem.limits])[number]}"
