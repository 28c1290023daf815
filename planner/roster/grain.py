"""One row per deal → accounts: what the deals of each account add up to on the day the plan starts."""

from __future__ import annotations

from planner.roster.roster import Roster
from planner.settings import Settings

HISTORY = ("open_deals", "stale_deals", "won_deals", "lost_deals", "referred_deals")
"""Names of the figures in `Roster.history`; the last counts the deals whose source names the account."""


def date_deals(roster: Roster, settings: Settings) -> Roster:  # noqa: ARG001
    """The roster with its deals aged to the day the plan starts; as it is where rows are accounts."""
    return roster
