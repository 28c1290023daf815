"""Money of several years in one column (`Billed since 2023`, `Lifetime value`), which is no fee a year."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Final

import numpy as np

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


def a_year_of(parsed: Parsed, header: str, today: dt.date) -> Parsed:
    """A column of fees, where its header says that it holds several years: a year's part of it, with a note.

    Where it does not say how many years they are, no fee is read from it.
    """
    years = years_together(header, today)
    amounts = np.flatnonzero(np.nan_to_num(parsed.values) > 0)
    if years == 1.0 or not len(amounts):
        return parsed
    if np.isnan(years):
        what, fix = "no fee a year was taken from it", "Write what each pays in a year, or map annual_fee to it."
    else:
        what = f"a fee a year was taken to be its part of {years:.1f} years"
        fix = "Write what each pays in a year if that is wrong."
    told = Problem(
        "fee-of-years", Severity.WARNING, tuple(amounts.tolist()),
        f"{{header}} holds what was paid in several years; {what}.", fix, grouped=True,
    )  # fmt: skip
    values = np.where(parsed.values > 0, np.round(parsed.values / years), parsed.values)
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
    return float("nan") if _OF_ALL.search(header) else 1.0
