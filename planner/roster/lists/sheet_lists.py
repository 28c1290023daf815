"""One list kept over several sheets: one sheet a partner, a status or a month.

Such sheets say the same of accounts that are mostly others. What the name of a sheet says holds for all its rows: the
relationship (`values.standing` has it), or who owns them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.arrays import same_text
from planner.detection.columns.candidates import GUESSED
from planner.detection.table import Table
from planner.facts.people.owners import any_person, person_of
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.header_text import plain
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.sheet_names import LONGEST_NAME, relationship_of_sheet, stage_of_sheet
from planner.parsing.standing.stages import chance_of_stage, is_stage, outcome_of
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.titles import status_of_title
from planner.parsing.standing.words.status_words import State
from planner.parsing.word_lists import words
from planner.roster.deals.commissions import are_commissions
from planner.roster.grouping import is_missing
from planner.vocabulary import Origin, Relationship

OVERLAP = 0.3
"""Sheets of which more accounts than this share are the same tell of different times, or of different things."""
SHARED = 0.5
LEAST_SHARED = 2
MOSTLY_SEND = 0.5
OF_A_CONTACT = frozenset({Field.OWNER, Field.LAST_CONTACT, Field.EMAIL})
"""Fields that a list of people has and a key to words or colours has not."""
DESCRIBES = frozenset({Field.RELATIONSHIP, Field.INDUSTRY, Field.TYPE, Field.REGION})
"""Fields that say who accounts are, whatever is sold to them."""
LEAST_STAGES, MOSTLY_STAGES = 2, 0.5
"""So many stages before the sale, and such a share of all statuses, show that a list is of what is to be sold."""
STAGED = frozenset({Field.STAGE, Field.PROBABILITY})
"""Fields of accounts that are still to be won."""
NOBODYS = words("unallocated unassigned unowned unclaimed nobody tba tbc shared spare")
"""Words of a sheet of accounts that nobody has taken on yet, beside those that are called after people."""
SET_ASIDE = words(
    """old archive archived archives backup copy copie kopie draft drafts template templates vorlage example examples
    beispiel previous superseded test alt archiv archivo archief oud sample samples lookup lookups lists
    trainers associates freelancers subcontractors subbies suppliers vendors staff rates prices holidays expenses"""
)
"""Words of sheets that are kept beside a list and are none of it."""
CLIENTS = words("clients customers client customer kunden mandanten clientes klanten clienti")
OF_USE = frozenset({"instructions", "how to", "how to use", "read me", "readme"})
"""Whole names of sheets that tell how a workbook is used; `Instructions pending` are work."""


def is_set_aside(name: str) -> bool:
    """Whether a sheet is kept beside a list, by its name; one of old clients (`Old clients`) is none of those."""
    said = plain(name).split()
    if said[1:] and said[-1] in CLIENTS and relationship_of_sheet(name) is Relationship.PAST_CLIENT:
        return False
    return plain(name) in OF_USE or bool(SET_ASIDE & set(said))


def continues(first: Values, second: Values, shared_accounts: float, deals: bool) -> bool:
    """Whether a list on another sheet goes on with the first.

    Args:
        shared_accounts: share of the second's accounts that stand in the first too.
        deals: whether rows are deals, of which an account may have some on every sheet.
    """
    name = second.found.table.sheet.name
    if is_set_aside(name) or not second.size or not second.found.table.sheet.visible:
        return False
    ours_named, theirs_named = (values.found.mapped.matches[Field.ACCOUNT] for values in (first, second))
    if theirs_named.confidence <= GUESSED and theirs_named.header != ours_named.header:
        return False
    names = {Field.ACCOUNT, Field.NOTES, *(() if deals else (Field.DEAL,))}
    ours, theirs = (set(values.found.mapped.columns) - names for values in (first, second))
    both = len(ours & theirs)
    enough = both >= min(LEAST_SHARED, len(theirs)) and both >= SHARED * min(len(ours), len(theirs))
    apart = says_who(name) or to_win_beside_clients(first, second) or to_win_beside_known(first, second)
    if apart and not deals:
        return shared_accounts <= OVERLAP
    if deals and any(one.of_invoices for one in (first, second)) and to_win_beside_clients(first, second):
        return True
    return bool(ours & theirs) and enough and (deals or shared_accounts <= OVERLAP)


def is_staged(values: Values) -> bool:
    """Whether a list says how far the sale to each account is, be it under its status."""
    return bool(STAGED & values.columns.keys()) or _sold_by_status(values)


def _sold_by_status(values: Values) -> bool:
    """Whether the statuses of a list are stages of a sale, of different ones, and none is a word for clients."""
    texts = values.columns[Field.STATUS].tolist() if Field.STATUS in values.columns else []
    known = {text for text in set(texts) if is_stage(text)}
    to_win = {text for text in known if 0.0 < chance_of_stage(text) < 1.0}
    clients = any(relationship_of(text) is Relationship.CLIENT for text in set(texts) - known)
    said = sum(text != "" for text in texts)
    return len(to_win) >= LEAST_STAGES and not clients and sum(text in known for text in texts) >= MOSTLY_STAGES * said


def to_win_beside_clients(first: Values, second: Values) -> bool:
    """Whether the accounts of one list pay fees without a stage or a chance, and those of the other have both a fee and
    a stage or a chance: clients and targets, whatever their sheets are called."""
    staged = [is_staged(values) for values in (first, second)]
    pay = all(Field.ANNUAL_FEE in values.columns for values in (first, second))
    return pay and staged[0] != staged[1]


def to_win_beside_known(first: Values, second: Values) -> bool:
    """Whether one list says of most of its accounts that they are not to be won, and the other how far each sale is.

    The fees of the known may stand elsewhere; the names of both stand under the same header.
    """
    headers = {plain(values.found.mapped.matches[Field.ACCOUNT].header) for values in (first, second)}
    known = next((values for values in (first, second) if not is_staged(values)), None)
    return len(headers) == 1 and known is not None and _are_known(known) and is_staged(first) != is_staged(second)


def described_beside_staged(accounts: Values, staged: Values) -> bool:
    """Whether a list without fees or stages says who and what the accounts of another are of which the sale is staged.

    Most of those stand in it, each once.
    """
    has = accounts.columns.keys()
    if is_staged(accounts) or not is_staged(staged) or Field.ANNUAL_FEE in has or not DESCRIBES & has:
        return False
    named = accounts.found.mapped.matches[Field.ACCOUNT].confidence > GUESSED
    once = len(set(accounts.plain_names)) == accounts.size
    return named and once and shared_accounts(accounts, staged) > SHARED and not is_set_aside(_sheet(accounts))


def _sheet(values: Values) -> str:
    return values.found.table.sheet.name


def _are_known(values: Values) -> bool:
    """Whether a list says of most of its accounts that they are clients, were, or send work."""
    if values.standing is None or not values.size:
        return False
    kinds = values.standing.relationship
    return bool(np.mean((kinds != "") & (kinds != str(Relationship.PROSPECT))) > MOSTLY_SEND)


def clients_beside_deals(accounts: Values, deals: Values) -> bool:
    """Whether a list of accounts, each of which stands once and which pay fees, belongs to one of deals that are to be
    won: most of those may be of others, as long as the list names its accounts."""
    found = accounts.found
    if is_set_aside(found.table.sheet.name) or not found.table.sheet.visible:
        return False
    named = found.mapped.matches[Field.ACCOUNT].confidence > GUESSED
    once = len(set(accounts.plain_names)) == accounts.size or are_commissions(accounts)
    return named and once and is_staged(deals) and to_win_beside_clients(accounts, deals)


def says_who(sheet: str) -> bool:
    """Whether the name of a sheet says what its accounts are (`Former`, `Prospects`), or that they have ended."""
    short = len(words_of(sheet)) <= LONGEST_NAME
    return short and (relationship_of_sheet(sheet) is not None or status_of_title(sheet).said)


def refers(values: Values) -> bool:
    """Whether a sheet is called after those who send work (`Network`, `Introducers`)."""
    name = values.found.table.sheet.name
    return len(words_of(name)) <= LONGEST_NAME and relationship_of(name) is Relationship.REFERRAL_SOURCE


def rests(values: Values) -> bool:
    """Whether a sheet without fees is called after those who are to be left alone for now (`KIV`, `Parked`)."""
    name = values.found.table.sheet.name
    parked = len(words_of(name)) <= LONGEST_NAME and status_of(name).state is State.PARKED
    return parked and Field.ANNUAL_FEE not in values.columns


def of_those_who_send_work(values: Values) -> Values | None:
    """A sheet of contacts as one of referral sources, where remarks say that most of them send work and nothing says
    what they would pay; else None."""
    has = values.columns.keys()
    if values.standing is None or not values.size or {Field.ANNUAL_FEE, *STAGED} & has or not OF_A_CONTACT & has:
        return None
    if np.mean(values.standing.relationship == str(Relationship.REFERRAL_SOURCE)) <= MOSTLY_SEND:
        return None
    return _filled(values, Relationship.REFERRAL_SOURCE, np.ones(values.size, dtype=np.bool_))


def are_prospects(values: Values) -> bool:
    """Whether most accounts of a sheet are to be won, as its name, its titles or its statuses say."""
    if values.standing is None or not values.size:
        return False
    return bool(np.mean(values.standing.relationship == str(Relationship.PROSPECT)) > MOSTLY_SEND)


def with_sheet_as_stage(values: Values) -> Values:
    """A list of accounts beside one of deals: its sheet says what its rows are, as a list of a board does."""
    stage = same_text(values.size, values.found.table.sheet.name)
    return dataclasses.replace(values, columns={**values.columns, Field.STAGE: stage})


def sheets_of_stages(tables: Sequence[Table]) -> frozenset[str]:
    """The sheets that hold the work of one stage each, in the same columns (`Quoted`, `On site`, `Done`).

    One of them at least is of work that was won: on others, accounts that are to be won are accounts.
    """
    by_headers: dict[tuple[str, ...], set[str]] = {}
    for table in tables:
        by_headers.setdefault(tuple(map(plain, table.headers)), set()).add(table.sheet.name)
    groups = ({name for name in names if stage_of_sheet(name)} for names in by_headers.values())
    staged = [names for names in groups if len(names) >= LEAST_SHARED and "won" in map(outcome_of, names)]
    return frozenset().union(*staged)


def as_more_of(first: Values, second: Values) -> Values:
    """A list in the columns of one of invoices as one of invoices too, though no account stands on it twice."""
    headers = [[plain(text) for text in values.found.table.headers] for values in (first, second)]
    if not first.of_invoices or second.state is not None or headers[0] != headers[1]:
        return second
    return dataclasses.replace(second, state=same_text(second.size, "won"), of_invoices=True)


def with_relationships_of_sheets(lists: Sequence[Values]) -> list[Values]:
    """The lists with what a sheet is, beside the others, for the accounts that do not say it themselves.

    Where the stages and chances stand on one sheet, or its names are headed as leads, its accounts are prospects beside
    those who are known, and those who pay a fee on a sheet without any are clients.
    """
    pipeline = [is_staged(values) or _headed_as_prospects(values) for values in lists]
    pays = [Field.ANNUAL_FEE in values.columns and not staged for values, staged in zip(lists, pipeline, strict=True)]
    known = [not staged and _are_known(values) for values, staged in zip(lists, pipeline, strict=True)]
    if not any(pipeline) or not any((*pays, *known)):
        return list(lists)
    made = list(lists)
    for i, values in enumerate(lists):
        if pipeline[i]:
            made[i] = _filled(values, Relationship.PROSPECT, np.ones(values.size, dtype=np.bool_))
        elif pays[i]:
            made[i] = _filled(values, Relationship.CLIENT, values.columns[Field.ANNUAL_FEE] > 0)
    return made


def _headed_as_prospects(values: Values) -> bool:
    """Whether the column of accounts is called after those who are to be won (`Lead`, `Target`)."""
    return relationship_of(values.found.mapped.matches[Field.ACCOUNT].header) is Relationship.PROSPECT


def _filled(values: Values, kind: Relationship, where: NDArray[np.bool_]) -> Values:
    """A list with a relationship for the rows, among some, of which nothing says it."""
    standing = values.standing
    if standing is None:
        return values
    silent = (standing.relationship == "") & where
    relationship, origin = standing.relationship.copy(), standing.origin.copy()
    relationship[silent], origin[silent] = str(kind), str(Origin.WORKED_OUT)
    return dataclasses.replace(values, standing=dataclasses.replace(standing, relationship=relationship, origin=origin))


def with_owners_of_sheets(lists: Sequence[Values]) -> list[Values]:
    """The lists with the names of their sheets for owners, where every sheet is called after somebody, or says what its
    accounts are (`Referrers`)."""
    sheets = [values.found.table.sheet.name for values in lists]
    free = [bool(NOBODYS & set(plain(sheet).split())) for sheet in sheets]
    names = ["" if nobody else person_of(sheet) for sheet, nobody in zip(sheets, free, strict=True)]
    rows = zip(names, free, sheets, strict=True)
    told = all(name or nobody or says_who(sheet) for name, nobody, sheet in rows)
    unknown = [Field.OWNER not in values.columns or is_missing(values.columns[Field.OWNER]).all() for values in lists]
    if len(set(sheets)) < LEAST_SHARED or not all(unknown) or not told or not any_person(filter(person_of, sheets)):
        return list(lists)
    return [
        dataclasses.replace(values, columns={**values.columns, Field.OWNER: same_text(values.size, name)})
        for values, name in zip(lists, names, strict=True)
    ]


def one_row_each(first: Values, second: Values) -> bool:
    """Whether two lists, one of which reads like deals, have one row an account all the same: a pipeline over the
    current clients, each with what is done for it now."""
    names = [*first.plain_names, *second.plain_names]
    settled = any(one.state is not None and not one.of_work for one in (first, second))
    return not settled and len(set(names)) == len(names)


def as_accounts(values: Values) -> Values:
    """A register of work whose rows are the accounts themselves."""
    return dataclasses.replace(values, state=None, of_work=False)


def shared_accounts(first: Values, second: Values) -> float:
    """Share of the second list's accounts that stand in the first too."""
    ours, theirs = set(first.plain_names), set(second.plain_names)
    return len(ours & theirs) / len(theirs) if theirs else 0.0
