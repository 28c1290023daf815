"""How things stand with the accounts of a list: relationship, who is left out and why, what remarks say of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from planner.facts.free_text import moved
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.dates.not_before import says_to_wait
from planner.parsing.remarks.phrases import Phrases, words_of
from planner.parsing.remarks.remark_families import ENDED, LATER, READY
from planner.parsing.remarks.remarks import CHANCE
from planner.parsing.standing.stages import chance_of_stage, is_stage
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.standing.words.status_words import State
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.roster.standing.worked_out import with_referrals, with_worked_out
from planner.vocabulary import Relationship, Severity

SHOWN = 5
TIMING = patterns(
    """timing, no decision, not now, not ready, too early, postpon*, delay*, deferred, on hold, status quo, budget
    moved, no budget, zeitpunkt, verschoben, kein budget, keine entscheidung, reporte*, calendrier, pas de budget, pas
    de decision, aplazad*, pospuest*, sin presupuesto, uitgesteld, geen budget, geen beslissing"""
)
"""Reasons for losing a deal that leave the account for later."""
OF_THE_DEAL = frozenset({ENDED.name, READY.name, LATER.name, CHANCE})
"""Families that speak of one deal rather than of its account."""


def with_standing(roster: Roster, values: Values) -> Roster:
    """A roster of a list with one row an account, with what its statuses, titles and remarks say."""
    standing = values.standing
    roster = dataclasses.replace(roster, texts=values.texts, remarks=values.said)
    if standing is None:
        return roster
    columns = dict(roster.columns)
    if np.any(standing.relationship != ""):
        columns[Field.RELATIONSHIP] = standing.relationship
    roster = dataclasses.replace(
        roster,
        columns=columns,
        sources=MappingProxyType({**roster.sources, Field.RELATIONSHIP: standing.origin}),
        left_out=MappingProxyType(dict(standing.left_out)),
        titles=MappingProxyType(dict(standing.titles)),
        issues=(*roster.issues, *standing_issues(roster, standing.left_out, standing.doubtful, standing.risk)),
    )
    return with_worked_out(roster, standing.chance, values.today, values.found.body.sections, values.day_first)


def with_remarks_of_deals(
    roster: Roster, values: Values, account: NDArray[np.intp], closed: NDArray[np.bool_]
) -> Roster:
    """A roster of deals with the clues of its rows' remarks; that a deal is lost does not end its account.

    Args:
        account: (r,) the account of each row.  closed: (r,) whether the row's deal is won or lost.
    """
    clues = values.said
    kept = tuple(clue for clue in clues if not (closed[clue.account] and OF_THE_DEAL & {clue.family}))
    roster = with_referrals(dataclasses.replace(roster, texts=values.texts.of(account), remarks=moved(kept, account)))
    ended, doubtful = _ended_clients(values, account) if values.of_work else ({}, {})
    left_out = {**_only_lost(roster), **_only_parked(roster, values), **ended}
    if not left_out and not doubtful:
        return roster
    issues = standing_issues(roster, left_out, doubtful, {})
    return dataclasses.replace(roster, left_out=MappingProxyType(left_out), issues=(*roster.issues, *issues))


def _ended_clients(values: Values, account: NDArray[np.intp]) -> tuple[dict[int, str], dict[int, str]]:
    """Accounts of a register of work that have ended by a remark: those that are past, and those still clients."""
    relationship = values.columns.get(Field.RELATIONSHIP)
    clients = set(account[relationship == Relationship.CLIENT].tolist()) if relationship is not None else set()
    said = {int(account[clue.account]): clue.quote for clue in reversed(values.said) if clue.leave_out}
    return (
        {one: words for one, words in said.items() if one not in clients},
        {one: words for one, words in said.items() if one in clients},
    )


def _only_lost(roster: Roster) -> dict[int, str]:
    """Accounts that have nothing but lost deals, none of them for its timing, with the words of the last one."""
    deals = roster.deals
    assert deals is not None
    hopeful = set(deals.account[deals.state != "lost"].tolist())
    said: dict[int, list[str]] = {}
    texts = roster.texts
    for account, text in zip(texts.row.tolist(), texts.text.tolist(), strict=True) if texts is not None else ():
        said.setdefault(account, []).append(text)
    left_out: dict[int, str] = {}
    for at in np.flatnonzero(deals.state == "lost").tolist():
        account = int(deals.account[at])
        remarks = said.get(account, [])
        if account not in hopeful and not any(is_timing(text) for text in remarks):
            left_out[account] = ": ".join(
                dict.fromkeys((_words_of_loss(str(deals.stage[at])), *filter(None, remarks[-1:])))
            )
    return left_out


def _words_of_loss(stage: str) -> str:
    """What says that a deal was lost: its stage, or plainly that it was where the stage is the one it had come to."""
    return "lost" if not stage or 0 < chance_of_stage(stage) < 1 else stage


def _only_parked(roster: Roster, values: Values) -> dict[int, str]:
    """Accounts whose deals are lost, over or all on hold, work that has begun among them, with the words for it."""
    deals, standing = roster.deals, values.standing
    assert deals is not None
    said = standing.left_out if standing is not None else {}
    parked = np.zeros(deals.size, dtype=np.bool_)
    for row, words in said.items():
        state = status_of(words).state
        over = state is State.ENDED and words == deals.stage[row]  # `Too small`, and no remark on a deal that is lost
        over = over and deals.state[row] != "won"  # of a job, `Closed` says that it is done
        rests = state is State.PARKED or over or says_to_wait(words, step=True)
        parked[row] = rests and not is_stage(words) and deals.state[row] != "lost"
    hopeful = set(deals.account[(deals.state != "lost") & ~parked].tolist())
    rows = [row for row in np.flatnonzero(parked).tolist() if int(deals.account[row]) not in hopeful]
    return {int(deals.account[row]): said[row] for row in rows}


def is_timing(text: str) -> bool:
    """Whether a deal was lost for its timing alone."""
    return _timing().first(words_of(text)) is not None


@cache
def _timing() -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in TIMING)


def standing_issues(
    roster: Roster, left_out: Mapping[int, str], doubtful: Mapping[int, str], risk: Mapping[int, str]
) -> tuple[Issue, ...]:
    """A note on who is left out, on clients who may have ended, and on those who may be lost."""
    groups = (
        (
            "left-out", Severity.NOTE, left_out, "gets no hours", "get no hours",
            "Where that is wrong, write no under “leave_out” on the Overrides sheet.",
        ),
        (
            "may-have-ended", Severity.WARNING, doubtful, "may have ended", "may have ended",
            "Where that is so, write yes under “leave_out” on the Overrides sheet.",
        ),
        (
            "client-at-risk", Severity.NOTE, risk, "is marked as at risk; no chance was lowered for it",
            "are marked as at risk; no chances were lowered for it", "Write a lower chance where there should be one.",
        ),
    )  # fmt: skip
    return tuple(
        Issue(code, severity, _said(roster, said, one, several), fix, *roster.place(Field.ACCOUNT, next(iter(said))))
        for code, severity, said, one, several, fix in groups
        if said
    )


def _said(roster: Roster, said: Mapping[int, str], one: str, several: str) -> str:
    names = [f"{roster.names[account]} (“{words}”)" for account, words in said.items()]
    shown = ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else "")
    return f"{shown} {one if len(names) == 1 else several}."
