"""A unit of money that a line above a list names once for all its columns: `Fees in £k`, `Honorare in T€`, `$000`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from planner.detection.columns.column_matching import Mapped
from planner.detection.columns.column_profile import profile
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.header_text import Header, read_header
from planner.records.issues import Issue
from planner.vocabulary import Severity

SEARCHED: Final = 8
"""So many lines above a header are looked at, the nearest first."""
THOUSAND: Final = 1e3
LARGEST: Final = 5_000.0
"""A median figure from which a column is hardly written in thousands."""
_CLAUSES: Final = re.compile(r"[.;|]\s+|\s+[–—-]\s+|,\s+(?=\D)")
_OF_MONEY: Final = re.compile(
    r"\b(?:in|all|fees?|fig(?:ure)?s|values?|amounts?|money|billings?|revenue|income|honorar\w*|betr[äa]ge?|angaben"
    r"|umsatz|ums[äa]tze|alles|montants?|honoraires|chiffres|importes?|honorarios|cifras|bedragen|omzet|importi|valores"
    r"|belopp|bel[øo]b)\b",
    re.IGNORECASE,
)
_AMOUNTS: Final = re.compile(r"\b[1-9][\d.,]*\s?k?\b", re.IGNORECASE)
"""Amounts that stand in a line (`10,000`, `40k`) name no unit."""


@dataclass(frozen=True)
class UnitAbove:
    """The clause that names the unit, taken apart, and the row it stands in, from 1."""

    header: Header
    row: int


def with_unit_above(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping with fees read in the thousands that a line above says, where their headers name no unit."""
    fees = {*mapped.fees.all, *(mapped.columns[name] for name in (Field.ANNUAL_FEE,) if name in mapped.columns)}
    plain = [j for j in sorted(fees) if _says_no_unit(mapped, table, body, j)]
    unit = unit_above(table.sheet.rows[: max(0, table.top - 1)]) if plain else None
    if unit is None:
        return mapped
    readings = dict(mapped.readings)
    for j in plain:
        header = readings.get(j) or read_header(table.headers[j])
        currency = header.currency or unit.header.currency
        readings[j] = dataclasses.replace(header, factor=unit.header.factor, currency=currency)
    headers = ", ".join(f"“{table.headers[j]}”" for j in plain)
    issue = Issue(
        "unit-above", Severity.NOTE,
        f"{headers} {'was' if len(plain) == 1 else 'were'} read in thousands, because row {unit.row} says "
        f"“{unit.header.text}”.",
        "Write the unit into the header if that is wrong.", table.sheet.name, f"{letter(plain[0])}{table.header_row}",
        table.headers[plain[0]],
    )  # fmt: skip
    return dataclasses.replace(mapped, readings=readings, issues=(*mapped.issues, issue))


def unit_above(rows: Sequence[Sequence[Any]]) -> UnitAbove | None:
    """The unit of thousands that the lines above a header name, the nearest line first; None where none does."""
    for number in range(len(rows), max(0, len(rows) - SEARCHED), -1):
        for cell in rows[number - 1]:
            if not isinstance(cell, str):
                continue
            for clause in _CLAUSES.split(cell):
                header = read_header(_AMOUNTS.sub("", clause))
                if header.factor == THOUSAND and (_OF_MONEY.search(clause) or len(clause.split()) == 1):
                    return UnitAbove(header, number)
    return None


def _says_no_unit(mapped: Mapped, table: Table, body: Body, column: int) -> bool:
    """Whether a column of fees holds plain figures of a size for thousands under a header without a unit."""
    header = mapped.readings.get(column) or read_header(table.headers[column])
    look = profile(body.columns[column])
    return header.factor == 1.0 and 0 < look.median < LARGEST and not look.signed
