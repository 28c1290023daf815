"""Columns of the firm's own people under headers that could be those of others: of accounts (`Who had it`), of trades
(`Architect`), of champions (`Coach`), of whatever else is somebody's (`Whose`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning, weights_of
from planner.detection.headers.header_synonyms import WHOSE
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.first_names import is_first_name
from planner.parsing.text_shapes import split_names
from planner.parsing.word_lists import words

OFTEN_AGAIN: Final = 0.7
MOSTLY_KNOWN: Final = 0.7
MOSTLY_NAMES: Final = 0.6
HARDLY: Final = 0.5
OF_OURS: Final = 0.5
"""A better score names owners; a word of such a weight may well name somebody of the firm."""
TRADES: Final = words(
    """architect solicitor lawyer attorney avocat avocate notaire architecte arzt arztin anwalt anwaltin notar notarin
    architekt architektin abogado abogada arquitecto arquitecta advocaat notaris avvocato avvocata advogado advogada"""
)
"""Headers of a trade that may be the firm's own, or that of others who stand beside the account."""
OWN_PEOPLE, ASKED, ASIDE = 0.4, 0.6, 0.45
"""Under a header of a trade the firm's own people are a few that stand again and again. Other names are used and asked
about; where hardly any stands twice, they are only asked about."""


def most_as_owner(column: Column, values: float, people: Collection[str]) -> float:
    """The highest score that a column may have as that of the owners, whatever its header says of it.

    Args:
        values: how much its values look like owners.  people: those of the firm's own that the sheet names, in lower
            case.
    """
    if column.header.words in WHOSE:  # departments, too, have what is theirs
        known = any(part in people or is_first_name(part) for text in column.profile.low for part in split_names(text))
        return 1.0 if known else ASKED
    said = header_words(column.header.text)
    if values >= OWN_PEOPLE or not said or not TRADES.issuperset(said):
        return 1.0
    return ASIDE if column.profile.different > OFTEN_AGAIN else ASKED


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


def champions_of_several(columns: Sequence[Column], scored: Sequence[Mapping[Meaning, Score]]) -> frozenset[int]:
    """Columns under a word for a champion (`Coach`) whose names stand again beside other companies.

    A company has a champion of its own, so these are the firm's people. Under a word that names nobody of the firm
    (`Sponsor`) only first names or initials are, and only where no other column names the owners.
    """
    apart = {one.at for one in columns if _all_others(one)}
    owned = {i for i, own in enumerate(scored) if Field.OWNER in own and own[Field.OWNER].total > HARDLY}
    return frozenset(
        i
        for i, (column, own) in enumerate(zip(columns, scored, strict=True))
        if Field.CHAMPION in own
        and apart - {column.at}
        and _a_few_names(column)
        and (_may_be_ours(column) or (not owned - {i} and _short_names(column)))
    )


def _a_few_names(column: Column) -> bool:
    return column.profile.few and column.profile.names > MOSTLY_NAMES


def _may_be_ours(column: Column) -> bool:
    return weights_of(column.header.words).get(Field.OWNER, 0.0) >= OF_OURS


def _short_names(column: Column) -> bool:
    return _first_names(column) or column.profile.initials > MOSTLY_KNOWN


def _first_names(column: Column) -> bool:
    look = column.profile
    return look.different < OFTEN_AGAIN and look.share_of(is_first_name) > MOSTLY_KNOWN


def names_apart(column: Column) -> bool:
    """Whether a column holds names, nearly all of them different."""
    return _all_others(column) and column.profile.words > 1.2


def _all_others(column: Column) -> bool:
    look = column.profile
    return look.names > 0.7 and look.different > 0.8 and look.sentences < 0.4
