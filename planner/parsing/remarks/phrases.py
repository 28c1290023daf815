"""Phrases looked for in short texts, word by word; what begins with a word is looked up directly.

A phrase is a few words in a row, without case, accents or punctuation. A word may end in `*` (any ending), `*` alone
stands for up to four words, `?` for one word that may name a kind, and `#` for a small number in figures or words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

from planner.parsing.word_lists import numbered
from planner.parsing.word_lists import words as words_in

T = TypeVar("T")
Pattern = tuple[str, ...]
WORD: Final = re.compile(r"[^\W_]+(?:[&+][^\W_]+)*")
_NOT: Final = re.compile(r"(?<=n)['’`](?=t\b)")
GAP: Final = 4
MOST_WORDS: Final = 4096
"""So many words are remembered with the phrases that begin with them."""
BREAK: Final = "|"
"""Stands between clauses among the words of a text; no phrase reaches over it."""
NO_KIND: Final = words_in(
    """new big proper real paying ever client time of the their his her its to for in on at by draft year quarter month
    meeting call with and was is we they half phase stage choice"""
)
"""Words that `?` does not stand for: they name no kind (`first IP client`, and not `first big client`)."""
_CLAUSES: Final = re.compile(
    r"[.;,!?:()\[\]–—\n•]+|\s-+\s"
    r"|\b(?:but(?!\s(?:non\s)?lucratif)|aber|mais(?!\W*$|\s(?:tarde|adiante))|pero|maar|sondern|however|although)\b"
)
"""Where clauses end; French `but` is a purpose, and Portuguese `mais` is more."""
_DECIMAL: Final = re.compile(r"(?<=\d)[.,](?=\d)")

NUMBERS: Final = numbered(
    "one ein eine einen un une uno una een",
    "two zwei deux dos twee couple both",
    "three drei trois tres drie",
    "four vier quatre cuatro",
    "five funf cinq cinco vijf",
    "six sechs seis zes",
    "seven sieben sept siete zeven",
    "eight acht huit ocho",
    "nine neun neuf nueve negen",
    "ten zehn dix diez tien",
)


_ABBREVIATED = re.compile(r"\b(evtl?|ev|ggf|vllt|bzw|zzt|vrsl|f|mind|ca|env|aprox|prob)\.(?=\s)")
"""Words that are cut short behind which no clause ends (`evtl. 2028`)."""
STROKED: Final = str.maketrans({"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"})
"""Letters that Unicode does not take apart."""


def fold(text: str) -> str:
    """Text without case and accents, `can't` as one word."""
    low = _NOT.sub("", text.casefold())
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low.translate(STROKED)) if not unicodedata.combining(c))


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in the form in which phrases are compared."""
    return tuple(WORD.findall(fold(text)))


def clauses_of(text: str) -> tuple[str, ...]:
    """The words of a text with a `BREAK` wherever a clause ends."""
    parts = _CLAUSES.split(_ABBREVIATED.sub(r"\1 ", _DECIMAL.sub("", fold(text))))
    words: list[str] = []
    for part in parts:
        found = WORD.findall(part)
        words += [BREAK, *found] if found and words else found
    return tuple(words)


REPORT: Final = 40
"""A text of more words reports on a talk: of its figures few are of the deal."""


def is_report(text: str) -> bool:
    """Whether a text is no short remark, but tells of a meeting at length."""
    return text.count(" ") >= REPORT


def number_of(word: str) -> int | None:
    """The small number that a word is, or None."""
    if word.isdecimal() and len(word) < 3:
        return int(word)
    return NUMBERS.get(word)


@dataclass(frozen=True)
class Found(Generic[T]):
    """A phrase found among some words: what it stands for, and where it begins and ends."""

    means: T
    start: int
    end: int


