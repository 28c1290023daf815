"""Cost to serve: money a year, or a share of the fee (`35%`, or a column of fractions)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from planner.arrays import Column
from planner.facts.money.currencies import converted
from planner.parsing.cell_values import Parsed, as_cells, is_missing, is_number
from planner.parsing.header_text import Header
from planner.parsing.money.money_columns import parse_money
from planner.parsing.shares import parse_shares
from planner.parsing.text_cells import Habits, column_decimal_comma


def parse_costs(
    values: Sequence[Any], header: Header, fee: Column | None, habits: Habits, signs: Sequence[str] | None = None
) -> Parsed:
    """Money a year; shares are taken of the fee beside them, and are missing where there is none.

    Args:
        signs: the currency of each row, where the list says one beside the amounts.
    """
    comma = column_decimal_comma(values, habits)
    cells = as_cells(values)
    numbers = [cell for cell in cells.distinct if is_number(cell)]
    percents = frozenset(text for text in cells.texts if text.strip().endswith("%"))
    fractions = bool(numbers) and all(0 <= number <= 1.5 for number in numbers) and any(0 < n < 1 for n in numbers)
    all_shares = header.percent or (fractions and not any(map(_is_money, cells.texts)))
    fees = np.full(len(values), np.nan) if fee is None else fee
    if all_shares:
        shares = parse_shares(values, decimal_comma=comma, percent_header=header.percent and not fractions)
        return Parsed(shares.values * fees, shares.problems)
    money = parse_money(
        ["" if cell in percents else cell for cell in cells] if percents else cells,
        decimal_comma=comma, factor=header.factor, a_year=header.per_year, rates=habits.rates,
    )  # fmt: skip
    money = money if signs is None else converted(money, list(cells), signs, habits.rates)
    if not percents:
        return money
    shares = parse_shares([cell if cell in percents else "" for cell in cells], decimal_comma=comma)
    found = np.where([cell in percents for cell in cells], shares.values * fees, money.values)
    return Parsed(found, (*money.problems, *shares.problems), money.currencies)


def _is_money(text: str) -> bool:
    return not is_missing(text) and not text.strip().endswith("%")
