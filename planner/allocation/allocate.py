"""From a problem to an allocation: the linear program, whole blocks and steps on top of it, and the proof."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from planner.allocation.allocation import Allocation, Proof
from planner.allocation.analysis.infeasibility import contradiction
from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.constraints.setting_locations import SettingLocations
from planner.allocation.integer.chords import room_above_chords
from planner.allocation.integer.points_model import IntegerModel, choices, needed
from planner.allocation.integer.search import IntegerSearch, IntegerSolution, rounded, solution_of
from planner.allocation.model import Model
from planner.allocation.objective import scale_of, units
from planner.allocation.pieces import segments
from planner.allocation.pricing import LpSolution
from planner.allocation.problem import Problem
from planner.allocation.restricted_master import NoPlanAtAllError
from planner.allocation.solution import added, by_good, counts, largest_violation, shortages
from planner.allocation.solvers.highs import solver_name
from planner.allocation.solvers.other import OtherSolver, is_other
from planner.arrays import Index, Numbers
from planner.goods import GROUPS, YOU
from planner.settings import Settings
from planner.vocabulary import Status

__all__ = ["ColumnGeneration", "allocate", "write_lp"]


@dataclass(frozen=True, eq=False)
class _Found:
    """A plan of the problem in its fixed order: (n, m) hours, the status, and the bound in average hours."""

    lp: LpSolution
    model: Model
    values: Numbers
    spent: Numbers
    status: Status
    bound: float
    prices: LpSolution


def allocate(
    problem: Problem,
    settings: Settings,
    columns: ColumnGeneration | None = None,
    locations: SettingLocations | None = None,
    ideal: Numbers | None = None,
    pause: Callable[[], None] = lambda: None,
) -> Allocation:
    """The best split of the hours.

    Args:
        columns: kept from an earlier solve of the same list; the result is the same without it.
        locations: where the user wrote what the problem demands, for naming it when it contradicts itself.
        ideal: (3,) ideals to measure against, of a base list; the problem's own when None.
        pause: called before each search for whole blocks; what it raises ends the work there.

    Raises:
        SettingError: when `settings.solver` is not to be found.
        Contradiction: when the user's own locks, minimums, limits and capacities cannot all hold.
        SolverFault: when the solver finds no plan and nothing contradicts itself.
    """
    started = time.perf_counter()
    order = fixed_order(problem)
    other = OtherSolver(settings.solver, settings.time_limit) if is_other(settings.solver) else None
    columns = ColumnGeneration(other) if columns is None or other is not None else columns
    try:
        found = _solve(problem.only(order), columns, settings.time_limit, ideal, pause)
    except NoPlanAtAllError:
        raise contradiction(problem, locations) from None
    measured = columns.ideal(problem.only(order)) if ideal is None else ideal
    return _allocation(problem, found, measured, order, other.name if other else solver_name(), started)


def fixed_order(problem: Problem) -> Index:
    """(n,) positions of the accounts by name, so that a list in another order gives the same plan."""
    return np.argsort(np.asarray(problem.names).astype(str), kind="stable")


def _solve(
    problem: Problem, columns: ColumnGeneration, seconds: float, ideal: Numbers | None, pause: Callable[[], None]
) -> _Found:
    lp = columns.solve(problem, ideal)
    if not needed(problem):
        spent = rounded(problem, lp.model.spent(lp.result.values))
        return _Found(lp, lp.model, lp.result.values, spent, Status.OPTIMAL, lp.value, lp)
    pause()
    if columns.other is not None:
        found = _searched_by(columns.other, lp)
    else:
        found = IntegerSearch(lp, columns.hull(lp), seconds, pause).best()
    columns.priced = found.hull or lp
    bound = found.bound + room_above_chords(problem, lp.objective)
    return _Found(lp, found.model, found.result.values, found.spent, found.status, bound, found.hull or lp)


def _searched_by(other: OtherSolver, lp: LpSolution) -> IntegerSolution:
    """The plan in whole blocks by another solver: every point stated, the linear program as the bound."""
    problem = lp.model.problem
    everything = choices(problem, np.flatnonzero(np.maximum(problem.maximum, problem.minimum) > 0))
    model = IntegerModel(problem, everything, lp.model.usable, forced=lp.model.forced)
    model.minimise(model.costs(lp.objective))
    result = other.solve(model.lp, model.columns)
    if not result.found:
        raise NoPlanAtAllError
    return solution_of(model, result, lp.objective, max(lp.value, -result.objective))


def _allocation(
    problem: Problem, found: _Found, ideal: Numbers, order: Index, solver: str, started: float
) -> Allocation:
    """The plan as the planner's own arithmetic sees it, with its proof."""
    spent = np.zeros_like(found.spent)
    spent[order] = found.spent
    hours, scale = spent.sum(axis=1), scale_of(problem)
    gained = added(problem, hours, exact=True)
    usable = found.model.usable
    short = _short(found) if problem.per_person else shortages(problem, hours, usable)
    unit = units(problem, ideal)
    cost = problem.hour_cost * unit[YOU] if problem.in_money else 0.0
    objective = float(unit @ gained - cost * hours.sum() - problem.balance_weight * short.sum() / scale)
    bound = max(found.bound / scale, objective)
    account, person = np.nonzero(spent)
    return Allocation(
        hours=hours,
        by_person=dict(
            zip(zip(account.tolist(), person.tolist(), strict=True), spent[account, person].tolist(), strict=True)
        ),
        counts=counts(problem, hours),
        by_good=by_good(problem, hours),
        ideal=ideal,
        added=gained,
        short=short,
        usable=float(usable.sum()),
        proof=Proof(
            status=found.status,
            solver=solver,
            objective=objective,
            bound=bound,
            gap=(bound - objective) / max(abs(bound), 1e-9),
            largest_violation=largest_violation(problem, spent),
            largest_reduced_cost=found.lp.largest_reduced_cost / scale,
            seconds=time.perf_counter() - started,
        ),
        price=_prices(found.prices, scale),
        usable_by_person=usable if problem.per_person else None,
    )


def _short(found: _Found) -> Numbers:
    """(3,) hours by which people's own balances miss their floors, together."""
    short = np.zeros(len(GROUPS))
    for (_, group), column in found.model.short.items():
        short[group] += max(0.0, float(found.values[column]))
    return np.where(short > 1e-6, short, 0.0)


def _prices(solution: LpSolution, scale: float) -> dict[str, float]:
    """Objective per unit of each row's right-hand side, of the rows that have a price."""
    duals = solution.result.row_dual
    return {name: -float(duals[row]) / scale for name, row in solution.model.row_at.items() if abs(duals[row]) > 1e-12}


def write_lp(problem: Problem, path: Path) -> None:
    """Write the whole model of a problem as an `.lp` file that HiGHS, CBC and other solvers can read.

    It is the very problem that decides the plan, in whole blocks and steps where these are asked for. Its objective
    is the plan's, negated and times all hours.

    Raises:
        NoPlanAtAllError: when there is no plan.
    """
    problem = problem.only(fixed_order(problem))
    lp = ColumnGeneration().solve(problem)
    if needed(problem):
        everything = choices(problem, np.flatnonzero(np.maximum(problem.maximum, problem.minimum) > 0))
        model: Model = IntegerModel(problem, everything, lp.model.usable, forced=lp.model.forced)
    else:
        model = Model(problem, segments(problem), lp.model.usable, forced=lp.model.forced)
    model.minimise(model.costs(lp.objective))
    model.write(path)
