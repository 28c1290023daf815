"""What runs long work: processes of this machine on DiskCache, or Celery where a broker is configured.

With `PLANNER_CELERY_BROKER` set (such as `redis://localhost:6379/0`), jobs go to Celery workers, started with
`celery -A dashboard.service.worker worker`; they and the dashboard must share the data folder.
"""

from __future__ import annotations

import atexit
import os
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final

from dash import DiskcacheManager

from dashboard.service.jobs import end_job, run_and_tell

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from dashboard.service.jobs import Board

BACKGROUND: Final = "background"
"""Where an app's server keeps its manager."""
BROKER_VARIABLE: Final = "PLANNER_CELERY_BROKER"


class Processes(DiskcacheManager):
    """Runs jobs in processes that are begun afresh and that end with the server.

    Dash's own manager copies (forks) the server. A copy of a process with threads keeps the locks that they held
    at that moment, which nobody ever opens: now and then such a job hangs, and with it whoever waits for it.
    """

    def __init__(self, board: Board) -> None:
        super().__init__(board.cache)  # type: ignore[no-untyped-call]
        self._board = board
        self._begun: dict[str, BaseProcess] = {}
        atexit.register(self.end)

    def call_job_fn(self, key: str, _closure: Any, args: Any, _context: Any) -> int | None:
        """Begin the job whose token is the callback's argument; a closure, as the callback is, reaches no process."""
        token = str(args[0])
        process = get_context("spawn").Process(target=run_and_tell, args=(str(self._board.folder), token, key))
        process.start()
        self._begun = {one: begun for one, begun in self._begun.items() if begun.is_alive()} | {token: process}
        return process.pid

    def end(self) -> None:
        """End all jobs that were begun here, with the processes they began; each says that it was interrupted."""
        atexit.unregister(self.end)
        for token, process in self._begun.items():
            if process.is_alive():
                self.terminate_job(process.pid)  # type: ignore[no-untyped-call]
                end_job(self._board, token)
            process.join()
        self._begun = {}


def background_manager(board: Board) -> Any:
    """The manager of Dash's background callbacks.

    Raises:
        RuntimeError: when a broker is configured and Celery is not installed.
    """
    broker = os.environ.get(BROKER_VARIABLE, "")
    if not broker:
        return Processes(board)
    try:
        from celery import Celery
        from dash import CeleryManager
    except ImportError:
        raise RuntimeError(
            f"{BROKER_VARIABLE} is set, but Celery is not installed: pip install 'client-portfolio-planner[celery]'"
        ) from None
    return CeleryManager(Celery("dashboard", broker=broker, backend=broker))
