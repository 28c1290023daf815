"""Amounts among the words of a column of what is offered next (`Prossimo / preventivo`: `monitoraggio 55.000`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Numbers, Texts
from planner.detection.found_list import FoundList
from planner.detection.headers.header_words import header_words
from planner.facts.column_issues import issues_of
from planner.facts.money.two_fees import third_told
from planner.fields import Field
from planner.parsing.cell_values import Unreadable, as_cells, is_number
from planner.parsing.money.fee_texts import read_fee
from planner.parsing.money.money import thousands_sign
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Relationship

OFFERS: Final = words(
    """angebot angebote offerte offerten offertes devis proposition propositions offre offres presupuesto presupuestos
    propuesta propuestas oferta ofertas cotizacion preventivo preventivi offerta orcamento proposta voorstel
    quote quotes proposal proposals quotation"""
)
"""Words of headers of what is offered."""
LEAST: Final = 100.0
"""Less is no offer, but a number of something."""
MOSTLY: Final = 0.6
"""Of the cells of such a column so many hold an amount."""


def with_offered_amounts(
    found: FoundList, columns: Mapping[Field, Column], relationship: Texts, decimal_comma: bool
) -> tuple[Mapping[Field, Column], tuple[Issue, ...]]:
    """The fees of those who are no clients and have none, from what is offered to them, and a note on it; both are
    empty where nothing is filled.

    Args:
        relationship: (n,) values of `Relationship` or `""`.
    """
    offered = offered_amounts(found, decimal_comma) if Field.ANNUAL_FEE in columns else None
    if offered is None:
        return {}, ()
    j, amounts = offered
    fees = columns[Field.ANNUAL_FEE]
    gaps = np.isnan(fees) & np.isfinite(amounts) & (relationship != str(Relationship.CLIENT))
    if not gaps.any():
        return {}, ()
    told = third_told(gaps)
    return {Field.ANNUAL_FEE: np.where(gaps, amounts, fees)}, tuple(issues_of(found, j, (told,)))


def offered_amounts(found: FoundList, decimal_comma: bool) -> tuple[int, Numbers] | None:
    """A column of offers that is no field and the (n,) amounts in it, NaN where there is none; None without one."""
    for j in found.mapped.unmapped:
        if not OFFERS & set(header_words(found.table.headers[j])):
            continue
        cells = as_cells(found.body.columns[j])
        amounts = np.array([_amount(cell, decimal_comma) for cell in cells], dtype=np.float64)
        known: NDArray[np.bool_] = np.isfinite(amounts)
        if known.sum() >= max(2, MOSTLY * np.count_nonzero(cells.said)):
            return j, amounts
    return None


def _amount(cell: Any, decimal_comma: bool) -> float:
    if is_number(cell):
        return float(cell) if cell >= LEAST else np.nan
    try:
        comma = decimal_comma or (isinstance(cell, str) and thousands_sign(cell) == ".")
        value = read_fee(cell, comma)[0].value if isinstance(cell, str) and cell.strip() else np.nan
    except (Unreadable, ValueError):
        return float("nan")
    return value if value >= LEAST else float("nan")
