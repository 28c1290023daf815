"""Which of the tables of some files is what: the client list, its companies or deals, its contacts, its owners.

The likeliest table is the list. A list of companies beside one of deals is joined to it, whichever was found first;
contacts and the firm's own people are joined to both. What belongs to nothing is left, and named.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from planner.detection.headers.known_headers import names_account, names_field
from planner.detection.other_lists import other_lists
from planner.detection.rows.numbered_rows import (
    HEADER,
    likeliest_names,
    likeliest_names_told,
    numbered_rows_told,
    with_numbered_rows,
)
from planner.detection.table import Table, letter
from planner.errors import InputError, SettingError
from planner.facts.values import Values
from planner.fields import Field
from planner.records.issues import Issue
from planner.roster.lists.candidates import Candidate, Lists, Reading
from planner.roster.lists.gathering import Gathering, readable
from planner.roster.lists.people import People, find_people
from planner.roster.lists.sheet_lists import of_those_who_send_work, sheets_of_stages
from planner.roster.lists.time_reports import find_time_report, summed_table

ENOUGH_FIELDS = 3
OF_A_SALE = frozenset({Field.ANNUAL_FEE, Field.STAGE, Field.PROBABILITY})


def gather(candidates: Sequence[Candidate], mapping: Mapping[str, str], settled: bool) -> Lists:
    """Tell the tables apart.

    Args:
        candidates: the likeliest first.  mapping: of the one that is taken for the list.
        settled: whether the user named its sheet.

    Raises:
        InputError: when no table can be read as a client list.
        SettingError: when `mapping` names an unknown field or header.
    """
    reports = {id(one): find_time_report(one.table, one.label) for one in candidates}
    others = [one for one in candidates if reports[id(one)] is None]
    alone = reports[id(candidates[0])]
    if not others and alone is not None and not mapping:
        table, issue = summed_table(alone)
        gathered = _gathered([dataclasses.replace(candidates[0], table=table)], mapping, settled)
        return dataclasses.replace(gathered, issues=(issue, *gathered.issues))
    if not others or (settled and alone is not None):
        others = list(candidates)
    gathered = _gathered(others, mapping, settled)
    beside = (reports[id(one)] for one in candidates if one not in others)
    return dataclasses.replace(gathered, reports=tuple(one for one in beside if one is not None))


def _gathered(candidates: Sequence[Candidate], mapping: Mapping[str, str], settled: bool) -> Lists:
    """The same for tables none of which is a time report beside a list."""
    staged = sheets_of_stages([one.table for one in candidates if not one.far])
    candidates = [dataclasses.replace(one, staged=one.table.sheet.name in staged) for one in candidates]
    people = {id(one): find_people(one.table, one.label) for one in candidates}
    if settled:
        people[id(candidates[0])] = None
    lists = [one for one in candidates if not _surely(people[id(one)]) and _says_enough(one.table)]
    if settled:  # the sheet that was named is the list, however little its headers say
        lists = [candidates[0], *(one for one in lists if one is not candidates[0])]
    first, main = _main(lists or candidates, mapping, settled)
    people[id(first)] = None
    beside = first.reading.beside(main)
    others = [one for one in candidates if one is not first]
    informed = [_informed(one, first, beside) for one in others]
    persons = {id(new): people[id(old)] for new, old in zip(informed, others, strict=True)}
    return Gathering(dataclasses.replace(first, reading=beside), main, settled).gathered(informed, persons)


def _informed(one: Candidate, first: Candidate, beside: Reading) -> Candidate:
    """A table with what the list of its workbook shows, or marked as one of another file than the list."""
    if one.reading.book is not first.reading.book:
        return dataclasses.replace(one, far=True)
    return dataclasses.replace(one, reading=beside, far=False)


def _says_enough(table: Table) -> bool:
    """Whether a table could stand before one of persons as the list: it names accounts, or much else of a list."""
    return any(map(names_account, table.headers)) or sum(map(names_field, table.headers)) >= ENOUGH_FIELDS


def _surely(people: People | None) -> bool:
    return people is not None and people.surely


def _main(lists: Sequence[Candidate], mapping: Mapping[str, str], settled: bool) -> tuple[Candidate, Values]:
    """The likeliest list with an account in it, else the likeliest; those who send work stand behind a list of what may
    be sold."""
    first = lists[0]
    try:
        main = first.values(mapping)
    except SettingError:
        raise
    except InputError:
        return _numbered(first, () if settled else lists[1:], mapping)
    sends_work = of_those_who_send_work(main) is not None
    if settled or mapping or (main.size and not sends_work):
        return first, main
    for one, values in readable(lists[1:]):
        if values.size and (not sends_work or OF_A_SALE & values.columns.keys()):
            return one, values
    return first, main


def _numbered(first: Candidate, others: Sequence[Candidate], mapping: Mapping[str, str]) -> tuple[Candidate, Values]:
    """Another list where the likeliest names no accounts; else that one, each row standing for an account where it is
    one of amounts and stages, or by its likeliest names.

    Raises:
        InputError: when there is no text in it.
    """
    for one, values in readable(others):
        if values.size:
            return one, values
    table = with_numbered_rows(first.table)
    if table is None:
        return first, _by_likeliest_names(first, mapping)
    named = dataclasses.replace(first, table=table)
    values = named.values({**mapping, Field.ACCOUNT.value: HEADER})
    return named, dataclasses.replace(values, issues=(numbered_rows_told(first.table), *values.issues))


def _by_likeliest_names(first: Candidate, mapping: Mapping[str, str]) -> Values:
    """A list whose names nothing shows, read by the column that is likeliest to hold them, with a warning.

    Raises:
        InputError: when there is no text in it.
    """
    column = likeliest_names(first.table)
    if column is None or Field.ACCOUNT.value in mapping:
        return first.values(mapping)
    values = first.values({**mapping, Field.ACCOUNT.value: letter(column)})
    return dataclasses.replace(values, issues=(likeliest_names_told(first.table, column), *values.issues))


def noted(lists: Lists) -> tuple[Issue, ...]:
    """What is to be said of the tables as such."""
    return (*other_lists(lists.main.found.table, lists.left), *lists.issues)


def with_owners(lists: Lists) -> tuple[Lists, tuple[str, ...]]:
    """The lists with the names of their owners, and a sentence for each sheet of people."""
    sentences = []
    for owners in lists.owners:
        main, sentence = owners.named(lists.main)
        companies = lists.companies
        if companies is not None:
            companies = dataclasses.replace(companies, values=owners.named(companies.values)[0])
        sentences.append(sentence)
        lists = dataclasses.replace(lists, main=main, companies=companies)
    return lists, tuple(sentences)
