"""The step and the smallest block as settings of the user's; the points of `integer` state them, without a row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from planner.allocation.constraints.base import GIVEN, Kind, UserConstraint
from planner.allocation.problem import Problem
from planner.arrays import Numbers

if TYPE_CHECKING:
    from planner.allocation.model import Model


@dataclass(frozen=True)
class HourStep(UserConstraint):
    """Hours are planned in steps; the points of `integer` say so, no row of its own."""

    kind: ClassVar[Kind] = Kind.STEP

    def add(self, model: Model) -> None:
        """Nothing: see the class."""

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, step=0.0)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        hours = spent[~problem.locked]
        return float(np.abs(hours / self.value - np.round(hours / self.value)).max(initial=0.0) * self.value)


@dataclass(frozen=True)
class SmallestBlock(UserConstraint):
    """An account gets at least so many hours or none; the points of `integer` say so, no row of its own."""

    kind: ClassVar[Kind] = Kind.BLOCK

    def add(self, model: Model) -> None:
        """Nothing: see the class."""

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        return replace(problem, block=np.zeros(problem.size))

    def missed(self, problem: Problem, spent: Numbers) -> float:
        hours = spent.sum(axis=1)
        return float(np.where(hours > GIVEN, problem.block - hours, 0.0).max(initial=0.0))
