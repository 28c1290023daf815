"""The user's own workbook with the plan in new columns beside their rows: hours planned, change, decision, why.

Formats, formulas, pictures, macros and everything else stay as they are. Of a list of deals the first row of each
account carries its hours; the account's other rows say where. Columns that an earlier plan wrote are filled again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import numpy as np

from planner.errors import InputError
from planner.export import whole
from planner.export.own_workbook.cells import (
    Cell,
    column_styles,
    hidden_until,
    put_cells,
    replaced_formulas,
    without_orphans,
)
from planner.export.own_workbook.formats import Formats, Look
from planner.export.own_workbook.package import Package
from planner.export.own_workbook.sheet_parts import merged_until, with_widths
from planner.export.plan_csv import protected
from planner.readers.safety import unlock
from planner.readers.text_file import decode, find_delimiter
from planner.readers.workbook import TEXT_ENDINGS, Book, open_book

if TYPE_CHECKING:
    from planner.result import Plan

PATCHED = frozenset({".xlsx", ".xlsm"})
HEADERS = ("Hours planned", "Change in hours", "Decision", "Why")
WIDTHS = (13.0, 15.0, 13.0, 70.0)
MOST_COLUMNS = 16_384
"""Columns of a sheet."""

Beside = dict[int, tuple[str | float | None, ...]]
"""What goes beside each row of a sheet, from 1: one value for each of `HEADERS`."""


@dataclass(frozen=True)
class Place:
    """A sheet that gets the new columns: the header rows of its lists, the main one's first, and what goes beside."""

    sheet: str
    header_rows: tuple[int, ...]
    beside: Beside


def write_into(plan: Plan, source: Path, target: Path, password: str | None = None) -> None:
    """Write the user's own file with the plan beside its rows; the source stays as it is.

    A file that was protected is protected again by the same password.

    Raises:
        InputError: where the kind of file cannot be given back, the endings differ, or it cannot be written.
    """
    check_kinds(source, target)
    if plan.roster.source.rearranged:
        raise InputError(
            f"“{plan.roster.source.sheet}” is a board of cards, so nothing can stand beside its rows; take the plan's "
            "own workbook, which opens again as it was."
        )
    stored = source.read_bytes()
    content = unlock(stored, source.name, password)
    book = open_book(content, source.name, plan.settings)
    with whole(target) as draft:
        if source.suffix.lower() in TEXT_ENDINGS:
            draft.write_text(_text_beside(content, book, _list_place(plan)), encoding="utf-8-sig", newline="")
        else:
            package = Package.read(content, source.name)
            for place in _places(plan, book):
                package = _with_columns(package, book, place)
            package.write(draft, password if content != stored else None)


def gives_back(name: str) -> bool:
    """Whether a file of that name can be given back with the plan in it, by its ending."""
    return PurePath(name).suffix.lower() in PATCHED | TEXT_ENDINGS


def check_kinds(source: Path, target: Path) -> None:
    """Refuse a kind of file that cannot be given back.

    Raises:
        InputError: in a sentence.
    """
    ending = source.suffix.lower()
    if not gives_back(source.name):
        raise InputError(f"{source.name} can be read, but not be given back; save it as .xlsx first.")
    if target.suffix.lower() != ending:
        raise InputError(f"Your workbook is given back as it is; end “{target.name}” in {ending} like {source.name}.")


def _places(plan: Plan, book: Book) -> list[Place]:
    """The list's own sheet and, where companies were joined from a sheet of the same workbook, theirs."""
    places = [_list_place(plan), *_other_places(plan, set(book.names))]
    sheets = {match.sheet for match in plan.roster.source.mapping.values() if match.sheet}
    rows = plan.roster.joined_rows
    for sheet in sheets & set(book.names) - {plan.roster.source.sheet}:
        if rows is not None and (rows > 0).any():
            header = int(rows[rows > 0].min()) - 1
            places.append(
                Place(sheet, _stated(header), {int(row): _values(plan, i) for i, row in enumerate(rows) if row > 0})
            )
    return places


def _list_place(plan: Plan) -> Place:
    source = plan.roster.source
    further = (row for sheet, row in source.more_places if sheet in {"", source.sheet})
    return Place(source.sheet, _stated(source.header_row, *further), _beside(plan, source.sheet))


def _other_places(plan: Plan, sheets: set[str]) -> list[Place]:
    """Further sheets whose rows were read with the list's own."""
    headers: dict[str, list[int]] = {}
    for sheet, row in plan.roster.source.more_places:
        if sheet in sheets - {plan.roster.source.sheet}:
            headers.setdefault(sheet, []).append(row)
    return [Place(sheet, _stated(*rows), _beside(plan, sheet)) for sheet, rows in headers.items()]


def _stated(*rows: int) -> tuple[int, ...]:
    """Header rows, each once, of the lists that have one."""
    return tuple(dict.fromkeys(row for row in rows if row > 0))


