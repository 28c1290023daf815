"""From a problem to an allocation: the linear program, whole blocks and steps on top of it, and the proof."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from planner.allocation.engine import solver_name
from planner.allocation.infeasibility import contradiction
from planner.allocation.kernel import Kernel, NoPlanAtAllError, Relaxed
from planner.allocation.model import Model
from planner.allocation.other_solver import OtherSolver, is_other, solve_with
from planner.allocation.problem import Allocation, Numbers, Problem, Proof
from planner.allocation.setting_locations import SettingLocations
from planner.allocation.solution import CLOSED, EXACT, added, bands, credit_by_good, largest_violation, split_of
from planner.allocation.whole import DEVIATION_STEP, Whole, in_whole_blocks
from planner.allocation.whole_model import WholeModel, needed
from planner.settings import Settings
from planner.vocabulary import Status

__all__ = ["Kernel", "allocate", "write_lp"]


def allocate(
    problem: Problem,
    settings: Settings,
    kernel: Kernel | None = None,
    locations: SettingLocations | None = None,
    ideal: Numbers | None = None,
    pause: Callable[[], None] = lambda: None,
) -> Allocation:
    """The best split of the hours.

    Args:
        kernel: kept from an earlier solve of the same list; the result is the same without it.
        locations: where the user wrote what the problem demands, for naming it when it contradicts itself.
        ideal: (3,) ideals to measure against, of a base list; the problem's own when None.
        pause: called before whole blocks are searched for; what it raises ends the work there.

    Raises:
        SettingError: when `settings.solver` is not to be found.
        Contradiction: when the user's own locks, minimums, limits and capacities cannot all hold.
        SolverFault: when the solver finds no plan and nothing contradicts itself.
    """
    started = time.perf_counter()
    try:
        if is_other(settings.solver):
            other = OtherSolver(settings.solver, settings.time_limit)
            if kernel is not None:
                kernel.relaxed = None
            return _allocation(*solve_with(other, problem, ideal), started, other.name)
        kernel = kernel or Kernel()
        relaxed = kernel.relax(problem, ideal)
        plan = Whole(relaxed.model, relaxed.solved.values, relaxed.value, relaxed.value, Status.OPTIMAL)
        if needed(problem):
            pause()
            plan = in_whole_blocks(relaxed, settings.time_limit, kernel.stated)
    except NoPlanAtAllError:
        raise contradiction(problem, locations) from None
    return _allocation(relaxed, plan, started, solver_name())


def _allocation(relaxed: Relaxed, plan: Whole, started: float, solver: str) -> Allocation:
    """The plan as the planner's own arithmetic sees it, with its proof."""
    model, values = plan.model, plan.values
    problem, weighed = model.problem, relaxed.weighed
    split = split_of(model, values)
    gained = added(problem, split.hours, exact=True)
    goods = credit_by_good(model.claims, split.credit)
    none = CLOSED if isinstance(model, WholeModel) else EXACT
    missed = bands(model.claims, split.credit, relaxed.balance_hours, none)
    objective = float(weighed.unit @ gained - weighed.hour_price / weighed.scale * split.hours.sum())
    duals = relaxed.solved.row_dual
    return Allocation(
        hours=split.hours,
        by_person=split.by_person,
        credit=goods,
        ideal=weighed.ideal,
        added=gained,
        under=missed.under,
        over=missed.over,
        excess=missed.excess,
        proof=Proof(
            status=plan.status,
            solver=solver,
            objective=objective,
            bound=plan.bound,
            gap=max(0.0, plan.bound - objective) / max(abs(plan.bound), 1e-9),
            largest_violation=largest_violation(relaxed, split, goods),
            largest_reduced_cost=relaxed.left_out,
            seconds=time.perf_counter() - started,
        ),
        price={
            name: -float(duals[row]) / weighed.scale
            for name, row in relaxed.model.row_number.items()
            if abs(duals[row]) > 1e-12
        },
        balance_hours=relaxed.balance_hours,
    )


def write_lp(problem: Problem, path: Path, deviation: float | None = None) -> None:
    """Write the whole model of a problem as an `.lp` file that HiGHS, CBC and other solvers can read.

    It is the last stage that decides the plan: the most value at the least deviation from the balance, in whole
    blocks and steps where the problem asks for them. Its objective is the plan's, negated and times all hours.

    Args:
        deviation: of the plan, where it was made already; else that of the linear program.

    Raises:
        NoPlanAtAllError: when there is no plan.
    """
    relaxed = Kernel().relax(problem)
    claims, aim = relaxed.model.claims, relaxed.model.aim
    kind = WholeModel if needed(problem) else Model
    model = kind(problem, claims, claims.depths(), replace(aim, whole=needed(problem)))
    room = DEVIATION_STEP if needed(problem) else 0.0
    least = relaxed.deviation if deviation is None else max(deviation, relaxed.deviation)
    model.row_high[model.row_number["deviation"]] = least + room
    model.write(path)
