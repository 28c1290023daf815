"""The way of a client list: bytes → cells → table → mapped columns → Roster, with everything that was wrong."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from planner.collector import without_collection
from planner.detection.list_finder import find_lists
from planner.detection.other_lists import sheets_left
from planner.detection.picture import further_pictures, sheet_picture
from planner.detection.sheets.setting_sheets import check_format, read_about, read_setting_sheets, setting_changes
from planner.detection.sheets.unread_sheets import unread_sheets
from planner.facts.values import Values
from planner.fields import Field
from planner.readers.workbook import Book, open_book, read_bytes
from planner.records.issues import Issue
from planner.records.question import Question
from planner.roster.accounts import build_accounts
from planner.roster.deals.deals import build_from_deals
from planner.roster.duplicates import with_duplicates
from planner.roster.lists.assemble import gather, noted, with_owners
from planner.roster.lists.candidates import Candidate, Lists, Reading, reading_day
from planner.roster.lists.people import find_people
from planner.roster.persons import one_a_company
from planner.roster.roster import Roster
from planner.roster.sources import with_sources
from planner.roster.standing.relationship_question import with_relationship_told
from planner.roster.standing.worked_out_note import with_worked_out_notes
from planner.roster.updates import latest_updates, once_each
from planner.settings import Settings, make_settings
from planner.sheets.answers import SHEET as ANSWERS_SHEET
from planner.sheets.answers import merged, read_answers, values_of, with_answers
from planner.sheets.apply_settings import convert_units
from planner.sheets.hours_returned import with_returned
from planner.sheets.planned_hours import with_planned
from planner.vocabulary import Level, Severity

READING_SETTINGS = ("plan_start", "weeks", "fee_meaning")
Source: TypeAlias = str | Path | bytes | tuple[str, bytes]
"""A file, its content, or its name and its content."""


@without_collection()
def read_roster(
    source: str | Path | bytes,
    *,
    companies: Source | Sequence[Source] | None = None,
    name: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    password: str | None = None,
    settings: Settings | None = None,
) -> Roster:
    """Read a client list.

    Args:
        source: a file, or its content.
        companies: further files that belong to it, each a path, its content, or its name and content: the companies
            of deals (or the deals of companies), contacts, owners; joined by id, name or domain.
        name: what to call the content in messages, with its ending; the file's name when not given.
        sheet, header_row: where the list stands (row from 1); found when not given.
        mapping: field name → their header, stronger than what is found; "-" for no column.
        answers: question code → answer; stronger than those of the file's own Answers sheet.
        password: of a protected workbook.
        settings: limits of reading, `weeks`, `plan_start` and `fee_meaning`; what was not set in it is as the
            file's own Settings sheet says.

    Raises:
        InputError: when there is no such file or sheet, or no column of account names.
        FileRefused: when the file is not a workbook, damaged, protected or too large.
        SettingError: when `mapping` names an unknown field or header.

    Example:
        >>> roster = read_roster(b"Account,Type,Fee\\nAcme,client,50000\\nBeta,prospect,7000\\n", name="l.csv")
        >>> roster.names.tolist(), roster.size
        (['Acme', 'Beta'], 2)
    """
    limits = settings or Settings()
    content, label = read_bytes(source, name, limits)
    book = open_book(content, label, limits, password)
    about = read_about(book)
    check_format(about, label)
    sheets, sheet_issues = read_setting_sheets(book)
    given = {name: getattr(limits, name) for name in limits.given}
    used = make_settings({**setting_changes(sheets, READING_SETTINGS), **given})
    written, answer_issues = read_answers(sheets.get(ANSWERS_SHEET))
    told = merged(written, answers or {}, by="you", day=reading_day(used).isoformat())
    reading = Reading(book, sheets, about, used, values_of(told))
    candidates = _candidates(reading, mapping or {}, sheet, header_row)
    left: list[Issue] = []
    for one in _each(companies):
        further, more, aside = _further(one, password, reading)
        candidates += further
        content += more
        left += aside
    lists = gather(candidates, mapping or {}, sheet is not None)
    roster = _roster_of(lists, reading)
    digest = hashlib.sha256(content).hexdigest()
    roster = dataclasses.replace(
        roster,
        source=dataclasses.replace(roster.source, digest=digest),
        issues=(
            *_not_seen(book),
            *sheet_issues,
            *answer_issues,
            *left,
            *roster.issues,
            *unread_sheets(book, about, lists.sheets, sheet),
        ),
    )
    roster = with_planned(with_returned(roster, book, about, used.weeks), book, about)
    roster = with_relationship_told(convert_units(roster, used), reading.answers)
    return with_worked_out_notes(with_sources(with_duplicates(with_answers(roster, told))))


def _each(sources: Source | Sequence[Source] | None) -> Sequence[Source]:
    if sources is None:
        return ()
    one = isinstance(sources, str | Path | bytes) or _is_named(sources)
    return (sources,) if one else sources  # type: ignore[return-value]


def _is_named(source: object) -> bool:
    return (
        isinstance(source, tuple) and len(source) == 2 and isinstance(source[0], str) and isinstance(source[1], bytes)
    )


def _candidates(
    reading: Reading, mapping: Mapping[str, str], sheet: str | None, header_row: int | None
) -> list[Candidate]:
    tables = find_lists(reading.book, mapping, about=reading.about, sheet=sheet, header_row=header_row)
    return [Candidate(table, reading, table.sheet.name) for table in tables]


def _further(
    source: Source, password: str | None, reading: Reading
) -> tuple[list[Candidate], bytes, tuple[Issue, ...]]:
    """The tables of a further file, the likeliest list first; persons that stand beside it are kept, lists named."""
    given, name = (source[1], source[0]) if isinstance(source, tuple) else (source, None)
    content, label = read_bytes(given, name, reading.settings)
    book = open_book(content, label, reading.settings, password)
    about = read_about(book)
    there = Reading(book, reading.sheets, about, reading.settings, reading.answers)
    tables = find_lists(book, {}, about=about)
    kept = [table for i, table in enumerate(tables) if not i or find_people(table, label) is not None]
    labels = [label if not i else f"{label}, {table.sheet.name}" for i, table in enumerate(kept)]
    left = sheets_left(kept[0], [table for table in tables if table not in kept], label)
    return [Candidate(table, there, text, True) for table, text in zip(kept, labels, strict=True)], content, left


def _roster_of(lists: Lists, reading: Reading) -> Roster:
    """Accounts of the lists, their owners named and their contacts beside them."""
    lists, sentences = with_owners(lists)
    if lists.deals:
        roster = build_from_deals(lists.main, reading.book, reading.sheets, lists.companies)
    else:
        accounts = build_accounts(one_a_company(once_each(latest_updates(lists.main))), reading.book, reading.sheets)
        roster = lists.companies.add_to(accounts) if lists.companies is not None else accounts
    labels = tuple(owners.people.label for owners in lists.owners)
    source = dataclasses.replace(roster.source, joined=(*roster.source.joined, *labels))
    found = _lists_read(lists)
    picture = sheet_picture(lists.main.found, lists.main.more)
    roster = dataclasses.replace(
        roster,
        source=source,
        issues=(*noted(lists), *roster.issues),
        skipped=tuple(row for one in found for part in (one.found, *one.more) for row in part.skipped),
        picture=picture,
        also_read=further_pictures(picture, lists.main.more),
        questions=_asked(found),
    )
    for sentence in sentences:
        roster = roster.with_join(sentence)
    for contacts in lists.contacts:
        roster = contacts.add_to(roster)
    for report in lists.reports:
        roster = report.add_to(roster, reading.settings.weeks, reading.today)
    return roster


def _lists_read(lists: Lists) -> tuple[Values, ...]:
    return (lists.main, *((lists.companies.values,) if lists.companies is not None else ()))


def _asked(lists: Sequence[Values]) -> tuple[Question, ...]:
    """What the lists leave open, each question once."""
    asked: dict[str, Question] = {}
    named = any(_names_accounts(one) for one in lists)
    for one in lists:
        further = (question for found in one.more for question in found.questions)
        for question in (*one.found.questions, *further, *one.questions):
            if not (named and question.field is Field.ACCOUNT and not _names_accounts(one)):
                asked.setdefault(question.code, question)
    return tuple(asked.values())


def _names_accounts(values: Values) -> bool:
    """Whether a list has a column that surely names accounts, so that none has to stand for it."""
    return values.found.mapped.matches[Field.ACCOUNT].level is Level.SURE


def _not_seen(book: Book) -> tuple[Issue, ...]:
    """A note on what a format does not show before it is read."""
    if book.findings.format in {"xlsx", "text"}:
        return ()
    return (
        Issue(
            "errors-not-seen", Severity.NOTE,
            f"In {book.file}, errors and formulas saved without a result look like empty cells.",
            "Save it as .xlsx to have them named.",
        ),
    )  # fmt: skip
