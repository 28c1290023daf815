"""The Client list page: upload, mapping, sheet, look-alikes, and starting over."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Final, Literal

from dash import ALL, Input, Output, State, ctx, html, no_update, set_props

from dashboard import ids
from dashboard.callbacks.common import Answer, attempt, notice, say
from dashboard.callbacks.shell import list_name, page_for
from dashboard.components.parts import callout
from dashboard.pages import roster as page
from dashboard.security import workspace_id
from dashboard.service.plan_service import Desk, desk_of
from dashboard.state import workspace
from dashboard.state.list_loading import NO_COLUMN, check_files, check_size
from planner.errors import FileRefused, PasswordNeeded, PlannerError
from planner.explanation.text import count
from planner.fields import Field
from planner.readers.safety import OLE_MAGIC, unlock

if TYPE_CHECKING:
    from dash import Dash

MOST_NAME: Final = 200
"""Characters of a file's name that are kept, with its ending."""


def register(app: Dash) -> None:
    desk = desk_of(app)
    _register_upload(app, desk)
    _register_mending(app, desk)
    _register_start_over(app, desk)


def _register_upload(app: Dash, desk: Desk) -> None:
    reading = html.Div([html.Span(className="spinner"), "Reading your list…"], className="reading")

    @app.callback(
        Output(ids.REVISION, "data", allow_duplicate=True),
        Output(ids.UPLOAD_ERROR, "children"),
        Output(ids.PAGE, "children", allow_duplicate=True),
        Input(ids.UPLOAD, "contents"),
        Input(ids.PASSWORD_OPEN, "n_clicks", allow_optional=True),
        State(ids.PASSWORD, "value", allow_optional=True),
        State(ids.UPLOAD, "filename"),
        State(ids.WHERE, "pathname"),
        running=[(Output(ids.UPLOAD_STATE, "children"), reading, "")],
        prevent_initial_call=True,
    )
    def upload(
        contents: list[str] | None, clicks: int | None, password: str | None, names: list[str] | None, path: str
    ) -> Answer:
        opening = ctx.triggered_id == ids.PASSWORD_OPEN
        if not contents or not names or (opening and not clicks):
            return no_update, no_update, no_update
        owner = workspace_id()
        try:
            revision, said = take_files(desk, owner, contents, names, password if opening else None)
        except PasswordNeeded as error:
            return no_update, page.password_form(str(error)), no_update
        except PlannerError as error:
            return no_update, callout([html.B("That file was not taken. "), str(error)], "error"), no_update
        say(notice("Your list is in", said))
        say_name(desk, owner)
        return revision, None, page_for(desk, owner, path)

    @app.callback(
        Output(ids.ISSUES_GRID, "filterModel"),
        Input(ids.ISSUES_SEVERITY, "value"),
        prevent_initial_call=True,
    )
    def filter_issues(kind: str) -> dict[str, Any]:
        return {"kind": {"filterType": "text", "type": "equals", "filter": kind}} if kind else {}


