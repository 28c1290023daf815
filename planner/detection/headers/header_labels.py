"""The text of a header: one row or two, merged cells, titles of groups of columns."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from planner.detection.headers.known_headers import field_of, headerness, may_name_account
from planner.detection.headers.periods import periods_side_by_side
from planner.parsing.cell_values import clean
from planner.parsing.header_text import read_header
from planner.readers.workbook import Sheet

LONGEST_GROUP = 60
YEARS = (1990, 2100)
"""Numbers that may be headers of years."""
YEAR_DIGITS = 4
_DIGIT = re.compile(r"\d")
_CURRENCY = re.compile(r"^(?:k?[$€£]k?|chf|eur|gbp|usd)\s|\s*(?:k?[$€£]k?|chf|eur|gbp|usd)$", re.IGNORECASE)
_SECOND_YEAR = re.compile(r"(?<=^\d{4})\s?[-–/]\s?\d\d$")
_BEGINS_WITH_YEAR = re.compile(r"(?:FY\s?'?)?(?:19|20)?\d\d\b", re.IGNORECASE)
"""Which of several figures a header holds (`2025`, `FY26 f/c`): only the title above says of what."""
_WHAT = re.compile(r"(?:what|was|quoi|qu[eé]|wat|cosa|o qu[eê])\s*\??$", re.IGNORECASE)
"""A word that asks for what the title above names (`Next step` over `What` and `By`)."""
_WHEN = re.compile(
    r"(?:by\s)?(?:when|whom|who)|(?:bis\s)?wann|wer|quand|par qui|qui|cu[aá]ndo|qui[eé]n|wanneer|wie|quando|chi",
    re.IGNORECASE,
)
"""A word that asks when or who: only the title above says of what (`Next action` over `What`, `Who` and `When`)."""
_ONLY_A_UNIT = re.compile(
    r"^(?:[\s()/.'’,-]|[$€£₹%]|\b(?:rs|inr|usd|eur|gbp|chf|zar|aud|cad|sgd|k|m|lakhs?|cr|crores?|000s?|p\s?\.?\s?[am]|per|a"
    r"|annum|year|yr|month|mth|monthly|yearly|annual|quarter|qtr|hrs?|hours?|days?)\b)+$",
    re.IGNORECASE,
)
"""In what a column counts (`Rs. p.m.`, `£k`): only what stands above says what."""


def one_header(sheet: Sheet, top: int, bottom: int) -> tuple[str, ...]:
    """The headers of a table on one line, from one row or two (indices from 0)."""
    days = [cell for cell in sheet.rows[bottom] if isinstance(cell, dt.date)]
    months = all(1 in (day.day, (day + dt.timedelta(days=1)).day) for day in days)  # by their first or last days
    lower = [f"{cell:%b %Y}" if months and cell in days else label(cell) for cell in sheet.rows[bottom]]
    if top == bottom:
        return tuple(lower)
    upper = _spread([label(cell) for cell in sheet.rows[top]], top, lower, sheet)
    times = Counter(lower)
    return tuple(_both(above, below, times[below] == 1) for above, below in zip(upper, lower, strict=True))


def group_titles(sheet: Sheet, top: int, bottom: int) -> tuple[str, ...]:
    """The title of the group that each column stands in; empty where the header is one row and none stands above it."""
    at = top if top != bottom else bottom - 1
    if at < 0 or at >= len(sheet.rows):
        return ()
    cells = sheet.rows[at]
    if not all(isinstance(cell, str) and len(cell) <= LONGEST_GROUP for cell in cells):
        return ()
    filled = sum(bool(cell.strip()) for cell in cells)
    merged = any(row == at and last > first for (row, first), (_, last) in sheet.merged)
    if not filled or (top == bottom and not merged and not _groups(cells, sheet.rows[bottom])):
        return ()
    return tuple(_spread([label(cell) for cell in cells], at, [label(cell) for cell in sheet.rows[bottom]], sheet))


def _groups(upper: Sequence[Any], lower: Sequence[Any]) -> bool:
    """Whether texts right above a header can be titles of groups of its columns, and no title of the whole sheet, which
    stands above the names or left of them."""
    titles = [j for j, cell in enumerate(upper) if cell.strip()]
    headed = [j for j, cell in enumerate(lower) if isinstance(cell, str) and cell.strip()]
    names = next((j for j in headed if may_name_account(lower[j])), headed[0] if headed else 0)
    return len(titles) < len(headed) and set(titles) <= set(headed) and titles[0] > names


def is_year(cell: Any) -> bool:
    """Whether a cell is a year of our time, as a header may be, also with a currency (`2026 €`) or as `2025-26`."""
    if isinstance(cell, str) and not _DIGIT.search(cell):
        return False
    text = _SECOND_YEAR.sub("", _CURRENCY.sub("", label(cell)).strip())
    return text.isdigit() and len(text) == YEAR_DIGITS and YEARS[0] <= int(text) <= YEARS[1]


def label(cell: Any) -> str:
    """A cell as a header on one line."""
    if isinstance(cell, str):
        return " ".join(clean(cell).split())
    if isinstance(cell, bool) or cell is None:
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def two_rows_make_one(sheet: Sheet, top: int, bottom: int) -> bool:
    """Whether two rows are one header: both all text but for years and months, each filling gaps of the other or
    grouping it. A single title that is merged over the names too is one of all that stands under it."""
    upper, lower = sheet.rows[top], sheet.rows[bottom]
    if not all(isinstance(cell, str) for cell in upper):
        return False
    periods = periods_side_by_side(lower)
    if not all(isinstance(cell, str) or is_year(cell) or j in periods for j, cell in enumerate(lower)):
        return False
    up, low = [bool(cell.strip()) for cell in upper], [bool(label(cell)) for cell in lower]
    titles = [range(first, last + 1) for (row, first), (_, last) in sheet.merged if row == top and last > first]
    if sum(up) == 1:
        titles = [
            over for over in titles if any(low[: over.start]) and not any(may_name_account(lower[j]) for j in over)
        ]
    merged = bool(titles)
    if (sum(up) < 2 and not merged) or any(len(cell) > LONGEST_GROUP for cell in upper):
        return False
    groups = sum(up) < sum(low) and all(d for u, d in zip(up, low, strict=True) if u)
    return groups or any(u and not d for u, d in zip(up, low, strict=True)) or merged


def only_parts_of_groups(sheet: Sheet, top: int, bottom: int) -> bool:
    """Whether the texts of the lower of two rows all stand under titles of the upper that are merged over columns."""
    groups = [
        range(first, last + 1) for (row, first), (end, last) in sheet.merged if row == end == top and last > first
    ]
    filled = [j for j, cell in enumerate(sheet.rows[bottom]) if label(cell)]
    return len(filled) > 1 and all(any(j in group for group in groups) for j in filled)


def _both(above: str, below: str, once: bool) -> str:
    """One header of two: the lower where it says enough by itself, else both."""
    if not above or not below:
        return below or above
    both = f"{above} {below}"
    together = field_of(read_header(both))
    if (together is not None and together[1] == 1.0) or _ONLY_A_UNIT.match(below):
        return both
    if headerness(above) == 1.0 and (_WHAT.match(below) or _WHEN.fullmatch(below)):
        return above if _WHAT.match(below) else both
    alone = once and (together is None or field_of(read_header(below)) is not None)
    of_a_year = _BEGINS_WITH_YEAR.match(below) is not None  # whatever else it says, only the title says of what
    short = of_a_year or (len(below) < 4 and headerness(below) < 0.3)
    if alone and short and headerness(both) >= 0.3:
        return both
    return below if alone or above == below else both


def _spread(upper: list[str], row: int, lower: Sequence[str], sheet: Sheet) -> list[str]:
    """Group titles carried over the columns that they stand above: merged cells, else blanks to the right."""
    spread = list(upper)
    for (first_row, first), (last_row, last) in sheet.merged:
        if first_row <= row <= last_row and last < len(spread) and first < last:
            spread[first : last + 1] = [upper[first]] * (last - first + 1)
    if not any(first_row <= row <= last_row for (first_row, _), (last_row, _) in sheet.merged):
        for i in range(1, len(spread)):
            if not spread[i] and lower[i] and spread[i - 1] and lower[i - 1] and not upper[i]:
                spread[i] = spread[i - 1]
    return spread
