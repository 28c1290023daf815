"""What the list says of the hours of one account: its lock, its minimum, its maximum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from planner.allocation.constraints.base import Kind, UserConstraint
from planner.allocation.constraints.longer_curves import extended
from planner.allocation.problem import Problem
from planner.allocation.solvers.linear_program import AT_LEAST, AT_MOST, EQUAL
from planner.arrays import Numbers

if TYPE_CHECKING:
    from planner.allocation.model import Model


@dataclass(frozen=True)
class OwnHours(UserConstraint):
    """What the list says of the hours of one account."""

    sense: ClassVar[int]

    def add(self, model: Model) -> None:
        mine = np.arange(model.first[self.at], model.first[self.at + 1])
        model.user_row(self.rows[0], mine, model.pieces.hours[mine], self.sense, self.value)

    def without(self, problem: Problem, natural: Numbers) -> Problem:
        low, high, locked = problem.minimum.copy(), problem.maximum.copy(), problem.locked.copy()
        if self.sense != AT_MOST:
            low[self.at] = 0.0
        if self.sense != AT_LEAST:
            able = float(natural[self.at]) if problem.worth[self.at].any() else 0.0
            high[self.at] = max(able, float(low[self.at]), float(high[self.at]) if self.sense == AT_MOST else 0.0)
        locked[self.at] = False
        curves = problem.curves
        if high[self.at] > curves.hours[self.at, -1]:
            curves = extended(curves, np.maximum(high, curves.hours[:, -1]))
        return replace(problem, minimum=low, maximum=high, locked=locked, curves=curves)

    def missed(self, problem: Problem, spent: Numbers) -> float:
        more = float(spent[self.at].sum()) - self.value
        return {EQUAL: abs(more), AT_LEAST: -more, AT_MOST: more}[self.sense]


@dataclass(frozen=True)
class Lock(OwnHours):
    """An account gets exactly so many hours."""

    kind: ClassVar[Kind] = Kind.LOCK
    sense: ClassVar[int] = EQUAL


@dataclass(frozen=True)
class Minimum(OwnHours):
    """An account gets at least so many hours."""

    kind: ClassVar[Kind] = Kind.MINIMUM
    sense: ClassVar[int] = AT_LEAST


@dataclass(frozen=True)
class Maximum(OwnHours):
    """An account gets at most so many hours. Its pieces end there, so that no row is needed unless it may be broken."""

    kind: ClassVar[Kind] = Kind.MAXIMUM
    sense: ClassVar[int] = AT_MOST

    def add(self, model: Model) -> None:
        if model.elastic:
            super().add(model)
