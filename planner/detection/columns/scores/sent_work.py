"""Columns of how many clients somebody sent in a year (`Sent 2025`), or in several (`Sent me (last 2 yrs)`)."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from planner.detection.columns.scores.column_profile import ColumnProfile
from planner.detection.columns.scores.value_evidence import Around
from planner.detection.headers.work_words import JOBS
from planner.parsing.word_lists import words

COUNTS_SENT: Final = 0.6
"""How surely such whole numbers count clients that were sent."""
SENT: Final = words(
    """sent referred introduced recommended geschickt empfohlen vermittelt envoyes envoyees recommandes
    adresses enviados recomendados referidos gestuurd aanbevolen doorverwezen inviati segnalati"""
)
OF_SENT: Final = SENT | words(
    """us me this last past previous year years month months ytd to date so far letzte letzten jahr
    jahre jahren bisher uns mir en in derniers dernieres ans annees nous ultimos anos nos laatste jaar jaren ons mij
    ultimi anni ci seit since depuis desde sinds dal les le los"""
)
WHAT: Final = JOBS | words(
    "clients customers people work business leads names introductions given made how many number"
)
"""On a sheet of those who send work any of these is what they sent (`Jobs 2025`), which elsewhere they may order."""
MOST: Final = 200
MOSTLY: Final = 0.8


def counts_sent(said: Set[str], look: ColumnProfile, around: Around) -> bool:
    """Whether whole numbers count what somebody sent, by the words of their header and what the sheet is called."""
    if look.whole <= MOSTLY or look.years or max(look.amounts, default=0.0) > MOST:
        return False
    told = bool(said & SENT) and said <= OF_SENT
    return told or (around.of_senders and bool(said) and said <= OF_SENT | WHAT)
