"""What stands beside a list on the same rows, past an empty column: other lists, and keys or notes that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from planner.detection.headers.known_headers import field_of, may_name_account, names_account
from planner.detection.table import Table
from planner.fields import Field
from planner.parsing.header_text import read_header

NARROW = 3
"""A block of at most so many columns may be a key or a note."""
SPARSE = 0.6
"""A key or a note has something in fewer rows than this share of those of the list."""
SEEN = 200
"""So many rows under a header are looked at."""
MOST_BESIDE = 20
"""More lists beside each other are no lists, but one wide table."""


def beside_and_aside(whole: Table) -> Table:
    """A table without what stands beside it; the other lists among that stand in `beside`."""
    rows = list(whole.body[:SEEN])
    blocks = _blocks(whole.headers, rows)
    if len(blocks) < 2:
        return whole
    first = Counter(whole.headers[block[0]] for block in blocks if may_name_account(whole.headers[block[0]]))
    lists = [
        block
        for block in blocks
        if any(names_account(whole.headers[j]) for j in block) or first[whole.headers[block[0]]] > 1
    ]
    others = [frozenset(block) for block in lists[1:] if sum(bool(whole.headers[j]) for j in block) > 1]
    if len(others) > MOST_BESIDE:
        return whole
    filled = [_filled(block, rows) for block in blocks]
    main = max(range(len(blocks)), key=lambda k: filled[k] * min(len(blocks[k]), 4))
    listed = {block[0] for block in lists[:1]} | {min(block) for block in others}
    aside = [
        frozenset(block)
        for k, block in enumerate(blocks)
        if k != main
        and block[0] not in listed
        and (
            _is_aside(block, whole, filled[k] < SPARSE * filled[main])
            or _explains(block, blocks[main], whole.headers, rows)
        )
    ]
    if not others and not aside:
        return whole
    outside: frozenset[int] = frozenset().union(*others, *aside)
    every = frozenset(range(len(whole.headers)))
    return replace(whole.without(outside), beside=tuple(whole.without(every - block) for block in others))


def _is_aside(block: Sequence[int], whole: Table, sparse: bool) -> bool:
    """Whether a block is a key or a note: narrow, in fewer rows than the list, and no column of remarks on them."""
    return len(block) <= NARROW and sparse and not _of_remarks([whole.headers[j] for j in block])


def _explains(block: Sequence[int], main: Sequence[int], headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> bool:
    """Whether a block says, under the header of a column of the list, each of its values once (`Phase`, `Chance`)."""
    column = next((j for j in main if headers[j] and headers[j] == headers[block[0]]), None)
    if column is None:
        return False
    codes = [row[block[0]] for row in rows if row[block[0]] != ""]
    if not 1 < len(codes) == len(set(codes)) or all(row[column] == row[block[0]] for row in rows):
        return False
    return {row[column] for row in rows if row[column] != ""} <= set(codes)


def _blocks(headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[list[int]]:
    """The columns, cut where one is empty."""
    filled = {j for j, text in enumerate(headers) if text}
    for row in rows:
        filled.update(j for j, cell in enumerate(row) if cell != "")
    blocks: list[list[int]] = []
    for j in sorted(filled):
        if blocks and j - blocks[-1][-1] == 1:
            blocks[-1].append(j)
        else:
            blocks.append([j])
    return blocks


def _of_remarks(headers: Sequence[str]) -> bool:
    """Whether a block is a column of remarks on the list's rows, behind one that has no header."""
    known = field_of(read_header(headers[0])) if len(headers) == 1 and headers[0] else None
    return known is not None and known[0] is Field.NOTES


def _filled(block: Sequence[int], rows: Sequence[Sequence[Any]]) -> int:
    """How many of some rows have something in a block."""
    return sum(any(row[j] != "" for j in block) for row in rows)
