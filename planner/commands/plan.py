"""`planner plan`: from a client list to a plan, on the screen and in files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from planner.commands.options.list_options import (
    Answered,
    AsJson,
    Balance,
    Changed,
    CompaniesFile,
    Hours,
    Mapped,
    Opened,
    PasswordVariable,
    RosterFile,
    SheetName,
    open_list,
    settings_given,
)
from planner.commands.runner import busy, console, json_line, say
from planner.errors import Contradiction

if TYPE_CHECKING:
    from planner.records.question import Question
    from planner.result import Plan
    from planner.roster.roster import Roster

Outputs = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write the plan as .xlsx, .csv or .json; may be given again."),
]


Into = Annotated[
    Path | None,
    typer.Option("--into", metavar="FILE", help="Write a copy of your own workbook with the plan in new columns."),
]


def plan(
    roster: RosterFile,
    companies: CompaniesFile = None,
    balance: Balance = None,
    hours: Hours = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    answered: Answered = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Outputs = None,
    into: Into = None,
    lp: Annotated[
        Path | None, typer.Option("--lp", metavar="FILE", help="Write the model that was solved, to be read.")
    ] = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Where settings contradict each other, change as little as lets them hold.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Plan the hours of a client list."""
    outputs = output or []
    written = [*outputs, *filter(None, (into, lp))]
    _check_targets(roster, companies, outputs, into, written)
    changes = settings_given(changed, balance=balance, hours=hours)
    opened = open_list(
        roster,
        companies,
        sheet=sheet,
        mapped=mapped,
        answered=answered,
        password_env=password_env,
        changes=changes,
        quiet=as_json,
    )
    made = _planned(opened.roster, changes, repair=repair, quiet=as_json)
    asked = as_json or any(path.suffix.lower() == ".json" for path in outputs)
    questions = _weighed_questions(made, opened, changes, quiet=as_json) if asked else None
    with busy("Writing", quiet=as_json):
        _write(made, outputs, into, lp, opened, roster, questions)
    _show(made, questions, as_json=as_json)
    for path in written:
        say(f"Written: {path}")


def _check_targets(
    roster: Path, companies: list[Path] | None, outputs: list[Path], into: Path | None, written: list[Path]
) -> None:
    """Refuse files that cannot be written before anything is read."""
    from planner.export import check_targets

    check_targets(written, sources=[roster, *(companies or ())], plans=outputs)
    if into is not None:
        from planner.export.own_workbook.plan_columns import check_kinds

        check_kinds(roster, into)


def _weighed_questions(made: Plan, opened: Opened, changes: Mapping[str, Any], *, quiet: bool) -> tuple[Question, ...]:
    """What is open, each question with what its answers would change."""
    from planner.questions.plan_questions import all_questions
    from planner.sensitivity.question_effects import with_effects

    with busy("Weighing what is open", quiet=quiet):
        return with_effects(opened.roster, all_questions(made), opened.reread, changes)


def _show(made: Plan, questions: tuple[Question, ...] | None, *, as_json: bool) -> None:
    if as_json:
        from planner.export.plan_json import plan_json

        typer.echo(json_line(plan_json(made, questions)))
    else:
        from planner.commands.screens.plan_screen import plan_screen

        screen = console()
        screen.print(plan_screen(made, screen.width))


def _write(
    made: Plan,
    outputs: list[Path],
    into: Path | None,
    lp: Path | None,
    opened: Opened,
    roster: Path,
    questions: tuple[Question, ...] | None,
) -> None:
    """Every file that was asked for, each whole or not at all."""
    from planner.export import save_plan, whole

    for path in outputs:
        save_plan(made, path, questions=questions)
    if into is not None:
        from planner.export.own_workbook.plan_columns import write_into

        write_into(made, roster, into, opened.password)
    if lp is not None:
        from planner.allocation.allocate import write_lp

        with whole(lp) as draft:
            write_lp(made.problem, draft)


def _planned(roster: Roster, changes: Mapping[str, Any], *, repair: bool, quiet: bool) -> Plan:
    """The plan; with `repair`, after the smallest changes that make one possible, each of which is told."""
    from planner.pipeline import plan as make_plan

    if repair:
        from planner.sensitivity.repair import repair as mend

        mended = mend(roster, **changes)
        roster, changes = mended.roster, dict(mended.changes)
        for line in mended.done:
            say(line)
    with busy("Planning", quiet=quiet):
        try:
            return make_plan(roster, **changes)
        except Contradiction as error:
            raise Contradiction(f"{error} Add --repair to plan with that change.", error.conflicts) from None
