"""A plan as CSV: one row an account, the plan's columns first, then the client list's own.

Text of the client list that a spreadsheet would take for a formula is protected by a leading `'`, which the reader
takes off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from planner.export.workbook.client_list import as_text, list_columns
from planner.fields import FIELDS, Field
from planner.goods import GROUP_SPECS, GROUPS

if TYPE_CHECKING:
    from planner.result import Plan

_FORMULA = re.compile(r"'*[=+\-@\t\r\n]")
_NEGATIVE = re.compile(r"-[\d.,\s]*\d%?$")
_SHOWN_FIRST = frozenset({Field.ACCOUNT, Field.RELATIONSHIP, Field.OWNER})


def plan_csv(plan: Plan) -> str:
    """The plan as comma-separated text: one row an account, plan columns first, then the client list's own."""
    own = [column for column in list_columns(plan.roster) if column.field not in _SHOWN_FIRST]
    columns = [*_plan_columns(plan), *((column.header, _texts(column.values)) for column in own)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([protected(header) for header, _ in columns])
    writer.writerows(zip(*(texts for _, texts in columns), strict=True))
    return out.getvalue()


def protected(text: str) -> str:
    """`text` with a leading `'` where a spreadsheet would take it for a formula; negative numbers untouched."""
    return "'" + text if _FORMULA.match(text) and not _NEGATIVE.match(text) else text


def _plan_columns(plan: Plan) -> list[tuple[str, Sequence[str]]]:
    roster, hours, explanation = plan.roster, plan.allocation.hours, plan.explanation
    today = plan.facts.current_hours
    first: dict[str, Sequence[object]] = {
        FIELDS[Field.ACCOUNT].title: roster.names.tolist(),
        FIELDS[Field.RELATIONSHIP].title: plan.facts.relationship.tolist(),
        FIELDS[Field.OWNER].title: roster.text(Field.OWNER).tolist(),
        "Hours planned": hours.tolist(),
        "Change planned": (hours - today).tolist(),
    }
    counts = [
        (f"Hours planned that count for {GROUP_SPECS[group].short}", _texts(plan.allocation.counts[:, g].tolist()))
        for g, group in enumerate(GROUPS)
    ]
    last: dict[str, Sequence[object]] = {
        "Decision": explanation.decision.tolist(),
        "Mainly": explanation.mainly.tolist(),
        "Service level": explanation.service_level.tolist(),
        "Why": explanation.why.tolist(),
    }
    return [
        *((header, _texts(values)) for header, values in first.items()),
        *_columns_by_person(plan),
        *counts,
        *((header, _texts([str(text) for text in values])) for header, values in last.items()),
    ]


def _columns_by_person(plan: Plan) -> list[tuple[str, Sequence[str]]]:
    """Hours of each person, where there are several."""
    people = plan.team.people
    if len(people) == 1:
        return []
    columns = [[_csv_cell(0.0)] * plan.roster.size for _ in people]
    for (account, person), hours in plan.allocation.by_person.items():
        columns[person][account] = _csv_cell(float(hours))
    return [(f"Hours planned, {person.name}", column) for person, column in zip(people, columns, strict=True)]


def _texts(values: Sequence[object]) -> Sequence[str]:
    """A column's cells as text, each distinct value made once."""
    if len(set(map(type, values))) != 1:
        return [_csv_cell(value) for value in values]
    text = {value: _csv_cell(value) for value in set(values)}
    return [text[value] for value in values]


def _csv_cell(value: object) -> str:
    if isinstance(value, float):
        return "" if np.isnan(value) else f"{value:.15g}"
    return protected(as_text(value))
