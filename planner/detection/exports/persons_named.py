"""Rows of a list of companies that name a person and no company: the person is the account.

Address books hold private persons too; only of an account is there a fee, an owner, a key, a relationship, or a remark
that says one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_profile import profile
from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.rows.total_rows import is_named_total
from planner.detection.table import Table, letter
from planner.fields import Field
from planner.parsing.cell_values import Cells, as_cells, is_missing
from planner.parsing.first_names import is_first_name
from planner.parsing.header_text import plain
from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.remark_families import SENDS_WORK
from planner.parsing.remarks.remarks import said_in
from planner.parsing.standing.relationships import relationship_of, remarked_relationship
from planner.parsing.text_cells import to_text
from planner.parsing.text_shapes import reads_like_name
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

FIRST_NAMES = ("first name", "given name", "forename", "vorname", "prenom", "nombre", "voornaam", "nome")
LAST_NAMES = (
    "last name", "surname", "family name", "nachname", "nom", "nom de famille", "apellidos", "apellido", "achternaam",
    "cognome",
)  # fmt: skip
FULL_NAMES = (
    "full name", "contact name", "contact person", "name", "contact", "person", "ansprechpartner", "kontaktperson",
    "kontakt", "interlocuteur", "nom du contact", "contacto", "persona de contacto", "contactpersoon", "naam",
    "contatto", "contato",
)  # fmt: skip
"""Headers of whole names of persons, in lists that say how to reach them."""
OF_AN_ACCOUNT = (
    Field.ANNUAL_FEE, Field.PROBABILITY, Field.STAGE, Field.EXPECTED_DATE, Field.OWNER, Field.ACCOUNT_ID,
    Field.CURRENT_HOURS,
)  # fmt: skip
"""What a list says of accounts, and an address book of nobody else."""
OF_NAMES = words("name naam nom nombre nome")
MOSTLY_PERSONS = 0.6
_TITLED = re.compile(
    r"^(?:Hr|Herr|Fr|Frau|Dr|Mr|Mrs|Ms|M|Mme|Mlle|Sr|Sra|Dhr|Mevr|Mw|Sig|Dott|Ing|Lic)\.?\s(?:Dr\.\s)?[A-ZÀ-Þ]"
)
"""A person with a title."""
MOSTLY = 0.5
"""Where fewer rows name a company, those without one are contacts of nobody."""


def with_persons_named(body: Body, table: Table, mapped: Mapped) -> Body:
    """The rows with the name of a person in the place of a company that is missing, and a note on them."""
    account = mapped.columns[Field.ACCOUNT]
    named = _columns_of_names(table, body, account)
    if not named:
        return body
    said = as_cells(body.columns[account]).said
    if said.all() or said.mean() < MOSTLY:
        return body
    names = list(body.columns[account])
    persons = {
        i: " ".join(to_text(body.columns[j][i]).strip() for j in named).strip()
        for i in (~said).nonzero()[0].tolist()
        if _names_person(body.columns[named[-1]][i], len(named)) and _is_of_an_account(body, mapped, i)
    }
    if not persons:
        return body
    for i, person in persons.items():
        names[i] = person
    columns = (*body.columns[:account], Cells(names), *body.columns[account + 1 :])
    return replace(body, columns=columns, issues=(*body.issues, _told(persons, body, table, account)))


def _columns_of_names(table: Table, body: Body, account: int) -> tuple[int, ...]:
    """The columns of the first and last names, or that of whole names where another says how to reach persons."""
    headers = [plain(text) if text else "" for text in table.headers]
    first, last, full = (
        next((headers.index(text) for text in of if text in headers), None)
        for of in (FIRST_NAMES, LAST_NAMES, FULL_NAMES)
    )
    if not body.columns:
        return ()
    if first is not None and last is not None:
        return () if account in (first, last) else (first, last)
    if full is None or full == account or not any(map(_reaches, table.headers)):
        return ()
    return (full,) if profile(body.columns[full]).names > MOSTLY_PERSONS else ()


def _names_person(cell: object, parts: int) -> bool:
    """Whether a cell holds the last part of a name, or a whole one of `parts` 1, which no total is."""
    text = to_text(cell).strip()
    if is_missing(cell) or parts > 1:
        return not is_missing(cell)
    whole = len(text.split()) > 1 and reads_like_name(text) and not is_named_total(text)
    return whole or is_first_name(text)


def _reaches(header: str) -> bool:
    """Whether a header is one of telephones or e-mail addresses."""
    said = meanings_of(header_words(header))
    return max(said.get(Other.PHONE, 0.0), said.get(Field.EMAIL, 0.0)) > MOSTLY_PERSONS


def _is_of_an_account(body: Body, mapped: Mapped, i: int) -> bool:
    columns = mapped.columns
    if any(name in columns and not is_missing(body.columns[columns[name]][i]) for name in OF_AN_ACCOUNT):
        return True
    kind, notes = columns.get(Field.RELATIONSHIP), columns.get(Field.NOTES)
    if kind is not None and relationship_of(to_text(body.columns[kind][i])) is not None:
        return True
    return notes is not None and _remarked_upon(to_text(body.columns[notes][i]))


def _remarked_upon(text: str) -> bool:
    """Whether a remark says what somebody is to the firm, or that work comes from there."""
    sends = any(one.family is SENDS_WORK and not one.negated for one in said_in(text))
    return sends or remarked_relationship(text) is not None


def _told(persons: dict[int, str], body: Body, table: Table, account: int) -> Issue:
    at, person = next(iter(persons.items()))
    several = len(persons) > 1
    return Issue(
        "person-for-company", Severity.NOTE,
        f"{len(persons):,} row{'s name' if several else ' names'} a person and no “{table.headers[account]}” (the "
        f"first is “{person}”); the person stands for the account.",
        "Write the company, or the person's name, there.", table.sheet.name,
        f"{letter(account)}{int(body.rows[at])}",
    )  # fmt: skip


def without_persons_for_deals(mapped: Mapped, table: Table, body: Body) -> Mapped:
    """The mapping without a column headed `Name` for the deal that holds the persons there (`Corinne M.`), in a list
    without stages: beside those a person may be a deal."""
    j = mapped.columns.get(Field.DEAL)
    staged = {Field.STAGE, Field.STATUS} & mapped.columns.keys()
    if j is None or staged or Field.DEAL in mapped.given or set(words_of(table.headers[j])) - OF_NAMES:
        return mapped
    cells = as_cells(body.columns[j])
    said = [cell for cell, filled in zip(cells, cells.said, strict=True) if filled]
    persons = sum(isinstance(cell, str) and _is_person(cell) for cell in said)
    return mapped.without(Field.DEAL) if persons and persons >= MOSTLY_PERSONS * len(said) else mapped


def _is_person(text: str) -> bool:
    return _TITLED.match(text) is not None or is_first_name(text)
