"""Until when a remark says that nothing is to be done (`nothing until 2028`, `im Sept. 27 wieder anrufen`)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import numpy as np

from planner.parsing.dates.date_words import MONTHS, SEASONS
from planner.parsing.remarks.days_in_remarks import day_in
from planner.parsing.remarks.phrases import fold, words_of
from planner.parsing.remarks.remarks import AGAIN

_NOTHING: Final = (
    r"(?:(?:do )?nothing(?: (?:to do|more|else|now|needed|planned|due|doing|happening))?|no (?:action|contact|calls?)"
    r"|leave(?: (?:alone|it|them|him|her|be)){1,2}|do(?: not|n ?t) (?:call|contact|chase|ring|disturb)"
    r"|nichts(?: (?:tun|machen|zu tun|geplant))?|nicht (?:anrufen|kontaktieren|storen)|(?:in )?ruhe(?:n)? lassen"
    r"|rien(?: (?:a faire|de prevu))?|(?:a )?laisser tranquille|nada(?: que hacer)?"
    r"|dejar(?:l[oae]s?)? (?:tranquil[oa]s?|en paz)"
    r"|niets(?: (?:doen|te doen))?|met rust laten|niente(?: da fare)?|nulla|nada a fazer)"
)
_UNTIL: Final = (
    r"(?:until|till?|before|bis(?: zum?)?|vor|jusqu(?: ?a| ?en| ?au)?|avant|hasta|antes del?|tot|voor|fino ad?"
    r"|prima d\w+|ate|antes d[eoa])"
)
_NOT: Final = r"(?:not|nicht|pas|no|niet|non|nao)"
_BEHIND: Final = re.compile(rf"\b{_NOTHING} {_UNTIL} (?P<when>.+)")
_AHEAD: Final = re.compile(rf"(?:^|\b){_UNTIL} (?P<when>.{{3,25}}?) {_NOTHING}(?: (?:tun|machen|doen|faire))?$")
_STEP: Final = re.compile(rf"^{_NOT} {_UNTIL} (?P<when>.+)")
_THEN: Final = frozenset({"then", "dahin", "la", "entonces", "dan", "allora", "entao"})
_CLAUSE: Final = re.compile(r"[;,()]|\s[–—-]\s|\.\s+(?=[^\W\d_])")
_SPANS: Final = (
    (3, re.compile(r"\b(?:[qtk]\s?[1-4]|quarter|qtr|quartal|kwartaal|trim\w*)\b")),
    (6, re.compile(r"\b(?:h[12]|half|halbjahr|halfjaar|semest\w+)\b")),
    (3, re.compile(rf"\b(?:{'|'.join(SEASONS)})\b")),
)
"""How many months a time has that is spoken of; without them it is a month, or a year where none is named."""


def idle_until(
    text: str,
    today: dt.date,
    day_first: bool | None,
    then: np.datetime64 | None,
    *,
    step: bool = False,
    client: bool = False,
) -> np.datetime64 | None:
    """The first day on which something is to be done, where a remark says that nothing is before; else None.

    Args:
        then: the day that `until then` means where the remark itself names none.
        step: whether it is written as the next step, of which `not before May` says the same.
        client: whether it is of a client, whose other work goes on until he is called again.

    Example:
        >>> idle_until("nothing until 2028", dt.date(2026, 11, 28), None, None)
        np.datetime64('2028-01-01')
    """
    for when, again in _waits(text, step):
        if again and client:
            continue
        if fold(when) in _THEN:
            return _day(text, today, day_first) or then
        day = _day(when, today, day_first)
        if day is not None:
            return day
    return None


def says_to_wait(text: str, *, step: bool = False) -> bool:
    """Whether a remark says that nothing is to be done until some time."""
    return bool(_waits(text, step))


@lru_cache(maxsize=4096)
def _waits(text: str, step: bool) -> tuple[tuple[str, bool], ...]:
    """What stands for the time in each clause that says to wait for one, and whether it says to call again then."""
    return tuple(_times(text, step))


def _times(text: str, step: bool) -> Iterator[tuple[str, bool]]:
    for clause in _CLAUSE.split(text):
        low = " ".join(fold(clause).replace("'", " ").replace("’", " ").split()).rstrip(" .!")
        found = _BEHIND.search(low) or _AHEAD.search(low) or (_STEP.match(low) if step else None)
        if found:
            yield found["when"], False
        elif AGAIN.search(clause):
            yield clause, True


def _day(text: str, today: dt.date, day_first: bool | None) -> np.datetime64 | None:
    """The first day of the time that a text speaks of, which is read as its last."""
    last = day_in(text, today, day_first)
    if last is None:
        return None
    day = last.astype(dt.date)
    if day.day != calendar.monthrange(day.year, day.month)[1]:
        return last
    low = fold(text)
    months = next((months for months, span in _SPANS if span.search(low)), 1)
    if months == 1 and MONTHS.keys().isdisjoint(words_of(text)):
        months = 12 if day.month == months * 12 else 1
    ordinal = day.year * 12 + day.month - months
    return np.datetime64(dt.date(ordinal // 12, ordinal % 12 + 1, 1), "D")
