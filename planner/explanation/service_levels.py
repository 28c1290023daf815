"""The firm's levels of service: what an account is offered, whatever hours it gets.

A `Ladder` sheet names the levels from least to most, one a row, and may say in a column of hours from how many
planned hours each holds. Without it: free content, inexpensive product, guided online step, full service.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.arrays import Mask, Numbers, Texts
from planner.errors import SettingError
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
    return (_steps_of(sheet) if sheet else ()) or usual_ladder()


def usual_ladder() -> tuple[Step, ...]:
    """The levels that are suggested where the firm has named none."""
    return _spread(DEFAULT_LEVELS)


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
    """The levels of a sheet with their hours; spread where no hours are given, else those without hold without any.

    Raises:
        SettingError: naming sheet and cell, where hours are no number.
    """
    title, steps, given = sheet.name.capitalize(), [], False
    for row in sheet.rows:
        level = _level(row)
        if not level:
            continue
        hours = _hours_of(title, level, row)
        given = given or hours is not None
        steps.append(Step(level, hours or 0.0))
    if not given:
        return _spread(tuple(step.level for step in steps))
    return tuple(sorted(steps, key=lambda step: step.from_hours))


def _hours_of(title: str, level: str, row: Mapping[str, SheetCell]) -> float | None:
    """The planned hours from which a level holds, None where its row gives none."""
    for header, cell in row.items():
        said = str("" if cell.value is None else cell.value).strip()
        if "hour" not in header or not said:
            continue
        try:
            hours = float(said.removesuffix("h").strip())
        except ValueError:
            hours = -1.0
        if not 0 <= hours < float("inf"):
            where = f"{title}!{cell.cell}"
            raise SettingError(f"{where} should be the hours from which “{level}” holds, but is “{said}”.")
        return hours
    return None


def _level(row: Mapping[str, SheetCell]) -> str:
    """The name of the level in a row: under one of the usual headers, else the first text there is."""
    named = [str(row[header].value).strip() for header in LEVEL_HEADERS if header in row]
    texts = [str(cell.value).strip() for cell in row.values() if isinstance(cell.value, str)]
    return next((text for text in (*named, *texts) if text), "")
