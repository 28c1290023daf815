"""A found list → a picture of the head of its sheet, for a person to check what was understood."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from planner.detection.found_list import FoundList
from planner.detection.picture_types import PictureColumn, PictureRow, RowKind, SheetPicture
from planner.detection.rows.told_rows import row_code
from planner.detection.table import letter
from planner.fields import Field
from planner.parsing.cell_values import is_number
from planner.parsing.text_cells import to_text
from planner.records.findings import ColumnMatch
from planner.vocabulary import Level

ROWS: Final = 15
BELOW: Final = 15
"""So many rows that are no account are shown of those below: sections, totals, remarks, signatures."""
ABOVE: Final = 4
"""So many rows over the header are shown, where that many have anything in them."""
MOST_COLUMNS: Final = 200
LONGEST: Final = 200
"""Characters of a cell that are kept."""
ALSO_READ: Final = "was read too, under a header of its own"
ALSO_HEADER: Final = "is the header of another list"
_ROW: Final = re.compile(r"\d+$")


def sheet_picture(found: FoundList, also: Sequence[FoundList] = (), rows: int = ROWS) -> SheetPicture:
    """The first rows of a list's sheet from a little over its header on, and what each column was taken for.

    Below them stand the rows that were left out; accounts between them are only counted.

    Args:
        also: further lists that were read; those on the same sheet matter.
        rows: how many rows to show, the header's among them; blank rows over the header are not counted.
    """
    table = found.table
    header = table.header_row - 1
    above = [at for at in range(header) if any(cell != "" for cell in table.sheet.rows[at])][-ABOVE:]
    last = min(header + rows - len(above), len(table.sheet.rows))
    accounts = set(found.body.rows.tolist())
    beside = [one for one in also if one.table.sheet.name == table.sheet.name]
    further = {row: ALSO_READ for one in beside for row in one.body.rows.tolist() if row not in accounts}
    headers = {one.table.header_row: ALSO_HEADER for one in beside if one.table.header_row != table.header_row}
    told = headers | further

    def kind_of(at: int) -> RowKind:
        return RowKind.ALSO if at + 1 in told else _kind(found, at, accounts)

    others = sorted({*range(last, len(table.sheet.rows))} - {number - 1 for number in accounts})
    below = (at for at in others if kind_of(at) is RowKind.LEFT_OUT)
    shown = [*above, *range(header, last), *islice(below, BELOW)]
    cells = {at: table.sheet.rows[at] for at in shown}
    kinds = {at: kind_of(at) for at in shown}
    columns = _shown_columns(found, list(cells.values()))
    reasons = {row: why for one in (*beside, found) for row, why in _reasons(one).items()} | told
    return SheetPicture(
        sheet=table.sheet.name,
        header_row=table.header_row,
        columns=tuple(_column(found, j) for j in columns),
        rows=tuple(
            PictureRow(
                at + 1,
                tuple(shown_text(cells[at][j]) for j in columns),
                kinds[at],
                reasons.get(at + 1, "") if kinds[at] in {RowKind.LEFT_OUT, RowKind.ALSO} else "",
                _row_code(found, at, kinds[at]),
            )
            for at in shown
        ),
        more=len((accounts | further.keys()) - {at + 1 for at in shown}),
    )


def further_pictures(picture: SheetPicture, also: Sequence[FoundList]) -> tuple[SheetPicture, ...]:
    """A picture of each further list whose columns are not those of one before."""
    seen, found = {picture.columns_read}, []
    for one in map(sheet_picture, also):
        if one.columns_read not in seen:
            seen.add(one.columns_read)
            found.append(one)
    return tuple(found)


def shown_text(cell: Any) -> str:
    """A cell as a person sees it, on one line: whole numbers without a point, no day without need."""
    if isinstance(cell, float) and not cell.is_integer():
        return f"{cell:,.10g}"
    if is_number(cell) and abs(cell) >= 10_000:
        return f"{cell:,.0f}"
    if isinstance(cell, dt.date) and not isinstance(cell, dt.datetime):
        return cell.isoformat()
    return " ".join(to_text(cell).split())[:LONGEST]


def _shown_columns(found: FoundList, rows: Sequence[Sequence[Any]]) -> list[int]:
    """Columns from the first to the last with anything in the shown rows, a header or a field; of very many the first
    that have any of it, and those that are read."""
    mapped = set(found.mapped.columns.values())
    there = {j for j, text in enumerate(found.table.headers) if text} | mapped
    for row in rows:
        there.update(j for j, cell in enumerate(row[: len(found.table.headers)]) if cell != "")
    if not there or max(there) - min(there) < MOST_COLUMNS:
        return list(range(min(there), max(there) + 1)) if there else []
    return sorted({*sorted(there)[:MOST_COLUMNS], *mapped})


def _column(found: FoundList, j: int) -> PictureColumn:
    fields = {column: name for name, column in found.mapped.columns.items()}
    name = Field.ANNUAL_FEE if j in _fees(found) else fields.get(j)
    header = found.table.headers[j]
    if name is None:
        perhaps = next((one for one, column in found.mapped.possible.items() if column == j), None)
        level = None if perhaps is None else Level.POSSIBLE
        return PictureColumn(letter(j), header, perhaps, level, alternatives=_alternatives(found, j, perhaps))
    match: ColumnMatch = found.mapped.matches[name]
    return PictureColumn(letter(j), header, name, match.level, match.confidence, _alternatives(found, j, name))


def _fees(found: FoundList) -> frozenset[int]:
    """The columns that one fee is made of, where there are several."""
    fees = found.mapped.fees.all
    return fees if len(fees) > 1 and Field.ANNUAL_FEE in found.mapped.matches else frozenset()


def _alternatives(found: FoundList, j: int, taken: Field | None) -> tuple[Field, ...]:
    """Fields that a column could be besides what it was taken for, as far as the matching says."""
    return tuple(name for name in found.mapped.alternatives.get(j, ()) if name is not taken)


def _kind(found: FoundList, at: int, accounts: set[int]) -> RowKind:
    row = found.table.sheet.rows[at]
    if found.table.header_row - 1 <= at < found.table.first:
        return RowKind.HEADER
    if at + 1 in accounts:
        return RowKind.ACCOUNT
    if all(cell == "" for cell in row):
        return RowKind.BLANK
    return RowKind.ABOVE if at < found.table.header_row - 1 else RowKind.LEFT_OUT


def _row_code(found: FoundList, at: int, kind: RowKind) -> str:
    if kind is RowKind.ACCOUNT:
        return row_code(to_text(found.table.sheet.rows[at][found.mapped.columns[Field.ACCOUNT]]))
    text = next((one.text for one in found.skipped if one.row == at + 1), "")
    return row_code(text) if text and kind is RowKind.LEFT_OUT else ""


def _reasons(found: FoundList) -> Mapping[int, str]:
    """Why each row was left out, by its number."""
    return dict(_issue_reasons(found)) | {row.row: row.why for row in found.skipped if row.row}


def _issue_reasons(found: FoundList) -> Iterator[tuple[int, str]]:
    """Reasons from the issues of the table, which name the cell of each row that was not read."""
    for issue in found.body.issues:
        number = _ROW.search(issue.cell)
        if number:
            yield int(number[0]), issue.message
