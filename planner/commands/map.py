"""`planner map`: what every balance would reach, and what balance costs."""

from __future__ import annotations

from planner.commands.options.scenario_options import Asked, counting, exploring
from planner.commands.runner import busy


@exploring
def balance_map(asked: Asked) -> None:
    """Map all balances in steps of five: what each reaches, and what the last points cost."""
    plan = asked.plan()
    from planner.commands.screens.scenario_screens import map_screen
    from planner.scenarios.balance_map import HEADERS, map_balances, map_json, map_rows
    from planner.scenarios.frontier import frontiers

    with counting("Mapping balances", quiet=asked.json_only) as progress:
        found = map_balances(plan, progress)
    with busy("Pricing the balance", quiet=asked.json_only):
        prices = frontiers(plan)
    document = map_json(found)
    document["prices"] = [sentence for frontier in prices for sentence in frontier.sentences]
    asked.answer(document, lambda: map_screen(found, prices), [list(HEADERS), *map_rows(found)])
