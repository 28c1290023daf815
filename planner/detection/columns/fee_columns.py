"""Which column of money is the fee, which the account's own, and which of two fees is the past and which
the expected. A fee is what the account pays the firm in a year. What an account turns over, owns or
spends is none. Where the header alone cannot tell (`Revenue`, `Value`, `Amount`, `Worth`), the size of
its numbers and the columns beside it are asked, and so is the user."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.detection.columns.scores.fee_words import (
    A_PERIOD,
    EXPECTED,
    FINANCES,
    FORECAST,
    IF_ANY,
    NET,
    OF_A_COMPANY,
    OURS,
    PART_YEAR,
    PASSED_ON,
    PAST,
    TAXES,
    THEIRS,
    TOTAL,
    TURNED_OVER,
    UNCLEAR,
    WHEN,
    WORK,
)
from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning, Other
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.cell_values import Unreadable, is_number
from planner.parsing.money.money import read_amount

SURELY_MONEY, SOME, SECOND, MOSTLY, SIZED = 0.8, 0.45, 0.4, 0.7, 0.6
_WITH_TAX = re.compile(r"\binc(?:l|luding)?\b\.?|\bgross\b|\bbrutto\b|\bttc\b", re.IGNORECASE)
_UP_TO = re.compile(r"\bytd\b|\b(?:au|bis|al|to|tot|per|até|hasta)\s\d{1,2}[./]\d", re.IGNORECASE)
_ANY_YEAR = re.compile(r"\b(20\d\d)\b|\bFY\s?'?(\d\d)\b", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"(?<![\d/.,])['’]?\b(1[89]|2\d|3[0-5])\b(?![\d/.,%])")
"""A year in two digits, as `Comm 25`."""
_YEAR = re.compile(r"\b20\d\d\b|\b\d\d/\d\d\b")
_RELATIVE_YEAR = re.compile(r"\b(?:CA|[Ff]act\w*|[Hh]onoraires|[Ee]xercice|[Aa]nn[ée]e)\s+N(?:\s?-\s?(\d))?(?!\w)")
THIS_YEAR = 1000
"""What stands for the year `N` of a French list, beside `N-1`."""
YEARS_ON, MAXIMUM_YEAR = 2, 9999
"""Money of the year after one that was billed, or of the one after that, is what the firm expects to be paid."""
LARGE, HUGE = 5_000_000.0, 50_000_000.0
"""Median amounts from which money is hardly, and never, what a firm is paid."""
LEAST_WEIGHTED, MOSTLY_WEIGHTED, CLOSE = 3, 0.9, 0.01
TIMES_LARGER = 12.0
"""Money so many times larger than a fee beside it is the account's own."""
TIMES_SMALLER = 1_000.0
"""Figures so many times smaller than a fee beside them, such as a growth potential from 0 to 5, are no money."""


@dataclass(frozen=True)
class FeeColumns:
    """The columns of fees.

    Attributes:
        main: the fee's column, or None.
        billed, expected: where there are two, the one of past billing and the one of what could be earned.
        fill: a column of the past that counts where the fee of `main` is empty.
        unclear: whether the header of `main` may mean something else.
        past: whether `main` says what was billed in the past.
        forecast: whether `expected` says what is expected to be paid, not only what could be.
        perhaps: a column that may be the fee but is more likely the account's own money.
        years: columns of what was billed in a year that is not over yet.
        before: columns of what was billed in years before that of the fee.
    """

    main: int | None = None
    billed: int | None = None
    expected: int | None = None
    fill: int | None = None
    unclear: bool = False
    past: bool = False
    forecast: bool = False
    perhaps: int | None = None
    years: tuple[int, ...] = ()
    before: tuple[int, ...] = ()

    @property
    def all(self) -> frozenset[int]:
        """Every column that a fee is read from."""
        return frozenset({self.main, self.billed, self.expected, self.fill} - {None})  # type: ignore[arg-type]


@dataclass(frozen=True)
class _Money:
    at: int
    score: float
    words: frozenset[str]
    size: float
    filled: float
    sure_phrase: bool
    year: int = 0
    part_year: bool = False
    with_tax: bool = False

    @property
    def ours(self) -> bool:
        return bool(self.words & OURS)

    @property
    def past(self) -> bool:
        return bool(self.words & PAST) or "fiscal" in self.words or bool(self.words & TURNED_OVER and self.ours)

    @property
    def is_past(self) -> bool:
        """Whether it says what was billed, and not what could be."""
        return self.past and not self.expected

    @property
    def expected(self) -> bool:
        return bool(self.words & EXPECTED) and not self.words & {"last", "billed", "invoiced"}


