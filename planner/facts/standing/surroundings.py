"""What a sheet says around the columns of a list: keys to its codes, titles, remarks on what an account once was."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from planner.detection.found_list import FoundList
from planner.detection.keys import merged_keys
from planner.detection.registers import is_register
from planner.detection.rows.row_colours import meanings_of_rows
from planner.facts.free_text import senders
from planner.facts.money.billing import (
    billed_rows,
    billing_columns,
    earlier_rows,
    idle_rows,
    paid_rows,
    recurring_rows,
    rows_of_zeros,
    rows_without_fees,
    unhired_rows,
    unpaid_rows,
    unrenewed_rows,
)
from planner.facts.money.contract_days import contracts_over, tells_of_contracts
from planner.facts.offers import ending_words, words_for_chances
from planner.facts.spelled_out import with_untitled
from planner.facts.standing.leaving_days import FORMER, LEAVES, told_by_leaving
from planner.facts.standing.row_statuses import rows_elsewhere, rows_not_won, told_of_work
from planner.fields import Field
from planner.parsing.cell_values import as_cells, is_missing
from planner.parsing.dates.dates import NEVER
from planner.parsing.header_text import plain
from planner.parsing.money.fee_remarks import says_free
from planner.parsing.remarks.clue import Clue, FreeTexts, ended_by
from planner.parsing.remarks.phrases import words_of
from planner.parsing.standing.churn import churn_words, tells_of_churn
from planner.parsing.standing.legends import Legend, legend_rows, read_legend
from planner.parsing.standing.relationship_columns import parse_relationships, ticked_meanings
from planner.parsing.standing.relationships import relationship_of, remarked_relationship, says_met, says_quiet
from planner.parsing.standing.sheet_names import telling_name
from planner.parsing.standing.statuses import Status, state_letters, status_of
from planner.parsing.standing.words.standing_words import patterns
from planner.parsing.text_cells import to_text
from planner.parsing.text_shapes import in_two
from planner.vocabulary import Relationship

ASIDE = 400
"""So many rows beside a list are looked at for a key."""
LEAST_CODED, CODED = 3, 0.8
"""Cells, and the share of them, that have to be codes with a key."""
SINCE = frozenset(patterns("since, seit, depuis, desde, sinds, dal, siden, sedan"))
SINCE_BESIDE = frozenset(patterns("client, customer, kunde, mandant, cliente, klant, us, with, bei, uns, year, jahr"))
"""Words of a header over the year since when an account is a client; no others may stand beside the first."""
_A_YEAR = re.compile(
    r"^(?:since|seit|depuis|desde|sinds)?\s*(?:[^\W\d_]{3,10}\.?\s|\d{1,2}[./-])?(?:19|20)\d\d(?:\.0)?(\s*[-–/]\s*(?:(?:19|20)?\d\d))?$",
    re.IGNORECASE,
)
MOST_STATES = 8
MOST_WRITTEN = 5
"""A column of so many times more different cells holds no states, however they are spelt."""
STATE_HEADERS = frozenset(
    patterns(
        """rag, status, temp, temperature, warmth, heat, health, mood, happy, colour, color, light, traffic, state,
        ampel, stimmung, temperatur, feu, chaleur, humeur, etat, semaforo, temperatura, animo, estado, stoplicht,
        temperatuur, stemming"""
    )
)
"""Words of headers under which bare letters are colours or warmth."""
NEVER_HIRED = "never a client"


@dataclass(frozen=True)
class Surroundings:
    """What is said around a list's columns.

    Attributes:
        sheet: name of the list's sheet, or of its file where the sheet has the name that its program gave it.
        sections: title that each row stands under; empty where there are none.
        legend: what codes mean, by code in lower case.
        remarked: what remarks say of the relationship (`client until 2023`), by row.
        elsewhere: rows of which they say no more than whom the account has chosen instead.
        ended: remarks that end an account (`conflict, can't act`), by row.  gone: days on which they left.
        billed: rows of which something was billed, or is owed.  paid: of the fee beside it.  once: in years before.
        unbilled: rows of which nothing was billed, as the list says with a 0.
        unticked: what an account without a tick in the column of relationships is, or `""`.
        raw: (n,) what the column of relationships says as it is written; empty where there is none.
        states: further columns of words for how things stand (`RAG`, `Temp`, `Happy?`), as they are written.
        odds: (n,) words in the place of chances (`ongoing`, `client`), `""` for chances; empty where there are none.
        recurring: rows whose fee is written as one of every year or month, where others are not, or of which a column
            beside the fee says that they were billed.
        sends: rows whose remarks say that they send work.
        since: what a year under `since` says, by row: a client, or a past one where the last year stands there too.
        free: rows with a fee of 0 whose remarks say that the work is free.
        told: what the work that remarks tell of says of those without a fee, where nothing else does, by row.
        idle: rows with a 0 for the last year that the list tells of.  unhired: without a fee and without a job.
        of_work: whether the rows are jobs of the firm (`Matter`, `Engagement`): those that have ended were done.
        of_contracts: whether its days are those on which contracts end: what is lost long after one was under contract.
        coded: (n,) what the codes of another column say of the relationship, which the sheet explains; likewise.
    """

    sheet: str = ""
    sections: Sequence[str] = ()
    legend: Legend = field(default_factory=dict)
    remarked: Mapping[int, Relationship] = field(default_factory=dict)
    elsewhere: frozenset[int] = frozenset()
    ended: Mapping[int, str] = field(default_factory=dict)
    gone: Mapping[int, str] = field(default_factory=dict)
    billed: frozenset[int] = frozenset()
    paid: frozenset[int] = frozenset()
    once: frozenset[int] = frozenset()
    unbilled: frozenset[int] = frozenset()
    unticked: str = ""
    raw: Sequence[str] = ()
    states: tuple[Sequence[str], ...] = ()
    coded: Sequence[str] = ()
    sends: frozenset[int] = frozenset()
    odds: Sequence[str] = ()
    recurring: frozenset[int] = frozenset()
    since: Mapping[int, Relationship] = field(default_factory=dict)
    of_work: bool = False
    of_contracts: bool = False
    free: frozenset[int] = frozenset()
    idle: frozenset[int] = frozenset()
    unhired: frozenset[int] = frozenset()
    told: Mapping[int, Relationship] = field(default_factory=dict)


def legend_of(found: FoundList) -> Legend:
    """What the sheet of a found list says that its codes mean."""
    rows = legend_rows(found.table.sheet.rows, found.table.header_row, found.body.rows.tolist())
    beside = sorted(found.table.outside)
    aside = [
        [row[j] for j in beside] for row in found.table.sheet.rows[max(0, found.table.top - 1) :][:ASIDE] if beside
    ]
    return merged_keys(read_legend([*rows, *aside]), found.keys)


def surroundings(
    found: FoundList, legend: Legend, texts: FreeTexts, clues: Sequence[Clue], today: dt.date
) -> Surroundings:
    """What a found list says around its columns, read on a day."""
    column = found.mapped.columns.get(Field.RELATIONSHIP)
    coded = _coded_column(found, legend) if column is None else None
    raw = column if column is not None else coded
    billed, once = billed_rows(found), earlier_rows(found)
    marked = meanings_of_rows(found.table, found.body.rows.tolist(), found.mapped.columns[Field.ACCOUNT], found.keys)
    states = (_written(found, j) for j in found.mapped.unmapped if j != coded and _tells_states(found, j, legend))
    unhappy = (j for j in found.mapped.unmapped if tells_of_churn(found.table.headers[j]))
    churn = filter(len, (churn_words(found.table.headers[j], _written(found, j)) for j in unhappy))
    colours = [[marked.get(i, "") for i in range(len(found.body.rows))]] if marked else ()
    odds = _words_for_chances(found)
    gone, going = told_by_leaving(found, today)
    leaving = [[LEAVES if i in going else "" for i in range(len(found.body.rows))]] if going else ()
    return Surroundings(
        sheet=telling_name(found.table.sheet.name, found.file),
        sections=with_untitled(found.body.sections, once - billed),
        legend=legend,
        remarked=_remarked(found, texts, billed, {**dict.fromkeys(gone, FORMER), **marked}),
        elsewhere=rows_elsewhere(texts),
        ended=ended_by(clues),
        gone=gone,
        billed=billed,
        paid=paid_rows(found),
        once=once,
        unbilled=rows_of_zeros(found, billing_columns(found)) - billed - once,
        unticked=_unticked(found, column),
        raw=as_cells(found.body.columns[raw]).map(to_text) if raw is not None else (),
        states=(*states, *colours, *churn, *leaving, *ending_words(odds)),
        coded=_relationships_in(found, coded, legend) if coded is not None else (),
        sends=senders(found, clues),
        odds=odds,
        recurring=recurring_rows(found),
        since=_since(found),
        of_work=is_register(found),
        of_contracts=tells_of_contracts(found),
        free=_free(found, texts),
        idle=idle_rows(found),
        told=told_of_work(found, texts, today),
        unhired=unhired_rows(found) | rows_not_won(found, texts),
    )


def _remarked(
    found: FoundList, texts: FreeTexts, billed: frozenset[int], marked: Mapping[int, str]
) -> dict[int, Relationship]:
    """What remarks say of the relationship, by row; else the key of colours in `marked`, or a day of ending."""
    remarked: dict[int, Relationship] = {}
    unrenewed, unpaid = unrenewed_rows(found, billed), rows_without_fees(found)
    kinds = {text: remarked_relationship(text) for text in set(texts.text.tolist())}
    for row, text in zip(texts.row.tolist(), texts.text.tolist(), strict=True):
        kind = kinds[text]
        if kind is None and row in unrenewed and says_quiet(text):
            kind = Relationship.PAST_CLIENT
        elif kind is None and row in unpaid and says_met(text):
            kind = Relationship.PROSPECT
        if kind is not None:
            remarked.setdefault(row, kind)
    for row, text in (*marked.items(), *contracts_over(found), *_never_hired(found)):
        kind = relationship_of(text)
        if kind is not None:
            remarked.setdefault(row, kind)
    return remarked


def _free(found: FoundList, texts: FreeTexts) -> frozenset[int]:
    """Rows with a fee of 0 whose remarks say that the work is free."""
    unpaid = unpaid_rows(found)
    rows = zip(texts.row.tolist(), texts.text.tolist(), strict=True)
    return frozenset(row for row, text in rows if row in unpaid and says_free(text))


def _since(found: FoundList) -> Mapping[int, Relationship]:
    """Clients by the year since when they are some (`seit 2019`), where others of the list have none.

    Years with an end (`2018-2024`) are of past clients.
    """
    for j in found.mapped.unmapped:
        said = set(plain(found.table.headers[j]).split())
        if not said & SINCE or said - SINCE - SINCE_BESIDE:
            continue
        cells = as_cells(found.body.columns[j]).map(
            lambda cell: None if isinstance(cell, dt.date) else _A_YEAR.match(to_text(cell).strip())
        )
        years = {i: match for i, match in enumerate(cells) if match}
        if LEAST_CODED <= len(years) < len(cells):
            return {i: Relationship.PAST_CLIENT if match[1] else Relationship.CLIENT for i, match in years.items()}
    return {}


def _written(found: FoundList, column: int) -> list[str]:
    return as_cells(found.body.columns[column]).map(lambda cell: "" if is_missing(cell) else to_text(cell))


def _tells_states(found: FoundList, column: int, legend: Legend) -> bool:
    """Whether a column that is no field holds little but words or signs for how things stand.

    Bare letters count where the sheet explains them or the header speaks of colours, warmth or moods.
    """
    if len(as_cells(found.body.columns[column]).distinct) > MOST_WRITTEN * MOST_STATES:
        return False
    texts = [text.strip() for text in _written(found, column) if text.strip()]
    different = set(texts)
    of_states = bool(STATE_HEADERS & set(words_of(found.table.headers[column])))
    kinds = {in_two(text)[0].lower() for text in different} if of_states else different
    if len(texts) < LEAST_CODED or len(kinds) > MOST_STATES:
        return False
    letters = state_letters(different) if of_states else {}
    known = {text for text in different if _tells_a_state(text, letters, legend)}
    return sum(text in known for text in texts) >= CODED * len(texts)


def _tells_a_state(text: str, letters: Mapping[str, Status], legend: Legend) -> bool:
    code = text.lower()
    said = (*(status_of(meaning) for meaning in legend.get(code, ())), letters.get(code), status_of(text))
    return any(one is not None and one.state is not None for one in said)


def _coded_column(found: FoundList, legend: Legend) -> int | None:
    """A column that holds little but codes of which the sheet says what an account of each is, or None."""
    if not legend:
        return None
    columns = found.mapped.columns
    places = [columns[name] for name in (Field.TYPE, Field.STATUS) if name in columns]
    for j in (*places, *found.mapped.unmapped):
        cells = as_cells(found.body.columns[j])
        said = np.count_nonzero(cells.said)
        known = sum(cells.map(lambda cell: not is_missing(cell) and to_text(cell).strip().lower() in legend))
        coded = said >= LEAST_CODED and known >= CODED * said
        if coded and len(set(_relationships_in(found, j, legend)) - {""}) > 1:
            return j
    numbers = columns.get(Field.ACCOUNT_ID)
    told = _told_by_code(found, numbers, legend) if numbers is not None else []
    return numbers if sum(kind is not None for kind in told) > 1 else None


def _told_by_code(found: FoundList, column: int, legend: Legend) -> list[Relationship | None]:
    """What the key says of codes among the numbers of accounts: those that have no number yet (`NEW = prospect`)."""

    def meant(cell: object) -> Relationship | None:
        said = legend.get(to_text(cell).strip().lower(), ()) if isinstance(cell, str) else ()
        return next(filter(None, map(relationship_of, said)), None)

    return as_cells(found.body.columns[column]).map(meant)


def _relationships_in(found: FoundList, column: int, legend: Legend) -> list[str]:
    parsed = parse_relationships(found.body.columns[column], found.table.headers[column], legend)
    return [str(text) for text in parsed.values.tolist()]


def _words_for_chances(found: FoundList) -> Sequence[str]:
    """(n,) what stands in the place of a chance and is none, as it is written."""
    column = found.mapped.columns.get(Field.PROBABILITY)
    if column is None or str not in as_cells(found.body.columns[column]).kinds:
        return ()
    return words_for_chances(_written(found, column))


def _unticked(found: FoundList, column: int | None) -> str:
    """What an empty cell means in a column of ticks (`Client?`), or `""`."""
    if column is None:
        return ""
    ticked = ticked_meanings(found.body.columns[column], found.table.headers[column])
    return str(ticked[False]) if ticked is not None else ""


def _never_hired(found: FoundList) -> list[tuple[int, str]]:
    """Rows that say `never` in the place of the day or the work of their last job, and what that says of them."""
    column = found.mapped.columns.get(Field.WON_ON)
    if column is None:
        return []
    cells = as_cells(found.body.columns[column])
    never = {text for text, low in cells.low.items() if low in NEVER}
    return [(i, NEVER_HIRED) for i, cell in enumerate(cells) if cell in never] if never else []
