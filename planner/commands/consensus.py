"""`planner consensus`: where partners who rated one list differ, and a balance that all could live with."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.commands.options.scenario_options import Asked, counting, exploring

if TYPE_CHECKING:
    from planner.roster.roster import Roster

Ratings = Annotated[
    list[Path] | None,
    typer.Argument(
        help="The partners' own lists, one file each, named after the partner. None, where the client list itself "
        "has columns such as “rating_others — Ana” for each."
    ),
]


@partial(exploring, without=frozenset({"companies"}))
def consensus(asked: Asked, ratings: Ratings = None) -> None:
    """Show where partners' ratings differ, what hangs on it, and a balance that suits all."""
    rated = _rated(asked, ratings or [])
    plan = asked.plan(rated)
    from planner.commands.screens.scenario_screens import consensus_screen
    from planner.scenarios.consensus import consensus as compare_partners
    from planner.scenarios.consensus import consensus_json, consensus_table

    with counting("Trying balances", quiet=asked.json_only) as progress:
        found = compare_partners(plan, progress)
    asked.answer(consensus_json(found), lambda: consensus_screen(found), consensus_table(found))


def _rated(asked: Asked, ratings: list[Path]) -> Roster:
    """The client list with the ratings of every file; the partners' files are found without --sheet and --map."""
    from planner.errors import InputError
    from planner.scenarios.raters import joined

    lists = {asked.roster.stem: asked.open().roster}
    for path in ratings:
        if path.stem in lists:
            raise InputError(f"Two files are called “{path.stem}”; name each after the partner who rated it.")
        lists[path.stem] = asked.open(path).roster
    return joined(lists)
