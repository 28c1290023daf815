"""HiGHS, kept warm: the only module that speaks to it. No solver text or code leaves here.

Duals are those of the minimisation: `row_dual[r]` is the change of the minimum per unit of row r's right-hand
side, `reduced[j]` the change per unit of column j's bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import highspy
import numpy as np

from planner.allocation.problem import Numbers
from planner.allocation.statement import Statement
from planner.vocabulary import Status

_STATUS = {
    highspy.HighsModelStatus.kOptimal: Status.OPTIMAL,
    highspy.HighsModelStatus.kInfeasible: Status.INFEASIBLE,
    highspy.HighsModelStatus.kUnboundedOrInfeasible: Status.INFEASIBLE,
    highspy.HighsModelStatus.kTimeLimit: Status.TIME_LIMIT,
    highspy.HighsModelStatus.kModelEmpty: Status.OPTIMAL,
}


DEVEX = 1
"""Of HiGHS's rules for the next step, the one whose start from a basis that is not all slack costs nothing."""


class EngineError(RuntimeError):
    """The solver stopped for a reason that is not the user's doing."""


@dataclass(frozen=True, eq=False)
class Solved:
    """What one run found: column values, duals of rows and columns, objective, the bound that was proven.

    `basis` is where it ended, for `Engine.begin` alone; None where there is none.
    """

    status: Status
    values: Numbers
    row_dual: Numbers
    reduced: Numbers
    objective: float
    bound: float
    basis: Any = None


class Engine:
    """One model inside HiGHS; costs and bounds can change between runs, the basis is reused."""

    def __init__(self, statement: Statement, *, whole: bool = False) -> None:
        self._highs: Any = _new_highs()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        self._highs.setOptionValue("presolve", "choose" if whole else "off")
        for costly in ("mip_heuristic_run_feasibility_jump", "mip_detect_symmetry"):
            self._highs.setOptionValue(costly, False)  # a third of a short search, and finds nothing in these models
        self._highs.setOptionValue("primal_feasibility_tolerance", 1e-9)
        self._highs.setOptionValue("dual_feasibility_tolerance", 1e-9)
        if not whole:
            self._highs.setOptionValue("simplex_dual_edge_weight_strategy", DEVEX)
            self._highs.setOptionValue("dual_simplex_cost_perturbation_multiplier", 0.0)
        self._whole = whole
        self.state(statement)

    def state(self, statement: Statement) -> None:
        """Another model in the place of the one before."""
        self.column_count, self.row_count = len(statement.columns), len(statement.row_low)
        _pass(self._highs, statement, self._whole)
        if not self._whole:
            self._highs.setBasis(_first_basis(statement))
        self._row_low, self._row_high = np.array(statement.row_low), np.array(statement.row_high)
        self._cost = np.array(statement.cost)

    def set_costs(self, cost: Numbers) -> None:
        changed = np.flatnonzero(cost != self._cost).astype(np.int32)
        self._highs.changeColsCost(len(changed), changed, cost[changed])
        self._cost = cost

    def set_column(self, index: int, low: float, high: float) -> None:
        self._highs.changeColBounds(index, low, high)

    def set_row(self, index: int, low: float, high: float) -> None:
        self._row_low[index], self._row_high[index] = low, high
        self._highs.changeRowBounds(index, low, high)

    @property
    def row_bounds(self) -> tuple[Numbers, Numbers]:
        """Least and most of each row as it stands."""
        return self._row_low, self._row_high

    def suggest(self, values: Numbers) -> None:
        """A known plan to start a search over whole numbers from."""
        solution = highspy.HighsSolution()
        solution.col_value = values.tolist()
        self._highs.setSolution(solution)

    def search(self, *, seconds: float, relative_gap: float, absolute_gap: float = 0.0) -> Solved:
        """Run with whole numbers, until the gap is proven or the time is up."""
        for option, value in (("mip_rel_gap", relative_gap), ("mip_abs_gap", absolute_gap)):
            self._highs.setOptionValue(option, value)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + seconds)
        solved = self.run()
        info = self._highs.getInfo()
        if info.primal_solution_status != 2:
            return Solved(
                Status.INFEASIBLE if solved.status is not Status.TIME_LIMIT else Status.TIME_LIMIT,
                np.full(self.column_count, np.nan), solved.row_dual, solved.reduced, np.inf, info.mip_dual_bound,
            )  # fmt: skip
        return Solved(
            solved.status, solved.values, solved.row_dual, solved.reduced, solved.objective, info.mip_dual_bound
        )

    def least(self) -> tuple[Status, float]:
        """Solve as it stands, from the last basis: how it ended, and the objective.

        Raises:
            EngineError: when HiGHS ends in a way that says nothing about the model.
        """
        self._highs.run()
        status = _STATUS.get(self._highs.getModelStatus())
        if status is None:
            raise EngineError(f"the solver stopped with {self._highs.getModelStatus()}")
        return status, float(self._highs.getObjectiveValue())

    def run(self) -> Solved:
        """The same with all that was found."""
        self.least()
        return self.found()

    def begin(self, solved: Solved) -> None:
        """Begin at the end of another run of the same columns and rows."""
        if solved.basis is not None:
            self._highs.setBasis(solved.basis)

    def found(self) -> Solved:
        """All that the last run found."""
        solution, value = self._highs.getSolution(), self._highs.getObjectiveValue()
        return Solved(
            _STATUS[self._highs.getModelStatus()],
            _numbers(solution.col_value),
            _numbers(solution.row_dual) if solution.dual_valid else np.zeros(self.row_count),
            _numbers(solution.col_dual) if solution.dual_valid else np.zeros(self.column_count),
            value,
            value,
            self._highs.getBasis(),
        )


def _numbers(values: list[float]) -> Numbers:
    return np.fromiter(values, dtype=float, count=len(values))


def _pass(highs: Any, statement: Statement, whole: bool) -> None:
    """Hand over the model as arrays, by rows."""
    kinds = np.zeros(len(statement.columns), dtype=np.int32)
    if whole:
        kinds[statement.whole_columns] = int(highspy.HighsVarType.kInteger)
    highs.passModel(
        len(statement.columns),
        len(statement.row_low),
        len(statement.index),
        int(highspy.MatrixFormat.kRowwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        *(np.array(held) for held in (statement.cost, statement.low, statement.high)),
        *(np.array(held) for held in (statement.row_low, statement.row_high)),
        *(np.array(held, dtype=np.int32) for held in (statement.start, statement.index)),
        np.array(statement.value),
        kinds,
    )


def _first_basis(statement: Statement) -> highspy.HighsBasis:
    """The basis in which every defined column stands for its row: far fewer steps than from all rows slack."""
    basic, lower = highspy.HighsBasisStatus.kBasic, highspy.HighsBasisStatus.kLower
    upper, low, none = highspy.HighsBasisStatus.kUpper, statement.row_low, -np.inf
    columns, rows = [lower] * len(statement.columns), [basic] * len(low)
    for row, column in statement.tied.items():
        columns[column], rows[row] = basic, lower if low[row] > none else upper
    basis = highspy.HighsBasis()
    basis.col_status, basis.row_status, basis.valid = columns, rows, True
    return basis


def _new_highs() -> Any:
    return highspy.Highs()  # type: ignore[no-untyped-call]


@cache
def solver_name() -> str:
    """Name and version of the solver."""
    return f"HiGHS {_new_highs().version()}"
