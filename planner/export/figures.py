"""Figures of a plan that several exports show: shares, money and hours by group, person and relationship.

Hours are of the planning period; money is expected over a year, after serving the accounts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from planner.allocation.build_problem import group_worth
from planner.explanation.measure import YOU, reach
from planner.goods import GROUP_INDEX, GROUPS

if TYPE_CHECKING:
    from planner.result import Plan

Numbers = NDArray[np.float64]

_MEMBERS = tuple([k for k, g in enumerate(GROUP_INDEX) if g == j] for j in range(len(GROUPS)))


def group_hours(plan: Plan) -> Numbers:
    """Shape (n, 3): hours of each account that count for each group."""
    return _by_group(plan.allocation.by_good)


def achieved(plan: Plan) -> Numbers:
    """Shape (3,): share of all hours that the plan gives to each group."""
    return np.asarray(group_hours(plan).sum(axis=0) / max(plan.team.hours, 1e-12))


def credit_shares(plan: Plan) -> Numbers:
    """Shape (n, 3): share of the account's own hours for each group; NaN where it gets none."""
    hours = plan.allocation.hours[:, None]
    none = np.full((plan.roster.size, len(GROUPS)), np.nan)
    return np.asarray(np.divide(group_hours(plan), hours, out=none, where=hours > 0))


def leaning(plan: Plan) -> Numbers:
    """Shape (n, 3): how an hour on the account counts, also where none is planned (then as its goods weigh)."""
    strength = np.asarray(np.nan_to_num(plan.problem.strength))
    groups = np.stack([strength[:, members].max(axis=1) for members in _MEMBERS], axis=1)
    total = groups.sum(axis=1, keepdims=True)
    weighed = np.divide(groups, total, out=np.zeros_like(groups), where=total > 0)
    shares = credit_shares(plan)
    return np.asarray(np.where(np.isnan(shares), weighed, shares))


def used_by_person(plan: Plan) -> Numbers:
    """Shape (m,): planned hours of each person."""
    used = np.zeros(len(plan.team.people))
    for (_, person), hours in plan.allocation.by_person.items():
        used[person] += hours
    return used


def hours_by_person(plan: Plan) -> list[dict[int, float]]:
    """For each account the hours of each person that spends any on it."""
    split: list[dict[int, float]] = [{} for _ in range(plan.roster.size)]
    for (account, person), hours in sorted(plan.allocation.by_person.items()):
        split[account][person] = hours
    return split


def money_of_accounts(plan: Plan) -> Numbers:
    """Shape (n,): money expected of each account over a year at its planned hours; NaN without money."""
    if not plan.values.in_money:
        return np.full(plan.roster.size, np.nan)
    return np.asarray(group_worth(plan.problem)[:, YOU] * reach(plan.problem.curves, plan.allocation.hours))


def money_by_group(plan: Plan) -> Numbers:
    """Shape (3,): the expected money, shared among the groups as each account's hours lean."""
    return np.asarray((money_of_accounts(plan)[:, None] * leaning(plan)).sum(axis=0))


def _by_group(goods: Numbers) -> Numbers:
    """Sum a good axis into a group axis."""
    return np.stack([goods[:, members].sum(axis=1) for members in _MEMBERS], axis=1)
