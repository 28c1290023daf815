"""The way of the marketing-budget allocators: sequential quadratic programming (SciPy's SLSQP) on smooth curves.

They split one budget over channels by the value that it brings, each along a curve of its own. Stated for accounts:
maximise `Σ_i gain_i·(f_i(h_i) − f_i(0))` over hours between each account's bounds, `Σ h_i ≤ H`, with the exact curves
and their derivatives. Not stated are what such allocators have no words for: a balance, people, and goods that share
an hour. `one_budget` takes them out of our problem too, so that both seek the same optimum; the ideals that weigh the
groups are given to SLSQP, while our plan works them out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from planner.allocation.build_problem import group_worth
from planner.allocation.objective import units
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.records.team import Person


def one_budget(problem: Problem) -> Problem:
    """The same accounts and hours, with everybody in one pool and no balance asked for."""
    everybody = (Person("Everybody", problem.total_hours),)
    return replace(problem, people=everybody, eligible=np.ones((problem.size, 1), dtype=bool), tolerance=1.0)


@dataclass(frozen=True, eq=False)
class Smooth:
    """The objective on the exact curves, all exponents 1; `gain` is (n,), of an account's whole value."""

    problem: Problem
    gain: Numbers

    @classmethod
    def of(cls, problem: Problem, ideal: Numbers) -> Smooth:
        assert np.all(problem.curves.gamma == 1)
        return cls(problem, group_worth(problem) @ units(problem, ideal))

    def value(self, hours: Numbers) -> float:
        curves = self.problem.curves
        return float(self.gain @ (curves.at(hours) - curves.low))

    def slope(self, hours: Numbers) -> Numbers:
        curves = self.problem.curves
        return np.asarray(self.gain * (curves.high - curves.low) * curves.half / (curves.half + hours) ** 2)

    def by_slsqp(self, most_steps: int = 100) -> Any:
        """SciPy's result from an even split on; 100 steps are its own default."""
        from scipy.optimize import minimize

        problem, total = self.problem, self.problem.total_hours
        budget = {"type": "ineq", "fun": lambda h: total - h.sum(), "jac": lambda h: -np.ones(len(h))}
        return minimize(
            lambda hours: -self.value(hours),
            np.minimum(total / problem.size, problem.maximum),
            jac=lambda hours: -self.slope(hours),
            method="SLSQP",
            bounds=list(zip(problem.minimum, problem.maximum, strict=True)),
            constraints=[budget],
            options={"maxiter": most_steps},
        )
