"""Whether an account has something on the table, and whether that is for now or for later.

Now is expected within the horizon, or at no named date, and past the first stages. Everything else is for later:
beyond the horizon, at an early stage, or so long past its date that it may be dead.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from planner.arrays import Dates, Index, Mask, Numbers, Texts, same_text
from planner.detection.headers.header_words import header_words
from planner.facts.money.contract_days import are_of_contracts
from planner.fields import Field
from planner.parsing.standing.stages import OPEN
from planner.parsing.word_lists import words
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.distinct import distinct, is_one_of
from planner.valuation.stage_chances import read_stages
from planner.vocabulary import Relationship

EARLY_CHANCE = 0.10
"""Highest chance of a stage that is early."""
LOW_CHANCE = 0.15
"""Highest chance that, with neither stage nor date beside it, is a hope and no deal for now."""
DEAD_AFTER_DAYS = 180
DAYS_A_MONTH = 365.25 / 12
OPPORTUNITY = words("opportunity opportunities verkaufschance opportunite oportunidad kans opportunita")
"""Words of headers over work that an account may hire for; `Matter` and `Project` may be over."""


class Timing(StrEnum):
    """What is on the table, what matters most first."""

    NOW = "now"
    LATER = "later"
    EARLY = "early"
    STALE = "stale"
    NONE = "none"


TIMINGS = tuple(Timing)


@dataclass(frozen=True, eq=False)
class OpenDeals:
    """The deal that speaks for each account: the one that matters most, of those the first by date.

    Attributes:
        timing: (n,) values of `Timing`.
        stage: (n,) text, `""` where none is given.  expected: (n,) dates, NaT where none.
        chance: (n,) as the file has it, NaN where it has none.
        days_past: (n,) days since the expected date, negative when it is to come, NaN without a date.
    """

    timing: Texts
    stage: Texts
    expected: Dates
    chance: Numbers
    days_past: Numbers


@dataclass(frozen=True, eq=False)
class _Offers:
    """Anything that may be hired for: one per deal, or one per account. `live` says whether it is still open.

    `chance` is the file's own, `usual` what goes with the stage.
    """

    account: Index
    stage: Texts
    usual: Numbers
    chance: Numbers
    expected: Dates
    live: Mask


def find_open_deals(roster: Roster, settings: Settings) -> OpenDeals:
    """What is on the table for each account; what the user changed by hand counts before the account's deals."""
    offers = _offers(roster, settings)
    late = days_past(offers.expected, settings)
    rank = _ranks(offers, late, settings)
    ordered = np.lexsort((np.where(np.isnan(late), np.inf, -late), rank))
    ordered = ordered[offers.live[ordered]]
    accounts, first = np.unique(offers.account[ordered], return_index=True)
    return _of_each(roster.size, accounts, ordered[first], offers, (rank, late))


def days_past(expected: Dates, settings: Settings) -> Numbers:
    """Days from each date to `plan_start`; NaN without a date, negative when it is to come."""
    assert settings.plan_start is not None
    days = (np.datetime64(settings.plan_start, "D") - expected.astype("datetime64[D]")).astype(np.float64)
    return np.where(np.isnat(expected), np.nan, days)


def _ranks(offers: _Offers, late: Numbers, settings: Settings) -> Index:
    """Position of each offer's timing in `TIMINGS`."""
    hope = np.isnan(late) & (offers.chance <= LOW_CHANCE)
    early = np.where(np.isnan(offers.usual), hope, offers.usual <= EARLY_CHANCE)
    stages = distinct(offers.stage)
    unsaid = stages.spread([text.strip().lower() in OPEN for text in stages.values]).astype(bool)
    early = np.where(unsaid & ~np.isnan(offers.chance), offers.chance <= EARLY_CHANCE, early)
    beyond = late < -settings.horizon_months * DAYS_A_MONTH
    timings = (Timing.STALE, Timing.LATER, Timing.EARLY)
    ranks = [TIMINGS.index(timing) for timing in timings]
    return np.select([late > DEAD_AFTER_DAYS, beyond, early], ranks, TIMINGS.index(Timing.NOW)).astype(np.intp)


