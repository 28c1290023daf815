"""From page to page, the name of the list in the header, and steps back and forth from any page."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from dash import ClientsideFunction, Input, Output, State, dcc, html, no_update

from dashboard import ids
from dashboard.callbacks.common import Answer, changed, notice, refuse, say
from dashboard.components.parts import problem
from dashboard.components.setting_words import plain
from dashboard.components.words import period
from dashboard.layout import navigation
from dashboard.pages import PAGES
from dashboard.pages.roster.page import draft_page, no_plan
from dashboard.security import workspace_id
from dashboard.service.drafts import draft_of
from dashboard.service.plan_service import PlanService, service_of
from dashboard.state.history import redo, undo
from dashboard.tables.quarter import week_words
from planner.errors import PlannerError
from planner.text import count, day_text

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component


MOVED: Final = {"/tags": "/clients"}
"""Paths that pages had before, by which they still answer."""
AS_OPENED: Final = frozenset({"/export", "/roster"})
"""Pages that do not follow the revision by themselves: they are opened anew where a step was taken back or again."""


def register(app: Dash) -> None:
    service = service_of(app)

    @app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.NAV, "children"),
        Input(ids.WHERE, "pathname"),
    )
    def open_page(path: str) -> tuple[list[Component], list[dcc.Link]]:
        path = MOVED.get(path, path)
        return opened(service, workspace_id(), path), navigation(path)

    app.clientside_callback(
        ClientsideFunction("shell", "kept"),
        Output(ids.REVISION, "data", allow_duplicate=True),
        Input(ids.PAGE_REVISION, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.REVISION, "data", allow_duplicate=True),
        Output(ids.PAGE, "children", allow_duplicate=True),
        Input(ids.STEP, "data"),
        State(ids.WHERE, "pathname"),
        prevent_initial_call=True,
    )
    def step(asked: dict[str, Any] | None, path: str) -> Answer:
        revision = take_step(service, workspace_id(), str((asked or {}).get("step")))
        stands = revision is no_update or path not in AS_OPENED
        return revision, no_update if stands else opened(service, workspace_id(), path)

    _register_other_tabs(app)

    @app.callback(Output(ids.LIST_NAME, "children"), Input(ids.REVISION, "data"), Input(ids.WHERE, "pathname"))
    def name_list(_revision: int, _path: str) -> list[Component]:
        return list_name(service, workspace_id())


def _register_other_tabs(app: Dash) -> None:
    """What is changed in one tab is followed by the visitor's others; see `assets/tabs.js`."""
    app.clientside_callback(
        ClientsideFunction("tabs", "changed"),
        Output(ids.PAGE, "title"),  # nothing is ever put there; of two callbacks without an output, Dash keeps one
        Input(ids.REVISION, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("tabs", "named"), Input(ids.LIST_NAME, "children"), prevent_initial_call=True
    )


def take_step(service: PlanService, workspace: str, which: str) -> Answer:
    """Undo or redo the newest step, and say which it was; the new revision."""
    work, _ = service.store.get(workspace)
    back = which == "undo"
    steps = work.done if back else work.undone
    if not steps:
        say(notice(f"Nothing to {which}", "You are at the newest state." if not back else "Nothing was changed yet."))
        return no_update
    try:
        _, revision = service.edit(workspace, undo if back else redo)
    except PlannerError as error:
        say(refuse(error))
        return no_update
    say(changed(f"{'undone' if back else 'done again'}: {steps[-1].label}", revision, "redo" if back else "undo"))
    return revision


def opened(service: PlanService, workspace: str, path: str) -> list[Component]:
    """The page of a path, and where its changes leave the new revision."""
    return [dcc.Store(id=ids.PAGE_REVISION), page_for(service, workspace, path)]


def page_for(service: PlanService, workspace: str, path: str) -> Component:
    """The page of a path, or a designed sentence where there is none or no plan can be made."""
    page = next((page for page in PAGES if page.path == path), None)
    if page is None:
        return problem("There is nothing here", "The address does not belong to a page of the planner.", plan=True)
    try:
        return page.layout(service.view(workspace))
    except PlannerError as error:
        draft = draft_of(service, workspace)
        return draft_page(*draft) if draft is not None else no_plan(plain(str(error)), service.max_file_mb)


def list_name(service: PlanService, workspace: str) -> list[Component]:
    """`Calder Wray · 61 accounts · quarter from 30 Nov 2026`."""
    try:
        view = service.known(workspace)
    except PlannerError:
        return []
    settings = view.plan.settings
    parts = [PurePath(view.work.title).stem, count(view.plan.roster.size, "account")]
    if settings.plan_start:
        parts.append(f"{period(settings.weeks)} from {day_text(settings.plan_start)}")
    if view.work.quarter.followed is not None:
        parts.append(week_words(view.work.quarter.followed))
    return [html.Span(" · ".join(parts), title=view.work.title)]
