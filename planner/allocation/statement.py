"""A linear model as named columns and rows: handed to HiGHS as one matrix, and to anything else as a PuLP problem.

PuLP is imported and its problem made only when somebody asks for it, because that costs far more time than solving:
to write the `.lp` file, or to solve with another solver that PuLP knows. Both are the same columns and rows.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from planner.allocation.problem import Index, Numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_NAME = 255
Entries = tuple[Index, Index, Numbers | float]
"""Entries of a block of rows: row in the block, column, coefficient."""


class Names:
    """Names of columns or rows in blocks, each made only when somebody asks for it."""

    def __init__(self) -> None:
        self._first: list[int] = []
        self._make: list[Callable[[int], str]] = []

    def add(self, first: int, make: Callable[[int], str]) -> None:
        """A block from number `first` on; `make(k)` is the name of its k-th, from 0."""
        self._first.append(first)
        self._make.append(make)

    def __getitem__(self, at: int) -> str:
        block = bisect_right(self._first, at) - 1
        return self._make[block](at - self._first[block])


class Var:
    """A column: its name and its number."""

    __slots__ = ("_names", "index")

    def __init__(self, names: Names, index: int) -> None:
        self._names, self.index = names, index

    @property
    def name(self) -> str:
        return self._names[self.index]

    def __repr__(self) -> str:
        return self.name


class Columns(Sequence[Var]):
    """The columns in the order of their `index`; each is one object, however often it is asked for."""

    def __init__(self) -> None:
        self.names = Names()
        self._made: dict[int, Var] = {}
        self._count = 0

    def add(self, count: int, make: Callable[[int], str]) -> range:
        """`count` more, named by their place among them; their numbers."""
        first = self._count
        if count:
            self.names.add(first, make)
            self._count += count
        return range(first, self._count)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Var: ...
    @overload
    def __getitem__(self, at: slice) -> list[Var]: ...
    def __getitem__(self, at: int | slice) -> Var | list[Var]:
        if isinstance(at, slice):
            return [self[j] for j in range(*at.indices(self._count))]
        j = int(at)
        found = self._made.get(j)
        if found is None:
            if not 0 <= j < self._count:
                raise IndexError(j)
            found = self._made[j] = Var(self.names, j)
        return found

    def __iter__(self) -> Iterator[Var]:
        return (self[j] for j in range(self._count))


class Statement:
    """Columns and rows, named; a minimisation. They are stated one by one or, where there are many, by the block.

    Attributes:
        columns: in the order of their `index`; their bounds and costs stand in `low`, `high` and `cost`.
        whole_columns: numbers of the columns that take whole numbers only.
        row_number: position, by name, of each row that was stated by itself.
        row_names: names of all rows by position; their bounds stand in `row_low` and `row_high`.
        start, index, value: the matrix by rows.
        slack: violation columns (index) by the name of their elastic row.
        tied: rows that define a column from others, by row: the column that a first basis takes for them.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.columns = Columns()
        self.low, self.high, self.cost = array("d"), array("d"), array("d")
        self.whole_columns: list[int] = []
        self.row_number: dict[str, int] = {}
        self.row_names = Names()
        self.row_low, self.row_high = array("d"), array("d")
        self.start, self.index, self.value = array("i", [0]), array("i"), array("d")
        self.slack: dict[str, list[int]] = {}
        self.tied: dict[int, int] = {}

    def column(self, name: str, low: float, high: float, cost: float = 0.0, *, whole: bool = False) -> Var:
        """A variable between `low` and `high` (inf for none), with its cost in the objective."""
        (number,) = self.columns.add(1, lambda _: name)
        if whole:
            self.whole_columns.append(number)
        self.low.append(low)
        self.high.append(high)
        self.cost.append(cost)
        return self.columns[number]

    def column_block(
        self, name: Callable[[int], str], low: Numbers, high: Numbers | float, cost: Numbers | float = 0.0
    ) -> Index:
        """As many variables as `low` is long; `name(k)` is the name of the k-th. Their numbers."""
        numbers = self.columns.add(len(low), name)
        _extend(self.low, low)
        _extend(self.high, _each(high, len(low)))
        _extend(self.cost, _each(cost, len(low)))
        return np.arange(numbers.start, numbers.stop)

    def defines(self, name: str, var: Var, terms: Mapping[Var, float]) -> None:
        """`Σ terms = var`."""
        self.tied[len(self.row_low)] = var.index
        self.row(name, {**terms, var: -1.0}, 0.0, 0.0)

    def row(
        self, name: str, terms: Mapping[Var, float], low: float, high: float, many: tuple[Index, Numbers] | None = None
    ) -> None:
        """`low ≤ Σ terms ≤ high`, inf for none; `many` are further terms, column numbers and their coefficients."""
        self.row_number[name] = len(self.row_low)
        self.row_names.add(len(self.row_low), lambda _: name)
        self.row_low.append(low)
        self.row_high.append(high)
        if many is not None:
            _extend(self.index, many[0])
            _extend(self.value, many[1])
        self.index.extend([var.index for var in terms])
        self.value.extend(terms.values())
        self.start.append(len(self.index))

    def row_block(
        self,
        name: Callable[[int], str],
        entries: Sequence[Entries],
        low: Numbers,
        high: Numbers,
    ) -> Index:
        """As many rows as `low` is long, from their entries. Their positions."""
        first = len(self.row_low)
        if not len(low):
            return np.arange(0)
        self.row_names.add(first, name)
        _extend(self.row_low, low)
        _extend(self.row_high, high)
        row = np.concatenate([rows for rows, _, _ in entries])
        order = np.argsort(row, kind="stable")
        _extend(self.index, np.concatenate([columns for _, columns, _ in entries])[order])
        values = [_each(value, len(rows)) for rows, _, value in entries]
        _extend(self.value, np.concatenate(values)[order])
        _extend(self.start, self.start[-1] + np.cumsum(np.bincount(row, minlength=len(low))))
        return np.arange(first, first + len(low))

    @cached_property
    def matrix(self) -> tuple[Index, Index, Numbers]:
        """Row, column and coefficient of each entry, in the order of the rows; once all is stated."""
        rows = np.repeat(np.arange(len(self.row_low)), np.diff(self.start))
        return rows, np.array(self.index, dtype=np.intp), np.array(self.value)

    def ties(self, rows: Index, columns: Index) -> None:
        """Each row defines the column beside it."""
        self.tied.update(zip(rows.tolist(), columns.tolist(), strict=True))

    def elastic(
        self, name: str, terms: Mapping[Var, float], low: float, high: float, many: tuple[Index, Numbers] | None = None
    ) -> None:
        """A row of the user's own making, with columns for its violation, fixed at 0 until they are opened."""
        slack: dict[Var, float] = {}
        if math.isfinite(low):
            slack[self.column(f"short_{name}", 0.0, 0.0)] = 1.0
        if math.isfinite(high):
            slack[self.column(f"past_{name}", 0.0, 0.0)] = -1.0
        self.slack[name] = [var.index for var in slack]
        self.row(name, {**terms, **slack}, low, high, many)

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
        for r in range(len(self.row_low)):
            span = range(self.start[r], self.start[r + 1])
            if span:
                name = self.row_names[r]
                row = {variables[self.index[k]]: float(self.value[k]) for k in span}
                for constraint in _sides(name, row, self.row_low[r], self.row_high[r]):
                    problem.addConstraint(constraint)
        return problem

    def write(self, path: Path) -> None:
        """Write the `.lp` file; HiGHS, CBC and other solvers can read it."""
        self.as_pulp().writeLP(str(path), max_length=LONGEST_NAME)


def _each(value: Numbers | float, count: int) -> Numbers:
    return value if isinstance(value, np.ndarray) else np.full(count, value, dtype=float)


def _extend(held: array[Any], values: Numbers | Index) -> None:
    held.frombytes(values.astype(held.typecode).tobytes())


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
