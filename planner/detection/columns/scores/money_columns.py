"""A column of money: what the words of its header say, its size, and the year that it speaks of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from planner.detection.columns.scores.fee_words import (
    EXPECTED,
    FORECAST,
    OF_A_YEAR,
    OF_PAYING,
    OF_TAX,
    OURS,
    PART_YEAR,
    PAST,
    PLANS,
    SIGNS,
    TO_DATE,
    TOTAL,
    TURNED_OVER,
    WHEN,
    WOULD_PAY,
)
from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning
from planner.detection.headers.header_words import header_words
from planner.detection.headers.periods import names_some_months
from planner.fields import Field

SURELY_MONEY, MOSTLY = 0.8, 0.7
SOME_FIGURES = 0.5
"""Under a header of money a month (`£/m`) so many figures suffice; people write words for the others beside them."""
_WITH_TAX = re.compile(r"\binc(?:l|luding)?\b\.?|\bgross\b|\bbrutto\b|\bttc\b", re.IGNORECASE)
_TAX = r"(?:VAT|TVA|IVA|btw|MwSt|USt|GST|MVA|moms)"
_WITHOUT_TAX = re.compile(
    rf"\b(?:zzgl|exkl|excl|escl|exc|ex|plus|ohne|hors|sans|sin|senza|sem|s|\+)\.?\s?/?\s?(?:de\s)?{_TAX}\b"
    rf"|\+\s?{_TAX}\b|\b{_TAX}\.?\s(?:no\sinclu|excl|exkl|escl)|\bHT(?:VA)?\b|\bhors\s(?:taxes?|tva)\b",
    re.IGNORECASE,
)
"""An amount to which a tax is still added is one that the firm invoices."""
_UP_TO = re.compile(
    r"\bytd\b|\b(?:au|bis|al|to|tot|per|até|hasta|thru)\s\d{1,2}[./]\d|\b(?:0?\d|1[0-2])[./]20\d\d\b"
    r"|\b(?:[àa]\s)?fin\s(?:jan|f[ée]v|mar|avr|mai|juin|juil|ao[ûu]|sep|oct|nov)|\bbis\s(?:ende\s)?(?:jan|feb|m[äa]r|apr|mai"
    r"|jun|jul|aug|sep|okt|nov)|\bhasta\s(?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov)"
    r"|\b\d{1,2}\s?(?:months?|m(?:n)?ths?|mos?|monate?|mois|meses|maanden|mesi)\b|\bt/m\b"
    r"|\b(?:yr|year)\s(?:so\sfar|to\sdate)\b|\bjahr\sbis(?:her|\sheute)|\bann[ée]e\s[àa]\sce\sjour"
    r"|\ba[ñn]o\shasta\s(?:hoy|la\sfecha)|\bjaar\stot\s(?:nu|heden)"
    r"|\bjan\w*\.?\s?[-–]\s?(?:jul|aug|sep|oct|nov)[a-z]*\.?,?\s20\d\d",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(r"\b(20\d\d)\b|\bFY\s?'?(\d\d)\b", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<![\d/.,])['’]?\b(1[89]|2\d|3[0-5])\b(?![\d/.,%])")
"""A year in two digits, as `Comm 25`."""
_SPAN = re.compile(r"(?<![\d/.,-])(?:20)?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)(?![\d/.,%-])")
"""A year from spring or summer to the next (`2026/27`, `26-27`)."""
_SLASHED = re.compile(r"\b[123]\d/[123]\d\b")
"""Two years in a row with a stroke between them are a year (`Fees 24/25`); other two numbers seldom follow so."""
SAYS_HOW_SURE = EXPECTED | FORECAST | {"actual", "actuals"}
"""Words beside such a year in two digits, which alone may be any two numbers (`Fees 26-27`)."""
SPRING = 4
"""From this month on such a year of this year has begun."""
_YEAR = re.compile(r"\b20\d\d\b|\b\d\d/\d\d\b")
_RELATIVE_YEAR = re.compile(r"\b(?:CA|[Ff]act\w*|[Hh]onoraires|[Ee]xercice|[Aa]nn[ée]e)\s+N(?:\s?-\s?(\d))?(?!\w)")
_TWELVE_MONTHS = re.compile(r"\b(?:L|P|T)?\s?12\s?m(?:onths?|ths?|os?)?\b|\b[LT]TM\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:prior|prev(?:ious)?\.?|before|P12M)\b", re.IGNORECASE)
"""The last twelve months, and those before them (`Billed L12M`, `Billed prior 12M`)."""
_THIS_YEAR = re.compile(
    r"\b(?:(?:this|current)\s(?:yr|year)|(?:dieses|laufendes|lfd\.?)\sjahr|cette\sann[ée]e|este\sa[ñn]o|dit\sjaar"
    r"|lopend\sjaar|quest.?anno|este\sano)\b",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(
    r"\b(?:(?:last|prior|prev(?:ious)?\.?)\s(?:yr|year)|vorjahr|letztes\sjahr|ann[ée]e\s(?:derni[èe]re|pr[ée]c[ée]dente)"
    r"|l.an\sdernier|a[ñn]o\s(?:pasado|anterior)|vorig\sjaar|anno\s(?:scorso|precedente)|ano\s(?:passado|anterior))\b",
    re.IGNORECASE,
)
"""Two years that headers tell from each other without naming them (`Billed this yr`, `Billed last yr`)."""
THIS_YEAR = 1000
"""What stands for the year `N` of a French list, beside `N-1`."""


@dataclass(frozen=True)
class MoneyColumn:
    """A column of amounts.

    Attributes:
        at: its place, from 0.
        score: how well it fits the fee, 0 to 1.
        words: what its header says, with the title of its group; `fiscal` where it names a year.
        size: median of its amounts, in the list's currency a year.
        filled: share of the rows that say something.
        year: the year that its header names, 0 for none.
        part_year: whether that year is not over yet.
        every: whether its header says that they are of every month, quarter or year.
        with_tax, without_tax: whether its header says that its amounts hold the tax, or that it comes on top.
    """

    at: int
    score: float
    words: frozenset[str]
    size: float
    filled: float
    sure_phrase: bool
    year: int = 0
    part_year: bool = False
    every: bool = False
    with_tax: bool = False
    without_tax: bool = False

    @property
    def ours(self) -> bool:
        """Whether its header says that the money is the firm's own."""
        return bool(self.words & OURS)

    @property
    def past(self) -> bool:
        return bool(self.words & PAST) or "fiscal" in self.words or bool(self.words & TURNED_OVER and self.ours)

    @property
    def is_past(self) -> bool:
        """Whether it says what was billed, and not what could be."""
        return self.past and not self.expected

    @property
    def only_when(self) -> bool:
        """Whether its header says no more than a time and that it is a total (`Total YTD`)."""
        return self.words <= WHEN | TOTAL | {"fiscal"}

    @property
    def expected(self) -> bool:
        expected = bool(self.words & EXPECTED) or self.of_a_plan
        return expected and not self.words & {"last", "billed", "invoiced"}

    @property
    def of_a_plan(self) -> bool:
        """Whether its header speaks of nothing but what is planned for a year (`2026/27 budget`, `Plan 2026`)."""
        planned = self.words & (FORECAST | PLANS) - TO_DATE
        return bool(self.year and planned) and self.words <= OF_A_YEAR | FORECAST | OURS | {"fiscal"}


