"""The columns of a checked client list in a terminal: a picture of the sheet's head, turned so that it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from planner import text
from planner.detection.picture_types import PictureColumn, RowKind, SheetPicture
from planner.fields import FIELDS, Field
from planner.records.findings import ColumnMatch
from planner.roster.roster import Roster
from planner.vocabulary import Level

HEADER: Final = "Your column"
MEANING: Final = "Taken for"
GAP: Final = 2
LEAST: Final = 8
"""Characters between columns, and the fewest that examples get."""
SAMPLES: Final = 3
KEPT_SHOWN: Final = 4
"""So many columns that fit no field get a line each; with more of them, one line names all."""
MARKS: Final = MappingProxyType({Level.SURE: "●", Level.LIKELY: "◐", Level.POSSIBLE: "○", None: " "})
STYLES: Final = MappingProxyType({Level.SURE: "green", Level.LIKELY: "yellow", Level.POSSIBLE: "magenta", None: "dim"})
WORDS: Final = MappingProxyType(
    {Level.SURE: "sure", Level.LIKELY: "likely", Level.POSSIBLE: "perhaps", None: "kept as it is"}
)


def columns_tables(roster: Roster, width: int) -> Iterator[RenderableType]:
    """One line a column of each list that was read: its header, what it was taken for and how sure, and what stands
    in it."""
    yield from _table(_columns(roster), width)
    for picture in roster.also_read:
        yield ""
        yield Text(f"Also read: sheet “{picture.sheet}”, header in row {picture.header_row}.")
        yield from _table(_columns_of(picture), width)


def _table(columns: Sequence[tuple[PictureColumn, str]], width: int) -> Iterator[RenderableType]:
    kept = [one for one, _ in columns if one.field is None]
    shown = [(one, samples) for one, samples in columns if one.field is not None or len(kept) <= KEPT_SHOWN]
    taken = [_taken_for(one) for one, _ in shown]
    letters = max((len(one.letter) for one, _ in shown), default=1)
    headers = _room(HEADER, [len(one.header) for one, _ in shown], width * 3 // 10)
    meanings = _room(MEANING, list(map(len, taken)), width * 4 // 10)
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, GAP, 0, 0))
    table.add_column("", style="dim", no_wrap=True, width=letters)
    table.add_column(HEADER, no_wrap=True, overflow="ellipsis", width=headers)
    table.add_column(MEANING, no_wrap=True, overflow="ellipsis", width=meanings)
    rest = width - letters - headers - meanings - 3 * GAP
    table.add_column("For example", style="dim", no_wrap=True, overflow="ellipsis", width=max(rest, LEAST))
    for (column, samples), meaning in zip(shown, taken, strict=True):
        table.add_row(column.letter, Text(column.header), meaning, Text(samples))
    yield table
    if len(kept) > KEPT_SHOWN:
        yield Text(f"Kept as they are: {text.listed([one.header or one.letter for one in kept])}.", style="dim")


def _room(title: str, lengths: Sequence[int], most: int) -> int:
    return max(len(title), min(max(lengths, default=0), most))


def _taken_for(column: PictureColumn) -> Text:
    if column.field is None:
        return Text(WORDS[None], style=STYLES[None])
    taken = Text()
    taken.append(f"{MARKS[column.level]} ", style=STYLES[column.level])
    taken.append(FIELDS[column.field].title)
    if column.level is not Level.SURE:
        taken.append(f"  {WORDS[column.level]}", style=STYLES[column.level])
    return taken


def _columns(roster: Roster) -> list[tuple[PictureColumn, str]]:
    """The columns of the picture with examples, then those that were joined from elsewhere."""
    found = _columns_of(roster.picture) if roster.picture else []
    shown = ([roster.picture] if roster.picture else []) + list(roster.also_read)
    own = {column.field for picture in shown for column in picture.columns}
    return found + [(_joined(name, match), "") for name, match in roster.source.mapping.items() if name not in own]


def _columns_of(picture: SheetPicture) -> list[tuple[PictureColumn, str]]:
    """The columns of a picture, each with examples; without those that have no header and nothing in them."""
    found = [(one, _samples(picture, j)) for j, one in enumerate(picture.columns)]
    return [(one, samples) for one, samples in found if one.field is not None or one.header or samples]


def _joined(name: Field, match: ColumnMatch) -> PictureColumn:
    where = f" ({match.sheet})" if match.sheet else ""
    return PictureColumn(match.column, f"{match.header}{where}", name, match.level, match.confidence)


def _samples(picture: SheetPicture, column: int) -> str:
    """A few different cells of a column, as they stand."""
    cells = [row.cells[column] for row in picture.rows if row.kind is RowKind.ACCOUNT]
    return " · ".join([cell for cell in dict.fromkeys(cells) if cell][:SAMPLES])
