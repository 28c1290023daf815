"""Dropped files: read to be looked at, then used or put away."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Final

from dash import Input, Output, State, ctx, html, no_update

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer
from dashboard.callbacks.roster import say_name
from dashboard.callbacks.shell import opened
from dashboard.components.parts import callout
from dashboard.components.setting_words import plain
from dashboard.pages.roster import page
from dashboard.security import workspace_id
from dashboard.service.drafts import take_draft, use_draft
from dashboard.service.plan_service import PlanService, service_of
from dashboard.state import changes
from dashboard.state.list_loading import check_files, check_size
from planner.errors import FileRefused, PasswordNeeded, PlannerError
from planner.readers.safety import OLE_MAGIC, unlock

if TYPE_CHECKING:
    from dash import Dash

MOST_NAME: Final = 200
"""Characters of a file's name that are kept, with its ending."""


def register(app: Dash) -> None:
    service = service_of(app)
    _register_upload(app, service)
    _register_draft(app, service)


def _register_upload(app: Dash, service: PlanService) -> None:
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
            revision = take_files(service, owner, contents, names, password if opening else None)
        except PasswordNeeded as error:
            return no_update, page.password_form(str(error)), no_update
        except PlannerError as error:
            return no_update, callout([html.B("That file was not taken. "), str(error)], "error"), no_update
        return revision, None, opened(service, owner, path)


def _register_draft(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.REVISION, "data", allow_duplicate=True),
        Output(ids.WHERE, "pathname", allow_duplicate=True),  # opens the page, from the same path too
        Output(ids.UPLOAD_ERROR, "children", allow_duplicate=True),
        Input(ids.DRAFT_USE, "n_clicks"),
        prevent_initial_call=True,
    )
    def use(clicks: int | None) -> Answer:
        if not clicks:
            return no_update, no_update, no_update
        owner = workspace_id()
        try:
            revision = use_draft(service, owner)
        except PlannerError as error:
            said = callout([html.B("This list was not used. "), plain(str(error))], "error")
            return no_update, no_update, said
        say_name(service, owner)
        return revision, "/", None

    @app.callback(
        SAVED,
        Output(ids.UNDERSTOOD, "children", allow_duplicate=True),
        Input(ids.DRAFT_DROP, "n_clicks"),
        prevent_initial_call=True,
    )
    def drop(clicks: int | None) -> Answer:
        if not clicks:
            return no_update, no_update
        owner = workspace_id()
        _, revision = service.store.change(owner, lambda work: changes.with_draft(work, None))
        service.store.drop_unused_files(owner)
        return revision, page.checked(service.view(owner))


def take_files(
    service: PlanService, owner: str, contents: list[str], names: list[str], password: str | None = None
) -> int:
    """Read dropped files and keep them to be looked at; the new revision.

    Raises:
        PasswordNeeded: when one is protected and there is no password. It is not kept; the opened file is.
        PlannerError: when they cannot be read; nothing changes then.
    """
    check_files(len(contents))
    files = [decode(name, content, service.max_file_mb) for name, content in zip(names, contents, strict=True)]
    files = [
        (name, service.apart(unlock, content, name, password) if content.startswith(OLE_MAGIC) else content)
        for name, content in files
    ]
    take_draft(service, owner, files)
    return service.store.get(owner)[1]


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
