"""Who sends work: accounts that are named as the source of deals.

A lead source that only says "Referral" tells that an account was referred in; it must name another account of the
list to count for that one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from planner.arrays import Numbers
from planner.fields import Field
from planner.parsing.lead_sources import INTRODUCED
from planner.parsing.names import without_title
from planner.roster.roster import Roster
from planner.valuation.distinct import distinct, plain
from planner.vocabulary import Relationship

DAYS_A_YEAR = 365.25


@dataclass(frozen=True, eq=False)
class Referred:
    """Deals (accounts, in a list of accounts) that each account sent.

    Attributes:
        count: (n,) how many.
        per_year: (n,) a year, over the time that the list's records span (one year at least).
    """

    count: Numbers
    per_year: Numbers


def deals_referred(roster: Roster) -> Referred:
    """What each account of the list is named as the source of: as counted from its deals, else counted here."""
    sources = roster.deals.source if roster.deals is not None else roster.text(Field.LEAD_SOURCE)
    received_by = roster.deals.account if roster.deals is not None else np.arange(roster.size)
    found = distinct(sources).plain()
    named = found.values not in ((), ("",))
    place = _places(roster) if named else {}
    sender = found.spread(
        [
            place.get(without_title(INTRODUCED.sub("", source)), place.get(without_title(source), -1))
            for source in found.values
        ]
    )
    counted = (sender >= 0) & (sender != received_by) if len(sources) else np.zeros(0, dtype=bool)
    found_here = np.bincount(sender[counted].astype(np.intp), minlength=roster.size).astype(np.float64)
    summed = roster.fact("referred_deals")
    count = np.where(np.isnan(summed), found_here, summed)
    return Referred(count, count / _years_spanned(roster))


def _places(roster: Roster) -> dict[str, int]:
    """Position of each account by its name; of the same names the first. Those that send work are known by the first
    words of their names too (`Denholm` for `Denholm Solicitors`), where only one of them begins so."""
    names = [without_title(plain(name)) for name in roster.names.tolist()]
    senders = np.flatnonzero(roster.text(Field.RELATIONSHIP) == Relationship.REFERRAL_SOURCE).tolist()
    begins = Counter(start for at in senders for start in _starts(names[at]))
    short = {start: at for at in senders for start in _starts(names[at]) if begins[start] == 1}
    return {**short, **{name: position for position, name in reversed(list(enumerate(names)))}}


def _starts(name: str) -> tuple[str, ...]:
    """The first words of a name, by one and by more."""
    parts = name.split()
    return tuple(" ".join(parts[:count]) for count in range(1, len(parts)))


def _years_spanned(roster: Roster) -> float:
    created = roster.deals.created if roster.deals is not None else roster.date(Field.CREATED_ON)
    known = created[~np.isnat(created)]
    if len(known) < 2:
        return 1.0
    days = float((known.max() - known.min()) / np.timedelta64(1, "D"))
    return max(days / DAYS_A_YEAR, 1.0)
