"""The other lists of a workbook: beside, above and under the one that was found, and on other sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.detection.columns.account_key import quoted
from planner.detection.found_list import FoundList
from planner.detection.header_rows import find_table
from planner.detection.headers.known_headers import field_of, headerness, may_name_account, names_account, names_field
from planner.detection.rows.repeated_headers import LIKELY
from planner.detection.table import Table
from planner.parsing.header_text import read_header
from planner.records.issues import Issue
from planner.vocabulary import Severity

LEAST_FIELDS = 2
UNDER = "Put it under the first to have the plan beside each of its rows in your own workbook."
APART = "Move it to a sheet of its own, or put its values under the first header."


def lists_beside(found: FoundList) -> tuple[Table, ...]:
    """The other lists on the sheet of a list: those beside it, the one above it and the one under it."""
    table, below = found.table, found.body.below
    under = find_table(table.sheet, below) if below else None
    above = find_table(replace(table.sheet, rows=table.sheet.rows[: table.header_row - 1]))
    if above is not None and not _is_list(above, table):
        above = None
    stacked = tuple(other.without(table.outside) for other in (above, under) if other is not None)
    return (*table.beside, *stacked)


def _is_list(above: Table, table: Table) -> bool:
    """Whether a table above a list is one too: by its fields, or by headers of the list (two, or the first).

    A header that may name accounts, such as `Prospect`, is enough beside more fields of a list.
    """
    if not above.body or not any(above.headers):
        return False
    shared = {text.lower() for text in above.headers if text} & {text.lower() for text in table.headers if text}
    fields = sum(map(names_field, above.headers))
    known = fields >= LEAST_FIELDS and any(map(names_account, above.headers))
    headers = [text for text in above.headers if text]
    all_known = len(headers) > LEAST_FIELDS and all(headerness(text) >= LIKELY for text in headers)
    perhaps = may_name_account(headers[0]) and (fields > LEAST_FIELDS or (fields > 0 and all_known))
    begins_alike = bool(above.headers) and above.headers[above.left].lower() == table.headers[table.left].lower()
    return known or perhaps or begins_alike or len(shared) >= LEAST_FIELDS


def list_beside(found: FoundList, other: Table, what: str, read: bool) -> Issue:
    """An issue on another list of the same sheet; `what` says what became of it."""
    stacked = other.header_row != found.table.header_row
    if stacked:
        where = "second" if other.header_row > found.table.header_row else "first"
        message = f"Row {other.header_row} begins a {where} list with other columns; {what}."
    else:
        message = f"Another list begins beside this one in {other.place}; {what}."
    return Issue(
        "second-list" if stacked else "list-beside", Severity.NOTE if read else Severity.WARNING, message,
        UNDER if read and not stacked else "" if read else APART,
        other.sheet.name, other.place,
    )  # fmt: skip


def looks_like_list(table: Table) -> bool:
    """Whether a table that is not read names accounts, surely or among other fields of a list."""
    known = [text for text in table.headers if text and field_of(read_header(text)) is not None]
    sure = any(map(names_account, known))
    return bool(table.body) and (sure or (len(known) >= LEAST_FIELDS and any(map(may_name_account, known))))


def other_lists(table: Table, others: Sequence[Table]) -> tuple[Issue, ...]:
    """A note on the sheets that look like a list too and are not read."""
    names = [other.sheet.name for other in others if looks_like_list(other)]
    if not names:
        return ()
    return (
        Issue(
            "sheet-chosen", Severity.NOTE,
            f"The list was taken from the sheet “{table.sheet.name}”; {quoted(names)} "
            f"{'looks' if len(names) == 1 else 'look'} like a list too.",
            "Name another sheet if that is wrong.", table.sheet.name,
        ),
    )  # fmt: skip


def sheets_left(table: Table, others: Sequence[Table], file: str) -> tuple[Issue, ...]:
    """A warning on the lists of a further file of which another sheet is joined."""
    names = [other.sheet.name for other in others if looks_like_list(other)]
    if not names:
        return ()
    return (
        Issue(
            "sheet-chosen", Severity.WARNING,
            f"Of “{file}”, “{table.sheet.name}” was joined; {quoted(names)} "
            f"{'was' if len(names) == 1 else 'were'} left aside.",
            "Name that file first: all lists of the first one are read.", table.sheet.name,
        ),
    )  # fmt: skip
