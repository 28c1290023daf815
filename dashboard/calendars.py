"""A plan as calendars: one `.ics` for a person alone, a zip of one each for a team."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from math import ceil
from typing import TYPE_CHECKING, Final

from planner.documents.plan_figures import hours_by_person
from planner.errors import InputError
from planner.fields import Field
from planner.quarter.calendar import PlannedHours, person_calendar

if TYPE_CHECKING:
    from planner.quarter.quarter import Quarter
    from planner.result import Plan

ICS: Final = "text/calendar; charset=utf-8"
ZIP: Final = "application/zip"
CRUMB: Final = 0.25
"""Hours too few for a block."""


def calendar_file(plan: Plan, quarter: Quarter | None = None) -> tuple[str, bytes, str]:
    """The ending of the file's name, its bytes and its media type.

    Args:
        quarter: where one is followed; the calendars then hold what is left of it, from its day on.

    Raises:
        InputError: where nobody has any hours to do.
    """
    by_name = calendars(plan) if quarter is None else calendars_left(quarter)
    made = {person: calendar for person, calendar in by_name.items() if calendar}
    if not made:
        left = "is left to do" if quarter is not None else "gets any hours yet"
        raise InputError(f"No account {left}, so there is nothing to put into a calendar.")
    if len(made) == 1:
        return ".ics", next(iter(made.values())), ICS
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, calendar in _named(made).items():
            archive.writestr(name, calendar)
    return " calendars.zip", packed.getvalue(), ZIP


def calendars(plan: Plan) -> dict[str, bytes]:
    """The calendar of each person, by name; empty for one without hours."""
    start = plan.settings.plan_start or dt.datetime.now(dt.UTC).date()
    weeks = max(1, round(plan.settings.weeks))
    planned = planned_by_person(plan)
    return {
        name: person_calendar(name, mine, start, weeks) if mine else b""
        for name, mine in ((person.name or "you", planned[at]) for at, person in enumerate(plan.team.people))
    }


def calendars_left(quarter: Quarter) -> dict[str, bytes]:
    """The calendar of each person with the hours that are planned and not spent, by name."""
    planned, as_of = quarter.planned, quarter.progress.as_of
    weeks = max(1, ceil(planned.weeks * (1 - planned.gone(as_of))))
    return {
        person: person_calendar(person or "you", mine, max(planned.start, as_of), weeks) if mine else b""
        for person, mine in left_by_person(quarter).items()
    }


def left_by_person(quarter: Quarter) -> dict[str, list[PlannedHours]]:
    """What each person still has to do, by name: of each account the hours planned less those this person spent."""
    plan = quarter.plan
    steps, days = plan.roster.text(Field.NEXT_STEP), step_days(plan)
    done = quarter.spent.named(quarter.planned.parts).frame.groupby(["account", "person"])["hours"].sum().to_dict()
    left: dict[str, list[PlannedHours]] = {person: [] for person in quarter.planned.people}
    for (account, person), amount in quarter.planned.split.items():
        rest = round(2 * (amount - done.get((account, person), 0.0))) / 2
        if rest > 0 and account < plan.roster.size:
            name = quarter.planned.names[account]
            left[person].append(PlannedHours(name, rest, str(steps[account]), days.get(account)))
    return left


def planned_by_person(plan: Plan) -> list[list[PlannedHours]]:
    """What each person is to do, in the order of the team."""
    planned: list[list[PlannedHours]] = [[] for _ in plan.team.people]
    steps, days = plan.roster.text(Field.NEXT_STEP), step_days(plan)
    for at, split in enumerate(hours_by_person(plan)):
        for person, amount in split.items():
            if amount >= CRUMB:
                account = str(plan.roster.names[at])
                planned[person].append(PlannedHours(account, round(2 * amount) / 2, str(steps[at]), days.get(at)))
    return planned


def step_days(plan: Plan) -> dict[int, dt.date]:
    """Days of the next steps, by account: of a column of their own, else those that the steps themselves name."""
    days = plan.roster.date(Field.NEXT_STEP_DATE).astype("datetime64[D]").tolist()
    found = {account: day for account, day in enumerate(days) if isinstance(day, dt.date)}
    for clue in plan.roster.remarks:
        day = None if clue.date is None else clue.date.astype("datetime64[D]").item()
        if isinstance(day, dt.date) and clue.cell and clue.cell == plan.roster.cell(Field.NEXT_STEP, clue.account):
            found.setdefault(clue.account, day)
    return found


def _named(made: dict[str, bytes]) -> dict[str, bytes]:
    """File names that differ and that file systems take."""
    named: dict[str, bytes] = {}
    for person, calendar in made.items():
        stem = (
            "".join(letter if letter.isalnum() or letter in " .-" else " " for letter in person).strip(" .") or "person"
        )
        number, name = 2, f"{stem}.ics"
        while name in named:
            number, name = number + 1, f"{stem} {number}.ics"
        named[name] = calendar
    return named
