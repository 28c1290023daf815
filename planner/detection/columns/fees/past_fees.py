"""Fees that are those of the past though their header does not say so: a line of the sheet says it, or what stands
beside them where chances are of the next work."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, Final

from planner.detection.columns.scores.fee_words import EXPECTED, IF_ANY, OURS, PAST, RATES, UNCLEAR, WORK
from planner.detection.columns.scores.money_columns import MOSTLY, SURELY_MONEY, year_of
from planner.detection.columns.scores.score import Column
from planner.detection.headers.field_words import meanings_of
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.cell_values import is_missing, is_number
from planner.parsing.dates.date_words import MONTHS
from planner.parsing.header_text import plain
from planner.parsing.word_lists import words

LEAST_UNDER_WAY: Final = 2
"""So many rows at least have work under way."""
OF_CHANCE: Final = 0.6
FEW: Final = 3
"""A line of the sheet that says something of all fees has no more cells."""
NEXT: Final = words(
    """next new upcoming following nachster nachste nachstes prochain prochaine proximo proxima volgende prossimo
    prossima nasta naesta neste naeste"""
)
_BARE: Final = words("fee fees value worth amount money size price honorar honoraires honorarios honorarium onorario")
"""Words for money that say nothing of which."""
_JOBS: Final = WORK | words(
    """matter matters case cases instruction instructions engagement engagements mandat mandate mandats mission missions
    dossier dossiers asuntos zaken projecten progetti incarichi"""
) - words("deal deals")
_LIVE: Final = words(
    """live open current active running ongoing progress hand laufend laufende laufenden aktuell aktuelle offene cours
    curso abiertos lopend lopende corso"""
)
_UNDER_WAY: Final = words("wip unbilled encours ohw halbfertige angefangene")
"""Words of what was worked and is not billed yet."""
_CLAUSES: Final = re.compile(r"[.;|]\s+|\s+[–—-]\s+")
_NOT: Final = re.compile(r"\b(?:not|to be|will|excl\w*|nicht|pas|no|niet|non)\b", re.IGNORECASE)
_BILLED: Final = re.compile(
    r"\b(?:billed|invoiced|abgerechnet|fakturiert|factur[ée]e?s?|facturad[oa]s?|gefactureerd|fatturat[oi])\b"
    r"|\b(?:last|past|previous|prior)\s(?:full\s|financial\s)?(?:year|yr|fy|12|twelve)\b"
    r"|\b(?:vorjahr(?:es)?|letzte[ns]?\sjahr(?:es)?|l.an\sdernier|ann[ée]e\sderni[èe]re|a[ñn]o\spasado|vorig\sjaar"
    r"|anno\sscorso)\b",
    re.IGNORECASE,
)
_OF_A_YEAR: Final = re.compile(
    r"\b(?:y/?e|(?:financial |fiscal )?(?:year|yr)(?:\s?-?end(?:ed|ing)?)?|fy|(?:12|twelve) months"
    r"|(?:wirtschafts|gesch[äa]fts)?jahr|gj|exercice|ann[ée]e|ejercicio|a[ñn]o|boekjaar|jaar|anno|esercizio)\b(?P<day>.*)",
    re.IGNORECASE,
)


def of_past_years(rows: Iterable[Sequence[Any]], today: dt.date) -> frozenset[str]:
    """Words for money of which a line says that it is of a year that is over (`Fees are to year end 31 July 2026`).

    Args:
        rows: the rows of a sheet above and under its list.
    """
    texts = (
        cell for row in rows if sum(not is_missing(one) for one in row) <= FEW for cell in row if isinstance(cell, str)
    )
    clauses = (clause for text in texts for clause in _CLAUSES.split(text))
    return frozenset().union(*(OURS & set(header_words(clause)) for clause in clauses if _says_past(clause, today)))


def _says_past(clause: str, today: dt.date) -> bool:
    """Whether a clause speaks of what was billed, or of a year that is over."""
    if _NOT.search(clause):
        return False
    if _BILLED.search(clause):
        return True
    year = _OF_A_YEAR.search(clause)
    of = year_of(year["day"]) if year is not None else 0
    if year is None or not 0 < of <= today.year:
        return False
    months = [MONTHS[word] for word in plain(year["day"]).split() if word in MONTHS]
    return of < today.year or (bool(months) and months[-1] < today.month)


def of_the_next_job(columns: Sequence[Column]) -> frozenset[int]:
    """The columns of money of the next work: their header says so, or says nothing and stands right behind one that
    names that work (`Next job`, `£k`)."""
    told = {one.at for one in columns if _is_next(one.header.text) and one.profile.money > MOSTLY}
    behind = (
        after.at
        for before, after in pairwise(columns)
        if _is_next(before.header.text) and before.profile.text > MOSTLY and _is_bare(after)
    )
    return frozenset(told | set(behind))


def _is_next(header: str) -> bool:
    said = set(header_words(header))
    return bool(said & NEXT and said & (_JOBS | {"opportunity", "deal"}))


def _is_bare(column: Column) -> bool:
    """Whether a header says no more than that money stands under it."""
    said, header = set(header_words(column.header.text)), column.header
    of_money = bool(header.currency) or header.factor > 1.0 or bool(said)
    return of_money and said <= _BARE and column.profile.money > SURELY_MONEY


def fees_of_the_past(columns: Sequence[Column], cells: Sequence[Sequence[Any]], told: frozenset[str]) -> frozenset[int]:
    """The columns of fees that are what was paid, where their header says no time: a line says so, or chances stand
    beside them that are of something else, since money of the next work or work under way has a column of its own.

    Args:
        cells: one sequence a column.  told: words of which a line of the sheet says that they are of the past.
    """
    of_next = of_the_next_job(columns)
    fees = [one for one in columns if one.at not in of_next and _says_no_time(one)]
    chances = any(_is_chance(one.header.text) for one in columns)
    return frozenset(
        one.at
        for one in fees
        if told & set(header_words(one.header.text))
        or (chances and (of_next or any(_beside(cells[one.at], cells[j]) for j in _under_way(columns))))
    )


def _says_no_time(column: Column) -> bool:
    """Whether a column is of the firm's own money, and its header says neither of when nor that it is but expected."""
    said = set(header_words(column.header.text)) | set(header_words(column.above))
    other = EXPECTED | IF_ANY | PAST | RATES | UNCLEAR | (WORK - OURS)
    plainly = bool(said & OURS) and not said & other and not year_of(column.header.text)
    return plainly and column.profile.money > MOSTLY


def _is_chance(header: str) -> bool:
    return meanings_of(header_words(header)).get(Field.PROBABILITY, 0.0) > OF_CHANCE


def _under_way(columns: Sequence[Column]) -> list[int]:
    """The columns of figures of work that goes on (`Jobs live`, `WIP £k`)."""
    said = ((one, set(header_words(one.header.text))) for one in columns)
    return [
        one.at
        for one, words_ in said
        if (words_ & _UNDER_WAY or (words_ & _LIVE and words_ & _JOBS)) and one.profile.money > MOSTLY
    ]


def _beside(fees: Sequence[Any], under_way: Sequence[Any]) -> bool:
    """Whether the rows with work under way are rows with a fee."""
    rows = [i for i, cell in enumerate(under_way) if _is_more_than_nothing(cell)]
    paid = sum(not is_missing(fees[i]) for i in rows)
    return len(rows) >= LEAST_UNDER_WAY and paid > MOSTLY * len(rows)


def _is_more_than_nothing(cell: Any) -> bool:
    if is_number(cell):
        return bool(cell > 0)
    return isinstance(cell, str) and any(c in "123456789" for c in cell)
