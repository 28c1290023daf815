"""The log of failures nobody foresaw: an id to show, and the frames behind it in a file that holds no client data."""

from __future__ import annotations

import datetime as dt
import os
import platform
import secrets
import sys
import traceback
from pathlib import Path

LOG_NAME = "planner.log"
LARGEST_LOG = 1_000_000


def log_folder() -> Path:
    """Where this system keeps the logs of a user's programs."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "client-portfolio-planner"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "client-portfolio-planner"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "client-portfolio-planner"


def report(error: BaseException) -> str:
    """Log an unexpected failure and return the sentence to show.

    The log gets the kind of error and the lines of code it went through. Its message is left out, because it may
    quote a cell of the client list.
    """
    number = secrets.token_hex(4)
    try:
        path = _write(number, error)
    except OSError:
        return f"Something went wrong that we did not foresee (id {number}, {type(error).__name__})."
    return f"Something went wrong that we did not foresee; the log {path} has it under the id {number}."


def _write(number: str, error: BaseException) -> Path:
    from planner import __version__

    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LOG_NAME
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".log.1"))
    frames = "".join(traceback.format_tb(error.__traceback__))
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    versions = f"planner {__version__}, Python {platform.python_version()}, {platform.system()}"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="utf-8") as log:
        log.write(f"{now} {number} {type(error).__name__} ({versions})\n{frames}\n")
    return path
