"""What is done on the Quarter page: plain functions from (work, plan, what was said) to the new work.

Whatever is kept first in a quarter keeps the plan as it stands with it, and the day on which it began; each is one
step that can be undone.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from dashboard.state.changes import change_quarter
from dashboard.state.quarter.kept import (
    MOST_ENTRIES,
    Batch,
    GivenReason,
    HoursEntry,
    Key,
)
from dashboard.state.quarter.standing import snapshot
from dashboard.state.workspace import Json, Override, Workspace
from planner.errors import InputError, SettingError
from planner.fields import Field
from planner.parsing.durations import HoursHeader, parse_hours
from planner.quarter.reasons import Reason, Said, learn
from planner.quarter.spent import team_member
from planner.text import count, hours

if TYPE_CHECKING:
    from planner.quarter.quarter import Quarter
    from planner.quarter.timesheets import Timesheet
    from planner.result import Plan

MOST_HOURS: Final = 2_000.0
"""Of one entry typed by hand; more is a slip of the pen."""
MOST_TEXT: Final = 500


def _begin(work: Workspace, plan: Plan) -> tuple[dict[Key, Json], dict[str, Json]]:
    """The parts and settings with which a quarter begins; none where it has begun."""
    if work.quarter.followed is not None:
        return {}, {}
    followed = snapshot(plan)
    return {("followed",): followed.model_dump(mode="json")}, {"plan_start": followed.start}


def _keep(
    work: Workspace,
    plan: Plan,
    label: str,
    changes: Mapping[Key, Json],
    overrides: Mapping[tuple[str, str], Override | None] | None = None,
) -> Workspace:
    begun, settings = _begin(work, plan)
    return change_quarter(work, label, {**begun, **changes}, overrides, settings)


def follow_now(work: Workspace, plan: Plan) -> Workspace:
    """Follow the plan as it stands now, from the same first day on."""
    followed = snapshot(plan)
    if work.quarter.followed is not None:
        followed = followed.model_copy(update={"start": work.quarter.followed.start})
    changes: dict[Key, Json] = {("followed",): followed.model_dump(mode="json"), ("moves",): []}
    return change_quarter(work, "follow the plan as it is now", changes, settings={"plan_start": followed.start})


def add_hours(
    work: Workspace, plan: Plan, account: str, person: str, day: str, amount: float | str | None, note: str = ""
) -> Workspace:
    """Hours typed on the page; where nobody is named, of the account's owner.

    Raises:
        SettingError: where something is missing or is no number of hours.
    """
    if not account:
        raise SettingError("Choose the account that the hours went to.")
    spent = _hours_of(amount, plan.settings.weeks)
    who = person or _owner(plan, account)
    entry = HoursEntry(names=(account,), hours=spent, day=day, person=who, note=note.strip()[:MOST_TEXT])
    return _with_batch(work, plan, f"{hours(spent)} on {account}", Batch(source="typed", entries=(entry,)))


def _hours_of(amount: float | str | None, weeks: float) -> float:
    """Hours as people type them: `2.5`, `2½ h`, `1:30`."""
    parsed = parse_hours([amount], header=HoursHeader(), weeks=weeks, decimal_comma=False)
    spent = float(parsed.values[0])
    if not spent > 0:
        raise SettingError("Write the hours as a number above 0, such as 2.5 or 1:30.")
    if spent > MOST_HOURS:
        raise SettingError(f"Up to {hours(MOST_HOURS)} can be written down at once.")
    return spent


def _owner(plan: Plan, account: str) -> str:
    """Who owns an account, where that is one of the team."""
    people = [person.name for person in plan.team.people]
    owners = dict(zip(map(str, plan.roster.names), plan.roster.text(Field.OWNER), strict=True))
    who = team_member(str(owners.get(account, "")), people)
    return who if who in people else ""


def add_timesheet(work: Workspace, plan: Plan, sheet: Timesheet) -> Workspace:
    """The entries of a time sheet; the file itself is not kept.

    Raises:
        InputError: where it has no entry.
    """
    if not sheet.entries:
        raise InputError(f"“{sheet.file}” has no entry with hours.")
    entries = tuple(
        HoursEntry(
            names=tuple(name[:MOST_TEXT] for name in one.names),
            hours=one.hours,
            day=one.day.isoformat() if one.day else "",
            person=one.person[:MOST_TEXT],
            note=one.note[:MOST_TEXT],
        )
        for one in sheet.entries
    )
    left_out = tuple(issue.message for issue in sheet.issues)
    label = f"{count(len(entries), 'entry', 'entries')} of {sheet.file}"
    return _with_batch(
        work, plan, label, Batch(source="time sheet", entries=entries, label=sheet.file, left_out=left_out)
    )


def _with_batch(work: Workspace, plan: Plan, label: str, batch: Batch) -> Workspace:
    if work.quarter.entries + len(batch.entries) > MOST_ENTRIES:
        raise InputError(f"Up to {MOST_ENTRIES:,} entries are kept of a quarter; take out a time sheet first.")
    return _keep(work, plan, label, {("hours", uuid.uuid4().hex): batch.model_dump(mode="json")})


def drop_batch(work: Workspace, key: str) -> Workspace:
    """Take out hours typed, or a time sheet."""
    batch = work.quarter.hours.get(key)
    if batch is None:
        return work
    what = batch.label or f"{hours(sum(one.hours for one in batch.entries))} on {' – '.join(batch.entries[0].names)}"
    return change_quarter(work, f"took out {what}", {("hours", key): None})


def answer_name(work: Workspace, plan: Plan, name: str, account: str) -> Workspace:
    """Say which account a time sheet's name is; "" for none."""
    label = f"“{name}” is {account}" if account else f"“{name}” left out"
    return _keep(work, plan, label, {("names", name): account})


