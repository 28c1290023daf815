"""Lists of persons beside the client list: the contacts of its accounts, or the firm's own people who own them.

A sheet is a list of persons by its headers alone: a first and last name, or a full one, with something that only
persons have (a job title, a role, a phone). What it says of accounts is read in `planner.roster.lists.contacts` and
`planner.roster.lists.owners`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Texts, same_text
from planner.detection.exports.documents import CUSTOMER, numbered
from planner.detection.headers.header_synonyms import SURE
from planner.detection.headers.known_headers import field_of
from planner.detection.keys import stands_for_person
from planner.detection.rows.body import table_columns
from planner.detection.table import Table, letter
from planner.fields import RATING_OF, Field
from planner.parsing.header_text import plain, read_header
from planner.parsing.text_cells import as_texts, parse_text, read_yes_no, to_text

FIRST_NAME = frozenset({"first name", "firstname", "given name", "forename", "vorname", "prenom", "nombre"})
LAST_NAME = frozenset({"last name", "lastname", "surname", "family name", "nachname", "apellido"})
FULL_NAME = frozenset(
    {
        "full name", "contact name", "person name", "name of contact", "contact person", "owner name", "display name",
         "employee name", "user full name", "contact full name",
    }
)  # fmt: skip
PERHAPS_NAME = frozenset(
    {
        "name", "contact", "person", "user", "owner", "employee", "sales rep", "sales agent", "rep", "rep name",
        "sales rep name", "salesperson", "salesperson name", "manager name", "account manager name", "agent name",
        "staff name",
    }
)  # fmt: skip
EMAIL = frozenset({*SURE[Field.EMAIL], "user email", "owner email", "email address 1", "email 1", "e mail address"})
TITLE = frozenset({"job title", "title", "position", "job position", "designation", "job role", "business title"})
ROLE = frozenset(
    {
        "role", "roles", "contact role", "contact roles", "buying role", "buying roles", "decision role", "buyer role",
        "role in deal", "role in decision", "role in the decision", "stakeholder role", "influence", "decision power",
    }
)  # fmt: skip
PHONE = frozenset(
    {
        "phone", "phone number", "mobile", "mobile phone", "office phone", "business phone", "telephone", "work phone",
        "direct phone", "mobile phone number", "cell", "cell phone", "mobile number", "phone work",
    }
)  # fmt: skip
KEY = frozenset(
    {
        "id", "user id", "owner id", "person id", "userid", "username", "alias", "initials", "code", "short name",
        "employee id", "user", "user name", "login", "owner code", "rep id", "sales rep id", "salesperson id",
        "manager id", "agent id", "staff id", "member id",
    }
)  # fmt: skip
ACTIVE = frozenset({"active", "is active", "user active", "status", "user status", "active user"})
GONE = frozenset({"inactive", "deactivated", "disabled", "left", "terminated", "suspended", "archived"})
SIGNS = frozenset({*SURE[Field.ECONOMIC_BUYER], "is decision maker"})
CHAMPIONS = frozenset({*SURE[Field.CHAMPION], "is champion"})

NEAR, LEAST_CODED, MOST_PEOPLE = 4, 2, 200
"""Codes and the names that they stand for are among the first columns; at least and at most so many are looked at."""
MOSTLY_NAMED = 0.5
"""Customers may be persons without a company, but most of a list of companies have one."""
OF_A_LIST = frozenset(
    {
        Field.STAGE, Field.DEAL, Field.PROBABILITY, Field.ANNUAL_FEE, Field.EXPECTED_DATE, Field.CURRENT_HOURS,
        Field.COST_TO_SERVE, Field.MAX_HOURS, Field.LOCK_HOURS, *RATING_OF.values(),
    }
)  # fmt: skip
"""Fields that a client list has and a list of persons has not."""
OF_AN_ACCOUNT = frozenset({Field.INDUSTRY, Field.DOMAIN, Field.TYPE, Field.RELATIONSHIP, Field.REGION})


@dataclass(frozen=True, eq=False)
class People:
    """The persons of one sheet; every array is one entry a person, `""` where nothing is written.

    Attributes:
        table, label: where they stand; `label` is the sheet or file.
        surely: whether they are persons whatever else there is; else only where they own accounts.
        keys: ids, user names and initials, by header.
        account_ids, accounts: whom a contact belongs to.
        signs, champions: masks from columns that say yes or no.
        active: mask; a person is active where nothing is said.
        rows: row of each on the sheet, from 1.
    """

    table: Table
    label: str
    surely: bool
    names: Texts
    emails: Texts
    titles: Texts
    roles: Texts
    keys: tuple[Texts, ...]
    account_ids: Texts
    accounts: Texts
    signs: NDArray[np.bool_]
    champions: NDArray[np.bool_]
    active: NDArray[np.bool_]
    rows: NDArray[np.intp]
    name_column: str

    @property
    def size(self) -> int:
        return len(self.rows)

    def titled(self, at: int | np.intp) -> str:
        """`Jo Park (Finance director)`."""
        return f"{self.names[at]} ({self.titles[at]})" if self.titles[at] else str(self.names[at])


def find_people(table: Table, label: str) -> People | None:
    """The persons of a table, or None where it is a list of something else."""
    words = [(plain(text), read_header(text).words) if text else ("", "") for text in table.headers]

    def at(known: Iterable[str]) -> int | None:
        wanted = frozenset(known)
        return next((j for j, both in enumerate(words) if wanted.intersection(both)), None)

    if at(TITLE) is None and at(ROLE) is None and _has_a_contact_each(table):
        return None
    surely = _are_people(table, at(FIRST_NAME), at(LAST_NAME), at(FULL_NAME), (at(TITLE), at(ROLE), at(PHONE)))
    named = at(PERHAPS_NAME | FULL_NAME) is not None
    coded = _codes_of_names(table)
    if surely is None and coded is None and not (named and (at(EMAIL) is not None or at(KEY) is not None)):
        return None
    fields = _fields(table)
    if fields & OF_A_LIST:
        return None
    return _read(table, label, bool(surely), words, at, coded)


def _codes_of_names(table: Table) -> tuple[int, int] | None:
    """The columns of codes and of the names of the persons that they stand for, whatever their headers say."""
    if len(table.body) > MOST_PEOPLE:
        return None
    near = range(min(len(table.headers), NEAR))
    columns = [[to_text(row[j]).strip() if j < len(row) else "" for row in table.body] for j in near]
    for j, k in permutations(near, 2):
        pairs = [(code, name) for code, name in zip(columns[j], columns[k], strict=True) if code or name]
        if len(pairs) >= LEAST_CODED and all(_stands_for(code, name) for code, name in pairs):
            return j, k
    return None


def _stands_for(code: str, name: str) -> bool:
    return 0 < len(code) < len(name) and stands_for_person(code.lower(), name)


def _has_a_contact_each(table: Table) -> bool:
    """Whether a table lists numbered customers, each once, with the person there beside the company."""
    if numbered(table.headers, CUSTOMER) is None:
        return False
    found = [field_of(read_header(text)) if text else None for text in table.headers]
    companies = next((j for j, one in enumerate(found) if one is not None and one[0] is Field.ACCOUNT), None)
    if companies is None:
        return False
    names = [to_text(row[companies]).strip() for row in table.body if companies < len(row)]
    said = [name for name in names if name]
    return len(said) >= MOSTLY_NAMED * len(names) > 0 and len(set(said)) == len(said)


def _are_people(
    table: Table, first: int | None, last: int | None, full: int | None, details: tuple[int | None, ...]
) -> bool | None:
    """True where they surely are persons, None where no column surely names one."""
    if last is not None and (first is not None or any(j is not None for j in details)):
        return True
    if full is None:
        return None
    title, role, _ = details
    said = any(word in table.sheet.name.lower() for word in ("contact", "people", "person", "stakeholder"))
    return ((said or title is not None or role is not None) and not _fields(table) & OF_AN_ACCOUNT) or None


def _fields(table: Table) -> frozenset[Field]:
    """Fields that the headers surely name."""
    found = (field_of(read_header(text)) for text in table.headers if text)
    return frozenset(one[0] for one in found if one is not None and one[1] == 1.0)


def _read(
    table: Table,
    label: str,
    surely: bool,
    words: list[tuple[str, str]],
    at: Callable[[Iterable[str]], int | None],
    coded: tuple[int, int] | None,
) -> People:
    body = table_columns(table)
    size = len(body.rows)

    def texts(j: int | None) -> Texts:
        return parse_text(body.columns[j]).values if j is not None else same_text(size, "")

    def ticked(known: frozenset[str], blank: bool) -> NDArray[np.bool_]:
        j = at(known)
        said = [_yes_no(cell) for cell in body.columns[j]] if j is not None else [None] * size
        return np.array([blank if one is None else one for one in said], dtype=np.bool_)

    first, last = at(FIRST_NAME), at(LAST_NAME)
    full = coded[1] if coded else at(FULL_NAME) if at(FULL_NAME) is not None else at(PERHAPS_NAME)
    names = texts(full) if last is None else _both(texts(first), texts(last))
    emails = texts(at(EMAIL))
    names = np.where(names == "", emails, names)
    kept = np.flatnonzero(names != "")
    used = {first, last} if last is not None else {full}
    codes = {coded[0]} if coded else set()
    keys = [j for j, both in enumerate(words) if (KEY.intersection(both) or j in codes) and j not in used]
    account = next((j for j, both in enumerate(words) if _ACCOUNTS.intersection(both) and j != full), None)
    column = next((j for j in (full, last, first) if j is not None), 0)
    return People(
        table=table,
        label=label,
        surely=surely,
        names=names[kept],
        emails=emails[kept],
        titles=texts(at(TITLE))[kept],
        roles=texts(at(ROLE))[kept],
        keys=tuple(texts(j)[kept] for j in keys),
        account_ids=texts(at(_ACCOUNT_IDS))[kept],
        accounts=texts(account)[kept],
        signs=ticked(SIGNS, False)[kept],
        champions=ticked(CHAMPIONS, False)[kept],
        active=ticked(ACTIVE, True)[kept],
        rows=body.rows[kept],
        name_column=letter(column),
    )


def _yes_no(cell: object) -> bool | None:
    """Yes or no; somebody who has left is not active."""
    return False if isinstance(cell, str) and cell.strip().lower() in GONE else read_yes_no(cell)


def _both(first: Texts, last: Texts) -> Texts:
    return as_texts([" ".join(part for part in both if part) for both in zip(first, last, strict=True)])


_ACCOUNT_IDS = frozenset(
    {*SURE[Field.ACCOUNT_ID], "accountid", "account name id", "parent account id", "company id", "organization id"}
)
_ACCOUNTS = frozenset(SURE[Field.ACCOUNT]) | {"parent account", "related company", "parent customer", "employer"}
