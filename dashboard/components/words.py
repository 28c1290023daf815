"""Titles of groups and goods, and the few ways of writing figures that only screens need.

Money, hours, shares and counts are written by `planner.text`, as in the workbook.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np

from planner.explanation.gains import Gain
from planner.goods import GOOD_SPECS, GROUP_SPECS, Good, Group
from planner.text import day_text, hours
from planner.vocabulary import Authority, Severity

GROUP_TITLE: Final[Mapping[Group, str]] = MappingProxyType({group: spec.title for group, spec in GROUP_SPECS.items()})
GOOD_TITLE: Final[Mapping[Good, str]] = MappingProxyType({good: spec.title for good, spec in GOOD_SPECS.items()})
AUTHORITY_TITLE: Final[Mapping[Authority, str]] = MappingProxyType(
    {
        Authority.NOBODY: "not known",
        Authority.RULE: "by a rule",
        Authority.RATING: "your rating",
        Authority.OVERRIDE: "your change",
    }
)
SEVERITY_TITLE: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "To mend", Severity.WARNING: "To check", Severity.NOTE: "To know"}
)

TO_COME: Final = "…"
"""In the place of a figure that is still worked out."""


def change(amount: float) -> str:
    """`+14 h`, `−8 h`, `as now`, or `` where today's hours are not known."""
    if not math.isfinite(amount):
        return ""
    if abs(amount) < 0.25:
        return "as now"
    return f"{'+' if amount > 0 else ''}{hours(amount)}"


def full_date(day: np.datetime64) -> str:
    """`1 Mar 2027`; "" where there is none."""
    if np.isnat(day):
        return ""
    return day_text(day.astype("datetime64[D]").item())


def used_of(used: float, capacity: float) -> str:
    """`88 of 110 h`."""
    return f"{hours(used).removesuffix(' h')} of {hours(capacity)}"


def hour_brings(by_group: Sequence[float], in_money: bool, currency: str) -> str:
    """What one more hour brings, money and points apart; `not worked out` where it was not."""
    gain = Gain(np.asarray(by_group, dtype=np.float64), in_money)
    return gain.brings(currency) if gain.known else "not worked out"


def number(amount: float) -> str:
    """Hours without their unit, for columns whose header names it: `16`, `9.5`, `1,250`."""
    return f"{amount:,.1f}".removesuffix(".0") if math.isfinite(amount) else "–"


def period(weeks: float) -> str:
    """`quarter` for 13 weeks, `year` for 52, else the number of weeks."""
    names = {13: "quarter", 26: "half-year", 52: "year", 4: "four weeks", 1: "week"}
    return names.get(round(weeks), f"{weeks:g} weeks") if abs(weeks - round(weeks)) < 0.01 else f"{weeks:g} weeks"
