"""Values, one a row → accounts: names made unique, relationships read from what columns there are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, Texts
from planner.detection.found_list import FoundList
from planner.facts.issues import Place, as_issues
from planner.facts.spelled_out import relationships_of_types
from planner.facts.values import Values
from planner.fields import Field
from planner.parsing.cell_values import Problem
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.stages import outcome_of
from planner.parsing.text_cells import as_texts
from planner.readers.workbook import Book
from planner.records.findings import SettingSheet
from planner.records.issues import Issue
from planner.roster.roster import Reconciliation, Roster, Source
from planner.roster.standing.account_standing import with_standing
from planner.roster.works import with_works_together, works_of_accounts
from planner.text import money
from planner.vocabulary import Grain, Severity

SKIPPED_ROWS = frozenset({"account-blank", "total-row", "header-repeated", "note-row", "section-row"})
"""Codes of issues that each stand for a row of the file that is not read."""
LEFT_OUT_CODES = SKIPPED_ROWS | {"left-out"}
"""Those, and that of accounts that get no hours by the list's own words."""


def build_accounts(values: Values, book: Book, sheets: Mapping[str, SettingSheet]) -> Roster:
    """A roster of a list that has one row per account."""
    columns = dict(values.columns)
    works = works_of_accounts(values)
    names, issues = unique_names(
        columns[Field.ACCOUNT],
        values.plain_names,
        values.rows,
        (values.found, *values.more),
        values.part,
        frozenset() if works is None else works.later,
    )
    columns[Field.ACCOUNT] = names
    issues = [*values.issues, *issues, *_empty(values)]
    roster = Roster(
        source=make_source(values, book, Grain.ACCOUNT),
        columns=columns,
        rows=values.rows,
        other=values.other,
        fit=values.fit,
        raters=values.raters,
        sheets=sheets,
        issues=tuple(issues),
        reconciliation=reconcile_accounts(columns, values, values.size if works is None else works.size),
        part=values.part,
        weekly=values.weekly,
        weeks=values.weeks,
    )
    roster = with_standing(roster, values)
    return roster if works is None else with_works_together(roster, works)


def make_source(values: Values, book: Book, grain: Grain) -> Source:
    found = values.found
    return Source(
        file=book.file,
        sheet=found.table.sheet.name,
        header_row=found.table.header_row,
        grain=grain,
        mapping=found.mapped.matches,
        unmapped=tuple(values.other),
        sheets=book.names,
        currency=values.currency,
        newest_date=values.newest,
        more=tuple(found.mapped.matches for found in values.more),
        more_places=tuple((_other_sheet(one, found), one.table.header_row) for one in values.more),
        rearranged=bool(found.table.cells),
        only=found.table.sheet.only,
    )


def _other_sheet(one: FoundList, first: FoundList) -> str:
    """The sheet of a further list where it is another than the first's, else `""`."""
    sheet = one.table.sheet.name
    return "" if sheet == first.table.sheet.name else sheet


def unique_names(
    names: Texts,
    folded: Sequence[str],
    rows: NDArray[np.intp],
    lists: Sequence[FoundList],
    part: NDArray[np.intp] | None = None,
    known: Collection[int] = (),
) -> tuple[Texts, list[Issue]]:
    """Accounts of the same name told apart by their row, each with an issue; nothing is merged.

    Args:
        folded: the names in plain words.
        lists: the list, and further ones that were read with it; `part` says in which of them each name stands.
        known: rows of which it is said elsewhere why their name stands again.
    """
    if len(set(folded)) == len(folded):
        return names, []
    unique = names.copy()
    repeats: list[int] = []
    seen: set[str] = set()
    taken = set(names)
    for i, key in enumerate(folded):
        if key in seen:
            unique[i] = _free(str(names[i]), int(rows[i]), taken)
            repeats += [] if i in known else [i]
        seen.add(key)
    twice = len(repeats) >= 5 and len(repeats) * 2 >= 0.9 * len(names) and repeats[0] >= 0.4 * len(names)
    issues: list[Issue] = []
    for at, found in enumerate(lists):
        here = repeats if part is None else [i for i in repeats if part[i] == at]
        issues += as_issues((_repeated(here, twice),), list(names), _place(found, rows))
    return unique, issues


