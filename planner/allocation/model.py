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

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.problem import Index, Numbers, Problem
from planner.allocation.slugs import Slugs
from planner.allocation.statement import Statement, Var
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
        accounts: positions of the accounts stated, in canonical order (by name).
        hours: h_i by position.  spent: h_ip by (i, p), also where only one person may serve the account.
        credit: h_iG by (i, claim, pool), also where it serves one good only.
        under, over: by (group, pool).  excess: by pool.
        part_account, part_gain: account and share of its value per unit of each column that adds value, with its
            column number in `part_index`.
    """

    def __init__(self, problem: Problem, claims: Claims, depth: Index, aim: Aim) -> None:
        super().__init__("client_portfolio")
        self.problem, self.claims, self.depth, self.aim = problem, claims, depth, aim
        names = np.asarray(problem.names)
        stated = np.flatnonzero(depth > 0)
        self.accounts = [int(i) for i in stated[np.argsort(names[stated].astype(str), kind="stable")]]
        self.slugs = Slugs(problem.names.tolist())
        self.people = Slugs([person.name for person in problem.people])
        self.hours: dict[int, Var] = {}
        self.spent: dict[tuple[int, int], Var] = {}
        self.credit: dict[tuple[int, int, int], Var] = {}
        self.under: dict[tuple[int, int], Var] = {}
        self.over: dict[tuple[int, int], Var] = {}
        self.excess: dict[int, Var] = {}
        self.beyond: dict[int, Var] = {}
        self.part_index: list[int] = []
        self.part_account: list[int] = []
        self.part_gain: list[float] = []
        for i in self.accounts:
            self._account(i)
        self._capacity()
        if aim.balanced:
            self._balance()
            self._limits()

    def _account(self, i: int) -> None:
        """Columns and rows of one account alone."""
        low, high, slug = self.problem.minimum[i], self.problem.maximum[i], self.slugs[i]
        self.hours[i] = self.column(f"hours_{slug}", low, max(low, high), self.aim.hour_price)
        self._curve(i)
        self._people(i)
        if self.aim.balanced:
            for pool, hours in self._pools(i):
                self._split(i, pool, hours)
            self._change(i)

    def _curve(self, i: int) -> None:
        """Σ_k parts = h_i; each part at most its width, worth its slope."""
        widths, slopes = self.claims.pieces(i, int(self.depth[i]), exact=self.aim.whole)
        terms: Terms = {}
        for k, (width, slope) in enumerate(zip(widths, slopes, strict=True)):
            terms[self._worth(i, f"part_{self.slugs[i]}_{k}", width, slope)] = 1.0
        self.defines(f"curve_{self.slugs[i]}", self.hours[i], terms)

    def _worth(self, i: int, name: str, most: float, gained: float) -> Var:
        """A column from 0 to `most`, each unit of which adds `gained` of the account's value."""
        var = self.column(name, 0.0, most, -self.aim.gain[i] * gained)
        self.part_index.append(var.index)
        self.part_account.append(i)
        self.part_gain.append(gained)
        return var

    def _people(self, i: int) -> None:
        """Σ_p h_ip = h_i over those who may serve the account."""
        people = np.flatnonzero(self.problem.eligible[i])
        if len(people) == 1:
            self.spent[i, int(people[0])] = self.hours[i]
            return
        for p in people:
            name = f"hours_{self.slugs[i]}_by_{self.people[int(p)]}"
            self.spent[i, int(p)] = self.column(name, 0.0, max(self.problem.minimum[i], self.problem.maximum[i]))
        terms: Terms = {self.spent[i, int(p)]: 1.0 for p in people}
        self.tied[len(self.row_low)] = self.spent[i, int(people[0])].index
        self.row(f"people_{self.slugs[i]}", {**terms, self.hours[i]: -1.0}, 0.0, 0.0)

    def _pools(self, i: int) -> Iterable[tuple[int, Var]]:
        """Where the hours of an account are balanced: in the firm's one pool, or in each person's."""
        if not self.problem.per_person:
            return [(0, self.hours[i])]
        return [(int(p), self.spent[i, int(p)]) for p in np.flatnonzero(self.problem.eligible[i])]

    def _split(self, i: int, pool: int, hours: Var) -> None:
        """Σ_G h_iG = h_i, each h_iG at most its share of h_i; nothing for an account without tags."""
        claims = [c for c in range(self.claims.count) if self.claims.ratio[i, c] > 0]
        mark = f"{self.slugs[i]}{self._of(pool)}"
        if len(claims) == 1:
            self.credit[i, claims[0], pool] = hours
            return
        for c in claims:
            credit = self.column(f"{self.claims.names[c]}_{mark}", 0.0, np.inf)
            self.credit[i, c, pool] = credit
            ratio = self.claims.ratio[i, c]
            if ratio < 1:
                self.row(f"share_{self.claims.names[c]}_{mark}", {credit: 1.0, hours: -ratio}, -np.inf, 0.0)
        if claims:
            rest = max(claims, key=lambda c: self.claims.ratio[i, c])
            self.tied[len(self.row_low)] = self.credit[i, rest, pool].index
            self.row(f"split_{mark}", {**{self.credit[i, c, pool]: 1.0 for c in claims}, hours: -1.0}, 0.0, 0.0)
        if self.claims.fine and 0 < self.claims.you_ratio[i] < 1:
            you = {self.credit[i, c, pool]: 1.0 for c in claims if self.claims.group[c] == 2}
            self.row(f"share_you_{mark}", {**you, hours: -self.claims.you_ratio[i]}, -np.inf, 0.0)

    def _change(self, i: int) -> None:
        """beyond_i ≥ h_i − today_i; for accounts without hours today, h_i itself is beyond."""
        today = self.problem.today[i]
        if not today > 0:
            self.beyond[i] = self.hours[i]
            return
        self.beyond[i] = self.column(f"beyond_{self.slugs[i]}", 0.0, np.inf)
        self.row(f"today_{self.slugs[i]}", {self.hours[i]: 1.0, self.beyond[i]: -1.0}, -np.inf, today)

    def _capacity(self) -> None:
        """Σ_i h_ip ≤ hours of each person."""
        terms: list[Terms] = [{} for _ in self.problem.people]
        for (_, p), spent in self.spent.items():
            terms[p][spent] = 1.0
        for p, person in enumerate(self.problem.people):
            self.elastic(f"capacity_{self.people[p]}", terms[p], -np.inf, person.hours)

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
                self.row(f"balance_floor_{group}{of}", {**sums[g, pool], under: 1.0}, low, np.inf)
                self.row(f"balance_ceiling_{group}{of}", {**sums[g, pool], over: -1.0}, -np.inf, high)
                spill[over] = 1.0
                if not self.problem.leave_open:
                    spill[under] = -1.0
                deviation[under] = 1.0
            deviation[self.excess[pool]] = 1.0
            self.row(f"spill{of}", spill, -np.inf, 0.0)
        self.row("deviation", deviation, -np.inf, np.inf)
        self.deviation_terms = deviation

    def _credited(self) -> dict[tuple[int, int], Terms]:
        """Hours that count for each (group, pool)."""
        sums: dict[tuple[int, int], Terms] = {(g, pool): {} for g in range(len(GROUPS)) for pool in self.claims.pools}
        for (_, c, pool), credit in self.credit.items():
            sums[self.claims.group[c], pool][credit] = 1.0
        return sums

    def _limits(self) -> None:
        """The user's own limits, each a row that may be violated only in the search for a plan at all."""
        problem = self.problem
        for number, limit in enumerate(problem.limits):
            terms: Terms = {}
            if limit.good is None:
                terms = {self.hours[i]: limit.weight[i] for i in self.accounts if limit.weight[i]}
            else:
                for (i, c, _), credit in self.credit.items():
                    if self.claims.good[c] == limit.good and limit.weight[i]:
                        terms[credit] = limit.weight[i]
            self.elastic(limit_row(problem, number), terms, limit.lower, limit.upper)
        for k, least in enumerate(problem.within_you):
            if least > 0:
                self._within_you(2 + k, least)
        if problem.min_money is not None:
            self._money(problem.min_money)
        if problem.max_change is not None:
            self.elastic("change", {self.beyond[i]: 1.0 for i in self.accounts}, -np.inf, problem.max_change)

    def _within_you(self, good: int, least: float) -> None:
        """Hours for one of now, later, referral ≥ least × the hours for you."""
        terms: Terms = {}
        for (_, c, _), credit in self.credit.items():
            if self.claims.group[c] == 2:
                terms[credit] = (1.0 if self.claims.good[c] == good else 0.0) - least
        self.elastic(f"within_you_{GOODS[good]}", terms, 0.0, np.inf)

    def _money(self, least: float) -> None:
        """Σ_i money_i·f_i(h_i) ≥ least; f_i(0) of every account, stated or not, stands on the right."""
        money = self.claims.money
        terms = {
            self.columns[j]: money[i] * slope
            for j, i, slope in zip(self.part_index, self.part_account, self.part_gain, strict=True)
            if money[i]
        }
        self.elastic("money", terms, least - float(money @ self.problem.curves.share[:, 0]), np.inf)

    def _of(self, pool: int) -> str:
        return f"_of_{self.people[pool]}" if self.problem.per_person else ""


def limit_row(problem: Problem, number: int) -> str:
    """Name of the row of `problem.limits[number]`."""
    return f"limit_{Slugs([limit.name for limit in problem.limits])[number]}"
