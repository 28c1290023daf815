"""One restricted model that grows by pricing, stage by stage: least deviation, most value, the plan that is taken."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.engine import Engine, Solved
from planner.allocation.model import Aim, Model
from planner.allocation.pricing import price_out
from planner.allocation.problem import Index, Numbers, Problem
from planner.allocation.statement import Statement
from planner.allocation.tie_break import order_of, settle
from planner.vocabulary import Status

TOLERANCE = 1e-7
"""Reduced costs up to this are zero; the objective is in average hours, so its coefficients are near one."""
DEVIATION_SLACK = 1e-7
"""Hours by which the deviation may pass its least value in the later stages."""
ROUNDS = 60


class NoPlanAtAllError(Exception):
    """The user's locks, minimums, limits and capacities contradict each other; found here, explained elsewhere."""


class Search:
    """One restricted model that grows by pricing."""

    def __init__(self, problem: Problem, claims: Claims, aim: Aim, depth: Index) -> None:
        self.problem, self.claims, self.aim = problem, claims, aim
        self.left_out = 0.0
        self._deviation = np.inf
        self._last = Engine(Statement("rest"))
        self._state(depth)

    def _state(self, depth: Index) -> None:
        self.model = Model(self.problem, self.claims, depth, self.aim)
        self.engine = Engine(self.model)
        self._order: Numbers | None = None
        if np.isfinite(self._deviation):
            self._cap_deviation(self._deviation)

    def turn(self, problem: Problem, claims: Claims, aim: Aim) -> None:
        """The same list at another balance: only costs and the rows of the balance change, the last basis stays."""
        self.problem, self.claims, self.aim = problem, claims, aim
        self.model = self.model.at_balance(problem, claims, aim)
        self.engine.set_costs(np.array(self.model.cost))
        for row in self.model.balance_rows:
            self.engine.set_row(row, self.model.row_low[row], self.model.row_high[row])

    def _cap_deviation(self, most: float) -> None:
        self._deviation = most
        self.engine.set_row(self.model.row_number["deviation"], -np.inf, most + DEVIATION_SLACK)

    def run(self) -> Solved:
        """Minimise the model's own costs."""
        return self.engine.run()

    def _run_deviation(self) -> Solved:
        """Minimise Σ under + excess."""
        return self._run_sum([var.index for var in self.model.deviation_terms])

    def _run_violation(self) -> Solved:
        """Minimise how far the user's own rows are broken."""
        slack = [j for columns in self.model.slack.values() for j in columns]
        for j in slack:
            self.engine.set_column(j, 0.0, np.inf)
        solved = self._run_sum(slack)
        for j in slack:
            self.engine.set_column(j, 0.0, 0.0)
        return solved

    def _run_sum(self, columns: list[int]) -> Solved:
        """Minimise the sum of some columns; the model's own costs stay for the next run."""
        cost = np.zeros(len(self.model.columns))
        cost[columns] = 1.0
        self.engine.set_costs(cost)
        solved = self.engine.run()
        self.engine.set_costs(np.array(self.model.cost))
        return solved

    def priced(self, gain: Numbers, run: Callable[[], Solved], tolerance: float = TOLERANCE) -> Solved:
        """Run, price, grow, until nothing left out can improve the stage (nor, below zero, do just as well)."""
        for _ in range(ROUNDS):
            solved = run()
            if solved.status is not Status.OPTIMAL:
                return solved
            depth, self.left_out = price_out(self.model, solved, gain, tolerance)
            if np.array_equal(depth, self.model.depth):
                return solved
            self._state(depth)
        self._state(self.claims.depths())
        self.left_out = 0.0
        return run()

    def lexicographic(self) -> tuple[Solved, float]:
        """Least deviation first, most value second; its solution with all ties stated, and the deviation."""
        self._cap_deviation(0.0)
        solved = self.priced(self.aim.gain, self.run, -TOLERANCE)
        if solved.status is Status.OPTIMAL:
            return solved, 0.0
        nothing = np.zeros(self.problem.size)
        self._cap_deviation(1e30)
        broken = self.priced(nothing, self._run_violation)
        if broken.objective > 1e-6:
            raise NoPlanAtAllError
        least = self.priced(nothing, self._run_deviation)
        if least.status is not Status.OPTIMAL:
            raise NoPlanAtAllError
        self._cap_deviation(max(0.0, least.objective))
        return self.priced(self.aim.gain, self.run, -TOLERANCE), max(0.0, least.objective)

    def settle(self, solved: Solved) -> Solved:
        """The optimum that is taken of all there are, by the one rule of `settle`."""
        if self._order is None:
            self._order = order_of(self.model)
        return settle(self.model, solved, self.engine.row_bounds, self._order, self._last)
