"""What the Client list page shows of a list: issues, columns to choose from, a few values of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any, Final

from dashboard.components.setting_words import plain
from dashboard.components.words import SEVERITY_TITLE
from planner.records.issues import Issue
from planner.roster.accounts import LEFT_OUT_CODES
from planner.vocabulary import Severity

Row = dict[str, Any]
MOST_ISSUES: Final = 2_000
"""Remarks that the page shows; the download has them all."""
LEFT_OUT: Final = "Left out"
_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")


def issue_rows(issues: Sequence[Issue]) -> list[Row]:
    """One row an issue, the worst first."""
    ordered = sorted(issues, key=lambda issue: (_ORDER.index(issue.severity), kind_of(issue) == LEFT_OUT))
    return [
        {
            "id": str(at),
            "kind": kind_of(issue),
            "where": where(issue),
            "value": issue.value,
            "message": plain(issue.message),
            "fix": plain(issue.fix),
        }
        for at, issue in enumerate(ordered)
    ]


def kind_of(issue: Issue) -> str:
    """What to do about an issue; rows that were left out are apart, as in the terminal, which counts them so."""
    known = issue.severity is Severity.NOTE and issue.code in LEFT_OUT_CODES
    return LEFT_OUT if known else SEVERITY_TITLE[Severity(issue.severity)]


def where(issue: Issue) -> str:
    """`Clients!F12`, the sheet alone, or nothing."""
    return f"{issue.sheet}!{issue.cell}" if issue.sheet and issue.cell else issue.cell or issue.sheet


def issue_columns() -> list[dict[str, Any]]:
    """Columns of the issues; on a narrow screen `grid.js` keeps the second, which then says all."""
    text = {"filter": "agTextColumnFilter"}
    return [
        {"field": "kind", "headerName": "Kind", "width": 92, **text},
        {
            "field": "message",
            "headerName": "What it means",
            "flex": 3,
            "minWidth": 220,
            "cellRenderer": "IssueCell",
            **text,
        },
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


def _text(value: str) -> str:
    return f"'{value}" if value.startswith(_DANGEROUS) else value
