"""The whole model, solved by any solver that PuLP finds: stated in PuLP, one stage after the other, nothing priced.

Slower than the kernel and without its tie-break: among plans of one value the solver's own choice stands. There are
no duals, so that nothing is said about prices. CBC's answers come with eight digits, hence the wider tolerances.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from planner.allocation.build_problem import group_worth
from planner.allocation.claims import Claims
from planner.allocation.engine import Solved
from planner.allocation.kernel import NoPlanAtAllError, Relaxed, cannot_stand, weigh
from planner.allocation.model import Aim, Model
from planner.allocation.problem import Numbers, Problem
from planner.allocation.statement import Statement
from planner.allocation.whole import GOOD_ENOUGH, Whole
from planner.allocation.whole_model import WholeModel, needed
from planner.errors import SettingError
from planner.vocabulary import Status

OURS = "highs"
CBC = ("COIN_CMD", "PULP_CBC_CMD", "CBC")
SLACK = 1e-5
"""Hours by which the deviation may pass its least value in the second stage."""
EMPTY = 1e-9


def is_other(name: str) -> bool:
    """Whether a solver is another than the planner's own HiGHS."""
    return name.strip().lower() != OURS


def _quietly(call: Callable[[], Any]) -> Any:
    """PuLP warns of its own old solvers while it looks for them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return call()


def solvers_found() -> tuple[str, ...]:
    """Names of the solvers that can be used on this machine."""
    import pulp

    found = _quietly(lambda: pulp.listSolvers(onlyAvailable=True))
    others = [name for name in found if name not in (*CBC, "HiGHS")]
    cbc = ["COIN_CMD"] if _quietly(lambda: _cbc(1.0).available()) else []
    return ("HiGHS", *cbc, *others)


def _cbc(seconds: float) -> Any:
    from pulp.apis.coin_api import COIN_CMD, pulp_cbc_path

    return COIN_CMD(path=pulp_cbc_path, msg=False, timeLimit=seconds, gapRel=GOOD_ENOUGH)


@dataclass(frozen=True, eq=False)
class OtherSolver:
    """One of PuLP's solvers by name."""

    name: str
    seconds: float

    def __post_init__(self) -> None:
        found = solvers_found()
        if self._plain not in found:
            raise SettingError(f"The solver “{self.name}” is not to be found here; there are {', '.join(found)}.")

    @property
    def _plain(self) -> str:
        """The name as PuLP spells it."""
        import pulp

        if self.name.strip().upper() in CBC:
            return CBC[0]
        return next((n for n in pulp.listSolvers() if n.lower() == self.name.strip().lower()), self.name)

    def solve(self, statement: Statement, cost: Numbers) -> Numbers | None:
        """Values of the columns at the least cost; None where there is no solution.

        Raises:
            SettingError: when the solver itself fails.
        """
        import pulp

        if _contradicts(statement):
            return None
        stated = statement.as_pulp()
        by_name = {var.name: var for var in stated.variables()}
        terms = {
            by_name[v.name]: float(c) for v, c in zip(statement.columns, cost, strict=True) if c and v.name in by_name
        }
        stated.setObjective(pulp.LpAffineExpression(terms))
        try:
            _quietly(lambda: stated.solve(self._made()))
        except pulp.PulpSolverError as error:
            raise SettingError(f"The solver {self._plain} stopped: {error}.") from None
        if stated.sol_status not in (pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible):
            return None
        values = [by_name[v.name].varValue if v.name in by_name else None for v in statement.columns]
        return np.array([low if x is None else x for x, low in zip(values, statement.low, strict=True)])

    def _made(self) -> Any:
        import pulp

        if self._plain == CBC[0]:
            return _cbc(self.seconds)
        return pulp.getSolver(self._plain, msg=False, timeLimit=self.seconds)


def _contradicts(statement: Statement) -> bool:
    """Whether a row without columns cannot hold; PuLP leaves such rows out."""
    rows = range(len(statement.row_low))
    empty = [r for r in rows if statement.start[r] == statement.start[r + 1]]
    return any(statement.row_low[r] > EMPTY or statement.row_high[r] < -EMPTY for r in empty)


