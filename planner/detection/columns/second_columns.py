"""A second column for the same field: one that fills another's gaps, and the note on a choice between two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from planner.detection.table import letter
from planner.fields import FIELDS, RATING_OF, Field
from planner.parsing.cell_values import is_missing
from planner.parsing.header_text import Header
from planner.records.issues import Issue
from planner.vocabulary import Severity

DECISIVE = frozenset({Field.PROBABILITY, Field.ANNUAL_FEE, Field.EXPECTED_DATE, Field.CURRENT_HOURS})
"""Fields where even a weak second candidate is worth a note."""
COMPLETED = frozenset({Field.EXPECTED_DATE})
"""Fields whose gaps a second column fills."""
CLOSING = frozenset({"close", "closing", "expected", "tentative", "decision", "due", "target", "forecast", "planned"})
"""Words of a date that may fill another's gaps; a date of starting or renewing says something else."""
TWO_COLUMNS = "two-columns"
BOTH_FILLED = 0.1
FULLER = 2.0
KEY = frozenset({Field.ACCOUNT, Field.OWNER, *RATING_OF.values()})
"""Fields where a second column that names them for sure is worth a note."""


@dataclass(frozen=True)
class Candidate:
    """A column that could be a field; `sure` where its header names nothing else, `header` as it alone says."""

    score: float
    name: Field
    column: int
    sure: bool
    header: float = 0.0


def complete(
    chosen: dict[Field, Candidate],
    candidates: Sequence[Candidate],
    parts: Sequence[Header],
    columns: Sequence[Sequence[Any]],
    taken: set[int],
) -> dict[Field, int]:
    """Columns that are read where a field's own is empty: of two that hardly ever speak of the same row, such as the
    actual and the tentative date of closing. The one with far more to say is taken first, in `chosen` too, and a
    column that only perhaps says when a deal was closed may be taken from there."""
    fills: dict[Field, int] = {}
    perhaps = chosen.get(Field.CLOSED_ON)
    free = perhaps.column if perhaps and not perhaps.sure else None
    used = (taken | {candidate.column for candidate in chosen.values()}) - {free}
    for name in chosen.keys() & COMPLETED:
        first = chosen[name]
        closing = (c for c in candidates if c.name is name and CLOSING & set(parts[c.column].words.split()))
        second = next((c for c in closing if c.column not in used), None)
        if second is None:
            continue
        said, also = ({i for i, cell in enumerate(columns[c.column]) if not is_missing(cell)} for c in (first, second))
        apart = bool(also) and len(said & also) <= BOTH_FILLED * min(len(said), len(also))
        fuller = len(also) > FULLER * len(said)
        if not (apart or (fuller and second.sure)):
            continue
        chosen[name], second = (second, first) if fuller else (first, second)
        if apart:
            fills[name] = second.column
        if free in {chosen[name].column, second.column}:
            del chosen[Field.CLOSED_ON]
        closed = next((c for c in candidates if c.name is Field.CLOSED_ON and c.column == second.column), None)
        if closed and not apart:
            chosen.setdefault(Field.CLOSED_ON, closed)
        used.add(second.column)
    return fills


def named(header: str, column: int) -> str:
    """A column as notes name it."""
    return f"“{header}” ({letter(column)})"


def notes_on_choices(
    candidates: Sequence[Candidate],
    found: Mapping[Field, int],
    headers: Sequence[str],
    unmapped: frozenset[int],
    sheet: str,
    fills: Mapping[Field, int],
) -> list[Issue]:
    """A note for each column that would have fitted a field which another column fits better."""
    issues = []
    for candidate in candidates:
        if candidate.column not in unmapped or candidate.name not in found:
            continue
        same = headers[found[candidate.name]] == headers[candidate.column]
        if not (same or (candidate.sure and candidate.name in KEY) or candidate.name in DECISIVE):
            continue
        taken, other = (named(headers[j], j) for j in (found[candidate.name], candidate.column))
        where = f", and {other} where it is empty" if fills.get(candidate.name) == candidate.column else ""
        issues.append(
            Issue(
                TWO_COLUMNS, Severity.NOTE,
                f"Both {taken} and {other} could be the {FIELDS[candidate.name].title.lower()}; {taken} was taken"
                f"{where}.",
                f"Map {candidate.name} to the other column if that is wrong.",
                sheet, letter(candidate.column), headers[candidate.column],
            )
        )  # fmt: skip
    return issues