def ask_name_again(work: Workspace, name: str) -> Workspace:
    """Take back what was said of a time sheet's name."""
    return change_quarter(work, f"“{name}” asked again", {("names", name): None})


def give_reason(
    work: Workspace,
    plan: Plan,
    quarter: Quarter,
    account: str,
    reason: Reason,
    text: str = "",
    *,
    person: str = "",
    by: str = "",
    today: dt.date,
) -> Workspace:
    """Say why an account's hours differ from the plan; the fact that the reason becomes is kept with it.

    Raises:
        SettingError: where the reason needs more to become a fact, with what.
    """
    one = next((line for line in quarter.progress.accounts if line.account == account), None)
    planned, spent = (one.planned, one.spent) if one is not None else (0.0, 0.0)
    said = Said(account, reason, text.strip()[:MOST_TEXT], today, by, person, planned, spent, quarter.planned.end)
    learned = learn(said)
    if learned.missing:
        raise SettingError(learned.missing)
    facts = {
        (account, str(one.field)): Override(value=_plain(one.value), why=one.why, by=by, day=one.day)
        for one in learned.overrides
    }
    given = GivenReason(
        reason=str(reason), text=said.text, person=person, by=by, day=today.isoformat(),
        fields=tuple(field for _, field in facts),
    )  # fmt: skip
    before = _without_facts(work, account)
    return _keep(
        work, plan, f"{account}: {said.why[:1].lower()}{said.why[1:]}",
        {("reasons", account): given.model_dump(mode="json")}, {**before, **facts},
    )  # fmt: skip


def take_back_reason(work: Workspace, account: str) -> Workspace:
    """Forget why an account's hours differ, and the fact with it."""
    if account not in work.quarter.reasons:
        return work
    return change_quarter(
        work, f"{account}: reason taken back", {("reasons", account): None}, _without_facts(work, account)
    )


def _without_facts(work: Workspace, account: str) -> dict[tuple[str, str], Override | None]:
    given = work.quarter.reasons.get(account)
    return {(account, field): None for field in given.fields} if given is not None else {}


def _plain(value: object) -> str | float:
    return float(value) if isinstance(value, int | float) else str(value)


def set_outcome(work: Workspace, plan: Plan, account: str, outcome: str) -> Workspace:
    """Write down what became of an account: "won", "lost", or "" for not decided."""
    said = outcome or "not decided"
    return _keep(work, plan, f"{account}: {said}", {("outcomes", account): outcome or None})


def toggle_outcome(work: Workspace, plan: Plan, account: str, outcome: str) -> Workspace:
    """Write down an outcome, or take it back where it stands already."""
    return set_outcome(work, plan, account, "" if work.quarter.outcomes.get(account) == outcome else outcome)
