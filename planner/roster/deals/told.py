"""What the remark beside an open deal says of it, where the list has no cell for that: a chance, a day, a fee."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Dates, Numbers
from planner.facts.value_words import value_words
from planner.facts.values import Values
from planner.fields import FIELDS, Field
from planner.parsing.money.fee_remarks import fee_in_remark
from planner.parsing.remarks.clue import Clue
from planner.parsing.remarks.remark_families import LATER, READY
from planner.parsing.remarks.remarks import CHANCE
from planner.records.issues import Issue
from planner.roster.roster import Deals
from planner.text import count, listed
from planner.vocabulary import Severity

CODE: Final = "deals-worked-out"
SHOWN: Final = 5
C = TypeVar("C", Numbers, Dates)
Told = dict[int, float | np.datetime64]
"""What is said of deals, by row."""


def with_told(deals: Deals, values: Values) -> tuple[Deals, tuple[Issue, ...]]:
    """The deals with their gaps filled from the remarks in their rows, and a note on each field so filled."""
    clues = values.clues or ()
    opened = deals.state == "open"
    chances = _kept(_chances(clues), opened & np.isnan(deals.probability) & (deals.stage == ""))
    days = _kept(_days(clues), opened & np.isnat(deals.expected))
    fees = _kept(_fees(values), opened & np.isnan(deals.amount))
    deals = dataclasses.replace(
        deals,
        probability=_filled(deals.probability, chances),
        expected=_filled(deals.expected, days),
        amount=_filled(deals.amount, fees),
    )
    said = ((Field.PROBABILITY, chances), (Field.EXPECTED_DATE, days), (Field.ANNUAL_FEE, fees))
    return deals, tuple(_note(name, told, values) for name, told in said if told)


def _chances(clues: Sequence[Clue]) -> Told:
    return {one.account: one.chance for one in reversed(clues) if one.family == CHANCE and one.chance is not None}


def _days(clues: Sequence[Clue]) -> Told:
    found: Told = {}
    for family in (READY.name, LATER.name):
        for clue in clues:
            if clue.family == family and clue.date is not None:
                found.setdefault(clue.account, clue.date)
    return found


def _fees(values: Values) -> Told:
    said: dict[int, set[float]] = {}
    for row, text in zip(values.texts.row.tolist(), values.texts.text.tolist(), strict=True):
        fee = fee_in_remark(text, only=False)
        if fee is not None:
            said.setdefault(row, set()).add(fee)
    return {row: fees.pop() for row, fees in said.items() if len(fees) == 1}


def _kept(told: Told, wanted: NDArray[np.bool_]) -> Told:
    return {row: value for row, value in told.items() if wanted[row]}


def _filled(column: C, told: Told) -> C:
    filled = column.copy()
    for row, value in told.items():
        filled[row] = value
    return filled


def _note(name: Field, told: Told, values: Values) -> Issue:
    names, kind = values.columns[Field.ACCOUNT], FIELDS[name].kind
    shown = [f"{names[row]} {value_words(kind, value)}" for row, value in list(told.items())[:SHOWN]]
    shown += [f"{len(told) - SHOWN:,} more"] if len(told) > SHOWN else []
    return Issue(
        CODE, Severity.NOTE,
        f"{FIELDS[name].title} of {count(len(told), 'deal')} was taken from the remarks beside: {listed(shown)}.",
        "Write it into a column of its own to decide yourself.", values.found.table.sheet.name,
    )  # fmt: skip
