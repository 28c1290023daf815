"""Meetings, calls and tasks in one table with the accounts or deals that they are about: they are none themselves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.table import Table
from planner.parsing.cell_values import Cells
from planner.parsing.header_text import plain
from planner.parsing.text_cells import to_text
from planner.parsing.word_lists import words
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.vocabulary import Severity

OF_A_RECORD = words("record object entity")
"""Words of the header of a column that says what each row is."""
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
    dropped = set(out)
    kept = [i for i in range(len(kinds)) if i not in dropped]
    names, sheet = body.columns[account], table.sheet.name
    skipped = tuple(
        SkippedRow(int(body.rows[i]), to_text(names[i]).strip(), f"is a {kinds[i].removesuffix('s')}", sheet)
        for i in out
    )
    issue = Issue(
        "activity-rows", Severity.NOTE,
        f"{len(out):,} row{'s are' if len(out) > 1 else ' is'} called {kinds[out[0]]} under “{table.headers[column]}”: "
        f"no account; left out.",
        "Call them something else there if they are accounts.", sheet,
    )  # fmt: skip
    return replace(
        body,
        columns=tuple(Cells([cells[i] for i in kept]) for cells in body.columns),
        rows=body.rows[np.array(kept, dtype=np.intp)],
        issues=(*body.issues, issue),
        skipped=(*body.skipped, *skipped),
    )
