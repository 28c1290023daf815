"""Marks for *the same as above* (`"`, `do.`, `ditto`): the cells say what stands over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.parsing.cell_values import Cells, is_missing
from planner.records.issues import Issue
from planner.vocabulary import Severity

MARKS: Final = frozenset(
    {
        '"', "”", "“", "''", "’’", "‘‘", "〃", "„", ",,", '""', '-"-', '- " -', "-”-", "— ” —", '" "', '"  "',
        "do", "do.", "ditto", "ditto.", "dto", "dto.", "dito", "idem", "id.", "as above", "same as above", "s.o.",
        "siehe oben", "wie oben", "comme ci-dessus", "igual", "ídem", "zelfde", "als boven",
    }
)  # fmt: skip

_AS_WRITTEN: Final = frozenset(
    f"{before}{written}{behind}"
    for mark in MARKS
    for written in (mark, mark.capitalize(), mark.upper())
    for before in ("", " ", "  ")
    for behind in ("", " ", "  ")
)
"""The marks as they stand in cells."""


def with_dittos_filled(body: Body, table: Table) -> Body:
    """The rows with what each mark for *the same as above* stands for, and a note on it.

    A mark with nothing over it stays as it is.
    """
    marked = [j for j, column in enumerate(body.columns) if not _AS_WRITTEN.isdisjoint(column.texts)]
    columns, told = list(body.columns), []
    for j in marked:
        filled, count = _filled(body.columns[j])
        if count:
            columns[j] = Cells.shared(filled)
            told.append((j, count))
    if not told:
        return body
    first = next(i for i, cell in enumerate(body.columns[told[0][0]]) if isinstance(cell, str) and _is_mark(cell))
    names = ", ".join(f"“{table.headers[j] or letter(j)}” ({_cells(count)})" for j, count in told)
    issue = Issue(
        "ditto-read", Severity.NOTE, f"Marks for the same as above were read as what stands over them in {names}.",
        "Write the words into the cells where they say something else.", table.sheet.name,
        table.address(told[0][0], int(body.rows[first])),
    )  # fmt: skip
    return replace(body, columns=tuple(columns), issues=(*body.issues, issue))


def _cells(count: int) -> str:
    return f"{count:,} cell{'s' if count > 1 else ''}"


def _is_mark(text: str) -> bool:
    return len(text) <= len("comme ci-dessus") + 2 and text.strip().lower() in MARKS


def _filled(column: Sequence[Any]) -> tuple[list[Any], int]:
    """The cells with every mark replaced, and how many were."""
    filled: list[Any] = []
    above: Any = None
    count = 0
    for cell in column:
        if isinstance(cell, str) and _is_mark(cell):
            count += above is not None
            filled.append(cell if above is None else above)
            continue
        above = above if is_missing(cell) else cell
        filled.append(cell)
    return filled, count
