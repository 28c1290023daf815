"""Units of money that stand in a line above the list: `Fees in £k`, `Honorare in T€`, `$000`."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import profile
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.header_text import Header, read_header
from planner.records.issues import Issue
from planner.vocabulary import Severity

LAST, FEW = 40, 2
"""So many rows at the end of a sheet, of so few cells, are looked at for what is said of a day."""
SEARCHED: Final = 8
"""So many lines above a header are looked at, the nearest first."""
FACTORS: Final = MappingProxyType({1e3: "thousands", 1e5: "lakhs", 1e7: "crores"})
LARGEST: Final = 5_000.0
"""A median figure from which a column is hardly written in thousands."""
_CLAUSES: Final = re.compile(r"[.;|]\s+|\s+[–—-]\s+|,\s+(?=\D)")
_OF_MONEY: Final = re.compile(
    r"\b(?:in|all|fees?|fig(?:ure)?s|values?|amounts?|money|billings?|revenue|income|honorar\w*|betr[äa]ge?|angaben"
    r"|umsatz|ums[äa]tze|alles|montants?|honoraires|chiffres|importes?|honorarios|cifras|bedragen|omzet|importi|valores"
    r"|belopp|bel[øo]b)\b",
    re.IGNORECASE,
)
_AMOUNTS: Final = re.compile(r"\b[1-9][\d.,]*\s?(?:k|l|lacs?|lakhs?|crs?|crores?)?\b", re.IGNORECASE)
"""Amounts that stand in a line (`10,000`, `40k`) name no unit."""


_DAY: Final = re.compile(
    r"(?:man|person)?[- ]?\b(?:day|tag|pt|jour|jh|d[ií]a|dag|giorno|giornata)\b\s*"
    r"(?:=|:|is|of|at|sind|entspricht|equals|vaut|son)\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*"
    r"(?:h|hrs?|hours?|std|stunden|heures?|horas?|uur|uren|ore|timer|timmar)\b",
    re.IGNORECASE,
)
"""How many hours a day of the list has (`1 man-day = 7 hrs`)."""
LONGEST_DAY: Final = 16.0


@dataclass(frozen=True)
class UnitAbove:
    """The clause that names the unit, taken apart, and the row it stands in, from 1."""

    header: Header
    row: int


def with_unit_above(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping with fees read in the thousands that a line above says, where their headers name no unit."""
    fees = {*mapped.fees.all, *(mapped.columns[name] for name in (Field.ANNUAL_FEE,) if name in mapped.columns)}
    bare = [j for j in sorted(fees) if _says_no_unit(mapped, table, body, j)]
    unit = unit_above(table.sheet.rows[: max(0, table.top - 1)]) if bare else None
    if unit is None:
        return mapped
    readings = dict(mapped.readings)
    for j in bare:
        header = readings.get(j) or read_header(table.headers[j])
        currency = header.currency or unit.header.currency
        readings[j] = dataclasses.replace(header, factor=unit.header.factor, currency=currency)
    headers = ", ".join(f"“{table.headers[j]}”" for j in bare)
    issue = Issue(
        "unit-above", Severity.NOTE,
        f"{headers} {'was' if len(bare) == 1 else 'were'} read in {FACTORS[unit.header.factor]}, because row "
        f"{unit.row} says “{unit.header.text}”.",
        "Write the unit into the header if that is wrong.", table.sheet.name, f"{letter(bare[0])}{table.header_row}",
        table.headers[bare[0]],
    )  # fmt: skip
    return dataclasses.replace(mapped, readings=readings, issues=(*mapped.issues, issue))


def with_day_length(mapped: Mapped, table: Table) -> Mapped:
    """The mapping with the hours of a day that a line above or under the list says, where time is written in days."""
    column = mapped.columns.get(Field.CURRENT_HOURS)
    header = None if column is None else mapped.readings.get(column) or read_header(table.headers[column])
    if column is None or header is None or not header.days:
        return mapped
    rows = (*table.sheet.rows[: max(0, table.top - 1)], *table.sheet.rows[table.first :][-LAST:])
    texts = (cell for row in rows if sum(one != "" for one in row) <= FEW for cell in row if isinstance(cell, str))
    hours = next((float(said[1].replace(",", ".")) for said in map(_DAY.search, texts) if said), None)
    if hours is None or not 0 < hours <= LONGEST_DAY:
        return mapped
    readings = {**mapped.readings, column: dataclasses.replace(header, day_hours=hours)}
    return dataclasses.replace(mapped, readings=readings)


def unit_above(rows: Sequence[Sequence[Any]]) -> UnitAbove | None:
    """The unit of thousands, lakhs or crores that the lines above a header name,
    the nearest line first; None where none does."""
    for number in range(len(rows), max(0, len(rows) - SEARCHED), -1):
        for cell in rows[number - 1]:
            if not isinstance(cell, str):
                continue
            for clause in _CLAUSES.split(cell):
                header = read_header(_AMOUNTS.sub("", clause))
                of_money = _OF_MONEY.search(clause) or header.currency or len(clause.split()) == 1
                if header.factor in FACTORS and of_money:
                    return UnitAbove(header, number)
    return None


def _says_no_unit(mapped: Mapped, table: Table, body: Body, column: int) -> bool:
    """Whether a column of fees holds plain figures of a size for thousands under a header without a unit."""
    header = mapped.readings.get(column) or read_header(table.headers[column])
    look = profile(body.columns[column])
    return header.factor == 1.0 and 0 < look.median < LARGEST and not look.signed
