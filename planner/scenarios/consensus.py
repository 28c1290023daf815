"""Where partners differ: several ratings of one list, what hangs on them, and a balance that all could live with.

Ratings are 0 to 5, hours of the planning period, losses in attainment (the objective of the partner concerned, with
that partner's own balance as weights and the ideals of the list as that partner rates it). Solved like the balance
map, without blocks and steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.allocation.claims import Claims
from planner.allocation.kernel import Kernel
from planner.allocation.pose import group_worth, spread
from planner.allocation.problem import Numbers, Problem
from planner.allocation.sweep import Point, Sweep
from planner.errors import InputError
from planner.pipeline import pose_list
from planner.result import Plan
from planner.roster.roster import Roster
from planner.scenarios.balance_map import balances, reach_balances
from planner.schema import GOODS, RATING_OF, Good

TOP: Final = 5.0
LOOKED_AT: Final = 12
"""Disagreements whose effect is worked out by solving; the rest are ranked by what they could move at most."""


@dataclass(frozen=True, eq=False)
class Disagreement:
    """One account and good that partners rate differently.

    Attributes:
        account, name, good: which.  ratings: by partner, those who gave one.
        agreement: 1 when all say the same, 0 when they are the whole scale apart.
        effect: hours that would go elsewhere between the lowest and the highest of these ratings.
    """

    account: int
    name: str
    good: Good
    ratings: Mapping[str, float]
    agreement: float
    effect: float


@dataclass(frozen=True, eq=False)
class Consensus:
    """R partners on n accounts.

    Attributes:
        partners: their names.
        rated: (n, 5) how many rated each account and good.
        agreement: (n, 5) 1 for the same rating, 0 for the whole scale apart; NaN where fewer than two rated.
        disagreements: by effect on the plan, largest first.
        balance: (R, 3) each partner's own balance, the chosen one for those who gave none.
        own: (R,) whether the partner gave one.
        loss: (R, R) attainment that the plan of the first partner loses by the ratings and balance of the second.
        least_worst: (3,) balance whose largest loss to any partner is the smallest.  worst: that loss.
        least_average: (3,) balance whose average loss is the smallest.  average: that loss.
        worst_by, average_by: (R,) losses of each partner at these two balances.
        chosen_by: (R,) losses of each partner at the chosen balance.
    """

    partners: tuple[str, ...]
    rated: NDArray[np.intp]
    agreement: Numbers
    disagreements: tuple[Disagreement, ...]
    balance: Numbers
    own: NDArray[np.bool_]
    loss: Numbers
    least_worst: Numbers
    worst: float
    worst_by: Numbers
    least_average: Numbers
    average: float
    average_by: Numbers
    chosen_by: Numbers


@dataclass(frozen=True, eq=False)
class _View:
    """The list as one partner sees it: (n,) objective of each account's whole value, and the partner's best plan."""

    gain: Numbers
    best: Point


def consensus(plan: Plan, progress: Callable[[int, int], None] | None = None) -> Consensus:
    """Where the raters of a plan's list differ, and what would suit all of them.

    Args:
        progress: called with the number of balances tried and of all.

    Raises:
        InputError: when fewer than two partners rated the list.
    """
    raters = plan.roster.raters
    if len(raters) < 2:
        raise InputError(
            "Only one set of ratings is in the list; add columns such as “rating_others — Ana” for each partner."
        )
    names = tuple(raters)
    ratings = np.stack([_ratings(raters[name], plan.roster.size) for name in names])
    balance, own = _own_balances(plan, names)
    views = [_view(plan, raters[name], balance[r]) for r, name in enumerate(names)]
    points = np.vstack([balances(), np.array(plan.settings.balance.shares())])
    losses = []
    for reached in reach_balances(plan, points):
        losses.append([_loss(plan.problem, view, reached.hours) for view in views])
        if progress is not None:
            progress(len(losses), len(points))
    loss = np.array(losses)
    worst, average = int(loss.max(axis=1).argmin()), int(loss.mean(axis=1).argmin())
    return Consensus(
        partners=names,
        rated=np.isfinite(ratings).sum(axis=0),
        agreement=agreement(ratings),
        disagreements=_disagreements(plan, names, ratings),
        balance=balance,
        own=own,
        loss=np.array([[_loss(plan.problem, other, mine.best.hours) for other in views] for mine in views]),
        least_worst=points[worst],
        worst=float(loss[worst].max()),
        worst_by=loss[worst],
        least_average=points[average],
        average=float(loss[average].mean()),
        average_by=loss[average],
        chosen_by=loss[-1],
    )


def agreement(ratings: Numbers) -> Numbers:
    """(n, 5) from (R, n, 5) ratings: 1 less the widest difference over the scale; NaN where fewer than two rated."""
    known = np.isfinite(ratings)
    low = np.where(known, ratings, np.inf).min(axis=0)
    high = np.where(known, ratings, -np.inf).max(axis=0)
    several = known.sum(axis=0) >= 2
    width = np.subtract(high, low, out=np.zeros_like(high), where=several)
    return np.where(several, 1.0 - width / TOP, np.nan)


def _ratings(given: Mapping[Good, Numbers], size: int) -> Numbers:
    """(n, 5), NaN where this partner gave none."""
    return np.column_stack([given.get(good, np.full(size, np.nan)) for good in GOODS])


def _own_balances(plan: Plan, names: tuple[str, ...]) -> tuple[Numbers, NDArray[np.bool_]]:
    """(R, 3) each partner's balance from the Team sheet by name, else the chosen one; (R,) which are their own."""
    chosen = plan.settings.balance.shares()
    given = {person.name.strip().casefold(): person.balance for person in plan.team.people if person.balance}
    own = [_balance_of(name, given) for name in names]
    return np.array([balance or chosen for balance in own]), np.array([balance is not None for balance in own])


