"""Where partners differ, on the What-if page: files of ratings dropped and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import ALL, Input, Output, State, ctx, html, no_update

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, attempt, notice, say
from dashboard.callbacks.upload import decode
from dashboard.components.parts import callout
from dashboard.pages.explore.partners import differ_card
from dashboard.security import workspace_id
from dashboard.service.plan_service import service_of
from dashboard.state import changes
from dashboard.state.list_loading import check_raters
from planner.errors import PlannerError
from planner.text import listed

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.service.plan_service import PlanService


def register(app: Dash) -> None:
    service = service_of(app)

    @app.callback(
        SAVED,
        Output(ids.RATERS_ERROR, "children"),
        Output(ids.DIFFER_CARD, "children"),
        Input(ids.RATERS, "contents"),
        State(ids.RATERS, "filename"),
        prevent_initial_call=True,
    )
    def take_ratings(contents: list[str] | None, names: list[str] | None) -> Answer:
        if not contents or not names:
            return no_update, no_update, no_update
        owner = workspace_id()
        try:
            revision = take_raters(service, owner, contents, names)
        except PlannerError as error:
            said = callout([html.B("These ratings were not taken. "), str(error)], "error")
            return no_update, said, no_update
        view = service.view(owner)
        raters = list(view.plan.roster.raters)
        say(notice("The ratings are in", f"{listed(raters)} rated this list; the plan goes by the average."))
        return revision, no_update, differ_card(view)

    @app.callback(
        SAVED,
        Output(ids.DIFFER_CARD, "children", allow_duplicate=True),
        Input({"type": "rater-drop", "digest": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def take_out(clicks: list[int | None]) -> Answer:
        if not any(clicks) or not isinstance(ctx.triggered_id, dict):
            return no_update, no_update
        owner, digest = workspace_id(), str(ctx.triggered_id["digest"])
        revision = attempt(service, owner, lambda work: changes.without_rater(work, digest))
        if revision is no_update:
            return no_update, no_update
        service.store.drop_unused_files(owner)
        return revision, differ_card(service.view(owner))


def take_raters(service: PlanService, owner: str, contents: list[str], names: list[str]) -> int:
    """Join dropped files of ratings to the list; the new revision.

    Raises:
        PlannerError: when they are too many, or cannot be read or joined; nothing changes then.
    """
    check_raters(len(contents))
    files = [decode(name, content, service.max_file_mb) for name, content in zip(names, contents, strict=True)]
    return service.add_ratings(owner, files)[1]
