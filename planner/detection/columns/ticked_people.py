"""Owners that a list marks with a cross in a column for each of the firm's people (`Ann`, `Bob`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import profile
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.first_names import is_first_name
from planner.parsing.text_cells import read_yes_no, to_text
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.vocabulary import Level, Severity

LEAST: Final = 2
ALL_TICKS: Final = 0.9
LIKELY: Final = 0.7


def with_ticked_people(mapped: Mapped, table: Table, body: Body) -> tuple[Mapped, Body]:
    """The mapping and the rows with the names over the crosses of each row for its owners, where no column has them."""
    if Field.OWNER in {*mapped.columns, *mapped.given}:
        return mapped, body
    people = [j for j in mapped.unmapped if is_first_name(table.headers[j]) and _is_ticked(body.columns[j])]
    if len(people) < LEAST:
        return mapped, body
    first, names = people[0], [table.headers[j] for j in people]
    rows = zip(*(body.columns[j] for j in people), strict=True)
    cells = Cells("; ".join(name for name, cell in zip(names, row, strict=True) if _ticks(cell)) for row in rows)
    place = f"{letter(first)}{table.header_row}"
    issue = Issue(
        "owners-ticked", Severity.NOTE,
        f"A cross under {', '.join(f'“{name}”' for name in names)} was read as who holds the relationship.",
        "Write the names into a column of their own if that is wrong.", table.sheet.name, place, names[0],
    )  # fmt: skip
    match = ColumnMatch(names[0], letter(first), LIKELY, level=Level.LIKELY)
    read = mapped.taking(Field.OWNER, match, first, [issue], people)
    return read, dataclasses.replace(body, columns=(*body.columns[:first], cells, *body.columns[first + 1 :]))


def _is_ticked(cells: Sequence[Any]) -> bool:
    return profile(cells).ticks > ALL_TICKS


def _ticks(cell: Any) -> bool:
    return not is_missing(cell) and read_yes_no(to_text(cell)) is not False
