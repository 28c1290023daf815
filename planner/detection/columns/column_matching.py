"""Headers and values → fields: the assignment of columns to fields that fits best as a whole.

A mapping given by the user wins. A column is *sure* or *likely* to be its field, or only *possible*: then it is not
used, but asked about. What fits nothing is kept under its own header.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from planner.detection.columns.candidates import alternatives_of, candidates_of, choose, filled, possible_columns
from planner.detection.columns.fee_columns import (
    FeeColumns,
    fee_columns,
    surer_beside_weighted,
    with_months_of_the_year,
    with_work,
    without_weighted,
)
from planner.detection.columns.fees.parts_of_fees import part_of_this_year, part_told
from planner.detection.columns.fees.past_fees import fees_of_the_past, of_the_next_job
from planner.detection.columns.given_mapping import read_mapping
from planner.detection.columns.mapped import Mapped
from planner.detection.columns.scores.column_plausibility import SAMPLE
from planner.detection.columns.scores.column_profile import profile, without_header
from planner.detection.columns.scores.field_scores import score_columns
from planner.detection.columns.scores.money_columns import SURELY_MONEY, is_part_year, year_of
from planner.detection.columns.scores.money_scores import weigh_money
from planner.detection.columns.scores.score import Column, Score
from planner.detection.columns.scores.value_evidence import LARGE_NUMBER, Around
from planner.detection.columns.scores.works_beside_accounts import with_works_as_deals
from planner.detection.columns.second_columns import Candidate, complete, notes_on_choices
from planner.detection.columns.special_columns import special_columns
from planner.detection.headers.field_words import Meaning
from planner.detection.headers.header_words import named_by_program
from planner.detection.headers.periods import bare_years, quarters_of_a_total, totals_of_periods
from planner.detection.table import letter
from planner.fields import Field
from planner.parsing.header_text import Header, read_header
from planner.parsing.standing.churn import churn_words
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.vocabulary import Level

SURE = 0.78
GIVE_WAY = frozenset(
    {Field.CHAMPION, Field.ECONOMIC_BUYER, Field.ALTERNATIVE, Field.LEAD_SOURCE, Field.INDUSTRY, Field.SERVICE}
)
"""Fields of names which a list can do without: their column is the account's where nothing else is."""
TO_COME = "future"
"""What money of a year to come, or of the next work, is, whatever its header says beside the year (`Prev. '27`)."""
FORECAST = "expected fee"
BILLED = "billed"
"""What stands under months or quarters with a total of them, as bookkeeping programs report it."""
WIDE, SAMPLE_OF_WIDE = 500, 12
"""Of a table with more columns fewer cells of each are looked at."""


