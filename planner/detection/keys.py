"""Keys on a sheet (`MB = Marian Bostock`, `A = active`): codes of people, and codes of what an account is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from planner.detection.table import Table
from planner.parsing.standing.legends import Legend, read_legend
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.titles import status_of_title
from planner.parsing.text_shapes import reads_like_name
from planner.readers.workbook import Rows

SEEN = 40
"""So many rows at the end of a sheet, and of a block beside the list, are looked at for keys."""
FEW = 2
_AFTER_NAMES = frozenset(
    {"KC", "QC", "SC", "CBE", "OBE", "MBE", "FCA", "ACA", "FRICS", "MRICS", "RIBA", "FSA", "PhD", "MD"}
)
"""What stands behind names and is no part of them."""
_BEFORE_NAMES = frozenset(
    {
        "Dr",
        "Prof",
        "Mr",
        "Mrs",
        "Ms",
        "Mme",
        "Me",
        "Sr",
        "Sra",
        "Hr",
        "Fr",
        "Herr",
        "Frau",
        "Ing",
        "Lic",
        "Mag",
        "mr",
        "drs",
        "ir",
    }
)
"""Titles before names, of which no code is made."""
_WORD_KEY = re.compile(r"\b([A-ZÄÖÜÉ]{2,12})\s*=\s*([^=,;|]+?)(?=\s*(?:[,;|]|$|\s{2,}|[A-ZÄÖÜÉ]{2,12}\s*=))")


def sheet_keys(table: Table) -> Legend:
    """The keys above, beside and under a list, by code in lower case."""
    return read_legend(rows_around(table))


def rows_around(table: Table) -> Iterator[Sequence[Any]]:
    """The rows above, beside and under a list."""
    rows = table.sheet.rows
    yield from rows[: max(0, table.top - 1)]
    beside = sorted(table.outside)
    if beside:
        yield from ([row[j] for j in beside] for row in rows[max(0, table.top - 1) :][:SEEN])
    for row in rows[max(table.first, len(rows) - SEEN) :]:
        if sum(cell != "" for cell in row) <= FEW:
            yield row


def book_keys(rows_of_sheets: Iterable[Rows]) -> Legend:
    """The keys that stand on any sheet of a workbook, in rows of a text or two at its head and its end."""
    found: dict[str, tuple[str, ...]] = {}
    for rows in rows_of_sheets:
        near = rows[:SEEN] if len(rows) <= 2 * SEEN else [*rows[:SEEN], *rows[-SEEN:]]
        texts = [row for row in near if 0 < sum(cell != "" for cell in row) <= FEW]
        for code, said in {**_spelt_out(texts), **read_legend(texts)}.items():
            found[code] = tuple(dict.fromkeys((*found.get(code, ()), *said)))
    return found


def _spelt_out(rows: Iterable[Sequence[Any]]) -> Legend:
    """Keys of whole words in capitals: `CONF = contract signed, PENCIL = likely`."""
    texts = [cell for row in rows for cell in row if isinstance(cell, str) and "=" in cell]
    return {match[1].lower(): (match[2].strip(),) for text in texts for match in _WORD_KEY.finditer(text)}


def merged_keys(first: Legend, second: Legend) -> Legend:
    """The keys of both, the first's meanings before the second's."""
    codes = {**second, **first}
    return {code: tuple(dict.fromkeys((*first.get(code, ()), *second.get(code, ())))) for code in codes}


def codes_of_people(keys: Legend) -> frozenset[str]:
    """Codes that stand for somebody: their meaning is a name that begins like the code."""
    return frozenset(code for code, said in keys.items() if any(stands_for_person(code, meaning) for meaning in said))


def stands_for_person(code: str, meaning: str) -> bool:
    """Whether a meaning is a name of somebody that begins like the code, which is in lower case."""
    parts = [part for part in meaning.split() if part.strip(".,()") not in _AFTER_NAMES | _BEFORE_NAMES]
    if not 1 <= len(parts) <= 4 or not reads_like_name(meaning) or relationship_of(meaning) or status_of(meaning).said:
        return False
    return parts[0][:1].lower() == code[:1] and (len(code) == 1 or len(parts) == 1 or parts[-1][:1].lower() in code)


def codes_of_relationships(keys: Legend) -> frozenset[str]:
    """Codes that say what an account is to the firm."""
    return frozenset(code for code, said in keys.items() if any(status_of_title(one).relationship for one in said))
