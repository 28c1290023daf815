"""Hours as people write them: `16 h`, `3½ h`, `2 days`, `1:30`, `4 / week`, `2–3 h`; per planning period.

What the header says (`hrs/week`, `per month`, `days`) holds for cells that say nothing themselves.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any

from planner.parsing.cell_values import Parsed, Problem, Unreadable, as_cells, as_floats, clean, each, wrong_cells
from planner.parsing.money.money import read_amount

HOURS_A_DAY = 8.0
WEEKS_OF = MappingProxyType(
    {"day": 0.2, "week": 1.0, "wk": 1.0, "w": 1.0, "fortnight": 2.0, "month": 52 / 12, "mo": 52 / 12, "mth": 52 / 12,
     "m": 52 / 12, "quarter": 13.0, "qtr": 13.0, "q": 13.0, "year": 52.0, "yr": 52.0, "y": 52.0, "annum": 52.0}
)  # fmt: skip
_CLOCK = re.compile(r"^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?$")
_H_AND_M = re.compile(r"^(\d+)\s*(?:h|hrs?|hours?)\s*(\d{1,2})\s*(?:m|min|mins|minutes)?$")
_EVERY = re.compile(
    r"\s*(?:/|\bper\b|\ba\b|\bp\.?)\s*(day|week|wk|w|fortnight|month|mo|mth|m|quarter|qtr|q|year|yr|y|annum)\.?$|\s*(weekly|monthly|quarterly|daily|yearly|pw|pm)$"
)
_ADVERBS = MappingProxyType(
    {
        "weekly": "week",
        "monthly": "month",
        "quarterly": "quarter",
        "daily": "day",
        "yearly": "year",
        "pw": "week",
        "pm": "month",
    }
)
_UNIT = re.compile(r"\s*(hours?|hrs?|h|days?|d|half[- ]days?|minutes?|mins?|min)\.?$")
_FRACTION = re.compile(r"(\d*)\s?([¼½¾])")
_HUNDREDTHS = MappingProxyType({"¼": "25", "½": "50", "¾": "75"})


@dataclass(frozen=True)
class HoursHeader:
    """What a header says about its hours: the weeks that a figure is for (None: the period), hours a unit."""

    weeks: float | None = None
    hours: float = 1.0


def parse_hours(values: Sequence[Any], *, header: HoursHeader, weeks: float, decimal_comma: bool) -> Parsed:
    """A column of hours per planning period of `weeks` weeks; its `weekly` are what of them the weeks multiply."""
    factor = header.hours * (weeks / header.weeks if header.weeks else 1.0)
    if (numbers := as_cells(values).numbers) is not None:
        numbers = numbers * factor
        negative = tuple(int(i) for i in (numbers < 0).nonzero()[0])
        numbers[numbers < 0] = float("nan")
        return Parsed(numbers, _wrong((), negative), weekly=numbers / weeks if header.weeks else None)
    parse = partial(_one, header=header, weeks=weeks, decimal_comma=decimal_comma)
    found, unreadable, errors = each(values, parse, float("nan"))
    hours = as_floats(found)
    weekly = None
    if header.weeks or any(isinstance(cell, str) and _EVERY.search(clean(cell).lower()) for cell in set(values)):
        twice = partial(_one, header=header, weeks=2 * weeks, decimal_comma=decimal_comma)
        weekly = (as_floats(each(values, twice, float("nan"))[0]) - hours) / weeks
    return Parsed(hours, _wrong(errors, unreadable), weekly=weekly)


def _wrong(errors: Sequence[int], unreadable: Sequence[int]) -> tuple[Problem, ...]:
    return wrong_cells(errors, unreadable, "hours-unreadable", "a number of hours", "Write a number such as 16.")


def _one(cell: Any, *, header: HoursHeader, weeks: float, decimal_comma: bool) -> float:
    over = weeks / header.weeks if header.weeks else 1.0
    if isinstance(cell, dt.timedelta):
        return cell.total_seconds() / 3600 * over
    if isinstance(cell, dt.time):
        return (cell.hour + cell.minute / 60 + cell.second / 3600) * over
    if isinstance(cell, bool | dt.date):
        raise Unreadable(str(cell))
    hours = (
        _of_text(clean(cell).lower(), header, weeks, decimal_comma)
        if isinstance(cell, str)
        else cell * header.hours * over
    )
    if not 0 <= hours <= 10_000_000:
        raise Unreadable(str(cell))
    return float(hours)


def _of_text(text: str, header: HoursHeader, weeks: float, decimal_comma: bool) -> float:
    over = weeks / header.weeks if header.weeks else 1.0
    if text in {"no", "nil", "zero"}:
        return 0.0
    if match := _EVERY.search(text):
        over = weeks / WEEKS_OF[match[1] or _ADVERBS[match[2]]]
        text = text[: match.start()]
    if match := _CLOCK.match(text):
        return (int(match[1]) + int(match[2]) / 60 + int(match[3] or 0) / 3600) * over
    if match := _H_AND_M.match(text):
        return (int(match[1]) + int(match[2]) / 60) * over
    unit = header.hours
    if match := _UNIT.search(text):
        word = match[1]
        unit = (
            HOURS_A_DAY / 2
            if word.startswith("half")
            else HOURS_A_DAY
            if word[0] == "d"
            else 1 / 60
            if word[0] == "m"
            else 1.0
        )
        text = text[: match.start()]
    mark = "," if decimal_comma else "."
    text = _FRACTION.sub(lambda found: f"{found[1] or 0}{mark}{_HUNDREDTHS[found[2]]}", text)
    amount = read_amount(text, decimal_comma, periods=False)
    if amount.currency or amount.percent:
        raise Unreadable(text)
    return amount.value * unit * over
