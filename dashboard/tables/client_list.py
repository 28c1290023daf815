"""What the Client list page shows of a list: issues, columns to choose from, a few values of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from dashboard.components.setting_words import plain
from dashboard.components.words import SEVERITY_TITLE
from dashboard.state.list_loading import NO_COLUMN
from planner.fields import FIELDS, Field, Kind
from planner.records.issues import Issue
from planner.text import hours, money, percent
from planner.vocabulary import Severity

if TYPE_CHECKING:
    from planner.roster.roster import Roster

Row = dict[str, Any]
MOST_COLUMNS: Final = 500
"""Headers to choose from; each field's choice has them all."""
MOST_ISSUES: Final = 2_000
"""Remarks that the page shows; the download has them all."""
_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")


def issue_rows(issues: Sequence[Issue]) -> list[Row]:
    """One row an issue, the worst first."""
    ordered = sorted(issues, key=lambda issue: _ORDER.index(Severity(issue.severity)))
    return [
        {
            "id": str(at),
            "kind": SEVERITY_TITLE[Severity(issue.severity)],
            "where": where(issue),
            "value": issue.value,
            "message": plain(issue.message),
            "fix": plain(issue.fix),
        }
        for at, issue in enumerate(ordered)
    ]


def where(issue: Issue) -> str:
    """`Clients!F12`, the sheet alone, or nothing."""
    return f"{issue.sheet}!{issue.cell}" if issue.sheet and issue.cell else issue.cell or issue.sheet


def issue_columns() -> list[dict[str, Any]]:
    text = {"filter": "agTextColumnFilter"}
    return [
        {"field": "kind", "headerName": "Kind", "width": 92, **text},
        {"field": "message", "headerName": "What it means", "flex": 3, "minWidth": 220, **text},
        {"field": "fix", "headerName": "What to do", "flex": 2, "minWidth": 180, **text},
        {"field": "where", "headerName": "Where", "width": 176, **text},
        {"field": "value", "headerName": "What is there", "width": 150, **text},
    ]


def issues_csv(issues: Sequence[Issue]) -> str:
    """The issues as CSV; text that a spreadsheet would take for a formula is kept text by a leading `'`."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Kind", "Where", "What is there", "What it means", "What to do"])
    for row in issue_rows(issues):
        writer.writerow([_text(str(row[key])) for key in ("kind", "where", "value", "message", "fix")])
    return out.getvalue()


def column_choices(roster: Roster) -> list[dict[str, str]]:
    """The list's own headers, each once, and "no column"; of a sheet with thousands those that are read come first."""
    headers = dict.fromkeys(
        [*(match.header for match in roster.source.mapping.values()), *roster.source.unmapped, *roster.other]
    )
    named = [header for header in headers if header.strip() and header != NO_COLUMN]
    return [
        {"value": NO_COLUMN, "label": "no column"},
        *({"value": header, "label": header} for header in named[:MOST_COLUMNS]),
    ]


def preview(roster: Roster, name: Field, most: int = 3) -> str:
    """The first few values of a field as they were understood, or what happens without it."""
    if name not in roster.columns:
        return ""
    column = roster.columns[name]
    if column.dtype == object:
        known = [str(text) for text in dict.fromkeys(column[column != ""])][:most]
    elif np.issubdtype(column.dtype, np.datetime64):
        days = column[~np.isnat(column)][:most].astype("datetime64[D]").tolist()
        known = [f"{day.day} {day:%b %Y}" for day in days]
    else:
        numbers = column[np.isfinite(column)][:most]
        known = [_shown(float(number), FIELDS[name].kind, roster.source.currency) for number in numbers]
    return " · ".join(text if len(text) < 40 else f"{text[:38]}…" for text in known)


def _shown(number: float, kind: Kind, currency: str) -> str:
    match kind:
        case Kind.MONEY:
            return money(number, currency)
        case Kind.SHARE:
            return percent(number)
        case Kind.HOURS:
            return hours(number)
        case Kind.RATING:
            return f"{number:g} of 5"
        case Kind.SHARE_OF_TODAY:
            return f"{100 * number:.4g}%"
        case _:
            return f"{number:,g}"


def _text(value: str) -> str:
    return f"'{value}" if value.startswith(_DANGEROUS) else value
