"""What sentences tell of work for an account where nothing else says what it is: done this year, done once, given free.

`8 coachees this year`, `called off £14k so far`, `2 workshops in 2023`, `programme finished in September`,
`coached at our school rate`: who has it is a client, or was one. Wishes and offers tell nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from planner.parsing.history.leaving import NEGATIVE, NOT_YET
from planner.parsing.money.fee_remarks import says_free
from planner.parsing.remarks.phrases import NUMBERS, fold, words_of
from planner.parsing.word_lists import words
from planner.vocabulary import Relationship

_CLAUSE: Final = re.compile(r"[;!?()–—]+|[.,](?!\d)|\s-\s")
_AMOUNT: Final = r"(?:[$€£₹]\s?\d[\d.,]*\s?k?|\d[\d.,]*\s?(?:k|€|eur|euros?|£))"
_TIME: Final = (
    r"(?:this (?:year|quarter|month|fy)|so far|ytd|year to date|at the moment|currently|right now|dieses jahr|heuer"
    r"|cette annee|este ano|dit jaar|quest anno|zurzeit|en ce moment|ahora mismo|op dit moment|last (?:year|fy)"
    r"|letztes jahr|im letzten jahr|vorjahr|l an dernier|l annee derniere|el ano pasado|vorig jaar|l anno scorso"
    r"|ano passado|(?:(?:in|im|en|nel|em|back in|of) )?20\d\d)"
)
_NUMBER: Final = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|several|some|a few|a couple of)"
_SERVED: Final = (
    r"(?:coachees?|coachings?|workshops?|sessions?|trainings?|courses?|seminars?|masterclass(?:es)?|valuations?|surveys?"
    r"|placements?|instructions?|commissions?|lectures?|keynotes?|away ?days?|seminare?|schulung(?:en)?|gutachten"
    r"|mandate?|ateliers?|missions?|formations?|talleres|taller|cursos?|formacion(?:es)?|trainingen|opdracht(?:en)?"
    r"|incarich?i|corsi|oficinas?|formac(?:ao|oes))"
)
"""What only the firm itself gives; of other nouns the account may have some without it."""
_OF_WORK: Final = (
    r"(?:programmes?|programs?|projects?|jobs?|contracts?|engagements?|assignments?|commissions?|coaching|training"
    r"|courses?|workshops?|mandates?|matters?|stud(?:y|ies)|projekte?|auftrag|auftrage|seminar|workshop"
    r"|missions?|projets?|chantiers?|formations?|proyectos?|encargos?|trabajos?|opdracht(?:en)?|trajecte?n?|progett[oi]"
    r"|incaric[oh]i?|lavor[oi]|projetos?|trabalhos?)"
)
_FINISHED: Final = (
    r"(?:finished|completed?|wrapped up|delivered|done|ended|closed out|concluded|signed off|abgeschlossen|beendet"
    r"|fertig|erledigt|termine[es]*|livre[es]*|acheve[es]*|fini[es]*|terminad[ao]s?|entregad[ao]s?|acabad[ao]s?|finalizad[ao]s?"
    r"|afgerond|opgeleverd|beeindigd|conclus[oaie]|finit[oaie]|consegnat[oaie]|concluid[ao]s?|entregues?)"
)
_DID: Final = (
    r"(?:we (?:have |ve )?(?:did|done|ran|run|held|delivered|gave|designed|built|valued|placed)|did|ran|delivered|held"
    r"|wir haben|haben|nous avons fait|on a fait|hicimos|deden|abbiamo fatto|fizemos)"
)
_COUNTED: Final = re.compile(
    rf"^\s*(?:about |around |{_DID} )?{_NUMBER} (?:[^\W\d]+ ){{0,2}}?{_SERVED}\b.*?(?:{_TIME})"
)
_DONE_FOR_THEM: Final = re.compile(rf"^\s*{_DID} (?:\w+ ){{0,4}}?(?:for them|fur sie|pour eux|para ellos|voor hen)\b")
_BILLED: Final = re.compile(
    rf"\b(?:called off|billed|invoiced|drawn down|abgerufen|berechnet|facture|facturado|gefactureerd|fatturato"
    rf"|faturado)\b.{{0,20}}?{_AMOUNT}.*?{_TIME}"
    rf"|\b(?:(?:paid|hired|used|instructed|engaged|commissioned|booked) us|bought from us|spent {_AMOUNT} with us)\b"
    rf".*?{_TIME}"
)
_ONLY_MONEY: Final = re.compile(
    rf"^\s*(?:about |around |c )?{_AMOUNT}(?: (?:fees?|billed|of work|in fees|honorar|honoraires))?\s{_TIME}\s*$"
)
_GOES_ON: Final = re.compile(
    r"\b(?:will do|doing|do|want|wants) the same (?:again )?(?:in|next|for)\b|\bsame again (?:in 20|next year|for 20)"
    r"|\bwill repeat (?:it |this )?(?:in|next)\b|\b(?:dasselbe|das gleiche) (?:wieder )?(?:20|nachstes)"
    r"|\b(?:pareil|meme chose) (?:en 20|l an prochain|l annee prochaine)|\blo mismo (?:en 20|el ano que viene)"
    r"|\b(?:het)?zelfde (?:in 20|volgend jaar)|\blo stesso (?:nel 20|l anno prossimo)|\bo mesmo (?:em 20|para o ano)"
)
_AT_OUR_RATE: Final = re.compile(
    r"\b(?:at|on) our (?:\w+ ){0,2}rates?\b|\bzu unserem \w*(?:tarif|satz)\b|\ba notre tarif\b|\ba nuestra tarifa\b"
    r"|\btegen ons \w*tarief\b"
)
_RECURS: Final = re.compile(
    r"\b(?:a|per|each|every|pro|im|par|por|al|la|am|jeden?|chaque|cada|elke|ogni)"
    r" (?:week|month|quarter|year|term|woche|monat|quartal|jahr"
    r"|semaine|mois|trimestre|an|semana|mes|ano|maand|kwartaal|jaar|settimana|mese|anno)\b"
    r"|\b(?:weekly|monthly|quarterly|yearly|annually|wochentlich|monatlich|jahrlich|mensuel\w*|mensual\w*|maandelijks|jaarlijks)\b"
)
_ENDED: Final = re.compile(
    rf"^\s*(?:(?:\w+ ){{0,3}}?{_OF_WORK} (?:\w+ )?(?:is |was |has been |have been |all |now |ist |est |esta )*"
    rf"{_FINISHED}\b"
    rf"|(?:all |now )?{_FINISHED}\s*(?:$|(?:in|last|this|early|late|end|im|en|le|nel)\b|20\d\d))"
)
_OPEN: Final = words(
    """proposal proposals quote quotes quoted pitch tender bid if once when until after angebot devis offre oferta
    presupuesto offerte preventivo wenn sobald quand cuando als zodra quando not nearly almost half part"""
)
"""With one of them in its clause work is to come, or not over yet."""
OF_OTHERS: Final = words(
    """by with their his her its building merger refurbishment von mit ihr leur leurs par avec su sus con por hun door
    met phase stage"""
)
"""With one of them in its clause the work that is over is somebody else's, or only a part of it."""
_IN_MAY: Final = re.compile(r"\b(?:in|since|of|early|late|mid|end of) may\b|\bmay (?=20\d\d)")
CLIENT, PAST = Relationship.CLIENT, Relationship.PAST_CLIENT