def weigh_money(columns: Sequence[Column], scores: list[dict[Meaning, Score]]) -> list[dict[Meaning, Score]]:
    """The scores with those of fees and of the account's own money weighed against each other."""
    heads = any(_of_the_company(column, own) for column, own in zip(columns, scores, strict=True))
    fees = [one for one in map(_money, columns, scores) if one is not None and one.ours and one.score > 0.6]
    usual = sorted(one.size for one in fees if one.size)[len(fees) // 2 : len(fees) // 2 + 1]
    groups = {column.above for column in columns if column.above and set(header_words(column.header.text)) & TOTAL}
    some_fee = any(one is not None and one.score >= SOME for one in map(_money, columns, scores))
    taxed = any(TAXES & set(header_words(column.header.text)) for column in columns)
    billed = max((one.year for one in fees if one.is_past and not one.part_year), default=0) or MAXIMUM_YEAR
    of_ours = _in_our_books([one for one in map(_money, columns, scores) if one is not None])
    weighed = []
    for column, own in zip(columns, scores, strict=True):
        one = _money(column, own)
        weighed.append(own if one is None else _weighed(one, own, heads, usual[0] if usual else 0.0))
        if one is not None and column.above in groups and one.ours:
            by = 0.2 if set(header_words(column.header.text)) & TOTAL else -0.2
            weighed[-1] = _with_fee(weighed[-1], by)
        elif one is not None and not one.ours and 0 <= one.year - billed <= YEARS_ON:
            weighed[-1] = _with_fee(weighed[-1], 0.3)
        elif one is not None and (
            (not one.ours and one.words & of_ours) or (taxed and set(header_words(column.header.text)) & NET)
        ):
            weighed[-1] = _with_fee(weighed[-1], 0.35)
        elif (
            one is not None
            and column.header.per in A_PERIOD
            and column.profile.signed > MOSTLY
            and not _theirs_too(own)
        ):
            weighed[-1] = _with_fee(weighed[-1], 0.2)
        elif one is not None and not one.ours and _only_says_when(column) and (some_fee or column.header.currency):
            weighed[-1] = _with_fee(weighed[-1], 0.4)
    return weighed


def _in_our_books(found: Sequence[_Money]) -> frozenset[str]:
    """Words for turnover that are said of the firm's own with the account: without tax, or of a year not over yet."""
    told = (one.words & UNCLEAR for one in found if not one.ours and (one.words & NET or one.part_year))
    return frozenset().union(*told)


def _theirs_too(own: Mapping[Meaning, Score]) -> bool:
    """Whether a header speaks of the account's own money, as `Rent / month` does."""
    return own.get(Other.THEIR_MONEY, _NONE).header > SECOND


def _of_the_company(column: Column, own: Mapping[Meaning, Score]) -> bool:
    """Whether a column says how large the account is: its heads, or figures of its accounts."""
    return own.get(Other.HEAD_COUNT, _NONE).total > SIZED or bool(FINANCES & set(header_words(column.header.text)))


def _only_says_when(column: Column) -> bool:
    """Whether a header beside fees speaks of nothing but a time, as `Expected p.a.`, `Last yr` and `Next job` do."""
    said = set(header_words(column.header.text))
    return bool(said - WORK) and said <= WHEN | WORK and column.profile.money > SURELY_MONEY


def _with_fee(own: dict[Meaning, Score], by: float) -> dict[Meaning, Score]:
    score = own[Field.ANNUAL_FEE]
    return {**own, Field.ANNUAL_FEE: Score(min(0.97, max(0.0, score.total + by)), score.header, score.values)}


_NONE = Score(0.0, 0.0, 0.0)


def _money(column: Column, scores: Mapping[Meaning, Score]) -> _Money | None:
    score = scores.get(Field.ANNUAL_FEE)
    if score is None or column.profile.money < 0.4 or column.profile.years > MOSTLY:
        return None
    words = header_words(column.header.text) + header_words(column.above)
    factor = column.header.factor * column.header.per_year
    size = column.profile.median * factor
    return _Money(
        column.at,
        score.total,
        frozenset(words) | _fiscal(column.header.text),
        size,
        column.profile.filled,
        score.sure_phrase,
        year_of(column.header.text),
        bool(set(words) & PART_YEAR) or _UP_TO.search(column.header.text) is not None,
        bool(_WITH_TAX.search(column.header.text)),
    )


def year_of(text: str) -> int:
    """The year that a header names, 0 for none: 2025 for `FY25` and `Comm 25`; `CA N-1` is before `CA N`."""
    if relative := _RELATIVE_YEAR.search(text):
        return THIS_YEAR - int(relative[1] or 0)
    found = _ANY_YEAR.search(text)
    if found is not None:
        return int(found[1]) if found[1] else 2000 + int(found[2])
    short = _SHORT_YEAR.findall(text)
    return 2000 + int(short[-1]) if short else 0


def _fiscal(text: str) -> frozenset[str]:
    low = text.lower().replace("'", "")
    return frozenset(
        {"fiscal"} if "fy" in low or "12m" in low or "ytd" in low or _YEAR.search(low) or year_of(text) else ()
    )


def _weighed(one: _Money, own: dict[Meaning, Score], heads: bool, usual: float) -> dict[Meaning, Score]:
    score, theirs = own[Field.ANNUAL_FEE], own.get(Other.THEIR_MONEY, _NONE)
    fee, other = score.total, theirs.total
    if not one.ours:
        about_them = bool(one.words & THEIRS)
        other += 0.25 * (about_them and heads) + 0.15 * (one.size > LARGE) + 0.5 * (one.size > HUGE)
        other += 0.35 * bool(usual and one.size > TIMES_LARGER * usual)
        other += 0.4 * bool(usual and one.words & PASSED_ON)
        other += 0.2 * bool(usual and heads and one.words & UNCLEAR)
        other += 0.3 * bool(heads and one.words & OF_A_COMPANY)
        if one.words & UNCLEAR and not (about_them or heads) and one.size <= LARGE:
            fee += 0.15
            other -= 0.2
    elif one.size > HUGE:
        other += 0.5
    fee -= 0.1 * one.is_past + 0.1 * one.with_tax
    return {
        **own,
        Field.ANNUAL_FEE: Score(min(0.97, fee), score.header, score.values),
        Other.THEIR_MONEY: Score(max(0.0, min(0.97, other)), theirs.header, theirs.values),
    }


def fee_columns(
    columns: Sequence[Column], scores: Sequence[Mapping[Meaning, Score]], main: int | None, free: frozenset[int]
) -> FeeColumns:
    """What the fee's column says, and the column that stands beside it.

    Args:
        main: the column that was taken for the fee, or None.  free: columns that were taken for nothing.
    """
    found = [one for one in map(_money, columns, scores) if one is not None]
    best = next((one for one in found if one.at == main), None)
    others = [one for one in found if one.at in free]
    if best is None:
        theirs = [one for one in others if one.score > 0.4 and one.words & UNCLEAR]
        return FeeColumns(main=main, perhaps=theirs[0].at if theirs and main is None else None)
    best, others = _latest(best, others)
    least = best.size / TIMES_SMALLER
    fees = [one for one in others if one.score >= SECOND and one.size > least and not _theirs(one, scores)]
    second = _second(best, fees)
    unclear = (not best.ours and bool(best.words & UNCLEAR)) or best.score < 0.6
    years = tuple(one.at for one in fees if one.is_past and one.part_year and one.year >= best.year)
    before = tuple(one.at for one in fees if one.is_past and 0 < one.year < best.year)
    found_fees = FeeColumns(best.at, unclear=unclear, past=best.is_past, years=years, before=before)
    if second is None:
        return found_fees
    if not best.is_past and not best.expected:
        return replace(found_fees, fill=second.at)
    billed, expected = (best, second) if best.is_past else (second, best)
    forecast = bool(expected.words & FORECAST) and not expected.words & IF_ANY
    return replace(found_fees, billed=billed.at, expected=expected.at, forecast=forecast)


def without_weighted(fees: FeeColumns, columns: Sequence[Sequence[Any]], chance: int | None) -> FeeColumns:
    """The columns of fees without a second that is but the first times the chance, as CRMs' expected revenue is."""
    second = next((j for j in (fees.fill, fees.billed, fees.expected) if j not in (None, fees.main)), None)
    if second is None or chance is None or fees.main is None:
        return fees
    figures = [tuple(map(_figure, row)) for row in zip(*(columns[j] for j in (fees.main, second, chance)), strict=True)]
    known = [(whole, part, share) for whole, part, share in figures if whole and part is not None and share is not None]
    most = max((share for *_, share in known), default=0.0)
    by = 100.0 if most > 1.0 else 1.0
    alike = sum(abs(whole * share / by - part) <= CLOSE * abs(whole) for whole, part, share in known)
    uncertain = any(0.0 < share < by for *_, share in known)
    if len(known) < LEAST_WEIGHTED or alike < MOSTLY_WEIGHTED * len(known) or not uncertain:
        return fees
    return replace(fees, fill=None, billed=None, expected=None)


def _figure(cell: Any) -> float | None:
    if is_number(cell):
        return float(cell)
    try:
        return read_amount(cell, False).value if isinstance(cell, str) and cell.strip() else None
    except (Unreadable, ValueError):
        return None


def _latest(best: _Money, others: list[_Money]) -> tuple[_Money, list[_Money]]:
    """Of several columns that say the same of other years, the one of the last whole year."""
    alike = [one for one in (best, *others) if one.year and one.words == best.words and one.size and not one.part_year]
    last = max(alike, key=lambda one: one.year, default=best)
    if not best.year or last is best:
        return best, others
    return last, [one for one in (best, *others) if one is not last]


def _second(best: _Money, fees: Sequence[_Money]) -> _Money | None:
    """The fee that completes another: what could be earned beside what was billed, the latest year of several."""
    if best.is_past:
        later = [one for one in fees if one.year > best.year > 0]
        wanted = [one for one in fees if one.expected] or later or [one for one in fees if not one.is_past]
    elif best.expected:
        alike = [one for one in fees if not one.expected and (one.ours or one.words & best.words & UNCLEAR)]
        wanted = [one for one in fees if one.is_past] or alike
    else:
        wanted = [one for one in fees if one.is_past and one.ours] or [one for one in fees if one.expected]
    return max(wanted, key=lambda one: 0 if one.part_year else one.year) if wanted else None


def _theirs(one: _Money, scores: Sequence[Mapping[Meaning, Score]]) -> bool:
    return scores[one.at].get(Other.THEIR_MONEY, _NONE).total > one.score
