"""What the firm has done before: services it sold, industries its clients are in."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Numbers, Texts, same_text
from planner.fields import Field
from planner.roster.roster import Roster
from planner.valuation.distinct import Distinct, distinct, is_one_of, plain
from planner.valuation.fees import SERVED
from planner.valuation.services import deal_services

NO_INDUSTRY = frozenset(
    {"", "-", "other", "others", "unknown", "n/a", "na", "none", "misc", "miscellaneous", "various", "general", "tbd"}
)
ALONE = 0.5
"""Where more of the clients are alone in their industry, its words describe them and no industry is rare; so with what
was sold."""
LEAST_SOLD = 5
"""Fewer records of what was sold say nothing about what is new."""


@dataclass(frozen=True, eq=False)
class Industries:
    """How the clients, past and present, spread over industries.

    Attributes:
        held: (n,) clients in the account's industry.  share: (n,) of all clients; NaN without an industry, or where
            most clients are alone in theirs.
        clients: how many clients have an industry.  industries: over how many they spread.
    """

    held: Numbers
    share: Numbers
    clients: int
    industries: int


def shares_of_industries(roster: Roster, relationship: Texts) -> Industries:
    """Share of the clients that is in each account's industry; NAICS codes count by their first two digits."""
    found = distinct(roster.text(Field.INDUSTRY)).map(industry_key)
    named = found.spread([value not in NO_INDUSTRY for value in found.values]).astype(bool)
    served = named & is_one_of(relationship, SERVED)
    counts = np.bincount(found.codes[served], minlength=len(found.values))
    clients = int(served.sum())
    held = np.where(named, counts[found.codes] if roster.size else 0, np.nan)
    alone = int((counts == 1).sum())
    share = held / clients if clients and alone <= ALONE * clients else np.full(roster.size, np.nan)
    return Industries(held, share, clients, int((counts > 0).sum()))


def industry_key(text: str) -> str:
    """How industries are compared: the first two digits of a NAICS code, else the plain words."""
    code = re.match(r"\s*(\d{2})\d{0,4}\b", text)
    return code[1] if code else plain(text)


def new_services(roster: Roster, relationship: Texts) -> Texts:
    """(n,) "yes" where a service is on the table that was never sold before, "no" where it was, "" where unknown.

    Sold is what won deals and clients, past and present, have; unknown with fewer than `LEAST_SOLD` records of it, and
    where most of them stand alone, or most of what is on the table was never sold: then the words describe single jobs.
    """
    services = _services(roster)
    answer = same_text(roster.size, "")
    sold, wanted, account = _sold_and_wanted(roster, relationship, services)
    times = np.bincount(services.codes[sold], minlength=len(services.values))
    if sold.sum() < LEAST_SOLD or (times == 1).sum() > ALONE * sold.sum():
        return answer
    known = np.zeros(len(services.values), dtype=bool)
    known[services.codes[sold]] = True
    is_new = wanted & ~known[services.codes]
    open_work = wanted & ~sold
    if open_work.sum() >= LEAST_SOLD and (is_new & open_work).sum() > ALONE * open_work.sum():
        return answer
    answer[account[wanted]] = "no"
    answer[account[is_new]] = "yes"
    return answer


def _services(roster: Roster) -> Distinct:
    texts = deal_services(roster) if roster.deals is not None else roster.text(Field.SERVICE)
    return distinct(texts).plain()


def _sold_and_wanted(
    roster: Roster, relationship: Texts, services: Distinct
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.intp]]:
    """Which deals (accounts, in a list of accounts) were sold, which are on the table, and whose they are."""
    named = services.spread([value not in NO_INDUSTRY for value in services.values]).astype(bool)
    if roster.deals is not None:
        state = roster.deals.state
        return named & (state == "won"), named & (state == "open"), roster.deals.account
    return named & is_one_of(relationship, SERVED), named, np.arange(roster.size)
