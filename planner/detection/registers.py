"""Registers of work: one row a matter, mandate or case that the firm was given."""

from __future__ import annotations

from typing import Final

from planner.detection.found_list import FoundList
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.words.standing_words import patterns

MATTERS: Final = frozenset(
    patterns(
        """matter, matters, mandate, mandat, engagement, case, file, akte, aktenzeichen, dossier, affaire, expediente,
        asunto, zaak, pratica, processo, rechtssache, rechtsache, akt, causa, angelegenheit"""
    )
)
"""Words of headers over the names or numbers of work that the firm was given."""
MOSTLY: Final = 0.5
"""Where fewer rows name any work, they are accounts with a word on what they were last offered."""


def is_register(found: FoundList) -> bool:
    """Whether rows are the firm's own work and no deals: a column is headed so, and none says what may be won."""
    columns = found.mapped.columns
    if {Field.PROBABILITY, Field.STAGE} & columns.keys() or Field.DEAL not in columns:
        return False
    named = [cell for cell in found.body.columns[columns[Field.DEAL]] if not is_missing(cell)]
    return len(named) >= MOSTLY * len(found.body.rows) and bool(
        MATTERS & set(words_of(found.table.headers[columns[Field.DEAL]]))
    )
