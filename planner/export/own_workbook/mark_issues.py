"""The user's own workbook with the cells that have an issue coloured, and a note on each that says what to do.

It is ready to be corrected and loaded again. Issues of a whole column are on its header; those of no cell are on the
list's first header.
"""

from __future__ import annotations

import re
from pathlib import Path

from planner.errors import InputError
from planner.export import whole
from planner.export.own_workbook.cells import Cell, put_cells
from planner.export.own_workbook.comments import with_notes
from planner.export.own_workbook.formats import Formats, Look
from planner.export.own_workbook.package import Package
from planner.export.own_workbook.plan_columns import PATCHED, check_kinds
from planner.readers.cell_names import column_number
from planner.readers.safety import unlock
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.vocabulary import Severity

COLOURS = {Severity.ERROR: "FFC7CE", Severity.WARNING: "FFEB9C", Severity.NOTE: "DDEBF7"}
MOST_NOTES = 5_000
"""More notes than this make a workbook slow to open."""
LONGEST_NOTE = 2_000
_CELL = re.compile(r"([A-Z]{1,3})(\d*)")

Marks = dict[str, dict[tuple[int, int], list[Issue]]]
"""Issues by sheet and cell (row and column from 1)."""


def write_marked(roster: Roster, source: Path, target: Path, password: str | None = None) -> int:
    """Write a copy of the user's workbook with its issues marked; returns how many cells are.

    Raises:
        InputError: where the kind of file has no cells to mark, the endings differ, or it cannot be written.
    """
    if source.suffix.lower() not in PATCHED:
        raise InputError(f"The cells of {source.name} cannot be marked; save it as .xlsx first.")
    check_kinds(source, target)
    stored = source.read_bytes()
    content = unlock(stored, source.name, password)
    package = Package.read(content, source.name)
    marks = find_marks(roster)
    with whole(target) as draft:
        for sheet, places in marks.items():
            package = _marked(package, sheet, places)
        package.write(draft, password if content != stored else None)
    return sum(len(places) for places in marks.values())


def find_marks(roster: Roster) -> Marks:
    """Where each issue is to be seen."""
    source = roster.source
    marks: Marks = {}
    for issue in roster.issues[:MOST_NOTES]:
        sheet = issue.sheet if issue.sheet in source.sheets else source.sheet
        match = _CELL.fullmatch(issue.cell.split(":")[0].replace("$", "")) if sheet == issue.sheet else None
        column = column_number(match[1]) if match else 1
        row = int(match[2]) if match and match[2] else source.header_row if sheet == source.sheet else 1
        marks.setdefault(sheet, {}).setdefault((row, column), []).append(issue)
    return marks


def _marked(package: Package, sheet: str, places: dict[tuple[int, int], list[Issue]]) -> Package:
    part = package.sheet_part(sheet)
    styles = package.related(package.workbook, "styles")
    if styles is not None and styles in package.parts:
        formats = Formats(package.text(styles))
        cells = {place: _coloured(formats, issues) for place, issues in places.items()}
        package = package.with_text(part, put_cells(package.text(part), cells)).with_text(styles, formats.xml)
    return with_notes(package, part, {place: _note(issues) for place, issues in places.items()})


def _coloured(formats: Formats, issues: list[Issue]) -> Cell:
    worst = min((issue.severity for issue in issues), key=list(Severity).index)
    return Cell(None, lambda before: formats.format(before or 0, Look(fill=COLOURS[worst])))


def _note(issues: list[Issue]) -> str:
    said = dict.fromkeys(f"{issue.message} {issue.fix}".strip() for issue in issues)
    text = "\n\n".join(said)
    return text if len(text) <= LONGEST_NOTE else text[: LONGEST_NOTE - 1] + "…"
