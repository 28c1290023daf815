"""Which rows under a header are accounts (or deals), and what the others are: nothing is dropped unsaid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.roster.parsed import ERRORS, MISSING, is_missing
from planner.roster.roster import Issue
from planner.roster.table import Table, is_blank, letter
from planner.schema import Severity

_TOTAL = re.compile(
    r"^(?:(?:grand|overall|sub|report|page|pipeline)[\s-]*)?(?:totals?|sum|summe|gesamt)\s*(?:[:=]|\(.*\))?\s*$"
    r"|^sub-?\s?totals?\b.*$|^grand totals?\b.*$|^totals?\s*[-–:(].*$|^(?:average|mean|median|count|avg)\s*:?$",
    re.IGNORECASE,
)
_GROUP_TOTAL = re.compile(r"^(?P<group>.+?)\s+(?:sub-?)?total$", re.IGNORECASE)
_SUMMING = ("sum", "gesamt", "average", "mean", "median", "count", "avg")
_NO_NAME = MISSING | ERRORS
NOTE_LENGTH = 60
NOTE_STARTS = ("note", "*", "source:", "as of", "as at", "nb", "key:")


@dataclass(frozen=True, eq=False)
class Body:
    """The rows of a table that are read.

    Attributes:
        columns: cells by column, each `len(rows)` long.
        rows: row numbers on the sheet, from 1.
    """

    columns: tuple[tuple[Any, ...], ...]
    rows: NDArray[np.intp]
    issues: tuple[Issue, ...] = ()


def table_columns(table: Table) -> Body:
    """All rows under the header that hold anything, by column."""
    body = table.body
    kept = [i for i, row in enumerate(body) if any(row) or not is_blank(row)]
    if len(kept) != len(body):
        body = [body[i] for i in kept]
    columns = tuple(zip(*body, strict=True)) if body else tuple(() for _ in table.headers)
    return Body(columns, np.array(kept, dtype=np.intp) + table.first + 1)


def keep_rows(body: Body, table: Table, account: int, deal: int | None = None) -> Body:
    """Leave out totals, repeated headers, notes and rows without an account, each with an issue.

    Args:
        account: column of the account's name.  deal: column of the deal's name; a row that has one is kept.
    """
    names = body.columns[account] if body.columns else ()
    suspicious = _suspicious(names, table, account)
    dropped: dict[int, Issue] = {}
    for i in suspicious:
        row = [column[i] for column in body.columns]
        issue = _why_not(row, i, table, account, body)
        if issue is not None and issue.code == "account-blank" and deal is not None and _names_a_deal(row[deal]):
            continue
        if issue is not None:
            dropped[i] = issue
    dropped |= _notes_below(body, table, account, set(dropped))
    if not dropped:
        return body
    kept = [i for i in range(len(names)) if i not in dropped]
    columns = tuple(tuple(column[i] for i in kept) for column in body.columns)
    issues = tuple(issue for _, issue in sorted(dropped.items()) if issue.code != "blank")
    return Body(columns, body.rows[kept], (*body.issues, *issues))


def _suspicious(names: Sequence[Any], table: Table, account: int) -> list[int]:
    header = table.headers[account].lower()
    odd = {name for name in set(names) if not isinstance(name, str) or _is_odd(name.strip().lower(), header)}
    return [i for i, name in enumerate(names) if name in odd] if odd else []


def _is_odd(low: str, header: str) -> bool:
    """Whether a name in small letters may be something else than an account."""
    return low in _NO_NAME or "total" in low or low == header or low.startswith(_SUMMING)


def _why_not(row: Sequence[Any], at: int, table: Table, account: int, body: Body) -> Issue | None:
    """Why a row is not read, or None where it is an account after all."""
    name, number = row[account], int(body.rows[at])
    cell = f"{letter(account)}{number}"
    sheet = table.sheet.name
    if _repeats_header(row, table):
        return Issue(
            "header-repeated",
            Severity.NOTE,
            f"Row {number} repeats the header; it was skipped.",
            "",
            sheet,
            cell,
            str(name),
        )
    if is_missing(name):
        others = [value for j, value in enumerate(row) if j != account and not is_missing(value)]
        if not others and isinstance(name, str) and not name.strip():
            return Issue("blank", Severity.NOTE, "")
        said = next((str(value) for value in others if isinstance(value, str)), "")
        is_total = any(isinstance(value, str) and _TOTAL.match(value.strip()) for value in others)
        if is_total or (others and at == len(body.rows) - 1 and not said):
            return _total(number, sheet, cell, said)
        return Issue(
            "account-blank", Severity.WARNING,
            f"Row {number} has no account{f' (it says “{said[:60]}”)' if said else ''}; it was skipped.",
            "Write the account's name, or delete the row.", sheet, cell, str(name),
        )  # fmt: skip
    if isinstance(name, str) and _is_total(name.strip(), at, body, account):
        return _total(number, sheet, cell, name)
    return None


def _names_a_deal(cell: Any) -> bool:
    return isinstance(cell, str) and not is_missing(cell)


def _total(number: int, sheet: str, cell: str, said: str) -> Issue:
    return Issue(
        "total-row", Severity.NOTE, f"Row {number} is a total{f' (“{said}”)' if said else ''}; it was skipped.",
        "", sheet, cell, said,
    )  # fmt: skip


def _repeats_header(row: Sequence[Any], table: Table) -> bool:
    texts = [(j, " ".join(cell.split())) for j, cell in enumerate(row) if isinstance(cell, str) and cell.strip()]
    same = sum(text.lower() == table.headers[j].lower() for j, text in texts)
    return len(texts) > 1 and same >= max(2, 0.7 * len(texts))


def _is_total(name: str, at: int, body: Body, account: int) -> bool:
    if _TOTAL.match(name):
        return True
    group = _GROUP_TOTAL.match(name)
    return bool(group) and _adds_up(at, body, account)


def _adds_up(at: int, body: Body, account: int) -> bool:
    """Whether some figure of a row is the sum of two or more figures right above it."""
    for j, column in enumerate(body.columns):
        figure = column[at]
        if j == account or not isinstance(figure, int | float) or isinstance(figure, bool) or not figure:
            continue
        running = 0.0
        for count, above in enumerate(reversed(column[max(0, at - 500) : at]), 1):
            if not isinstance(above, int | float):
                continue
            running += above
            if count > 1 and abs(running - figure) <= 0.005 * abs(figure):
                return True
    return False


def _notes_below(body: Body, table: Table, account: int, dropped: set[int]) -> dict[int, Issue]:
    """Remarks under the list: after a gap, a single cell of many words."""
    found: dict[int, Issue] = {}
    for i in range(len(body.rows) - 1, max(-1, len(body.rows) - 30), -1):
        row = [column[i] for column in body.columns]
        filled = [cell for cell in row if not is_missing(cell)]
        if i in dropped:
            continue
        if len(filled) != 1 or not isinstance(filled[0], str):
            break
        number = int(body.rows[i])
        gap = i == 0 or number - int(body.rows[i - 1]) > 1 or i + 1 in found
        text = filled[0].strip()
        looks_note = len(text) > NOTE_LENGTH or text.lower().startswith(
            ("note", "*", "source:", "as of", "as at", "nb", "key:")
        )
        if not looks_note or not gap:
            break
        found[i] = Issue(
            "note-row", Severity.NOTE, f"Row {number} reads like a remark (“{text[:50]}…”); it was skipped.",
            "If it is an account, shorten its name.", table.sheet.name, f"{letter(account)}{number}", text[:80],
        )  # fmt: skip
    return found
