"""Cells → table: where on a sheet the list begins, and what its headers are.

A header row is known by its words: the row whose cells name the most fields, with rows of values under it. A
header over two rows, or in merged cells, is read as one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from planner.detection.header_synonyms import LIKELY, NEVER, PERSONS, SURE
from planner.detection.header_text import Header, read_header
from planner.fields import Field
from planner.parsing.cell_values import clean
from planner.readers.workbook import Rows, Sheet

SEARCHED_ROWS = 400
"""How far down a header is looked for, in rows that are not empty."""
SEARCHED_CELLS = 50_000
"""So many cells are looked at for a header, and no row more."""
SEARCHED_BELOW, CERTAIN = 40, 4.0
"""Under a header with so many known names only so many more rows are searched for a better one."""
LONGEST_HEADER = 80
_LETTER = re.compile(r"[^\W\d_]")
PIVOT_HEADERS = frozenset({"Row Labels", "Zeilenbeschriftungen", "Étiquettes de lignes", "Etiquetas de fila"})


@dataclass(frozen=True, eq=False)
class Table:
    """A list on a sheet. Rows and columns count from 0 here; `header_row` from 1, as people count.

    Attributes:
        headers: one a column, on one line, `""` where there is none.
        first: index in `sheet.rows` of the first row under the header.
        left: index of the first column of the list.
        outside: columns that belong to another list beside this one.
        beside: the other lists beside this one, on the same header row.
        score: how much it looks like a client list; compares tables of different sheets.
    """

    sheet: Sheet
    header_row: int
    headers: tuple[str, ...]
    first: int
    left: int = 0
    score: float = 0.0
    outside: frozenset[int] = frozenset()
    beside: tuple[Table, ...] = ()

    @property
    def body(self) -> Rows:
        return self.sheet.rows[self.first :]

    def without(self, columns: frozenset[int]) -> Table:
        """The table without some of its columns."""
        headers = tuple("" if j in columns else text for j, text in enumerate(self.headers))
        return replace(self, headers=headers, left=_leftmost(headers), outside=self.outside | columns)

    def until(self, row: int) -> Table:
        """The table above a row, from 1."""
        return replace(self, sheet=replace(self.sheet, rows=self.sheet.rows[: row - 1]))

    @property
    def place(self) -> str:
        """Where the header begins: "H3"."""
        return f"{letter(self.left)}{self.header_row}"


def letter(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@lru_cache(maxsize=1)
def known_headers() -> Mapping[str, tuple[Field, float]]:
    """The field that each known header names best, and how surely (1, or 0.6 for a likely one)."""
    known: dict[str, tuple[Field, float]] = {}
    for weight, source in ((0.6, LIKELY), (1.0, SURE)):
        for name in reversed(Field):
            known |= {f"~{' '.join(sorted(words.split()))}": (name, weight) for words in source[name]}
            known |= dict.fromkeys(source[name], (name, weight))
    for words in NEVER.values():
        for word in words:
            known.setdefault(word, (Field.NOTES, 0.3))
    for word in PERSONS:
        known.setdefault(word, (Field.NOTES, 0.3))
    return MappingProxyType(known)


def is_blank(row: Sequence[Any]) -> bool:
    """Whether a row holds nothing but empty cells."""
    return not any(row) and all(cell == "" for cell in row)


def is_summary(sheet: Sheet) -> bool:
    """Whether a sheet has a pivot table, which names its own columns."""
    return any(type(cell) is str and cell in PIVOT_HEADERS for row in sheet.rows[:SEARCHED_ROWS] for cell in row)


def find_table(sheet: Sheet, header_row: int | None = None, wanted: Sequence[str] = ()) -> Table | None:
    """The list on a sheet, or None where nothing looks like one.

    Args:
        header_row: the header's row as the user counts, from 1; None to look for it.
        wanted: headers that the user named in a mapping; a row that holds them is the header.
    """
    rows = sheet.rows
    if header_row is not None:
        return _table(sheet, header_row - 1, header_row - 1, wanted) if 0 < header_row <= len(rows) else None
    best: Table | None = None
    most, seen, looked, last = 0.0, 0, 0, len(rows)
    for index, row in enumerate(rows[: 20 * SEARCHED_ROWS]):
        if not any(row):
            continue
        seen += 1
        looked += len(row)
        if seen > SEARCHED_ROWS or index > last or looked > SEARCHED_CELLS + len(row):
            break
        hits = sum(_hit(cell, wanted) for cell in row if type(cell) is str and cell)
        if not hits or hits < 0.6 * most:
            continue
        for top in (index, index - 1):
            table = _table(sheet, top, index, wanted) if top >= 0 else None
            if table and (best is None or table.score > best.score + 1e-9):
                best, most = table, max(hits, most)
                last = index + SEARCHED_BELOW if hits >= CERTAIN else last
    return best


def _hit(text: str, wanted: Sequence[str]) -> float:
    """How surely a cell is a header: 2 where the user named it, else 1, 0.6, 0.3 or 0."""
    if len(text) > LONGEST_HEADER:
        return 0.0
    if wanted and " ".join(clean(text).split()) in wanted:
        return 2.0
    return _known(text)


@lru_cache(maxsize=8192)
def _known(text: str) -> float:
    if not _LETTER.search(text):
        return 0.0
    found = field_of(read_header(text))
    return found[1] if found else 0.0


def field_of(header: Header) -> tuple[Field, float] | None:
    """The field that a header names as it stands, and how surely."""
    known = known_headers()
    tries = (header.words, header.bare, f"~{' '.join(sorted(header.words.split()))}", *header.either)
    return next((known[words] for words in tries if words in known), None)


def _table(sheet: Sheet, top: int, bottom: int, wanted: Sequence[str]) -> Table | None:
    headers = _headers(sheet, top, bottom)
    if top != bottom and not _two_rows_make_one(sheet, top, bottom):
        return None
    hits: dict[object, float] = {}
    for text in headers:
        weight = _hit(text, wanted)
        if weight:
            found = field_of(read_header(text))
            key = found[0] if found else text
            hits[key] = max(hits.get(key, 0.0), weight)
    if not hits:
        return None
    body = sheet.rows[bottom + 1 :]
    filled = sum(not is_blank(row) for row in body[:50])
    named = sum(bool(text) for text in headers)
    texts = sum(isinstance(cell, str) and bool(cell.strip()) for cell in sheet.rows[bottom])
    others = sum(cell != "" for cell in sheet.rows[bottom]) - texts
    score = sum(hits.values()) + 0.02 * min(named, 30) - 0.5 * others + (1.0 if Field.ACCOUNT in hits else 0.0)
    score += min(filled, 5) * 0.1 if filled else -1.0
    blocks = _lists_beside(headers, body)
    whole = Table(sheet, bottom + 1, headers, bottom + 1, _leftmost(headers), score)
    if not blocks:
        return whole
    first = whole.without(frozenset().union(*blocks))
    others = tuple(whole.without(frozenset(range(len(headers))) - block) for block in blocks)
    return replace(first, beside=others)


def _leftmost(headers: Sequence[str]) -> int:
    return next((i for i, text in enumerate(headers) if text), 0)


def _lists_beside(headers: Sequence[str], body: Rows) -> tuple[frozenset[int], ...]:
    """Columns of the other lists beside the first one: past an empty column, with accounts."""
    blocks: list[list[int]] = [[]]
    for j, text in enumerate(headers):
        if not text and all(row[j] == "" for row in body[:200]):
            blocks.append([])
        else:
            blocks[-1].append(j)
    lists = [block for block in blocks if any(names_account(headers[j]) for j in block)]
    return tuple(frozenset(block) for block in lists[1:] if sum(bool(headers[j]) for j in block) > 1)


def names_account(header: str) -> bool:
    """Whether a header surely stands over the names of accounts."""
    found = field_of(read_header(header)) if header else None
    return found is not None and found[0] is Field.ACCOUNT and found[1] == 1.0


def names_field(header: str) -> bool:
    """Whether a header surely names some field."""
    found = field_of(read_header(header)) if header else None
    return found is not None and found[1] == 1.0


def _headers(sheet: Sheet, top: int, bottom: int) -> tuple[str, ...]:
    lower = [_label(cell) for cell in sheet.rows[bottom]]
    if top == bottom:
        return tuple(lower)
    upper = _spread([_label(cell) for cell in sheet.rows[top]], top, lower, sheet)
    times = Counter(lower)
    return tuple(_both(above, below, times[below] == 1) for above, below in zip(upper, lower, strict=True))


def _both(above: str, below: str, once: bool) -> str:
    """One header of two: the lower where it says enough by itself, else both."""
    if not above or not below:
        return below or above
    both = f"{above} {below}"
    together = field_of(read_header(both))
    if together is not None and together[1] == 1.0:
        return both
    alone = once and (together is None or field_of(read_header(below)) is not None)
    return below if alone or above == below else both


def _label(cell: Any) -> str:
    if isinstance(cell, str):
        return " ".join(clean(cell).split())
    if isinstance(cell, bool) or cell is None:
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _spread(upper: list[str], row: int, lower: Sequence[str], sheet: Sheet) -> list[str]:
    """Group titles carried over the columns that they stand above: merged cells, else blanks to the right."""
    spread = list(upper)
    for (first_row, first), (last_row, last) in sheet.merged:
        if first_row <= row <= last_row and last < len(spread) and first < last:
            spread[first : last + 1] = [upper[first]] * (last - first + 1)
    if not any(first_row <= row <= last_row for (first_row, _), (last_row, _) in sheet.merged):
        for i in range(1, len(spread)):
            if not spread[i] and lower[i] and spread[i - 1] and lower[i - 1] and not upper[i]:
                spread[i] = spread[i - 1]
    return spread


def _two_rows_make_one(sheet: Sheet, top: int, bottom: int) -> bool:
    """Whether two rows are one header: both all text, and each filling gaps of the other or grouping it."""
    upper, lower = sheet.rows[top], sheet.rows[bottom]
    if not all(isinstance(cell, str) for cell in (*upper, *lower)):
        return False
    up, low = [bool(cell.strip()) for cell in upper], [bool(cell.strip()) for cell in lower]
    if sum(up) < 2 or any(len(cell) > 60 for cell in upper):
        return False
    groups = sum(up) < sum(low) and all(d for u, d in zip(up, low, strict=True) if u)
    return (
        groups
        or any(u and not d for u, d in zip(up, low, strict=True))
        or any(first_row == top and last > first for (first_row, first), (_, last) in sheet.merged)
    )