def _register_mending(app: Dash, desk: Desk) -> None:
    outputs = (
        Output(ids.REVISION, "data", allow_duplicate=True),
        Output(ids.UNDERSTOOD, "children", allow_duplicate=True),
    )

    def mended(edit: Any) -> Answer:
        owner = workspace_id()
        revision = attempt(desk, owner, edit)
        say_name(desk, owner)
        return revision, page.understood(desk.view(owner))

    @app.callback(*outputs, Input({"type": "map", "field": ALL}, "value"), prevent_initial_call=True)
    def map_column(_values: list[str]) -> Answer:
        asked = ctx.triggered_id
        header = ctx.triggered[0]["value"]
        if not isinstance(asked, dict) or not header or len(ctx.triggered) != 1:
            return no_update, no_update
        name = Field(asked["field"])
        match = desk.view(workspace_id()).plan.roster.source.mapping.get(name)
        if header == (match.header if match is not None else NO_COLUMN):
            return no_update, no_update
        return mended(lambda work: workspace.with_column(work, str(name), header))

    @app.callback(
        *outputs,
        Input(ids.MAP_ADD, "n_clicks"),
        State(ids.MAP_FIELD, "value"),
        State(ids.MAP_HEADER, "value"),
        prevent_initial_call=True,
    )
    def add_column(clicks: int | None, name: str | None, header: str | None) -> Answer:
        if not clicks or not name or not header:
            return no_update, no_update
        return mended(lambda work: workspace.with_column(work, str(Field(name)), header))

    @app.callback(*outputs, Input(ids.CURRENCY, "value"), prevent_initial_call=True)
    def set_currency(sign: str | None) -> Answer:
        if (sign or "").strip() == desk.view(workspace_id()).plan.settings.currency:
            return no_update, no_update
        return mended(lambda work: workspace.with_settings(work, currency=(sign or "").strip() or None))

    @app.callback(*outputs, Input(ids.SHEET, "value"), prevent_initial_call=True)
    def choose_sheet(sheet: str | None) -> Answer:
        if not sheet or sheet == desk.view(workspace_id()).plan.roster.source.sheet:
            return no_update, no_update
        return mended(lambda work: workspace.with_sheet(work, sheet))

    @app.callback(
        *outputs, Input({"type": "duplicate", "index": ALL, "action": ALL}, "n_clicks"), prevent_initial_call=True
    )
    def decide_duplicate(clicks: list[int | None]) -> Answer:
        if not any(clicks) or not isinstance(ctx.triggered_id, dict):
            return no_update, no_update
        asked = ctx.triggered_id
        names = desk.view(workspace_id()).plan.roster.duplicates[int(asked["index"])].accounts
        said: Literal["merge", "keep"] = "merge" if asked["action"] == "merge" else "keep"
        label = f"{names[0]}: {'made one' if said == 'merge' else 'kept apart'}"
        return mended(lambda work: workspace.say_alike(work, label, names, said))


def _register_start_over(app: Dash, desk: Desk) -> None:
    @app.callback(
        Output(ids.START_OVER_ASK, "opened"),
        Input(ids.START_OVER, "n_clicks"),
        Input(ids.START_OVER_NO, "n_clicks"),
        prevent_initial_call=True,
    )
    def ask(_start: int, _no: int) -> bool:
        return ctx.triggered_id == ids.START_OVER and bool(ctx.triggered[0]["value"])

    @app.callback(
        Output(ids.REVISION, "data", allow_duplicate=True),
        Output(ids.PAGE, "children", allow_duplicate=True),
        Input(ids.START_OVER_YES, "n_clicks"),
        State(ids.REVISION, "data"),
        State(ids.WHERE, "pathname"),
        prevent_initial_call=True,
    )
    def start_over(clicks: int | None, revision: int, path: str) -> Answer:
        if not clicks:
            return no_update, no_update
        owner = workspace_id()
        desk.delete(owner)
        say_name(desk, owner)
        return revision + 1, page_for(desk, owner, path)


def say_name(desk: Desk, workspace: str) -> None:
    """Name the list in the header with the answer of the running callback: what follows the revision comes later."""
    set_props(ids.LIST_NAME, {"children": list_name(desk, workspace)})


def take_files(
    desk: Desk, owner: str, contents: list[str], names: list[str], password: str | None = None
) -> tuple[int, str]:
    """Read dropped files and make them the list; the new revision and a sentence about it.

    Raises:
        PasswordNeeded: when one is protected and there is no password. It is not kept; the opened file is.
        PlannerError: when they cannot be read or planned; the previous list stays.
    """
    check_files(len(contents))
    files = [decode(name, content, desk.max_file_mb) for name, content in zip(names, contents, strict=True)]
    files = [
        (name, desk.apart(unlock, content, name, password) if content.startswith(OLE_MAGIC) else content)
        for name, content in files
    ]
    work, _ = desk.store.get(owner)
    fresh = desk.try_files(owner, files, work)
    _, revision = desk.store.change(owner, lambda _: fresh)
    desk.store.drop_unused_files(owner)
    roster = desk.plan(owner, fresh).roster
    kept = " Your changes were kept." if fresh.done else ""
    mapped = len(roster.source.mapping)
    return revision, f"{count(roster.size, 'account')} from {names[0]}, {count(mapped, 'column')} understood.{kept}"


def decode(name: str, content: str, max_file_mb: float) -> tuple[str, bytes]:
    """A dropped file's name and bytes from the browser's data URL.

    Raises:
        FileRefused: when it is too large or did not arrive whole.
    """
    name = name[-MOST_NAME:]
    _, _, text = content.partition(",")
    check_size(name, len(text) * 3 // 4, max_file_mb)
    try:
        return name, base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise FileRefused(f"“{name}” did not arrive whole; drop it once more.") from None
