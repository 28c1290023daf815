"""What is found on sheets, as stages hand it on: columns with their fields, rows left out, cells of setting sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planner.vocabulary import Level


@dataclass(frozen=True)
class ColumnMatch:
    """The user's column that a field is read from: header as written, letter, and how sure (0 to 1).

    `sheet` is set where it is not the list's own sheet, but that of companies joined to it. A column whose `level` is
    possible is not used, only asked about.
    """

    header: str
    column: str
    confidence: float
    sheet: str = ""
    level: Level = Level.SURE


@dataclass(frozen=True)
class SkippedRow:
    """A row with text that is no account: its number from 1, what stands in it, and why it was left out."""

    row: int
    text: str
    why: str
    sheet: str = ""


@dataclass(frozen=True)
class SheetCell:
    """A value of a setting sheet with its address ("C4")."""

    value: object
    cell: str


@dataclass(frozen=True)
class SettingSheet:
    """One of the optional sheets (Settings, Team, Rules, …) as rows of `{header in lower case: cell}`."""

    name: str
    rows: tuple[Mapping[str, SheetCell], ...]
