"""Clients with a row for each work that is done for them, in a list of accounts: each is one account."""

from __future__ import annotations

import dataclasses
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Index
from planner.facts.values import Values
from planner.fields import Field
from planner.records.issues import Issue
from planner.roster.grouping import Groups
from planner.roster.merging import as_one
from planner.roster.roster import Roster
from planner.text import count, money
from planner.vocabulary import Severity

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
    works = next((values.columns[name] for name in WORK if name in values.columns), None)
    figures = [values.columns[name].astype(np.float64) for name in FIGURES if name in values.columns]
    if works is None or not figures or len(set(values.plain_names)) == values.size:
        return None
    rows: dict[str, list[int]] = {}
    for i, name in enumerate(values.plain_names):
        rows.setdefault(name, []).append(i)
    leader = np.arange(values.size, dtype=np.intp)
    for own in (np.array(one, dtype=np.intp) for one in rows.values() if len(one) > 1):
        named = {text.strip().lower() for text in works[own].tolist()} - {""}
        told = any(np.all(np.isfinite(column[own])) for column in figures)
        if len(named) == len(own) and told and _agree(values, own):
            leader[own] = own[0]
    first = np.unique(leader)
    return Groups(np.searchsorted(first, leader).astype(np.intp), first) if len(first) < values.size else None


def _agree(values: Values, own: Index) -> bool:
    """Whether some rows can be of one account."""
    said = [values.columns[name][own] for name in THE_SAME if name in values.columns]
    if values.standing is not None:
        said.append(values.standing.relationship[own])
    if values.part is not None:
        said.append(values.part[own])
    open_ones: NDArray[np.bool_] = (
        np.isnan(values.columns[Field.PROBABILITY][own]) if Field.PROBABILITY in values.columns else np.ones(1, bool)
    )
    return all(len(set(one.tolist()) - {""}) <= 1 for one in said) and len(set(open_ones.tolist())) == 1


def with_works_together(roster: Roster, works: Groups) -> Roster:
    """The roster with the rows of each account made one, their fees and hours added up, and a note on it."""
    result = as_one(roster, works, each_adds=True)
    return dataclasses.replace(result, issues=(*result.issues, _note(roster, result, works)))


def _note(roster: Roster, result: Roster, works: Groups) -> Issue:
    several = np.flatnonzero(np.bincount(works.of) > 1)
    own = np.flatnonzero(works.of == several[0])
    name = f"“{roster.names[own[0]]}”"
    if len(several) == 1:
        who, they = f"{name} stands", "they were read as one account"
    else:
        who, they = f"{count(len(several), 'account')} stand", "those of each were read as one"
    sheet, cell = roster.place(Field.ACCOUNT, int(own[1]))
    return Issue(
        "works-together", Severity.NOTE,
        f"{who} on several rows, each with a work of its own; {they}, money and hours added up"
        f"{_arithmetic(roster, result, own, int(several[0]), '' if len(several) == 1 else f'{name}, ')}.",
        "Tell the rows apart by name, if they are clients of the same name.", sheet, cell,
    )  # fmt: skip


def _arithmetic(roster: Roster, result: Roster, own: Index, account: int, name: str) -> str:
    """How the fees of the first account add up; `""` where they are many, or not known."""
    if not roster.has(Field.ANNUAL_FEE):
        return ""
    fees = [fee for fee in roster.number(Field.ANNUAL_FEE)[own] if np.isfinite(fee)]
    if not 1 < len(fees) <= SHOWN:
        return ""
    parts = " + ".join(money(fee, roster.source.currency) for fee in fees)
    return f" ({name}{parts} = {money(result.number(Field.ANNUAL_FEE)[account], roster.source.currency)})"
