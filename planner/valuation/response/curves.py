"""Response curves as stages hand them on: what extra time brings on each account."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cached_property

import numpy as np

from planner.arrays import Index, Mask, Numbers
from planner.records.issues import Issue


@dataclass(frozen=True, eq=False)
class Curves:
    """Share of an account's value reached with h hours.

    The value added by h hours is `worth · (share(h) − share(0)) / reference`.

    Attributes:
        low, high: (n,) share with no time and with unlimited time (of the value at full effort, or at today's
            effort where the five questions are answered).
        half: (n,) hours to get half of the way from low to high.
        gamma: (n,) exponent of ADBUDG; above 1 the curve is S-shaped.
        maximum: (n,) most hours the account can take.
        hours, share: (n, K) knots of the piecewise-linear concave envelope from 0 to `maximum`, padded at the
            end by repeating the last knot.
        exact: (n, K) the true curve at the same knots; below `share` only where the curve is S-shaped.
        answered: (n,) whether the five questions were answered; error: (n,) root mean square of the fit.
        reference: (n,) share at which the account's worth is reached: 1 where the fee is what full effort may
            bring, the share of today's hours where it is what today's time brings.
        size: (n,) how much more time than usual for its relationship the account can use. Both 1 if not given.
    """

    low: Numbers
    high: Numbers
    half: Numbers
    gamma: Numbers
    maximum: Numbers
    hours: Numbers
    share: Numbers
    exact: Numbers
    answered: Mask
    error: Numbers
    reference: Numbers = field(default_factory=lambda: np.ones(0))
    size: Numbers = field(default_factory=lambda: np.ones(0))
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        for name in ("reference", "size"):
            if not len(getattr(self, name)):
                object.__setattr__(self, name, np.ones(len(self.low)))

    @cached_property
    def bent(self) -> Mask:
        """(n,) accounts whose exact curve lies below its envelope."""
        return np.asarray((self.share - self.exact).max(axis=1, initial=0.0) > 1e-12)

    def at(self, hours: Numbers) -> Numbers:
        """The exact curve `low + (high − low)·h^γ / (half^γ + h^γ)` at (…, n) hours (Little 1970)."""
        powered = np.power(hours, self.gamma)
        reach = np.divide(
            powered, np.power(self.half, self.gamma) + powered, out=np.zeros_like(powered), where=powered > 0
        )
        return np.asarray(self.low + (self.high - self.low) * reach)

    def reached(self, account: Index, hours: Numbers, *, exact: bool = False) -> Numbers:
        """(r,) share reached with (r,) hours on the accounts (r,), along the knots of the envelope, or of the curve."""
        values, last = self.exact if exact else self.share, self.hours.shape[1] - 1
        right = np.clip((self.hours[account] < hours[:, None]).sum(axis=1), 1, last)
        x0, x1 = self.hours[account, right - 1], self.hours[account, right]
        y0, y1 = values[account, right - 1], values[account, right]
        along = np.divide(hours - x0, x1 - x0, out=np.zeros(len(hours)), where=x1 > x0)
        return np.asarray(y0 + np.clip(along, 0.0, 1.0) * (y1 - y0))

    def only(self, accounts: Index) -> Curves:
        """The curves of some of the accounts."""
        kept = {one.name: getattr(self, one.name)[accounts] for one in fields(self) if one.name != "issues"}
        return Curves(**kept)
