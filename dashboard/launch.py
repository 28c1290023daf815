"""Starts the dashboard on this machine and opens it in the browser. Imported by the command `planner dashboard`."""

from __future__ import annotations

import os
import socket
import threading
import webbrowser
from collections.abc import Callable
from typing import Final

from dashboard.security import LOOPBACK, Access, is_loopback
from dashboard.serving import check_data_folder, listen, serve, serve_in_processes
from planner.errors import InputError

__all__ = ["access_for", "is_loopback", "run", "usual_processes"]

MOST_PROCESSES: Final = 8
"""That are begun unasked."""
EVERYWHERE: Final = frozenset({"0.0.0.0", "::", ""})


def access_for(host: str, password: str, names: tuple[str, ...] = ()) -> Access:
    """Which host names are answered when listening on `host`.

    Raises:
        ValueError: when other machines could reach it and there is no password.
    """
    if is_loopback(host):
        return Access(LOOPBACK | {host.lower()}, password)
    if not password:
        raise ValueError("a dashboard that other machines can reach needs a password")
    everywhere = host in EVERYWHERE
    own = {socket.gethostname().lower()} if everywhere else {host.lower()}
    listed = {name.strip().lower() for name in names if name.strip()}
    return Access(LOOPBACK | own | listed, password, any_address=everywhere)


def run(
    host: str = "127.0.0.1",
    port: int = 8050,
    access: Access | None = None,
    open_browser: bool = True,
    processes: int = 1,
    started: Callable[[], object] = lambda: None,
) -> None:
    """Serve until interrupted or told to end; the browser opens once the server listens.

    Args:
        started: called once the server listens.

    Raises:
        InputError: when the port is taken, or processes cannot share one here.
        StoreFailed: when the data folder cannot be used.
    """
    if processes > 1 and os.name != "posix":
        raise InputError("Several processes can share a port on Linux and macOS only; leave --processes out.")
    check_data_folder()
    sockets = listen(host, port)
    started()
    if open_browser:
        shown = "127.0.0.1" if host in EVERYWHERE else host
        opening = threading.Timer(0.3, webbrowser.open, (f"http://{shown}:{port}/",))
        opening.daemon = True
        opening.start()
    if processes == 1:
        serve(sockets, access)
    else:
        serve_in_processes(sockets, access, processes)


def usual_processes(host: str) -> int:
    """How many processes serve where nobody said: one for this machine alone, else one a core."""
    if is_loopback(host) or os.name != "posix":
        return 1
    return min(os.cpu_count() or 1, MOST_PROCESSES)
