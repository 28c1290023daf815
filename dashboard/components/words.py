"""Titles of groups and goods, and the few ways of writing figures that only screens need.

Money, hours, shares and counts are written by `planner.explanation.text`, as in the workbook.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planner.explanation.text import NO_HELP, about, hour_brings, hours
from planner.goods import GOOD_SPECS, GROUP_SPECS, Good, Group
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


def change(amount: float) -> str:
    """`+14 h`, `−8 h`, `as now`, or `` where today's hours are not known."""
    if not math.isfinite(amount):
        return ""
    if abs(amount) < 0.25:
        return "as now"
    return f"{'+' if amount > 0 else ''}{hours(amount)}"


def used_of(used: float, capacity: float) -> str:
    """`88 of 110 h`."""
    return f"{hours(used).removesuffix(' h')} of {hours(capacity)}"


def worth(amount: float, unit: str, currency: str) -> str:
    """What an hour brings, in money or in points."""
    if unit == "money" or not math.isfinite(amount):
        return about(amount, currency)
    return f"{amount:.2g} points"


def person_hour(price: float, unit: str, currency: str) -> str:
    """What one more hour of a person brings; in words where it would not help."""
    return hour_brings(price, currency, in_money=unit == "money")


def next_hour_fact(price: float, unit: str, currency: str) -> tuple[str, str]:
    """Figure and note of the next hour, whoever's helps most."""
    if math.isfinite(price) and price <= 0:
        return "nothing", f"more hours {NO_HELP}"
    return person_hour(price, unit, currency), "what one more hour would bring"


def number(amount: float) -> str:
    """Hours without their unit, for columns whose header names it: `16`, `9.5`, `1,250`."""
    return f"{amount:,.1f}".removesuffix(".0") if math.isfinite(amount) else "–"


def period(weeks: float) -> str:
    """`quarter` for 13 weeks, `year` for 52, else the number of weeks."""
    names = {13: "quarter", 26: "half-year", 52: "year", 4: "four weeks", 1: "week"}
    return names.get(round(weeks), f"{weeks:g} weeks") if abs(weeks - round(weeks)) < 0.01 else f"{weeks:g} weeks"
