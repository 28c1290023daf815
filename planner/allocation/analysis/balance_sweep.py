"""One list solved at many balances: the linear program of each, with the ideals of the list as it stands.

Blocks, steps and counts are left out, so that neighbouring balances can be compared; S-shaped curves count as their
concave envelope. From balance to balance only the costs of the segments and the floors of the balance change, and the
last basis is the start; segments that were left out are priced at every balance, and stated when one of them enters.
So each point is the optimum of its own problem, whatever came before it.

Where a group has no weight, hours for it are worth nothing and would be idle: a price too small to change any plan
leaves them open, which makes what is reached there definite.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.objective import units
from planner.allocation.problem import Problem
from planner.allocation.solution import added, shortages
from planner.arrays import Numbers
from planner.goods import YOU

IDLE = 1e-7
"""Objective, in average hours, that an idle hour costs."""


@dataclass(frozen=True, eq=False)
class Point:
    """The best split at one balance.

    Attributes:
        hours: (n,).  added: (3,) what each group gains over giving no hours.
        attainment: (3,) of the most each group could add, NaN for a group without any value.
        short: hours by which groups miss their floors, together.
        value: objective at the weights asked for, less what the hours cost; the price of shortages is left out.
    """

    hours: Numbers
    added: Numbers
    attainment: Numbers
    short: float
    value: float


class Sweep:
    """The linear program of one list at any balance. It belongs to one list and one thread."""

    def __init__(self, problem: Problem, ideal: Numbers | None = None) -> None:
        self.problem = problem
        self._columns = ColumnGeneration(idle=IDLE)
        self.ideal = self._columns.ideal(problem) if ideal is None else ideal

    def at(self, aim: Numbers, weights: Numbers | None = None) -> Point:
        """The optimum at a balance (3,); its own weights unless others are given.

        Raises:
            NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
        """
        problem = replace(self.problem, aim=aim, weights=aim if weights is None else weights)
        solution = self._columns.solve(problem, self.ideal, ties=False)
        hours = np.maximum(solution.hours, 0.0)
        gained = added(problem, hours)
        unit = units(problem, self.ideal)
        cost = problem.hour_cost * float(unit[YOU]) * hours.sum() if problem.in_money else 0.0
        short = sum(float(solution.result.values[column]) for column in solution.model.short.values())
        if not problem.per_person:
            short = float(shortages(problem, hours, solution.model.usable).sum())
        attained = np.divide(gained, self.ideal, out=np.full(len(gained), np.nan), where=self.ideal > 0)
        return Point(hours, gained, attained, short, float(unit @ gained) - cost)
