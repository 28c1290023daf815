"""Whether two problems are of the same list and settings, whichever run of the stages made them."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from planner.allocation.problem import Limit, Problem
from planner.valuation.response.curves import Curves


def same_but_balance(one: Problem, other: Problem) -> bool:
    """Whether two problems differ in the balance and its weights at the most."""
    kept = (item.name for item in fields(Problem) if item.name not in ("aim", "weights", "balance_weight"))
    return all(_alike(getattr(one, name), getattr(other, name)) for name in kept)


def _alike(one: object, other: object) -> bool:
    if one is other:
        return True
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, (Curves, Limit)) and type(one) is type(other):
        return all(_alike(getattr(one, item.name), getattr(other, item.name)) for item in fields(one))
    return one == other
