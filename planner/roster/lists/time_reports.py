"""Time reports beside a client list: one row an entry of hours, as Harvest, Toggl Track and Clockify export them.

Such a report is no list of accounts or deals: its hours are summed by client, and are today's hours of the accounts
that it names. Clients that are not in the list (the firm itself, old ones) are told, and are no accounts.
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

from planner.arrays import Dates, Numbers, Texts
from planner.detection.rows.rows_overview import NOBODY
from planner.detection.table import Table, leftmost
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.dates.dates import parse_dates
from planner.parsing.durations import HoursHeader, parse_hours
from planner.parsing.money.money_columns import parse_money
from planner.parsing.text_cells import as_texts, to_text
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
from planner.vocabulary import Relationship, Severity

_AMOUNT = re.compile(r"^(?:billable|billed)?\s?amount(?:\s?\(.{1,5}\))?$|^betrag$|^montant$|^importe$", re.IGNORECASE)
_INTERNAL = re.compile(r"\binternal\b|\bintern[eo]?\b|\binterno\b|\bnon[- ]billable\b", re.IGNORECASE)
"""What a firm calls itself among its clients."""
LEAST_ENTRIES: Final = 5
REPEATED: Final = 0.8
"""Fewer different clients than this share of the entries stand in a report."""
OLDEST: Final = 400
"""Days since the last entry after which a report says nothing of today."""
SHORTEST: Final = 3.0
"""Weeks that a report covers at least to say what an account usually gets."""


class Part(StrEnum):
    """What a column of a report holds."""

    DAY = "day"
    HOURS = "hours"
    CLIENT = "client"
    ENTRY = "entry"
    AMOUNT = "amount"


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
    """

    label: str
    table: Table
    columns: Mapping[Part, int]
    rows: tuple[int, ...]
    clients: Texts
    hours: Numbers
    days: Dates
    amounts: Numbers | None = None

    @property
    def sheet(self) -> str:
        return self.table.sheet.name

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
        total = np.zeros(roster.size)
        lost: dict[str, float] = {}
        for client, hours in zip(self.clients.tolist(), self.hours.tolist(), strict=True):
            if at[client] >= 0:
                total[at[client]] += hours
            else:
                lost[client] = lost.get(client, 0.0) + hours
        roster = dataclasses.replace(roster, issues=(*roster.issues, *self._not_joined(lost)))
        if not self._says_today(today):
            return dataclasses.replace(roster, issues=(*roster.issues, self._old()))
        return self._with_hours(roster, total / self.weeks, weeks)

    def _with_hours(self, roster: Roster, weekly: Numbers, weeks: float) -> Roster:
        own = roster.columns.get(Field.CURRENT_HOURS, np.full(roster.size, np.nan))
        used = np.isnan(own) & (weekly > 0)
        each = roster.weekly.get(Field.CURRENT_HOURS, np.zeros(roster.size))
        issue = Issue(
            "hours-of-report", Severity.NOTE,
            f"“{self.label}” has {float(self.hours.sum()):,.4g} hours of {self.weeks:.3g} weeks; today's hours of "
            f"{int(used.sum()):,} account{'s' if used.sum() != 1 else ''} were summed from it.",
            "Write hours into the list itself where they are others.", self.sheet,
        )  # fmt: skip
        source = dataclasses.replace(roster.source, joined=(*roster.source.joined, self.label))
        return dataclasses.replace(
            roster,
            source=source,
            columns={**roster.columns, Field.CURRENT_HOURS: np.where(used, weekly * weeks, own)},
            weekly={**roster.weekly, Field.CURRENT_HOURS: np.where(used, weekly, each)},
            issues=(*roster.issues, issue),
        )

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
    return TimeReport(label, table, columns, rows, as_texts(clients), worked, dated.values, amounts)


def summed_table(report: TimeReport) -> tuple[Table, Issue]:
    """A report that stands alone as a list of its clients, each in the row of its first entry, with its hours a month
    and what it would be billed in a year at this pace; and what is to be said of that.

    The firm itself (`internal`) is left out.
    """
    usable = report.weeks >= SHORTEST
    month, year = (52 / 12 / report.weeks, 52 / report.weeks) if usable else (1.0, float("nan"))
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
        row[report.columns[Part.CLIENT]] = name
        row[report.columns[Part.ENTRY]] = str(Relationship.CLIENT)
        row[report.columns[Part.HOURS]] = float(report.hours[of].sum()) * month
        if report.amounts is not None and usable:
            row[report.columns[Part.AMOUNT]] = round(float(np.nansum(report.amounts[of])) * year, 2)
    rows[table.header_row - 1] = list(headers)
    sheet = dataclasses.replace(table.sheet, rows=rows, merged=(), scan=None)
    return dataclasses.replace(table, sheet=sheet, headers=tuple(headers), above=(), left=leftmost(headers)), _told(
        report, len(names), own, usable
    )


def _told(report: TimeReport, clients: int, own: Sequence[str], usable: bool) -> Issue:
    span = f"{report.weeks:.3g} weeks" if usable else "a few days"
    pace = "; hours a month, and what is billed in a year, are at this pace" if usable else ""
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
