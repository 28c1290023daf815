"""Binary workbooks (`.xls`, `.xlsb`) read in a process of their own.

A damaged one can make the reader abort: no exception, the whole process ends. In a child only the child ends, its
complaints are not shown, and its memory and time are bounded. This module imports little, to start fast.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 120
MEMORY = 4 << 30
_START = "import sys; sys.path.insert(0, sys.argv[1]); from planner.readers.separate_process import main; main()"


class ReadingFailed(Exception):
    """The child could not read the workbook; `str()` says why, "password" when it needs one."""


def read_apart(content: bytes) -> list[dict[str, Any]]:
    """The sheets of a workbook: name, whether it is visible, merged ranges, and rows from A1.

    Raises:
        ReadingFailed: when the child ended without an answer, or with a complaint.
    """
    root = str(Path(__file__).resolve().parents[2])
    try:
        child = subprocess.run(
            [sys.executable, "-c", _START, root], input=content, capture_output=True, timeout=SECONDS, check=False
        )
        answer: dict[str, Any] = json.loads(child.stdout) if child.returncode == 0 else {"error": "it breaks off"}
    except (subprocess.TimeoutExpired, ValueError, OSError) as error:
        raise ReadingFailed(type(error).__name__) from None
    if "error" in answer:
        raise ReadingFailed(str(answer["error"]))
    return [{**sheet, "rows": [[_value(cell) for cell in row] for row in sheet["rows"]]} for sheet in answer["sheets"]]


def _value(cell: Any) -> Any:
    """A cell from its JSON: dates and times come as a kind and a text."""
    if not isinstance(cell, list):
        return cell
    kind, text = cell
    if kind == "duration":
        return dt.timedelta(seconds=text)
    made: Any = {"datetime": dt.datetime, "date": dt.date, "time": dt.time}[kind]
    return made.fromisoformat(text)


def _json(cell: Any) -> Any:
    if isinstance(cell, dt.timedelta):
        return ["duration", cell.total_seconds()]
    for kind, of in (("datetime", dt.datetime), ("date", dt.date), ("time", dt.time)):
        if isinstance(cell, of):
            return [kind, cell.isoformat()]
    return cell


def main() -> None:
    """Read a workbook from standard input and write its cells as JSON to standard output."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    _bound_memory()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
        sheets = []
        for about in book.sheets_metadata:
            if about.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
                continue
            sheet = book.get_sheet_by_name(about.name)
            rows = [[_json(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            visible = about.visible == SheetVisibleEnum.Visible
            sheets.append(
                {"name": about.name, "visible": visible, "merged": sheet.merged_cell_ranges or [], "rows": rows}
            )
        answer: dict[str, Any] = {"sheets": sheets}
    except PasswordError:
        answer = {"error": "password"}
    except (CalamineError, OSError, ValueError) as error:
        answer = {"error": str(error)[:120] or type(error).__name__}
    sys.stdout.write(json.dumps(answer))


def _bound_memory() -> None:
    """Let the child have no more memory than a large workbook needs, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
