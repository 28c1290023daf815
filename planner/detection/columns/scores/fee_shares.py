"""A fee as a share of another sum (`Commission %`, `Taux hono` 0,22): neither the fee of a year nor a chance."""

from __future__ import annotations

from typing import Final

import numpy as np

from planner.detection.columns.scores.fee_words import RATES
from planner.detection.columns.scores.score import Column
from planner.detection.headers.field_words import weights_of
from planner.detection.headers.header_words import STOPPED, header_words
from planner.fields import Field
from planner.parsing.shares import parse_shares

MOSTLY: Final = 0.6
WHOLE: Final = 100.0
SURELY_A_FEE, SOME_CHANCE = 0.8, 0.5
"""How much a word of a header says for a fee that surely names one, and for a chance where it may name that instead."""
HIGHEST: Final = 0.4
"""Hardly a fee is a larger part of what it is of; of chances some are."""


def is_share(column: Column, in_thousands: bool = False) -> bool:
    """Whether a column holds percentages, or parts of 1 in no unit of money and of no time (`Annual fee`).

    Args:
        in_thousands: whether the sheet says that its money is in thousands.
    """
    look, header = column.profile, column.header
    if look.percents > MOSTLY:
        return True
    known = [abs(amount) for amount in look.amounts if amount]
    in_money = header.currency or header.factor > 1 or in_thousands
    if not known or in_money or header.per or look.money <= MOSTLY or look.signed:
        return False
    return (header.percent and look.median <= WHOLE) or (max(known) <= 1 and min(known) < 1)


def names_a_fee(column: Column) -> bool:
    """Whether the header of a column of shares names a fee; or nothing but a rate, and none is larger than a fee's."""
    said = set(header_words(column.header.text))
    if _most(said, Field.PROBABILITY) >= SOME_CHANCE:
        return False
    rate = bool(said & RATES) and said <= RATES | STOPPED
    return _most(said, Field.ANNUAL_FEE) >= SURELY_A_FEE or (rate and _largest(column) <= HIGHEST)


def is_share_of_a_fee(column: Column) -> bool:
    """Whether a column says what part of another sum the fee is."""
    return is_share(column) and names_a_fee(column)


def _most(said: set[str], name: Field) -> float:
    return max((weights_of(word).get(name, 0.0) for word in said), default=0.0)


def _largest(column: Column) -> float:
    """The largest of a column of shares, as a part of 1."""
    look = column.profile
    comma, percent = any("," in text for text in look.texts), column.header.percent and not look.fractions
    read = parse_shares(look.cells, decimal_comma=comma, percent_header=percent)
    return float(np.nanmax(read.values, initial=0.0))
