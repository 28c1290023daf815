"""Remarks on a bid of ours: that it was lost (`lost the tender to a bigger firm`), or that one has only begun to talk.

What is lost is the bid, in words for bids alone: of a job, a contract or a director who is lost the account tells of
itself. Whoever came back since has not ended.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from planner.parsing.remarks.phrases import fold

_BID: Final = (
    r"(?:(?:fee )?(?:tender|bid|pitch|proposal|quote|quotation)|rfp|rfq|itt|beauty (?:parade|contest)|procurement"
    r"|(?:mini |design )?competition)"
)
_BID_DE: Final = r"(?:ausschreibung|vergabe|pitch|wettbewerb|angebot|offerte|zuschlag)"
_BID_FR: Final = r"(?:appel d offres|ao|consultation|concours|competition|pitch|devis|marche|proposition|offre)"
_BID_ES: Final = r"(?:licitacion|concurso|pitch|propuesta|oferta|presupuesto)"
_BID_NL: Final = r"(?:aanbesteding|pitch|inschrijving|offerte|prijsvraag)"
_BID_IT: Final = r"(?:gara|bando|pitch|offerta|preventivo|proposta)"
_BID_PT: Final = r"(?:concurso|pitch|proposta|orcamento)"
_OUR: Final = r"(?:(?:the|this|that|our|a|last|recent|first|second) )*"
_OTHERS: Final = (
    r"(?:(?:a|an|the|another|some) (?:\w+ ){0,2}?)?(?:someone|somebody|competitor|rival|incumbent|firm|agency|practice"
    r"|cheaper|bigger|larger|local|lowest)"
)
_START: Final = (
    r"^(?:sadly |unfortunately |just |so |and |then |narrowly |only )*(?:(?:we|i)(?: (?:have|were|just))? )?"
)
_LOST: Final = re.compile(
    "|".join(
        (
            rf"{_START}(?:lost|missed)(?: out)?(?: (?:on|at|in))? {_OUR}(?:\w+ )?{_BID}\b"
            r"(?! (?:bond|document|manager))",
            rf"{_START}{_OUR}{_BID} (?:\w+ ){{0,2}}?(?:was |has been |is |been )?(?:lost|unsuccessful|not successful"
            rf"|rejected(?! our)|turned down|not accepted|(?:went|awarded|given|gone) to {_OTHERS})\b",
            rf"{_START}(?:didn?t|did ?n t|did not|never) win(?:$| (?:it|this|that one|{_OUR}{_BID})\b)",
            rf"{_START}(?:failed to win|unsuccessful (?:in |at |with )?{_OUR}{_BID})\b",
            rf"{_START}(?:came|finished|placed|were|ended up) (?:a close |close )?(?:second|2nd|third|3rd|runners? up)"
            rf"(?:$| (?:in|on|at|to|of|behind) )",
            rf"{_START}(?:beaten|pipped|outbid|undercut) (?:by|on|to|at)\b",
            rf"{_START}(?:not|weren?t|weren t|wasn t) (?:selected|shortlisted|successful|chosen|awarded)"
            r"(?! (?:yet|in))\b",
            r"^unsuccessful(?:$| (?:in|at|on|with|this) )",
            rf"\b{_BID_DE} (?:\w+ ){{0,4}}?(?:verloren|nicht gewonnen)\b",
            rf"\b(?:verlorene[rs]?|verloren(?: bei| beim)?) (?:\w+ )?{_BID_DE}\b"
            r"|\bzuschlag (?:ging|ging leider|geht) an\b",
            r"\bkeinen zuschlag (?:bekommen|erhalten)\b|\bnicht zum zug gekommen\b"
            r"|\bnur zweite[rs]?\b|\bzweite[rs]? geworden\b",
            rf"\b{_BID_FR} (?:\w+ ){{0,2}}?(?:perdue?s?|pas (?:retenue?s?|remportee?|gagnee?))\b",
            rf"\bperdue? (?:l |le |la |les |notre )?{_BID_FR}\b|\bpas (?:ete )?retenus?\b"
            r"|\barrives? (?:deuxiemes?|seconds?)\b",
            rf"\b{_BID_ES} (?:\w+ ){{0,2}}?(?:perdid[oa]|no (?:ganad[oa]|adjudicad[oa]))\b"
            rf"|\b(?:perdimos|hemos perdido) (?:la |el )?{_BID_ES}\b"
            r"|\bno nos (?:eligieron|cogieron|seleccionaron|adjudicaron)\b"
            r"|\bquedamos segundos\b",
            rf"\b{_BID_NL} (?:\w+ ){{0,3}}?(?:verloren|niet (?:gewonnen|gegund))\b|\bverloren {_BID_NL}\b"
            r"|\b(?:werden|zijn) tweede\b|\btweede geworden\b|\bnaast de opdracht gegrepen\b",
            rf"\b{_BID_IT} (?:\w+ )?(?:pers[oa]|non vint[oa])\b|\b(?:perso|persa) (?:la |il )?{_BID_IT}\b"
            r"|\bnon ci hanno (?:scelto|scelti)\b|\barrivati secondi\b",
            rf"\b{_BID_PT} (?:\w+ )?(?:perdid[oa]|nao (?:ganh[oa]|adjudicad[oa]))\b|\bperdemos (?:o |a )?{_BID_PT}\b"
            r"|\bnao fomos (?:escolhidos|selecionados)\b|\bficamos em segundo\b",
        )
    )
)
_SINCE_WON: Final = re.compile(
    r"\b(?:came|come|coming|comes) back\b|\bback (?:with us|in touch|for more|again)\b|\b(?:asked|invited|rang|called"
    r"|hired|appointed|using|use|uses) us (?:\w+ ){0,2}?(?:again|back|since|anyway|instead|now)\b"
    r"|\b(?:then|since|later|but|still) (?:won|signed|hired us|appointed us|got)\b"
    r"|\bwon (?:the next|another|it back|them back)\b|\bnow a client\b"
    r"|\bstill (?:do|doing|act|a client|clients|with us|use|ours)\b"
    r"|\b(?:kamen|kam|sind|ist) (?:\w+ ){0,2}?zuruck|\bsont revenu|\best revenu|\bvolvieron|\bvolvio|\bteruggekomen"
    r"|\btornati|\bvoltaram|\btrotzdem beauftragt|\bdoch noch beauftragt"
)
"""That somebody hired us all the same, or since."""
_TALKING: Final = re.compile(
    r"^(?:in |still |only |just |very |having )*(?:early|first|initial|exploratory|preliminary|informal|opening)"
    r" (?:talks|conversations?|discussions?|chats?|soundings)\b"
    r"|^(?:would|could) be (?:our|a) first\b|^noch (?:ganz )?(?:frühe|fruhe) gesprache|^(?:erste|fruhe) gesprache"
    r"|^premier(?:e?s)? (?:echanges|discussions|contacts)|^primeras conversaciones|^primeros contactos"
    r"|^(?:eerste|verkennende) gesprekken|^primi (?:colloqui|contatti)|^primeiras conversas|^primeiros contactos"
    r"|^ware unser erste[rs]?\b|^serait notre premiere?\b|^seria nuestr[oa] primer[oa]?\b|^zou (?:onze|ons) eerste"
)
_CLAUSE: Final = re.compile(r"[.;,!?:()\[\]–—\n•]+|\s-+\s|\b(?:but|aber|mais|pero|maar|and then)\b")
_MARKS: Final = re.compile(r"['’`-]")


@lru_cache(maxsize=4096)
def lost_bid(text: str) -> bool:
    """Whether a remark says that our bid was lost, and nothing of their having hired us since.

    Example:
        >>> lost_bid("lost the tender to a bigger firm"), lost_bid("We lost the pitch but they came back")
        (True, False)
        >>> lost_bid("lost their FD"), lost_bid("they lost the tender for the bypass")
        (False, False)
    """
    clauses = _clauses(text)
    return any(map(_LOST.search, clauses)) and not _SINCE_WON.search(_plain(text))


@lru_cache(maxsize=4096)
def only_talks(text: str) -> bool:
    """Whether a remark says that one has only begun to talk with somebody, who would be the first of a kind.

    Example:
        >>> only_talks("early talks. Would be our first superfund"), only_talks("our first client, 2009")
        (True, False)
    """
    return any(map(_TALKING.search, _clauses(text)))


def _clauses(text: str) -> list[str]:
    return [_plain(part) for part in _CLAUSE.split(fold(text))]


def _plain(text: str) -> str:
    """A text without its signs between words."""
    return " ".join(_MARKS.sub(" ", fold(text)).split())
