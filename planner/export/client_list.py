"""The client list as the reader understood it, ready to be written so that it reads back the same.

Values are in canonical units (money a year, hours of the period, ratings 0 to 5), so headers that name another
unit ("Fee ($000)", "hrs/week") give way to the field's own title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from planner.roster.roster import Roster
from planner.schema import FIELDS, Field, Kind


@dataclass(frozen=True, eq=False)
class ListColumn:
    """One column of a written client list.

    Attributes:
        field: the canonical field, None for a column that fits none.
        header: as written above the column.
        kind: how the cells are to be shown.
        values: text, floats (NaN for a blank) or dates (NaT for a blank), one an account.
    """

    field: Field | None
    header: str
    kind: Kind
    values: Sequence[object]


def list_columns(roster: Roster) -> list[ListColumn]:
    """The columns of a list with one row an account, canonical ones first, in the order of the schema."""
    columns = [
        ListColumn(name, FIELDS[name].title, FIELDS[name].kind, _values(roster, name))
        for name in Field
        if roster.has(name)
    ]
    columns += [
        ListColumn(None, f"Fit: {criterion}", Kind.RATING, ratings.tolist())
        for criterion, ratings in roster.fit.items()
    ]
    taken = {column.header.casefold() for column in columns}
    for header, texts in roster.other.items():
        free = header if header.casefold() not in taken else f"{header} (your column)"
        columns.append(ListColumn(None, free, Kind.TEXT, texts.tolist()))
    return columns


def _values(roster: Roster, name: Field) -> Sequence[object]:
    column = roster.columns[name]
    return list(column) if np.issubdtype(column.dtype, np.datetime64) else column.tolist()


def as_text(value: object) -> str:
    """A cell's value as text: dates as YYYY-MM-DD, blanks as nothing."""
    if isinstance(value, np.datetime64):
        return "" if np.isnat(value) else str(value.astype("datetime64[D]"))
    return str(value)
