"""Money a month or a quarter that a column beside it tells from money that is paid once (`mensual`, `única`)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from statistics import median
from types import MappingProxyType
from typing import Any, Final

from planner.detection.columns.mapped import Mapped
from planner.detection.headers.header_words import header_words
from planner.detection.keys import rows_around
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, as_cells, is_missing
from planner.parsing.header_text import read_header
from planner.parsing.money.fee_texts import says_for_what
from planner.parsing.money.money import amount_in, thousands_sign
from planner.parsing.money.periods_beside import LETTERS, times_a_year
from planner.parsing.standing.legends import Legend
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.text import listed
from planner.vocabulary import Severity

BILLED: Final = words(
    "billing billed invoicing invoiced payment abrechnung rechnung zahlung facturation paiement facturacion pago"
    " facturatie factuur betaling fatturazione pagamento"
)
"""Words of headers that say how often a fee of a year is asked for, where its size does not say otherwise."""
PER: Final = words("per each basis unit einheit pro par por")
"""Words of headers of what an amount is paid for."""
UNITS: Final = MappingProxyType({52.0: "week", 12.0: "month", 4.0: "quarter"})
SEVERAL: Final = 2
"""So many different periods, or a period and what is paid once, have to stand in the column."""
A_BILL: Final = re.compile(
    r"\b(?:per|each|every)\s(?:bill|invoice|instal+ment|payment|billing|billing period|period)\b"
    r"|\b(?:pro|je)\s(?:rechnung|rate|zahlung|abrechnung)\b|\bpar\s(?:facture|[ée]ch[ée]ance)\b"
    r"|\bpor\s(?:factura|recibo|cuota|fatura)\b|\bper\s(?:factuur|termijn|fattura|rata)\b",
    re.IGNORECASE,
)
"""Words of a header or a line that say that a fee is what one bill asks for (`Fee is per bill`)."""
MUCH_LARGER: Final = 1.7
"""Those billed every month are no smaller in a year than those billed every quarter."""
AS_LARGE: Final = 0.5
"""What is paid every month is no larger than this part of what others pay at once or in a year."""


def with_periods(mapped: Mapped, body: Body, table: Table, keys: Legend) -> tuple[Mapped, Body]:
    """The mapping and the rows with fees a year where a column says which of them are of a month or a quarter; a note
    where it seems to say only how often a fee of a year is billed.

    Args:
        keys: what codes mean, by code in lower case (`q` → quarterly).
    """
    fee = mapped.columns.get(Field.ANNUAL_FEE)
    if fee is None or read_header(table.headers[fee]).per or Field.ANNUAL_FEE in mapped.given:
        return mapped, body
    free = (*mapped.unmapped, *(mapped.columns[name] for name in (Field.TYPE, Field.SERVICE) if name in mapped.columns))
    for j in sorted(free):
        per = set(header_words(table.headers[j])) <= PER
        times = _times_beside(body.columns[j], table.headers[j], keys, per)
        if times and (per or _are_of_periods(body.columns[fee], body.columns[j], times, table, (fee, j))):
            return _multiplied(mapped, table, body, (fee, j), times)
        if times and BILLED & set(header_words(table.headers[j])):
            return _as_billed(mapped, table, (fee, j)), body
    return mapped, body


def _times_beside(periods: Sequence[Any], header: str, keys: Legend, per: bool) -> Mapping[str, float]:
    """How often a year each text of a column says that money is paid: in words, in codes that a key explains, or in
    letters that everybody knows under a header that speaks of billing."""
    cells = as_cells(periods)
    if not cells.kinds <= {str}:
        return {}
    letters = LETTERS if BILLED & set(header_words(header)) else {}
    meant = {
        text: (*keys.get(low, ()), letters.get(low, text))[0]
        for text in cells.texts
        if (low := text.strip().lower()) and not is_missing(text)
    }
    times = times_a_year(meant.values(), some=per)
    return {text: times[said] for text, said in meant.items() if said in times}


def _are_of_periods(
    fees: Sequence[Any], periods: Sequence[Any], times: Mapping[str, float], table: Table, pair: tuple[int, int]
) -> bool:
    """Whether the sheet says that fees are those of a bill, or what is paid every month or quarter is small beside the
    rest; without a rest, whether the header does not say how a fee is only billed."""
    rows = zip(fees, periods, strict=True)
    known = [(amount, times[said]) for cell, said in rows if said in times and (amount := _figure(cell))]
    often = [amount for amount, many in known if many > 1]
    rest = [amount for amount, many in known if many <= 1]
    if not often or len(set(times.values())) < SEVERAL:
        return False
    if _says_a_bill(table, pair) or _grow_with_periods(known):
        return True
    return median(often) <= AS_LARGE * median(rest) if rest else not BILLED & set(header_words(table.headers[pair[1]]))


def _grow_with_periods(known: Sequence[tuple[float, float]]) -> bool:
    """Whether what is paid every quarter is much larger than what is paid every month, in several rows of each."""
    by_times = {many: [amount for amount, times in known if times == many] for many in (4.0, 12.0)}
    quarters, months = by_times[4.0], by_times[12.0]
    return min(len(quarters), len(months)) >= SEVERAL and median(quarters) >= MUCH_LARGER * median(months)


def _says_a_bill(table: Table, pair: tuple[int, int]) -> bool:
    """Whether a header, or a line above, beside or under the list, says that its fees are those of one bill."""
    lines = (cell for row in rows_around(table) for cell in row if isinstance(cell, str))
    return any(A_BILL.search(text) for text in (*(table.headers[j] for j in pair), *lines))


def _as_billed(mapped: Mapped, table: Table, pair: tuple[int, int]) -> Mapped:
    """The mapping with a fee taken for that of a year, however often it is billed: it is told and asked about."""
    fee, j = pair
    issue = Issue(
        "fee-basis", Severity.NOTE,
        f"“{table.headers[fee]}” was taken for a fee a year, which is only billed as “{table.headers[j]}” says.",
        "If it is what one bill asks for, write “Fee per bill” over it.", table.sheet.name,
        f"{letter(fee)}{table.header_row}", table.headers[fee],
    )  # fmt: skip
    fees = dataclasses.replace(mapped.fees, main=fee, unclear=True)
    return dataclasses.replace(mapped, fees=fees, issues=(*mapped.issues, issue))


def _multiplied(
    mapped: Mapped, table: Table, body: Body, pair: tuple[int, int], times: Mapping[str, float]
) -> tuple[Mapped, Body]:
    fee, j = pair
    rows = list(zip(body.columns[fee], body.columns[j], strict=True))
    others = sorted({said for cell, said in rows if said not in times and not is_missing(said) and cell != ""})
    cells = Cells("" if said in others else _times(cell, times.get(said, 1.0)) for cell, said in rows)
    shown = ", ".join(f"“{said}” × {many:g}" for said, many in sorted(times.items()) if many > 1)
    aside = f" What is paid by {listed([f'“{said}”' for said in others])} was read as no fee." if others else ""
    issue = Issue(
        "fee-basis", Severity.WARNING if others else Severity.NOTE,
        f"“{table.headers[fee]}” was made a fee a year by what “{table.headers[j]}” says beside it: {shown}.{aside}",
        "Write the fee a year into a column of its own if that is wrong.", table.sheet.name,
        f"{letter(fee)}{table.header_row}", table.headers[fee],
    )  # fmt: skip
    columns = (*body.columns[:fee], cells, *body.columns[fee + 1 :])
    return dataclasses.replace(mapped, issues=(*mapped.issues, issue)), dataclasses.replace(body, columns=columns)


def _times(cell: Any, many: float) -> Any:
    """A fee so many times; as it stands where it is paid once, or says itself what it is for."""
    if many <= 1 or (isinstance(cell, str) and says_for_what(cell)):
        return cell
    if isinstance(cell, str) and many in UNITS and _figure(cell):
        return f"{cell} / {UNITS[many]}"
    amount = _figure(cell)
    return cell if amount is None else amount * many


def _figure(cell: Any) -> float | None:
    """The amount in a cell, a point before three digits parting thousands."""
    return amount_in(cell, isinstance(cell, str) and thousands_sign(cell) == ".")