def map_columns(
    headers: Sequence[str],
    columns: Sequence[Sequence[Any]],
    mapping: Mapping[str, str] | None = None,
    *,
    sheet: str = "",
    criteria: Sequence[str] = (),
    above: Sequence[str] = (),
    around: Around | None = None,
    barred: frozenset[tuple[Field, int]] = frozenset(),
) -> Mapped:
    """Give each field its column.

    Args:
        headers, columns: one a column; `columns[j]` are the cells under `headers[j]`.
        mapping: field name → their header or column letter, as the user wants it; "-" for no column at all.
        criteria: names of the best-fit criteria that the `Fit` sheet lists.
        above: title of the group that each column stands in, "" for none.
        around: what else the sheet says.
        barred: fields that a column is not, as the user said.

    Raises:
        SettingError: when the mapping names a field or a header that there is not.
    """
    wanted = read_mapping(mapping or {}, headers)
    fit, raters = special_columns(headers, criteria, frozenset(wanted.values()))
    taken = {column for column in wanted.values() if column is not None} | set(fit.values()) | set(raters.values())
    around = around or Around()
    said = ["" if named_by_program(text) else text for text in headers]
    described = _described(said, columns, above, around)
    past = fees_of_the_past(described, columns, around.past_fees)
    described = [_titled(one, BILLED) if one.at in past else one for one in described]
    scores = weigh_money(described, with_works_as_deals(described, score_columns(described, around)))
    barred |= _of_churn(headers, described)
    candidates = candidates_of(scores, said, columns, taken, frozenset(wanted), barred)
    chosen = choose(candidates, Field.ACCOUNT in wanted, scores)
    parts = [column.header for column in described]
    fills = complete(chosen, candidates, parts, columns, taken)
    taken |= {candidate.column for candidate in chosen.values()}
    found = {name: column for name, column in wanted.items() if column is not None}
    found |= {name: candidate.column for name, candidate in chosen.items()}
    free = frozenset(range(len(headers))) - taken
    whole = free - quarters_of_a_total(said)
    fees = fee_columns(described, scores, found.get(Field.ANNUAL_FEE), whole, around.today)
    fees = with_months_of_the_year(fees, described, columns, free) if Field.ANNUAL_FEE in chosen else fees
    of_part: list[Issue] = []
    if Field.ANNUAL_FEE in chosen:
        fees, of_part = _in_this_year(fees, headers, described, columns, whole, around, sheet)
    if fees.main is not None and Field.ANNUAL_FEE in chosen and fees.main != found[Field.ANNUAL_FEE]:
        taken -= {found[Field.ANNUAL_FEE]}
        found[Field.ANNUAL_FEE] = fees.main
    fees = without_weighted(fees, columns, found.get(Field.PROBABILITY))
    fees = surer_beside_weighted(fees, columns, found.get(Field.PROBABILITY), set(range(len(headers))) - taken)
    fees = with_work(fees, described, columns, set(range(len(headers))) - taken)
    taken |= fees.all
    fees = dataclasses.replace(fees, paid=bool(past & {fees.main, fees.billed}))
    unmapped = tuple(j for j, text in enumerate(headers) if j not in taken and (text or filled(columns[j])))
    others = frozenset(unmapped) - {*fees.before, fees.weighted}
    matches = _matches(found, chosen, headers, fees)
    return Mapped(
        columns={name: found[name] for name in matches},
        matches=matches,
        fit=fit,
        raters=raters,
        unmapped=unmapped,
        likely=frozenset(name for name, candidate in chosen.items() if not candidate.sure),
        issues=(*notes_on_choices(candidates, found, headers, others, sheet, fills), *of_part),
        fills=fills,
        possible=possible_columns(scores, found, frozenset(unmapped), frozenset(wanted), barred, fees),
        alternatives=alternatives_of(candidates),
        fees=fees,
        readings=_with_units_of_groups(described, {*found.values(), *fees.all}),
        given=frozenset(wanted),
        name_like=_name_like(described, scores, found),
    )


def _in_this_year(
    fees: FeeColumns,
    headers: Sequence[str],
    described: Sequence[Column],
    columns: Sequence[Sequence[Any]],
    free: frozenset[int],
    around: Around,
    sheet: str,
) -> tuple[FeeColumns, list[Issue]]:
    """The columns of fees with the part of a whole fee that falls in this year before the whole, and a note on that."""
    if fees.main is None:
        return fees, []
    beside = sorted((free | fees.all) - {fees.main})
    part = part_of_this_year(fees.main, described, columns, beside, around.today)
    if part is None:
        return fees, []
    note = part_told(headers[fees.main], headers[part], sheet, letter(part))
    return FeeColumns(part, further=fees.main, unclear=fees.unclear), [note]


def _matches(
    found: Mapping[Field, int], chosen: Mapping[Field, Candidate], headers: Sequence[str], fees: FeeColumns
) -> dict[Field, ColumnMatch]:
    """The column of each field as it is told, in the order of the sheet."""
    return {
        name: ColumnMatch(
            headers[column],
            letter(column),
            chosen[name].score if name in chosen else 1.0,
            level=_level(name, chosen, fees),
        )
        for name, column in sorted(found.items(), key=lambda item: item[1])
    }


