"""The long work of the Explore page: start it, follow it, stop it; it runs in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dash import Input, Output, State, no_update

from dashboard import ids
from dashboard.callbacks.common import Answer, notice, say
from dashboard.components.balance_triangle import map_figure, measures
from dashboard.pages.explore.page import going, of_before, stopped
from dashboard.pages.explore.partners import differ_body
from dashboard.pages.explore.results import map_body, sure_body
from dashboard.pages.explore.sure import USUAL, spread_of, within
from dashboard.security import workspace_id
from dashboard.service.background import BACKGROUND, Processes, background_manager
from dashboard.service.job_store import Job, JobStore, Kind
from dashboard.service.job_store import State as JobState
from dashboard.service.jobs import run_job
from dashboard.service.plan_service import service_of
from dashboard.state.data_folder import StoreFailed

if TYPE_CHECKING:
    from dash import Dash

    from dashboard.service.plan_service import PlanService

BODIES = {Kind.MAP: ids.MAP_BODY, Kind.SURE: ids.SURE_BODY, Kind.DIFFER: ids.DIFFER_BODY}
DOING = {Kind.MAP: "balances", Kind.SURE: "tries", Kind.DIFFER: "balances"}


def register(app: Dash) -> None:
    service = service_of(app)
    jobs = JobStore(service.store.folder)
    service.on_delete = jobs.forget
    manager = app.server.extensions[BACKGROUND] = background_manager(jobs)
    _register_map(app, service, jobs)
    _register_tries(app, service, jobs)
    _register_difference(app, service, jobs)
    _register_stop(app, jobs)
    _register_work(app, jobs, manager)
    _register_results(app, service, jobs, manager)


def _register_map(app: Dash, service: PlanService, jobs: JobStore) -> None:
    @app.callback(*asks(Kind.MAP), Input(ids.REVISION, "data"), Input(ids.MAP_BODY, "id"))
    def ask_map(_revision: int, _id: str) -> Answer:
        return ask_for_map(service, jobs, workspace_id())


def _register_tries(app: Dash, service: PlanService, jobs: JobStore) -> None:
    @app.callback(
        *asks(Kind.SURE),
        Input(ids.SURE_RUN, "n_clicks"),
        State(ids.SURE_DRAWS, "value"),
        *[State(field, "value") for field in ids.SURE_SPREAD.values()],
        prevent_initial_call=True,
    )
    def ask_sure(clicks: int, *typed: float | str) -> Answer:
        return ask_for_tries(service, jobs, workspace_id(), typed) if clicks else (no_update, no_update)

    @app.callback(
        *[Output(field, "value") for field in ids.SURE_SPREAD.values()],
        Input(ids.SURE_USUAL, "value"),
        prevent_initial_call=True,
    )
    def usual(name: str) -> Answer:
        return USUAL[name]


def _register_difference(app: Dash, service: PlanService, jobs: JobStore) -> None:
    @app.callback(*asks(Kind.DIFFER), Input(ids.DIFFER_RUN, "n_clicks"), prevent_initial_call=True)
    def ask_differ(clicks: int) -> Answer:
        if not clicks:
            return no_update, no_update
        workspace = workspace_id()
        return asked(jobs.ask(workspace, Kind.DIFFER, service.store.get(workspace)[0]))


def _register_stop(app: Dash, jobs: JobStore) -> None:
    @app.callback(
        Output(ids.ANNOUNCE, "children", allow_duplicate=True),
        Input(ids.JOB_STOPPED, "data"),
        prevent_initial_call=True,
    )
    def stop(said: dict[str, Any] | None) -> Answer:
        if not said or said.get("kind") not in set(Kind):
            return no_update
        job = jobs.latest(workspace_id(), Kind(said["kind"]))
        if job is not None:
            jobs.stop(job.token)
        return "Stopping."


def ask_for_map(service: PlanService, jobs: JobStore, workspace: str) -> Answer:
    """Have the map of this plan made, unless it is known or on its way; see `asked`."""
    work, _ = service.store.get(workspace)
    latest = jobs.latest(workspace, Kind.MAP)
    fresh = latest is not None and latest.token_of_plan == work.fingerprint()
    if fresh and latest is not None and (latest.going or latest.state is JobState.DONE):
        return no_update, no_update
    return asked(jobs.ask(workspace, Kind.MAP, work))


def ask_for_tries(service: PlanService, jobs: JobStore, workspace: str, typed: Sequence[float | str]) -> Answer:
    """Have the plan tried with what was typed, or say what is missing; see `asked` and `sure_options`."""
    try:
        options = sure_options(*typed)
    except ValueError:
        say(notice("Not tried", "Fill in each field under “Set each yourself” with a number.", "error"))
        return no_update, no_update
    return asked(jobs.ask(workspace, Kind.SURE, service.store.get(workspace)[0], options))


def asks(kind: Kind) -> tuple[Output, Output]:
    """The outputs of what asks for a job; see `asked`."""
    return Output(ids.job(kind), "data"), Output(ids.job_asked(kind), "data")


def asked(job: Job) -> tuple[Answer, str]:
    """What starts the work on a job, nothing where its result is known already; and what has it shown, known or not."""
    return job.token if job.state is JobState.WAITING else no_update, job.token


def sure_options(
    draws: float | str, fees: float | str, chances: float | str, ratings: float | str, half_hours: float | str
) -> dict[str, float | int]:
    """Options of a job from what was typed: draws, fees in %, what 40% may be in %, points of ratings,
    hours to get half the benefit in %.

    Raises:
        ValueError: where something is no number that can be used.
    """
    return {
        "draws": int(within("draws", draws)),
        "fees": within("fees", fees) / 100,
        "probabilities": spread_of(within("probabilities", chances) / 100),
        "ratings": within("ratings", ratings),
        "half_hours": within("half_hours", half_hours) / 100,
    }


def _register_work(app: Dash, jobs: JobStore, manager: Any) -> None:
    folder = str(jobs.folder)
    for kind in Kind:

        @app.callback(
            Output(ids.job_ended(kind), "data"),
            Input(ids.job(kind), "data"),
            background=True,
            manager=manager,
            prevent_initial_call=True,
        )
        def work(token: str | None, folder: str = folder) -> str:
            return run_job(folder, token) if token else ""


def _register_results(app: Dash, service: PlanService, jobs: JobStore, manager: Any) -> None:
    @app.callback(
        *[Output(BODIES[kind], "children") for kind in Kind],
        *[Output(ids.job_seen(kind), "data") for kind in Kind],
        Output(ids.MAP_MEASURE, "data"),
        Output(ids.JOB_CLOCK, "disabled"),
        Input(ids.JOB_CLOCK, "n_intervals"),
        Input(ids.REVISION, "data"),
        *[Input(ids.job_asked(kind), "data") for kind in Kind],
        State(ids.MAP_MEASURE, "value"),
        *[State(ids.job_seen(kind), "data") for kind in Kind],
    )
    def follow(_ticks: int, _revision: int, _map: str, _sure: str, _differ: str, measure: str, *seen: str) -> Answer:
        """All kinds at once, as the page asks often: while one is on its way, and not when none is."""
        owner = workspace_id()
        try:
            if isinstance(manager, Processes):
                manager.work_off()  # what waits since a server ended is begun by whoever looks
            found = [jobs.latest(owner, kind) for kind in Kind]
            views = [job_view(service, owner, *one, measure) for one in zip(found, seen, strict=True)]
        except StoreFailed as error:
            text = str(error)
            said = [[stopped(text)] if one != text else no_update for one in seen]
            return *said, *[text for _ in seen], no_update, False
        bodies, marks, choices = zip(*views, strict=True)
        quiet = not any(job is not None and job.going for job in found)
        return *bodies, *marks, choices[list(Kind).index(Kind.MAP)], quiet

    @app.callback(
        Output(ids.MAP_FIGURE, "figure"),
        Input(ids.MAP_MEASURE, "value"),
        prevent_initial_call=True,
    )
    def colour(measure: str) -> Answer:
        job = jobs.latest(workspace_id(), Kind.MAP)
        if job is None or job.result is None:
            return no_update
        return map_figure(job.result["points"], measure, job.result["currency"], job.result.get("partners", {}))


def job_view(service: PlanService, workspace: str, job: Job | None, seen: str, measure: str = "value") -> Answer:
    """What a job's place on the page shows now, a mark of it, and what the map's colour can show.

    Nothing where that is shown already, or nothing was asked for.
    """
    if job is None:
        return (no_update,) * 3
    kind = job.kind
    work, _ = service.store.get(workspace)
    fresh = job.token_of_plan == work.fingerprint()
    mark = f"{job.token}:{job.state}:{job.done}:{job.going}:{fresh}"
    if mark == seen:
        return (no_update,) * 3
    choices: Any = no_update
    if kind is Kind.MAP:
        known = measures(job.result["points"]) if job.result else {}
        choices = [{"value": name, "label": title} for name, title in known.items()] if known else no_update
        if job.going and seen and not seen.startswith(job.token) and job.done == 0:
            return no_update, mark, choices
    body = body_of(job, service.plan(workspace, work).settings.currency, measure)
    stale = job.result is not None and not fresh and kind is not Kind.MAP
    return [*of_before(kind), *body] if stale else body, mark, choices


def body_of(job: Job, currency: str, measure: str) -> list[Any]:
    """Progress, result, or why there is none."""
    if job.going:
        return [going(job.kind, job.done, job.of, DOING[job.kind], waits=job.state is JobState.WAITING)]
    if job.result is None:
        return [stopped(job.problem or "It was interrupted; start it once more.")]
    if job.kind is Kind.MAP:
        return map_body(job.result, measure)
    return sure_body(job.result, currency) if job.kind is Kind.SURE else differ_body(job.result)
