"""`planner compare`: what-ifs side by side with the plan and with other ways to split the hours."""

from __future__ import annotations

from typing import Annotated

import typer

from planner.commands.options.scenario_options import Asked, exploring
from planner.commands.runner import busy
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


@exploring
def compare(asked: Asked, scenario: Given = None) -> None:
    """Compare what-ifs with the plan, and with the split as today."""
    from planner.scenarios.scenario import parse_scenario, plan_scenario, unique

    scenarios = unique([parse_scenario(text) for text in scenario or ()])
    found = asked.open().roster
    from planner.commands.screens.scenario_screens import comparison_screen
    from planner.scenarios.compare import compare as side_by_side
    from planner.scenarios.compare import comparison_json, comparison_table
    from planner.scenarios.scenario_sheet import scenarios_of

    scenarios = scenarios or scenarios_of(found)
    if not scenarios:
        raise InputError("There is nothing to compare; give a what-if such as --scenario “More for others=40/30/30”.")
    base = asked.plan(found)
    with busy("Planning the what-ifs", quiet=asked.json_only):
        others = [(one.name, plan_scenario(base, one, found, asked.changes)) for one in scenarios]
    result = side_by_side(base, others)
    asked.answer(comparison_json(result), lambda: comparison_screen(result), comparison_table(result))
