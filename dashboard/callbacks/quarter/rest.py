"""The rest of the quarter planned again and taken, the plan that is followed, and the next quarter."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from dash import Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, Edit, attempt, notice, saves, say
from dashboard.callbacks.quarter.days import day_of
from dashboard.components.setting_words import plain
from dashboard.pages.quarter.moves import moves_card
from dashboard.security import workspace_id
from dashboard.service.plan_service import PlanService, service_of
from dashboard.service.quarters import quarter_on, rest_on
from dashboard.state.quarter import edits
from dashboard.state.quarter import next_steps as steps
from planner.errors import PlannerError

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.state.workspace import Workspace


def register(app: Dash) -> None:
    service = service_of(app)
    _register_rest(app, service)
    _register_end(app, service)


def _register_rest(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.REST_SHOWN, "data"),
        Input(ids.REPLAN, "n_clicks"),
        Input(ids.MOVES_KEEP, "n_clicks", allow_optional=True),
        prevent_initial_call=True,
    )
    def ask(again: int | None, keep: int | None) -> Answer:
        if ctx.triggered_id == ids.MOVES_KEEP:
            if not keep:
                return no_update
            say(notice("The plan stays as it is"))
            return False
        return True if again else no_update

    @app.callback(
        Output(ids.MOVES, "children"),
        Input(ids.REST_SHOWN, "data"),
        Input(ids.REVISION, "data"),
        Input(ids.AS_OF, "value"),
        running=[(Output(ids.REPLAN, "loading"), True, False)],
        prevent_initial_call=True,
    )
    def show(shown: bool, _revision: int, as_of: str | None) -> Answer:
        view, day = service.view(workspace_id()), day_of(as_of)
        quarter = quarter_on(view, day)
        if not shown or quarter.progress.is_over:
            return moves_card(quarter, None)
        try:
            return moves_card(quarter, rest_on(service, view, day))
        except PlannerError as error:
            return moves_card(quarter, None, plain(str(error)))

    @app.callback(SAVED, Input(ids.MOVES_ALL, "n_clicks"), State(ids.AS_OF, "value"), prevent_initial_call=True)
    def take_all(clicks: int | None, as_of: str | None) -> Answer:
        return take_moves(service, workspace_id(), day_of(as_of), None) if clicks else no_update


def take_moves(service: PlanService, owner: str, day: dt.date, account: str | None) -> Answer:
    """Accept the move of an account, or (with None) all; the new revision."""
    view = service.view(owner)
    quarter = quarter_on(view, day)

    def edit(work: Workspace) -> Workspace:
        rest = rest_on(service, view, day)
        accounts = [account] if account is not None else [move.account for move in rest.moves]
        return steps.take_moves(work, view.plan, quarter, rest, accounts, dt.date.today())

    return attempt(service, owner, edit)


def _register_end(app: Dash, service: PlanService) -> None:
    @saves(app, service, Input(ids.FOLLOW_NOW, "n_clicks"))
    def follow(clicks: int | None) -> Edit | None:
        plan = service.view(workspace_id()).plan
        return (lambda work: edits.follow_now(work, plan)) if clicks else None

    @saves(app, service, Input(ids.NEXT_QUARTER, "n_clicks"), State(ids.AS_OF, "value"))
    def next_one(clicks: int | None, as_of: str | None) -> Edit | None:
        quarter: Any = quarter_on(service.view(workspace_id()), day_of(as_of)) if clicks else None
        return (lambda work: steps.end_quarter(work, quarter)) if clicks else None

    @saves(app, service, Input(ids.OWN_RATES, "n_clicks"), State(ids.AS_OF, "value"), State(ids.SAID_BY, "value"))
    def rates(clicks: int | None, as_of: str | None, by: str | None) -> Edit | None:
        quarter: Any = quarter_on(service.view(workspace_id()), day_of(as_of)) if clicks else None
        return (lambda work: steps.use_own_rates(work, quarter, dt.date.today(), by or "")) if clicks else None
