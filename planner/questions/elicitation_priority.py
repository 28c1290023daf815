"""What hangs on an answer: whose tick for a good would change the plan most."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Numbers
from planner.goods import GOODS, GROUP_OF, GROUPS, Good
from planner.result import Plan
from planner.roster.standing.left_out import accounts_left_out
from planner.valuation.value import worth_of
from planner.vocabulary import Authority, Relationship

TICK: Final = 0.8
"""Strength that one tick stands for (4 of 5)."""
COUNTED: Final = 15
"""So many of the largest stand for a group that nothing is known of yet."""
LIKELY: Final = MappingProxyType(
    {
        Good.STRENGTHS: {Relationship.REFERRAL_SOURCE: 0.2},
        Good.NOW: {Relationship.REFERRAL_SOURCE: 0.2, Relationship.PAST_CLIENT: 0.5},
        Good.LATER: {Relationship.REFERRAL_SOURCE: 0.2},
        Good.REFERRAL: {Relationship.PROSPECT: 0.2, Relationship.PAST_CLIENT: 0.7},
    }
)
"""How likely a tick is for a relationship, against the likeliest one (our own reckoning; it only orders names)."""


def stakes(plan: Plan, good: Good) -> Numbers:
    """(n,) how much of a group's best result hangs on a tick for one good, in attainment × balance.

    What a tick (a strength of 0.8) would add to an account's worth, times how likely a tick is (`LIKELY`), times the
    share of it that the account's hours reach (those planned, or the usual ones of the accounts in the plan), over
    the most that the group can reach. 0 where somebody rated the account already, and where nothing would be added.
    """
    column, group = GOODS.index(good), GROUPS.index(GROUP_OF[good])
    ticked = np.nan_to_num(plan.tags.strength)
    ticked[:, column] = TICK
    adds = worth_of(plan.facts, ticked, plan.settings)[:, column] - plan.values.worth[:, column]
    adds = np.where(said_by_hand(plan, column) | ended(plan), 0.0, np.maximum(adds, 0.0)) * _likely(plan, good)
    hours = plan.allocation.hours
    usual = float(np.median(hours[hours > 0])) if (hours > 0).any() else float(np.median(plan.curves.half))
    reach = (plan.curves.at(np.where(hours > 0, hours, usual)) - plan.curves.low) / plan.curves.reference
    most = plan.allocation.ideal[group] or float(np.sort(adds)[-COUNTED:].sum()) or 1.0
    return np.asarray(plan.settings.balance.shares()[group] * adds * reach / most)


def guess_stakes(plan: Plan, good: Good) -> Numbers:
    """(n,) how much of a group's best result hangs on a guess about one good, in attainment × balance.

    The account's worth that rests on the guess alone, times the share of it that the account's hours reach, over the
    most that the group can reach; 0 where a fact says so, or nobody says anything.
    """
    column, group = GOODS.index(good), GROUPS.index(GROUP_OF[good])
    sure = np.nan_to_num(plan.tags.strength)
    sure[:, column] = plan.tags.sure_strength[:, column]
    guessed = np.maximum(plan.values.worth[:, column] - worth_of(plan.facts, sure, plan.settings)[:, column], 0.0)
    guessed[ended(plan)] = 0.0
    hours = plan.allocation.hours
    usual = float(np.median(hours[hours > 0])) if (hours > 0).any() else float(np.median(plan.curves.half))
    reach = plan.curves.at(np.where(hours > 0, hours, usual)) - plan.curves.low
    most = plan.allocation.ideal[group] or float(np.sort(guessed)[-COUNTED:].sum()) or 1.0
    return np.asarray(plan.settings.balance.shares()[group] * guessed * np.maximum(reach, 0.0) / most)


def _likely(plan: Plan, good: Good) -> Numbers:
    """(n,) how likely a tick is, as far as the relationship tells: those who know you refer, others hardly."""
    likely = np.ones(plan.roster.size)
    for relationship, chance in LIKELY.get(good, {}).items():
        likely[plan.facts.relationship == relationship] = chance
    return likely


def ended(plan: Plan) -> NDArray[np.bool_]:
    """(n,) accounts that are left out: nothing more is asked of them than whether that is right."""
    mask = np.zeros(plan.roster.size, dtype=bool)
    mask[list(accounts_left_out(plan.roster))] = True
    return mask


def said_by_hand(plan: Plan, column: int) -> NDArray[np.bool_]:
    """(n,) whether somebody rated the accounts for a good, or changed its rating."""
    authority = plan.tags.authority[:, column]
    return np.asarray((authority == Authority.RATING) | (authority == Authority.OVERRIDE), dtype=bool)
