"""The Client list page: columns, sheet, look-alikes, what is asked of the list, and starting over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

from dash import ALL, ClientsideFunction, Input, Output, State, ctx, no_update, set_props

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, Edit, attempt, refuse, say
from dashboard.callbacks.shell import list_name, opened
from dashboard.pages.roster import page
from dashboard.pages.roster.list_check import column_choices
from dashboard.security import workspace_id
from dashboard.service.drafts import edit_draft
from dashboard.service.plan_service import PlanService, service_of
from dashboard.state import changes
from planner.detection.picture_types import PictureColumn, RowKind
from planner.errors import PlannerError
from planner.fields import Field
from planner.settings import LONGEST_CURRENCY
from planner.vocabulary import Level

if TYPE_CHECKING:
    from dash import Dash

MENDED: Final = (SAVED, Output(ids.UNDERSTOOD, "children", allow_duplicate=True))
"""Takes the new revision, and what was understood of the list, from a callback that changes how it is read."""


def register(app: Dash) -> None:
    service = service_of(app)
    _register_issues(app)
    _register_columns(app, service)
    _register_answers(app, service)
    _register_sheet(app, service)
    _register_look_alikes(app, service)
    _register_start_over(app, service)


def _register_issues(app: Dash) -> None:
    app.clientside_callback(
        ClientsideFunction("grids", "issues"), Output(ids.ISSUES_GRID, "className"), Input(ids.ISSUES_GRID, "id")
    )

    @app.callback(
        Output(ids.ISSUES_GRID, "filterModel"),
        Input(ids.ISSUES_SEVERITY, "value"),
        prevent_initial_call=True,
    )
    def filter_issues(kind: str) -> dict[str, Any]:
        return {"kind": {"filterType": "text", "type": "equals", "filter": kind}} if kind else {}


def _register_columns(app: Dash, service: PlanService) -> None:
    """What a click on a chip asks, and what is said of the column."""
    outputs = (*MENDED, Output(ids.COLUMN_ASK, "opened", allow_duplicate=True))

    @app.callback(
        Output(ids.COLUMN_ASK, "opened"),
        Output(ids.COLUMN_BODY, "children"),
        Input({"type": "column-chip", "letter": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def ask_column(clicks: list[int | None]) -> Answer:
        asked = ctx.triggered_id
        column = shown_column(service, asked["letter"]) if any(clicks) and isinstance(asked, dict) else None
        return (no_update, no_update) if column is None else (True, column_choices(*column))

    @app.callback(
        *outputs,
        Input({"type": "column-guess", "field": ALL}, "n_clicks"),
        State(ids.COLUMN_LETTER, "children"),
        prevent_initial_call=True,
    )
    def guess(clicks: list[int | None], letter: str) -> Answer:
        asked = ctx.triggered_id
        if not any(clicks) or not isinstance(asked, dict):
            return no_update, no_update, no_update
        return say_column(service, letter, asked["field"])

    @app.callback(
        *outputs,
        Input(ids.COLUMN_FIELD, "value"),
        State(ids.COLUMN_LETTER, "children"),
        prevent_initial_call=True,
    )
    def another(name: str | None, letter: str) -> Answer:
        return say_column(service, letter, name) if name else (no_update, no_update, no_update)

    @app.callback(
        *outputs,
        Input(ids.COLUMN_NONE, "n_clicks"),
        State(ids.COLUMN_LETTER, "children"),
        prevent_initial_call=True,
    )
    def none(clicks: int | None, letter: str) -> Answer:
        return say_column(service, letter, None) if clicks else (no_update, no_update, no_update)


def _register_answers(app: Dash, service: PlanService) -> None:
    """What the user says of a row of the sheet, and of what is asked of the list."""

    @app.callback(
        *MENDED, Input({"type": "sheet-row", "code": ALL, "value": ALL}, "n_clicks"), prevent_initial_call=True
    )
    def take_row(clicks: list[int | None]) -> Answer:
        return tell_list(service, ctx.triggered_id, "row") if any(clicks) else (no_update, no_update)

    @app.callback(
        *MENDED, Input({"type": "list-answer", "code": ALL, "value": ALL}, "n_clicks"), prevent_initial_call=True
    )
    def answer_list(clicks: list[int | None]) -> Answer:
        return tell_list(service, ctx.triggered_id, "answer") if any(clicks) else (no_update, no_update)


def _register_sheet(app: Dash, service: PlanService) -> None:
    """The currency, and the sheet that is read."""

    @app.callback(*MENDED, Output(ids.CURRENCY, "error"), Input(ids.CURRENCY, "value"), prevent_initial_call=True)
    def set_currency(typed: str | None) -> Answer:
        sign = (typed or "").strip()
        if len(sign) > LONGEST_CURRENCY:
            return no_update, no_update, f"Up to {LONGEST_CURRENCY} characters, such as £ or CHF."
        if sign == service.view(workspace_id()).plan.settings.currency:
            return no_update, no_update, ""
        return *mended(service, lambda work: changes.with_settings(work, currency=sign or None)), ""

    @app.callback(*MENDED, Input(ids.SHEET, "value"), prevent_initial_call=True)
    def choose_sheet(sheet: str | None) -> Answer:
        view = service.view(workspace_id())
        shown = view.draft if view.draft is not None else view.plan.roster
        if not sheet or sheet == shown.source.sheet:
            return no_update, no_update
        return mended(service, lambda work: changes.with_sheet(work, sheet))


def _register_look_alikes(app: Dash, service: PlanService) -> None:
    @app.callback(
        *MENDED, Input({"type": "duplicate", "index": ALL, "action": ALL}, "n_clicks"), prevent_initial_call=True
    )
    def decide_duplicate(clicks: list[int | None]) -> Answer:
        if not any(clicks) or not isinstance(ctx.triggered_id, dict):
            return no_update, no_update
        asked = ctx.triggered_id
        names = service.view(workspace_id()).plan.roster.duplicates[int(asked["index"])].accounts
        said: Literal["merge", "keep"] = "merge" if asked["action"] == "merge" else "keep"
        label = f"{names[0]}: {'made one' if said == 'merge' else 'kept apart'}"
        return mended(service, lambda work: changes.say_alike(work, label, names, said))


def mended(service: PlanService, edit: Edit) -> Answer:
    """Change how the list is read: the new revision, and what was understood; see `MENDED`."""
    owner = workspace_id()
    if service.store.get(owner)[0].draft is not None:
        return drafted(service, owner, edit)
    revision = attempt(service, owner, edit)
    say_name(service, owner)
    return revision, page.checked(service.view(owner))


def tell_list(service: PlanService, asked: Any, what: str) -> Answer:
    """Read the list as the button `asked` says, which is of a question or of a `row`; see `MENDED`."""
    if not isinstance(asked, dict):
        return no_update, no_update
    label = f"{what} “{asked['code'].partition(':')[2] or asked['code']}”: {asked['value']}"
    return mended(service, lambda work: changes.tell(work, label, {asked["code"]: asked["value"]}))


def say_column(service: PlanService, letter: str, name: str | None) -> Answer:
    """Read a column as the field `name`, or as none; see `MENDED`, and the question is closed."""
    found = shown_column(service, letter)
    if found is None:
        return no_update, no_update, False
    column, _ = found
    field = None if name is None else str(Field(name))
    was = str(column.field) if column.field is not None and column.level is not Level.POSSIBLE else None
    revision, children = mended(service, lambda work: changes.say_column(work, letter, field, was))
    return revision, children, False


def shown_column(service: PlanService, letter: str) -> tuple[PictureColumn, list[str]] | None:
    """A column of the picture that the browser sees, with a few of its texts."""
    view = service.view(workspace_id())
    roster = view.draft if view.draft is not None else view.plan.roster
    if roster.picture is None:
        return None
    at = next((j for j, column in enumerate(roster.picture.columns) if column.letter == letter), None)
    if at is None:
        return None
    rows = (row for row in roster.picture.rows if row.kind is RowKind.ACCOUNT)
    return roster.picture.columns[at], [row.cells[at] for row in rows if row.cells[at]]


def drafted(service: PlanService, owner: str, edit: Edit) -> Answer:
    """Change how a dropped list is read; it stays as it was where it cannot be read so."""
    try:
        revision = edit_draft(service, owner, edit)
    except PlannerError as error:
        say(refuse(error))
        return no_update, no_update
    return revision, page.checked(service.view(owner))


def _register_start_over(app: Dash, service: PlanService) -> None:
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
        service.delete(owner)
        say_name(service, owner)
        return revision + 1, opened(service, owner, path)


def say_name(service: PlanService, workspace: str) -> None:
    """Name the list in the header with the answer of the running callback: what follows the revision comes later."""
    set_props(ids.LIST_NAME, {"children": list_name(service, workspace)})
