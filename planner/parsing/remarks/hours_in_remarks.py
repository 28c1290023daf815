"""Hours in remarks: so many a week or a month that a client takes and nobody bills (`2 hours a month on the phone`)."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import Final

from planner.parsing.remarks.phrases import NUMBERS, Phrases, fold, words_of
from planner.parsing.standing.words.standing_words import patterns

_UNITS: Final = MappingProxyType(
    {
        "week": 1.0, "woche": 1.0, "semaine": 1.0, "semana": 1.0, "settimana": 1.0,
        "month": 12 / 52, "monat": 12 / 52, "mois": 12 / 52, "mes": 12 / 52, "maand": 12 / 52, "mese": 12 / 52,
        "quarter": 4 / 52, "quartal": 4 / 52, "trimestre": 4 / 52, "kwartaal": 4 / 52,
    }
)  # fmt: skip
"""How many of a period make a week."""
_HOURS: Final = re.compile(
    rf"(?<![\d.,])(?P<count>\d{{1,3}}(?:[.,]\d)?|{'|'.join(NUMBERS)})\s?(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ore|"
    rf"uur|uren)\.?\s(?:a|an|per|each|im|in der|pro|je|par|al|a la|por)\s(?P<unit>{'|'.join(_UNITS)})\b"
    rf"|(?<![\d.,])(?P<counted>\d{{1,3}}(?:[.,]\d)?)\s?(?:h|hrs?|std)\.?\s?/\s?(?P<of>{'|'.join(_UNITS)})\b"
)
UNBILLED: Final = patterns(
    """don t bill, doesn t pay for,
    not billed, never billed, unbilled, not billable, non billable, unpaid, on the phone,
    of calls, coffee, lunches, keeping in touch, for nothing, nicht abgerechnet, nicht berechnet, unbezahlt, am telefon,
    non facture*, pas facture*, au telephone, no factur*, sin facturar, al telefono, non fattur*, niet gefactureerd,
    onbetaald, aan de telefoon"""
)
"""Words that say that hours are not those of the work that is paid for."""
SPOKEN_OF: Final = (
    "hour", "Hour", " h ", "h/", "hrs", "hr ", "std", "Std", "tund", "eure", "hora", "Hora", " ore ", "uur", "uren",
)  # fmt: skip
"""What every text that speaks of hours has in it."""
_SENTENCE = re.compile(r"[.;!?]\s+")


def hours_a_week(text: str) -> float | None:
    """The hours a week that a remark says are given and not billed, or None: none, several, or of paid work."""
    if not any(word in text for word in SPOKEN_OF):
        return None
    found = [hours for part in _SENTENCE.split(fold(text)) for hours in _of_sentence(part)]
    return found[0] if len(found) == 1 else None


def _of_sentence(text: str) -> list[float]:
    matches = list(_HOURS.finditer(text))
    if not matches or not _unbilled().first(words_of(text)):
        return []
    return [_count(match["count"] or match["counted"]) * _UNITS[match["unit"] or match["of"]] for match in matches]


def _count(text: str) -> float:
    return float(NUMBERS[text]) if text in NUMBERS else float(text.replace(",", "."))


@cache
def _unbilled() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in UNBILLED)
