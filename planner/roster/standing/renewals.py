"""When contracts of clients end (`Contract to`, `Expires`) and may be renewed, and when those to be won would start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np

from planner.arrays import Dates, Mask
from planner.detection.headers.field_words import Other, meanings_of
from planner.detection.headers.header_words import header_words
from planner.fields import Field
from planner.parsing.cell_values import as_cells
from planner.parsing.dates.open_ends import but_open_ends
from planner.parsing.header_text import read_header
from planner.parsing.text_cells import find_habits, parse_cells
from planner.parsing.word_lists import words
from planner.roster.roster import Roster

SURELY_A_TERM: Final = 0.6
"""From here on a header says when a contract ends."""
STARTS: Final = words("start starts starting begin begins beginning commencement commences")
OF_STARTS: Final = words("date day expected planned contract project work est proposed")
MOSTLY: Final = 0.5
"""Share of what stands under it, but for what has no end, that has to be days; others say that it has ended."""


def renewals(
    roster: Roster, clients: Mask, today: dt.date, until: np.datetime64, day_first: bool | None = None
) -> dict[int, np.datetime64]:
    """The days after `today`, up to `until`, on which contracts of clients end, by account; of several the first."""
    found: dict[int, np.datetime64] = {}
    first = np.datetime64(today, "D")  # which is what `ongoing` says
    for days in _ends(roster, today, day_first):
        for account in np.flatnonzero(clients & (days > first) & (days <= until)).tolist():
            found.setdefault(account, days[account])
    return found


def starts(roster: Roster, hopes: Mask, today: dt.date, day_first: bool | None = None) -> dict[int, np.datetime64]:
    """The days after `today` on which work for those who do not hire yet would start, by account.

    They stand beside the days on which the work of clients began, in a column that is kept as it is for those.
    """
    found: dict[int, np.datetime64] = {}
    for header, days in _kept_days(roster, today, day_first):
        said = set(header_words(header))
        if said & STARTS and said <= STARTS | OF_STARTS:
            for account in np.flatnonzero(hopes & (days > np.datetime64(today, "D"))).tolist():
                found.setdefault(account, days[account])
    return found


def _ends(roster: Roster, today: dt.date, day_first: bool | None) -> Iterator[Dates]:
    """(n,) the days in each column of ends of contracts."""
    if roster.deals is None and Field.CLOSED_ON in roster.columns:
        yield roster.date(Field.CLOSED_ON)
    for header, days in _kept_days(roster, today, day_first):
        if meanings_of(header_words(header)).get(Other.TERM, 0.0) >= SURELY_A_TERM:
            yield days


def _kept_days(roster: Roster, today: dt.date, day_first: bool | None) -> Iterator[tuple[str, Dates]]:
    """Headers of columns that are kept as they are, mostly days under a word for an end or a start, and the days."""
    for header, texts in roster.other.items():
        said = header_words(header)
        if not STARTS & set(said) and meanings_of(said).get(Other.TERM, 0.0) < SURELY_A_TERM:
            continue
        written = but_open_ends(as_cells(texts.tolist()), header)
        habits = find_habits([], [written], None, weeks=roster.weeks, today=today)
        habits = replace(habits, day_first=day_first) if habits.day_first is None else habits
        days = parse_cells(Field.EXPECTED_DATE, written, read_header(header), habits).values
        if np.count_nonzero(~np.isnat(days)) >= MOSTLY * max(1, len(written) - written.count("")):
            yield header, days
