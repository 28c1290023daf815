"""Columns of categories whose header no list of words knows: what accounts trade in, or what is done for them.

Patent attorneys have the fields of their clients under `Technology`, trainers their courses under `Curso`. Where a list
has no other column of industries or of services, such a column is taken for the one that is missing, and asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from planner.detection.columns.mapped import Mapped, guessed
from planner.detection.columns.scores.column_profile import DIGIT, ColumnProfile, profile
from planner.detection.headers.field_words import Meaning, meanings_of
from planner.detection.headers.header_phrases import header_scores
from planner.detection.headers.header_words import header_words
from planner.detection.headers.work_words import names_work
from planner.detection.rows.body import Body
from planner.detection.table import Table
from planner.fields import Field
from planner.parsing.chances.chance_words import chance_of_words
from planner.parsing.first_names import is_first_name
from planner.parsing.header_text import read_header
from planner.parsing.kinds_of_business import names_business
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import is_stage, outcome_of
from planner.parsing.standing.statuses import status_of

OF_KINDS: Final = frozenset({Field.INDUSTRY, Field.SERVICE, Field.TYPE})
HARDLY: Final = 0.3
"""A header by whose words nothing else is likelier than this is not known."""
LEAST, LEAST_KINDS, SAID = 4, 3, 0.4
"""So many cells, so many different ones, and such a share of all rows make a column of categories."""
MOST_WORDS: Final = 5
FEW: Final = 0.15
"""Share of texts of another sort that a column of categories may have."""
SHORT: Final = 2.0
"""Mean number of words of kinds that stand once each in a short list; remarks are longer."""
SOME_KNOWN, SOME_PHRASES, AGAIN = 0.25, 0.3, 0.85
"""Shares of texts that are known kinds, or are written as kinds are and stand again, which show a column of them."""


def with_categories(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping with a column of categories for the industry or the service, where the list has none."""
    missing = [name for name in (Field.INDUSTRY, Field.SERVICE) if name not in {*mapped.columns, *mapped.given}]
    if not missing or Field.TYPE in mapped.columns:
        return mapped
    names = frozenset(body.columns[mapped.columns[Field.ACCOUNT]].low.values())
    for j in mapped.unmapped:
        if not table.headers[j] or not _is_unknown(table.headers[j]):
            continue
        look = profile(body.columns[j])
        if not _holds_kinds(look, names):
            continue
        name = _of_which(look, missing)
        if name is not None:
            missing.remove(name)
            mapped = mapped.taking(name, guessed(table, j), j)
    return mapped


def _is_unknown(header: str) -> bool:
    """Whether the words of a header name nothing but, perhaps, kinds of something."""
    named: list[tuple[Meaning, float]] = [*meanings_of(header_words(header)).items()]
    named += header_scores(read_header(header)).items()
    return all(score < HARDLY for meaning, score in named if meaning not in OF_KINDS)


def _holds_kinds(look: ColumnProfile, names: frozenset[str]) -> bool:
    """Whether a column holds short texts that are written as kinds of trade or of work are, and nothing else."""
    if look.size < LEAST or look.filled < SAID or len(look.low) < LEAST_KINDS or look.firms or look.places:
        return False
    others: Sequence[Callable[[str], object]] = (
        DIGIT.search, _is_long, _begins_like_person, _says_how_things_stand, names.__contains__
    )  # fmt: skip
    if max(1 - look.text, look.sentences, look.codes, look.initials, look.ticks, *map(look.share_of, others)) > FEW:
        return False
    known = look.share_of(lambda text: names_business(text) or names_work(text))
    phrases = look.share(look.texts_that(_is_phrase))
    return known >= SOME_KNOWN or (phrases >= SOME_PHRASES and (look.different < AGAIN or look.words <= SHORT))


def _is_long(text: str) -> bool:
    return len(text.split()) > MOST_WORDS


def _begins_like_person(text: str) -> bool:
    return any(map(is_first_name, text.split()[:1]))


def _says_how_things_stand(text: str) -> bool:
    said = relationship_of(text) or outcome_of(text) or is_stage(text) or status_of(text).said
    return bool(said) or chance_of_words(text) is not None


def _is_phrase(text: str) -> bool:
    """Whether a text is written as nouns are and names are not: in small letters, or several words with small ones."""
    return text[:1].islower() or any(word[0].islower() and len(word) > LEAST_KINDS for word in text.split()[1:])


def _of_which(look: ColumnProfile, missing: Sequence[Field]) -> Field | None:
    """Which of the fields that a list lacks its kinds are of: trades of the industry, all else of the service, where
    the list names the industries elsewhere or the kinds are known as work."""
    work, trades = look.share_of(names_work), look.share_of(names_business)
    if Field.INDUSTRY in missing and trades > work and trades >= SOME_KNOWN:
        return Field.INDUSTRY
    return Field.SERVICE if Field.SERVICE in missing and (work > trades or Field.INDUSTRY not in missing) else None
