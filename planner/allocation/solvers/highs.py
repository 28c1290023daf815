"""The thin bridge from a PuLP problem to a solver: HiGHS as one matrix, kept warm, or any solver that PuLP finds.

No solver's text or code leaves here. Duals are those of the minimisation: `row_dual[r]` is the change of the minimum
per unit of row r's right-hand side, `reduced[j]` the change per unit of column j's bound. PuLP's own HiGHS class adds
a column at a time and starts anew at each solve, which takes eight times as long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import highspy
import numpy as np
import pulp

from planner.arrays import Index, Numbers
from planner.vocabulary import Status

_STATUS = {
    highspy.HighsModelStatus.kOptimal: Status.OPTIMAL,
    highspy.HighsModelStatus.kInfeasible: Status.INFEASIBLE,
    highspy.HighsModelStatus.kUnboundedOrInfeasible: Status.INFEASIBLE,
    highspy.HighsModelStatus.kTimeLimit: Status.TIME_LIMIT,
    highspy.HighsModelStatus.kSolutionLimit: Status.WITHIN_GAP,
    highspy.HighsModelStatus.kModelEmpty: Status.OPTIMAL,
}
GOOD_ENOUGH = 0.0005
"""A search over whole numbers stops this close to its bound, as a share of it."""
MANY_COLUMNS = 20_000
"""Accounts that are alike by the thousand let the simplex method go round among equal plans; there HiGHS disturbs the
costs until it is done. On shorter lists that takes longer than it saves."""
DEVEX = 1
"""Of HiGHS's rules for the next step, the one whose start from a basis that is not all slack costs nothing."""
Basis = Mapping[str, Any]
"""Where a run ended: the status of each column and row by name."""


class SolverError(RuntimeError):
    """The solver stopped for a reason that is not the user's doing."""


@dataclass(frozen=True, eq=False)
class SolverResult:
    """What one run found; `values` are NaN where it found no solution.

    Attributes:
        values, reduced: (columns,).  row_dual: (rows,); all duals are 0 after a search over whole numbers.
        objective: of the minimisation.  bound: proven for it.
    """

    status: Status
    values: Numbers
    row_dual: Numbers
    reduced: Numbers
    objective: float
    bound: float

    @property
    def found(self) -> bool:
        """Whether there is a solution."""
        return not np.isnan(self.values).any()


