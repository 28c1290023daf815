"""Headers that are known as they stand, and whether a text could be a header at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from planner.detection.headers.field_words import meanings_of
from planner.detection.headers.header_synonyms import LIKELY, SURE
from planner.detection.headers.header_words import header_words
from planner.detection.headers.other_headers import NEVER, PERSONS
from planner.fields import Field
from planner.parsing.header_text import MOST_HEADERS, Header, read_header

LONGEST_HEADER = 80
MOST_WORDS = 6
"""A text of more words is no header that is known by its single words."""
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(maxsize=1)
def known_headers() -> Mapping[str, tuple[Field, float]]:
    """The field that each known header names best, and how surely (1, or 0.6 for a likely one)."""
    known: dict[str, tuple[Field, float]] = {}
    for weight, source in ((0.6, LIKELY), (1.0, SURE)):
        for name in reversed(Field):
            known |= {f"~{' '.join(sorted(words.split()))}": (name, weight) for words in source[name]}
            known |= dict.fromkeys(source[name], (name, weight))
    for words in NEVER.values():
        for word in words:
            known.setdefault(word, (Field.NOTES, 0.3))
    for word in PERSONS:
        known.setdefault(word, (Field.NOTES, 0.3))
    return MappingProxyType(known)


def field_of(header: Header) -> tuple[Field, float] | None:
    """The field that a header names as it stands, and how surely."""
    known = known_headers()
    tries = (header.words, header.bare, f"~{' '.join(sorted(header.words.split()))}", *header.either)
    return next((known[words] for words in tries if words in known), None)


@lru_cache(maxsize=MOST_HEADERS)
def headerness(text: str) -> float:
    """How surely a text is a header, 0 to 1: by what is known of it as a whole, or by its words."""
    if len(text) > LONGEST_HEADER or not _LETTER.search(text):
        return 0.0
    found = field_of(read_header(text))
    whole = found[1] if found else 0.0
    parts = header_words(text)
    if whole >= 0.6 or not 0 < len(text.split()) <= MOST_WORDS:
        return whole
    return max(whole, 0.6 * max(meanings_of(parts).values(), default=0.0))


def names_account(header: str) -> bool:
    """Whether a header surely stands over the names of accounts."""
    found = field_of(read_header(header)) if header else None
    return found is not None and found[0] is Field.ACCOUNT and found[1] == 1.0


def may_name_account(header: str) -> bool:
    """Whether a header is known over the names of accounts, though it may be known over other things too."""
    found = field_of(read_header(header)) if header else None
    return found is not None and found[0] is Field.ACCOUNT


def names_field(header: str) -> bool:
    """Whether a header surely names some field."""
    found = field_of(read_header(header)) if header else None
    return found is not None and found[1] == 1.0
