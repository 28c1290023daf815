"""`planner dashboard`: the planner in the browser, on this machine."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from planner.commands.runner import say
from planner.errors import InputError

PASSWORD_VARIABLE = "PLANNER_PASSWORD"


def dashboard(
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8050,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A further name by which browsers may call this machine."),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            min=1, max=64, help="Processes that serve; if not given, one for this machine alone, else one a core."
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open it in the browser.")] = True,
) -> None:
    """Open the planner in the browser, with your own list or the sample.

    Beyond this machine (another --host, or a --name) it asks for a password, or takes it from PLANNER_PASSWORD.
    """
    from dashboard.launch import access_for, needs_password, run, usual_processes

    password = os.environ.get(PASSWORD_VARIABLE, "")
    if not password and needs_password(host, name or ()):
        password = _ask_password()
    access = access_for(host, password, tuple(name or ()))
    at = f"The dashboard is at http://{host}:{port}/  (Ctrl+C ends it)"
    run(host, port, access, browser, processes or usual_processes(host), started=lambda: say(at))


def _ask_password() -> str:
    """A password chosen by whoever starts the dashboard.

    Raises:
        InputError: where nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise InputError(
            f"Other machines could open this dashboard, so it needs a password; put one into {PASSWORD_VARIABLE}."
        )
    answer: str = typer.prompt("Password for the dashboard", hide_input=True, confirmation_prompt=True, err=True)
    return answer
