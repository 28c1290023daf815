"""`planner check`: what was understood of a client list, and every issue."""

from __future__ import annotations

import json

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
from planner.commands.running import console


def check(
    roster: RosterFile,
    companies: CompaniesFile = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    as_json: AsJson = False,
) -> None:
    """Show what is understood of a client list, and every issue."""
    changes = settings_given(changed)
    found = read(
        roster, companies, sheet=sheet, mapped=mapped, password_env=password_env, changes=changes, quiet=as_json
    )
    if as_json:
        from planner.roster.check import check_json

        typer.echo(json.dumps(check_json(found), ensure_ascii=False, allow_nan=False))
        return
    from planner.commands.check_screen import check_screen

    console().print(check_screen(found))
