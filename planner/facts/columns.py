"""A found list → values: every mapped column parsed, the rest as text, and the issues of every cell."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Numbers, Texts
from planner.detection.list_finder import FoundList
from planner.detection.rows.row_colours import colours_told
from planner.detection.table import letter
from planner.facts.column_issues import ask_fee_meaning, issues_of, owed_told, reversed_dates, unseen
from planner.facts.free_text import clues_in, free_texts
from planner.facts.invoices import settled_states, states_of_work, with_those_of_ended_work
from planner.facts.money.costs import parse_costs
from planner.facts.money.currencies import converted, mixed, row_currencies
from planner.facts.money.two_fees import combined_fees, fees_told, out_of_brackets, without_idle_years
from planner.facts.names import account_names, named_owners, owners_of_sections
from planner.facts.spelled_out import (
    industry_of_categories,
    industry_of_type,
    referred_in,
    stages_spelt_out,
    without_ends_of_work,
)
from planner.facts.standing import find_standing
from planner.facts.surroundings import legend_of, surroundings
from planner.facts.unsaid import unsaid
from planner.facts.values import Values
from planner.fields import FIELDS, RATING_OF, Field, Kind
from planner.goods import Good
from planner.parsing.cell_values import Parsed, as_cells, is_missing
from planner.parsing.header_text import plain, read_header
from planner.parsing.money.money import CURRENCIES, NO_RATES
from planner.parsing.scales import parse_rated, rating_top
from planner.parsing.shares import written_in_percent
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationship_rest import with_the_rest
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.text_cells import Habits, as_texts, find_habits, parse_cells, parse_text, to_text
from planner.records.issues import Issue
from planner.settings import Settings

NUMERIC = frozenset({Kind.MONEY, Kind.SHARE, Kind.HOURS, Kind.NUMBER, Kind.RATING, Kind.SHARE_OF_TODAY})
RATINGS = frozenset(name for name, spec in FIELDS.items() if spec.kind is Kind.RATING)


def read_values(found: FoundList, settings: Settings, today: dt.date, rates: Mapping[str, float] = NO_RATES) -> Values:
    """Parse every column of a found list."""
    asked = ask_fee_meaning(found)
    habits = dataclasses.replace(_habits(found, settings, today), rates=rates)
    issues: list[Issue] = [*found.issues, *asked, *owed_told(found)]
    legend = legend_of(found)
    reading = _Reading(found, habits, rates, legend)
    for name, j in found.mapped.columns.items():
        reading.columns[name] = reading.read(name, j)
    columns = reading.columns
    columns[Field.ACCOUNT], told = account_names(found, columns[Field.ACCOUNT])
    issues += told
    owners = columns[Field.OWNER] if Field.OWNER in columns else owners_of_sections(found.body.sections)
    if owners is not None:
        columns[Field.OWNER] = named_owners(owners, legend)
    if Field.RELATIONSHIP in columns:
        raw = as_cells(found.body.columns[found.mapped.columns[Field.RELATIONSHIP]]).map(to_text)
        columns[Field.RELATIONSHIP] = with_the_rest(columns[Field.RELATIONSHIP], raw)
        beside = industry_of_categories(columns, raw)
        columns |= {} if beside is None else {Field.INDUSTRY: beside}
    for name in (Field.STAGE, Field.STATUS):
        if name in columns:
            columns[name] = stages_spelt_out(columns[name], legend)
    industries = industry_of_type(columns)
    if industries is not None:
        columns[Field.INDUSTRY] = industries
    columns |= referred_in(found, columns)
    dated, under_way = without_ends_of_work(found, columns, habits)
    columns |= dated
    issues += under_way
    issues += colours_told(found.table, found.body.rows.tolist(), found.mapped.columns[Field.ACCOUNT], found.keys)
    texts = free_texts(found)
    clues = clues_in(texts, today)
    standing = find_standing(columns, len(found.body.rows), surroundings(found, legend, texts, clues))
    ended = with_those_of_ended_work(found, columns, standing)
    columns |= {} if ended is None else {Field.RELATIONSHIP: ended}
    if Field.RELATIONSHIP not in columns and found.body.sections:
        columns[Field.RELATIONSHIP] = as_texts([str(relationship_of(text) or "") for text in found.body.sections])
    if Field.ANNUAL_FEE in columns:
        cells = found.body.columns[found.mapped.columns[Field.ANNUAL_FEE]]
        columns[Field.ANNUAL_FEE], doubt = out_of_brackets(cells, columns[Field.ANNUAL_FEE], columns[Field.ACCOUNT])
        issues += issues_of(found, found.mapped.columns[Field.ANNUAL_FEE], doubt)
    reading.combine_fees(standing.relationship)
    issues += [*reading.issues, *reversed_dates(found, columns)]
    work = states_of_work(found, columns, standing)
    fit, raters = _ratings_beside(found, habits, issues)
    other = _others(found)
    return Values(
        found=found,
        columns=_with_averages(columns, raters),
        rows=_rows_of_sheet(found),
        other=other,
        fit=fit,
        raters=raters,
        issues=tuple(_at_home(issue, found) for issue in issues),
        currency=reading.currency,
        newest=_newest(found, columns, habits, today),
        weekly=reading.weekly,
        weeks=settings.weeks,
        standing=standing,
        texts=texts,
        today=today,
        clues=clues,
        state=settled_states(found, columns, len(found.body.rows)) if work is None else work,
        of_work=work is not None,
    )


def _rows_of_sheet(found: FoundList) -> NDArray[np.intp]:
    """(n,) numbers of the rows of the sheet in which the accounts stand."""
    if not found.table.cells:
        return found.body.rows
    numbers = [int(found.table.address(0, row).lstrip(ascii_uppercase)) for row in found.body.rows.tolist()]
    return np.array(numbers, dtype=np.intp)


def _at_home(issue: Issue, found: FoundList) -> Issue:
    """An issue with the cell that its value stands in, where the list was laid out anew."""
    row = issue.cell.lstrip(ascii_uppercase)
    there = found.table.cells.get(int(row)) if row.isdecimal() else None
    return dataclasses.replace(issue, cell=there) if there else issue


class _Reading:
    """The columns of a list while they are read."""

    def __init__(self, found: FoundList, habits: Habits, rates: Mapping[str, float], legend: Legend) -> None:
        self.found, self.habits, self.rates, self.legend = found, habits, rates, legend
        self.columns: dict[Field, Column] = {}
        self.weekly: dict[Field, Numbers] = {}
        self.currencies: Counter[str] = Counter()
        self.issues: list[Issue] = []

    @property
    def currency(self) -> str:
        """The currency that most columns of money are in, or `""`."""
        return self.currencies.most_common(1)[0][0] if self.currencies else ""

    def read(self, name: Field, j: int) -> Column:
        """A column in the unit of its field; what is wrong with it is noted."""
        found, cells = self.found, self.found.body.columns[j]
        header = found.mapped.readings.get(j) or read_header(found.table.headers[j])
        signs = row_currencies(found, j) if FIELDS[name].kind is Kind.MONEY else None
        whole = _whole(found, name, j)
        if name is Field.COST_TO_SERVE:
            parsed = parse_costs(cells, header, self.columns.get(Field.ANNUAL_FEE), self.habits, signs)
        else:
            parsed = parse_cells(name, whole, header, self.habits, self.legend)
            parsed = parsed if signs is None else converted(parsed, cells, signs, self.rates)
        if parsed.weekly is not None:
            self.weekly[name] = parsed.weekly
        self.currencies.update(dict.fromkeys(parsed.currencies, 2))
        self.currencies.update([header.currency] if header.currency else [])
        formats = _format_currency(found, name, j, self.rates)
        self.currencies.update(formats)
        hidden = unseen(found, j)
        quiet = () if name is Field.COST_TO_SERVE else unsaid(name, whole, parsed, hidden)
        self.issues += issues_of(found, j, (*parsed.problems, *hidden, *quiet))
        said = _all_currencies(cells, parsed, [*formats, *([header.currency] if header.currency else [])])
        if len(said) > 1:
            self.issues.append(mixed(found, j, said))
        return parsed.values

    def combine_fees(self, relationship: Texts) -> None:
        """Make one fee of a column of past billing and one of what could be earned."""
        fees = self.found.mapped.fees
        main = self.columns.get(Field.ANNUAL_FEE)
        if main is not None and fees.fill is not None:
            fill = self.read(Field.ANNUAL_FEE, fees.fill)
            idle = np.isnan(main) | ((main == 0) & (fill > 0))  # a year without work beside one with some
            self.columns[Field.ANNUAL_FEE] = np.where(idle, fill, main)
        if main is not None and fees.past and fees.expected is None:
            self.columns[Field.ANNUAL_FEE] = without_idle_years(self.columns[Field.ANNUAL_FEE], relationship)
        if main is None or fees.billed is None or fees.expected is None:
            return
        other = self.read(Field.ANNUAL_FEE, fees.expected if fees.main == fees.billed else fees.billed)
        billed, expected = (main, other) if fees.main == fees.billed else (other, main)
        if fees.expected in fees.years:
            expected = without_idle_years(expected, relationship)
        self.columns[Field.ANNUAL_FEE] = combined_fees(billed, expected, relationship, fees.forecast)
        headers = self.found.table.headers
        told = fees_told(headers[fees.billed], headers[fees.expected], tuple(range(len(main)))[:1])
        self.issues += issues_of(self.found, fees.billed, (told,))


def _habits(found: FoundList, settings: Settings, today: dt.date) -> Habits:
    cells = found.body.columns
    mapped = found.mapped.columns
    numeric = [cells[j] for name, j in mapped.items() if FIELDS[name].kind in NUMERIC]
    dates = [cells[j] for name, j in mapped.items() if FIELDS[name].kind is Kind.DATE]
    habits = find_habits(numeric, dates, found.table.sheet.decimal_comma, weeks=settings.weeks, today=today)
    rated = [j for name, j in mapped.items() if name in RATINGS]
    rated += [*found.mapped.fit.values(), *found.mapped.raters.values()]
    unsaid = [cells[j] for j in rated if read_header(found.table.headers[j]).top is None]
    of_today = [cells[j] for name, j in mapped.items() if FIELDS[name].kind is Kind.SHARE_OF_TODAY]
    return dataclasses.replace(
        habits,
        rating_top=rating_top(unsaid, habits.decimal_comma),
        percents_of_today=any(written_in_percent(column, habits.decimal_comma) for column in of_today),
    )


def _whole(found: FoundList, name: Field, column: int) -> Sequence[Any]:
    """The cells of a field's column, its gaps filled from the second column where there is one."""
    cells, second = found.body.columns[column], found.mapped.fills.get(name)
    if second is None:
        return cells
    return [other if is_missing(cell) else cell for cell, other in zip(cells, found.body.columns[second], strict=True)]