class HighsSolver:
    """A PuLP problem inside HiGHS. Costs and bounds can change between runs; the last basis is the start."""

    def __init__(
        self, lp: pulp.LpProblem, columns: Sequence[pulp.LpVariable], *, whole: bool = False, basis: Basis | None = None
    ) -> None:
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        self._whole = whole
        for option, value in _options(whole, len(columns)).items():
            self._highs.setOptionValue(option, value)
        self._rows = list(lp.constraints())
        self._columns = columns
        self._pass(lp)
        if basis is not None:
            self._begin(basis)

    def _pass(self, lp: pulp.LpProblem) -> None:
        """Hand the problem over as arrays, by rows."""
        columns, rows = self._columns, self._rows
        at = {id(column): j for j, column in enumerate(columns)}
        start = np.zeros(len(rows) + 1, dtype=np.int32)
        start[1:] = np.cumsum([len(row) for row in rows])
        index = np.fromiter((at[id(v)] for row in rows for v in row.keys()), np.int32, start[-1])  # noqa: SIM118
        value = np.fromiter((c for row in rows for c in row.values()), float, start[-1])
        cost = np.zeros(len(columns))
        for variable, c in (lp.objective or {}).items():
            cost[at[id(variable)]] = c
        self._cost = cost
        low = np.array([_bound(v.lowBound, -np.inf) for v in columns])
        high = np.array([_bound(v.upBound, np.inf) for v in columns])
        rhs = np.array([-row.constant for row in rows])
        sense = np.array([row.sense for row in rows])
        self.row_low = np.where(sense == pulp.LpConstraintLE, -np.inf, rhs)
        self.row_high = np.where(sense == pulp.LpConstraintGE, np.inf, rhs)
        integer = np.array([v.cat == pulp.LpInteger for v in columns], dtype=bool)
        kinds = np.where(integer, int(highspy.HighsVarType.kInteger), 0).astype(np.int32)
        self._low, self._high = low, high
        self._highs.passModel(
            len(columns), len(rows), int(start[-1]), int(highspy.MatrixFormat.kRowwise),
            int(highspy.ObjSense.kMinimize), 0.0, cost, low, high, self.row_low, self.row_high, start[:-1], index,
            value, kinds,
        )  # fmt: skip

    def _begin(self, basis: Basis) -> None:
        """Start from the end of another run, matched by the names of columns and rows."""
        at_low, basic = highspy.HighsBasisStatus.kLower, highspy.HighsBasisStatus.kBasic
        started = highspy.HighsBasis()
        started.col_status = [basis.get(v.name, at_low) for v in self._columns]
        started.row_status = [basis.get(row.name, basic) for row in self._rows]
        started.valid = True
        self._highs.setBasis(started)

    @property
    def basis(self) -> Basis:
        """Where the last run ended."""
        ended = self._highs.getBasis()
        names = [v.name for v in self._columns] + [row.name for row in self._rows]
        return dict(zip(names, [*ended.col_status, *ended.row_status], strict=True))

    def forget(self) -> None:
        """Start the next run anew: the end of a run with quite other costs is a bad place to begin."""
        self._highs.clearSolver()

    def set_costs(self, cost: Numbers) -> None:
        """Other costs (columns,)."""
        changed = np.flatnonzero(cost != self._cost).astype(np.int32)
        self._highs.changeColsCost(len(changed), changed, cost[changed])
        self._cost = cost.copy()

    @property
    def costs(self) -> Numbers:
        """(columns,) as they stand."""
        return self._cost

    @property
    def column_bounds(self) -> tuple[Numbers, Numbers]:
        """Least and most of each column as stated."""
        return self._low, self._high

    def set_columns(self, columns: Index, low: Numbers, high: Numbers) -> None:
        """Other bounds of some columns, until they are set back to `column_bounds`."""
        self._highs.changeColsBounds(len(columns), columns.astype(np.int32), low, high)

    def set_row(self, row: int, low: float, high: float) -> None:
        """Other bounds of a row."""
        self._highs.changeRowBounds(row, low, high)
        self.row_low[row], self.row_high[row] = low, high

    def suggest(self, columns: Index, values: Numbers) -> None:
        """The whole numbers of a known plan, to start a search from."""
        self._highs.setSolution(len(columns), columns.astype(np.int32), values)

    def run(self) -> SolverResult:
        """Solve the linear program as it stands.

        Raises:
            SolverError: when HiGHS ends in a way that says nothing about the model.
        """
        status = self._run()
        solution, info = self._highs.getSolution(), self._highs.getInfo()
        if not solution.value_valid or status is Status.INFEASIBLE:
            return no_solution(status, len(self._columns), len(self._rows))
        objective = float(info.objective_function_value)
        return SolverResult(
            status, _numbers(solution.col_value), _numbers(solution.row_dual), _numbers(solution.col_dual), objective,
            objective,
        )  # fmt: skip

    def search(self, seconds: float, gap: float = GOOD_ENOUGH, *, nodes: int | None = None) -> SolverResult:
        """Search over whole numbers until the gap (a share of the objective) is proven or the time is up.

        Args:
            nodes: branches after which it ends too, `WITHIN_GAP`; unlike the time they are the same in every run.

        Raises:
            SolverError: as `run`.
        """
        self._highs.setOptionValue("mip_rel_gap", gap)
        self._highs.setOptionValue("mip_max_nodes", highspy.kHighsIInf if nodes is None else nodes)
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + seconds)
        status = self._run()
        info = self._highs.getInfo()
        if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return no_solution(status, len(self._columns), len(self._rows), float(info.mip_dual_bound))
        values = _numbers(self._highs.getSolution().col_value)
        return SolverResult(
            status, values, np.zeros(len(self._rows)), np.zeros(len(values)), float(info.objective_function_value),
            float(info.mip_dual_bound),
        )  # fmt: skip

    def detect_symmetry(self) -> None:
        """Have a search find out which columns can be exchanged; it pays where many accounts are alike."""
        self._highs.setOptionValue("mip_detect_symmetry", True)

    def conflict(self) -> tuple[list[int], list[int]]:
        """Rows and columns of an irreducible set that cannot all hold; both empty where HiGHS finds none."""
        self._highs.setOptionValue("iis_strategy", 2)
        _, found = self._highs.getIis()
        return list(found.row_index_), list(found.col_index_)

    def _run(self) -> Status:
        self._highs.run()
        if self._highs.getModelStatus() == highspy.HighsModelStatus.kNotset:
            self._highs.resetGlobalScheduler(True)  # somebody else in this process ran HiGHS on other threads
            self._highs.run()
        status = _STATUS.get(self._highs.getModelStatus())
        if status is None:
            raise SolverError(f"the solver stopped with {self._highs.getModelStatus()}")
        return status


def _options(whole: bool, columns: int) -> dict[str, Any]:
    options: dict[str, Any] = {
        "output_flag": False,
        "threads": 1,
        "presolve": "off",  # models are stated without what cannot enter; looking for more takes longer than it saves
        "primal_feasibility_tolerance": 1e-9,
        "dual_feasibility_tolerance": 1e-9,
    }
    if whole:  # a third of a short search, and they find nothing in these models
        return options | {"mip_heuristic_run_feasibility_jump": False, "mip_detect_symmetry": False}
    return options | {
        "simplex_dual_edge_weight_strategy": DEVEX,
        "dual_simplex_cost_perturbation_multiplier": float(columns > MANY_COLUMNS),
    }


def _bound(value: float | None, none: float) -> float:
    return none if value is None else float(value)


def _numbers(values: Sequence[float]) -> Numbers:
    return np.fromiter(values, dtype=float, count=len(values))


def no_solution(status: Status, columns: int, rows: int, bound: float = np.inf) -> SolverResult:
    return SolverResult(status, np.full(columns, np.nan), np.zeros(rows), np.zeros(columns), np.inf, bound)


@cache
def solver_name() -> str:
    """Name and version of the planner's own solver."""
    return f"HiGHS {highspy.Highs().version()}"  # type: ignore[no-untyped-call]
