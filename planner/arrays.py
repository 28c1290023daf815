"""The arrays that stages hand each other, once: their types, and what stands for a missing value of each kind.

Missing text is `""`, a missing number NaN, a missing date NaT; missing is never zero.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.fields import FIELDS, Field, Kind

Mask = NDArray[np.bool_]
Index = NDArray[np.intp]
Column = NDArray[Any]
"""Texts, Numbers or Dates, by the kind of the field."""
Texts = NDArray[np.object_]
Numbers = NDArray[np.float64]
Dates = NDArray[np.datetime64]
DATE_KINDS = frozenset({Kind.DATE})
TEXT_KINDS = frozenset({Kind.TEXT, Kind.NAMES, Kind.RELATIONSHIP})


def same_text(shape: int | tuple[int, ...], text: str) -> Texts:
    """An array that holds one text everywhere; `np.full` would make a new text for every place."""
    array = np.empty(shape, dtype=object)
    array.fill(text)
    return array


def missing(name: Field, size: int) -> Column:
    """An empty column of the right type for a field."""
    kind = FIELDS[name].kind
    if kind in TEXT_KINDS:
        return same_text(size, "")
    if kind in DATE_KINDS:
        return np.full(size, "NaT", dtype="datetime64[D]")
    return np.full(size, np.nan)
