"""What a list says once every column is read: one entry a row, in the units of the fields."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Numbers, Texts
from planner.detection.found_list import FoundList
from planner.facts.free_text import clues_in
from planner.facts.standing.standing import Standing
from planner.fields import Field
from planner.goods import Good
from planner.parsing.names import fold_all
from planner.parsing.remarks.clue import Clue, FreeTexts, no_texts
from planner.records.issues import Issue
from planner.records.question import Question


@dataclass(frozen=True, eq=False)
class Values:
    """What a list says, in canonical units, one entry a row of the list (an account or a deal).

    Attributes:
        newest: the newest date of making or changing in it that is not after today, or None.
        weekly, weeks: see `Roster`.
        questions: what its values leave open, beside the questions of `found`; the answered ones too.
        standing: how things stand with the account of each row.
        texts: the list's remarks, by row.
        clues: what they say; None where lists were made one since.
        state: `won` for rows that are invoices, `""` for others; None where no list is one of invoices.
        of_work: whether its rows are work of clients that goes on from year to year, or is done.
        of_invoices: whether its rows are invoices.
        today: the day that the list is read on.
        day_first: whether its days in figures begin with the day; None where nothing shows it.
        more, part: further lists of the sheet that were read with it, and which of them each row stands in (0 for the
            first); see `planner.roster.lists.union`.
    """

    found: FoundList
    columns: Mapping[Field, Column]
    rows: NDArray[np.intp]
    other: Mapping[str, Texts]
    fit: Mapping[str, Numbers]
    raters: Mapping[str, Mapping[Good, Numbers]]
    issues: tuple[Issue, ...]
    currency: str = ""
    newest: np.datetime64 | None = None
    more: tuple[FoundList, ...] = ()
    part: NDArray[np.intp] | None = None
    weekly: Mapping[Field, Numbers] = field(default_factory=dict)
    weeks: float = 13.0
    questions: tuple[Question, ...] = ()
    standing: Standing | None = None
    texts: FreeTexts = field(default_factory=no_texts)
    clues: tuple[Clue, ...] | None = None
    state: Texts | None = None
    of_work: bool = False
    of_invoices: bool = False
    today: dt.date = dt.date(2000, 1, 1)
    day_first: bool | None = None

    @property
    def size(self) -> int:
        return len(self.rows)

    @cached_property
    def said(self) -> tuple[Clue, ...]:
        """The clues of its remarks."""
        return clues_in(self.texts, self.today, self.day_first) if self.clues is None else self.clues

    @cached_property
    def plain_names(self) -> list[str]:
        """The names of the accounts in plain words."""
        return fold_all(self.columns[Field.ACCOUNT])
