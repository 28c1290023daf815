"""Days on which accounts left (`Left`, `Baja`, `Austritt`): who has is a past client, who is about to may be lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

import numpy as np

from planner.detection.found_list import FoundList
from planner.parsing.cell_values import as_cells, is_missing, is_number
from planner.parsing.dates.dates import parse_dates
from planner.parsing.remarks.phrases import words_of
from planner.parsing.text_cells import to_text
from planner.parsing.word_lists import words

LEAVING: Final = words(
    """left leaving leaver departed departure churned churn terminated termination offboarded cancelled canceled
    cancellation ceased disengaged austritt austrittsdatum ausgetreten gekundigt kundigung kundigungsdatum abgang
    sortie depart parti resilie resiliee resiliation baja bajas opgezegd opzegging opzegdatum uitgeschreven
    uitschrijving disdetta disdettato cessazione uscita saida rescisao rescindido"""
)
UNTIL: Final = words("until till bis jusqu jusque hasta tot fino ate")
CLIENT: Final = words("client clients customer kunde mandant mandat cliente klant utente member mitglied")
BESIDE: Final = CLIENT | words(
    """date day year on in at as of us the datum tag jahr am per zum seit von uns le la les de du des date jour au a
    annee fecha dia ano el del en op jaar van data il nel em da acting"""
)
"""Words that may stand beside those for leaving."""
MOSTLY: Final = 0.8
FIRST_YEAR, LAST_YEAR = 1950, 2100
FORMER, LEAVES = "former client", "on notice"
"""What such days are read as saying, in words that are known for how things stand."""


def told_by_leaving(found: FoundList, today: dt.date) -> tuple[dict[int, str], dict[int, str]]:
    """Rows whose account has left by a day, and those whose account is to leave on one, with what is written there."""
    gone: dict[int, str] = {}
    going: dict[int, str] = {}
    for j in found.mapped.unmapped:
        header = found.table.headers[j]
        if tells_of_leaving(header):
            for row, left in _days(found, j, today):
                (gone if left else going)[row] = f"{header}: {to_text(found.body.columns[j][row])}"
    return gone, going


def tells_of_leaving(header: str) -> bool:
    """Whether a header says no more than when somebody left.

    Example:
        >>> [tells_of_leaving(text) for text in ("Date left", "Client until", "Fecha de baja", "Days left", "Until")]
        [True, True, True, False, False]
    """
    said = set(words_of(header))
    until = bool(UNTIL & said and CLIENT & said)
    return (until or bool(LEAVING & said)) and said <= LEAVING | UNTIL | BESIDE


def _days(found: FoundList, column: int, today: dt.date) -> Iterator[tuple[int, bool]]:
    """Rows with a day or a year, and whether it has been; none where all rows have one, or few cells are such."""
    cells = as_cells(found.body.columns[column])
    days = parse_dates(cells, day_first=None, today=today, past=True).values
    left = {i: bool(day <= np.datetime64(today, "D")) for i, day in enumerate(days) if not np.isnat(day)}
    years = {i: int(cell) for i, cell in enumerate(cells) if is_number(cell) and FIRST_YEAR <= cell <= LAST_YEAR}
    left |= {i: year <= today.year for i, year in years.items()}
    said = sum(not is_missing(cell) for cell in cells)
    if MOSTLY * said <= len(left) < len(cells):
        yield from left.items()
