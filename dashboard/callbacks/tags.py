"""The Tags page: ratings by hand, one or many, undo and redo, reasons, rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import ALL, ClientsideFunction, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.callbacks.common import Answer, Edit, saves
from dashboard.pages import tags as page
from dashboard.security import workspace_id
from dashboard.service.plan_service import Desk, desk_of
from dashboard.state import edits, workspace
from dashboard.tables.rules import as_rows, with_new, with_strength, without
from dashboard.tables.tags import rating_of, tag_rows
from planner.goods import Good

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash import Dash

    from dashboard.tables.rules import RuleRows


def register(app: Dash) -> None:
    desk = desk_of(app)
    _register_view(app, desk)
    _register_ratings(app, desk)
    _register_history(app, desk)
    _register_rules(app, desk)


def _register_view(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(ids.TAGS_GRID, "rowTransaction"),
        Output(ids.TAGS_NOTES, "children"),
        Output(ids.TAGS_HISTORY, "children"),
        Output(ids.RULES, "children"),
        Input(ids.REVISION, "data"),
        prevent_initial_call=True,
    )
    def follow(_revision: int) -> Answer:
        view = desk.view(workspace_id())
        update = {"update": tag_rows(view.plan), "async": False}
        return update, page.notes(view.plan), page.history(view.work), page.rules_card(view)

    @app.callback(
        Output(ids.TAGS_REASONS, "children"),
        Input(ids.TAGS_GRID, "cellClicked", allow_optional=True),
        Input(ids.REVISION, "data"),
        State(ids.TAGS_GRID, "cellClicked"),
        prevent_initial_call=True,
    )
    def explain(_clicked: dict[str, Any] | None, _revision: int, clicked: dict[str, Any] | None) -> Answer:
        if clicked is None:
            return no_update
        view = desk.view(workspace_id())
        return page.reasons(view.plan, view.work, min(int(clicked["rowId"]), view.plan.roster.size - 1))

    app.clientside_callback(
        ClientsideFunction("grids", "redraw"),
        Output(ids.TAGS_NOTES, "title"),
        Input(ids.TAGS_GRID, "rowTransaction"),
    )
    app.clientside_callback(
        ClientsideFunction("grids", "ticked"),
        Output(ids.BULK_COUNT, "children"),
        Output(ids.BULK_APPLY, "disabled"),
        Input(ids.TAGS_GRID, "selectedRows"),
    )
    app.clientside_callback(
        ClientsideFunction("grids", "search"),
        Output(ids.TAGS_GRID, "dashGridOptions"),
        Input(ids.TAGS_SEARCH, "value"),
        State(ids.TAGS_GRID, "dashGridOptions"),
        prevent_initial_call=True,
    )


def _register_ratings(app: Dash, desk: Desk) -> None:
    @saves(app, desk, Input(ids.TAGS_GRID, "cellValueChanged"))
    def edit_cells(changes: list[dict[str, Any]] | None) -> Edit:
        return lambda work: edits.tag_edits(work, changes or [])

    @saves(
        app,
        desk,
        Input(ids.BULK_APPLY, "n_clicks"),
        State(ids.TAGS_GRID, "selectedRows"),
        State(ids.BULK_GOOD, "value"),
        State(ids.BULK_RATING, "value"),
        State(ids.BULK_WHY, "value"),
    )
    def edit_ticked(
        clicks: int, rows: list[dict[str, Any]] | None, good: str, rating: str, why: str | None
    ) -> Edit | None:
        if not clicks or not rows:
            return None
        names = [str(row["account"]) for row in rows]
        return lambda work: edits.rate(work, names, Good(good), rating_of(rating), why or "")

    @saves(app, desk, Input({"type": "drop-override", "account": ALL, "field": ALL}, "n_clicks"))
    def take_back(clicks: list[int | None]) -> Edit | None:
        asked = ctx.triggered_id
        if not any(clicks) or not isinstance(asked, dict):
            return None
        key = (asked["account"], asked["field"])
        return lambda work: workspace.override(work, f"take back a change to {asked['account']}", {key: None})


def _register_history(app: Dash, desk: Desk) -> None:
    @saves(app, desk, Input(ids.UNDO, "n_clicks"), Input(ids.REDO, "n_clicks"))
    def step(_undo: int | None, _redo: int | None) -> Edit | None:
        if not ctx.triggered[0]["value"]:
            return None
        return workspace.undo if ctx.triggered_id == ids.UNDO else workspace.redo


def _register_rules(app: Dash, desk: Desk) -> None:
    def change(label: str, edit: Callable[[RuleRows], RuleRows]) -> Edit:
        rules = desk.view(workspace_id()).plan.rules
        return lambda work: workspace.with_rules(
            work, label, edit(work.rules if work.rules is not None else as_rows(rules))
        )

    @saves(app, desk, Input({"type": "rule-strength", "index": ALL}, "value"))
    def strengthen(_values: list[float]) -> Edit | None:
        asked, value = ctx.triggered_id, ctx.triggered[0]["value"]
        if not isinstance(asked, dict) or len(ctx.triggered) != 1 or not isinstance(value, int | float):
            return None
        at = int(asked["index"])
        rules = desk.view(workspace_id()).plan.rules
        if at >= len(rules) or abs(rules[at].strength - value / 100) < 0.005:
            return None
        return change("a rule's strength", lambda rows: with_strength(rows, at, value / 100))

    @saves(app, desk, Input({"type": "rule-drop", "index": ALL}, "n_clicks"))
    def drop(clicks: list[int | None]) -> Edit | None:
        asked = ctx.triggered_id
        if not any(clicks) or not isinstance(asked, dict):
            return None
        return change("take out a rule", lambda rows: without(rows, int(asked["index"])))

    @saves(
        app,
        desk,
        Input(ids.RULE_ADD, "n_clicks"),
        State(ids.RULE_FIELD, "value"),
        State(ids.RULE_WORDS, "value"),
        State(ids.RULE_GOOD, "value"),
        State(ids.RULE_STRENGTH, "value"),
    )
    def add(clicks: int, field: str, words: str | None, good: str, strength: float | str) -> Edit | None:
        if not clicks:
            return None
        share = float(strength or 0) / 100
        return change("a rule of your own", lambda rows: with_new(rows, field, words or "", good, share))

    @saves(app, desk, Input(ids.RULES_RESET, "n_clicks"))
    def reset(clicks: int | None) -> Edit | None:
        return (lambda work: workspace.with_rules(work, "back to the list's own rules", None)) if clicks else None
