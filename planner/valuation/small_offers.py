"""Clients whose open deals are small beside what they hired for within a year.

An account with deals is valued by what is open; where that is little beside its usual work, the user is told.
"""

from __future__ import annotations

import numpy as np

from planner.arrays import Mask, Numbers, Texts
from planner.fields import Field
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.text import listed, money
from planner.vocabulary import Relationship, Severity

SMALL = 0.5
"""An open deal of a smaller share of what a client hired for within a year is little beside that."""
SHOWN = 5
CODE = "offer-below-usual-fee"


def small_offers(roster: Roster, relationship: Texts, fee: Numbers, repeats: Mask) -> tuple[Issue, ...]:
    """A warning on clients that are valued by less than half of what they hired for within a year.

    Args:
        relationship, fee: (n,) without gaps.  repeats: (n,) those whose usual fee is expected again.
    """
    hired = roster.fact("hired_fee")
    own = roster.overridden.get(Field.ANNUAL_FEE, np.zeros(roster.size, dtype=bool))
    valued_by_deals = (relationship == Relationship.CLIENT) & (roster.fact("open_deals") > 0) & ~repeats & ~own
    at = np.flatnonzero(valued_by_deals & (fee < SMALL * hired))
    if not len(at):
        return ()
    at = at[np.argsort(-hired[at], kind="stable")]
    sign = roster.source.currency
    said = [f"{roster.names[i]} ({money(hired[i], sign)}, {money(fee[i], sign)} open)" for i in at[:SHOWN]]
    said += [f"{len(at) - SHOWN:,} more"] if len(at) > SHOWN else []
    one = len(at) == 1
    return (
        Issue(
            CODE, Severity.WARNING,
            f"{listed(said)} {'has' if one else 'have'} less open than {'it' if one else 'each'} hired for within a "
            f"year, and {'is' if one else 'are'} valued by what is open.",
            "Write the fee to expect in a year under “annual_fee” on the Overrides sheet.", roster.source.sheet,
        ),
    )  # fmt: skip