NO_SCORE = Score(0.0, 0.0, 0.0)


def money_column(column: Column, scores: Mapping[Meaning, Score]) -> MoneyColumn | None:
    """The column as one of money; None where it holds too few amounts, or years."""
    score = scores.get(Field.ANNUAL_FEE)
    if score is None or column.profile.money < 0.4 or column.profile.years > MOSTLY:
        return None
    words = header_words(column.header.text) + header_words(column.above)
    factor = column.header.factor * column.header.per_year
    size = column.profile.median * factor
    return MoneyColumn(
        column.at,
        score.total,
        frozenset(words) | _fiscal(column.header.text),
        size,
        column.profile.filled,
        score.sure_phrase,
        year_of(column.header.text),
        is_part_year(column.header.text) or bool(set(words) & PART_YEAR),
        column.header.per in {"month", "quarter", "year"},
        bool(_WITH_TAX.search(column.header.text)),
        says_without_tax(column.header.text),
    )


def says_without_tax(text: str) -> bool:
    """Whether a header says that its amounts are without a tax that comes on top.

    Example:
        >>> [says_without_tax(text) for text in ("Monto s/IVA", "Volumen (zzgl. USt)", "Montant HT", "Net worth")]
        [True, True, True, False]
    """
    return _WITHOUT_TAX.search(text) is not None


