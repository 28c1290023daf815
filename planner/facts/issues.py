"""What was wrong with a column → issues with sheet, cell, value, message and fix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.parsing.cell_values import Problem
from planner.parsing.text_cells import to_text
from planner.records.issues import Issue

SINGLE = 25
"""So many cells of a column get an issue each; more than that are grouped into one."""


@dataclass(frozen=True)
class Place:
    """A column as the user sees it: its header, letter and sheet, and the row number of each of its cells."""

    header: str
    column: str
    sheet: str
    rows: Sequence[int] | NDArray[np.intp]


def as_issues(problems: Sequence[Problem], cells: Sequence[Any], place: Place) -> list[Issue]:
    """Issues of one column."""
    found: list[Issue] = []
    for problem in problems:
        if not problem.at:
            continue
        if problem.grouped or len(problem.at) > SINGLE:
            found.append(_issue(problem, problem.at, cells, place))
        else:
            found += [_issue(problem, (at,), cells, place) for at in problem.at]
    return found


def _issue(problem: Problem, at: Sequence[int], cells: Sequence[Any], place: Place) -> Issue:
    value = to_text(cells[at[0]]).strip()[:200]
    message = problem.message.format(value=value, header=place.header)
    if len(at) > 1:
        rows = _rows([int(place.rows[i]) for i in at])
        message += f" {len(at):,} cells of column {place.column} are like this, in rows {rows}."
    cell = f"{place.column}{place.rows[at[0]]}" if place.rows[at[0]] else ""
    return Issue(problem.code, problem.severity, message, problem.fix, place.sheet, cell, value)


def _rows(numbers: Sequence[int]) -> str:
    """`4, 7 to 9 and 12`; long lists end in a count."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [f"{low}" if low == high else f"{low} to {high}" for low, high in runs[:40]]
    if len(runs) > len(shown):
        return f"{', '.join(shown)} and others up to {numbers[-1]}"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
