"""Deals that go on once they are won: paid for every month, or contracts whose end lies ahead."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Dates
from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.dates.contract_words import LENGTHS, OTHER_TERMS
from planner.parsing.header_text import read_header
from planner.parsing.money.periods_beside import times_a_year
from planner.parsing.text_cells import find_habits, parse_cells
from planner.parsing.word_lists import words
from planner.vocabulary import CLIENT_DAYS

SURELY_A_TERM: Final = 0.6
"""From here on a header says how long a contract runs, or until when."""
MOSTLY: Final = 0.5
"""Share of what stands under a header that has to be days, or times."""
USUAL_MONTHS: Final = frozenset({6, 12, 18, 24, 30, 36, 48, 60})
"""Terms as people agree on them, where nothing says that bare numbers are months."""
MOST_MONTHS: Final = 120
_UNITS: Final[Mapping[int, frozenset[str]]] = MappingProxyType(
    {
        1: words("months month mths mth mos mo m monate monat mte mois meses mes maanden maand mnd mesi mese"),
        12: words("years year yrs yr y jahre jahr ans an annees anos ano jaar jaren anni anno"),
    }
)
_TERM: Final = re.compile(r"^\s*(\d{1,3})\s*[-–]?\s*([^\W\d_]*)\.?\s*$")


def goes_on(values: Values, closed: Dates) -> NDArray[np.bool_]:
    """(n,) deals of which a win says that whoever hired is a client still, however long ago that was.

    Args:
        closed: (n,) the day on which each was won, from which its term counts where only its length is said.
    """
    days = (np.datetime64(values.today, "D") - closed).astype("timedelta64[D]").astype(np.float64)
    long_ago = ~np.isnat(closed) & (days > CLIENT_DAYS)
    return np.asarray(_paid_every_month(values) | (long_ago & _runs_on(values, closed)), dtype=np.bool_)


def _paid_every_month(values: Values) -> NDArray[np.bool_]:
    """(n,) deals that are paid for every month or quarter."""
    known = [values.columns[name] for name in (Field.TYPE, Field.SERVICE) if name in values.columns]
    for texts in (*known, *values.other.values()):
        times = times_a_year(set(texts))
        if times:
            return np.array([times.get(text, 0.0) > 1 for text in texts], dtype=np.bool_)
    return np.zeros(values.size, dtype=np.bool_)


def _runs_on(values: Values, since: Dates) -> NDArray[np.bool_]:
    """(n,) rows of contracts that end after today."""
    today = np.datetime64(values.today, "D")
    rows = np.zeros(values.size, dtype=np.bool_)
    for header, texts in values.other.items():
        said = frozenset(header_words(header))
        if not said & OTHER_TERMS and (
            LENGTHS & said or meanings_of(tuple(said)).get(Other.TERM, 0.0) >= SURELY_A_TERM
        ):
            months = _months(texts.tolist(), said)
            until = _days(values, header) if months is None else _after(since, months)
            rows |= ~np.isnat(until) & (until > today)
    return rows


def _days(values: Values, header: str) -> Dates:
    """(n,) the days that stand under a header; none where mostly something else does."""
    texts = values.other[header]
    habits = find_habits([], [texts.tolist()], values.day_first, weeks=values.weeks, today=values.today)
    days: Dates = parse_cells(Field.EXPECTED_DATE, texts.tolist(), read_header(header), habits).values
    known = np.count_nonzero(~np.isnat(days)) >= MOSTLY * np.count_nonzero(texts != "")
    return days if known else np.full(values.size, np.datetime64("NaT", "D"))


def _months(texts: Sequence[str], said: frozenset[str]) -> NDArray[np.int64] | None:
    """(n,) the months that each text says a contract runs, 0 for none; None where most say something else.

    Args:
        said: the words of their header, which may name the unit of bare numbers.
    """
    unit = next((months for months, names in _UNITS.items() if names & said), 0)
    terms = [match and (int(match[1]), match[2].lower()) for match in map(_TERM.match, texts)]
    bare = {term[0] for term in terms if term and not term[1]}
    if not unit and bare <= USUAL_MONTHS:
        unit = 1
    found = [_in_months(*term, unit) if term else 0 for term in terms]
    written = sum(map(bool, texts))
    return np.array(found) if written and sum(map(bool, found)) >= MOSTLY * written else None


def _in_months(number: int, name: str, unit: int) -> int:
    """The months of a term; 0 where its unit is unknown or none is so long."""
    times = next((months for months, names in _UNITS.items() if name in names), 0) if name else unit
    return number * times if number * times <= MOST_MONTHS else 0


def _after(since: Dates, months: NDArray[np.int64]) -> Dates:
    """(n,) the days so many months after others; none where no months are said."""
    day = since.astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    ends = (month + months.astype("timedelta64[M]")).astype("datetime64[D]") + (day - month.astype("datetime64[D]"))
    return np.where(months > 0, ends, np.datetime64("NaT", "D"))
