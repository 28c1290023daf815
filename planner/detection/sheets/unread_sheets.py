"""Sheets of a workbook that are not read: each is named, so that nothing is missed in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from planner.detection.columns.account_key import quoted
from planner.detection.keys import book_keys
from planner.detection.sheets.setting_sheets import LIST_KEY, SETTING_SHEETS
from planner.readers.workbook import Book
from planner.records.issues import Issue
from planner.vocabulary import Severity

TEMPLATE_START: Final = "start here"
"""The first sheet of the blank client list says how to fill it in."""


def unread_sheets(
    book: Book, about: Mapping[str, str], known: Iterable[str], asked_for: str | None = None
) -> tuple[Issue, ...]:
    """A note on the sheets with anything on them that no list was taken from, and on hidden ones.

    Args:
        about: of the workbook; an export of ours is known through and through.
        known: sheets that were read, or that something was said of already.
        asked_for: the sheet that the user named, besides which no list was looked for.
    """
    if LIST_KEY in about:
        return ()
    named = {name.strip().lower() for name in known} | set(SETTING_SHEETS) | {"about"}
    if {"settings", "team", "rules"} <= {name.strip().lower() for name in book.names}:
        named.add(TEMPLATE_START)
    others = [name for name in book.names if name.strip().lower() not in named]
    hidden = [name for name in others if name in book.hidden]
    shown = [name for name in others if name not in book.hidden and _says_something(book, name)]
    parts = []
    if shown:
        parts.append(_not_read(book, shown, "No list was looked for" if asked_for else "No list was found"))
    if hidden:
        parts.append(f"{quoted(hidden)} {'is' if len(hidden) == 1 else 'are'} hidden and not read.")
    if not parts:
        return ()
    fix = "Name the sheet, if your list stands there." if not asked_for else "Name no sheet, to have all of them read."
    return (Issue("sheets-not-read", Severity.NOTE, " ".join(parts), fix, (shown or hidden)[0]),)


def _not_read(book: Book, names: list[str], why: str) -> str:
    keyed = [name for name in names if book_keys([book.sheet(name).rows])]
    others = [name for name in names if name not in keyed]
    said = [f"{why} on {quoted(others)}, so nothing there was read."] if others else []
    if keyed:
        said.append(f"{why} on {quoted(keyed)}; of it only what codes mean was read.")
    return " ".join(said)


def _says_something(book: Book, name: str) -> bool:
    return any(cell != "" for row in book.sheet(name).rows for cell in row)
