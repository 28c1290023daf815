"""Rows that an export says are no accounts or deals: meetings, calls and tasks about them, and what is archived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planner.detection.headers.header_words import STOPPED, header_words
from planner.detection.rows.body import Body
from planner.detection.table import Table
from planner.parsing.header_text import plain
from planner.parsing.text_cells import read_yes_no, to_text
from planner.parsing.word_lists import words
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.vocabulary import Severity

OF_A_RECORD = words("record object entity")
"""Words of the header of a column that says what each row is."""
ARCHIVED = words("archived deleted archiviert archive archivado archivato gearchiveerd")
"""Words of the header of a column of yes and no that says what was put away."""
ACTIVITIES = words(
    "meeting meetings call calls task tasks email emails event events activity activities note notes appointment"
)


def without_activities(body: Body, table: Table, account: int) -> Body:
    """The rows that a column such as `Record type` does not call a meeting, a call or a task."""
    column = next((j for j, text in enumerate(table.headers) if OF_A_RECORD & set(header_words(text))), None)
    if column is None or not body.columns:
        return body
    kinds = [plain(to_text(cell)).removeprefix("phone ") for cell in body.columns[column]]
    out = [i for i, kind in enumerate(kinds) if kind in ACTIVITIES]
    if not out or len(out) == len(kinds):
        return body
    why = {i: f"is a {kinds[i].removesuffix('s')}" for i in out}
    return without_rows(
        body, table, account, why, Issue(
            "activity-rows", Severity.NOTE,
            f"{len(out):,} row{'s are' if len(out) > 1 else ' is'} called {kinds[out[0]]} under "
            f"“{table.headers[column]}”: no account; left out.",
            "Call them something else there if they are accounts.", table.sheet.name,
        ),
    )  # fmt: skip


def without_archived(body: Body, table: Table, account: int) -> Body:
    """The rows of a board or a table that a column such as `Archived` does not put away; all where it puts all away."""
    column = next((j for j, text in enumerate(table.headers) if _says_archived(text)), None)
    if column is None or not body.columns:
        return body
    said = [read_yes_no(cell) for cell in body.columns[column]]
    out = [i for i, one in enumerate(said) if one]
    if not out or len(out) == len(said):
        return body
    return without_rows(
        body, table, account, dict.fromkeys(out, "is archived"), Issue(
            "archived-rows", Severity.NOTE,
            f"{len(out):,} row{'s are' if len(out) > 1 else ' is'} put away by “{table.headers[column]}”; left out.",
            "Clear the mark of those that could get your time.", table.sheet.name,
        ),
    )  # fmt: skip


def _says_archived(header: str) -> bool:
    said = set(header_words(header)) - STOPPED
    return bool(said) and said <= ARCHIVED


def without_rows(body: Body, table: Table, account: int, why: Mapping[int, str], issue: Issue) -> Body:
    """The rows without some, each with its reason."""
    kept = [i for i in range(len(body.rows)) if i not in why]
    names, sheet = body.columns[account], table.sheet.name
    skipped = tuple(
        SkippedRow(int(body.rows[i]), to_text(names[i]).strip(), reason, sheet) for i, reason in why.items()
    )
    return replace(body.at_rows(kept), issues=(*body.issues, issue), skipped=(*body.skipped, *skipped))
