"""A list while its columns are read: each in the unit of its field, then what they say of each other."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from planner.arrays import Column, Numbers, Texts
from planner.detection.columns.scores.money_columns import THIS_YEAR, is_part_year, year_of
from planner.detection.found_list import FoundList
from planner.detection.rows.row_colours import colours_told
from planner.facts.column_issues import issues_of, unseen
from planner.facts.invoices import with_those_of_ended_work
from planner.facts.money.costs import parse_costs
from planner.facts.money.currencies import all_currencies, converted, format_currency, mixed, row_currencies
from planner.facts.money.several_years import a_year_of
from planner.facts.money.two_fees import (
    combined_fees,
    expected_of_clients,
    fees_told,
    only_bills,
    out_of_brackets,
    third_told,
    without_idle_years,
)
from planner.facts.offers import stage_of_offers
from planner.facts.people.names import account_names, clients_of_numbers
from planner.facts.people.owners import named_owners, owners_said, with_initials_like_nothing
from planner.facts.people.several_owners import with_several
from planner.facts.people.standing_in_names import standing_in_names
from planner.facts.spelled_out import (
    chances_among_states,
    goes_on,
    industry_of_categories,
    industry_of_type,
    instead_of_day,
    listed_companies,
    referred_in,
    relationships_of_sources,
    stages_beside_numbers,
    stages_of_sections,
    stages_spelt_out,
    status_of_days,
    status_of_outcomes,
    who_send_too,
    without_ends_of_work,
)
from planner.facts.standing.row_statuses import outcomes_in_letters
from planner.facts.standing.standing import Standing
from planner.facts.unsaid import unsaid
from planner.fields import FIELDS, Field, Kind
from planner.parsing.cell_values import Problem, as_cells, is_missing
from planner.parsing.header_text import Header, read_header
from planner.parsing.names import fold_all
from planner.parsing.standing.legends import Legend
from planner.parsing.standing.relationship_rest import with_the_rest
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.statuses import with_states_of_codes
from planner.parsing.text_cells import Habits, as_texts, but_no_days, parse_cells, to_text
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Relationship, Severity

MOST_NAMES = 2.0
"""An id stands for fewer names than this on average; more are hardly one account in other spellings."""

WORK = words("job project work engagement assignment matter instruction commission")
"""Words of a header over the last work, under which some write what it was."""
_DAY = re.compile(r"\d[/.-]\d|^\s*\d+\s*$|#")


class ListReading:
    """The columns of a list while they are read.

    Attributes:
        columns: values by field, one array a column.  weekly: hours a week of those that are hours of a period.
        told: issues of the list as a whole.  issues: of its cells.
    """

    def __init__(self, found: FoundList, habits: Habits, rates: Mapping[str, float], legend: Legend) -> None:
        self.found, self.habits, self.rates, self.legend = found, habits, rates, legend
        self.columns: dict[Field, Column] = {}
        self.weekly: dict[Field, Numbers] = {}
        self.currencies: Counter[str] = Counter()
        self.told: list[Issue] = []
        self.issues: list[Issue] = []

    @property
    def currency(self) -> str:
        """The currency that most columns of money are in, or `""`."""
        return self.currencies.most_common(1)[0][0] if self.currencies else ""

    def read_columns(self) -> None:
        """Read every column that was taken for a field."""
        for name, j in self.found.mapped.columns.items():
            self.columns[name] = self.read(name, j)

    def name_people(self) -> None:
        """Write the names of accounts and of their owners in full and in one way."""
        columns, found = self.columns, self.found
        columns[Field.ACCOUNT], told = account_names(found, columns[Field.ACCOUNT])
        self.told += told
        columns |= standing_in_names(columns)
        if Field.OWNER in columns and Field.OWNER in found.mapped.columns:
            cells = found.body.columns[found.mapped.columns[Field.OWNER]]
            columns[Field.OWNER] = with_initials_like_nothing(columns[Field.OWNER], cells, self.legend)
        owners = owners_said(columns, found.body.sections)
        if owners is not None:
            columns[Field.OWNER], doubtful = with_several(named_owners(owners, self.legend))
            self.told += self._one_owner_or_two(doubtful)

    def spell_out(self) -> None:
        """Say in its own column what one column says of another: codes, kinds of account, who referred, what ended."""
        columns, found = self.columns, self.found
        if Field.RELATIONSHIP in columns:
            raw = as_cells(found.body.columns[found.mapped.columns[Field.RELATIONSHIP]]).map(to_text)
            columns[Field.RELATIONSHIP] = with_the_rest(columns[Field.RELATIONSHIP], raw)
            sending = who_send_too(raw)
            if sending is not None:
                columns[Field.RELATIONSHIP] = np.where(sending[0] != "", sending[0], columns[Field.RELATIONSHIP])
                columns |= {} if Field.TYPE in columns else {Field.TYPE: sending[1]}
            beside = industry_of_categories(columns, raw)
            columns |= {} if beside is None else {Field.INDUSTRY: beside}
        sourced = relationships_of_sources(columns)
        columns |= {} if sourced is None else {Field.RELATIONSHIP: sourced}
        chances = chances_among_states(columns)
        columns |= {} if chances is None else {Field.PROBABILITY: chances}
        staged = stages_of_sections(columns, found.body.sections)
        columns |= {} if staged is None else {Field.STAGE: staged}
        settled = status_of_outcomes(columns)
        columns |= {} if settled is None else {Field.STATUS: settled}
        if Field.EXPECTED_DATE in columns:
            standing = status_of_days(columns, found.body.columns[found.mapped.columns[Field.EXPECTED_DATE]])
            columns |= {} if standing is None else {Field.STATUS: standing}
        for name in (Field.STAGE, Field.STATUS):
            if name in columns:
                header = found.mapped.matches[name].header if name in found.mapped.matches else ""
                columns[name] = stages_spelt_out(outcomes_in_letters(header, columns[name]), self.legend)
        of_sales = stages_beside_numbers(columns)
        columns |= {} if of_sales is None else {Field.STAGE: of_sales}
        columns |= listed_companies(found, columns)
        industries = industry_of_type(columns)
        if industries is not None:
            columns[Field.INDUSTRY] = industries
        columns |= referred_in(found, columns)
        dated, under_way = without_ends_of_work(found, columns, self.habits)
        columns |= dated
        self.told += under_way
        account = found.mapped.columns[Field.ACCOUNT]
        self.told += colours_told(found.table, found.body.rows.tolist(), account, found.keys)

    def _one_owner_or_two(self, doubtful: Sequence[str]) -> list[Issue]:
        """A note on cells of owners that were taken for one person and may name two."""
        j = self.found.mapped.columns.get(Field.OWNER)
        if j is None or not doubtful:
            return []
        at = tuple(i for i, cell in enumerate(self.found.body.columns[j]) if to_text(cell).strip() in doubtful)
        told = Problem(
            "one-owner-or-two", Severity.NOTE, at,
            "{header} says “{value}”, which was taken for one person.",
            "Separate several people by a semicolon.", grouped=True,
        )  # fmt: skip
        return issues_of(self.found, j, (told,))

    def doubt_ids(self) -> None:
        """Leave out ids that many accounts share: they are of a tenant, an owner or a group of them."""
        ids, names = self.columns.get(Field.ACCOUNT_ID), self.columns[Field.ACCOUNT]
        if ids is None:
            return
        pairs = {pair for pair in zip(ids.tolist(), fold_all(names), strict=True) if all(pair)}
        clients = clients_of_numbers(ids, self.columns[Field.ACCOUNT]) if Field.DEAL in self.columns else None
        if clients is not None:
            self.columns[Field.ACCOUNT_ID] = clients
            return
        names_of = Counter(name for _, name in pairs)
        of_work = len(pairs) > len(names_of) and sum(any(map(str.isdigit, key)) for key, _ in pairs) < len(pairs) / 2
        if len(names_of) <= MOST_NAMES * len({key for key, _ in pairs}) and not of_work:
            return
        match = self.found.mapped.matches[Field.ACCOUNT_ID]
        del self.columns[Field.ACCOUNT_ID]
        self.told.append(
            Issue(
                "id-shared", Severity.NOTE,
                f"“{match.header}” says {'several things of one account' if of_work else 'the same of many accounts'} "
                "and is no id of theirs, so names told them apart.",
                "Give each account an id of its own, or leave the column out.", self.found.table.sheet.name,
                f"{match.column}{self.found.table.header_row}", match.header,
            )
        )  # fmt: skip

    def relate(self, standing: Standing) -> None:
        """Add the relationships that the column does not say: of work that has ended, and of titles of rows."""
        columns, found = self.columns, self.found
        ended = with_those_of_ended_work(found, columns, standing)
        columns |= {} if ended is None else {Field.RELATIONSHIP: ended}
        if Field.RELATIONSHIP not in columns and found.body.sections:
            columns[Field.RELATIONSHIP] = as_texts([str(relationship_of(text) or "") for text in found.body.sections])

    def settle_fees(self, relationship: Texts) -> None:
        """Make one fee of what the columns of fees say, (n,) relationships given."""
        j = self.found.mapped.columns.get(Field.ANNUAL_FEE)
        if j is not None:
            cells, fees = self.found.body.columns[j], self.columns[Field.ANNUAL_FEE]
            self.columns[Field.ANNUAL_FEE], doubt = out_of_brackets(cells, fees, self.columns[Field.ACCOUNT])
            self.told += issues_of(self.found, j, doubt)
        self._combine_fees(relationship)
        self._fill_from_third()

    def read(self, name: Field, j: int) -> Column:
        """A column in the unit of its field; what is wrong with it is noted."""
        found, cells = self.found, self.found.body.columns[j]
        header = found.mapped.readings.get(j) or read_header(found.table.headers[j])
        signs = row_currencies(found, j) if FIELDS[name].kind is Kind.MONEY else None
        whole = _whole(found, name, j)
        if name is Field.COST_TO_SERVE:
            parsed = parse_costs(cells, header, self.columns.get(Field.ANNUAL_FEE), self.habits, signs)
        else:
            said = with_states_of_codes(whole, self.legend) if name in {Field.STAGE, Field.STATUS} else whole
            parsed = parse_cells(name, said, header, self.habits, self.legend)
            parsed = parsed if signs is None else converted(parsed, cells, signs, self.rates)
        if name not in found.mapped.given:
            parsed = a_year_of(name, parsed, header.text, self.habits.today)
        if parsed.weekly is not None:
            self.weekly[name] = parsed.weekly
        self.currencies.update(dict.fromkeys(parsed.currencies, 2))
        self.currencies.update([header.currency] if header.currency else [])
        formats = format_currency(found, name, j, self.rates)
        self.currencies.update(formats)
        hidden = unseen(found, j)
        quiet = () if name is Field.COST_TO_SERVE else unsaid(name, whole, parsed, hidden)
        problems = self._of_days(name, parsed.problems, whole, header)
        self.issues += issues_of(found, j, (*problems, *hidden, *quiet))
        said = all_currencies(cells, parsed, [*formats, *([header.currency] if header.currency else [])])
        if len(said) > 1:
            self.issues.append(mixed(found, j, said))
        return parsed.values

    def _of_days(self, name: Field, problems: Sequence[Problem], cells: Sequence[Any], header: Header) -> list[Problem]:
        """What is wrong with a column once its texts in the place of days are read for what they are."""
        if name is Field.WON_ON and WORK & set(header.words.split()):
            return _but_of(problems, cells, lambda text: not _DAY.search(text))
        if name is Field.EXPECTED_DATE and not {Field.STAGE, Field.STATUS} & self.found.mapped.columns.keys():
            return _but_of(problems, cells, instead_of_day)
        return list(problems)

    def _combine_fees(self, relationship: Texts) -> None:
        """Make one fee of a column of past billing and one of what could be earned."""
        fees = self.found.mapped.fees
        main = self.columns.get(Field.ANNUAL_FEE)
        if main is not None and fees.fill is not None:
            fill = self.read(Field.ANNUAL_FEE, fees.fill)
            idle = np.isnan(main) | ((main == 0) & (fill > 0))  # a year without work beside one with some
            self.columns[Field.ANNUAL_FEE] = np.where(idle, fill, main)
        if main is not None and fees.expected is None:
            read = self.columns[Field.ANNUAL_FEE]
            of_a_year = fees.main is not None and year_of(self.found.table.headers[fees.main]) > THIS_YEAR
            if fees.past or of_a_year or only_bills(read, relationship):
                self.columns[Field.ANNUAL_FEE] = without_idle_years(read, relationship)
        if main is None or fees.billed is None or fees.expected is None:
            return
        other = self.read(Field.ANNUAL_FEE, fees.expected if fees.main == fees.billed else fees.billed)
        billed, expected = (main, other) if fees.main == fees.billed else (other, main)
        headers, related = self.found.table.headers, self.found.mapped.columns.get(Field.RELATIONSHIP)
        said = () if related is None else self.found.body.columns[related]
        offered = None if self._says_how_far() else stage_of_offers(headers[fees.expected], expected, said)
        if offered is not None:
            self.columns[Field.STAGE] = np.where(relationship == str(Relationship.CLIENT), "", offered).astype(object)
        if fees.expected in fees.years:
            expected = without_idle_years(expected, relationship)
        forecast = fees.forecast and expected_of_clients(expected, relationship)
        self.columns[Field.ANNUAL_FEE] = combined_fees(billed, expected, relationship, forecast)
        billed_too = is_part_year(headers[fees.expected])
        first, second = (fees.expected, fees.billed) if forecast else (fees.billed, fees.expected)
        at = tuple(range(len(main)))[:1]
        told = fees_told(headers[first], headers[second], at, both_of_one_kind=forecast or billed_too)
        self.issues += issues_of(self.found, fees.billed, (told,))

    def _fill_from_third(self) -> None:
        """Take the fee of a third column, agreed or offered, where the others say none."""
        at = self.found.mapped.fees.further
        if at is None or Field.ANNUAL_FEE not in self.columns:
            return
        fees, third = self.columns[Field.ANNUAL_FEE], self.read(Field.ANNUAL_FEE, at)
        paused = (
            (fees == 0) & (third > 0) & (year_of(self.found.table.headers[at]) > 0)
        )  # this year, and back in the next
        gaps = (np.isnan(fees) & ~np.isnan(third)) | paused
        if not gaps.any():
            return
        self.columns[Field.ANNUAL_FEE] = np.where(gaps, third, fees)
        self.issues += issues_of(self.found, at, (third_told(gaps, bool(np.any(fees * third > 0))),))

    def _says_how_far(self) -> bool:
        """Whether the list says in a column of its own how far offers are."""
        return bool({Field.STAGE, Field.STATUS, Field.PROBABILITY} & self.columns.keys())


def _but_of(problems: Sequence[Problem], cells: Sequence[Any], right: Callable[[str], bool]) -> list[Problem]:
    """Problems without those of texts that are right as they are (`Last job: Hall` names a job, and no day)."""
    known = {i for i, cell in enumerate(cells) if isinstance(cell, str) and right(cell)}
    return [dataclasses.replace(one, at=tuple(i for i in one.at if i not in known)) for one in problems]


def _whole(found: FoundList, name: Field, column: int) -> Sequence[Any]:
    """The cells of a field's column, its gaps filled from the second column where there is one."""
    second, header = found.mapped.fills.get(name), read_header(found.table.headers[column])
    cells = but_no_days(name, found.body.columns[column], header)
    if name is Field.EXPECTED_DATE and not {Field.STAGE, Field.STATUS} & found.mapped.columns.keys():
        cells = cells.without(frozenset(filter(goes_on, cells.texts)))
    if second is None:
        return cells
    return [other if is_missing(cell) else cell for cell, other in zip(cells, found.body.columns[second], strict=True)]
