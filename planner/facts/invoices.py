"""Lists of invoices and of contracts, and registers of billed work: every row is work that was hired, so its client is
a client and its sum part of a year's fee."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from planner.arrays import Column, Texts, same_text
from planner.detection.columns.scores.fee_words import TAXES
from planner.detection.exports.documents import kinds_of_documents
from planner.detection.found_list import FoundList
from planner.detection.headers.document_words import ACCEPTED, CREDITS, QUOTES
from planner.detection.headers.header_words import header_words
from planner.detection.registers import is_register
from planner.facts.standing.standing import Standing
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.header_text import plain
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import chance_of_stage, is_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import State
from planner.parsing.text_cells import as_texts
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Origin, Relationship, Severity

INVOICE = words(
    """invoice invoices invoiced rechnung rechnungen rechnungsnr rechnungsdatum facture factures factura facturas
    factuur facturen receipt receipts belegnr creditnote"""
)
QUOTED = words("quoted quote quotation estimate offered proposed angebot angeboten devis presupuesto offerte")
"""Words of headers of what was offered: each row is an offer, whatever was invoiced of it."""
SUMS = words("net gross netto brutto total amount betrag montant importe bedrag ht ttc")
KEYS = words("id key number code reference")
"""Words of the headers of keys."""
HIRED: Final = frozenset({str(Relationship.CLIENT), str(Relationship.PAST_CLIENT)})
OPEN = words("open active offen laufend ouvert ouverte abierto abierta activo lopend actief")
PENDING = words("pending prospective proposed intake lead anfrage prospectif pendiente aanvraag")
SO_FAR = words(
    """billed bill unbilled invoiced remaining backlog cmpl complete completed wip earned abgerechnet fakturiert rest
    restbetrag balance fertigstellung facture reste avancement facturado avance gefactureerd resterend"""
)
"""Words of headers over how far work under contract is."""
INVOICED_SO_FAR = words("invoiced billed abgerechnet facture facturado gefactureerd")
UP_TO_NOW = words("date far bisher already now")
LEAST_SO_FAR = 2
LONGEST_INITIALS = 3
SAYS_MORE = frozenset({Field.STATUS, Field.ANNUAL_FEE, Field.EXPECTED_DATE, Field.RELATIONSHIP})
"""What a register of work has that says which of it was given, and by whom; one without is all of clients."""
NO_INVOICES = frozenset({Field.STAGE, Field.PROBABILITY, Field.RELATIONSHIP, Field.CURRENT_HOURS})
"""What a list of invoices does not have."""


@dataclass(frozen=True, eq=False)
class Settled:
    """What has become of the rows of a list.

    Attributes:
        states: (n,) `won`, `lost` or `""` for each row of a list of invoices, contracts or billed work; None where the
            list is none.
        invoices: whether they are invoices, so that an account pays in a year what they add up to.
    """

    states: Texts | None = None
    invoices: bool = False


def settled(found: FoundList, columns: Mapping[Field, Column], size: int) -> Settled:
    """What has become of the rows of a list of invoices or of contracts."""
    invoices = _invoice_states(found, columns, size)
    if invoices is not None:
        return Settled(invoices, invoices=True)
    if is_register(found) and not SAYS_MORE & columns.keys():
        return Settled(same_text(size, "won"))
    contracts = _contract_states(found, columns, size)
    return Settled(_backlog_states(found, columns) if contracts is None else contracts)


def _invoice_states(found: FoundList, columns: Mapping[Field, Column], size: int) -> Texts | None:
    """(n,) `won` for every row of a list of invoices, `""` for a quote among them; None where the list is none."""
    told = columns.keys() - {Field.RELATIONSHIP} | found.mapped.columns.keys()  # a title may be no relationship
    if NO_INVOICES & told or Field.ANNUAL_FEE not in columns or not size:
        return None
    match = found.mapped.matches.get(Field.ANNUAL_FEE)
    if match is not None and QUOTED & set(header_words(match.header)):
        return None
    said = [set(header_words(text)) for text in found.table.headers]
    billed = any(INVOICE & one and not _holds_initials(found.body.columns[j]) for j, one in enumerate(said))
    taxed = any(TAXES & one for one in said) and any(SUMS & one for one in said)
    names = columns[Field.ACCOUNT]
    repeated = len(set(names.tolist())) < size
    dated = any(name in columns for name in (Field.EXPECTED_DATE, Field.CREATED_ON, Field.CLOSED_ON, Field.WON_ON))
    if not ((billed or taxed) and repeated and dated):
        return None
    kinds = kinds_of_documents(found.body.columns)
    if kinds is None:
        return same_text(size, "won")
    rows = zip(kinds, _status_of(columns, size), strict=True)
    return as_texts(["" if kind in QUOTES and plain(status) not in ACCEPTED else "won" for kind, status in rows])


def _holds_initials(cells: Sequence[Any]) -> bool:
    """Whether a column holds nothing but a few letters each, as `Inv.` over investigators does, and no invoices."""
    texts = [cell.strip() for cell in cells if isinstance(cell, str) and cell.strip()]
    return bool(texts) and all(text.isalpha() and len(text) <= LONGEST_INITIALS for text in texts)


def credits_subtracted(
    found: FoundList, columns: Mapping[Field, Column]
) -> tuple[Mapping[Field, Column], tuple[Issue, ...]]:
    """The fees with those of credit notes below zero, where a list of documents writes them all without a sign, and a
    note on them; both are empty where there are none."""
    kinds = kinds_of_documents(found.body.columns) if Field.ANNUAL_FEE in columns else None
    if kinds is None:
        return {}, ()
    amounts = columns[Field.ANNUAL_FEE]
    credit = np.array([kind in CREDITS for kind in kinds], dtype=np.bool_)
    if not np.any(amounts[credit] > 0) or np.any(amounts[credit] < 0):
        return {}, ()
    at = int(np.flatnonzero(credit & (amounts > 0))[0])
    match, many = found.mapped.matches[Field.ANNUAL_FEE], int(np.sum(credit & (amounts > 0)))
    issue = Issue(
        "credits-subtracted", Severity.NOTE,
        f"{'A credit note stands' if many == 1 else f'{many:,} credit notes stand'} under “{match.header}” without a "
        f"minus; {'it was' if many == 1 else 'they were'} taken off what was billed.",
        "Write a minus before credit notes, or call them invoices where they are.", found.table.sheet.name,
        f"{match.column}{int(found.body.rows[at])}",
    )  # fmt: skip
    return {Field.ANNUAL_FEE: np.where(credit, -amounts, amounts)}, (issue,)


def _status_of(columns: Mapping[Field, Column], size: int) -> list[str]:
    return columns[Field.STATUS].tolist() if Field.STATUS in columns else [""] * size


def stages_of_quotes(found: FoundList, columns: Mapping[Field, Column], states: Texts | None) -> Texts | None:
    """(n,) what the list calls a quote for each quote among invoices that is not settled, else its status; None where
    there is none or the list has stages of its own."""
    if states is None or Field.STAGE in columns or not np.any(states == ""):
        return None
    kinds = kinds_of_documents(found.body.columns)
    if kinds is None:
        return None
    status = _status_of(columns, len(kinds))
    waits = [not state and not outcome_of(said) for state, said in zip(states.tolist(), status, strict=True)]
    return as_texts([kind.capitalize() if one else said for kind, said, one in zip(kinds, status, waits, strict=True)])


def _contract_states(found: FoundList, columns: Mapping[Field, Column], size: int) -> Texts | None:
    """(n,) `won` or `lost` for every row of a list of running contracts, each with a number of its own."""
    if (NO_INVOICES | {Field.DEAL}) & columns.keys() or not {Field.ANNUAL_FEE, Field.STATUS} <= columns.keys():
        return None
    keyed = any(
        {"contract", "retainer", "subscription", "agreement", "order"} & set(header_words(text))
        and KEYS & set(header_words(text))
        and all_different(found.body.columns[j])
        for j, text in enumerate(found.table.headers)
    )
    if not keyed or len(set(columns[Field.ACCOUNT].tolist())) == size:
        return None
    return as_texts(["lost" if _is_over(text) else "won" for text in columns[Field.STATUS]])


def _backlog_states(found: FoundList, columns: Mapping[Field, Column]) -> Texts | None:
    """(n,) `won` for each row of a report of work under contract, which says what of it is billed, left or done, `""`
    for those that are still to be won; None where the list is none. Stages of work have numbers."""
    said = [set(header_words(text)) for text in found.table.headers]
    sold = any(map(is_stage, set(columns.get(Field.STAGE, ())))) and not _mostly_invoiced(found, said)
    if sold or Field.PROBABILITY in columns or not {Field.DEAL, Field.ANNUAL_FEE} <= columns.keys():
        return None
    if sum(bool(SO_FAR & one) for one in said) < LEAST_SO_FAR:
        return None
    size = len(columns[Field.ACCOUNT])
    status = columns.get(Field.STATUS, same_text(size, ""))
    open_ones = {text for text in set(status) if 0 < chance_of_stage(text) < 1}
    titles = found.body.sections or [""] * size
    apart = {one for one in set(titles) if relationship_of(one) not in {None, Relationship.CLIENT} or _is_over(one)}
    rows = zip(status, titles, strict=True)
    return as_texts(["" if text in open_ones or title in apart else "won" for text, title in rows])


def _mostly_invoiced(found: FoundList, said: Sequence[set[str]]) -> bool:
    """Whether a column says of most rows how much of them was invoiced so far: their stages are those of work."""
    for cells in (found.body.columns[j] for j, one in enumerate(said) if one & INVOICED_SO_FAR and one & UP_TO_NOW):
        if sum(isinstance(cell, int | float) and cell > 0 for cell in cells) > 0.5 * len(cells):
            return True
    return False


def _is_over(status: str) -> bool:
    return outcome_of(status) == "lost" or status_of(status).state is State.ENDED


def all_different(cells: Sequence[Any]) -> bool:
    """Whether every cell says something, and no two the same."""
    said = [cell for cell in cells if not is_missing(cell)]
    return len(said) == len(cells) > 0 and len(set(said)) == len(said)


def is_pipeline(columns: Mapping[Field, Column]) -> bool:
    """Whether a list with one row an account says what may be won: a chance, or a fee with a day."""
    has = columns.keys()
    return Field.PROBABILITY in has or {Field.ANNUAL_FEE, Field.EXPECTED_DATE} <= has


def with_those_of_ended_work(found: FoundList, columns: Mapping[Field, Column], standing: Standing) -> Column | None:
    """(n,) relationships of a register's rows with those whose own column only says that the work has ended."""
    if Field.RELATIONSHIP not in columns or not is_register(found):
        return None
    said = columns[Field.RELATIONSHIP]
    return np.where(said == "", standing.relationship, said).astype(object)


