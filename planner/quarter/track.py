"""A plan and the hours spent on it, as the quarter's pages, command and workbook need them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import numpy as np

from planner.documents.plan_figures import counts_per_hour
from planner.fields import Field
from planner.parsing.cell_values import is_missing
from planner.parsing.names import fold, fold_all
from planner.parsing.text_cells import to_text
from planner.quarter.matching import Matched, match_entries
from planner.quarter.progress import QuarterPlan
from planner.quarter.spent import HoursSpent, as_frame, from_timesheets, team_member
from planner.quarter.timesheets import SpentSource, Timesheet
from planner.records.findings import SettingSheet, SheetCell
from planner.result import Plan
from planner.roster.roster import Roster
from planner.sheets.planned_hours import ALL_HOURS

SHEET: Final = "hours spent"
HEADERS: Final = ("account", "person", "day", "hours", "source", "note")


def quarter_plan(plan: Plan) -> QuarterPlan:
    """What was planned: the hours of the plan's own workbook where it was read from one, else of the plan.

    An owner may have changed hours in the workbook; what stands there is the plan that people follow. Each person's
    part of an account stays what it was.
    """
    hours = np.array(plan.allocation.hours)
    written = plan.roster.planned.get(ALL_HOURS)
    if written is not None:
        hours = np.where(np.isnan(written), hours, written)
    share = np.divide(hours, plan.allocation.hours, out=np.ones_like(hours), where=plan.allocation.hours > 0)
    people = tuple(person.name for person in plan.team.people)
    split = {
        (account, people[person]): float(part * share[account])
        for (account, person), part in plan.allocation.by_person.items()
    }
    assert plan.settings.plan_start is not None
    return QuarterPlan(
        names=tuple(map(str, plan.roster.names)),
        owners=tuple(map(str, plan.roster.text(Field.OWNER))),
        hours=hours,
        counts=counts_per_hour(plan),
        split=split,
        people=people,
        start=plan.settings.plan_start,
        weeks=plan.settings.weeks,
    )


def spent_so_far(roster: Roster, people: Sequence[str]) -> HoursSpent:
    """The hours that a plan's workbook holds: on the pages of the people, and on its sheet of hours spent."""
    pages = HoursSpent(
        as_frame(
            (one.account, team_member(one.person, people), None, one.hours, str(SpentSource.PAGES), "")
            for one in roster.returned
            if not np.isnan(one.hours)
        ),
        outcome=_joined((one.account, one.outcome) for one in roster.returned),
        why_different=_joined((one.account, one.why_different) for one in roster.returned),
    )
    place = {name: i for i, name in reversed(list(enumerate(fold_all(roster.names))))}
    rows = []
    for row in roster.sheets[SHEET].rows if SHEET in roster.sheets else ():
        one = {header: row[header].value if header in row else "" for header in HEADERS}
        at = place.get(fold(to_text(one["account"])))
        if at is not None and isinstance(one["hours"], int | float):
            day = one["day"] if isinstance(one["day"], dt.date) else _day(to_text(one["day"]))
            texts = {header: to_text(one[header]).strip() for header in ("person", "source", "note")}
            rows.append((at, texts["person"], day, float(one["hours"]), texts["source"], texts["note"]))
    return pages.and_more(HoursSpent(as_frame(rows)))


def _joined(words: Iterable[tuple[int, str]]) -> dict[int, str]:
    found: dict[int, list[str]] = {}
    for account, text in words:
        if text:
            found.setdefault(account, []).append(text)
    return {account: "; ".join(dict.fromkeys(texts)) for account, texts in found.items()}


def _day(text: str) -> dt.date | None:
    try:
        return None if is_missing(text) else dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def with_timesheets(
    spent: HoursSpent,
    sheets: Sequence[Timesheet],
    names: Sequence[str],
    people: Sequence[str],
    answers: Mapping[str, str] | None = None,
) -> tuple[HoursSpent, Matched]:
    """The hours spent with those of time sheets; an entry that is known already does not count twice.

    Args:
        names: (n,) accounts.  people: of the team.  answers: see `match_entries`.
    """
    matched = match_entries([entry for sheet in sheets for entry in sheet.entries], names, answers)
    more = from_timesheets(matched, people)
    known = {_key(row) for row in spent.frame.itertuples(index=False)}
    kept = [_key(row) not in known for row in more.frame.itertuples(index=False)]
    return spent.and_more(dataclasses.replace(more, frame=more.frame[kept])), matched


def _key(row: object) -> tuple[object, ...]:
    day, note = getattr(row, "day"), getattr(row, "note")  # noqa: B009
    return (getattr(row, "account"), getattr(row, "person"), str(day)[:10], round(getattr(row, "hours"), 4), note)  # noqa: B009


def with_hours_sheet(roster: Roster, spent: HoursSpent) -> Roster:
    """The list with the hours spent in its sheets, so that its next workbook keeps them.

    What people wrote on their pages goes back onto them, everything else onto the sheet of hours spent.
    """
    rows = []
    for row in spent.frame[spent.frame["source"] != str(SpentSource.PAGES)].to_dict("records"):
        day = row["day"]
        values = {
            "account": str(roster.names[int(row["account"])]),
            "person": row["person"],
            "day": "" if str(day) == "NaT" else str(day)[:10],
            "hours": float(row["hours"]),
            "source": row["source"],
            "note": row["note"],
        }
        rows.append(MappingProxyType({key: SheetCell(value, "") for key, value in values.items() if value != ""}))
    sheets = {**roster.sheets, SHEET: SettingSheet(SHEET, tuple(rows))}
    return dataclasses.replace(roster, sheets=MappingProxyType(sheets))
