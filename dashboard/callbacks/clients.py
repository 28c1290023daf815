"""The Clients page: facts typed in place, guesses confirmed, several accounts at once; the panel follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import ClientsideFunction, Input, Output, State, no_update

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, attempt, make
from dashboard.components.parts import step_buttons
from dashboard.components.setting_words import plain
from dashboard.pages.clients import page
from dashboard.pages.clients.panel import panel, shut
from dashboard.pages.clients.tag_rules import rules_card
from dashboard.security import workspace_id
from dashboard.service.plan_service import PlanService, service_of
from dashboard.state.client_edits import answer_guesses, change
from dashboard.state.workspace import Workspace
from dashboard.tables.clients import changed_rows, choices_of, client_rows
from dashboard.tables.guesses import Guess, open_guesses
from planner.errors import PlannerError

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.service.known import Known

Asked = dict[str, Any]


def register(app: Dash) -> None:
    service = service_of(app)
    _register_view(app, service)
    _register_grid(app)
    _register_edits(app, service)
    _register_bulk(app, service)
    _register_guesses(app, service)


def _register_view(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.CLIENTS_ROWS, "data"),
        Output(ids.CLIENTS_BANNER, "children"),
        Output(ids.CLIENTS_STEPS, "children"),
        Output(ids.RULES, "children"),
        Output(ids.CLIENTS_SHOWN, "data"),
        Input(ids.REVISION, "data"),
        State(ids.CLIENTS_SHOWN, "data"),
        prevent_initial_call=True,
    )
    def follow(_revision: int, shown: str) -> Answer:
        view = service.known(workspace_id())
        return (
            rows_since(service, view, shown),
            page.banner(view.plan),
            step_buttons(view.work),
            rules_card(view),
            view.token,
        )

    @app.callback(
        Output(ids.CLIENTS_PANEL, "children"),
        Input(ids.CLIENTS_CHOSEN, "data"),
        Input(ids.REVISION, "data"),
        prevent_initial_call=True,
    )
    def show_panel(chosen: Asked | None, _revision: int) -> Answer:
        if not chosen:
            return no_update
        view = service.known(workspace_id())
        at = min(int(chosen["at"]), view.plan.roster.size - 1)
        return panel(view.plan, view.work, at, bool(chosen.get("going")))


def rows_since(service: PlanService, view: Known, shown: str) -> list[dict[str, Any]]:
    """The rows of the grid that are others than in the plan that it shows; all where that plan is not known here."""
    rows = client_rows(view.plan)
    owners = (view.work, Workspace())  # the sample is everybody's until somebody changes it
    known = (service.remembered_stages(view.workspace, work, shown or "") for work in owners)
    before = next((plan for plan in known if plan is not None), None)
    return rows if before is None else changed_rows(client_rows(before), rows)


def _register_grid(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("clients", "redraw"),
        Output(ids.CLIENTS_STEPS, "title"),
        Input(ids.CLIENTS_ROWS, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("clients", "search"), Input(ids.CLIENTS_SEARCH, "value"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("clients", "edited"), Input(ids.CLIENTS_EDITED, "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("clients", "drawn"), Input(ids.CLIENTS_PANEL, "children"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("clients", "chosen"), Input(ids.CLIENTS_CHOSEN, "data"), prevent_initial_call=True
    )
    app.clientside_callback(
        ClientsideFunction("clients", "ticked"),
        Output(ids.BULK_COUNT, "children"),
        Output(ids.BULK, "className"),
        Input(ids.CLIENTS_GRID, "selectedRows"),
    )


def _register_edits(app: Dash, service: PlanService) -> None:
    @app.callback(SAVED, Output(ids.CLIENTS_EDITED, "data"), Input(ids.CLIENTS_EDIT, "data"), prevent_initial_call=True)
    def edit(asked: Asked | None) -> Answer:
        if not asked:
            return no_update, no_update
        said = {"by": str(asked.get("by") or "")}
        revision, error = save(service, [int(at) for at in asked["accounts"]], asked["fact"], str(asked["value"]), said)
        return revision, {"turn": asked["turn"], "error": error}


def _register_bulk(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.BULK_CHOICE, "data"),
        Output(ids.BULK_CHOICE, "value"),
        Output(ids.BULK_CHOICE, "style"),
        Output(ids.BULK_TEXT, "style"),
        Output(ids.BULK_TEXT, "error", allow_duplicate=True),
        Input(ids.BULK_FACT, "value"),
        prevent_initial_call="initial_duplicate",
    )
    def offer(fact: str) -> Answer:
        choices = [{"value": value or "-", "label": label} for value, label in choices_of(fact)]
        first = choices[0]["value"] if choices else None
        return choices, first, shut(not choices), shut(bool(choices)), ""

    @app.callback(
        SAVED,
        Output(ids.BULK_TEXT, "error"),
        Input(ids.BULK_APPLY, "n_clicks"),
        State(ids.CLIENTS_GRID, "selectedRows"),
        State(ids.BULK_FACT, "value"),
        State(ids.BULK_CHOICE, "value"),
        State(ids.BULK_TEXT, "value"),
        State(ids.BULK_BY, "value"),
        prevent_initial_call=True,
    )
    def change_ticked(
        clicks: int, rows: list[Asked] | None, fact: str, choice: str | None, text: str | None, by: str | None
    ) -> Answer:
        if not clicks or not rows:
            return no_update, no_update
        value = ("" if choice == "-" else choice or "") if choices_of(fact) else text or ""
        return save(service, [int(row["id"]) for row in rows], fact, value, {"by": by or ""})


def _register_guesses(app: Dash, service: PlanService) -> None:
    @app.callback(
        SAVED,
        Output(ids.CLIENTS_CHOSEN, "data", allow_duplicate=True),
        Output(ids.CLIENTS_EDITED, "data", allow_duplicate=True),
        Input(ids.CLIENTS_SAY, "data"),
        State(ids.CLIENTS_CHOSEN, "data"),
        prevent_initial_call=True,
    )
    def say_of_guesses(asked: Asked | None, chosen: Asked | None) -> Answer:
        if not asked:
            return no_update, no_update, no_update
        owner, at, done = workspace_id(), asked.get("at"), {"turn": asked["turn"], "error": ""}
        before = open_guesses(service.known(owner).plan)
        if "go" in asked:
            return no_update, gone(before, asked["go"], at), done
        said = [one for one in before if one.good == asked["good"] and (asked.get("all") or one.account == at)]
        if not said:
            return no_update, no_update, done
        revision = attempt(service, owner, lambda work: answer_guesses(work, said, asked["word"]))
        if revision is no_update or not (chosen or {}).get("going"):
            return revision, no_update, done
        following = after(before, said[-1])
        return revision, _chosen(next((one for one in following if one not in said), None), at), done


def gone(guesses: tuple[Guess, ...], go: str, at: int | None) -> Answer:
    """Whose panel comes next where guesses are gone through: `guesses` starts, `next` skips one, `stop` ends it."""
    if go == "stop" or not guesses:
        return {"at": at, "going": False} if at is not None else no_update
    mine = next((one for one in guesses if one.account == at), None)
    if go == "guesses" or mine is None:
        return _chosen(guesses[0], at)
    return _chosen(next((one for one in after(guesses, mine) if one.account != at), mine), at)


def after(guesses: tuple[Guess, ...], one: Guess) -> tuple[Guess, ...]:
    """The guesses that come after one, then those before it."""
    place = guesses.index(one)
    return (*guesses[place + 1 :], *guesses[:place])


def _chosen(guess: Guess | None, at: int | None) -> Answer:
    if guess is not None:
        return {"at": guess.account, "going": True}
    return no_update if at is None else {"at": at, "going": False}


def save(service: PlanService, accounts: list[int], fact: str, value: str, said: dict[str, str]) -> tuple[Answer, str]:
    """Save a value for some accounts: the new revision, and what is wrong with it, to be said at its field."""
    owner = workspace_id()
    found = service.known(owner).plan
    try:
        return make(service, owner, lambda work: change(work, found, accounts, fact, value, **said)), ""
    except PlannerError as error:
        return no_update, plain(str(error))