def _of_each(size: int, accounts: Index, chosen: Index, offers: _Offers, ranked: tuple[Index, Numbers]) -> OpenDeals:
    rank, late = ranked
    timing = same_text(size, str(Timing.NONE))
    stage = same_text(size, "")
    expected = np.full(size, "NaT", dtype="datetime64[D]")
    chance, days = np.full(size, np.nan), np.full(size, np.nan)
    timing[accounts] = np.array([str(one) for one in TIMINGS], dtype=object)[rank[chosen]]
    stage[accounts] = offers.stage[chosen]
    expected[accounts] = offers.expected[chosen]
    chance[accounts] = offers.chance[chosen]
    days[accounts] = late[chosen]
    return OpenDeals(timing, stage, expected, chance, days)


def _offers(roster: Roster, settings: Settings) -> _Offers:
    if roster.deals is None:
        return _of_accounts(roster, np.arange(roster.size), settings)
    by_hand = changed_by_hand(roster)
    own, hand = _of_deals(roster, by_hand), _of_accounts(roster, np.flatnonzero(by_hand), settings)
    return _Offers(
        np.concatenate([own.account, hand.account]),
        np.concatenate([own.stage, hand.stage]),
        np.concatenate([own.usual, hand.usual]),
        np.concatenate([own.chance, hand.chance]),
        np.concatenate([own.expected, hand.expected]),
        np.concatenate([own.live, hand.live]),
    )


def changed_by_hand(roster: Roster) -> Mask:
    """(n,) accounts whose stage, date or status the user changed: their deals no longer speak for them."""
    nowhere = np.zeros(roster.size, dtype=bool)
    fields = (Field.STAGE, Field.EXPECTED_DATE, Field.STATUS)
    return np.asarray(np.logical_or.reduce([roster.overridden.get(field, nowhere) for field in fields]), dtype=bool)


def _of_deals(roster: Roster, by_hand: Mask) -> _Offers:
    deals = roster.deals
    assert deals is not None
    live = is_one_of(deals.state, ("open", "stale")) & ~by_hand[deals.account]
    usual = read_stages(deals.stage).chance
    return _Offers(deals.account, deals.stage, usual, deals.probability, deals.expected.astype("datetime64[D]"), live)


def _of_accounts(roster: Roster, at: Index, settings: Settings) -> _Offers:
    """An account is on the table when it has a date, an open stage, or (a client or prospect) a written chance or a
    named opportunity.

    A date that has passed is of a past client the one on which it left. A client whose contract runs on beyond the
    horizon pays now: the day of its end puts nothing on the table yet.
    """
    stage, chance = roster.text(Field.STAGE)[at], roster.number(Field.PROBABILITY)[at]
    expected = roster.date(Field.EXPECTED_DATE)[at].astype("datetime64[D]")
    stages, status = read_stages(stage), read_stages(roster.text(Field.STATUS)[at])
    closed = stages.won | stages.lost | status.won | status.lost | (chance == 0)
    apart = is_one_of(roster.text(Field.RELATIONSHIP)[at], (Relationship.PAST_CLIENT, Relationship.REFERRAL_SOURCE))
    dated = ~np.isnat(expected) & ~(apart & (days_past(expected, settings) > 0))
    dated &= ~_runs_on(roster, at, days_past(expected, settings) < -settings.horizon_months * DAYS_A_MONTH)
    wanted = (chance > 0) | (_opportunities(roster)[at] != "")
    live = ~closed & ((stages.chance > 0) | (wanted & ~apart) | dated)
    return _Offers(at, stage, stages.chance, chance, expected, live)


def _runs_on(roster: Roster, at: Index, beyond: Mask) -> Mask:
    """(k,) clients with a fee whose contracts end beyond the horizon, where the dates of the list are such ends."""
    day, fee = (roster.source.mapping.get(name) for name in (Field.EXPECTED_DATE, Field.ANNUAL_FEE))
    if day is None or fee is None or not are_of_contracts(day.header, fee.header):
        return np.zeros(len(at), dtype=np.bool_)
    clients = is_one_of(roster.text(Field.RELATIONSHIP)[at], (Relationship.CLIENT,))
    return np.asarray(beyond & clients & (roster.number(Field.ANNUAL_FEE)[at] > 0), dtype=np.bool_)


def _opportunities(roster: Roster) -> Texts:
    """(n,) what each account may hire for, as a column headed so names it and not as an aside in brackets; `""` where
    the list has none."""
    match, deals = roster.source.mapping.get(Field.DEAL), roster.text(Field.DEAL)
    if match is None or OPPORTUNITY.isdisjoint(header_words(match.header)):
        return same_text(roster.size, "")
    return np.where([text.startswith("(") for text in deals.tolist()], "", deals).astype(object)
