"""Bare amounts among amounts a month (`£900` in a column of `£1.2k pm`), which are a month's too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from planner.arrays import Numbers
from planner.parsing.cell_values import Problem, as_cells
from planner.vocabulary import Severity

_A_MONTH: Final = re.compile(r"(?:/|\bper\b|\bp\.?)\s*(?:m|mo|mth|month|c\.?m)\b|(?<![^\W\d_])pc?m\b|\bmonthly\b", re.I)
_BARE: Final = re.compile(r"^\s*~?\s*[$€£]?\s?\d[\d.,]*\s?k?\s*[$€£]?\s*$", re.IGNORECASE)
LEAST_MONTHLY: Final = 3
FEW: Final = 1 / 3
"""At most so many bare amounts stand beside each amount a month."""
MONTHS: Final = 12.0


def with_bare_months(values: Sequence[Any], numbers: Numbers) -> tuple[Numbers, tuple[Problem, ...]]:
    """Amounts a year, few bare ones among amounts a month taken for a month's where they are of that size.

    Args:
        numbers: (n,) amounts a year as each cell says alone.
    """
    monthly = {text for text in as_cells(values).texts if _A_MONTH.search(text)}
    if not monthly:
        return numbers, ()
    known = numbers > 0
    of_month = np.array([cell in monthly for cell in values], dtype=np.bool_) & known
    bare = np.array([not isinstance(cell, str) or bool(_BARE.match(cell)) for cell in values], dtype=np.bool_)
    bare &= known & ~of_month
    count = int(np.count_nonzero(of_month))
    if count < LEAST_MONTHLY or not 0 < np.count_nonzero(bare) <= FEW * count:
        return numbers, ()
    a_month = numbers[of_month] / MONTHS
    alike = bare & (numbers >= a_month.min() / 2) & (numbers <= a_month.max())
    if not alike.any():
        return numbers, ()
    message = "{header} says “{value}” among amounts a month; it was taken for a month's too."
    problem = Problem(
        "money-of-a-month", Severity.NOTE, tuple(np.flatnonzero(alike).tolist()), message,
        "Write “a year” beside it if it is a year's.",
    )  # fmt: skip
    return np.where(alike, numbers * MONTHS, numbers), (problem,)
