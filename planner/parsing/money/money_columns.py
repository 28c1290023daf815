"""Columns of money a year, and of plain numbers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from planner.parsing.cell_values import (
    Parsed,
    Problem,
    Unreadable,
    as_cells,
    as_floats,
    clean,
    each,
    wrong_cells,
)
from planner.parsing.money.bare_amounts import with_bare_months
from planner.parsing.money.fee_texts import read_fee, says_for_what
from planner.parsing.money.money import NO_RATES, NOTHING, SCALED, decimal_comma_votes, read_amount, thousands_sign
from planner.parsing.standing.legends import Legend, with_meanings
from planner.vocabulary import Severity


def with_explained_amounts(values: Sequence[Any], legend: Legend) -> Sequence[Any]:
    """The cells of a column of money with codes replaced by the amounts that a key says they mean (`M = £10-30k`)."""
    return with_meanings(values, legend, _is_amount)


def _is_amount(meaning: str) -> bool:
    try:
        amount, left = read_fee(meaning, False)
    except Unreadable:
        return False
    return not left and amount.value > 0 and not amount.percent


def parse_money(
    values: Sequence[Any],
    *,
    decimal_comma: bool,
    factor: float = 1.0,
    a_year: float = 1.0,
    rates: Mapping[str, float] = NO_RATES,
) -> Parsed:
    """A column of money per year, with its currencies, the commonest first.

    Args:
        factor: what the header says one unit is worth (1,000 for `($000)`).
        a_year: how many times a year the header says that it is paid (12 for `per month`); an amount that says itself
            for what it is (`6k in total`) is not multiplied.
        rates: what one unit of a currency is worth in the list's own; amounts in others are taken as they stand.
    """
    if (plain := as_cells(values).numbers) is not None:
        return Parsed(plain * factor * a_year)
    decimals = dict(zip(",.", decimal_comma_votes(as_cells(values).texts), strict=True))
    currencies: Counter[str] = Counter()
    ranges: set[str] = set()
    among: set[str] = set()

    def one(cell: Any) -> float:
        if isinstance(cell, bool | dt.date | dt.time | dt.timedelta):
            raise Unreadable(str(cell))
        if not isinstance(cell, str):
            return float(cell) * factor * a_year
        sign = thousands_sign(cell)
        comma = sign == "." if sign and not decimals[sign] else decimal_comma
        amount, left = read_fee(cell, comma)
        if amount.percent:
            raise Unreadable(cell)
        if amount.currency and amount.currency not in rates:
            currencies[amount.currency] += 1
        if amount.a_range:
            ranges.add(cell)
        scale = 1.0 if amount.unit and factor in SCALED else factor
        times = 1.0 if a_year != 1.0 and says_for_what(cell) else a_year
        if left and times == a_year:
            among.add(cell)
        return amount.value * rates.get(amount.currency, 1.0) * scale * times

    numbers, unreadable, errors = each(values, one, float("nan"))
    what, fix = "an amount of money", "Write a number such as 12,500."
    problems = list(wrong_cells(errors, unreadable, "money-unreadable", what, fix))
    if among:
        at = tuple(i for i, cell in enumerate(values) if cell in among)
        message = "{header} says “{value}”; its one amount was taken, the other words were left out."
        problems.append(Problem("money-among-words", Severity.NOTE, at, message, "Write the amount alone."))
    if ranges:
        at = tuple(i for i, cell in enumerate(values) if cell in ranges)
        problems.append(
            Problem(
                "money-range", Severity.NOTE, at,
                "{header} says “{value}”; the middle of the range was taken.", "Write one amount to decide yourself.",
            )
        )  # fmt: skip
    found = as_floats(numbers)
    if factor == a_year == 1.0:
        found, of_months = with_bare_months(values, found)
        problems += of_months
    signs = sorted(currencies, key=lambda sign: (-currencies[sign], sign))  # what most amounts are in comes first
    return Parsed(found, tuple(problems), tuple(signs))


def parse_number(values: Sequence[Any], *, decimal_comma: bool) -> Parsed:
    """A column of plain numbers."""
    if (plain := as_cells(values).numbers) is not None:
        return Parsed(plain.copy())
    numbers, unreadable, errors = each(values, partial(_plain_number, decimal_comma=decimal_comma), float("nan"))
    problems = wrong_cells(errors, unreadable, "number-unreadable", "a number", "Write a number such as 3.")
    return Parsed(as_floats(numbers), problems)


def _plain_number(cell: Any, decimal_comma: bool) -> float:
    if isinstance(cell, str):
        return read_amount(cell, decimal_comma, periods=True).value if any(c.isdigit() for c in cell) else _no(cell)
    if isinstance(cell, dt.date | dt.time | dt.timedelta):
        raise Unreadable(str(cell))
    return float(cell)


def _no(text: str) -> float:
    if clean(text).lower() in NOTHING | {"no"}:
        return 0.0
    raise Unreadable(text)
