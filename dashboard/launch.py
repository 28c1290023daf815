"""Starts the dashboard on this machine and opens it in the browser. Imported by the command `planner dashboard`."""

from __future__ import annotations

import os
import re
import socket
import threading
import webbrowser
from collections.abc import Callable, Collection
from typing import Final

from dashboard.security import LOOPBACK, Access, is_loopback
from dashboard.service.background import check_broker
from dashboard.serving import check_data_folder, listen, serve, serve_in_processes
from planner.errors import InputError

__all__ = ["access_for", "needs_password", "run", "usual_processes"]

MOST_PROCESSES: Final = 8
"""That are begun unasked."""
HOST_NAME: Final = re.compile(r"[\w-]+(\.[\w-]+)*")
EVERYWHERE: Final = frozenset({"0.0.0.0", "::", ""})


def access_for(host: str, password: str, names: tuple[str, ...] = ()) -> Access:
    """Which host names are answered when listening on `host`.

    Args:
        names: further ones, such as that of a proxy on this machine.

    Raises:
        ValueError: when other machines could reach it and there is no password.
        InputError: when a name is none.
    """
    listed = {_host_name(name) for name in names}
    if not password and needs_password(host, names):
        raise ValueError("a dashboard that other machines can reach needs a password")
    everywhere = host in EVERYWHERE
    own = {socket.gethostname().lower()} if everywhere else {host.lower()}
    return Access(LOOPBACK | own | listed, password, any_address=everywhere)


def needs_password(host: str, names: Collection[str] = ()) -> bool:
    """Whether other machines could reach a dashboard that listens on `host` and is called by some further names.

    Raises:
        InputError: when a name is none.
    """
    return bool([_host_name(name) for name in names]) or not is_loopback(host)


def _host_name(text: str) -> str:
    name = text.strip().lower()
    if not HOST_NAME.fullmatch(name):
        raise InputError(f"“{text}” is no name of a host; write --name like planner.firm.example.")
    return name


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
        InputError: when the port is taken, processes cannot share one here, or a broker cannot be used.
        StoreFailed: when the data folder cannot be used.
    """
    if processes > 1 and os.name != "posix":
        raise InputError("Several processes can share a port on Linux and macOS only; leave --processes out.")
    check_data_folder()
    check_broker()
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
