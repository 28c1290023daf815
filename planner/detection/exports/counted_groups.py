"""Rows over groups that programs write with the number of rows under each and its sums: `Proposal (6)`.

What they say holds for all rows under them; where groups stand in groups, the inner one counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.detection.exports.activity_rows import without_rows
from planner.detection.rows.body import Body
from planner.detection.table import Table
from planner.parsing.cell_values import is_missing
from planner.records.issues import Issue
from planner.vocabulary import Severity

WHY = "is a title of the rows under it"
LEAST_ALONE = 2
"""A single group counts at least so many rows, and all there are."""
SHOWN = 4
_COUNTED = re.compile(r"^\s*(\S.*?)\s*\((\d{1,6})\)\s*$")


@dataclass(frozen=True)
class _Group:
    """A row over a group: its position, its title and how many rows it counts."""

    at: int
    title: str
    rows: int


def with_counted_groups(body: Body, table: Table) -> Body:
    """The rows without those over groups, each under the title of its group; all rows where they are in none.

    The first row is one over a group then, and every number is that of the rows up to the next.
    """
    column = _column_of_titles(body)
    if column is None:
        return body
    groups = [group for i in range(len(body.rows)) if (group := _group(body.columns, column, i)) is not None]
    if not groups or not _counts_hold(groups, len(body.rows)):
        return body
    titles = [""] * len(body.rows)
    for group in groups:
        titles[group.at + 1 : group.at + 1 + group.rows] = [group.title] * group.rows
    under = replace(body, sections=tuple(titles))
    why = {group.at: WHY for group in groups}
    return without_rows(under, table, column, why, _told(groups, table.sheet.name))


def _column_of_titles(body: Body) -> int | None:
    """The first column that says something in the first row, where it says a title with a number."""
    for j, cells in enumerate(body.columns):
        first = cells[0] if len(cells) else ""
        if not is_missing(first):
            return j if isinstance(first, str) and _COUNTED.match(first) else None
    return None


def _group(columns: Sequence[Sequence[Any]], column: int, i: int) -> _Group | None:
    """The group that a row stands over: beside the title there are sums and nothing else."""
    cell = columns[column][i]
    match = _COUNTED.match(cell) if isinstance(cell, str) else None
    if match is None:
        return None
    beside = (cells[i] for j, cells in enumerate(columns) if j != column)
    if any(isinstance(one, str) and any(map(str.isalpha, one)) for one in beside):
        return None
    return _Group(i, match[1], int(match[2]))


def _counts_hold(groups: Sequence[_Group], size: int) -> bool:
    """Whether every group counts the rows up to the next one, or begins with a group; a total may end the last.

    One alone counts all rows.
    """
    if len(groups) == 1:
        return LEAST_ALONE <= groups[0].rows == size - 1
    *inner, last = groups
    under = [after.at - one.at - 1 for one, after in zip(inner, groups[1:], strict=True)]
    exact = all(rows in (0, one.rows) for one, rows in zip(inner, under, strict=True))
    return exact and any(under) and 0 < last.rows <= size - last.at - 1


def _told(groups: Sequence[_Group], sheet: str) -> Issue:
    titles = list(dict.fromkeys(one.title for one in groups))
    shown = ", ".join(f"“{title}”" for title in titles[:SHOWN]) + (" and others" if len(titles) > SHOWN else "")
    return Issue(
        "rows-grouped", Severity.NOTE,
        f"The rows are grouped under {shown}; what each title says was read for the rows under it.",
        "Export the list without groups to have it in a column of its own.", sheet,
    )  # fmt: skip
