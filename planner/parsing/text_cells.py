"""Cells → values: every column through the parser of its kind, in the habits of the whole file."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np

from planner.arrays import Texts
from planner.fields import FIELDS, RATING_OF, Field, Kind
from planner.parsing.cell_values import (
    ERRORS,
    MISSING,
    SPACES,
    Cells,
    Parsed,
    as_cells,
    clean,
    error_problem,
    is_missing,
)
from planner.parsing.dates.dates import but_never, decide_day_first, parse_dates
from planner.parsing.dates.open_ends import but_open_ends
from planner.parsing.durations import parse_hours
from planner.parsing.header_text import Header
from planner.parsing.money.money import NO_RATES, decimal_comma_votes
from planner.parsing.money.money_columns import parse_money, parse_number, with_explained_amounts
from planner.parsing.scales import parse_rated
from planner.parsing.shares import parse_share_of_today, parse_shares, with_explained_chances
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationship_columns import parse_relationships
from planner.parsing.standing.statuses import with_kinds_of_codes

TEXT_MISSING = MISSING - {"pending", "not sure", "."}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
NOTHING = TEXT_MISSING | ERRORS
LONGEST_MISSING = max(map(len, NOTHING))
OF_THE_PAST = frozenset({Field.CREATED_ON, Field.WON_ON, Field.LOST_ON, Field.LAST_CONTACT})
"""Dates of what has been."""
OF_KINDS = frozenset({Field.INDUSTRY, Field.SERVICE, Field.REGION, Field.TYPE})
"""Fields of kinds, of which many keep codes with a key (`BK = bakery`)."""
TICKED = frozenset(RATING_OF.values())
"""Fields where an empty cell among nothing but ticks says no."""


@dataclass(frozen=True)
class Habits:
    """How this file writes things, where a column does not show it itself.

    Attributes:
        decimal_comma: whether numbers have a decimal comma.
        day_first: whether dates begin with the day; None when nothing shows it.
        by_custom: whether that is no more than the custom where the list is kept.
        weeks: length of the planning period.
        today: the day that "now" and "in 3 months" are counted from.
        rating_top: the best rating in the file's numbers.
        percents_of_today: whether shares of today's value are written as 20 for 20%.
        rates: what one unit of a currency is worth in the list's own.
    """

    decimal_comma: bool = False
    day_first: bool | None = None
    by_custom: bool = False
    weeks: float = 13.0
    today: dt.date = dt.date(2000, 1, 1)
    rating_top: float = 5.0
    percents_of_today: bool = False
    rates: Mapping[str, float] = field(default_factory=lambda: NO_RATES)


def find_habits(
    numeric: Iterable[Sequence[Any]], dates: Iterable[Sequence[Any]], hint: bool | None, *, weeks: float, today: dt.date
) -> Habits:
    """Decide decimal sign and order of dates from all columns of the file together."""
    comma, point = decimal_comma_votes(text for values in numeric for text in as_cells(values).texts)
    decimal_comma = comma > point if comma != point else bool(hint)
    day_first = decide_day_first(text for values in dates for text in as_cells(values).texts)
    if day_first is None and decimal_comma:
        day_first = True
    return Habits(decimal_comma, day_first, weeks=weeks, today=today)


def column_decimal_comma(values: Sequence[Any], habits: Habits) -> bool:
    """The column's own decimal sign, else the file's."""
    comma, point = decimal_comma_votes(as_cells(values).texts)
    return habits.decimal_comma if comma == point else comma > point


def but_no_days(name: Field, values: Sequence[Any], header: Header) -> Cells:
    """The cells of a field, those in the place of a day emptied that say that there is none (`never`, `rolling`)."""
    cells = as_cells(values)
    if FIELDS[name].kind is not Kind.DATE:
        return cells
    return but_never(cells) if name in OF_THE_PAST else but_open_ends(cells, header.text)


def parse_cells(
    name: Field, values: Sequence[Any], header: Header, habits: Habits, legend: Legend | None = None
) -> Parsed:
    """A column of a field, in the field's unit; `legend` says what its codes mean where the sheet does."""
    kind = FIELDS[name].kind
    if kind in {Kind.TEXT, Kind.NAMES}:
        return parse_text(with_kinds_of_codes(values, legend) if legend and name in OF_KINDS else values)
    if kind is Kind.RELATIONSHIP:
        return parse_relationships(values, header.text, legend)
    if kind is Kind.DATE:
        return parse_dates(
            values, day_first=habits.day_first, today=habits.today, past=name in OF_THE_PAST, by_custom=habits.by_custom
        )
    if kind is Kind.SHARE and legend:
        values = with_explained_chances(values, legend)
    if kind is Kind.MONEY and legend:
        values = with_explained_amounts(values, legend)
    return _parse_figures(name, values, header, habits)


