"""Lists of words as text, for modules that hold many of them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by spaces."""
    return frozenset(text.split())
