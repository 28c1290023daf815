"""The allocation problem of a client list, built from the results of the stages before it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planner.allocation.balance import spread
from planner.allocation.problem import Limit, Problem, sum_by_group
from planner.arrays import Mask, Numbers
from planner.fields import Field
from planner.goods import GROUP_INDEX, WITHIN_YOU, YOU
from planner.records.team import Team
from planner.roster.roster import Roster
from planner.roster.standing.left_out import accounts_left_out
from planner.settings import BalanceScope, Settings, SpareHours
from planner.valuation.response.curves import Curves
from planner.valuation.types import Facts, Tags, Values

QUARTER_WEEKS = 13.0
"""The period that `guess_hours` are given for."""


def build_problem(
    roster: Roster,
    facts: Facts,
    tags: Tags,
    values: Values,
    curves: Curves,
    team: Team,
    limits: tuple[Limit, ...],
    settings: Settings,
) -> Problem:
    """The problem of a plan; every array in the roster's order.

    An account of no value gets no hours but those that its lock or its minimum asks for. A good without value has
    strength 0.
    """
    worth = worth_at_full_share(values.worth, curves)
    strength = np.where(worth > 0, np.nan_to_num(tags.strength), 0.0)
    sure = np.minimum(strength, np.nan_to_num(tags.sure_strength))
    lock = roster.number(Field.LOCK_HOURS)
    locked = ~np.isnan(lock)
    minimum = np.where(locked, lock, np.nan_to_num(roster.number(Field.MIN_HOURS)))
    maximum = np.where(locked, lock, curves.maximum)
    minimum, maximum = _without_left_out(roster, locked, minimum, maximum)
    maximum = np.where(worth.any(axis=1) | locked, maximum, minimum)
    aim = spread(settings.balance.shares(), tags.seen)
    return Problem(
        names=roster.names,
        worth=worth,
        strength=strength,
        curves=replace(curves, reference=np.ones(roster.size)),
        minimum=minimum,
        maximum=maximum,
        locked=locked,
        block=_blocks(roster, settings, minimum, maximum),
        today=facts.current_hours,
        people=team.people,
        eligible=team.eligible,
        aim=aim,
        weights=aim,
        tolerance=settings.tolerance,
        leave_open=settings.spare_hours is SpareHours.LEAVE_OPEN,
        hour_cost=settings.hour_cost,
        step=settings.hour_step,
        limits=limits,
        max_accounts=settings.max_accounts,
        max_accounts_per_person=_most_each(settings, locked & (lock > 0) | (minimum > 0), team.eligible),
        max_change=settings.max_change,
        min_money=settings.min_money if values.in_money else None,
        within_you=(settings.share_now or 0.0, settings.share_later or 0.0, settings.share_referral or 0.0),
        per_person=settings.balance_scope is BalanceScope.PERSON,
        seen=tags.seen,
        in_money=values.in_money,
        point_worth=settings.point_worth if values.in_money else None,
        balance_weight=settings.balance_weight,
        guess_hours=settings.guess_hours * settings.weeks / QUARTER_WEEKS,
        sure_worth=worth_of_facts(worth, strength, sure),
        sure_strength=sure,
    )


def _without_left_out(roster: Roster, locked: Mask, minimum: Numbers, maximum: Numbers) -> tuple[Numbers, Numbers]:
    """The bounds (n,) with no hours for accounts that the list ends, unless they are locked."""
    ended = np.zeros(roster.size, dtype=bool)
    ended[list(accounts_left_out(roster))] = True
    free = ~ended | locked
    return np.where(free, minimum, 0.0), np.where(free, maximum, 0.0)


def worth_of_facts(worth: Numbers, strength: Numbers, sure: Numbers) -> Numbers:
    """(n, 5) worth without what is only guessed: points in proportion to the strength of facts, money in full."""
    part = np.divide(sure, strength, out=np.zeros_like(sure), where=strength > 0)
    points = np.array([group != YOU for group in GROUP_INDEX])
    return np.where(points, worth * part, worth)


def worth_at_full_share(worth: Numbers, curves: Curves) -> Numbers:
    """(n, 5) worth at a share of 1 of each curve, of a worth (n, 5) at its reference; 0 where time brings nothing."""
    return np.where((curves.high > curves.low)[:, None], worth / curves.reference[:, None], 0.0)


def _most_each(settings: Settings, needed: Mask, eligible: Mask) -> int | None:
    """Most accounts a person serves; the usual limit gives way to the (n,) accounts that locks and minimums need.

    None where nobody has more accounts than that.
    """
    most = settings.max_accounts_per_person
    if not most or eligible.sum(axis=0).max() <= most:
        return None
    if most != Settings.model_fields["max_accounts_per_person"].default:
        return most
    asked = eligible[needed]
    for who in np.unique(asked, axis=0):
        theirs = int((~(asked & ~who).any(axis=1)).sum())
        most = max(most, -(-theirs // int(who.sum())))
    return most


def _blocks(roster: Roster, settings: Settings, minimum: Numbers, maximum: Numbers) -> Numbers:
    """Smallest hours worth giving, (n,); never above what the account can take, none where a minimum is set.

    What it can take counts in whole steps: a block of 1.8 h in half hours could never be given.
    """
    own = roster.number(Field.SMALLEST_BLOCK)
    step = settings.hour_step
    room = np.floor(maximum / step + 1e-9) * step if step > 0 else maximum
    block = np.where(np.isnan(own), np.minimum(settings.smallest_block, room), own)
    return np.asarray(np.where(minimum > 0, 0.0, block))


def group_worth(problem: Problem) -> Numbers:
    """(n, 3) value at a share of 1 by group; `you` is the sum of its three goods, others and strengths in points."""
    return sum_by_group(problem.worth)


def money_worth(problem: Problem) -> Numbers:
    """(n,) money at a share of 1."""
    return np.asarray(problem.worth[:, WITHIN_YOU].sum(axis=1))
