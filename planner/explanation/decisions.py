"""What to do with each account, and how to meet it where it is.

Where current hours are known: step back (no hours planned, some now; or nothing good about it), rest (none planned and
none now), light touch (under the smallest block), keep (within 20% or one hour), else invest or ease off. Where they
are not: push, light touch, rest.
"""

from __future__ import annotations

import numpy as np

from planner.allocation.allocation import Allocation
from planner.allocation.problem import Problem, sum_by_group
from planner.arrays import Mask, Numbers, Texts
from planner.goods import GOODS, GROUP_INDEX
from planner.valuation.types import Tags
from planner.vocabulary import Decision

ALIKE = 0.5
"""Groups for which at least this share of the most hours counts are served nearly alike."""
KEEP_SHARE = 0.2
KEEP_HOURS = 1.0
CRUMB = 1e-6
"""Hours below this are none."""


def nothing_good(tags: Tags) -> Mask:
    """(n,) accounts of which all five goods are known, and none is there. Not known is not "no"."""
    return np.asarray((tags.strength == 0).all(axis=1))


def something_good(tags: Tags) -> Mask:
    """(n,) accounts with at least one good."""
    return np.asarray((tags.strength > 0).any(axis=1))


def decide(problem: Problem, allocation: Allocation, tags: Tags, smallest_block: float) -> Texts:
    """(n,) values of `schema.Decision`.

    Args:
        smallest_block: hours below which time on an account is a light touch.
    """
    planned, today = allocation.hours, problem.today
    known = ~np.isnan(today)
    now = np.nan_to_num(today)
    none = planned <= CRUMB
    light = none | (planned < smallest_block - CRUMB)
    close = np.abs(planned - now) <= np.maximum(KEEP_HOURS, KEEP_SHARE * now) + CRUMB
    cases = (
        (known & none & (now > 0), Decision.STEP_BACK),
        (known & nothing_good(tags), Decision.STEP_BACK),
        (known & none, Decision.REST),
        (known & light, Decision.LIGHT_TOUCH),
        (known & close, Decision.KEEP),
        (known & (planned > now), Decision.INVEST),
        (known, Decision.EASE_OFF),
        (none, Decision.REST),
        (light, Decision.LIGHT_TOUCH),
    )
    return _choose(cases, Decision.PUSH, problem.size)


def mainly(problem: Problem, allocation: Allocation, weight: Numbers) -> Texts:
    """(n,) the good that an account's hours serve most, "" for none.

    Of groups for which its hours count nearly alike (of all where none counts, as a guess may not), the one that the
    account is worth most to is taken, then the good of it that is worth most. Accounts that are alike are told alike.

    Args:
        weight: (G,) what a unit of each group's value weighs.
    """
    counts = allocation.counts
    most = counts.max(axis=1, initial=0.0, keepdims=True)
    rank = np.where(counts >= ALIKE * most, 1.0 + sum_by_group(problem.worth) * weight, 0.0)
    inside = rank.argmax(axis=1)[:, np.newaxis] == np.array(GROUP_INDEX)
    names = np.array([str(good) for good in GOODS], dtype=object)
    chosen = names[np.where(inside & (problem.strength > 0), problem.worth, -1.0).argmax(axis=1)]
    good = problem.worth.any(axis=1) & (allocation.hours > CRUMB)
    return np.where((most[:, 0] > CRUMB) | good, chosen, "")


def _choose(cases: tuple[tuple[Mask, Decision], ...], otherwise: Decision, size: int) -> Texts:
    chosen = np.full(size, str(otherwise), dtype=object)
    for mask, decision in reversed(cases):
        chosen[mask] = str(decision)
    return chosen
