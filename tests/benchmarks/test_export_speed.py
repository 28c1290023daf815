"""Writing a plan as a workbook, against XlsxWriter alone writing the same cells.

The same cells are the very calls that our export makes of XlsxWriter, recorded once: each text, number, formula and
blank with its format, under the same options. What is left out on their side is finding what to write, row heights,
charts, bars and page set-up.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

import planner
from planner.export import save_plan
from planner.export.workbook.workbook import OPTIONS
from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.lists import generated

WRITERS = ("write_string", "write_number", "write_blank", "write_formula", "write_boolean", "write_datetime")


class Call(NamedTuple):
    sheet: str
    writer: str
    row: int
    column: int
    value: object
    look: object
    more: tuple[object, ...]


class Recorded:
    """Every cell that is written while `monkeypatch` holds, to be written again by XlsxWriter alone."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.looks: dict[object, dict[str, object]] = {}
        self.calls: list[Call] = []
        for writer in WRITERS:
            monkeypatch.setattr(Worksheet, writer, self._keeping(writer, getattr(Worksheet, writer)))
        add_format = Workbook.add_format

        def keeping_look(book: Workbook, properties: dict[str, object] | None = None) -> Any:
            made = add_format(book, properties)
            self.looks[made] = dict(properties or {})
            return made

        monkeypatch.setattr(Workbook, "add_format", keeping_look)

    def _keeping(self, writer: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def kept(sheet: Worksheet, row: int, column: int, value: object, look: object = None, *more: object) -> Any:
            self.calls.append(Call(sheet.get_name(), writer, row, column, value, look, more))
            return original(sheet, row, column, value, look, *more)

        return kept

    def write(self, path: Path, names: list[str]) -> None:
        with Workbook(str(path), OPTIONS) as book:
            used = {call.look for call in self.calls if call.look is not None}
            looks = {None: None, **{look: book.add_format(self.looks[look]) for look in used}}
            sheets = {name: book.add_worksheet(name) for name in names}
            for name, writer, row, column, value, look, more in self.calls:
                getattr(sheets[name], writer)(row, column, value, looks[look], *more)


def cells_of(path: Path) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_path(str(path))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_export_against_the_bare_writer(ratio: Ratios, tmp_path: Path) -> None:
    size = 500 if SHORT else 10_000
    plan = planner.plan(generated(size, 10))
    ours, theirs = tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx"
    with pytest.MonkeyPatch.context() as monkeypatch:
        recorded = Recorded(monkeypatch)
        save_plan(plan, ours)
    cells = cells_of(ours)
    ratio(
        f"export of {size:,} accounts against XlsxWriter alone writing the same cells",
        lambda: save_plan(plan, ours),
        lambda: recorded.write(theirs, [*cells]),
        1.4,
    )
    assert cells_of(theirs) == cells
