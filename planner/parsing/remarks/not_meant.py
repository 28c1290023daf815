"""Remarks whose phrases do not mean what they usually do."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from planner.parsing.remarks.remark_families import FREE_WORK, LATER, READY, SENDS_WORK
from planner.parsing.remarks.remark_family import Family

_SENT_BY: Final = re.compile(
    r"\b[Nn]os (?:ha )?(?:recomend|present|mand|envi|tra|deriv)(?:ó|o|jo|ado|ído|ido)\s(?!A\s|Al\s)[A-ZÁÉÍÓÚÑÜ]"
    r"|\b[Cc]i ha (?:presentato|segnalato|mandato|portato)\s[A-ZÀÈÉÌÒÙ]"
)
_NO_FEE_YET: Final = re.compile(
    r"\bno (?:fees?|charges?)\s(?:yet|so far|to date|agreed|quoted|proposed|set)\b|\bnoch (?:kein|ohne) honorar"
    r"|\bpas encore d.honoraires|\bencore sans honoraires|\b(?:a[uú]n|todav[ií]a) (?:sin|no hay) honorarios"
    r"|\bnog geen honorarium",
    re.IGNORECASE,
)
"""A fee that is still to be agreed, of work that nobody does for nothing."""
_INTO_NO_FIRM: Final = re.compile(r"\b(?:got|gets) us into (?![A-ZÀ-Þ])")
"""Into a mess, a field or a habit (`got us into trouble`): only a name behind it is of somebody we met by them."""
A_YEAR: Final = dt.timedelta(days=365)
_YEARS: Final = re.compile(r"\b(20\d\d)\b")


def names_who_sent(text: str) -> bool:
    """Whether a remark names behind the verb who sent this account to us: it sends nobody for that.

    Example:
        >>> names_who_sent("nos recomendó Escuela Luz"), names_who_sent("nos recomendó a dos clientes")
        (True, False)
    """
    return _SENT_BY.search(text) is not None


def means_otherwise(family: Family, text: str, today: dt.date) -> bool:
    """Whether a remark with a phrase of a family means something else: a fee still to come, who sent them, years that
    are over, or so far ahead that nobody hires now for that."""
    if family is FREE_WORK:
        return _NO_FEE_YET.search(text) is not None
    if family is SENDS_WORK:
        return names_who_sent(text) or _INTO_NO_FIRM.search(text) is not None
    if family is READY:
        return is_years_ahead(text, today)
    return family is LATER and _only_past_years(text, today)


def is_years_ahead(text: str, today: dt.date) -> bool:
    """Whether a remark names years, all of which begin more than a year from now (`contract ends 2028, call then`)."""
    years = [int(year) for year in _YEARS.findall(text)]
    return bool(years) and dt.date(min(years), 1, 1) > today + A_YEAR


def _only_past_years(text: str, today: dt.date) -> bool:
    """Whether a remark names years, all of which are over (`projet livré en 2023`)."""
    years = [int(year) for year in _YEARS.findall(text)]
    return bool(years) and max(years) < today.year
