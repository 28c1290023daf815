"""Where partners differ: several ratings of one list, what hangs on them, and a balance that all could live with.

Ratings are 0 to 5, hours of the planning period, losses in attainment (the objective of the partner concerned, with
that partner's own balance as weights and the ideals of the list as that partner rates it). Solved like the balance
map, without blocks and steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.allocation.analysis.balance_sweep import Point, Sweep
from planner.allocation.balance import spread
from planner.allocation.build_problem import group_worth
from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.problem import Problem
from planner.allocation.solution import shares
from planner.arrays import Numbers
from planner.errors import InputError
from planner.goods import GOODS, GROUPS, Good
from planner.result import Plan
from planner.scenarios.balance_map import balances, reach_balances
from planner.scenarios.disagreements import Disagreement, agreement, find_disagreements, problem_by


@dataclass(frozen=True, eq=False)
class Consensus:
    """R partners on n accounts.

    Attributes:
        partners: their names.  accounts: (n,) names.
        ratings: (R, n, 5) NaN where a partner gave none.  rated: (n, 5) how many rated each account and good.
        agreement: (n, 5) 1 for the same rating, 0 for the whole scale apart; NaN where fewer than two rated.
        disagreements: by effect on the plan, largest first.
        balance: (R, 3) each partner's own balance, the chosen one for those who gave none.
        own: (R,) whether the partner gave one.
        loss: (R, R) attainment that the plan of the first partner loses by the ratings and balance of the second.
        least_worst: (3,) balance whose largest loss to any partner is the smallest.  worst: that loss.
        least_average: (3,) balance whose average loss is the smallest.  average: that loss.
        worst_by, average_by: (R,) losses of each partner at these two balances.
        chosen: (3,) balance of the plan.  chosen_by: (R,) losses of each partner at it.
    """

    partners: tuple[str, ...]
    accounts: NDArray[np.object_]
    ratings: Numbers
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
    chosen: Numbers
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
            "Ratings of at least two partners are needed; give a file of each, or add columns such as “rating_others — "
            "Ana” to the list."
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
        accounts=plan.roster.names,
        ratings=ratings,
        rated=np.isfinite(ratings).sum(axis=0),
        agreement=agreement(ratings),
        disagreements=find_disagreements(plan, names, ratings),
        balance=balance,
        own=own,
        loss=np.array([[_loss(plan.problem, other, mine.best.hours) for other in views] for mine in views]),
        least_worst=points[worst],
        worst=float(loss[worst].max()),
        worst_by=loss[worst],
        least_average=points[average],
        average=float(loss[average].mean()),
        average_by=loss[average],
        chosen=points[-1],
        chosen_by=loss[-1],
    )


def _ratings(given: Mapping[Good, Numbers], size: int) -> Numbers:
    """(n, 5), NaN where this partner gave none."""
    return np.column_stack([given.get(good, np.full(size, np.nan)) for good in GOODS])


def _own_balances(plan: Plan, names: tuple[str, ...]) -> tuple[Numbers, NDArray[np.bool_]]:
    """(R, 3) each partner's balance from the Team sheet by name, else the chosen one; (R,) which are their own."""
    chosen = plan.settings.balance.shares()
    given = {person.name.strip().casefold(): person.balance for person in plan.team.people if person.balance}
    own = [_balance_of(name, given) for name in names]
    return np.array([balance or chosen for balance in own]), np.array([balance is not None for balance in own])


def _balance_of(name: str, given: Mapping[str, tuple[float, ...] | None]) -> tuple[float, ...] | None:
    """By the full name, else by a first or last name that only one person has."""
    key = name.strip().casefold()
    if key in given:
        return given[key]
    close = [balance for person, balance in given.items() if key in person.replace(".", " ").split()]
    return close[0] if len(close) == 1 else None


def _view(plan: Plan, given: Mapping[Good, Numbers], balance: Numbers) -> _View:
    """The list by one partner's ratings; what the partner did not rate stays as it is in the list."""
    problem = problem_by(plan, given)
    ideal = ColumnGeneration().ideal(problem)
    aim = spread(tuple(balance), problem.seen)
    unit = np.divide(aim, ideal, out=np.zeros(len(GROUPS)), where=ideal > 0)
    return _View(group_worth(problem) @ unit, Sweep(problem, ideal).at(aim))


def _value(problem: Problem, gain: Numbers, hours: Numbers) -> float:
    return float(gain @ (shares(problem, hours) - problem.curves.share[:, 0]))


def _loss(problem: Problem, view: _View, hours: Numbers) -> float:
    """What a partner's own best plan has over these hours, by that partner's ratings and balance."""
    return max(0.0, _value(problem, view.gain, view.best.hours) - _value(problem, view.gain, hours))


def consensus_json(found: Consensus) -> dict[str, Any]:
    """The consensus as plain JSON values."""
    from planner.documents.jsonable import by_group, number

    def at(balance: Numbers, losses: Numbers, loss: float) -> dict[str, Any]:
        by = {name: number(lost) for name, lost in zip(found.partners, losses, strict=True)}
        return {"balance": by_group(balance), "loss": number(loss), "by": by}

    return {
        "format": "client-portfolio-consensus/1",
        "partners": list(found.partners),
        "balances": {name: by_group(found.balance[r]) for r, name in enumerate(found.partners)},
        "own_balance": {name: bool(found.own[r]) for r, name in enumerate(found.partners)},
        "agreement": [
            {
                "account": str(found.accounts[i]),
                "good": GOODS[good],
                "rated": int(found.rated[i, good]),
                "agreement": number(found.agreement[i, good]),
            }
            for i, good in np.argwhere(found.rated >= 2).tolist()
        ],
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
        "least_worst": at(found.least_worst, found.worst_by, found.worst),
        "least_average": at(found.least_average, found.average_by, found.average),
        "chosen": at(found.chosen, found.chosen_by, float(found.chosen_by.max())),
    }


def consensus_table(found: Consensus) -> list[list[object]]:
    """Header and a row for each account and good that two or more rated: what hangs on it first, then the rest."""
    rows: list[list[object]] = [["account", "good", "agreement", "effect_hours", *found.partners]]
    ranked = [(d.account, GOODS.index(d.good), d.effect) for d in found.disagreements]
    differ = {(account, good) for account, good, _ in ranked}
    alike = [(i, good, 0.0) for i, good in np.argwhere(found.rated >= 2).tolist() if (i, good) not in differ]
    for i, good, effect in [*ranked, *alike]:
        figures = (found.agreement[i, good], effect, *found.ratings[:, i, good])
        shown = (round(float(figure), 4) if np.isfinite(figure) else "" for figure in figures)
        rows.append([str(found.accounts[i]), str(GOODS[good]), *shown])
    return rows
