"""Finding words in many texts at once: each text is cut into words one time, each word is looked up directly.

A pattern is one or more words in a row, without case or punctuation ("non profit" is also "Non-Profit"); a `*` at
its end stands for any ending ("pharma*"). Words are whole: "trust" is not found in "Trustmark".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case and accents."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(WORD.findall(text.casefold()))


@dataclass(frozen=True, eq=False)
class WordIndex:
    """Where each word stands.

    Attributes:
        texts: words of each of the u texts.
        places: positions of the texts that have a word.
        sorted_words: all words in order, to find those with a beginning.
    """

    texts: tuple[tuple[str, ...], ...]
    places: Mapping[str, list[int]]
    sorted_words: tuple[str, ...]

    def any_of(self, patterns: Iterable[str]) -> NDArray[np.bool_]:
        """(u,) whether a text has at least one of the patterns."""
        found = np.zeros(len(self.texts), dtype=bool)
        for pattern in patterns:
            found[self._having(pattern)] = True
        return found

    def first_of(self, patterns: Iterable[str], position: int) -> str:
        """The words of a text that fit the first pattern found in it, or `""`."""
        text = self.texts[position]
        return next(filter(None, (_found_in(text, words_of(p), p.endswith("*")) for p in patterns)), "")

    def _having(self, pattern: str) -> list[int]:
        wanted = words_of(pattern)
        if not wanted:
            return []
        stem = pattern.endswith("*")
        if len(wanted) > 1:
            return [i for i in self.places.get(wanted[0], ()) if _found_in(self.texts[i], wanted, stem)]
        if not stem:
            return self.places.get(wanted[0], [])
        first = bisect_left(self.sorted_words, wanted[0])
        last = bisect_left(self.sorted_words, wanted[0] + "\U0010ffff")
        return [position for word in self.sorted_words[first:last] for position in self.places[word]]


def index_words(texts: Iterable[str]) -> WordIndex:
    """Index of the words in some texts."""
    cut = tuple(map(words_of, texts))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for position, words in enumerate(cut):
        for word in words:
            places[word].append(position)
    return WordIndex(cut, places, tuple(sorted(places)))


def _found_in(text: tuple[str, ...], wanted: tuple[str, ...], stem: bool) -> str:
    *heads, tail = wanted
    for start in range(len(text) - len(heads)):
        end = text[start + len(heads)]
        if list(text[start : start + len(heads)]) == heads and (end == tail or (stem and end.startswith(tail))):
            return " ".join((*heads, end))
    return ""
