"""What the Plan page asks for while one plays with it: what to draw of the plan that comes next.

A route of its own beside Dash's callbacks. It is asked several times a second, and the page draws its answer itself
(`assets/plan.js`); a callback would tell every component of the page about each step of it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dash.development.base_component import Component
from flask import Response, request

from dashboard.callbacks.common import refuse, unexpected
from dashboard.components.markup import markup
from dashboard.ids import FOLLOW
from dashboard.pages.plan.page import answer
from dashboard.pages.plan.top import cost_line
from dashboard.security import workspace_id
from dashboard.service.plan_service import SupersededError, View, service_of
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


def register(app: Dash) -> None:
    service = service_of(app)
    server: Flask = app.server

    @server.post(FOLLOW)
    def follow() -> Response:
        try:
            said = show(service, workspace_id(), request.get_json())
        except SupersededError:
            said = {}
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
            or "cost", the token of the plan whose balance's cost is asked for.

    Raises:
        PlannerError: when no plan can be made.
        SupersededError: while the sliders are dragged, when somebody needs another plan of the list.
    """
    shown = asked.get("shown") or ""
    if "cost" in asked:
        return cost_of(service.view(workspace), str(asked["cost"]))
    view = _played(service, workspace, asked) if "shares" in asked else service.view(workspace)
    if view.token == shown:
        return {}
    table = changes(_table_shown(service, workspace, view.work, shown), table_of(service, view))
    before = service.remembered(workspace, view.work, shown) if asked.get("final") else None
    return {**answer(view, before), "table": table}


def cost_of(view: View, token: str) -> dict[str, Any]:
    """What the balance of the plan on the page costs; it is worked out after the plan is drawn. Nothing of others."""
    return {"cost": markup(cost_line(view.plan))} if view.token == token else {}


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
        return service.view_of(workspace, work, revision)
    work, revision = service.store.get(workspace)
    return service.view_of(workspace, edits.with_balance(work, asked["shares"]), revision, played=True)


def _plain(value: object) -> object:
    """A component as the browser has it."""
    if not isinstance(value, Component):
        raise TypeError(f"{type(value).__name__} has no place in an answer")
    return value.to_plotly_json()
