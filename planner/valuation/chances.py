"""The chance that an account hires, now and later, where the file says less than that.

The file's own probability wins; then the stage's; then what is usual for the relationship. A date that has passed
lowers it. Chances are 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from planner.arrays import Mask, Numbers, Texts
from planner.fields import Field
from planner.parsing.standing.stages import RELATIONSHIP_CHANCES
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.deal_timing import EARLY_CHANCE, Timing, changed_by_hand, days_past, find_open_deals
from planner.valuation.distinct import distinct, is_one_of
from planner.valuation.stage_chances import read_stages
from planner.vocabulary import Origin, Relationship, Severity

STALE_SOON: Final = 90
STALE_SOON_FACTOR: Final = 0.7
STALE_LATE_FACTOR: Final = 0.4
CLIENT_DAYS: Final = 365
"""A client who hired within so many days is expected to hire again."""
ROSY_POINTS: Final = 0.15
ROSY_LEAST: Final = 5


@dataclass(frozen=True, eq=False)
class Chances:
    """Chances of hiring.

    Attributes:
        now: (n,) chance of hiring now.
        later: (n,) chance of hiring later: the same, but the relationship's usual one where the present deal is
            lost, the open deal's where a client is expected to repeat, and at most that of an early stage where
            the deal is so long past its date that it may be dead.
        assumed: (n,) where the file gave no probability.
        repeats: (n,) clients of deals who hired within a year and have nothing but early or stale deals open: a
            further hope does not make them less of a client, so their usual chance and fee hold.
    """

    now: Numbers
    later: Numbers
    assumed: Mask
    repeats: Mask


def find_chances(roster: Roster, relationship: Texts, settings: Settings) -> Chances:
    """Chances of all accounts; `relationship` (n,) has no gaps."""
    stages = read_stages(roster.text(Field.STAGE))
    given = roster.number(Field.PROBABILITY)
    usual = _usual_here(roster, relationship, settings)
    offered = np.where(_offers_to_clients(roster, relationship), np.nan, stages.chance)
    chance = np.where(np.isnan(given), offered, given)
    chance = np.where(np.isnan(chance), usual, chance) * _freshness(roster, settings)
    timing = find_open_deals(roster, settings).timing
    repeats = _repeats(roster, relationship, timing, settings)
    lost = stages.lost & ~(given > 0)
    stale = timing == Timing.STALE
    return Chances(
        now=np.where(repeats, usual, chance),
        later=np.where(lost, usual, np.where(stale, np.minimum(chance, EARLY_CHANCE), chance)),
        assumed=np.isnan(given) | repeats | _from_stages(roster),
        repeats=repeats,
    )


def usual_chance(relationship: Texts) -> Numbers:
    """(n,) chance of hiring that goes with the relationship."""
    found = distinct(relationship)
    chances = [RELATIONSHIP_CHANCES[Relationship(kind)] for kind in found.values]
    return found.spread(np.array(chances, dtype=np.float64))


def rosy_chances(roster: Roster) -> tuple[Issue, ...]:
    """Say when the file's own chances are rosier than its stages usually are; lists of deals have said so already."""
    given, stages = roster.number(Field.PROBABILITY), read_stages(roster.text(Field.STAGE))
    both = np.isfinite(given) & np.isfinite(stages.chance) & ~stages.lost
    excess = float(np.mean(given[both] - stages.chance[both])) if both.sum() >= ROSY_LEAST else 0.0
    if excess < ROSY_POINTS or roster.deals is not None:
        return ()
    match = roster.source.mapping.get(Field.PROBABILITY)
    return (
        Issue(
            "chances-rosy",
            Severity.NOTE,
            f"The chances in your file are on average {100 * excess:.0f} points above what deals at the same stages "
            "usually have; yours were used.",
            "Leave the chance empty to use the stage's.",
            roster.source.sheet,
            f"{match.column}{roster.source.header_row}" if match and match.column else "",
        ),
    )


def _offers_to_clients(roster: Roster, relationship: Texts) -> Mask:
    """(n,) clients of a list of accounts whose status says what they are offered now: they are no less likely to hire
    again for that."""
    source = roster.sources.get(Field.STAGE)
    if roster.deals is not None or source is None:
        return np.zeros(roster.size, dtype=bool)
    return np.asarray((relationship == Relationship.CLIENT) & (source == str(Origin.WORKED_OUT)), dtype=bool)


def _from_stages(roster: Roster) -> Mask:
    """(n,) accounts whose chance was summed from deals that have only stages, and that nobody changed since."""
    if roster.deals is None:
        return np.zeros(roster.size, dtype=bool)
    deals = roster.deals
    written = np.isfinite(deals.probability) & is_one_of(deals.state, ("open", "stale"))
    known = np.bincount(deals.account[written], minlength=roster.size) > 0
    changed = roster.overridden.get(Field.PROBABILITY, np.zeros(roster.size, dtype=bool))
    return np.asarray(~known & ~changed, dtype=bool)


def _usual_here(roster: Roster, relationship: Texts, settings: Settings) -> Numbers:
    """(n,) the relationship's usual chance; a client whose last deal is over a year old has a past client's."""
    usual = usual_chance(relationship)
    if roster.deals is None:
        return usual
    gone = (relationship == Relationship.CLIENT) & (days_past(roster.date(Field.WON_ON), settings) > CLIENT_DAYS)
    return np.where(gone, RELATIONSHIP_CHANCES[Relationship.PAST_CLIENT], usual)


def _freshness(roster: Roster, settings: Settings) -> Numbers:
    """(n,) what a passed date leaves of a chance; deals have been weighed already when they were summed."""
    late = days_past(roster.date(Field.EXPECTED_DATE), settings)
    left = np.select([late > STALE_SOON, late > 0], [STALE_LATE_FACTOR, STALE_SOON_FACTOR], 1.0)
    return left if roster.deals is None else np.where(changed_by_hand(roster), left, 1.0)


def _repeats(roster: Roster, relationship: Texts, timing: Texts, settings: Settings) -> Mask:
    if roster.deals is None:
        return np.zeros(roster.size, dtype=bool)
    recent = days_past(roster.date(Field.WON_ON), settings) <= CLIENT_DAYS
    hopes = is_one_of(timing, (Timing.EARLY, Timing.STALE))
    nowhere = np.zeros(roster.size, dtype=bool)
    own = [roster.overridden.get(field, nowhere) for field in (Field.PROBABILITY, Field.ANNUAL_FEE)]
    repeats = (relationship == Relationship.CLIENT) & recent & hopes & ~np.logical_or.reduce(own)
    return np.asarray(repeats, dtype=bool)
