"""The contacts of the accounts: who signs and who is the champion, where a role or a job title says so.

A contact joins its account by the account's id, by its name, by the domain of the contact's e-mail, or by the name
without its legal form. All contacts of an account are kept beside it; one that joins no account is reported, and is
no account itself.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from planner.arrays import Column, Texts, missing
from planner.fields import Field
from planner.parsing.header_text import plain
from planner.parsing.names import core_name, fold
from planner.parsing.text_cells import as_texts
from planner.records.issues import Issue
from planner.roster.lists.account_matching import domain_key, id_key, positions
from planner.roster.lists.joins import shown
from planner.roster.lists.people import People
from planner.roster.roster import Roster
from planner.vocabulary import Severity

SIGNS = frozenset(
    {
        "decision maker", "decisionmaker", "economic buyer", "economic decision maker", "budget holder", "approver",
        "signatory", "authorised signatory", "authorized signatory", "signs", "who signs", "buyer", "final approver",
        "decision", "financial decision maker", "final decision maker",
    }
)  # fmt: skip
CHAMPIONS = frozenset(
    {"champion", "internal champion", "advocate", "supporter", "sponsor", "executive sponsor", "coach", "mentor"}
)
SIGNING_TITLES = (
    "ceo", "chief executive", "chief executive officer", "managing director", "managing partner", "owner", "founder",
    "co founder", "cofounder", "president", "executive director", "cfo", "chief financial officer",
    "finance director", "financial director", "director of finance", "general manager",
)  # fmt: skip
"""Job titles of those who sign, the surest first."""
FREE_MAIL = frozenset(
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "aol.com", "live.com",
        "me.com", "msn.com", "protonmail.com", "gmx.de", "gmx.net", "web.de", "yahoo.co.uk", "hotmail.co.uk",
        "btinternet.com", "qq.com", "mail.com",
    }
)  # fmt: skip
"""Addresses there say nothing of whom somebody works for."""
BY_TITLE_CODE = "who-signs-by-title"
KEPT_AS = "Contacts"
_PARTS = re.compile(r"[;,/|&+\n]|\band\b")


@dataclass(frozen=True, eq=False)
class Contacts:
    """The contacts of one sheet."""

    people: People

    def place(self, roster: Roster) -> tuple[Column, dict[str, int]]:
        """Position of each contact's account, -1 for none; and how many were found in which way."""
        people = self.people
        place = np.full(people.size, -1, dtype=np.intp)
        ways: dict[str, int] = {}
        mail = as_texts([_domain(text) for text in people.emails])
        sites = roster.text(Field.DOMAIN) if roster.has(Field.DOMAIN) else roster.text(Field.EMAIL)
        tries: tuple[tuple[str, Texts, Texts, Callable[[str], str]], ...] = (
            ("id", people.account_ids, roster.text(Field.ACCOUNT_ID), id_key),
            ("name", people.accounts, roster.names, fold),
            ("id", people.accounts, roster.text(Field.ACCOUNT_ID), id_key),
            ("e-mail", mail, sites, _domain),
            ("name", people.accounts, roster.names, core_name),
        )
        for way, theirs, ours, key in tries:
            known = positions(ours, key)
            for i in np.flatnonzero(place < 0):
                place[i] = known.get(key(theirs[i]), -1) if theirs[i] else -1
                ways[way] = ways.get(way, 0) + int(place[i] >= 0)
        return place, {way: number for way, number in ways.items() if number}

    def add_to(self, roster: Roster) -> Roster:
        """The roster with what its contacts say; what it says itself stays."""
        place, ways = self.place(roster)
        people = self.people
        signs, by_title, champions = self._signing(place, roster.size)
        columns: dict[Field, Column] = {}
        taken: list[int] = []
        signing = np.where(signs == "", by_title, signs)
        for name, found in ((Field.ECONOMIC_BUYER, signing), (Field.CHAMPION, champions)):
            before = roster.text(name)
            if np.any((before == "") & (found != "")):
                columns[name] = np.where(before == "", found, before)
        if Field.ECONOMIC_BUYER in columns:
            bare = (roster.text(Field.ECONOMIC_BUYER) == "") & (signs == "")
            taken = np.flatnonzero(bare & (by_title != "")).tolist()
        lost = np.flatnonzero(place < 0)
        issues = [*self._by_title(roster, taken, by_title), *self._not_joined(lost)]
        deals = roster.deals
        if deals is not None:
            deals = dataclasses.replace(deals, stated={**deals.stated, **columns})
        joined = people.size - len(lost)
        by = " and ".join(f"{number:,} by {way}" for way, number in ways.items())
        sentence = f"“{people.label}”: {joined:,} of {people.size:,} contacts joined{f' ({by})' if by else ''}"
        names = tuple(_described(people, i) for i in lost)
        kept = {self._free_header(roster): self._all_of(place, roster.size)} if joined else {}
        return dataclasses.replace(
            roster,
            source=dataclasses.replace(roster.source, joined=(*roster.source.joined, people.label)),
            columns={**roster.columns, **columns},
            other={**roster.other, **kept},
            deals=deals,
            issues=(*roster.issues, *issues),
        ).with_join(sentence, names)

    def _signing(self, place: Column, size: int) -> tuple[Texts, Texts, Texts]:
        """Who signs by role, who may sign by job title, and the champion of each account."""
        signs, by_title, champions = (missing(Field.CHAMPION, size) for _ in range(3))
        rank = [len(SIGNING_TITLES)] * size
        people = self.people
        for i in np.flatnonzero(place >= 0):
            at = place[i]
            said = {plain(part) for part in _PARTS.split(str(people.titles[i]))} - {"buyer", "coach", "mentor"}
            roles = said | {plain(part) for part in _PARTS.split(str(people.roles[i]).lower().replace("_", " "))}
            if not signs[at] and (people.signs[i] or roles & SIGNS):
                signs[at] = people.titled(i)
            if not champions[at] and (people.champions[i] or roles & CHAMPIONS):
                champions[at] = people.titled(i)
            how = _title_rank(str(people.titles[i]))
            if how < rank[at]:
                rank[at], by_title[at] = how, people.titled(i)
        return signs, by_title, champions

    def _all_of(self, place: Column, size: int) -> Texts:
        """Every contact of each account, side by side."""
        lists: list[list[str]] = [[] for _ in range(size)]
        for i in np.flatnonzero(place >= 0):
            lists[place[i]].append(self.people.titled(i))
        return as_texts(["; ".join(names) for names in lists])

    def _free_header(self, roster: Roster) -> str:
        return KEPT_AS if KEPT_AS not in roster.other else f"{KEPT_AS} ({self.people.label})"

    def _by_title(self, roster: Roster, taken: Sequence[int], by_title: Texts) -> list[Issue]:
        if not taken:
            return []
        several = len(taken) > 1
        return [
            Issue(
                BY_TITLE_CODE, Severity.NOTE,
                f"Who signs for {len(taken):,} account{'s' if several else ''} was taken from a contact's job title: "
                f"{'first ' if several else ''}{by_title[taken[0]]} for “{roster.names[taken[0]]}”.",
                "Give the contacts a role, or fill a column “Who signs” in the list, where that is wrong.",
                self.people.table.sheet.name,
            )
        ]  # fmt: skip

    def _not_joined(self, lost: Column) -> list[Issue]:
        if not len(lost):
            return []
        people = self.people
        several = len(lost) > 1
        return [
            Issue(
                "contacts-not-joined", Severity.WARNING,
                f"{len(lost):,} contact{'s belong' if several else ' belongs'} to no account of the list, in "
                f"“{people.label}”: {shown([_described(people, i) for i in lost])}; left aside.",
                "Write the account's name or id as in the list, or add the account to the list.",
                people.table.sheet.name, f"{people.name_column}{int(people.rows[lost[0]])}", str(people.names[lost[0]]),
            )
        ]  # fmt: skip


def _described(people: People, at: int | np.intp) -> str:
    whose = people.accounts[at] or people.account_ids[at] or (people.emails[at] if "@" in people.emails[at] else "")
    return f"{people.names[at]} of {whose}" if whose and whose != people.names[at] else str(people.names[at])


def _domain(text: str) -> str:
    """The domain of an e-mail or web address, `""` for one of a free mail service."""
    key = domain_key(text.rpartition("@")[2])
    return "" if key in FREE_MAIL else key


def _title_rank(title: str) -> int:
    """How surely a job title says that somebody signs, 0 the surest; the number of known titles for not at all."""
    parts = {plain(title), *(plain(part) for part in _PARTS.split(title))}
    return next((rank for rank, known in enumerate(SIGNING_TITLES) if known in parts), len(SIGNING_TITLES))
