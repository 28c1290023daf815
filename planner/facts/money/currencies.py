"""The currency of each row's money where its cell does not say it: a column of currencies, or a number format.

A list in one currency has none of this to decide. Where rows differ, an amount in a currency with a rate on the
`Settings` sheet is converted; the others are taken as they stand, with one issue.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from planner.arrays import Numbers
from planner.detection.found_list import FoundList
from planner.detection.table import letter
from planner.fields import FIELDS, Field, Kind
from planner.parsing.cell_values import Parsed, is_missing
from planner.parsing.header_text import plain
from planner.parsing.money.money import CURRENCIES
from planner.records.issues import Issue
from planner.vocabulary import Severity

CURRENCY_HEADERS = frozenset(
    {
        "currency", "currency code", "currency iso code", "deal currency", "opportunity currency", "amount currency",
        "transaction currency", "currency name", "value currency", "fee currency", "deal currency code", "ccy",
    }
)  # fmt: skip
CONVERTED = frozenset({"converted", "usdollar", "base", "company"})
"""Words of a header whose money is in one currency already."""
_BESIDE = re.compile(r"((?<![A-Za-z])[$€£₹]|\b(?:CHF|EUR|GBP|USD)\b)(?=\s?\d)")
"""A currency right before an amount."""
_SAID = re.compile(r"[$€£¥₹₽₩₺₪]|[A-Za-z]{3}\b|\bkr|zł|Kč")


def row_currencies(found: FoundList, column: int) -> list[str] | None:
    """The currency of each row of a column of money, `""` where nothing says it; None where nothing ever does."""
    words = set(plain(found.table.headers[column]).split())
    beside = _currency_column(found) if not words & CONVERTED else None
    scan = found.table.sheet.scan
    formats: Mapping[int, str] = scan.signs.get(letter(column), {}) if scan is not None else {}
    if beside is None and not formats:
        return None
    rows = found.body.rows.tolist()
    signs = [formats.get(row, "") for row in rows] if formats else [""] * len(rows)
    if beside is not None:
        signs = [_sign(cell) or sign for cell, sign in zip(found.body.columns[beside], signs, strict=True)]
    return [CURRENCIES.get(sign.lower(), sign) for sign in signs]


def _currency_column(found: FoundList) -> int | None:
    """An unmapped column of nothing but currencies."""
    for j in found.mapped.unmapped:
        words = plain(found.table.headers[j])
        if words in CURRENCY_HEADERS or words.removeprefix("deal ") in CURRENCY_HEADERS:
            said = {cell for cell in found.body.columns[j] if not is_missing(cell)}
            if said and all(map(_sign, said)):
                return j
    return None


def _sign(cell: Any) -> str:
    """The currency that a cell names: `EUR`, `€`, `US Dollar`; `""` for anything else."""
    if not isinstance(cell, str) or is_missing(cell):
        return ""
    text = cell.strip()
    known = CURRENCIES.get(text.lower()) or _NAMES.get(plain(text))
    return known or (text if re.fullmatch("[A-Z]{3}", text) else "")


_NAMES = {
    "us dollar": "$", "us dollars": "$", "dollar": "$", "u s dollar": "$", "united states dollar": "$",
    "pound": "£", "pound sterling": "£", "british pound": "£", "sterling": "£", "swiss franc": "CHF",
    "canadian dollar": "CAD", "australian dollar": "AUD", "indian rupee": "₹", "yen": "¥", "japanese yen": "¥",
}  # fmt: skip


def bare(cells: Sequence[Any]) -> list[bool]:
    """Which cells hold an amount without a currency of their own."""
    return [not is_missing(cell) and not (isinstance(cell, str) and _SAID.search(cell)) for cell in cells]


def converted(parsed: Parsed, cells: Sequence[Any], signs: Sequence[str], rates: Mapping[str, float]) -> Parsed:
    """A column of money with its rows in other currencies converted, and the currencies that have no rate."""
    alone = bare(cells)
    factors: Numbers = np.array([rates.get(sign, 1.0) if own else 1.0 for sign, own in zip(signs, alone, strict=True)])
    left = {sign for sign, own in zip(signs, alone, strict=True) if own and sign and sign not in rates}
    currencies = tuple(dict.fromkeys((*parsed.currencies, *sorted(left))))
    return dataclasses.replace(parsed, values=parsed.values * factors, currencies=currencies)


def mixed(found: FoundList, column: int, currencies: Sequence[str]) -> Issue:
    """One issue on a column of money in several currencies."""
    header = found.table.headers[column]
    return Issue(
        "currencies-mixed", Severity.WARNING,
        f"{header} holds several currencies ({', '.join(currencies)}); their amounts were taken as they stand.",
        "Write all amounts in one currency, or give rates on the Settings sheet, such as “rate EUR”.",
        found.table.sheet.name, f"{letter(column)}{found.table.header_row}", header,
    )  # fmt: skip


def format_currency(found: FoundList, name: Field, column: int, rates: Mapping[str, float]) -> list[str]:
    """The currency of a money column's number format, where the file shows one and no rate converts it."""
    scan = found.table.sheet.scan
    sign = scan.currencies.get(letter(column), "") if scan and FIELDS[name].kind is Kind.MONEY else ""
    known = CURRENCIES.get(sign.lower(), sign)
    return [known] if known and known not in rates else []


def currency_beside(texts: Iterable[str]) -> str:
    """The one currency of amounts in remarks (`£24k a year`); `""` where there is none, or several.

    Example:
        >>> currency_beside(["fee £24k", "renewal in March", "£250 a session"]), currency_beside(["£20k", "€30k"])
        ('£', '')
    """
    found = {CURRENCIES[match[1].lower()] for text in texts for match in _BESIDE.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def all_currencies(cells: Sequence[Any], parsed: Parsed, formats: Sequence[str]) -> list[str]:
    """The currencies of a column, those of its number format and header among them where a bare number is in it."""
    if not parsed.currencies or not any(map(_is_bare, cells)):
        return list(parsed.currencies)
    return list(dict.fromkeys((*parsed.currencies, *formats)))


def _is_bare(cell: Any) -> bool:
    """Whether a cell is a number without a currency."""
    return isinstance(cell, int | float) or (isinstance(cell, str) and cell.strip()[:1].isdigit())
