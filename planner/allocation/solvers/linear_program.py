"""A linear program in PuLP whose first columns are pieces of curves: how its columns and rows are stated.

Rows and columns are known by their names, and by their numbers in the order in which they were stated.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pulp

from planner.allocation.pieces import Pieces
from planner.arrays import Index, Numbers

EQUAL, AT_LEAST, AT_MOST = pulp.LpConstraintEQ, pulp.LpConstraintGE, pulp.LpConstraintLE
"""Senses of a row."""
Coefficient = Callable[[Pieces], Numbers]


class LinearProgram:
    """Columns and rows under their names.

    Attributes:
        lp: the PuLP problem.  columns: its variables; those of the pieces come first, in their order.
        pieces: those stated, in order of account.
        row_at: position of each row by name.
        coefficient: by row over pieces, the coefficient of any piece, stated or not.
        elastic: whether the user's rows may be violated.
        slack: by row that may be, its columns under_ and past_.
    """

    def __init__(self, pieces: Pieces, *, elastic: bool = False) -> None:
        self.pieces, self.elastic = pieces, elastic
        self.lp = pulp.LpProblem("client_portfolio", pulp.LpMinimize)
        self.columns: list[pulp.LpVariable] = []
        self.row_at: dict[str, int] = {}
        self.coefficient: dict[str, Coefficient] = {}
        self.slack: dict[str, list[int]] = {}

    def column(self, name: str, most: float | None = None, *, whole: bool = False) -> int:
        """A further column from 0 to `most`; its number."""
        self.columns.append(self.lp.add_variable(name, 0, most, pulp.LpInteger if whole else pulp.LpContinuous))
        return len(self.columns) - 1

    def row(self, name: str, columns: Index, coefficients: Numbers, sense: int, rhs: float) -> None:
        """Σ coefficient·column ≤, = or ≥ rhs."""
        kept = np.flatnonzero(coefficients)
        variables = [self.columns[j] for j in columns[kept].tolist()]
        expression = pulp.LpAffineExpression(list(zip(variables, coefficients[kept].tolist(), strict=True)))
        self.row_at[name] = len(self.row_at)
        self.lp.addConstraint(pulp.LpConstraint(expression, sense, name, float(rhs)))

    def over_pieces(
        self, name: str, coefficient: Coefficient, sense: int, rhs: float, further: dict[int, float] | None = None
    ) -> None:
        """A row over pieces, whose coefficients hold for pieces that are not stated too."""
        self.coefficient[name] = coefficient
        more = further or {}
        columns = np.concatenate([np.arange(self.pieces.size), np.array(list(more), dtype=np.intp)])
        self.row(name, columns, np.concatenate([coefficient(self.pieces), np.array(list(more.values()))]), sense, rhs)

    def set_rhs(self, name: str, rhs: float) -> int:
        """Another right-hand side of a row; its position."""
        self.lp.get_constraint_by_name(name).constant = -rhs
        return self.row_at[name]

    def user_row(self, name: str, columns: Index, coefficients: Numbers, sense: int, rhs: float) -> None:
        """A row of the user's making over any columns; it may be violated where the model is elastic."""
        slack = self.slack_of(name, sense)
        columns = np.concatenate([columns, np.array(list(slack), dtype=np.intp)])
        self.row(name, columns, np.concatenate([coefficients, np.array(list(slack.values()))]), sense, rhs)

    def user_row_over_pieces(self, name: str, coefficient: Coefficient, sense: int, rhs: float) -> None:
        """The same over pieces."""
        self.over_pieces(name, coefficient, sense, rhs, self.slack_of(name, sense))

    def slack_of(self, name: str, sense: int) -> dict[int, float]:
        """Columns by which a row may be violated, each with its coefficient."""
        if not self.elastic:
            return {}
        slack: dict[int, float] = {}
        if sense != AT_MOST:
            slack[self.column(f"under_{name}")] = 1.0
        if sense != AT_LEAST:
            slack[self.column(f"past_{name}")] = -1.0
        self.slack[name] = list(slack)
        return slack

    def minimise(self, costs: Numbers) -> None:
        """State costs (columns,) as the objective of the PuLP problem."""
        pairs = zip(self.columns, costs.tolist(), strict=True)
        self.lp.setObjective(pulp.LpAffineExpression([(v, c) for v, c in pairs if c]))

    def write(self, path: Path) -> None:
        """Write it as an `.lp` file that HiGHS, CBC and other solvers can read."""
        self.lp.writeLP(str(path))
