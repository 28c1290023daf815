"""The `planner` command. Each sub-command is a module of `planner.commands`; add one by listing it here.

Only typer is imported at the top, so that `planner --help` answers at once: readers, solvers and tables are
imported by the command that needs them.

Exit status: 0 done, 1 a plan could not be made, 2 the input or the arguments are wrong (130 interrupted).
"""

from __future__ import annotations

from typing import Annotated

import typer

from planner.commands import (
    ask,
    check,
    compare,
    consensus,
    dashboard,
    demo,
    map,
    plan,
    refresh,
    robust,
    template,
    track,
)
from planner.commands.runner import guarded

app = typer.Typer(
    name="planner",
    help="Split the hours you have for business development over your clients and prospects, "
    "in the balance you choose between good for others, building strengths and good for you.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
app.command("plan")(plan.plan)
app.command("check")(check.check)
app.command("ask")(ask.ask)
app.command("template")(template.template)
app.command("compare")(compare.compare)
app.command("map")(map.balance_map)
app.command("robust")(robust.robust)
app.command("consensus")(consensus.consensus)
app.command("track")(track.track)
app.command("refresh")(refresh.refresh)
app.command("dashboard")(dashboard.dashboard)
app.command("demo")(demo.demo)


def _show_version(wanted: bool) -> None:
    if wanted:
        from planner import __version__

        typer.echo(f"planner {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    """What stands before any sub-command."""


def main() -> None:
    """Run the command; the console script and `python -m planner` both come here."""
    guarded(app)
