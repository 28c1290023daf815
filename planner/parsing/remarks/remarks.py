"""Clues in remarks: what partners wrote beside an account, read phrase by phrase, with their negations.

A clue is a guess: it quotes the remark and its cell, and waits to be confirmed. Dates are days; referrals are a year's;
a chance is 0 to 1.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

import numpy as np

from planner.parsing.history.closing import has_closed
from planner.parsing.history.leaving import asking_again, has_left, is_for_good, may_come_back
from planner.parsing.history.lost_bids import lost_bid
from planner.parsing.remarks.chances_in_remarks import chance_in
from planner.parsing.remarks.clue import Clue, shortened
from planner.parsing.remarks.days_in_remarks import day_in
from planner.parsing.remarks.decision_days import decision_in
from planner.parsing.remarks.not_meant import means_otherwise
from planner.parsing.remarks.phrases import BREAK, GAP, Found, Phrases, clauses_of, number_of
from planner.parsing.remarks.remark_families import (
    ENDED,
    FAMILIES,
    LATER,
    NEGATIONS_AFTER,
    NEGATIONS_BEFORE,
    NO_NEGATIONS,
    NOT_TO_WIN,
    READY,
    SENDS_WORK,
)
from planner.parsing.remarks.remark_family import Family
from planner.parsing.remarks.remark_phrases_english import MONTHS
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.words.standing_words import patterns
from planner.vocabulary import Relationship

T = TypeVar("T")
CHANCE: Final = "chance"
BEFORE, AFTER = 4, 2
"""So many words before and behind a phrase may turn it round."""
NO_PEOPLE: Final = frozenset(
    patterns(
        """rfp, rfq, brief, email, mail, draft, documents, docs, document, contract, data, comments, files, file,
        invoice, invoices, tender, offer, questions, question, list, accounts, books, papers, proposal, quote,
        christmas, card, wine, hamper, angebot, rechnung, unterlagen, dossier, factura, contrato, offerte"""
    )
)
"""What is sent, behind `sent us`, where it is no work."""
NOTHING: Final = frozenset({"nothing", "nichts", "rien", "nada", "niets"})
"""Right before a phrase it turns it round (`nothing new for us`)."""
NEVER: Final = frozenset({"never", "nie", "niemals", "nicht", "jamais", "nunca", "mai", "nooit", "niet"})
"""In the gap of a phrase that somebody sends work they turn it round (`hat uns nie empfohlen`)."""
ENOUGH: Final = frozenset({"enough"})
"""Behind a phrase it takes a denial back: who cannot recommend us enough recommends us."""
SENDING: Final = ("sen", "schick", "envi", "envo", "mand", "stuur", "stur")
US: Final = frozenset(patterns("us, me, uns, mir, nous, nos, ons, mij"))
_ENDS_IN_NO: Final = re.compile(r"[.;–—-]\s*no(?: thanks| go)?\s*[.!]*$", re.IGNORECASE)
"""A remark that ends in a bare no (`they need level 1, we are level 2. no`)."""
NO_OF: Final = frozenset(
    patterns(
        """budget, budgets, money, funds, funding, rush, hurry, decision, decisions, capacity, need, news, change,
        changes,
        problem, problems, meeting, meetings, before, until, till, earlier, sooner, appetite"""
    )
)
"""Behind a no, which is none to the firm (`told us no budget till April`)."""
WORK: Final = frozenset(
    patterns("deal, matter, case, project, job, sale, file, round, loan, transaction, engagement, exit")
)
"""What is closed without an end to anything (`deal closed 2025`)."""
HAS_LEFT: Final = frozenset((word, BREAK) for word in ("left", "gone", "ceased", "lost"))
"""How a remark begins on somebody who has left (`LEFT – went to another firm`)."""
IS_LOST: Final = frozenset(
    {(BREAK, "lost"), (BREAK, "don", "t"), (BREAK, "dont"), (BREAK, "avoid"), (BREAK, "leave", "it")}
)
"""How a remark ends on a deal that is lost (`went with the big four - lost`)."""
_BLOCKED = re.compile(
    r"\b(?:nothing|not?|never|no one|nobody|won['’]?t)\b[^.;,]{0,40}\b(?:before|until|till)\b[^.;,]*", re.IGNORECASE
)
"""`nothing signed before the new CEO starts`: what follows is when, not what."""
AGAIN = re.compile(
    r"(?<!not\s)(?<!n['’]t\s)(?<!dont\s)(?<!never\s)(?<!not\sto\s)(?<!nie\s)(?<!jamais\s)(?<!nunca\s)(?<!nooit\s)"
    r"(?<!mai\s)(?<!non\s)(?<!n[ãa]o\s)(?<!pas\s)(?<!plus\s)(?<!no\s)(?<!nicht\s)(?<!mehr\s)(?<!niet\s)\b"
    r"(?:(?:try|ask|ring|call|approach|pitch|talk|speak|look|pick up)(?:\s\w+){0,2}\sagain|revisit|check back"
    r"|(?:weer|opnieuw) (?:eens )?bellen|wieder (?:anrufen|melden|ansprechen|anfragen)|rappeler|recontacter"
    r"|volver a (?:llamar|contactar)|retomar|richiamare|ricontattare|voltar a (?:ligar|contactar))\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""A no after which somebody is to be asked again was none for good (`said no this year, try again in spring`)."""
