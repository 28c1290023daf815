"""The words and colours that the terminal, the workbook and the template share, in plain English."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from planner.goods import Good, Group
from planner.vocabulary import Severity

if TYPE_CHECKING:
    from planner.result import Plan

GROUP_TITLES: Final = MappingProxyType(
    {Group.OTHERS: "Good for others", Group.STRENGTHS: "Builds strengths", Group.YOU: "Good for you"}
)
GOOD_TITLES: Final = MappingProxyType(
    {
        Good.OTHERS: "others",
        Good.STRENGTHS: "strengths",
        Good.NOW: "you, now",
        Good.LATER: "you, later",
        Good.REFERRAL: "you, referral",
    }
)
GROUP_COLOURS: Final = MappingProxyType({Group.OTHERS: "#009E73", Group.STRENGTHS: "#E69F00", Group.YOU: "#0072B2"})
GOOD_COLOURS: Final = MappingProxyType(
    {
        Good.OTHERS: "#009E73",
        Good.STRENGTHS: "#E69F00",
        Good.NOW: "#0072B2",
        Good.LATER: "#56B4E9",
        Good.REFERRAL: "#9DC8E8",
    }
)
BASELINE_TITLES: Final = MappingProxyType(
    {"today": "As today", "equal": "The same hours for everyone", "by_fee": "Hours in step with fees"}
)
GROUP_TINTS: Final = MappingProxyType({Group.OTHERS: "#A6DECB", Group.STRENGTHS: "#F6D99A", Group.YOU: "#9DC8E8"})
"""Light enough behind dark figures."""
GOOD_TINTS: Final = MappingProxyType(
    {
        Good.OTHERS: "#A6DECB",
        Good.STRENGTHS: "#F6D99A",
        Good.NOW: "#9DC8E8",
        Good.LATER: "#BFE1F6",
        Good.REFERRAL: "#D5E8F6",
    }
)
SEVERITY_TITLES: Final = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"})


def by_hours(plan: Plan) -> list[int]:
    """Positions of the accounts, most planned hours first, then most hours today, then by name."""
    planned = plan.allocation.hours
    now = np.nan_to_num(plan.facts.current_hours)
    names = plan.roster.names
    return sorted(range(plan.roster.size), key=lambda i: (-planned[i], -now[i], str(names[i]).casefold()))
