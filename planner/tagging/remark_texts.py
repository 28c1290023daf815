"""The remarks that rules look at: all free texts of each account, and what they say and deny."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from planner.arrays import Texts, same_text
from planner.fields import Field
from planner.parsing.remarks.clue import shortened
from planner.parsing.remarks.not_meant import is_years_ahead, names_who_sent
from planner.parsing.remarks.phrases import Phrases, clauses_of
from planner.parsing.remarks.remark_families import READY, SENDS_WORK
from planner.parsing.remarks.remarks import is_denied, without_what_waits
from planner.roster.roster import Roster

MOST_RULES = 256
"""So many rules' phrases are kept ready."""
APART = "\n"
"""Stands between two remarks on one account."""


def joined_remarks(roster: Roster) -> Texts:
    """(n,) all remarks on each account, one a line; of its notes alone where the list keeps no other remarks."""
    if roster.texts is None:
        return roster.text(Field.NOTES)
    joined = same_text(roster.size, "")
    for account, text in zip(roster.texts.row.tolist(), roster.texts.text.tolist(), strict=True):
        joined[account] = f"{joined[account]}{APART}{text}" if joined[account] else text
    return joined


def remarks_of(roster: Roster, accounts: set[int]) -> Iterator[tuple[int, str, str]]:
    """The remarks on some accounts: account, text, and `Sheet!Cell` or `""`."""
    texts = roster.texts
    if texts is None:
        notes = roster.text(Field.NOTES)
        yield from ((account, notes[account], "") for account in sorted(accounts))
        return
    wanted = np.zeros(roster.size, dtype=bool)
    wanted[list(accounts)] = True
    at = np.flatnonzero(wanted[texts.row])
    parts = (part[at].tolist() for part in (texts.row, texts.text, texts.sheet, texts.cell))
    yield from ((account, text, f"{sheet}!{cell}") for account, text, sheet, cell in zip(*parts, strict=True))


READY_PHRASES = frozenset(READY.phrases)
"""What waits for something, or is of a person who is to start there, makes nobody ready."""


SENDING_PHRASES = frozenset(SENDS_WORK.phrases)
"""Who was sent by somebody that a remark names sends nobody for that."""


class Sayings:
    """Which of some phrases texts say on a day and which they deny; every line is gone through once for all phrases."""

    def __init__(self, texts: Sequence[str], phrases: Iterable[str], today: dt.date) -> None:
        wanted = _prepared(tuple(dict.fromkeys(phrases)))
        lines = [text.split(APART) for text in texts]
        known = {line: _in(line, wanted, today) for line in {line for of_text in lines for line in of_text}}
        self.said: list[frozenset[str]] = []
        self.denied: list[frozenset[str]] = []
        for of_text in lines:
            said, denied = (frozenset().union(*part) for part in zip(*map(known.__getitem__, of_text), strict=True))
            self.said.append(said)
            self.denied.append(denied - said)

    def saying(self, phrases: Iterable[str]) -> list[bool]:
        """Whether each text says one of some phrases."""
        wanted = frozenset(phrases)
        return [not wanted.isdisjoint(said) for said in self.said]

    def denying(self, phrases: Iterable[str]) -> list[bool]:
        """Whether each text denies one of some phrases and says none of them."""
        wanted = frozenset(phrases)
        return [
            not wanted.isdisjoint(denied) and wanted.isdisjoint(said)
            for said, denied in zip(self.said, self.denied, strict=True)
        ]


@lru_cache(MOST_RULES)
def _prepared(phrases: tuple[str, ...]) -> Phrases[str]:
    """Phrases ready to be looked for; the rules of one list are mostly those of the next."""
    return Phrases((phrase, phrase) for phrase in phrases)


def _in(text: str, wanted: Phrases[str], today: dt.date) -> tuple[frozenset[str], frozenset[str]]:
    if not text:
        return frozenset(), frozenset()
    words = clauses_of(text)
    said: set[str] = set()
    denied: set[str] = set()
    for found in wanted.all(words):
        (denied if is_denied(words, found) else said).add(found.means)
    ready = said & READY_PHRASES
    if ready and (rest := without_what_waits(text)) != text:
        said -= ready - {found.means for found in wanted.all(clauses_of(rest))}
    if ready and is_years_ahead(text, today):
        said -= ready
    if said & SENDING_PHRASES and names_who_sent(text):
        said -= SENDING_PHRASES
    return frozenset(said), frozenset(denied)


class Quotes:
    """Quotes remarks in which one of some phrases stands; each different remark is gone through once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._wanted = _prepared(tuple(phrases))
        self._known: dict[str, str] = {}

    def of(self, text: str) -> str:
        """The remark, shortened, or `""` where none of the phrases stands in it."""
        if text not in self._known:
            self._known[text] = shortened(text) if self._wanted.first(clauses_of(text)) else ""
        return self._known[text]
