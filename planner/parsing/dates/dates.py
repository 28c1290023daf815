"""Dates and quarters as people write them, as days (`datetime64[D]`).

A period stands for its last day: `Q3 2026` is 30 September 2026, so nothing is overdue before its period ends.
Whether day or month comes first is decided by the whole column.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.parsing.cell_values import Cells, Parsed, Problem, Unreadable, as_cells, clean, each, wrong_cells
from planner.parsing.dates.date_words import MONTHS, SOON, SPAN_DAYS
from planner.parsing.dates.day_words import DAY_FIRST, IN_ENGLISH, PERHAPS
from planner.parsing.dates.spoken_dates import read_spoken
from planner.parsing.dates.unsaid_years import brought_back, days_ago, month_and_day, writes_days
from planner.parsing.remarks.phrases import fold
from planner.vocabulary import Severity

EXCEL_EPOCH = dt.date(1899, 12, 30)
SERIALS_BACK, SERIALS_AHEAD = 50 * SPAN_DAYS["year"], 20 * SPAN_DAYS["year"]
"""The number by which a spreadsheet counts a day is believed so many days around today."""
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$")
_COMPACT = re.compile(r"^(20\d{2}|19\d{2})(\d{2})(\d{2})$")
_NUMERIC = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ ,T]+\d{1,2}[:.]\d{2}.*)?$")
_QUARTER = re.compile(
    r"^(?:(?:fy|cy)\s*)?(?:q|qtr\.?|quarter)\s*([1-4])[\s,/'’-]*(?:fy|cy)?[\s'’]*(\d{4}|\d{2})$|^(\d{4}|\d{2})[\s/-]*q([1-4])$|^([1-4])q[\s/'’-]*(\d{4}|\d{2})$"
)
_HALF = re.compile(r"^h([12])[\s,/'’-]*(\d{4}|\d{2})$|^(\d{4})[\s/-]*h([12])$|^([12])h[\s/'’-]*(\d{4}|\d{2})$")
_ORDINAL = r"(?:er|re|do|ro|º|ª|°|\.|e|è|ème|de|st|nd|rd|th)?\s*"
_QUARTER_WORDS = re.compile(
    rf"^([1-4]){_ORDINAL}(?:trim(?:estre)?|quartal|kwartaal|kvartal|quarter|qtr)\.?\s*(?:de[l]?\s|di\s)?['’]?(\d{{4}}|\d{{2}})$"
)
_HALF_WORDS = re.compile(
    rf"^([12]){_ORDINAL}(?:sem(?:estre)?|halbjahr|halfjaar|half|halvår)\.?\s*(?:de[l]?\s|di\s)?['’]?(\d{{4}}|\d{{2}})$"
)
_YEAR = re.compile(r"^(?:(?:by|in|during|fy|cy|end of|end|late|mid|early|eoy|ye)[\s'’-]*)*((?:19|20)\d{2})$")
_MONTH_YEAR = re.compile(r"^(?:(?:by|in|end of|end|late)\s+)*([^\W\d_]+)\.?(?:[\s,/'’-]+(\d{4})|\s?[-'’/]\s?(\d{2}))$")
_YEAR_MONTH = re.compile(r"^(\d{4})[\s/-](\d{1,2})$|^(\d{1,2})[/-](\d{4})$")
_ISO_INSIDE = re.compile(r"(?<!\d)(20\d{2})-(\d{1,2})-(\d{1,2})(?!\d)")
_NUMERIC_INSIDE = re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2}|\d{2})(?!\d)")
_DAY_AND_MONTH = re.compile(r"^(\d{1,2})[./](\d{1,2})\.?$|^(\d{1,2})-(\d{1,2})$")
_DAY_AND_MONTH_BEHIND = re.compile(
    rf"\b(?:{DAY_FIRST}|{IN_ENGLISH}|{PERHAPS})\s+(\d{{1,2}})[./](\d{{1,2}})\.?(?![\d/.])"
)
"""Behind such a word two numbers are a day and a month."""
_TWO_PAIRS = re.compile(r"^(0?[1-9]|1[0-2])[./-](\d\d)$")
LEAST_PAIRS, YEARS_BACK, YEARS_ON = 3, 3, 6
"""In a column of at least so many pairs the second ones are years where all of them lie so near to this one."""
_WEEK_OF = re.compile(
    r"^(?:w\s?/?\s?[cb]|(?:wk|week)\s(?:of|commencing|beginning|from|starting|van)|sem(?:aine)?\.?\sdu|semana\sdel?"
    r"|woche\svom)\s+(?=\d)"
)
"""Words before the first day of a week."""
_SPAN_ALONE = re.compile(
    r"^(?:\d{1,2}\s?[-–]\s?)?(\d{1,2})\s?"
    r"(wks?|weeks?|months?|mths?|wochen|monate|semaines|mois|semanas|meses|weken|maanden)$"
)
"""A span in the place of a date: `6-8 weeks` is in eight weeks at the latest."""
_WEB = re.compile(r"^(?:https?://|www\.)", re.IGNORECASE)
"""An address of the web may hold figures, and is no date."""
_TIME = r"(?:[ ,T]+\d{1,2}[:.]\d{2}.*)?$"
_DAY_MONTH = re.compile(
    r"^(?:[a-z]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?([^\W\d_]+)\.?"
    r"[\s,-]*['’]?(\d{4}|\d{2})?" + _TIME
)
_MONTH_DAY = re.compile(
    r"^(?:[a-z]{3,9}\.?,?\s+)?([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[ ,T]+\d{1,2}[:.]\d{2}.*)?$"
)
_PERIOD_OF = re.compile(r"^(early|mid|late|end of|end|spring|summer|autumn|fall|winter)[\s-]+((?:19|20)\d{2})$")
_PART_ENDS = MappingProxyType(
    {"early": 4, "mid": 8, "late": 12, "end of": 12, "end": 12, "spring": 5, "summer": 8, "autumn": 11, "fall": 11,
     "winter": 12}
)  # fmt: skip


def day_first_votes(texts: Iterable[str]) -> tuple[int, int]:
    """How many dates can only be day first, and how many only month first; a day and a month alone (`20/11`) count."""
    day = month = 0
    for text in texts:
        whole = _NUMERIC.match(text.strip())
        match = whole or _DAY_AND_MONTH.match(text.strip()) or _DAY_AND_MONTH_BEHIND.search(fold(text))
        if match:
            first, second = _pair(match)
            day += first > 12 >= second
            month += second > 12 >= first and whole is not None  # the second of a pair may be a year
    return day, month


def read_date(text: str, *, day_first: bool, today: dt.date) -> dt.date:
    """One date, month, quarter, half or year.

    Raises:
        Unreadable, ValueError: when it is none.
    """
    plain = clean(text)
    if _WEB.match(plain):
        raise Unreadable(text)
    if match := _ISO.match(plain) or _COMPACT.match(plain):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.match(plain):
        return _numeric(int(match[1]), int(match[2]), _year(match[3]), day_first)
    low = _WEEK_OF.sub("", fold(plain))
    if low.rstrip(".") in SOON:
        return today
    if match := _SPAN_ALONE.match(low):
        low = plain = f"in {match[1]} {match[2]}"
    found = _named_day(low, today) or _period(low) or _inside(low, day_first) or _of_this_year(low, today, day_first)
    return found or read_spoken(plain, today) or _serial(low, today)


def _numeric(first: int, second: int, year: int, day_first: bool) -> dt.date:
    if first > 12 or second > 12:
        day, month = (first, second) if first > 12 else (second, first)
    else:
        day, month = (first, second) if day_first else (second, first)
    return dt.date(year, month, day)


def _year(text: str) -> int:
    number = int(text)
    if len(text) == 4:
        return number
    return number + (2000 if number < 70 else 1900)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _named_day(low: str, today: dt.date) -> dt.date | None:
    if (match := _MONTH_DAY.match(low)) and match[1] in MONTHS:
        return dt.date(int(match[3]), MONTHS[match[1]], int(match[2]))
    if (match := _DAY_MONTH.match(low)) and match[2] in MONTHS:
        if match[3]:
            return dt.date(_year(match[3]), MONTHS[match[2]], int(match[1]))
        here = dt.date(today.year, MONTHS[match[2]], int(match[1]))
        return here if here >= today - dt.timedelta(days=90) else here.replace(year=today.year + 1)
    return None


def _period(low: str) -> dt.date | None:
    """The last day of a year, half, quarter, month or season."""
    for pattern, months in ((_QUARTER_WORDS, 3), (_HALF_WORDS, 6)):
        if match := pattern.match(low):
            return _month_end(_year(match[2]), months * int(match[1]))
    for pattern, months in ((_QUARTER, 3), (_HALF, 6)):
        if match := pattern.match(low):
            number, year = match[1] or match[4] or match[5], match[2] or match[3] or match[6]
            return _month_end(_year(year), months * int(number))
    if match := _PERIOD_OF.match(low):
        return _month_end(int(match[2]), _PART_ENDS[match[1]])
    if match := _YEAR.match(low):
        return dt.date(int(match[1]), 12, 31)
    if (match := _MONTH_YEAR.match(low)) and match[1] in MONTHS:
        return _month_end(_year(match[2] or match[3]), MONTHS[match[1]])
    match = _YEAR_MONTH.match(low)
    return _month_end(int(match[1] or match[4]), int(match[2] or match[3])) if match else None


def _inside(low: str, day_first: bool) -> dt.date | None:
    """A date in figures among other words: `w/c 14/12/26`, `2/12/26 tbc`, `15.1.`."""
    if match := _ISO_INSIDE.search(low):
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC_INSIDE.search(low):
        return _numeric(int(match[1]), int(match[2]), _year(match[3]), day_first)
    return None


def _of_this_year(low: str, today: dt.date, day_first: bool) -> dt.date | None:
    """A day and a month in figures without a year, `15.1.` or `by 15/1`: the next one, or one not long ago."""
    match = _DAY_AND_MONTH.match(low) or _DAY_AND_MONTH_BEHIND.search(low)
    if match is None:
        return None
    first, second = _pair(match)
    if "-" in match[0] and not (day_first or first > 12):  # `3-5` may be anything
        return None
    here = _numeric(first, second, today.year, day_first or "." in match[0])
    return here if here >= today - dt.timedelta(days=90) else here.replace(year=today.year + 1)


def _pair(match: re.Match[str]) -> tuple[int, int]:
    """The two figures of a day and a month, however they are parted."""
    first, second, *_ = (int(one) for one in match.groups() if one and len(one) < 3)
    return first, second


def is_serial(number: float, today: dt.date) -> bool:
    """Whether a plain number may be that of a day near enough, as spreadsheets count them."""
    return -SERIALS_BACK <= number - (today - EXCEL_EPOCH).days <= SERIALS_AHEAD


def _serial(text: str, today: dt.date) -> dt.date:
    number = float(text)
    if not is_serial(number, today):
        raise Unreadable(text)
    return EXCEL_EPOCH + dt.timedelta(days=int(number))


def parse_dates(
    values: Sequence[Any], *, day_first: bool | None, today: dt.date, past: bool = False, by_custom: bool = False
) -> Parsed:
    """A column of dates.

    Args:
        day_first: the order where the column itself does not show it; None when nothing does.
        past: whether they are of what has been (`Last spoke`): a day without a year lies behind.
        by_custom: whether that order is no more than the custom where the list is kept; then it is told.
    """
    values = as_cells(values)
    kinds = values.kinds
    if kinds <= {dt.date, dt.datetime}:
        return Parsed(_as_days([cell.toordinal() for cell in values]))
    if kinds <= {dt.date, dt.datetime, str} and values.texts <= {""}:
        return Parsed(_as_days([cell.toordinal() if cell != "" else 0 for cell in values]))
    texts = values.texts
    first = decide_day_first(texts)
    assumed = first is None and (day_first is None or by_custom)
    first = first if first is not None else bool(day_first)
    parse = partial(
        _one_date, day_first=first, today=today, months=_of_months(texts, today),
        days=writes_days(texts, today, past=past), past=past,
    )  # fmt: skip
    days, unreadable, errors = each(values, parse, None)
    problems = list(wrong_cells(errors, unreadable, "date-unreadable", "a date", "Write a date such as 2026-09-30."))
    problems += _ambiguous(values, texts, first) if assumed else []
    return Parsed(np.array(days, dtype="datetime64[D]"), tuple(problems))


def but_never(cells: Cells) -> Cells:
    """Cells of days that have been, those empty that say that there was none."""
    return cells.without(frozenset(text for text, low in cells.low.items() if low in NEVER))


def _of_months(texts: Iterable[str], today: dt.date) -> bool:
    """Whether pairs of figures in a column are months and years (`03/26`, `12/27`)."""
    pairs = [match for match in (_TWO_PAIRS.match(text.strip()) for text in texts) if match]
    years = [int(match[2]) - today.year % 100 for match in pairs]
    return len(pairs) >= LEAST_PAIRS and all(-YEARS_BACK <= year <= YEARS_ON for year in years)


def _as_days(ordinals: Sequence[int]) -> NDArray[np.datetime64]:
    """Days of Python's ordinals; 0 is no day."""
    numbers = np.array(ordinals, dtype=np.int64)
    days = (numbers - dt.date(1970, 1, 1).toordinal()).astype("datetime64[D]")
    days[numbers == 0] = np.datetime64("NaT")
    return days


