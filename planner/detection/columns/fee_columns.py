"""Which of two fees is the past and which the expected, which of several years counts, and which only repeats another.

Where the header alone cannot tell (`Revenue`, `Value`, `Amount`, `Worth`), the user is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from planner.detection.columns.fees.years_of_fees import latest, planned_now, whole_year, year_before
from planner.detection.columns.scores.fee_words import (
    FORECAST,
    IF_ANY,
    LEFT,
    NET,
    ONE_OFF,
    OURS,
    RATES,
    SET_UP,
    TAXES,
    TOTAL,
    UNCLEAR,
    WORK,
)
from planner.detection.columns.scores.money_columns import (
    MOSTLY,
    NO_SCORE,
    SURELY_MONEY,
    MoneyColumn,
    is_ahead,
    is_running,
    money_column,
)
from planner.detection.columns.scores.money_scores import SECOND
from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning, Other
from planner.detection.headers.header_words import header_words
from planner.detection.headers.work_words import JOBS
from planner.parsing.cell_values import as_cells
from planner.parsing.money.money import amount_in
from planner.parsing.word_lists import words

MOST_JOBS: Final = 200
"""Plain figures under a word for several jobs that are smaller than this count them."""
LEAST_GAPS, MOST_BOTH = 2, 1 / 3
"""Money of single jobs stands where the fee is empty, this often at least, and beside it in no more of its rows."""
MOST_BOTH_BY_MONTH = 2 / 3
"""Beside what is paid every month it may stand more often: nobody pays the price of a whole work by the month."""
EXTRA: Final = WORK | ONE_OFF | words("work extra extras other adhoc hoc ad fees fee income billed one off year")
"""Words of headers of money for single jobs beside a fee, and of nothing else."""
EVERY: Final = 0.3
"""What is paid every month stands before what is paid once, however little else its header says."""
AMOUNTS: Final = UNCLEAR - words("budget size potential spend work")
WITHOUT: Final = words("zzgl exkl excluding escl plus ohne hors taxes taxe sans sin senza sem htva ust st de")
"""What may stand in a header of amounts to which a tax is added, beside the word for the tax."""
LEAST_WEIGHTED, MOSTLY_WEIGHTED, CLOSE = 3, 0.9, 0.01
_CENTS = re.compile(r",\d\d?(?:\D{0,4})$")
"""Cents behind a comma, which no figure of thousands has (`85,00 €`)."""
LOOKED_AT, LEAST_MONTHS = 400, 2
"""So many rows at most, and at least, show whether one fee is another of a shorter time."""
HARDLY_MONEY = 0.5
TIMES_SMALLER = 1_000.0
"""Figures so many times smaller than a fee beside them, such as a growth potential from 0 to 5, are no money."""


@dataclass(frozen=True)
class FeeColumns:
    """The columns of fees.

    Attributes:
        main: the fee's column, or None.
        billed, expected: where there are two, the one of past billing and the one of what could be earned.
        fill: a column of the past that counts where the fee of `main` is empty.
        further: a third column of fees, agreed, offered or of a year ahead, that counts where the others are empty.
        unclear: whether the header of `main` may mean something else.
        past: whether `main` says what was billed in the past.
        paid: whether `main` says it though its header does not.
        forecast: whether `expected` says what is expected to be paid, not only what could be.
        perhaps: a column that may be the fee but is more likely the account's own money.
        years: columns of what was billed in a year that is not over yet.
        before: columns of what was billed in years before that of the fee.
        weighted: a column that is but the fee times the chance, and is read for nothing.
    """

    main: int | None = None
    billed: int | None = None
    expected: int | None = None
    fill: int | None = None
    further: int | None = None
    unclear: bool = False
    past: bool = False
    paid: bool = False
    forecast: bool = False
    perhaps: int | None = None
    years: tuple[int, ...] = ()
    before: tuple[int, ...] = ()
    weighted: int | None = None

    @property
    def all(self) -> frozenset[int]:
        """Every column that a fee is read from."""
        columns = (self.main, self.billed, self.expected, self.fill, self.further)
        return frozenset(j for j in columns if j is not None)


def fee_columns(
    columns: Sequence[Column],
    scores: Sequence[Mapping[Meaning, Score]],
    main: int | None,
    free: frozenset[int],
    today: dt.date,
) -> FeeColumns:
    """What the fee's column says, and the column that stands beside it.

    Args:
        main: the column that was taken for the fee, or None.  free: columns that were taken for nothing.
        today: tells the year that runs from those ahead, which are but plans.
    """
    found = [one for one in map(money_column, columns, scores) if one is not None]
    best = next((one for one in found if one.at == main), None)
    others = [one for one in found if one.at in free]
    if best is None:
        theirs = [one for one in others if one.score > 0.4 and one.words & UNCLEAR]
        return FeeColumns(main=main, perhaps=theirs[0].at if theirs and main is None else None)
    texts = {column.at: column.header.text for column in columns}
    runs, is_plan = ({j for j, text in texts.items() if test(text, today)} for test in (is_running, is_ahead))
    best, others = planned_now(*whole_year(*latest(*_recurring(best, others))), runs, is_plan)
    least = best.size / TIMES_SMALLER
    fees = [
        one
        for one in others
        if one.score >= SECOND and one.size > least and not _theirs(one, scores) and not one.words & RATES
    ]
    second = _second(best, fees, runs, is_plan)
    unclear = (not best.ours and bool(best.words & UNCLEAR) and not _invoiced(best)) or best.score < 0.6
    years = tuple(one.at for one in fees if one.is_past and one.part_year and one.year >= best.year)
    base = second if second is not None and second.year and not best.year else best
    before = tuple(one.at for one in fees if (one.is_past or one.words == base.words) and 0 < one.year < base.year)
    found_fees = FeeColumns(best.at, unclear=unclear, past=best.is_past, years=years, before=before)
    if second is None:
        return replace(found_fees, fill=year_before(best, fees)) if best.is_past else found_fees
    ours = [one for one in others if not _theirs(one, scores)]
    last = max(best.year, second.year)
    planned = [one for one in others if (one.ours or one in fees) and one.expected and one.year > last > 0]
    ahead = [one.at for one in sorted(planned, key=lambda one: one.year) if one is not second]
    third = _third(second, fees, ours)
    found_fees = replace(found_fees, further=third if third is not None else next(iter(ahead), None))
    if not best.is_past and not best.expected:
        return replace(found_fees, fill=second.at)
    billed, expected = (best, second) if best.is_past else (second, best)
    forecast = (expected.of_a_plan or bool(expected.words & FORECAST - {"budget"})) and not expected.words & (
        IF_ANY | LEFT
    )
    return replace(found_fees, billed=billed.at, expected=expected.at, forecast=forecast)


def with_work(
    fees: FeeColumns, described: Sequence[Column], columns: Sequence[Sequence[Any]], free: Iterable[int]
) -> FeeColumns:
    """The columns of fees with one of the money of single jobs (`Project €` beside `Fee pm €`), or of every month
    beside single jobs, read where the others are empty. A column of what the work itself costs stands beside fees, not
    in their place."""
    if fees.main is None or fees.further is not None:
        return fees
    paid = {i for j in fees.all for i, said in enumerate(as_cells(columns[j]).said) if said}
    for j in sorted(free):
        words, a_year = set(header_words(described[j].header.text)), described[j].header.per_year
        of_jobs = bool(words & (WORK | ONE_OFF)) or a_year > 1.0
        if not of_jobs or words & RATES or described[j].profile.money < SURELY_MONEY or _counts(described[j], words):
            continue
        rows = {i for i, said in enumerate(as_cells(columns[j]).said) if said}
        once = bool(words & ONE_OFF)
        ours = (once and bool(words & OURS)) or (words <= EXTRA and _size(described[j]) < _size(described[fees.main]))
        most = len(rows) * (MOST_BOTH_BY_MONTH if described[fees.main].header.per_year > a_year else MOST_BOTH)
        apart = len(rows & paid) <= most or ours
        if len(rows - paid) >= (1 if once or ours else LEAST_GAPS) and apart:
            return replace(fees, further=j)
    return fees


def _size(column: Column) -> float:
    """Median of a column's amounts, a year."""
    return column.profile.median * column.header.factor * column.header.per_year


