"""Twenty client lists whose settings contradict each other, each with the smallest conflicting set worked out by hand.

An account of these lists takes at most the smaller of a fifth of all hours and 30 h (three times the half-way 10 h
of a prospect), 24 h for a client.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

A: Mapping[str, Any] = {"rating_now": 5, "rating_others": 3, "annual_fee": 50_000, "probability": 0.5,
                        "relationship": "prospect"}  # fmt: skip
B: Mapping[str, Any] = {**A, "rating_strengths": 4}
CLIENT: Mapping[str, Any] = {**B, "relationship": "client"}


def limit(what: str, sense: str, amount: object) -> Mapping[str, object]:
    return {"what": what, "sense": sense, "amount": amount}


@dataclass(frozen=True)
class Case:
    """A list, its settings, and the demands that contradict each other, as they are told."""

    name: str
    rows: Sequence[Mapping[str, Any]]
    conflict: frozenset[str]
    settings: Mapping[str, Any] = field(default_factory=dict)
    sheets: Mapping[str, Any] = field(default_factory=dict)


def case(name: str, rows: Sequence[Mapping[str, Any]], *conflict: str, sheets: Any = None, **settings: Any) -> Case:
    return Case(name, rows, frozenset(conflict), settings, sheets or {})


HEALTH = {**B, "industry": "Health"}
RETAIL = {**B, "industry": "Retail"}
TEAM = {"team": [{"person": "Ann", "hours": 20}, {"person": "Bob", "hours": 30}]}

CASES = (
    case("a lock above all hours", [{**A, "lock_hours": 30}, A, B],
         "Account 1 is locked at 30 h", "You have 22 h", hours=22),
    case("two locks above one person's hours",
         [{**A, "lock_hours": 12, "owner": "Ann"}, {**A, "lock_hours": 15, "owner": "Ann"}, {**B, "owner": "Bob"}],
         "Account 1 is locked at 12 h", "Account 2 is locked at 15 h", "Ann has 20 h", sheets=TEAM),
    case("a minimum above one person's hours though the team has enough",
         [{**A, "min_hours": 25, "owner": "Ann"}, {**B, "owner": "Bob"}],
         "Account 1 gets at least 25 h", "Ann has 20 h", sheets=TEAM),
    case("a minimum above the same account's maximum", [{**A, "min_hours": 10, "max_hours": 6}, B, B],
         "Account 1 gets at least 10 h", "Account 1 gets at most 6 h", hours=40),
    case("a lock below zero", [{**A, "lock_hours": -5}, B, B], "Account 1 is locked at −5 h", hours=40),
    case("a lock above the hours of both its owners", [{**A, "lock_hours": 60, "owner": "Ann; Bob"}, B],
         "Account 1 is locked at 60 h", "Ann has 20 h", "Bob has 30 h", sheets=TEAM),
    case("two limits on one industry", [HEALTH, HEALTH, HEALTH, RETAIL],
         "Industry = Health at least 30 h", "Industry = Health at most 10 h", hours=100,
         sheets={"limits": [limit("industry = Health", "at least", 30), limit("industry = Health", "at most", 10)]}),
    case("a limit beyond what its accounts can take", [HEALTH, RETAIL, B],
         "Industry = Health at least 30 h", hours=60,
         sheets={"limits": [limit("industry = Health", "at least", 30)]}),
    case("a cap under the locks within it", [{**HEALTH, "lock_hours": 9}, {**HEALTH, "lock_hours": 8}, RETAIL],
         "Account 1 is locked at 9 h", "Account 2 is locked at 8 h", "Industry = Health at most 25%", hours=60,
         sheets={"limits": [limit("industry = Health", "at most", "25%")]}),
    case("an exact limit that no step reaches", [HEALTH, RETAIL, B],
         "Industry = Health exactly 5.3 h", "Hours are planned in steps of 0.5 h", hours=60,
         sheets={"limits": [limit("industry = Health", "exactly", 5.3)]}),
    case("an exact limit under the smallest block", [HEALTH, RETAIL, B],
         "Industry = Health exactly 1.5 h", "An account gets at least 2 h or none", hours=60,
         sheets={"limits": [limit("industry = Health", "exactly", 1.5)]}),
    case("a limit relative to a capped selection", [{**HEALTH, "lock_hours": 8}, RETAIL, B],
         "Account 1 is locked at 8 h", "Industry = Health at most 2 x industry = Retail",
         "Industry = Retail at most 2 h", hours=60,
         sheets={"limits": [limit("industry = Health", "at most", "2 x industry = Retail"),
                            limit("industry = Retail", "at most", 2)]}),
    case("shares within you above one", [A, B, B],
         "At least 70% of the hours for you go to what pays now",
         "At least 60% of the hours for you go to what may pay later", hours=60, share_now=0.7, share_later=0.6),
    case("a share for referrals where a lock serves now alone",
         [{"rating_now": 5, "annual_fee": 50_000, "relationship": "client", "rating_others": 0, "rating_strengths": 0,
           "rating_later": 0, "rating_referral": 0, "lock_hours": 10}, {**B, "rating_others": 0}],
         "Account 1 is locked at 10 h", "At least 50% of the hours for you go to referrals", hours=60,
         share_referral=0.5),
    case("more locked accounts than may get time", [{**A, "lock_hours": 3}] * 3 + [B],
         "Account 1 is locked at 3 h", "Account 2 is locked at 3 h", "Account 3 is locked at 3 h",
         "At most 2 accounts get time", hours=60, max_accounts=2),
    case("more locked accounts than one person may serve",
         [{**A, "lock_hours": 3, "owner": "Ann"}, {**A, "lock_hours": 4, "owner": "Ann"}, {**B, "owner": "Bob"}],
         "Account 1 is locked at 3 h", "Account 2 is locked at 4 h", "Each person serves at most 1 account",
         sheets=TEAM, max_accounts_per_person=1),
    case("a lock that moves more hours than may move", [{**A, "current_hours": 3}, {**A, "lock_hours": 20}, B],
         "Account 2 is locked at 20 h", "At most 5 h move from today", hours=60, max_change=5),
    case("more money than the list can bring", [A, B, B],
         "At least 1,000,000 of money is expected", hours=60, min_money=1_000_000),
    case("money that the caps on the best accounts rule out",
         [{**A, "annual_fee": 900_000, "max_hours": 0}, {**B, "annual_fee": 10_000}, B],
         "Account 1 gets at most 0 h", "At least 40,000 of money is expected", hours=60, min_money=40_000),
    case("prospects and a client's lock", [{**CLIENT, "lock_hours": 20}, B],
         "Account 1 is locked at 20 h", "Prospects get at least 50% of the planned hours", hours=44,
         min_prospect_share=0.5),
)  # fmt: skip
