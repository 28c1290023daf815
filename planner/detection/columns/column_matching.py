"""Headers and values → fields: the assignment of columns to fields that fits best as a whole.

A mapping given by the user wins. A column is *sure* or *likely* to be its field, or only *possible*: then it is not
used, but asked about. What fits nothing is kept under its own header.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from planner.detection.columns.assignment import best_assignment
from planner.detection.columns.fee_columns import (
    SURELY_MONEY,
    FeeColumns,
    fee_columns,
    weigh_money,
    without_weighted,
    year_of,
)
from planner.detection.columns.given_mapping import read_mapping
from planner.detection.columns.scores.column_plausibility import SAMPLE
from planner.detection.columns.scores.column_profile import profile
from planner.detection.columns.scores.field_scores import score_columns
from planner.detection.columns.scores.score import Column, Score, best_other, fields_of
from planner.detection.columns.scores.value_evidence import LARGE_NUMBER, Around
from planner.detection.columns.second_columns import Candidate, complete, notes_on_choices
from planner.detection.columns.special_columns import special_columns
from planner.detection.headers.field_words import Meaning
from planner.detection.headers.header_words import named_by_program
from planner.detection.headers.periods import bare_years, totals_of_periods
from planner.detection.table import letter
from planner.fields import Field
from planner.goods import Good
from planner.parsing.cell_values import as_cells
from planner.parsing.header_text import Header, read_header
from planner.records.findings import ColumnMatch
from planner.records.issues import Issue
from planner.vocabulary import Level

SURE = 0.78
LIKELY = 0.5
"""A column is taken for a field from this score on."""
HEADERLESS = 0.25
"""Without a header, values alone decide from here on."""
POSSIBLE = 0.4
"""From this score on it is asked about."""
GUESSED = 0.4
"""How sure a column is that stands for the account's name for want of a better one."""
LIKELY_PHRASE = 0.7
"""From here on a header is a known phrase, though it may mean something else."""
GIVE_WAY = frozenset(
    {Field.CHAMPION, Field.ECONOMIC_BUYER, Field.ALTERNATIVE, Field.LEAD_SOURCE, Field.INDUSTRY, Field.SERVICE}
)
"""Fields of names which a list can do without: their column is the account's where nothing else is."""
TO_COME = "future"
"""What money of a year to come is, whatever its header says beside the year (`Prev. '27`)."""
BILLED = "billed"
"""What stands under months or quarters with a total of them, as bookkeeping programs report it."""
WIDE, SAMPLE_OF_WIDE = 500, 12
"""Of a table with more columns fewer cells of each are looked at."""


