"""Reports that write the value of a group only in its first row: the rows under it have it too."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from planner.detection.rows.body import Body
from planner.detection.rows.lone_rows import is_known_title
from planner.detection.table import Table
from planner.parsing.cell_values import Cells, is_missing

BLANKS = 0.3
"""A column is one of groups where at least this share of its cells is empty."""
LEAST_GROUPS = 2


def with_merged_names(body: Body, table: Table, column: int) -> Body:
    """The rows with a name that stands in a cell merged over several rows in each of them."""
    spans = [
        (top, bottom) for (top, first), (bottom, last) in table.sheet.merged if first <= column <= last and top < bottom
    ]
    if not spans or not body.columns:
        return body
    at = {int(row) - 1: i for i, row in enumerate(body.rows)}
    cells = list(body.columns[column])
    for top, bottom in spans:
        name = cells[at[top]] if top in at else ""
        for row in range(top + 1, bottom + 1):
            if row in at and is_missing(cells[at[row]]):
                cells[at[row]] = name
    return _with_column(body, column, cells)


def with_groups_filled(body: Body, account: int) -> Body:
    """The rows with the values of groups, which stand left of the names, in every row.

    What stands right of the names in some rows only, such as a remark, is theirs alone.
    """
    for j, column in enumerate(body.columns[:account]):
        if not _is_grouped(column):
            continue
        filled = _filled_down(column)
        body = _with_column(body, j, filled)
        if not body.sections and all(is_known_title(text) for text in filled):
            body = dataclasses.replace(body, sections=tuple(filled))  # `HOT`, `CLIENTS`: titles that stand beside
    return body


def _is_grouped(column: Sequence[Any]) -> bool:
    """Whether a column has a text in its first row and each text once, with empty cells under it: under most of them,
    or under some where all are words for what accounts are (`HOT`, `CLIENTS`)."""
    if not column or not isinstance(column[0], str) or is_missing(column[0]):
        return False
    said = [cell for cell in column if not is_missing(cell)]
    blanks = 1 - len(said) / len(column)
    texts = all(isinstance(cell, str) for cell in said)
    if not texts or not LEAST_GROUPS <= len(said) == len(set(said)):
        return False
    return (blanks >= BLANKS and len(said) <= len(column) / 2) or (blanks > 0 and all(map(is_known_title, said)))


def _filled_down(column: Sequence[Any]) -> list[Any]:
    filled: list[Any] = []
    for cell in column:
        filled.append(filled[-1] if filled and is_missing(cell) else cell)
    return filled


def _with_column(body: Body, j: int, cells: Sequence[Any]) -> Body:
    return dataclasses.replace(body, columns=(*body.columns[:j], Cells(cells), *body.columns[j + 1 :]))