def _place(found: FoundList, rows: NDArray[np.intp]) -> Place:
    match = found.mapped.matches[Field.ACCOUNT]
    return Place(match.header, found.table.sheet.only or match.column, found.table.sheet.name, rows)


def _repeated(repeats: Sequence[int], twice: bool) -> Problem:
    return Problem(
        "list-twice" if twice else "account-twice", Severity.WARNING, tuple(repeats),
        "The list seems to stand twice in the file, from “{value}” on; every row was kept." if twice
        else "“{value}” stands in the list more than once; the later row was kept apart, named by its row.",
        "Delete one of the two." if twice else "Delete or merge one of the rows, or tell them apart by name.",
        grouped=twice,
    )  # fmt: skip


def _free(name: str, row: int, taken: set[str]) -> str:
    """A name that no other account has: by its row, else by a number."""
    free, number = f"{name} (row {row})" if row else f"{name} (2)", 3
    while free in taken:
        free, number = f"{name} ({number})", number + 1
    taken.add(free)
    return free


def derive_relationship(columns: Mapping[Field, Column], size: int) -> dict[Field, Column]:
    """The relationship where its own column says nothing: from type, status and stage, by their values."""
    derived = dict(columns)
    found: Texts = derived[Field.RELATIONSHIP].copy() if Field.RELATIONSHIP in derived else as_texts([""] * size)
    for name in (Field.TYPE, Field.STATUS, Field.STAGE):
        if name in columns:
            column = as_texts(_relationships_in(name, columns[name]))
            found = np.where(found == "", column, found)
    if np.any(found != ""):
        derived[Field.RELATIONSHIP] = found
    return derived


def _relationships_in(name: Field, texts: Column) -> list[str]:
    """(n,) what each text of a column of types, statuses or stages says of the relationship; `""` for nothing."""
    if name is Field.STAGE:
        return ["client" if outcome_of(text) == "won" else "" for text in texts]
    kinds = relationships_of_types(texts) if name is Field.TYPE else map(relationship_of, texts)
    return [str(kind or "") for kind in kinds]


def reconcile_accounts(columns: Mapping[Field, Column], values: Values, accounts: int) -> Reconciliation:
    skipped = sum(len(one.skipped) for one in (values.found, *values.more))
    return account_reconciliation(accounts + skipped, accounts, columns.get(Field.ANNUAL_FEE), values.currency)


def account_reconciliation(rows: int, accounts: int, fee: Column | None, currency: str) -> Reconciliation:
    """Counts and fees of a list that has one row per account; the rows that are no accounts were skipped."""
    known = fee[~np.isnan(fee)] if fee is not None else np.zeros(0)
    fees = f"; the fees beside them, paid or hoped for, come to {money(known.sum(), currency)} a year"
    skipped = rows - accounts
    left = f"; {skipped} row{'s' if skipped != 1 else ''} skipped" if skipped > 0 else ""
    return Reconciliation(
        rows=rows,
        accounts=accounts,
        money_open=float(known.sum()),
        money_used=float(known.sum()),
        sentence=f"{accounts:,} account{'s' if accounts != 1 else ''}{fees if len(known) else ''}{left}.",
    )


def _empty(values: Values) -> Sequence[Issue]:
    if values.size:
        return ()
    skipped = [issue for issue in values.issues if issue.code in SKIPPED_ROWS]
    why = f" {skipped[0].message}" if skipped else ""
    return (
        Issue(
            "no-accounts", Severity.ERROR,
            f"The list has its header in row {values.found.table.header_row}, but no account under it.{why}",
            "Write at least one account, or name the sheet and header row of another list.",
            values.found.table.sheet.name,
        ),
    )  # fmt: skip
