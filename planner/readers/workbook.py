"""Bytes → cells: a workbook as named sheets of plain Python values, whatever the format.

Rows count from 1 and columns from A, as in Excel: `sheet.rows[0]` is row 1 and `sheet.rows[0][0]` is A1. All
rows of a sheet are equally long. A cell is `str`, `float`, `int`, `bool`, a `datetime` value, or `""` when empty.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from planner.errors import FileRefused, InputError, PasswordNeeded
from planner.readers.safety import Findings, inspect, unlock
from planner.readers.text_file import read_text
from planner.readers.xlsx_scan import SheetScan
from planner.settings import Settings

TEXT_ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt"})

Rows = Sequence[Sequence[Any]]
Ranges = tuple[tuple[tuple[int, int], tuple[int, int]], ...]
"""Merged cells as ((row, column), (row, column)), from 0, both ends included."""
T = TypeVar("T")


AS_THEY_STAND: Final[Mapping[tuple[int, int], str]] = MappingProxyType({})
"""No cell of a sheet was moved."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """One sheet: its cells from A1 on, and what is known of it besides.

    Attributes:
        merged: merged ranges as ((row, column), (row, column)), from 0, both ends included.
        decimal_comma: whether the text file's delimiter says that numbers have a decimal comma.
        scan: errors, formulas without a value and currencies, where they could be seen.
        unclosed: numbers of the rows of a text file in which a quote was opened and never closed.
        only: letter of the one column that holds the lines that were split into the columns of `rows`; else `""`.
        moved: the cell that a value stood in before it was put elsewhere ("A7"), by its row from 1 and column from 0.
    """

    name: str
    rows: Rows
    visible: bool = True
    merged: Ranges = ()
    decimal_comma: bool | None = None
    scan: SheetScan | None = None
    unclosed: tuple[int, ...] = ()
    only: str = ""
    moved: Mapping[tuple[int, int], str] = field(default_factory=lambda: AS_THEY_STAND)

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0


@dataclass(frozen=True, eq=False)
class Book:
    """A workbook whose sheets are read when they are asked for.

    Attributes:
        file: name of the file, for messages.
        names: sheets in the order of the workbook.
        hidden: names of the sheets that are not shown.
        content: the bytes, unlocked.
        findings: what the scan before reading saw.
    """

    file: str
    names: tuple[str, ...]
    hidden: frozenset[str]
    content: bytes
    findings: Findings
    load: Callable[[str], Sheet]
    _read: dict[str, Sheet] = field(default_factory=dict, repr=False)

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet; read once.

        Raises:
            FileRefused: when the sheet is damaged or too large.
        """
        if name not in self._read:
            self._read[name] = self.load(name)
        return self._read[name]


def read_bytes(source: str | Path | bytes, name: str | None, settings: Settings) -> tuple[bytes, str]:
    """The content of a source and the name to call it by.

    Raises:
        InputError: when there is no such file, or it is a folder, or it cannot be opened.
        FileRefused: when it is larger than the setting `max_file_mb`.
    """
    limit = settings.max_file_mb * 1_000_000
    if isinstance(source, bytes):
        label = name or "the uploaded file"
        size = len(source)
    else:
        path = Path(source)
        label = name or path.name
        if path.is_dir():
            raise InputError(f"“{path}” is a folder; give the workbook inside it.")
        if not path.exists():
            raise InputError(f"There is no file “{path}”; check the name and the folder.")
        size = path.stat().st_size
    if size > limit:
        raise FileRefused(
            f"{label} has {size / 1e6:,.0f} MB, more than the {settings.max_file_mb:g} MB that are opened; "
            "save only the sheet with the client list, or raise the setting max_file_mb."
        )
    if size == 0:
        raise FileRefused(f"{label} is empty; there is nothing to read in it.")
    if isinstance(source, bytes):
        return source, label
    try:
        return path.read_bytes(), label
    except OSError as error:
        raise InputError(f"“{path}” cannot be opened ({error.strerror}); close it elsewhere and try again.") from None


def open_book(content: bytes, file: str, settings: Settings, password: str | None = None) -> Book:
    """Open a workbook or text file, after a scan that finds what would be unsafe to read.

    Raises:
        FileRefused: on an unknown format, a damaged or protected file, or one past a limit.
    """
    content = unlock(content, file, password)
    findings = inspect(content, file, settings)
    if findings.format == "text":
        name = Path(file).stem or "list"
        sheet = read_text(content, file, settings)
        cells = Sheet(name, sheet.rows, decimal_comma=sheet.decimal_comma, unclosed=sheet.unclosed)
        return Book(file, (name,), frozenset(), content, findings, lambda _: cells)
    if findings.format in {"xls", "xlsb"}:
        return _open_apart(content, file, findings, settings)
    return _open_calamine(content, file, findings, settings)


def _open_apart(content: bytes, file: str, findings: Findings, settings: Settings) -> Book:
    """A binary workbook, all its sheets read in a process of their own: a damaged one can end it."""
    from planner.readers.apart import call_apart
    from planner.readers.binary_workbook import read_sheets

    scan = findings.scan("", file, settings)
    sheets = call_apart(file, read_sheets, content, file)
    read = {one.name: Sheet(one.name, one.rows, one.visible, tuple(one.merged), scan=scan) for one in sheets}
    hidden = frozenset(name for name, sheet in read.items() if not sheet.visible)
    return Book(file, tuple(read), hidden, content, findings, read.__getitem__)


def _open_calamine(content: bytes, file: str, findings: Findings, settings: Settings) -> Book:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)), file)
    sheets = [
        sheet for sheet in workbook.sheets_metadata if sheet.typ in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet)
    ]
    names = tuple(sheet.name for sheet in sheets)
    hidden = frozenset(sheet.name for sheet in sheets if sheet.visible != SheetVisibleEnum.Visible)

    def load(name: str) -> Sheet:
        scan = findings.scan(name, file, settings)
        rows, merged = guarded(lambda: _load(workbook, name), file)
        return Sheet(name, rows, name not in hidden, merged, scan=scan)

    return Book(file, names, hidden, content, findings, load)


def _load(workbook: Any, name: str) -> tuple[Rows, Ranges]:
    sheet = workbook.get_sheet_by_name(name)
    return sheet.to_python(skip_empty_area=False), tuple(sheet.merged_cell_ranges or ())


def guarded(read: Callable[[], T], file: str) -> T:
    """Run a call of calamine and turn everything it can raise, its panics too, into a sentence."""
    from python_calamine import CalamineError, PasswordError

    try:
        return read()
    except PasswordError:
        raise PasswordNeeded(f"{file} is protected with a password; give the password to open it.") from None
    except (CalamineError, OSError, ValueError, KeyError) as error:
        raise FileRefused(f"{file} is damaged or not a workbook ({_plain(error)}); save it again in Excel.") from None
    except MemoryError:
        raise FileRefused(f"{file} needs more memory than there is; save only the client list in a file.") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise FileRefused(f"{file} is damaged and cannot be read; open it in Excel and save it again.") from None


def _plain(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text[:120]
