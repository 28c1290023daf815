"""A fee in percent of another sum: of what a household has with the firm, which together are the fee of a year (`AUM` ×
`Fee %`); of what a building costs, where the fee stands beside it and the percentage is no chance."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any, Final

from planner.detection.columns.fees.rates import LOOKED_AT, are_the_fee
from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import profile
from planner.detection.columns.scores.fee_shares import is_share_of_a_fee
from planner.detection.columns.scores.score import Column
from planner.detection.columns.second_columns import TWO_COLUMNS, named
from planner.detection.columns.unit_above import unit_above
from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, is_missing, is_number
from planner.parsing.header_text import read_header
from planner.parsing.money.money import amount_in, decimal_comma_votes, thousands_sign
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

MOSTLY: Final = 0.6
HIGHEST: Final = 5.0
"""A fee of more percent of what somebody has is none of a year."""
BASIS_POINTS: Final = 10_000.0
LEAST_PERCENT: Final = 0.05
"""Of shares that are mostly smaller, 1 is the whole: so cells with the format of a percentage hold them."""
_SHARE: Final = re.compile(
    r"\b(?:fees?|adv(?:isory)?|rate|charge|honorar|frais|tarifa|comisi[oó]n|vergoeding)\b[^%]*%|%\s*(?:fee|charge|aum)\b"
    r"|\b(?:fee|rate|charge)s?\s*\(?\s*(?:bps|basis points)\b|^\s*bps\s*$",
    re.IGNORECASE,
)
_OF_FEES: Final = re.compile(
    r"^\W*(?:our\s|annual\s|ongoing\s|advis(?:er|or|ory)\s|management\s|mgmt\s)*(?:fees?|charges?|rate|commission"
    r"|honorar|geb[uü]hr|provision|honoraires|frais|commission|honorarios|tarifa|comisi[oó]n|vergoeding|provisie"
    r"|onorario|commissione|honor[aá]rios|comiss[aã]o)\W*$",
    re.IGNORECASE,
)
"""Headers of fees that say nothing of percent, where the cells do."""
_IN_PERCENT: Final = re.compile(r"^\s*[~c]?\.?\s*(\d{1,3}(?:[.,]\d{1,3})?)\s?(?:%(?!.*\d)|bps\b)", re.IGNORECASE)
"""A share, or basis points, with no sum behind it (`1%`, `0.75% AUM`, `75 bps`)."""
LEAST_ASSETS: Final = 10_000.0
"""Sums mostly smaller are written in a unit that nothing names, and no fee can be reckoned of them."""
_MILLIONS: Final = re.compile(r"(?<![^\W_])(?:m|mm|mn|mio|mill?)(?![^\W_])", re.IGNORECASE)
"""What says millions in a header of assets, where it is no month (`AUM (m)`)."""
_BASIS_POINTS: Final = re.compile(r"\bbps\b|basis points", re.IGNORECASE)
ASSETS: Final = words("aum fum aua assets portfolio invested investable managed funds vermogen encours patrimonio")


def with_shares_of_assets(mapped: Mapped, table: Table, body: Body) -> tuple[Mapped, Body]:
    """The mapping and the rows with fees of a year where the list has a fee in percent, and the sums that it is of."""
    fee = mapped.columns.get(Field.ANNUAL_FEE)
    share = next((j for j in _free(fee, mapped) if _is_share(j, table, body)), None)
    if share is None:
        return _told(mapped, table, body), body
    assets = next((j for j in mapped.unmapped if j != share and _are_assets(j, table, body)), None)
    if assets is None:
        return _told(mapped, table, body), body
    unit = _unit(table.headers[assets])
    if profile(body.columns[assets]).median * unit < LEAST_ASSETS:
        return _told(mapped, table, body), body
    whole = _whole(table.headers[share], body.columns[share])
    rows = zip(body.columns[share], _sums(body.columns[assets]), strict=True)
    reckoned = Cells([_fee(one, unit * of, whole) for one, of in rows])
    columns = (*body.columns[:share], reckoned, *body.columns[share + 1 :])
    issue = Issue(
        "share-of-assets", Severity.NOTE,
        f"“{table.headers[share]}” was taken of “{table.headers[assets]}”: that is the fee a year.",
        "Write the fee a year into a column of its own if that is wrong.", table.sheet.name,
        f"{letter(share)}{table.header_row}", table.headers[share],
    )  # fmt: skip
    if mapped.columns.get(Field.PROBABILITY) == share:
        mapped = dataclasses.replace(mapped.without(Field.PROBABILITY), likely=mapped.likely - {Field.PROBABILITY})
    mapped = mapped.with_fees_in(table, share, frozenset(), issue)
    return mapped, dataclasses.replace(body, columns=columns)


def without_shares_of_the_fee(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping without chances that, taken of a sum beside them, are the fee (`Taux` of `Montant travaux`), which is
    told."""
    fee, share = mapped.columns.get(Field.ANNUAL_FEE), mapped.columns.get(Field.PROBABILITY)
    if fee is None or share is None or Field.PROBABILITY in mapped.given:
        return mapped
    shares, fees = list(map(_part, body.columns[share][:LOOKED_AT])), body.columns[fee]
    sums = (j for j in mapped.unmapped if profile(body.columns[j]).money > MOSTLY)
    whole = next((j for j in sums if are_the_fee(shares, body.columns[j], fees)), None)
    if whole is None:
        return mapped
    issue = Issue(
        "share-of-the-fee", Severity.NOTE,
        f"“{table.headers[share]}” of “{table.headers[whole]}” is “{table.headers[fee]}”: it says how the fee is "
        "reckoned, and was not taken for a chance.",
        "Write the chance into a column of its own (“Chance”).", table.sheet.name,
        f"{letter(share)}{table.header_row}", table.headers[share],
    )  # fmt: skip
    kept = tuple(one for one in mapped.issues if not _speaks_of(one, table, share, whole))
    return dataclasses.replace(
        mapped.without(Field.PROBABILITY), likely=mapped.likely - {Field.PROBABILITY}, issues=(*kept, issue)
    )


