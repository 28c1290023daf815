"""Headers of periods side by side (`Jan`, `Feb`, …; `Q1 2026`; `Jan - Mar, 2026`) and the total behind them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from planner.detection.headers.header_words import header_words
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.header_text import plain
from planner.parsing.word_lists import words

LEAST = 3
STEPS = (range(7, 8), range(28, 32), range(89, 93), range(365, 367))
"""How many days the first days, or the last ones, of two weeks, months, quarters or years are apart."""
_QUARTER = re.compile(r"^(?:q[1-4]|[1-4]q|t[1-4]|h[12])\b|^(?:19|20)\d\d[-/](?:0[1-9]|1[0-2])$", re.IGNORECASE)
_OF_A_QUARTER = re.compile(
    r"^(?:[qt][1-4]|[1-4]q|[1-4]\. ?quartal)(?:\s?['’/-]?(?:20)?\d\d)?"
    r"(?:\s?\(?(?:est|act|actuals?|fc|fcst|f/?cast|forecast|f|a|e|ist|soll|prev|prog|bud|budget|plan)\.?\)?)?$",
    re.IGNORECASE,
)
_THREE_MONTHS = re.compile(
    r"^(?:jan\w*\.?\s?[-–/]\s?mar|apr\w*\.?\s?[-–/]\s?jun|jul\w*\.?\s?[-–/]\s?sep|oct\w*\.?\s?[-–/]\s?dec"
    r"|feb\w*\.?\s?[-–/]\s?apr|may\s?[-–/]\s?jul|aug\w*\.?\s?[-–/]\s?oct|nov\w*\.?\s?[-–/]\s?jan)\w*\.?,?"
    r"(?:\s?['’]?(?:20)?\d\d)?(?:\s?\(?(?:est|act(?:ual)?|f'?c(?:a?st)?|forecast|f|a|e|budget|plan)\.?\)?)?$",
    re.IGNORECASE,
)
"""A quarter by its first and last month (`Jan-Mar 27 f'cast`)."""
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_OF_MONTHS = re.compile(
    rf"\s?\(\s*(?:ytd:?\s)?(?P<first>{_MONTH})\b\.?\s?(?:[-–/]|to|bis|à|a|al|tot|t/m)\s?(?P<last>{_MONTH})\b\.?\s*\)",
    re.IGNORECASE,
)
"""The months of a year that is not over, in brackets (`FY27 YTD (Jul–Oct)`)."""
_A_YEAR = re.compile(
    r"^(?:jan(?:uary)?\.?\s?[-–]\s?(?:jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s|FY\s?['’]?"
    r"|(?:fiscal year|gj|gesch[äa]ftsjahr|jahr|exercice|ann[ée]e|ejercicio|a[ñn]o|boekjaar|jaar|esercizio|anno)\s)?"
    r"(?:(?:19|20)?\d\d(?:/\d\d)?|(?P<first>(?:19|20)?\d\d)\s?[-–]\s?(?P<second>(?:20)?\d\d))"
    r"(?:\s\(?(?:(?P<past>a|act\.?|actuals?|ytd|(?:year )?to date|so far|ist|"
    r"(?:t/m|bis|tot|au|al|até|hasta|fino a|jusqu['’]?\s?(?:à|en)?)\s?[\w./]+)|"
    r"(?P<ahead>f|fc|f/?c(?:ast)?\.?|fcst\.?|forecast|outlook|b|bud\.?|budget|plan|soll|prognose|proj\.?|est\.?|estimated?"
    r"|likely|expected|exp\.?|hoped(?: for)?))\)?)?$",
    re.IGNORECASE,
)
"""A year, and whether it is over or only planned (`FY25 A`, `FY26 YTD`, `FY26 F/cast`, `2027 Plan`, `24-25`,
`Jan - Dec 2025`)."""
LEAST_YEARS = 2
_AGE = re.compile(
    r"^(?:[<>≤≥]\s?\d+|\d+\s?[-–]\s?\d+|\d+\s?\+|\d+ (?:and|und|et|y|en|e) (?:over|more|mehr|plus|m[áa]s)|\d+)"
    r"\s?(days?|months?|tage|monate?|jours|mois|d[ií]as|mes(?:es)?|dagen|maand(?:en)?|giorni|mesi|dagar|dage|dager)?"
    r"(?: overdue| past due|\+)?$",
    re.IGNORECASE,
)
"""How long money has been owed (`1-30`, `> 90 days`, `2 Months`)."""
_BESIDE_AGES = words(
    "current older older+ due overdue total balance outstanding owed open aktuell älter summe gesamt saldo offen actuel"
    " ancien solde corriente saldo totaal openstaand totale"
)
_TOTALS = words("total totals sum gesamt summe totaal suma somme totale fiscal year ytd jahr annee ano jaar anno")


def periods_side_by_side(row: Sequence[Any]) -> frozenset[int]:
    """The cells of a row, from 0, that are periods side by side, at least three: texts (`Jan`, `Q1 2026`), or days that
    are a week, a month, a quarter or a year apart.

    Example:
        >>> sorted(periods_side_by_side(["Client", *(dt.date(2026, month, 1) for month in (7, 8, 9)), "Total"]))
        [1, 2, 3]
    """
    return frozenset({*_runs(row, _are_texts_of_periods), *(j for step in STEPS for j in _runs(row, _apart(step)))})


def _apart(step: range) -> Callable[[Any, Any], bool]:
    """Whether two cells are days that are so many apart."""
    return lambda one, two: _days_between(one, two) in step


def _runs(row: Sequence[Any], goes_on: Callable[[Any, Any], bool]) -> Iterator[int]:
    """The places of at least three cells side by side, each of which goes on with the one before it."""
    run = [0]
    for j in range(1, len(row)):
        if goes_on(row[j - 1], row[j]):
            run.append(j)
            continue
        yield from run if len(run) >= LEAST else ()
        run = [j]
    yield from run if len(run) >= LEAST else ()


def _are_texts_of_periods(one: Any, two: Any) -> bool:
    """Whether two cells are texts of different periods."""
    texts = isinstance(one, str) and isinstance(two, str) and one != two
    return texts and all(_is_period(text) or is_quarter(text) for text in (one, two))


def _days_between(one: Any, two: Any) -> int:
    """How many days later the second of two dates is; 0 where one is no date."""
    return two.toordinal() - one.toordinal() if isinstance(one, dt.date) and isinstance(two, dt.date) else 0


def totals_of_periods(headers: Sequence[str]) -> frozenset[int]:
    """The columns, from 0, that are headed as a total and nothing else, where at least three stand for periods."""
    if sum(map(_is_period, headers)) < LEAST:
        return frozenset()
    return frozenset(j for j, text in enumerate(headers) if (said := set(header_words(text))) and said <= _TOTALS)


def _is_period(header: str) -> bool:
    said = header_words(header)
    return (bool(said) and all(word in MONTHS for word in said)) or bool(_QUARTER.match(header.strip()))


def month_of(header: str) -> str:
    """The month that a header ends in (`Hours 2027 Jan`, `Dec 26`), or `""`."""
    last = next((word for word in reversed(plain(header).split()) if not word.isdigit()), "")
    return last if last in MONTHS else ""


def is_quarter(header: str) -> bool:
    """Whether a header is that of a quarter and of little else (`Q1`, `Q4 est`, `T3 2026`, `Jul-Sep 26`)."""
    text = header.strip()
    return _OF_A_QUARTER.match(text) is not None or _THREE_MONTHS.match(text) is not None


def quarters_of_a_total(headers: Sequence[str]) -> frozenset[int]:
    """The columns, from 0, of quarters that a total beside them adds up, so that none of them is a year's."""
    return (
        frozenset(j for j, text in enumerate(headers) if is_quarter(text))
        if totals_of_periods(headers)
        else frozenset()
    )


