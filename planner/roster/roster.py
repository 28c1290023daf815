"""The client list as the rest of the planner sees it: columns in canonical units, and what was wrong.

A `Roster` is columnar: one numpy array per field, all `size` long, in the order of the file. Missing text is
`""`, a missing number is NaN, a missing date is NaT; missing is never zero. Nothing here is changed in place.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.arrays import Column, Dates, Numbers, Texts, same_text
from planner.detection.picture_types import SheetPicture
from planner.fields import Field
from planner.goods import Good
from planner.parsing.remarks.clue import Clue, FreeTexts
from planner.records.findings import ColumnMatch, SettingSheet, SkippedRow
from planner.records.issues import Issue
from planner.records.question import Question
from planner.vocabulary import Grain


@dataclass(frozen=True)
class Duplicate:
    """Accounts that look like one; proposed, never merged unasked. `evidence` is a sentence."""

    accounts: tuple[str, ...]
    cells: tuple[str, ...]
    score: float
    evidence: str


@dataclass(frozen=True, eq=False)
class Deals:
    """The single deals behind a list that has one row per opportunity; every array is one entry per deal.

    Attributes:
        account: position of the deal's account in the roster.
        name, stage, service, source: text; `source` is the lead source as written.
        amount: money, NaN where missing.
        probability: 0 to 1, NaN where missing.
        expected, created, closed: dates, NaT where missing.
        state: "open", "stale", "won" or "lost".
        row: row of the deal on its sheet, from 1.
        part: which of the lists that were read it stands in, 0 for the first; None where there is one.
        billed: whether amounts are what work brought in a year, whenever it was given; else a deal's own.
        invoices: whether deals are invoices, so that an account pays in a year what they add up to.
        stated: account columns as the file itself gives them, before the deals are summed for a day.
    """

    account: NDArray[np.intp]
    name: Texts
    stage: Texts
    service: Texts
    source: Texts
    amount: Numbers
    probability: Numbers
    expected: Dates
    created: Dates
    closed: Dates
    state: Texts
    row: NDArray[np.intp]
    stated: Mapping[Field, Column] = field(default_factory=dict)
    part: NDArray[np.intp] | None = None
    billed: bool = False
    invoices: bool = False

    @property
    def size(self) -> int:
        return len(self.account)


@dataclass(frozen=True)
class Returned:
    """What a person wrote beside an account on their page of a plan's workbook.

    Attributes:
        account: position in the roster.
        hours: hours spent, NaN where nobody wrote them.
    """

    account: int
    person: str
    hours: float
    outcome: str = ""
    why_different: str = ""


@dataclass(frozen=True)
class Reconciliation:
    """Counts and money of the user's own file against what the plan uses, so that totals can be checked.

    Money is as written in the file (undiscounted). Open deals are `deals_used` (live and not past their date),
    `deals_late` (past it, counted for less) and `deals_stale` (long past it). `sentence` is the plain summary.
    `unjoined` names what one sheet or file has and the others have not; `joins` says how many were joined, and how.
    """

    rows: int
    accounts: int
    deals_open: int = 0
    money_open: float = 0.0
    deals_used: int = 0
    money_used: float = 0.0
    deals_late: int = 0
    deals_stale: int = 0
    deals_won: int = 0
    deals_lost: int = 0
    unjoined: tuple[str, ...] = ()
    sentence: str = ""
    joins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where the list was found and how it was understood.

    `more` is the mapping of each further list that was read with it, on the same sheet, beside or below the first, or
    on another; `more_places` are their sheets (`""` for the same) and header rows. `rearranged` says that the sheet is
    no table, and that nothing can stand beside its rows. `only` is the letter of the one column whose lines were split
    into columns.
    """

    file: str
    sheet: str
    header_row: int
    grain: Grain = Grain.ACCOUNT
    mapping: Mapping[Field, ColumnMatch] = field(default_factory=dict)
    unmapped: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    currency: str = ""
    newest_date: np.datetime64 | None = None
    digest: str = ""
    more: tuple[Mapping[Field, ColumnMatch], ...] = ()
    more_places: tuple[tuple[str, int], ...] = ()
    rearranged: bool = False
    only: str = ""