def solve_with(solver: OtherSolver, problem: Problem, ideal: Numbers | None = None) -> tuple[Relaxed, Whole]:
    """The linear program and the plan in whole blocks, as the kernel gives them but for the duals.

    Raises:
        NoPlanAtAllError: when no plan keeps all locks, minimums, limits and capacities.
    """
    if cannot_stand(problem):
        raise NoPlanAtAllError
    claims = Claims.of(problem)
    weighed = weigh(problem, _ideals(solver, problem, claims) if ideal is None else ideal)
    hours = claims.pool_hours()
    if weighed.hour_price > 0:
        hours = _hours_worth_their_cost(solver, problem, claims, Aim(weighed.gain, weighed.hour_price, balanced=False))
    aim = Aim(weighed.gain, weighed.hour_price, balance_hours=hours)
    model = Model(problem, claims, claims.depths(), aim)
    values, deviation = _lexicographic(solver, model)
    value = -float(np.array(model.cost) @ values) / weighed.scale
    nothing = np.zeros(len(model.row_low))
    solved = Solved(Status.OPTIMAL, values, nothing, np.zeros(len(values)), -value, -value)
    relaxed = Relaxed(model, solved, weighed, deviation, hours, value, 0.0)
    if not needed(problem):
        return relaxed, Whole(model, values, value, value, Status.OPTIMAL)
    whole = WholeModel(problem, claims, claims.depths(), Aim(weighed.gain, weighed.hour_price, True, hours, whole=True))
    found, missed = _lexicographic(solver, whole)
    bound = value if missed <= deviation + SLACK else _at(solver, model, missed, weighed.scale)
    reached = -float(np.array(whole.cost) @ found) / weighed.scale
    return relaxed, Whole(whole, found, reached, max(bound, reached), Status.WITHIN_GAP)


def _lexicographic(solver: OtherSolver, model: Model) -> tuple[Numbers, float]:
    """Values at the least deviation, and the deviation."""
    cost = np.zeros(len(model.columns))
    cost[[var.index for var in model.deviation_terms]] = 1.0
    least = solver.solve(model, cost)
    if least is None:
        raise NoPlanAtAllError
    deviation = max(0.0, float(cost @ least))
    model.row_high[model.row_number["deviation"]] = deviation + SLACK
    best = solver.solve(model, np.array(model.cost))
    return (least if best is None else best), deviation


def _at(solver: OtherSolver, model: Model, deviation: float, scale: float) -> float:
    """Value of the linear program at a larger deviation: a bound for plans in whole blocks at that deviation."""
    model.row_high[model.row_number["deviation"]] = deviation + SLACK
    values = solver.solve(model, np.array(model.cost))
    return np.inf if values is None else -float(np.array(model.cost) @ values) / scale


def _ideals(solver: OtherSolver, problem: Problem, claims: Claims) -> Numbers:
    """(3,) the most each group could add with all hours."""
    worth = group_worth(problem)
    return np.array([_most(solver, problem, claims, worth[:, g]) for g in range(worth.shape[1])])


def _most(solver: OtherSolver, problem: Problem, claims: Claims, worth: Numbers) -> float:
    if not worth.any():
        return 0.0
    unit = 1.0 / float(worth.max())
    model = Model(problem, claims, claims.depths(), Aim(worth * unit, balanced=False))
    values = solver.solve(model, np.array(model.cost))
    if values is None:
        raise NoPlanAtAllError
    return -float(np.array(model.cost) @ values) / unit


def _hours_worth_their_cost(solver: OtherSolver, problem: Problem, claims: Claims, aim: Aim) -> Numbers:
    """(pools,) hours that are worth their cost when no balance is asked for."""
    model = Model(problem, claims, claims.depths(), aim)
    values = solver.solve(model, np.array(model.cost))
    if values is None:
        raise NoPlanAtAllError
    hours = np.zeros(len(claims.pools))
    for (_, p), var in model.spent.items():
        hours[p if problem.per_person else 0] += values[var.index]
    return hours