@dataclass(frozen=True)
class Mapped:
    """Which column of the table each field is read from (index from 0), and what became of the rest.

    Attributes:
        fit: column of each best-fit criterion.  raters: column of each rater's rating, by name and good.
        likely: fields whose header could mean something else ("Amount").
        fills: a second column that is read where the first is empty.
        possible: columns that may be a field but are not read as one, by field.
        alternatives: fields that each column could be, the likeliest first.
        fees: what is known of the columns of fees.
        readings: headers that are to be read as saying something else than they do, by column.
        given: fields whose column the user named.
        name_like: columns that could hold the names of the accounts, the likeliest first.
    """

    columns: Mapping[Field, int]
    matches: Mapping[Field, ColumnMatch]
    fit: Mapping[str, int]
    raters: Mapping[tuple[str, Good], int]
    unmapped: tuple[int, ...]
    likely: frozenset[Field] = frozenset()
    issues: tuple[Issue, ...] = field(default=())
    fills: Mapping[Field, int] = field(default_factory=dict)
    possible: Mapping[Field, int] = field(default_factory=dict)
    alternatives: Mapping[int, tuple[Field, ...]] = field(default_factory=dict)
    fees: FeeColumns = field(default_factory=FeeColumns)
    readings: Mapping[int, Header] = field(default_factory=dict)
    given: frozenset[Field] = frozenset()
    name_like: tuple[int, ...] = ()

    def without(self, name: Field) -> Mapped:
        """The columns without that of a field, which is read as nothing then."""
        return dataclasses.replace(
            self,
            columns={field: j for field, j in self.columns.items() if field is not name},
            matches={field: match for field, match in self.matches.items() if field is not name},
            unmapped=tuple(sorted({*self.unmapped, self.columns[name]})),
        )


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
    scores = weigh_money(described, [dict(own) for own in score_columns(described, around)])
    candidates = _candidates(scores, said, columns, taken, frozenset(wanted), barred)
    chosen = _choose(candidates, Field.ACCOUNT in wanted, scores)
    parts = [column.header for column in described]
    fills = complete(chosen, candidates, parts, columns, taken)
    taken |= {candidate.column for candidate in chosen.values()}
    found = {name: column for name, column in wanted.items() if column is not None}
    found |= {name: candidate.column for name, candidate in chosen.items()}
    fees = fee_columns(described, scores, found.get(Field.ANNUAL_FEE), frozenset(range(len(headers))) - taken)
    if fees.main is not None and Field.ANNUAL_FEE in chosen and fees.main != found[Field.ANNUAL_FEE]:
        taken -= {found[Field.ANNUAL_FEE]}
        found[Field.ANNUAL_FEE] = fees.main
    fees = without_weighted(fees, columns, found.get(Field.PROBABILITY))
    taken |= fees.all
    unmapped = tuple(j for j, text in enumerate(headers) if j not in taken and (text or _filled(columns[j])))
    matches = {
        name: ColumnMatch(
            headers[column],
            letter(column),
            chosen[name].score if name in chosen else 1.0,
            level=_level(name, chosen, fees),
        )
        for name, column in sorted(found.items(), key=lambda item: item[1])
    }
    return Mapped(
        columns={name: found[name] for name in matches},
        matches=matches,
        fit=fit,
        raters=raters,
        unmapped=unmapped,
        likely=frozenset(name for name, candidate in chosen.items() if not candidate.sure),
        issues=tuple(
            notes_on_choices(candidates, found, headers, frozenset(unmapped) - set(fees.before), sheet, fills)
        ),
        fills=fills,
        possible=_possible(scores, found, frozenset(unmapped), frozenset(wanted), barred, fees),
        alternatives=_alternatives(candidates),
        fees=fees,
        readings=_with_units_of_groups(described, {*found.values(), *fees.all}),
        given=frozenset(wanted),
        name_like=_name_like(described, scores, found),
    )


def _alternatives(candidates: Sequence[Candidate]) -> dict[int, tuple[Field, ...]]:
    """The fields that each column could be, the likeliest first; `candidates` are so ordered."""
    found: dict[int, tuple[Field, ...]] = {}
    for one in candidates:
        found[one.column] = (*found.get(one.column, ()), one.name)
    return found


def _described(
    headers: Sequence[str], columns: Sequence[Sequence[Any]], above: Sequence[str], around: Around
) -> list[Column]:
    titles = list(above) or [""] * len(headers)
    for j in totals_of_periods(headers):
        titles[j] = titles[j] or (BILLED if profile(columns[j]).median >= LARGE_NUMBER else "")
    for j in bare_years(headers):
        look = profile(columns[j])
        titles[j] = titles[j] or (BILLED if look.money > SURELY_MONEY and look.median >= LARGE_NUMBER else "")
    for j, text in enumerate(headers):
        if year_of(text) > around.today.year and profile(columns[j]).money > SURELY_MONEY:
            titles[j] = titles[j] or TO_COME
    most = SAMPLE if len(headers) <= WIDE else SAMPLE_OF_WIDE
    return [
        Column(j, read_header(text), titles[j] if titles[j] != text else "", profile(columns[j], most, around.meanings))
        for j, text in enumerate(headers)
    ]


