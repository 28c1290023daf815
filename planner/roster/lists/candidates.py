"""The tables that may be a client list or belong to it, and what a roster is made of once they are told apart."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from planner.detection.found_list import NOTHING_ELSE, Elsewhere, map_table
from planner.detection.keys import book_keys
from planner.detection.other_lists import looks_like_list
from planner.detection.rows.row_colours import colour_keys
from planner.detection.rows.told_rows import with_told_rows
from planner.detection.sheets.setting_sheets import (
    DEALS_KEY,
    SETTING_SHEETS,
    read_rates,
    written_mapping,
    written_sheets,
)
from planner.detection.table import Table
from planner.facts.columns import read_values
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.standing.legends import Legend
from planner.parsing.text_shapes import split_names
from planner.readers.workbook import Book
from planner.records.findings import SettingSheet
from planner.records.issues import Issue
from planner.roster.deals.deal_lists import is_list_of_deals
from planner.roster.lists.contacts import Contacts
from planner.roster.lists.joins import Joined
from planner.roster.lists.owners import Owners
from planner.roster.lists.sheet_lists import with_sheet_as_stage
from planner.roster.lists.time_reports import TimeReport
from planner.roster.updates import is_history
from planner.settings import Settings

NO_MAPPING: Mapping[str, str] = MappingProxyType({})
MOST_SHEETS = 20
"""So many sheets are looked at for keys."""


def reading_day(settings: Settings) -> dt.date:
    """The day that "now" and "in 3 months" are counted from."""
    return settings.plan_start or dt.date.today()


@dataclass(frozen=True, eq=False)
class Reading:
    """What holds for every table of one file.

    Attributes:
        answers: values by the code of their question.  elsewhere: what the main list shows, once it is read.
    """

    book: Book
    sheets: Mapping[str, SettingSheet]
    about: Mapping[str, str]
    settings: Settings
    answers: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Elsewhere = NOTHING_ELSE

    @property
    def today(self) -> dt.date:
        return reading_day(self.settings)

    def values(self, table: Table, mapping: Mapping[str, str]) -> Values:
        known = {**written_mapping(self.about, table.sheet.name, table.headers), **mapping}
        found = map_table(
            table, self.book.file, known, self.sheets, self.answers, self.today, self.keys, self.elsewhere
        )
        found = with_told_rows(found, self.answers)
        return read_values(found, self.settings, self.today, read_rates(self.sheets))

    @cached_property
    def keys(self) -> Legend:
        """What codes mean, from every sheet of the workbook."""
        sheets = [name for name in self.book.names if name.strip().lower() not in SETTING_SHEETS]
        looked_at = [self.book.sheet(name) for name in sheets[:MOST_SHEETS]]
        written = book_keys(sheet.rows for sheet in looked_at) if len(sheets) > 1 else {}
        return {**written, **colour_keys(looked_at)}

    def beside(self, main: Values) -> Reading:
        """The reading of other tables of the workbook, which use the words and people of the main list."""
        return dataclasses.replace(self, elsewhere=_shown_by(main))

    def of_deals(self, values: Values) -> bool:
        """Whether rows are deals: as an export wrote it down, else by what the rows have."""
        sheet = values.found.table.sheet.name.strip().lower()
        if sheet in written_sheets(self.about):
            return sheet == self.about.get(DEALS_KEY, "").strip().lower()
        return is_list_of_deals(values) and not is_history(values)


def _shown_by(main: Values) -> Elsewhere:
    """What a list shows of the columns of others: headers that name its accounts, and who owns them."""
    mapped = main.found.mapped
    account = mapped.matches.get(Field.ACCOUNT)
    cells = main.found.body.columns[mapped.columns[Field.OWNER]] if Field.OWNER in mapped.columns else ()
    written = {cell for cell in cells if isinstance(cell, str)}
    owners = {part.lower() for cell in written for part in split_names(cell.strip())}
    headers = {read_header(account.header).words} if account is not None else set()
    return Elsewhere(frozenset(headers - {""}), frozenset(owners - {""}))


@dataclass(frozen=True, eq=False)
class Candidate:
    """A table that may be the list or belong to it.

    Attributes:
        label: what to call it: its sheet, or its file where that is another one.
        far: whether it stands in another file, which the user says belongs to the list.
        staged: whether its sheet is called after a stage, as others with the same columns are.
    """

    table: Table
    reading: Reading
    label: str
    far: bool = False
    staged: bool = False

    def values(self, mapping: Mapping[str, str] = NO_MAPPING) -> Values:
        """What the table says; of work on a sheet of one stage, that stage too."""
        values = self.reading.values(self.table, mapping)
        staged = self.staged and Field.DEAL in values.columns and Field.STAGE not in values.columns
        return with_sheet_as_stage(values) if staged else values


@dataclass(frozen=True, eq=False)
class Lists:
    """What a roster is made of.

    Attributes:
        main: the list whose rows are the accounts or, where `deals`, the deals.
        left: tables that look like a list too and are not read.
        reports: time reports beside the list.
    """

    main: Values
    deals: bool
    companies: Joined | None = None
    contacts: tuple[Contacts, ...] = ()
    owners: tuple[Owners, ...] = ()
    left: tuple[Table, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
    reports: tuple[TimeReport, ...] = ()

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets that were read, or look like a list and are said not to be."""
        read = (self.main, *((self.companies.values,) if self.companies is not None else ()))
        founds = [found for values in read for found in (values.found, *values.more)]
        persons = [*(one.people for one in self.contacts), *(one.people for one in self.owners)]
        return (
            *(found.table.sheet.name for found in founds),
            *(people.label.partition("!")[0] for people in persons),
            *(report.sheet for report in self.reports),
            *(table.sheet.name for table in self.left if looks_like_list(table)),
            *(issue.sheet for issue in self.issues),
        )