def names_some_months(header: str) -> bool:
    """Whether a header names in brackets the months of a year that it speaks of, and not all twelve.

    Example:
        >>> [names_some_months(text) for text in ("FY27 YTD (Jul–Oct)", "2026 (Jan-Dez)", "2026 (Januar bis Oktober)")]
        [True, False, True]
    """
    match = _OF_MONTHS.search(header)
    return match is not None and (MONTHS[match["last"].lower()] + 1 - MONTHS[match["first"].lower()]) % 12 != 0


def bare_years(headers: Sequence[str]) -> Mapping[int, bool]:
    """The columns, from 0, that are headed by a year and nothing else (`2024`, `FY25 A`, `FY26 F/cast`), where at least
    two are, and whether each is ahead."""
    found = {j: match for j, text in enumerate(headers) if (match := _A_YEAR.match(_OF_MONTHS.sub("", text).strip()))}
    years = {j: match for j, match in found.items() if match["first"] is None or _follows(match)}
    return {j: match["ahead"] is not None for j, match in years.items()} if len(years) >= LEAST_YEARS else {}


def _follows(match: re.Match[str]) -> bool:
    """Whether the second of two years is the one after the first (`24-25`), as those of no span of days are."""
    return (int(match["first"]) + 1 - int(match["second"])) % 100 == 0


def columns_of_ages(headers: Sequence[str]) -> frozenset[int]:
    """The columns, from 0, of what is owed by how long, with those of what is not due yet and of all of it; empty where
    fewer than three stand side by side."""
    ages = [j for j, text in enumerate(headers) if _AGE.match(text.strip()) and not text.strip().isdigit()]
    if len(ages) < LEAST:
        return frozenset()
    beside = (
        j for j, text in enumerate(headers) if text and set(text.lower().replace("not ", "").split()) <= _BESIDE_AGES
    )
    return frozenset({*ages, *beside})
