"""The client list with its gaps filled: missing is not zero, and every assumption is marked.

Money is a year's, in the list's currency; chances are 0 to 1; dates count from `settings.plan_start`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Mask, Numbers
from planner.fields import Field
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.valuation.chances import find_chances, rosy_chances
from planner.valuation.deal_timing import days_past
from planner.valuation.fees import Filled, fill_fees, typical_fee
from planner.valuation.multipliers import worth_multipliers
from planner.valuation.referrals import deals_referred
from planner.valuation.small_offers import small_offers
from planner.valuation.types import Facts
from planner.vocabulary import Origin, Relationship

USUAL_REFERRALS: Final = 1.0
"""Referrals a year of an account that refers, where nothing says how many."""
DAYS_A_YEAR: Final = 365.25


def gather_facts(roster: Roster, settings: Settings) -> Facts:
    """Fill the gaps of a list.

    - a missing fee: the median of what was won before for that service, else of the relationship, else of the list;
    - a missing cost to serve: what `settings.margin` leaves, also where the fee itself is assumed;
    - a missing chance: the stage's, else the relationship's usual one; less where the expected date has passed;
    - missing referrals a year: what its deals show, else one; a referral's fee: the list's median.

    Raises:
        SettingError: naming sheet and cell, when the Fit sheet cannot be used.
    """
    relationship = roster.text(Field.RELATIONSHIP).copy()
    unrelated = relationship == ""
    if Field.RELATIONSHIP in roster.sources:
        unrelated |= roster.sources[Field.RELATIONSHIP] == Origin.ASSUMED
    relationship[relationship == ""] = str(Relationship.PROSPECT)
    chances = find_chances(roster, relationship, settings)
    typical = typical_fee(roster)
    fee = _fees(roster, relationship, chances.repeats)
    filled = {
        Field.ANNUAL_FEE: fee,
        Field.COST_TO_SERVE: _margins(roster, fee, settings.margin),
        Field.PROBABILITY: Filled(chances.now, chances.assumed),
        Field.REFERRALS_PER_YEAR: _referrals(roster),
        Field.REFERRAL_FEE: _fill(roster.number(Field.REFERRAL_FEE), typical),
    }
    multipliers, fit_issues = worth_multipliers(roster)
    return Facts(
        relationship=relationship,
        fee=fee.values,
        margin=filled[Field.COST_TO_SERVE].values,
        probability=chances.now,
        later_probability=chances.later,
        years_away=_years_away(roster, settings),
        referrals=filled[Field.REFERRALS_PER_YEAR].values,
        referral_fee=filled[Field.REFERRAL_FEE].values,
        multipliers=multipliers,
        current_hours=roster.number(Field.CURRENT_HOURS),
        assumed=MappingProxyType(
            {Field.RELATIONSHIP: unrelated} | {field: column.assumed for field, column in filled.items()}
        ),
        in_money=bool(np.isfinite(typical)),
        issues=fit_issues + rosy_chances(roster) + small_offers(roster, relationship, fee.values, chances.repeats),
        repeated=fee.assumed & np.isfinite(roster.fact("typical_fee")),
    )


def _fees(roster: Roster, relationship: NDArray[np.object_], repeats: Mask) -> Filled:
    """Fees; those who have no deal open, or are expected to repeat, are taken to pay what they usually paid."""
    fee = fill_fees(roster, relationship)
    usual = roster.fact("typical_fee")
    again = repeats & np.isfinite(usual)
    nothing_open = (roster.fact("open_deals") == 0) & (roster.fact("stale_deals") == 0) & (fee.values == usual)
    if roster.deals is not None and roster.deals.invoices:
        nothing_open &= np.isnan(roster.fact("hired_fee"))  # what was invoiced within a year is read, not assumed
    return Filled(np.where(again, usual, fee.values), fee.assumed | again | nothing_open)


def _margins(roster: Roster, fee: Filled, rate: float) -> Filled:
    """What a year leaves. An assumed fee is not held against a known cost: nobody said that it does not pay."""
    cost = roster.number(Field.COST_TO_SERVE)
    known = np.isfinite(cost) & ~fee.assumed
    return Filled(np.where(known, fee.values - cost, fee.values * rate), np.isnan(cost) | fee.assumed)


def _years_away(roster: Roster, settings: Settings) -> Numbers:
    return np.maximum(np.nan_to_num(-days_past(roster.date(Field.EXPECTED_DATE), settings)), 0.0) / DAYS_A_YEAR


def _referrals(roster: Roster) -> Filled:
    given = roster.number(Field.REFERRALS_PER_YEAR)
    referred = deals_referred(roster)
    usual = np.where(referred.count > 0, referred.per_year, USUAL_REFERRALS)
    return Filled(np.where(np.isnan(given), usual, given), np.isnan(given))


def _fill(given: Numbers, usual: float) -> Filled:
    return Filled(np.where(np.isnan(given), usual, given), np.isnan(given))