_NEWCOMER = re.compile(
    r"\bnew (?:ceo|cfo|coo|cto|cio|md|fd|gc|hrd|chief|chair|head|director|manager|partner|boss|owner|principal|dean)\b"
    r"[^.;,]{0,25}\b(?:start|join|arriv)[^.;,]*",
    re.IGNORECASE,
)
_A_SHARE = re.compile(r"\d+(?:[.,]\d+)?\s?%")
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde|sinds)\s+(20\d{2})")
SEASONS: Final = patterns("summer, spring, winter, autumn, fall, easter, christmas, xmas, new year")
A_YEAR: Final = Phrases(
    (phrase, True)
    for phrase in (*(f"since {time}" for time in (*MONTHS, *SEASONS)), *patterns(
        """last yr, last year, this year, this yr, so far, ytd, a year, per year, each year, every year, p a, in 20*,
        last 12 months,
        letztes jahr, dieses jahr, im jahr, pro jahr, cette annee, l an dernier, par an, l annee derniere, este ano, al
        ano, el ano pasado, dit jaar, vorig jaar, per jaar"""
    ))
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A family that a text speaks of, and whether it says the opposite."""

    family: Family
    negated: bool


@cache
def _phrases() -> Phrases[Family]:
    return Phrases((phrase, family) for family in FAMILIES for phrase in family.phrases)


@cache
def _negations() -> tuple[Phrases[bool], Phrases[bool]]:
    before = [(phrase, False) for phrase in NO_NEGATIONS] + [(phrase, True) for phrase in NEGATIONS_BEFORE]
    return Phrases(before), Phrases((phrase, True) for phrase in NEGATIONS_AFTER)


def said_in(text: str) -> tuple[Said, ...]:
    """The families of phrases in a remark, each once; one that is said plainly counts before its denial."""
    words = clauses_of(text)
    found: dict[str, Said] = {}
    for one in _phrases().all(words):
        never = one.means is SENDS_WORK and not NEVER.isdisjoint(words[one.start : one.end])
        said = Said(one.means, never or is_denied(words, one))
        if one.means.name not in found or found[one.means.name].negated:
            found[one.means.name] = said
    ends = words[:2] in HAS_LEFT or words[-2:] in IS_LOST or words[-3:] in IS_LOST
    over = has_left(text) or has_closed(text) or lost_bid(text)
    if " ".join(words) in NOT_TO_WIN or _ENDS_IN_NO.search(text) or ends or over:
        found[ENDED.name] = Said(ENDED, False)
    return tuple(found[family.name] for family in FAMILIES if family.name in found)


def is_denied(words: Sequence[str], found: Found[T]) -> bool:
    """Whether a negation stands a little before a phrase, or right behind it, in the same clause.

    Who sends an invoice sends no people: "sent us the RFP" is denied too.
    """
    if NOTHING & set(words[max(found.start - 1, 0) : found.start]):
        return True
    if words[found.end - 1] == "no" and NO_OF & set(words[found.end : found.end + 1]):
        return True
    if words[found.start] == "closed" and WORK & set(words[max(found.start - 1, 0) : found.start]):
        return True
    before, after = _negations()
    ahead = _within(words, found.start - BEFORE, found.start, backwards=True)
    behind = _within(words, found.end, found.end + AFTER)
    if (before.first(ahead) and not ENOUGH & set(behind)) or after.first(behind):
        return True
    of_sending = words[found.start].startswith(SENDING) and words[found.end - 1] in US
    return of_sending and not NO_PEOPLE.isdisjoint(
        (*words[found.start : found.end], *_within(words, found.end, found.end + GAP))
    )


def _within(words: Sequence[str], start: int, end: int, backwards: bool = False) -> list[str]:
    """Some words of a text, only those of the clause that they are looked at from."""
    part = list(words[max(start, 0) : max(end, 0)])
    if BREAK not in part:
        return part
    return part[len(part) - part[::-1].index(BREAK) :] if backwards else part[: part.index(BREAK)]


def read_remark(text: str, today: dt.date, day_first: bool | None = None) -> tuple[Clue, ...]:
    """The clues of one remark, without its place (`account` is 0, `sheet` and `cell` are empty).

    `day_first` says how days in figures are to be read that can be read in two ways (`5/12`); None that it is not
    known.
    """
    return tuple(_clues(text, today, day_first))


def _clues(text: str, today: dt.date, day_first: bool | None) -> Iterator[Clue]:
    quote = shortened(text)
    said, again = said_in(text), AGAIN.search(text)
    plainly = {one.family.name for one in said if not one.negated}
    asked = _asked_again(text, today, day_first) if ENDED.name in plainly else None
    if asked is not None and LATER.name not in plainly:
        yield Clue(0, LATER.name, quote, "", "", good=LATER.good, strength=LATER.strength, date=asked.date)
    for one in said:
        family = one.family
        if one.negated and (family.good is None or family.strength == 0 or family in {READY, LATER}):
            continue
        if family is READY and LATER.name in plainly and ENDED.name in plainly:
            continue
        if means_otherwise(family, text, today) and not (family is LATER and asked is not None):
            continue
        if family is ENDED and (asked is not None or (LATER.name in plainly and again is not None)):
            continue
        told = without_what_waits(text) if family is READY else text
        if family is LATER and again is not None and day_in(again[0], today, day_first) is not None:
            told = again[0]
        date = day_in(told, today, day_first) if family.dated and not one.negated else None
        date = asked.date if family is LATER and asked is not None and asked.date is not None else date
        if family is READY and told != text and all(one.family is not READY or one.negated for one in said_in(told)):
            continue
        yield Clue(
            0,
            family.name,
            quote,
            "",
            "",
            good=family.good,
            strength=0.0 if one.negated else family.strength,
            negated=one.negated,
            date=date,
            caution=family.caution,
            leave_out=family.leave_out,
            referrals=_referrals(text, today) if family is SENDS_WORK and not one.negated else None,
        )
    decided = None if {READY.name, LATER.name, ENDED.name} & plainly else day_in(decision_in(text), today, day_first)
    if decided is not None:
        yield Clue(0, READY.name, quote, "", "", good=READY.good, strength=READY.strength, date=decided)
    chance = chance_in(text)
    if chance is not None:
        yield Clue(0, CHANCE, quote, "", "", chance=chance)


@dataclass(frozen=True)
class _Asked:
    """That somebody who has left is to be asked again, and the day for it where one is said."""

    date: np.datetime64 | None


def _asked_again(text: str, today: dt.date, day_first: bool | None) -> _Asked | None:
    """When somebody who has left is to be asked again (`left us in 2023; ring in January`); None who is given up."""
    if is_for_good(text) or not (has_left(text) or remarked_relationship(text) is Relationship.PAST_CLIENT):
        return None
    days = (day_in(part, today, day_first) for part in asking_again(text))
    date = next((day for day in days if day is not None), None)
    return _Asked(date) if date is not None or may_come_back(text) else None


def without_what_waits(text: str) -> str:
    """A remark without what waits for something (`nothing before May`), and without persons who are to start there."""
    return _NEWCOMER.sub("", _BLOCKED.sub("", text))


def _referrals(text: str, today: dt.date) -> float | None:
    """How many referrals a year a remark tells of: `3 last yr`, `5 mandates since 2024`."""
    text = _A_SHARE.sub("", text)
    words = clauses_of(text)
    numbers = [number for number in map(number_of, words) if number]
    if not numbers:
        return None
    if match := _SINCE.search(text.casefold()):
        return numbers[0] / max(1.0, float(today.year - int(match[1])))
    return float(numbers[0]) if A_YEAR.first(words) else None
