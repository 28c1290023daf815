"""Rows of delimited text, also where a quote was opened and never closed: it ends with its line.

Left open it would swallow the rows behind it up to the next quote, and they would be missed in silence.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence

SAMPLE_LINES = 60
LEAST_CELLS = 3
"""A line of fewer may as well go on with a text of several lines."""


def parsed_rows(body: str, delimiter: str, spaced: bool) -> tuple[list[list[str]], tuple[int, ...]]:
    r"""The rows of a text, and the numbers, from 1, of those with a quote that was never closed.

    Args:
        spaced: whether a space stands behind delimiters.

    Raises:
        csv.Error: when the text cannot be read as a table.

    Examples:
        >>> parsed_rows('a,b,c\n1,2,"x\n3,4,"y"\n', ",", False)
        ([['a', 'b', 'c'], ['1', '2', 'x'], ['3', '4', 'y']], (2,))
    """
    text = _Text(delimiter, spaced)
    try:
        return text.rows(io.StringIO(body, newline=""), strict=True), ()
    except csv.Error:
        return text.mended(list(io.StringIO(body, newline="")))


class _Text:
    """How a text parts its cells."""

    def __init__(self, delimiter: str, spaced: bool) -> None:
        self.delimiter, self.spaced = delimiter, spaced

    def rows(self, lines: Iterable[str], strict: bool = False) -> list[list[str]]:
        return list(csv.reader(lines, delimiter=self.delimiter, skipinitialspace=self.spaced, strict=strict))

    def mended(self, lines: list[str]) -> tuple[list[list[str]], tuple[int, ...]]:
        """The rows of lines some of which are not written strictly; closes quotes in `lines`."""
        width = self._width(lines)
        rows: list[list[str]] = []
        unclosed: list[int] = []
        at = 0
        while at < len(lines):
            reader = csv.reader(_from(lines, at), delimiter=self.delimiter, skipinitialspace=self.spaced)
            start = at
            for row in reader:
                block, at = lines[at : start + reader.line_num], start + reader.line_num
                own = self._lines_of_first(block, width)
                if own:
                    at -= len(block) - own
                    lines[at - 1] = _closed(lines[at - 1])
                    rows += self.rows(lines[at - own : at])
                    unclosed.append(len(rows))
                    break
                rows.append(row)
        return rows, tuple(unclosed)

    def _lines_of_first(self, block: Sequence[str], width: int) -> int:
        """How many lines of a row of several are its own, where a quote in it was not closed; else 0."""
        if len(block) < 2 or width < LEAST_CELLS or self._is_strict(block):
            return 0
        return next((k for k in range(1, len(block)) if self._is_row(block[k], width)), 0)

    def _is_strict(self, block: Sequence[str]) -> bool:
        try:
            self.rows(block, strict=True)
        except csv.Error:
            return False
        return True

    def _is_row(self, line: str, width: int) -> bool:
        return line.count('"') % 2 == 0 and len(self.rows([line])[0]) == width

    def _width(self, lines: Sequence[str]) -> int:
        """How many cells most lines have."""
        widths = Counter(len(row) for line in lines[:SAMPLE_LINES] for row in self.rows([line]))
        return max(widths, key=lambda width: (widths[width], width), default=0)


def _from(lines: Sequence[str], start: int) -> Iterable[str]:
    """The lines from one on, without a copy."""
    return (lines[i] for i in range(start, len(lines)))


def _closed(line: str) -> str:
    text = line.rstrip("\r\n")
    return f'{text}"{line[len(text) :]}'
