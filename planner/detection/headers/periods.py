"""Headers of periods side by side (`Jan`, `Feb`, …; `Q1 2026`; `Jan - Mar, 2026`) and the total behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.detection.headers.header_words import header_words
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.word_lists import words

LEAST = 3
_QUARTER = re.compile(r"^(?:q[1-4]|[1-4]q|t[1-4]|h[12])\b|^(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])$", re.IGNORECASE)
_TOTALS = words("total totals sum gesamt summe totaal suma somme totale year ytd jahr annee ano jaar anno")


def totals_of_periods(headers: Sequence[str]) -> frozenset[int]:
    """The columns, from 0, that are headed as a total and nothing else, where at least three stand for periods."""
    if sum(map(_is_period, headers)) < LEAST:
        return frozenset()
    return frozenset(j for j, text in enumerate(headers) if (said := set(header_words(text))) and said <= _TOTALS)


def _is_period(header: str) -> bool:
    said = header_words(header)
    return (bool(said) and all(word in MONTHS for word in said)) or bool(_QUARTER.match(header.strip()))
