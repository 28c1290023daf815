"""Names of accounts, where a list writes less or more than the name: cells hold contacts on further lines, and boards
and deals are called after the client and the work (`Brook Mill – new website`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from planner.arrays import Texts
from planner.detection.exports.persons_named import FIRST_NAMES, LAST_NAMES
from planner.detection.found_list import FoundList
from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.rows.named_after_work import clients_of_work
from planner.facts.column_issues import issues_of
from planner.fields import Field
from planner.parsing.cell_values import Problem, as_cells
from planner.parsing.header_text import plain
from planner.parsing.names import LEGAL_WORDS, fold, fold_all
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.text_cells import as_texts, parse_text, to_text
from planner.records.issues import Issue
from planner.vocabulary import Severity

NO_COMPANY = frozenset(
    patterns(
        """self employed, freelance, freelancer, independent, sole trader, self, myself, retired,
        retd, semi retired, between jobs, on her own, on his own, sole practitioner, private individual,
        selbstständig, selbständig, freiberuflich, freiberufler, freiberuflerin, indépendant, indépendante,
        à son compte,
        autónomo, autónoma, por cuenta propia, zelfstandig, zzp, zzp er, libero professionista"""
    )
)
"""What persons say in the place of a company that they have none."""
_PARTS = re.compile(r"\s*[,;(/]\s*(?:now )?")
FULL_NAMES = ("full name", "name", "contact", "contact name", "person", "ansprechpartner", "contacto", "contactpersoon")
BETWEEN = ", "
"""Stands between a company and its contact where a program calls an account after both (`Acme Ltd, Ann Bell`)."""
SURELY = 0.5
MOSTLY = 0.9
_OF_MATTER = re.compile(r"^\s*(\w+)[.\-/](\d{1,5})\s*$")
_LINES = re.compile(r"\s*[\r\n]+\s*")
GOES_ON = ("&", "+", "-", ",", "/", " and", " und", " et", " y", " e", " en", " of", " de", " für", " for")
"""How a line ends whose name goes on in the next."""


def account_names(found: FoundList, read: Texts) -> tuple[Texts, list[Issue]]:
    """(n,) the names of a list's accounts without what else stands in their cells, and notes on that.

    Args:
        read: (n,) the texts of their column.
    """
    at = found.mapped.columns[Field.ACCOUNT]
    bare = without_contacts(found, read)
    if bare:
        told = Problem(
            "contact-in-name", Severity.NOTE, tuple(bare),
            "“{value}” in {header} names the company and the contact beside it; the company was taken for the account.",
            "Write the company alone.", grouped=True,
        )  # fmt: skip
        return as_texts([bare.get(i, name) for i, name in enumerate(read)]), issues_of(found, at, (told,))
    own = _of_their_own(found, read)
    if own:
        told = Problem(
            "named-after-person", Severity.NOTE, tuple(own),
            "{header} says “{value}”; the person stands for the account.", "Write the account's name there.",
            grouped=True,
        )  # fmt: skip
        return as_texts([own.get(i, name) for i, name in enumerate(read)]), issues_of(found, at, (told,))
    cells = as_cells(found.body.columns[at])
    names, apart = in_lines(cells.map(to_text)) if cells.has_lines else ((), {})
    if apart:
        told = Problem(
            "name-in-lines", Severity.NOTE, tuple(apart),
            "The first line of {header} was taken for the name; what stands under it was read as a remark.",
            "Write the name alone where it goes on in the next line.", grouped=True,
        )  # fmt: skip
        return parse_text(names).values, issues_of(found, at, (told,))
    clients = clients_of_work(read.tolist()) if found.mapped.columns.get(Field.DEAL) == at else None
    if clients is None:
        return read, []
    told = Problem(
        "client-in-deal", Severity.NOTE, (0,),
        "{header} names clients and work; what stands first was taken for the client (“"
        + clients[0].replace("{", "{{").replace("}", "}}") + "”).",
        "Write the client into a column of its own if that is wrong.", grouped=True,
    )  # fmt: skip
    return as_texts(clients), issues_of(found, at, (told,))


def clients_of_numbers(ids: Texts, names: Texts) -> Texts | None:
    """(n,) numbers of clients, where ids are those of matters (`12.0003` is the third of client 12); else None.

    What stands before the last part of an id is that of a client where it goes with hardly more than one name: `26-018`
    is a proposal of a year.
    """
    found = [_OF_MATTER.match(text) for text in ids]
    said = [match for match in found if match is not None]
    clients = {match[1] for match in said}
    if len(said) < MOSTLY * len(ids) or len(set(ids)) < len(ids) or len(clients) > MOSTLY * len(said):
        return None
    named = {(match[1], name) for match, name in zip(found, fold_all(names), strict=True) if match}
    if len(clients) < MOSTLY * len(named):
        return None
    return as_texts([match[1] if match else text for match, text in zip(found, ids, strict=True)])


def _of_their_own(found: FoundList, names: Texts) -> Mapping[int, str]:
    """Persons whose company is themselves (`Self-employed`), by row, where a list has columns of their names."""
    said = {plain(header): j for j, header in enumerate(found.table.headers) if header}
    parts = [said[header] for header in FIRST_NAMES if header in said][:1]
    parts += [said[header] for header in LAST_NAMES if header in said][:1]
    whole = [said[header] for header in FULL_NAMES if header in said][:1]
    columns = parts if len(parts) > 1 else whole
    if not columns:
        return {}
    known = {name for name in set(names) if not NO_COMPANY.isdisjoint(_PARTS.split(name.lower().replace("-", " ")))}
    rows = [i for i, name in enumerate(names) if name in known] if known else []
    persons = {i: " ".join(to_text(found.body.columns[j][i]).strip() for j in columns).strip() for i in rows}
    return {i: person for i, person in persons.items() if person}


def without_contacts(found: FoundList, names: Texts) -> Mapping[int, str]:
    """The companies of accounts whose names end with the contact of the same row, by row."""
    rows = [i for i, name in enumerate(names) if BETWEEN in name]
    if not rows:
        return {}
    columns = [found.body.columns[j] for j, text in enumerate(found.table.headers) if text and _of_contacts(text)]
    companies: dict[int, str] = {}
    for i in rows:
        company, _, person = names[i].rpartition(BETWEEN)
        if fold(person) and any(fold(to_text(cells[i])) == fold(person) for cells in columns):
            companies[i] = company.strip()
    return companies


def _of_contacts(header: str) -> bool:
    return meanings_of(header_words(header)).get(Other.PERSON, 0.0) >= SURELY


def in_lines(names: Sequence[str]) -> tuple[Sequence[str], Mapping[int, str]]:
    """The names of accounts from cells of several lines, and what stands on the further lines, by row.

    A name that is only wrapped stays whole: its line goes on (`Brook &`), its legal form follows, or another begins
    with the same line.
    """
    parts = [_name_and_rest(name) for name in names]
    firsts = Counter(first for first, _ in set(parts))
    apart = {i: rest for i, (first, rest) in enumerate(parts) if rest and firsts[first] == 1}
    whole = [first if i in apart or not rest else f"{first} {rest}" for i, (first, rest) in enumerate(parts)]
    return whole, apart


def _name_and_rest(text: str) -> tuple[str, str]:
    first, *rest = _LINES.split(text.strip())
    while rest and (
        first.lower().endswith(GOES_ON) or rest[0][:1] in "&+" or set(fold(rest[0]).split()) <= LEGAL_WORDS
    ):
        first = f"{first} {rest.pop(0)}"
    return first, " ".join(rest)
