"""Whether an account has something on the table, and whether that is for now or for later.

Now is expected within the horizon (or at no named date) and past the first stages; later is beyond the horizon, at
an early stage, or so long past its date that it may be dead.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from planner.goodness.distinct import is_one_of
from planner.goodness.stages import read_stages
from planner.roster.roster import Dates, Roster
from planner.schema import Field, Relationship
from planner.settings import Settings

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
Texts = NDArray[np.object_]

EARLY_CHANCE = 0.10
"""Highest chance of a stage that is early."""
LOW_CHANCE = 0.15
"""Highest chance that, with neither stage nor date beside it, is a hope and no deal for now."""
DEAD_AFTER_DAYS = 180
DAYS_A_MONTH = 365.25 / 12


class Timing(StrEnum):
    """What is on the table."""

    NOW = "now"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True, eq=False)
class OpenDeals:
    """The deal that speaks for each account: of those for now the nearest, else of those for later.

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
    """Anything that may be hired for: one per deal, or one per account in a list of accounts."""

    account: NDArray[np.intp]
    stage: Texts
    chance: Numbers
    expected: Dates
    live: Mask


def find_open_deals(roster: Roster, settings: Settings) -> OpenDeals:
    """What is on the table for each account."""
    offers = _of_deals(roster) if roster.deals is not None else _of_accounts(roster)
    late = _days_past(offers.expected, settings)
    table = read_stages(offers.stage).chance
    early = np.where(np.isnan(table), np.isnan(late) & (offers.chance <= LOW_CHANCE), table <= EARLY_CHANCE)
    later = early | (late < -settings.horizon_months * DAYS_A_MONTH) | (late > DEAD_AFTER_DAYS)
    nearest = np.lexsort((np.where(np.isnan(late), np.inf, -late), later))
    ordered = nearest[offers.live[nearest]]
    accounts, first = np.unique(offers.account[ordered], return_index=True)
    chosen = ordered[first]
    return _spread(roster.size, accounts, chosen, offers, np.where(later, Timing.LATER, Timing.NOW), late)


def _spread(
    size: int, accounts: NDArray[np.intp], chosen: NDArray[np.intp], offers: _Offers, *more: NDArray[np.generic]
) -> OpenDeals:
    timing, late = more
    result = OpenDeals(
        timing=np.full(size, str(Timing.NONE), dtype=object),
        stage=np.full(size, "", dtype=object),
        expected=np.full(size, "NaT", dtype="datetime64[D]"),
        chance=np.full(size, np.nan),
        days_past=np.full(size, np.nan),
    )
    result.timing[accounts] = timing[chosen].astype(str).astype(object)
    result.stage[accounts] = offers.stage[chosen]
    result.expected[accounts] = offers.expected[chosen]
    result.chance[accounts] = offers.chance[chosen]
    result.days_past[accounts] = late[chosen]
    return result


def _of_deals(roster: Roster) -> _Offers:
    deals = roster.deals
    assert deals is not None
    live = is_one_of(deals.state, ("open", "stale"))
    return _Offers(deals.account, deals.stage, deals.probability, deals.expected.astype("datetime64[D]"), live)


def _of_accounts(roster: Roster) -> _Offers:
    """An account is on the table when it has a date, an open stage, or (a client or prospect) a written chance."""
    stage, chance = roster.text(Field.STAGE), roster.number(Field.PROBABILITY)
    expected = roster.date(Field.EXPECTED_DATE).astype("datetime64[D]")
    stages, status = read_stages(stage), read_stages(roster.text(Field.STATUS))
    closed = stages.won | stages.lost | status.won | status.lost | (chance == 0)
    apart = is_one_of(roster.text(Field.RELATIONSHIP), (Relationship.PAST_CLIENT, Relationship.REFERRAL_SOURCE))
    live = ~closed & ((stages.chance > 0) | ((chance > 0) & ~apart) | ~np.isnat(expected))
    return _Offers(np.arange(roster.size), stage, chance, expected, live)


def _days_past(expected: Dates, settings: Settings) -> Numbers:
    assert settings.plan_start is not None
    days = (np.datetime64(settings.plan_start, "D") - expected).astype(np.float64)
    return np.where(np.isnat(expected), np.nan, days)
