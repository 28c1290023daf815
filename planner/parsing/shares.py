"""Chances and shares of today as people write them: `60%`, `0.6`, `High`, `1 in 3`, `half as much`.

Chances come back as 0 to 1. Whether a column of numbers is in percent is decided by the whole column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.parsing.cell_values import (
    Parsed,
    Problem,
    Unreadable,
    as_cells,
    as_floats,
    clean,
    each,
    is_missing,
    wrong_cells,
)
from planner.parsing.chances.chance_words import chance_among_words, chance_of_words
from planner.parsing.money.money import read_amount, to_number
from planner.parsing.scales import plain_numbers, share_of_signs
from planner.parsing.standing.legends import Legend, with_meanings
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import State
from planner.vocabulary import Severity

SCALES_OF_COUNTS = (5.0, 10.0)
LEAST_COUNTS, MOST_COUNTS = 3, 10
"""So many different whole numbers, of which the largest is near the top of a scale, are grades of it."""
SECOND_BEST = 0.8
ROUND_PERCENT = 5
"""Nothing but multiples of it are percentages (`5`, `10`)."""
PERCENT = re.compile(r"^[~≈]?\s?\d{1,3}(?:[.,]\d+)?\s?%")
_TIMES = re.compile(r"(?:[×x*]\s*(\d[\d.,]*)|(\d[\d.,]*)\s*[×x*])", re.IGNORECASE)


MOST_TIMES_TODAY = 5.0
"""A bare number above is no multiple of today's value: it is a percentage."""


MOST_OF_TODAY = 1_000.0
"""No share of today's value is above this."""


def parse_shares(
    values: Sequence[Any], *, decimal_comma: bool, percent_header: bool = False, top: float | None = None
) -> Parsed:
    """A column of chances, 0 to 1. A column that is mostly over 100 is left out as a whole, with one issue.

    Args:
        top: the best chance on the scale that the header names (5 for `Chance out of 5`), or None.
    """
    plain = as_cells(values).numbers
    scale = top or (None if percent_header else _scale_of_counts(values, decimal_comma))
    if scale is not None and scale < 100:
        return _on_scale(values, scale, decimal_comma, told=top is not None)
    if plain is not None and not np.any((plain < 0) | (plain > 1)):
        return Parsed(plain / 100 if percent_header and np.all(_whole(plain)) else plain)
    distinct = as_cells(values).distinct if len(values) > 500 else values
    bare = np.array(plain_numbers(distinct, decimal_comma))
    over, positive = int(np.sum(bare > 100)), int(np.sum(bare > 0))
    if over > 1 and over > 0.3 * positive:
        at = tuple(i for i, cell in enumerate(values) if plain_numbers((cell,), decimal_comma))
        problem = Problem(
            "chance-over-100", Severity.WARNING, at,
            "{header} holds numbers over 100, such as “{value}”, which no chance can be; the column was left out.",
            "The stage is used instead; map another column to the chance if there is one.", grouped=True,
        )  # fmt: skip
        return Parsed(np.full(len(values), np.nan), (problem,))
    percents = percent_header or bool(np.sum(bare > 1) > np.sum((bare > 0) & (bare < 1)))
    parse = partial(_one_share, percents=percents, decimal_comma=decimal_comma)
    shares, unreadable, errors = each(values, parse, float("nan"))
    what = "a chance between 0% and 100%"
    problems = wrong_cells(errors, unreadable, "chance-unreadable", what, "Write a percentage such as 40%.")
    return Parsed(as_floats(shares), problems)


def _scale_of_counts(values: Sequence[Any], decimal_comma: bool) -> float | None:
    """5 or 10 where a column of chances holds nothing but several whole numbers up to it: nobody has 2% to 5% of all.

    None for any other column.
    """
    cells = as_cells(values)
    filled = [cell for cell in cells.distinct if not is_missing(cell)]
    if not LEAST_COUNTS <= len(filled) <= MOST_COUNTS:
        return None
    bare = plain_numbers(filled, decimal_comma)
    if len(bare) < len(filled) or not all(number.is_integer() and number >= 0 for number in bare):
        return None
    if not any(number % ROUND_PERCENT for number in bare):
        return None
    return next((scale for scale in SCALES_OF_COUNTS if SECOND_BEST * scale <= max(bare) <= scale), None)


