"""What stands beside a list on the same rows, past an empty column: other lists, and keys or notes that are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.detection.known_headers import names_account
from planner.detection.table import Table
from planner.readers.workbook import Rows

NARROW = 3
"""A block of at most so many columns may be a key or a note."""
SPARSE = 0.6
"""A key or a note has something in fewer rows than this share of those of the list."""
SEEN = 200


def beside_and_aside(whole: Table) -> Table:
    """A table without what stands beside it; the other lists among that stand in `beside`."""
    body = whole.body
    blocks = _blocks(whole.headers, body)
    if len(blocks) < 2:
        return whole
    lists = [block for block in blocks if any(names_account(whole.headers[j]) for j in block)]
    others = [frozenset(block) for block in lists[1:] if sum(bool(whole.headers[j]) for j in block) > 1]
    main = max(blocks, key=lambda block: _filled(block, body) * min(len(block), 4))
    aside = [
        frozenset(block)
        for block in blocks
        if block is not main
        and frozenset(block) not in others
        and block not in lists[:1]
        and len(block) <= NARROW
        and _filled(block, body) < SPARSE * _filled(main, body)
    ]
    if not others and not aside:
        return whole
    outside: frozenset[int] = frozenset().union(*others, *aside)
    every = frozenset(range(len(whole.headers)))
    return replace(whole.without(outside), beside=tuple(whole.without(every - block) for block in others))


def _blocks(headers: Sequence[str], body: Rows) -> list[list[int]]:
    """The columns, cut where one is empty."""
    rows = body[:SEEN]
    blocks: list[list[int]] = [[]]
    for j, text in enumerate(headers):
        if not text and all(row[j] == "" for row in rows):
            blocks.append([])
        else:
            blocks[-1].append(j)
    return [block for block in blocks if block]


def _filled(block: Sequence[int], body: Rows) -> int:
    """How many of the first rows have something in a block."""
    return sum(any(row[j] != "" for j in block) for row in body[:SEEN])
