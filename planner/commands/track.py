"""`planner track`: what was spent against a plan, and the rest of the quarter planned again."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.options.list_options import (
    AsJson,
    Changed,
    PasswordVariable,
    assignments,
    open_list,
    settings_given,
)
from planner.commands.runner import busy, console, json_line, say
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.quarter.quarter import Quarter
    from planner.quarter.timesheets import Timesheet

PlanFile = Annotated[Path, typer.Argument(metavar="PLAN.xlsx", help="A plan's workbook, filled in or not.")]
Timesheets = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[TIMESHEET]...", help="Time-sheet exports: Harvest, Toggl, Clockify, Clio, BigTime, …"),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="The day to look at; today when not given.")]
Replan = Annotated[
    bool, typer.Option("--replan", help="Plan the rest again: hours left, what is done is done, few moves.")
]
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
    replan: Replan = False,
    accounts: Names = None,
    changed: Changed = None,
    password_env: PasswordVariable = None,
    output: Output = None,
    as_json: AsJson = False,
) -> None:
    """Hold the hours spent against a plan, and plan the rest of the quarter again."""
    from planner.export import check_targets
    from planner.quarter.quarter import track as follow

    day, outputs = _day(as_of), output or []
    check_targets(outputs, sources=[plan, *(timesheets or ())], plans=outputs)
    names, changes = assignments(accounts or (), "--account"), settings_given(changed)
    opened = open_list(
        plan, None, sheet=None, mapped=None, password_env=password_env, answered=None, changes=changes, quiet=as_json
    )
    sheets = _read_sheets(timesheets or (), quiet=as_json)
    with busy("Planning", quiet=as_json):
        quarter = follow(opened.roster, sheets, day, changes=changes, names=names, again=replan)
    with busy("Writing", quiet=as_json):
        _write(quarter, outputs)
    if as_json:
        from planner.export.quarter_document import quarter_json

        typer.echo(json_line(quarter_json(quarter)))
    else:
        from planner.commands.screens.track_screen import track_screen

        screen = console()
        screen.print(track_screen(quarter, screen.width))
    for path in outputs:
        say(f"Written: {path}")


def _write(quarter: Quarter, outputs: list[Path]) -> None:
    """The quarter as JSON, or its plan as a workbook with the quarter on a sheet of its own."""
    from planner.export import save_plan, whole
    from planner.export.quarter_document import quarter_json

    for path in outputs:
        if path.suffix.lower() != ".json":
            save_plan(quarter.plan, path, progress=quarter.progress)
            continue
        with whole(path) as draft:
            text = json.dumps(quarter_json(quarter), ensure_ascii=False, allow_nan=False, indent=1)
            draft.write_text(text + "\n", encoding="utf-8")


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
