"""How far each account is, where a list ticks or dates stages in a column each (`Contacted`, `Replied`, `Won`)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import TICKS, profile
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.standing.stages import chance_of_stage, is_stage, outcome_of
from planner.parsing.text_cells import read_yes_no, to_text
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.vocabulary import Level, Severity

LEAST: Final = 3
"""So many ticked stages make a ladder; fewer may say something else (`Signed`, `Paid`)."""
LIKELY: Final = 0.7
MOSTLY_DAYS: Final = 0.6
"""Share of days under a stage that dates it; others say what came in its place (`no - too dear` under `Signed`)."""
NOT_REACHED: Final = frozenset({"no", "not", "never", "declined", "refused", "withdrew", "withdrawn"})
"""How such words begin."""
DAYS: Final = frozenset({Field.CREATED_ON, Field.WON_ON, Field.CLOSED_ON, Field.LAST_CONTACT, Field.EXPECTED_DATE})
NOT_BEGUN: Final = "not contacted"
FIRST_STEP: Final = 0.1
"""Chance of a first stage that stands for a first word with somebody."""


def with_ticked_stages(mapped: Mapped, table: Table, body: Body) -> tuple[Mapped, Body]:
    """The mapping and the rows with the furthest stage that each row ticks or dates, where no other column has stages.

    Columns that are read as days stay so.
    """
    usual = {Field.STAGE, Field.STATUS}
    free = {*mapped.unmapped, *(mapped.columns[name] for name in usual - mapped.given if name in mapped.columns)}
    dated = {mapped.columns[name] for name in DAYS if name in mapped.columns}
    steps = [j for j in sorted(free | dated) if is_stage(table.headers[j]) and _is_step(body.columns[j])]
    others = {mapped.columns[name] for name in usual if name in mapped.columns} - set(steps)
    if len(steps) < LEAST or others or not free & set(steps):
        return mapped, body
    names = [table.headers[j] for j in steps]
    new = NOT_BEGUN if chance_of_stage(names[0]) <= FIRST_STEP and Field.RELATIONSHIP not in mapped.columns else ""
    rows = zip(*(body.columns[j] for j in steps), strict=True)
    filled = (sum(not is_missing(cell) for cell in row) for row in zip(*body.columns, strict=True))
    cells = Cells(
        _furthest(names, row) or (new if said > 1 else "")  # a lone text may be a title
        for row, said in zip(rows, filled, strict=True)
    )
    first = min(free & set(steps))
    issue = Issue(
        "stages-ticked", Severity.NOTE,
        f"What stands under {', '.join(f'“{name}”' for name in names)} was read as how far each has come: the furthest "
        "stage that is ticked or has a day counts.",
        "Write the stage into a column of its own if that is wrong.",
        table.sheet.name, f"{letter(first)}{table.header_row}", names[0],
    )  # fmt: skip
    mapped = _without(mapped, usual)
    match = ColumnMatch(names[0], letter(first), LIKELY, level=Level.LIKELY)
    read = mapped.taking(Field.STAGE, match, first, [issue], steps)
    return read, dataclasses.replace(body, columns=(*body.columns[:first], cells, *body.columns[first + 1 :]))


def _without(mapped: Mapped, fields: set[Field]) -> Mapped:
    for name in fields & mapped.columns.keys():
        mapped = mapped.without(name)
    return mapped


def _furthest(names: Sequence[str], row: Sequence[Any]) -> str:
    """The stage that a row has come to: how it ended where a cell says so, else the likeliest that is ticked."""
    ticked = []
    for name, cell in zip(names, row, strict=True):
        if outcome_of(name) == "won" and read_yes_no(cell) is False:
            return f"Lost ({name} {to_text(cell)})"
        if is_missing(cell) or read_yes_no(cell) is False:
            continue
        text = to_text(cell)
        if text.split()[0].lower() in NOT_REACHED:
            return f"Lost ({text})"
        if outcome_of(text) == "lost":
            return text
        if outcome_of(name) == "lost":
            return name
        ticked.append(name)
    return max(reversed(ticked), key=chance_of_stage, default="")  # of stages that are alike the last


def _is_step(cells: Sequence[Any]) -> bool:
    """Whether a column holds ticks, yes and no, or days, and at most words for how a deal ended (`lost`)."""
    look = profile(cells)
    known = (text.lower() in TICKS or read_yes_no(text) is not None or outcome_of(text) for text in look.often)
    return (look.ticks > 0 and all(known)) or look.ticks + look.dates >= MOSTLY_DAYS
