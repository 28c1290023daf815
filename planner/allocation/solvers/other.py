"""Any other solver that PuLP finds, by name: the same problem, stated whole; slower, and without prices."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pulp

from planner.allocation.solvers.highs import GOOD_ENOUGH, SolverResult, no_solution
from planner.errors import SettingError
from planner.vocabulary import Status

OURS = "highs"
CBC = ("COIN_CMD", "PULP_CBC_CMD", "CBC")


def is_other(name: str) -> bool:
    """Whether a solver is another than the planner's own HiGHS."""
    return name.strip().lower() != OURS


class OtherSolver:
    """One of PuLP's solvers by name. It starts anew at each solve and gives no duals that could be relied on."""

    def __init__(self, name: str, seconds: float) -> None:
        """Raises SettingError when there is no such solver on this machine."""
        self.name, self.seconds = name, seconds
        self._plain = _spelled(name)
        found = solvers_found()
        if self._plain not in found:
            raise SettingError(f"The solver “{name}” is not to be found here; there are {', '.join(found)}.")

    def solve(self, lp: pulp.LpProblem, columns: Sequence[pulp.LpVariable]) -> SolverResult:
        """The problem as it is stated.

        Raises:
            SettingError: when the solver itself fails.
        """
        rows = list(lp.constraints())
        if any(_contradicts(row) for row in rows):
            return no_solution(Status.INFEASIBLE, len(columns), len(rows))
        try:
            _quietly(lambda: lp.solve(self._made()))
        except pulp.PulpSolverError as error:
            raise SettingError(f"The solver {self._plain} stopped: {error}.") from None
        if lp.sol_status not in (pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible):
            return no_solution(Status.INFEASIBLE, len(columns), len(rows))
        status = Status.OPTIMAL if lp.sol_status == pulp.LpSolutionOptimal else Status.TIME_LIMIT
        values = np.array([v.lowBound or 0.0 if v.varValue is None else v.varValue for v in columns], dtype=float)
        objective = float(pulp.value(lp.objective) or 0.0)
        return SolverResult(status, values, np.zeros(len(rows)), np.zeros(len(columns)), objective, objective)

    def _made(self) -> Any:
        if self._plain == CBC[0]:
            return _cbc(self.seconds)
        return pulp.getSolver(self._plain, msg=False, timeLimit=self.seconds)


def solvers_found() -> tuple[str, ...]:
    """Names of the solvers that can be used on this machine."""
    found = _quietly(lambda: pulp.listSolvers(onlyAvailable=True))
    others = [name for name in found if name not in (*CBC, "HiGHS")]
    cbc = ["COIN_CMD"] if _quietly(lambda: _cbc(1.0).available()) else []
    return ("HiGHS", *cbc, *others)


def _spelled(name: str) -> str:
    """The name as PuLP spells it."""
    if name.strip().upper() in CBC:
        return CBC[0]
    return next((n for n in pulp.listSolvers() if n.lower() == name.strip().lower()), name)


def _cbc(seconds: float) -> Any:
    from pulp.apis.coin_api import COIN_CMD, pulp_cbc_path

    return COIN_CMD(path=pulp_cbc_path, msg=False, timeLimit=seconds, gapRel=GOOD_ENOUGH)


def _quietly(call: Callable[[], Any]) -> Any:
    """PuLP warns of its own old solvers while it looks for them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return call()


def _contradicts(row: pulp.LpConstraint) -> bool:
    """Whether a row without columns cannot hold; solvers that read a file never see such rows."""
    if len(row):
        return False
    rhs = -row.constant
    return bool((rhs > 1e-9 and row.sense >= 0) or (rhs < -1e-9 and row.sense <= 0))
