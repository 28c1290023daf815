"""Long work in the background: what was asked for, how far it is, and what came of it.

A job is a row of JSON text on disk, so that any worker, a reload, or another tab of the same browser finds it. A
browser holds only a job's token; the workspace it belongs to is known here. Times are seconds since 1970.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from multiprocessing import current_process, parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import diskcache

from dashboard.service.plan_service import Desk
from dashboard.state.store import Store
from dashboard.state.workspace import Work
from planner.errors import PlannerError

if TYPE_CHECKING:
    from planner.result import Plan

FOLDER: Final = "jobs"
KEEP: Final = 14 * 86_400
LOST_AFTER: Final = 90
"""Seconds without a sign of life after which a job counts as lost."""
SMALL: Final = 40
"""Accounts up to which draws are done before further processes would have begun."""
SIGN_OF_LIFE: Final = 0.25
"""Seconds between two notes of progress, at least."""


class Kind(StrEnum):
    """What can be asked for."""

    MAP = "map"
    SURE = "sure"
    DIFFER = "differ"


class State(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True)
class Job:
    """One piece of long work. `work` is the workspace's work as JSON when it was asked for; `token_of_plan` tells
    whether a result still belongs to what is on the screen."""

    token: str
    workspace: str
    kind: Kind
    token_of_plan: str
    work: str
    options: Mapping[str, Any]
    state: State = State.WAITING
    done: int = 0
    of: int = 0
    touched: float = 0.0
    problem: str = ""
    result: Mapping[str, Any] | None = None

    @property
    def going(self) -> bool:
        """Whether it is still being worked on."""
        return self.state in {State.WAITING, State.RUNNING} and time.time() - self.touched < LOST_AFTER


class Board:
    """All jobs of a data folder. Safe to share between threads and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = folder / FOLDER
        kept.mkdir(mode=0o700, exist_ok=True)
        self.cache = diskcache.Cache(str(kept))

    def ask(self, workspace: str, kind: Kind, work: Work, options: Mapping[str, Any] | None = None) -> Job:
        """Note a new job; the one of that kind before it is told to stop."""
        before = self.latest(workspace, kind)
        if before is not None and before.going:
            self.stop(before.token)
        token = secrets.token_urlsafe(18)
        job = Job(token, workspace, kind, work.fingerprint(), work.model_dump_json(), dict(options or {}))
        known = self.cache.get(_everybodys(job)) if work.is_untouched_sample else None
        if known is not None:
            job = replace(job, state=State.DONE, result=json.loads(known))
        self.put(job)
        self.cache.set(f"latest:{workspace}:{kind}", token, expire=KEEP)
        return job

    def share(self, job: Job) -> None:
        """Keep the result of a job on the sample for every browser that asks the same."""
        work = Work.model_validate_json(job.work)
        if job.state is State.DONE and work.is_untouched_sample:
            self.cache.set(_everybodys(job), json.dumps(job.result), expire=KEEP)

    def get(self, token: str) -> Job | None:
        text = self.cache.get(f"job:{token}")
        if text is None:
            return None
        kept = json.loads(text)
        return Job(**{**kept, "kind": Kind(kept["kind"]), "state": State(kept["state"])})

    def put(self, job: Job) -> Job:
        """Keep a job as it is now."""
        fresh = replace(job, touched=time.time())
        self.cache.set(f"job:{job.token}", json.dumps(asdict(fresh)), expire=KEEP)
        return fresh

    def latest(self, workspace: str, kind: Kind) -> Job | None:
        """The job of that kind that a workspace asked for last."""
        token = self.cache.get(f"latest:{workspace}:{kind}")
        return None if token is None else self.get(token)

    def stop(self, token: str) -> None:
        """Ask a job to stop; it does so before its next step."""
        self.cache.set(f"stop:{token}", "1", expire=KEEP)

    def is_stopped(self, token: str) -> bool:
        return self.cache.get(f"stop:{token}") is not None

    def forget(self, workspace: str) -> None:
        """Stop and drop the jobs of a workspace."""
        for kind in Kind:
            job = self.latest(workspace, kind)
            if job is not None:
                self.stop(job.token)
                self.cache.delete(f"job:{job.token}")
            self.cache.delete(f"latest:{workspace}:{kind}")

    def close(self) -> None:
        self.cache.close()


def _everybodys(job: Job) -> str:
    """Where the result of a job on the sample list is kept."""
    return f"sample:{job.kind}:{job.token_of_plan}:{json.dumps(job.options, sort_keys=True)}"


def run_job(folder: str, token: str) -> str:
    """Do a job that was asked for, in whatever process this is; its state at the end."""
    board = Board(Path(folder))
    job = board.get(token)
    if job is None or job.state is not State.WAITING:
        board.close()
        return "" if job is None else str(job.state)
    store = Store(Path(folder))
    try:
        job = board.put(replace(job, state=State.RUNNING))
        ended = _worked(board, job, Desk(store))
    except PlannerError as error:
        ended = replace(job, state=State.FAILED, problem=str(error))
    except BaseException:
        board.put(replace(job, state=State.FAILED, problem="Something went wrong; start it once more."))
        raise
    finally:
        store.close()
    board.share(board.put(ended))
    board.close()
    return str(ended.state)


def run_and_tell(folder: str, token: str, key: str) -> None:
    """Do a job in a process of its own, and leave its state where the callback that began it looks."""
    state = run_job(folder, token)
    Board(Path(folder)).cache.set(key, state)


def end_job(board: Board, token: str) -> None:
    """Note that a job's process was ended with the dashboard."""
    job = board.get(token)
    if job is not None and job.state in {State.WAITING, State.RUNNING}:
        board.put(replace(job, state=State.FAILED, problem="The dashboard was closed meanwhile; start it once more."))


def _alone() -> bool:
    """Whether the server that began this process is gone."""
    server = parent_process()
    return server is not None and not server.is_alive()


def _worked(board: Board, job: Job, desk: Desk) -> Job:
    plan = desk.plan(job.workspace, Work.model_validate_json(job.work))
    at = {"done": 0, "of": 0, "told": 0.0}

    def progress(done: int, of: int) -> None:
        at.update(done=done, of=of)
        if time.time() - at["told"] >= SIGN_OF_LIFE:
            at["told"] = time.time()
            board.put(replace(job, done=done, of=of))

    def stopped() -> bool:
        return board.is_stopped(job.token) or _alone()

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

    spreads = make_spreads({name: options[name] for name in ("fees", "probabilities", "ratings")})
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
