"""A linear model as named columns and rows: handed to HiGHS as one matrix, and to anything else as a PuLP problem.

PuLP is imported and its problem made only when somebody asks for it, because that costs far more time than solving:
to write the `.lp` file, or to solve with another solver that PuLP knows. Both are the same columns and rows.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NAME = 255


class Var:
    """A column: its name and its number."""

    __slots__ = ("index", "name")

    def __init__(self, name: str, index: int) -> None:
        self.name, self.index = name, index

    def __repr__(self) -> str:
        return self.name


class Statement:
    """Columns and rows, named; a minimisation.

    Attributes:
        columns: in the order of their `index`; their bounds and costs stand in `low`, `high` and `cost`.
        whole_columns: numbers of the columns that take whole numbers only.
        row_number: position of each row by name; its bounds stand in `row_low` and `row_high`.
        start, index, value: the matrix by rows.
        slack: violation columns (index) by the name of their elastic row.
        tied: rows that define a column from others, by row: the column that a first basis takes for them.
    """

    def __init__(self, name: str) -> None:
        self.name = name
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
        var = Var(name, len(self.columns))
        if whole:
            self.whole_columns.append(var.index)
        self.columns.append(var)
        self.low.append(float(low))
        self.high.append(float(high))
        self.cost.append(float(cost))
        return var

    def defines(self, name: str, var: Var, terms: Mapping[Var, float]) -> None:
        """`Σ terms = var`."""
        self.tied[len(self.row_low)] = var.index
        self.row(name, {**terms, var: -1.0}, 0.0, 0.0)

    def row(self, name: str, terms: Mapping[Var, float], low: float, high: float) -> None:
        """`low ≤ Σ terms ≤ high`, inf for none."""
        self.row_number[name] = len(self.row_low)
        self.row_low.append(float(low))
        self.row_high.append(float(high))
        self.index.extend([var.index for var in terms])
        self.value.extend(terms.values())
        self.start.append(len(self.index))

    def elastic(self, name: str, terms: Mapping[Var, float], low: float, high: float) -> None:
        """A row of the user's own making, with columns for its violation, fixed at 0 until they are opened."""
        slack: dict[Var, float] = {}
        if math.isfinite(low):
            slack[self.column(f"short_{name}", 0.0, 0.0)] = 1.0
        if math.isfinite(high):
            slack[self.column(f"past_{name}", 0.0, 0.0)] = -1.0
        self.slack[name] = [var.index for var in slack]
        self.row(name, {**terms, **slack}, low, high)

    def as_pulp(self) -> Any:
        """The same model as a `pulp.LpProblem`; a row with two sides is two constraints, `…_low` the second."""
        import pulp

        problem = pulp.LpProblem(self.name, pulp.LpMinimize)
        kinds = dict.fromkeys(self.whole_columns, pulp.LpInteger)
        variables = [
            problem.add_variable(var.name, low, high if math.isfinite(high) else None, kinds.get(j, pulp.LpContinuous))
            for j, (var, low, high) in enumerate(zip(self.columns, self.low, self.high, strict=True))
        ]
        terms = {variables[j]: cost for j, cost in enumerate(self.cost) if cost}
        problem.setObjective(pulp.LpAffineExpression(terms))
        for name, r in self.row_number.items():
            span = range(self.start[r], self.start[r + 1])
            if span:
                row = {variables[self.index[k]]: float(self.value[k]) for k in span}
                for constraint in _sides(name, row, self.row_low[r], self.row_high[r]):
                    problem.addConstraint(constraint)
        return problem

    def write(self, path: Path) -> None:
        """Write the `.lp` file; PuLP can read it back."""
        self.as_pulp().writeLP(str(path), max_length=LONGEST_NAME)


def _sides(name: str, terms: dict[Any, float], low: float, high: float) -> list[Any]:
    """The PuLP constraints of a row."""
    import pulp

    sides = []
    if low == high:
        return [pulp.LpConstraint(pulp.LpAffineExpression(terms), pulp.LpConstraintEQ, name, low)]
    if math.isfinite(high):
        sides.append(pulp.LpConstraint(pulp.LpAffineExpression(terms), pulp.LpConstraintLE, name, high))
    if math.isfinite(low):
        name = f"{name}_low" if sides else name
        sides.append(pulp.LpConstraint(pulp.LpAffineExpression(terms), pulp.LpConstraintGE, name, low))
    return sides
