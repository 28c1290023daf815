"""The rows of a table as columns of cells, before and after rows that are no accounts are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from planner.detection.headers.field_words import meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.headers.known_headers import may_name_account
from planner.detection.link_cells import without_links
from planner.detection.rows.lone_rows import is_known_title
from planner.detection.table import Table, is_blank
from planner.errors import FileRefused
from planner.fields import Field
from planner.parsing.cell_values import Cells
from planner.parsing.header_text import plain
from planner.parsing.word_lists import words
from planner.readers.workbook import Rows
from planner.records.findings import SkippedRow
from planner.records.issues import Issue
from planner.vocabulary import Severity

ABOVE = "stands above the header"
TITLE_WORDS = 4
SURELY_NAMES = 0.9
"""A longer text above a header is no title of its rows."""
OF_ANY_KIND = words(
    """client clients customer customers account accounts kunde kunden mandant mandanten cliente clientes klant klanten
    relatie relaties contact contacts kontakt kontakte contacto contactos"""
)
"""Words that head names of accounts of every kind."""
OF_NAMES = words("name names nom noms nombre nombres naam namen")
"""Words of headers over names (`Lead Name`), which are no titles."""
FULL_CELLS, FULL_ROWS = 3, 3
"""So many rows with so many cells above a header may be a list of their own."""
MOST_ROWS = 250_000
"""Rows of a list; more cannot be planned in minutes."""


@dataclass(frozen=True, eq=False)
class Body:
    """The rows of a table that are read.

    Attributes:
        columns: cells by column, each `len(rows)` long.
        rows: row numbers on the sheet, from 1.
        sections: title of the section that each row stands under, "" for none; empty where there are none at all.
        below: row of the header of another list under this one, from 1, or 0.
        skipped: the rows that were left out.
    """

    columns: tuple[Cells, ...]
    rows: NDArray[np.intp]
    issues: tuple[Issue, ...] = ()
    sections: tuple[str, ...] = ()
    below: int = 0
    skipped: tuple[SkippedRow, ...] = ()

    def at_rows(self, kept: Sequence[int]) -> Body:
        """The body with the rows at some positions, in their order, each under its section."""
        return replace(
            self,
            columns=tuple(Cells([column[i] for i in kept]) for column in self.columns),
            rows=self.rows[np.array(kept, dtype=np.intp)],
            sections=tuple(self.sections[i] for i in kept) if any(self.sections) else (),
        )


def table_columns(table: Table) -> Body:
    """All rows under the header that hold anything, by column; columns outside the table are empty.

    Raises:
        FileRefused: when there are more rows than a plan is made of.
    """
    body = table.body
    kept = _filled(body)
    if len(kept) > MOST_ROWS:
        raise FileRefused(
            f"The list on “{table.sheet.name}” has {len(kept):,} rows, more than the {MOST_ROWS:,} that are read; keep "
            "only the clients that could get your time, or the deals of the last years."
        )
    columns = tuple(map(Cells.shared, zip(*(body[i] for i in kept), strict=True)))
    columns = tuple(map(without_links, columns))
    columns = columns if len(kept) else tuple(Cells() for _ in table.headers)
    if table.outside:
        nothing = Cells([""] * len(kept))
        columns = tuple(nothing if j in table.outside else column for j, column in enumerate(columns))
        said = np.array([any(column[i] != "" for column in columns) for i in range(len(kept))], dtype=np.bool_)
        if not said.all():
            columns = tuple(Cells([column[i] for i in np.flatnonzero(said)]) for column in columns)
            kept = kept[said]
    return Body(columns, kept + table.first + 1)


def _filled(rows: Rows) -> NDArray[np.intp]:
    """Positions of the rows that hold anything."""
    return np.array([i for i, row in enumerate(rows) if any(row) or not is_blank(row)], dtype=np.intp)


def skipped_above(table: Table) -> tuple[SkippedRow, ...]:
    """The rows above the header of a table that say something."""
    found = []
    for number, row in enumerate(table.sheet.rows[: max(0, table.top - 1)], 1):
        text = " ".join(str(cell).strip() for cell in row if cell != "")
        if text:
            found.append(SkippedRow(number, text[:200], ABOVE, table.sheet.name))
    return tuple(found)


def full_rows_above(table: Table) -> tuple[Issue, ...]:
    """A warning where rows that say as much as accounts do stand above the header of a table, and are not read."""
    above = table.sheet.rows[: max(0, table.top - 1)]
    full = [number for number, row in enumerate(above, 1) if sum(cell != "" for cell in row) >= FULL_CELLS]
    if len(full) < FULL_ROWS:
        return ()
    return (
        Issue(
            "rows-above", Severity.WARNING,
            f"Rows {full[0]} to {full[-1]} stand above the header in row {table.header_row}; they were not read as "
            "accounts.", "If accounts are among them, put them under a header of their own on another sheet.",
            table.sheet.name, f"A{full[0]}",
        ),
    )  # fmt: skip


def with_title_in_header(body: Body, table: Table, account: int) -> Body:
    """The rows under the title of their block that stands in its header over the names (`RETAINED`), where they have
    none of their own yet."""
    title = table.headers[account]
    said = set(plain(title).split())
    named = may_name_account(title) or said <= OF_ANY_KIND or bool(said & OF_NAMES) or _names_accounts(title)
    if (body.sections and all(body.sections)) or named or not is_known_title(title):
        return body
    sections = body.sections or ("",) * len(body.rows)
    return replace(body, sections=tuple(one or title for one in sections))


def _names_accounts(header: str) -> bool:
    """Whether the words of a header are those over names of accounts in one of the languages (`Kund`)."""
    return meanings_of(header_words(header)).get(Field.ACCOUNT, 0.0) >= SURELY_NAMES


def with_title_above(body: Body, table: Table) -> Body:
    """The rows under the short title that stands right above their header, where they have none of their own yet."""
    above = table.sheet.rows[table.top - 2] if table.top > 1 else ()
    texts = [cell.strip() for cell in above if cell != "" and isinstance(cell, str)]
    alone = len(texts) == 1 == sum(cell != "" for cell in above) and len(texts[0].split()) <= TITLE_WORDS
    if not alone or (body.sections and all(body.sections)):
        return body
    sections = body.sections or ("",) * len(body.rows)
    return replace(body, sections=tuple(title or texts[0] for title in sections))
