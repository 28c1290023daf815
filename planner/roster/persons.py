"""A list with one row a person: the persons of one company are one account, with what is said of each of them."""

from __future__ import annotations

import dataclasses

import numpy as np

from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.facts.values import Values
from planner.fields import FIELDS, Field, Kind
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.roster.grouping import Groups, group_rows, joined, mean, pick
from planner.vocabulary import Severity

OF_ACCOUNTS = frozenset(
    field for field in Field if FIELDS[field].kind in {Kind.MONEY, Kind.SHARE, Kind.HOURS, Kind.RATING}
)
"""What a list of accounts says of each: rows that say it more than once of a company are never put together."""
SURELY = 0.6
NAMES = frozenset(
    {
        ("name",), ("first",), ("last",), ("first", "name"), ("last", "name"), ("full", "name"), ("given", "name"),
        ("family", "name"),
        *((word,) for word in words(
            """surname forename vorname nachname prenom nom nombre apellido apellidos nome cognome sobrenome apelido
            voornaam achternaam fornavn efternavn etternavn fornamn efternamn imie nazwisko"""
        )),
    }
)  # fmt: skip
"""Headers of the names of persons, word by word."""


def one_a_company(values: Values) -> Values:
    """The rows of each company as one, where they are of persons there; the list as it is where they are not."""
    groups = _companies(values)
    return values if groups is None else _together(values, groups)


def lists_persons(values: Values) -> bool:
    """Whether rows are of persons at companies, for each of which no more than one names a deal or its stage."""
    groups = _companies(values)
    if groups is None:
        return False
    named = [values.columns[name] != "" for name in (Field.DEAL, Field.STAGE) if name in values.columns]
    return all(np.bincount(groups.of[one], minlength=1).max() <= 1 for one in named)


def _companies(values: Values) -> Groups | None:
    """The rows by company, where they are of persons there and no company has two figures of one kind; else None."""
    several = len(set(values.plain_names)) < values.size
    if not several or values.more or values.raters:
        return None
    if Field.ACCOUNT_ID in values.columns or not _of_persons(values):
        return None
    groups = group_rows(values.columns[Field.ACCOUNT], None)
    return groups if _said_once(values, groups) else None


def _said_once(values: Values, groups: Groups) -> bool:
    """Whether no company has two different figures of one kind; each of its persons may say the same again."""
    figures = [values.columns[name].astype(np.float64) for name in OF_ACCOUNTS & values.columns.keys()]
    for one in (*figures, *values.fit.values()):
        known = np.isfinite(one)
        pairs = np.unique(np.column_stack((groups.of[known], one[known])), axis=0)
        if len(pairs) > len(np.unique(groups.of[known])):
            return False
    return True


def _of_persons(values: Values) -> bool:
    """Whether two columns name persons, the first and the last name, or one does and another says how to reach them."""
    found = values.found
    account = found.mapped.columns[Field.ACCOUNT]
    headers = [header_words(text) for j, text in enumerate(found.table.headers) if text and j != account]
    said = [meanings_of(parts) for parts in headers]
    parts_of_names = sum(parts in NAMES for parts in headers)
    names = parts_of_names > 0 or any(one.get(Other.PERSON, 0.0) > SURELY for one in said)
    reached = any(max(one.get(Other.PHONE, 0.0), one.get(Field.EMAIL, 0.0)) > SURELY for one in said)
    return parts_of_names > 1 or (names and reached)


def _together(values: Values, groups: Groups) -> Values:
    order = np.arange(values.size)
    columns = {
        name: joined(groups.of, groups.size, column, order)
        if FIELDS[name].kind is Kind.NAMES
        else pick(groups.of, groups.size, column, order)
        for name, column in values.columns.items()
    }
    note = Issue(
        "persons-together", Severity.NOTE,
        f"The list has {values.size:,} rows of {groups.size:,} companies, one a person; those of one company were read "
        "as one account.",
        "Tell companies of the same name apart if that is wrong.", values.found.table.sheet.name,
    )  # fmt: skip
    return dataclasses.replace(
        values,
        columns=columns,
        rows=values.rows[groups.first],
        fit={name: mean(groups.of, groups.size, ratings) for name, ratings in values.fit.items()},
        other={header: pick(groups.of, groups.size, column, order) for header, column in values.other.items()},
        standing=None if values.standing is None else values.standing.at_rows(groups.first),
        texts=values.texts.of(groups.of),
        clues=None,
        state=None,
        issues=(*values.issues, note),
    )
