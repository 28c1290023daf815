"""What callbacks share: try an edit, keep it only if a plan can still be made, say so if not."""

from __future__ import annotations

import logging
import secrets
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from dash import Output, html, no_update, set_props

from dashboard.components.parts import data, icon
from dashboard.components.setting_words import plain
from dashboard.ids import NOTICES, PAGE_REVISION
from dashboard.security import workspace_id
from planner.errors import PlannerError

if TYPE_CHECKING:
    from dash import Dash
    from dash.dependencies import DashDependency

    from dashboard.service.plan_service import PlanService
    from dashboard.state.workspace import Workspace

Answer = Any
"""What a callback returns: one value an output, or `no_update`."""
Edit = Callable[["Workspace"], "Workspace"]
Choose = Callable[..., Edit | None]
SAVED: Final = Output(PAGE_REVISION, "data", allow_duplicate=True)
"""Takes the new revision from a callback of a page. It stands on the page: a callback whose inputs and outputs come
together with a page is not called when the page opens."""
TO_READ: Final = 5_000
TO_PRESS: Final = 10_000
"""Milliseconds for which a toast stands: one that is only read, and one with a button in it or bad news."""
log = logging.getLogger(__name__)


def attempt(service: PlanService, workspace: str, edit: Edit) -> Answer:
    """Make an edit if it leaves a plan: the new revision; else say why not in a toast and leave all as it was."""
    try:
        return make(service, workspace, edit)
    except PlannerError as error:
        say(refuse(error))
        return no_update


def make(service: PlanService, workspace: str, edit: Edit) -> int:
    """Make an edit and tell in a toast what it changed, with a way back; the new revision.

    Raises:
        PlannerError: when it cannot be made or leaves no plan; nothing is saved then.
    """
    told = ""

    def step(work: Workspace) -> Workspace:
        nonlocal told
        new = edit(work)
        told = new.done[-1].label if new.done[-1:] != work.done[-1:] and new.done else ""
        return new

    _, revision = service.edit(workspace, step)
    if told:
        say(changed(told, revision))
    return revision


def saves(app: Dash, service: PlanService, *watched: DashDependency) -> Callable[[Choose], Choose]:
    """Register a function of what it watches that chooses an edit, or None for none; see `attempt`."""

    def register(choose: Choose) -> Choose:
        @app.callback(SAVED, *watched, prevent_initial_call=True)
        def save(*values: Any) -> Answer:
            edit = choose(*values)
            return no_update if edit is None else attempt(service, workspace_id(), edit)

        return choose

    return register


def say(message: dict[str, Any]) -> None:
    """Show a notice with the answer of the running callback, whatever page is open."""
    again = [{**message, "action": "update"}] if "id" in message else []  # one that stands already says this instead
    set_props(NOTICES, {"sendNotifications": [*again, message]})


def refuse(error: PlannerError) -> dict[str, Any]:
    """A notice that says what could not be done and why."""
    return notice("That was not changed", plain(str(error)), "error")


def unexpected(error: Exception) -> dict[str, Any]:
    """A notice of an error nobody expected, with the id that it is logged under (without client data)."""
    number = secrets.token_hex(4)
    steps = "".join(traceback.format_tb(error.__traceback__))  # places in the code; no values, no message
    log.error("error %s: %s\n%s", number, type(error).__name__, steps)
    text = f"Nothing was lost. If it happens again, report the number {number}, which is in the log."
    return notice("Something went wrong here", text, "error")


def notice(title: str, message: Any = "", tone: str = "good") -> dict[str, Any]:
    """A toast that comes and goes; errors stay longer."""
    bad = tone == "error"
    return {
        "action": "show",
        "title": title,
        "message": message,
        "className": "toast bad" if bad else "toast",
        "closeButtonProps": {"aria-label": "Close"},
        "withCloseButton": bad,
        **({"icon": icon("error")} if bad else {}),
        "autoClose": TO_PRESS if bad else TO_READ,
    }


def changed(label: str, step: int, back: str = "undo") -> dict[str, Any]:
    """A toast that says what changed, with a button that takes it back (`undo`) or does it again (`redo`).

    There is one of them at a time; a later one takes the place of what stands there.

    Args:
        step: which of the steps it is; a toast that is said anew stays its whole time only if that time differs.
    """
    text = label[:1].upper() + label[1:]
    again = html.Button(back.capitalize(), type="button", className="toast-step", **data(step=back))
    line = html.Div([html.Span(text), again], className="toast-line")
    return {**notice("", line), "id": "changed", "autoClose": TO_PRESS + step % 10}
