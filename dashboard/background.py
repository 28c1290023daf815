"""What runs long work: processes of this machine on DiskCache, or Celery where a broker is configured.

With `PLANNER_CELERY_BROKER` set (such as `redis://localhost:6379/0`), jobs go to Celery workers, started with
`celery -A dashboard.worker worker`; they and the dashboard must share the data folder.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from dash import DiskcacheManager

if TYPE_CHECKING:
    from dashboard.jobs import Board

BROKER_VARIABLE: Final = "PLANNER_CELERY_BROKER"


def background_manager(board: Board) -> Any:
    """The manager of Dash's background callbacks.

    Raises:
        RuntimeError: when a broker is configured and Celery is not installed.
    """
    broker = os.environ.get(BROKER_VARIABLE, "")
    if not broker:
        return DiskcacheManager(board.cache)
    try:
        from celery import Celery
        from dash import CeleryManager
    except ImportError:
        raise RuntimeError(
            f"{BROKER_VARIABLE} is set, but Celery is not installed: pip install celery[redis]"
        ) from None
    return CeleryManager(Celery("dashboard", broker=broker, backend=broker))
