"""What the title over some rows says of their accounts, in words that say it there and not beside a single one."""

from __future__ import annotations

import dataclasses
from functools import cache, lru_cache
from typing import Final

from planner.parsing.remarks.phrases import Phrases, words_of
from planner.parsing.standing.standing_words import patterns
from planner.parsing.standing.statuses import Status, status_of
from planner.vocabulary import Relationship

_SAID: Final = (
    (
        Relationship.PROSPECT,
        patterns(
            """get in with, get into, get in front of, get in at, want to win, love to win, want to land, like to land,
            love to land, want to get, like to get, love to get, trying to get, trying to win, trying for, break into,
            going after, want to work for, like to work for, love to work for, want to work with, love to work with,
            like to meet, want to meet, to crack, might happen, may happen,
            could happen, might come off, could come off, may come off, might come in, may come in, may or may not,
            fingers crossed, in the offing, in the wind, bubbling, pie in the sky, out to quote, being quoted,
            in our sights, on our radar, one day, circling, sniffing around"""
        ),
    ),
    (
        Relationship.PAST_CLIENT,
        patterns(
            """haven t heard from, havent heard from, not heard from, no longer hear from, gone off us, lost touch,
            lost touch with, out of touch, fell out of touch, drifted, drifted off, drifted away, used to work for,
            used to work with, used to do, not used us lately, haven t used us, havent used us, don t see any more,
            no longer use us, don t use us any more, stopped using us"""
        ),
    ),
    (
        Relationship.CLIENT,
        patterns(
            """now and then, now and again, every now and again, once in a while, once or twice, from time to time,
            occasional, occasionals, on the go, in hand, doing now, underway, under way, bread and butter,
            do for free, work for free, done for free, free of charge,
            no charge, for nothing, for love, we look after, looked after, we work for, on our books, doing work for,
            do work for, who use us, who pay us"""
        ),
    ),
)


_ASLEEP: Final = frozenset(
    patterns(
        """dormant, dormants, dormante, dormantes, sleeping, asleep, sleepers, sleeping beauties, lapsed, en sommeil,
        en veille, endormi, endormis, endormie, endormies, schlafend, schlafende, schlafer, schlummernd, schlummernde,
        ruhend, ruhende, eingeschlafen, eingeschlafene, slapend, slapende, slapers, sluimerend, sluimerende, ingeslapen,
        dormido, dormidos, dormida, dormidas, durmientes, dormiente, dormienti, in sonno, adormecido, adormecidos,
        vilande, hvilende, sovende, uspieni"""
    )
)
_WHO_SLEEP: Final = frozenset(
    patterns(
        """client, clients, customer, customers, account, accounts, kunde, kunden, mandant, mandanten, klant, klanten,
        relaties, cliente, clientes, cuentas, comptes, clienti, contas, kunder, klienci, the, our, die, unsere,
        les, nos, los, nuestros, de, onze"""
    )
)
GOING: Final = frozenset(patterns("active, current, ongoing"))
TO_WIN: Final = frozenset(
    patterns(
        """deal, deals, pursuit, pursuits, negotiation, negotiations, conversation, conversations, discussion,
        discussions, talks, quote, quotes, bid, bids, tender, tenders, proposal, proposals, pipeline, lead, leads,
        opportunity, opportunities, prospect, prospects, enquiry, enquiries, inquiry, inquiries, target, targets, year,
        month, quarter, week, total, totals, status, rates, prices"""
    )
)
"""Words for what is still to be won, and for times: a title with one (`Active quotes`) names no clients."""
SELLING: Final = frozenset(patterns("sales, selling, biz dev, business development, in sales"))
"""Whole titles over whom one sells to."""


@lru_cache(maxsize=1024)
def status_of_title(text: str) -> Status:
    """What a title says of the accounts under it; `Like to get in with` says it of nobody but them.

    Example:
        >>> status_of_title("Like to get in with").relationship, status_of_title("Councils").relationship
        (<Relationship.PROSPECT: 'prospect'>, None)
    """
    if sleeps(text):
        return Status(Relationship.PAST_CLIENT)
    said = status_of(text)
    if said.relationship is not None or said.state is not None:
        return said
    return dataclasses.replace(said, relationship=only_of_titles(text))


def sleeps(text: str) -> bool:
    """Whether a title or the name of a sheet says that its accounts are asleep: clients once, and none to leave alone.

    Example:
        >>> sleeps("En sommeil"), sleeps("Schlafende Kunden"), sleeps("On hold")
        (True, True, False)
    """
    words = words_of(text)
    return " ".join(word for word in words if word not in _WHO_SLEEP) in _ASLEEP or " ".join(words) in _ASLEEP


@lru_cache(maxsize=1024)
def only_of_titles(text: str) -> Relationship | None:
    """What a text says that only titles say, other than in a name (`Now & Then Antiques`)."""
    said = words_of(text)
    if len(said) > 1 and said[0] in GOING and not TO_WIN & set(said):
        return Relationship.CLIENT
    if " ".join(said) in SELLING:
        return Relationship.PROSPECT
    words = text.split()
    like_a_name = not text.isupper() and all(word[0].isupper() or not word[0].isalpha() for word in words)
    return None if like_a_name and len(words) > 1 else _phrases().first(words_of(text))


@cache
def _phrases() -> Phrases[Relationship]:
    return Phrases((phrase, kind) for kind, phrases in _SAID for phrase in phrases)
