"""Figures of a plan that several exports show: shares, money and hours by group, person and what they serve.

Hours are of the planning period; money is expected over a year, margin unless a name says fees.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from planner import text
from planner.allocation.build_problem import worth_at_full_share
from planner.allocation.objective import units
from planner.allocation.problem import strongest_by_group, sum_by_group
from planner.arrays import Numbers
from planner.explanation.measure import money_by_account
from planner.goods import GROUP_SPECS, GROUPS, YOU, Group
from planner.valuation.value import worth_of

if TYPE_CHECKING:
    from planner.result import Plan


APART = 0.02
"""By how much two shares of one group may differ before it wants a word."""
SERVED = 0.5
"""An account serves a group where at least this share of its hours counts for it."""


def reached(plan: Plan) -> Numbers:
    """Shape (G,): share of the planned hours that counts for each group; they may add to more than 1."""
    return np.asarray(plan.allocation.counts.sum(axis=0) / max(float(plan.allocation.hours.sum()), 1e-12))


def counts_per_hour(plan: Plan) -> Numbers:
    """Shape (n, G): how far an hour on the account counts for each group, also where none is planned."""
    groups = strongest_by_group(plan.problem.strength)
    strongest = groups.max(axis=1, keepdims=True)
    first = np.divide(groups, strongest, out=np.zeros_like(groups), where=strongest > 0)
    hours = plan.allocation.hours[:, None]
    return np.asarray(np.divide(plan.allocation.counts, hours, out=first, where=hours > 0))


@dataclass(frozen=True)
class Served:
    """Hours of accounts that serve the same groups; no groups for accounts of which nothing good is known."""

    groups: tuple[Group, ...]
    hours: float

    @property
    def title(self) -> str:
        """`Only you`, `Others and strengths`, `All three`."""
        names = [GROUP_SPECS[group].short for group in self.groups]
        if not names:
            return "Nothing known"
        if len(names) == len(GROUPS):
            return f"All {text.number_word(len(GROUPS))}"
        words = f"only {names[0]}" if len(names) == 1 else " and ".join(names)
        return words[:1].upper() + words[1:]


def hours_by_service(plan: Plan) -> tuple[Served, ...]:
    """The planned hours by what they serve, each hour once, most hours first."""
    hours = plan.allocation.hours
    serves = counts_per_hour(plan) >= SERVED
    found: dict[tuple[Group, ...], float] = {}
    for i in np.flatnonzero(hours > 0):
        groups = tuple(group for group, does in zip(GROUPS, serves[i], strict=True) if does)
        found[groups] = found.get(groups, 0.0) + float(hours[i])
    return tuple(Served(groups, amount) for groups, amount in sorted(found.items(), key=lambda pair: -pair[1]))


def hours_elsewhere(plan: Plan, hours: Numbers) -> float:
    """Hours by which another split differs from the plan's; what it has more or fewer in all is among them."""
    difference = hours - plan.allocation.hours
    return float(max(difference.clip(min=0).sum(), -difference.clip(max=0).sum()))


def scarcest_person(plan: Plan) -> int | None:
    """Position of the person of whose time one more hour brings most; None where it was not worked out."""
    hours = plan.explanation.hour_of_person
    if not len(hours) or not np.isfinite(hours).all():
        return None
    return int(np.argmax(hours @ units(plan.problem, plan.allocation.ideal)))


def served_note(plan: Plan) -> str:
    """That hours count in part above, where what they serve adds to another share of a group; else ""."""
    planned = max(float(plan.allocation.hours.sum()), 1e-12)
    told = dict.fromkeys(GROUPS, 0.0)
    for one in hours_by_service(plan):
        told |= {group: told[group] + one.hours / planned for group in one.groups}
    apart = max(abs(told[group] - share) for group, share in zip(GROUPS, reached(plan).tolist(), strict=True))
    return "" if apart < APART else "Where an account serves a good less strongly, its hours count for it in part."


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
    """Shape (n,): margin expected of each account over a year at its planned hours; NaN without money."""
    return money_by_account(plan.problem, plan.allocation.hours)


def expected_fees(plan: Plan) -> Numbers:
    """Shape (n,): fees expected of each account over a year at its planned hours; NaN without money.

    Accounts that cost more than they pay are worth nothing, so their fees are not expected either.
    """
    if not plan.problem.in_money:
        return np.full(plan.roster.size, np.nan)
    facts = replace(plan.facts, margin=np.where(plan.facts.margin > 0, plan.facts.fee, 0.0))
    strength = np.nan_to_num(plan.problem.strength)
    worth = worth_at_full_share(worth_of(facts, strength, plan.settings.altered(margin=1.0)), plan.curves)
    fees, margin = (sum_by_group(values)[:, YOU] for values in (worth, plan.problem.worth))
    rate = np.divide(fees, margin, out=np.zeros_like(fees), where=margin > 0)
    return np.asarray(money_of_accounts(plan) * rate)
