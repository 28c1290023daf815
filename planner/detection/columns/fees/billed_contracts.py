"""What of a contract was billed so far, beside the contract itself: the fee is what the contract comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.money_columns import year_of
from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.money.money import amount_in
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

SO_FAR: Final = words("billed invoiced invd")
OF_A_TIME: Final = words("last previous prior past year month quarter ytd this current fiscal")
CONTRACT: Final = words("contract contracted agreed awarded order")
LEAST_ROWS: Final = 3
NEARLY_ALL: Final = 0.9
ROUNDED: Final = 1.02


def with_contracts(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping with the contract for the fee where another column, of no year, says how much of it was billed; as it
    is where none does, or more was billed than was agreed."""
    fee = mapped.columns.get(Field.ANNUAL_FEE)
    if fee is None or Field.ANNUAL_FEE in mapped.given:
        return mapped
    said = [set(header_words(header)) for header in table.headers]
    money = sorted({fee, *mapped.fees.all, *mapped.unmapped})
    billed = [j for j in money if said[j] & SO_FAR and not said[j] & OF_A_TIME and not year_of(table.headers[j])]
    whole = [j for j in money if said[j] & CONTRACT and not said[j] & SO_FAR]
    pairs = ((j, k) for j in billed for k in whole if _is_part(body.columns[j], body.columns[k]))
    pair = next(pairs, None)
    if pair is None or pair[1] == mapped.fees.further or (pair[1] == fee and mapped.fees.all <= {fee}):
        return mapped
    part, contract = pair
    issue = Issue(
        "contract-billed", Severity.NOTE,
        f"“{table.headers[part]}” is what was billed of “{table.headers[contract]}”, which was taken for the fee.",
        "Map annual_fee to another column if that is wrong.", table.sheet.name,
        f"{letter(contract)}{table.header_row}", table.headers[contract],
    )  # fmt: skip
    return mapped.with_fees_of(table, contract, issue)


def _is_part(billed: Sequence[Any], contracts: Sequence[Any]) -> bool:
    """Whether amounts are nearly everywhere at most those beside them, and somewhere less."""
    amounts = ([amount_in(cell) or 0.0 for cell in cells] for cells in (billed, contracts))
    known = [(one, all_) for one, all_ in zip(*amounts, strict=True) if all_]
    within = sum(one <= ROUNDED * all_ for one, all_ in known)
    return len(known) >= LEAST_ROWS and within >= NEARLY_ALL * len(known) and any(one < all_ for one, all_ in known)
