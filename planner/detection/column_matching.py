"""Headers → fields: each field takes the column that fits it best, by header and by values.

A mapping given by the user wins. What fits nothing is kept under its own header.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planner.detection.column_plausibility import plausibility, sample
from planner.detection.given_mapping import read_mapping
from planner.detection.header_rows import letter
from planner.detection.header_scores import header_scores
from planner.detection.header_synonyms import SURE
from planner.detection.header_text import Header, plain, read_header
from planner.fields import FIELDS, RATING_OF, Field
from planner.goods import GOODS, Good
from planner.parsing.cell_values import is_missing
from planner.roster.roster import ColumnMatch, Issue
from planner.vocabulary import Severity

ENOUGH = 0.5
"""A column is taken for a field from this score on."""
DECISIVE = frozenset({Field.PROBABILITY, Field.ANNUAL_FEE, Field.EXPECTED_DATE, Field.CURRENT_HOURS})
"""Fields where even a weak second candidate is worth a note."""
COMPLETED = frozenset({Field.EXPECTED_DATE})
"""Fields whose gaps a second column fills."""
CLOSING = frozenset({"close", "closing", "expected", "tentative", "decision", "due", "target", "forecast", "planned"})
"""Words of a date that may fill another's gaps; a date of starting or renewing says something else."""
BOTH_FILLED = 0.1
FULLER = 2.0
KEY = frozenset({Field.ACCOUNT, Field.OWNER, *RATING_OF.values()})
"""Fields where a second column that names them for sure is worth a note."""
DEAL_IDS = frozenset({"id", "record id", "code", "number", "ref", "reference", "no", "external id"})
"""Headers of an id that, in a list that names deals, is the deal's and not the account's."""
_RATER = re.compile(r"^(?P<rating>.+?)\s*(?:[—–:|]|\s-\s|\()\s*(?P<name>[^()—–:|]+?)\s*\)?$")
_FIT = re.compile(r"^(?:best\s+)?fit\s*(?:[_:—–|-]+|\s)\s*(?P<name>.+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Mapped:
    """Which column of the table each field is read from (index from 0), and what became of the rest.

    Attributes:
        fit: column of each best-fit criterion.  raters: column of each rater's rating, by name and good.
        likely: fields whose header could mean something else ("Amount").
        fills: a second column that is read where the first is empty.
    """

    columns: Mapping[Field, int]
    matches: Mapping[Field, ColumnMatch]
    fit: Mapping[str, int]
    raters: Mapping[tuple[str, Good], int]
    unmapped: tuple[int, ...]
    likely: frozenset[Field] = frozenset()
    issues: tuple[Issue, ...] = field(default=())
    fills: Mapping[Field, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Candidate:
    score: float
    name: Field
    column: int
    sure: bool


def map_columns(
    headers: Sequence[str],
    columns: Sequence[Sequence[Any]],
    mapping: Mapping[str, str] | None = None,
    *,
    sheet: str = "",
    criteria: Sequence[str] = (),
) -> Mapped:
    """Give each field its column.

    Args:
        headers, columns: one a column; `columns[j]` are the cells under `headers[j]`.
        mapping: field name → their header or column letter, as the user wants it; "-" for no column at all.
        criteria: names of the best-fit criteria that the `Fit` sheet lists.

    Raises:
        SettingError: when the mapping names a field or a header that there is not.
    """
    wanted = read_mapping(mapping or {}, headers)
    parts = [read_header(text) for text in headers]
    fit, raters = _special(headers, criteria, frozenset(wanted.values()))
    taken = {column for column in wanted.values() if column is not None} | set(fit.values()) | set(raters.values())
    candidates = _candidates(parts, columns, taken, frozenset(wanted))
    chosen = _choose(candidates, taken, Field.ACCOUNT in wanted)
    fills = _complete(chosen, candidates, parts, columns, taken)
    taken |= {candidate.column for candidate in chosen.values()}
    found = {name: column for name, column in wanted.items() if column is not None}
    found |= {name: candidate.column for name, candidate in chosen.items()}
    matches = {
        name: ColumnMatch(headers[column], letter(column), chosen[name].score if name in chosen else 1.0)
        for name, column in sorted(found.items(), key=lambda item: item[1])
    }
    unmapped = tuple(j for j, text in enumerate(headers) if j not in taken and (text or _filled(columns[j])))
    return Mapped(
        columns={name: found[name] for name in matches},
        matches=matches,
        fit=fit,
        raters=raters,
        unmapped=unmapped,
        likely=frozenset(name for name, candidate in chosen.items() if not candidate.sure),
        issues=tuple(_choices(candidates, found, headers, frozenset(unmapped), sheet, fills)),
        fills=fills,
    )


def _choose(candidates: Sequence[_Candidate], taken: set[int], account_given: bool) -> dict[Field, _Candidate]:
    """The best column for each field, each column once; a lone `Name` is the account's, not a deal's."""
    chosen: dict[Field, _Candidate] = {}
    used = set(taken)
    for candidate in candidates:
        if candidate.name not in chosen and candidate.column not in used:
            chosen[candidate.name] = candidate
            used.add(candidate.column)
    deal = chosen.get(Field.DEAL)
    if deal and not (deal.sure or account_given or {Field.ACCOUNT, Field.STAGE} & chosen.keys()):
        del chosen[Field.DEAL]
        chosen[Field.ACCOUNT] = _Candidate(deal.score, Field.ACCOUNT, deal.column, False)
    return chosen


def _complete(
    chosen: dict[Field, _Candidate],
    candidates: Sequence[_Candidate],
    parts: Sequence[Header],
    columns: Sequence[Sequence[Any]],
    taken: set[int],
) -> dict[Field, int]:
    """Columns that are read where a field's own is empty: of two that hardly ever speak of the same row, such as the
    actual and the tentative date of closing. The one with far more to say is taken first, in `chosen` too, and a
    column that only perhaps says when a deal was closed may be taken from there."""
    fills: dict[Field, int] = {}
    perhaps = chosen.get(Field.CLOSED_ON)
    free = perhaps.column if perhaps and not perhaps.sure else None
    used = (taken | {candidate.column for candidate in chosen.values()}) - {free}
    for name in chosen.keys() & COMPLETED:
        first = chosen[name]
        closing = (c for c in candidates if c.name is name and CLOSING & set(parts[c.column].words.split()))
        second = next((c for c in closing if c.column not in used), None)
        if second is None:
            continue
        said, also = ({i for i, cell in enumerate(columns[c.column]) if not is_missing(cell)} for c in (first, second))
        apart = bool(also) and len(said & also) <= BOTH_FILLED * min(len(said), len(also))
        fuller = len(also) > FULLER * len(said)
        if not (apart or (fuller and second.sure)):
            continue
        chosen[name], second = (second, first) if fuller else (first, second)
        if apart:
            fills[name] = second.column
        if free in {chosen[name].column, second.column}:
            del chosen[Field.CLOSED_ON]
        closed = next((c for c in candidates if c.name is Field.CLOSED_ON and c.column == second.column), None)
        if closed and not apart:
            chosen.setdefault(Field.CLOSED_ON, closed)
        used.add(second.column)
    return fills


def _filled(cells: Sequence[Any]) -> bool:
    return any(cell != "" for cell in cells)


def _special(
    headers: Sequence[str], criteria: Sequence[str], given: frozenset[int | None]
) -> tuple[dict[str, int], dict[tuple[str, Good], int]]:
    """Columns of best-fit criteria and of single raters."""
    fit: dict[str, int] = {}
    raters: dict[tuple[str, Good], int] = {}
    named = {plain(name): name for name in criteria}
    rating_words = {word: good for good in GOODS for word in SURE[RATING_OF[good]]}
    for j, text in enumerate(headers):
        if j in given or not text:
            continue
        words = plain(text)
        match = _FIT.match(text)
        criterion = named.get(words) or (named.get(plain(match["name"]), match["name"].strip()) if match else None)
        if criterion:
            fit.setdefault(criterion, j)
        elif (rater := _RATER.match(text)) and plain(rater["rating"]) in rating_words and not _is_scale(rater["name"]):
            raters.setdefault((rater["name"].strip(), rating_words[plain(rater["rating"])]), j)
    return fit, raters


def _is_scale(text: str) -> bool:
    """Whether the tail of a rating's header is a scale (`0-5`, `out of 10`) and not a person."""
    return not re.search(r"[^\W\d_]", text) or bool(re.search(r"\d", text)) or plain(text) in {"rating", "score", "now"}


def _candidates(
    parts: Sequence[Header], columns: Sequence[Sequence[Any]], taken: set[int], settled: frozenset[Field]
) -> list[_Candidate]:
    found = []
    for j, scores in enumerate(_in_context(parts)):
        if j in taken or not parts[j].words:
            continue
        cells = sample(columns[j]) if scores else []
        for name, score in scores.items():
            total = 0.0 if name in settled else score * _fit_of_values(name, cells, score)
            if total >= ENOUGH:
                found.append(_Candidate(round(total, 3), name, j, score > 0.78))
    order = list(Field)
    return sorted(found, key=lambda one: (-one.score, one.column, order.index(one.name)))


def _in_context(parts: Sequence[Header]) -> list[Mapping[Field, float]]:
    """What each header names beside the others: in a list of deals `Id` and `Name` are the deal's."""
    alone = [header_scores(header) for header in parts]
    surely = {name for scores in alone for name, score in scores.items() if score > 0.9}
    plain_name = any(header.words == "name" for header in parts)
    of_deals = Field.DEAL in surely or (plain_name and {Field.ACCOUNT, Field.STAGE} <= surely)
    named: list[Mapping[Field, float]] = []
    for header, own in zip(parts, alone, strict=True):
        scores = dict(own)
        if of_deals and header.words in DEAL_IDS:
            scores.pop(Field.ACCOUNT_ID, None)
        elif header.words == "name" and {Field.ACCOUNT_ID, Field.STAGE} <= surely and Field.DEAL not in surely:
            scores = {Field.DEAL: scores.get(Field.ACCOUNT, 0.75)}
        named.append(scores)
    return named


def _fit_of_values(name: Field, cells: Sequence[Any], score: float) -> float:
    """By how much the values under a header weaken what it says, 0 to 1; the surer the header, the less."""
    fits = plausibility(name, cells)
    weight = 0.25 + 0.75 * fits if fits < 0.5 or score < 0.9 else 0.7 + 0.3 * fits
    if len(cells) > 4:
        if name is Field.ACCOUNT:
            weight *= 0.6 + 0.4 * min(1.0, 2 * len(set(cells)) / len(cells))
        if name is Field.ACCOUNT_ID and len(set(cells)) == 1:
            return 0.0
    return weight


def _choices(
    candidates: Sequence[_Candidate],
    found: Mapping[Field, int],
    headers: Sequence[str],
    unmapped: frozenset[int],
    sheet: str,
    fills: Mapping[Field, int],
) -> list[Issue]:
    """A note for each column that would have fitted a field which another column fits better."""
    issues = []
    for candidate in candidates:
        if candidate.column not in unmapped or candidate.name not in found:
            continue
        same = headers[found[candidate.name]] == headers[candidate.column]
        if not (same or (candidate.sure and candidate.name in KEY) or candidate.name in DECISIVE):
            continue
        taken, other = (f"“{headers[j]}” ({letter(j)})" for j in (found[candidate.name], candidate.column))
        where = f", and {other} where it is empty" if fills.get(candidate.name) == candidate.column else ""
        issues.append(
            Issue(
                "two-columns", Severity.NOTE,
                f"Both {taken} and {other} could be the {FIELDS[candidate.name].title.lower()}; {taken} was taken"
                f"{where}.",
                f"Map {candidate.name} to the other column if that is wrong.",
                sheet, letter(candidate.column), headers[candidate.column],
            )
        )  # fmt: skip
    return issues
