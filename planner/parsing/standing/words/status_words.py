"""Words for how things stand with an account: how warm it is, whether it rests or has ended, in five languages.

Patterns are words in a row without case, accents or punctuation; a `*` stands for any ending, `*` alone for up to
four words.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from planner.parsing.standing.words.standing_words import NOT_CHASED, patterns
from planner.parsing.standing.words.standing_words_i18n import (
    COLD_MORE,
    ENDED_MORE,
    ENDED_PHRASES_MORE,
    HOT_MORE,
    PARKED_MORE,
    PARKED_PHRASES_MORE,
    WARM_MORE,
)
from planner.parsing.word_lists import in_all_genders


class State(StrEnum):
    """How things stand, what ends it first."""

    ENDED = "ended"
    PARKED = "parked"
    HOT = "hot"
    WARM = "warm"
    COLD = "cold"


ENDING: Final = frozenset({State.ENDED, State.PARKED})
"""What gives an account no hours until somebody says otherwise."""
STATE_CHANCES: Final[Mapping[State, float]] = MappingProxyType({State.HOT: 0.55, State.WARM: 0.25, State.COLD: 0.10})
"""Chance of hiring that goes with how warm a prospect is."""

_EXACT_STATES: Final[Mapping[State, tuple[str, ...]]] = MappingProxyType(
    {
        State.ENDED: patterns(ENDED_MORE)
        + patterns(
            """lost, dead, closed, dissolved, conflict, conflicted, declined, rejected, abandoned, cancelled, canceled,
            disqualified, no bid, no go, nobid, withdrawn, off limits, blacklist, blacklisted, do not contact, dnc,
            do not pursue, liquidated, insolvent, bankrupt, deceased, died, struck off, closed lost, not pursuing, drop,
            dropped, avoid, exclude, supplier, suppliers, vendor, vendors, competitor, competitors, lieferant,
            fournisseur, proveedor, leverancier, ditch, ditched, killed, bust, gone, gone away, left, left us, verloren,
            tot, konflikt, abgelehnt, abgesagt, insolvenz, aufgelost, geloscht, liquidiert, verstorben,
            gesperrt, perdu, perdus, perdue, mort, morts, conflit, abandonne, abandonnes, refuse, refuses, decline,
            annule, dissous, liquide, decede, radie, perdido, perdidos, perdida, muerto, muertos, conflicto, rechazado,
            rechazados, abandonado, descartado, descartados, cancelado, disuelto, gekundigt, resilie, resilies,
            opgezegd, rescindido, terminated, termed, offboarded, liquidado, fallecido, afgewezen, vervallen, failliet,
            opgeheven, overleden, geannuleerd, afgehaakt, absage, absage erhalten, niet doorgegaan, gaat niet door,
            zugesperrt, hat zugesperrt, hat geschlossen, on laisse tomber, a abandonner, fallen gelassen,
            lassen wir fallen,
            laten we vallen, laten vallen, lo dejamos, los dejamos, lasciamo perdere, da lasciar perdere,
            deixamos cair, no more, nicht mehr, niet meer, ya no, non piu, plus du tout, ja nao, niet doen,
            nicht machen, nicht tun, ne pas faire, a eviter, no hacer, evitar, vermijden, meiden, non fare, da evitare,
            nao fazer"""
        ),
        State.PARKED: patterns(PARKED_MORE)
        + patterns(
            """stuck, blocked, parked, kiv, keep in view, on hold, hold, paused, pause, resting, sleeping, asleep,
            on ice, ice, later,
            not now, shelved, stalled, someday, waiting, suspended, deferred, postponed, zuruckgestellt, pausiert,
            ruhend, ruht, spater, geparkt, auf eis, wartend, verschoben, en pause, en sommeil, plus tard, suspendu,
            suspendus, reporte, gele, en pausa, aparcado, aparcados, en espera, mas adelante, aplazado, suspendido,
            geparkeerd, in de wacht, slapend, later oppakken, uitgesteld, on ice, schlaft, slaapt, dormido, dormida,
            en veille, in de ijskast, stand by, en stand by, ligt stil, liegt auf eis, kein bedarf, derzeit kein bedarf,
            aktuell kein bedarf, pas de besoin, geen behoefte, sin necesidad"""
        ),
        State.HOT: patterns(HOT_MORE)
        + patterns(
            """hot, very hot, burning, red hot, green, g, active pursuit, live, on fire, heiss, grun, chaud, chauds,
            vert, tres chaud, caliente, verde, muy caliente, heet, groen"""
        ),
        State.WARM: patterns(WARM_MORE)
        + patterns(
            """warm, warmish, lukewarm, tepid, amber, yellow, orange, talking, neutral, lauwarm, lau, gelb, tiede,
            tiedes, jaune, tibio, templado, ambar, amarillo, naranja, lauw, oranje, geel"""
        ),
        State.COLD: patterns(COLD_MORE)
        + patterns(
            """cold, stone cold, freezing, cool, quiet, red, r, going nowhere, kalt, rot, kuhl, froid, froids, rouge,
            frio, rojo, koud, rood"""
        ),
    }
)

EXACT_STATES: Final[Mapping[State, tuple[str, ...]]] = MappingProxyType(
    {state: in_all_genders(words) for state, words in _EXACT_STATES.items()}
)

STATE_PHRASES: Final[tuple[tuple[State, tuple[str, ...]], ...]] = (
    (
        State.ENDED,
        patterns(ENDED_PHRASES_MORE)
        + patterns(
            """descartad*, rechazad*, abandonad*, perdid*, cancelad*, desestimad*, adjudicad* a otr*, perdu*, refuse*,
            annule*, sans suite, ecarte*, verloren*, abgelehnt*, abgesagt*, gestrichen, aufgegeben, do not touch,
            don t touch, hands off, nicht anfassen, ne pas toucher, no tocar, niet aanraken, afgewezen*, vervallen*,
            afgevallen*, no longer pursuing, not pursuing, ruled out, written off, given up, gave up, can t act,
            cant act, won t work with, will not work with, cannot act, conflict, conflict of interest*, conflicted out,
            off limits, do not pursue, do not contact, don t contact, dont contact, no longer trading, ceased trading,
            in administration, in liquidation, liquidat*, insolven*, bankrupt*, dissolved, wound up, struck off, dead,
            winding up, winding down, closing down, not renewing, will not renew, won t renew, did not renew, lost,
            lost to, abandoned, said no, not proceeding, not going ahead, did not proceed, did not go ahead, didn t
            proceed, didn t go ahead, no longer proceeding, fell through, told us no, turned us down, turned down,
            declined, no bid, never again, not interested, not eligible, ineligible, doesn t qualify,
            does not qualify, too small, too big for us, referred on, passed on to, not a
            fit, no fit, not a good fit, not for us, wrong fit, not our thing, out of area, deceased, closed down, went
            bust, konflikt*,
            interessenkonflikt*, insolvenz*, aufgelost, geschaftsaufgabe, abgesagt, kein interesse, verloren, conflit*,
            en liquidation, liquidation judiciaire, dissou*, perdu, perdus, abandonne*, pas interesse*, conflicto*,
            en liquidacion, concurso de acreedores, disuelt*, perdid*, sin interes, faillissement, failliet,
            belangenconflict, opgeheven, geen interesse, niet geinteresseerd, niet doorgegaan, gaat niet door,
            no interesad*, no le interesa, no les interesa, no esta interesad*, no estan interesad*, nao interessad*,
            abgesprungen*, absage*"""
        ),
    ),
    (
        State.PARKED,
        patterns(PARKED_PHRASES_MORE)
        + patterns(
            """aparcad*, aplazad*, suspendid*, en suspenso, congelad*, suspendu*, geparkt*, pausiert*, verschoben*,
            zuruckgestellt*, geparkeerd*, uitgesteld*, bevroren, frozen, mothballed, hibernating, not this year,
            for later, later maybe, revisit later, parked, park, on hold, on stop, paused, resting, leave alone,
            leave for now, not now, on ice, back burner, on the back burner, someday, maybe later, shelved, stalled,
            zuruckgestellt, ruhend*, nicht aktiv verfolgen, auf eis, en pause, en sommeil, a laisser tranquille,
            pas maintenant, en pausa, en espera, ahora no, geparkeerd, in de wacht, on hold gezet, met rust laten,
            niet nu, gele, gelee, geles, gelees, reporte, reportee, reportes, reportees, reporte a, schlaft*,
            ruht gerade, ruht seit, ruht bis, ruht momentan, ruht derzeit, slaapt*, ligt stil*, liegt auf eis,
            in de ijskast, kein bedarf, pas de besoin, geen behoefte"""
        ),
    ),
    (State.ENDED, NOT_CHASED),
    (
        State.HOT,
        patterns(
            """going well, lauft gut, tout va bien, va bien, gaat goed, hot, very hot, live conversation,
            live opportunit*, heiss, chaud, caliente, heet"""
        ),
    ),
    (
        State.WARM,
        patterns(
            """needs a push, needs work, so so, needs attention, braucht anschub, a relancer, necesita empuje,
            heeft duwtje nodig, warm, lukewarm, some movement, in conversation, in talks, lauwarm, tiede, tibio,
            templado, lauw"""
        ),
    ),
    (
        State.COLD,
        patterns(
            """ghosted*, no reply, no answer, no response, not replied, never replied, unresponsive, gone silent,
            bounced, trouble, in trouble, arger, schwierig, difficile, problemas, problemen, cold, gone cold,
            going nowhere, no movement,
            kalt, froid, frio, koud, gone quiet, keine antwort, keine ruckmeldung, keine reaktion, meldet sich nicht,
            reagiert nicht, sans reponse, pas de reponse, ne repond pas, ne repondent pas, silence radio, sin respuesta,
            no contesta, no contestan, no responde, no responden, geen reactie, geen antwoord, reageert niet,
            reageren niet, non risponde, non rispondono, nessuna risposta, sem resposta, nao responde, nao respondem,
            poco interesad*, poco interessat*, pouco interessad*, peu interesse*, wenig interesse, weinig interesse,
            kansloos"""
        ),
    ),
)

RISK: Final = patterns(
    """high risk, poor health, red, r, rot, rouge, rojo, rood, at risk, unhappy, risk, danger, in danger, wobbly,
        shaky, on notice, gefahrdet,
    unzufrieden, a risque, en danger, mecontent, en riesgo, descontento, risico, ontevreden"""
)
"""Words that, beside a client, say that it may be lost."""

SIGNS: Final[Mapping[str, State]] = MappingProxyType(
    {
        ":)": State.HOT, ":-)": State.HOT, ":d": State.HOT, "😀": State.HOT, "🙂": State.HOT, "😊": State.HOT,
        "😃": State.HOT, "☺": State.HOT, "🟢": State.HOT, "🔥": State.HOT, "👍": State.HOT, "++": State.HOT,
        ":|": State.WARM, ":-|": State.WARM, "😐": State.WARM, "🟡": State.WARM, "🟠": State.WARM, ":/": State.WARM,
        ":(": State.COLD, ":-(": State.COLD, "☹": State.COLD, "🙁": State.COLD, "😞": State.COLD, "😟": State.COLD,
        "🔴": State.COLD, "👎": State.COLD, "--": State.COLD, "❄": State.COLD, "❌": State.ENDED, "💀": State.ENDED,
    }
)  # fmt: skip

LETTERS: Final[tuple[Mapping[str, State], ...]] = (
    MappingProxyType({"r": State.COLD, "a": State.WARM, "g": State.HOT}),
    MappingProxyType({"r": State.COLD, "y": State.WARM, "g": State.HOT}),
    MappingProxyType({"r": State.COLD, "o": State.WARM, "v": State.HOT}),
    MappingProxyType({"r": State.COLD, "g": State.WARM, "gr": State.HOT}),
    MappingProxyType({"h": State.HOT, "w": State.WARM, "c": State.COLD}),
    MappingProxyType({"a": State.HOT, "b": State.WARM, "c": State.COLD, "d": State.COLD}),
    MappingProxyType({"a+": State.HOT, "a": State.HOT, "b": State.WARM, "c": State.COLD, "d": State.COLD}),
)
"""Letters that stand for a state where nothing else is in their column and no legend explains them."""
