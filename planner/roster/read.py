"""The way of a client list: bytes → cells → table → mapped columns → Roster, with everything that was wrong."""

from __future__ import annotations

import dataclasses
import datetime as dt
import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from planner.errors import InputError
from planner.roster.accounts import build_accounts
from planner.roster.deals import build_from_deals, is_list_of_deals
from planner.roster.duplicates import with_duplicates
from planner.roster.find_list import find_lists, map_table, other_lists
from planner.roster.grain import date_deals
from planner.roster.join import OVERLAP, Joined, keyed_like, overlap
from planner.roster.planned import with_planned
from planner.roster.returned import with_returned
from planner.roster.roster import Issue, Roster, SettingSheet
from planner.roster.setting_sheets import (
    DEALS_KEY,
    check_format,
    read_about,
    read_rates,
    read_setting_sheets,
    setting_changes,
    written_mapping,
    written_sheets,
)
from planner.roster.table import Table
from planner.roster.values import Values, read_values
from planner.roster.workbook import Book, open_book, read_bytes
from planner.schema import Field, Severity
from planner.settings import Settings, make_settings

READING_SETTINGS = ("weeks", "plan_start", "currency", "fee_meaning")


@contextmanager
def _without_collection() -> Iterator[None]:
    """Hold Python's collector of cycles back: a list makes many cells and no cycles, and each is walked in vain."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_collection()
def read_roster(
    source: str | Path | bytes,
    *,
    companies: str | Path | bytes | None = None,
    name: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: Mapping[str, str] | None = None,
    password: str | None = None,
    settings: Settings | None = None,
) -> Roster:
    """Read a client list.

    Args:
        source: a file, or its content.
        companies: a second file with the companies of a file of deals (or the deals of a file of companies);
            joined by id, name or domain.
        name: what to call the content in messages, with its ending; the file's name when not given.
        sheet, header_row: where the list stands (row from 1); found when not given.
        mapping: field name → their header, stronger than what is found; "-" for no column.
        password: of a protected workbook.
        settings: limits of reading, `weeks`, `plan_start` and `fee_meaning`; what was not set in it is as the
            file's own Settings sheet says.

    Raises:
        InputError: when there is no such file or sheet, or no column of account names.
        FileRefused: when the file is not a workbook, damaged, protected or too large.
        SettingError: when `mapping` names an unknown field or header.
    """
    limits = settings or Settings()
    content, label = read_bytes(source, name, limits)
    book = open_book(content, label, limits, password)
    about = read_about(book)
    check_format(about, label)
    sheets = read_setting_sheets(book)
    given = {name: getattr(limits, name) for name in limits.model_fields_set}
    used = make_settings({**setting_changes(sheets, READING_SETTINGS), **given})
    reading = _Reading(book, sheets, about, used)
    tables = find_lists(book, mapping or {}, about=about, sheet=sheet, header_row=header_row)
    main = reading.values(tables[0], mapping or {})
    if companies is not None:
        second = _second_file(companies, limits, password, reading)
        roster = reading.roster_of_two(main, second, second.found.file)
        content += read_bytes(companies, None, limits)[0]
    else:
        roster = reading.roster_of_sheets(main, tables[1:], sheet is not None)
    roster = dataclasses.replace(
        roster, source=dataclasses.replace(roster.source, digest=hashlib.sha256(content).hexdigest())
    )
    roster = dataclasses.replace(roster, issues=(*reading.not_seen(), *roster.issues))
    roster = with_planned(with_returned(roster, book, about, reading.settings.weeks), book, about)
    return with_duplicates(date_deals(roster, reading.settings))


@dataclass(frozen=True, eq=False)
class _Reading:
    """What holds for every table of one reading."""

    book: Book
    sheets: Mapping[str, SettingSheet]
    about: Mapping[str, str]
    settings: Settings

    @property
    def rates(self) -> Mapping[str, float]:
        return read_rates(self.sheets)

    @property
    def today(self) -> dt.date:
        return self.settings.plan_start or dt.date.today()

    def values(self, table: Table, mapping: Mapping[str, str]) -> Values:
        known = {**written_mapping(self.about, table.sheet.name, table.headers), **mapping}
        return read_values(map_table(table, self.book.file, known, self.sheets), self.settings, self.today, self.rates)

    def of_deals(self, values: Values) -> bool:
        """Whether rows are deals: as an export wrote it down, else by what the rows have."""
        sheet = values.found.table.sheet.name.strip().lower()
        if sheet in written_sheets(self.about):
            return sheet == self.about.get(DEALS_KEY, "").strip().lower()
        return is_list_of_deals(values)

    def roster(self, values: Values, companies: Joined | None = None) -> Roster:
        if self.of_deals(values):
            return build_from_deals(values, self.book, self.sheets, companies)
        accounts = build_accounts(values, self.book, self.sheets)
        return companies.add_to(accounts) if companies is not None else accounts

    def roster_of_sheets(self, main: Values, tables: Sequence[Table], settled: bool) -> Roster:
        """The roster of a workbook, its deals and companies joined where they stand on two sheets.

        Args:
            settled: whether the user named the sheet; then no other is searched for deals.
        """
        deals = self.of_deals(main)
        left = list(tables)
        for table in tables:
            try:
                other = self.values(table, {})
            except InputError:
                continue
            if self.of_deals(other) == deals or (settled and not deals):
                continue
            first, second = (main, other) if deals else (other, main)
            if Field.DEAL in second.columns and not written_sheets(self.about):
                continue
            second = keyed_like(second, first.columns)
            if overlap(second.columns, first.columns) >= OVERLAP:
                left.remove(table)
                return self._noting(self.roster(first, Joined(second, second.found.table.sheet.name)), main, left)
        return self._noting(self.roster(main), main, left)

    def roster_of_two(self, main: Values, second: Values, label: str) -> Roster:
        """The roster of two files, whichever of them has the deals."""
        if self.of_deals(main) or not is_list_of_deals(second):
            return self.roster(main, Joined(keyed_like(second, main.columns), label))
        return self.roster(second, Joined(keyed_like(main, second.columns), self.book.file))

    @staticmethod
    def _noting(roster: Roster, main: Values, left: Sequence[Table]) -> Roster:
        return dataclasses.replace(roster, issues=(*other_lists(main.found.table, left), *roster.issues))

    def not_seen(self) -> tuple[Issue, ...]:
        """A note on what this format does not show before it is read."""
        if self.book.findings.format in {"xlsx", "text"}:
            return ()
        return (
            Issue(
                "errors-not-seen", Severity.NOTE,
                f"In {self.book.file}, errors and formulas saved without a result look like empty cells.",
                "Save it as .xlsx to have them named.",
            ),
        )  # fmt: skip


def _second_file(source: str | Path | bytes, limits: Settings, password: str | None, reading: _Reading) -> Values:
    content, label = read_bytes(source, None, limits)
    book = open_book(content, label, limits, password)
    tables = find_lists(book, {}, about=read_about(book))
    found = map_table(tables[0], label, {}, reading.sheets)
    return read_values(found, reading.settings, reading.today, reading.rates)