def work_told(text: str, today: dt.date) -> Relationship | None:
    """What the account of a remark is, by the work that it tells of; None where it tells of none.

    Example:
        >>> day = dt.date(2026, 11, 28)
        >>> work_told("2 workshops in 2023. Budget cut.", day), work_told("8 coachees this year (£31k)", day)
        (<Relationship.PAST_CLIENT: 'past client'>, <Relationship.CLIENT: 'client'>)
    """
    if says_free(text) and _RECURS.search(" ".join(words_of(text))):
        return CLIENT
    clauses = [" ".join(part.replace("'", " ").replace("’", " ").split()) for part in _CLAUSE.split(fold(text))]
    told = [kind for clause in clauses if (kind := _of_clause(clause, today)) is not None]
    return CLIENT if CLIENT in told else told[0] if told else None


def _of_clause(clause: str, today: dt.date) -> Relationship | None:
    clause = _IN_MAY.sub("", clause)
    said = set(words_of(clause))
    if _GOES_ON.search(clause) and not said & NEGATIVE:
        return CLIENT
    if said & (_OPEN | NOT_YET | NEGATIVE):
        return None
    for pattern in (_COUNTED, _DONE_FOR_THEM, _BILLED, _ONLY_MONEY):
        if pattern.search(clause):
            return _at(clause, today)
    if _AT_OUR_RATE.search(clause):
        return CLIENT
    return PAST if _ENDED.match(clause) and not said & OF_OTHERS else None


def _at(clause: str, today: dt.date) -> Relationship:
    """A client by work of this year or the last one, a past client by that of a year before."""
    years = [int(year) for year in re.findall(r"\b(20\d\d)\b", clause)]
    return PAST if years and max(years) < today.year - 1 else CLIENT
