"""One list kept over several sheets: one sheet a partner, a status or a month.

Such sheets say the same of accounts that are mostly others. What the name of a sheet says holds for all its rows: the
relationship (`values.standing` has it), or who owns them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from planner.arrays import same_text
from planner.detection.columns.column_matching import GUESSED
from planner.facts.owner_names import person_of
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.header_text import plain
from planner.parsing.word_lists import words
from planner.roster.grouping import is_missing

OVERLAP = 0.3
"""Sheets of which more accounts than this share are the same tell of different times, or of different things."""
SHARED = 0.5
LEAST_SHARED = 2
SET_ASIDE = words(
    """old archive archived archives backup copy copie kopie draft drafts template templates vorlage example examples
    beispiel previous superseded test alt archiv archivo archief oud sample samples instructions lookup lookups lists"""
)
"""Words of sheets that are kept beside a list and are none of it."""


def continues(first: Values, second: Values, shared_accounts: float, deals: bool) -> bool:
    """Whether a list on another sheet goes on with the first.

    Args:
        shared_accounts: share of the second's accounts that stand in the first too.
        deals: whether rows are deals, of which an account may have some on every sheet.
    """
    name = second.found.table.sheet.name
    if SET_ASIDE & set(plain(name).split()) or not second.size or not second.found.table.sheet.visible:
        return False
    if second.found.mapped.matches[Field.ACCOUNT].confidence <= GUESSED:
        return False
    ours, theirs = (set(values.found.mapped.columns) - {Field.ACCOUNT, Field.NOTES} for values in (first, second))
    both = len(ours & theirs)
    enough = both >= min(LEAST_SHARED, len(theirs)) and both >= SHARED * min(len(ours), len(theirs))
    return bool(ours & theirs) and enough and (deals or shared_accounts <= OVERLAP)


def with_owners_of_sheets(lists: Sequence[Values]) -> list[Values]:
    """The lists with the names of their sheets for owners, where every sheet is called after somebody."""
    names = [person_of(values.found.table.sheet.name) for values in lists]
    unknown = [Field.OWNER not in values.columns or is_missing(values.columns[Field.OWNER]).all() for values in lists]
    if len(lists) < LEAST_SHARED or not all(unknown) or not all(names):
        return list(lists)
    return [
        dataclasses.replace(values, columns={**values.columns, Field.OWNER: same_text(values.size, name)})
        for values, name in zip(lists, names, strict=True)
    ]


def shared_accounts(first: Values, second: Values) -> float:
    """Share of the second list's accounts that stand in the first too."""
    ours, theirs = set(first.plain_names), set(second.plain_names)
    return len(ours & theirs) / len(theirs) if theirs else 0.0
