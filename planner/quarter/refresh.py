"""Next month's list over last month's plan: what the user decided stays with its account, what changed is listed."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from planner.fields import FIELDS, RATING_OF, Field, Kind
from planner.goods import GROUPS, Group
from planner.parsing.text_cells import to_text
from planner.roster.adjust import for_weeks
from planner.roster.grouping import Index, empty_like, is_missing
from planner.roster.joins import match_accounts
from planner.roster.names import fold
from planner.roster.roster import Column, Numbers, Roster, SettingSheet, SheetCell
from planner.sheets.planned_hours import ALL_HOURS

DECIDED = frozenset(
    {
        *RATING_OF.values(), Field.IMPACT, Field.LOCK_HOURS, Field.MIN_HOURS, Field.MAX_HOURS, Field.SMALLEST_BLOCK,
        Field.RESPONSE_0, Field.RESPONSE_HALF, Field.RESPONSE_SAME, Field.RESPONSE_MORE, Field.RESPONSE_MAX,
        Field.ECONOMIC_BUYER, Field.CHAMPION, Field.ALTERNATIVE, Field.CURRENT_HOURS, Field.HOURS_SPENT, Field.OUTCOME,
    }
)  # fmt: skip
"""What people add to a CRM's export; it stays where the new export says nothing of it."""
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
class Actual:
    """Plan against actual for one account; hours are of last month's period, None where nobody wrote them.

    Attributes:
        by_group: planned hours by what they count for.
        spent_by_group: the hours spent, divided as the planned ones were.
    """

    account: str
    planned: float | None
    spent: float | None
    outcome: str
    by_group: MappingProxyType[Group, float]
    spent_by_group: MappingProxyType[Group, float]


@dataclass(frozen=True, eq=False)
class Refreshed:
    """The new list with last month's decisions, and what is new, gone and changed."""

    roster: Roster
    new: tuple[str, ...]
    gone: tuple[str, ...]
    changes: tuple[Change, ...]
    actuals: tuple[Actual, ...]


def refresh(new: Roster, last: Roster) -> Refreshed:
    """Lay last month's decisions over a new list.

    Args:
        new: the list as exported now.
        last: last month's plan, read from its workbook.
    """
    last = for_weeks(last, new.weeks)
    place = match_accounts(last.columns, new.columns)
    kept = place >= 0
    before = np.full(new.size, -1, dtype=np.intp)
    before[place[kept]] = np.flatnonzero(kept)
    columns = {**new.columns, **{name: _laid(name, new, last, before) for name in DECIDED if last.has(name)}}
    names = {fold(last.names[i]): str(new.names[place[i]]) for i in np.flatnonzero(kept)}
    sheets = {**{key: _renamed(sheet, names) for key, sheet in last.sheets.items()}, **new.sheets}
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
    )
    return Refreshed(
        roster=roster,
        new=tuple(str(name) for name in new.names[before < 0]),
        gone=tuple(str(name) for name in last.names[~kept]),
        changes=_changes(new, last, before),
        actuals=plan_against_actual(last),
    )


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
    found = []
    for name in WATCHED:
        if not (new.has(name) and last.has(name)):
            continue
        old = _moved(last.columns[name], before)
        now = new.columns[name]
        both_missing = is_missing(old) & is_missing(now)
        differs = (before >= 0) & ~both_missing & (old != now)
        if FIELDS[name].kind in {Kind.MONEY, Kind.SHARE}:
            differs &= ~np.isclose(old.astype(float), now.astype(float), rtol=1e-9, atol=1e-9)
        found += [Change(str(new.names[i]), name, _shown(old[i]), _shown(now[i])) for i in np.flatnonzero(differs)]
    return tuple(found)


def _shown(value: object) -> str:
    text = str(value)
    if text in {"nan", "NaT"}:
        return ""
    return f"{value:g}" if isinstance(value, float) else text


def plan_against_actual(last: Roster) -> tuple[Actual, ...]:
    """Planned hours, hours spent and outcome of each account that has any of them."""
    planned = last.planned.get(ALL_HOURS, np.full(last.size, np.nan))
    spent, outcome = last.number(Field.HOURS_SPENT), last.text(Field.OUTCOME)
    groups = {group: np.nan_to_num(last.planned.get(group, np.zeros(last.size))) for group in GROUPS}
    found = []
    for i in np.flatnonzero((planned > 0) | ~np.isnan(spent) | (outcome != "")):
        counted = {group: float(hours[i]) for group, hours in groups.items()}
        share = _known(spent, int(i)) / planned[i] if planned[i] > 0 else 0.0
        found.append(
            Actual(
                str(last.names[i]),
                None if np.isnan(planned[i]) else float(planned[i]),
                None if np.isnan(spent[i]) else float(spent[i]),
                str(outcome[i]),
                MappingProxyType(counted),
                MappingProxyType({group: hours * share for group, hours in counted.items()}),
            )
        )
    return tuple(found)


def _known(values: Numbers, at: int) -> float:
    return 0.0 if np.isnan(values[at]) else float(values[at])