def states_of_work(found: FoundList, columns: Mapping[Field, Column], standing: Standing) -> Texts | None:
    """(n,) `won` for each row of a register of billed work that a client gave; None where the list is none."""
    if not is_register(found) or not found.mapped.fees.past or Field.ANNUAL_FEE not in columns:
        return None
    billed = np.nan_to_num(columns[Field.ANNUAL_FEE]) > 0
    rows = zip(standing.relationship.tolist(), billed.tolist(), strict=True)
    return as_texts(["won" if paid or kind in HIRED else "" for kind, paid in rows])


def with_open_matters(found: FoundList, columns: Mapping[Field, Column], standing: Standing) -> Standing:
    """The standing of a register that calls those matters pending which nobody has given yet: the open ones are
    clients', whatever was billed."""
    if Field.STATUS not in columns or not is_register(found):
        return standing
    status = [" ".join(text.lower().split()) for text in columns[Field.STATUS]]
    if not PENDING & set(status):
        return standing
    unsaid = (standing.origin != str(Origin.READ)) & np.isin(standing.relationship, ("", str(Relationship.PROSPECT)))
    given = unsaid & np.array([text in OPEN for text in status], dtype=np.bool_)
    relationship, origin = standing.relationship.copy(), standing.origin.copy()
    relationship[given], origin[given] = str(Relationship.CLIENT), str(Origin.WORKED_OUT)
    return replace(standing, relationship=relationship, origin=origin)
