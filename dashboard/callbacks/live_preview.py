"""What the Plan page asks for while one plays with it: what to draw of the plan that comes next.

A route of its own beside Dash's callbacks. It is asked several times a second, and the page draws its answer itself
(`assets/plan.js`); a callback would tell every component of the page about each step of it.
"""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from dash.development.base_component import Component
from flask import Response, request

from dashboard.callbacks.common import refuse, unexpected
from dashboard.ids import FOLLOW
from dashboard.pages.plan.later import later_parts
from dashboard.pages.plan.page import answer
from dashboard.security import workspace_id
from dashboard.service.plan_service import View, service_of
from dashboard.service.warm_planner import SupersededError
from dashboard.state import edits
from dashboard.tables.accounts import Table
from dashboard.tables.by_person import full_table
from dashboard.tables.changes import changes
from planner.errors import PlannerError

if TYPE_CHECKING:
    from dash import Dash
    from flask import Flask

    from dashboard.service.plan_service import PlanService
    from dashboard.state.workspace import Workspace

PATIENCE: Final = 3.0
"""Seconds for which what can come later gives way, in all."""


def register(app: Dash) -> None:
    service = service_of(app)
    server: Flask = app.server

    @server.post(FOLLOW)
    def follow() -> Response:
        try:
            said = show(service, workspace_id(), request.get_json())
        except SupersededError:
            said = {"again": True}
        except PlannerError as error:
            said = {"notice": refuse(error)}
        except Exception as error:
            said = {"notice": unexpected(error)}
        return Response(json.dumps(said, separators=(",", ":"), default=_plain), mimetype="application/json")


def show(service: PlanService, workspace: str, asked: dict[str, Any]) -> dict[str, Any]:
    """What the page shows next, of the balance being played with or of the work as saved.

    The table is sent as what changed in it when this process knows what the page shows, else as a whole.

    Args:
        asked: "shown", the token of the plan on the page; of the sliders "shares", and "final" when they are let go;
            or "later", the token of the plan of which the rest is asked for.

    Raises:
        PlannerError: when no plan can be made.
        SupersededError: when somebody needs another plan of the list while the sliders are dragged, or the work changed
            while the rest was worked out.
    """
    shown = asked.get("shown") or ""
    if "later" in asked:
        return rest_of(service, workspace, str(asked["later"]))
    view = _played(service, workspace, asked) if "shares" in asked else service.view(workspace)
    if view.token == shown:
        return {}
    table = changes(_table_shown(service, workspace, view.work, shown), table_of(service, view))
    before = service.remembered(workspace, view.work, shown) if asked.get("final") else None
    return {**answer(view, before), "table": table}


def rest_of(service: PlanService, workspace: str, token: str) -> dict[str, Any]:
    """What the page says of its plan a moment later: see `later_parts`, and the lines of the table.

    For some seconds it gives way to all plans that somebody waits for. Nothing of a plan that is not the last any more.
    """
    work, revision = service.store.get(workspace)
    if work.fingerprint() != token:
        return {}
    until = time.monotonic() + PATIENCE

    def pause() -> None:
        service.turns.wait(until)
        if service.store.get(workspace)[1] != revision:
            raise SupersededError

    plan = service.priced(workspace, work, pause)
    pause()
    return {"parts": later_parts(plan), "lines": full_table(plan, work.overrides).lines}


def table_of(service: PlanService, view: View) -> Table:
    """The table of a view, remembered for the next comparison."""
    key = (view.workspace, view.token)
    return service.tables.get(key) or service.tables.put(key, full_table(view.plan, view.work.overrides))


def _table_shown(service: PlanService, workspace: str, work: Workspace, shown: str) -> Table | None:
    """The table that a page shows, if this process knows it; of one it was opened with, not what held the hours."""
    found = service.tables.get((workspace, shown))
    plan = None if found else service.remembered(workspace, work, shown)
    if plan is not None:
        table = full_table(plan, {})
        found = replace(table, fields={**table.fields, "mark": [None] * plan.roster.size})
    return found


def _played(service: PlanService, workspace: str, asked: dict[str, Any]) -> View:
    """The view at the sliders' balance; saved once they are let go, where it leaves a plan."""
    if asked["final"]:
        work, revision = service.edit(workspace, lambda work: edits.with_balance(work, asked["shares"]))
    else:
        saved, revision = service.store.get(workspace)
        work = edits.with_balance(saved, asked["shares"])
    plan = service.plan(workspace, work, played=not asked["final"])
    return service.view_of(workspace, work, revision, plan)


def _plain(value: object) -> object:
    """A component as the browser has it."""
    if not isinstance(value, Component):
        raise TypeError(f"{type(value).__name__} has no place in an answer")
    return value.to_plotly_json()
