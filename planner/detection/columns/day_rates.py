"""A rate a day beside the days a year: together they are the fee (`Tagessatz` × `Tage 2026`).

A rate alone is no fee a year: it is left aside, and that is told.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any, Final

from planner.detection.columns.candidates import GUESSED
from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import profile
from planner.detection.columns.scores.fee_words import RATES
from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, Unreadable
from planner.parsing.header_text import read_header
from planner.parsing.money.money import read_amount
from planner.parsing.word_lists import words
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.vocabulary import Level, Severity

MOSTLY: Final = 0.8
MOST_DAYS: Final = 366.0
DEAREST_DAY: Final = 5_000.0
"""A rate of more is none of a day."""
LEAST_ROWS: Final = 3
LOOKED_AT: Final = 400
"""So many rows show whether a fee is days times a rate."""
CLOSE: Final = 0.01
_RATE: Final = re.compile(
    r"\bday[\s-]*(?:rate|price)s?\b|\bdaily\s+(?:rate|fee|price)s?\b|\b(?:rate|fee|price|charge)s?\s*(?:/|per|a)\s*day\b"
    r"|[$€£]\s*(?:/|per|a)\s*day\b"
    r"|\btagess[aä]tze?\b|\btagessatz\b|\b(?:tarif|taux|prix)\s*(?:/|par|du)?\s*jour(?:nalier)?\b|\btjm\b"
    r"|\bdagtarie(?:f|ven)\b|\btarief\s*(?:/|per)\s*dag\b|\b(?:tarifa|precio)\s*(?:/|por|al)?\s*d[ií]a(?:ria)?\b"
    r"|\btariffa\s+giornaliera\b|\bdagsats\b|\bdagarvode\b",
    re.IGNORECASE,
)
DAYS: Final = words("days day jours jour tage dagen dage dager dagar dias giorni dni")
NO_WORK: Final = words(
    "payment overdue since last until age paid debtor credit terms contact open outstanding zahlung retard rate bd"
    " development"
)
"""Words of headers of days that are not worked for the account."""


def with_day_rates(mapped: Mapped, table: Table, body: Body) -> tuple[Mapped, Body]:
    """The mapping and the rows with fees of a year where the list has a rate a day, and days beside it."""
    rate = _rate(mapped, table, body)
    if rate is None:
        return mapped, body
    days = _days(mapped, table, body)
    if days is None:
        return _left_aside(mapped, table, rate), body
    a_year = read_header(table.headers[days]).per_year
    cells = [_fee(a, b, a_year) for a, b in zip(body.columns[rate], body.columns[days], strict=True)]
    columns = (*body.columns[:rate], Cells(cells), *body.columns[rate + 1 :])
    issue = Issue(
        "day-rate", Severity.NOTE,
        f"“{table.headers[rate]}” was multiplied by “{table.headers[days]}”: a rate a day by days a year is the fee.",
        "Write the fee a year into a column of its own if that is wrong.", table.sheet.name,
        f"{letter(rate)}{table.header_row}", table.headers[rate],
    )  # fmt: skip
    mapped = mapped.without(Field.CURRENT_HOURS) if mapped.columns.get(Field.CURRENT_HOURS) == days else mapped
    match = ColumnMatch(table.headers[rate], letter(rate), GUESSED, level=Level.LIKELY)
    mapped = dataclasses.replace(
        mapped,
        columns={**mapped.columns, Field.ANNUAL_FEE: rate},
        matches={Field.ANNUAL_FEE: match, **mapped.matches},
        likely=mapped.likely - {Field.ANNUAL_FEE},
        fees=dataclasses.replace(mapped.fees, main=rate, unclear=False),
        unmapped=tuple(j for j in mapped.unmapped if j not in {rate, days}),
        issues=(*mapped.issues, issue),
    )
    return mapped, dataclasses.replace(body, columns=columns)


def without_days_sold(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping without hours today that, times a rate beside them, are the fee: they are sold, and that is told."""
    fee, days = mapped.columns.get(Field.ANNUAL_FEE), mapped.columns.get(Field.CURRENT_HOURS)
    if fee is None or days is None or Field.CURRENT_HOURS in mapped.given:
        return mapped
    rates = [j for j in mapped.unmapped if profile(body.columns[j]).money > MOSTLY]
    rate = next((j for j in rates if _are_the_fee(body.columns[days], body.columns[j], body.columns[fee])), None)
    if rate is None:
        return mapped
    issue = Issue(
        "days-sold", Severity.NOTE,
        f"“{table.headers[days]}” times “{table.headers[rate]}” is “{table.headers[fee]}”: that time is sold, so it "
        "was not taken for the time that you give today to winning work.",
        "Write that time into a column of its own (“Hours now”).", table.sheet.name,
        f"{letter(days)}{table.header_row}", table.headers[days],
    )  # fmt: skip
    return dataclasses.replace(mapped.without(Field.CURRENT_HOURS), issues=(*mapped.issues, issue))


