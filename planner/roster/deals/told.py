"""What the remark beside an open deal says of it, where the list has no cell for that: a chance, a day, a fee."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Dates, Numbers, Texts
from planner.facts.value_words import value_words
from planner.facts.values import Values
from planner.fields import FIELDS, Field
from planner.parsing.money.fee_remarks import fee_in_remark
from planner.parsing.remarks.clue import Clue
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.remarks.remark_families import LATER, READY
from planner.parsing.remarks.remarks import CHANCE
from planner.parsing.standing.stages import OPEN
from planner.records.issues import Issue
from planner.roster.roster import Deals, Roster
from planner.text import count, listed
from planner.vocabulary import Severity

CODE: Final = "deals-worked-out"
SHOWN: Final = 5
C = TypeVar("C", Numbers, Dates)
Told = dict[int, float | np.datetime64]
"""What is said of deals, by row."""


def with_told(deals: Deals, values: Values) -> tuple[Deals, tuple[Issue, ...]]:
    """The deals with their gaps filled from the remarks in their rows, and a note on each field so filled."""
    clues = values.said
    opened = deals.state == "open"
    unsaid = opened & np.isnan(deals.probability)
    chances = {**_kept(_steps(values), unsaid & _says_nothing(deals.stage)), **_kept(_chances(clues), unsaid)}
    days = _kept(_days(clues), opened & np.isnat(deals.expected))
    fees = _kept(_fees(values), opened & np.isnan(deals.amount))
    deals = dataclasses.replace(
        deals,
        probability=_filled(deals.probability, chances),
        expected=_filled(deals.expected, days),
        amount=_filled(deals.amount, fees),
    )
    said = ((Field.PROBABILITY, chances), (Field.EXPECTED_DATE, days), (Field.ANNUAL_FEE, fees))
    names, sheet = values.columns[Field.ACCOUNT], values.found.table.sheet.name
    return deals, tuple(_note(name, told, names, sheet) for name, told in said if told)


def with_told_of_companies(roster: Roster, clues: Sequence[Clue]) -> Roster:
    """A roster of deals whose gaps are filled from the remarks on their companies, and a note on each field so filled.

    Args:
        clues: of the companies' remarks, by position of the account in the roster.
    """
    deals = roster.deals
    if deals is None or not clues:
        return roster
    opened = deals.state == "open"
    at = [(row, account) for row, account in enumerate(deals.account.tolist()) if opened[row]]

    def of_deals(told: Told, gaps: NDArray[np.bool_]) -> Told:
        return {row: told[account] for row, account in at if account in told and gaps[row]}

    chances = of_deals(_chances(clues), np.isnan(deals.probability) & _says_nothing(deals.stage))
    days = of_deals(_days(clues), np.isnat(deals.expected))
    if not chances and not days:
        return roster
    said = ((Field.PROBABILITY, chances), (Field.EXPECTED_DATE, days))
    names = roster.columns[Field.ACCOUNT][deals.account]
    notes = tuple(_note(name, told, names, roster.source.sheet) for name, told in said if told)
    filled = dataclasses.replace(
        deals, probability=_filled(deals.probability, chances), expected=_filled(deals.expected, days)
    )
    return dataclasses.replace(roster, deals=filled, issues=(*roster.issues, *notes))


def _says_nothing(stages: Texts) -> NDArray[np.bool_]:
    """(r,) whether a stage leaves the chance open: there is none, a number, or one that says nothing is settled."""
    silent = {stage for stage in set(stages) if not stage or stage.strip().isdigit() or stage.strip().lower() in OPEN}
    return np.array([stage in silent for stage in stages], dtype=np.bool_)


def _chances(clues: Sequence[Clue]) -> Told:
    return {one.account: one.chance for one in reversed(clues) if one.family == CHANCE and one.chance is not None}


def _steps(values: Values) -> Told:
    """The chance that goes with the furthest step that the remarks of a row tell of (`fee proposal sent 3 Nov`)."""
    rows = list(zip(values.texts.row.tolist(), values.texts.text.tolist(), strict=True))
    steps = {text: step for text in {text for _, text in rows} if (step := chance_of_progress(text)) is not None}
    found: dict[int, float] = {}
    for row, text in rows:
        if text in steps:
            found[row] = max(steps[text], found.get(row, 0.0))
    return dict(found)


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


def _note(name: Field, told: Told, names: Texts, sheet: str) -> Issue:
    kind = FIELDS[name].kind
    shown = [f"{names[row]} {value_words(kind, value)}" for row, value in list(told.items())[:SHOWN]]
    shown += [f"{len(told) - SHOWN:,} more"] if len(told) > SHOWN else []
    return Issue(
        CODE, Severity.NOTE,
        f"{FIELDS[name].title} of {count(len(told), 'deal')} was taken from the remarks beside: {listed(shown)}.",
        "Write it into a column of its own to decide yourself.", sheet,
    )  # fmt: skip
