"""The same model stated a second time, whole and with plain matrices, for checking the planner's optimum.

Nothing of the planner's model, pricing or claims is used: the credit bounds are rebuilt from the strengths.
"""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from planner.allocation.problem import Problem


@dataclass(frozen=True)
class Optimum:
    feasible: bool
    deviation: float = 0.0
    value: float = 0.0


class Reference:
    """Columns: parts per (account, piece), hours per (account, person), credit per (account, group), under, over."""

    def __init__(self, problem: Problem) -> None:
        self.p = problem
        n, m = problem.size, len(problem.people)
        self.k = problem.curves.hours.shape[1] - 1
        self.part = lambda i, k: i * self.k + k
        self.spent = lambda i, p: n * self.k + i * m + p
        self.credit = lambda i, g: n * self.k + n * m + i * 3 + g
        self.slack = lambda s: n * self.k + n * m + 3 * n + s
        self.count = n * self.k + n * m + 3 * n + 7
        self.low, self.high = np.zeros(self.count), np.full(self.count, np.inf)
        self.rows: list[tuple[dict[int, float], float, float]] = []
        for i in range(n):
            self._account(i)
        for p in range(m):
            self.rows.append(({self.spent(i, p): 1.0 for i in range(n)}, -np.inf, problem.people[p].hours))

    def _account(self, i: int) -> None:
        p, m = self.p, len(self.p.people)
        widths = np.diff(p.curves.hours[i])
        for k in range(self.k):
            self.high[self.part(i, k)] = widths[k]
        hours = {self.spent(i, j): 1.0 for j in range(m)}
        for j in range(m):
            if not p.eligible[i, j]:
                self.high[self.spent(i, j)] = 0.0
        self.rows.append(({**hours, **{self.part(i, k): -1.0 for k in range(self.k)}}, 0.0, 0.0))
        self.rows.append((hours, p.minimum[i], p.maximum[i]))
        by_group = np.array([p.strength[i, 0], p.strength[i, 1], p.strength[i, 2:].max()])
        top = by_group.max()
        credits = {self.credit(i, g): 1.0 for g in range(3)}
        self.rows.append(({**credits, **dict.fromkeys(hours, -1.0)}, 0.0 if top > 0 else -np.inf, 0.0))
        for g in range(3):
            ratio = by_group[g] / top if top > 0 else 0.0
            self.rows.append(({self.credit(i, g): 1.0, **dict.fromkeys(hours, -ratio)}, -np.inf, 0.0))

    def _balanced(self) -> None:
        p = self.p
        total = p.total_hours
        for g in range(3):
            credits = {self.credit(i, g): 1.0 for i in range(p.size)}
            self.rows.append(({**credits, self.slack(g): 1.0}, (p.aim[g] - p.tolerance) * total, np.inf))
            self.rows.append(({**credits, self.slack(3 + g): -1.0}, -np.inf, (p.aim[g] + p.tolerance) * total))
        spill = {self.slack(3 + g): 1.0 for g in range(3)} | {self.slack(6): -1.0}
        if not p.leave_open:
            spill |= {self.slack(g): -1.0 for g in range(3)}
        self.rows.append((spill, -np.inf, 0.0))

    def _run(self, cost: np.ndarray) -> tuple[bool, float]:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = self.count, len(self.rows)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, self.low, self.high
        lp.row_lower_ = np.array([row[1] for row in self.rows])
        lp.row_upper_ = np.array([row[2] for row in self.rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(row[0]) for row in self.rows)]).astype(np.int32)
        lp.a_matrix_.index_ = np.array([c for row in self.rows for c in row[0]], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([v for row in self.rows for v in row[0].values()])
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.passModel(lp)
        highs.run()
        return highs.getModelStatus() == highspy.HighsModelStatus.kOptimal, highs.getObjectiveValue()

    def value_cost(self, unit: np.ndarray) -> np.ndarray:
        """Cost that maximises Σ_G unit_G·(value of group G over giving no hours)."""
        p, cost = self.p, np.zeros(self.count)
        gain = np.column_stack([p.worth[:, 0], p.worth[:, 1], p.worth[:, 2:].sum(axis=1)]) @ unit
        widths = np.diff(p.curves.hours, axis=1)
        slopes = np.divide(np.diff(p.curves.share, axis=1), widths, out=np.zeros_like(widths), where=widths > 0)
        for i in range(p.size):
            cost[[self.part(i, k) for k in range(self.k)]] = -gain[i] * slopes[i]
        return cost

    def ideal(self) -> np.ndarray:
        """The most of each group alone; call before `lexicographic`."""
        return np.array([-self._run(self.value_cost(np.eye(3)[g]))[1] for g in range(3)])

    def lexicographic(self, ideal: np.ndarray) -> Optimum:
        self._balanced()
        deviation = np.zeros(self.count)
        misses = [self.slack(g) for g in (0, 1, 2, 6)]
        deviation[misses] = 1.0
        feasible, least = self._run(deviation)
        if not feasible:
            return Optimum(False)
        self.rows.append((dict.fromkeys(misses, 1.0), -np.inf, least + 1e-7))
        unit = np.divide(self.p.weights, ideal, out=np.zeros(3), where=ideal > 1e-9)
        return Optimum(True, max(least, 0.0), -self._run(self.value_cost(unit))[1])
