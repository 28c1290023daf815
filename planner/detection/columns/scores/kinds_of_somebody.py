"""Headers of what sort somebody is, or where (`Sponsor's trade`): the noun names the column, not whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.detection.columns.scores.money_columns import NO_SCORE
from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning, weights_of
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.first_names import is_first_name
from planner.parsing.kinds_of_business import names_business
from planner.parsing.word_lists import words

PERSONS: Final = frozenset({Field.OWNER, Field.ECONOMIC_BUYER, Field.CHAMPION})
KINDS: Final = (Field.INDUSTRY, Field.REGION)
NAMES_A_KIND: Final = 0.6
OF_SOMEBODY: Final = words("of du des de del della do da von van")
"""Before whose it is; the noun then stands first (`Branche du sponsor`)."""
APART: Final = frozenset("(/&+,|")
"""Signs between two things that a header names, of which either may stand under it."""
MOSTLY: Final = 0.5
SAYS_SO: Final = 0.5
"""From here on a header says that a column holds industries, or types of accounts."""
SOME_KINDS: Final = 0.25
"""A column of types with so many known kinds, or with fewer names, says what businesses accounts are."""


def noun_of_kind(column: Column) -> str:
    """The word of a header that names a kind or a place beside a word for a person, or `""`."""
    said = header_words(column.header.text)
    if len(said) < 2 or APART & set(column.header.text) or _holds_persons(column):
        return ""
    first = bool(OF_SOMEBODY & set(said[1:]))
    noun, others = (said[0], said[1:]) if first else (said[-1], said[:-1])
    whose = any(weights_of(word).get(name, 0.0) >= NAMES_A_KIND for word in others for name in PERSONS)
    return noun if whose and _is_kind(noun) else ""


def names_no_persons(column: Column) -> bool:
    """Whether a column holds no persons, whosever its header says it is: kinds of business, or such a noun says so."""
    if noun_of_kind(column):
        return True
    return column.profile.share_of(names_business) > MOSTLY and not _holds_persons(column)


def says_trades(column: Column, scores: Mapping[Meaning, Score]) -> bool:
    """Whether a column names the industries of accounts, or calls them types: kinds, no relationships and no names."""
    if scores.get(Field.INDUSTRY, NO_SCORE).header > SAYS_SO:
        return True
    typed = scores.get(Field.TYPE, NO_SCORE).header > SAYS_SO
    kinds = column.profile.share_of(names_business) > SOME_KINDS or column.profile.names < SOME_KINDS
    return typed and kinds and not scores.get(Field.RELATIONSHIP, NO_SCORE).values


def _is_kind(noun: str) -> bool:
    weights = weights_of(noun)
    persons = max(weights.get(name, 0.0) for name in PERSONS)
    return max(weights.get(name, 0.0) for name in KINDS) >= NAMES_A_KIND > persons


def _holds_persons(column: Column) -> bool:
    look = column.profile
    return look.initials > MOSTLY or look.share_of(_begins_like_person) > MOSTLY


def _begins_like_person(text: str) -> bool:
    return any(map(is_first_name, text.lower().split()[:1]))
