"""The client list as the reader understood it, ready to be written so that it reads back the same.

Values are in canonical units (money a year, hours of the period, ratings 0 to 5), so every field is written under
its own title: a header such as "Fee ($000)" or "hrs/week" would be read as another unit. Columns that fit no field
keep their headers. A list of deals is written as its accounts and, apart, its deals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from planner.arrays import Column
from planner.fields import FIELDS, RATING_OF, Field, Kind
from planner.roster.roster import Deals, Roster
from planner.roster.standing.left_out import leave_out_texts


@dataclass(frozen=True, eq=False)
class ListColumn:
    """One column of a written client list.

    Attributes:
        field: the canonical field, None for a column that fits none.
        header: as written above the column.
        kind: how the cells are to be shown.
        values: text, floats (NaN for a blank) or dates (NaT for a blank), one an account or deal.
    """

    field: Field | None
    header: str
    kind: Kind
    values: Sequence[object]


def list_columns(roster: Roster, columns: Mapping[Field, Column] | None = None) -> list[ListColumn]:
    """The columns of a list with one row an account: fields in the order of the schema, then the user's others.

    Args:
        columns: the fields' values where they are not those of the roster.
    """
    held = roster.columns if columns is None else columns
    found = [_field_column(name, held[name]) for name in Field if name in held]
    for criterion, ratings in roster.fit.items():
        found.append(ListColumn(None, f"Fit: {criterion}", Kind.RATING, ratings.tolist()))
    for person, by_good in roster.raters.items():
        for good, ratings in by_good.items():
            header = f"{FIELDS[RATING_OF[good]].title} — {person}"
            found.append(ListColumn(None, header, Kind.RATING, ratings.tolist()))
    taken = {spec.title.casefold() for spec in FIELDS.values()} | {column.header.casefold() for column in found}
    for header, texts in roster.other.items():
        free = header if header.casefold() not in taken else f"{header} (your column)"
        found.append(ListColumn(None, free, Kind.TEXT, texts.tolist()))
    return found


def stated_columns(roster: Roster) -> list[ListColumn]:
    """The accounts as the file itself gives them: of a list of deals, before the deals are summed for a day.

    Who is left out stands in a column of its own: the section or the remark that said so is not written.
    """
    stated = roster.columns if roster.deals is None else roster.deals.stated
    texts = leave_out_texts(roster)
    return list_columns(roster, {**stated, Field.LEAVE_OUT: texts} if np.any(texts != "") else stated)


def deal_columns(roster: Roster, deals: Deals) -> list[ListColumn]:
    """One row a deal, in the order of the file; columns that no deal fills are left out."""
    accounts = {name: roster.text(name)[deals.account] for name in (Field.ACCOUNT, Field.ACCOUNT_ID)}
    status = np.where(deals.state == "stale", "open", deals.state)
    found: dict[Field, Column] = {
        **accounts,
        Field.DEAL: deals.name,
        Field.STAGE: deals.stage,
        Field.STATUS: status,
        Field.SERVICE: deals.service,
        Field.ANNUAL_FEE: deals.amount,
        Field.PROBABILITY: deals.probability,
        Field.EXPECTED_DATE: deals.expected,
        Field.CREATED_ON: deals.created,
        Field.CLOSED_ON: deals.closed,
        Field.LEAD_SOURCE: deals.source,
    }
    always = (Field.ACCOUNT, Field.DEAL, Field.STAGE, Field.STATUS)
    return [_field_column(name, values) for name, values in found.items() if name in always or _any_known(values)]


def _field_column(name: Field, column: Column) -> ListColumn:
    spec = FIELDS[name]
    return ListColumn(name, spec.title, spec.kind, list(column) if column.dtype.kind == "M" else column.tolist())


def _any_known(column: Column) -> bool:
    if column.dtype.kind == "O":
        return bool(np.any(column != ""))
    return not bool(np.all(np.isnat(column) if column.dtype.kind == "M" else np.isnan(column)))


def as_text(value: object) -> str:
    """A cell's value as text: dates as YYYY-MM-DD, blanks as nothing."""
    if isinstance(value, np.datetime64):
        return "" if np.isnat(value) else str(value.astype("datetime64[D]"))
    return str(value)