def _told(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping with a note on a share of another sum, where that is all that the list says of fees."""
    free = () if Field.ANNUAL_FEE in mapped.columns else mapped.unmapped
    described = (Column(j, read_header(table.headers[j]), "", profile(body.columns[j])) for j in free)
    share = next((column.at for column in described if is_share_of_a_fee(column)), None)
    if share is None:
        return mapped
    issue = Issue(
        "share-of-a-sum", Severity.WARNING,
        f"“{table.headers[share]}” says what part of another sum the fee is, and no column what that comes to in a "
        "year; it was not read as a fee.", "Add a column of the fee a year.", table.sheet.name,
        f"{letter(share)}{table.header_row}", table.headers[share],
    )  # fmt: skip
    return dataclasses.replace(mapped, issues=(*mapped.issues, issue))


def _speaks_of(issue: Issue, table: Table, share: int, whole: int) -> bool:
    """Whether a note tells of the whole, or of a choice for the chance that does not hold any more."""
    of_whole = issue.cell in {letter(whole), f"{letter(whole)}{table.header_row}"}
    return of_whole or (issue.code == TWO_COLUMNS and named(table.headers[share], share) in issue.message)


def _part(cell: Any) -> float:
    """A share as a part of 1: `9%`, 9 and 0.09 are the same."""
    share = _share(cell)
    return share / 100 if share > 1 or (isinstance(cell, str) and "%" in cell) else share


def _free(fee: int | None, mapped: Mapped) -> tuple[int, ...]:
    """The columns that may hold the shares: that of the fee, else those of nothing, or of chances by their look."""
    if fee is not None:
        return (fee,)
    chance = mapped.columns.get(Field.PROBABILITY)
    guessed = chance is not None and Field.PROBABILITY not in mapped.given
    return (*mapped.unmapped, chance) if chance is not None and guessed else mapped.unmapped


def _is_share(column: int, table: Table, body: Body) -> bool:
    """Whether small figures stand under a header of fees in percent or in basis points, or shares under one of fees.

    Nobody pays five pounds a year for the care of a fortune: beside assets such figures are shares too.
    """
    header = table.headers[column]
    cells = [cell for cell in body.columns[column] if not is_missing(cell)]
    if _SHARE.search(header):
        known = [share for share in map(_share, cells) if share > 0]
        highest = HIGHEST * (100 if _BASIS_POINTS.search(header) else 1)
    elif _OF_FEES.match(header):
        known = [_share(cell) / (1 if "%" in cell else 100) for cell in cells if _in_percent(cell)]
        if all(map(is_number, cells)) and unit_above(table.sheet.rows[: max(0, table.top - 1)]) is None:
            known = list(map(float, cells))
        highest = HIGHEST
    else:
        return False
    return len(known) > MOSTLY * len(cells) and max(known, default=0.0) <= highest


def _in_percent(cell: Any) -> bool:
    return isinstance(cell, str) and _IN_PERCENT.match(cell) is not None


def _unit(header: str) -> float:
    """What one unit of a column of assets is worth: a million under `AUM (m)`."""
    factor = read_header(header).factor
    return 1e6 if factor == 1.0 and _MILLIONS.search(header) else factor


def _are_assets(column: int, table: Table, body: Body) -> bool:
    return bool(ASSETS & set(header_words(table.headers[column]))) and profile(body.columns[column]).money > MOSTLY


def _whole(header: str, cells: Sequence[Any]) -> float:
    """What stands for the whole sum in a column of shares: 100, 10,000 basis points, or 1."""
    if _BASIS_POINTS.search(header):
        return BASIS_POINTS
    shares = sorted(share for share in map(_share, cells) if share > 0)
    return 1.0 if shares[len(shares) // 2] < LEAST_PERCENT else 100.0


def _share(cell: Any) -> float:
    """The figure of a share; 0 where there is none."""
    match = _IN_PERCENT.match(cell) if isinstance(cell, str) else None
    return float(match[1].replace(",", ".")) if match else amount_in(cell) or 0.0


def _fee(share: Any, assets: float, whole: float) -> Any:
    """The fee of a year, or `""` where one of the two is missing; a fee that is written as money stays as it is."""
    if _in_percent(share):
        whole = 100.0 if "%" in share else BASIS_POINTS
    elif _share(share) > HIGHEST * whole / 100 or (isinstance(share, str) and "%" in share):
        return share
    return round(_share(share) * assets / whole, 2) or ""


def _sums(cells: Sequence[Any]) -> list[float]:
    """The amounts of a column, its decimal sign the one that most of its cells show; 0 where there is none."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    comma, point = decimal_comma_votes(texts)
    points = any(thousands_sign(text) == "." for text in texts)
    return [amount_in(cell, comma > point or (points and comma == point)) or 0.0 for cell in cells]
