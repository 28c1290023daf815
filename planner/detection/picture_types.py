"""A picture of the head of a sheet: its cells as people see them, and what each row and column was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from planner.fields import Field
from planner.vocabulary import Level


class RowKind(StrEnum):
    """What a row of a sheet was taken for."""

    ABOVE = "above"
    """Over the header: a title, a logo, a note."""
    HEADER = "header"
    ACCOUNT = "account"
    """An account or, where rows are deals, a deal."""
    ALSO = "also"
    """An account of another list on the sheet, with columns of its own, or the header of that list."""
    LEFT_OUT = "left out"
    BLANK = "blank"


@dataclass(frozen=True)
class PictureRow:
    """One row: its number from 1, a text for each column of the picture, and why it was left out, where it was.

    `code` is that of the answer that takes the row in or leaves it out (see `told_rows`), or `""` where neither can
    be.
    """

    number: int
    cells: tuple[str, ...]
    kind: RowKind
    why: str = ""
    code: str = ""


@dataclass(frozen=True)
class PictureColumn:
    """One column.

    Attributes:
        letter, header: as on the sheet; several header rows on one line.
        field: what it was taken for, or may be where `level` is possible; None where it is only kept.
        level: how sure that is; None without a field.
        confidence: 0 to 1.
        alternatives: other fields that it could be, the likeliest first.
    """

    letter: str
    header: str
    field: Field | None = None
    level: Level | None = None
    confidence: float = 0.0
    alternatives: tuple[Field, ...] = ()


@dataclass(frozen=True)
class SheetPicture:
    """The head of a sheet, then rows further down that are no account. `more` accounts or deals are not shown."""

    sheet: str
    header_row: int
    columns: tuple[PictureColumn, ...]
    rows: tuple[PictureRow, ...]
    more: int = 0

    @property
    def columns_read(self) -> frozenset[tuple[str, Field | None]]:
        """What each header was taken for."""
        return frozenset((column.header, column.field) for column in self.columns if column.header)