def _on_scale(values: Sequence[Any], top: float, decimal_comma: bool, *, told: bool) -> Parsed:
    """Chances on a scale up to `top`, of which the header tells or else the numbers; percentages stay what they are."""

    def one(cell: Any) -> float:
        numbers = plain_numbers((cell,), decimal_comma)
        if len(numbers) == 1 and 0 <= numbers[0] <= top:
            return numbers[0] / top
        return _one_share(cell, percents=True, decimal_comma=decimal_comma)

    shares, unreadable, errors = each(values, one, float("nan"))
    what = f"a chance between 0 and {top:g}"
    problems = list(wrong_cells(errors, unreadable, "chance-unreadable", what, "Write a percentage such as 40%."))
    found = as_floats(shares)
    if not told:
        problems.append(
            Problem(
                "chance-scale", Severity.WARNING, (int(np.nanargmax(found)),),
                f"{{header}} was read on a scale of 0 to {top:g}, as its numbers suggest: “{{value}}” as "
                f"{np.nanmax(found):.0%}.",
                "Write percentages, or the scale into its header, as in “Chance (0-5)”.", grouped=True,
            )
        )  # fmt: skip
    return Parsed(found, tuple(problems))


def _whole(numbers: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.asarray(np.isnan(numbers) | (numbers == np.round(numbers)), dtype=np.bool_)


def _one_share(cell: Any, *, percents: bool, decimal_comma: bool) -> float:
    if isinstance(cell, str):
        share = _share_of_text(clean(cell), percents, decimal_comma)
    elif isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable(str(cell))
    else:
        share = _scaled(float(cell), percents)
    if not 0 <= share <= 1:
        raise Unreadable(str(cell))
    return share


def _scaled(number: float, percents: bool) -> float:
    if percents:
        return number if 0 < number < 1 and number != int(number) else number / 100
    return number / 100 if number > 1 else number


def with_explained_chances(values: Sequence[Any], legend: Legend) -> Sequence[Any]:
    """The cells of a column of chances with words and codes replaced by the chances that a key says they mean, as
    percentages or in words (`H = 3 in 4`)."""
    return with_meanings(values, legend, _is_chance)


def _is_chance(text: str) -> bool:
    try:
        return 0 <= _share_of_text(text, percents=False, decimal_comma=False) <= 1
    except Unreadable:
        return False


def _share_of_text(text: str, percents: bool, decimal_comma: bool) -> float:
    if (said := chance_of_words(text)) is not None:
        return said
    if (stars := share_of_signs(text)) is not None:
        return stars
    if status_of(text).state is State.ENDED:
        return 0.0
    try:
        amount = read_amount(text, decimal_comma, periods=False)
    except Unreadable:
        if (said := chance_among_words(text)) is None:
            raise
        return said
    if amount.currency or amount.unit:
        raise Unreadable(text)
    return amount.value / 100 if amount.percent else _scaled(amount.value, percents)


def written_in_percent(values: Sequence[Any], decimal_comma: bool) -> bool | None:
    """Whether a column of shares of today's value writes them as 20 for 20%; None where its numbers do not show it."""
    bare = np.array(plain_numbers(values, decimal_comma))
    if np.any(bare > MOST_TIMES_TODAY):
        return True
    return False if np.any(bare != np.round(bare)) else None


def parse_share_of_today(values: Sequence[Any], *, decimal_comma: bool, percents: bool = False) -> Parsed:
    """A column of shares of today's value as fractions, 1 for 100%: `20`, `20%`, `0.2` and `×1.5` are read.

    Args:
        percents: whether bare numbers are percentages where the column itself does not show it.
    """
    own = written_in_percent(values, decimal_comma)
    unit = 0.01 if (percents if own is None else own) else 1.0

    def one(cell: Any) -> float:
        if isinstance(cell, str):
            text = clean(cell)
            if times := _TIMES.fullmatch(text):
                share = to_number(times[1] or times[2], decimal_comma)
            else:
                amount = read_amount(text, decimal_comma, periods=False)
                share = amount.value * (0.01 if amount.percent else unit)
        elif isinstance(cell, bool) or not isinstance(cell, int | float):
            raise Unreadable(str(cell))
        else:
            share = float(cell) * unit
        if not 0 <= share <= MOST_OF_TODAY:
            raise Unreadable(str(cell))
        return share

    shares, unreadable, errors = each(values, one, float("nan"))
    fix = "Write a percentage of today, such as 80%."
    return Parsed(
        as_floats(shares), wrong_cells(errors, unreadable, "percent-unreadable", "a percentage of today", fix)
    )
