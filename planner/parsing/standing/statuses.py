"""What a word of status says: how warm a prospect is, whether it rests or has ended, whether a client is at risk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from planner.parsing.remarks.phrases import Phrases, words_of
from planner.parsing.standing.legends import LONGEST_CODE, Legend, with_meanings
from planner.parsing.standing.relationships import WORDS, relationship_of, without_day_of_leaving
from planner.parsing.standing.stages import is_stage
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.standing.words.status_words import ENDING, EXACT_STATES, LETTERS, RISK, SIGNS, STATE_PHRASES, State
from planner.parsing.text_shapes import in_two
from planner.vocabulary import Relationship

LIGHTS = frozenset({State.HOT, State.WARM, State.COLD})
COLOURS = frozenset(
    patterns(
        """red, amber, yellow, orange, green, rot, gelb, grun, rouge, jaune, vert, rojo, amarillo, verde, rood,
        geel, groen,
        oranje, rosso, giallo, arancione, vermelho, amarelo, hot, warm, cold"""
    )
)
"""Words that say how warm somebody is with a remark behind them (`green - wants to start`)."""
OFFERED = frozenset(
    patterns(
        """quoted, quote, proposal, offer, offered, bid, tender, pitch, angebot, angeboten, offerte, offert, devis,
        oferta"""
    )
)
WAITING = frozenset(
    patterns("waiting, awaiting, wartend, warten, attente, espera, esperando, wachten, attesa, aguarda, vantar, wacht")
)
"""Who was offered something and is waited for (`Quoted, waiting`) is not parked."""
ANSWER = frozenset(
    patterns(
        """reply, answer, response, feedback, decision, signature, antwort, ruckmeldung, entscheidung, unterschrift,
        retour, reponse, validation, accord, respuesta, contestacion, firma, aprobacion, antwoord, reactie, akkoord,
        beslissing, handtekening, risposta, riscontro, decisione, conferma, resposta, decisao, assinatura"""
    )
)
"""What is waited for of somebody who is to say yes or no (`in attesa di risposta`): no reason to rest."""
AS_A_PICTURE = "\ufe0f"
"""What phones and browsers write behind a sign that is to be drawn as a picture."""
LONGEST = 12
"""Texts of more words are remarks, no words of status."""
LEAST_WORD = 5
LONGEST_LETTERS = 2
MOSTLY_TOLD = 0.6
LEAST_LETTERS = 2
"""So many different letters show which scale a column of letters uses."""


@dataclass(frozen=True)
class Status:
    """What a text says of an account, each part None or false where it says nothing of it.

    Attributes:
        relationship: what the account is to the firm.
        state: how warm it is, or that it is parked or has ended.
        risk: whether a client may be lost.
    """

    relationship: Relationship | None = None
    state: State | None = None
    risk: bool = False

    @property
    def said(self) -> bool:
        return self.relationship is not None or self.state is not None or self.risk


SILENT = Status()


@lru_cache(maxsize=4096)
def status_of(text: str) -> Status:
    """What a word or a short phrase of status says."""
    sign = SIGNS.get(text.replace(AS_A_PICTURE, "").strip().lower())
    if sign is not None:
        return Status(state=sign, risk=sign is State.COLD)
    words = words_of(text)
    if not words or len(words) > LONGEST:
        return SILENT
    whole = " ".join(without_day_of_leaving(words))
    state = _exact().get(whole) or _phrases().first(words)
    state = None if state is State.PARKED and WAITING & set(words[:2]) and ANSWER & set(words) else state
    if state is None or state in LIGHTS:
        head, rest = in_two(text)
        behind = _exact().get(" ".join(words_of(rest))) if rest else None
        if behind in ENDING and not (OFFERED & set(words[:1]) and WAITING & set(words[1:])):
            state = behind
        elif rest and " ".join(words_of(head)) in COLOURS:
            light = " ".join(words_of(head))
            return Status(relationship_of(text) or _left(rest), _exact()[light], light in RISK)
    return Status(relationship_of(text) or _begins_as_client(text), state, whole in RISK)


def _begins_as_client(text: str) -> Relationship | None:
    """Whether a status is a word for a client with what is done for it behind a dash (`Current - monthly clinics`)."""
    head, rest = in_two(text)
    kind = WORDS.get(" ".join(words_of(head))) if rest else None
    return kind if kind is Relationship.CLIENT else None


def _left(text: str) -> Relationship | None:
    """Whether a remark behind a light begins with a word for a client that has left (`red - lapsed in May`)."""
    first = next(iter(words_of(text)), "")
    return WORDS.get(first) if len(first) >= LEAST_WORD and WORDS.get(first) is Relationship.PAST_CLIENT else None


def with_states_of_codes(values: Sequence[Any], legend: Legend) -> Sequence[Any]:
    """The cells of a column of codes that a key explains, each replaced by what it means, where most of those meanings
    are stages or states, and some stages (`Q = quoted`); else the cells as they are.
    """
    codes = {value.strip().lower() for value in values if isinstance(value, str) and value.strip()}
    if len(codes) < LEAST_LETTERS or not codes <= legend.keys() or max(map(len, codes)) > LONGEST_CODE:
        return values
    meanings = [legend[code][0] for code in codes]
    told = sum(is_stage(meaning) or status_of(meaning).said for meaning in meanings)
    staged = any(map(is_stage, meanings)) and told >= MOSTLY_TOLD * len(meanings)
    return with_meanings(values, legend, str.strip) if staged else values


def with_kinds_of_codes(values: Sequence[Any], legend: Legend) -> Sequence[Any]:
    """The cells of a column of kinds, each replaced by what it means where a key explains every code of it: a kind
    rather than what an account is to the firm, which is the meaning of another column's code.

    Example:
        >>> with_kinds_of_codes(["BK", "DY"], {"bk": ("bakery",), "dy": ("dairy",)})
        ('bakery', 'dairy')
    """
    codes = {value.strip().lower() for value in values if isinstance(value, str) and value.strip()}
    if len(codes) < LEAST_LETTERS or max(map(len, codes)) > LONGEST_CODE:
        return values
    kinds = {code: [one for one in legend[code] if not status_of(one).said] for code in codes & legend.keys()}
    if len(kinds) < len(codes) or 2 * sum(map(bool, kinds.values())) <= len(codes):
        return values
    return with_meanings(values, {code: tuple(said or legend[code]) for code, said in kinds.items()}, str.strip)


def state_letters(values: Iterable[str]) -> Mapping[str, Status]:
    """What the letters of a column mean (`R`, `A`, `G`; `A`, `B`, `C`), by letter; empty where it has others.

    Words for how things stand (`dead`) may stand among them.
    """
    written = {value.strip().lower() for value in values if value.strip()}
    letters = {value for value in written if len(value) <= LONGEST_LETTERS or not status_of(value).said}
    if len(letters) < LEAST_LETTERS:
        return {}
    scale = next((scale for scale in LETTERS if letters <= scale.keys()), None)
    if scale is None:
        return {}
    return {letter: Status(state=state, risk=letter == "r") for letter, state in scale.items()}


@cache
def _exact() -> Mapping[str, State]:
    return {word: state for state, words in reversed(tuple(EXACT_STATES.items())) for word in words if len(word) > 1}


@cache
def _phrases() -> Phrases[State]:
    return Phrases((phrase, state) for state, phrases in STATE_PHRASES for phrase in phrases)
