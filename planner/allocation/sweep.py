"""One list solved at many balances: the linear program of each, with the ideals of the list as it stands.

Blocks, steps and counts are left out, so that neighbouring balances can be compared; S-shaped curves count as their
concave envelope. A sweep belongs to one list and one thread, and only saves time: each point is the optimum of its
own problem.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from planner.allocation.claims import Claims
from planner.allocation.kernel import Kernel
from planner.allocation.measure import added, split_of
from planner.allocation.problem import Numbers, Problem


@dataclass(frozen=True, eq=False)
class Point:
    """The best split at one balance.

    Attributes:
        hours: (n,).  added: (3,) what each group gains over giving no hours.
        attainment: (3,) of the most each group could add, NaN for a group without any value.
        deviation: hours by which the balance is missed.
        value: objective at the weights asked for.
    """

    hours: Numbers
    added: Numbers
    attainment: Numbers
    deviation: float
    value: float


class Sweep:
    """The linear program of one list at any balance."""

    def __init__(self, problem: Problem, ideal: Numbers | None = None) -> None:
        self.problem = problem
        self._kernel = Kernel()
        self.ideal = self._kernel.ideal(problem, Claims.of(problem)) if ideal is None else ideal

    def at(self, aim: Numbers, weights: Numbers | None = None) -> Point:
        """The optimum at a balance (3,); its own weights unless others are given.

        Raises:
            NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
        """
        problem = replace(self.problem, aim=aim, weights=aim if weights is None else weights)
        relaxed = self._kernel.relax(problem, self.ideal)
        hours = split_of(relaxed.model, relaxed.solved.values).hours
        gained = added(problem, hours)
        attained = np.divide(gained, self.ideal, out=np.full(3, np.nan), where=self.ideal > 0)
        return Point(hours, gained, attained, relaxed.deviation, relaxed.value)
