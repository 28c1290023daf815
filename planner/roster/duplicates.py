"""Accounts that look like one: proposed with the evidence, never merged unasked.

Names are compared without case, accents and legal forms. Only neighbours in the alphabet (by name, and by their
sorted words) are compared letter by letter, so that a hundred thousand names take a second.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from planner.fields import Field
from planner.parsing.names import core_names
from planner.parsing.word_lists import words
from planner.records.issues import Issue
from planner.roster.lists.account_matching import domain_keys
from planner.roster.roster import Duplicate, Roster
from planner.vocabulary import Severity

ALIKE = 91.0
"""Names at least so much alike (0 to 100, rapidfuzz's ratio) are proposed."""
THE_SAME = 100.0
NEIGHBOURS = 3
SHORT = 6
"""Names of fewer letters are proposed only when they are the same."""
SHARING = 3
"""A website that more accounts name is that of a directory, a market place or a portal."""
GROUPS = words("group groups gruppe groupe grupo gruppo groep holding holdings")
NAMED = 4
"""So many names of a group are told in a message."""
MOST = 200
_ROW = re.compile(r" \(row \d+\)\**$")
_PAGE = re.compile(r"^(?:https?://)?[^/]*")
_NO_DIGITS = re.compile(r"\D+")
SHARED_DOMAINS = frozenset(
    {"gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "aol.com", "linkedin.com", "facebook.com"}
)


def with_duplicates(roster: Roster) -> Roster:
    """The roster with its near-duplicates, and a note where there are any."""
    found = find_duplicates(roster)
    if not found:
        return roster
    shown = "; ".join(" / ".join(few_named([f"“{name}”" for name in one.accounts])) for one in found[:3])
    count = len(found)
    sheet, _, cell = found[0].cells[-1].rpartition("!")
    issue = Issue(
        "duplicates", Severity.NOTE,
        f"{count:,} group{'s' if count > 1 else ''} of accounts may be the same: {shown}{' …' if count > 3 else ''}.",
        "Merge them if they are; nothing was merged.", sheet or roster.source.sheet, cell,
    )  # fmt: skip
    return dataclasses.replace(roster, duplicates=found, issues=(*roster.issues, issue))


def few_named(names: Sequence[str]) -> list[str]:
    """The first names of a group, and how many more there are."""
    more = len(names) - NAMED
    return [*names[:NAMED], f"{more:,} more"] if more > 1 else list(names)


def find_duplicates(roster: Roster) -> tuple[Duplicate, ...]:
    """Groups of accounts that may be the same, the surest first; at most 200."""
    names = roster.names.tolist()
    if " (row " in "\n".join(names):
        names = [_ROW.sub("", name) for name in names]
    cores = core_names(names)
    pairs: dict[tuple[int, int], tuple[float, str]] = {}
    _same(cores, "the same name but for its legal form, case or signs", 0.97, pairs)
    _same([_own_words(core) for core in cores], "the same words in another order, or of a group", 0.9, pairs)
    if roster.has(Field.DOMAIN):
        hosts = _sites(roster.text(Field.DOMAIN).tolist())
        sites = Counter(hosts)
        own = ["" if host in SHARED_DOMAINS or sites[host] > SHARING else host for host in hosts]
        _same(own, "the same website", 0.85, pairs)
    _alike(cores, pairs)
    inside: dict[int, list[tuple[float, str]]] = {}
    for (first, _), found in pairs.items():
        inside.setdefault(first, []).append(found)
    return tuple(
        _duplicate(roster, members, [found for i in members for found in inside.get(i, ())])
        for members in _groups(pairs)[:MOST]
    )


def _own_words(core: str) -> str:
    """The words of a name in the order of the alphabet, without those for a group; `""` for a single word."""
    own = sorted(word for word in core.split() if word not in GROUPS)
    return " ".join(own) if len(own) > 1 else ""


def _sites(texts: Sequence[str]) -> list[str]:
    """(n,) the website of each account: its host, with the page where several have pages of their own there."""
    hosts = domain_keys(texts)
    accounts = Counter(hosts)
    if all(count == 1 for host, count in accounts.items() if host):
        return hosts
    pages = [
        _PAGE.sub("", text.strip().lower()).strip("/") if accounts[host] > 1 else ""
        for host, text in zip(hosts, texts, strict=True)
    ]
    bare = {host for host, page in zip(hosts, pages, strict=True) if not page}
    return [host if host in bare else f"{host}/{page}" for host, page in zip(hosts, pages, strict=True)]


def _same(keys: list[str], evidence: str, score: float, pairs: dict[tuple[int, int], tuple[float, str]]) -> None:
    """Add pairs of accounts with the same key."""
    if len(set(keys)) == len(keys):
        return
    first: dict[str, int] = {}
    for i, key in enumerate(keys):
        if not key:
            continue
        earlier = first.setdefault(key, i)
        if earlier != i:
            pairs.setdefault((earlier, i), (score, evidence))


def _alike(cores: list[str], pairs: dict[tuple[int, int], tuple[float, str]]) -> None:
    """Add pairs of accounts with nearly the same name, found among alphabetical neighbours."""
    from rapidfuzz import fuzz, process

    sorted_words = list(map(" ".join, map(sorted, map(str.split, cores))))
    digits = cache(_digits)
    for keys in (cores, sorted_words):
        order = sorted(range(len(keys)), key=keys.__getitem__)
        ordered = np.array([keys[i] for i in order], dtype=object)
        length = np.fromiter(map(len, ordered.tolist()), np.intp, len(ordered))
        for step in range(1, min(NEIGHBOURS, len(keys) - 1) + 1):
            left, right = ordered[:-step], ordered[step:]
            at = np.flatnonzero(_may_be_alike(length[:-step], length[step:]))
            ratios = process.cpdist(left[at], right[at], scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.float32)
            close = (ratios >= ALIKE) & (ratios < THE_SAME)
            for i, alike in zip(at[close].tolist(), ratios[close].tolist(), strict=True):
                first, second = sorted((order[i], order[i + step]))
                if digits(cores[first]) == digits(cores[second]):
                    pairs.setdefault((first, second), (alike / 100 * 0.9, "nearly the same name"))


def _may_be_alike(one: NDArray[np.intp], two: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whether names of such lengths can be alike: at best all letters of the shorter stand in the longer."""
    shorter = np.minimum(one, two)
    return (shorter >= SHORT) & (200.0 * shorter >= ALIKE * (one + two))


def _digits(core: str) -> str:
    return _NO_DIGITS.sub(" ", core)


def _groups(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Accounts that hang together by pairs, each group in the order of the file."""
    leader: dict[int, int] = {}

    def find(i: int) -> int:
        while leader.setdefault(i, i) != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for one, two in pairs:
        a, b = find(one), find(two)
        leader[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for i in sorted(leader):
        groups.setdefault(find(i), []).append(i)
    return [members for members in groups.values() if len(members) > 1]


def _duplicate(roster: Roster, members: list[int], pairs: list[tuple[float, str]]) -> Duplicate:
    score = min(found[0] for found in pairs)
    evidence = dict.fromkeys(found[1] for found in pairs)
    more = [
        f"the same {title}"
        for name, title in ((Field.OWNER, "owner"), (Field.INDUSTRY, "industry"), (Field.ANNUAL_FEE, "fee"))
        if roster.has(name) and _all_equal(roster.columns[name][members])
    ]
    sentence = ", ".join([*evidence, *more])
    return Duplicate(
        tuple(str(roster.names[i]) for i in members),
        tuple(roster.cell(Field.ACCOUNT, i) for i in members),
        score,
        f"{sentence[:1].upper()}{sentence[1:]}.",
    )


def _all_equal(values: NDArray[np.generic]) -> bool:
    first = values[0]
    return bool(first != "" and np.all(values == first))
