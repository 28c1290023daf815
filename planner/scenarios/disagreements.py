"""Where partners rate one account differently, and the hours that hang on it.

Ratings are 0 to 5, hours of the planning period. Solved like the balance map, without blocks and steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np

from planner.allocation.analysis.balance_sweep import Sweep
from planner.allocation.balance import spread
from planner.allocation.problem import Problem
from planner.arrays import Numbers
from planner.fields import RATING_OF
from planner.goods import GOODS, GROUP_INDEX, GROUPS, Good
from planner.pipeline import inputs_of
from planner.result import Plan
from planner.roster.roster import Roster

TOP: Final = 5.0
LOOKED_AT: Final = 12
"""Disagreements whose effect is worked out by solving; the rest are ranked by what they could move at most."""


@dataclass(frozen=True, eq=False)
class Disagreement:
    """One account and good that partners rate differently.

    Attributes:
        account, name, good: which.  ratings: by partner, those who gave one.
        agreement: 1 when all say the same, 0 when they are the whole scale apart.
        effect: hours that would go elsewhere between the lowest and the highest of these ratings; NaN where that
            was not worked out, because others could move more.
    """

    account: int
    name: str
    good: Good
    ratings: Mapping[str, float]
    agreement: float
    effect: float


def agreement(ratings: Numbers) -> Numbers:
    """(n, 5) from (R, n, 5) ratings: 1 less the widest difference over the scale; NaN where fewer than two rated."""
    known = np.isfinite(ratings)
    low = np.where(known, ratings, np.inf).min(axis=0)
    high = np.where(known, ratings, -np.inf).max(axis=0)
    several = known.sum(axis=0) >= 2
    width = np.subtract(high, low, out=np.zeros_like(high), where=several)
    return np.where(several, 1.0 - width / TOP, np.nan)


def with_ratings(roster: Roster, given: Mapping[Good, Numbers]) -> Roster:
    """The list with some ratings (n,) by good put over its own where they are known; changes by hand stay."""
    columns = dict(roster.columns)
    for good, ratings in given.items():
        name = RATING_OF[good]
        changed = roster.overridden.get(name, np.zeros(roster.size, dtype=bool))
        columns[name] = np.where(np.isfinite(ratings) & ~changed, ratings, roster.number(name))
    return replace(roster, columns=MappingProxyType(columns))


def problem_by(plan: Plan, given: Mapping[Good, Numbers]) -> Problem:
    """The problem of the plan's list by other ratings, as in `with_ratings`."""
    roster = with_ratings(plan.roster, given)
    return inputs_of(roster, plan.settings).problem


def find_disagreements(plan: Plan, names: tuple[str, ...], ratings: Numbers) -> tuple[Disagreement, ...]:
    """Largest effect first: the ones that could move most are tried at their lowest and their highest rating.

    Args:
        names: the partners.  ratings: (R, n, 5) theirs.
    """
    agreed = agreement(ratings)
    known = np.isfinite(ratings)
    low = np.where(known, ratings, np.inf).min(axis=0)
    high = np.where(known, ratings, -np.inf).max(axis=0)
    width = np.nan_to_num(1.0 - agreed)
    places = np.argwhere(width > 0)
    could = _could_move(plan, width)
    order = sorted(places.tolist(), key=lambda at: (-could[at[0], at[1]], at))
    aim = spread(plan.settings.balance.shares(), plan.problem.seen)
    found = []
    for rank, (i, good) in enumerate(order):
        effect = _effect(plan, i, good, low[i, good], high[i, good], aim) if rank < LOOKED_AT else np.nan
        said = {name: float(ratings[r, i, good]) for r, name in enumerate(names) if known[r, i, good]}
        found.append(Disagreement(i, str(plan.roster.names[i]), GOODS[good], said, float(agreed[i, good]), effect))
    tried, rest = found[:LOOKED_AT], found[LOOKED_AT:]
    return (*sorted(tried, key=lambda d: -d.effect), *rest)


def _could_move(plan: Plan, width: Numbers) -> Numbers:
    """(n, 5) rough objective that hangs on each rating: the value of the whole difference at full effort."""
    problem, ideal = plan.problem, plan.allocation.ideal
    unit = np.divide(problem.weights, ideal, out=np.zeros(len(GROUPS)), where=ideal > 0)
    per_group = unit[list(GROUP_INDEX)]
    strength = np.where(problem.strength > 0, problem.strength, 1.0)
    typical = np.where(problem.worth > 0, problem.worth, np.nan)
    usual = np.nan_to_num(np.nanmedian(np.where(np.isnan(typical).all(axis=0), 0.0, typical), axis=0))
    at_full = np.where(problem.worth > 0, problem.worth / strength, usual)
    room = problem.curves.share[:, -1:] - problem.curves.share[:, :1]
    return np.asarray(width * at_full * per_group * room)


def _effect(plan: Plan, account: int, good: int, low: float, high: float, aim: Numbers) -> float:
    """Hours that go elsewhere when one rating goes from its lowest to its highest."""
    hours = []
    for rating in (low, high):
        column = np.full(plan.roster.size, np.nan)
        column[account] = rating
        problem = problem_by(plan, {GOODS[good]: column})
        hours.append(Sweep(problem, plan.allocation.ideal).at(aim).hours)
    return float(np.abs(hours[1] - hours[0]).sum() / 2)
