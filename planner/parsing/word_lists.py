"""Lists of words as text, for modules that hold many of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces."""
    return frozenset(text.split())


def numbered(*texts: str) -> Mapping[str, int]:
    """The words of several texts, each with the place of its text, from 1.

    Example:
        >>> dict(numbered("one ein", "two zwei"))
        {'one': 1, 'ein': 1, 'two': 2, 'zwei': 2}
    """
    return MappingProxyType({word: number for number, text in enumerate(texts, 1) for word in text.split()})