def _beside(plan: Plan, sheet: str) -> Beside:
    """What goes beside the rows of one sheet of the list."""
    roster, deals = plan.roster, plan.roster.deals
    if deals is None:
        filled = [i for i, row in enumerate(roster.rows) if row > 0 and roster.sheet_of(i) == sheet]
        return {int(roster.rows[i]): _values(plan, i) for i in reversed(filled)}
    beside: Beside = {}
    places = roster.source.more_places
    parts = deals.part.tolist() if deals.part is not None else [0] * deals.size
    for account, row, part in zip(deals.account.tolist(), deals.row.tolist(), parts, strict=True):
        own = (places[part - 1][0] if part and part <= len(places) else "") or roster.source.sheet
        if own != sheet:
            continue
        first, there = int(roster.rows[account]), roster.sheet_of(account)
        where = f"see row {first}" if there == sheet else f"see “{there}”, row {first}"
        is_first = row == first and there == sheet
        beside[row] = _values(plan, account) if is_first else (None, None, where, None)
    return beside


def _values(plan: Plan, account: int) -> tuple[str | float | None, ...]:
    hours, now = float(plan.allocation.hours[account]), float(plan.facts.current_hours[account])
    explanation = plan.explanation
    change = None if np.isnan(now) else round(hours - now, 6)
    return (round(hours, 6), change, str(explanation.decision[account]).capitalize(), str(explanation.why[account]))


def _with_columns(package: Package, book: Book, place: Place) -> Package:
    part = package.sheet_part(place.sheet)
    xml = package.text(part)
    rows = book.sheet(place.sheet).rows
    first = _free_column(xml, rows, place)
    looks = column_styles(xml, _last_header(rows, place, first))
    styles = package.related(package.workbook, "styles")
    formats = Formats(package.text(styles)) if styles is not None and styles in package.parts else None
    cells: dict[tuple[int, int], Cell] = {
        (row, first + offset): Cell(title, _always(looks.get(row)))
        for row in place.header_rows
        for offset, title in enumerate(HEADERS)
    }
    for row, values in place.beside.items():
        look = formats.format(looks[row], Look(general=True)) if formats is not None and row in looks else None
        for offset, value in enumerate(values):
            cells[row, first + offset] = Cell("" if value is None else value, _always(look))
    widths = dict(enumerate(WIDTHS, start=first))
    patched = with_widths(put_cells(xml, cells), widths)
    if replaced_formulas(xml, cells):
        patched, package = without_orphans(patched), package.without(package.workbook, "calcChain")
    package = package.with_text(part, patched)
    return package.with_text(styles, formats.xml) if formats is not None and styles is not None else package


def _free_column(xml: str, rows: Sequence[Sequence[object]], place: Place) -> int:
    """The first of the new columns, from 1: beside all that the user has in these rows, seen by the reader or not.

    Raises:
        InputError: where the sheet has no room for them.
    """
    first = first_free_column(rows, place)
    if not _held(rows, place):
        hidden = hidden_until(xml, *_reach(place))
        first = max(first, 1 + hidden, 1 + merged_until(xml, {*place.header_rows, *place.beside}))
    if first + len(HEADERS) - 1 > MOST_COLUMNS:
        raise InputError(
            f"“{place.sheet}” is filled up to its last column, so nothing can stand beside its rows; clear what stands "
            "far to the right, or take the plan's own workbook."
        )
    return first


def _last_header(rows: Sequence[Sequence[object]], place: Place, first: int) -> int:
    """The column, from 1, whose look the new ones take: the last before them that has a header."""
    headers = [rows[row - 1][: first - 1] for row in place.header_rows[:1] if row <= len(rows)]
    return max((at for header in headers for at, value in enumerate(header, start=1) if value != ""), default=first - 1)


def _always(style: int | None) -> Callable[[int | None], int | None]:
    return lambda _: style


def first_free_column(rows: Sequence[Sequence[object]], place: Place) -> int:
    """Column, from 1, of the first of the new ones: where an earlier plan has them, else after all that is filled."""
    held = _held(rows, place)
    if held:
        return held
    first, last = _reach(place)
    filled = (at for row in rows[first - 1 : last] for at, value in enumerate(row, start=1) if value not in {"", None})
    return 1 + max(filled, default=0)


def _held(rows: Sequence[Sequence[object]], place: Place) -> int:
    """The first of the columns that an earlier plan wrote, from 1; 0 where there are none."""
    for number in place.header_rows:
        header = [str(value).strip() for value in rows[number - 1]] if number <= len(rows) else []
        for at in range(len(header) - len(HEADERS) + 1):
            if tuple(header[at : at + len(HEADERS)]) == HEADERS:
                return at + 1
    return 0


def _reach(place: Place) -> tuple[int, int]:
    """First and last row that the lists of a sheet reach over."""
    filled = (*place.header_rows, *place.beside)
    return min(filled, default=1), max(filled, default=1)


def _text_beside(content: bytes, book: Book, place: Place) -> str:
    """The rows of a text file with the new ones at their ends, by the file's own delimiter."""
    rows = book.sheet(place.sheet).rows
    first = first_free_column(rows, place)
    beside = {**dict.fromkeys(place.header_rows, HEADERS), **place.beside}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=find_delimiter(decode(content, book.file))[0], lineterminator="\r\n")
    for number, row in enumerate(rows, start=1):
        kept = [*row[: first - 1], *[""] * (first - 1 - len(row))]
        added = beside.get(number, ("",) * len(HEADERS))
        writer.writerow([protected(str(value)) for value in kept] + [_text(value) for value in added])
    return out.getvalue()


def _text(value: str | float | None) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    return protected(value or "")
