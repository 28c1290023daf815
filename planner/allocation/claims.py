"""What an account's hours can count for, and in which pool they are balanced.

A *claim* is one thing that hours may be credited to: a group, or (where the user limits goods within `you`) a good.
`h_iG ≤ (s_iG / max_G s_iG)·h_i`, with the strength of `you` the largest of its three goods.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.build_problem import money_worth, spread
from planner.allocation.problem import Index, Mask, Numbers, Problem
from planner.goods import GOODS, GROUP_INDEX, GROUPS

YOU = 2


@dataclass(frozen=True, eq=False)
class Claims:
    """C claims of n accounts.

    Attributes:
        names: what each claim is called.  group: its group.  good: its good, or −1 for the whole of `you`.
        ratio: (n, C) largest share of an account's hours that may count for it.
        you_ratio: (n,) the same for the whole of `you`.  you_parts: (n, 3) how its three goods share an hour for it.
        tagged: (n,) whether an account serves anything.
        pools: where the balance is kept: (0,) for the firm, else one a person.
        money: (n,) expected money at full effort, zero where there is none.
        width, slope: (n, K−1) hours and share per hour of each piece of the curve (its concave envelope).
        pieces: (n,) how many pieces each curve has; 0 where an account can take no hours.
    """

    problem: Problem
    names: tuple[str, ...]
    group: tuple[int, ...]
    good: tuple[int, ...]
    ratio: Numbers
    you_ratio: Numbers
    you_parts: Numbers
    tagged: Mask
    pools: tuple[int, ...]
    money: Numbers
    width: Numbers
    slope: Numbers
    pieces: Index

    @classmethod
    def of(cls, problem: Problem) -> Claims:
        """The claims of a problem: by good only where a limit within `you` asks for it."""
        fine = any(problem.within_you) or any((limit.good or 0) >= YOU for limit in problem.limits)
        strongest = problem.strength.max(axis=1, initial=0.0, keepdims=True)
        by_good = np.divide(problem.strength, strongest, out=np.zeros_like(problem.strength), where=strongest > 0)
        you = by_good[:, YOU:].max(axis=1, initial=0.0)
        width = np.diff(problem.curves.hours, axis=1)
        gain = np.diff(problem.curves.share, axis=1)
        return cls(
            problem=problem,
            names=tuple(GOODS) if fine else tuple(GROUPS),
            group=GROUP_INDEX if fine else (0, 1, YOU),
            good=tuple(range(len(GOODS))) if fine else (0, 1, -1),
            ratio=by_good if fine else np.column_stack([by_good[:, :YOU], you]),
            you_ratio=you,
            you_parts=_parts(problem.worth[:, YOU:]),
            tagged=strongest[:, 0] > 0,
            pools=tuple(range(len(problem.people))) if problem.per_person else (0,),
            money=money_worth(problem) if problem.in_money else np.zeros(problem.size),
            width=width,
            slope=np.divide(gain, width, out=np.zeros_like(gain), where=width > 0),
            pieces=_pieces(problem, width),
        )

    @property
    def count(self) -> int:
        return len(self.names)

    @property
    def fine(self) -> bool:
        return self.count > len(GROUPS)

    def piece(self, account: Index, k: Index, *, exact: bool = False) -> tuple[Numbers, Numbers]:
        """Widths and slopes of the k-th piece of the curve of each account, of its envelope unless `exact`."""
        width, slope = self.width[account, k], self.slope[account, k]
        if exact:
            curve = self.problem.curves.exact
            gain = curve[account, k + 1] - curve[account, k]
            slope = np.divide(gain, width, out=np.zeros_like(gain), where=width > 0)
        return width, slope

    def depths(self) -> Index:
        """(n,) as many pieces of each curve as there are."""
        return self.pieces

    def aims(self) -> Numbers:
        """(pools, 3) balance aimed at in each pool; a person's own where given."""
        problem = self.problem
        if not problem.per_person:
            return problem.aim[None, :]
        return np.array([spread(p.balance, problem.seen) if p.balance else problem.aim for p in problem.people])

    def pool_hours(self) -> Numbers:
        """(pools,) all hours there are in each."""
        problem = self.problem
        return problem.capacity if problem.per_person else np.array([problem.total_hours])

    def band(self, group: int, pool: int, hours: Numbers | None) -> tuple[float, float]:
        """Least and most hours a group should get in a pool of `hours` (all there are, when None)."""
        all_hours = (self.pool_hours() if hours is None else hours)[pool]
        share = self.aims()[pool, group]
        tolerance = self.problem.tolerance
        return float((share - tolerance) * all_hours), float((share + tolerance) * all_hours)


def _parts(worth: Numbers) -> Numbers:
    """Each column's share of its row's sum."""
    whole = worth.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(worth, whole, out=np.zeros_like(worth), where=whole > 0))


def _pieces(problem: Problem, width: Numbers) -> Index:
    least = (problem.maximum <= 0) & (problem.minimum <= 0)
    return np.where(least, 0, np.maximum((width > 0).sum(axis=1), 1)).astype(np.intp)


def on_curve(knots: Numbers, values: Numbers, account: Index, hours: Numbers) -> Numbers:
    """Values of piecewise-linear curves, knots and values (n, K), at hours (r,) on the accounts (r,)."""
    last = knots.shape[1] - 1
    right = np.clip((knots[account] < hours[:, None]).sum(axis=1), 1, last)
    x0, x1 = knots[account, right - 1], knots[account, right]
    y0, y1 = values[account, right - 1], values[account, right]
    along = np.divide(hours - x0, x1 - x0, out=np.zeros(len(hours)), where=x1 > x0)
    return np.asarray(y0 + np.clip(along, 0.0, 1.0) * (y1 - y0))
