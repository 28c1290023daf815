"""How surely a header names each field: as it stands, in another order, with typos, or with more words before it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from planner.detection.headers.field_words import weights_of
from planner.detection.headers.header_synonyms import LIKELY, SURE
from planner.detection.headers.header_words import header_words
from planner.detection.headers.other_headers import NEVER
from planner.fields import Field
from planner.parsing.header_text import MOST_HEADERS, Header

KIND_OF = 0.65
"""How surely a word for types before what they are of names them, as behind it (`farm type`)."""
SAME_WORD = 65
"""Words at least so much alike (0 to 100, rapidfuzz's ratio) are one word with typos."""
_NO_DIGITS = re.compile(r"\D+")
_OF_WHICH = re.compile(r"^(\w+) (?:of|de|des|d|du|della?|di|do|da|der|van|von) \w")
"""A noun with what it is of behind it (`Type of farm`)."""
_NUMBERED = re.compile(r"(?: \d+)+$")


@lru_cache(maxsize=1)
def _sorted_synonyms() -> dict[str, list[tuple[Field, float]]]:
    """Fields by header words (and by the same words sorted), with how surely they are named."""
    table: dict[str, list[tuple[Field, float]]] = {}
    for weight, source in ((1.0, SURE), (0.75, LIKELY)):
        for name, words in source.items():
            for text in dict.fromkeys(words):
                table.setdefault(text, []).append((name, weight))
                ordered = " ".join(sorted(text.split()))
                table.setdefault(f"~{ordered}", []).append((name, weight - 0.03))
    return table


@lru_cache(maxsize=1)
def _fuzzy_choices() -> tuple[tuple[str, Field], ...]:
    return tuple((text, name) for name, words in SURE.items() for text in words if len(text) >= 6)


@lru_cache(maxsize=MOST_HEADERS)
def header_scores(header: Header) -> Mapping[Field, float]:
    """How surely a header names each field, 0 to 1; fields that it does not name are left out."""
    table = _sorted_synonyms()
    scores: dict[Field, float] = {}
    expanded = header_words(header.text)  # a single word that is short for another says less than a phrase
    spelt_out = ((" ".join(expanded), 0.05),) if len(expanded) > 1 else ()
    for words, less in ((header.words, 0.0), (header.bare, 0.02), *spelt_out):
        ordered = " ".join(sorted(words.split()))
        for name, weight in (*table.get(words, ()), *table.get(f"~{ordered}", ())):
            scores[name] = max(scores.get(name, 0.0), weight - less)
    for words in header.either:
        for name, weight in table.get(words, ()):
            scores[name] = max(scores.get(name, 0.0), 0.9 * weight)
    if max(scores.values(), default=0.0) < 0.7:
        for name, score in (*_near(_NUMBERED.sub("", header.words)), *_near(_NUMBERED.sub("", header.bare))):
            scores[name] = max(scores.get(name, 0.0), score)
        noun = _OF_WHICH.match(header.words)
        if noun and Field.TYPE in dict(table.get(noun[1], ())):
            scores[Field.TYPE] = max(scores.get(Field.TYPE, 0.0), KIND_OF)
    for name, never in NEVER.items():
        if header.words in never or header.bare in never:
            scores.pop(name, None)
    return scores


@lru_cache(maxsize=MOST_HEADERS)
def _near(words: str) -> tuple[tuple[Field, float], ...]:
    """Fields whose header this one resembles: typos, or a known header at its end (`likely annual fee`)."""
    from rapidfuzz import fuzz, process

    choices = _fuzzy_choices()
    found = []
    if len(words) >= 4:
        texts = [text for text, _ in choices]
        for text, ratio, index in process.extract(words, texts, scorer=fuzz.ratio, limit=3, score_cutoff=85):
            if _misspelt(words, text):
                found.append((choices[index][1], 0.9 * ratio / 100))
    parts = words.split()
    for start in range(1, len(parts)):
        tail = " ".join(parts[start:])
        for name, weight in _sorted_synonyms().get(tail, ()):
            sure = weight == 1.0 and len(parts) - start >= start and tail not in {"account", "client", "company"}
            if sure or (weight > 0.7 and len(parts) - start > 1):
                found.append((name, 0.65 if sure else 0.55))
    return tuple(found)


def _misspelt(words: str, known: str) -> bool:
    """Whether words are a known header with typos, and none of them is another word.

    `type of org` is none of `type of job`, nor `échéance` of `chance`.
    """
    from rapidfuzz import fuzz

    if _NO_DIGITS.sub(" ", words) != _NO_DIGITS.sub(" ", known):  # a number more or less is no typo (`Response 0`)
        return False
    one, other = words.split(), known.split()
    if len(one) != len(other):  # written as one word, or as two
        return True
    pairs = [(word, right) for word, right in zip(one, other, strict=True) if word != right]
    return all(
        word[0] == right[0] and fuzz.ratio(word, right) >= SAME_WORD and not _another(word, right)
        for word, right in pairs
    )


def _another(word: str, right: str) -> bool:
    """Whether a word is known in its own right, and no more than the plural of the other (`renewals`, `referrals`)."""
    return word.rstrip("s") != right.rstrip("s") and bool(weights_of(word))
