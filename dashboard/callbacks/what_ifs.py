"""The Explore page: keep, try and compare what-ifs; plan with what is offered, and undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import ALL, MATCH, Input, Output, State, ctx, no_update

from dashboard import ids
from dashboard.callbacks.common import SAVED, Answer, Edit, attempt, make, notice, say
from dashboard.components.parts import step_buttons
from dashboard.components.setting_words import plain
from dashboard.pages.explore.page import compared
from dashboard.pages.explore.results import balance_text
from dashboard.security import workspace_id
from dashboard.service.job_store import JobStore, Kind
from dashboard.service.plan_service import service_of
from dashboard.state import edits
from dashboard.state import what_ifs as whatifs
from planner.errors import PlannerError
from planner.goods import GROUPS
from planner.scenarios.compare import compare

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.service.plan_service import PlanService
    from dashboard.state.workspace import Workspace
    from planner.roster.roster import Roster


def register(app: Dash) -> None:
    service = service_of(app)
    _register_comparison(app, service)
    _register_keeping(app, service)
    _register_kept(app, service)
    _register_balances(app, service)
    _register_offer(app, service, JobStore(service.store.folder))


def _register_comparison(app: Dash, service: PlanService) -> None:
    @app.callback(
        Output(ids.COMPARED, "children"),
        Output(ids.WHAT_IF_HISTORY, "children"),
        Input(ids.REVISION, "data"),
        Input(ids.COMPARED, "id"),
    )
    def side_by_side(_revision: int, _id: str) -> Answer:
        owner = workspace_id()
        return compare_all(service, owner), step_buttons(service.store.get(owner)[0])


def _register_keeping(app: Dash, service: PlanService) -> None:
    """Keep the plan as a what-if, or one of those that are offered."""

    @app.callback(
        SAVED,
        Output(ids.WHAT_IF_NAME, "value"),
        Output(ids.WHAT_IF_NAME, "error"),
        Input(ids.WHAT_IF_SAVE, "n_clicks"),
        State(ids.WHAT_IF_NAME, "value"),
        prevent_initial_call=True,
    )
    def keep(clicks: int, name: str | None) -> Answer:
        if not clicks:
            return no_update, no_update, no_update
        owner = workspace_id()
        plan = service.view(owner).plan
        revision, wrong = saved(
            service, owner, lambda work: whatifs.save(work, service.roster(owner, work), plan, name or "")
        )
        return revision, no_update if wrong else "", wrong

    @app.callback(SAVED, Input({"type": "what-if-try", "name": ALL}, "n_clicks"), prevent_initial_call=True)
    def try_one(clicks: list[int | None]) -> Answer:
        asked = ctx.triggered_id
        if not any(clicks) or not isinstance(asked, dict) or asked["name"] not in whatifs.TRIES:
            return no_update
        owner = workspace_id()
        plan = service.view(owner).plan
        return attempt(
            service, owner, lambda work: whatifs.try_one(work, service.roster(owner, work), plan, asked["name"])
        )


def _register_kept(app: Dash, service: PlanService) -> None:
    """What becomes of a what-if that is kept: used, copied, deleted, given another name."""

    @app.callback(
        SAVED,
        Input({"type": "what-if", "index": ALL, "action": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def change(_clicks: list[int]) -> Answer:
        pressed, clicks = ctx.triggered_id, ctx.triggered[0]["value"]
        if not isinstance(pressed, dict) or not clicks:
            return no_update
        owner = workspace_id()
        return attempt(service, owner, lambda work: what_if_edit(work, service.roster(owner, work), pressed))

    @app.callback(
        SAVED,
        Output({"type": "what-if-name", "index": MATCH}, "error"),
        Input({"type": "what-if-name", "index": MATCH}, "value"),
        prevent_initial_call=True,
    )
    def rename(name: str | None) -> Answer:
        field = ctx.triggered_id
        if not isinstance(field, dict):
            return no_update, no_update
        return give_name(service, workspace_id(), int(field["index"]), name or "")


def _register_balances(app: Dash, service: PlanService) -> None:
    """A balance chosen on the map, looked up, or offered: one step that can be undone."""

    @app.callback(SAVED, Input(ids.MAP_FIGURE, "clickData"), prevent_initial_call=True)
    def choose(clicked: dict[str, Any] | None) -> Answer:
        shares = ((clicked or {}).get("points") or [{}])[0].get("customdata")
        if not isinstance(shares, list) or len(shares) != len(GROUPS):
            return no_update
        return plan_at(service, workspace_id(), "/".join(f"{100 * share:.6g}" for share in shares))

    @app.callback(
        SAVED,
        Output(ids.MAP_PICK, "error"),
        Input(ids.MAP_PICK_USE, "n_clicks"),
        State(ids.MAP_PICK, "value"),
        prevent_initial_call=True,
    )
    def look_up(clicks: int, picked: str | None) -> Answer:
        if not clicks:
            return no_update, no_update
        if not picked:
            return no_update, "Choose a balance first."
        return plan_at(service, workspace_id(), picked), ""

    @app.callback(
        SAVED, Input({"type": "apply-balance", "balance": ALL, "why": ALL}, "n_clicks"), prevent_initial_call=True
    )
    def take_balance(clicks: list[int | None]) -> Answer:
        if not any(clicks) or not isinstance(ctx.triggered_id, dict):
            return no_update
        return plan_at(service, workspace_id(), str(ctx.triggered_id["balance"]))


def plan_at(service: PlanService, owner: str, balance: str) -> Answer:
    """Plan with a balance such as `20/30/50`; the new revision."""
    revision = attempt(service, owner, lambda work: edits.with_offered_balance(work, balance))
    if revision is not no_update:
        shares = service.view(owner).plan.settings.balance.shares()
        say(notice("The plan has this balance now", f"{balance_text(shares)}. Undo is at the top of the page."))
    return revision


def _register_offer(app: Dash, service: PlanService, jobs: JobStore) -> None:
    @app.callback(SAVED, Input(ids.OFFER_USE, "n_clicks"), prevent_initial_call=True)
    def take_offer(clicks: int | None) -> Answer:
        owner = workspace_id()
        job = jobs.latest(owner, Kind.SURE) if clicks else None
        if job is None or job.result is None:
            return no_update
        offered = {str(one["account"]): float(one["offer_hours"]) for one in job.result["accounts"]}
        plan = service.view(owner).plan
        revision = attempt(service, owner, lambda work: edits.with_offered_hours(work, plan, offered))
        if revision is not no_update:
            say(notice("The plan has these hours now", "They are fixed. Undo is at the top of the page."))
        return revision


def saved(service: PlanService, owner: str, edit: Edit) -> tuple[Answer, str]:
    """Make an edit: the new revision, and what is wrong with it, to be said at its field."""
    try:
        return make(service, owner, edit), ""
    except PlannerError as error:
        return no_update, plain(str(error))


def give_name(service: PlanService, owner: str, at: int, name: str) -> Answer:
    """Call a what-if otherwise: the new revision, and what is wrong with the name."""
    work, _ = service.store.get(owner)
    kept = whatifs.what_ifs(work, service.roster(owner, work))
    if at >= len(kept) or kept[at].name == name:
        return no_update, ""
    return saved(service, owner, lambda work: renamed(work, service.roster(owner, work), at, name))


def renamed(work: Workspace, roster: Roster, at: int, name: str) -> Workspace:
    """The work with another name of a what-if; none where it is gone."""
    return whatifs.rename(work, roster, at, name) if at < len(whatifs.what_ifs(work, roster)) else work


def what_if_edit(work: Workspace, roster: Roster, pressed: dict[str, Any]) -> Workspace:
    """What a button of the what-if at `pressed["index"]` means; none where it is gone."""
    at = int(pressed["index"])
    if at >= len(whatifs.what_ifs(work, roster)):
        return work
    action = {"use": whatifs.use, "copy": whatifs.copy, "delete": whatifs.delete}[str(pressed["action"])]
    return action(work, roster, at)


def compare_all(service: PlanService, owner: str) -> Answer:
    """The plan beside all what-ifs of the workspace; one that cannot be planned says why."""
    try:
        view = service.view(owner)
        kept = whatifs.what_ifs(view.work, service.roster(owner, view.work))
    except PlannerError as error:
        return compared((), None, [str(error)])
    plans, problems = [], []
    for one in kept:
        try:
            plans.append((one.name, service.what_if(owner, view.work, whatifs.as_scenario(one))))
        except PlannerError as error:
            problems.append(f"{one.name}: {error}")
    return compared(kept, compare(view.plan, plans), problems)
