"""Rows of lists that accounting programs write: documents of several kinds, and suppliers beside customers.

Of documents, invoices and what corrects them are what was billed, and quotes that nobody has answered what may be. What
was cancelled or is a draft, and what stands for money that an invoice holds too, is left out; so is a supplier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from planner.detection.columns.mapped import Mapped
from planner.detection.exports.activity_rows import without_rows
from planner.detection.headers.document_words import ACCEPTED, BILLED, CANCELLED, KNOWN, NO_BILLS, QUOTES
from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, as_cells, is_missing
from planner.parsing.header_text import plain
from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.remark_families import NOT_TO_WIN
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.text_cells import to_text
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Relationship, Severity

FIRST = 3
"""A column of kinds begins with one: so many cells of others need no closer look."""
MOST_KINDS = 12
MOSTLY = 0.9
NUMBERS = words("number id no code numero nummer nr")
CUSTOMER = ("kunde", "customer", "client", "debitor", "klant", "debiteur", "cliente")
TOLD_OF_ACCOUNTS = (
    Field.OWNER, Field.ANNUAL_FEE, Field.PROBABILITY, Field.STAGE, Field.EXPECTED_DATE, Field.CURRENT_HOURS,
)  # fmt: skip
SUPPLIER = ("lieferant", "supplier", "vendor", "kreditor", "fournisseur", "proveedor", "leverancier", "crediteur")


def kinds_of_documents(columns: Sequence[Sequence[Any]]) -> list[str] | None:
    """(n,) the kind of each document in plain words, where a column holds little else and one is an invoice."""
    for column in columns:
        if not any(isinstance(cell, str) and plain(cell) in KNOWN for cell in column[:FIRST]):
            continue
        cells = as_cells(column)
        if len(cells.distinct) > MOST_KINDS:
            continue
        texts = _in_plain_words(cells)
        said = [text for text in texts if text]
        if said and sum(text in KNOWN for text in said) >= MOSTLY * len(said) and BILLED & set(said):
            return texts
    return None


def without_other_documents(body: Body, table: Table, account: int) -> Body:
    """The invoices, credit notes and unanswered quotes of a list of documents; all rows of another list.

    The accepted quotes of whoever has no invoice yet stay: they are all that says that it is a client.
    """
    kinds = kinds_of_documents(body.columns)
    if kinds is None:
        return body
    states, names = _states(body.columns), body.columns[account]
    billed = {name for name, kind in zip(names, kinds, strict=True) if kind in BILLED}
    why: dict[int, str] = {}
    for i, kind in enumerate(kinds):
        if states[i] in CANCELLED or kind in NO_BILLS:
            why[i] = "no bill" if kind in NO_BILLS else "cancelled or a draft"
        elif kind in QUOTES and states[i] in ACCEPTED and names[i] in billed:
            why[i] = "an accepted quote, which is billed"
    if not why or len(why) == len(kinds):
        return body
    return without_rows(body, table, account, why, _left_out(why, table))


def _left_out(why: Mapping[int, str], table: Table) -> Issue:
    said = "; ".join(f"{count:,} {reason}" for reason, count in Counter(why.values()).items())
    return Issue(
        "other-documents", Severity.NOTE,
        f"Of the documents these were left out, as what counts is what was billed: {said}.",
        "Leave them out of the export, or call them invoices.", table.sheet.name,
    )  # fmt: skip


def _states(columns: Sequence[Sequence[Any]]) -> list[str]:
    """(n,) the word for what became of each document, `""` where none is known."""
    states = [""] * len(columns[0])
    known = CANCELLED | ACCEPTED
    for column in columns:
        cells = as_cells(column)
        if len(cells.distinct) > MOST_KINDS or not known & {plain(text) for text in cells.texts}:
            continue
        texts = _in_plain_words(cells)
        states = [text if text in known else state for text, state in zip(texts, states, strict=True)]
    return states


def _in_plain_words(cells: Cells) -> list[str]:
    return cells.map(lambda cell: "" if is_missing(cell) else plain(to_text(cell)))


def without_suppliers(body: Body, table: Table, account: int) -> Body:
    """The rows of a list of contacts that have a number as a customer, or none as a supplier."""
    ours, theirs = numbered(table.headers, CUSTOMER), numbered(table.headers, SUPPLIER)
    if ours is None or theirs is None or not body.columns:
        return body
    bought = as_cells(body.columns[theirs]).said & ~as_cells(body.columns[ours]).said
    out = bought.nonzero()[0].tolist()
    if not out or len(out) == len(bought):
        return body
    return without_rows(
        body, table, account, dict.fromkeys(out, "is a supplier"), Issue(
            "suppliers", Severity.NOTE,
            f"{len(out):,} row{'s have' if len(out) > 1 else ' has'} a number under “{table.headers[theirs]}” and none "
            f"under “{table.headers[ours]}”: no client; left out.",
            "Give a number as a customer to those who are.", table.sheet.name,
        ),
    )  # fmt: skip


def without_kinds_of_suppliers(body: Body, table: Table, mapped: Mapped) -> Body:
    """The rows without those that a column of types beside clients calls suppliers, and of which nothing is said that
    is said of accounts; a supplier who pays, or whom somebody looks after, may be an account too."""
    j = next((mapped.columns[name] for name in (Field.TYPE, Field.RELATIONSHIP) if name in mapped.columns), None)
    if j is None or not body.columns:
        return body
    kinds = [to_text(cell).strip() for cell in body.columns[j]]
    told = [body.columns[mapped.columns[name]] for name in TOLD_OF_ACCOUNTS if name in mapped.columns]
    out = [
        i
        for i, kind in enumerate(kinds)
        if " ".join(words_of(kind)) in NOT_TO_WIN and all(is_missing(cells[i]) or not cells[i] for cells in told)
    ]
    if not out or not told or Relationship.CLIENT not in map(relationship_of, set(kinds)):
        return body
    return without_rows(
        body, table, mapped.columns[Field.ACCOUNT], dict.fromkeys(out, "is a supplier"), Issue(
            "suppliers", Severity.NOTE,
            f"{len(out):,} row{'s are' if len(out) > 1 else ' is'} called “{kinds[out[0]]}” under "
            f"“{table.headers[j]}”, and nobody of yours and no fee stands beside: no client; left out.",
            "Call them clients or prospects there if they are.", table.sheet.name,
            f"{letter(j)}{int(body.rows[out[0]])}", table.headers[j],
        ),
    )  # fmt: skip


def numbered(headers: Sequence[str], who: Sequence[str]) -> int | None:
    """The column of the numbers that a program gives to customers or suppliers."""
    for j, text in enumerate(headers):
        said = header_words(text) if text else ()
        whole = plain(text).replace(" ", "") if text else ""
        if any(
            (one in said and NUMBERS & set(said)) or (whole.startswith(one) and whole.endswith(("nummer", "nr")))
            for one in who
        ):
            return j
    return None