def _parse_figures(name: Field, values: Sequence[Any], header: Header, habits: Habits) -> Parsed:
    kind = FIELDS[name].kind
    comma = column_decimal_comma(values, habits)
    if kind is Kind.MONEY:
        return parse_money(
            values, decimal_comma=comma, factor=header.factor, a_year=header.per_year, rates=habits.rates
        )
    if kind is Kind.SHARE:
        return parse_shares(values, decimal_comma=comma, percent_header=header.percent, top=header.top)
    if kind is Kind.SHARE_OF_TODAY:
        return parse_share_of_today(values, decimal_comma=comma, percents=habits.percents_of_today)
    if kind is Kind.RATING:
        return parse_rated(
            values, written=header.top, others=habits.rating_top, decimal_comma=comma, blank_may_be_no=name in TICKED
        )
    if kind is Kind.HOURS:
        return parse_hours(values, header=header.hours, weeks=habits.weeks, decimal_comma=comma)
    return parse_number(values, decimal_comma=comma)


def parse_text(values: Sequence[Any]) -> Parsed:
    """A column of text: trimmed, control characters dropped, words for "nothing" emptied."""
    cells = as_cells(values)
    if cells.kinds <= {str} and cells.silent <= {""} and _is_tidy("|".join(cells.texts)):
        return Parsed(as_texts(cells))
    errors = {cell for cell in cells.silent if isinstance(cell, str) and clean(cell).lower() in ERRORS}
    at = [i for i, cell in enumerate(cells) if cell in errors] if errors else []
    return Parsed(as_texts(cells.map(_tidy)), error_problem(at))


def _is_tidy(texts: str) -> bool:
    """Whether texts that are joined by bars have nothing to be trimmed or dropped."""
    return texts.isprintable() and "| " not in texts and " |" not in texts and texts == texts.strip()


def _tidy(cell: Any) -> str:
    text = to_text(cell)
    text = (text if text.isprintable() else _CONTROL.sub("", text.translate(SPACES))).strip()
    return "" if len(text) <= LONGEST_MISSING and text.lower() in NOTHING else text


def as_texts(texts: Sequence[str]) -> Texts:
    """An object array of strings (numpy would make fixed-width ones)."""
    array = np.empty(len(texts), dtype=object)
    array[:] = texts
    return array


def to_text(cell: Any) -> str:
    """A cell as a person would read it: 42 rather than 42.0, a date without midnight."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(sep=" ", timespec="minutes")
    return "" if cell is None else str(cell)


YES = frozenset({"yes", "y", "true", "1", "x", "✓", "✔", "ja", "oui", "si", "sí"})
NO = frozenset({"no", "n", "false", "0", "✗", "✘", "nein", "non"})
_YES_NO = MappingProxyType(dict.fromkeys(YES, True) | dict.fromkeys(NO, False))


def read_yes_no(cell: Any) -> bool | None:
    """Yes, no, or None where a cell says neither."""
    if is_missing(cell):
        return None
    return _YES_NO.get(clean(to_text(cell)).lower())
