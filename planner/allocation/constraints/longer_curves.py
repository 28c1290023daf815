"""Response curves that go on beyond an account's own maximum, for asking what it would do without it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planner.arrays import Index, Numbers
from planner.valuation.response.curves import Curves

BEYOND = (0.1, 0.3, 1.0)
"""Knots added beyond a curve's end, as shares of the hours that are left."""


def extended(curves: Curves, highest: Numbers) -> Curves:
    """The same curves, going on as the true ones do (but still concave) out to `highest` (n,) hours."""
    end = curves.hours[:, -1]
    room = np.maximum(highest - end, 0.0)
    added = end[:, None] + room[:, None] * np.array(BEYOND)
    longer = np.hstack([curves.hours, added])
    share, exact = (_on(curves, values, added) for values in (curves.share, curves.exact))
    order = np.argsort(np.diff(longer, axis=1) <= 0, axis=1, kind="stable")
    knots, share, exact = (_reordered(values, order) for values in (longer, share, exact))
    return replace(curves, hours=knots, share=share, exact=exact)


def _reordered(values: Numbers, order: Index) -> Numbers:
    """Knots (n, K) with their pieces in another order, so that the padding comes last again."""
    steps = np.take_along_axis(np.diff(values, axis=1), order, axis=1)
    return np.hstack([values[:, :1], values[:, :1] + np.cumsum(steps, axis=1)])


def _on(curves: Curves, share: Numbers, added: Numbers) -> Numbers:
    """Shares (n, K + added) at knots beyond the end, rising as the true curve does but never faster than before."""
    width, gain = np.diff(curves.hours, axis=1), np.diff(share, axis=1)
    slope = np.divide(gain, width, out=np.zeros_like(gain), where=width > 0)
    last = np.where(width > 0, slope, np.inf).min(axis=1)
    rows = [share]
    before, x = share[:, -1], curves.hours[:, -1]
    for k in range(added.shape[1]):
        step = added[:, k] - x
        rise = np.maximum(curves.at(added[:, k]) - curves.at(x), 0.0)
        rise = np.where(np.isfinite(last), np.minimum(rise, np.nan_to_num(last, posinf=0.0) * step), rise)
        before, x = before + rise, added[:, k]
        rows.append(before[:, None])
    return np.hstack(rows)