def _described(
    headers: Sequence[str], columns: Sequence[Sequence[Any]], above: Sequence[str], around: Around
) -> list[Column]:
    columns = [without_header(cells, text) for cells, text in zip(columns, headers, strict=True)]
    titles = list(above) or [""] * len(headers)
    for j in totals_of_periods(headers):
        titles[j] = titles[j] or (BILLED if profile(columns[j]).median >= LARGE_NUMBER else "")
    for j, ahead in bare_years(headers).items():
        look = profile(columns[j])
        large = look.median >= LARGE_NUMBER or around.in_thousands
        titles[j] = titles[j] or ((FORECAST if ahead else BILLED) if look.money > SURELY_MONEY and large else "")
    for j, text in enumerate(headers):
        if year_of(text) > around.today.year and not is_part_year(text) and profile(columns[j]).money > SURELY_MONEY:
            titles[j] = titles[j] or TO_COME
    most = SAMPLE if len(headers) <= WIDE else SAMPLE_OF_WIDE
    described = [
        Column(
            j,
            _in_currency(read_header(text), around.currencies.get(j, "")),
            titles[j] if titles[j] != text else "",
            profile(columns[j], most, around.meanings),
        )
        for j, text in enumerate(headers)
    ]
    of_next = of_the_next_job(described)
    return [_titled(one, TO_COME) if one.at in of_next else one for one in described]


def _titled(column: Column, title: str) -> Column:
    """A column that stands in a group with a title, unless it has one."""
    return dataclasses.replace(column, above=column.above or title)


def _of_churn(headers: Sequence[str], described: Sequence[Column]) -> frozenset[tuple[Field, int]]:
    """What columns are not that say how likely clients are to leave: their `High` is no chance of a sale."""
    churn = [column.at for column in described if churn_words(headers[column.at], column.profile.texts)]
    return frozenset((name, j) for j in churn for name in (Field.STAGE, Field.STATUS, Field.PROBABILITY))


def _in_currency(header: Header, sign: str) -> Header:
    """A header with the currency of its cells' formats where it names none itself."""
    return dataclasses.replace(header, currency=sign) if sign and not header.currency else header


def _level(name: Field, chosen: Mapping[Field, Candidate], fees: FeeColumns) -> Level:
    if name not in chosen:
        return Level.SURE
    if name is Field.ANNUAL_FEE and (fees.unclear or fees.past):
        return Level.LIKELY
    return Level.SURE if chosen[name].score >= SURE else Level.LIKELY


def _with_units_of_groups(described: Sequence[Column], found: Collection[int]) -> dict[int, Header]:
    """Headers with the unit and currency that the title of their group names (`Fees (£k)` over `2026`)."""
    readings: dict[int, Header] = {}
    for j in found:
        column = described[j]
        group = read_header(column.above) if column.above else None
        if group is None or all(
            getattr(group, part) == getattr(column.header, part) for part in ("factor", "currency", "per")
        ):
            continue
        factor = column.header.factor if column.header.factor != 1.0 else group.factor
        currency = column.header.currency or group.currency
        readings[j] = dataclasses.replace(
            column.header, factor=factor, currency=currency, per=column.header.per or group.per
        )
    return readings


def _name_like(
    described: Sequence[Column], scores: Sequence[Mapping[Meaning, Score]], found: Mapping[Field, int]
) -> tuple[int, ...]:
    """The columns whose values read like names of accounts, the likeliest first."""
    kept = {Field.ACCOUNT, Field.DEAL} if Field.ACCOUNT in found else {Field.DEAL, *GIVE_WAY}
    taken = {j for name, j in found.items() if name not in kept}
    ranked = [
        (_name_score(column, scores[column.at]), -column.at)
        for column in described
        if column.at not in taken and column.profile.size and column.profile.text > 0.5
    ]
    return tuple(-at for score, at in sorted(ranked, reverse=True) if score > 0)


def _name_score(column: Column, scores: Mapping[Meaning, Score]) -> float:
    """How much a column looks like one of names, 0 to 1."""
    look = column.profile
    if look.sentences > 0.5 or look.ticks > 0.5 or look.codes > 0.7 or Field.EMAIL in scores or Field.DOMAIN in scores:
        return 0.0
    said = scores[Field.ACCOUNT].total if Field.ACCOUNT in scores else 0.0
    other = max((s.total for meaning, s in scores.items() if meaning is not Field.ACCOUNT), default=0.0)
    return max(0.0, 0.5 * look.names + 0.3 * look.different + 0.5 * said - 0.4 * other)
