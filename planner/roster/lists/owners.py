"""The firm's own people from a list of users: an owner's id or e-mail in the client list becomes a name."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from planner.arrays import Texts
from planner.detection.table import letter
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.header_text import plain
from planner.parsing.names import fold
from planner.parsing.text_cells import as_texts
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.roster.lists.account_matching import id_key
from planner.roster.lists.joins import shown
from planner.roster.lists.people import People
from planner.vocabulary import Severity

OWNED_BY = frozenset({"owner", "assigned", "user", "responsible", "rep", "salesperson", "ownerid", "manager", "agent"})
"""Words of a header that may hold the id or e-mail of an owner."""
OVERLAP = 0.3
"""Users belong to a list when at least this share of its owners is among them."""


@dataclass(frozen=True, eq=False)
class Owners:
    """The users of one sheet, found by id, user name, e-mail or name; `""` for a key that two of them share."""

    people: People
    by_key: Mapping[str, str] = field(default_factory=dict)

    def name(self, text: str) -> str:
        """The name of the user that a text stands for, or `""`."""
        return self.by_key.get(_key(text), "")

    def overlap(self, values: Values) -> float:
        """Share of the owners in a list that are among the users, 0 to 1."""
        return max((self._hits(texts) for texts in _candidates(values).values()), default=0.0)

    def _hits(self, texts: Texts) -> float:
        written = set(texts) - {""}
        return sum(bool(self.name(text)) for text in written) / len(written) if written else 0.0

    def named(self, values: Values) -> tuple[Values, str]:
        """The list with the names of its owners, and a sentence on how many there are."""
        candidates = _candidates(values)
        if not candidates:
            return values, ""
        own = candidates.pop(str(Field.OWNER), None)
        best = max(candidates, key=lambda header: self._hits(candidates[header]), default="")
        if best and not self._hits(candidates[best]):
            best = ""
        texts = own if own is not None else candidates[best] if best else None
        if texts is None:
            return values, ""
        if own is not None and best:
            texts = np.where(own == "", candidates[best], own)
        names = {text: self._spelt(text) for text in set(texts)}
        columns = {**values.columns, Field.OWNER: as_texts([names[text] or text for text in texts])}
        known, unknown = _counted(names, texts)
        found = _with_match(values, best) if own is None else values
        issues = (*found.issues, *self._issues(values, unknown, columns[Field.OWNER]))
        sentence = f"“{self.people.label}”: {known:,} of {known + len(unknown):,} owners joined"
        return dataclasses.replace(found, columns=columns, issues=issues), sentence

    def _spelt(self, text: str) -> str:
        """The name that a text stands for; of several owners each by itself; `""` where one is not known."""
        if not text or self.name(text):
            return self.name(text)
        parts = [part.strip() for part in text.replace("/", ";").split(";") if part.strip()]
        names = [self.name(part) for part in parts]
        return "; ".join(names) if len(parts) > 1 and all(names) else ""

    def _issues(self, values: Values, unknown: Sequence[str], owners: Texts) -> list[Issue]:
        sheet = values.found.table.sheet.name
        issues = []
        if unknown:
            one = len(unknown) == 1
            issues.append(
                Issue(
                    "owners-not-joined", Severity.WARNING,
                    f"{len(unknown):,} owner{' is' if one else 's are'} not among the people of “{self.people.label}”: "
                    f"{shown(unknown)}; kept as {'it is' if one else 'they are'}.",
                    "Add them there, or give their accounts to somebody.", sheet, "", unknown[0],
                )
            )  # fmt: skip
        rows = Counter(owners)
        gone = [str(name) for name in self.people.names[~self.people.active] if rows[name]]
        if gone:
            held = sum(rows[name] for name in gone)
            issues.append(
                Issue(
                    "owner-inactive", Severity.WARNING,
                    f"{shown(gone)} {'is' if len(gone) == 1 else 'are'} not active in “{self.people.label}”, but "
                    f"{'owns' if len(gone) == 1 else 'own'} {held:,} row{'s' if held != 1 else ''} of the list.",
                    "Give them to somebody who is there.", sheet, "", gone[0],
                )
            )  # fmt: skip
        return issues


def find_owners(people: People) -> Owners:
    """The users of a sheet by everything that may stand for one of them."""
    found: dict[str, str] = {}
    for texts in (*people.keys, people.emails, people.names):
        for text, name in zip(texts, people.names, strict=True):
            key = _key(text)
            if key:
                found[key] = "" if found.get(key, name) != name else str(name)
    return Owners(people, found)


def _key(text: str) -> str:
    return text.strip().lower() if "@" in text else id_key(text) if any(map(str.isdigit, text)) else fold(text)


def _candidates(values: Values) -> dict[str, Texts]:
    """Columns that may say who owns a row: the owner's own, and those whose header speaks of an owner's id."""
    found = {header: texts for header, texts in values.other.items() if OWNED_BY & set(plain(header).split())}
    own = values.columns.get(Field.OWNER)
    return {**found, str(Field.OWNER): own} if own is not None else found


def _counted(names: Mapping[str, str], texts: Texts) -> tuple[int, list[str]]:
    written = [text for text in dict.fromkeys(texts) if text]
    unknown = [str(text) for text in written if not names[text]]
    return len(written) - len(unknown), unknown


def _with_match(values: Values, header: str) -> Values:
    """The list with its owner read from another of its columns."""
    mapped, headers = values.found.mapped, values.found.table.headers
    column = letter(headers.index(header)) if header in headers else ""
    matches = {**mapped.matches, Field.OWNER: ColumnMatch(header, column, 1.0)}
    found = dataclasses.replace(values.found, mapped=dataclasses.replace(mapped, matches=matches))
    return dataclasses.replace(
        values, found=found, other={name: texts for name, texts in values.other.items() if name != header}
    )
