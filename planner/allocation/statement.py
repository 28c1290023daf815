"""A PuLP problem that also keeps its matrix, so that HiGHS takes it in one call instead of row by row."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pulp

Var: TypeAlias = Any  # PuLP has no types


class Statement:
    """Columns and rows, named; `prob` is the PuLP problem they make.

    Attributes:
        columns: PuLP variables in the order of their `index`.
        row_number: position of each row by name; a row with two sides is two PuLP constraints.
        tied: rows that define a column from others, by row: the column that a first basis takes for them.
        slack: violation columns (index) by the name of their elastic row.
    """

    def __init__(self, name: str) -> None:
        self.prob = pulp.LpProblem(name, pulp.LpMinimize)
        self.columns: list[Var] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.cost: list[float] = []
        self.whole_columns: list[int] = []
        self.row_number: dict[str, int] = {}
        self.row_low: list[float] = []
        self.row_high: list[float] = []
        self.start: list[int] = [0]
        self.index: list[int] = []
        self.value: list[float] = []
        self.slack: dict[str, list[int]] = {}
        self.tied: dict[int, int] = {}

    def column(self, name: str, low: float, high: float, cost: float = 0.0, *, whole: bool = False) -> Var:
        """A variable between `low` and `high` (inf for none), with its cost in the objective."""
        kind = pulp.LpInteger if whole else pulp.LpContinuous
        var = self.prob.add_variable(name, float(low), float(high) if math.isfinite(high) else None, kind)
        var.index = len(self.columns)
        if whole:
            self.whole_columns.append(var.index)
        self.columns.append(var)
        self.low.append(float(low))
        self.high.append(float(high))
        self.cost.append(float(cost))
        return var

    def defines(self, name: str, var: Var, terms: dict[Var, float]) -> None:
        """`Σ terms = var`."""
        self.tied[len(self.row_low)] = var.index
        self.row(name, {**terms, var: -1.0}, 0.0, 0.0)

    def row(self, name: str, terms: dict[Var, float], low: float, high: float) -> None:
        """`low ≤ Σ terms ≤ high`, inf for none."""
        self.row_number[name] = len(self.row_low)
        self.row_low.append(float(low))
        self.row_high.append(float(high))
        self.index.extend(var.index for var in terms)
        self.value.extend(terms.values())
        self.start.append(len(self.index))
        if not terms:
            return
        if low == high:
            self._constrain(name, terms, pulp.LpConstraintEQ, low)
            return
        if math.isfinite(high):
            self._constrain(name, terms, pulp.LpConstraintLE, high)
        if math.isfinite(low):
            self._constrain(f"{name}_low" if math.isfinite(high) else name, terms, pulp.LpConstraintGE, low)

    def elastic(self, name: str, terms: dict[Var, float], low: float, high: float) -> None:
        """A row of the user's own making, with columns for its violation, fixed at 0 until they are opened."""
        slack: dict[Var, float] = {}
        if math.isfinite(low):
            slack[self.column(f"short_{name}", 0.0, 0.0)] = 1.0
        if math.isfinite(high):
            slack[self.column(f"past_{name}", 0.0, 0.0)] = -1.0
        self.slack[name] = [var.index for var in slack]
        self.row(name, {**terms, **slack}, low, high)

    def _constrain(self, name: str, terms: dict[Var, float], sense: int, rhs: float) -> None:
        self.prob.addConstraint(pulp.LpConstraint(pulp.LpAffineExpression(terms), sense, name, rhs))

    def minimise(self, cost: np.ndarray | None = None) -> None:
        """State the objective in PuLP; the columns' own costs unless others are given."""
        costs = self.cost if cost is None else cost
        terms = {var: float(c) for var, c in zip(self.columns, costs, strict=True) if c}
        self.prob.setObjective(pulp.LpAffineExpression(terms))

    def write(self, path: Path) -> None:
        """Write the `.lp` file; PuLP can read it back."""
        self.prob.writeLP(str(path), max_length=255)
