"""Facts that a list does not state in a column of their own, worked out from its statuses, titles and remarks.

They fill gaps only; each account's fact remembers that it was worked out.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np

from planner.arrays import Column, Mask, missing
from planner.facts.offers import is_offer
from planner.fields import Field
from planner.parsing.money.fee_remarks import fee_in_remark, says_free
from planner.parsing.remarks.clue import Clue
from planner.parsing.remarks.hours_in_remarks import hours_a_week
from planner.parsing.remarks.progress_in_remarks import chance_of_progress, may_be_won
from planner.parsing.remarks.remark_families import LATER, READY
from planner.parsing.remarks.remarks import CHANCE
from planner.parsing.standing.relationships import says_quiet
from planner.parsing.standing.stages import chance_of_stage
from planner.parsing.standing.words.status_words import STATE_CHANCES, State
from planner.roster.roster import Roster
from planner.roster.sources import marked
from planner.roster.standing.renewals import renewals, starts
from planner.vocabulary import Origin, Relationship

AS_GOOD_AS_WON = 0.65
"""Chance of a step told in a remark from which it says more than the stage beside it."""
QUIET = STATE_CHANCES[State.COLD]
"""Chance of a prospect that has gone quiet, whatever it says above the rows that it stands among."""
ENOUGH_TOLD = 1 / 3
"""Hours that remarks tell of fewer accounts, where no column holds any, show nothing of where time goes today."""
HALF_A_YEAR: Final = np.timedelta64(183, "D")
HOPES = frozenset({str(Relationship.PROSPECT), str(Relationship.PAST_CLIENT), ""})


def with_worked_out(
    roster: Roster, chance: Column, today: dt.date, titles: Sequence[str] = (), day_first: bool | None = None
) -> Roster:
    """A list of accounts with its gaps filled from remarks: dates, chances, fees, referrals; and chances from statuses.

    Args:
        chance: (n,) chance that goes with how warm a prospect is said to be; NaN where nothing says it.
        today: the day that the list is read on.  titles: (n,) over the rows, or empty.
        day_first: whether its days in figures begin with the day; None where nothing shows it.
    """
    roster = _with_offers(roster, titles)
    relationship = roster.text(Field.RELATIONSHIP)
    hopes = [text in HOPES for text in relationship.tolist()]
    said: dict[Field, dict[int, float | np.datetime64]] = {
        Field.PROBABILITY: _chances(roster.remarks, hopes),
        Field.EXPECTED_DATE: _dates(roster.remarks, hopes, relationship == str(Relationship.CLIENT), today),
        Field.ANNUAL_FEE: _fees(roster, hopes),
    }
    steps = _progress(roster, hopes)
    warm = np.flatnonzero(np.isfinite(chance)).tolist()
    quiet = _quiet(roster, frozenset(warm) - steps.keys())
    for account in warm:
        so_far = min(float(chance[account]), QUIET) if account in quiet else float(chance[account])
        said[Field.PROBABILITY].setdefault(account, max(so_far, steps.get(account, 0.0)))
    for account, step in steps.items():
        said[Field.PROBABILITY].setdefault(account, step)
    clients = relationship == str(Relationship.CLIENT)
    soon = np.datetime64(today, "D") + HALF_A_YEAR
    said[Field.EXPECTED_DATE] = {
        **renewals(roster, clients, today, soon, day_first),
        **said[Field.EXPECTED_DATE],
        **starts(roster, np.array(hopes, dtype=np.bool_), today, day_first),
    }
    for name, values in said.items():
        roster = _filled(roster, name, values)
    return _with_hours(with_referrals(roster))


def with_referrals(roster: Roster) -> Roster:
    """A roster with the referrals a year that remarks tell of."""
    told = {clue.account: clue.referrals for clue in reversed(roster.remarks) if clue.referrals is not None}
    return _filled(roster, Field.REFERRALS_PER_YEAR, told)


def _chances(clues: Sequence[Clue], hopes: Sequence[bool]) -> dict[int, float | np.datetime64]:
    return {
        clue.account: clue.chance
        for clue in reversed(clues)
        if clue.family == CHANCE and clue.chance is not None and hopes[clue.account]
    }


def _progress(roster: Roster, hopes: Sequence[bool]) -> dict[int, float]:
    """Chances of those not yet won from how far remarks say that a deal is, where no stage says it.

    A yes, or a contract that is out, says more than an earlier stage.
    """
    texts = roster.texts
    if texts is None:
        return {}
    stages = roster.text(Field.STAGE).tolist()
    reached = {stage: chance_of_stage(stage) for stage in set(stages)}
    unsaid = {stage for stage, chance in reached.items() if np.isnan(chance)}
    rows = list(zip(texts.row.tolist(), texts.text.tolist(), strict=True))
    looked_at = {text for account, text in rows if stages[account] in unsaid and hopes[account]}
    steps = {text: chance_of_progress(text) for text in looked_at}
    steps |= {text: chance_of_progress(text) for text in {text for _, text in rows} - looked_at if may_be_won(text)}
    found: dict[int, float] = {}
    for account, text in rows:
        step, stage = steps.get(text), stages[account]
        if step is None or not hopes[account]:
            continue
        if stage in unsaid or 0.0 < reached[stage] < step >= AS_GOOD_AS_WON:
            found[account] = max(step, found.get(account, 0.0))
    return found


def _quiet(roster: Roster, among: frozenset[int]) -> set[int]:
    """Those of some accounts of which a remark says that nothing goes on any more (`gone quiet since September`)."""
    texts = roster.texts
    if texts is None or not among:
        return set()
    said = zip(texts.row.tolist(), texts.text.tolist(), strict=True)
    return {account for account, text in said if account in among and says_quiet(text)}


def _dates(
    clues: Sequence[Clue], hopes: Sequence[bool], clients: Mask, today: dt.date
) -> dict[int, float | np.datetime64]:
    """When accounts could hire: of those who do not hire yet, what is near before what is for later; of clients, a
    renewal or a decision within half a year."""
    found: dict[int, float | np.datetime64] = {}
    soon = np.datetime64(today, "D") + HALF_A_YEAR
    for clue in clues:
        if clue.family == READY.name and clue.date is not None and clients[clue.account] and clue.date <= soon:
            found.setdefault(clue.account, clue.date)
    for family in (READY.name, LATER.name):
        for clue in clues:
            if clue.family == family and clue.date is not None and hopes[clue.account]:
                found.setdefault(clue.account, clue.date)
    return found


def _fees(roster: Roster, hopes: Sequence[bool]) -> dict[int, float | np.datetime64]:
    """Fees that remarks tell of; where no column holds fees, every amount in money may be one."""
    texts = roster.texts
    if texts is None:
        return {}
    only = Field.ANNUAL_FEE not in roster.columns
    clients = roster.text(Field.RELATIONSHIP) == str(Relationship.CLIENT)
    wanted = np.isnan(roster.number(Field.ANNUAL_FEE)) & (clients | np.array(hopes, dtype=np.bool_))
    said: dict[int, set[float]] = {}
    at = np.flatnonzero(wanted[texts.row])
    written = texts.text[at].tolist()
    told = {text: 0.0 if says_free(text) else fee_in_remark(text, only) for text in set(written)}
    for account, text in zip(texts.row[at].tolist(), written, strict=True):
        fee = told[text]
        if fee is not None:
            said.setdefault(account, set()).add(fee)
    return {account: fees.pop() for account, fees in said.items() if len(fees) == 1}


def _with_offers(roster: Roster, titles: Sequence[str]) -> Roster:
    """The roster with the stages of what is offered that stand under the status, or over the rows (`Devis envoyé`)."""
    stage = roster.text(Field.STAGE)
    over = titles if len(titles) == roster.size else [""] * roster.size
    rows = list(zip(roster.text(Field.STATUS).tolist(), over, strict=True))
    told = {row: row[0] if is_offer(row[0]) else row[1].capitalize() for row in set(rows)}
    offers = {row for row, text in told.items() if is_offer(text)}
    at = [i for i, row in enumerate(rows) if row in offers and not stage[i]]
    if not at:
        return roster
    filled = stage.copy()
    for i in at:
        filled[i] = told[rows[i]]
    columns = MappingProxyType({**roster.columns, Field.STAGE: filled})
    return dataclasses.replace(roster, columns=columns, sources=marked(roster, Field.STAGE, at, Origin.WORKED_OUT))


def _with_hours(roster: Roster) -> Roster:
    """The roster with the hours that remarks say are given now and not billed, so much a week."""
    texts = roster.texts
    if texts is None:
        return roster
    written = texts.text.tolist()
    told = {text: hours for text in set(written) if (hours := hours_a_week(text)) is not None}
    said: dict[int, set[float]] = {}
    for account, text in zip(texts.row.tolist(), written, strict=True) if told else ():
        if text in told:
            said.setdefault(account, set()).add(told[text])
    known = roster.number(Field.CURRENT_HOURS)
    each = {account: hours.pop() for account, hours in said.items() if len(hours) == 1 and np.isnan(known[account])}
    kept = np.isfinite(known).any() or len(each) >= ENOUGH_TOLD * roster.size
    if not each or not kept:
        return roster
    weekly = np.zeros(roster.size) + roster.weekly.get(Field.CURRENT_HOURS, 0.0)
    weekly[list(each)] = list(each.values())
    roster = _filled(roster, Field.CURRENT_HOURS, {account: roster.weeks * hours for account, hours in each.items()})
    return dataclasses.replace(roster, weekly={**roster.weekly, Field.CURRENT_HOURS: weekly})


def _filled(roster: Roster, name: Field, values: Mapping[int, float | np.datetime64]) -> Roster:
    """The roster with a field's gaps filled for some accounts."""
    column = roster.columns[name] if name in roster.columns else missing(name, roster.size)
    gaps = np.isnat(column) if np.issubdtype(column.dtype, np.datetime64) else np.isnan(column)
    given = {account: value for account, value in values.items() if gaps[account]}
    if not given:
        return roster
    filled = column.copy()
    for account, value in given.items():
        filled[account] = value
    return dataclasses.replace(
        roster,
        columns=MappingProxyType({**roster.columns, name: filled}),
        sources=marked(roster, name, given, Origin.WORKED_OUT),
    )
