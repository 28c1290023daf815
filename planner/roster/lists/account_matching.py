"""Which accounts of two lists are the same: by id, by name, by domain, each as it is compared."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from planner.arrays import Column, Index, Texts
from planner.detection.columns.scores.neighbours import DEAL_IDS
from planner.detection.table import letter
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.header_text import plain
from planner.parsing.names import core_name, fold
from planner.parsing.text_cells import as_texts
from planner.records.findings import ColumnMatch
from planner.roster.grouping import group_rows

OVERLAP = 0.3
"""Two lists belong together when at least this share of one's accounts is found in the other."""
_OF_HOSTS = str.maketrans(".\n-_", "aaaa")
"""What may stand in hosts beside letters and digits, as letters."""


def match_accounts(companies: Mapping[Field, Column], accounts: Mapping[Field, Column]) -> Index:
    """For each company the position of its account, or -1: by id, then name, then domain, then name without `Ltd`."""
    return matched(companies, accounts)[0]


def matched(companies: Mapping[Field, Column], accounts: Mapping[Field, Column]) -> tuple[Index, dict[str, int]]:
    """As `match_accounts`; also how many were found in which way."""
    size = len(companies[Field.ACCOUNT])
    place = np.full(size, -1, dtype=np.intp)
    ways: dict[str, int] = {}
    for name, key, way in _KEYS:
        if name in companies and name in accounts:
            known = positions(accounts[name], key)
            before = int(np.sum(place >= 0))
            for i in np.flatnonzero(place < 0):
                place[i] = known.get(key(companies[name][i]), -1)
            ways[way] = ways.get(way, 0) + int(np.sum(place >= 0)) - before
    return place, {way: number for way, number in ways.items() if number}


def overlap(companies: Mapping[Field, Column], accounts: Mapping[Field, Column]) -> float:
    """Share of the accounts (which may stand in several rows) that are found among the companies, 0 to 1."""
    first = group_rows(accounts[Field.ACCOUNT], accounts.get(Field.ACCOUNT_ID)).first
    place = match_accounts(companies, {name: column[first] for name, column in accounts.items()})
    return len(set(place[place >= 0].tolist())) / max(1, len(first))


def positions(values: Texts, key: Callable[[str], str]) -> dict[str, int]:
    """Position of each key that only one account has."""
    found: dict[str, int] = {}
    for i, value in enumerate(values):
        text = key(value)
        if text:
            found[text] = -1 if text in found else i
    return found


class AccountNames:
    """Accounts by name: as it is compared, else without its legal form, where only one account is called so."""

    def __init__(self, names: Sequence[str]) -> None:
        listed = as_texts(names)
        self._exact, self._core = positions(listed, fold), positions(listed, core_name)

    def place(self, written: str) -> int | None:
        """Position of the account of that name; None where there is none, or more than one.

        Example:
            >>> AccountNames(["Northgate Foods Ltd", "Acme"]).place("northgate foods")
            0
        """
        if not written.strip():
            return None
        place = self._exact.get(fold(written), -1)
        place = place if place >= 0 else self._core.get(core_name(written), -1)
        return place if place >= 0 else None


def id_key(text: str) -> str:
    """An id to compare: Salesforce's 18 characters are its 15 and a check; leading zeros may be lost by Excel."""
    plain_id = text.strip()
    if len(plain_id) == 18 and plain_id.isalnum() and not plain_id.isdigit():
        plain_id = plain_id[:15]
    return plain_id.lstrip("0") if plain_id.isdigit() else plain_id


def domain_key(text: str) -> str:
    """`acme.com` from a web address."""
    host = text.strip().lower()
    if "/" in host:
        host = host.removeprefix("https://").removeprefix("http://").partition("/")[0]
    if "?" in host or ":" in host:
        host = host.partition("?")[0].partition(":")[0]
    host = host.removeprefix("www.")
    return host if "." in host and " " not in host else ""


def domain_keys(texts: Sequence[str]) -> list[str]:
    """`domain_key` of many web addresses; where all are bare hosts, all at once."""
    whole = "\n".join(texts).lower()
    hosts = whole.split("\n")
    if len(hosts) != len(texts) or not whole.translate(_OF_HOSTS).isalnum():
        return list(map(domain_key, texts))
    return [host.removeprefix("www.") if "." in host.removeprefix("www.") else "" for host in hosts]


_KEYS: Iterable[tuple[Field, Callable[[str], str], str]] = (
    (Field.ACCOUNT_ID, id_key, "id"),
    (Field.ACCOUNT, fold, "name"),
    (Field.DOMAIN, domain_key, "domain"),
    (Field.ACCOUNT, core_name, "name"),
)


def keyed_like(companies: Values, deals: Mapping[Field, Column]) -> Values:
    """The companies under the id that the deals use, where another of their columns holds it (`Id`, not a number)."""
    wanted = deals.get(Field.ACCOUNT_ID)
    if wanted is None:
        return companies
    known = {id_key(text) for text in set(wanted)} - {""}

    def hits(ids: Texts) -> int:
        return sum(id_key(text) in known for text in set(ids))

    own = companies.columns.get(Field.ACCOUNT_ID)
    most = hits(own) if own is not None else 0
    best = None
    for header, texts in companies.other.items():
        if plain(header) in DEAL_IDS and hits(texts) > most:
            best, most = header, hits(texts)
    return companies if best is None else _with_id(companies, best)


def _with_id(companies: Values, header: str) -> Values:
    mapped = companies.found.mapped
    other = {name: texts for name, texts in companies.other.items() if name != header}
    was = mapped.matches.get(Field.ACCOUNT_ID)
    if was is not None:
        other[was.header] = companies.columns[Field.ACCOUNT_ID]
    match = ColumnMatch(header, letter(companies.found.table.headers.index(header)), 1.0)
    matches = {**mapped.matches, Field.ACCOUNT_ID: match}
    found = dataclasses.replace(companies.found, mapped=dataclasses.replace(mapped, matches=matches))
    columns = {**companies.columns, Field.ACCOUNT_ID: companies.other[header]}
    return dataclasses.replace(companies, found=found, columns=columns, other=other)
