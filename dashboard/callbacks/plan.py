"""The Plan page: play with the balance, fix hours, open an account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dash import ALL, ClientsideFunction, Input, Output, State, ctx, no_update, set_props

from dashboard import edits, ids
from dashboard.callbacks.common import Answer, Edit, attempt, refuse, saves, say
from dashboard.changes import Row, changes
from dashboard.desk import View, desk_of
from dashboard.pages.balance import FOCUS
from dashboard.pages.panel import panel_body
from dashboard.pages.plan import answer
from dashboard.person_tables import table_rows
from dashboard.security import workspace_id
from planner.errors import PlannerError

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.desk import Desk
    from dashboard.workspace import Work

FOCUS_NAMES: Final = frozenset(name for name, _ in FOCUS)


def register(app: Dash) -> None:
    desk = desk_of(app)
    _register_result(app, desk)
    _register_edits(app, desk)
    _register_panel(app, desk)


def _register_result(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(ids.ANSWER, "data"),
        Output(ids.SHOWN, "data"),
        Input(ids.LIVE, "data"),
        Input(ids.REVISION, "data"),
        State(ids.SHOWN, "data"),
        prevent_initial_call=True,
    )
    def follow(live: dict[str, Any] | None, _revision: int, shown: str) -> Answer:
        asked = live if ctx.triggered_id == ids.LIVE else None
        try:
            return show(desk, workspace_id(), asked, shown)
        except Exception:
            set_props(ids.ANSWER, {"data": {"at": (asked or {}).get("at")}})  # the page waits no longer
            raise

    app.clientside_callback(
        ClientsideFunction("plan", "show"), Input(ids.ANSWER, "data"), State(ids.PANEL_ACCOUNT, "data")
    )

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
    def set_sizes(hours: float | str | None, leeway: float | str | None) -> Edit:
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
    def type_hours(changes: list[dict[str, Any]] | None) -> Edit:
        return lambda work: edits.cell_edits(work, changes or [])

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


def show(desk: Desk, workspace: str, live: dict[str, Any] | None, shown: str) -> Answer:
    """What the page shows next, of the balance being played with or of the work as saved; and its token.

    The table is sent as what changed in it when this process knows what the page shows, else as a whole.

    Args:
        live: of the sliders: "shares", whether they are let go ("final"), and when it was asked ("at").
        shown: token of the plan on the page.
    """
    asked = {"at": (live or {}).get("at")}
    try:
        view = _played(desk, workspace, live) if live and "shares" in live else desk.view(workspace)
    except PlannerError as error:
        say(refuse(error))
        return asked, no_update
    if view.token == shown:
        return asked, no_update
    table = changes(_rows_shown(desk, workspace, view.work, shown), rows_of(desk, view))
    return {**asked, **answer(view), "table": {"since": shown, **table}}, view.token


def rows_of(desk: Desk, view: View) -> list[Row]:
    """The table's rows of a view, remembered for the next comparison."""
    key = (view.workspace, view.token)
    return desk.rows.get(key) or desk.rows.put(key, table_rows(view.plan, view.work.overrides))


def _rows_shown(desk: Desk, workspace: str, work: Work, shown: str) -> list[Row] | None:
    """The rows that a page shows, if this process knows them; of those it was opened with, not what held the hours."""
    found = desk.rows.get((workspace, shown))
    if found is None:
        plan = desk.remembered(workspace, work, shown)
        found = None if plan is None else [{**row, "mark": None} for row in table_rows(plan, {})]
    return found


def _played(desk: Desk, workspace: str, live: dict[str, Any]) -> View:
    """The view at the sliders' balance; saved once they are let go."""
    if live["final"]:
        work, revision = desk.store.change(workspace, lambda work: edits.with_balance(work, live["shares"]))
    else:
        work, revision = desk.store.get(workspace)
        work = edits.with_balance(work, live["shares"])
    return desk.view_of(workspace, work, revision)
