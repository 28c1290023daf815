"""Which lists have one row per deal: by what a deal has, by keys of deals and jobs, by what became of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from planner.arrays import Texts
from planner.detection.headers.header_words import header_words
from planner.facts.invoices import KEYS, all_different
from planner.facts.values import Values
from planner.fields import FIELDS, Field, Kind
from planner.parsing.standing.stages import is_stage, outcome_of
from planner.parsing.word_lists import words
from planner.roster.deals.commissions import are_commissions
from planner.roster.grouping import group_rows
from planner.roster.persons import lists_persons
from planner.roster.updates import names_codes

DECIDED = frozenset({Field.EXPECTED_DATE, Field.CLOSED_ON, Field.WON_ON, Field.LOST_ON})
OF_DEALS = words("deal opportunity negocio oportunidad opportunite")
"""Words of headers of deals' keys."""
OF_JOBS = words(
    "quote quotation estimate tender job project commission assignment projekt projekts auftrag auftr auftrags projet"
    " affaire mission proyecto trabajo"
    " encargo project opdracht dossier zaak werk commessa incarico pratica"
)
"""Words of headers of jobs' numbers, of which some lists hold those to be won too."""
_NUMBER = re.compile(r"(?<=[^\W\d_]{3})(?:nr|nummer)$")
MOSTLY_PAST = 0.5
MOSTLY_TOLD = 0.8
MOST_ACCOUNTS = 0.9
"""Where nearly every row is of another account, rows are accounts."""
FEW_NAMED = 0.5
"""Where fewer rows name a deal, and each another account, the list is one of accounts."""
OF_ROWS = frozenset({("number",), ("reference",), ("id",)})
"""Headers of keys that, different in every row of a list of deals, are the deals' and not the accounts'."""


def is_list_of_deals(values: Values) -> bool:
    """Whether rows are deals: accounts repeat and rows have something of a deal, or rows name deals in stages."""
    if values.state is not None:
        return True
    has = values.columns.keys()
    if _notes_deals(values) or are_commissions(values):
        return False
    staged = bool({Field.STAGE, Field.WON_ON, Field.LOST_ON} & has) or _closed(values)
    if Field.DEAL in has and (staged or (Field.STATUS in has and _has_outcomes(values.columns[Field.STATUS]))):
        return True
    if (
        _all_decided(values)
        or _sold_again(values)
        or (_won_and_lost(values) and len(set(values.plain_names)) < values.size)
    ):
        return True
    jobs = _numbers_jobs(values)
    if not values.size or not ({Field.DEAL, Field.STAGE} & has or _numbers(values, OF_DEALS) or jobs):
        return False
    return _accounts_in(values) < (1.0 if jobs else MOST_ACCOUNTS) * values.size and not lists_persons(values)


def _closed(values: Values) -> bool:
    """Whether rows say when deals were closed: most on days that are past, which ends of contracts are not."""
    days = values.columns.get(Field.CLOSED_ON)
    known = days[~np.isnat(days)] if days is not None else ()
    return len(known) > 0 and bool(np.mean(known <= np.datetime64(values.today, "D")) >= MOSTLY_PAST)


def _won_and_lost(values: Values) -> bool:
    """Whether rows with amounts say what became of each, some won and some lost (`Result`)."""
    said = {outcome_of(text) for text in set(values.columns.get(Field.OUTCOME, ()))}
    return {"won", "lost"} <= said and Field.ANNUAL_FEE in values.columns


def _all_decided(values: Values) -> bool:
    """Whether every row says that work was won or lost, some of each, and when: a record of what became of offers."""
    columns = values.columns
    decided = [
        {outcome_of(text) for text in set(columns[name])} for name in (Field.STATUS, Field.STAGE) if name in columns
    ]
    return bool(DECIDED & columns.keys()) and {"won", "lost"} in decided


def _sold_again(values: Values) -> bool:
    """Whether accounts stand in several rows with amounts and statuses that nearly all say how each was sold, and with
    days or with some of each outcome."""
    status = values.columns.get(Field.STATUS)
    dated = any(FIELDS[name].kind is Kind.DATE for name in values.columns)
    if status is None or Field.ANNUAL_FEE not in values.columns:
        return False
    known = {text for text in set(status) if is_stage(text)}
    settled = {outcome_of(text) for text in known} - {""}
    return (
        bool(settled)
        and sum(text in known for text in status) >= MOSTLY_TOLD * values.size
        and (dated or len(settled) > 1)
        and len(set(values.plain_names)) < MOST_ACCOUNTS * values.size
    )


def _notes_deals(values: Values) -> bool:
    """Whether every row is an account of its own, and few of them name what is offered to them at present."""
    named = values.columns.get(Field.DEAL)
    once = len(set(values.plain_names)) == values.size
    return named is not None and once and 0 < int(np.count_nonzero(named != "")) < FEW_NAMED * values.size


def _numbers_jobs(values: Values) -> bool:
    """Whether every row has the number of a job of its own, and their states say which of them were won."""
    states = (values.columns[name] for name in (Field.STATUS, Field.STAGE) if name in values.columns)
    return any(map(_has_outcomes, states)) and _numbers(values, OF_JOBS)


def _numbers(values: Values, work: frozenset[str]) -> bool:
    """Whether every row has a key of its own, of work that is called by one of some words."""
    found = values.found
    said = [set(_parted(header_words(header))) for header in found.table.headers]
    cells = found.body.columns
    return any(
        (bool(KEYS & of and work & of) or names_codes(of, cells[j], work)) and all_different(cells[j])
        for j, of in enumerate(said)
    )


def _parted(parts: Iterable[str]) -> Iterator[str]:
    """The words of a header, a number's compound taken apart (`dossiernr`)."""
    for word in parts:
        kind = _NUMBER.sub("", word)
        yield from (kind, "number") if kind != word else (word,)


def _accounts_in(values: Values) -> int:
    """How many accounts the rows are of."""
    ids = ids_of_accounts(values)
    return len(set(values.plain_names)) if ids is None else group_rows(values.columns[Field.ACCOUNT], ids).size


def ids_of_accounts(values: Values) -> Texts | None:
    """(n,) ids of the accounts, or None: there are none, or they number the rows (`No` over `26-018`, `26-019`)."""
    ids, match = values.columns.get(Field.ACCOUNT_ID), values.found.mapped.matches.get(Field.ACCOUNT_ID)
    if ids is None or match is None or values.more:
        return ids
    return None if header_words(match.header) in OF_ROWS and all_different(list(ids)) else ids


def _has_outcomes(status: Texts) -> bool:
    return any(outcome_of(text) for text in set(status))
