"""Lists of words as text, for modules that hold many of them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


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


_PARTICIPLES: Final = MappingProxyType(
    {
        "ado": ("ada", "ados", "adas"), "ido": ("ida", "idos", "idas"),
        "ato": ("ata", "ati", "ate"), "ito": ("ita", "iti", "ite"), "uto": ("uta", "uti", "ute"),
    }
)  # fmt: skip
"""The other endings of Spanish and Portuguese (`-ado`) and of Italian participles (`-ato`)."""


def in_all_genders(words: tuple[str, ...]) -> tuple[str, ...]:
    """Single words with the other endings of Romance participles: a quote is `facturada` where a job is `facturado`.

    Example:
        >>> in_all_genders(("facturado", "won"))
        ('facturado', 'won', 'facturada', 'facturados', 'facturadas')
    """
    single = (word for word in words if " " not in word)
    more = (f"{word[:-3]}{end}" for word in single for end in _PARTICIPLES.get(word[-3:], ()))
    return tuple(dict.fromkeys((*words, *more)))
