"""A found list → values: every mapped column parsed, the rest as text, and the issues of every cell."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from string import ascii_uppercase

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Numbers, Texts
from planner.detection.found_list import FoundList
from planner.detection.table import letter
from planner.facts.chances_of_keys import chances_of_keys
from planner.facts.column_issues import ask_fee_meaning, issues_of, owed_told, reversed_dates, unclosed_quotes
from planner.facts.free_text import clues_in, free_texts, waiting
from planner.facts.invoices import (
    Settled,
    credits_subtracted,
    settled,
    stages_of_quotes,
    states_of_work,
    with_open_matters,
)
from planner.facts.list_reading import ListReading
from planner.facts.money.currencies import currency_beside
from planner.facts.money.offered_amounts import with_offered_amounts
from planner.facts.offers import days_of_decisions
from planner.facts.order_of_dates import order_of_dates
from planner.facts.standing.find_standing import find_standing
from planner.facts.standing.surroundings import legend_of, surroundings
from planner.facts.values import Values
from planner.fields import FIELDS, RATING_OF, Field, Kind
from planner.goods import Good
from planner.parsing.header_text import plain, read_header
from planner.parsing.money.money import NO_RATES
from planner.parsing.remarks.clue import FreeTexts
from planner.parsing.scales import parse_rated, rating_top
from planner.parsing.shares import written_in_percent
from planner.parsing.text_cells import Habits, find_habits, parse_cells, parse_text
from planner.records.issues import Issue
from planner.settings import Settings

NUMERIC = frozenset({Kind.MONEY, Kind.SHARE, Kind.HOURS, Kind.NUMBER, Kind.RATING, Kind.SHARE_OF_TODAY})
RATINGS = frozenset(name for name, spec in FIELDS.items() if spec.kind is Kind.RATING)


def read_values(found: FoundList, settings: Settings, today: dt.date, rates: Mapping[str, float] = NO_RATES) -> Values:
    """Parse every column of a found list."""
    texts = free_texts(found)
    habits = dataclasses.replace(_habits(found, texts, settings, today), rates=rates)
    reading = _read_fields(found, habits, rates)
    clues = clues_in(texts, today, habits.day_first)
    size = len(found.body.rows)
    standing = find_standing(reading.columns, size, surroundings(found, reading.legend, texts, clues, today), today)
    standing = with_open_matters(found, reading.columns, standing)
    standing = standing.resting(waiting(found, reading.columns, texts, clues, standing.relationship, habits))
    reading.relate(standing)
    reading.settle_fees(standing.relationship)
    columns = reading.columns
    offered, told_of_offers = with_offered_amounts(found, columns, standing.relationship, habits.decimal_comma)
    columns |= offered
    credited, told_of_credits = credits_subtracted(found, columns)
    columns |= credited
    work = states_of_work(found, columns, standing)
    rows = settled(found, columns, size) if work is None else Settled(work)
    quoted = stages_of_quotes(found, columns, rows.states)
    columns |= {} if quoted is None else {Field.STAGE: quoted}
    fit, raters, unread = _ratings_beside(found, habits)
    issues = (
        *found.issues,
        *ask_fee_meaning(found),
        *owed_told(found),
        *unclosed_quotes(found),
        *reading.told,
        *told_of_offers,
        *told_of_credits,
        *reading.issues,
        *reversed_dates(found, columns),
        *unread,
    )
    return Values(
        found=found,
        columns=_with_averages(columns, raters),
        rows=_rows_of_sheet(found),
        other=_others(found),
        fit=fit,
        raters=raters,
        issues=tuple(_at_home(issue, found) for issue in issues),
        currency=reading.currency or currency_beside(texts.text.tolist()),
        newest=_newest(found, columns, habits, today),
        weekly=reading.weekly,
        weeks=settings.weeks,
        standing=standing,
        texts=texts,
        today=today,
        day_first=habits.day_first,
        clues=clues,
        state=rows.states,
        of_work=work is not None,
        of_invoices=rows.invoices,
    )


def _read_fields(found: FoundList, habits: Habits, rates: Mapping[str, float]) -> ListReading:
    """The columns of the fields, as far as they say it by themselves, before anything is known of the accounts."""
    reading = ListReading(found, habits, rates, legend_of(found))
    reading.read_columns()
    reading.name_people()
    reading.doubt_ids()
    reading.spell_out()
    chances, told = chances_of_keys(found, reading.columns)
    reading.columns |= chances
    reading.told += told
    asked_again = found.mapped.columns.get(Field.NEXT_STEP_DATE)
    reading.columns |= days_of_decisions(
        reading.columns, () if asked_again is None else found.body.columns[asked_again]
    )
    return reading


def _rows_of_sheet(found: FoundList) -> NDArray[np.intp]:
    """(n,) numbers of the rows of the sheet in which the accounts stand."""
    if not found.table.cells:
        return found.body.rows
    numbers = [int(found.table.address(0, row).lstrip(ascii_uppercase)) for row in found.body.rows.tolist()]
    return np.array(numbers, dtype=np.intp)


def _at_home(issue: Issue, found: FoundList) -> Issue:
    """An issue with the cell that its value stands in, where the list was laid out anew or its lines were split."""
    row, only = issue.cell.lstrip(ascii_uppercase), found.table.sheet.only
    there = found.table.cells.get(int(row), only and f"{only}{row}") if row.isdecimal() else None
    return dataclasses.replace(issue, cell=there) if there else issue


def _habits(found: FoundList, remarks: FreeTexts, settings: Settings, today: dt.date) -> Habits:
    cells = found.body.columns
    mapped = found.mapped.columns
    numeric = [cells[j] for name, j in mapped.items() if FIELDS[name].kind in NUMERIC]
    dates = [cells[j] for name, j in mapped.items() if FIELDS[name].kind is Kind.DATE]
    habits = find_habits(numeric, dates, found.table.sheet.decimal_comma, weeks=settings.weeks, today=today)
    if habits.day_first is None:
        day_first, by_custom = order_of_dates(found, remarks, today)
        habits = dataclasses.replace(habits, day_first=day_first, by_custom=by_custom)
    rated = [j for name, j in mapped.items() if name in RATINGS]
    rated += [*found.mapped.fit.values(), *found.mapped.raters.values()]
    unsaid = [cells[j] for j in rated if read_header(found.table.headers[j]).top is None]
    of_today = [cells[j] for name, j in mapped.items() if FIELDS[name].kind is Kind.SHARE_OF_TODAY]
    return dataclasses.replace(
        habits,
        rating_top=rating_top(unsaid, habits.decimal_comma),
        percents_of_today=any(written_in_percent(column, habits.decimal_comma) for column in of_today),
    )


def _ratings_beside(
    found: FoundList, habits: Habits
) -> tuple[dict[str, Numbers], dict[str, dict[Good, Numbers]], list[Issue]]:
    """Ratings of best-fit criteria and of single raters, and the issues of their cells."""
    issues: list[Issue] = []

    def parse(j: int) -> Numbers:
        header = read_header(found.table.headers[j])
        cells, comma = found.body.columns[j], habits.decimal_comma
        parsed = parse_rated(cells, written=header.top, others=habits.rating_top, decimal_comma=comma)
        issues.extend(issues_of(found, j, parsed.problems))
        return parsed.values

    fit = {name: parse(j) for name, j in found.mapped.fit.items()}
    raters: dict[str, dict[Good, Numbers]] = {}
    for (person, good), j in found.mapped.raters.items():
        raters.setdefault(person, {})[good] = parse(j)
    return fit, raters, issues


def _with_averages(
    columns: Mapping[Field, Column], raters: Mapping[str, Mapping[Good, Numbers]]
) -> Mapping[Field, Column]:
    """The columns with the average of several raters where the list has no rating of its own."""
    rated = dict(columns)
    for good, name in RATING_OF.items():
        given = [ratings[good] for ratings in raters.values() if good in ratings]
        if not given:
            continue
        known = np.isfinite(given)
        total, count = np.where(known, given, 0.0).sum(axis=0), known.sum(axis=0)
        average = np.divide(total, count, out=np.full(len(total), np.nan), where=count > 0)
        own = rated.get(name)
        rated[name] = average if own is None else np.where(np.isfinite(own.astype(np.float64)), own, average)
    return rated


def _others(found: FoundList) -> dict[str, Texts]:
    kept: dict[str, Texts] = {}
    for j in found.mapped.unmapped:
        header = found.table.headers[j] or f"Column {letter(j)}"
        if header in kept:
            header = f"{header} ({letter(j)})"
        kept[header] = parse_text(found.body.columns[j]).values
    return kept


def _newest(found: FoundList, columns: Mapping[Field, Column], habits: Habits, today: dt.date) -> np.datetime64 | None:
    """The newest date of making, changing or closing that is not after today."""
    dates = [
        columns[name]
        for name in (Field.CREATED_ON, Field.CLOSED_ON, Field.WON_ON, Field.LOST_ON, Field.LAST_CONTACT)
        if name in columns
    ]
    for j in found.mapped.unmapped:
        words = plain(found.table.headers[j])
        if any(hint in words.split() for hint in ("modified", "updated", "changed", "activity", "update")):
            parsed = parse_cells(Field.CREATED_ON, found.body.columns[j], read_header(words), habits)
            dates.append(parsed.values)
    limit = np.datetime64(today, "D")
    past = [column[column <= limit].max() for column in dates if np.any(column <= limit)]
    return max(past) if past else None
