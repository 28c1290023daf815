"""From a target back to hours: the fewest that reach it, and what the balance costs where it cannot be had in full.

`reach_G ≥ a·ideal_G` with the ideal at today's capacity, and the balance on the hours used (not on all there are).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from planner import text
from planner.allocation.analysis.goal_seek import GoalSeek, OnHoursUsed
from planner.allocation.build_problem import money_worth
from planner.allocation.objective import Objective, objective_of
from planner.allocation.solution import added, shares
from planner.arrays import Numbers
from planner.errors import InputError, NoPlan
from planner.explanation.gains import Gain
from planner.goods import GROUP_SPECS, GROUPS, YOU, Group
from planner.result import Plan

REACHED = 1 - 1e-5
NO_HOURS = 0.25


@dataclass(frozen=True, eq=False)
class Fewest:
    """The fewest hours that reach a target.

    Attributes:
        possible: whether the hours there are suffice; otherwise the rest is the nearest that can be had.
        hours: all of them.  by_account: (n,).  attainment: (3,).  money: expected, NaN without money.
        reached: share of every target that is reached.
        deviation: hours by which they miss the balance on the hours used.
    """

    possible: bool
    hours: float
    by_account: Numbers
    attainment: Numbers
    money: float
    reached: float
    deviation: float
    sentence: str


def fewest_hours(plan: Plan, attainment: Mapping[Group, float] | None = None, money: float | None = None) -> Fewest:
    """The fewest hours that reach an attainment of some groups (fractions) or an expected amount of money.

    Raises:
        InputError: when nothing is asked for, or a target is not a share from 0 to 1 or an amount from 0 up.
        NoPlan: when locks and limits leave no plan that comes near it.
    """
    targets = dict(attainment or {})
    _check(plan, targets, money)
    problem, ideal = plan.problem, plan.allocation.ideal
    wanted = np.array([targets.get(group, 0.0) for group in GROUPS]) * ideal
    asked = replace(problem, min_money=money if money is not None else problem.min_money, hour_cost=0.0)
    found = GoalSeek(asked, wanted).fewest()
    if found is None:
        if money is None:
            raise NoPlan("Your locks and limits leave no split of the hours that comes near this target.")
        return _beyond(plan, money)
    return _fewest(plan, found, targets, _wanted(plan, targets, money))


def _check(plan: Plan, targets: Mapping[Group, float], money: float | None) -> None:
    if not targets and money is None:
        raise InputError("Name a share of the most you could reach for a group, or an amount of money.")
    for group, share in targets.items():
        if not 0 <= share <= 1:
            raise InputError(f"{share:g} is not a share of the most you could reach; write 0% to 100%.")
        if share > 0 and plan.allocation.ideal[GROUPS.index(group)] <= 0:
            raise InputError(
                f"Nothing in your list is known to {GROUP_SPECS[group].verb}, so there is nothing to reach."
            )
    if money is not None and (not plan.problem.in_money or not 0 <= money < np.inf):
        raise InputError("Money can only be a target where your list has fees, and as an amount from 0 up.")


def _wanted(plan: Plan, targets: Mapping[Group, float], money: float | None) -> str:
    parts = [
        f"{text.percent(share)} of the most possible for {GROUP_SPECS[group].amount}"
        for group, share in targets.items()
    ]
    if money is not None:
        parts.append(f"{text.about(money, plan.settings.currency)} of expected margin a year")
    return text.listed(parts)


def _fewest(plan: Plan, found: OnHoursUsed, targets: Mapping[Group, float], wanted: str) -> Fewest:
    problem, hours = plan.problem, found.hours
    gained = added(problem, hours, exact=True)
    ideal = plan.allocation.ideal
    total, possible = float(hours.sum()), found.reached >= REACHED
    off = f"; the balance would be missed by {text.hours(found.missed)}" if found.missed >= 0.25 else ""
    verb = text.hours_do(total, "are", "is").rpartition(" ")[2]
    says = f"{text.hours(total)} of {_all_hours(plan)} {verb} enough for {wanted}{off}."
    if total < NO_HOURS:
        says = f"No hours are needed for {wanted}{off}."
    if not possible:
        says = (
            f"{_all_hours(plan, 'do', 'does')} not reach {wanted}: {_nearest(targets, found.reached)} can be had{off}."
        )
        says = f"{says[:1].upper()}{says[1:]}"
    return Fewest(
        possible, total, hours, np.divide(gained, ideal, out=np.full(len(GROUPS), np.nan), where=ideal > 0),
        _money(plan, hours), found.reached, found.missed, says,
    )  # fmt: skip


def _all_hours(plan: Plan, do: str = "", does: str = "") -> str:
    """The hours there are, the user's own or assumed, and what they do: `your 80 h do`."""
    whose = "the" if plan.team.assumed else "your"
    hours = plan.problem.total_hours
    return f"{whose} {text.hours_do(hours, do, does) if do else text.hours(hours)}"


