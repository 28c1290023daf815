"""Whether days in figures begin with the day or with the month (`5/12`), where the dates of a list do not show it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

from planner.detection.found_list import FoundList
from planner.detection.headers.languages import of_another_language
from planner.fields import FIELDS, Kind
from planner.parsing.cell_values import as_cells
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.remarks.clue import FreeTexts
from planner.parsing.remarks.phrases import fold
from planner.parsing.text_cells import OF_THE_PAST

_PAIR: Final = re.compile(r"(?<![\d/.,-])(\d{1,2})/(\d{1,2})(?:/(?:20)?(\d\d))?(?![\d/%])")
_DAY_AND_MONTH: Final = re.compile(r"(?<![\d/.,-])\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?([^\W\d_]{3,})")
_MONTH_AND_DAY: Final = re.compile(r"(?<![^\W_])([^\W\d_]{3,})\.?\s+\d{1,2}(?:(?:st|nd|rd|th)(?![^\W_])|,\s?20\d\d)")
"""Without an ending or a year, the number behind a month may be a year itself (`Mar 26`)."""
LAST_MONTH, LAST_DAY = 12, 31
YEARS: Final = range(20, 31)
"""Behind a month without a year, such a number is rather a year than a day (`6/26`)."""
_DAY_FIRST_MONEY: Final = re.compile(
    r"[£€₹]|(?<![^\W_])(?:[AS]|NZ|AU)\$|(?<![^\W_])(?:GBP|EUR|INR|CHF|Rs|AUD|NZD|ZAR|SGD|lakhs?)(?![^\W_])"
)
_MONTH_FIRST_MONEY: Final = re.compile(r"\$")
_DAY_FIRST_FIRMS: Final = re.compile(r"\b(?:Ltd|Limited|plc|Pty|Pvt|GmbH|SARL|BV|SpA|Srl)\b")
_MONTH_FIRST_FIRMS: Final = re.compile(r"\b(?:Inc|LLC|PLLC|Corp|Corporation)\b")


def order_of_dates(found: FoundList, remarks: FreeTexts, today: dt.date) -> tuple[bool | None, bool]:
    """Whether the day comes first, and whether that is no more than the custom where the list is kept.

    What the list writes elsewhere shows it: figures that can be read in one way only (`22/1`), days of what has been
    that would be still to come in the other order, days in words (`3 Dec`, `Dec 3rd`). Else its currency and its
    clients' legal forms tell where it is kept, and last the language of its headers, which alone is asked where none
    of its days can be read in two ways. None where nothing tells.
    """
    shown = _as_shown(found, remarks, today)
    return (True, True) if shown[0] is None and of_another_language(found.table.headers) else shown


def _as_shown(found: FoundList, remarks: FreeTexts, today: dt.date) -> tuple[bool | None, bool]:
    dated = (j for name, j in found.mapped.columns.items() if FIELDS[name].kind is Kind.DATE)
    written = {*remarks.text.tolist(), *(text for j in dated for text in as_cells(found.body.columns[j]).texts)}
    if not any(_may_be_two(text) for text in written):
        return None, False
    for day, month in (_figures(written), _of_the_past(found, today), _words(written)):
        if day != month:
            return day > month, False
    return _custom([*found.table.headers, *(text for column in found.body.columns for text in as_cells(column).texts)])


def _may_be_two(text: str) -> bool:
    return any(1 <= int(one) <= LAST_MONTH >= int(two) >= 1 for one, two, _ in _PAIR.findall(text))


def _figures(texts: Iterable[str]) -> tuple[int, int]:
    """How many days in figures can only begin with the day, and with the month."""
    day = month = 0
    for first, second, year in (match for text in texts for match in _PAIR.findall(text)):
        one, two = int(first), int(second)
        day += LAST_MONTH < one <= LAST_DAY and 1 <= two <= LAST_MONTH
        month += 1 <= one <= LAST_MONTH < two <= LAST_DAY and (bool(year) or two not in YEARS)
    return day, month


def _of_the_past(found: FoundList, today: dt.date) -> tuple[int, int]:
    """How many days of what has been can only begin with the day, and with the month: the other is still to come."""
    past = (j for name, j in found.mapped.columns.items() if name in OF_THE_PAST)
    day = month = 0
    for text in (text for j in past for text in as_cells(found.body.columns[j]).texts):
        match = _PAIR.fullmatch(text.strip())
        if match and match[3] and _may_be_two(text):
            one, two, year = int(match[1]), int(match[2]), 2000 + int(match[3])
            first, second = dt.date(year, two, one) <= today, dt.date(year, one, two) <= today
            day += first and not second
            month += second and not first
    return day, month


def _words(texts: Iterable[str]) -> tuple[int, int]:
    """How many days in words begin with the day, and with the month."""
    low = [fold(text) for text in texts]
    day, month = (
        sum(word in MONTHS for text in low for word in pattern.findall(text))
        for pattern in (_DAY_AND_MONTH, _MONTH_AND_DAY)
    )
    return day, month


def _custom(texts: Iterable[str]) -> tuple[bool | None, bool]:
    whole = "\n".join(texts)
    if _DAY_FIRST_MONEY.search(whole):
        return True, True
    day, month = _DAY_FIRST_FIRMS.search(whole) is not None, _MONTH_FIRST_FIRMS.search(whole) is not None
    if day != month:
        return day, True
    return (False, True) if _MONTH_FIRST_MONEY.search(whole) else (None, False)
