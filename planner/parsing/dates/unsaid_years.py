"""Dates without a year: whether a number behind a month is its day, and which year a day of the past is of."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from planner.parsing.dates.date_words import MONTHS, NEXT
from planner.parsing.remarks.phrases import fold, words_of

_MONTH_AND_NUMBER: Final = re.compile(r"^\s*([^\W\d_]+)\.?\s+(\d{1,2})\s*$")
_A_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[’']\d\d(?!\d)|(?<=\d[/.-])\d\d?[/.-]\d\d(?!\d)")
_SPAN: Final = (
    "(day|week|wk|month|mth|year|yr|tag|woche|monat|jahr|jour|semaine|mois|dia|semana|mes|dag|wek|maand|jaar|giorn|settiman"
    "|anno|ano|an)"
)
_COUNT: Final = (
    r"(\d{1,2}|an?|one|two|three|few|eine[mnr]?|zwei|drei|une?|deux|trois|una?|dos|tres|een|twee|drie|due|tre)"
)
_AGO: Final = re.compile(
    rf"^{_COUNT}?\s*{_SPAN}s?\s+ago$|^(?:vor|il y a|hace|ha)\s+{_COUNT}\s+{_SPAN}(?:en|es|s|n|e)?$"
    rf"|^{_COUNT}\s+{_SPAN}(?:en|es|e|i|s)?\s+(?:geleden|fa|atras)$"
)
_LAST: Final = re.compile(
    rf"^(?:last|letzte[nrs]?|vorige[nrs]?|vergangene[nrs]?|afgelopen)\s+{_SPAN}$"
    rf"|^(?:(?:la|le|el|il|o|a)\s|l['’])?{_SPAN}[ae]?\s+(?:dernier|derniere|pasad[oa]|scors[oa]|passad[oa])$"
)
_DAYS: Final = {"d": 1, "t": 1, "g": 1, "w": 7, "s": 7, "m": 30, "y": 365, "a": 365, "j": 365}
_COUNTS: Final = {
    word: number
    for number, said in {
        1: "a an one ein eine einem einer un une una uno een", 2: "two zwei deux dos twee due",
        3: "three few drei trois tres drie tre",
    }.items()
    for word in said.split()
}  # fmt: skip
YESTERDAY: Final = frozenset({"yesterday", "gestern", "hier", "ayer", "gisteren", "ieri", "ontem"})
YEARS_BACK, YEARS_AHEAD = 3, 2
"""A number behind a month may be a year only if it is so near."""
PATIENCE: Final = dt.timedelta(days=90)
"""A day that lies so little behind is still this year's."""


def writes_days(texts: Iterable[str], today: dt.date, *, past: bool) -> bool:
    """Whether the numbers behind the months of a column are days (`Nov 4`, `Oct 28`): one of them is no year.

    In a column of days that have `past`, a year to come is none.
    """
    numbers = [match[2] for match in map(_MONTH_AND_NUMBER.match, texts) if match and fold(match[1]) in MONTHS]
    ahead = 0 if past else YEARS_AHEAD
    return any(len(one) == 1 or not -YEARS_BACK <= int(one) - today.year % 100 <= ahead for one in numbers)


def month_and_day(text: str, today: dt.date) -> dt.date | None:
    """The day that a month and a number name (`Oct 28`): the next one, or one not long ago; None for other texts."""
    match = _MONTH_AND_NUMBER.match(text)
    month = MONTHS.get(fold(match[1])) if match else None
    if match is None or month is None or int(match[2]) > calendar.monthrange(2024, month)[1]:
        return None
    here = _on(today.year, month, int(match[2]))
    return here if here >= today - PATIENCE else _on(today.year + 1, month, int(match[2]))


def days_ago(text: str, today: dt.date) -> dt.date | None:
    """The day of the past that a text counts from today (`last week`, `3 months ago`, `yesterday`), or None.

    Example:
        >>> days_ago("last week", dt.date(2026, 11, 28)).isoformat()
        '2026-11-21'
    """
    low = " ".join(fold(text).split())
    if low in YESTERDAY:
        return today - dt.timedelta(days=1)
    match = _AGO.match(low) or _LAST.match(low)
    if match is None:
        return None
    count, span = ["", *filter(None, match.groups())][-2:]
    days = 1 if span.startswith("jour") else _DAYS[span[0]]
    return today - dt.timedelta(days=days * (_COUNTS.get(count, 0) or int(count or 1)))


def brought_back(text: str, day: dt.date, today: dt.date) -> dt.date:
    """The last day of the past that a text may mean (`Oct`, `12/05`); of a month that still runs (`Nov 26`), today.

    Example:
        >>> brought_back("Oct", dt.date(2027, 10, 31), dt.date(2026, 11, 28)).isoformat()
        '2026-10-31'
    """
    if day <= today or _A_YEAR.search(text) or NEXT & set(words_of(text)):
        return day
    of_year = _MONTH_AND_NUMBER.match(text)
    whole = int(of_year[2]) == day.year % 100 != day.day if of_year else not any(c.isdigit() for c in text)
    if (day.year, day.month) == (today.year, today.month) and whole:
        return today
    while day > today:
        day = _on(day.year - 1, day.month, day.day)
    return day


def _on(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
