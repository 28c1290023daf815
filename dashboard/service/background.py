"""What runs long work: processes of this machine on DiskCache, or Celery where a broker is configured.

With `PLANNER_CELERY_BROKER` set (such as `redis://localhost:6379/0`), jobs go to Celery workers, started with
`celery -A dashboard.service.worker worker`; they and the dashboard must share the data folder.
"""

from __future__ import annotations

import atexit
import os
import threading
from importlib.util import find_spec
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final

from dash import DiskcacheManager

from dashboard.service.jobs import end_job, run_queue
from planner.errors import InputError

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from dashboard.service.job_store import JobStore

BACKGROUND: Final = "background"
"""Where an app's server keeps its manager."""
BROKER_VARIABLE: Final = "PLANNER_CELERY_BROKER"


class Processes(DiskcacheManager):
    """Runs jobs in runners: few processes, begun afresh, that work off the queue and end with the server.

    Dash's own manager copies (forks) the server for every request. A copy of a process with threads keeps the locks
    that they held at that moment, which nobody ever opens: now and then such a job hangs, and with it whoever waits
    for it. And whoever sends many requests has as many processes begun. Here the handle of a job is its token, and
    what runs is what waits in the queue, whatever a request says.
    """

    def __init__(self, jobs: JobStore) -> None:
        super().__init__(jobs.cache)  # type: ignore[no-untyped-call]
        self._jobs = jobs
        self._begun: dict[str, BaseProcess] = {}
        self._lock = threading.Lock()
        atexit.register(self.end)

    def call_job_fn(self, key: str, _closure: Any, args: Any, _context: Any) -> str:
        """See to it that the queue is worked off; the handle of the job, which is the callback's argument."""
        del key
        self.work_off()
        return str(args[0])

    def work_off(self) -> None:
        """Begin as many runners as there is work and place for."""
        while (name := self._jobs.reserve_runner()) is not None:
            arguments = (str(self._jobs.folder), name)
            process = get_context("spawn").Process(target=run_queue, args=arguments)
            process.start()
            self._jobs.note_runner(name, process.pid or 0)
            with self._lock:
                self._begun = {one: begun for one, begun in self._begun.items() if begun.is_alive()}
                self._begun[name] = process

    def get_result(self, key: str, job: str | None) -> Any:
        """The state in which a job ended; Dash's sign for none while it is going."""
        del key
        found = self._jobs.get(str(job))
        if found is None:
            return ""
        return self.UNDEFINED if found.going else str(found.state)

    def job_running(self, job: str) -> bool:
        found = self._jobs.get(str(job))
        return found is not None and found.going

    def terminate_job(self, job: str) -> None:
        self._jobs.stop(str(job))

    def get_updated_props(self, key: str) -> dict[str, Any]:
        del key
        return {}

    def end(self) -> None:
        """End all runners that were begun here, with the processes they began; their jobs say so."""
        atexit.unregister(self.end)
        with self._lock:
            begun, self._begun = self._begun, {}
        for name, process in begun.items():
            if process.is_alive():
                super().terminate_job(process.pid)  # type: ignore[no-untyped-call]
            token = self._jobs.end_runner(name)
            if token:
                end_job(self._jobs, token)
            process.join()


def check_broker() -> str:
    """The address of the broker that is configured, or "" for none.

    Raises:
        InputError: when it is no address, or Celery is not installed.
    """
    broker = os.environ.get(BROKER_VARIABLE, "").strip()
    if broker and "://" not in broker:
        raise InputError(f"“{broker}” in {BROKER_VARIABLE} is no address; write it like redis://localhost:6379/0.")
    if broker and find_spec("celery") is None:
        raise InputError(
            f"{BROKER_VARIABLE} is set, but Celery is not installed: pip install 'client-portfolio-planner[celery]'"
        )
    return broker


def background_manager(jobs: JobStore) -> Any:
    """The manager of Dash's background callbacks.

    Raises:
        InputError: when a broker is configured that cannot be used.
    """
    broker = check_broker()
    if not broker:
        return Processes(jobs)
    from celery import Celery
    from dash import CeleryManager

    return CeleryManager(Celery("dashboard", broker=broker, backend=broker))
