"""The day on which work ended, where a status or a stage states it (`Finished 2024`, `abgeschlossen 03/2023`)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planner.parsing.cell_values import Unreadable
from planner.parsing.dates.date_words import MONTHS, PARTS, SEASONS
from planner.parsing.dates.dates import read_date
from planner.parsing.history.done_words import COMPLETED, HANDED_OVER
from planner.parsing.remarks.phrases import words_of
from planner.parsing.word_lists import words

FINISHED: Final = COMPLETED | HANDED_OVER
_WORK: Final = words(
    """project job work engagement assignment projekt auftrag arbeit projet mission chantier proyecto encargo trabajo
    opdracht klus progetto incarico lavoro projeto trabalho"""
)
"""What may be named before the word for its end; of a phase that is done, the next one may run."""
_ON: Final = words("in on im am en em le el il op nel back")
_A_YEAR: Final = re.compile(r"^(?:19|20)\d\d$|^['’]\d\d$|\d[./-](?:20)?\d\d$")
_FIGURES: Final = re.compile(r"^['’]?\d{1,4}(?:[./-]\d{1,4}){0,2}(?:st|nd|rd|th|er|\.)?$|^[qth][1-4]$")
_SPLIT: Final = re.compile(r"[\s,:;()–—]+|(?<=[^\W\d])-(?=\d)")
_MONTH_AND_YEAR: Final = re.compile(r"^(0?[1-9]|1[0-2])[./-](\d\d)$")


def finished_on(text: str, today: dt.date, day_first: bool = True) -> dt.date | None:
    """The day, at the latest today, on which work ended; of a month or a year its last one.

    Example:
        >>> finished_on("Completed Mar 2023", dt.date(2026, 11, 28)), finished_on("Finished", dt.date(2026, 11, 28))
        (datetime.date(2023, 3, 31), None)
    """
    said = _MONTH_AND_YEAR.sub(r"\1/20\2", day_of_finish(text))
    if not said:
        return None
    try:
        return min(read_date(said, day_first=day_first, today=today), today)
    except (Unreadable, ValueError):
        return None


@lru_cache(maxsize=4096)
def day_of_finish(text: str) -> str:
    """What stands behind a word for work that has ended, where it is a day, a month or a year, and nothing else."""
    parts = [part for part in _SPLIT.split(text) if part.strip("-. ")]
    if len(parts) < 2 or not _A_YEAR.search(parts[-1]):
        return ""
    day = len(parts)
    while day and _is_of_a_day(parts[day - 1]):
        day -= 1
    head = [word for word in words_of(" ".join(parts[:day])) if word not in _ON | _WORK]
    return " ".join(parts[day:]) if " ".join(head) in FINISHED else ""


def days_finished(texts: Sequence[str], today: dt.date, day_first: bool | None) -> NDArray[np.datetime64]:
    """(n,) the days on which work ended, as statuses or stages state them; NaT elsewhere."""
    known = {text: finished_on(text, today, day_first is not False) for text in set(texts)}
    return np.array([known[text] for text in texts], dtype="datetime64[D]")


def _is_of_a_day(part: str) -> bool:
    said = " ".join(words_of(part))
    return _FIGURES.match(part.lower()) is not None or said in MONTHS or said in SEASONS or said in PARTS
