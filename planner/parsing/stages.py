"""Pipeline stages: the chance that each stands for where the file gives none, and which deals are won or lost."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType

from planner.detection.header_text import plain
from planner.vocabulary import Relationship


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


_TABLE = {
    0.05: """not contacted, attempted to contact, contact in future,
        cold, lead, prospecting, initial, new, target, identified, suspect, new lead, inquiry, enquiry, idea,
        long list, incoming""",
    0.1: """qualification, nurturing, appointment, cultivation, nurture, appointment scheduled, contact made,
        contacted, first contact,
        pre qualified, connected, contacto, kontakt, contact, qualify, discovery, qualifying, initial contact, outreach,
        introduction, in
        contact, open, early, exploring, marketing qualified""",
    0.2: """qualified to buy, needs analysis, develop, warm, qualified, needs assessment, scoping, developing, sales
        qualified, needs defined, analysis, id decision makers, interested, follow up, in conversation, talking,
        conversation, pipeline, in dialogue, calificado, cualificado, cualificacion, calificacion, qualifiziert,
        qualifie, qualificado""",
    0.3: """presentation, value proposition, decision makers, engaging, meeting, presentation scheduled, perception
        analysis, demo, demo scheduled, meeting arranged, meeting held, solution, met, pitch, pitching, engaged,
        identify decision makers, id decision makers, evaluation, propose, discussion, in discussion, active
        discussion""",
    0.4: """proposal, solicitation, hot, proposal sent, proposal made, proposition, proposal price quote, quote,
        quoted, quotation sent, price quote, tender, proposal submitted, bid, estimate sent, shortlisted, short
        list, rfp, submitted, proposal quote, proposal out, fee proposal, quotation, waiting for decision,
        awaiting decision, propuesta, propuesta enviada, proposta, proposta enviada, angebot, angebot gesendet, devis,
        devis envoye, offerte""",
    0.55: """decision maker bought in, very hot, bought in, preferred, preferred bidder, preferred supplier,
        decision, likely""",
    0.65: """negotiation, contract sent, negotiations started, negotiation review, negotiating, contract, close,
        terms, negotiate, engagement letter sent, contracting, contract out, letter sent, finalising, finalizing,
        negociacion, verhandlung, in verhandlung, en negociation, negociacao, trattativa, onderhandeling""",
    0.8: """verbal, oral agreement, verbal agreement, verbally agreed, verbal yes, commit, committed, agreed, verbal
        commitment, oral commitment, closing, handshake""",
}
STAGE_CHANCES = MappingProxyType({word: chance for chance, words in _TABLE.items() for word in _words(words)})
"""Chance by stage (RULES: found by working real pipelines through the design)."""
WORD_CHANCES = MappingProxyType({"high": 0.7, "medium": 0.4, "low": 0.15})
WON = frozenset(
    _words(
        """won, closed won, close won, execution, closeout, stewardship, signed, contract signed, delivered, win,
        deal won, completed, complete, closed as won, in delivery, delivery, live, accepted, ordered, order,
        closed and won, mandate won, engaged and signed, invoiced, paid, awarded, in execution, ganado, ganada,
        gewonnen, gagne, ganho, vinto, aprobado, aprovado, success, order received, job won"""
    )
)
LOST = frozenset(
    _words(
        """lost, closed lost, close lost, rejected, declined, lost to competition, lost to competitor, abandoned,
        dead, cancelled, canceled, disqualified, closed as lost, no decision, not pursued, withdrawn,
        unqualified, closed lost to competition, closed dead, loss, no go, out sold, outsold, deal lost, passed,
        turned down, dropped, junk lead, junk, lost lead, bad lead, not qualified,
        perdido, perdida, verloren, perdu, perso,
        rechazado, abgelehnt, negado, deleted, lost no decision, no bid, gone away, lost deal"""
    )
)
_CLOSED = frozenset(
    _words("cerrado, cerrada, cierre, fechado, fechada, abgeschlossen, ferme, chiuso, gesloten, closed, deal")
)
"""Words before `won` or `lost` in several languages."""
OPEN = frozenset(
    {"open", "in progress", "active", "ongoing", "in play", "live deal", "on hold", "new", "pending", "working"}
)
RELATIONSHIP_CHANCES = MappingProxyType(
    {
        Relationship.CLIENT: 0.9,
        Relationship.PROSPECT: 0.2,
        Relationship.PAST_CLIENT: 0.15,
        Relationship.REFERRAL_SOURCE: 0.2,
    }
)
"""Chance where neither the file nor a stage gives one."""


def _core(text: str) -> str:
    """The stage's words without its number: `3 - Proposal (40%)` is `proposal`."""
    words = plain(text).split()
    return " ".join(word for word in words if not word.isdigit() and word not in {"stage", "phase", "step"})


@lru_cache(maxsize=4096)
def outcome_of(stage: str) -> str:
    """`"won"`, `"lost"` or `""` for a stage or status as people write it."""
    core = _core(stage)
    if core in WON:
        return "won"
    if core in LOST or core.startswith(("lost ", "closed lost", "not won")):
        return "lost"
    if core.startswith(("closed won", "won ")):
        return "won"
    closed, _, how = core.partition(" ")
    if closed in _CLOSED:
        return "won" if how in WON else "lost" if how in LOST else ""
    return ""


@lru_cache(maxsize=4096)
def chance_of_stage(stage: str) -> float:
    """The chance that a stage stands for; NaN where the stage is not in the table. Won counts 1, lost 0."""
    core = _core(stage)
    if core in STAGE_CHANCES:
        return STAGE_CHANCES[core]
    if core in WORD_CHANCES:
        return WORD_CHANCES[core]
    outcome = outcome_of(stage)
    if outcome:
        return 1.0 if outcome == "won" else 0.0
    near = [
        (len(word), chance) for word, chance in STAGE_CHANCES.items() if len(word) > 4 and f" {word} " in f" {core} "
    ]
    return max(near)[1] if near else float("nan")


def is_stage(text: str) -> bool:
    """Whether a text is known as a stage or an outcome."""
    return bool(outcome_of(text)) or chance_of_stage(text) == chance_of_stage(text)
