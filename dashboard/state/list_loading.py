"""From a workspace to the list that is planned: read its files, put its changes where the list keeps its own.

Changes by hand, rules and answers go into the list's own `Overrides`, `Rules` and `Settings` sheets, in memory, so
that they mean the same on screen, in the exported workbook and when that workbook is opened again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from dashboard.state.changes import after_workbook, with_files, with_next_files, with_quarter
from dashboard.state.workspace import READING, FileRef, Workspace
from planner.errors import FileRefused, InputError
from planner.parsing.names import fold, fold_all
from planner.quarter.refresh import refresh
from planner.quarter.timesheets import Timesheet, read_timesheet
from planner.quarter.track import SHEET as HOURS_SHEET
from planner.reading import read_roster
from planner.records.findings import SettingSheet, SheetCell
from planner.roster.merging import merge
from planner.scenarios.raters import joined
from planner.settings import make_settings
from planner.sheets.saved_mapping import roster_key

if TYPE_CHECKING:
    from planner.roster.roster import Roster

HERE: Final = "in the dashboard"
"""Where a change stands that was made on screen, in place of a cell's address."""
MEGABYTE: Final = 1_000_000
MOST_FILES: Final = 4
SAME_SHARE: Final = 0.5
"""A list with so many of the accounts that the quarter gives hours to goes on with the quarter."""
MOST_RATERS: Final = 40
"""Files of further partners' ratings of one list."""


def sample() -> tuple[str, bytes]:
    """The sample that is shown until there is a list, as of today: its name and its bytes."""
    from sample_workbooks import sample_path, sample_workbook

    return sample_path().name, sample_workbook()


def check_size(name: str, size: int, max_file_mb: float) -> None:
    """Refuse a file that is too large before it is opened.

    Raises:
        FileRefused: with both sizes in the sentence.
    """
    if size > max_file_mb * MEGABYTE:
        raise FileRefused(
            f"“{PurePath(name).name}” has {size / MEGABYTE:,.0f} MB; the dashboard opens files up to "
            f"{max_file_mb:,.0f} MB. Delete what is not part of the list, or plan it with the command line."
        )


def check_files(number: int) -> None:
    """Refuse more files than belong to one list.

    Raises:
        InputError: with the number there may be.
    """
    if number > MOST_FILES:
        raise InputError(
            f"Drop one list, or up to {MOST_FILES} files that belong together: deals, companies, contacts and owners."
        )


def check_raters(number: int) -> None:
    """Refuse more files of ratings than a firm has partners.

    Raises:
        InputError: with both numbers.
    """
    if number > MOST_RATERS:
        raise InputError(f"{number:,} files of ratings would be too many; up to {MOST_RATERS} can be joined to a list.")


def read(
    contents: Sequence[tuple[FileRef, bytes]],
    work: Workspace,
    max_file_mb: float,
    ratings: Sequence[tuple[FileRef, bytes]] = (),
) -> Roster:
    """Read a workspace's list, or the sample where it has none, with what further partners say of it.

    Raises:
        InputError: when it cannot be read; the sentence is for the user.
    """
    if work.files and not contents:
        raise InputError("The file of this list is no longer here; drop it once more.")
    files = [(file.name, content) for file, content in contents] or [sample()]
    for name, content in files:
        check_size(name, len(content), max_file_mb)
    check_files(len(files))
    chosen = {key: value for key, value in work.plan_settings().items() if key in READING}
    roster = read_roster(
        files[0][1],
        name=files[0][0],
        companies=files[1:],
        sheet=work.sheet or None,
        mapping=dict(work.mapping),
        answers=dict(work.told),
        settings=make_settings(chosen) if chosen else None,
    )
    if not ratings:
        return roster
    rated = {PurePath(file.name).stem: read_roster(content, name=file.name) for file, content in ratings}
    return joined({PurePath(files[0][0]).stem: roster, **rated})


def read_times(name: str, content: bytes) -> Timesheet:
    """The entries of a time sheet.

    Raises:
        InputError: when it cannot be read; the sentence is for the user.
    """
    return read_timesheet(content, name=name)


def start(references: Sequence[FileRef], work: Workspace, last: Roster | None, found: Roster) -> Workspace:
    """The work on a newly dropped list: last month's work where it has the same columns, else a fresh one.

    After the workbook of a plan any list of its accounts goes on with the work, and with what the workbook holds.

    Args:
        last: the list that was there before, if it was the user's own and can still be read; where its file is
            gone, the same names stand for it.
        found: the new list as read without any help.
    """
    if follows_workbook(last, found):
        return after_workbook(work, references)
    if is_workbook(found):  # it holds all that an earlier one did
        work = work.model_copy(update={"before": None})
    again = last is None and [file.name for file in references] == [file.name for file in work.files]
    if again or (last is not None and roster_key(last) == roster_key(found)):
        return with_next_files(work, references)
    fresh = with_files(work, references)
    return with_quarter(fresh, work.quarter) if same_accounts(work, found) else fresh


def follows_workbook(last: Roster | None, found: Roster) -> bool:
    """Whether a list comes after the workbook of a plan: most of its accounts are there, and it is none itself."""
    if last is None or not is_workbook(last) or is_workbook(found):
        return False
    known = set(fold_all(found.names))
    return sum(name in known for name in fold_all(last.names)) >= SAME_SHARE * last.size


def is_workbook(roster: Roster) -> bool:
    """Whether a list was read from the workbook of a plan, which holds what was planned and spent."""
    return bool(roster.planned or roster.returned or HOURS_SHEET in roster.sheets)


def laid_over(found: Roster, last: Roster) -> Roster:
    """A new list with what was decided in the plan's workbook before it."""
    return refresh(found, last).roster


def same_accounts(work: Workspace, found: Roster) -> bool:
    """Whether a list, such as the plan's own workbook, has most of the accounts that the quarter gives hours to."""
    if work.quarter.followed is None:
        return False
    planned = [fold(name) for name, one in work.quarter.followed.accounts.items() if one.hours > 0]
    known = set(fold_all(found.names))
    return sum(name in known for name in planned) >= SAME_SHARE * len(planned)


def with_changes(roster: Roster, work: Workspace) -> Roster:
    """The list with the workspace's own changes on its setting sheets."""
    known = set(roster.names.tolist())
    groups = [names for names in work.merged if known.issuperset(names)]
    if groups:
        roster = merge(roster, groups)
    sheets = dict(roster.sheets)
    if work.overrides:
        sheets["overrides"] = _appended(sheets.get("overrides"), "overrides", override_rows(work))
    if work.rules is not None:
        sheets["rules"] = SettingSheet("rules", tuple(_cells(row) for row in work.rules))
    if sheets == dict(roster.sheets):
        return roster
    return dataclasses.replace(roster, sheets=MappingProxyType(sheets))


def override_rows(work: Workspace) -> list[Mapping[str, object]]:
    """Rows of the Overrides sheet for what was changed by hand."""
    return [
        {
            "account": account,
            "field": field,
            "value": "" if one.value is None else one.value,
            "why": one.why,
            "told by": one.by,
            "day": one.day,
        }
        for account, fields in work.overrides.items()
        for field, one in fields.items()
    ]


def _appended(sheet: SettingSheet | None, name: str, rows: Sequence[Mapping[str, object]]) -> SettingSheet:
    before = sheet.rows if sheet is not None else ()
    return SettingSheet(name, (*before, *(_cells(row) for row in rows)))


def _cells(row: Mapping[str, object]) -> Mapping[str, SheetCell]:
    return MappingProxyType({header: SheetCell(value, HERE) for header, value in row.items()})
