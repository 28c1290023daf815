"""Starts the dashboard on this machine and opens it in the browser. Imported by the command `planner dashboard`."""

from __future__ import annotations

import gc
import logging
import signal
import socket
import sys
import threading
import webbrowser
from typing import Final

from dashboard.app import close, create_app
from dashboard.security import LOOPBACK, Access, is_loopback
from planner.errors import InputError

__all__ = ["access_for", "is_loopback", "run"]

THREADS: Final = 8
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


def run(host: str = "127.0.0.1", port: int = 8050, access: Access | None = None, open_browser: bool = True) -> None:
    """Serve until interrupted or told to end; the browser opens once the server listens.

    Raises:
        InputError: when the port is taken.
        StoreFailed: when the data folder cannot be used.
    """
    from waitress.server import create_server

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    app = create_app(access=access)
    try:
        server = create_server(app.server, host=host, port=port, threads=THREADS, ident="")
    except OSError as error:
        close(app)
        reason = error.strerror or str(error)
        raise InputError(f"Nothing can listen on {host}, port {port} ({reason}); choose another with --port.") from None
    gc.freeze()  # what was imported stays: looking through it takes a tenth of a second, again and again
    if open_browser:
        shown = "127.0.0.1" if host in EVERYWHERE else host
        threading.Timer(0.3, webbrowser.open, (f"http://{shown}:{port}/",)).start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.run()
    finally:
        server.close()
        close(app)
