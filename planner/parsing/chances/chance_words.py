"""Chances in words, in five languages: `High`, `1 in 3`, `50/50`, `long shot`, `80% if budget holds`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from planner.parsing.chances.chance_adjectives import ADJECTIVES, ONLY_WHOLE, SIZES, UNKNOWN
from planner.parsing.chances.graded_chances import graded
from planner.parsing.remarks.phrases import Phrases, number_of, words_of
from planner.parsing.standing.words.standing_words import patterns

_TABLE: Final[Mapping[float, str]] = MappingProxyType(
    {
        1.0: """definite, definitely, done, done deal, won, signed, sure thing, gewonnen, unterschrieben, signe, gagne,
        acquis, ganado, firmado, gewonnen, getekend, binnen""",
        0.9: "committed, commit, yes, nailed on, in the bag, nearly there, hochwahrscheinlich, eingetutet",
        0.8: "verbal, verbal yes, verbally agreed, mundlich zugesagt, accord verbal, acuerdo verbal, mondeling akkoord",
        0.7: "h, wysoka, wysokie, elevata, alta, alto",
        0.6: "probably, better than even, odds on, more likely than not, eher ja, plutot oui, eerder wel, mas bien si",
        0.55: "medium high, mittel bis hoch, moyenne a haute, media alta",
        0.5: """even, evens, fifty fifty, fiftyfifty, 50 50, toss up, half half, coin flip, halb halb, halbe halbe,
        half om half, moitie moitie, une chance sur deux,
        mitad mitad, cincuenta cincuenta, fifty, gut moglich, durchaus moglich, goed mogelijk, best mogelijk,
        bien possible, tout a fait possible, quite possible, bastante posible""",
        0.4: "med, m, best case, so so, mittelmass, not sure, very possible, sehr moglich, muy posible",
        0.3: """possibly, maybe, said maybe, perhaps, could be, vielleicht, eventuell, peut etre, quiza, quizas,
        tal vez, a lo mejor, misschien, wellicht, forse, talvez""",
        0.25: "medium low, mittel bis gering, moyenne a faible",
        0.15: "l, not impossible, nicht ausgeschlossen, nicht unmoglich, pas impossible, niet onmogelijk",
        0.1: "long shot, outside chance, outsider, kaum",
        0.05: "no, impossible, unmoglich, imposible, onmogelijk, impossibile, impossivel",
        0.0: "omitted, lost, dead, verloren, perdu, perdido",
    }
)
"""What is said as a whole; what is composed of a degree and an adjective is in `graded_chances`."""
_ALONE: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.05: """nee, nein, non, nej, nei, keine, kein, aucune, aucun, geen, ninguna, ninguno, nessuna, nessuno,
        nenhuma""",
        0.1: "few, weinig, poco, peu, wenig, little, hardly, barely, a peine, nauwelijks, apenas",
        0.75: "three quarters, drei viertel, dreiviertel, trois quarts, tres cuartos, driekwart",
        0.67: "two thirds, zwei drittel, deux tiers, dos tercios, twee derde",
        0.5: "half, a half, halfte, die halfte, moitie, la moitie, mitad, la mitad, helft, de helft",
        0.33: "a third, one third, third, ein drittel, drittel, un tiers, tiers, un tercio, tercio, een derde, derde",
        0.25: """quarter, a quarter, one quarter, viertel, ein viertel, un quart, quart, cuarto, un cuarto, kwart, een
        kwart""",
    }
)
"""Said of a chance only where nothing else is said: `next quarter` is a time, `non` may begin a remark."""
CHANCE_WORDS: Final = MappingProxyType(
    {
        **SIZES,
        **ADJECTIVES,
        **{
            word: chance
            for table in (_ALONE, _TABLE)
            for chance, words in reversed(tuple(table.items()))
            for word in patterns(words)
        },
    }
)
"""Chance by word."""
_SEVERAL: Final = MappingProxyType({word: chance for word, chance in CHANCE_WORDS.items() if " " in word})
LONGEST: Final = 5
"""A chance within a longer text has at most so many words."""
_ODDS = re.compile(
    r"^(\w+)\s*(?:chances?|kans(?:en)?|posibilidad(?:es)?)?\s*"
    r"(?:in|out of|sur|von|aus|de(?:\s+cada)?|su|em(?:\s+cada)?|op|auf|of|entre)\s+(\w+)$"
    r"|^(\d+)\s*[:/]\s*(\d+)$",
    re.IGNORECASE,
)
_PERCENTS = re.compile(
    r"(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|prozent|pct|por ciento|per cento|por cento|prosent|procent|proc)",
    re.IGNORECASE,
)


def chance_of_words(text: str) -> float | None:
    """The chance that a word or odds are, 0 to 1; None where a text is neither."""
    words = words_of(text)
    whole = " ".join(words)
    if whole in CHANCE_WORDS:
        return CHANCE_WORDS[whole]
    return _odds(text.strip()) if (said := graded(words)) is None else said


def says_chance(text: str) -> bool:
    """Whether a text stands in the place of a chance: one in words, or that nobody knows it yet (`offen`)."""
    return chance_of_words(text) is not None or " ".join(words_of(text)) in UNKNOWN


def chance_among_words(text: str) -> float | None:
    """The one chance within a longer text, 0 to 1; None where there is none."""
    words = words_of(text)
    percents = _PERCENTS.findall(text)
    if len(percents) == 1 and len(words) > 1:
        return float(percents[0].replace(",", ".")) / 100
    if not words or any(c.isdigit() for c in text):
        return None
    return _composed_among(words) or _phrases().first(words)


def _composed_among(words: tuple[str, ...]) -> float | None:
    """The longest chance of several words in a longer text, the first of those that are alike long."""
    for many in range(min(LONGEST, len(words)), 1, -1):
        for at in range(len(words) - many + 1):
            part = words[at : at + many]
            said = _SEVERAL.get(" ".join(part))
            if (said := graded(part, within=True) if said is None else said) is not None:
                return said
    return None


def _odds(text: str) -> float | None:
    """`1 in 3`, `two in three`, `50/50`."""
    match = _ODDS.match(text)
    if match is None:
        return None
    first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
    numbers = [int(part) if part.isdigit() else number_of(part.lower()) for part in (first, second)]
    if numbers[0] is None or not numbers[1]:
        return None
    if numbers[0] + numbers[1] == 100 and match[3]:
        return numbers[0] / 100
    return numbers[0] / numbers[1] if numbers[0] <= numbers[1] else None


@cache
def _phrases() -> Phrases[float]:
    """Words of chances within longer texts, those of more words first; single letters are left out."""
    alone = {word for words in _ALONE.values() for word in patterns(words)} | SIZES.keys() | ONLY_WHOLE
    words = sorted(CHANCE_WORDS.items(), key=lambda item: -item[0].count(" "))
    return Phrases((word, chance) for word, chance in words if len(word) > 2 and word not in alone)
