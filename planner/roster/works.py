"""Clients with a row for each work that is done for them, in a list of accounts: each is one account."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Index, Texts, same_text
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.remarks.remark_families import ENDED
from planner.records.issues import Issue
from planner.roster.grouping import Groups, joined, total
from planner.roster.merging import SIDE_BY_SIDE, as_one
from planner.roster.roster import Roster
from planner.roster.updates import rows_at
from planner.text import count, money
from planner.vocabulary import Relationship, Severity

WORK: Final = (Field.SERVICE, Field.DEAL)
FIGURES: Final = (Field.ANNUAL_FEE, Field.CURRENT_HOURS)
THE_SAME: Final = (Field.REGION, Field.DOMAIN, Field.EMAIL, Field.ACCOUNT_ID, Field.INDUSTRY, Field.TYPE)
"""What rows of one account cannot say differently."""
SHOWN: Final = 4


def works_of_accounts(values: Values) -> Groups | None:
    """The rows by account, where some account has several works; None where none has.

    The rows of one account stand in one list, name another work each, have a fee or hours each, and agree on what the
    account is and on what it is to the firm.
    """
    works = [values.columns[name] for name in WORK if name in values.columns]
    figures = [values.columns[name].astype(np.float64) for name in FIGURES if name in values.columns]
    if not works or not figures or len(set(values.plain_names)) == values.size:
        return None
    rows: dict[str, list[int]] = {}
    for i, name in enumerate(values.plain_names):
        rows.setdefault(name, []).append(i)
    leader = np.arange(values.size, dtype=np.intp)
    for own in (np.array(one, dtype=np.intp) for one in rows.values() if len(one) > 1):
        told = any(np.all(np.isfinite(column[own])) for column in figures)
        if any(_all_other(texts[own].tolist()) for texts in works) and told and _agree(values, own):
            leader[own] = own[0]
    first = np.unique(leader)
    return Groups(np.searchsorted(first, leader).astype(np.intp), first) if len(first) < values.size else None


def _all_other(works: Sequence[str]) -> bool:
    """Whether each row names work, and each another."""
    return len({text.strip().lower() for text in works} - {""}) == len(works)


def _agree(values: Values, own: Index) -> bool:
    """Whether some rows can be of one account."""
    said = [values.columns[name][own] for name in THE_SAME if name in values.columns]
    if values.standing is not None:  # some of a client's works may be done
        kinds = values.standing.relationship[own]
        said.append(np.where(kinds == Relationship.PAST_CLIENT, str(Relationship.CLIENT), kinds))
    if values.part is not None:
        said.append(values.part[own])
    open_ones: NDArray[np.bool_] = (
        np.isnan(values.columns[Field.PROBABILITY][own]) if Field.PROBABILITY in values.columns else np.ones(1, bool)
    )
    return all(len(set(one.tolist()) - {""}) <= 1 for one in said) and len(set(open_ones.tolist())) == 1


def with_works_together(roster: Roster, works: Groups) -> Roster:
    """The roster with the rows of each account made one, their fees and hours added up, and a note on it."""
    over = _done_beside_running(roster.text(Field.RELATIONSHIP), works)
    if over.any() and roster.has(Field.ANNUAL_FEE):
        fees = np.where(over, np.nan, roster.number(Field.ANNUAL_FEE))
        remarks = tuple(one for one in roster.remarks if not (over[one.account] and one.family == ENDED.name))
        kinds = np.where(over, "", roster.text(Field.RELATIONSHIP)).astype(object)
        columns = {**roster.columns, Field.ANNUAL_FEE: fees, Field.RELATIONSHIP: kinds}
        roster = dataclasses.replace(roster, columns=columns, remarks=remarks)
    result = as_one(roster, works, each_adds=True)
    return dataclasses.replace(result, issues=(*result.issues, _note(roster, result, works)))


def _done_beside_running(kinds: Texts, works: Groups) -> NDArray[np.bool_]:
    """(n,) rows of work that is done, of accounts for which other work goes on."""
    unended = np.isin(kinds, ("", str(Relationship.CLIENT)))
    going = np.bincount(works.of, weights=unended, minlength=works.size) > 0
    return np.asarray((kinds == Relationship.PAST_CLIENT) & going[works.of], dtype=np.bool_)


def with_one_row_each(values: Values) -> Values:
    """A list of companies with the works of each on one row: money and hours of what goes on added up, remarks kept."""
    works = works_of_accounts(values)
    if works is None:
        return values
    kinds = values.standing.relationship if values.standing is not None else same_text(values.size, "")
    over = _done_beside_running(kinds, works)
    going = np.flatnonzero(~over)  # of every account: work is over only beside work that goes on
    first = going[np.unique(works.of[going], return_index=True)[1]]
    order = np.arange(values.size, dtype=np.intp)
    columns = dict(values.columns)
    for name in FIGURES:
        if name in columns:
            columns[name] = total(works.of, works.size, np.where(over, np.nan, columns[name]))[works.of]
    for name in SIDE_BY_SIDE & columns.keys():
        columns[name] = joined(works.of, works.size, columns[name], order)[works.of]
    texts = values.texts.of(first[works.of])
    several = int(np.count_nonzero(np.bincount(works.of) > 1))
    sheet = values.found.table.sheet.name
    who = f"{count(several, 'account')} of “{sheet}” {'stands' if several == 1 else 'stand'} there"
    note = _told(f"{who} on several rows, each with a work of its own; their money and hours were added up", sheet)
    issues = (*values.issues, note)
    return rows_at(dataclasses.replace(values, columns=columns, texts=texts, issues=issues), first)


def _note(roster: Roster, result: Roster, works: Groups) -> Issue:
    several = np.flatnonzero(np.bincount(works.of) > 1)
    own = np.flatnonzero(works.of == several[0])
    name = f"“{roster.names[own[0]]}”"
    if len(several) == 1:
        who, they = f"{name} stands", "they were read as one account"
    else:
        who, they = f"{count(len(several), 'account')} stand", "those of each were read as one"
    sheet, cell = roster.place(Field.ACCOUNT, int(own[1]))
    return _told(
        f"{who} on several rows, each with a work of its own; {they}, money and hours added up"
        f"{_arithmetic(roster, result, own, int(several[0]), '' if len(several) == 1 else f'{name}, ')}",
        sheet,
        cell,
    )


def _told(message: str, sheet: str, cell: str = "") -> Issue:
    fix = "Tell the rows apart by name, if they are clients of the same name."
    return Issue("works-together", Severity.NOTE, f"{message}.", fix, sheet, cell)


def _arithmetic(roster: Roster, result: Roster, own: Index, account: int, name: str) -> str:
    """How the fees of the first account add up; `""` where they are many, or not known."""
    if not roster.has(Field.ANNUAL_FEE):
        return ""
    fees = [fee for fee in roster.number(Field.ANNUAL_FEE)[own] if np.isfinite(fee)]
    if not 1 < len(fees) <= SHOWN:
        return ""
    parts = " + ".join(money(fee, roster.source.currency) for fee in fees)
    return f" ({name}{parts} = {money(result.number(Field.ANNUAL_FEE)[account], roster.source.currency)})"
