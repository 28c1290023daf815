"""Pipeline stages: the chance that each stands for where the file gives none, and which deals are won or lost."""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from planner.parsing.chances.chance_words import CHANCE_WORDS
from planner.parsing.dates.finished_work import day_of_finish
from planner.parsing.header_text import plain
from planner.parsing.standing.words.stage_words import LOST, STAGE_CHANCES, WON
from planner.parsing.text_shapes import in_two
from planner.vocabulary import Relationship


def _words(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


SAID_YES = frozenset(
    {"verbal", "verbal yes", "verbally agreed", "mundlich zugesagt", "accord verbal", "acuerdo verbal"}
)
"""Chances in words that are stages as well."""
WORD_CHANCES = MappingProxyType({"high": 0.7, "medium": 0.4, "low": 0.15})
_CLOSED = frozenset(
    _words("cerrado, cerrada, cierre, fechado, fechada, abgeschlossen, ferme, chiuso, gesloten, closed, deal")
)
"""Words before `won` or `lost` in several languages."""
OF_A_DEAL = frozenset(_words("deal, negocio, affaire, geschaft, trattativa, oportunidad, oportunidade, opportunity"))
"""What is won or lost, before the word for it (`Negócio fechado ganho`)."""
_PARTS = re.compile(r"\s*[/,;+&]\s*|\s(?:y|und|et)\s")
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

ONLY_WHOLE: Final = frozenset(
    _words(
        """spoke, trial, pilot, chatted, emailed, replied, responded, email, visit, visited, coffee, kaffee, lunch,
        final two, last two"""
    )
)
"""Stages that are found as a whole text alone: names of firms hold such words too."""
_LONG_STAGES = {word: chance for word, chance in STAGE_CHANCES.items() if len(word) > 4 and word not in ONLY_WHOLE}
"""Stages that are found within other words too."""
_MOST_WORDS = 1 + max(word.count(" ") for word in _LONG_STAGES)


_MONTHS = frozenset(
    _words(
        """jan, january, feb, february, mar, march, apr, april, jun, june, jul, july, aug, august, sep, sept, september,
        oct, october, nov, november, dec, december"""
    )
)


_NOW: Final = re.compile(
    r"\b(?:right now|now|currently|at present|at the moment|so far|jetzt|gerade|derzeit|zurzeit|momentan|bisher"
    r"|actuellement|en ce moment|maintenant|ahora|ahora mismo|actualmente|en este momento|hasta ahora|nu|momenteel"
    r"|tot nu toe|adesso|attualmente|finora|agora|atualmente)$"
)
"""Words behind a stage that say no more than that it is so today (`building now`, `coffee so far`)."""


def _core(text: str) -> str:
    """The stage's words without its number or day: `3 - Proposal (40%)` is `proposal`, `met 12 Oct` is `met`."""
    said = plain(text)
    words = (_NOW.sub("", said).strip() or said).split()
    core = [word for word in words if not word.isdigit() and word not in {"stage", "phase", "step"}]
    return " ".join(word for word in core if word not in _MONTHS) or " ".join(core)


_OUT_OF_TOUCH: Final = ("lost contact", "lost touch")
"""What begins like a deal that is lost, and says only that nobody has been spoken to."""
_OF_WORK: Final = re.compile(r"\b(?:comments|payment|invoice)\b", re.IGNORECASE)
"""What is waited for once the work is done (`report out, waiting on comments`)."""
_LOST_BY: Final = ("lost ", "closed lost", "not won", "perdida ", "perdido ", "verloren ", "perdu ", "perdue ")
"""How a stage begins that goes on to say by what or to whom a deal was lost."""


@lru_cache(maxsize=4096)
def outcome_of(stage: str) -> str:
    """`"won"`, `"lost"` or `""` for a stage or status as people write it."""
    parts = _PARTS.split(stage)
    if len(parts) > 1:
        said = {outcome_of(part) for part in parts} - {""}
        under_way = any(0 < chance_of_stage(part) < 1 for part in parts if not _OF_WORK.search(part))
        return said.pop() if len(said) == 1 and not under_way else ""
    core = _core(stage)
    first, _, rest = core.partition(" ")
    core = rest if first in OF_A_DEAL and rest else core
    if core in WON or core.startswith(("closed won", "won ")) or day_of_finish(stage):
        return "won"
    if core in LOST or (core.startswith(_LOST_BY) and not core.startswith(_OUT_OF_TOUCH)):
        return "lost"
    closed, _, how = core.partition(" ")
    if closed in _CLOSED:
        return "won" if how in WON else "lost" if how in LOST else ""
    return _outcome_before_reason(stage)


NO: Final = frozenset(_words("no, nein, non, nee, nao"))
"""A no with its reason behind it ends a deal (`no - too far away`)."""


def _outcome_before_reason(stage: str) -> str:
    """The outcome that stands before a reason (`Declined - too dear`), which is no further step (`Live - proposal`)."""
    head, reason = in_two(stage)
    if not reason or 0 < chance_of_stage(reason) < 1:
        return ""
    settled, first = outcome_of(reason), outcome_of(head)
    if settled and settled == first:  # `Done - paid`
        return first
    if settled:  # `Proposal - declined`, and not `Signed - cancelled`
        return settled if not first and (settled == "lost" or chance_of_stage(head) > 0) else ""
    return "lost" if plain(head) in NO else first


def is_closed(stage: str) -> bool:
    """Whether a stage says that work or a deal is closed, and not how; won where others are called lost, not won."""
    return _core(stage) in _CLOSED - {"deal", "cierre"}


@lru_cache(maxsize=4096)
def chance_of_stage(stage: str) -> float:
    """The chance that a stage stands for; NaN where the stage is not in the table. Won counts 1, lost 0."""
    core = _core(stage)
    if core in STAGE_CHANCES:
        return STAGE_CHANCES[core]
    if core in WORD_CHANCES:
        return WORD_CHANCES[core]
    if core in SAID_YES:
        return CHANCE_WORDS[core]
    outcome = outcome_of(stage)
    if outcome:
        return 1.0 if outcome == "won" else 0.0
    words = core.split()
    within = {" ".join(words[at : at + many]) for at in range(len(words)) for many in range(1, _MOST_WORDS + 1)}
    near = [(len(word), _LONG_STAGES[word]) for word in within & _LONG_STAGES.keys()]
    return max(near)[1] if near else float("nan")


def is_stage(text: str) -> bool:
    """Whether a text is known as a stage or an outcome."""
    return bool(outcome_of(text)) or chance_of_stage(text) == chance_of_stage(text)
