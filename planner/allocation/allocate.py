"""From a problem to an allocation: the linear program, whole blocks and steps on top of it, and the proof."""

from __future__ import annotations

import time
from pathlib import Path

from planner.allocation.conflicts import contradiction
from planner.allocation.engine import solver_name
from planner.allocation.kernel import Kernel, NoPlanAtAllError, Relaxed
from planner.allocation.measure import CLOSED, EXACT, added, bands, credit_by_good, largest_violation, split_of
from planner.allocation.model import Model
from planner.allocation.origins import Origins
from planner.allocation.problem import Allocation, Numbers, Problem, Proof
from planner.allocation.whole import Whole, in_whole_blocks
from planner.allocation.whole_model import needed
from planner.schema import Status
from planner.settings import Settings

__all__ = ["Kernel", "allocate", "write_lp"]


def allocate(
    problem: Problem,
    settings: Settings,
    kernel: Kernel | None = None,
    origins: Origins | None = None,
    ideal: Numbers | None = None,
) -> Allocation:
    """The best split of the hours.

    Args:
        kernel: kept from an earlier solve of the same list; the result is the same without it.
        origins: where the user wrote what the problem demands, for naming it when it contradicts itself.
        ideal: (3,) ideals to measure against, of a base list; the problem's own when None.

    Raises:
        Contradiction: when the user's own locks, minimums, limits and capacities cannot all hold.
    """
    started = time.perf_counter()
    try:
        relaxed = (kernel or Kernel()).relax(problem, ideal)
        plan = Whole(relaxed.model, relaxed.solved.values, relaxed.value, relaxed.value, Status.OPTIMAL)
        if needed(problem):
            plan = in_whole_blocks(relaxed, settings.time_limit)
    except NoPlanAtAllError:
        raise contradiction(problem, origins) from None
    return _allocation(relaxed, plan, started)


def _allocation(relaxed: Relaxed, plan: Whole, started: float) -> Allocation:
    """The plan as the planner's own arithmetic sees it, with its proof."""
    model, values = plan.model, plan.values
    problem, weighed = model.problem, relaxed.weighed
    split = split_of(model, values)
    gained = added(problem, split.hours, exact=True)
    none = CLOSED if needed(problem) else EXACT
    missed = bands(model.claims, split.credit, relaxed.balance_hours, none)
    objective = float(weighed.unit @ gained - weighed.hour_price / weighed.scale * split.hours.sum())
    duals = relaxed.solved.row_dual
    return Allocation(
        hours=split.hours,
        by_person=split.by_person,
        credit=credit_by_good(model.claims, split.credit),
        ideal=weighed.ideal,
        added=gained,
        under=missed.under,
        over=missed.over,
        excess=missed.excess,
        proof=Proof(
            status=plan.status,
            solver=solver_name(),
            objective=objective,
            bound=plan.bound,
            gap=max(0.0, plan.bound - objective) / max(abs(plan.bound), 1e-9),
            largest_violation=largest_violation(relaxed, split),
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


def write_lp(problem: Problem, path: Path) -> None:
    """Write the whole linear program of a problem as an `.lp` file that PuLP and other solvers can read."""
    kernel = Kernel()
    relaxed = kernel.relax(problem)
    model = Model(problem, relaxed.model.claims, relaxed.model.claims.depths(), relaxed.model.aim)
    model.write(path)
