"""Whether a column of money is the fee or the account's own money.

A fee is what the account pays the firm in a year. What an account turns over, owns or spends is none. Where the header
alone cannot tell (`Revenue`, `Value`, `Amount`, `Worth`), the size of its numbers and the columns beside it are asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.detection.columns.scores.fee_shares import is_share_of_a_fee
from planner.detection.columns.scores.fee_words import (
    A_PERIOD,
    FINANCES,
    FORECAST,
    GROSS,
    NET,
    OF_A_COMPANY,
    PASSED_ON,
    RATES,
    SUM_OF,
    TAXES,
    THEIRS,
    TO_DATE,
    TOTAL,
    UNCLEAR,
    WHEN,
    WORK,
)
from planner.detection.columns.scores.money_columns import (
    MOSTLY,
    NO_SCORE,
    SURELY_MONEY,
    THIS_YEAR,
    MoneyColumn,
    money_column,
)
from planner.detection.columns.scores.score import Column, Score
from planner.detection.headers.field_words import Meaning, Other
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.word_lists import words

SOME, SECOND, SIZED = 0.45, 0.4, 0.6
PRESUPUESTO = frozenset({"presupuesto", "presupuestos", "presup"})
"""What the firm quoted, where it is the only money of a list of stages; else what an account may have to spend."""
YEARS_ON, MAXIMUM_YEAR = 2, 9999
"""Money of the year after one that was billed, or of the one after that, is what the firm expects to be paid."""
LARGE, HUGE = 5_000_000.0, 50_000_000.0
"""Median amounts from which money is hardly, and never, what a firm is paid."""
TIMES_LARGER = 12.0
"""Money so many times larger than a fee beside it is the account's own."""
AN_HOUR = RATES | words("hour hourly day daily session heure horaire journalier stunde tag hora dia uur dag ora giorno")
TIMES_AN_HOUR = 5.0
"""What is paid in a year is at least so many times the price of an hour or a day."""
LARGE_SUM = 100_000.0
"""A sum of so much, beside the part of it that is the fee, is not the fee."""
TIMES_A_FEE = 4.0
"""What may be of either side and is so many times larger than a fee beside it is hardly another fee (`Budget`)."""


