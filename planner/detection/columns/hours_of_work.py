"""Hours that clients buy (`Hrs pm` of a retainer), which are no hours for winning work: nobody has so many for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from planner.arrays import Numbers
from planner.detection.columns.mapped import Mapped
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.cell_values import as_cells
from planner.parsing.durations import parse_hours
from planner.parsing.header_text import Header, read_header
from planner.parsing.money.money_columns import parse_money
from planner.parsing.word_lists import words

BOUGHT: Final = words(
    """included including inclusive allowance contracted retained purchased bought prepaid bundle inkl inklusive
    inbegriffen enthalten vereinbart incluses inclus comprises incluidas incluidos contratadas inbegrepen inclusief
    gecontracteerd incluse comprese"""
)
"""Words of headers of hours that a fee pays for (`Hrs incl. pm`)."""
MOST_A_WEEK: Final = 20.0
"""So many hours a week each are more than those who do the work as well have for winning it."""
_WEEKS: Final = 13.0
WEEKS_A_YEAR: Final = 52.0
LEAST_BILLED: Final = 4
LEAST_TO_WIN: Final = 3
"""Where so many accounts with a chance have hours too, those are hours that nobody pays for yet."""
MOST_AN_HOUR: Final = 600.0
"""No hour costs more; fees over hours of winning work come to more, and are of no one rate."""
ABOUT: Final = 1.6
MOSTLY: Final = 0.8
"""So many rates lie within so much of the usual one."""


def are_of_work(column: int, header: Header, mapped: Mapped, columns: Sequence[Sequence[Any]]) -> bool:
    """Whether hours are what fees pay for, by their header or their size, or those a week or a month are more than the
    list's owners have for winning work."""
    if BOUGHT & set(header_words(header.text)):
        return True
    if not header.per:
        return False
    hours = parse_hours(columns[column], header=header.hours, weeks=_WEEKS, decimal_comma=False).values
    owner, fee = mapped.columns.get(Field.OWNER), mapped.columns.get(Field.ANNUAL_FEE)
    people = len(as_cells(columns[owner]).texts - {""}) if owner is not None else 1
    if _sum_without_total(hours) > MOST_A_WEEK * _WEEKS * max(people, 1):
        return True
    chance = mapped.columns.get(Field.PROBABILITY)
    if chance is not None and int(np.sum((hours > 0) & as_cells(columns[chance]).said)) >= LEAST_TO_WIN:
        return False
    return fee is not None and _are_billed(hours * WEEKS_A_YEAR / _WEEKS, columns[fee], mapped, fee)


def _sum_without_total(hours: Numbers) -> float:
    """The hours of all accounts, without a total under them that comes to as much as the others."""
    whole, most = float(np.nansum(hours)), float(np.nanmax(hours, initial=0.0))
    return whole - most if np.isclose(most, whole - most) else whole


def _are_billed(hours: Numbers, cells: Sequence[Any], mapped: Mapped, column: int) -> bool:
    """Whether fees are what hours a year come to, at nearly one rate an hour: those that clients pay for."""
    header = mapped.readings.get(column) or read_header(mapped.matches[Field.ANNUAL_FEE].header)
    fees = parse_money(cells, decimal_comma=False, factor=header.factor, a_year=header.per_year).values
    known = (hours > 0) & (fees > 0)
    if np.count_nonzero(known) < LEAST_BILLED:
        return False
    rates = fees[known] / hours[known]
    usual = float(np.median(rates))
    alike = (rates >= usual / ABOUT) & (rates <= usual * ABOUT)
    return usual <= MOST_AN_HOUR and float(np.mean(alike)) >= MOSTLY