def _counts(column: Column, words: set[str]) -> bool:
    """Whether a column says how many jobs there were (`Jobs 2026`: 22, 14), and nothing of their money."""
    look = column.profile
    return bool(words & JOBS) and not column.header.currency and not look.signed and look.median < MOST_JOBS


def _invoiced(one: MoneyColumn) -> bool:
    """Whether a header says nothing but an amount to which a tax is added (`Volumen zzgl. USt`, `Monto s/IVA`)."""
    return one.without_tax and one.words <= AMOUNTS | NET | TAXES | TOTAL | WITHOUT


def without_weighted(fees: FeeColumns, columns: Sequence[Sequence[Any]], chance: int | None) -> FeeColumns:
    """The columns of fees without a second that is but the first times the chance, as CRMs' expected revenue is."""
    second = next((j for j in (fees.fill, fees.billed, fees.expected) if j not in (None, fees.main)), None)
    if second is None or chance is None or fees.main is None:
        return fees
    if not _is_weighted(*(columns[j] for j in (fees.main, second, chance))):
        return fees
    return replace(fees, fill=None, billed=None, expected=None, further=None, weighted=second)


def surer_beside_weighted(
    fees: FeeColumns, columns: Sequence[Sequence[Any]], chance: int | None, free: Iterable[int]
) -> FeeColumns:
    """The columns of fees, the fee no longer unclear where a free column is its value times the chance of the deal."""
    if fees.main is None or chance is None or not fees.unclear or fees.past:
        return fees
    beside = next((j for j in free if _is_weighted(columns[fees.main], columns[j], columns[chance])), None)
    return fees if beside is None else replace(fees, unclear=False, weighted=beside)


