"""From page to page, and the name of the list in the header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import Input, Output, dcc, html

from dashboard import ids
from dashboard.components.parts import problem
from dashboard.components.setting_words import plain
from dashboard.components.words import period
from dashboard.layout import navigation
from dashboard.pages import PAGES
from dashboard.pages.roster import no_plan
from dashboard.security import workspace_id
from dashboard.service.plan_service import Desk, desk_of
from planner.errors import PlannerError
from planner.explanation.text import count

if TYPE_CHECKING:
    from dash import Dash
    from dash.development.base_component import Component


def register(app: Dash) -> None:
    desk = desk_of(app)

    @app.callback(
        Output(ids.PAGE, "children"),
        Output(ids.NAV, "children"),
        Input(ids.WHERE, "pathname"),
    )
    def open_page(path: str) -> tuple[Component, list[dcc.Link]]:
        return page_for(desk, workspace_id(), path), navigation(path)

    @app.callback(Output(ids.LIST_NAME, "children"), Input(ids.REVISION, "data"), Input(ids.WHERE, "pathname"))
    def name_list(_revision: int, _path: str) -> list[Component]:
        return list_name(desk, workspace_id())


def page_for(desk: Desk, workspace: str, path: str) -> Component:
    """The page of a path, or a designed sentence where there is none or no plan can be made."""
    page = next((page for page in PAGES if page.path == path), None)
    if page is None:
        return problem("There is nothing here", "The address does not belong to a page of the planner.", plan=True)
    try:
        return page.layout(desk.view(workspace))
    except PlannerError as error:
        return no_plan(plain(str(error)), desk.max_file_mb)


def list_name(desk: Desk, workspace: str) -> list[Component]:
    """`advisory_firm.xlsx · 61 accounts · 13 weeks from …`."""
    try:
        view = desk.view(workspace)
    except PlannerError:
        return []
    settings = view.plan.settings
    parts = [view.work.title, count(view.plan.roster.size, "account")]
    if settings.plan_start:
        parts.append(f"{period(settings.weeks)} from {settings.plan_start.day} {settings.plan_start:%b %Y}")
    return [html.Span(" · ".join(parts))]
