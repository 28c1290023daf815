"""The fields that each column could be, and the choice among them that fits best as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from planner.detection.columns.assignment import best_assignment
from planner.detection.columns.fee_columns import FeeColumns
from planner.detection.columns.scores.score import Score, best_other, fields_of
from planner.detection.columns.second_columns import Candidate
from planner.detection.headers.field_words import Meaning
from planner.fields import Field
from planner.parsing.cell_values import as_cells

LIKELY = 0.5
"""A column is taken for a field from this score on."""
HEADERLESS = 0.25
"""Without a header, values alone decide from here on."""
POSSIBLE = 0.4
POSSIBLE_MONEY = 0.25
"""From this score on it is asked about."""
GUESSED = 0.4
"""How sure a column is that stands for the account's name for want of a better one."""
LIKELY_PHRASE = 0.7
"""From here on a header is a known phrase, though it may mean something else."""


def alternatives_of(candidates: Sequence[Candidate]) -> dict[int, tuple[Field, ...]]:
    """The fields that each column could be, the likeliest first; `candidates` are so ordered."""
    found: dict[int, tuple[Field, ...]] = {}
    for one in candidates:
        found[one.column] = (*found.get(one.column, ()), one.name)
    return found


def candidates_of(
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
        if j in taken or not (headers[j] or filled(columns[j])):
            continue
        _, other = best_other(own)
        for name, score in fields_of(own, settled).items():
            beaten = other > score.total and not score.sure_phrase
            enough = LIKELY if headers[j] else HEADERLESS
            if score.total >= enough and not beaten and (name, j) not in barred:
                found.append(Candidate(score.total, name, j, score.sure_phrase, score.header))
    found = _without_empty(found, columns)
    order = list(Field)
    return sorted(found, key=lambda one: (-one.score, one.column, order.index(one.name)))


def _without_empty(candidates: list[Candidate], columns: Sequence[Sequence[Any]]) -> list[Candidate]:
    """The candidates without columns that hold nothing, where another says something of the same field."""
    empty = [not filled(columns[one.column]) for one in candidates]
    said = {one.name for one, nothing in zip(candidates, empty, strict=True) if not nothing}
    return [one for one, nothing in zip(candidates, empty, strict=True) if not (nothing and one.name in said)]


def choose(
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


def possible_columns(
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
            least = POSSIBLE_MONEY if name is Field.ANNUAL_FEE else POSSIBLE
            if name in found or (name, j) in barred or score.total < least or other > score.total:
                continue
            best[name] = max(best.get(name, (0.0, -1)), (score.total, j))
    possible = {name: column for name, (_, column) in best.items()}
    if fees.perhaps is not None and Field.ANNUAL_FEE not in found and (Field.ANNUAL_FEE, fees.perhaps) not in barred:
        possible[Field.ANNUAL_FEE] = fees.perhaps
    return possible


def filled(cells: Sequence[Any]) -> bool:
    """Whether a column says anything."""
    return not as_cells(cells).distinct <= {""}
