"""Which rows of a list were billed something, which nothing, and which are billed every year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np

from planner.detection.columns.scores.fee_words import EXPECTED, PAST
from planner.detection.columns.scores.money_columns import is_part_year, year_of
from planner.detection.found_list import FoundList
from planner.detection.headers.header_words import header_words
from planner.detection.headers.periods import columns_of_ages
from planner.detection.headers.work_words import JOBS, WORKED
from planner.facts.money.several_years import is_of_several_years
from planner.fields import Field
from planner.parsing.cell_values import Cells, as_cells, is_missing, is_number
from planner.parsing.header_text import read_header
from planner.parsing.money.money import NOTHING
from planner.parsing.text_cells import read_yes_no, to_text
from planner.parsing.word_lists import words

PAID = words(
    """billed invoiced invd received recd collected paid verrechnet abgerechnet fakturiert bezahlt facture factures
    encaisse encaissee paye facturado cobrado pagado gefactureerd gefact betaald incassato pagato faturado recebido"""
)
COUNTED = frozenset({int, float, str})
TICKED = words("paid pd settled")
PARTLY = words("part partly partial half deposit")
"""What is written under `Paid` of who paid some of it."""
INVOICES = words("invoice invoices inv")
NOT_YET = words("not be yet next")
DASHES = frozenset("-–—")
THIS_YEAR_AND_ON = 9999
"""What stands for the year of a column of this year so far, which is later than every year that another one names."""
SEVERAL = 2
MOST_RECURRING = 0.7
"""Where more of the fees are written as those of a year, that says nothing of one of them."""
_NOT_ZERO = re.compile(r"[1-9]|[^\W\d_]{4,}")
_AMOUNT = re.compile(r"^(?:[£$€₹]|CHF|EUR|Fr\.?)?\s?\d[\d,.'’ ]*\s?(?:[kK%]|[.,]?[-–]+|€|CHF|EUR)?$")
_EVERY = re.compile(
    r"\bp\.?\s?a\b\.?|\bper ann|/\s?(?:yr|year|mo|mth|month|jahr|monat|an|mois|a[nñ]o|mes|jaar|mnd)\b|\bpcm\b"
    r"|\b(?:a|per|each|every) (?:year|month)\b|\bp\.?\s?m\b\.?|\bretainer\b|\bim (?:jahr|monat)\b|\bpar (?:an|mois)\b"
    r"|\bal (?:a[nñ]o|mes)\b|\bper (?:jaar|maand)\b",
    re.IGNORECASE,
)


def recurring_rows(found: FoundList) -> frozenset[int]:
    """Rows with a fee of every year or month (`£900 p.a.`) in a column of other amounts, and those of which a column
    that fills the gaps of the fee says that they were billed, or pay every month; money of the next work does not."""
    column, fill = found.mapped.columns.get(Field.ANNUAL_FEE), found.mapped.fees.fill
    if column is None:
        return frozenset()
    cells = as_cells(found.body.columns[column])
    every = {text for text in cells.texts if _EVERY.search(text)}
    rows = [i for i, cell in enumerate(cells) if cell in every] if every else []
    filled = np.count_nonzero(cells.said)
    further = found.mapped.fees.further
    monthly = further is not None and read_header(found.table.headers[further]).per_year > 1.0
    fill = None if fill is not None and _is_ahead(found.table.headers[fill]) else fill
    paid = rows_with_amounts(found, [j for j in (fill, further if monthly else None) if j is not None])
    return paid | frozenset(rows if len(rows) <= MOST_RECURRING * filled else ())


def _is_ahead(header: str) -> bool:
    """Whether money under a header is of what is still to come, and none was paid."""
    said = set(header_words(header))
    return bool(said & EXPECTED) and not said & PAST


def unrenewed_rows(found: FoundList, billed: frozenset[int]) -> frozenset[int]:
    """Rows of which something was billed and nothing is expected, where a column of its own says what is."""
    expected = found.mapped.fees.expected
    if expected is None or found.mapped.fees.billed is None:
        return frozenset()
    cells = found.body.columns[expected]
    return frozenset(row for row in billed if is_missing(cells[row]) or _is_zero(cells[row]))


def unpaid_rows(found: FoundList) -> frozenset[int]:
    """Rows with a fee of 0."""
    column = found.mapped.columns.get(Field.ANNUAL_FEE)
    fees = found.mapped.fees.all | ({column} if column is not None else set())
    return rows_of_zeros(found, fees)


def rows_without_fees(found: FoundList) -> frozenset[int]:
    """Rows without a fee, where others have one."""
    column = found.mapped.columns.get(Field.ANNUAL_FEE)
    paid = rows_with_amounts(found, found.mapped.fees.all | ({column} if column is not None else set()))
    return frozenset(range(len(found.body.rows))) - paid if paid else frozenset()


def unhired_rows(found: FoundList) -> frozenset[int]:
    """Rows with no fee and no job in any column that counts jobs (`Jobs 2026`), where others have some."""
    counts = [
        j
        for j in found.mapped.unmapped
        if JOBS & set(header_words(found.table.headers[j])) and as_cells(found.body.columns[j]).kinds <= COUNTED
    ]
    hired = rows_with_amounts(found, counts)
    return rows_without_fees(found) - hired if hired else frozenset()


def idle_rows(found: FoundList) -> frozenset[int]:
    """Rows with a 0 for the last of the years that headers of money name, where there are several."""
    money = {*found.mapped.fees.all, *found.mapped.fees.before, *found.mapped.unmapped}
    years = {j: year_of(found.table.headers[j]) for j in money}
    newest = max(years.values(), default=0)
    last = [j for j, year in years.items() if year == newest]
    if len({year for year in years.values() if year}) < SEVERAL or not rows_with_amounts(found, last):
        return frozenset()
    return rows_of_zeros(found, last)


def billing_columns(found: FoundList) -> frozenset[int]:
    """The columns of what was billed last, this year so far among them; else what was paid in several years."""
    fees = found.mapped.fees
    column = fees.billed if fees.billed is not None else fees.main if fees.past else None
    if column is None and fees.fill is not None and is_of_several_years(found.table.headers[fees.fill]):
        column = fees.fill
    return frozenset() if column is None else frozenset({column, *fees.years})


def billed_rows(found: FoundList) -> frozenset[int]:
    """Rows of which something was billed, or is owed; a year's value with a chance beside it is still to be won."""
    billing, headers = billing_columns(found), found.table.headers
    owing = rows_with_amounts(found, columns_of_ages(headers))
    rows, chance = rows_with_amounts(found, billing), found.mapped.columns.get(Field.PROBABILITY)
    if chance is None or found.mapped.fees.paid or any(PAST & set(header_words(headers[j])) for j in billing):
        return rows | owing
    return (rows - rows_with_amounts(found, (chance,))) | owing


