"""The day that a remark speaks of (`decision 5/12`, `signs 4 Dec`), once what is past is taken out of it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Final

import numpy as np

from planner.parsing.dates.date_words import MONTHS
from planner.parsing.dates.day_words import DAY_FIRST, IN_ENGLISH
from planner.parsing.dates.spoken_dates import read_spoken
from planner.parsing.remarks.decision_days import day_first_in
from planner.parsing.remarks.phrases import fold
from planner.parsing.word_lists import words

_OF_A_YEAR = re.compile(r"\bFY\s?'?\d{2,4}\s+(?=(?:fees?|billings?|billed|revenue|sales|turnover)\b)", re.IGNORECASE)
"""The year that money is of (`FY26 fees $90k`) is no day of what is to come."""
_FIGURES = re.compile(
    r"(?<![\d/.])(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?:[/.](?P<year>\d{4}|\d{2}))?(?![\d/%])"
)
_DASHED = re.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})-(20\d\d)(?!\d)")
_PAST: Final = (
    r"sent|submitted|quoted|pitched|presented|met|called|rang|spoke|spoken|emailed|seen|saw|visited|chased|reminded|replied"
    r"|posted|issued|filed|lodged|heard|talked|finished|ended|completed|delivered|concluded|closed(?:\sout)?"
    r"|wrapped(?:\sit)?\sup|handed\s(?:over|in)|kicked\soff|ran|held|left|lost|joined|started|began|won|invoiced|billed|paid"
    r"|received|trained|lunched|declined|retired|launched|moved|opened|bought|signed|installed|renewed|cancelled|introduced"
    r"|geschickt|verschickt|versandt|versendet|abgegeben|eingereicht|angerufen|gesprochen|getroffen|besucht|gemailt|beendet"
    r"|abgeschlossen|fertiggestellt|geliefert|[üu]bergeben|erledigt|pr[äa]sentiert|bezahlt|gewechselt|gegangen"
    r"|envoy[ée]e?s?|remise?s?|vue?s?|termin[ée]e?s?|livr[ée]e?s?|fini[es]*|pr[ée]sent[ée]e?s?|rencontr[ée]e?s?|achev[ée]e?s?"
    r"|factur[ée]e?s?|pay[ée]e?s?|sign[ée]e?s?|part(?:i|ie|is|ies)"
    r"|enviad[ao]s?|presentad[ao]s?|terminad[ao]s?|entregad[ao]s?|acabad[ao]s?|finalizad[ao]s?|vist[ao]s?|pagad[ao]s?"
    r"|facturad[ao]s?|cerrad[ao]s?|verstuurd|verzonden|gebeld|gesproken|gezien|afgerond|opgeleverd|be[ëe]indigd|geleverd"
    r"|betaald|vertrokken|inviat[aoie]|conclus[aoie]|finit[aoie]|consegnat[aoie]|conclu[ií]d[ao]s?|entregues?"
)
"""Words for what has been done."""
_NAMES: Final = (*sorted(MONTHS, key=len, reverse=True), "märz", "février", "août", "décembre", "março")
_MONTH: Final = rf"(?:{'|'.join(_NAMES)})"
_AT: Final = r"(?:(?:on|in|am|im|vom|le|en|el|il|op|nel|em)\s(?:the\s)?)"
_PART_OF_IT: Final = r"(?:(?:early|late|mid|end\sof|anfang|mitte|ende)[\s-])?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|er|\.)?\s(?:de\s)?"
_YEAR: Final = r"\b\.?(?:\s(?:de\s)?20\d\d)?"
_AHEAD_WORDS: Final = (
    r"about|re|due|by|until|till|for|start\w*|decision|decid\w*|before|after|from|board|next|deadline|hears?|results?|and|then|wants?"
    r"|needs?|renew\w*|expires?|ends|tender|meeting|interview|pitch|bis|ab|vor|nach|jusqu\w*|avant|antes|hasta|desde|voor|tot|vanaf"
)
_DONE = re.compile(
    rf"(?P<ahead>\b\w+\s)?\b(?:{_PAST})\s(?:"
    rf"{_AT}?{_PART_OF_IT}(?:{_DAY}{_MONTH}|{_MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d))?){_YEAR}"
    rf"|(?:(?!(?:{_AHEAD_WORDS})\b)\w+\s){{1,3}}?(?:{_AT}{_PART_OF_IT}(?:{_DAY})?|{_DAY}){_MONTH}{_YEAR})"
    rf"|\b(?:am|im|op|in)\s(?:(?:anfang|mitte|ende|begin|eind)\s)?(?:{_DAY})?{_MONTH}{_YEAR}"
    rf"(?:\s(?!(?:{_AHEAD_WORDS})\b)\w+){{0,2}}\s(?:{_PAST})\b",
    re.IGNORECASE,
)
"""What was done on a day (`Quote sent 3 Nov`, `finished in September`, `im September abgeschlossen`): that day is past,
and no day of what is to come."""
_TO_BE_DONE: Final = words(
    """be being gets get getting if once when until till not never is are wird werden sera seront sera sera wordt worden
    sara saranno sea sean wenn sobald falls quand lorsque cuando si als zodra quando se will must should"""
)
"""Right before such a word they say that it is still to be done (`to be completed in March`)."""
_EVER_SINCE = re.compile(
    r"\b(?:since|seit|depuis|desde|sinds)\s+(?:(?:the|dem|der|le|la|el|de|het|einem|einer)\s|l['’])?"
    r"(?:\d{1,2}(?:\.|st|nd|rd|th|er)?\s)?[^\s,;.]+(?:\s(?:de\s)?(?:20)?\d\d\b)?",
    re.IGNORECASE,
)
"""Since when something is so (`liegt seit Oktober beim Kunden`): that day is past too."""
_DONE_IN_FIGURES = re.compile(
    r"\b(?:sent|submitted|quoted|met|called|rang|spoke|emailed|seen|visited|pitched)\b[^.;,]{0,25}?\s\d{1,2}/\d{1,2}"
    r"(?:/\d{2,4})?(?!\d)",
    re.IGNORECASE,
)
"""Likewise in figures: `proposal sent 9/11`, `sent proposal 11/18`."""
LAST_MONTH, LAST_DAY = 12, 31
HALVES, GRADES = 5, 10
"""Shares are of so few parts, and grades of so many."""
_OF_A_DAY = re.compile(rf"(?<![^\W_])(?:{DAY_FIRST}|{IN_ENGLISH})\s*$")
"""Behind such a word two figures are a day."""
SOON, PATIENCE = dt.timedelta(days=183), dt.timedelta(days=90)
"""A day without a year is one so near ahead, or so little behind, that it is this year's."""


