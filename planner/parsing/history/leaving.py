"""Whether a remark says that a client has left, whether that is for good, and when it is to be asked again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from planner.parsing.history.departures import CALLING, COMING_BACK, FOR_GOOD, LEFT, WORTH_ASKING
from planner.parsing.history.gone_to import gone_to
from planner.parsing.remarks.phrases import BREAK, Found, Phrases, clauses_of, fold
from planner.parsing.remarks.remark_families import NEGATIONS_BEFORE
from planner.parsing.word_lists import words

NEAR: Final = 4
"""So many words before a phrase may say that it is not, or not yet, so."""
NOT_YET: Final = words(
    """may might could would if unless thinking considering threatening threatens threatened planning plans wants
    wanted
    hopes going likely until before when once risk should will about almost nearly ob falls wenn vielleicht konnte
    wurde si peut pourrait pourraient veut menace quizas quiza podria podrian als misschien zou zouden se forse
    potrebbe
    talvez pode"""
)
PERSONS: Final = words(
    """ceo cfo coo cto md fd gc hrd director contact manager champion sponsor chair boss secretary bookkeeper colleague
    cio principal buyer lead one kontakt ansprechpartner ansprechpartnerin interlocuteur contacto contactpersoon
    contatto
    kollege collegue"""
)
"""Who may leave without the account leaving (`our contact moved to a competitor`)."""
OF_PERSONS: Final = words("moved gone went left transferred switched defected parti partie")
_MORE_OF_IT: Final = (
    ("a", "line"), ("a", "note"), ("an", "email"), ("a", "card"), ("off",), ("ahead",), ("over",), ("through",),
    ("first",),
)  # fmt: skip
"""Behind some phrases they make something else of it (`we dropped them a line`, `let us go ahead`)."""
_RETIRED: Final = re.compile(
    r"^\s*(?:(?:they|he|she|both|all|owner|founder|partners?)\s)?(?:(?:has|have|is|are|now|since|both)\s)*retired\b\s*"
    r"(?:$|[.,;!–(-]|(?:in|at|on|since|last|this|end|early|late|now|to)\b|(?:19|20)\d\d|[^\W\d]{3,9}\.?\s(?:19|20)?\d\d\b)"
    r"|^\s*(?:seit\s\S+\s)?in\s(?:rente|pension|ruhestand)\b|^\s*(?:a\spris|est\s(?:a|en)|parti[es]?\s[aà]|en)\s(?:sa\s|la\s)?retraite"
    r"|^\s*(?:se\sjubil[oó]|jubilad[oa]s?)\b|^\s*(?:is\s|zijn\s)?met\spensioen\b|^\s*(?:in\spensione|reformad[oa]s?|reformou)\b",
    re.IGNORECASE,
)
"""A remark that begins with somebody's having retired (`retired 2025`); a retired partner may well refer us."""
_OTHERS_OF_HIS: Final = (
    r"(?:people|team|agency|firm|practice|advis[eo]rs?|accountants?|lawyers?|solicitors?|brokers?|suppliers?|consultants?"
    r"|coach(?:es)?|architects?|designers?|surveyors?|contractors?|provider|preferred|man|woman|crowd|lot|folk|guys)"
)
_NEW_BOSS: Final = re.compile(
    r"\bnew (?:\w+ ){1,3}?(?:has|have|had|brought|brings|bringing|uses|using|prefers|came with|comes with|installed"
    r"|wants) (?:in |with )?(?:(?:his|her|their|its) )?(?:own|old|previous|former|favou?rite|usual|trusted) (?:\w+ )?"
    rf"{_OTHERS_OF_HIS}\b"
    r"|\bneue[rsn]? (?:\w+ ){1,3}?(?:hat|brachte|bringt|nimmt) (?:ihre|seine|die )?\s?eigene"
    r"|\bnouve(?:au|lle) (?:\w+ ){1,3}?(?:a|amene|prefere) (?:amene |deja )?(?:ses|son) (?:propres?|equipe|ancien)"
    r"|\bnuev[oa] (?:\w+ ){1,3}?(?:tiene|trajo|trae|prefiere) (?:a )?su (?:propi|gente|equipo|antigu)"
    r"|\bnieuwe (?:\w+ ){1,3}?(?:heeft|bracht|neemt|nam) (?:zijn |haar |hun )?eigen"
    r"|\bnuov[oa] (?:\w+ ){1,3}?(?:ha|ha portato|porta) (?:i suoi|le sue|la sua)"
    r"|\bnov[oa] (?:\w+ ){1,3}?(?:tem|trouxe) (?:a sua|os seus|a equipa)"
)
"""Somebody new there who brings others along (`new FD has own people`)."""
_CHOSE: Final = re.compile(r"\b(?:went (?:over |off )?(?:to|with)|gone with|found)\b", re.IGNORECASE)
"""How one says as well to whom a sale was lost."""
OTHERS: Final = words(
    """elsewhere another other competitor competitors competition rival rivals cheaper someone somebody anderswo anderer
    anderen konkurrenz wettbewerber ailleurs autre concurrence concurrent otro otra competencia ander andere elders
    concurrentie altrove altro altri concorrenza outro outra concorrencia"""
)
"""Words for whom somebody has chosen instead."""
OF_BEFORE: Final = words(
    """us client clients customer customers renew renewed renewal retainer account contract years again back still since
    until cancelled terminated left uns kunde mandant vertrag nous contrat nosotros cliente contrato ons klant noi
    contratto"""
)
"""Words of a remark on whom somebody has chosen that speak of what was before."""
_STILL: Final = re.compile(
    r"\bstill (?:do|doing|does|use|uses|need|needs|buy|buys|a client|clients|with us|come|comes|pay|pays|ours|have"
    r"|has|ask|asks|our|act|look)\b|\b(?:machen|betreuen|haben) (?:wir )?(?:aber )?noch\b"
    r"|\btoujours (?:client|avec nous)"
    r"|\b(?:sigue|siguen) (?:siendo|con nosotros)|\bnog (?:steeds )?(?:klant|bij ons)|\bancora client|\bainda client"
)
"""That something is still done for somebody of whose work a part has gone (`payroll in-house, still do VAT`)."""
_FOR_NOW: Final = words("until till before vor bis avant antes hasta voor tot prima fino ate")
"""Behind a no to coming back they say that it is none for good (`won't be back before March`)."""
_SENTENCE: Final = re.compile(r"[.;!?,–()]+\s*|\s-\s")


