"""Cost to serve: money a year, or a share of the fee (`35%`, or a column of fractions)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from planner.roster.amounts import parse_money
from planner.roster.cells import Habits, column_decimal_comma
from planner.roster.headers import Header
from planner.roster.parsed import Parsed, is_missing
from planner.roster.roster import Column
from planner.roster.scales import parse_shares


def parse_costs(values: Sequence[Any], header: Header, fee: Column | None, habits: Habits) -> Parsed:
    """Money a year; shares are taken of the fee beside them, and are missing where there is none."""
    comma = column_decimal_comma(values, habits)
    numbers = [cell for cell in values if isinstance(cell, int | float) and not isinstance(cell, bool)]
    texts = [isinstance(cell, str) and cell.strip().endswith("%") for cell in values]
    fractions = bool(numbers) and all(0 <= number <= 1.5 for number in numbers) and any(0 < n < 1 for n in numbers)
    all_shares = header.percent or (fractions and not any(_is_money(cell) for cell in values))
    fees = np.full(len(values), np.nan) if fee is None else fee
    if all_shares:
        shares = parse_shares(values, decimal_comma=comma, percent_header=header.percent and not fractions)
        return Parsed(shares.values * fees, shares.problems)
    money = parse_money(
        ["" if share else cell for cell, share in zip(values, texts, strict=True)],
        decimal_comma=comma, factor=header.factor * header.per_year, rates=habits.rates,
    )  # fmt: skip
    if not any(texts):
        return money
    shares = parse_shares(
        [cell if share else "" for cell, share in zip(values, texts, strict=True)], decimal_comma=comma
    )
    found = np.where(np.array(texts), shares.values * fees, money.values)
    return Parsed(found, (*money.problems, *shares.problems), money.currencies)


def _is_money(cell: Any) -> bool:
    return isinstance(cell, str) and not is_missing(cell) and not cell.strip().endswith("%")
