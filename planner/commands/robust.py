"""`planner robust`: how sure the plan is when fees, chances, ratings and what time brings are guesses."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import Annotated

import typer

from planner.commands.options.list_options import assignments
from planner.commands.options.scenario_options import Asked, counting, exploring
from planner.commands.runner import say

Draws = Annotated[int, typer.Option(min=1, max=100_000, help="How many times the uncertain inputs are drawn.")]
Seed = Annotated[int, typer.Option(min=0, help="The same seed gives the same figures on any number of workers.")]
Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes that draw; as many as there are processors when not given.")
]
Cluster = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Draw on a Dask cluster, by the address of its scheduler.")
]
SpreadOf = Annotated[
    list[str] | None,
    typer.Option(
        "--spread",
        metavar="FIELD=AMOUNT",
        help="How uncertain a field is: fees (25%, about so much more or less), probabilities (0.5: 40% may be 29% to "
        "52%), ratings (0.5 of 5), half_hours (40%: the time to get half the benefit), kept (0.5: 60% that stays "
        "without time may be 48% to 71%); 0 for certain. May be given again.",
    ),
]


@exploring
def robust(
    asked: Asked,
    draws: Draws = 200,
    seed: Seed = 1,
    spread: SpreadOf = None,
    workers: Workers = None,
    cluster: Cluster = None,
) -> None:
    """Show how sure the plan is: draw fees, chances, ratings and what time brings many times and plan each time."""
    from planner.scenarios.draws import make_spreads

    spreads = make_spreads(assignments(spread or (), "--spread"))
    plan = asked.plan()
    from planner.commands.screens.scenario_screens import robust_screen
    from planner.scenarios import robustness as sure

    started = time.perf_counter()
    with (
        sure.cluster(cluster) if cluster else nullcontext() as executor,
        counting("Drawing", quiet=asked.json_only) as bar,
    ):
        found = sure.robustness(
            plan, draws, seed=seed, spreads=spreads, executor=executor, workers=workers, progress=bar
        )
    taken = time.perf_counter() - started
    asked.answer(sure.robustness_json(found), lambda: robust_screen(found), sure.robustness_table(found))
    if not asked.json_only:
        say(f"{found.draws} draws in {taken:.0f} s.")
