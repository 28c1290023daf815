"""The best division of given hours among the groups: how near to the balance they can be said to come.

An account's hours h_i may count as h_iG for the groups it serves, `h_iG ≤ ρ_iG·h_i` with ρ_iG the group's strength
over the account's strongest, `Σ_G h_iG = h_i`. By Gale's theorem on transportation the totals c_G that can be
reached are those with `Σ_G c_G = Σ_i h_i` and `Σ_{G∈A} c_G ≤ Σ_i min(1, Σ_{G∈A} ρ_iG)·h_i` for each set A of
groups; with three groups that is a box cut by one plane, so the least deviation needs no solver.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from planner.allocation.problem import Numbers
from planner.goods import GROUP_INDEX, GROUPS

COUNT = len(GROUPS)


@dataclass(frozen=True, eq=False)
class Split:
    """Hours by group, (3,), and those by which they fall under or pass the band."""

    hours: Numbers
    under: Numbers
    over: Numbers

    def deviation(self, *, leave_open: bool) -> float:
        """`Σ under + excess`, as the plan counts it: what passes the band beyond what is under it is excess.

        Where hours stay open instead of passing the band, all that passes it is.
        """
        under, over = float(self.under.sum()), float(self.over.sum())
        return under + over if leave_open else max(under, over)


def relative_strength(strength: Numbers) -> Numbers:
    """(n, 3) each group's strength over the account's strongest, from (n, 5) strengths; 0 without any."""
    groups = np.zeros((len(strength), COUNT))
    known = np.nan_to_num(strength)
    for good, group in enumerate(GROUP_INDEX):
        groups[:, group] = np.maximum(groups[:, group], known[:, good])
    strongest = groups.max(axis=1, initial=0.0)[:, np.newaxis]
    return np.asarray(np.divide(groups, strongest, out=np.zeros_like(groups), where=strongest > 0))


def best_split(hours: Numbers, relative: Numbers, floor: Numbers, ceiling: Numbers) -> Split:
    """The division of (n,) hours that misses the band by least, exactly; hours of no group count for none.

    Args:
        relative: (n, 3) from `relative_strength`.
        floor, ceiling: (3,) band in hours.
    """
    least, most, total = _reachable(hours, relative)
    low, high = np.clip(floor, least, most), np.clip(ceiling, least, most)
    if total < low.sum():
        chosen = _between(least, low, total)
    elif total > high.sum():
        chosen = _between(high, most, total)
    else:
        chosen = _between(low, high, total)
    return Split(chosen, np.maximum(floor - chosen, 0.0), np.maximum(chosen - ceiling, 0.0))


def _reachable(hours: Numbers, relative: Numbers) -> tuple[Numbers, Numbers, float]:
    """Least and most hours of each group, and the total that the three have to add to."""
    most = relative.T @ hours
    total = float(hours[relative.max(axis=1, initial=0.0) > 0].sum())
    others = relative.sum(axis=1)[:, np.newaxis] - relative
    least = total - np.minimum(others, 1.0).T @ hours
    return np.minimum(np.maximum(least, 0.0), most), most, total


def _between(start: Numbers, end: Numbers, total: float) -> Numbers:
    """The point on the way from `start` to `end` whose sum is `total`."""
    room = float((end - start).sum())
    return start + (end - start) * (min(max((total - float(start.sum())) / room, 0.0), 1.0) if room > 0 else 0.0)