def decide_day_first(texts: Iterable[str]) -> bool | None:
    """Day first, month first, or None where no date shows it; dates with points (02.01.2026) begin with the day."""
    written = list(texts)
    day, month = day_first_votes(written)
    if day != month:
        return day > month
    numeric = [text.strip() for text in written if _NUMERIC.match(text.strip())]
    return True if numeric and all("." in text[:5] for text in numeric) else None


def _ambiguous(values: Sequence[Any], texts: frozenset[str], day_first: bool) -> list[Problem]:
    matches = ((text, _NUMERIC.match(text.strip()) or _DAY_AND_MONTH.match(text.strip())) for text in texts)
    unclear = {text for text, match in matches if match and _both_ways(match)}
    at = tuple(i for i, cell in enumerate(values) if cell in unclear) if unclear else ()
    order = "day first" if day_first else "month first"
    return [
        Problem(
            "date-order-assumed", Severity.WARNING, at,
            f"Dates in {{header}} such as “{{value}}” can be read two ways; they were read {order}.",
            "Write dates as 2026-09-30 if that is wrong.", grouped=True,
        )
    ] if at else []  # fmt: skip


NEVER = frozenset({"never", "not yet", "none yet", "nie", "noch nie", "jamais", "pas encore", "nunca", "todavía no",
                   "nooit", "nog niet", "ainda não"})  # fmt: skip
"""What stands in the place of a day on which something has been."""


def _both_ways(match: re.Match[str]) -> bool:
    return match[1] != match[2] and "." not in match[0] and int(match[1]) <= 12 and int(match[2]) <= 12


def _one_date(cell: Any, *, day_first: bool, today: dt.date, months: bool, days: bool, past: bool) -> dt.date:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date):
        return cell
    if isinstance(cell, str):
        if months and (pair := _TWO_PAIRS.match(cell.strip())):
            return _month_end(_year(pair[2]), int(pair[1]))
        day = (month_and_day(cell, today) if days else None) or (days_ago(cell, today) if past else None)
        day = day or read_date(cell, day_first=day_first, today=today)
        return brought_back(cell, day, today) if past else day
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        raise Unreadable(str(cell))
    if 1990 <= cell <= 2100 and cell == int(cell):
        return dt.date(int(cell), 12, 31)
    return _serial(str(cell), today)
