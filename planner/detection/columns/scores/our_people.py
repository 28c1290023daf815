"""Columns of the firm's own people whose headers could be those of the accounts (`Who had it`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning
from planner.fields import Field
from planner.parsing.first_names import is_first_name

OFTEN_AGAIN: Final = 0.7
MOSTLY_KNOWN: Final = 0.7


def first_names_again(columns: Sequence[Column], scored: Sequence[Mapping[Meaning, Score]]) -> frozenset[int]:
    """Columns of first names that stand again from row to row, beside one of names that are all others.

    A header that surely is one of accounts (`Pupil`) is believed.
    """
    apart = {one.at for one in columns if names_apart(one)}
    return frozenset(
        i
        for i, (column, own) in enumerate(zip(columns, scored, strict=True))
        if Field.ACCOUNT in own and not own[Field.ACCOUNT].sure_phrase and apart - {column.at} and _first_names(column)
    )


def _first_names(column: Column) -> bool:
    look = column.profile
    return look.different < OFTEN_AGAIN and look.share_of(is_first_name) > MOSTLY_KNOWN


def names_apart(column: Column) -> bool:
    """Whether a column holds names, nearly all of them different."""
    look = column.profile
    return look.names > 0.7 and look.different > 0.8 and look.words > 1.2 and look.sentences < 0.4
