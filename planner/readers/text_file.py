"""Text files → cells: encoding, delimiter and decimal sign are found, not asked for.

A cell stays the text it is; a protecting `'` before `= + - @` (as exports write it) is taken off again.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planner.errors import FileRefused
from planner.readers.unclosed_quotes import parsed_rows
from planner.settings import Settings

DELIMITERS = (",", ";", "\t", "|")
SAMPLE_LINES = 60
SAMPLE_TEXT = 200_000
LONGEST_FIELD = 10_000_000
_PROTECTED = re.compile(r"'+[=+\-@\t\r\n]")
"""A text that was protected where it would have become a formula; only one of several `'` was put there for it."""


@dataclass(frozen=True, eq=False)
class TextTable:
    """Rows of equal length; `decimal_comma` is True where the delimiter leaves the comma to numbers, and `unclosed` has
    the numbers, from 1, of rows with a quote that was never closed."""

    rows: list[list[Any]]
    decimal_comma: bool | None
    unclosed: tuple[int, ...] = ()


def read_text(content: bytes, file: str, settings: Settings) -> TextTable:
    """The cells of a delimited text file.

    Raises:
        FileRefused: when it is not text, or has more cells than are read.
    """
    text = decode(content, file)
    delimiter, body = find_delimiter(text)
    spaced = f'{delimiter} "' in body  # else a space would hide that a cell stands in quotes
    try:
        rows, unclosed = parsed_rows(body, delimiter, spaced)
    except csv.Error as error:
        raise FileRefused(f"{file} cannot be read as a table ({error}); save it again as CSV.") from None
    if len(body) < len(text):
        rows.insert(0, [])
        unclosed = tuple(row + 1 for row in unclosed)
    width = max(map(len, rows), default=0)
    if width * len(rows) > settings.max_cells:
        raise FileRefused(
            f"{file} has {len(rows):,} rows and {width:,} columns, more than the {settings.max_cells:,} cells that "
            "are read; keep only the client list in it."
        )
    padded = [row if len(row) == width else row + [""] * (width - len(row)) for row in rows]
    if "'" in body:
        padded = [_unprotected(row) for row in padded]
    return TextTable(padded, True if delimiter == ";" else None, unclosed)


def decode(content: bytes, file: str) -> str:
    """Text from bytes: UTF-8, UTF-16 (with or without its mark), else Windows-1252.

    Raises:
        FileRefused: when the bytes are not text.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _decoded(content, encoding, file)
    head = content[:2000]
    half = len(head) // 2
    if head[1::2].count(0) > 0.6 * half or head[0::2].count(0) > 0.6 * half:
        return _decoded(content, "utf-16-le" if head[1::2].count(0) > head[0::2].count(0) else "utf-16-be", file)
    if sum(byte < 32 and byte not in b"\t\n\r\f\v" for byte in head) > 0.02 * len(head):
        raise FileRefused(f"{file} is not a workbook or a text file; give an Excel, OpenDocument or CSV file.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _decoded(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise FileRefused(f"{file} is not readable as text ({encoding}); save it again as CSV UTF-8.") from None


def find_delimiter(text: str) -> tuple[str, str]:
    """The delimiter, and the text without a leading `sep=;` line (Excel's own metadata)."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        return first[4], rest
    lines = text[:SAMPLE_TEXT].splitlines()[:SAMPLE_LINES]
    return max(DELIMITERS, key=lambda mark: _evenness(lines, mark)), text


def _evenness(lines: Sequence[str], mark: str) -> tuple[int, int]:
    """How many lines share the commonest number of cells, weighed by that number; ties go to more cells."""
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=mark))
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0, 0
    width, count = max(wide.items(), key=lambda item: item[0] * item[1])
    return count * width, width


def _unprotected(row: list[Any]) -> list[Any]:
    return [cell[1:] if _PROTECTED.match(cell) else cell for cell in row]
