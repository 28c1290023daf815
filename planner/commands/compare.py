"""`planner compare`: what-ifs side by side with the plan and with other ways to split the hours."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.commands.exploring import Balance, Hours, Outputs, as_json, check_outputs, write_outputs
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
from planner.commands.running import busy, console
from planner.errors import InputError

Given = Annotated[
    list[str] | None,
    typer.Option(
        "--scenario",
        metavar="NAME=20/30/50",
        help="A what-if: NAME=20/30/50 or NAME=hours=420,balance=20/30/50; may be given again. "
        "Without any, those of the list's Scenarios sheet.",
    ),
]


def compare(
    roster: RosterFile,
    companies: CompaniesFile = None,
    scenario: Given = None,
    balance: Balance = None,
    hours: Hours = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Outputs = None,
    json_only: AsJson = False,
) -> None:
    """Compare what-ifs with the plan, and with the split as today."""
    from planner.scenarios.scenario import parse_scenario, unique

    outputs = output or []
    check_outputs(outputs, [roster, *filter(None, (companies,))])
    changes = settings_given(changed, balance=balance, hours=hours)
    asked = unique([parse_scenario(text) for text in scenario or ()])
    from planner.pipeline import plan as make_plan
    from planner.scenarios.compare import compare as side_by_side
    from planner.scenarios.compare import comparison_json, comparison_table
    from planner.scenarios.scenario import plan_scenario
    from planner.scenarios.store import scenarios_of

    found = read(
        roster, companies, sheet=sheet, mapped=mapped, password_env=password_env, changes=changes, quiet=json_only
    )
    scenarios = asked or scenarios_of(found)
    if not scenarios:
        raise InputError("There is nothing to compare; give a what-if such as --scenario “More for others=40/30/30”.")
    with busy("Planning", quiet=json_only):
        base = make_plan(found, **changes)
        others = [(one.name, plan_scenario(base, one, found, changes)) for one in scenarios]
    result = side_by_side(base, others)
    document = comparison_json(result)
    if json_only:
        typer.echo(as_json(document))
    else:
        from planner.commands.explore_screens import comparison_screen

        console().print(comparison_screen(result))
    write_outputs(outputs, document, comparison_table(result))
