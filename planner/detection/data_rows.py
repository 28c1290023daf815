"""Which rows under a header are accounts (or deals), and what the others are: nothing is dropped unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.detection.header_rows import Table, is_blank, letter
from planner.detection.row_kinds import (
    TOTAL,
    fits_header,
    is_other_header,
    is_remark,
    is_section,
    is_total,
    odd_names,
    repeats_header,
)
from planner.parsing.cell_values import Cells, as_cells, is_missing
from planner.readers.laid_rows import LaidRows
from planner.roster.roster import Issue
from planner.vocabulary import Severity

BLANK, SECOND_LIST, SECTION = "blank", "second-list", "section-row"
SECTIONS_OF = 0.2
"""Titles of sections are looked for only where at most this share of the rows could be one."""


@dataclass(frozen=True, eq=False)
class Body:
    """The rows of a table that are read.

    Attributes:
        columns: cells by column, each `len(rows)` long.
        rows: row numbers on the sheet, from 1.
        sections: title of the section that each row stands under, "" for none; empty where there are none at all.
        below: row of the header of another list under this one, from 1, or 0.
    """

    columns: tuple[Cells, ...]
    rows: NDArray[np.intp]
    issues: tuple[Issue, ...] = ()
    sections: tuple[str, ...] = ()
    below: int = 0


def table_columns(table: Table) -> Body:
    """All rows under the header that hold anything, by column; columns outside the table are empty."""
    body = table.body
    if isinstance(body, LaidRows):
        kept = body.filled()
        columns = body.columns(kept)
    else:
        kept = np.array([i for i, row in enumerate(body) if any(row) or not is_blank(row)], dtype=np.intp)
        columns = tuple(map(Cells, zip(*(body[i] for i in kept), strict=True)))
    columns = columns if len(kept) else tuple(Cells() for _ in table.headers)
    if table.outside:
        nothing = Cells([""] * len(kept))
        columns = tuple(nothing if j in table.outside else column for j, column in enumerate(columns))
    return Body(columns, kept + table.first + 1)


def keep_rows(body: Body, table: Table, account: int, deal: int | None = None) -> Body:
    """Leave out totals, repeated headers, sections, notes and rows without an account, each with an issue.

    Args:
        account: column of the account's name.  deal: column of the deal's name; a row that has one is kept.
    """
    names = body.columns[account] if body.columns else ()
    dropped: dict[int, Issue] = {}
    below = 0
    for i in _suspicious(names, table.headers[account].lower()):
        row = [column[i] for column in body.columns]
        issue = _why_not(row, i, table, account, body)
        if issue is not None and issue.code == "account-blank" and deal is not None and _names_a_deal(row[deal]):
            continue
        if issue is not None:
            dropped[i] = issue
        if issue is not None and issue.code == SECOND_LIST:
            below = int(body.rows[i])
            dropped |= {j: Issue(BLANK, Severity.NOTE, "") for j in range(i, len(names))}
            break
    dropped |= _notes_below(body, table, account, set(dropped))
    if not dropped:
        return body
    kept = [i for i in range(len(names)) if i not in dropped]
    columns = tuple(Cells([column[i] for i in kept]) for column in body.columns)
    issues = tuple(issue for _, issue in sorted(dropped.items()) if issue.code != BLANK)
    return Body(columns, body.rows[kept], (*body.issues, *issues), _sections(dropped, kept), below)


def _suspicious(names: Sequence[Any], header: str) -> list[int]:
    """Rows that may be no accounts, by their names alone."""
    cells = as_cells(names)
    odd = (cells.distinct - cells.texts) | odd_names(cells.texts, header)
    return [i for i, name in enumerate(names) if name in odd] if odd else []


def _sections(dropped: dict[int, Issue], kept: Sequence[int]) -> tuple[str, ...]:
    titles = {i: issue.value for i, issue in dropped.items() if issue.code == SECTION}
    if not titles:
        return ()
    starts = np.array(sorted(titles))
    texts = ["", *(titles[int(start)] for start in starts)]
    return tuple(texts[at] for at in np.searchsorted(starts, kept, side="right"))


def _why_not(row: Sequence[Any], at: int, table: Table, account: int, body: Body) -> Issue | None:
    """Why a row is not read, or None where it is an account after all."""
    name, number = row[account], int(body.rows[at])

    def because(code: str, severity: Severity, message: str, fix: str = "") -> Issue:
        cell = f"{letter(account)}{number}"
        return Issue(code, severity, message, fix, table.sheet.name, cell, str(name).strip())

    if repeats_header(row, table.headers):
        return because("header-repeated", Severity.NOTE, f"Row {number} repeats the header; it was skipped.")
    if is_missing(name):
        return _nameless(row, at, account, body, because)
    if not isinstance(name, str):
        return None
    if is_total(name.strip(), at, body.columns, account):
        return because("total-row", Severity.NOTE, f"Row {number} is a total (“{name.strip()}”); it was skipped.")
    if is_section(name, row) and at + 1 < len(body.rows) and _mostly_filled(body):
        return because(
            SECTION, Severity.NOTE, f"Row {number} (“{name.strip()}”) is a title of the rows under it; it was skipped.",
            "If it is an account, write something else beside it.",
        )  # fmt: skip
    return _second_header(row, at, table, body, because) if is_other_header(row) else None


def _nameless(row: Sequence[Any], at: int, account: int, body: Body, because: Any) -> Issue:
    number = int(body.rows[at])
    others = [value for j, value in enumerate(row) if j != account and not is_missing(value)]
    if not others and isinstance(row[account], str) and not row[account].strip():
        return Issue(BLANK, Severity.NOTE, "")
    said = next((str(value).strip() for value in others if isinstance(value, str)), "")
    total = any(isinstance(value, str) and TOTAL.match(value.strip()) for value in others)
    issue: Issue
    if total or (others and at == len(body.rows) - 1 and not said):
        issue = because("total-row", Severity.NOTE, f"Row {number} is a total; it was skipped.")
    else:
        issue = because(
            "account-blank", Severity.WARNING,
            f"Row {number} has no account{f' (it says “{said[:60]}”)' if said else ''}; it was skipped.",
            "Write the account's name, or delete the row.",
        )  # fmt: skip
    return issue


def _names_a_deal(cell: Any) -> bool:
    return isinstance(cell, str) and not is_missing(cell)


def _second_header(row: Sequence[Any], at: int, table: Table, body: Body, because: Any) -> Issue:
    number = int(body.rows[at])
    issue: Issue
    if fits_header(row, table.headers):
        issue = because("header-repeated", Severity.NOTE, f"Row {number} is a header again; it was skipped.")
    else:
        issue = because(SECOND_LIST, Severity.WARNING, f"Row {number} begins a second list.")
    return issue


def _mostly_filled(body: Body) -> bool:
    """Whether rows usually say more than a name, so that a lone name stands out."""
    last = min(len(body.rows), 200)
    counts = [sum(1 for column in body.columns if column[i] != "") for i in range(last)]
    return sum(count <= 1 for count in counts) <= SECTIONS_OF * last + 2 and sum(count > 1 for count in counts) > 1


def _notes_below(body: Body, table: Table, account: int, dropped: set[int]) -> dict[int, Issue]:
    """Remarks under the list: after a gap, a single cell of many words."""
    found: dict[int, Issue] = {}
    for i in range(len(body.rows) - 1, max(-1, len(body.rows) - 30), -1):
        if i in dropped:
            continue
        filled = [column[i] for column in body.columns if not is_missing(column[i])]
        if len(filled) != 1 or not isinstance(filled[0], str):
            break
        number, text = int(body.rows[i]), filled[0].strip()
        gap = i == 0 or number - int(body.rows[i - 1]) > 1 or i + 1 in found
        if not gap or not is_remark(text):
            break
        found[i] = Issue(
            "note-row", Severity.NOTE, f"Row {number} reads like a remark (“{text[:50]}”); it was skipped.",
            "If it is an account, shorten its name.", table.sheet.name, f"{letter(account)}{number}", text[:80],
        )  # fmt: skip
    return found
