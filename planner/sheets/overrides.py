"""What the user changed by hand: the `Overrides` sheet, and its values put over the list's own."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.arrays import Column, missing
from planner.errors import SettingError
from planner.fields import FIELDS, Field, field_named
from planner.parsing.cell_values import is_missing
from planner.parsing.header_text import plain, read_header
from planner.parsing.names import fold, fold_all
from planner.parsing.standing.statuses import status_of
from planner.parsing.standing.words.status_words import ENDING
from planner.parsing.text_cells import Habits, parse_cells, read_yes_no, to_text
from planner.records.findings import SettingSheet, SheetCell
from planner.records.issues import Issue
from planner.roster.roster import Roster
from planner.roster.standing.left_out import BY_HAND, accounts_left_out
from planner.vocabulary import Severity

SHEET = "overrides"
HEADERS = ("account", "field", "value", "why", "told by", "day")


@dataclass(frozen=True)
class Override:
    """One value that the user set by hand.

    Attributes:
        account: the account's name as in the list.
        value: as typed; read like a cell of the field's column.
        why: the user's own words, or "".
        by, day: who said so and when, as written, or "".
        cell, value_cell: where the row and its value are written on the `Overrides` sheet, or "".
    """

    account: str
    field: Field
    value: object
    why: str = ""
    cell: str = ""
    by: str = ""
    day: str = ""
    value_cell: str = ""


def read_overrides(sheet: SettingSheet | None) -> tuple[tuple[Override, ...], tuple[Issue, ...]]:
    """The rows of the `Overrides` sheet, and an issue for each that names no field."""
    found: list[Override] = []
    issues: list[Issue] = []
    for row in sheet.rows if sheet else ():
        texts = {key: to_text(row[key].value).strip() for key in HEADERS if key in row}
        cell = next((row[key].cell for key in HEADERS if key in row), "")
        if not texts.get("account") or not texts.get("field"):
            issues.append(_issue("override-incomplete", "A change needs an account and a field.", cell, ""))
            continue
        name = field_named(texts["field"])
        if name is None or name is Field.ACCOUNT:
            near = get_close_matches(plain(texts["field"]).replace(" ", "_"), list(Field), n=1, cutoff=0.5)
            hint = f"Did you mean “{near[0]}”?" if near else "Use a field's name, such as annual_fee."
            message = f"Your change of {texts['account']} names a field “{texts['field']}” that there is not."
            issues.append(_issue("override-field-unknown", message, row["field"].cell, texts["field"], hint))
            continue
        value, value_cell = (row["value"].value, row["value"].cell) if "value" in row else ("", cell)
        details = {"by": texts.get("told by", ""), "day": texts.get("day", ""), "value_cell": value_cell}
        found.append(Override(texts["account"], name, value, texts.get("why", ""), cell, **details))
    return tuple(found), tuple(issues)


def with_override_rows(sheet: SettingSheet | None, overrides: Sequence[Override]) -> SettingSheet:
    """The `Overrides` sheet with further rows at its end; a row that says the same already is not written twice."""
    before = sheet.rows if sheet is not None else ()
    known = {_said(row) for row in before}
    rows = [row for row in map(_row, overrides) if _said(row) not in known]
    return SettingSheet(SHEET, (*before, *rows))


def _row(one: Override) -> Mapping[str, SheetCell]:
    values = (one.account, str(one.field), one.value, one.why, one.by, one.day)
    cells = {header: SheetCell(value, one.cell) for header, value in zip(HEADERS, values, strict=True) if value != ""}
    return MappingProxyType(cells)


def _said(row: Mapping[str, SheetCell]) -> tuple[str, ...]:
    return tuple(to_text(row[header].value).strip() if header in row else "" for header in HEADERS[:4])


def apply_overrides(roster: Roster) -> Roster:
    """The roster with the values of its `Overrides` sheet, marked in `overridden`; the last of two wins."""
    overrides, issues = read_overrides(roster.sheets.get(SHEET))
    if not overrides and not issues:
        return roster
    return with_overrides(roster, overrides, issues)


def with_overrides(roster: Roster, overrides: Sequence[Override], issues: Sequence[Issue] = ()) -> Roster:
    """The roster with some values set by hand. An unknown account or an unreadable value is an issue."""
    position = {name: i for i, name in reversed(list(enumerate(fold_all(roster.names))))}
    columns: dict[Field, Column] = dict(roster.columns)
    weekly = dict(roster.weekly)
    masks: dict[Field, NDArray[np.bool_]] = dict(roster.overridden)
    found = list(issues)
    grouped = _by_field(overrides)
    roster = _with_states(roster, grouped, position)
    said_out = grouped.pop(Field.LEAVE_OUT, [])
    left_out = _left_out(roster, said_out, position, found)
    if said_out and Field.LEAVE_OUT in columns:
        known = [position[fold(one.account)] for one in said_out if fold(one.account) in position]
        columns[Field.LEAVE_OUT] = columns[Field.LEAVE_OUT].copy()
        columns[Field.LEAVE_OUT][known] = ""
    for name, ones in grouped.items():
        column = columns[name].copy() if name in columns else missing(name, roster.size)
        mask = masks[name].copy() if name in masks else np.zeros(roster.size, dtype=np.bool_)
        values, a_week, problems = _parse(name, ones, _habits(roster))
        found += problems
        if a_week is not None or name in weekly:
            weekly[name] = weekly[name].copy() if name in weekly else np.zeros(roster.size)
        for i, (one, value, bad) in enumerate(zip(ones, values, _bad(ones, problems), strict=True)):
            at = position.get(fold(one.account))
            if at is None:
                found.append(_unknown_account(one, roster))
            elif not bad:
                column[at] = value
                mask[at] = True
                if name in weekly:
                    weekly[name][at] = a_week[i] if a_week is not None else 0.0
        columns[name], masks[name] = column, mask
    issues = (*roster.issues, *found)
    return dataclasses.replace(
        roster, columns=columns, weekly=weekly, overridden=masks, issues=issues, left_out=left_out
    )


def _with_states(roster: Roster, grouped: Mapping[Field, Sequence[Override]], position: Mapping[str, int]) -> Roster:
    """The roster with accounts left out, or back in, whose status or stage was changed to words that say so."""
    left_out = dict(roster.left_out)
    for name in (Field.STATUS, Field.STAGE):
        for one in grouped.get(name, ()):
            at, words = position.get(fold(one.account)), to_text(one.value).strip()
            if at is None:
                continue
            if status_of(words).state in ENDING:
                left_out[at] = words
            elif status_of(str(roster.text(name)[at])).state in ENDING:
                left_out.pop(at, None)
    return dataclasses.replace(roster, left_out=left_out) if left_out != dict(roster.left_out) else roster


def check_override(one: Override, roster: Roster) -> None:
    """Try one change before it is kept.

    Raises:
        SettingError: in a sentence, where its value cannot be read as the field.
    """
    if one.field is Field.ACCOUNT:
        raise SettingError("The name of an account cannot be changed here; change it in your list.")
    if one.field is Field.LEAVE_OUT:
        if read_yes_no(one.value) is None and not is_missing(one.value):
            raise SettingError(f"“{to_text(one.value)}” does not say whether to leave the account out; say yes or no.")
        return
    values, _, problems = _parse(one.field, (one,), _habits(roster))
    if problems:
        raise SettingError(f"{_at_its_field(problems[0].message)} {problems[0].fix}".strip())
    if values.dtype == np.float64 and values[0] < 0:
        raise SettingError(f"“{to_text(one.value)}” is less than 0. Write a number from 0 on.")


def _at_its_field(message: str) -> str:
    """What is wrong with a value, where it stands beside the value and nothing was read of it yet.

    >>> _at_its_field("“lots” in your change of Annual fee for Acme is not an amount of money; it was read as empty.")
    '“lots” is not an amount of money.'
    """
    start, within, rest = message.partition(" in your change of ")
    verb = re.search(r" (?:is|gave|holds|says) ", rest)
    short = f"{start}{rest[verb.start() :]}" if within and verb is not None else message
    return re.sub(r"; it was read as [^;]*\.$", ".", short)


def _left_out(
    roster: Roster, ones: Sequence[Override], position: Mapping[str, int], issues: list[Issue]
) -> Mapping[int, str]:
    """What is left out after the user said yes or no to some accounts; of two the later holds."""
    reasons = dict(accounts_left_out(roster))
    for one in ones:
        at, said = position.get(fold(one.account)), read_yes_no(one.value)
        if at is None:
            issues.append(_unknown_account(one, roster))
        elif said is None and not is_missing(one.value):
            message = f"“{to_text(one.value)}” does not say whether to leave {one.account} out; it was not used."
            fix = "Write yes or no, or leave it empty for what the list says."
            issues.append(_issue("override-unreadable", message, one.value_cell, to_text(one.value), fix))
        elif said:
            reasons[at] = one.why or reasons.get(at, BY_HAND)
        elif said is False:
            reasons.pop(at, None)
    return reasons


def told(roster: Roster, account: str, name: Field) -> Override | None:
    """The change by hand that holds for a fact: what was said, why, by whom and when; None where there is none."""
    overrides, _ = read_overrides(roster.sheets.get(SHEET))
    key = fold(account)
    return next((one for one in reversed(overrides) if one.field is name and fold(one.account) == key), None)


def _by_field(overrides: Sequence[Override]) -> dict[Field, list[Override]]:
    grouped: dict[Field, list[Override]] = {}
    for one in overrides:
        grouped.setdefault(one.field, []).append(one)
    return grouped


def _habits(roster: Roster) -> Habits:
    return Habits(weeks=roster.weeks, today=dt.date.today())


def _parse(
    name: Field, ones: Sequence[Override], habits: Habits
) -> tuple[Column, NDArray[np.float64] | None, list[Issue]]:
    parsed = parse_cells(name, tuple(one.value for one in ones), read_header(str(name)), habits)
    title = FIELDS[name].title
    problems = [
        _issue(
            problem.code,
            problem.message.format(
                value=to_text(ones[at].value), header=f"your change of {title} for {ones[at].account}"
            ),
            ones[at].value_cell,
            to_text(ones[at].value),
            problem.fix,
        )
        for problem in parsed.problems
        for at in problem.at
        if problem.severity is not Severity.NOTE
    ]
    return parsed.values, parsed.weekly, problems


def _bad(ones: Sequence[Override], problems: Sequence[Issue]) -> list[bool]:
    wrong: set[tuple[str, Any]] = {(issue.cell, issue.value) for issue in problems}
    return [(one.value_cell, to_text(one.value)) in wrong for one in ones]


def _unknown_account(one: Override, roster: Roster) -> Issue:
    near = get_close_matches(one.account, [str(name) for name in roster.names], n=1, cutoff=0.6)
    hint = f"Did you mean “{near[0]}”?" if near else "Check the name, or delete the change."
    message = f"Your change of {FIELDS[one.field].title} names an account “{one.account}” that is not in the list."
    return _issue("override-account-unknown", message, one.cell, one.account, hint)


def _issue(code: str, message: str, cell: str, value: str, fix: str = "Correct the row, or delete it.") -> Issue:
    return Issue(code, Severity.WARNING, message, fix, "Overrides", cell, value)
