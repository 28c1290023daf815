"""Binary workbooks (`.xls`, `.xlsb`), whose reader may abort at a damaged one: called in a process of its own."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

Merged = list[tuple[tuple[int, int], tuple[int, int]]]


class BinarySheet(NamedTuple):
    """One sheet: its cells from A1, as `planner.readers.workbook` wants them."""

    name: str
    visible: bool
    merged: Merged
    rows: list[list[Any]]


def read_sheets(content: bytes, file: str) -> list[BinarySheet]:
    """All sheets of a workbook that hold cells.

    Raises:
        PasswordNeeded: when it is protected.
        FileRefused: when it is damaged.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    from planner.readers.workbook import guarded

    def read() -> list[BinarySheet]:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = []
        for about in book.sheets_metadata:
            if about.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
                sheet = book.get_sheet_by_name(about.name)
                rows = sheet.to_python(skip_empty_area=False)
                visible = about.visible == SheetVisibleEnum.Visible
                sheets.append(BinarySheet(about.name, visible, list(sheet.merged_cell_ranges or []), rows))
        return sheets

    return guarded(read, file)
