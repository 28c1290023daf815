"""The hours that a plan's workbook planned, read to hold them against what was spent; never as current hours."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from planner.arrays import Numbers
from planner.detection.sheets.setting_sheets import LIST_KEY
from planner.goods import GROUP_SPECS, Group
from planner.parsing.cell_values import is_number
from planner.parsing.names import fold, fold_all
from planner.parsing.text_cells import to_text
from planner.readers.workbook import Book
from planner.roster.roster import Roster

SHEET = "plan"
ALL_HOURS = "hours"
_HEADERS = MappingProxyType(
    {
        "hours planned": ALL_HOURS,
        **{f"hours that count for {spec.short}": str(group) for group, spec in GROUP_SPECS.items()},
        "hours good for others": str(Group.OTHERS),
        "hours that build strengths": str(Group.STRENGTHS),
        "hours builds strengths": str(Group.STRENGTHS),
        "hours good for you": str(Group.YOU),
    }
)
SEARCHED = 30


def with_planned(roster: Roster, book: Book, about: Mapping[str, str]) -> Roster:
    """The roster with the hours of its export's `Plan` sheet, in all and by group, in `planned`."""
    name = next((name for name in book.names if name.strip().lower() == SHEET), None)
    if LIST_KEY not in about or name is None:
        return roster
    rows = book.sheet(name).rows
    for top, row in enumerate(rows[:SEARCHED]):
        words = [fold(cell) if isinstance(cell, str) else "" for cell in row]
        if "account" in words and "hours planned" in words:
            columns = {_HEADERS[text]: j for j, text in enumerate(words) if text in _HEADERS}
            return dataclasses.replace(
                roster, planned=_planned(roster, rows[top + 1 :], words.index("account"), columns)
            )
    return roster


def _planned(
    roster: Roster, rows: Sequence[Sequence[object]], account: int, columns: Mapping[str, int]
) -> Mapping[str, Numbers]:
    place = {key: i for i, key in reversed(list(enumerate(fold_all(roster.names))))}
    found = {key: np.full(roster.size, np.nan) for key in columns}
    for row in rows:
        at = place.get(fold(to_text(row[account])), -1)
        for key, j in columns.items():
            hours = row[j]
            if at >= 0 and is_number(hours):
                found[key][at] = float(hours)
    return found
