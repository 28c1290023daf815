"""Other plans of the same list, made only where a sentence needs them to be true; each is solved once.

A cause is claimed only where the plan without it is another one, and a cost is the difference between two plans.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from planner.allocation.allocation import Allocation
from planner.allocation.problem import Problem
from planner.errors import NoPlan

LARGEST = 2_000
"""Accounts above which no other plan is made: what only one could prove stays unsaid."""
WHATEVER_IT_COSTS = 1000.0
"""Weight at which the balance comes before everything else."""


@dataclass(eq=False)
class Alternatives:
    """Plans beside the one that stands.

    Attributes:
        problem, allocation: of the plan that stands.
        solve: plans a problem at the same ideals.
    """

    problem: Problem
    allocation: Allocation
    solve: Callable[[Problem], Allocation]
    _made: dict[str, Allocation | None] = field(default_factory=dict)

    def without_balance(self) -> Allocation | None:
        """The plan if the balance weighed nothing."""
        return self._plan("without balance", replace(self.problem, balance_weight=0.0))

    def whatever_it_costs(self) -> Allocation | None:
        """The plan that is as near to the balance as any."""
        return self._plan("whatever it costs", self.strict)

    @cached_property
    def strict(self) -> Problem:
        """The problem if the balance came before everything else."""
        return replace(self.problem, balance_weight=WHATEVER_IT_COSTS)

    def changed(self, name: str, problem: Problem) -> Allocation | None:
        """The plan of a changed problem, by a name for the change; None where there is none."""
        return self._plan(name, problem)

    def _plan(self, name: str, problem: Problem) -> Allocation | None:
        if problem.size > LARGEST:
            return None
        if name not in self._made:
            try:
                self._made[name] = self.solve(problem)
            except NoPlan:
                self._made[name] = None
        return self._made[name]


def shared_by_all(problem: Problem) -> Problem:
    """The problem if anybody could serve any account."""
    return replace(problem, eligible=np.ones_like(problem.eligible))