def _are_the_fee(days: Sequence[Any], rates: Sequence[Any], fees: Sequence[Any]) -> bool:
    """Whether in most rows that say all three the first times the second is the third."""
    figures = (map(_figure, cells[:LOOKED_AT]) for cells in (days, rates, fees))
    known = [row for row in zip(*figures, strict=True) if all(row)]
    alike = sum(abs(one * rate - fee) <= CLOSE * fee for one, rate, fee in known)
    return len(known) >= LEAST_ROWS and alike >= MOSTLY * len(known)


def _figure(cell: Any) -> float:
    """The amount in a cell; 0 where there is none."""
    try:
        return _number(cell)
    except (Unreadable, ValueError):
        return 0.0


def _rate(mapped: Mapped, table: Table, body: Body) -> int | None:
    """The column of rates a day, where no other is the fee."""
    fee = mapped.columns.get(Field.ANNUAL_FEE)
    free = mapped.unmapped if fee is None else (fee,)
    found = [j for j in free if _RATE.search(table.headers[j])]
    if not found and _days(mapped, table, body) is not None:
        found = [j for j in free if set(header_words(table.headers[j])) & RATES and _a_day(body.columns[j])]
    return next((j for j in found if profile(body.columns[j]).money > MOSTLY), None)


def _a_day(cells: Sequence[Any]) -> bool:
    """Whether amounts are as small as what a day costs."""
    return 0 < profile(cells).median <= DEAREST_DAY


def _days(mapped: Mapped, table: Table, body: Body) -> int | None:
    """The column of days worked for the account: of several the last, which speaks of the latest year."""
    free = {*mapped.unmapped, *(mapped.columns[name] for name in (Field.CURRENT_HOURS,) if name in mapped.columns)}
    found = [j for j in sorted(free) if _says_days(table.headers[j]) and _holds_days(body.columns[j])]
    return found[-1] if found else None


def _says_days(header: str) -> bool:
    said = set(header_words(header))
    return bool(said & DAYS) and not said & NO_WORK and read_header(header).per != "week"


def _holds_days(cells: Sequence[Any]) -> bool:
    look = profile(cells)
    return look.money > MOSTLY and not look.signed and max(look.amounts, default=0.0) > 0 and look.median <= MOST_DAYS


def _fee(rate: Any, days: Any, a_year: float) -> float | str:
    """The fee of a year, or `""` where one of the two is missing or no number, or no day is booked."""
    try:
        return _number(rate) * _number(days) * a_year or ""
    except (Unreadable, ValueError):
        return ""


def _number(cell: Any) -> float:
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        raise ValueError(cell)
    return read_amount(cell, False).value if isinstance(cell, str) else float(cell)


def _left_aside(mapped: Mapped, table: Table, rate: int) -> Mapped:
    """The mapping without a rate that no days stand beside, which is told."""
    issue = Issue(
        "day-rate", Severity.WARNING,
        f"“{table.headers[rate]}” is a rate a day, and no column says how many days a year; it was not read as a fee.",
        "Add a column of days a year, or one of the fee a year.", table.sheet.name,
        f"{letter(rate)}{table.header_row}", table.headers[rate],
    )  # fmt: skip
    mapped = mapped.without(Field.ANNUAL_FEE) if Field.ANNUAL_FEE in mapped.columns else mapped
    return dataclasses.replace(mapped, issues=(*mapped.issues, issue))