def paid_rows(found: FoundList) -> frozenset[int]:
    """Rows of which a column beside the fee says that some of it was invoiced or paid (`Inv'd so far`)."""
    fee = found.mapped.columns.get(Field.ANNUAL_FEE)
    told = [j for j, text in enumerate(found.table.headers) if j != fee and _says_part(text)]
    sums = frozenset(i for cells in _cells(found, told) for i, said in enumerate(cells.map(_is_sum)) if said)
    return sums | _ticked_as_paid(found, fee) | _forecast_again(found)


def _forecast_again(found: FoundList) -> frozenset[int]:
    """Rows that paid in an earlier year and of which something is forecast without a chance: they are to pay again."""
    fees, chance = found.mapped.fees, found.mapped.columns.get(Field.PROBABILITY)
    if not fees.forecast or fees.expected is None:
        return frozenset()
    doubtful = rows_with_amounts(found, () if chance is None else (chance,))
    return (rows_with_amounts(found, (fees.expected,)) & earlier_rows(found)) - doubtful


def _ticked_as_paid(found: FoundList, fee: int | None) -> frozenset[int]:
    """Rows with a fee that a column under `Paid` ticks; those that it does not tick too where it ticks most."""
    headers = found.table.headers
    column = next((j for j, text in enumerate(headers) if text and set(header_words(text)) <= TICKED), None)
    if column is None or fee is None:
        return frozenset()
    said = as_cells(found.body.columns[column]).map(lambda cell: to_text(cell).strip().lower().rstrip("."))
    amounts = rows_with_amounts(found, (fee,))
    paid = {i for i, text in enumerate(said) if i in amounts and (text in PARTLY or read_yes_no(text) is True)}
    unpaid = {i for i, text in enumerate(said) if i in amounts and read_yes_no(text) is False}
    return frozenset(paid | unpaid if len(paid) > len(unpaid) else paid)


