"""Next month's list over last month's plan: what the user decided stays with its account, what changed is listed."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np
from rapidfuzz import fuzz

from planner import text
from planner.arrays import Column, Index, Numbers
from planner.errors import InputError
from planner.facts.value_words import value_words
from planner.fields import FIELDS, RATING_OF, Field, Kind
from planner.parsing.names import core_name, fold, fold_all
from planner.parsing.text_cells import to_text
from planner.records.findings import SettingSheet, SheetCell
from planner.roster.grouping import empty_like, is_missing
from planner.roster.lists.account_matching import match_accounts
from planner.roster.roster import Roster
from planner.sheets.answers import SHEET as ANSWERS_SHEET
from planner.sheets.answers import answers_sheet, read_answers
from planner.sheets.apply_settings import for_weeks

DECIDED = frozenset(
    {
        *RATING_OF.values(), Field.IMPACT, Field.LOCK_HOURS, Field.MIN_HOURS, Field.MAX_HOURS, Field.SMALLEST_BLOCK,
        Field.RESPONSE_0, Field.RESPONSE_HALF, Field.RESPONSE_SAME, Field.RESPONSE_MORE, Field.RESPONSE_MAX,
        Field.ECONOMIC_BUYER, Field.CHAMPION, Field.ALTERNATIVE, Field.PROMISE, Field.CURRENT_HOURS,
        Field.HOURS_SPENT, Field.OUTCOME, Field.WHY_DIFFERENT, Field.NOTES,
    }
)  # fmt: skip
"""What people add to a CRM's export; it stays where the new export says nothing of it."""
LIKELY_ONE: Final = 86.0
"""Names so much alike (0 to 100, rapidfuzz's WRatio) are probably one account's."""
WATCHED = (
    Field.RELATIONSHIP, Field.OWNER, Field.STAGE, Field.PROBABILITY, Field.ANNUAL_FEE, Field.EXPECTED_DATE,
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A value that differs between the two lists; texts as a person would write them, "" where missing."""

    account: str
    field: Field
    before: str
    after: str


@dataclass(frozen=True)
class Renamed:
    """An account that is gone and a new one whose names are nearly the same: probably one."""

    before: str
    after: str


@dataclass(frozen=True, eq=False)
class Refreshed:
    """The new list with last month's decisions, and what is new, gone, changed and probably renamed.

    Attributes:
        before: (n,) position of each account in last month's list, -1 where it is new.
    """

    roster: Roster
    new: tuple[str, ...]
    gone: tuple[str, ...]
    renamed: tuple[Renamed, ...]
    changes: tuple[Change, ...]
    before: Index


def refresh(new: Roster, last: Roster, same: Mapping[str, str] | None = None) -> Refreshed:
    """Lay last month's decisions over a new list: answers, ratings, changes, locks, notes and hours spent.

    Args:
        new: the list as exported now.
        last: last month's plan, read from its workbook.
        same: name of last month → name in the new list, of accounts that were renamed.

    Raises:
        InputError: where `same` names an account that is not in its list.
    """
    last = for_weeks(last, new.weeks)
    place = match_accounts(last.columns, new.columns)
    for old, now in (same or {}).items():
        place[_position(last, old, "last month's list")] = _position(new, now, "the new list")
    kept = place >= 0
    before = np.full(new.size, -1, dtype=np.intp)
    before[place[kept]] = np.flatnonzero(kept)
    columns = {**new.columns, **{name: _laid(name, new, last, before) for name in DECIDED if last.has(name)}}
    names = {fold(last.names[i]): str(new.names[place[i]]) for i in np.flatnonzero(kept)}
    sheets = {**{key: _renamed(sheet, names) for key, sheet in last.sheets.items()}, **new.sheets}
    sheets |= _answers(new, last, names)
    weekly = {name: _weekly(name, new, last, before) for name in {*new.weekly, *last.weekly} if name in columns}
    deals = new.deals
    if deals is not None:
        added = {name: columns[name] for name in DECIDED if name in columns}
        deals = dataclasses.replace(deals, stated={**deals.stated, **added})
    roster = dataclasses.replace(
        new,
        columns=columns,
        weekly=weekly,
        deals=deals,
        sheets=sheets,
        fit={**{name: _moved(values, before) for name, values in last.fit.items()}, **new.fit},
        raters={
            **{who: {good: _moved(v, before) for good, v in by.items()} for who, by in last.raters.items()},
            **new.raters,
        },
        planned={name: _moved(values, before) for name, values in last.planned.items()},
        returned=tuple(
            dataclasses.replace(one, account=int(place[one.account]))
            for one in last.returned
            if place[one.account] >= 0
        ),
    )
    fresh = tuple(str(name) for name in new.names[before < 0])
    gone = tuple(str(name) for name in last.names[~kept])
    return Refreshed(roster, fresh, gone, _renamings(gone, fresh), _changes(new, last, before), before)


def _position(roster: Roster, name: str, what: str) -> int:
    key = fold(name)
    at = next((i for i, known in enumerate(fold_all(roster.names)) if known == key), None)
    if at is None:
        raise InputError(f"There is no account “{name}” in {what}; write its name as it stands there.")
    return at


def _renamings(gone: Sequence[str], fresh: Sequence[str]) -> tuple[Renamed, ...]:
    """Pairs of a name that is gone and a new one that are nearly the same, the likeliest first, each name once."""
    pairs = sorted(
        ((fuzz.WRatio(core_name(old), core_name(now)), old, now) for old in gone for now in fresh), reverse=True
    )
    found: dict[str, str] = {}
    for likeness, old, now in pairs:
        if likeness >= LIKELY_ONE and old not in found and now not in found.values():
            found[old] = now
    return tuple(Renamed(old, now) for old, now in found.items())


def _answers(new: Roster, last: Roster, names: Mapping[str, str]) -> dict[str, SettingSheet]:
    """Last month's answers with who gave them, codes naming accounts as in the new list, and the new list's own."""
    before, _ = read_answers(last.sheets.get(ANSWERS_SHEET))
    renamed = [dataclasses.replace(one, code=_code_now(one.code, names)) for one in before]
    own, _ = read_answers(new.sheets.get(ANSWERS_SHEET))
    told = {one.code: one for one in renamed}
    told |= {one.code: one for one in own if one.code not in told or told[one.code].value != one.value}
    return {ANSWERS_SHEET: answers_sheet(told.values())} if told else {}


def _code_now(code: str, names: Mapping[str, str]) -> str:
    about, colon, name = code.rpartition(":")
    return f"{about}:{names[fold(name)]}" if colon and fold(name) in names else code


def _laid(name: Field, new: Roster, last: Roster, before: Index) -> Column:
    """The new list's own values, else last month's."""
    moved = _moved(last.columns[name], before)
    return np.where(is_missing(new.columns[name]), moved, new.columns[name]) if new.has(name) else moved


def _weekly(name: Field, new: Roster, last: Roster, before: Index) -> Numbers:
    """Hours a week of the new list's own hours, else of last month's."""
    own, moved = new.weekly.get(name, np.zeros(new.size)), np.zeros(new.size)
    if name in last.weekly:
        moved = _moved(last.weekly[name], before)
    return np.where(np.isnan(new.number(name)), moved, own)


def _moved(values: Column, before: Index) -> Column:
    moved = empty_like(values, len(before))
    moved[before >= 0] = values[before[before >= 0]]
    return moved


def _renamed(sheet: SettingSheet, names: dict[str, str]) -> SettingSheet:
    """The sheet with its accounts named as in the new list."""
    rows = []
    for row in sheet.rows:
        cell = row.get("account")
        now = names.get(fold(to_text(cell.value))) if cell is not None else None
        if cell is None or now is None:
            rows.append(row)
        else:
            rows.append(MappingProxyType({**row, "account": SheetCell(now, cell.cell)}))
    return SettingSheet(sheet.name, tuple(rows))


def _changes(new: Roster, last: Roster, before: Index) -> tuple[Change, ...]:
    """What differs of each account; of one that has ended, its own words alone."""
    ended = {i: words for i, words in new.left_out.items() if before[i] >= 0 and before[i] not in last.left_out}
    found = [Change(str(new.names[i]), Field.STATUS, "", words) for i, words in ended.items()]
    for name in WATCHED:
        if not (new.has(name) and last.has(name)):
            continue
        old = _moved(last.columns[name], before)
        now = new.columns[name]
        both_missing = is_missing(old) & is_missing(now)
        differs = (before >= 0) & ~both_missing & (old != now)
        if FIELDS[name].kind in {Kind.MONEY, Kind.SHARE}:
            differs &= ~np.isclose(old.astype(float), now.astype(float), rtol=1e-9, atol=1e-9)
        differs[list(ended)] = False
        kind, sign = FIELDS[name].kind, new.source.currency
        found += [
            Change(str(new.names[i]), name, _shown(kind, old[i], sign), _shown(kind, now[i], sign))
            for i in np.flatnonzero(differs)
        ]
    return tuple(found)


def _shown(kind: Kind, value: Any, sign: str) -> str:
    if str(value) in {"nan", "NaT"}:
        return ""
    return text.money(value, sign) if kind is Kind.MONEY else value_words(kind, value)
