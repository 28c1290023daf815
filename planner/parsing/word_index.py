"""Finding words in many texts at once: all texts are cut into words one time, each word is looked up directly.

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
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Index

WORD = re.compile(r"[^\W_]+")
_WORD_OR_END = re.compile(r"[^\W_]+|\n")
_SPACED = {mark: " " for mark in range(128) if not chr(mark).isalnum() and mark != ord("\n")}
_NOWHERE = np.zeros(0, dtype=np.intp)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without case and accents."""
    return tuple(WORD.findall(_folded(text)))


@lru_cache(maxsize=4096)
def _pattern(text: str) -> tuple[tuple[str, ...], bool]:
    """The words of a pattern, and whether the last may have any ending; the same are looked for in all lists."""
    return words_of(text), text.endswith("*")


def _folded(text: str) -> str:
    if not text.isascii():
        text = _FOREIGN.sub(_without_accents, text)
    return text.casefold()


def _without_accents(match: re.Match[str]) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", match[0]) if not unicodedata.combining(c))


@dataclass(frozen=True, eq=False)
class WordIndex:
    """Where each word stands.

    Attributes:
        texts: u of them, as they are written.
        codes: (w,) number of each word of all the texts in turn.  places: (w,) position of its text.
        numbers: of each different word, of the end of a text and of nothing at all.
    """

    texts: tuple[str, ...]
    codes: Index
    places: Index
    numbers: Mapping[str, int]

    def any_of(self, patterns: Iterable[str]) -> NDArray[np.bool_]:
        """(u,) whether a text has at least one of the patterns."""
        found = np.zeros(len(self.texts), dtype=bool)
        for pattern in patterns:
            wanted, stem = _pattern(pattern)
            at = self._begins(wanted, stem) if wanted else _NOWHERE
            if len(at):
                found[self.places[at]] = True
        return found

    def first_of(self, patterns: Iterable[str], position: int) -> str:
        """The words of a text that fit the first pattern found in it, or `""`."""
        text = words_of(self.texts[position])
        return next(filter(None, (_found_in(text, words_of(p), p.endswith("*")) for p in patterns)), "")

    def _begins(self, wanted: tuple[str, ...], stem: bool) -> Index:
        """Where among all words some words begin in a row, within one text."""
        last = len(wanted) - 1
        numbers = [self._fitting(word, stem and step == last) for step, word in enumerate(wanted)]
        if not all(numbers):
            return _NOWHERE
        at = np.concatenate([self._order[self._bounds[n] : self._bounds[n + 1]] for n in numbers[0]] or [_NOWHERE])
        for step, fitting in enumerate(numbers[1:], 1):
            if not len(at):
                break
            at = at[at + step < len(self.codes)]
            at = at[(self.places[at + step] == self.places[at]) & np.isin(self.codes[at + step], fitting)]
        return at

    def _fitting(self, word: str, stem: bool) -> list[int]:
        """Numbers of the words that are, or with `stem` begin with, a word."""
        if not stem:
            return [self.numbers[word]] if word in self.numbers else []
        first, last = bisect_left(self._sorted, word), bisect_left(self._sorted, word + "\U0010ffff")
        return [self.numbers[one] for one in self._sorted[first:last]]

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.numbers)

    @cached_property
    def _order(self) -> Index:
        """Positions in `codes`, by word."""
        return np.argsort(self.codes.astype(np.min_scalar_type(len(self.numbers))), kind="stable")

    @cached_property
    def _bounds(self) -> Index:
        """Where in `_order` each word's positions begin."""
        return np.append(0, np.cumsum(np.bincount(self.codes, minlength=len(self.numbers))))


def index_words(texts: Iterable[str]) -> WordIndex:
    """Index of the words in some texts."""
    written = tuple(texts)
    lines = "\n".join(written)
    if lines.count("\n") >= len(written):
        lines = "\n".join(text.replace("\n", " ") for text in written)
    words = _words_and_ends(_folded(lines))
    numbers: defaultdict[str, int] = defaultdict(None, {"\n": 0, "": 1})
    numbers.default_factory = numbers.__len__
    codes = np.fromiter(map(numbers.__getitem__, words), np.intp, len(words))
    said = codes > numbers[""]
    return WordIndex(written, codes[said], np.cumsum(codes == numbers["\n"])[said], numbers)


def _words_and_ends(folded: str) -> list[str]:
    """The words of some lines and the ends of the lines; nothing at all may stand between them."""
    if folded.isascii():
        return folded.translate(_SPACED).replace("\n", " \n ").split(" ")
    return _WORD_OR_END.findall(folded)


def _found_in(text: tuple[str, ...], wanted: tuple[str, ...], stem: bool) -> str:
    *heads, tail = wanted
    for start in range(len(text) - len(heads)):
        end = text[start + len(heads)]
        if list(text[start : start + len(heads)]) == heads and (end == tail or (stem and end.startswith(tail))):
            return " ".join((*heads, end))
    return ""
