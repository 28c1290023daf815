"""How far a deal is, as a remark says it (`proposal sent`, `verbal yes`), where a list has no stage, and its chance.

Chances are those of the same stages (`stage_words`). Who is denied something, or waits for another year, is no nearer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from planner.parsing.remarks.phrases import BREAK, Found, Phrases, clauses_of, is_report
from planner.parsing.remarks.remarks import is_denied
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.word_lists import words

STEPS: Final = {
    0.3: """on tender list, on the tender list, on their tender list, invited to tender, asked to tender, on bid list,
    on the bid list, invited to bid, invited to pitch, asked to pitch, invited to quote, asked to quote,
    asked for a quote,
    asked for a proposal, asked for proposal, longlisted, long listed, on the long list, on the longlist, on long list,
    zur angebotsabgabe aufgefordert, zum pitch eingeladen, sollen anbieten, invites a soumissionner,
    consultes sur appel d offres, demande de devis recue, invitados a licitar, nos piden presupuesto,
    uitgenodigd voor offerte, uitgenodigd om in te schrijven, op de longlist, invitati a gara, convidados a concurso,
    pitching, pitch booked, chemistry meeting, chemistry call, meeting booked, meeting arranged, meeting set,
    meeting fixed, meeting held, meeting done, meeting in the diary, meeting on, meeting #, meeting next,
    second meeting, first meeting, had a meeting, had a good meeting, good meeting, great meeting, demo booked,
    demo done, demo given, demo on, demo #, demo next, site visit booked, presentation booked, presented to,
    termin vereinbart, termin am, gesprach am, erstgesprach am, rdv le, rdv du, reunion el, reunion fijada para,
    afspraak op, gesprek op, incontro fissato, incontro il, reuniao marcada, rdv pris, rdv fixe, reunion fijada,
    reunion agendada, afspraak gemaakt, afspraak gepland""",
    0.4: """sent proposal, sent a proposal, sent the proposal, sent quote, sent a quote, submitted proposal,
    submitted tender, quoted, quote sent, quote out, quote in, quote with, proposal sent, proposal out, proposal in,
    proposal submitted, proposal with, proposal gone, quote gone, tender gone, bid gone, proposal went, quote went,
    proposal is in, proposal is out, quote is in, quote is out, fee proposal gone, fee proposal sent,
    fee proposal out, tender submitted, tender in, bid submitted,
    bid in, shortlisted, pitched, estimate sent, sow sent, angebot raus, angebot abgegeben, angebot verschickt,
    angebot versendet, devis envoyes, offerte gestuurd, angebot liegt, angebot gesendet, angebot versandt,
    angebot beim kunden, angebot ist draussen, offerte gesendet,
    offerte versandt, devis remis, devis transmis, devis chez, proposition envoyee, offre envoyee, propale envoyee,
    oferta enviada, oferta presentada, propuesta presentada, presupuesto entregado, presupuesto mandado,
    cotizacion enviada, offerte verzonden, offerte ligt, offerte uitgebracht, preventivo inviato, preventivo mandato,
    offerta inviata, offerta mandata, orcamento enviado, proposta enviada, devis envoye, offre remise,
    presupuesto enviado, propuesta enviada, offerte verstuurd, offerte uit""",
    0.55: """preferred bidder, preferred supplier, down to two, final two, last two, final 2, last 2, down to 2,
    letzten zwei, letzten beiden, deux derniers, ultimos dos, dos ultimos, laatste twee, ultimi due""",
    0.65: """vertrag liegt zur unterschrift, vertrag liegt vor, vertrag ist raus, vertrag versandt, vertrag verschickt,
    contrat a signer, contrat envoye, contrat chez, contrato enviado, contrato a firmar, pendiente de firma,
    contract ligt, contract verstuurd, contract gestuurd, contratto inviato, contratto da firmare,
    contrato para assinar,
    ready to sign, ready to appoint, ready to instruct, about to sign, contract out, contract sent,
    contract with legal, engagement letter out, engagement letter sent, letter of engagement out,
    letter of engagement sent, terms agreed, fee agreed, price agreed, heads of terms""",
    0.8: """terms signed, verbal yes, verbally yes, yes verbally, said verbally yes, verbally ok, ok verbally,
    verbally said yes, verbally fine, yes on the phone, said yes on the phone, verbal ok, verbal agreement,
    verbally agreed, said yes, yes in principle,
    agreed in principle, verbal go ahead, given the go ahead, got the go ahead, green light, po to follow, po coming,
    po on its way, waiting for po, awaiting po, waiting for the po, quote accepted, proposal accepted,
    ok de principe, accord de principe, accord oral, accord donne, so gut wie sicher, fast sicher, hat zugesagt,
    haben zugesagt, casi seguro, casi cerrado, akkoord in principe, mondelinge toezegging, mondeling toegezegd,
    zo goed als zeker, quasi sicuro, quasi fatta, accordo verbale, ok verbale, acordo verbal, quase certo,
    mundlich zugesagt, mundliche zusage, accord verbal, acuerdo verbal, mondeling akkoord""",
}
WISHED: Final = words("want wants wanted needs need asked asks send write prepare draft expects to")
"""Before a step, words for what is still to be done (`wants proposal in the new year`)."""
OVER: Final = words("won lost did paid finished delivered gewonnen verloren gagne perdu ganado perdido")
AFTER_TWO: Final = words(
    """firms agencies bidders practices suppliers consultants companies candidates for with against on vs and decision
    pitch presentation interview im bei fur pour para voor met con contre gegen"""
)
"""Behind two that are left, who they are and what for; two of anything else are no bidders."""
_TWO_LEFT: Final = frozenset(
    patterns(
        """final two, last two, final 2, last 2, letzten zwei, letzten beiden, deux derniers, ultimos dos, dos ultimos,
        laatste twee, ultimi due"""
    )
)
AMONG: Final = words(
    """to in into of among amongst between made reached us are were the now den unter bei zu dans parmi les entre los
    las
    de bij tra fra gli"""
)
"""Before it, words that say who is left (`in the last two`, `we're the last two`)."""
_OF_A_YES: Final = (
    "verbal", "yes", "sign", "ready", "contract", "engag", "terms", "agree", "accept", "principle", "ahead", "green",
    "princip", "sicher", "segur", "cerrado", "unterschrift", "vertrag", "contrat", "firma", "toez", "zeker", "quas",
    "acord", "oral", "mondel", "po ", " po", "zusage", "zugesagt", "accord", "acuerdo", "akkoord",
)  # fmt: skip
"""Parts of the words of steps that are as good as won, one of which is in each of them."""


_AMOUNT: Final = re.compile(
    r"(?:[$€£₹]\s?\d[\d.,’']*|(?<![\w/.])\d[\d.,’']*\s?(?:[$€£₹]|(?:k|T€|TEUR|EUR|euros?)(?![^\W_])))(?:\s?[km](?![^\W_]))?",
    re.IGNORECASE,
)
"""What is offered, between the words for it and for what became of it (`offerte € 9.500 verstuurd`)."""


def may_be_won(text: str) -> bool:
    """Whether a remark may tell of a contract that is out, or of a yes: a quick look before it is gone through."""
    low = text.casefold()
    return any(part in low for part in _OF_A_YES)


@cache
def _steps() -> Phrases[float]:
    return Phrases((phrase, chance) for chance, steps in STEPS.items() for phrase in patterns(steps))


@lru_cache(maxsize=4096)
def chance_of_progress(text: str) -> float | None:
    """The chance that goes with the furthest step of a deal that a remark tells of, 0 to 1; None without one.

    Example:
        >>> chance_of_progress("verbal yes, contract after Christmas"), chance_of_progress("no quote sent yet")
        (0.8, None)
    """
    if is_report(text):
        return None
    said = clauses_of(_AMOUNT.sub(" ", text))
    reached = (one for one in _steps().all(said) if not WISHED & set(said[max(one.start - 2, 0) : one.start]))
    return max((one.means for one in reached if not is_denied(said, one) and _is_of_bidders(said, one)), default=None)


def _is_of_bidders(said: Sequence[str], one: Found[float]) -> bool:
    """Whether two that are left are those who bid: `in the last two`, and not `paid the last two invoices late`."""
    if " ".join(said[one.start : one.end]) not in _TWO_LEFT:
        return True
    before, behind = set(said[max(one.start - 1, 0) : one.start]), set(said[one.end : one.end + 1])
    led = said[max(one.start - 2, 0) : one.start]
    starts = not before or BREAK in before
    among = starts or (bool(AMONG & before) and (before != {"the"} or bool(AMONG & set(led[:1])) or len(led) < 2))
    among = among and not OVER & set(said[max(one.start - 4, 0) : one.start])
    return among and (not behind or BREAK in behind or not behind.isdisjoint(AFTER_TWO))
