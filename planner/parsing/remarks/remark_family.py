"""A family of phrases that say the same in remarks, and its phrases in all languages."""

from __future__ import annotations

from dataclasses import dataclass

from planner.goods import Good
from planner.parsing.remarks.remark_phrases import DUTCH, FRENCH, GERMAN, SPANISH
from planner.parsing.remarks.remark_phrases_english import ENGLISH_MORE
from planner.parsing.remarks.remark_phrases_more import ITALIAN_PORTUGUESE, ON_THE_WAY, POLISH, SCANDINAVIAN
from planner.parsing.remarks.remark_phrases_spoken import SPOKEN
from planner.parsing.standing.words.standing_words import patterns


@dataclass(frozen=True)
class Family:
    """Phrases that say the same.

    Attributes:
        name: as clues carry it.
        good, strength: what a clue is a guess of; a strength of 0 says that the account is not good in this way.
        caution: what to say beside the account, or `""`.
        leave_out: whether it ends the account.
        dated: whether a date in the same remark is the account's.
    """

    name: str
    phrases: tuple[str, ...]
    good: Good | None = None
    strength: float = 0.0
    caution: str = ""
    leave_out: bool = False
    dated: bool = False


def _phrases(name: str, english: str) -> tuple[str, ...]:
    """The phrases of a family in all languages."""
    found = patterns(english)
    for language in (
        ENGLISH_MORE,
        GERMAN,
        FRENCH,
        SPANISH,
        DUTCH,
        ITALIAN_PORTUGUESE,
        SCANDINAVIAN,
        POLISH,
        ON_THE_WAY,
        SPOKEN,
    ):
        found += patterns(language.get(name, ""))
    return tuple(dict.fromkeys(found))


def family_of(
    name: str, english: str, good: Good | None = None, strength: float = 0.0, *, caution: str = "",
    leave_out: bool = False, dated: bool = False,
) -> Family:  # fmt: skip
    """A family with its phrases in all languages, the English ones given."""
    return Family(name, _phrases(name, english), good, strength, caution, leave_out, dated)
