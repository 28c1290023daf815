"""Chances composed of a degree and a word for how good they are: `sehr gut`, `plutôt faibles`, `casi nula`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from planner.parsing.chances.chance_adjectives import (
    ADJECTIVES,
    BETWEEN,
    DEGREES,
    FILLERS,
    NOES,
    OF_CHANCES,
    PHRASES,
    SETTLED,
    SIZES,
    Degree,
)

NONE, FEW = 0.05, 0.1
"""No chance at all, and hardly any, of a deal that the list still keeps."""
ALMOST_SURE, ALMOST_NONE, SURE = 0.9, 0.03, 0.95
MIDDLE: Final = 0.45
"""What a word for a moderate degree draws a chance towards."""
LOW, HALF = 0.25, 0.5
STEP: Final = 0.05
"""A chance made moderate is told in steps of it."""
_NEGATED: Final = ((SURE, 0.3), (0.75, 0.2), (0.35, 0.15), (LOW, NONE), (0.051, MIDDLE), (-1.0, FEW))
"""What remains of a chance, from each least value down, of which it is said that it is not so (`nicht sehr hoch`)."""
_NOT_BEHIND: Final = ((SURE, 0.02), (HALF, 0.15), (-1.0, 0.2))
"""The same where the word for not stands behind (`wahrscheinlich nicht`, `vielleicht nicht`)."""
MOST_WORDS: Final = 8
_WORDS: Final[Mapping[str, float]] = MappingProxyType({**ADJECTIVES, "few": FEW})


@lru_cache(maxsize=4096)
def graded(words: tuple[str, ...], *, within: bool = False) -> float | None:
    """The chance that some words say as a whole, 0 to 1; None where they hold anything else.

    Args:
        words: in the form of `words_of`.
        within: whether they stand in a longer text, where words of size may be said of anything.

    Example:
        >>> graded(("sehr", "gut")), graded(("mittel", "bis", "hoch")), graded(("pas", "tres", "bonnes"))
        (0.8, 0.55, 0.2)
    """
    if not 0 < len(words) <= MOST_WORDS:
        return None
    text = f" {' '.join(words)} "
    for phrase, same in PHRASES.items():
        text = text.replace(f" {phrase} ", f" {same} ")
    named = any(word in OF_CHANCES for word in text.split())
    said = [word for word in text.split() if word not in OF_CHANCES]
    known = {**SIZES, **_WORDS} if named or not within else _WORDS
    for at, word in enumerate(said):
        if word in BETWEEN and 0 < at < len(said) - 1:
            ends = [_one(side, known, named=named) for side in (said[:at], said[at + 1 :])]
            if ends[0] is not None and ends[1] is not None:
                return round((ends[0] + ends[1]) / 2, 3)
    found = _one(said, known, named=named)
    return None if found is None else round(found, 3)


def _one(words: Sequence[str], known: Mapping[str, float], *, named: bool) -> float | None:
    """The chance of degrees and one word for how good it is, or of two such words side by side."""
    said = [word for word in words if word not in FILLERS]
    if not said:
        return None
    *before, last = said
    if len(said) > 1 and DEGREES.get(last) is Degree.NOT:
        ahead = _one(before, known, named=named)
        if ahead is not None:
            return None if last in NOES and ahead < HALF else _step(_NOT_BEHIND, ahead)
    if last in known:
        chance = known[last]
    elif last in SETTLED and before and DEGREES.get(before[-1]) is Degree.ALMOST:
        chance = 1.0
    elif last in NOES or (DEGREES.get(last) is Degree.NOT and (named or before)):
        chance = NONE
    elif DEGREES.get(last) is Degree.LITTLE and (named or before):
        chance = FEW
    else:
        return None
    if not before and last in NOES and not named:
        return None  # a no alone may begin a remark; it is in the table of whole words
    for at in reversed(range(len(before))):
        degree = DEGREES.get(before[at])
        if degree is None:
            other = _one(before[: at + 1], known, named=named)
            return None if other is None else (other + chance) / 2
        chance = _by_degree(degree, chance)
    return chance


def _by_degree(degree: Degree, chance: float) -> float:
    """A chance made more or less of, between its neighbours."""
    match degree:
        case Degree.VERY:
            return 0.4 * chance if chance < LOW else chance + 0.1 if chance < HALF else (1 + chance) / 2
        case Degree.RATHER:
            return round((chance + 0.2 * (MIDDLE - chance)) / STEP) * STEP
        case Degree.ALMOST:
            return ALMOST_NONE if chance <= NONE else min(chance, ALMOST_SURE)
        case Degree.LITTLE if chance >= LOW:
            return FEW
    return _step(_NEGATED, chance)


def _step(steps: Sequence[tuple[float, float]], chance: float) -> float:
    return next(value for least, value in steps if chance >= least)
