"""What the pages call the settings, and sentences of the planner in those words.

The planner's own sentences name settings and fields as files and the command line do (`max_hours`); a page names
them as its own fields do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.fields import FIELDS, Field
from planner.text import hours

SHARES: Final = frozenset(
    {
        "tolerance", "margin", "discount_rate", "referral_conversion", "max_share_per_account", "share_now",
        "share_later", "share_referral", "min_prospect_share",
    }
)  # fmt: skip
HOURS: Final = frozenset({"hours", "guess_hours", "smallest_block", "hour_step", "max_change"})
FOUND: Final = frozenset({"hours", "plan_start", "currency"})
"""Settings that are shares, that are hours, and that are found in the list where not given."""
SETTING_TITLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "balance": "Balance",
        "tolerance": "Leeway",
        "balance_weight": "Weight of the balance",
        "guess_hours": "Hours a guess buys",
        "hours": "Hours",
        "weeks": "Weeks planned",
        "plan_start": "First day",
        "currency": "Currency",
        "margin": "Left of a fee",
        "hour_cost": "Cost of an hour",
        "discount_rate": "Discount a year",
        "horizon_months": "Months that count as now",
        "referral_conversion": "Referrals that become clients",
        "point_worth": "Worth of a point",
        "spare_hours": "Hours a short group cannot use",
        "smallest_block": "Smallest block",
        "hour_step": "In steps of",
        "max_accounts": "Accounts in all",
        "max_accounts_per_person": "Accounts a person",
        "max_share_per_account": "Share of one account at most",
        "max_change": "Hours moved at most",
        "min_money": "Money at least",
        "share_now": "Now, share at least",
        "share_later": "Later, share at least",
        "share_referral": "Referrals, share at least",
        "min_prospect_share": "Prospects, share at least",
        "balance_scope": "Balance kept for",
        "fee_meaning": "A value stands for",
        "solver": "Solver",
        "time_limit": "Seconds for the search",
        "max_file_mb": "Largest file, MB",
        "max_cells": "Most cells",
        "max_unzipped_mb": "Largest unzipped, MB",
    }
)
"""Settings as the fields of the pages call them."""
FOLDED: Final = ("max_accounts", "smallest_block", "hour_step")
"""Settings that the balance card folds away."""
_SETTING_NAME: Final = re.compile(r"\b(?:{})\b".format("|".join(sorted(filter(lambda n: "_" in n, SETTING_TITLE)))))
_FIELD_NAME: Final = re.compile(r"\b(?:{})\b".format("|".join(name for name in Field if "_" in name)))


def plain(text: str) -> str:
    """A sentence of the planner with settings and fields called as on the pages.

    >>> plain("To cap it, set “max_accounts_per_person”, to 8 for example.")
    'To cap it, set “Accounts a person”, to 8 for example.'
    """
    titled = _SETTING_NAME.sub(lambda found: SETTING_TITLE[found[0]], text)
    for name in FOLDED:
        titled = titled.replace(f"“{SETTING_TITLE[name]}”", f"“{SETTING_TITLE[name]}” under More")
    return _FIELD_NAME.sub(lambda found: FIELDS[Field(found[0])].title, titled)


def setting_words(name: str, value: object) -> str:
    """A setting as one reads it: `balance 20/30/50`, `leeway 5 points`, `accounts a person no limit`."""
    title = SETTING_TITLE.get(name, name)
    return f"{title[:1].lower()}{title[1:]} {setting_value(name, value)}"


def setting_value(name: str, value: object) -> str:
    """Its value with its unit."""
    if value is None or (value == 0 and name == "max_accounts_per_person"):
        return "as in the list" if name in FOUND else "no limit"
    if not isinstance(value, int | float):
        return str(value)
    if name in SHARES:
        return f"{100 * value:g} points" if name == "tolerance" else f"{100 * value:g}%"
    return hours(float(value)) if name in HOURS else f"{value:g}"
