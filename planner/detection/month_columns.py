"""Hours and money that stand month by month (`Jan` … `Dec`): together hours a month, and what was billed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Final

from planner.detection.columns.candidates import LIKELY
from planner.detection.columns.fee_columns import FeeColumns
from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import profile
from planner.detection.columns.scores.money_columns import year_of
from planner.detection.columns.scores.score import TO_WIN
from planner.detection.columns.scores.value_evidence import LARGE_NUMBER
from planner.detection.headers.periods import LEAST, is_quarter, month_of
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, Unreadable, clean, is_missing
from planner.parsing.header_text import read_header
from planner.parsing.money.money import to_number
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.vocabulary import Level, Severity

QUARTERS: Final = 4
MONTHS_OF_A_YEAR: Final = 12
ROUNDED: Final = 0.01
"""By so much of itself a total may differ from the sum of its months."""
TWO_COLUMNS: Final = "two-columns"
MOSTLY_MONEY: Final = 0.8


def with_month_hours(mapped: Mapped, table: Table, body: Body) -> tuple[Mapped, Body]:
    """The mapping and the rows with the hours of several months as the mean of a month, in the first of their columns.

    Months in which nothing stands for anybody are no part of it: they are still to come, or to be planned.
    """
    first = mapped.columns.get(Field.CURRENT_HOURS)
    if first is None or Field.CURRENT_HOURS in mapped.given:
        return mapped, body
    months = _months_beside(table, first)
    used = [j for j in months if any(not is_missing(cell) for cell in body.columns[j])]
    if len(used) < LEAST:
        return mapped, body
    rows = zip(*(body.columns[j] for j in used), strict=True)
    cells = Cells(_mean(row, bool(table.sheet.decimal_comma)) for row in rows)
    columns = (*body.columns[:first], cells, *body.columns[first + 1 :])
    places = {f"{letter(j)}{table.header_row}" for j in months}
    header = dataclasses.replace(read_header(table.headers[first]), per="month")
    names = f"“{table.headers[used[0]]}” to “{table.headers[used[-1]]}”"
    issue = Issue(
        "hours-of-months", Severity.NOTE,
        f"{names} hold the hours of {len(used)} months; what an account gets in one of them on average was taken as "
        "its hours a month.",
        "Write the hours of the coming quarter into a column of their own if that is wrong.", table.sheet.name,
        f"{letter(first)}{table.header_row}", table.headers[first],
    )  # fmt: skip
    others = tuple(one for one in mapped.issues if not _of_months(one, places | {letter(j) for j in months}))
    readings = {**mapped.readings, first: header}
    return (
        dataclasses.replace(mapped, readings=readings, issues=(*others, issue)),
        dataclasses.replace(body, columns=columns),
    )


def with_month_fees(mapped: Mapped, table: Table, body: Body, today: dt.date) -> tuple[Mapped, Body]:
    """The mapping and the rows with the money of several months or quarters as one sum, where the list says no other
    fee than that of one of them; of more than a year the last one. A column that holds that sum is the fee itself."""
    months = _columns_of_fees(mapped, table, body)
    if len(months) < LEAST:
        return mapped, body
    comma, first = bool(table.sheet.decimal_comma), months[0]
    cells = _sums(body, months, comma)
    fee = _fee_column(mapped)
    free = sorted({*mapped.unmapped, *mapped.fees.all} - set(months), key=lambda j: (j != fee, j))
    total = next((j for j in free if _is_sum(body.columns[j], cells, comma)), None)
    if fee is not None and fee != total and not (month_of(table.headers[fee]) or is_quarter(table.headers[fee])):
        return mapped, body
    main = first if total is None else total
    match = ColumnMatch(table.headers[main], letter(main), LIKELY, level=Level.LIKELY)
    places = {place for j in months for place in (letter(j), f"{letter(j)}{table.header_row}")}
    months_read = mapped.readings.get(first, read_header(table.headers[first]))
    header = read_header(table.headers[main])
    factor = header.factor if header.factor != 1.0 else months_read.factor
    currency = header.currency or months_read.currency
    past = _are_billed(mapped, [table.headers[j] for j in (*months, main)], today)
    read = dataclasses.replace(
        mapped,
        columns={**mapped.columns, Field.ANNUAL_FEE: main},
        matches={**mapped.matches, Field.ANNUAL_FEE: match},
        unmapped=tuple(j for j in mapped.unmapped if j not in months and j != main),
        likely=mapped.likely - {Field.ANNUAL_FEE},
        fees=FeeColumns(main=main, unclear=True, past=past),
        readings={**mapped.readings, main: dataclasses.replace(header, factor=factor, currency=currency)},
        issues=(
            *(one for one in mapped.issues if not _of_months(one, places)),
            _told(table, months, total),
        ),
    )
    if total is not None:
        return read, body
    return read, dataclasses.replace(body, columns=(*body.columns[:first], cells, *body.columns[first + 1 :]))


def _columns_of_fees(mapped: Mapped, table: Table, body: Body) -> list[int]:
    """The columns of the months or quarters of a year that hold fees; fewer than `LEAST` where there are none."""
    fee = _fee_column(mapped)
    if Field.ANNUAL_FEE in mapped.given:
        return []
    if fee is not None and month_of(table.headers[fee]):
        free = {*mapped.unmapped, fee}
        return [j for j in _months_beside(table, fee) if j in free][-MONTHS_OF_A_YEAR:]
    if fee is not None and not is_quarter(table.headers[fee]):
        months = _periods(mapped, table, month_of)[-MONTHS_OF_A_YEAR:]
        return months if mapped.fees.all <= {fee, *months} else []
    months = _periods(mapped, table, is_quarter)[-QUARTERS:]
    if fee is None:
        months = months or _periods(mapped, table, month_of)
    return months if all(_is_money(body.columns[j]) for j in months) else []


def _fee_column(mapped: Mapped) -> int | None:
    return mapped.columns.get(Field.ANNUAL_FEE, mapped.fees.main)


def _sums(body: Body, months: Sequence[int], decimal_comma: bool) -> Cells:
    """What the columns of some months add up to in each row, empty where nothing stands in any."""
    rows = zip(*(body.columns[j] for j in months), strict=True)
    means = [_mean(row, decimal_comma) for row in rows]
    return Cells("" if mean == "" else round(len(months) * mean, 2) for mean in means)


def _are_billed(mapped: Mapped, headers: Sequence[str], today: dt.date) -> bool:
    """Whether the money of some periods was billed: what may still be won, or is of a year to come, was not."""
    return not set(TO_WIN) & mapped.columns.keys() and max(map(year_of, headers)) <= today.year


def _is_sum(column: Sequence[Any], sums: Sequence[Any], comma: bool) -> bool:
    """Whether a column holds the sums of others, in nearly all rows that have both."""
    both = zip((_number(cell, comma) for cell in column), sums, strict=True)
    known = [(total, float(part)) for total, part in both if total and part != ""]
    alike = sum(abs(total - part) <= ROUNDED * max(1.0, abs(part)) for total, part in known)
    return len(known) >= LEAST and alike >= MOSTLY_MONEY * len(known)


def _told(table: Table, months: Sequence[int], total: int | None) -> Issue:
    """What is said of the money of several months, and of the column that adds it up."""
    first, last = (table.headers[months[at]] for at in (0, -1))
    what = f"“{first}” to “{last}” hold money of {len(months)} {'quarters' if is_quarter(first) else 'months'}"
    at = months[0] if total is None else total
    return Issue(
        "fees-of-months", Severity.WARNING if total is None else Severity.NOTE,
        f"{what}; their sum was taken for the fee of a year." if total is None
        else f"{what}; “{table.headers[total]}” adds it up and was taken for the fee of a year.",
        "Write the fee a year into a column of its own if that is wrong.", table.sheet.name,
        f"{letter(at)}{table.header_row}", table.headers[at],
    )  # fmt: skip


def _periods(mapped: Mapped, table: Table, is_period: Callable[[str], object]) -> list[int]:
    """The columns of months or quarters that were taken for nothing but a fee."""
    free = {*mapped.unmapped, *mapped.fees.all, mapped.columns.get(Field.ANNUAL_FEE)}
    return [j for j, header in enumerate(table.headers) if j in free and is_period(header)]


def _is_money(cells: Cells) -> bool:
    """Whether a column of a month holds amounts of a size that no hours of a month have."""
    look = profile(cells)
    return look.money > MOSTLY_MONEY and (look.signed > MOSTLY_MONEY or look.median >= LARGE_NUMBER)


def _of_months(issue: Issue, places: set[str]) -> bool:
    return issue.code == TWO_COLUMNS and issue.cell in places


def _months_beside(table: Table, column: int) -> list[int]:
    """The columns of months under the same title as one of them, itself among them; empty where it is no month."""
    month = month_of(table.headers[column])
    if not month:
        return []
    above = table.above[column] if table.above else ""
    same = [j for j in range(len(table.headers)) if (table.above[j] if table.above else "") == above]
    return [j for j in same if month_of(table.headers[j])]


def _mean(row: tuple[Any, ...], decimal_comma: bool) -> Any:
    """The mean of some cells, empty ones as 0; empty where all are."""
    numbers = [_number(cell, decimal_comma) for cell in row if not is_missing(cell)]
    known = [number for number in numbers if number is not None]
    return sum(known) / len(row) if known else ""


def _number(cell: Any, decimal_comma: bool) -> float | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return None
    try:
        return to_number(clean(cell), decimal_comma) if isinstance(cell, str) else float(cell)
    except Unreadable:
        return None
