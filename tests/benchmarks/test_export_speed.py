"""Writing a plan as a workbook, against XlsxWriter alone writing the same cells."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

import planner
from planner.export import save_plan
from tests.benchmarks.conftest import SHORT, Ratios
from tests.benchmarks.lists import generated


def test_export_against_the_bare_writer(ratio: Ratios, tmp_path: Path) -> None:
    size = 500 if SHORT else 10_000
    plan = planner.plan(generated(size, 10))
    ours, theirs = tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx"
    save_plan(plan, ours)
    book = CalamineWorkbook.from_path(str(ours))
    cells = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}

    def bare() -> None:
        with xlsxwriter.Workbook(str(theirs)) as written:
            for name, rows in cells.items():
                sheet = written.add_worksheet(name)
                for r, row in enumerate(rows):
                    for c, value in enumerate(row):
                        if value != "":
                            sheet.write(r, c, value)

    ratio(f"export of {size:,} accounts against XlsxWriter alone", lambda: save_plan(plan, ours), bare, 1.4)
    again = CalamineWorkbook.from_path(str(theirs))
    assert [len(again.get_sheet_by_name(name).to_python()) for name in again.sheet_names] == [*map(len, cells.values())]
