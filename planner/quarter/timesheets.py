"""Time sheets → entries: what Harvest, Toggl Track, Clockify, Clio, BigTime and hand-kept sheets export.

Columns are found by their headers. A row without hours is no entry; a total, an expense and a row that cannot be
read are left out and named. Hours are hours, a duration of `1:30:00` is 1.5.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from planner.errors import InputError
from planner.parsing.cell_values import clean, is_missing
from planner.parsing.dates.dates import parse_dates
from planner.parsing.durations import HoursHeader, parse_hours
from planner.parsing.text_cells import to_text
from planner.readers.workbook import Sheet, open_book, read_bytes
from planner.records.issues import Issue
from planner.roster.lists.time_headers import (
    CLIENTS,
    CLOCK_HOURS,
    DAYS,
    DECIMAL_HOURS,
    OTHER_HOURS,
    columns_by_header,
)
from planner.settings import Settings
from planner.vocabulary import Severity

SEARCHED_ROWS: Final = 40
"""How far down a sheet the header of a time sheet is looked for."""


class Part(StrEnum):
    """What a column of a time sheet holds."""

    DAY = "day"
    HOURS = "hours"
    CLIENT = "client"
    PROJECT = "project"
    PERSON = "person"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    NOTE = "note"
    TASK = "task"
    BILLABLE = "billable"
    KIND = "kind"


HEADERS: Final[Mapping[Part, tuple[str, ...]]] = MappingProxyType(
    {
        Part.DAY: DAYS,
        Part.HOURS: (
            *DECIMAL_HOURS, "input hours", "hours spent", *CLOCK_HOURS, "time spent", "time", *OTHER_HOURS, "qty",
        ),
        Part.CLIENT: (*CLIENTS, "account", "company"),
        Part.PROJECT: (
            "project", "project name", "matter", "matter name", "matter description", "display number", "job",
            "engagement", "projekt", "projet", "proyecto",
        ),
        Part.PERSON: (
            "user", "user name", "staff", "staff member", "staffer", "team member", "member", "employee", "person",
            "timekeeper", "who", "name", "mitarbeiter", "collaborateur", "empleado", "medewerker",
        ),
        Part.FIRST_NAME: ("first name", "user first name"),
        Part.LAST_NAME: ("last name", "user last name"),
        Part.NOTE: (
            "notes", "note", "description", "activity description", "memo", "comment", "comments", "details",
            "beschreibung",
        ),
        Part.TASK: ("task", "activity", "category", "activity category", "labor code", "service"),
        Part.BILLABLE: ("billable?", "billable", "billable status", "non-billable"),
        Part.KIND: ("type", "entry type", "activity type"),
    }
)  # fmt: skip
"""Headers of each part in small letters, the best first: a decimal duration is read before one as a clock shows it."""
_NOT_TIME: Final = ("expense", "disbursement", "cost", "mileage", "auslage")
_YES: Final = frozenset({"yes", "y", "true", "1", "x", "✓", "billable", "ja", "oui", "sí", "si"})
_TOTAL: Final = ("total", "sum", "subtotal", "grand total", "summe", "gesamt")


class SpentSource(StrEnum):
    """How hours came in."""

    PAGES = "plan workbook"
    TIMESHEET = "time sheet"
    TYPED = "typed"


@dataclass(frozen=True)
class TimeEntry:
    """Hours that somebody spent.

    Attributes:
        names: what they were spent on as written, the client before the project.
        hours: at least 0.  day: None where the sheet has none.
        billable: None where the sheet does not say.
        place: file, sheet and row, for messages.
        source: how it came in.
    """

    names: tuple[str, ...]
    hours: float
    day: dt.date | None = None
    person: str = ""
    note: str = ""
    billable: bool | None = None
    place: str = ""
    source: SpentSource = SpentSource.TIMESHEET


@dataclass(frozen=True, eq=False)
class Timesheet:
    """The entries of one file, in its order, and what was left out of it."""

    file: str
    entries: tuple[TimeEntry, ...]
    issues: tuple[Issue, ...] = field(default=())

    @property
    def hours(self) -> float:
        """All hours of the entries."""
        return float(sum(entry.hours for entry in self.entries))


def read_timesheet(
    source: str | Path | bytes, *, name: str | None = None, settings: Settings | None = None
) -> Timesheet:
    """Read a time-sheet export: CSV, Excel or OpenDocument.

    Args:
        source: a file or its content.  name: what to call the content, with its ending.

    Raises:
        InputError: where no sheet has columns of hours and of a client or project.
        FileRefused: when the file cannot be opened.

    Example:
        >>> csv = b"Date,Client,Notes,Hours\\n2026-12-01,Northvale Water,Board paper,1.5\\n"
        >>> read_timesheet(csv, name="harvest.csv").entries[0].hours
        1.5
    """
    limits = settings or Settings()
    content, label = read_bytes(source, name, limits)
    book = open_book(content, label, limits)
    for sheet_name in book.names:
        sheet = book.sheet(sheet_name)
        header = _find_header(sheet)
        if header is not None:
            return _read(sheet, *header, label)
    raise InputError(
        f"{label} has no columns of hours and of a client or project; export the time entries with both, one row each."
    )


def _find_header(sheet: Sheet) -> tuple[int, dict[Part, int]] | None:
    """The header's index in the rows, and the column of each part."""
    for at, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        found = _parts(row)
        if Part.HOURS in found and (Part.CLIENT in found or Part.PROJECT in found):
            return at, found
    return None


