"""The problem turned round: the balance is kept on the hours used, not on all there are.

Rows beyond those of `model.Model` and `whole_model.WholeModel` (those of the balance have Σ_i h_i in place of H):
    reach_<group>       what the hours add for a group ≥ reached·target of the group
    reached             1, or as much of every target as can be reached
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from planner.allocation.build_problem import group_worth
from planner.allocation.claims import Claims
from planner.allocation.engine import Engine, Solved
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Numbers, Problem
from planner.allocation.solution import Split, split_of
from planner.allocation.whole_model import WholeModel, needed
from planner.goods import GROUPS
from planner.vocabulary import Status

IN_WHOLE = 300
"""Accounts up to which the answer is found in whole blocks and steps."""
SECONDS = 5.0
CLOSE = 0.001
SLACK = 1e-6


class _OnHoursUsed:
    """The balance on the hours used, and the targets; mixed into the two models."""

    def state_targets(self: Any, target: Numbers) -> None:
        """(3,) what the hours have to add for each group, 0 for no target."""
        worth = group_worth(self.problem)
        self.reached = self.column("reached", 1.0, 1.0)
        for g in np.flatnonzero(target > 0).tolist():
            terms = {
                self.columns[j]: worth[i, g] * gain / target[g]
                for j, i, gain in zip(self.part_index, self.part_account, self.part_gain, strict=True)
                if worth[i, g] * gain
            }
            self.row(f"reach_{GROUPS[g]}", {**terms, self.reached: -1.0}, 0.0, np.inf)

    def _balance(self: Any) -> None:
        deviation: dict[Any, float] = {}
        sums, used = self._credited(), self._used()
        for pool in self.claims.pools:
            of = self._of(pool)
            self.excess[pool] = self.column(f"excess{of}", 0.0, np.inf)
            spill = {self.excess[pool]: -1.0}
            for g, group in enumerate(GROUPS):
                under = self.under[g, pool] = self.column(f"under_{group}{of}", 0.0, np.inf)
                over = self.over[g, pool] = self.column(f"over_{group}{of}", 0.0, np.inf)
                low, high = self.claims.band(g, pool, np.ones(len(self.claims.pools)))
                credited = dict.fromkeys(self._vars(sums[g, pool]), 1.0)
                self.row(f"balance_floor_{group}{of}", _less(credited, used[pool], low, {under: 1.0}), 0.0, np.inf)
                ceiling = _less(credited, used[pool], high, {over: -1.0})
                self.row(f"balance_ceiling_{group}{of}", ceiling, -np.inf, 0.0)
                spill |= {over: 1.0, under: -1.0}
                deviation[under] = 1.0
            deviation[self.excess[pool]] = 1.0
            self.row(f"spill{of}", spill, -np.inf, 0.0)
        self.row("deviation", deviation, -np.inf, np.inf)
        self.deviation_terms = deviation

    def _used(self: Any) -> list[dict[Any, float]]:
        """Hours used in each pool that count for anything."""
        used: list[dict[Any, float]] = [{} for _ in self.claims.pools]
        for (i, p), var in self.spent.items():
            if self.claims.ratio[i].any():
                used[p if self.problem.per_person else 0][var] = 1.0
        return used


def _less(
    sums: Mapping[Any, float], used: Mapping[Any, float], share: float, more: dict[Any, float]
) -> dict[Any, float]:
    """Terms of `Σ h_iG − share·Σ h_i` with further ones."""
    terms = dict(sums)
    for var in used:
        terms[var] = terms.get(var, 0.0) - share
    return {**terms, **more}


class _Line(_OnHoursUsed, Model):
    """The linear model on the hours used."""


class _Blocks(_OnHoursUsed, WholeModel):
    """The model in whole blocks on the hours used."""


@dataclass(frozen=True, eq=False)
class OnHoursUsed:
    """A split whose balance is kept on the hours it uses.

    Attributes:
        split: hours by account and person.  deviation: hours by which it misses the balance on the hours used.
        reached: share of every target that is reached: 1, or less where the hours there are do not suffice.
        value: objective, as the plan's.
    """

    split: Split
    deviation: float
    reached: float
    value: float


class Turned:
    """The turned model, kept warm."""

    def __init__(self, problem: Problem, gain: Numbers, hour_price: float, target: Numbers) -> None:
        claims = Claims.of(problem)
        self.whole = needed(problem) and problem.size <= IN_WHOLE
        aim = Aim(gain, hour_price, whole=self.whole)
        self.model = (_Blocks if self.whole else _Line)(problem, claims, claims.depths(), aim)
        self.model.state_targets(target)
        self.engine = Engine(self.model, whole=self.whole)
        self.scale = max(problem.total_hours, 1.0)

    def fewest(self) -> OnHoursUsed | None:
        """Fewest hours at the least deviation; as much of the targets as possible where they are out of reach."""
        hours = self._costs([var.index for var in self.model.hours.values()])
        best = self._lexicographic(hours)
        if best is not None:
            return best
        reached = self.model.reached.index
        self.engine.set_column(reached, 0.0, 1.0)
        most = self._run(-self._costs([reached]))
        if most is None:
            return None
        share = float(most.values[reached])
        self.engine.set_column(reached, max(0.0, share - SLACK), 1.0)
        return self._lexicographic(hours)

    def most_value(self) -> OnHoursUsed | None:
        """The most value that keeps the balance exactly on the hours used; None where locks rule it out."""
        self._hold(0.0)
        return self._answer(self._run(np.array(self.model.cost)))

    def _costs(self, columns: list[int]) -> Numbers:
        cost = np.zeros(len(self.model.columns))
        cost[columns] = 1.0
        return cost

    def _lexicographic(self, cost: Numbers) -> OnHoursUsed | None:
        self._hold(0.0)
        solved = self._run(cost)
        if solved is None:
            self._hold(np.inf)
            least = self._run(self._costs([var.index for var in self.model.deviation_terms]))
            if least is None:
                return None
            self._hold(least.objective + (CLOSE if self.whole else 0.0))
            solved = self._run(cost)
        return self._answer(solved)

    def _hold(self, deviation: float) -> None:
        self.engine.set_row(self.model.row_number["deviation"], -np.inf, deviation + SLACK)

    def _run(self, cost: Numbers) -> Solved | None:
        self.engine.set_costs(cost)
        if not self.whole:
            solved = self.engine.run()
            return solved if solved.status is Status.OPTIMAL else None
        found = self.engine.search(seconds=SECONDS, relative_gap=0.0005, absolute_gap=CLOSE)
        return None if np.isnan(found.values).any() else found

    def _answer(self, solved: Solved | None) -> OnHoursUsed | None:
        if solved is None:
            return None
        missed = sum(float(solved.values[var.index]) for var in self.model.deviation_terms)
        return OnHoursUsed(
            split_of(self.model, solved.values),
            missed if missed > 10 * SLACK else 0.0,
            min(1.0, float(solved.values[self.model.reached.index])),
            -float(np.array(self.model.cost) @ solved.values) / self.scale,
        )
