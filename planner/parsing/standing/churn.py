"""Columns that say how likely a client is to leave (`Churn risk`: High, Med, Low), or how well things stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from planner.parsing.remarks.phrases import words_of
from planner.parsing.word_lists import words

_LEAVES: Final = words("churn attrition flight risk leave leaving kundigungsrisiko abwanderung desabonnement")
_STANDS: Final = words("health happiness happy satisfaction sentiment mood engagement loyalty relationship strength")
_SCALE: Final = words(
    "high hi h medium med mid m low lo l hoch mittel niedrig none good ok okay fair bad poor strong weak"
)
_HIGH: Final = words("high hi h hoch")
_LOW: Final = words("low lo l bad poor weak niedrig")
HIGH_RISK: Final = "high risk"
POOR_HEALTH: Final = "poor health"
"""What such columns are read as saying; both are known as words for a client that may be lost."""
OF_CHURN: Final = frozenset({HIGH_RISK, POOR_HEALTH})
FEW: Final = 3
"""So many cells have to say something."""


def tells_of_churn(header: str) -> bool:
    """Whether a header speaks of who may leave, or of how well things stand."""
    return not (_LEAVES | _STANDS).isdisjoint(words_of(header))


def churn_words(header: str, texts: Sequence[str]) -> Sequence[str]:
    """(n,) what a column says of who may leave, `""` of the others; empty where the column is none of churn or health.

    Example:
        >>> churn_words("Churn risk", ["High", "Low", "Med - new CFO"])
        ['high risk', '', '']
    """
    if not tells_of_churn(header):
        return ()
    said = set(words_of(header))
    known = {text: next(iter(words_of(text)), "") for text in set(texts) if text.strip()}
    if sum(text in known for text in texts) < FEW or not set(known.values()) <= _SCALE:
        return ()
    bad, word = (_HIGH, HIGH_RISK) if said & _LEAVES else (_LOW, POOR_HEALTH)
    return [word if known.get(text) in bad else "" for text in texts]
