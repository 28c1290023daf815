"""The firm's levels of service: what an account is offered, whatever hours it gets.

A `Ladder` sheet names the levels from least to most, one a row, and may say in a column of hours from how many
planned hours each holds. Without it: free content, inexpensive product, guided online step, full service.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.arrays import Mask, Numbers, Texts
from planner.records.findings import SettingSheet, SheetCell
from planner.roster.roster import Roster

SHEET = "ladder"
DEFAULT_LEVELS = ("free content", "inexpensive product", "guided online step", "full service")
LEVEL_HEADERS = ("level", "service level", "name", "service", "step")
FIRST_HOURS = 4.0
"""Planned hours from which the second level with hours of a ladder holds; each further one from twice as many."""


@dataclass(frozen=True)
class Step:
    """One level: its name, and the planned hours from which it holds (0: also for accounts without hours)."""

    level: str
    from_hours: float


def find_ladder(roster: Roster) -> tuple[Step, ...]:
    """The levels from least to most; those of the `Ladder` sheet, else the default ones."""
    sheet = roster.sheets.get(SHEET)
    return (_steps_of(sheet) if sheet else ()) or _spread(DEFAULT_LEVELS)


def service_level(ladder: tuple[Step, ...], hours: Numbers, something_good: Mask) -> Texts:
    """(n,) the level of each account.

    By planned hours; of two or more levels that ask for no hours, the lowest goes to accounts of which nothing
    good is known and the highest to the others.
    """
    names = np.array([step.level for step in ladder], dtype=object)
    needed = np.array([step.from_hours for step in ladder])
    position = np.maximum(np.searchsorted(needed, hours + 1e-9, side="right") - 1, 0)
    return names[np.where(something_good | (needed[position] > 0), position, 0)]


def _spread(levels: tuple[str, ...]) -> tuple[Step, ...]:
    """Levels without hours of their own: the first two without hours, then any, then from 4, 8, 16 … hours."""
    free = 2 if len(levels) > 2 else 1
    paid = (1e-6, *(FIRST_HOURS * 2**power for power in range(len(levels))))
    needed = (*(0.0,) * free, *paid)
    return tuple(Step(level, hours) for level, hours in zip(levels, needed, strict=False))


def _steps_of(sheet: SettingSheet) -> tuple[Step, ...]:
    levels: list[tuple[str, float | None]] = []
    for row in sheet.rows:
        level = _level(row)
        numbers = [
            float(cell.value)
            for header, cell in row.items()
            if "hour" in header and isinstance(cell.value, int | float) and cell.value >= 0
        ]
        if level:
            levels.append((level, numbers[0] if numbers else None))
    if any(hours is None for _, hours in levels):
        return _spread(tuple(level for level, _ in levels))
    return tuple(sorted((Step(level, hours or 0.0) for level, hours in levels), key=lambda step: step.from_hours))


def _level(row: Mapping[str, SheetCell]) -> str:
    """The name of the level in a row: under one of the usual headers, else the first text there is."""
    named = [str(row[header].value).strip() for header in LEVEL_HEADERS if header in row]
    texts = [str(cell.value).strip() for cell in row.values() if isinstance(cell.value, str)]
    return next((text for text in (*named, *texts) if text), "")
