"""What an account is to the firm, from words in relationship, type and status columns, titles and legends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from planner.parsing.dates.date_words import MONTHS
from planner.parsing.history.gone_to import is_elsewhere
from planner.parsing.history.leaving import has_left, left_us
from planner.parsing.remarks.phrases import BREAK, Phrases, clauses_of, words_of
from planner.parsing.standing.hiring_verbs import relationship_by_verbs
from planner.parsing.standing.words.remarked_words import (
    CALLED_CLIENT,
    ENDED_WITH_US,
    FOR_LONG,
    NOT_YET_WITH_US,
    OF_WHICH_KIND,
    QUIET,
    UNDER_INSPECTION,
)
from planner.parsing.standing.words.stage_words import WON
from planner.parsing.standing.words.standing_words import EXACT, LEGAL_FORMS, PHRASES, patterns
from planner.vocabulary import Relationship

WORDS: Mapping[str, Relationship] = {word: kind for kind, words in EXACT.items() for word in words}
PLAIN_REMARKS = (
    frozenset(
        patterns(
            """client, existing client, current client, already a client, private client, coachee, private coachee,
            prospect, target, lead, suspect, introducer,
            referrer, past client, former client, ex client, lapsed, lapsed client, old client,
            wunschkunde, zielkunde, interessent, interessentin, neukunde, prospecto, cible, piste, candidato, ex
            cliente, cliente potencial, potenziale, potenziale cliente, segnalatore, prospekt, potensiell kunde,
            potentiell kund, tidligare kund, tidligere kunde, byly klient, potencjalny, potencjalny klient,
            empfehler, apporteur, prescriptor, verwijzer, oud klant"""
        )
    )
    & WORDS.keys()
)
"""Words that say what an account is even where they are but one clause of a remark: `target; proposal sent`."""
CLIENT_SINCE = patterns(
    """we do their, we do all their, we do the * for them, we act for, we look after, we handle their, we run their,
    wir machen deren, wir machen ihre, wir betreuen, nous faisons leur*, on fait leur*, llevamos su*, les llevamos,
    wij doen hun, we doen hun, facciamo la loro, seguiamo la loro,
    client since, clients since, customer since, client for, been a client, been with us, with us since,
    signed for another, renewed for, renewed until, first instruction done, first job done, second year running,
    third year running, fourth year running, fifth year running, 2nd year running, 3rd year running, 4th year running,
    5th year running, every year since, kunde seit, mandant seit, client depuis, cliente desde, cliente dal,
    klant sinds, kund sedan, kunde siden, klient od"""
)
OUR_CLIENT = frozenset(
    patterns(
        """existing client, existing clients, existing customer, existing customers, current client, current
        clients, current
        customer, repeat client, repeat clients, repeat customer, repeat business, returning client, existing business,
        upsell, up sell, cross sell, cross selling, account growth, client extension, bestandskunde, bestandskunden,
        bestandsmandant, client existant, cliente actual, cliente existente, bestaande klant"""
    )
)
"""Sources of deals that say that a client of the firm hires again."""
HAVING = frozenset({"has", "have", "had", "now", "just", "recently", "sadly", "they"})
"""Words before a remark on the relationship that leave it what it is: `has left us for a cheaper firm`."""
WAITS = frozenset(
    patterns("waiting, awaiting, wartet, warten, warte, attente, attend, esperando, espera, wacht, wachten")
)
"""Whoever is waited for (`Waiting for client`) is none for that."""
UNTIL = frozenset({"z", "zum", "per", "au", "le", "al", "a", "el", "op", "am", "dal", "em", "on", "from", "ab", "in"})
"""Words before the day on which somebody leaves."""
LONGEST = 8
"""Texts of more words are remarks."""
_AND = re.compile(r"\s*[/,;&+|]\s*|\s+(?:and|und|et|y|en)\s+", re.IGNORECASE)
_ENDS_IN_NUMBER = re.compile(r"^(.*[^\W\d_])[\s_#-]*(?!(?:19|20)\d\d$)\d+\s*$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_THIS_YEAR = frozenset(
    {("this", "year"), ("so", "far"), ("to", "date"), ("dieses", "jahr"), ("cette", "annee"), ("este", "ano"),
     ("dit", "jaar"), ("quest", "anno")}
)  # fmt: skip
"""The year that a title ends in (`One-offs 2026`, `Ad hoc this year`) says nothing of its accounts."""
_THOSE_WHO = re.compile(r",\s*(?:die|who|that|which|qui|que|che)\s", re.IGNORECASE)
"""What is said of those before the comma (`Kunden, die weg sind`)."""
_MET = re.compile(r"\s*met\b(?:\s\w+){0,2}?\s(?:at|through|via|on)\b(?!\s\d)", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*\d+\s*[.):–-]\s*")


_SHOUTED = re.compile(r"^\W*([A-Z]{4,}(?: [A-Z]{4,})?)(?![^\W_])")
"""What a remark begins with in capitals (`PROSPECT 40 seats, quote sent`)."""


def without_day_of_leaving(words: tuple[str, ...]) -> tuple[str, ...]:
    """A word for a client that has left without the day on which it did or will: `Churned 6/26`, `gekündigt z. 31.12.`.

    Example:
        >>> without_day_of_leaving(("gekundigt", "z", "31", "12")), without_day_of_leaving(("phase", "2"))
        (('gekundigt',), ('phase', '2'))
    """
    left = bool(words) and WORDS.get(words[0]) is Relationship.PAST_CLIENT
    while left and len(words) > 1 and (words[-1].isdecimal() or words[-1] in UNTIL or words[-1] in MONTHS):
        words = words[:-1]
    return words


def _without_period(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the year at their end."""
    while len(words) > 1 and _YEAR.match(words[-1]):
        words = words[:-1]
    return words[:-2] if len(words) > 2 and words[-2:] in _THIS_YEAR else words


