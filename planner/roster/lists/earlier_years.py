"""Sheets of earlier years (`2023`, `Fees 2024`) beside the list of the newest: who stands there alone was a client."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

import numpy as np

from planner.detection.table import Table
from planner.facts.values import Values
from planner.fields import Field
from planner.records.issues import Issue
from planner.roster.lists.candidates import Candidate
from planner.roster.lists.union import same_kind, union
from planner.roster.updates import rows_at
from planner.text import listed
from planner.vocabulary import Origin, Relationship, Severity

TO_WIN = frozenset({Field.STAGE, Field.PROBABILITY})
"""Fields of accounts that are still to be won: who was to be won years ago was no client for that."""
WERE = frozenset({"", str(Relationship.CLIENT), str(Relationship.PAST_CLIENT)})
SHOWN = 5
_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def year_of_sheet(table: Table) -> int:
    """The year that a table's sheet is called after, or 0."""
    match = _A_YEAR.search(table.sheet.name)
    return int(match[0]) if match else 0


def newest_first(tables: Sequence[Candidate]) -> list[Candidate]:
    """The tables, those of sheets called after years in the place of each other, the newest before the older ones."""
    years = iter(sorted((one for one in tables if year_of_sheet(one.table)), key=_year, reverse=True))
    return [next(years) if year_of_sheet(one.table) else one for one in tables]


def _year(one: Candidate) -> int:
    return year_of_sheet(one.table)


def is_of_earlier_year(main: Values, other: Values) -> bool:
    """Whether a list says what accounts paid in a year before that of the main list, in the same columns."""
    newest, year = year_of_sheet(main.found.table), year_of_sheet(other.found.table)
    pay = all(Field.ANNUAL_FEE in one.columns and not TO_WIN & one.columns.keys() for one in (main, other))
    settled = main.state is None and other.state is None
    return 0 < year < newest and pay and settled and same_kind(main, other) and other.found.table.sheet.visible


def with_earlier_years(main: Values, earlier: Sequence[Values]) -> tuple[Values, tuple[Issue, ...]]:
    """The main list with the accounts that stand on sheets of earlier years alone, each as it was last, and a note on
    each of those sheets."""
    known, told = set(main.plain_names), []
    for values in sorted(earlier, key=lambda one: year_of_sheet(one.found.table), reverse=True):
        alone = [i for i, name in enumerate(values.plain_names) if name not in known]
        known.update(values.plain_names)
        told.append(_told(values, [str(values.columns[Field.ACCOUNT][i]) for i in alone]))
        if alone:
            main = union(main, _past(rows_at(values, np.array(alone, dtype=np.intp))))
    return main, tuple(told)


def _told(values: Values, names: Sequence[str]) -> Issue:
    sheet, many = values.found.table.sheet.name, len(names) > 1
    shown = listed([*names[:SHOWN], *([f"{len(names) - SHOWN:,} more"] if len(names) > SHOWN else [])])
    who = f"{shown} stand{'' if many else 's'} on no newer one and {'were' if many else 'was'} taken for"
    said = f"{who} {'past clients' if many else 'a past client'}" if names else "all accounts stand on newer ones too"
    return Issue(
        "earlier-years", Severity.NOTE, f"On the sheet “{sheet}” stands what was paid in an earlier year; {said}.",
        "Name the sheet that counts with --sheet to read it alone.", sheet,
    )  # fmt: skip


def _past(values: Values) -> Values:
    """A list of what was, whose clients are past ones."""
    past, standing, columns = str(Relationship.PAST_CLIENT), values.standing, dict(values.columns)
    if Field.RELATIONSHIP in columns:
        said = columns[Field.RELATIONSHIP]
        columns[Field.RELATIONSHIP] = np.where(np.isin(said, list(WERE)), past, said).astype(object)
    if standing is not None:
        were = np.isin(standing.relationship, list(WERE))
        standing = dataclasses.replace(
            standing,
            relationship=np.where(were, past, standing.relationship).astype(object),
            origin=np.where(were, str(Origin.WORKED_OUT), standing.origin).astype(object),
        )
    return dataclasses.replace(values, columns=columns, standing=standing)
