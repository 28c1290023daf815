"""`planner track`: what was spent against a plan, and the rest of the quarter planned again."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.list_options import AsJson, Changed, PasswordVariable, assignments, open_list, settings_given
from planner.commands.runner import busy, console, say
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.quarter.timesheets import Timesheet

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN.xlsx", help="A plan's workbook, filled in or not.")]
Timesheets = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[TIMESHEET]...", help="Time-sheet exports: Harvest, Toggl, Clockify, Clio, BigTime, …"),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The day to look at; today when not given.")]
Names = Annotated[
    list[str] | None,
    typer.Option(
        "--account",
        metavar="NAME=ACCOUNT",
        help="Which account a name in the time sheets is; nothing after = for none. May be given again.",
    ),
]
Output = Annotated[
    list[Path] | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write the plan and the quarter as .xlsx, or the quarter as .json."
    ),
]


def track(
    plan: PlanFile,
    timesheets: Timesheets = None,
    as_of: AsOf = None,
    accounts: Names = None,
    changed: Changed = None,
    password_env: PasswordVariable = None,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Hold the hours spent against a plan."""
    from planner.export import check_targets

    day = _day(as_of)
    outputs = output or []
    check_targets(outputs, sources=[plan, *(timesheets or ())], plans=outputs)
    answers = assignments(accounts or (), "--account")
    changes = settings_given(changed)
    opened = open_list(
        plan, None, sheet=None, mapped=None, password_env=password_env, answered=None, changes=changes, quiet=as_json
    )
    sheets = _read_sheets(timesheets or (), quiet=as_json)

    from planner.export.quarter_document import quarter_json
    from planner.pipeline import plan as make_plan
    from planner.quarter.calibration import learn_from
    from planner.quarter.progress import find_progress
    from planner.quarter.track import quarter_plan, spent_so_far, with_hours_sheet, with_timesheets

    with busy("Planning", quiet=as_json):
        made = make_plan(opened.roster, **changes)
    people = [person.name for person in made.team.people]
    spent, matched = with_timesheets(
        spent_so_far(made.roster, people), sheets, list(map(str, made.roster.names)), people, answers
    )
    progress = find_progress(quarter_plan(made), spent, day)
    issues = tuple(issue.message for sheet in sheets for issue in sheet.issues)
    learned = learn_from(made, spent.outcome)
    document = quarter_json(progress, learned, matched, issues)
    for path in outputs:
        if path.suffix.lower() == ".json":
            _write_json(path, document)
        else:
            from dataclasses import replace

            from planner.export import save_plan

            save_plan(replace(made, roster=with_hours_sheet(made.roster, spent)), path, progress=progress)
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, allow_nan=False))
    else:
        from planner.commands.track_screen import track_screen

        screen = console()
        screen.print(track_screen(progress, learned, matched, issues, screen.width))
    for path in outputs:
        say(f"Written: {path}")


def _day(text: str | None) -> dt.date:
    if text is None:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise InputError(f"“{text}” is no day; write --as-of as 2026-12-31.") from None


def _read_sheets(paths: list[Path] | tuple[Path, ...], *, quiet: bool) -> list[Timesheet]:
    from planner.quarter.timesheets import read_timesheet

    with busy("Reading the time sheets", quiet=quiet):
        return [read_timesheet(path) for path in paths]


def _write_json(path: Path, document: dict[str, object]) -> None:
    from planner.export import whole

    with whole(path) as draft:
        draft.write_text(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n", encoding="utf-8")
