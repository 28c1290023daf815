"""Figures of several years in one column (`Billed since 2023`, `Sent us (last 2 yrs)`), which are none of a year."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from types import MappingProxyType
from typing import Final

import numpy as np

from planner.fields import Field
from planner.parsing.cell_values import Parsed, Problem
from planner.vocabulary import Severity

DAYS_A_YEAR: Final = 365.25
_SINCE: Final = re.compile(r"\b(?:since|seit|depuis|desde|sinds|dal)\s+(?:\w+\.?\s+)?(20\d\d)\b", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"\b(?:fee|retainer|rate|price|client|kunde|mandant|cliente|klant|honorar|tarif|cuota|canone|tarief)\b",
    re.IGNORECASE,
)
"""Words of headers of what is paid every year since then."""
_OF_ALL: Final = re.compile(
    r"\b(?:life-?\s?time|all[-\s]time|ltv|clv|since (?:the )?(?:start|inception|beginning|day one)"
    r"|seit beginn|depuis (?:le )?d[ée]but|depuis toujours|desde siempre|desde el (?:inicio|principio)|sinds het begin"
    r"|dall.inizio)\b",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    r"\b(?:last|past|previous|letzten?|derni[èe]re?s|[úu]ltimos|laatste|ultimi|afgelopen)\s+(\d{1,2})\s?"
    r"(?:y(?:ea)?rs?\b|jahren?\b|ans?\b|ann[ée]es\b|a[ñn]os\b|jaar\b|anni\b)"
    r"|\b(\d{1,2})\s(?:derni[èe]res\sann[ée]es|[úu]ltimos\sa[ñn]os)\b",
    re.IGNORECASE,
)
_OF_ONE: Final = re.compile(
    r"\b(?:av(?:era)?ge?|mean|durchschnitt(?:lich)?|schnitt|moyenne|moy|promedio|media|gemiddelde?|medio"
    r"|p\.?\s?[aj]\.?|per (?:year|annum)|a year|par an|pro jahr|per jaar|al a[ñn]o)(?!\w)|ø|/\s?(?:yr|year|jahr|an)\b",
    re.IGNORECASE,
)
"""Words of headers of what is a year's part already (`Avg fee last 3 yrs`)."""
_OF_WHAT: Final = MappingProxyType(
    {
        Field.ANNUAL_FEE: ("what was paid in several years", "fee", 0),
        Field.REFERRALS_PER_YEAR: ("what was sent in several years", "number", 1),
    }
)
"""What fields of a year hold instead, what is taken from it, and with how many decimals."""


def a_year_of(name: Field, parsed: Parsed, header: str, today: dt.date) -> Parsed:
    """A column of fees or referrals, where its header says that it holds several years: a year's part, with a note.

    Where it does not say how many years they are, nothing is read from it.
    """
    if name not in _OF_WHAT:
        return parsed
    what, noun, decimals = _OF_WHAT[name]
    years = years_together(header, today)
    amounts = np.flatnonzero(np.nan_to_num(parsed.values) > 0)
    if years == 1.0 or not len(amounts):
        return parsed
    if np.isnan(years):
        taken = f"no {noun} a year was taken from it"
        fix = f"Write what it is in a year for each, or map {name} to it."
    else:
        taken = f"a {noun} a year was taken to be its part of {years:.1f} years"
        fix = "Write what it is in a year for each if that is wrong."
    told = Problem(
        "fee-of-years", Severity.WARNING, tuple(amounts.tolist()),
        f"{{header}} holds {what}; {taken}.", fix, grouped=True,
    )  # fmt: skip
    values = np.where(parsed.values > 0, np.round(parsed.values / years, decimals), parsed.values)
    return dataclasses.replace(parsed, values=values, problems=(*parsed.problems, told))


def is_of_several_years(header: str) -> bool:
    """Whether a header of money speaks of several years together."""
    return years_together(header, dt.date.max) != 1.0


def years_together(header: str, today: dt.date) -> float:
    """How many years a header of money says that it holds: 1 where it says nothing, NaN where it does not say how many.

    Example:
        >>> round(years_together("Billed since 2023", dt.date(2026, 7, 1)), 1)
        3.5
        >>> years_together("Lifetime value", dt.date(2026, 7, 1)), years_together("Fee", dt.date(2026, 7, 1))
        (nan, 1.0)
    """
    since = _SINCE.search(header)
    if since is not None and not _GOES_ON.search(header):
        years = (today - dt.date(int(since[1]), 1, 1)).days / DAYS_A_YEAR
        return years if years > 1.0 else 1.0
    last = _LAST.search(header)
    if last is not None and not _OF_ONE.search(header):
        return float(last[1] or last[2])
    return float("nan") if _OF_ALL.search(header) else 1.0
