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
from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.header_text import read_header
from planner.parsing.money.money import amount_in
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

MOSTLY: Final = 0.6
HIGHEST: Final = 5.0
"""A fee of more percent of what somebody has is none of a year."""
LEAST_PERCENT: Final = 0.05
"""Of shares that are mostly smaller, 1 is the whole: so cells with the format of a percentage hold them."""
_SHARE: Final = re.compile(
    r"\b(?:fees?|adv(?:isory)?|rate|charge|honorar|frais|tarifa|comisi[oó]n|vergoeding)\b[^%]*%|%\s*(?:fee|charge|aum)\b"
    r"|\b(?:fee|rate|charge)s?\s*\(?\s*(?:bps|basis points)\b|^\s*bps\s*$",
    re.IGNORECASE,
)
_BASIS_POINTS: Final = re.compile(r"\bbps\b|basis points", re.IGNORECASE)
ASSETS: Final = words("aum fum aua assets portfolio invested investable managed funds vermogen encours patrimonio")


def with_shares_of_assets(mapped: Mapped, table: Table, body: Body) -> tuple[Mapped, Body]:
    """The mapping and the rows with fees of a year where the list has a fee in percent, and the sums that it is of."""
    fee = mapped.columns.get(Field.ANNUAL_FEE)
    share = next((j for j in _free(fee, mapped) if _is_share(j, table, body)), None)
    if share is None:
        return mapped, body
    assets = next((j for j in mapped.unmapped if j != share and _are_assets(j, table, body)), None)
    if assets is None:
        return mapped, body
    factor = read_header(table.headers[assets]).factor / _whole(table.headers[share], body.columns[share])
    rows = zip(body.columns[share], body.columns[assets], strict=True)
    columns = (*body.columns[:share], Cells([_fee(one, of, factor) for one, of in rows]), *body.columns[share + 1 :])
    issue = Issue(
        "share-of-assets", Severity.NOTE,
        f"“{table.headers[share]}” was taken of “{table.headers[assets]}”: that is the fee a year.",
        "Write the fee a year into a column of its own if that is wrong.", table.sheet.name,
        f"{letter(share)}{table.header_row}", table.headers[share],
    )  # fmt: skip
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
    kept = tuple(one for one in mapped.issues if one.cell != f"{letter(whole)}{table.header_row}")
    return dataclasses.replace(
        mapped.without(Field.PROBABILITY), likely=mapped.likely - {Field.PROBABILITY}, issues=(*kept, issue)
    )


def _part(cell: Any) -> float:
    """A share as a part of 1: `9%`, 9 and 0.09 are the same."""
    share = _share(cell)
    return share / 100 if share > 1 or (isinstance(cell, str) and "%" in cell) else share


def _free(fee: int | None, mapped: Mapped) -> tuple[int, ...]:
    return mapped.unmapped if fee is None else (fee,)


def _is_share(column: int, table: Table, body: Body) -> bool:
    """Whether small figures stand under a header of fees in percent or in basis points."""
    header = table.headers[column]
    if not _SHARE.search(header):
        return False
    known = [share for share in map(_share, body.columns[column]) if share > 0]
    said = sum(not is_missing(cell) for cell in body.columns[column])
    highest = HIGHEST * (100 if _BASIS_POINTS.search(header) else 1)
    return len(known) > MOSTLY * said and max(known, default=0.0) <= highest


def _are_assets(column: int, table: Table, body: Body) -> bool:
    return bool(ASSETS & set(header_words(table.headers[column]))) and profile(body.columns[column]).money > MOSTLY


def _whole(header: str, cells: Sequence[Any]) -> float:
    """What stands for the whole sum in a column of shares: 100, 10,000 basis points, or 1."""
    if _BASIS_POINTS.search(header):
        return 10_000.0
    shares = sorted(share for share in map(_share, cells) if share > 0)
    return 1.0 if shares[len(shares) // 2] < LEAST_PERCENT else 100.0


def _share(cell: Any) -> float:
    """The figure of a share; 0 where there is none."""
    return amount_in(cell.strip().rstrip("%") if isinstance(cell, str) else cell) or 0.0


def _fee(share: Any, assets: Any, factor: float) -> float | str:
    """The fee of a year, or `""` where one of the two is missing or no number."""
    return round(_share(share) * (amount_in(assets) or 0.0) * factor, 2) or ""
