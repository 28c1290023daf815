"""The part of a whole fee that falls in the year that runs (`Total fee` beside `of which 2026`), or in the months ahead
that a forecast adds up: that is the year's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from planner.detection.columns.scores.fee_words import LEFT, OF_A_YEAR, OURS, PAST, PLANS, TOTAL, UNCLEAR
from planner.detection.columns.scores.money_columns import SURELY_MONEY, is_part_year, is_running, year_of
from planner.detection.columns.scores.score import Column
from planner.detection.headers.header_words import header_words
from planner.detection.headers.periods import month_of, totals_of_periods
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.money.money import amount_in
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

_OF_WHICH: Final = words(
    """of which thereof therein included in share part portion davon darin anteil anteilig dont part waarvan daarvan
    deel di cui parte de los cuales del que das quais heraf derav varav w tym"""
)
"""What a header says of a part, beside the year."""
_AHEAD: Final = words("next coming nachste nachsten kommende kommenden prochains proximos komende prossimi")
_MONTHS_AHEAD: Final = (
    _AHEAD
    | TOTAL
    | words("year months month total forecast sum monate jahr summe mois meses maanden jaar mesi totaal expected")
)
"""Words of a header over what months ahead come to (`Next 12 months`, `Summe nächste 12 Monate`)."""
_IS_PART: Final = re.compile(
    r"\b(?:of (?:which|this|that)|thereof|davon|dont|waarvan|daarvan|di cui|de (?:los|las) (?:cuales|que)|d[oa]s quais"
    r"|heraf|derav|varav|w tym)\b",
    re.IGNORECASE,
)
_IS_WHOLE: Final = re.compile(
    r"\b(?:total|totals|overall|whole|entire|full|ges\.?|insges\w*|totaux|totale?s?|totaal|complet|global[e]?"
    r"|razem|samlet|samlad|agreed|contract (?:sum|value|price|amount)|commission(?:ed)? (?:sum|value))\b"
    r"|gesamt|auftrags(?:summe|wert|volumen)|vertragssumme|opdracht(?:som|waarde)|totaal|montant du contrat"
    r"|importe del contrato|valore (?:del )?contratto",
    re.IGNORECASE,
)
_YEARS_OWN: Final = (OF_A_YEAR | OURS | UNCLEAR | PLANS | _OF_WHICH) - PAST - LEFT - TOTAL - words("budget size spend")
LOOKED_AT: Final = 400
LEAST_BOTH, LEAST_LESS, LEAST_PART = 2, 1 / 4, 0.02
"""So many rows say both, in this share of them the part is less, and it is so much of the whole at least: of less, the
two are of different units."""
LEAST_DATED: Final = 2
"""So many months with their year show that a forecast begins now."""
OVER: Final = 1.001


def part_of_this_year(
    whole: int, described: Sequence[Column], columns: Sequence[Sequence[Any]], free: Iterable[int], today: dt.date
) -> int | None:
    """The column of what falls in the year that runs, or in the months ahead, of a fee for whole jobs, never more than
    that; None for none.

    Args:
        whole: the column taken for the fee.  columns: the cells.  free: the columns beside it.
    """
    header = described[whole].header
    if year_of(header.text) or header.per or is_part_year(header.text) or PAST & set(header_words(header.text)):
        return None
    to_come = _totals_to_come(described, today)
    says_whole = _IS_WHOLE.search(header.text) is not None
    for j in free:
        text = described[j].header.text
        is_part = _IS_PART.search(text) is not None
        named = (says_whole or is_part) and is_running(text, today) and not is_part_year(text)
        fits = j in to_come or (named and set(header_words(text)) <= _YEARS_OWN)
        if fits and described[j].profile.money > SURELY_MONEY and _never_more(described, columns, whole, j):
            return j
    return None


def _totals_to_come(described: Sequence[Column], today: dt.date) -> frozenset[int]:
    """The columns that total months of which the first is still to come, or runs (`Dec 26` … `Nov 27`, `12m total`)."""
    headers = [column.header.text for column in described]
    dated = [(year_of(text), MONTHS[month]) for text in headers if (month := month_of(text)) and year_of(text)]
    if len(dated) < LEAST_DATED or min(dated) < (today.year, today.month):
        return frozenset()
    named = (set(header_words(text)) for text in headers)
    return totals_of_periods(headers) | {j for j, said in enumerate(named) if said & _AHEAD and said <= _MONTHS_AHEAD}


def _never_more(described: Sequence[Column], columns: Sequence[Sequence[Any]], whole: int, part: int) -> bool:
    """Whether a column's amounts are at most those of another beside them, and in some rows less."""
    both = [
        (more * described[whole].header.factor, less * described[part].header.factor)
        for more, less in zip(*(map(amount_in, columns[j][:LOOKED_AT]) for j in (whole, part)), strict=True)
        if more and less is not None
    ]
    fewer = sum(less * OVER < more for more, less in both)
    enough = sum(less for _, less in both) >= LEAST_PART * sum(more for more, _ in both)
    return (
        len(both) >= LEAST_BOTH
        and all(less <= more * OVER for more, less in both)
        and fewer >= LEAST_LESS * len(both)
        and enough
    )


def part_told(whole: str, part: str, sheet: str, cell: str) -> Issue:
    """A note that the fee of a year is the part of a whole fee, both called after their headers."""
    return Issue(
        "fee-of-the-year", Severity.NOTE,
        f"“{part}” was taken as the fee of this year, and “{whole}”, the fee of the whole job, only where it is empty.",
        "Map annual_fee to one of them if that is wrong.", sheet, cell, part,
    )  # fmt: skip
