"""Chances in words, in five languages: `High`, `1 in 3`, `50/50`, `long shot`, `80% if budget holds`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from planner.parsing.remarks.phrases import Phrases, number_of, words_of
from planner.parsing.standing.standing_words import patterns

_TABLE: Final[Mapping[float, str]] = MappingProxyType(
    {
        1.0: """certain, definite, definitely, done, done deal, won, signed, sure thing, sicher, gewonnen,
        unterschrieben, sur, certaine, assure, signe, gagne, acquis, seguro, ganado, firmado, zeker, gewonnen,
        getekend, binnen""",
        0.9: """very high, committed, commit, yes, nailed on, in the bag, as good as done, almost certain, nearly
        there, sehr hoch, so gut wie sicher, fast sicher, tres haute, tres elevee, quasi certain, quasi sur,
        presque sur, presque certain, bijna rond, praktisch sicher, muy alta, casi
        seguro, zeer hoog, heel hoog, bijna zeker""",
        0.85: "very likely, sehr wahrscheinlich, tres probable, muy probable, zeer waarschijnlijk",
        0.8: "verbal, verbal yes, verbally agreed, mundlich zugesagt, accord verbal, acuerdo verbal, mondeling akkoord",
        0.7: """high, alta, elevata, hog, hoy, hoj, wysoka, wysokie, duza, h, likely, strong, good chance, hoch,
        wahrscheinlich, gute chance, gute chancen, haute, eleve, elevee, forte, fort, probable, bonne chance, bonnes
        chances, alta, alto, hoog, waarschijnlijk, goede kans, grote kans, grosse chance, grosse chancen""",
        0.6: "good, probably, better than even, odds on, more likely than not, gut, eher ja, bon, bonne, plutot oui",
        0.55: "medium high, hot, heiss, chaud, chaude, caliente, heet, mittel bis hoch, moyenne a haute, media alta",
        0.5: """even, evens, fifty fifty, 50 50, toss up, half half, coin flip, offen, halb halb, une chance sur deux,
        mitad mitad, cincuenta cincuenta, fifty""",
        0.4: """medium, medie, mellan, medel, middels, mellem, srednia, srednie, med, m, moderate, average, fair,
        best case, mittel, mittlere, durchschnittlich, moyen, moyenne, media, medio, mediana, middel, gemiddeld,
        redelijk""",
        0.3: """possible, possibly, maybe, said maybe, perhaps, could be, vielleicht, moglich, eventuell, possible,
        peut etre,
        posible, quiza, quizas, tal vez, misschien, mogelijk, wellicht""",
        0.25: "medium low, warm, tiede, tibio, templado, lauw, lauwarm, mittel bis gering, moyenne a faible",
        0.15: """low, bassa, basso, baixa, baixo, lag, lav, liten, lille, niska, niskie, mala, l, poor, weak, gering,
        niedrig, schwach, faible, basse, bas, baja, bajo, laag, zwak, klein""",
        0.1: """unlikely, slim, long shot, outside chance, outsider, slim chance, cold, doubtful, unwahrscheinlich,
        kaum, kalt, zweifelhaft, peu probable, improbable, froid, froide, douteux, poco probable, improbable, frio,
        onwaarschijnlijk, kleine kans, koud, twijfelachtig""",
        0.05: """very low, very unlikely, no, no chance, remote, sehr gering, sehr unwahrscheinlich, keine chance,
        tres faible, aucune chance, muy baja, sin posibilidades, zeer laag, geen kans, vrijwel geen""",
        0.0: "omitted, lost, zero, dead, verloren, perdu, perdido, nul, null, nulle",
    }
)
_ALONE: Final[Mapping[float, str]] = MappingProxyType(
    {
        0.7: "gross, grosse, groot, grande, duze, stor",
        0.15: "petite, petit, pequena, pequeno",
        0.05: "nee, nein, non, nej, nei",
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
        word: chance
        for table in (_ALONE, _TABLE)
        for chance, words in reversed(tuple(table.items()))
        for word in patterns(words)
    }
)
"""Chance by word."""
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
    whole = " ".join(words_of(text))
    return CHANCE_WORDS[whole] if whole in CHANCE_WORDS else _odds(text.strip())


def chance_among_words(text: str) -> float | None:
    """The one chance within a longer text, 0 to 1; None where there is none."""
    words = words_of(text)
    percents = _PERCENTS.findall(text)
    if len(percents) == 1 and len(words) > 1:
        return float(percents[0].replace(",", ".")) / 100
    said: float | None = _phrases().first(words) if words and not any(c.isdigit() for c in text) else None
    return said


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
    alone = {word for words in _ALONE.values() for word in patterns(words)}
    words = sorted(CHANCE_WORDS.items(), key=lambda item: -item[0].count(" "))
    return Phrases((word, chance) for word, chance in words if len(word) > 2 and word not in alone)