class _Beginning(Generic[T]):
    """The phrases that begin with a word, each with its rank: all; those that need a certain next word; the others."""

    def __init__(self, phrases: Sequence[tuple[int, Pattern, T]]) -> None:
        self.all = phrases
        self.anyhow: list[tuple[int, Pattern, T]] = []
        self.before: defaultdict[str, list[tuple[int, Pattern, T]]] = defaultdict(list)
        for one in phrases:
            settled = len(one[1]) > 1 and one[1][1][-1] not in "*#?"
            (self.before[one[1][1]] if settled else self.anyhow).append(one)


class Phrases(Generic[T]):
    """Phrases and what each of them means, in the order in which they count."""

    def __init__(self, table: Iterable[tuple[str, T]]) -> None:
        whole: defaultdict[str, list[tuple[int, Pattern, T]]] = defaultdict(list)
        stems: defaultdict[str, list[tuple[int, Pattern, T]]] = defaultdict(list)
        for rank, (phrase, means) in enumerate(table):
            words = _pattern(phrase)
            if words:
                (stems if words[0][-1] == "*" else whole)[words[0].rstrip("*")].append((rank, words, means))
        self._whole, self._stems = dict(whole), dict(stems)
        self._lengths = sorted({len(stem) for stem in stems})
        self._least = self._lengths[0] if stems else 0
        self._starts = frozenset(stem[: self._least] for stem in stems)
        self._beginning = lru_cache(MOST_WORDS)(self._look_up)  # the words of remarks recur

    def _look_up(self, word: str) -> _Beginning[T]:
        """What begins with a word."""
        found = list(self._whole.get(word, ()))
        if word[: self._least] in self._starts:  # few words begin like a stem
            prefixes = (word[:length] for length in self._lengths if length <= len(word))
            found += [one for prefix in prefixes for one in self._stems.get(prefix, ())]
        if "#" in self._whole and number_of(word) is not None:
            found += self._whole["#"]
        return _Beginning(found)

    def all(self, words: Sequence[str]) -> Iterator[Found[T]]:
        """Every phrase that stands among some words, from left to right."""
        for start, word in enumerate(words):
            begins = self._beginning(word)
            if not begins.all:
                continue
            following = words[start + 1] if start + 1 < len(words) else ""
            for _, pattern, means in (*begins.anyhow, *begins.before.get(following, ())):
                end = _fits(words, start, pattern)
                if end:
                    yield Found(means, start, end)

    def first(self, words: Sequence[str]) -> T | None:
        """What the phrase means that counts before the others found, or None."""
        best: tuple[int, T] | None = None
        for start, word in enumerate(words):
            for rank, pattern, means in self._beginning(word).all:
                if (best is None or rank < best[0]) and _fits(words, start, pattern):
                    best = (rank, means)
        return best[1] if best is not None else None


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> Pattern:
    parts = fold(phrase).split()
    words = [
        part if part in {"*", "#", "?"} else "".join(WORD.findall(part)) + "*" * part.endswith("*") for part in parts
    ]
    return tuple(filter(None, re.sub(r"n t(?= |$)", "nt", " ".join(words)).split(" ")))


def _fits(words: Sequence[str], at: int, pattern: Sequence[str]) -> int:
    """Where a pattern that begins at a word ends, or 0 where it does not fit."""
    for step, wanted in enumerate(pattern):
        if wanted == "*":
            return _after_gap(words, at, pattern[step + 1 :])
        if at >= len(words):
            return 0
        word = words[at]
        if wanted == "?":
            if word == BREAK or word in NO_KIND:
                return 0
            at += 1
            continue
        stem = wanted[-1] == "*" and word.startswith(wanted[:-1])
        if not (word == wanted or stem or (wanted == "#" and number_of(word) is not None)):
            return 0
        at += 1
    return at


def _after_gap(words: Sequence[str], at: int, pattern: Sequence[str]) -> int:
    """Where a pattern ends that begins at a word or up to `GAP` words on, within one clause; 0 where none does."""
    for start in range(at, at + GAP + 1):
        end = _fits(words, start, pattern)
        if end or (start < len(words) and words[start] == BREAK):
            return end
    return 0