def _candidates(
    scores: Sequence[Mapping[Meaning, Score]],
    headers: Sequence[str],
    columns: Sequence[Sequence[Any]],
    taken: set[int],
    settled: frozenset[Field],
    barred: frozenset[tuple[Field, int]],
) -> list[Candidate]:
    """The fields that each free column could be, the best first."""
    found = []
    for j, own in enumerate(scores):
        if j in taken or not (headers[j] or _filled(columns[j])):
            continue
        _, other = best_other(own)
        for name, score in fields_of(own, settled).items():
            beaten = other > score.total and not score.sure_phrase
            enough = LIKELY if headers[j] else HEADERLESS
            if score.total >= enough and not beaten and (name, j) not in barred:
                found.append(Candidate(score.total, name, j, score.sure_phrase, score.header))
    found = _without_empty_fees(found, columns)
    order = list(Field)
    return sorted(found, key=lambda one: (-one.score, one.column, order.index(one.name)))


def _without_empty_fees(candidates: list[Candidate], columns: Sequence[Sequence[Any]]) -> list[Candidate]:
    """The candidates without columns of fees that hold nothing, where another says something."""
    fees = [one for one in candidates if one.name is Field.ANNUAL_FEE]
    empty = [one for one in fees if not _filled(columns[one.column])]
    return [one for one in candidates if one not in empty] if len(empty) < len(fees) else candidates


def _choose(
    candidates: Sequence[Candidate], account_given: bool, scores: Sequence[Mapping[Meaning, Score]]
) -> dict[Field, Candidate]:
    """The best column for each field as a whole; a lone `Name` is the account's, not a deal's.

    Where another column looks more like the accounts than that of the deal, neither is taken here.
    """
    names = list(dict.fromkeys(one.name for one in candidates))
    places = sorted({one.column for one in candidates})
    row, place = ({value: k for k, value in enumerate(values)} for values in (names, places))
    table = np.zeros((len(names), len(places)))
    for one in candidates:
        early = 1e-6 * (len(places) - place[one.column])
        table[row[one.name], place[one.column]] = (one.score + 0.05 * one.sure) ** 3 + early
    by_place = {(one.name, one.column): one for one in candidates}
    chosen = {
        name: by_place[name, places[int(at)]] for name, at in zip(names, best_assignment(table), strict=True) if at >= 0
    }
    deal = chosen.get(Field.DEAL)
    if deal and not (deal.sure or account_given or {Field.ACCOUNT, Field.STAGE} & chosen.keys()):
        del chosen[Field.DEAL]
        like_accounts = [own[Field.ACCOUNT].total if Field.ACCOUNT in own else 0.0 for own in scores]
        if max(like_accounts) > like_accounts[deal.column]:
            return dict(sorted(chosen.items(), key=lambda item: -item[1].score))
        score = deal.score if deal.header >= LIKELY_PHRASE else GUESSED
        chosen[Field.ACCOUNT] = Candidate(score, Field.ACCOUNT, deal.column, False)
    return dict(sorted(chosen.items(), key=lambda item: -item[1].score))


def _level(name: Field, chosen: Mapping[Field, Candidate], fees: FeeColumns) -> Level:
    if name not in chosen:
        return Level.SURE
    if name is Field.ANNUAL_FEE and (fees.unclear or fees.past):
        return Level.LIKELY
    return Level.SURE if chosen[name].score >= SURE else Level.LIKELY


def _possible(
    scores: Sequence[Mapping[Meaning, Score]],
    found: Mapping[Field, int],
    unmapped: frozenset[int],
    settled: frozenset[Field],
    barred: frozenset[tuple[Field, int]],
    fees: FeeColumns,
) -> dict[Field, int]:
    """The column that each field without one may be, where that is worth asking about."""
    best: dict[Field, tuple[float, int]] = {}
    for j in unmapped:
        _, other = best_other(scores[j])
        for name, score in fields_of(scores[j], settled).items():
            if name in found or (name, j) in barred or score.total < POSSIBLE or other > score.total:
                continue
            best[name] = max(best.get(name, (0.0, -1)), (score.total, j))
    possible = {name: column for name, (_, column) in best.items()}
    if fees.perhaps is not None and Field.ANNUAL_FEE not in found and (Field.ANNUAL_FEE, fees.perhaps) not in barred:
        possible[Field.ANNUAL_FEE] = fees.perhaps
    return possible


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


def _filled(cells: Sequence[Any]) -> bool:
    return not as_cells(cells).distinct <= {""}