@dataclass(frozen=True, eq=False)
class Roster:
    """A client list.

    Attributes:
        source: file, sheet, header row, mapping.
        columns: array per field that the file has; read them with `text`, `number` and `date`.
        rows: row of each account on its sheet, from 1 (the first deal's where rows are deals; 0 where the account
            has no row on the list's sheet, but is a joined company without a deal).
        planned: hours that the plan planned whose workbook this was read from: "hours" in all, and by group.
        weeks: how many weeks the hours in `columns` are for.
        weekly: what of them is so much a week, by field, and grows with the weeks; 0 where it does not.
        part: which of the lists on the sheet each account stands in, 0 for the first; None where there is one.
        joined_rows: row of each account on the joined sheet of companies, 0 where it is not on it.
        other: columns that fit no field, as text, by header; carried through to the export.
        fit: rating per best-fit criterion (`fit_*` columns), 0 to 5.
        raters: ratings per rater's name and good, where several partners rated the same list.
        overridden: mask per field of what the user changed by hand.
        deals: the deals behind the accounts, where the grain is the opportunity.
        history: facts summed from the deals, by name; see `planner.roster.deals.deal_aging`.
        sheets: the optional setting sheets, by lower-case name.
        scenarios, duplicates, issues, reconciliation: as found.
        skipped: rows with text that are no accounts, in the order of the file.
        picture: the head of the list's sheet, with what each row and column was taken for.
        also_read: the same of each list that was read with it and has other columns.
        questions: what the reading leaves open, and what is assumed until it is answered.
        answers: the answers that were given, by the code of their question.
        answered: those questions of the reading that have an answer.
        sources: where each account's fact comes from, as an `Origin` by field; `""` where it is missing.
        returned: what people wrote on their pages of a plan's workbook.
        left_out: accounts that the list itself ends (lost, conflict, parked), with the reason in its own words; they
            get no hours until somebody says otherwise.
        titles: the title that an account stands under on its sheet, by account.
        remarks: clues in the list's free texts, until somebody confirms or dismisses them.
        texts: those free texts, by account; None where there are none.
    """

    source: Source
    columns: Mapping[Field, Column]
    rows: NDArray[np.intp]
    other: Mapping[str, Texts] = field(default_factory=dict)
    fit: Mapping[str, Numbers] = field(default_factory=dict)
    raters: Mapping[str, Mapping[Good, Numbers]] = field(default_factory=dict)
    overridden: Mapping[Field, NDArray[np.bool_]] = field(default_factory=dict)
    deals: Deals | None = None
    history: Mapping[str, Numbers] = field(default_factory=lambda: MappingProxyType({}))
    sheets: Mapping[str, SettingSheet] = field(default_factory=dict)
    duplicates: tuple[Duplicate, ...] = ()
    issues: tuple[Issue, ...] = ()
    reconciliation: Reconciliation | None = None
    joined_rows: NDArray[np.intp] | None = None
    planned: Mapping[str, Numbers] = field(default_factory=dict)
    part: NDArray[np.intp] | None = None
    weekly: Mapping[Field, Numbers] = field(default_factory=dict)
    weeks: float = 13.0
    skipped: tuple[SkippedRow, ...] = ()
    picture: SheetPicture | None = None
    also_read: tuple[SheetPicture, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    answered: tuple[Question, ...] = ()
    sources: Mapping[Field, Texts] = field(default_factory=lambda: MappingProxyType({}))
    returned: tuple[Returned, ...] = ()
    left_out: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    titles: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    remarks: tuple[Clue, ...] = ()
    texts: FreeTexts | None = None

    @property
    def size(self) -> int:
        """How many accounts there are."""
        return len(self.rows)

    @property
    def names(self) -> Texts:
        return self.text(Field.ACCOUNT)

    def has(self, name: Field) -> bool:
        """Whether the file has a column for the field."""
        return name in self.columns

    def text(self, name: Field) -> Texts:
        """Shape (size,), `""` where missing."""
        return self.columns[name] if name in self.columns else same_text(self.size, "")

    def number(self, name: Field) -> Numbers:
        """Shape (size,), in the field's unit, NaN where missing."""
        return self.columns[name] if name in self.columns else np.full(self.size, np.nan)

    def date(self, name: Field) -> Dates:
        """Shape (size,), days, NaT where missing."""
        if name not in self.columns:
            return np.full(self.size, "NaT", dtype="datetime64[D]")
        return self.columns[name]

    @property
    def frame(self) -> pd.DataFrame:
        """The list as a table: one row an account, a column for each field that the file has, named as in `Field`.

        Texts are `object`, numbers `float64` in the field's unit (see `planner.fields`), dates `datetime64`; missing is
        `""`, NaN and NaT. It is a copy: changing it changes no plan.

        >>> import planner
        >>> roster = planner.read_roster(b"Account,Owner,Fee\\nAcme,Ann,5000\\nBeta,Ann,7000\\n", name="list.csv")
        >>> roster.frame.groupby("owner")["annual_fee"].sum().to_dict()
        {'Ann': 12000.0}
        """
        return pd.DataFrame(
            {
                str(name): column.astype("datetime64[s]") if column.dtype.kind == "M" else column.copy()
                for name, column in self.columns.items()
            }
        )

    def fact(self, name: str) -> Numbers:
        """A figure summed from the deals (see `deal_aging.HISTORY`), NaN where there are no deals."""
        return self.history[name] if name in self.history else np.full(self.size, np.nan)

    def with_join(self, sentence: str, unjoined: Sequence[str] = ()) -> Roster:
        """The roster with one more join told in its reconciliation."""
        rows = self.deals.size if self.deals is not None else self.size
        told = self.reconciliation or Reconciliation(rows=rows, accounts=self.size)
        joins = (*told.joins, sentence) if sentence else told.joins
        return dataclasses.replace(
            self, reconciliation=dataclasses.replace(told, joins=joins, unjoined=(*told.unjoined, *unjoined))
        )

    def cell(self, name: Field, account: int) -> str:
        """Address that the field of an account was read from, or `""`: "F12" on the list's sheet, else "Sheet!F12"."""
        part = int(self.part[account]) if self.part is not None else 0
        match = (self.source.more[part - 1] if part else self.source.mapping).get(name)
        if match is None or not match.column:
            return ""
        if match.sheet:
            row = self.joined_rows[account] if self.joined_rows is not None else 0
            return f"{match.sheet}!{match.column}{row}" if row else ""
        sheet = self.sheet_of(account)
        cell = f"{self.source.only or match.column}{self.rows[account]}" if self.rows[account] else ""
        return f"{sheet}!{cell}" if cell and sheet != self.source.sheet else cell

    def sheet_of(self, account: int) -> str:
        """The sheet that an account stands on."""
        part = int(self.part[account]) if self.part is not None else 0
        places = self.source.more_places
        return (places[part - 1][0] if part and part <= len(places) else "") or self.source.sheet

    def place(self, name: Field, account: int) -> tuple[str, str]:
        """Sheet and address that the field of an account was read from; the list's own sheet where there is none."""
        sheet, _, cell = self.cell(name, account).rpartition("!")
        return sheet or self.source.sheet, cell

    def places(self, name: Field, accounts: NDArray[np.intp]) -> Texts:
        """Addresses like `cell` of (k,) accounts, always with the sheet."""
        sheet, match = self.source.sheet, self.source.mapping.get(name)
        if self.part is not None or match is None or not match.column or match.sheet:
            cells = [self.cell(name, account) for account in accounts.tolist()]
            return np.array([f"{sheet}!{cell}" if cell and "!" not in cell else cell for cell in cells], dtype=object)
        rows = self._row_texts[accounts]
        places: Texts = f"{sheet}!{self.source.only or match.column}" + rows
        places[rows == ""] = ""
        return places

    @cached_property
    def _row_texts(self) -> Texts:
        """(size,) row of each account on its sheet in digits, `""` where it has none."""
        return np.array([str(row) if row else "" for row in self.rows.tolist()], dtype=object)
