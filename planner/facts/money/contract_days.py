"""What a list says of contracts: whether its days are those on which they end, and which are over by a word."""

from __future__ import annotations

from typing import Final

from planner.detection.found_list import FoundList
from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.facts.money.offered_amounts import OFFERS
from planner.fields import Field
from planner.parsing.cell_values import as_cells
from planner.parsing.dates.contract_words import CONTRACTS, DUE, ENDS, LAST_DAYS, RENEWALS
from planner.parsing.header_text import read_header
from planner.parsing.standing.relationships import relationship_of
from planner.vocabulary import Relationship

OF_A_TERM: Final = 0.4
"""From here on a header says when a contract ends."""


def tells_of_contracts(found: FoundList) -> bool:
    """Whether the days of a list are those on which contracts end, and not those of decisions on what is offered."""
    headers, columns = found.table.headers, found.mapped.columns
    day, fee = (headers[columns[name]] if name in columns else "" for name in (Field.EXPECTED_DATE, Field.ANNUAL_FEE))
    return are_of_contracts(day, fee)


def are_of_contracts(day: str, fee: str) -> bool:
    """Whether days under one header, beside fees under another, are those on which contracts end or are renewed."""
    said = set(header_words(day))
    if OFFERS & {*said, *header_words(fee)}:
        return False
    told = bool((RENEWALS | LAST_DAYS) & said) or bool(CONTRACTS & said and ENDS & said) or _ends(day)
    return told or (bool(DUE & said) and read_header(fee).per_year > 1.0)


def contracts_over(found: FoundList) -> list[tuple[int, str]]:
    """Rows with a word for what is over (`ended`, `cancelled Aug`) among ends of contracts or fees, and the word."""
    told = []
    fee = found.mapped.columns.get(Field.ANNUAL_FEE)
    for j, header in enumerate(found.table.headers):
        if j == fee or _ends(header):
            cells = as_cells(found.body.columns[j])
            over = {text for text in cells.texts if relationship_of(text) is Relationship.PAST_CLIENT}
            told += [(i, cell) for i, cell in enumerate(cells) if cell in over] if over else []
    return told


def _ends(header: str) -> bool:
    """Whether a header says when a contract ends."""
    return bool(header) and meanings_of(header_words(header)).get(Other.TERM, 0.0) >= OF_A_TERM