def _balance_of(name: str, given: Mapping[str, tuple[float, float, float] | None]) -> tuple[float, float, float] | None:
    """By the full name, else by a first or last name that only one person has."""
    key = name.strip().casefold()
    if key in given:
        return given[key]
    close = [balance for person, balance in given.items() if key in person.replace(".", " ").split()]
    return close[0] if len(close) == 1 else None


def _view(plan: Plan, given: Mapping[Good, Numbers], balance: Numbers) -> _View:
    """The list by one partner's ratings; what the partner did not rate stays as it is in the list."""
    problem = _problem(plan, given)
    ideal = Kernel().ideal(problem, Claims.of(problem))
    aim = spread(tuple(balance), problem.seen)
    unit = np.divide(aim, ideal, out=np.zeros(3), where=ideal > 0)
    return _View(group_worth(problem) @ unit, Sweep(problem, ideal).at(aim))


def _problem(plan: Plan, given: Mapping[Good, Numbers]) -> Problem:
    roster = with_ratings(plan.roster, given)
    return pose_list(roster, plan.settings).problem


def with_ratings(roster: Roster, given: Mapping[Good, Numbers]) -> Roster:
    """The list with some ratings (n,) by good put over its own where they are known; changes by hand stay."""
    columns = dict(roster.columns)
    for good, ratings in given.items():
        name = RATING_OF[good]
        changed = roster.overridden.get(name, np.zeros(roster.size, dtype=bool))
        columns[name] = np.where(np.isfinite(ratings) & ~changed, ratings, roster.number(name))
    return replace(roster, columns=MappingProxyType(columns))


def _value(problem: Problem, gain: Numbers, hours: Numbers) -> float:
    from planner.allocation.measure import shares

    return float(gain @ (shares(problem, hours) - problem.curves.share[:, 0]))


def _loss(problem: Problem, view: _View, hours: Numbers) -> float:
    """What a partner's own best plan has over these hours, by that partner's ratings and balance."""
    return max(0.0, _value(problem, view.gain, view.best.hours) - _value(problem, view.gain, hours))


def _disagreements(plan: Plan, names: tuple[str, ...], ratings: Numbers) -> tuple[Disagreement, ...]:
    """Largest effect first: the ones that could move most are tried at their lowest and their highest rating."""
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
        effect = _effect(plan, i, good, low[i, good], high[i, good], aim) if rank < LOOKED_AT else 0.0
        said = {name: float(ratings[r, i, good]) for r, name in enumerate(names) if known[r, i, good]}
        found.append(Disagreement(i, str(plan.roster.names[i]), GOODS[good], said, float(agreed[i, good]), effect))
    tried, rest = found[:LOOKED_AT], found[LOOKED_AT:]
    return (*sorted(tried, key=lambda d: -d.effect), *rest)


def _could_move(plan: Plan, width: Numbers) -> Numbers:
    """(n, 5) rough objective that hangs on each rating: the value of the whole difference at full effort."""
    problem, ideal = plan.problem, plan.allocation.ideal
    unit = np.divide(problem.weights, ideal, out=np.zeros(3), where=ideal > 0)
    per_group = unit[[0, 1, 2, 2, 2]]
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
        problem = _problem(plan, {GOODS[good]: column})
        hours.append(Sweep(problem, plan.allocation.ideal).at(aim).hours)
    return float(np.abs(hours[1] - hours[0]).sum() / 2)


def consensus_json(found: Consensus) -> dict[str, Any]:
    """The consensus as plain JSON values."""
    from planner.export.jsonable import by_group, number

    return {
        "format": "client-portfolio-consensus/1",
        "partners": list(found.partners),
        "balances": {name: by_group(found.balance[r]) for r, name in enumerate(found.partners)},
        "disagreements": [
            {
                "account": d.name,
                "good": d.good,
                "ratings": dict(d.ratings),
                "agreement": number(d.agreement),
                "effect_hours": number(d.effect),
            }
            for d in found.disagreements
        ],
        "loss": [[number(cell) for cell in row] for row in found.loss],
        "least_worst": {"balance": by_group(found.least_worst), "loss": found.worst},
        "least_average": {"balance": by_group(found.least_average), "loss": found.average},
    }
