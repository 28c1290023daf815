"""Rows of one's own that are no accounts: what a meeting speaks of under `AOB`, and what was typed to try a program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planner.parsing.header_text import plain
from planner.parsing.standing.words.standing_words import patterns

TITLES: Final = frozenset(
    patterns(
        """aob, any other business, housekeeping, matters arising, sonstiges, verschiedenes, divers, questions diverses,
        ruegos y preguntas, varios, rondvraag, varie"""
    )
)


def under_own_business(titles: Mapping[int, str], size: int) -> Iterator[tuple[int, str]]:
    """Positions of the rows under titles of a meeting's own business, and the title.

    Args:
        titles: titles of groups of rows, by position.  size: how many rows there are.
    """
    title = ""
    for i in range(size):
        if i in titles:
            title = titles[i] if plain(titles[i]) in TITLES else ""
        elif title:
            yield i, title


_TRIED: Final = re.compile(
    r"^(?:test(?:s|ing)?(?: (?:test|company|account|client|customer|deal|lead|contact|ltd|inc|gmbh|ag|sarl|bv|firma))*"
    r"|dummy(?: (?:company|account|client|customer|deal|contact|record))?"
    r"|(?:sample|example) (?:company|account|client|deal)|test ?(?:firma|kunde|unternehmen|klant|bedrijf)"
    r"|muster(?:firma|kunde|mann gmbh| ag| gmbh)|max mustermann|(?:entreprise|societe|client|compte) (?:de )?test"
    r"|(?:empresa|cliente|cuenta) de prueba|(?:azienda|cliente) di prova|(?:empresa|cliente) (?:de )?teste|asdf+"
    r"|(?:test|dummy)\b.*\b(?:ignore|delete|do not use|bitte ignorieren))(?: \d+)?$"
)
_SAMPLE: Final = re.compile(r"\(sample (?:contact|company|deal|account)\)", re.IGNORECASE)
_AS_ONE_TRIES: Final = re.compile(r"test|dummy|sample|example|muster|prueba|prova|asdf", re.IGNORECASE)
"""What every such name has in it; others need not be looked at."""


def trial_rows(names: Sequence[object]) -> Iterator[int]:
    """Positions of the rows that were typed to try a program, as their name says as a whole (`Test Company`).

    Example:
        >>> list(trial_rows(["Test Company", "Test Valley Council", "Test deal – ignore", "Testing Labs Ltd"]))
        [0, 2]
    """
    for i, name in enumerate(names):
        if isinstance(name, str) and _AS_ONE_TRIES.search(name) and (_TRIED.match(plain(name)) or _SAMPLE.search(name)):
            yield i
