"""Chances that a small table beside or under a list says of its stages (`Stage | Chance`), where it has none itself."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from planner.arrays import Column
from planner.detection.found_list import FoundList
from planner.detection.layouts.key_tables import key_tables
from planner.detection.table import letter
from planner.fields import Field
from planner.parsing.text_cells import to_text
from planner.records.issues import Issue
from planner.vocabulary import Severity


def chances_of_keys(
    found: FoundList, columns: Mapping[Field, Column]
) -> tuple[Mapping[Field, Column], tuple[Issue, ...]]:
    """(n,) chances by what a table of codes says of a column, and a note on them; empty where no table does, or a
    column of chances stands in the list."""
    if Field.PROBABILITY in columns:
        return {}, ()
    table = found.table
    for key in key_tables(table):
        said = [to_text(cell).strip().lower() for cell in found.body.columns[key.column]]
        chances = np.array([key.chances.get(text, np.nan) for text in said])
        many = int(np.isfinite(chances).sum())
        if many:
            issue = Issue(
                "chance-of-key", Severity.NOTE,
                f"The chance of {many:,} row{'s' if many > 1 else ''} is that which the small table of "
                f"“{table.headers[key.column]}” says.",
                "Write it into a column “Chance” of the list if that is wrong.", table.sheet.name,
                f"{letter(key.column)}{table.header_row}", "probability",
            )  # fmt: skip
            return {Field.PROBABILITY: chances}, (issue,)
    return {}, ()