def _nearest(targets: Mapping[Group, float], reached: float) -> str:
    """How near the hours come: the share of the one group asked for, or the part of all that was asked for."""
    if len(targets) == 1:
        return text.percent(reached * next(iter(targets.values())))
    return f"{text.percent(reached)} of each share"


def _money(plan: Plan, hours: Numbers) -> float:
    return (
        float(money_worth(plan.problem) @ shares(plan.problem, hours, exact=True)) if plan.problem.in_money else np.nan
    )


def _beyond(plan: Plan, money: float) -> Fewest:
    """An amount of money that the hours there are cannot bring at any balance: the most that they can."""
    problem = plan.problem
    alone = np.where(np.arange(len(GROUPS)) == YOU, problem.total_hours / max(float(problem.money.sum()), 1e-9), 0.0)
    most = GoalSeek(replace(problem, hour_cost=0.0, min_money=None), np.zeros(len(GROUPS))).most_value(Objective(alone))
    hours = plan.allocation.hours if most is None else most.hours
    best = _money(plan, hours)
    gained = added(problem, hours, exact=True)
    ideal = plan.allocation.ideal
    currency = plan.settings.currency
    says = (
        f"{_all_hours(plan, 'do', 'does')} not bring {text.about(money, currency)} of expected margin a year: "
        "at your balance "
        f"{text.about(best, currency)} can be had."
    )
    says = f"{says[:1].upper()}{says[1:]}"
    attainment = np.divide(gained, ideal, out=np.full(len(GROUPS), np.nan), where=ideal > 0)
    return Fewest(False, float(hours.sum()), hours, attainment, best, best / money, 0.0, says)


@dataclass(frozen=True, eq=False)
class ExactBalance:
    """What it takes to keep the balance in full where the plan is short.

    Attributes:
        hours: that can be used at the balance.  open: that would stay open.  by_account: (n,).
        gain: what it adds more than the plan (less, below 0).
    """

    hours: float
    open: float
    by_account: Numbers
    gain: Gain
    sentence: str


def exact_balance(plan: Plan) -> ExactBalance:
    """The plan of most value that keeps the balance (within its leeway) on the hours it uses, leaving the rest open.

    Raises:
        NoPlan: when locks and minimums alone miss the balance, or only no hours at all keep it.
    """
    problem = plan.problem
    objective = objective_of(problem, plan.allocation.ideal)
    found = GoalSeek(problem, np.zeros(len(GROUPS))).most_value(objective)
    if found is None:
        raise NoPlan("Your locks, minimums and limits by themselves miss the balance, at any number of hours.")
    used = float(found.hours.sum())
    if used < NO_HOURS:
        raise NoPlan("No split of any of your hours keeps the balance in full: too little on the list counts for it.")
    gain = Gain(added(problem, found.hours, exact=True) - plan.allocation.added, problem.in_money)
    left = max(0.0, problem.total_hours - used)
    brings = f"{gain.compared(plan.settings.currency)} than" if gain.matters else "as much as"
    says = (
        f"To keep the balance in full, {text.hours(used)} can be used and {text.hours_do(left, 'stay', 'stays')} open; "
        f"that brings {brings} the plan."
    )
    if plan.allocation.short_hours < 1e-6:
        says = "The plan keeps the balance already, within its leeway."
    return ExactBalance(used, left, found.hours, gain, says)
