"""`planner plan`: from a client list to a plan, on the screen and in files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from planner.commands.reading import (
    AsJson,
    Changed,
    CompaniesFile,
    Mapped,
    PasswordVariable,
    RosterFile,
    SheetName,
    read,
    settings_given,
)
from planner.commands.running import busy, console, say
from planner.errors import Contradiction

Outputs = Annotated[
    list[Path] | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write the plan as .xlsx, .csv or .json; may be given again."),
]


def plan(
    roster: RosterFile,
    companies: CompaniesFile = None,
    balance: Annotated[
        str | None,
        typer.Option(metavar="20/30/50", help="Shares for others, strengths and you; they add to 100."),
    ] = None,
    hours: Annotated[str | None, typer.Option(metavar="HOURS", help="All hours there are in the period.")] = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Outputs = None,
    lp: Annotated[
        Path | None, typer.Option("--lp", metavar="FILE", help="Write the model that was solved, to be read.")
    ] = None,
    repair: Annotated[
        bool, typer.Option("--repair", help="Where settings contradict each other, change as little as lets them hold.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Plan the hours of a client list."""
    from planner.export import check_targets, save_plan

    outputs = output or []
    check_targets([*outputs, *filter(None, (lp,))], sources=[roster, *filter(None, (companies,))], plans=outputs)
    changes = settings_given(changed, balance=balance, hours=hours)
    from planner.pipeline import plan as make_plan

    found = read(
        roster,
        companies,
        sheet=sheet,
        mapped=mapped,
        password_env=password_env,
        changes=changes,
        quiet=as_json,
    )
    if repair:
        from planner.why.repair import repair as mend

        mended = mend(found, **changes)
        found, changes = mended.roster, dict(mended.changes)
        for line in mended.done:
            say(line)
    with busy("Planning", quiet=as_json):
        try:
            made = make_plan(found, **changes)
        except Contradiction as error:
            raise Contradiction(f"{error} Add --repair to plan with that change.", error.conflicts) from None
    with busy("Writing", quiet=as_json):
        for path in outputs:
            save_plan(made, path)
        if lp is not None:
            from planner.allocation.allocate import write_lp

            write_lp(made.problem, lp, made.allocation.deviation)
    if as_json:
        typer.echo(json.dumps(made.to_dict(), ensure_ascii=False, allow_nan=False))
    else:
        from planner.commands.screens import plan_screen

        screen = console()
        screen.print(plan_screen(made, screen.width))
    for path in filter(None, (*outputs, lp)):
        say(f"Written: {path}")
