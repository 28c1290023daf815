"""Doing long work: in a runner, which is a process of its own, or in whatever process a queue of Celery has.

What was asked for and what came of it is kept by `dashboard.service.job_store`.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from multiprocessing import current_process, parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dashboard.service.job_store import Job, JobStore, Kind, State
from dashboard.service.plan_service import PlanService
from dashboard.state.store import Store
from dashboard.state.workspace import Workspace
from planner.errors import PlannerError

if TYPE_CHECKING:
    from planner.result import Plan

SMALL: Final = 40
"""Accounts up to which draws are done before further processes would have begun."""
SIGN_OF_LIFE: Final = 0.25
"""Seconds between two notes of progress, at least."""
NICE: Final = 10
"""How much runners give way to the processes that serve."""
log = logging.getLogger(__name__)


def run_job(folder: str, token: str) -> str:
    """Do a job that was asked for, in whatever process this is; its state at the end."""
    jobs = JobStore(Path(folder))
    job = jobs.get(token)
    if job is None or job.state is not State.WAITING:
        jobs.close()
        return "" if job is None else str(job.state)
    store = Store(Path(folder))
    try:
        job = jobs.put(replace(job, state=State.RUNNING))
        ended = _worked(jobs, job, PlanService(store))
    except PlannerError as error:
        ended = replace(job, state=State.FAILED, problem=str(error))
    except BaseException:
        jobs.put(replace(job, state=State.FAILED, problem="Something went wrong; start it once more."))
        raise
    finally:
        store.close()
    jobs.share(jobs.put(ended))
    jobs.close()
    return str(ended.state)


def run_queue(folder: str, name: str) -> None:
    """Work off the queue of a data folder until nothing waits, in a process of its own."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    jobs = JobStore(Path(folder))
    jobs.note_runner(name, os.getpid())
    try:
        while (token := jobs.next_for(name)) is not None:
            try:
                run_job(folder, token)
            except Exception as error:  # the job says so; what waits behind it goes on
                log.error("a job failed: %s", type(error).__name__)
    finally:
        jobs.end_runner(name)
        jobs.close()


def end_job(jobs: JobStore, token: str) -> None:
    """Note that a job's process was ended with the dashboard."""
    job = jobs.get(token)
    if job is not None and job.state in {State.WAITING, State.RUNNING}:
        jobs.put(replace(job, state=State.FAILED, problem="The dashboard was closed meanwhile; start it once more."))


def _alone() -> bool:
    """Whether the server that began this process is gone."""
    server = parent_process()
    return server is not None and not server.is_alive()


def _worked(jobs: JobStore, job: Job, service: PlanService) -> Job:
    plan = service.plan(job.workspace, Workspace.model_validate_json(job.work))
    at = {"done": 0, "of": 0, "told": 0.0}

    def progress(done: int, of: int) -> None:
        at.update(done=done, of=of)
        if time.time() - at["told"] >= SIGN_OF_LIFE:
            at["told"] = time.time()
            jobs.put(replace(job, done=done, of=of))

    def stopped() -> bool:
        return jobs.is_stopped(job.token) or _alone()

    result = WORKS[job.kind](plan, job.options, progress, stopped)
    state = State.STOPPED if stopped() else State.DONE
    return replace(job, state=state, done=int(at["done"]), of=int(at["of"]), result=result)


Progress = Callable[[int, int], None]
Stopped = Callable[[], bool]


class StoppedError(PlannerError):
    """The user stopped it before there was anything to show."""


def _map(plan: Plan, _options: Mapping[str, Any], progress: Progress, stopped: Stopped) -> dict[str, Any]:
    from planner.scenarios.balance_map import map_balances, map_json
    from planner.scenarios.frontier import frontiers

    def told(done: int, of: int) -> None:
        progress(done, of)
        if stopped():
            raise StoppedError("Stopped.")

    found = map_json(map_balances(plan, told))
    found["prices"] = [
        {"pair": [frontier.first, frontier.second], "sentences": list(frontier.sentences)}
        for frontier in frontiers(plan)
    ]
    found["partners"] = {person.name: list(person.balance) for person in plan.team.people if person.balance}
    return found


def _sure(plan: Plan, options: Mapping[str, Any], progress: Progress, stopped: Stopped) -> dict[str, Any]:
    from planner.scenarios.draws import make_spreads
    from planner.scenarios.robustness import robustness, robustness_json

    spreads = make_spreads({name: options[name] for name in ("fees", "probabilities", "ratings", "half_hours")})
    alone = plan.roster.size <= SMALL or current_process().daemon  # a worker of Celery may begin no processes
    found = robustness(
        plan, int(options["draws"]), spreads=spreads, workers=1 if alone else None, progress=progress, cancelled=stopped
    )
    return robustness_json(found)


def _differ(plan: Plan, _options: Mapping[str, Any], progress: Progress, stopped: Stopped) -> dict[str, Any]:
    from planner.scenarios.consensus import consensus, consensus_json

    def told(done: int, of: int) -> None:
        progress(done, of)
        if stopped():
            raise StoppedError("Stopped.")

    return consensus_json(consensus(plan, told))


WORKS: Final[Mapping[Kind, Callable[[Plan, Mapping[str, Any], Progress, Stopped], dict[str, Any]]]] = {
    Kind.MAP: _map,
    Kind.SURE: _sure,
    Kind.DIFFER: _differ,
}