@lru_cache(maxsize=4096)
def relationship_of(text: str) -> Relationship | None:
    """What a word or short phrase says the account is; None when it says nothing about that."""
    if is_elsewhere(text):
        return Relationship.PAST_CLIENT
    words = without_day_of_leaving(words_of(_NUMBERED.sub("", text)))
    words = _without_period(words)
    whole = " ".join(words)
    if not words or len(words) > LONGEST or whole in LEGAL_FORMS or _is_numbered_name(text):
        return None
    if whole in WORDS:
        return WORDS[whole]
    pieces = [] if _THOSE_WHO.search(text) else [one for one in _AND.split(text) if one.strip() and one != text]
    parts = {WORDS[part] for part in map(_plain, pieces) if part in WORDS}
    if len(pieces) > 1 and parts:
        said = {relationship_of(piece) for piece in pieces} - {None}
        return said.pop() if len(said) == 1 else None
    if words[0] in {"not", "no"} and len(words) < 4 and any(word.startswith(("client", "custom")) for word in words):
        return Relationship.PROSPECT
    return _phrased(text, words, whole) or relationship_by_verbs(whole)


def _phrased(text: str, words: tuple[str, ...], whole: str) -> Relationship | None:
    """What the phrases in a text say that is no such word as a whole."""
    if has_left(text):
        return Relationship.PAST_CLIENT
    kind = None if WAITS & set(words[:2]) else _phrases().first(words)
    return Relationship.CLIENT if kind is Relationship.PROSPECT and whole in WON else kind


@lru_cache(maxsize=4096)
def relationship_of_source(text: str) -> Relationship | None:
    """What the source of a deal says of its account: it may be one of the firm's own clients, now or before.

    Example:
        >>> relationship_of_source("Existing client"), relationship_of_source("Client referral")
        (<Relationship.CLIENT: 'client'>, None)
    """
    whole = " ".join(words_of(text))
    if whole in OUR_CLIENT:
        return Relationship.CLIENT
    first, _, rest = whole.partition(" ")
    past = rest in {"client", "clients", "customer", "customers"} and first != "old"  # who may as well be an old hand
    return Relationship.PAST_CLIENT if past and relationship_of(text) is Relationship.PAST_CLIENT else None


@lru_cache(maxsize=4096)
def remarked_relationship(text: str) -> Relationship | None:
    """What a remark of any length says of the relationship: `client until 2023`, `never a client`; else None."""
    if (shouted := _SHOUTED.match(text)) and shouted[1].lower() in PLAIN_REMARKS:
        return WORDS[shouted[1].lower()]
    words = clauses_of(text)
    starts = [0, *(place + 1 for place, word in enumerate(words) if word == BREAK)]
    ends = [*(start - 1 for start in starts[1:]), len(words)]
    clauses = [words[start:end] for start, end in zip(starts, ends, strict=True)]
    said = next((WORDS[whole] for whole in map(" ".join, clauses) if whole in PLAIN_REMARKS), None)
    if said is not None:
        return said
    if _calls_client(clauses[0]):
        return Relationship.CLIENT
    begins = {*starts, *(place + 1 for place in starts if set(words[place : place + 1]) & HAVING)}
    found = [one for one in _remarked().all(words) if one.start in begins]
    if found:
        return min(found, key=lambda one: one.means[0]).means[1]
    return Relationship.PAST_CLIENT if left_us(text) else None


def _calls_client(clause: Sequence[str]) -> bool:
    """Whether a first clause calls an account a client of some kind (`overseas client`)."""
    rest = [word for word in clause if word not in CALLED_CLIENT]
    return 0 < len(rest) < len(clause) == len(rest) + 1 and OF_WHICH_KIND.issuperset(rest)


@lru_cache(maxsize=4096)
def says_quiet(text: str) -> bool:
    """Whether a remark says that nothing goes on with an account any more (`study ended 2025, gone quiet`)."""
    return _quiet().first(words_of(text)) is not None


def says_met(text: str) -> bool:
    """Whether a remark begins with how one came to know somebody (`met at the chamber lunch`), who hires nobody yet."""
    return _MET.match(text) is not None


@cache
def _quiet() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in QUIET)


@cache
def _remarked() -> Phrases[tuple[int, Relationship]]:
    """Phrases at the beginning of a clause, each with its rank: what was never so before what is so no longer."""
    tables = (
        (Relationship.CLIENT, FOR_LONG),
        *PHRASES[1:3],
        (Relationship.PROSPECT, NOT_YET_WITH_US),
        (Relationship.PAST_CLIENT, ENDED_WITH_US),
        (Relationship.CLIENT, CLIENT_SINCE),
    )
    return Phrases(
        (phrase, (rank, kind)) for rank, (kind, phrases) in enumerate(tables) for phrase in phrases if " " in phrase
    )


def _is_numbered_name(text: str) -> bool:
    """Whether a text names somebody by a number that is no year: `Client_12`, `Acme Customer 3`."""
    numbered = _ENDS_IN_NUMBER.match(text)
    return numbered is not None and any(word in WORDS for word in words_of(numbered[1])[-1:])


def _plain(piece: str) -> str:
    return " ".join(words_of(piece))


@cache
def _phrases() -> Phrases[Relationship]:
    ended = (Relationship.PAST_CLIENT, ENDED_WITH_US)
    long = (Relationship.CLIENT, FOR_LONG + UNDER_INSPECTION)
    return Phrases((phrase, kind) for kind, phrases in (long, *PHRASES[:3], ended, *PHRASES[3:]) for phrase in phrases)
