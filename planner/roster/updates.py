"""A history with one row an update of the same lead: each account is as its latest row says.

An account that some row won is a client, whatever was written later.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Dates, Index
from planner.detection.headers.header_words import header_words
from planner.facts.invoices import KEYS, all_different
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.dates.dates import parse_dates
from planner.parsing.header_text import plain
from planner.parsing.standing.stages import outcome_of
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.roster.grouping import is_missing
from planner.vocabulary import Relationship, Severity

DATED = words("date updated update when logged datum fecha modified entered contact contacted activity day")
KEYED = words(
    """account client customer company organisation member deal opportunity order project job matter engagement
    invoice quote contract ticket request enquiry inquiry proposal estimate bid lead"""
)
"""Words of headers of what has a key of its own; updates may be numbered too."""
MOSTLY_APART = 0.8
"""Of accounts with several rows so many have a work and a fee of its own in each, where rows are no updates."""
REPEATED = 0.8
"""A list with fewer different accounts than this share of its rows may be a history."""
_CODE = re.compile(r"^\s*(?=\S*\d)(?=\S*[^\W\d]|\S*[/-])[\w/.-]+\s*$")
READABLE = 0.9
ALIKE, ROWS = 0.5, 10
"""From so many rows on, with a smaller share of different accounts, equal rows are entries of one account."""


def latest_updates(values: Values) -> Values:
    """The latest row of each account, where a list is a history of updates; the list as it is where it is none."""
    names = values.plain_names
    different = len(set(names))
    if values.more or different > REPEATED * values.size or not {Field.STATUS, Field.STAGE} & values.columns.keys():
        return values
    if has_own_keys(values) or _are_works(values):
        return values
    days = _days(values)
    if days is None:
        return values
    order = np.lexsort((np.arange(values.size), days))
    last = {names[i]: i for i in order.tolist()}
    kept = np.array(sorted(last.values()), dtype=np.intp)
    won = {names[i] for i in range(values.size) if _won(values, i)}
    result = rows_at(values, kept)
    return _as_clients(result, np.array([names[i] in won for i in kept.tolist()], dtype=np.bool_), values.size)


def once_each(values: Values) -> Values:
    """A list with several rows of most accounts that says the same of each in all of them: each once.

    So a list of renewals, visits or years of the same clients is read. The list as it is where rows differ, or where
    each has money, which may be a part of the whole.
    """
    names = values.plain_names
    first = {name: i for i, name in reversed(list(enumerate(names)))}
    if values.more or values.size < ROWS or len(first) >= ALIKE * values.size or Field.ANNUAL_FEE in values.columns:
        return values
    of = np.array([first[name] for name in names], dtype=np.intp)
    facts = (column for name, column in values.columns.items() if name is not Field.ACCOUNT)
    if not all(map(_alike, facts, repeat(of))):
        return values
    kept = np.array(sorted(first.values()), dtype=np.intp)
    note = Issue(
        "rows-alike", Severity.NOTE,
        f"The list has {values.size:,} rows of {len(kept):,} accounts, and what was read of an account is the same in "
        "all of its rows; each was read once.",
        "Tell rows apart by name, if they are accounts of their own.", values.found.table.sheet.name,
    )  # fmt: skip
    return dataclasses.replace(rows_at(values, kept), issues=(*values.issues, note))


def _alike(column: Column, of: Index) -> bool:
    """Whether a fact is the same in every row as in the first row of its account."""
    missing = is_missing(column)
    return bool(np.array_equal(missing, missing[of]) and np.all((column == column[of]) | missing))


def has_own_keys(values: Values) -> bool:
    """Whether every row has a key of its own, as clients of the same name and deals of one client have."""
    said = [set(header_words(header)) for header in values.found.table.headers]
    columns = values.found.body.columns
    return any(
        ((bool(KEYS & one) and (bool(KEYED & one) or _are_codes(columns[j]))) or names_codes(one, columns[j], KEYED))
        and all_different(columns[j])
        for j, one in enumerate(said)
    )


def names_codes(said: set[str], cells: Sequence[Any], work: frozenset[str]) -> bool:
    """Whether numbers stand under nothing but a word for a piece of work (`Quote` over `Q1101`)."""
    return bool(said) and said <= work and _are_codes(cells)


def _are_codes(cells: Sequence[Any]) -> bool:
    """Whether cells are numbers that are given to pieces of work (`26/001`, `Q-1034`), no bare count of the rows."""
    return all(isinstance(cell, str) and _CODE.match(cell) for cell in cells)


def _are_works(values: Values) -> bool:
    """Whether the rows of an account are works of their own: each with its own words for what is done, and its own
    fee; an update says the same of them again."""
    columns = values.columns
    if not {Field.SERVICE, Field.ANNUAL_FEE} <= columns.keys():
        return False
    rows: dict[str, list[tuple[str, float]]] = {}
    for name, work, fee in zip(values.plain_names, columns[Field.SERVICE], columns[Field.ANNUAL_FEE], strict=True):
        rows.setdefault(name, []).append((work, fee))
    several = [one for one in rows.values() if len(one) > 1]
    apart = [one for one in several if all(len(set(part)) == len(one) and all(part) for part in zip(*one, strict=True))]
    return bool(several) and len(apart) >= MOSTLY_APART * len(several)


def is_history(values: Values) -> bool:
    """Whether a list without names of deals is a history of updates."""
    return Field.DEAL not in values.columns and values.state is None and latest_updates(values) is not values


def _days(values: Values) -> Dates | None:
    """The day of each row's update, where one column of days is filled nearly everywhere and varies."""
    found = values.found
    for j, header in enumerate(found.table.headers):
        if not header or not DATED & set(plain(header).split()):
            continue
        parsed = parse_dates(found.body.columns[j], day_first=values.day_first, today=values.today).values
        past = parsed[~np.isnat(parsed)]
        if (
            past.size
            and len(past) >= READABLE * values.size
            and np.mean(past <= np.datetime64(values.today, "D")) >= READABLE
        ):
            return parsed
    return None


