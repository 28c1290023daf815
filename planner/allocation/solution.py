"""What a given split of the hours is worth, what it credits to whom, and how far it breaks any row.

Computed from the problem alone, not from a solver's own account of itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.allocation.build_problem import group_worth
from planner.allocation.claims import YOU, Claims, on_curve
from planner.allocation.kernel import Relaxed
from planner.allocation.model import Model
from planner.allocation.problem import Index, Numbers, Problem

EXACT, CLOSED = 1e-6, 0.0015
"""Hours of deviation read as none: of a linear program, and of a search that closes it to a thousandth."""
CRUMB = 1e-9
"""Hours below this are solver noise and read as none."""


@dataclass(frozen=True, eq=False)
class Split:
    """Hours as a model's solution gives them.

    Attributes:
        hours: (n,).  account, person, spent: (r,) of the pairs with hours.  credit: (n, C, pools).
    """

    hours: Numbers
    account: Index
    person: Index
    spent: Numbers
    credit: Numbers

    @property
    def by_person(self) -> Mapping[tuple[int, int], float]:
        """{(account, person): hours}"""
        pairs = zip(self.account.tolist(), self.person.tolist(), strict=True)
        return dict(zip(pairs, self.spent.tolist(), strict=True))


def split_of(model: Model, values: Numbers) -> Split:
    """The split that the column values of a model stand for."""
    problem, claims, values = model.problem, model.claims, _clean(values)
    hours = np.zeros(problem.size)
    hours[model.stated] = values[model.hours_index]
    spent = values[model.spent_index]
    given = np.flatnonzero(spent > 0)
    credit = np.zeros((problem.size, claims.count, len(claims.pools)))
    credit[tuple(model.credit_of.T)] = values[model.credit_index]
    return Split(hours, model.spent_of[given, 0], model.spent_of[given, 1], spent[given], credit)


def _clean(values: Numbers) -> Numbers:
    nearest = np.round(values * 1e6) / 1e6
    values = np.where(np.abs(values - nearest) < CRUMB, nearest, values)
    return np.where(values > CRUMB, values, 0.0)


def added(problem: Problem, hours: Numbers, *, exact: bool = False) -> Numbers:
    """(3,) what each group gains over giving no hours, by the envelope or by the true curve at its knots."""
    curves, mine = problem.curves, np.flatnonzero(hours > 0)
    reached = on_curve(curves.hours, curves.exact if exact else curves.share, mine, hours[mine])
    return np.asarray((reached - curves.share[mine, 0]) @ group_worth(problem)[mine])


def shares(problem: Problem, hours: Numbers, *, exact: bool = False) -> Numbers:
    """(n,) share of its value that each account reaches, on the piecewise-linear curve."""
    curves = problem.curves
    values = curves.exact if exact else curves.share
    return on_curve(curves.hours, values, np.arange(problem.size), hours)


def credit_by_good(claims: Claims, credit: Numbers) -> Numbers:
    """(n, 5) hours by good from (n, C, pools); hours for `you` are shared out by what each of its goods is worth."""
    total = credit.sum(axis=2)
    if claims.fine:
        return np.asarray(total)
    return np.column_stack([total[:, :YOU], total[:, YOU:] * claims.you_parts])


@dataclass(frozen=True, eq=False)
class Bands:
    """How a split stands to the balance: hours under and over by group, (3,), and the hours locks force past it."""

    under: Numbers
    over: Numbers
    excess: float


def bands(claims: Claims, credit: Numbers, balance_hours: Numbers, none: float = EXACT) -> Bands:
    """Under, over and excess of credited hours (n, C, pools); up to `none` hours count as none."""
    under, over, excess = np.zeros(3), np.zeros(3), 0.0
    for pool in claims.pools:
        given = np.array([credit[:, [c for c, g in enumerate(claims.group) if g == k], pool].sum() for k in range(3)])
        low, high = (
            np.array(side) for side in zip(*(claims.band(k, pool, balance_hours) for k in range(3)), strict=True)
        )
        short, past = np.maximum(low - given, 0.0), np.maximum(given - high, 0.0)
        under, over = under + short, over + past
        room = 0.0 if claims.problem.leave_open else short.sum()
        excess += max(0.0, past.sum() - room)
    return Bands(np.where(under > none, under, 0.0), np.where(over > none, over, 0.0), excess if excess > none else 0.0)


def largest_violation(relaxed: Relaxed, split: Split, goods: Numbers) -> float:
    """Of any capacity, bound, division of hours, credit bound or limit of the whole model, in hours (or money).

    Args:
        goods: (n, 5) what the split credits to each good.
    """
    claims, problem = relaxed.model.claims, relaxed.model.problem
    spent = np.bincount(split.person, split.spent, len(problem.people))
    by_account = np.bincount(split.account, split.spent, problem.size)
    credited = split.credit.sum(axis=(1, 2))
    slack = [
        (spent - problem.capacity).max(initial=0.0),
        (split.hours - np.maximum(problem.maximum, problem.minimum)).max(initial=0.0),
        (problem.minimum - split.hours).max(initial=0.0),
        np.abs(by_account - split.hours).max(initial=0.0),
        np.abs(credited - split.hours)[claims.tagged].max(initial=0.0),
        (split.credit.sum(axis=2) - claims.ratio * split.hours[:, None]).max(initial=0.0),
        *_limit_violations(problem, claims, split, goods),
    ]
    return float(max(slack))


def _limit_violations(problem: Problem, claims: Claims, split: Split, goods: Numbers) -> list[float]:
    broken = []
    for limit in problem.limits:
        amount = float(limit.weight @ (split.hours if limit.good is None else goods[:, limit.good]))
        broken += [amount - limit.upper, limit.lower - amount]
    you = goods[:, YOU:].sum()
    broken += [least * you - goods[:, YOU + k].sum() for k, least in enumerate(problem.within_you) if least > 0]
    if problem.max_change is not None:
        beyond = np.maximum(split.hours - np.nan_to_num(problem.today), 0.0).sum()
        broken.append(float(beyond) - problem.max_change)
    if problem.min_money is not None:
        money = float(claims.money @ shares(problem, split.hours))
        broken.append((problem.min_money - money) / max(1.0, problem.min_money))
    return [float(b) for b in broken]
