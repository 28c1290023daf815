"""Columns under a word for accounts (`Lead`) that hold what is sold, beside the organisations it may be sold to.

Many programs call a deal a lead, give it the name of the work, and keep the company under a word for contacts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planner.detection.columns.scores.neighbours import A_PERSON
from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.kinds_of_business import speaks_of_business
from planner.parsing.text_shapes import in_capitals, reads_like_firm

SOME, FEWER = 0.3, 0.3
"""Organisations show in so many of their names; by so much fewer names of works have such words in them."""
LIKELY: Final = 0.5
A_DEAL = AN_ACCOUNT = 0.75
"""How surely the names of works are deals, and those of the organisations beside them accounts: likely, and told so."""
MOSTLY: Final = 0.5


def with_works_as_deals(
    columns: Sequence[Column], scores: Sequence[Mapping[Meaning, Score]]
) -> list[dict[Meaning, Score]]:
    """A copy of the scores, with names of works for deals where a column beside them holds the organisations."""
    made = [dict(own) for own in scores]
    pair = next(_works_and_accounts(columns, scores), None)
    if pair is None:
        return made
    work, account = pair
    for name in (Field.ACCOUNT, Field.OWNER):
        made[work].pop(name, None)
    made[work][Field.DEAL] = Score(A_DEAL, A_DEAL, 0.0)
    made[account] = {Field.ACCOUNT: Score(AN_ACCOUNT, AN_ACCOUNT, 0.0)}
    return made


def _works_and_accounts(
    columns: Sequence[Column], scores: Sequence[Mapping[Meaning, Score]]
) -> Iterator[tuple[int, int]]:
    """The places of such columns, where no header surely is one of accounts or deals."""
    if any(own[name].sure_phrase for own in scores for name in (Field.ACCOUNT, Field.DEAL) if name in own):
        return
    contacts = [column for column in columns if A_PERSON & set(header_words(column.header.text))]
    for work, own in zip(columns, scores, strict=True):
        if work in contacts or Field.ACCOUNT not in own or own[Field.ACCOUNT].header < LIKELY:
            continue
        for account in contacts:
            firms = _organisations(account)
            if firms >= SOME and _organisations(work) < FEWER * firms and _are_works(work, account):
                yield work.at, account.at


def _organisations(column: Column) -> float:
    """The share of different texts with a word in them that only organisations bear."""
    texts = column.profile.often
    return sum(reads_like_firm(text) or speaks_of_business(text) for text in texts) / max(1, len(texts))


def _are_works(column: Column, accounts: Column) -> bool:
    """Whether texts stand again where the accounts are others, or most are not written as names are."""
    look = column.profile
    written = sum(map(in_capitals, look.often))
    return look.different < accounts.profile.different or written < MOSTLY * len(look.often)