def day_in(text: str, today: dt.date, day_first: bool | None) -> np.datetime64 | None:
    """The day that a remark speaks of, if it is still to come.

    Args:
        day_first: the order of days in figures that can be read in two ways; None where it is not known.

    Example:
        >>> day_in("decision 5/12", dt.date(2026, 11, 28), True), day_in("decision 5/12", dt.date(2026, 11, 28), None)
        (np.datetime64('2026-12-05'), None)
    """
    text = _DONE.sub(_without_what_is_done, text)
    for past in (_DONE_IN_FIGURES, _EVER_SINCE, _OF_A_YEAR):
        text = past.sub(" ", text)
    text = _DASHED.sub(r"\1/\2/\3", text)
    spoken = _FIGURES.sub(lambda match: " " if match["year"] else match[0], text)  # that year is no date of its own
    date = read_spoken(spoken, today) or _abroad(text, today) or _in_figures(text, today, day_first)
    return np.datetime64(date, "D") if date is not None and date >= today else None


def _without_what_is_done(match: re.Match[str]) -> str:
    """Nothing in the place of a day on which something was done; what is still to be done as it stands."""
    ahead = match["ahead"] or ""
    return match[0] if ahead.strip().lower() in _TO_BE_DONE else f"{ahead} "


def _abroad(text: str, today: dt.date) -> dt.date | None:
    """The next day of figures behind a word of a language that writes the day first (`op 8/12`)."""
    written = day_first_in(text)
    if written is None:
        return None
    here = _on(today.year, written[1], written[0])
    return here if here >= today - PATIENCE else _on(today.year + 1, written[1], written[0])


def _in_figures(text: str, today: dt.date, day_first: bool | None) -> dt.date | None:
    """The first date in figures that is clear, without a year the next such day."""
    days = (_meant(match, text[: match.start()], today, day_first) for match in _FIGURES.finditer(text))
    return next((day for day in days if day is not None), None)


def _meant(match: re.Match[str], before: str, today: dt.date, day_first: bool | None) -> dt.date | None:
    """The day that two figures mean, `before` being what stands before them; None where that is not clear.

    Where the order is not known, of two days (`10/12/26`) the one that is still to come, and without a year none.
    """
    first, second = int(match["first"]), int(match["second"])
    low, high = sorted((first, second))
    if not 1 <= low <= LAST_MONTH or not high <= LAST_DAY or (first, second, match["year"]) == (24, 7, None):
        return None
    orders = {(low, high)} if high > LAST_MONTH else {(second, first), (first, second)}
    if len(orders) > 1 and day_first is not None:
        orders = {(second, first) if day_first else (first, second)}
    if match["year"]:
        ahead = [day for day in (_on(int(match["year"]) % 100 + 2000, *one) for one in orders) if day >= today]
        return ahead[0] if len(ahead) == 1 else None
    if len(orders) > 1 or (_is_share(match) and not _OF_A_DAY.search(fold(before))):
        return None
    (month, day), patience = next(iter(orders)), dt.timedelta(0) if low == high == 1 else PATIENCE
    here = _on(today.year, month, day)
    if here >= today - patience:
        return here
    following = _on(today.year + 1, month, day)
    return following if high > LAST_MONTH or following <= today + SOON else None


def _is_share(match: re.Match[str]) -> bool:
    """Whether figures may as well be a share or a grade (`3/4`, `8/10`) or, with a point, a number (`2.5`)."""
    first, second = int(match["first"]), int(match["second"])
    return second <= LAST_MONTH and (match["sign"] == "." or first < second <= HALVES or second == GRADES)


def _on(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))
