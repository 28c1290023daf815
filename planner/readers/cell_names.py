"""Names of cells as a workbook's parts write them: `AB12`."""

from __future__ import annotations

from typing import Final

LETTERS: Final = 26
LONGEST: Final = 4
"""Letters of a column that are looked at; no program writes more than three."""


def column_number(letters: str) -> int:
    """The column that letters name, from 1.

    >>> column_number("A"), column_number("ab")
    (1, 28)
    """
    number = 0
    for mark in letters.upper()[:LONGEST]:
        number = number * LETTERS + ord(mark) - 64
    return number
