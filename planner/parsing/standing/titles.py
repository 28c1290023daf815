"""What the title over some rows says of their accounts, in words that say it there and not beside a single one."""

from __future__ import annotations

import dataclasses
from functools import cache, lru_cache
from typing import Final

from planner.parsing.remarks.phrases import Phrases, words_of
from planner.parsing.standing.standing_words import patterns
from planner.parsing.standing.status_words import ENDING, State
from planner.parsing.standing.statuses import Status, status_of
from planner.vocabulary import Relationship

NOT_AGAIN: Final = patterns(
    """not again, not any more, not anymore, no more, no longer, never again, never more, wouldn t again,
    don t want back, let go, good riddance, nie wieder, nicht wieder, nicht mehr, plus jamais, on ne veut plus,
    nunca mas, ya no, no volver, nooit meer, niet meer, niet weer, mai piu, non piu, nunca mais"""
)
"""Whole titles over those for whom one worked and will not again."""
_SAID: Final = (
    (
        Relationship.REFERRAL_SOURCE,
        patterns(
            """where it comes from, where work comes from, where the work comes from, where our work comes from,
            where they come from, where leads come from, where clients come from, where jobs come from,
            where business comes from, where it all comes from, how they find us, how people find us,
            how clients find us, who sends us, who sends work, who sends, who send us, who gives us work,
            who finds us work,
            who recommends us, who recommend us, who refers, who refer, people who send, people who recommend,
            they send us, send us work, ways in, woher es kommt, woher die arbeit kommt, woher sie kommen,
            woher unsere auftrage kommen, wer uns schickt, wer uns empfiehlt, wer empfiehlt, d ou ca vient,
            d ou vient le travail, d ou viennent, qui nous envoie, qui nous recommande, qui recommande, de donde viene,
            de donde vienen, de donde sale el trabajo, quien nos manda, quien nos recomienda, quienes nos recomiendan,
            waar het vandaan komt, waar het werk vandaan komt, waar ze vandaan komen, wie ons stuurt,
            wie ons aanbeveelt,
            wie ons aanraadt, da dove arriva, da dove arrivano, chi ci manda, chi ci segnala, chi ci consiglia,
            de onde vem, de onde veem, quem nos manda, quem nos recomenda"""
        ),
    ),
    (
        Relationship.PROSPECT,
        patterns(
            """get in with, get into, get in front of, get in at, want to win, love to win, want to land, like to land,
            love to land, want to get, like to get, love to get, trying to get, trying to win, trying for, break into,
            going after, want to work for, like to work for, love to work for, want to work with, love to work with,
            like to meet, want to meet, to crack, might happen, may happen,
            could happen, might come off, could come off, may come off, might come in, may come in, may or may not,
            fingers crossed, in the offing, in the wind, bubbling, pie in the sky, out to quote, being quoted,
            in our sights, on our radar, one day, circling, sniffing around, in play, in the pipe, in the works,
            in the hopper, in the funnel, on the boil, on the stove, on the hob, on the hook, up for grabs, cooking,
            simmering, up next, im spiel, am kochen, en jeu, dans les tuyaux, dans le tuyau, sur le feu, en juego,
            al fuego, in het spel, op het vuur, in gioco, in ballo"""
        ),
    ),
    (
        Relationship.PAST_CLIENT,
        patterns(
            """haven t heard from, havent heard from, not heard from, no longer hear from, gone off us, lost touch, lost
            touch with, out of touch, fell out of touch, drifted, drifted off, drifted away, used to, exes, old
            flame*, walked away, those who left, once upon a time, not used us lately, haven t used us, havent used
            us, don t see any more, no longer use us, don t use us any more, stopped using us"""
        ),
    ),
    (
        Relationship.CLIENT,
        patterns(
            """now and then, now and again, every now and again, once in a while, once or twice, from time to time,
            on the cycle, on our cycle, on the round, on our round, on the rota, on our rota, on our plate,
            on the plate, im turnus, en suivi,
            occasional, occasionals, on the go, in hand, doing now, underway, under way, bread and butter,
            do for free, work for free, done for free, free of charge,
            no charge, for nothing, for love, we look after, looked after, we work for, on our books, doing work for,
            do work for, who use us, who pay us"""
        ),
    ),
    (
        Relationship.REFERRAL_SOURCE,
        patterns(
            """puts us in, put us in, puts us forward, put us forward, puts us up for, gets us in, get us in,
            gets us into, get us into, opens doors, open doors, opens the door, recommend us, recommends us,
            feed us, feeds us, vouch for us, vouches for us, name us to, names us to, speak well of us,
            talk about us, talks about us, send us *, sends us *, they instruct us we instruct them,
            foreign associate*, overseas associate*, foreign agent*, overseas agent*, foreign attorney*,
            correspondent firm*, correspondent attorney*, bird dogs, matchmakers, word of mouth,
            auslandsvertreter, korrespondenzanwalt*, korrespondenzkanzlei*, confreres etrangers, corresponsales,
            correspondants etrangers, offnen uns turen, nous ouvrent des portes, nos abren puertas, openen deuren"""
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
REFUSED: Final = frozenset(patterns("no, nope, no thanks, no thank you, never, never again, nein, non, nee, nao"))
"""Whole titles over whom one does not work for, or who did not want it."""
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
    if " ".join(words_of(text)) in NOT_AGAIN:
        return Status(Relationship.PAST_CLIENT, State.ENDED)
    said = status_of(text)
    if said.relationship is not None or said.state is not None:
        return said
    if " ".join(words_of(text)) in REFUSED:
        return dataclasses.replace(said, state=State.ENDED)
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
    return None if _like_a_name(text) else _phrases().first(words_of(text))


def ends_accounts(text: str) -> bool:
    """Whether a text that is no name says that those under it have ended or rest (`Not for us`, `No`)."""
    return not _like_a_name(text) and status_of_title(text).state in ENDING


def _like_a_name(text: str) -> bool:
    """Whether a text of several words is written as names are: a capital before each."""
    words = text.split()
    return len(words) > 1 and not text.isupper() and all(word[0].isupper() or not word[0].isalpha() for word in words)


@cache
def _phrases() -> Phrases[Relationship]:
    return Phrases((phrase, kind) for kind, phrases in _SAID for phrase in phrases)
