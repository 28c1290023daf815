"""`planner map`: what every balance would reach, and what balance costs."""

from __future__ import annotations

import typer

from planner.commands.exploring import Balance, Hours, Outputs, as_json, check_outputs, counting, write_outputs
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


def balance_map(
    roster: RosterFile,
    companies: CompaniesFile = None,
    balance: Balance = None,
    hours: Hours = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Outputs = None,
    json_only: AsJson = False,
) -> None:
    """Map all balances in steps of five: what each reaches, and what the last points cost."""
    outputs = output or []
    check_outputs(outputs, [roster, *filter(None, (companies,))])
    changes = settings_given(changed, balance=balance, hours=hours)
    from planner.pipeline import plan as make_plan
    from planner.scenarios.balance_map import HEADERS, map_balances, map_json, map_rows
    from planner.scenarios.frontier import frontiers

    found = read(
        roster, companies, sheet=sheet, mapped=mapped, password_env=password_env, changes=changes, quiet=json_only
    )
    with busy("Planning", quiet=json_only):
        plan = make_plan(found, **changes)
    with counting("Mapping balances", quiet=json_only) as progress:
        mapped_out = map_balances(plan, progress)
    with busy("Pricing the balance", quiet=json_only):
        prices = frontiers(plan)
    document = map_json(mapped_out)
    document["prices"] = [sentence for frontier in prices for sentence in frontier.sentences]
    if json_only:
        typer.echo(as_json(document))
    else:
        from planner.commands.explore_screens import map_screen

        console().print(map_screen(mapped_out, prices))
    write_outputs(outputs, document, [list(HEADERS), *map_rows(mapped_out)])