def _format_currency(found: FoundList, name: Field, column: int, rates: Mapping[str, float]) -> list[str]:
    """The currency of a money column's number format, where the file shows one and no rate converts it."""
    scan = found.table.sheet.scan
    sign = scan.currencies.get(letter(column), "") if scan and FIELDS[name].kind is Kind.MONEY else ""
    known = CURRENCIES.get(sign.lower(), sign)
    return [known] if known and known not in rates else []


def _all_currencies(cells: Sequence[Any], parsed: Parsed, formats: Sequence[str]) -> list[str]:
    """The currencies of a column, those of its number format and header among them where a bare number is in it."""
    if not parsed.currencies or not any(map(_is_bare, cells)):
        return list(parsed.currencies)
    return sorted({*parsed.currencies, *formats})


def _is_bare(cell: Any) -> bool:
    """Whether a cell is a number without a currency."""
    return isinstance(cell, int | float) or (isinstance(cell, str) and cell.strip()[:1].isdigit())


def _ratings_beside(
    found: FoundList, habits: Habits, issues: list[Issue]
) -> tuple[dict[str, Numbers], dict[str, dict[Good, Numbers]]]:
    """Ratings of best-fit criteria and of single raters."""

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
    return fit, raters


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
        columns[name] for name in (Field.CREATED_ON, Field.CLOSED_ON, Field.WON_ON, Field.LOST_ON) if name in columns
    ]
    for j in found.mapped.unmapped:
        words = plain(found.table.headers[j])
        if any(hint in words.split() for hint in ("modified", "updated", "changed", "activity", "update")):
            parsed = parse_cells(Field.CREATED_ON, found.body.columns[j], read_header(words), habits)
            dates.append(parsed.values)
    limit = np.datetime64(today, "D")
    past = [column[column <= limit].max() for column in dates if np.any(column <= limit)]
    return max(past) if past else None
