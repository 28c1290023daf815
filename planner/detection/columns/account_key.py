"""What stands for the accounts where a list has no column of their names: an id, a web address, or the deal itself.

An export of deals often names the company by its id or domain only. Such a list is still read: with the list of
companies beside it the names come from there; alone, the key stands for the name, and the user is told.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

from planner.detection.columns.column_matching import GIVE_WAY
from planner.detection.columns.mapped import Mapped, guessed
from planner.detection.columns.scores.column_plausibility import plausibility, sample
from planner.detection.columns.scores.column_profile import profile
from planner.detection.headers.header_words import header_words
from planner.detection.rows.body import Body
from planner.detection.rows.named_after_work import clients_of_work
from planner.detection.table import Table, letter
from planner.errors import InputError
from planner.fields import FIELDS, Field
from planner.parsing.cell_values import Cells, is_missing
from planner.parsing.header_text import plain
from planner.parsing.text_cells import to_text
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.vocabulary import Severity

HINTED, UNHINTED = 0.3, 0.5
"""Shares of different names among the rows from which a column stands for the account: where its header speaks of
names, and where it does not."""
LEAST_KEYS = 3
"""Fewer ids go one to one with anything."""
MOSTLY = 0.9
ONE_HOST = 3
"""More web addresses of one host are no companies'."""
_HOST = re.compile(r"^\s*(?:https?://)?(?:www\.)?", re.IGNORECASE)
KEY_CODE = "account-by-key"
NAME_HINTS = ("name", "company", "client", "organi", "customer", "account", "firm")
_ACCOUNT_WORDS = (["account"], ["client"], ["company"], ["customer"], ["organisation"], ["organization"], ["firm"])
"""Last words of headers that speak of an account before one that only speaks of a name."""
_OF_ACCOUNTS = words(
    "account client company customer organisation firm lead prospect donor member mandant kunde cliente"
)
"""Words of the headers of keys that may stand for the account; those of owners, contacts and deals may not."""
_REMARKS = words(
    "note notes comment comments remark remarks description bemerkung notiz notizen remarque remarques notas"
)
_STAND_INS = (Field.ACCOUNT_ID, Field.DOMAIN, Field.DEAL)


def with_account(mapped: Mapped, table: Table, body: Body, file: str) -> Mapped:
    """`mapped` with a column for the account: one whose values look like names, else a key, else the deal.

    Raises:
        InputError: when nothing in the list could stand for an account.
    """
    beside = _named_by_key(mapped, body)
    if beside is not None:
        ids = table.headers[mapped.columns[Field.ACCOUNT_ID]]
        message = f"“{{header}}” goes one to one with “{ids}”; it was taken for the account's name."
        return _taking(mapped, table, beside, _issue("account-beside-key", table, beside, message, Severity.NOTE))
    stand_ins = [name for name in _STAND_INS if name in mapped.columns and not _of_records(name, mapped, body)]
    for name in _STAND_INS[:2]:
        if name in stand_ins and Field.DEAL in mapped.columns:
            return _by_key(mapped, table, name)
    deal = mapped.columns.get(Field.DEAL)
    if deal is not None and clients_of_work([cell for cell in body.columns[deal] if isinstance(cell, str)]) is not None:
        return _by_key(mapped, table, Field.DEAL)
    guessed = _likeliest(mapped, table, body)
    if guessed is not None:
        issue = _issue("account-guessed", table, guessed, "“{header}” was taken for the account's name.")
        return _taking(mapped, table, guessed, issue)
    if stand_ins:
        return _by_key(mapped, table, stand_ins[0])
    return _of_owners(mapped, table, body) or _of_any_key(mapped, table, body, file)