def _won(values: Values, row: int) -> bool:
    said = (str(values.columns[name][row]) for name in (Field.STATUS, Field.STAGE) if name in values.columns)
    return any(outcome_of(text) == "won" for text in said)


def rows_at(values: Values, kept: NDArray[np.intp]) -> Values:
    """Some rows of a list."""
    return dataclasses.replace(
        values,
        columns={name: column[kept] for name, column in values.columns.items()},
        rows=values.rows[kept],
        other={header: column[kept] for header, column in values.other.items()},
        fit={name: column[kept] for name, column in values.fit.items()},
        raters={who: {good: column[kept] for good, column in by.items()} for who, by in values.raters.items()},
        weekly={name: column[kept] for name, column in values.weekly.items()},
        standing=None if values.standing is None else values.standing.at_rows(kept),
        texts=values.texts.at_rows(kept),
        clues=None,
        state=None if values.state is None else values.state[kept],
    )


def _as_clients(values: Values, won: NDArray[np.bool_], before: int) -> Values:
    client = str(Relationship.CLIENT)
    columns = dict(values.columns)
    if Field.RELATIONSHIP in columns:
        columns[Field.RELATIONSHIP] = np.where(won, client, columns[Field.RELATIONSHIP]).astype(object)
    standing = values.standing
    if standing is not None:
        standing = dataclasses.replace(
            standing, relationship=np.where(won, client, standing.relationship).astype(object)
        )
    note = Issue(
        "updates", Severity.NOTE,
        f"The list has {before:,} rows of {values.size:,} accounts, one an update; the latest of each was read.",
        "Keep one row an account if that is wrong.", values.found.table.sheet.name,
    )  # fmt: skip
    return dataclasses.replace(values, columns=columns, standing=standing, issues=(*values.issues, note))
