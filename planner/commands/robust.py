"""`planner robust`: how sure the plan is when fees, chances and ratings are guesses."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import Annotated

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
    assignments,
    read,
    settings_given,
)
from planner.commands.running import busy, console, say

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
        help="How uncertain a field is: fees (0.25, a quarter either way), probabilities (0.5, of the log odds), "
        "ratings (0.5 points of 5); 0 for certain. May be given again.",
    ),
]


def robust(
    roster: RosterFile,
    companies: CompaniesFile = None,
    draws: Draws = 200,
    seed: Seed = 1,
    spread: SpreadOf = None,
    workers: Workers = None,
    cluster: Cluster = None,
    balance: Balance = None,
    hours: Hours = None,
    sheet: SheetName = None,
    mapped: Mapped = None,
    password_env: PasswordVariable = None,
    changed: Changed = None,
    output: Outputs = None,
    json_only: AsJson = False,
) -> None:
    """Show how sure the plan is: draw fees, chances and ratings many times and plan each time."""
    outputs = output or []
    check_outputs(outputs, [roster, *filter(None, (companies,))])
    changes = settings_given(changed, balance=balance, hours=hours)
    from planner.scenarios.draws import make_spreads

    spreads = make_spreads(assignments(spread or (), "--spread"))
    from planner.pipeline import plan as make_plan
    from planner.scenarios import robustness as sure

    found = read(
        roster, companies, sheet=sheet, mapped=mapped, password_env=password_env, changes=changes, quiet=json_only
    )
    with busy("Planning", quiet=json_only):
        plan = make_plan(found, **changes)
    started = time.perf_counter()
    with sure.cluster(cluster) if cluster else nullcontext() as executor, counting("Drawing", quiet=json_only) as bar:
        result = sure.robustness(
            plan, draws, seed=seed, spreads=spreads, executor=executor, workers=workers, progress=bar
        )
    document = sure.robustness_json(result)
    if json_only:
        typer.echo(as_json(document))
    else:
        from planner.commands.explore_screens import robust_screen

        console().print(robust_screen(result))
        say(f"{result.draws} draws in {time.perf_counter() - started:.0f} s.")
    write_outputs(outputs, document, sure.robustness_table(result))
