"""Reports of bookkeeping programs: the jobs of a customer stand indented under its name, and a total closes them.

The customer is the account, and its figures are those of the total; the jobs are parts of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np

from planner.detection.rows.body import Body
from planner.detection.table import Table
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.names import fold
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.vocabulary import Severity

_TOTAL_OF = re.compile(
    r"^\s*(?:total|summe|gesamt|totale|totaal|suma)(?:\s+(?:for|of|für|pour|de|di|van))?\s+(\S.*)$", re.IGNORECASE
)


def with_jobs_summed(body: Body, table: Table, account: int) -> Body:
    """The rows with each customer in one, where its jobs stand indented under it and a total of its own closes them."""
    if not body.columns or not any(map(str.isspace, {name[:1] for name in body.columns[account].texts})):
        return body
    parts = _parts(body.columns[account])
    if not parts:
        return body
    under = {i: top for top, bottom in parts.items() for i in range(top + 1, bottom + 1)}
    kept = [i for i in range(len(body.rows)) if i not in under]
    names, sheet = body.columns[account], table.sheet.name
    columns = tuple(
        Cells([_summed(column, i, parts.get(i), j == account) for i in kept]) for j, column in enumerate(body.columns)
    )
    skipped = tuple(
        SkippedRow(int(body.rows[i]), str(names[i]).strip(), f"is part of “{str(names[top]).strip()}”", sheet)
        for i, top in sorted(under.items())
    )
    issue = Issue(
        "jobs-summed", Severity.NOTE,
        f"{len(under):,} rows stand indented under {len(parts):,} name{'s' if len(parts) > 1 else ''}, the first under "
        f"“{str(names[next(iter(parts))]).strip()}”; each was read as one account with the figures of its total.",
        "Export the report without its sub-customers if that is wrong.", sheet,
    )  # fmt: skip
    return replace(
        body,
        columns=columns,
        rows=body.rows[np.array(kept, dtype=np.intp)],
        issues=(*body.issues, issue),
        skipped=(*body.skipped, *skipped),
    )


def _parts(names: Cells) -> dict[int, int]:
    """The row of the total by that of the name which it closes, of the outermost groups."""
    found: dict[int, int] = {}
    for bottom, name in enumerate(names):
        match = _TOTAL_OF.match(name) if isinstance(name, str) else None
        top = _opened(names, bottom, fold(match[1])) if match else None
        if top is not None:
            found = {start: end for start, end in found.items() if start < top} | {top: bottom}
    return found


def _opened(names: Cells, bottom: int, whose: str) -> int | None:
    """The row above a total that names whose it is, with nothing but indented rows between them."""
    own = _indent(names[bottom])
    for i in range(bottom - 1, -1, -1):
        if isinstance(names[i], str) and fold(names[i]) == whose and _indent(names[i]) == own:
            return i if i < bottom - 1 else None
        if _indent(names[i]) <= own:
            return None
    return None


def _indent(name: Any) -> int:
    return len(name) - len(name.lstrip()) if isinstance(name, str) else 0


def _summed(column: Cells, row: int, total: int | None, is_name: bool) -> Any:
    """A cell of a customer's row: what its total says, where that says something."""
    return column[row] if total is None or is_name or is_missing(column[total]) else column[total]