@lru_cache(maxsize=4096)
def has_left(text: str) -> bool:
    """Whether a remark says that a client has left, or that the firm has let it go.

    Example:
        >>> has_left("took payroll in-house"), has_left("may take payroll in-house"), has_left("moved to new offices")
        (True, False, False)
    """
    if _STILL.search(fold(text)):
        return False
    if _RETIRED.search(text) or _NEW_BOSS.search(fold(text)) or gone_to(text):
        return True
    said = clauses_of(text)
    return any(not _doubted(said, one) for one in _left().all(said))


@lru_cache(maxsize=4096)
def left_us(text: str) -> bool:
    """Whether a remark on a departure says that somebody was a client; who went to another may never have been one.

    Example:
        >>> left_us("moved to a cheaper firm"), left_us("went to a cheaper firm")
        (True, False)
    """
    return has_left(text) and not _CHOSE.search(text)


@lru_cache(maxsize=4096)
def chose_another(text: str) -> bool:
    """Whether a remark on a departure names only whom somebody has chosen instead, and nothing that was before.

    Example:
        >>> chose_another("gone to SHL"), chose_another("left us for SHL"), chose_another("took payroll in-house")
        (True, False, False)
    """
    said = set(clauses_of(text))
    return bool(gone_to(text) or OTHERS & said) and not OF_BEFORE & said


@lru_cache(maxsize=4096)
def is_for_good(text: str) -> bool:
    """Whether a remark says that somebody will not come back (`won't come back`)."""
    said = clauses_of(text)
    return any(not _doubted(said, one) for one in _left().all(said) if one.means)


@lru_cache(maxsize=4096)
def may_come_back(text: str) -> bool:
    """Whether a remark on somebody who has left says that this may be undone."""
    said = clauses_of(text)
    return any(not _denied(said, one) for one in _back().all(said))


def asking_again(text: str) -> tuple[str, ...]:
    """The parts of a remark that tell to speak to somebody,
    from each on (`ring in January`); not those that forbid it."""
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    found = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        said = clauses_of(text[start:end])
        if CALLING & set(said) and not NEGATIVE & set(said):
            found.append(text[start:end])
    return tuple(found)


NEGATIVE: Final = frozenset(word for word in NEGATIONS_BEFORE if " " not in word) | words(
    "dont doesnt nichts rien nada"
)


def _doubted(said: Sequence[str], one: Found[bool]) -> bool:
    """Whether what a phrase says is not so, not yet so, or so of a person."""
    ahead = _before(said, one.start)
    behind = tuple(said[one.end : one.end + 2])
    if any(behind[: len(more)] == more for more in _MORE_OF_IT):
        return True
    if one.means and not _FOR_NOW.isdisjoint(said[one.end : one.end + NEAR]):
        return True
    if said[one.start] in OF_PERSONS and PERSONS & set(ahead):
        return True
    return not {*NOT_YET, *NEGATIVE}.isdisjoint(ahead)


def _denied(said: Sequence[str], one: Found[bool]) -> bool:
    return not NEGATIVE.isdisjoint(_before(said, one.start))


def _before(said: Sequence[str], start: int) -> Sequence[str]:
    """The words before a phrase in its clause."""
    ahead = said[max(start - NEAR, 0) : start]
    return ahead[len(ahead) - tuple(reversed(ahead)).index(BREAK) :] if BREAK in ahead else ahead


@cache
def _left() -> Phrases[bool]:
    """Phrases of departures, and whether they are for good."""
    return Phrases([*((phrase, False) for phrase in LEFT), *((phrase, True) for phrase in FOR_GOOD)])


@cache
def _back() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in (*COMING_BACK, *WORTH_ASKING))
