"""What hours bring: value added by account and group, each in its own unit.

n accounts, G groups (`GROUPS`). Value is expected margin a year for the groups in money, points for the others, as in
`Problem.worth`. An hour counts for every group that its account serves, as strongly as it serves it. What is only a
guess counts for the first `guess_hours` of an account's hours; the money that it brings counts in full.
"""

from __future__ import annotations

import numpy as np

from planner.allocation import balance
from planner.allocation.allocation import Allocation
from planner.allocation.objective import units
from planner.allocation.pieces import guess_ends
from planner.allocation.problem import Problem, sum_by_group
from planner.allocation.solution import added_by_account
from planner.arrays import Numbers
from planner.explanation.gains import Gain
from planner.goods import YOU
from planner.valuation.response.curves import Curves


def reach(curves: Curves, hours: Numbers) -> Numbers:
    """(n,) share of value reached by hours that a plan may give, by the curve that was solved; without its hull."""
    inside = np.minimum(hours, curves.maximum)
    return curves.reached(np.arange(len(inside)), inside, exact=True)


def added(problem: Problem, hours: Numbers) -> Numbers:
    """(n, G) value that the hours add over giving none, by the curve that was solved.

    Hours beyond what a plan may give an account (today's may be) go on along its true curve.
    """
    within = np.minimum(hours, problem.curves.maximum)
    return added_by_account(problem, within, exact=True) + gain_of(problem, within, hours - within)


def gain_of(problem: Problem, hours: Numbers, extra: Numbers | float) -> Numbers:
    """(n, G) value that `extra` hours on top of `hours` add on each account alone, along its true curve.

    As if the account's maximum allowed it: what a person who adds the hours will see.
    """
    ends, curves = guess_ends(problem), problem.curves
    told, sure = sum_by_group(problem.worth), sum_by_group(problem.worth_of_facts)
    start, stop = curves.at(np.minimum(hours, ends)), curves.at(np.minimum(hours + extra, ends))
    late = (curves.at(hours + extra) - stop) - (curves.at(hours) - start)
    return np.asarray(told * (stop - start)[:, np.newaxis] + sure * late[:, np.newaxis])


def difference(problem: Problem, after: Numbers, before: Numbers) -> Gain:
    """What (n,) hours bring more than others."""
    return Gain((added(problem, after) - added(problem, before)).sum(axis=0), problem.in_money)


def money_by_account(problem: Problem, hours: Numbers) -> Numbers:
    """(n,) margin to expect in a year with these hours, with what comes without any; NaN without money."""
    if not problem.in_money:
        return np.full(problem.size, np.nan)
    stays = sum_by_group(problem.worth)[:, YOU] * problem.curves.low
    return np.asarray(stays + added(problem, hours)[:, YOU])


def money(problem: Problem, hours: Numbers) -> float:
    """All of the margin to expect in a year with these hours."""
    return float(money_by_account(problem, hours).sum())


def floors(problem: Problem, allocation: Allocation) -> Numbers:
    """(pools, G) hours that have to count for each group: of the firm, or of each person who keeps a balance."""
    pools = allocation.usable_by_person
    return balance.floors(problem, np.array([allocation.usable]) if pools is None else pools)


def objective(problem: Problem, ideal: Numbers, gained: Numbers, short: Numbers, used: float) -> float:
    """Weighted attainment less the price of the hours short of the balance and the cost of the hours used.

    Args:
        gained, short: (G,) value added, and hours short of the balance.
    """
    unit = units(problem, ideal)
    cost = problem.hour_cost * float(unit[YOU]) * used if problem.in_money else 0.0
    return float(unit @ gained) - problem.balance_weight * float(short.sum()) / problem.total_hours - cost
