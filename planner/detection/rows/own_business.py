"""What a meeting speaks of besides its accounts: the rows under `AOB` in minutes are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from planner.parsing.header_text import plain
from planner.parsing.standing.standing_words import patterns

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
