"""A split of one's own on the Explore page: typed or dropped, compared with the plan, and planned with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import ALL, Input, Output, State, ctx, html, no_update

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, attempt, notice, say
from dashboard.callbacks.upload import decode
from dashboard.components.parts import callout
from dashboard.components.setting_words import plain
from dashboard.pages.explore.own_split import STARTS, hours_to_start_from, score_body, split_text
from dashboard.security import workspace_id
from dashboard.service.plan_service import service_of
from dashboard.state import edits
from planner.errors import FileRefused, PlannerError
from planner.sensitivity.own_split import read_pasted, read_split, score_split

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.service.plan_service import PlanService


def register(app: Dash) -> None:
    service = service_of(app)
    _register_writing(app, service)
    _register_comparing(app, service)


def _register_writing(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.SPLIT_TEXT, "value"),
        Output(ids.SPLIT_TEXT, "error"),
        Output(ids.SPLIT_BODY, "children"),
        Output(ids.SPLIT_ERROR, "children"),
        Output(ids.SPLIT_FILE, "contents"),
        Input(ids.SPLIT_FILE, "contents"),
        State(ids.SPLIT_FILE, "filename"),
        prevent_initial_call=True,
    )
    def take_file(contents: list[str] | None, names: list[str] | None) -> Answer:
        if not contents or not names:
            return (no_update,) * 5
        try:
            text = text_of_file(service, workspace_id(), contents, names)
        except PlannerError as error:
            said = callout([html.B("This split was not taken. "), str(error)], "error")
            return no_update, no_update, no_update, said, None
        error_said, body = compared(service, workspace_id(), text)
        return text, error_said, body, None, None

    @app.callback(
        Output(ids.SPLIT_TEXT, "value", allow_duplicate=True),
        Output(ids.SPLIT_TEXT, "error", allow_duplicate=True),
        Input({"type": "split-start", "name": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def start_from(clicks: list[int | None]) -> Answer:
        pressed = ctx.triggered_id
        if not any(clicks) or not isinstance(pressed, dict) or pressed["name"] not in STARTS:
            return no_update, no_update
        return split_text(hours_to_start_from(service.view(workspace_id()).plan, pressed["name"])), None


def _register_comparing(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.SPLIT_TEXT, "error", allow_duplicate=True),
        Output(ids.SPLIT_BODY, "children", allow_duplicate=True),
        Input(ids.SPLIT_RUN, "n_clicks"),
        Input(ids.REVISION, "data"),
        State(ids.SPLIT_TEXT, "value"),
        prevent_initial_call=True,
    )
    def compare(_clicks: int, _revision: int, text: str | None) -> Answer:
        if ctx.triggered_id == ids.REVISION and not text:
            return no_update, no_update
        return compared(service, workspace_id(), text or "")

    @app.callback(
        SAVED,
        Input(ids.SPLIT_USE, "n_clicks"),
        State(ids.SPLIT_TEXT, "value"),
        prevent_initial_call=True,
    )
    def use(clicks: int | None, text: str | None) -> Answer:
        if not clicks or not text:
            return no_update
        owner = workspace_id()
        plan = service.view(owner).plan
        revision = attempt(service, owner, lambda work: edits.with_own_split(work, plan, read_pasted(text, plan)))
        if revision is not no_update:
            say(notice("The plan has your hours now", "They are fixed. Undo is at the top of the page."))
        return revision


def text_of_file(service: PlanService, owner: str, contents: list[str], names: list[str]) -> str:
    """The lines of a dropped file's split.

    Raises:
        PlannerError: where there are several files, or the one cannot be read as a split.
    """
    if len(contents) > 1:
        raise FileRefused("Drop one file with all your hours.")
    name, content = decode(names[0], contents[0], service.max_file_mb)
    return split_text(read_split(content, service.view(owner).plan, name=name))


def compared(service: PlanService, owner: str, text: str) -> Answer:
    """What is wrong with the lines, else what their split reaches beside the plan."""
    if not text.strip():
        return "Write your hours first, one account a line.", None
    try:
        plan = service.view(owner).plan
        return None, score_body(plan, score_split(plan, read_pasted(text, plan)))
    except PlannerError as error:
        return plain(str(error)), None
