"""The way of a client list: bytes → cells → table → mapped columns → Roster, with everything that was wrong."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path

from planner.roster.accounts import build_accounts
from planner.roster.find_list import find_list
from planner.roster.roster import Roster
from planner.roster.setting_sheets import check_format, read_about, read_setting_sheets, setting_changes
from planner.roster.values import read_values
from planner.roster.workbook import open_book, read_bytes
from planner.settings import Settings, make_settings

READING_SETTINGS = ("weeks", "plan_start", "currency", "fee_meaning")


def read_roster(
    source: str | Path | bytes,
    *,
    name: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    mapping: Mapping[str, str] | None = None,
    password: str | None = None,
    settings: Settings | None = None,
) -> Roster:
    """Read a client list.

    Args:
        source: a file, or its content.
        name: what to call the content in messages, with its ending; the file's name when not given.
        sheet, header_row: where the list stands (row from 1); found when not given.
        mapping: field name → their header, stronger than what is found; "-" for no column.
        password: of a protected workbook.
        settings: limits of reading, `weeks`, `plan_start` and `fee_meaning`; the file's own when not given.

    Raises:
        InputError: when there is no such file or sheet, or no column of account names.
        FileRefused: when the file is not a workbook, damaged, protected or too large.
        SettingError: when `mapping` names an unknown field or header.
    """
    limits = settings or Settings()
    content, label = read_bytes(source, name, limits)
    book = open_book(content, label, limits, password)
    about = read_about(book)
    check_format(about, label)
    sheets = read_setting_sheets(book)
    used = settings or make_settings(setting_changes(sheets, READING_SETTINGS))
    today = used.plan_start or dt.date.today()
    found = find_list(book, mapping or {}, sheets, about=about, sheet=sheet, header_row=header_row)
    values = read_values(found, used, today)
    roster = build_accounts(values, book, sheets)
    source_facts = dataclasses.replace(roster.source, digest=hashlib.sha256(content).hexdigest())
    return dataclasses.replace(roster, source=source_facts)