def _of_owners(mapped: Mapped, table: Table, body: Body) -> Mapped | None:
    """The mapping with owners for accounts, as logs of bids call those who build; None where nobody owns anything."""
    owner = mapped.columns.get(Field.OWNER)
    if owner is None or profile(body.columns[owner]).names <= UNHINTED:
        return None
    if header_words(table.headers[owner]) != ("owner",) or Field.ANNUAL_FEE not in mapped.columns:
        return None
    message = "The list names no accounts but under “{header}”, which were taken for them and not for your people."
    return _taking(mapped.without(Field.OWNER), table, owner, _issue("account-guessed", table, owner, message))


def _of_any_key(mapped: Mapped, table: Table, body: Body, file: str) -> Mapped:
    """The mapping with the first column of names or keys for accounts.

    Raises:
        InputError: when there is none.
    """
    key = _first_of_names(mapped, mapped.name_like, table, body, any_key=True)
    if key is not None:
        message = "The list names no accounts; “{header}” stands for them."
        return _taking(mapped, table, key, _issue(KEY_CODE, table, key, message))
    headers = quoted([text for text in table.headers if text])
    if not headers:
        raise InputError(
            f"The sheet “{table.sheet.name}” of {file} holds no list: it has no headers and next to no text. Write the "
            "names of your clients and prospects under each other, one a row."
        )
    raise InputError(
        f"The sheet “{table.sheet.name}” of {file} has no column of account names; its headers in row "
        f"{table.header_row} are {headers}. Write “Client” over the column of names, or map it to one of them."
    )


def _named_by_key(mapped: Mapped, body: Body) -> int | None:
    """The column of names that goes one to one with the accounts' ids, some of which stand more than once."""
    if Field.ACCOUNT_ID not in mapped.columns:
        return None
    keys = [to_text(cell).strip() for cell in body.columns[mapped.columns[Field.ACCOUNT_ID]]]
    different = set(keys) - {""}
    if not LEAST_KEYS <= len(different) < sum(map(bool, keys)):
        return None
    for j in mapped.name_like:
        names = [to_text(cell).strip() for cell in body.columns[j]]
        pairs = {(key, name) for key, name in zip(keys, names, strict=True) if key}
        if len(pairs) == len(different) == len({name for _, name in pairs} - {""}):
            return j
    return None


def _of_records(name: Field, mapped: Mapped, body: Body) -> bool:
    """Whether web addresses lead to the records of one system, and name nobody."""
    if name is not Field.DOMAIN:
        return False
    hosts = [_HOST.sub("", str(cell)).partition("/")[0] for cell in sample(body.columns[mapped.columns[name]])]
    return len(hosts) > ONE_HOST and len(set(hosts)) == 1


def quoted(names: Sequence[str]) -> str:
    """The first of some names, for a message."""
    shown = ", ".join(f"“{name}”" for name in names[:12])
    return shown + (" and others" if len(names) > 12 else "")


def _by_key(mapped: Mapped, table: Table, name: Field) -> Mapped:
    what = "deal" if name is Field.DEAL else FIELDS[name].title.lower().replace("id", "ID")
    issue = _issue(
        KEY_CODE, table, mapped.columns[name], f"The list names no accounts; “{{header}}” (the {what}) stands for them."
    )
    return _taking(mapped, table, mapped.columns[name], issue)


def _issue(code: str, table: Table, column: int, message: str, severity: Severity = Severity.WARNING) -> Issue:
    header = table.headers[column]
    by_key = code == KEY_CODE
    return Issue(
        code, severity, message.format(header=header),
        "Load the list of companies with it, or map the account to another column."
        if by_key
        else "Map the account to another column if that is wrong.",
        table.sheet.name, f"{letter(column)}{table.header_row}", header,
    )  # fmt: skip


def _taking(mapped: Mapped, table: Table, column: int, issue: Issue) -> Mapped:
    for name in GIVE_WAY:
        if mapped.columns.get(name) == column:
            mapped = mapped.without(name)
    return mapped.taking(Field.ACCOUNT, guessed(table, column), column, [issue])


