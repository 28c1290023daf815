"""The client list with its gaps filled: missing is not zero, and every assumption is marked.

Money is a year's, in the list's currency; chances are 0 to 1; dates count from `settings.plan_start`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.goodness.distinct import distinct
from planner.goodness.fees import Filled, fill_fees, typical_fee
from planner.goodness.fit import fit_multiplier, impact_multiplier
from planner.goodness.referrals import deals_referred
from planner.goodness.stages import read_stages
from planner.goodness.types import Facts
from planner.roster.roster import Issue, Roster
from planner.roster.stages import RELATIONSHIP_CHANCES
from planner.schema import Field, Relationship, Severity
from planner.settings import Settings

Numbers = NDArray[np.float64]

USUAL_REFERRALS: Final = 1.0
"""Referrals a year of an account that refers, where nothing says how many."""
DAYS_A_YEAR: Final = 365.25
STALE_SOON: Final = 90
STALE_LATE: Final = 180
STALE_SOON_FACTOR: Final = 0.7
STALE_LATE_FACTOR: Final = 0.4
ROSY_POINTS: Final = 0.15
ROSY_LEAST: Final = 5


def gather_facts(roster: Roster, settings: Settings) -> Facts:
    """Fill the gaps of a list.

    - a missing fee: the median of what was won before for that service, else of the relationship, else of the list;
    - a missing cost to serve: what `settings.margin` leaves, also where the fee itself is assumed;
    - a missing chance: the stage's, else the relationship's usual one; less where the expected date has passed;
    - missing referrals a year: what its deals show, else one; a referral's fee: the list's median.

    Raises:
        SettingError: naming sheet and cell, when the Fit sheet cannot be used.
    """
    relationship = roster.text(Field.RELATIONSHIP)
    unrelated = relationship == ""
    relationship = np.where(unrelated, str(Relationship.PROSPECT), relationship).astype(object)
    stages = read_stages(roster.text(Field.STAGE))
    fee = fill_fees(roster, relationship)
    typical = typical_fee(roster)
    filled = {
        Field.ANNUAL_FEE: fee,
        Field.COST_TO_SERVE: _margins(roster, fee, settings.margin),
        Field.PROBABILITY: _chances(roster, relationship, stages.chance),
        Field.REFERRALS_PER_YEAR: _referrals(roster),
        Field.REFERRAL_FEE: _fill(roster.number(Field.REFERRAL_FEE), typical),
    }
    lost = stages.lost & ~(roster.number(Field.PROBABILITY) > 0)
    chance = filled[Field.PROBABILITY].values * _freshness(roster, settings)
    fit, fit_issues = fit_multiplier(roster)
    return Facts(
        relationship=relationship,
        fee=fee.values,
        margin=filled[Field.COST_TO_SERVE].values,
        probability=chance,
        later_probability=np.where(lost, usual_chance(relationship), chance),
        years_away=_years_away(roster, settings),
        referrals=filled[Field.REFERRALS_PER_YEAR].values,
        referral_fee=filled[Field.REFERRAL_FEE].values,
        fit=fit,
        impact=impact_multiplier(roster),
        current_hours=roster.number(Field.CURRENT_HOURS),
        assumed=MappingProxyType(
            {Field.RELATIONSHIP: unrelated} | {field: column.assumed for field, column in filled.items()}
        ),
        in_money=bool(np.isfinite(typical)),
        issues=fit_issues + _rosy(roster, stages.chance),
    )


def _margins(roster: Roster, fee: Filled, rate: float) -> Filled:
    """What a year leaves. An assumed fee is not held against a known cost: nobody said that it does not pay."""
    cost = roster.number(Field.COST_TO_SERVE)
    known = np.isfinite(cost) & ~fee.assumed
    return Filled(np.where(known, fee.values - cost, fee.values * rate), np.isnan(cost) | fee.assumed)


def usual_chance(relationship: NDArray[np.object_]) -> Numbers:
    """(n,) chance of hiring that goes with the relationship."""
    found = distinct(relationship)
    chances = [RELATIONSHIP_CHANCES[Relationship(kind)] for kind in found.values]
    return found.spread(np.array(chances, dtype=np.float64))


def _chances(roster: Roster, relationship: NDArray[np.object_], stage_chance: Numbers) -> Filled:
    given = roster.number(Field.PROBABILITY)
    chance = np.where(np.isnan(given), stage_chance, given)
    chance = np.where(np.isnan(chance), usual_chance(relationship), chance)
    return Filled(chance, np.isnan(given))


def days_past(roster: Roster, settings: Settings) -> Numbers:
    """(n,) days from the expected date to `plan_start`; NaN without a date, negative when it is to come."""
    assert settings.plan_start is not None
    start = np.datetime64(settings.plan_start, "D")
    expected = roster.date(Field.EXPECTED_DATE).astype("datetime64[D]")
    days = (start - expected).astype(np.float64)
    return np.where(np.isnat(expected), np.nan, days)


def _freshness(roster: Roster, settings: Settings) -> Numbers:
    """(n,) what a passed date leaves of a chance; deals have been weighed already when they were summed."""
    if roster.deals is not None:
        return np.ones(roster.size)
    late = days_past(roster, settings)
    return np.select([late > STALE_SOON, late > 0], [STALE_LATE_FACTOR, STALE_SOON_FACTOR], 1.0)


def _years_away(roster: Roster, settings: Settings) -> Numbers:
    return np.maximum(np.nan_to_num(-days_past(roster, settings)), 0.0) / DAYS_A_YEAR


def _referrals(roster: Roster) -> Filled:
    given = roster.number(Field.REFERRALS_PER_YEAR)
    referred = deals_referred(roster)
    usual = np.where(referred.count > 0, referred.per_year, USUAL_REFERRALS)
    return Filled(np.where(np.isnan(given), usual, given), np.isnan(given))


def _fill(given: Numbers, usual: float) -> Filled:
    return Filled(np.where(np.isnan(given), usual, given), np.isnan(given))


def _rosy(roster: Roster, stage_chance: Numbers) -> tuple[Issue, ...]:
    """Say when the file's own chances look rosier than its stages usually are."""
    given = roster.number(Field.PROBABILITY)
    both = np.isfinite(given) & np.isfinite(stage_chance)
    excess = float(np.mean(given[both] - stage_chance[both])) if both.sum() >= ROSY_LEAST else 0.0
    if excess < ROSY_POINTS:
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
