"""What an account is to the firm, from words in relationship, type, status and stage columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from planner.detection.header_text import plain
from planner.parsing.cell_values import Parsed, Problem, Unreadable, each, error_problem
from planner.vocabulary import Relationship, Severity

_WORDS = {
    Relationship.CLIENT: """client, customer, current client, active client, existing client, existing customer,
        current customer, active customer, clients, customers, key client, key account, customer direct,
        customer channel, client active, client current, retained client, retainer, current, existing, live client,
        installed base, ongoing client, repeat client, returning client, regular client, new client, active account,
        c, cl, customer active, won, closed won, stewardship, kunde, cliente, client existant, evangelist, vip""",
    Relationship.PROSPECT: """prospect, lead, suspect, target, potential client, prospective client, potential,
        prospective, new business, opportunity, potential customer, prospects, marketing qualified lead, mql, sql,
        sales qualified lead, subscriber, warm lead, cold lead, hot lead, not yet a client, new, new prospect, p, pr,
        prospective customer, target account, other prospect, open lead, sales accepted lead, pipeline,
        analyst lead""",
    Relationship.PAST_CLIENT: """past client, former client, lapsed, lapsed client, former, past, ex client, dormant,
        dormant client, inactive client, previous client, old client, former customer, past customer, lost client,
        inactive customer, ex customer, customer inactive, churned, alumni client, pc, client past, client former,
        client lapsed, client dormant, previous customer, previous""",
    Relationship.REFERRAL_SOURCE: """referral source, referrer, referral partner, introducer, intermediary, adviser,
        advisor, connector, centre of influence, center of influence, coi, referral, partner, channel partner,
        channel partner reseller, influencer, professional adviser, introductions, intro, referring partner,
        refers us, network,
        association, rs, source of referrals, intro source, introduction source, source, referral source partner,
        technology partner, alliance partner,
        multiplier,
        investor, referrals""",
}  # fmt: skip
WORDS = {word.strip(): kind for kind, words in _WORDS.items() for word in words.replace("\n", " ").split(",")}
WORDS = {" ".join(word.split()): kind for word, kind in WORDS.items()}
_CONTAINED = (
    ("past client", Relationship.PAST_CLIENT), ("former", Relationship.PAST_CLIENT),
    ("lapsed", Relationship.PAST_CLIENT), ("dormant", Relationship.PAST_CLIENT), ("ex client",
        Relationship.PAST_CLIENT),
    ("referral", Relationship.REFERRAL_SOURCE), ("referrer", Relationship.REFERRAL_SOURCE),
    ("introducer", Relationship.REFERRAL_SOURCE), ("intermediary", Relationship.REFERRAL_SOURCE),
    ("prospect", Relationship.PROSPECT), ("potential", Relationship.PROSPECT), ("lead", Relationship.PROSPECT),
    ("client", Relationship.CLIENT), ("customer", Relationship.CLIENT),
)  # fmt: skip


@lru_cache(maxsize=4096)
def relationship_of(text: str) -> Relationship | None:
    """What a word or short phrase says the account is; None when it says nothing about that."""
    words = plain(text)
    if words in WORDS:
        return WORDS[words]
    if not words or len(words.split()) > 5:
        return None
    if words.startswith(("not a ", "no ")):
        return Relationship.PROSPECT if "client" in words or "customer" in words else None
    padded = f" {words} "
    return next((kind for word, kind in _CONTAINED if f" {word} " in padded or f" {word}s " in padded), None)


def parse_relationships(values: Sequence[Any]) -> Parsed:
    """A column of relationships; `""` where nothing is said."""
    kinds, unreadable, errors = each(values, _one, "")
    problems = list(error_problem(errors))
    if unreadable:
        problems.append(
            Problem(
                "relationship-unreadable", Severity.WARNING, tuple(unreadable),
                "“{value}” in {header} is none of client, prospect, past client or referral source; "
                "it was read as not known.",
                "Write one of the four.",
            )
        )  # fmt: skip
    found = np.empty(len(values), dtype=object)
    found[:] = kinds
    return Parsed(found, tuple(problems))


def _one(cell: Any) -> str:
    if isinstance(cell, bool):
        return str(Relationship.CLIENT if cell else Relationship.PROSPECT)
    text = str(cell).strip()
    if text.lower() in {"yes", "y", "no", "n"}:
        return str(Relationship.CLIENT if text.lower()[0] == "y" else Relationship.PROSPECT)
    kind = relationship_of(text)
    if kind is None:
        raise Unreadable(text)
    return str(kind)
