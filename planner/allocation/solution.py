"""What a given split of the hours is worth, what it counts for, and how far it breaks any row.

Computed from the problem alone, not from a solver's own account of itself.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.balance import floors
from planner.allocation.constraints.limits import LeastMoney
from planner.allocation.constraints.user_constraints import user_constraints
from planner.allocation.pieces import counts_per_hour, guess_ends
from planner.allocation.problem import Problem, strongest_by_group, sum_by_group
from planner.arrays import Numbers
from planner.goods import GROUP_INDEX


def added(problem: Problem, hours: Numbers, *, exact: bool = False) -> Numbers:
    """(3,) what each group gains over giving no hours, along the envelope or the true curve between its knots."""
    return np.asarray(added_by_account(problem, hours, exact=exact).sum(axis=0))


def added_by_account(problem: Problem, hours: Numbers, *, exact: bool = False) -> Numbers:
    """(n, 3) the same by account; hours past `guess_hours` bring what is more than a guess."""
    curves, mine = problem.curves, np.flatnonzero(hours > 0)
    start = curves.share[mine, 0]
    rise = curves.reached(mine, hours[mine], exact=exact) - start
    before = curves.reached(mine, np.minimum(hours[mine], guess_ends(problem)[mine]), exact=exact) - start
    gained = np.zeros((problem.size, sum_by_group(problem.worth).shape[1]))
    full, sure = sum_by_group(problem.worth)[mine], sum_by_group(problem.worth_of_facts)[mine]
    gained[mine] = full * before[:, None] + sure * (rise - before)[:, None]
    return gained


def shares(problem: Problem, hours: Numbers, *, exact: bool = False) -> Numbers:
    """(n,) share of its value that each account reaches, on the piecewise-linear curve."""
    return problem.curves.reached(np.arange(problem.size), hours, exact=exact)


def counts(problem: Problem, hours: Numbers) -> Numbers:
    """(n, 3) hours that count for each group; an hour counts for every group that its account serves."""
    near, far = counts_per_hour(problem)
    before = np.minimum(hours, guess_ends(problem))
    return np.asarray(near * before[:, None] + far * (hours - before)[:, None])


def by_good(problem: Problem, hours: Numbers) -> Numbers:
    """(n, 5) hours that count for each good: those of its group, in part where another good of it is stronger."""
    strongest = strongest_by_group(problem.strength)[:, GROUP_INDEX]
    part = np.divide(problem.strength, strongest, out=np.zeros_like(problem.strength), where=strongest > 0)
    return np.asarray(part * counts(problem, hours)[:, GROUP_INDEX])


def shortages(problem: Problem, hours: Numbers, usable: Numbers) -> Numbers:
    """(3,) hours by which groups miss their floors, where the balance is the firm's."""
    missed = np.maximum(floors(problem, usable)[0] - counts(problem, hours).sum(axis=0), 0.0)
    return np.where(missed > EXACT, missed, 0.0)


def largest_violation(problem: Problem, spent: Numbers) -> float:
    """Of any capacity, bound or limit of the problem by (n, m) hours, in hours (money as a share of its floor)."""
    hours = spent.sum(axis=1)
    missed = [float((hours - np.maximum(problem.maximum, problem.minimum)).max(initial=0.0))]
    missed.append(float(np.where(problem.eligible, 0.0, spent).max(initial=0.0)))
    for constraint in user_constraints(problem):
        size = max(1.0, constraint.value) if isinstance(constraint, LeastMoney) else 1.0
        missed.append(constraint.missed(problem, spent) / size)
    return max(0.0, *missed)


EXACT = 1e-6
"""Hours of shortage read as none."""
