"""Time reports beside a client list: one row an entry of hours, as Harvest, Toggl Track and Clockify export them.

Such a report is no list of accounts or deals: its hours are summed by client, and are today's hours of the accounts
that it names. Hours that clients pay for are no hours for winning work: where a report tells them apart, only the
others count, and what the first are billed with is the fee of whom the list says none. Clients that are not in the list
(the firm itself, old ones) are told, and are no accounts.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from planner.arrays import Dates, Index, Mask, Numbers, Texts
from planner.detection.rows.rows_overview import NOBODY
from planner.detection.table import Table, leftmost, letter
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.dates.dates import parse_dates
from planner.parsing.durations import HoursHeader, parse_hours
from planner.parsing.money.money_columns import parse_money
from planner.parsing.text_cells import as_texts, read_yes_no, to_text
from planner.records.issues import Issue
from planner.roster.lists.account_matching import matched
from planner.roster.lists.joins import shown
from planner.roster.lists.time_headers import (
    CLIENTS,
    CLOCK_HOURS,
    DAYS,
    DECIMAL_HOURS,
    OTHER_HOURS,
    columns_by_header,
)
from planner.roster.roster import Roster
from planner.roster.sources import marked
from planner.vocabulary import Origin, Relationship, Severity

_AMOUNT = re.compile(r"^(?:billable|billed)?\s?amount(?:\s?\(.{1,5}\))?$|^betrag$|^montant$|^importe$", re.IGNORECASE)
_BILLABLE = re.compile(r"^(?:billable|abrechenbar|verrechenbar|facturable|factureerbaar)\s?\??$", re.IGNORECASE)
_INTERNAL = re.compile(r"\binternal\b|\bintern[eo]?\b|\binterno\b|\bnon[- ]billable\b", re.IGNORECASE)
"""What a firm calls itself among its clients."""
LEAST_ENTRIES: Final = 5
REPEATED: Final = 0.8
"""Fewer different clients than this share of the entries stand in a report."""
OLDEST: Final = 400
"""Days since the last entry after which a report says nothing of today."""
WEEKS_A_YEAR, NEARLY_A_YEAR = 52.0, 50.0
SHORTEST: Final = 3.0
"""Weeks that a report covers at least to say what an account usually gets."""


class Part(StrEnum):
    """What a column of a report holds."""

    DAY = "day"
    HOURS = "hours"
    CLIENT = "client"
    ENTRY = "entry"
    AMOUNT = "amount"
    BILLABLE = "billable"


HEADERS: Final[Mapping[Part, tuple[str, ...]]] = MappingProxyType(
    {
        Part.DAY: DAYS,
        Part.HOURS: (*DECIMAL_HOURS, *CLOCK_HOURS, *OTHER_HOURS),
        Part.CLIENT: CLIENTS,
        Part.ENTRY: (
            "task", "billable?", "billable", "user", "first name", "staff", "staff member", "team member", "employee",
            "timekeeper", "activity", "start time", "billable rate", "mitarbeiter", "collaborateur", "medewerker",
        ),
    }
)  # fmt: skip
"""Headers of each part in small letters, the best first; each has to be there."""


@dataclass(frozen=True, eq=False)
class TimeReport:
    """The entries of one report.

    Attributes:
        table: where they stand.  columns: its columns.  rows: the row of each entry, from 1.
        clients, hours, days: whose they are, how many hours, on which day (NaT where that cannot be read).
        amounts: what each is billed with; None where the report does not say.
        billable: whether each can be billed; None where the report does not say.
    """

    label: str
    table: Table
    columns: Mapping[Part, int]
    rows: tuple[int, ...]
    clients: Texts
    hours: Numbers
    days: Dates
    amounts: Numbers | None = None
    billable: Mask | None = None

    @property
    def billed(self) -> Mask:
        """(e,) the entries that clients pay for, as far as the report tells."""
        nobody: Mask = np.zeros(len(self.rows), dtype=np.bool_)
        if self.billable is not None:
            return self.billable
        return nobody if self.amounts is None else np.asarray(self.amounts > 0, dtype=np.bool_)

    @property
    def sheet(self) -> str:
        return self.table.sheet.name

    @property
    def times_a_year(self) -> float:
        """How often the time of the report passes in a year; a report of nearly a year is one of a year."""
        return 1.0 if NEARLY_A_YEAR <= self.weeks <= WEEKS_A_YEAR else WEEKS_A_YEAR / self.weeks

    @property
    def weeks(self) -> float:
        """The weeks from the first day to the last; 0 without any day."""
        known = self.days[~np.isnat(self.days)]
        return float((known.max() - known.min()).astype(int) + 1) / 7 if len(known) else 0.0

    def add_to(self, roster: Roster, weeks: float, today: dt.date) -> Roster:
        """The roster with the hours of its accounts in a planning period of `weeks`, where it has none itself."""
        names = as_texts(sorted(set(self.clients.tolist())))
        place, _ = matched({Field.ACCOUNT: names}, roster.columns)
        at = dict(zip(names.tolist(), place.tolist(), strict=True))
        of = np.array([at[client] for client in self.clients.tolist()], dtype=np.intp)
        lost: dict[str, float] = {}
        for entry in np.flatnonzero(of < 0).tolist():
            client = str(self.clients[entry])
            lost[client] = lost.get(client, 0.0) + float(self.hours[entry])
        roster = dataclasses.replace(roster, issues=(*roster.issues, *self._not_joined(lost)))
        if not self._says_today(today):
            return dataclasses.replace(roster, issues=(*roster.issues, self._old()))
        free = (of >= 0) & ~self.billed
        total = np.bincount(of[free], weights=self.hours[free], minlength=roster.size)
        source = dataclasses.replace(roster.source, joined=(*roster.source.joined, self.label))
        roster = self._with_hours(dataclasses.replace(roster, source=source), total / self.weeks, weeks)
        return roster if self.amounts is None else self._with_fees(roster, of, self.amounts)

    def _with_hours(self, roster: Roster, weekly: Numbers, weeks: float) -> Roster:
        own = roster.columns.get(Field.CURRENT_HOURS, np.full(roster.size, np.nan))
        used = np.isnan(own) & (weekly > 0)
        each = roster.weekly.get(Field.CURRENT_HOURS, np.zeros(roster.size))
        paid = float(self.hours[self.billed].sum())
        apart = f"; {paid:,.4g} of them are billed to clients, and none for winning work" if paid else ""
        issue = Issue(
            "hours-of-report", Severity.NOTE,
            f"“{self.label}” has {float(self.hours.sum()):,.4g} hours of {self.weeks:.3g} weeks{apart}; today's hours "
            f"of {int(used.sum()):,} account{'s' if used.sum() != 1 else ''} were summed from it.",
            "Write hours into the list itself where they are others.", self.sheet,
        )  # fmt: skip
        roster = dataclasses.replace(roster, issues=(*roster.issues, issue))
        if not used.any():
            return roster
        return dataclasses.replace(
            roster,
            columns={**roster.columns, Field.CURRENT_HOURS: np.where(used, weekly * weeks, own)},
            weekly={**roster.weekly, Field.CURRENT_HOURS: np.where(used, weekly, each)},
        )

    def _with_fees(self, roster: Roster, of: Index, amounts: Numbers) -> Roster:
        """The roster with what its accounts were billed with in a year, at the pace of the report, where it says no
        fee; who is billed is a client where nothing says otherwise.

        Args:
            of: (e,) the account of each entry, or -1.  amounts: (e,) what each is billed with.
        """
        known = of >= 0
        billed = np.bincount(of[known], weights=np.nan_to_num(amounts[known]), minlength=roster.size)
        fees = roster.columns.get(Field.ANNUAL_FEE, np.full(roster.size, np.nan))
        used = np.flatnonzero(np.isnan(fees) & (billed > 0))
        if not len(used):
            return roster
        fees, kinds = fees.copy(), roster.text(Field.RELATIONSHIP).copy()
        fees[used] = np.round(billed[used] * self.times_a_year, 2)
        new = [at for at in used.tolist() if kinds[at] == ""]
        kinds[new] = str(Relationship.CLIENT)
        header = self.table.headers[self.columns[Part.AMOUNT]]
        several = "s" if len(used) > 1 else ""
        issue = Issue(
            "fees-of-report", Severity.WARNING,
            f"“{header}” of “{self.label}” was taken for the fee of a year of {len(used):,} account{several}, at the "
            f"pace of its {self.weeks:.3g} weeks.", "Write the fee a year into the list itself where it is another.",
            self.sheet, f"{letter(self.columns[Part.AMOUNT])}{self.table.header_row}", header,
        )  # fmt: skip
        roster = dataclasses.replace(
            roster,
            columns={**roster.columns, Field.ANNUAL_FEE: fees, Field.RELATIONSHIP: kinds},
            issues=(*roster.issues, issue),
        )
        roster = dataclasses.replace(roster, sources=marked(roster, Field.ANNUAL_FEE, used.tolist(), Origin.WORKED_OUT))
        return dataclasses.replace(roster, sources=marked(roster, Field.RELATIONSHIP, new, Origin.WORKED_OUT))

    def _says_today(self, today: dt.date) -> bool:
        known = self.days[~np.isnat(self.days)]
        return self.weeks >= SHORTEST and (np.datetime64(today, "D") - known.max()).astype(int) <= OLDEST

    def _old(self) -> Issue:
        return Issue(
            "report-not-used", Severity.WARNING,
            f"The hours of “{self.label}” are of less than {SHORTEST:g} weeks, or long past; they were left out.",
            "Export the last three months.", self.sheet,
        )  # fmt: skip

    def _not_joined(self, lost: Mapping[str, float]) -> tuple[Issue, ...]:
        if not lost:
            return ()
        many = len(lost) > 1
        return (
            Issue(
                "report-not-joined", Severity.WARNING,
                f"{shown(list(lost))} in “{self.label}” {'are' if many else 'is'} not in the list; "
                f"{'their' if many else 'its'} {sum(lost.values()):,.4g} hours were left out.",
                "Write the name in the same way on both, if it is an account.", self.sheet,
            ),
        )  # fmt: skip


def find_time_report(table: Table, label: str, day_first: bool | None = None) -> TimeReport | None:
    """The report that a table is, or None."""
    columns = _parts(table.headers)
    if columns is None:
        return None
    client = columns[Part.CLIENT]
    at = [i for i, row in enumerate(table.body) if not _is_nobody(row[client])]
    if len(at) < LEAST_ENTRIES:
        return None
    entries = [table.body[i] for i in at]
    clients = [to_text(row[client]).strip() for row in entries]
    if len(set(clients)) > REPEATED * len(clients):
        return None
    comma = bool(table.sheet.decimal_comma)
    hours = parse_hours(
        [row[columns[Part.HOURS]] for row in entries], header=HoursHeader(), weeks=13.0, decimal_comma=comma
    )
    days: Sequence[Any] = [row[columns[Part.DAY]] for row in entries]
    dated = parse_dates(days, day_first=day_first, today=dt.date.max)
    paid = next((j for j, text in enumerate(table.headers) if _AMOUNT.match(text.strip())), None)
    amounts = None
    if paid is not None:
        columns[Part.AMOUNT] = paid
        amounts = parse_money([row[paid] for row in entries], decimal_comma=comma).values
    rows = tuple(table.first + 1 + i for i in at)
    worked = np.nan_to_num(hours.values)
    told = next((j for j, text in enumerate(table.headers) if _BILLABLE.match(text.strip())), None)
    billable = None if told is None else np.array([read_yes_no(row[told]) is True for row in entries], dtype=np.bool_)
    return TimeReport(label, table, columns, rows, as_texts(clients), worked, dated.values, amounts, billable)


def summed_table(report: TimeReport) -> tuple[Table, Issue]:
    """A report that stands alone as a list of its clients, each in the row of its first entry, with its hours a month
    and what it would be billed in a year at this pace; and what is to be said of that.

    The firm itself (`internal`) is left out.
    """
    usable = report.weeks >= SHORTEST
    year = report.times_a_year if usable else float("nan")
    month = WEEKS_A_YEAR / 12 / report.weeks if usable else 1.0
    own = sorted({name for name in report.clients.tolist() if _INTERNAL.search(name)})
    first = {name: row for row, name in reversed(list(zip(report.rows, report.clients.tolist(), strict=True)))}
    table, names = report.table, sorted(first.keys() - set(own), key=first.__getitem__)
    rows: list[list[Any]] = [[""] * len(table.headers) for _ in table.sheet.rows]
    headers = [""] * len(table.headers)
    headers[report.columns[Part.CLIENT]] = table.headers[report.columns[Part.CLIENT]]
    headers[report.columns[Part.HOURS]] = "Hours per month" if usable else "Hours"
    headers[report.columns[Part.ENTRY]] = "Relationship"
    if report.amounts is not None and usable:
        headers[report.columns[Part.AMOUNT]] = "Billed a year"
    for name in names:
        of, row = report.clients == name, rows[first[name] - 1]
        unpaid = float(report.hours[of & ~report.billed].sum())
        row[report.columns[Part.CLIENT]] = name
        row[report.columns[Part.ENTRY]] = str(Relationship.CLIENT)
        row[report.columns[Part.HOURS]] = unpaid * month or ""
        if report.amounts is not None and usable:
            row[report.columns[Part.AMOUNT]] = round(float(np.nansum(report.amounts[of])) * year, 2)
    rows[table.header_row - 1] = list(headers)
    sheet = dataclasses.replace(table.sheet, rows=rows, merged=(), scan=None)
    return dataclasses.replace(table, sheet=sheet, headers=tuple(headers), above=(), left=leftmost(headers)), _told(
        report, len(names), own, usable
    )


def _told(report: TimeReport, clients: int, own: Sequence[str], usable: bool) -> Issue:
    span = f"{report.weeks:.3g} weeks" if usable else "a few days"
    pace = "; hours a month that nobody pays for, and what is billed in a year, are at this pace" if usable else ""
    left = f"; {shown(own)} was left out as the firm itself" if own else ""
    return Issue(
        "report-as-list", Severity.WARNING,
        f"“{report.label}” holds entries of time of {span}; its {clients:,} clients were taken for the list{pace}"
        f"{left}.",
        "Give the client list too, with what is billed in a year and who could become a client.", report.sheet,
    )  # fmt: skip


def _is_nobody(cell: Any) -> bool:
    return is_missing(cell) or to_text(cell).strip(" ()[]").lower() in NOBODY


def _parts(headers: Sequence[str]) -> dict[Part, int] | None:
    found = columns_by_header([header.strip().lower() for header in headers], HEADERS)
    return found if len(found) == len(HEADERS) else None
