"""What accounts can be given, piece by piece: segments of their curves, or points on them.

A piece is one column of a model. A *segment* is a stretch of an account's curve, used hour by hour; a *point* is a
whole amount of hours on it, of which an account takes one (or, between two points, a mix of both). Either adds value
for each group, counts towards the balance and may go beyond today's hours. Hours up to `guess_hours` carry all that
an account is tagged with, those after it only what is more than a guess.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np

from planner.allocation.problem import Problem, strongest_by_group, sum_by_group
from planner.arrays import Index, Mask, Numbers

FINE = 1e-9
"""Hours up to which two knots are one."""


@dataclass(frozen=True, eq=False)
class Pieces:
    """r pieces in order of account, then along the curve; all amounts are of one unit of a piece.

    Attributes:
        account: (r,) position of the account.  rank: (r,) place along its curve, from 0.
        near, far: (r,) hours up to `guess_hours` and past it.
        most: (r,) units there are: hours of a segment, 1 of a point.
        value: (r, 3) what it adds for each group.  money: (r,) expected money.
        counted: (r, 3) hours that count for each group.
        beyond: (r,) hours past today's.
    """

    account: Index
    rank: Index
    near: Numbers
    far: Numbers
    most: Numbers
    value: Numbers
    money: Numbers
    counted: Numbers
    beyond: Numbers

    @property
    def size(self) -> int:
        return len(self.account)

    @cached_property
    def hours(self) -> Numbers:
        """(r,) hours of one unit."""
        return self.near + self.far

    def only(self, kept: Mask | Index) -> Pieces:
        """Some of the pieces."""
        return Pieces(**{item.name: getattr(self, item.name)[kept] for item in fields(self)})


def counts_per_hour(problem: Problem) -> tuple[Numbers, Numbers]:
    """(n, 3) twice: how much of an hour counts for each group, up to `guess_hours` and past it.

    `counts_iG = s_iG / max_G s_iG`, with the strength of `you` the largest of its three goods. An hour counts for
    every group that the account serves, so that the shares of a plan may add to more than 100%.
    """
    strength, sure = strongest_by_group(problem.strength), strongest_by_group(problem.strength_of_facts)
    strongest = strength.max(axis=1, initial=0.0, keepdims=True)
    near, far = (np.divide(s, strongest, out=np.zeros_like(s), where=strongest > 0) for s in (strength, sure))
    return near, np.minimum(near, far)


def guess_ends(problem: Problem) -> Numbers:
    """(n,) hours at which an account's guesses stop to count; inf where it has none."""
    guessed = (problem.strength_of_facts < problem.strength).any(axis=1)
    guessed |= (problem.worth_of_facts < problem.worth).any(axis=1)
    return np.where(guessed, problem.guess_hours, np.inf)


def segments(problem: Problem) -> Pieces:
    """All segments of all curves (their concave envelopes), cut at today's hours and where guesses stop to count."""
    most = np.maximum(problem.maximum, problem.minimum)
    knots, share = _knots(problem, most)
    width, gain = np.diff(knots, axis=1), np.diff(share, axis=1)
    account, k = np.nonzero(width > FINE)
    first = np.searchsorted(account, account)
    hours, start = width[account, k], knots[account, k]
    past = start >= guess_ends(problem)[account] - FINE
    rise = gain[account, k] / hours
    full, sure = sum_by_group(problem.worth), sum_by_group(problem.worth_of_facts)
    worth = np.where(past[:, None], sure[account], full[account])
    near, far = counts_per_hour(problem)
    return Pieces(
        account=account,
        rank=np.arange(len(account)) - first,
        near=(~past).astype(float),
        far=past.astype(float),
        most=hours,
        value=worth * rise[:, None],
        money=problem.money[account] * rise,
        counted=np.where(past[:, None], far[account], near[account]),
        beyond=(start >= np.nan_to_num(problem.today)[account] - FINE).astype(float),
    )


def points(problem: Problem, account: Index, hours: Numbers) -> Pieces:
    """Points at (r,) hours on the true curves of (r,) accounts, in order of account and hours."""
    curves = problem.curves
    ends = np.minimum(guess_ends(problem)[account], hours)
    rise = curves.reached(account, hours, exact=True) - curves.exact[account, 0]
    before = curves.reached(account, ends, exact=True) - curves.exact[account, 0]
    full, sure = sum_by_group(problem.worth)[account], sum_by_group(problem.worth_of_facts)[account]
    near, far = counts_per_hour(problem)
    return Pieces(
        account=account,
        rank=np.arange(len(account)) - np.searchsorted(account, account),
        near=ends,
        far=hours - ends,
        most=np.ones(len(account)),
        value=full * before[:, None] + sure * (rise - before)[:, None],
        money=problem.money[account] * rise,
        counted=near[account] * ends[:, None] + far[account] * (hours - ends)[:, None],
        beyond=np.maximum(hours - np.nan_to_num(problem.today)[account], 0.0),
    )


def _knots(problem: Problem, most: Numbers) -> tuple[Numbers, Numbers]:
    """Hours and shares (n, K + 3) of the envelope's knots up to `most`, with those that are cut in."""
    curves, every = problem.curves, np.arange(problem.size)
    today = np.nan_to_num(problem.today)
    cuts = np.column_stack([np.minimum(cut, most) for cut in (today, guess_ends(problem), most)])
    at = np.column_stack([curves.reached(every, cut) for cut in cuts.T])
    knots = np.hstack([np.minimum(curves.hours, most[:, None]), cuts])
    share = np.hstack([np.where(curves.hours <= most[:, None], curves.share, at[:, 2:]), at])
    order = np.argsort(knots, axis=1, kind="stable")
    return np.take_along_axis(knots, order, axis=1), np.take_along_axis(share, order, axis=1)
