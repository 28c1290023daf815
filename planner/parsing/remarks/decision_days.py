"""When remarks say that something is decided, without a verb: `GR-Beschluss im Dez.`, `Vergabe Q1 2027`, `junta 10/12`.

A noun of a decision or of those who take it, with a day in the same clause, is enough. Figures behind a word of a
language that writes the day first are a day and a month.
"""

from __future__ import annotations

import re
from typing import Final

from planner.parsing.dates.day_words import DAY_FIRST
from planner.parsing.remarks.phrases import fold
from planner.parsing.word_lists import words

DECIDING: Final = words(
    """vergabe auftragsvergabe zuschlag zuschlagserteilung beschluss gemeinderatsbeschluss stadtratsbeschluss
    gemeinderat gemeinderatssitzung stadtrat stadtratssitzung kreistag verwaltungsrat aufsichtsrat
    aufsichtsratssitzung beirat beiratssitzung vorstandssitzung entscheid entscheidung gremium jury jurysitzung
    submission attribution arbitrage comite codir deliberation decision pitch
    junta pleno adjudicacion fallo resolucion besluit beslissing gunning gunningsbesluit gemeenteraad
    raadsvergadering bestuursvergadering directieoverleg alv schepencollege delibera giunta cda assemblea
    aggiudicazione decisione decisao assembleia adjudicacao"""
)
"""Nouns of decisions, and of those who take them."""
_COUNCIL: Final = re.compile(
    r"\bconseil (?:municipal|communal|general|d['’ ]administration|d['’ ]ecole)"
    r"|\bcommission d['’ ](?:appel|achat|attribu)"
    r"|\bconsejo de administracion|\bconsiglio (?:comunale|d)|\bconselho de"
)
"""Those who decide, by two words, of which the first alone is advice (`conseil en stratégie`)."""
NO_DECISION: Final = words(
    "no not nicht kein keine keinen noch ne pas plus sans sin niet geen nog non nao sem after nach apres tras na dopo"
)
"""With one of them in its clause a decision is none, or something else comes after it."""
_CLAUSE: Final = re.compile(r"[;,!?()\[\]–—\n•]+|\s-+\s|\.\s+(?=[^\W\d_]{3,}\s)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DAY_FIRST: Final = re.compile(
    rf"(?<![^\W_])(?:{DAY_FIRST})\s+(\d{{1,2}})[./](\d{{1,2}})(?![\d/%])|(?<![\d.])(\d{{1,2}})\.\s?(\d{{1,2}})\.(?!\d)"
)


def decision_in(text: str) -> str:
    """The clause of a remark that speaks of a decision, or `""`; whether it says when is another question.

    Example:
        >>> decision_in("Vergabe Q1 2027, 4 Mitbewerber"), decision_in("keine Entscheidung vor 2028")
        ('vergabe q1 2027', '')
    """
    for clause in _CLAUSE.split(fold(text)):
        said = set(_WORD.findall(clause))
        if (said & DECIDING or _COUNCIL.search(clause)) and not said & NO_DECISION:
            return clause.strip()
    return ""


def day_first_in(text: str) -> tuple[int, int] | None:
    """The day and month of figures that only mean the day first (`op 8/12`, `am 3.12.`); None without such.

    Example:
        >>> day_first_in("pitch op 8/12, 3 bureaus"), day_first_in("call 8/12")
        ((8, 12), None)
    """
    for match in _DAY_FIRST.finditer(fold(text)):
        day, month = int(match[1] or match[3]), int(match[2] or match[4])
        if 1 <= day <= 31 and 1 <= month <= 12:
            return day, month
    return None
