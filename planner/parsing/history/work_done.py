"""Words of stages for work that is done (`Complete`), beside those for work that goes on (`On site`, `RIBA 3`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planner.parsing.history.done_words import COMPLETED
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.stages import is_stage
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.word_lists import words
from planner.vocabulary import Relationship

UNDER_WAY: Final = frozenset(
    patterns(
        """live, live job, on site, in delivery, delivery, in construction, building, in build, in production,
        running, ongoing, loi received, loi recd, loi signed, letter of intent received, loa received,
        work order received, wo received, report, report stage, reporting, report writing"""
    )
)
"""Words for jobs that go on; beside them what is closed is done, not lost."""
_DONE: Final = COMPLETED | {"closed out", "signed off"}
"""Words for work that is done, and not only sold, delivered or paid for so far."""
_NO_WORK: Final = words("new open pending neu offen nieuw nouveau nuevo nuovo")
"""Words for what has not begun."""
_MOST_WORDS: Final = 3
"""A longer text may speak of a part of the work."""


def stages_done(texts: Iterable[str]) -> frozenset[str]:
    """The texts of a column that say that work is done; none where no other says that work goes on."""
    different = set(texts) - {""}
    done = frozenset(text for text in different if _is_done(text))
    return done if any(_goes_on(text) for text in different - done) else frozenset()


def _is_done(text: str) -> bool:
    said = words_of(text)
    ends = {said[0], said[-1], " ".join(said)} if said else set()
    return len(said) <= _MOST_WORDS and bool(ends & _DONE) and not _names_a_day(said)


def _names_a_day(said: Iterable[str]) -> bool:
    """Whether a text says when work ended, which says more."""
    return any(word[0].isdigit() for word in said)


def _goes_on(text: str) -> bool:
    if text.strip().lower() in UNDER_WAY:
        return True
    status = status_of(text)
    client = status.relationship is Relationship.CLIENT
    return not is_stage(text) and (client or not status.said) and not set(words_of(text)) & _NO_WORK
