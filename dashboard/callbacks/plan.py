"""The Plan page: play with the balance, fix hours, open an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dash import ALL, ClientsideFunction, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.callbacks.common import Answer, Edit, attempt, saves
from dashboard.pages.balance import FOCUS
from dashboard.pages.panel import panel_body
from dashboard.security import workspace_id
from dashboard.service.plan_service import desk_of
from dashboard.state import edits

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.service.plan_service import Desk

FOCUS_NAMES: Final = frozenset(name for name, _ in FOCUS)


def register(app: Dash) -> None:
    desk = desk_of(app)
    _register_result(app)
    _register_edits(app, desk)
    _register_panel(app, desk)


def _register_result(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("plan", "open"), Output(ids.PLAN_TOP, "title"), Input(ids.ANSWER, "data")
    )
    follow = ClientsideFunction("plan", "follow")
    app.clientside_callback(follow, Input(ids.REVISION, "data"), prevent_initial_call=True)
    app.clientside_callback(
        ClientsideFunction("grids", "fit"),
        Output(ids.PLAN_TABLE_NOTE, "title"),
        Input(ids.PLAN_GRID, "id"),
        State(ids.PLAN_PERSON, "value"),
    )
    app.clientside_callback(
        ClientsideFunction("grids", "person"),
        Output(ids.PLAN_PERSON, "darkHidden"),
        Input(ids.PLAN_PERSON, "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("grids", "search"),
        Output(ids.PLAN_GRID, "dashGridOptions"),
        Input(ids.PLAN_SEARCH, "value"),
        State(ids.PLAN_GRID, "dashGridOptions"),
        prevent_initial_call=True,
    )


def _register_edits(app: Dash, desk: Desk) -> None:
    @saves(app, desk, Input(ids.HOURS, "value"), Input(ids.LEEWAY, "value"))
    def set_sizes(hours: float | str | None, leeway: float | str | None) -> Edit | None:
        if len(ctx.triggered) != 1:  # the page was opened; nobody typed
            return None
        if ctx.triggered_id == ids.HOURS:
            return lambda work: edits.with_hours(work, hours)
        return lambda work: edits.with_leeway(work, leeway)

    @saves(app, desk, Input({"type": "setting", "name": ALL}, "value"))
    def set_focus(_values: list[float | str]) -> Edit | None:
        asked = ctx.triggered_id
        if not isinstance(asked, dict) or len(ctx.triggered) != 1 or asked["name"] not in FOCUS_NAMES:
            return None
        value = ctx.triggered[0]["value"]
        return lambda work: edits.with_focus(work, asked["name"], value)

    @saves(app, desk, Input(ids.PLAN_GRID, "cellValueChanged"))
    def type_hours(changes: list[dict[str, Any]] | None) -> Edit | None:
        return (lambda work: edits.cell_edits(work, changes)) if changes else None

    @app.callback(
        Output(ids.REVISION, "data", allow_duplicate=True),
        Output(ids.PANEL_ACCOUNT, "data", allow_duplicate=True),
        Input(ids.PLAN_GRID, "cellRendererData"),
        prevent_initial_call=True,
    )
    def press(data: dict[str, Any] | None) -> Answer:
        asked = (data or {}).get("value") or {}
        action, row = asked.get("action"), asked.get("id")
        if action is None or row is None:
            return no_update, no_update
        if action == "open":
            return no_update, {"at": int(row)}
        workspace = workspace_id()
        plan = desk.view(workspace).plan
        return attempt(desk, workspace, lambda work: edits.row_action(work, plan, action, row)), no_update


def _register_panel(app: Dash, desk: Desk) -> None:
    @app.callback(Output(ids.PANEL_DRAWN, "data"), Input(ids.PANEL_ACCOUNT, "data"), prevent_initial_call=True)
    def draw_panel(account: dict[str, int] | None) -> Answer:
        if account is None:
            return no_update
        view = desk.view(workspace_id())
        at = min(account["at"], view.plan.roster.size - 1)
        title = str(view.plan.roster.names[at])
        return {"title": title, "body": panel_body(view.plan, view.work, at), "again": account.get("again", False)}

    app.clientside_callback(
        ClientsideFunction("plan", "panel"),
        Output(ids.PANEL, "opened"),
        Output(ids.PANEL, "title"),
        Output(ids.PANEL_BODY, "children"),
        Input(ids.PANEL_DRAWN, "data"),
        prevent_initial_call=True,
    )

    @saves(
        app,
        desk,
        Input(ids.PANEL_SET, "n_clicks"),
        Input(ids.PANEL_LEAVE_OUT, "n_clicks"),
        Input(ids.PANEL_FREE, "n_clicks"),
        State(ids.PANEL_HOURS, "value"),
        State(ids.PANEL_ACCOUNT, "data"),
    )
    def change_hours(
        _set: int, _out: int, _free: int, hours: float | str, account: dict[str, int] | None
    ) -> Edit | None:
        if account is None or not ctx.triggered[0]["value"]:
            return None
        name = str(desk.view(workspace_id()).plan.roster.names[account["at"]])
        if ctx.triggered_id == ids.PANEL_SET:
            return lambda work: edits.fix_hours(work, name, float(hours))
        edit = edits.leave_out if ctx.triggered_id == ids.PANEL_LEAVE_OUT else edits.let_plan_decide
        return lambda work: edit(work, name)