def _parts(row: Sequence[Any]) -> dict[Part, int]:
    return columns_by_header([clean(cell).lower() if isinstance(cell, str) else "" for cell in row], HEADERS)


def _read(sheet: Sheet, top: int, columns: Mapping[Part, int], file: str) -> Timesheet:
    rows = sheet.rows[top + 1 :]
    cells = {part: [row[j] for row in rows] for part, j in columns.items()}
    hours = parse_hours(
        cells[Part.HOURS], header=HoursHeader(), weeks=13.0, decimal_comma=bool(sheet.decimal_comma)
    ).values
    days = _days(cells.get(Part.DAY))
    entries, issues = [], []
    for i, row in enumerate(rows):
        place = f"{file}, row {top + 2 + i}"
        wrong = _left_out(row, {part: values[i] for part, values in cells.items()}, hours[i])
        if wrong is None:
            continue
        if wrong:
            cell = to_text(cells[Part.HOURS][i])
            issues.append(Issue("time-not-read", Severity.WARNING, f"{place}: {wrong}", "", sheet.name, "", cell))
            continue
        one = {part: to_text(values[i]).strip() for part, values in cells.items()}
        entries.append(_entry(one, float(hours[i]), days[i] if days is not None else None, place))
    return Timesheet(file, tuple(entries), tuple(issues))


def _days(cells: Sequence[Any] | None) -> list[dt.date | None] | None:
    if cells is None:
        return None
    parsed = parse_dates(cells, today=dt.date.today(), day_first=None).values
    return [None if np.isnat(value) else value.astype(dt.date) for value in parsed]


def _left_out(row: Sequence[Any], one: Mapping[Part, Any], hours: float) -> str | None:
    """None for a row that holds no time, why one is left out, and "" for an entry."""
    texts = [clean(cell).lower() for cell in row if isinstance(cell, str) and clean(cell)]
    if texts and texts[0].rstrip(":").startswith(_TOTAL) and is_missing(one.get(Part.DAY, "")):
        return None
    written = one[Part.HOURS]
    if is_missing(written):
        return None
    kind = to_text(one.get(Part.KIND, "")).lower()
    if any(word in kind for word in _NOT_TIME):
        return f"“{to_text(one[Part.KIND])}” is no time; it was left out."
    if np.isnan(hours):
        return f"“{to_text(written)}” is no number of hours; it was not counted."
    if not any(to_text(one.get(part, "")).strip() for part in (Part.CLIENT, Part.PROJECT)):
        return f"{hours:g} h name neither a client nor a project; they were not counted."
    return "" if hours > 0 else None


def _entry(one: Mapping[Part, str], hours: float, day: dt.date | None, place: str) -> TimeEntry:
    names = tuple(dict.fromkeys(one[part] for part in (Part.CLIENT, Part.PROJECT) if one.get(part)))
    person = one.get(Part.PERSON) or f"{one.get(Part.FIRST_NAME, '')} {one.get(Part.LAST_NAME, '')}".strip()
    note = one.get(Part.NOTE) or one.get(Part.TASK, "")
    billable = one[Part.BILLABLE].lower() in _YES if one.get(Part.BILLABLE) else None
    return TimeEntry(names, hours, day, person, note, billable, place)
