"""What is to be said of columns that were read: errors in cells, dates out of order, a fee assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from planner.arrays import Column
from planner.detection.found_list import FoundList
from planner.detection.headers.periods import columns_of_ages
from planner.detection.table import letter
from planner.facts.issues import Place, as_issues
from planner.fields import Field
from planner.parsing.cell_values import Problem, error_problem
from planner.parsing.header_text import read_header
from planner.records.issues import Issue
from planner.settings import FeeMeaning
from planner.vocabulary import Severity

_MEANINGS = ", ".join(f"“{meaning}”" for meaning in FeeMeaning if meaning is not FeeMeaning.YEAR)
FEE_MEANING_CODE = "fee-meaning-assumed"
SHOWN_ROWS = 5


def issues_of(found: FoundList, column: int, problems: Sequence[Any]) -> list[Issue]:
    if not problems:
        return []
    header = found.table.headers[column] or f"column {letter(column)}"
    place = Place(header, found.table.column(column), found.table.sheet.name, found.body.rows)
    return as_issues(problems, _shown(found, column), place)


def _shown(found: FoundList, column: int) -> Sequence[Any]:
    """The cells of a column, with the errors that the reader leaves empty."""
    cells = found.body.columns[column]
    scan = found.table.sheet.scan
    errors = scan.errors if scan else {}
    if not errors:
        return cells
    column_letter = letter(column)
    return [errors.get(f"{column_letter}{row}", cell) for row, cell in zip(found.body.rows, cells, strict=True)]


def unseen(found: FoundList, column: int) -> tuple[Problem, ...]:
    """Cells of a column that came empty because they hold an error, or a formula saved without its result."""
    scan = found.table.sheet.scan
    if scan is None or not (scan.errors or scan.no_value):
        return ()
    cells = [f"{letter(column)}{row}" for row in found.body.rows]
    empty = tuple(i for i, cell in enumerate(cells) if cell in scan.no_value)
    return (
        *error_problem([i for i, cell in enumerate(cells) if cell in scan.errors]),
        Problem(
            "formula-without-result", Severity.WARNING, empty,
            "A formula in {header} was saved without its result; it was read as empty.",
            "Open the file in Excel, let it calculate, save it and load it again.",
        ),
    )  # fmt: skip


def reversed_dates(found: FoundList, columns: Mapping[Field, Column]) -> list[Issue]:
    """One issue for all rows that were closed before they were opened."""
    if not {Field.CREATED_ON, Field.CLOSED_ON} <= columns.keys():
        return []
    early = np.flatnonzero(columns[Field.CLOSED_ON] < columns[Field.CREATED_ON])
    opened = found.mapped.matches[Field.CREATED_ON].header
    problem = Problem(
        "dates-reversed", Severity.WARNING, tuple(int(i) for i in early),
        f"{{header}} ({{value}}) lies before {opened}; both were kept as they are.",
        "Check which of the two columns is which, and the order of day and month.", grouped=True,
    )  # fmt: skip
    return issues_of(found, found.mapped.columns[Field.CLOSED_ON], (problem,))


def unclosed_quotes(found: FoundList) -> tuple[Issue, ...]:
    """A warning on rows of a text file in which a quote was never closed: each was taken to end with its line."""
    rows = found.table.sheet.unclosed
    if not rows:
        return ()
    many = len(rows) > 1
    said = f"Rows {', '.join(map(str, rows[:SHOWN_ROWS]))}{' and more' if len(rows) > SHOWN_ROWS else ''} open quotes"
    return (
        Issue(
            "unclosed-quote", Severity.WARNING,
            f"{said if many else f'Row {rows[0]} opens a quote'} that {'are' if many else 'is'} never closed; "
            f"{'each' if many else 'it'} was taken to end with its line.",
            "Close the quote in the file, or save it again from where it came.", found.table.sheet.name, f"A{rows[0]}",
        ),
    )  # fmt: skip


def ask_fee_meaning(found: FoundList) -> list[Issue]:
    """A note on what a column such as `Amount` was taken for."""
    match = found.mapped.matches.get(Field.ANNUAL_FEE)
    if match is None or Field.ANNUAL_FEE not in found.mapped.likely:
        return []
    row = found.table.header_row or found.table.first + 1
    header = match.header or f"Column {match.column}"
    return [
        Issue(
            FEE_MEANING_CODE, Severity.NOTE,
            fee_meaning_words(header, FeeMeaning.YEAR),
            f"If it is something else, say what with the setting “fee_meaning”: {_MEANINGS}.", found.table.sheet.name,
            f"{match.column}{row}", header,
        )
    ]  # fmt: skip


def fee_meaning_words(header: str, meaning: FeeMeaning) -> str:
    """What a column such as `Amount` was taken for, as a sentence."""
    read = read_header(header)
    times = 1.0 if meaning is FeeMeaning.JOB else read.per_year
    what = "the fee of a whole job, hired in a year" if meaning is FeeMeaning.JOB else "a fee a year"
    if times != 1:
        what = f"a fee a {read.per}, {times:g} of them a year"
    return f"“{header}” was taken as {what}."


def owed_told(found: FoundList) -> tuple[Issue, ...]:
    """A note on columns of what is owed by age, which were left aside."""
    table = found.table
    owed = sorted(columns_of_ages(table.headers))
    if not owed:
        return ()
    names = f"“{table.headers[owed[0]]}” to “{table.headers[owed[-1]]}”"
    return (
        Issue(
            "owed-by-age", Severity.NOTE,
            f"{names} say what is owed, by age: no fee and no hours; who owes something was taken for a client.",
            "Add a column with what is billed in a year.", table.sheet.name,
            f"{letter(owed[0])}{table.header_row}", table.headers[owed[0]],
        ),
    )  # fmt: skip