def with_months_of_the_year(
    fees: FeeColumns, parts: Sequence[Column], columns: Sequence[Sequence[Any]], free: frozenset[int]
) -> FeeColumns:
    """The columns of fees where one a month, times twelve, is another: that is the fee a year, the first fills gaps.

    Args:
        columns: their cells.  free: columns that were taken for nothing.
    """
    if fees.main is None or fees.fill not in {None, fees.main}:
        return fees
    times = {j: parts[j].header.per_year for j in sorted({*fees.all, *fees.before, *free})}
    months = [j for j, number in times.items() if number > 1 and parts[j].profile.money > MOSTLY]
    years = [j for j, number in times.items() if number == 1 and parts[j].profile.money > HARDLY_MONEY]
    known = [(m, y) for m in months for y in years if _times(columns, m, y, times[m])]
    pair = next((pair for pair in known if fees.main in pair), None)
    if pair is None:
        whole = next((y for m, y in known if m == fees.expected and y in fees.before), None)
        return fees if whole is None else replace(fees, main=whole, billed=whole, years=(*fees.years, fees.main))
    month, year = pair
    if year == fees.main:
        return replace(fees, fill=month, unclear=False)
    return FeeColumns(year, fill=month, years=fees.years, before=fees.before)


def _times(columns: Sequence[Sequence[Any]], month: int, year: int, times: float) -> bool:
    """Whether in most rows that say both the figure of a year is so many times that of a month."""
    comma = any(map(_CENTS.search, (*as_cells(columns[month]).texts, *as_cells(columns[year]).texts)))
    looked_at = (map(partial(amount_in, decimal_comma=comma), columns[j][:LOOKED_AT]) for j in (month, year))
    figures = zip(*looked_at, strict=True)
    known = [(part, whole) for part, whole in figures if part and whole]
    alike = sum(abs(part * times - whole) <= CLOSE * abs(whole) for part, whole in known)
    return len(known) >= LEAST_MONTHS and alike >= MOSTLY * len(known)


def _is_weighted(fee: Sequence[Any], part: Sequence[Any], chance: Sequence[Any]) -> bool:
    """Whether the figures of a column are those of another times the chances beside them."""
    figures = [tuple(map(amount_in, row)) for row in zip(fee, part, chance, strict=True)]
    known = [(whole, part, share) for whole, part, share in figures if whole and part is not None and share is not None]
    most = max((share for *_, share in known), default=0.0)
    by = 100.0 if most > 1.0 else 1.0
    alike = sum(abs(whole * share / by - part) <= CLOSE * abs(whole) for whole, part, share in known)
    uncertain = any(0.0 < share < by for *_, share in known)
    return len(known) >= LEAST_WEIGHTED and alike >= MOSTLY_WEIGHTED * len(known) and uncertain


def _recurring(best: MoneyColumn, others: list[MoneyColumn]) -> tuple[MoneyColumn, list[MoneyColumn]]:
    """The fee of every month or year before one that is paid once (`Quoted €/month`, `Set up fee`), which is none."""
    every = [one for one in others if not _paid_once(one)]
    if not _paid_once(best):
        return best, every
    likely = (one for one in every if (one.ours or one.expected) and one.score >= SECOND)
    first = next(likely, None) or next((one for one in every if one.every and one.score >= EVERY), None)
    return (best, others) if first is None else (first, [one for one in every if one is not first])


def _paid_once(one: MoneyColumn) -> bool:
    return bool(one.words & ONE_OFF) or one.words >= SET_UP


def _second(
    best: MoneyColumn, fees: Sequence[MoneyColumn], runs: Collection[int], is_plan: Collection[int]
) -> MoneyColumn | None:
    """The fee that completes another: what could be earned beside what was billed, the year that runs of several, else
    the latest of those before and the first of those ahead."""
    if best.is_past:
        later = [one for one in fees if one.year > best.year > 0]
        wanted = [one for one in fees if one.expected] or later or [one for one in fees if not one.is_past]
    elif best.expected:
        alike = [one for one in fees if not one.expected and (one.ours or one.words & best.words & UNCLEAR)]
        wanted = [one for one in fees if one.is_past] or alike
    else:
        wanted = [one for one in fees if one.is_past and (one.ours or one.only_when)] or [
            one for one in fees if one.expected
        ]

    def nearest(one: MoneyColumn) -> tuple[bool, int]:
        year = 0 if one.part_year else -one.year if one.at in is_plan and best.is_past else one.year
        return one.at in runs and one.expected, year

    return max(wanted, key=nearest) if wanted else None


def _third(second: MoneyColumn, fees: Sequence[MoneyColumn], others: Sequence[MoneyColumn]) -> int | None:
    """A third column of fees, of no year: what was offered, or the firm's own however few are written there."""
    agreed = [one for one in others if one.ours and not one.is_past and not one.words & RATES]
    wanted = [one for one in (*fees, *agreed) if (one.expected or one.ours) and not one.year and one is not second]
    return wanted[0].at if wanted else None


def _theirs(one: MoneyColumn, scores: Sequence[Mapping[Meaning, Score]]) -> bool:
    return scores[one.at].get(Other.THEIR_MONEY, NO_SCORE).total > one.score
