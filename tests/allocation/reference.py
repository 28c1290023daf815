"""The same model stated a second time, whole and with plain matrices, for checking the planner's optimum.

Nothing of the planner's model, pieces, pricing or balance is used: curves are cut and counts rebuilt from the problem.
A search over whole numbers lists for each account every amount of hours it may get.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import highspy
import numpy as np

from planner.allocation.problem import Problem

GROUP_COLUMNS = ((0,), (1,), (2, 3, 4))
Terms = dict[int, float]


@dataclass(frozen=True)
class Optimum:
    feasible: bool
    value: float = np.nan
    short: float = np.nan
    hours: np.ndarray = field(default_factory=lambda: np.zeros(0))


class Reference:
    """Columns: stretches or amounts per account, near and far hours per (account, person), shortages."""

    def __init__(self, problem: Problem, *, whole: bool = False) -> None:
        self.p, self.whole = problem, whole
        self.low: list[float] = []
        self.high: list[float] = []
        self.integer: list[bool] = []
        self.rows: list[tuple[Terms, float, float]] = []
        self.worth = [sum(problem.worth[:, g] for g in goods) for goods in GROUP_COLUMNS]
        self.sure = [
            sum(self._facts(problem.worth, problem.sure_worth)[:, g] for g in goods) for goods in GROUP_COLUMNS
        ]
        self.counts = [self._counts(problem.strength, goods) for goods in GROUP_COLUMNS]
        facts = self._facts(problem.strength, problem.sure_strength)
        self.sure_counts = [self._counts(facts, goods) for goods in GROUP_COLUMNS]
        self.value: list[Terms] = [{}, {}, {}]
        self.money: Terms = {}
        self.moved: Terms = {}
        self.near: dict[tuple[int, int], int] = {}
        self.far: dict[tuple[int, int], int] = {}
        self.takes: dict[int, int] = {}
        self.excess: list[int] = []
        for i in range(problem.size):
            self._account(i)
        for q, person in enumerate(problem.people):
            self.rows.append((self._sum({(i, j): 1.0 for i, j in self.near if j == q}), -np.inf, person.hours))

    @staticmethod
    def _facts(whole: np.ndarray, facts: np.ndarray | None) -> np.ndarray:
        return whole if facts is None else facts

    def _counts(self, strength: np.ndarray, goods: tuple[int, ...]) -> np.ndarray:
        top = self.p.strength.max(axis=1)
        mine = np.array([max(row[g] for g in goods) for row in strength])
        return np.array([m / t if t > 0 else 0.0 for m, t in zip(mine, top, strict=True)])

    def _column(self, high: float, *, integer: bool = False) -> int:
        self.low.append(0.0)
        self.high.append(high)
        self.integer.append(integer)
        return len(self.low) - 1

    def _sum(self, pairs: dict[tuple[int, int], float]) -> Terms:
        terms: Terms = {}
        for pair, c in pairs.items():
            terms[self.near[pair]] = terms.get(self.near[pair], 0.0) + c
            terms[self.far[pair]] = terms.get(self.far[pair], 0.0) + c
        return terms

    def _at(self, i: int, hours: float) -> tuple[list[float], float, float, float]:
        """Value by group, money, near and far hours of an amount."""
        p, ends = self.p, self._ends(i)
        curve = p.curves.exact[i] if self.whole else p.curves.share[i]
        rise = float(np.interp(hours, p.curves.hours[i], curve) - curve[0])
        before = float(np.interp(min(hours, ends), p.curves.hours[i], curve) - curve[0])
        value = [float(w[i] * before + s[i] * (rise - before)) for w, s in zip(self.worth, self.sure, strict=True)]
        money = float(self.worth[2][i]) * rise if p.in_money else 0.0
        return value, money, min(hours, ends), max(hours - ends, 0.0)

    def _ends(self, i: int) -> float:
        p = self.p
        weaker = p.sure_strength is not None and (p.sure_strength[i] < p.strength[i]).any()
        poorer = p.sure_worth is not None and (p.sure_worth[i] < p.worth[i]).any()
        return p.guess_hours if weaker or poorer else np.inf

    def _account(self, i: int) -> None:
        p = self.p
        most = max(p.minimum[i], p.maximum[i])
        for q in np.flatnonzero(p.eligible[i]).tolist():
            self.near[i, q], self.far[i, q] = self._column(np.inf), self._column(np.inf)
        mine = [q for j, q in self.near if j == i]
        near = {self.near[i, q]: 1.0 for q in mine}
        far = {self.far[i, q]: 1.0 for q in mine}
        if self.whole:
            self._amounts(i, most, near, far)
        else:
            self._stretches(i, most, near, far)
        self.rows.append(({**near, **far}, p.minimum[i], most))

    def _stretches(self, i: int, most: float, near: Terms, far: Terms) -> None:
        p, ends, today = self.p, self._ends(i), float(np.nan_to_num(self.p.today[i]))
        cuts = sorted({0.0, most, *(c for c in (*p.curves.hours[i], ends, today) if 0 < c < most)})
        for a, b in pairwise(cuts):
            x = self._column(b - a)
            (va, ma, _, _), (vb, mb, _, _) = self._at(i, a), self._at(i, b)
            for g in range(3):
                self.value[g][x] = (vb[g] - va[g]) / (b - a)
            self.money[x] = (mb - ma) / (b - a)
            if a >= today - 1e-12:
                self.moved[x] = 1.0
            (near if a < ends - 1e-12 else far)[x] = -1.0
        self.rows.append((dict(near), 0.0, 0.0))
        self.rows.append((dict(far), 0.0, 0.0))
        for terms in (near, far):
            for x in [c for c in terms if terms[c] < 0]:
                del terms[x]

    def _amounts(self, i: int, most: float, near: Terms, far: Terms) -> None:
        """Every amount that the account may get: nothing, or from its block on in steps; a lock keeps its own."""
        p = self.p
        least = max(p.minimum[i], p.block[i], p.step)
        amounts = [float(p.minimum[i])] if p.locked[i] else _grid(least, most, p.step)
        if p.minimum[i] <= 0 and not p.locked[i]:
            amounts = [0.0, *amounts]
        chosen: Terms = {}
        near_row, far_row = dict(near), dict(far)
        self.takes[i] = -1
        for h in amounts:
            x = self._column(1.0, integer=True)
            value, money, before, after = self._at(i, h)
            for g in range(3):
                self.value[g][x] = value[g]
            self.money[x] = money
            self.moved[x] = max(h - float(np.nan_to_num(p.today[i])), 0.0)
            near_row[x], far_row[x] = -before, -after
            chosen[x] = 1.0
        self.rows.append((chosen, 1.0, 1.0))
        self.rows.append((near_row, 0.0, 0.0))
        self.rows.append((far_row, 0.0, 0.0))
        self.given = getattr(self, "given", {})
        self.given[i] = [x for x, h in zip(chosen, amounts, strict=True) if h > 0]
        for q in [q for j, q in self.near if j == i]:
            if p.step > 0 and not p.locked[i]:
                steps = self._column(np.inf, integer=True)
                self.rows.append((self._sum({(i, q): 1.0}) | {steps: -p.step}, 0.0, 0.0))

    # What joins the accounts.

    def ideal(self) -> np.ndarray:
        """The most of each group alone, by the plain line; call before anything else is stated."""
        assert not self.whole
        return np.array([-self._run({x: -v for x, v in self.value[g].items()})[1] for g in range(3)])

    def optimum(self, ideal: np.ndarray, usable: np.ndarray | None = None) -> Optimum:
        p = self.p
        unit = [p.weights[g] / ideal[g] if ideal[g] > 1e-9 else 0.0 for g in range(3)]
        cost: Terms = {}
        for g in range(3):
            for x, v in self.value[g].items():
                cost[x] = cost.get(x, 0.0) - unit[g] * v
        if p.in_money and p.hour_cost:
            for x in [*self.near.values(), *self.far.values()]:
                cost[x] = cost.get(x, 0.0) + p.hour_cost * unit[2]
        self._requests()
        if p.hour_cost and usable is None:
            solved = self._run(cost)
            if not solved[0]:
                return Optimum(False)
            usable = self._spent(solved[2])
            usable = usable if p.per_person else np.array([usable.sum()])
        short = self._balance(usable)
        for s in short:
            cost[s] = p.balance_weight / p.total_hours
        ok, value, x = self._run(cost)
        if not ok and p.leave_open:
            ok, value, x = self._forced(cost)
        if not ok:
            return Optimum(False)
        hours = np.array(
            [sum(x[c] for (j, _), c in (*self.near.items(), *self.far.items()) if j == i) for i in range(p.size)]
        )
        missed = float(sum(x[s] for s in short))
        return Optimum(True, -value + p.balance_weight / p.total_hours * missed, missed, hours)

    def _forced(self, cost: Terms) -> tuple[bool, float, np.ndarray]:
        """Locks and minimums may force hours past those that should stay open: by as little as can be."""
        for x in self.excess:
            self.high[x] = np.inf
        ok, _, x = self._run(dict.fromkeys(self.excess, 1.0))
        for column in self.excess if ok else ():
            self.high[column] = x[column] + 1e-6
        return self._run(cost)

    def _spent(self, x: np.ndarray) -> np.ndarray:
        spent = np.zeros(len(self.p.people))
        for (_, q), c in (*self.near.items(), *self.far.items()):
            spent[q] += x[c]
        return spent

    def _requests(self) -> None:
        p = self.p
        top = p.strength.max(axis=1)
        ratio = np.array([[s / t if t > 0 else 0.0 for s in row] for row, t in zip(p.strength, top, strict=True)])
        for limit in p.limits:
            weight = limit.weight if limit.good is None else limit.weight * ratio[:, limit.good]
            self.rows.append(
                (self._sum({(i, q): weight[i] for i, q in self.near if weight[i]}), limit.lower, limit.upper)
            )
        for k, least in enumerate(p.within_you):
            if least > 0:
                weight = ratio[:, 2 + k] - least * ratio[:, 2:].max(axis=1)
                self.rows.append((self._sum({(i, q): weight[i] for i, q in self.near}), 0.0, np.inf))
        if p.min_money is not None:
            kept = sum(self.worth[2] * p.curves.share[:, 0]) if p.in_money else 0.0
            self.rows.append((dict(self.money), p.min_money - kept, np.inf))
        if p.max_change is not None:
            self.rows.append((dict(self.moved), -np.inf, p.max_change))
        if self.whole and p.max_accounts is not None:
            self.rows.append(({x: 1.0 for xs in self.given.values() for x in xs}, -np.inf, p.max_accounts))
        if self.whole and p.max_accounts_per_person is not None:
            for q in range(len(p.people)):
                serves: Terms = {}
                for i, j in self.near:
                    if j == q:
                        y = serves[self._column(1.0, integer=True)] = 1.0
                        y = len(self.low) - 1
                        self.rows.append((self._sum({(i, q): 1.0}) | {y: -1e3}, -np.inf, 0.0))
                self.rows.append((serves, -np.inf, p.max_accounts_per_person))

    def _balance(self, usable: np.ndarray | None) -> list[int]:
        p = self.p
        most = np.maximum(p.minimum, p.maximum)
        pools = range(len(p.people)) if p.per_person else [None]
        shorts: list[int] = []
        for q in pools:
            all_hours = p.total_hours if q is None else p.people[q].hours
            mine = most.sum() if q is None else most[p.eligible[:, q]].sum()
            base = min(all_hours, mine)
            if usable is not None:
                base = min(base, usable[0 if q is None else q])
            aim = p.aim
            if q is not None and p.people[q].balance is not None:
                own = np.where(p.seen, p.people[q].balance, 0.0)
                aim = own / own.sum()
            open_row = self._sum({(i, j): 1.0 for i, j in self.near if q is None or j == q})
            for g in range(3):
                short = self._column(np.inf)
                shorts.append(short)
                terms = {short: 1.0}
                for i, j in self.near:
                    if q is None or j == q:
                        terms[self.near[i, j]] = self.counts[g][i]
                        terms[self.far[i, j]] = self.sure_counts[g][i]
                self.rows.append((terms, (aim[g] - p.tolerance) * base, np.inf))
                open_row[short] = 1.0
            if p.leave_open:
                self.excess.append(self._column(0.0))
                open_row[self.excess[-1]] = -1.0
                self.rows.append((open_row, -np.inf, all_hours))
        return shorts

    def _run(self, cost: Terms) -> tuple[bool, float, np.ndarray]:
        count = len(self.low)
        costs = np.zeros(count)
        for x, c in cost.items():
            costs[x] = c
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = count, len(self.rows)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = costs, np.array(self.low), np.array(self.high)
        lp.row_lower_ = np.array([row[1] for row in self.rows], dtype=float)
        lp.row_upper_ = np.array([row[2] for row in self.rows], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(row[0]) for row in self.rows)]).astype(np.int32)
        lp.a_matrix_.index_ = np.array([c for row in self.rows for c in row[0]], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([v for row in self.rows for v in row[0].values()], dtype=float)
        if any(self.integer):
            lp.integrality_ = [
                highspy.HighsVarType.kInteger if w else highspy.HighsVarType.kContinuous for w in self.integer
            ]
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("mip_rel_gap", 1e-7)
        highs.setOptionValue("time_limit", 60.0)
        highs.passModel(lp)
        highs.run()
        ok = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return ok, highs.getObjectiveValue(), np.array(highs.getSolution().col_value)


def _grid(least: float, most: float, step: float) -> list[float]:
    if step <= 0:
        raise ValueError("amounts can only be listed in steps")
    first, last = int(np.ceil(least / step - 1e-9)), int(np.floor(most / step + 1e-9))
    return [k * step for k in range(max(first, 1), last + 1)]
