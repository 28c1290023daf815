"""The Quarter page: hours and reasons kept, names answered, the rest planned again and taken, the next quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from dash import Input, Output, State, html, no_update, set_props

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, Edit, attempt, make, saves
from dashboard.callbacks.quarter.days import day_of
from dashboard.callbacks.quarter.rest import take_moves
from dashboard.callbacks.upload import decode
from dashboard.components.parts import callout, step_buttons
from dashboard.pages.quarter import page
from dashboard.pages.quarter.accounts import table_card
from dashboard.pages.quarter.side import side
from dashboard.security import workspace_id
from dashboard.service.plan_service import PlanService, service_of
from dashboard.service.quarters import quarter_on
from dashboard.state.list_loading import read_times
from dashboard.state.quarter import edits
from dashboard.tables.quarter import reason_text
from planner.errors import PlannerError, SettingError
from planner.quarter.reasons import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash import Dash

    from dashboard.state.workspace import Workspace
    from planner.result import Plan


def register(app: Dash) -> None:
    service = service_of(app)
    _register_view(app, service)
    _register_hours(app, service)
    _register_lines(app, service)
    _register_reasons(app, service)


def _register_view(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.QUARTER_HEAD, "children"),
        Output(ids.QUARTER_STEPS, "children"),
        Output(ids.QUARTER_CHART, "children"),
        Output(ids.QUARTER_SIDE, "children"),
        Output(ids.REPLAN, "disabled"),
        Input(ids.REVISION, "data"),
        Input(ids.AS_OF, "value"),
        prevent_initial_call=True,
    )
    def stand(_revision: int, as_of: str | None) -> Answer:
        view = service.view(workspace_id())
        quarter = quarter_on(view, day_of(as_of))
        steps = step_buttons(view.work)
        over = quarter.progress.is_over
        return page.head(quarter), steps, page.chart_card(quarter), side(view, quarter), over

    @app.callback(
        Output(ids.QUARTER_TABLE, "children"),
        Input(ids.REVISION, "data"),
        Input(ids.AS_OF, "value"),
        Input(ids.REASON_ASKED, "data"),
        prevent_initial_call=True,
    )
    def accounts(_revision: int, as_of: str | None, asked: dict[str, str] | None) -> Answer:
        view = service.view(workspace_id())
        return table_card(view, quarter_on(view, day_of(as_of)), asked)


def _register_hours(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.HOURS_FORM, "opened"),
        Output(ids.HOURS_WRONG, "children"),
        Input(ids.HOURS_ADD, "n_clicks"),
        prevent_initial_call=True,
    )
    def open_form(clicks: int | None) -> Answer:
        return (True, "") if clicks else (no_update, no_update)

    @app.callback(
        SAVED,
        Output(ids.HOURS_FORM, "opened", allow_duplicate=True),
        Output(ids.HOURS_WRONG, "children", allow_duplicate=True),
        Output(ids.HOURS_SPENT, "value"),
        Output(ids.HOURS_NOTE, "value"),
        Input(ids.HOURS_SAVE, "n_clicks"),
        State(ids.HOURS_ACCOUNT, "value"),
        State(ids.HOURS_PERSON, "value"),
        State(ids.HOURS_DAY, "value"),
        State(ids.HOURS_SPENT, "value"),
        State(ids.HOURS_NOTE, "value"),
        prevent_initial_call=True,
    )
    def add(
        clicks: int | None, account: str | None, person: str | None, day: str | None, amount: str, note: str | None
    ) -> Answer:
        if not clicks:
            return (no_update,) * 5
        typed = (account or "", person or "", (day or "")[:10], amount, note or "")
        revision, wrong = add_hours(service, workspace_id(), typed)
        return (no_update, no_update, wrong, no_update, no_update) if wrong else (revision, False, "", "", "")

    @app.callback(
        SAVED,
        Output(ids.QUARTER_ERROR, "children"),
        Input(ids.TIMESHEET, "contents"),
        State(ids.TIMESHEET, "filename"),
        prevent_initial_call=True,
    )
    def take(contents: list[str] | None, names: list[str] | None) -> Answer:
        if not contents or not names:
            return no_update, no_update
        owner = workspace_id()
        try:
            return take_timesheets(service, owner, contents, names), None
        except PlannerError as error:
            return no_update, callout([html.B("That time sheet was not taken. "), str(error)], "error")


def add_hours(service: PlanService, owner: str, typed: tuple[str, str, str, str, str]) -> tuple[Answer, str]:
    """Keep hours that were typed: the new revision, and what is wrong, to be said at the field.

    Args:
        typed: account, person, day, hours and note.
    """
    plan = service.view(owner).plan
    try:
        check_day(typed[2], dt.date.today())
        edits.add_hours(service.store.get(owner)[0], plan, *typed)
    except PlannerError as error:
        return no_update, str(error)
    return attempt(service, owner, lambda work: edits.add_hours(work, plan, *typed)), ""


def check_day(day: str, today: dt.date) -> None:
    """Refuse a day on which nobody can have spent hours yet.

    Raises:
        SettingError: with what to do instead.
    """
    if day and dt.date.fromisoformat(day) > today:
        raise SettingError("That day is still to come. Hours are written down once they are spent.")


def take_timesheets(service: PlanService, owner: str, contents: list[str], names: list[str]) -> Answer:
    """Keep the entries of dropped time sheets; the new revision.

    Raises:
        PlannerError: when one cannot be read; nothing changes then.
    """
    files = [decode(name, content, service.max_file_mb) for name, content in zip(names, contents, strict=True)]
    sheets = [service.apart(read_times, name, content) for name, content in files]
    plan = service.view(owner).plan

    def edit(work: Workspace) -> Workspace:
        for sheet in sheets:
            work = edits.add_timesheet(work, plan, sheet)
        return work

    return make(service, owner, edit)


def _register_lines(app: Dash, service: PlanService) -> None:
    """The buttons of all lines; a reason that needs more to become a fact opens its form instead."""

    @app.callback(
        SAVED,
        Output(ids.REASON_ASKED, "data", allow_duplicate=True),
        Input(ids.QUARTER_ASKED, "data"),
        State(ids.AS_OF, "value"),
        State(ids.SAID_BY, "value"),
        prevent_initial_call=True,
    )
    def ask(asked: dict[str, str] | None, as_of: str | None, by: str | None) -> Answer:
        if not asked:
            return no_update, no_update
        if asked["do"] == "move":
            return take_moves(service, workspace_id(), day_of(as_of), asked["account"]), no_update
        if asked["do"] == "reason" and asked["reason"] != Reason.NOT_WORTH_IT:
            return no_update, {"account": asked["account"], "reason": asked["reason"]}
        if asked["do"] == "reason":
            return keep_reason(service, asked["account"], Reason.NOT_WORTH_IT, "", as_of, by=by or ""), None
        owner = workspace_id()
        plan = service.view(owner).plan
        return attempt(service, owner, lambda work: line_edit(work, plan, asked)), no_update

    @saves(app, service, Input(ids.NAME_ACCOUNT, "value"), State(ids.NAME_WRITTEN, "value"))
    def choose(account: str | None, written: str | None) -> Edit | None:
        if not account or not written:
            return None
        plan = service.view(workspace_id()).plan
        return lambda work: edits.answer_name(work, plan, written, account)


def line_edit(work: Workspace, plan: Plan, asked: Mapping[str, str]) -> Workspace:
    """What a button of a line means for the work."""
    match asked["do"]:
        case "name":
            return edits.answer_name(work, plan, asked["written"], asked["account"])
        case "ask again":
            return edits.ask_name_again(work, asked["written"])
        case "take out":
            return edits.drop_batch(work, asked["key"])
        case "take back":
            return edits.take_back_reason(work, asked["account"])
        case "outcome":
            return edits.toggle_outcome(work, plan, asked["account"], asked["said"])
    return work


def _register_reasons(app: Dash, service: PlanService) -> None:
    asked_store = Output(ids.REASON_ASKED, "data", allow_duplicate=True)

    @app.callback(
        SAVED,
        asked_store,
        Input(ids.REASON_SAVE, "n_clicks"),
        State(ids.REASON_ASKED, "data"),
        State(ids.AS_OF, "value"),
        State(ids.SAID_BY, "value"),
        State(ids.REASON_NOTE, "value"),
        State(ids.REASON_DATE, "value", allow_optional=True),
        State(ids.REASON_VALUE, "value", allow_optional=True),
        State(ids.REASON_PERSON, "value", allow_optional=True),
        State(ids.REASON_HOURS, "value", allow_optional=True),
        prevent_initial_call=True,
    )
    def keep(
        clicks: int | None,
        asked: dict[str, str] | None,
        as_of: str | None,
        by: str | None,
        note: str | None,
        date: str | None,
        value: str | None,
        person: str | None,
        amount: float | str | None,
    ) -> Answer:
        if not clicks or not asked:
            return no_update, no_update
        reason = Reason(asked["reason"])
        text = reason_text(reason, note, date=date, value=value, amount=amount)
        try:
            revision = keep_reason(
                service, asked["account"], reason, text, as_of, person=person or "", by=by or "", keeps=make
            )
        except PlannerError as error:
            set_props(ids.REASON_WRONG, {"children": str(error)})
            return no_update, no_update
        return revision, None

    @app.callback(asked_store, Input(ids.REASON_CANCEL, "n_clicks"), prevent_initial_call=True)
    def cancel(clicks: int | None) -> Answer:
        return None if clicks else no_update


def keep_reason(
    service: PlanService,
    account: str,
    reason: Reason,
    text: str,
    as_of: str | None,
    *,
    person: str = "",
    by: str = "",
    keeps: Callable[[PlanService, str, Edit], Answer] = attempt,
) -> Answer:
    """Keep a reason with the fact that it becomes; the new revision.

    Args:
        keeps: how the edit is made: `attempt` tells in a toast what is wrong, `make` raises it.
    """
    owner = workspace_id()
    view = service.view(owner)
    quarter, today = quarter_on(view, day_of(as_of)), dt.date.today()
    return keeps(
        service,
        owner,
        lambda work: edits.give_reason(
            work, view.plan, quarter, account, reason, text, person=person, by=by, today=today
        ),
    )