def _says_part(header: str) -> bool:
    """Whether a header speaks of money that was paid, of no year; `Not yet invoiced` was not."""
    said = set(header_words(header))
    part = PAID & said or ("%" in header and INVOICES & said)
    return bool(part) and not said & NOT_YET and not year_of(header)


def earlier_rows(found: FoundList) -> frozenset[int]:
    """Rows of which something was billed in years before that of the fee (`2025` beside `Billed YTD`), or days or hours
    were worked then (`Tage 2025` beside `Umsatz 2026`)."""
    column = found.mapped.columns.get(Field.ANNUAL_FEE)
    header = found.table.headers[column] if column is not None else ""
    so_far = is_part_year(header) and not read_header(header).per  # money of every month is of no year
    last = year_of(header) or (THIS_YEAR_AND_ON if so_far else 0)
    headers = {j: found.table.headers[j] for j in found.mapped.unmapped if 0 < year_of(found.table.headers[j]) < last}
    days = {j for j, text in headers.items() if WORKED & set(header_words(text)) or text.strip("$£€ ").isdecimal()}
    fill = found.mapped.fees.fill  # of a later year, whoever paid in it is no client of before
    since = (fill,) if fill is not None and year_of(found.table.headers[fill]) > last else ()
    return rows_with_amounts(found, {*found.mapped.fees.before, *days}) - rows_with_amounts(found, since)


def rows_with_amounts(found: FoundList, columns: Iterable[int]) -> frozenset[int]:
    """Rows with something but 0 in one of some columns."""
    cells = _cells(found, columns)
    return frozenset(i for one in cells for i, said in enumerate(one.map(_is_amount)) if said)


def rows_of_zeros(found: FoundList, columns: Iterable[int]) -> frozenset[int]:
    """Rows with a 0 in one of some columns."""
    return frozenset(i for cells in _cells(found, columns) for i, zero in enumerate(cells.map(_is_zero)) if zero)


def _cells(found: FoundList, columns: Iterable[int]) -> list[Cells]:
    return [as_cells(found.body.columns[j]) for j in columns]


def _is_amount(cell: Any) -> bool:
    """Whether a cell says something that is not 0."""
    return not is_missing(cell) and not _is_zero(cell)


def _is_sum(cell: Any) -> bool:
    """Whether a cell is an amount above 0, and no day, tick or number of a bill."""
    if isinstance(cell, str):
        return _AMOUNT.match(cell.strip()) is not None and not _is_zero(cell)
    return is_number(cell) and cell > 0


def _is_zero(cell: Any) -> bool:
    """Whether a cell is an amount of 0, as text files and people write it too (`0,00 €`, a dash, `nil`)."""
    if isinstance(cell, str):
        if cell.strip() in DASHES or cell.strip().lower() in NOTHING:
            return True
        return "0" in cell and not _NOT_ZERO.search(cell)
    return bool(cell == 0)
