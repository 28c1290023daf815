"""`planner check`: what was understood of a client list, and every issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.options.list_options import (
    Answered,
    AsJson,
    Changed,
    CompaniesFile,
    Mapped,
    PasswordVariable,
    RosterFile,
    SheetName,
    open_list,
    settings_given,
)
from planner.commands.runner import busy, console, json_line, say
from planner.vocabulary import Severity

if TYPE_CHECKING:
    from planner.roster.roster import Roster


def check(
    roster: RosterFile,
    companies: CompaniesFile = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    answered: Answered = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write a copy of your workbook with every issue marked."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what is understood of a client list, and every issue."""
    changes = settings_given(changed)
    if output is not None:
        check_target(output, roster, companies)
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
    seen = as_told(opened.roster, changes)
    if output is not None:
        write_marked_copy(seen, opened.password, roster, output, quiet=as_json)
    from planner.sensitivity.question_effects import open_questions

    with busy("Weighing what is open", quiet=as_json):
        questions = open_questions(opened.roster, opened.reread, changes)
    if as_json:
        from planner.export.roster_json import check_json

        typer.echo(json_line(check_json(seen, questions)))
        return
    from planner.commands.screens.check_screen import check_screen

    screen = console()
    screen.print(check_screen(seen, questions, screen.width))


def as_told(roster: Roster, changes: Mapping[str, object]) -> Roster:
    """The list with the user's answers and changes by hand, and all that a plan would find wrong with it."""
    from planner.errors import NoPlan, PlannerError
    from planner.pipeline import plan_inputs
    from planner.questions.plan_answers import obeyed
    from planner.records.issues import Issue
    from planner.roster.sources import with_sources
    from planner.sheets.overrides import apply_overrides

    told = with_sources(apply_overrides(obeyed(roster, changes)))
    try:
        return replace(told, issues=plan_inputs(roster, changes).issues)
    except NoPlan:
        return told
    except PlannerError as why:
        refused = Issue("no-plan", Severity.ERROR, f"No plan can be made of this as it stands. {why}")
        return replace(told, issues=(*told.issues, refused))


def check_target(output: Path, roster: Path, companies: list[Path] | None) -> None:
    """Refuse a target that could not be written, before anything is read."""
    from planner.export import check_targets
    from planner.export.own_workbook.plan_columns import check_kinds

    check_targets([output], sources=[roster, *(companies or ())])
    check_kinds(roster, output)


def write_marked_copy(found: Roster, password: str | None, roster: Path, output: Path, *, quiet: bool) -> None:
    """The user's workbook with its issues marked, and how many cells that are."""
    from planner.export.own_workbook.mark_issues import write_marked
    from planner.text import count

    with busy("Marking", quiet=quiet):
        marked = write_marked(found, roster, output, password)
    say(f"Written: {output}, with {count(marked, 'cell')} marked")
