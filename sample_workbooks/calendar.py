"""Samples moved with the calendar, by whole weeks, so that the quarter they plan is the one that begins this week.

Dates in cells move by days; dates in words ("Jan 2027", "tender in June", "Q1-2027") to the words for the moved day.
Formulas, formats and everything else in the workbook stay byte for byte.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import partial
from io import BytesIO
from types import MappingProxyType
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
SEASONS: Final = MappingProxyType({"Spring": 4, "Summer": 7, "Autumn": 10})
"""Middle month of each season; a winter belongs to two years, so it is said as a quarter."""
BUILT_IN_DATES: Final = frozenset({*range(14, 23), 45, 46, 47})
"""Number formats of dates that every workbook has."""
_MONTH: Final = "|".join(f"{name}|{name[:3]}|{name[:4]}" for name in MONTHS)
_DAY_FIRST: Final = rf"(?P<day>\d\d?) (?P<month>{_MONTH})\b(?: (?P<year>20\d\d)\b)?"
_MONTH_FIRST: Final = rf"(?P<month2>{_MONTH})\b(?: (?:(?P<year2>20\d\d)|(?P<day2>\d\d?))\b)?"
_SLASHED: Final = r"(?P<slashed>\d\d/\d\d/20\d\d)"
_QUARTER: Final = r"Q(?P<quarter>[1-4])(?P<between>[ -])(?P<year3>20\d\d)"
_SEASON: Final = rf"(?P<season>{'|'.join(SEASONS)}) (?P<year4>20\d\d)"
_YEAR: Final = r"(?P<year5>20[12]\d)"
_IN_WORDS: Final = re.compile(rf"\b(?:{'|'.join((_SLASHED, _DAY_FIRST, _MONTH_FIRST, _QUARTER, _SEASON, _YEAR))})\b")
_TEXT: Final = re.compile(r"(<t\b[^>]*>)([^<]*)(</t>)")
_CELL: Final = re.compile(r'(<c r="[A-Z]+\d+" s="(\d+)"(?: t="n")?><v>)([\d.]+)(</v>)')
_STYLE: Final = re.compile(r'<xf [^>]*numFmtId="(\d+)"')
_FORMAT: Final = re.compile(r'<numFmt numFmtId="(\d+)" formatCode="([^"]*)"')


def move(content: bytes, first_day: dt.date, today: dt.date) -> bytes:
    """A workbook whose plan began on `first_day`, moved by whole weeks so that it begins in the week before `today`."""
    by = dt.timedelta(days=(today - first_day).days // 7 * 7)
    if not by:
        return content
    moved = BytesIO()
    with ZipFile(BytesIO(content)) as book, ZipFile(moved, "w", ZIP_DEFLATED) as copy:
        dates = _date_styles(book.read("xl/styles.xml").decode())
        for part in book.infolist():
            written = book.read(part)
            if part.filename == "xl/sharedStrings.xml":
                written = _move_texts(written.decode(), first_day, by).encode()
            elif part.filename.startswith("xl/worksheets/sheet"):
                written = _move_cells(written.decode(), dates, by).encode()
            copy.writestr(part, written)
    return moved.getvalue()


def move_words(text: str, first_day: dt.date, by: dt.timedelta) -> str:
    """A text with its dates moved; a day without a year is the one nearest to `first_day`.

    >>> move_words("tender in June, Q1-2027", dt.date(2026, 9, 1), dt.timedelta(weeks=13))
    'tender in September, Q2-2027'
    """
    return _IN_WORDS.sub(partial(_moved, first_day=first_day, by=by), text)


def _moved(found: re.Match[str], first_day: dt.date, by: dt.timedelta) -> str:
    said = {name.rstrip("2345"): text for name, text in found.groupdict().items() if text is not None}
    year = int(said["year"]) if "year" in said else None
    if "slashed" in said:
        return f"{dt.datetime.strptime(said['slashed'], '%d/%m/%Y') + by:%d/%m/%Y}"
    if "month" in said:
        return _moved_month(found[0], said, first_day, by)
    assert year is not None
    if "quarter" in said:
        middle = dt.date(year, 3 * int(said["quarter"]) - 1, 15) + by
        return f"{_quarter(middle)}{said['between']}{middle.year}"
    if "season" in said:
        middle = dt.date(year, SEASONS[said["season"]], 15) + by
        season = next((name for name, month in SEASONS.items() if abs(month - middle.month) < 2), "")
        return f"{season or _quarter(middle)} {middle.year}"
    return str((dt.date(year, 7, 1) + by).year)


def _quarter(day: dt.date) -> str:
    return f"Q{(day.month + 2) // 3}"


def _moved_month(written: str, said: Mapping[str, str], first_day: dt.date, by: dt.timedelta) -> str:
    number = 1 + next(at for at, name in enumerate(MONTHS) if name.startswith(said["month"][:3]))
    day = int(said.get("day", 15))
    years = [int(said["year"])] if "year" in said else [first_day.year + more for more in (-1, 0, 1)]
    then = min((dt.date(year, number, day) for year in years), key=lambda date: abs(date - first_day)) + by
    month = MONTHS[then.month - 1]
    text = written.replace(said["month"], month if said["month"] in MONTHS and len(said["month"]) > 3 else month[:3])
    if "year" in said:
        text = text.replace(said["year"], str(then.year))
    return re.sub(r"\b\d\d?\b", str(then.day), text) if "day" in said else text


def _move_texts(xml: str, first_day: dt.date, by: dt.timedelta) -> str:
    return _TEXT.sub(lambda found: f"{found[1]}{move_words(found[2], first_day, by)}{found[3]}", xml)


def _move_cells(xml: str, dates: frozenset[int], by: dt.timedelta) -> str:
    def one(found: re.Match[str]) -> str:
        serial = float(found[3]) + by.days
        return f"{found[1]}{serial:.10g}{found[4]}" if int(found[2]) in dates else found[0]

    return _CELL.sub(one, xml)


def _date_styles(xml: str) -> frozenset[int]:
    """Positions of the cell styles that show a number as a date."""
    own = {
        int(found[1])
        for found in _FORMAT.finditer(xml)
        if re.search("[dy]", re.sub(r'"[^"]*"|&quot;.*?&quot;|\[[^]]*\]|\\.', "", found[2]))
    }
    styles = xml[xml.index("<cellXfs") : xml.index("</cellXfs>")]
    formats = [int(found[1]) for found in _STYLE.finditer(styles)]
    return frozenset(at for at, number in enumerate(formats) if number in BUILT_IN_DATES | own)
