"""Lists of invoices: every row is work that was billed, so its client is a client and its sum part of a year's fee."""

from __future__ import annotations

from collections.abc import Mapping

from planner.arrays import Column, Texts, same_text
from planner.detection.columns.fee_columns import TAXES
from planner.detection.headers.header_words import header_words
from planner.detection.list_finder import FoundList
from planner.fields import Field
from planner.parsing.word_lists import words

INVOICE = words(
    """invoice invoices invoiced rechnung rechnungen rechnungsnr rechnungsdatum facture factures factura facturas
    factuur facturen receipt receipts belegnr creditnote"""
)
SUMS = words("net gross netto brutto total amount betrag montant importe bedrag ht ttc")
NO_INVOICES = frozenset({Field.STAGE, Field.PROBABILITY, Field.RELATIONSHIP, Field.CURRENT_HOURS})
"""What a list of invoices does not have."""


def invoice_states(found: FoundList, columns: Mapping[Field, Column], size: int) -> Texts | None:
    """(n,) `won` for every row of a list of invoices; None where the list is none."""
    if NO_INVOICES & columns.keys() or Field.ANNUAL_FEE not in columns or not size:
        return None
    said = [set(header_words(text)) for text in found.table.headers if text]
    billed = any(INVOICE & one for one in said)
    taxed = any(TAXES & one for one in said) and any(SUMS & one for one in said)
    names = columns[Field.ACCOUNT]
    repeated = len(set(names.tolist())) < size
    dated = any(name in columns for name in (Field.EXPECTED_DATE, Field.CREATED_ON, Field.CLOSED_ON, Field.WON_ON))
    return same_text(size, "won") if (billed or taxed) and repeated and dated else None


def is_pipeline(columns: Mapping[Field, Column]) -> bool:
    """Whether a list with one row an account says what may be won: a chance, or a fee with a day."""
    has = columns.keys()
    return Field.PROBABILITY in has or {Field.ANNUAL_FEE, Field.EXPECTED_DATE} <= has
