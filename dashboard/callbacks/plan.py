"""The Plan page: play with the balance, fix hours, open an account."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from dash import ALL, MATCH, ClientsideFunction, Input, Output, State, ctx, no_update, set_props

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, Edit, attempt, saves
from dashboard.components.setting_words import plain
from dashboard.pages.plan.balance import CAP, MORE, shown_value
from dashboard.pages.plan.panel import fact_value, panel_body
from dashboard.security import workspace_id
from dashboard.service.plan_service import service_of
from dashboard.state import edits
from dashboard.state.facts import set_fact, set_facts
from planner.errors import PlannerError
from planner.fields import Field
from planner.goods import Good

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.service.plan_service import PlanService
    from dashboard.state.workspace import Workspace

SETTINGS: Final = frozenset({CAP, *(name for name, *_ in MORE)})
"""Settings that are typed into the balance card."""
DOES: Final[Mapping[str, Callable[[Workspace, str], Workspace]]] = MappingProxyType(
    {"balance": edits.with_offered_balance, "weight": edits.with_balance_weight, "cap": edits.with_cap}
)
"""What buttons in HTML text do."""


def register(app: Dash) -> None:
    service = service_of(app)
    _register_result(app)
    _register_settings(app, service)
    _register_table(app, service)
    _register_panel(app, service)


def _register_result(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("plan", "open"), Output(ids.PLAN_TOP, "title"), Input(ids.ANSWER, "data")
    )
    follow = ClientsideFunction("plan", "follow")
    app.clientside_callback(follow, Input(ids.REVISION, "data"), prevent_initial_call=True)
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


def _register_settings(app: Dash, service: PlanService) -> None:
    @app.callback(SAVED, Output(ids.HOURS, "error"), Input(ids.HOURS, "value"), prevent_initial_call=True)
    def set_hours(hours: float | str | None) -> Answer:
        return typed(service, workspace_id(), "hours", hours, ids.HOURS)

    @app.callback(
        SAVED,
        Output({"type": "setting", "name": MATCH}, "error"),
        Input({"type": "setting", "name": MATCH}, "value"),
        prevent_initial_call=True,
    )
    def set_setting(value: float | str | None) -> Answer:
        asked = ctx.triggered_id
        name = asked["name"] if isinstance(asked, dict) else ""
        if name not in SETTINGS:
            return no_update, no_update
        return typed(service, workspace_id(), name, value, ids.setting(name))

    @app.callback(SAVED, Input(ids.DO, "data"), prevent_initial_call=True)
    def do(asked: dict[str, str] | None) -> Answer:
        change = DOES.get((asked or {}).get("do", ""))
        if change is None or asked is None:
            return no_update
        return attempt(service, workspace_id(), lambda work: change(work, asked["value"]))


def _register_table(app: Dash, service: PlanService) -> None:
    """Hours typed into the table, and the buttons of its rows."""

    @saves(app, service, Input(ids.PLAN_GRID, "cellValueChanged"))
    def type_hours(changes: list[dict[str, Any]] | None) -> Edit | None:
        return (lambda work: edits.cell_edits(work, changes)) if changes else None

    @app.callback(
        SAVED,
        Output(ids.PANEL_ACCOUNT, "data", allow_duplicate=True),
        Input(ids.PLAN_GRID, "cellRendererData"),
        prevent_initial_call=True,
    )
    def press(data: dict[str, Any] | None) -> Answer:
        return pressed(service, workspace_id(), (data or {}).get("value") or {})


def pressed(service: PlanService, owner: str, asked: dict[str, Any]) -> tuple[Answer, Answer]:
    """What a button of a row does: the new revision, and the account whose panel is opened."""
    action, row = asked.get("action"), asked.get("id")
    if action is None or row is None:
        return no_update, no_update
    if action == "open":
        return no_update, {"at": int(row)}
    plan = service.view(owner).plan
    if action in {"yes", "no"}:
        name, good = str(plan.roster.names[int(row)]), Good(asked["good"])
        return attempt(service, owner, lambda work: edits.confirm(work, name, good, action == "yes")), no_update
    return attempt(service, owner, lambda work: edits.row_action(work, plan, action, row)), no_update


def typed(
    service: PlanService, owner: str, name: str, value: float | str | None, field: str | dict[str, str]
) -> tuple[Answer, Answer]:
    """Save what was typed into a field of the balance card: the new revision, and what is wrong to say beside it.

    A field that shows what the plan has (it was filled in to agree with it) changes nothing; one that was emptied
    shows what holds then.
    """
    if value == shown_value(service.view(owner), name):
        return no_update, ""
    try:
        _, revision = service.edit(owner, lambda work: edits.with_setting(work, name, value))
    except PlannerError as error:
        return no_update, plain(str(error))
    if value is None or value == "":
        set_props(field, {"value": shown_value(service.view(owner), name)})
    return revision, ""


def _register_panel(app: Dash, service: PlanService) -> None:
    @app.callback(Output(ids.PANEL_DRAWN, "data"), Input(ids.PANEL_ACCOUNT, "data"), prevent_initial_call=True)
    def draw_panel(account: dict[str, int] | None) -> Answer:
        if account is None:
            return no_update
        view = service.view(workspace_id())
        at = min(account["at"], view.plan.roster.size - 1)
        title = str(view.plan.roster.names[at])
        return {"title": title, "body": panel_body(view.plan, view.work, at), "again": account.get("again", False)}

    app.clientside_callback(
        ClientsideFunction("plan", "panel"),
        Output(ids.PANEL, "opened"),
        Output(ids.PANEL, "title"),
        Output(ids.PANEL_BODY, "children"),
        Input(ids.PANEL_DRAWN, "data"),
        State(ids.PANEL, "opened"),  # false at once when it is closed; it stays on the page while it slides away
        prevent_initial_call=True,
    )

    @saves(
        app,
        service,
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
        name = str(service.view(workspace_id()).plan.roster.names[account["at"]])
        if ctx.triggered_id == ids.PANEL_SET:
            return lambda work: edits.fix_hours(work, name, float(hours))
        edit = edits.leave_out if ctx.triggered_id == ids.PANEL_LEAVE_OUT else edits.let_plan_decide
        return lambda work: edit(work, name)

    _register_facts(app, service)


def _register_facts(app: Dash, service: PlanService) -> None:
    shape = {"type": "fact", "field": ALL}

    @app.callback(
        SAVED,
        Output(shape, "error"),
        Input(ids.FACTS_SAVE, "n_clicks"),
        State(shape, "value"),
        State(shape, "id"),
        State(ids.PANEL_ACCOUNT, "data"),
        prevent_initial_call=True,
    )
    def save_facts(
        clicks: int, values: list[str | None], fields: list[dict[str, str]], account: dict[str, int] | None
    ) -> Answer:
        if not clicks or account is None:
            return no_update, [no_update] * len(fields)
        typed = {Field(one["field"]): value or "" for one, value in zip(fields, values, strict=True)}
        revision, wrong = correct_facts(service, workspace_id(), account["at"], typed)
        return revision, [wrong.get(name, "") for name in typed]

    @app.callback(SAVED, Input(ids.GUESS, "data"), prevent_initial_call=True)
    def say_of_guess(asked: dict[str, str] | None) -> Answer:
        if not asked:
            return no_update
        owner = workspace_id()
        name, good = str(service.view(owner).plan.roster.names[int(asked["row"])]), Good(asked["good"])
        return attempt(service, owner, lambda work: edits.confirm(work, name, good, asked["guess"] == "yes"))


def at_its_field(sentence: str) -> str:
    """A refusal without what its place says already: whose fact it is, and that nothing was taken.

    >>> at_its_field("“a lot” in your change of Chance for A & B is not a share; it was read as empty. Write 60%.")
    '“a lot” is not a share. Write 60%.'
    """
    short = re.sub(r" in your change of .*? for .*? (?=is |are |has )", " ", sentence)
    return plain(short.replace("; it was read as empty", ""))


def correct_facts(
    service: PlanService, owner: str, at: int, typed: Mapping[Field, str]
) -> tuple[Answer, dict[Field, str]]:
    """Save the facts of an account that were typed anew: the new revision, and what is wrong, field by field."""
    view = service.view(owner)
    changed = {name: text.strip() for name, text in typed.items() if text.strip() != fact_value(view.plan, at, name)[0]}
    wrong: dict[Field, str] = {}
    account, roster = str(view.plan.roster.names[at]), view.plan.roster
    for name, text in changed.items():
        try:
            set_fact(view.work, roster, [account], name, text or None)
        except PlannerError as error:
            wrong[name] = at_its_field(str(error))
    if wrong or not changed:
        return no_update, wrong
    return attempt(service, owner, lambda work: set_facts(work, roster, account, changed)), {}
