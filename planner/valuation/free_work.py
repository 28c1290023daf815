"""Work done for nothing or for less, where the list has a column of its own that says so ("Pro bono?")."""

from __future__ import annotations

from typing import Final

import numpy as np

from planner.arrays import Texts, same_text
from planner.parsing.word_index import words_of
from planner.roster.roster import Roster
from planner.valuation.distinct import distinct, plain

HEADERS: Final = ("pro bono", "probono", "low bono", "reduced fee", "reduced rate", "discounted fee", "half rate")
DENIED: Final = frozenset({"", "no", "n", "0", "0.0", "false", "-", "–", "none", "full", "full fee", "n/a", "na", "✗"})
PARTLY: Final = frozenset({"partly", "part", "partial", "partially", "some", "sometimes", "half"})
YES, PART = "yes", "partly"


def free_work(roster: Roster) -> Texts:
    """(n,) "yes", "partly" or `""`, from the user's own columns."""
    answer = same_text(roster.size, "")
    for header, texts in roster.other.items():
        words = f" {' '.join(words_of(header))} "
        if any(f" {known} " in words for known in HEADERS):
            found = distinct(texts).map(_said)
            said = found.spread(np.array(found.values, dtype=object))
            answer = np.where((answer == "") | (said == YES), np.where(said == "", answer, said), answer).astype(object)
    return answer


def _said(text: str) -> str:
    word = plain(text)
    return "" if word in DENIED else PART if word in PARTLY else YES
