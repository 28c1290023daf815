"""What the title over some rows says of their accounts, in words that say it there and not beside a single one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final

from planner.parsing.chances.chance_words import chance_of_words
from planner.parsing.remarks.phrases import Phrases, words_of
from planner.parsing.standing.statuses import ANSWER, WAITING, Status, status_of
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.standing.words.status_words import ENDING, State
from planner.parsing.text_shapes import in_two
from planner.parsing.word_lists import words
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
            could happen, might come, could come, may come, might join, could join, may join, might be ours,
            could be ours, may be ours, may or may not,
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
            flame*, old ones, the old lot, past ones, earlier ones, finished ones, walked away, those who left,
            once upon a time, not used us lately, haven t used us, havent used us, don t see any more, no longer use us,
            don t use us any more, stopped using us"""
        ),
    ),
    (
        Relationship.CLIENT,
        patterns(
            """now and then, now and again, every now and again, once in a while, once or twice, from time to time,
            on the cycle, on our cycle, on the round, on our round, on the rota, on our rota, on our plate,
            on the plate, im turnus, en suivi,
            occasional, occasionals, on the go, in hand, doing now, on now, on just now, at the moment, on at present,
            going on now, working on now, underway, under way, bread and butter,
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
_NEW: Final = words(
    "new neu neue neuer neukunden nouveau nouveaux nouvelles nuevo nuevos nuevas nieuw nieuwe nuovi nuove novos novas"
)
SELLING: Final = frozenset(patterns("sales, selling, biz dev, business development, in sales"))
"""Whole titles over whom one sells to."""
_OFFERS: Final = words(
    """quote quotes quotation quotations estimate estimates bid bids tender tenders proposal proposals pitch pitches
    offer offers quoted pitched tendered estimated priced proposed offered submission submissions eoi eois angebot
    angebote anbot anbote offerte offerten devis propales propositions offres soumissions presupuesto presupuestos
    propuesta propuestas oferta ofertas cotizaciones licitaciones offertes voorstellen inschrijvingen preventivo
    preventivi proposte orcamentos propostas"""
)
"""What is offered, or that it was."""
_OUT: Final = words(
    """sent out in submitted made issued lodged given gone pending outstanding live open placed with beim chez bij raus
    draussen verschickt versandt versendet gesendet abgegeben eingereicht gestellt gelegt offen offene laufend
    laufende envoye envoyes envoyee envoyees remis remises depose deposes deposees parti partis parties transmis
    enviado enviada enviados enviadas presentado presentada presentados presentadas entregado entregados entregadas
    pendiente pendientes abierto abiertos abiertas uit verstuurd verzonden uitgebracht ingediend lopend lopende
    openstaand openstaande inviato inviata inviati inviate presentati presentate consegnati fuori aperti aperte
    entregues apresentados apresentadas abertos abertas"""
)
"""Where an offer is that has been made."""
_DECIDED: Final = ANSWER | words(
    """decisions answers replies responses news word hear hearing back verdict result results outcome outcomes approval
    board committee antworten ruckmeldungen entscheidungen zusage zuschlag ergebnis reponses decisions resultat
    nouvelles respuestas decision resultado resultados noticias antwoorden reacties beslissingen uitslag risposte
    riscontri esito notizie respostas decisoes noticia"""
)
"""What one waits for who has made an offer."""
_NOT_YET: Final = WAITING | words(
    "yet pending pendiente pendientes awaited due outstanding noch ausstehend encore todavia aun nog ancora ainda"
)
_BETWEEN: Final = words(
    """no not till until the a our we ve have are is still now all currently to for on of from them their client clients
    customer customers fee fees and at already unsere die bei noch auf eine ihre kunde kunden zur im les nos en de la
    le du une el los las nuestros nuestras a al del una por cliente clientes onze de het op een naar klant klanten i
    le gli in di da una ai presso os as nossas nossos uma do ao"""
)
_PENDING: Final = frozenset(
    patterns(
        """decision pending, decisions pending, decision due, decisions due, decision awaited, decisions awaited, answer
        pending, answers pending, undecided, yet to decide, still to decide, still deciding, deciding, pitched,
        quoted, quotations, estimates, angeboten, offeriert, cotizados, presupuestados, ofertados, geoffreerd,
        preventivati, orcamentados, they are deciding, they re deciding, in their hands, in their court, ball in
        their court, quoted for, bid for, tendered for, pitched for, pitched to, tendered, estimated, priced up, in
        entscheidung, zur entscheidung, entscheidung ausstehend, en decision, en cours de decision, decision en
        attente, en decision del cliente, ter beslissing, in beslissing, in decisione, em decisao"""
    )
)
"""Whole titles over those who have been offered something and have not said yes or no."""

_OUT_FOR: Final = frozenset({("out", "for"), ("in", "for"), ("up", "for"), ("out", "to")})

_ALONE: Final[tuple[Mapping[str, str], ...]] = (
    MappingProxyType({"i": "we", "me": "us", "my": "our", "mine": "ours"}),
    MappingProxyType({"ich": "wir", "mich": "uns", "mir": "uns", "meine": "unsere", "meiner": "unserer"}),
    MappingProxyType({"me": "nous", "m": "nous", "mes": "nos", "mon": "notre"}),
    MappingProxyType({"me": "nos", "mis": "nuestros", "mi": "nuestro"}),
    MappingProxyType({"ik": "wij", "mij": "ons", "me": "ons", "mijn": "onze"}),
    MappingProxyType({"mi": "ci", "miei": "nostri"}),
)
"""What those who work alone say where firms say us, language by language."""


@lru_cache(maxsize=1024)
def status_of_title(text: str) -> Status:
    """What a title says of the accounts under it; `Like to get in with` says it of nobody but them.

    What stands behind a dash or in brackets explains a title (`Quoted - waiting to hear`): where the whole says
    nothing, its first part does. New clients who are likely (`New clients – likely`) are still to be won.

    Example:
        >>> status_of_title("Like to get in with").relationship, status_of_title("Councils").relationship
        (<Relationship.PROSPECT: 'prospect'>, None)
    """
    said = _of_whole(text)
    said = said if said.said else next((one for one in map(_of_whole, _of_a_firm(text)) if one.said), said)
    head, rest = in_two(text)
    if _NEW & set(words_of(head)) and said.relationship is Relationship.CLIENT and _is_to_win(rest):
        return dataclasses.replace(said, relationship=Relationship.PROSPECT)
    return _of_whole(head) if rest and not said.said else said


def _of_a_firm(text: str) -> Iterator[str]:
    """A title of one who works alone in the words of a firm (`Who recommend me`: us)."""
    said = words_of(text)
    return (" ".join(ours.get(word, word) for word in said) for ours in _ALONE if ours.keys() & set(said))


def _is_to_win(text: str) -> bool:
    """Whether a text says no more than how likely something is, or that it is still to be won."""
    chance = chance_of_words(text.lower()) if text else None
    return (chance is not None and 0.0 < chance < 1.0) or (
        bool(text) and _of_whole(text).relationship is Relationship.PROSPECT
    )


def _of_whole(text: str) -> Status:
    """What a title says as a whole."""
    if waits_for_answer(text):
        return Status(Relationship.PROSPECT)
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
    if waits_for_answer(text):
        return Relationship.PROSPECT
    said = words_of(text)
    if len(said) > 1 and said[0] in GOING and not TO_WIN & set(said):
        return Relationship.CLIENT
    if " ".join(said) in SELLING:
        return Relationship.PROSPECT
    return None if _like_a_name(text) else _phrases().first(words_of(text))


def waits_for_answer(text: str) -> bool:
    """Whether a text says no more than that something was offered and no answer has come yet.

    Example:
        >>> waits_for_answer("Estimates sent"), waits_for_answer("Awaiting decision"), waits_for_answer("Invoices sent")
        (True, True, False)
    """
    whole = words_of(text)
    said = set(whole)
    if " ".join(whole) in _PENDING:
        return True
    if len(whole) < 2 or not said <= _OFFERS | _OUT | _DECIDED | _BETWEEN | _NOT_YET:
        return False
    offered = bool(said & _OFFERS) and bool(said & (_OUT | _NOT_YET | _DECIDED))
    return offered or (bool(said & _DECIDED) and (bool(said & _NOT_YET) or whole[:2] in _OUT_FOR))


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
