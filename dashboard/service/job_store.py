"""What long work was asked for, how far it is, and what came of it: kept on disk beside the workspaces.

A job is a row of JSON text, so that any process, a reload, or another tab of the same browser finds it. A browser
holds only a job's token; the workspace it belongs to is known here, and all rows of a workspace go with it. Jobs wait
in one queue for the whole data folder, which a bounded number of runners work off. Times are seconds since 1970.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, TypeVar

import diskcache
import psutil

from dashboard.service.job_cache import FOLDER, open_cache
from dashboard.state.data_folder import failures_told, is_damage
from dashboard.state.workspace import Workspace

KEEP: Final = 14 * 86_400
LOST_AFTER: Final = 90
"""Seconds without a sign of life after which a running job counts as lost."""
MOST_RUNNERS: Final = 2
"""Jobs that run at the same time in one data folder; the others wait."""
STARTS_IN: Final = 60
"""Seconds in which a runner is up, or never will be."""
T = TypeVar("T")


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
        """Whether it waits for its turn or is being worked on."""
        working = self.state is State.RUNNING and time.time() - self.touched < LOST_AFTER
        return working or self.state is State.WAITING


class JobStore:
    """All jobs of a data folder. Safe to share between threads and processes.

    Every method raises `StoreFailed` when the disk fails. What is damaged is set aside and begun anew.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = open_cache(folder)

    def ask(self, workspace: str, kind: Kind, work: Workspace, options: Mapping[str, Any] | None = None) -> Job:
        """Put a new job at the end of the queue; the one of that kind before it is stopped and forgotten."""
        token = secrets.token_urlsafe(18)
        job = Job(token, workspace, kind, work.fingerprint(), work.model_dump_json(), dict(options or {}))
        known = self._get(_everybodys(job)) if work.is_untouched_sample else None
        if known is not None:
            job = replace(job, state=State.DONE, result=json.loads(known))

        def put(cache: diskcache.Cache) -> None:
            before = cache.get(f"latest:{workspace}:{kind}")
            if before is not None:
                cache.set(f"stop:{before}", "1", expire=KEEP)
                cache.delete(f"job:{before}")
            _set(cache, job)
            cache.set(f"latest:{workspace}:{kind}", token, expire=KEEP, tag=workspace)
            if job.state is State.WAITING:
                waiting = [one for one in _list(cache, "queue") if f"job:{one}" in cache]
                cache.set("queue", json.dumps([*waiting, token]))

        self._at_once(put)
        return job

    def share(self, job: Job) -> None:
        """Keep the result of a job on the sample for every browser that asks the same."""
        work = Workspace.model_validate_json(job.work)
        if job.state is State.DONE and work.is_untouched_sample:
            self._use(lambda cache: cache.set(_everybodys(job), json.dumps(job.result), expire=KEEP))

    def get(self, token: str) -> Job | None:
        return _job(self._get(f"job:{token}"))

    def put(self, job: Job) -> Job:
        """Keep a job as it is now, unless it was forgotten meanwhile."""
        fresh = replace(job, touched=time.time())

        def put(cache: diskcache.Cache) -> None:
            if f"job:{job.token}" in cache:
                _set(cache, fresh)

        self._at_once(put)
        return fresh

    def latest(self, workspace: str, kind: Kind) -> Job | None:
        """The job of that kind that a workspace asked for last."""
        token = self._get(f"latest:{workspace}:{kind}")
        return None if token is None else self.get(token)

    def stop(self, token: str) -> None:
        """Ask a job to stop: at once where it waits, before its next step where it is being worked on."""

        def stop(cache: diskcache.Cache) -> None:
            cache.set(f"stop:{token}", "1", expire=KEEP)
            job = _job(cache.get(f"job:{token}"))
            if job is not None and job.state is State.WAITING:
                _set(cache, replace(job, state=State.FAILED, problem="Stopped.", touched=time.time()))

        self._at_once(stop)

    def is_stopped(self, token: str) -> bool:
        return self._get(f"stop:{token}") is not None

    def forget(self, workspace: str) -> None:
        """Stop and drop all jobs of a workspace, with their results."""

        def drop(cache: diskcache.Cache) -> None:
            for kind in Kind:
                token = cache.get(f"latest:{workspace}:{kind}")
                if token is not None:
                    cache.set(f"stop:{token}", "1", expire=KEEP)
            cache.evict(workspace)

        self._at_once(drop)
        self._use(lambda cache: cache._sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())

    def reserve_runner(self) -> str | None:
        """A place for one more runner, where a job waits that none is coming for and fewer than may be are there."""
        if self._get("queue") in {None, "[]"}:
            return None

        def reserve(cache: diskcache.Cache) -> str | None:
            runners = _alive(_dict(cache, "runners"))
            coming = sum(not runner["token"] for runner in runners.values())
            free = len(runners) < MOST_RUNNERS and len(_list(cache, "queue")) > coming
            name = secrets.token_hex(8) if free else None
            if name is not None:
                runners[name] = {"token": "", "pid": 0, "since": time.time()}
            cache.set("runners", json.dumps(runners))
            return name

        return self._at_once(reserve)

    def note_runner(self, name: str, pid: int) -> None:
        """Note the process of a runner, by which others see whether it lives."""

        def note(cache: diskcache.Cache) -> None:
            runners = _dict(cache, "runners")
            if name in runners:
                runners[name]["pid"] = pid
                cache.set("runners", json.dumps(runners))

        self._at_once(note)

    def next_for(self, name: str) -> str | None:
        """The token of the job that waits longest, for a runner; None, and its place is free, where none waits."""

        def take(cache: diskcache.Cache) -> str | None:
            waiting, runners = _list(cache, "queue"), _dict(cache, "runners")
            token = waiting.pop(0) if waiting else None
            if token is None:
                runners.pop(name, None)
            else:
                runners[name] = {**runners.get(name, {"pid": 0, "since": time.time()}), "token": token}
            cache.set("queue", json.dumps(waiting))
            cache.set("runners", json.dumps(runners))
            return token

        return self._at_once(take)

    def end_runner(self, name: str) -> str:
        """Free the place of a runner that was ended; the token of the job that it was at, or ""."""

        def end(cache: diskcache.Cache) -> str:
            runners = _dict(cache, "runners")
            token = str(runners.pop(name, {}).get("token", ""))
            cache.set("runners", json.dumps(runners))
            return token

        return self._at_once(end)

    def close(self) -> None:
        self.cache.close()

    def _get(self, key: str) -> Any:
        return self._use(lambda cache: cache.get(key))

    def _at_once(self, do: Callable[[diskcache.Cache], T]) -> T:
        """Do several things as one, which no other process sees halfway."""

        def in_transaction(cache: diskcache.Cache) -> T:
            with cache.transact(retry=True):
                return do(cache)

        return self._use(in_transaction)

    def _use(self, do: Callable[[diskcache.Cache], T]) -> T:
        with failures_told(self.folder / FOLDER):
            try:
                return do(self.cache)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
            self.cache.close()
            self.cache = open_cache(self.folder)
            return do(self.cache)


def _set(cache: diskcache.Cache, job: Job) -> None:
    cache.set(f"job:{job.token}", json.dumps(asdict(job)), expire=KEEP, tag=job.workspace)


def _job(text: Any) -> Job | None:
    if text is None:
        return None
    kept = json.loads(text)
    return Job(**{**kept, "kind": Kind(kept["kind"]), "state": State(kept["state"])})


def _list(cache: diskcache.Cache, key: str) -> list[str]:
    found: list[str] = json.loads(cache.get(key) or "[]")
    return found


def _dict(cache: diskcache.Cache, key: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(cache.get(key) or "{}")
    return found


def _alive(runners: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The runners whose process lives, or may still be on its way."""
    return {
        name: runner
        for name, runner in runners.items()
        if (_lives(runner["pid"]) if runner["pid"] else abs(time.time() - runner["since"]) < STARTS_IN)
    }


def _lives(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _everybodys(job: Job) -> str:
    """Where the result of a job on the sample list is kept."""
    return f"sample:{job.kind}:{job.token_of_plan}:{json.dumps(job.options, sort_keys=True)}"
