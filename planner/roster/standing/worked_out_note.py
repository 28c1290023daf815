"""What was worked out for accounts that have no cell for it, in one note a field: nothing is inferred in silence."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Final

import numpy as np

from planner.facts.value_words import value_words
from planner.fields import FIELDS, Field, Kind
from planner.parsing.remarks.phrases import words_of
from planner.parsing.remarks.remark_families import NOT_TO_WIN
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.text import count, listed
from planner.vocabulary import Grain, Origin, Severity

CODE: Final = "worked-out"
SHOWN: Final = 5
ACCOUNT_FACTS: Final = (
    Field.RELATIONSHIP, Field.OWNER, Field.PROBABILITY, Field.ANNUAL_FEE, Field.EXPECTED_DATE, Field.CURRENT_HOURS,
    Field.REFERRALS_PER_YEAR,
)  # fmt: skip
COUNTED: Final = frozenset({Kind.RELATIONSHIP, Kind.NAMES, Kind.TEXT})
"""Kinds of values before which a number counts them; before a day or an amount it would read as part of it."""
DEAL_FACTS: Final = (Field.RELATIONSHIP,)
"""Of a list of deals the sums are told with the arithmetic of the deals."""


def with_worked_out_notes(roster: Roster) -> Roster:
    """The roster with a note on each field that was worked out for some accounts; `sources` must be complete."""
    fields = DEAL_FACTS if roster.source.grain is Grain.OPPORTUNITY else ACCOUNT_FACTS
    notes = [note for name in fields if (note := _note(roster, name)) is not None]
    kept = tuple(issue for issue in roster.issues if issue.code != CODE)
    return dataclasses.replace(roster, issues=(*kept, *notes))


def _note(roster: Roster, name: Field) -> Issue | None:
    origins = roster.sources.get(name)
    if origins is None:
        return None
    at = [i for i in np.flatnonzero(origins == Origin.WORKED_OUT).tolist() if not _is_nobody_to_win(roster, name, i)]
    if not at:
        return None
    title = FIELDS[name].title
    return Issue(
        CODE, Severity.NOTE,
        f"For {count(len(at), 'account')} “{title}” was worked out from {_origins(roster, name)}: "
        f"{_values(roster, name, at)}.",
        f"Correct it in a column of its own, or under “{name}” on the Overrides sheet.", roster.source.sheet,
    )  # fmt: skip


def _is_nobody_to_win(roster: Roster, name: Field, account: int) -> bool:
    """Whether an account has no hours because it is a supplier, and what else it was taken for says nothing."""
    said = " ".join(words_of(roster.left_out.get(account, "")))
    return name is Field.RELATIONSHIP and said in NOT_TO_WIN


def _origins(roster: Roster, name: Field) -> str:
    """What such a fact can come from."""
    if name is Field.CURRENT_HOURS:
        return "time reports and other columns"
    if name is Field.EXPECTED_DATE and roster.deals is None:
        return "starts and ends of contracts, titles, statuses and remarks"
    deals = "deals, " if roster.deals is not None else ""
    return f"{deals}names of sheets and files, titles, statuses and remarks"


def _values(roster: Roster, name: Field, at: list[int]) -> str:
    """`9 client and 2 prospect` where words repeat, else `Acme 5 Feb 2027, Brook 1 Mar 2027 and 3 more`."""
    kind, column = FIELDS[name].kind, roster.columns[name]
    words = [value_words(kind, column[i]) for i in at]
    counts = Counter(words)
    if kind in COUNTED and len(counts) <= SHOWN and len(at) > SHOWN:
        return listed([f"{number:,} {word}" for word, number in counts.most_common()])
    named = [f"{roster.names[i]} {word}" for i, word in zip(at[:SHOWN], words[:SHOWN], strict=True)]
    return listed([*named, *([f"{len(at) - SHOWN:,} more"] if len(at) > SHOWN else [])])