def is_part_year(text: str) -> bool:
    """Whether a header speaks of a year that is not over yet: `Omzet 2026 t/m okt`, `CA 2026 (10 mois)`."""
    to_date = bool(set(header_words(text)) & PART_YEAR) or _UP_TO.search(text) is not None
    return to_date or names_some_months(text)


def year_of(text: str) -> int:
    """The year that a header names, 0 for none: 2025 for `FY25` and `Comm 25`; `CA N-1` is before `CA N`."""
    if relative := _RELATIVE_YEAR.search(text):
        return THIS_YEAR - int(relative[1] or 0)
    if _TWELVE_MONTHS.search(text):
        return THIS_YEAR - bool(_BEFORE.search(text))
    if _THIS_YEAR.search(text) or _LAST_YEAR.search(text):
        return THIS_YEAR - bool(_LAST_YEAR.search(text))
    found = _ANY_YEAR.search(text)
    if found is not None:
        return int(found[1]) if found[1] else 2000 + int(found[2])
    if (span := _span(text)) and (_SLASHED.search(text) or SAYS_HOW_SURE & set(header_words(text))):
        return span
    short = _SHORT_YEAR.findall(text)
    return 2000 + int(short[-1]) if short else 0


def _span(text: str) -> int:
    """The first of two years in a row that a header names, 0 for none."""
    found = _SPAN.search(text)
    return 2000 + int(found[1]) if found and (int(found[1]) + 1) % 100 == int(found[2]) else 0


def is_running(text: str, today: dt.date) -> bool:
    """Whether the year that a header names is the one that runs (`2026 forecast`, `2026/27 budget` in autumn 2026).

    Example:
        >>> [is_running(text, dt.date(2026, 11, 28)) for text in ("2026/27 budget", "2027/28 est.", "Plan 2026")]
        [True, False, True]
    """
    return year_of(text) == _running_year(text, today)


def is_ahead(text: str, today: dt.date) -> bool:
    """Whether the year that a header names is yet to begin."""
    return year_of(text) > _running_year(text, today)


def _running_year(text: str, today: dt.date) -> int:
    """The year that runs on a day, named as a header names its own."""
    if 0 < year_of(text) <= THIS_YEAR:
        return THIS_YEAR
    return today.year - bool(_span(text) and today.month < SPRING)


def _fiscal(text: str) -> frozenset[str]:
    low = text.lower().replace("'", "")
    to_come = _THIS_YEAR.search(text) and not _UP_TO.search(text)
    named = year_of(text) and not to_come
    return frozenset({"fiscal"} if "fy" in low or "12m" in low or "ytd" in low or _YEAR.search(low) or named else ())


def only_a_year_of_money(column: Column) -> bool:
    """Whether money in a currency has a header of at most a year or a period (`£`, `FY26 £k`, `Per month (€)`), or says
    that somebody would pay it."""
    header = column.header
    said = set(header_words(header.text)) - SIGNS - (OF_TAX if says_without_tax(header.text) else set())
    return (
        bool(header.currency)
        and said <= (OF_PAYING if said & WOULD_PAY else OF_A_YEAR)
        and (
            not said
            or bool(said & WOULD_PAY)
            or bool(header.per)
            or "ytd" in said
            or any(c.isdigit() for c in header.text)
        )
        and column.profile.money >= (SOME_FIGURES if header.per else SURELY_MONEY)
    )