def _likeliest(mapped: Mapped, table: Table, body: Body) -> int | None:
    """The column whose values look most like names: one whose header speaks of an account before any other.

    Where no column is left, one that was taken for names that a list can do without gives way.
    """
    giving = [mapped.columns[name] for name in GIVE_WAY if name in mapped.columns]
    for free in (mapped.unmapped, giving):
        found = _first_of_names(mapped, [j for j in mapped.name_like if j in free], table, body)
        if found is not None:
            return found
    return None


def _first_of_names(mapped: Mapped, free: Sequence[int], table: Table, body: Body, any_key: bool = False) -> int | None:
    """The first of some columns that holds enough different names; one headed by a word for an account first.

    Args:
        any_key: whether keys of something else will do, for want of anything better.
    """
    named = [j for j in free if plain(table.headers[j]).split()[-1:] in _ACCOUNT_WORDS]
    if any_key and not named:
        free = sorted(free, key=lambda j: _row_by_row(body.columns[j]))
    for j in named or free:
        if _holds_remarks(table.headers[j], body.columns[j]):
            continue
        of_accounts = Field.ACCOUNT_ID not in mapped.columns and _OF_ACCOUNTS & set(header_words(table.headers[j]))
        if not (any_key or of_accounts) and _holds_codes(body.columns[j]):
            continue
        hinted = any(hint in table.headers[j].lower() for hint in NAME_HINTS)
        filled = [cell for cell in body.columns[j] if isinstance(cell, str) and cell.strip()]
        share = plausibility(Field.ACCOUNT, sample(body.columns[j])) * len(set(filled)) / max(1, len(body.rows))
        if share >= (HINTED if hinted or (any_key and _holds_codes(body.columns[j])) else UNHINTED):
            return j
    return None


def _holds_remarks(header: str, cells: Sequence[Any]) -> bool:
    """Whether a column is headed by a word for remarks (`account_manager_notes`), or holds sentences."""
    texts = [cell for cell in sample(cells) if isinstance(cell, str)]
    said = bool(_REMARKS & set(header_words(header)))
    return said or sum(text.rstrip().endswith(".") for text in texts) > MOSTLY * max(1, len(texts))


def _row_by_row(cells: Sequence[Any]) -> bool:
    """Whether cells are keys of the rows themselves: none stands twice."""
    return _holds_codes(cells) and len(set(cells)) == len(cells)


def _holds_codes(cells: Sequence[Any]) -> bool:
    """Whether cells are keys of something (`EMP341`, `C-0012`), no names."""
    texts = [cell for cell in sample(cells) if isinstance(cell, str)]
    return bool(texts) and sum(map(_is_code, texts)) >= MOSTLY * len(texts)


def _is_code(text: str) -> bool:
    return " " not in text.strip() and any(map(str.isdigit, text))


def name_by_deal(body: Body, table: Table, account: int, deal: int | None) -> Body:
    """Rows that name a deal but no account, each standing under the name of its deal; one issue for all of them."""
    if deal is None or deal == account or not body.columns:
        return body
    names, deals = body.columns[account], body.columns[deal]
    bare = [i for i, name in enumerate(names) if is_missing(name) and _says_something(deals[i])]
    if not bare:
        return body
    filled = list(names)
    for i in bare:
        filled[i] = deals[i]
    columns = (*body.columns[:account], Cells(filled), *body.columns[account + 1 :])
    several = len(bare) > 1
    issue = Issue(
        "deal-without-account", Severity.WARNING,
        f"{len(bare):,} deal{'s name' if several else ' names'} no account (the first is “{deals[bare[0]]}”); "
        f"{'each stands' if several else 'it stands'} under its own name.",
        "Write whose deals they are.", table.sheet.name, f"{letter(account)}{int(body.rows[bare[0]])}",
    )  # fmt: skip
    return dataclasses.replace(body, columns=columns, issues=(*body.issues, issue))


def _says_something(cell: Any) -> bool:
    return isinstance(cell, str) and not is_missing(cell)