def weigh_money(columns: Sequence[Column], scores: list[dict[Meaning, Score]]) -> list[dict[Meaning, Score]]:
    """The scores with those of fees and of the account's own money weighed against each other."""
    each = list(map(money_column, columns, scores))
    money = [one for one in each if one is not None]
    our_years = _years_of_ours(money)
    heads = any(
        _of_the_company(column, own) for column, own in zip(columns, scores, strict=True) if column.at not in our_years
    )
    fees = [one for one in money if one.ours and one.score > 0.6]
    usual = sorted(one.size for one in fees if one.size)[len(fees) // 2 : len(fees) // 2 + 1]
    groups = {column.above for column in columns if column.above and set(header_words(column.header.text)) & TOTAL}
    some_fee = any(one.score >= SOME for one in money)
    taxed = _taxed([set(header_words(column.header.text)) for column in columns])
    of_ours = _in_our_books(money)
    known = (one for one in money if (one.ours and one.score > 0.6) or one.words & of_ours)
    billed = max((one.year for one in known if one.is_past and not one.part_year), default=0) or MAXIMUM_YEAR
    staged = any(own.get(Field.STAGE, NO_SCORE).total > SIZED for own in scores)
    no_fees = _of_an_hour(money) | _shared(columns, money)
    alone, several_years = len(money) == 1, len({one.year for one in money if one.year}) > 1
    weighed = []
    for column, own, one in zip(columns, scores, each, strict=True):
        if one is None or one.at in no_fees:
            weighed.append(own if one is None else _with_fee(own, -1.0))
            continue
        weighed.append(_weighed(one, own, heads, usual[0] if usual else 0.0))
        said, header = set(header_words(column.header.text)), column.header
        if column.above in groups and one.ours:
            weighed[-1] = _with_fee(weighed[-1], 0.2 if said & TOTAL else -0.2)
        elif not one.ours and not one.words & of_ours and 0 <= one.year - billed <= YEARS_ON:
            weighed[-1] = _with_fee(weighed[-1], 0.3)
        elif not heads and THIS_YEAR - YEARS_ON <= one.year <= THIS_YEAR:
            weighed[-1] = _with_fee(weighed[-1], 0.35)  # of the firm's own years: `CA N-1`
        elif (not one.ours and not one.with_tax and one.words & of_ours) or (taxed and said & NET):
            weighed[-1] = _with_fee(weighed[-1], 0.35)
        elif (
            (header.per in A_PERIOD and column.profile.signed > MOSTLY) or (header.per and header.currency)
        ) and not _theirs_too(own):
            weighed[-1] = _with_fee(weighed[-1], 0.2)
        elif not one.ours and _only_says_when(column) and (some_fee or header.currency):
            weighed[-1] = _with_fee(weighed[-1], 0.4)
        if several_years and not one.year and one.words <= TOTAL:
            weighed[-1] = _with_fee(weighed[-1], -1.0)  # of all years together
        if alone and (said <= TOTAL or (not header.currency and _only_says_when(column))):
            weighed[-1] = _with_fee(weighed[-1], 0.25)
        if alone and said & PRESUPUESTO and staged:
            weighed[-1] = {**_with_fee(weighed[-1], 0.3), Other.THEIR_MONEY: NO_SCORE}
        if header.per == "year" and said & TOTAL:
            weighed[-1] = _with_fee(weighed[-1], 0.15)
    plans = (one if one is not None and _is_planned(one, billed, usual) else None for one in each)
    return [_with_plan(own) if plan is not None else own for own, plan in zip(weighed, plans, strict=True)]


def _with_plan(own: dict[Meaning, Score]) -> dict[Meaning, Score]:
    """The scores of a column of what the firm plans: at least a second fee, and never the account's own money."""
    score = own[Field.ANNUAL_FEE]
    if score.total >= max(SECOND, own.get(Other.THEIR_MONEY, NO_SCORE).total):
        return own
    return {**own, Field.ANNUAL_FEE: replace(score, total=max(SECOND, score.total)), Other.THEIR_MONEY: NO_SCORE}


def _is_planned(one: MoneyColumn, billed: int, usual: Sequence[float]) -> bool:
    """Whether money is what the firm plans for a year after one that it billed (`2026/27 budget`), as far as its size
    goes."""
    after = 0 < one.year - billed <= YEARS_ON and not one.part_year
    return after and one.of_a_plan and bool(usual) and one.size <= TIMES_A_FEE * usual[0]


def _of_an_hour(money: Sequence[MoneyColumn]) -> frozenset[int]:
    """The columns of what an hour or a day costs beside one of what the firm is paid in a year, which is the fee."""
    by_time = {one.at for one in money if one.words & AN_HOUR and not (one.every or one.year)}
    fees = [one.size for one in money if one.at not in by_time and (one.ours or one.is_past) and one.score >= SECOND]
    most = max(fees, default=0.0) / TIMES_AN_HOUR
    return frozenset(one.at for one in money if one.at in by_time and one.size <= most)


def _shared(columns: Sequence[Column], money: Sequence[MoneyColumn]) -> frozenset[int]:
    """The columns of large sums that a fee is a part of (`Asking price` beside `Fee %`), where none says the fee."""
    said = any((one.ours or one.is_past) and one.score >= SECOND for one in money)
    if said or not any(map(is_share_of_a_fee, columns)):
        return frozenset()
    return frozenset(one.at for one in money if one.size >= LARGE_SUM and not (one.expected or one.without_tax))


def _taxed(said: Sequence[set[str]]) -> bool:
    """Whether headers name a tax, or what a document comes to with it and without."""
    sums = [words for words in said if words and words <= NET | GROSS | SUM_OF]
    beside = any(GROSS & one or one <= TOTAL for one in sums) and any(NET & one for one in sums)
    return beside or any(TAXES & words for words in said)


def _in_our_books(found: Sequence[MoneyColumn]) -> frozenset[str]:
    """Words for turnover that are said of the firm's own with the account: without tax, of a year that is not over yet,
    or forecast for a year."""
    told = (
        one.words & UNCLEAR
        for one in found
        if not one.ours
        and (one.words & NET or one.without_tax or one.part_year or (one.year and one.words & FORECAST - TO_DATE))
    )
    return frozenset().union(*told)


def _years_of_ours(found: Sequence[MoneyColumn]) -> frozenset[int]:
    """The columns of money of this year and of years before it side by side, which only the firm's own books know of
    every client (`Turnover 12m`, `Turnover prev 12m`)."""
    years = [one for one in found if THIS_YEAR - YEARS_ON <= one.year <= THIS_YEAR]
    return frozenset(one.at for one in years) if len({one.year for one in years}) > 1 else frozenset()


def _theirs_too(own: Mapping[Meaning, Score]) -> bool:
    """Whether a header speaks of the account's own money, as `Rent / month` does."""
    return own.get(Other.THEIR_MONEY, NO_SCORE).header > SECOND


def _of_the_company(column: Column, own: Mapping[Meaning, Score]) -> bool:
    """Whether a column says how large the account is: its heads, or figures of its accounts."""
    return own.get(Other.HEAD_COUNT, NO_SCORE).total > SIZED or bool(FINANCES & set(header_words(column.header.text)))


def _only_says_when(column: Column) -> bool:
    """Whether a header beside fees speaks of nothing but a time, as `Expected p.a.`, `Last yr` and `Next job` do."""
    said = {word for word in header_words(column.header.text) if word not in MONTHS}
    return bool(said - WORK) and said <= WHEN | WORK and column.profile.money > SURELY_MONEY


def _with_fee(own: dict[Meaning, Score], by: float) -> dict[Meaning, Score]:
    score = own[Field.ANNUAL_FEE]
    return {**own, Field.ANNUAL_FEE: Score(min(0.97, max(0.0, score.total + by)), score.header, score.values)}


def _weighed(one: MoneyColumn, own: dict[Meaning, Score], heads: bool, usual: float) -> dict[Meaning, Score]:
    score, theirs = own[Field.ANNUAL_FEE], own.get(Other.THEIR_MONEY, NO_SCORE)
    fee, other = score.total, theirs.total
    if not one.ours:
        about_them = bool(one.words & THEIRS)
        other += 0.25 * (about_them and heads) + 0.15 * (one.size > LARGE) + 0.5 * (one.size > HUGE)
        other += 0.35 * bool(usual and one.size > TIMES_LARGER * usual)
        other += 0.4 * bool(usual and one.words & PASSED_ON)
        other += 0.2 * bool(usual and heads and one.words & UNCLEAR)
        other += 0.3 * bool(heads and one.words & OF_A_COMPANY)
        beyond = bool(usual and one.size > TIMES_A_FEE * usual) and not one.expected
        if one.words & UNCLEAR and not (about_them or heads or beyond) and one.size <= LARGE:
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
