"""Serves the dashboard: in this process, or in several that share its port and its data folder.

Each process keeps connections apart from its threads, so that one that is idle or slow holds up nobody. Files are
read and long work is done in further processes; see `dashboard.service`.
"""

from __future__ import annotations

import ctypes
import errno
import gc
import logging
import os
import select
import signal
import socket
import sys
import threading
import time
from contextlib import suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final

from dashboard.app import close, create_app
from dashboard.service.job_store import JobStore
from dashboard.service.reading import Readers
from dashboard.state.data_folder import data_folder
from dashboard.state.store import Store
from planner.errors import InputError, PlannerError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from dashboard.security import Access

THREADS: Final = 64
"""Requests of one process at a time; most wait, for a file that is read or a plan that is made."""
ARENAS: Final = 2
"""Stores of free memory that the C library may have; one for each thread would keep much that nobody uses."""
BACKLOG: Final = 1024
CONNECTIONS: Final = 2_000
"""Of one process; idle ones are closed after `IDLE` seconds, looked for every `TIDY` seconds."""
IDLE: Final = 30
TIDY: Final = 5
WARM_UP_AFTER: Final = 3.0
"""Seconds; the first page comes before the first reader."""
ENDS_IN: Final = 10.0
QUICK: Final = 10.0
"""Seconds within which a process that ends did not even start."""
_M_ARENA_MAX: Final = -8
"""The number by which `mallopt` knows it."""
log = logging.getLogger(__name__)


def check_data_folder() -> None:
    """Set aside what is damaged and can be made anew, before anything is served.

    Raises:
        StoreFailed: when the data folder cannot be used.
    """
    folder = data_folder()
    Store(folder).close()
    JobStore(folder).close()


def listen(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen on every address of a host.

    Raises:
        InputError: when none can.
    """
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return [_listening(family, address) for family, address in dict.fromkeys((one[0], one[4]) for one in found)]
    except OSError as error:
        reason = error.strerror or str(error)
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise InputError(
                f"{host} is no address of this machine ({reason}); choose another with --host, such as 127.0.0.1."
            ) from None
        raise InputError(f"Nothing can listen on {host}, port {port} ({reason}); choose another with --port.") from None


def _listening(family: int, address: Any) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share a port unasked
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind(address)
        sock.listen(BACKLOG)
        sock.setblocking(False)
    except OSError:
        sock.close()
        raise
    return sock


def serve(sockets: list[socket.socket], access: Access | None) -> None:
    """Serve in this process until it is interrupted or told to end.

    Raises:
        StoreFailed: when the data folder cannot be used.
    """
    from waitress.server import create_server

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it tells of every request that waits a moment
    _allow_many_files()
    _have_few_arenas()
    readers = Readers()
    app = create_app(access=access, apart=readers.run)
    server = create_server(
        app.server,
        sockets=sockets,
        threads=THREADS,
        ident="",
        backlog=BACKLOG,
        connection_limit=CONNECTIONS,
        channel_timeout=IDLE,
        cleanup_interval=TIDY,
        asyncore_use_poll=hasattr(select, "poll"),
        max_request_body_size=2 * app.server.config["MAX_CONTENT_LENGTH"],
    )
    gc.freeze()  # what was imported stays: looking through it takes a tenth of a second, again and again
    warm_up = threading.Timer(WARM_UP_AFTER, readers.warm_up)
    warm_up.daemon = True
    warm_up.start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.run()
    finally:
        warm_up.cancel()
        server.close()
        readers.end()
        close(app)


def serve_in_processes(sockets: list[socket.socket], access: Access | None, number: int) -> None:
    """Serve in so many processes until this one is interrupted or told to end; one that breaks is replaced.

    Raises:
        PlannerError: when a process ends again and again as soon as it has begun.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    running = [_begun(sockets, access) for _ in range(number)]
    try:
        while True:
            ended = wait([process.sentinel for process, _ in running])
            for at, (process, since) in enumerate(running):
                if process.sentinel in ended:
                    if time.monotonic() - since < QUICK:
                        raise PlannerError("The dashboard cannot start; what it printed above says why.")
                    log.error("a process that serves ended (%s); another takes its place", process.exitcode)
                    running[at] = _begun(sockets, access)
    except KeyboardInterrupt:
        return
    finally:
        _end([process for process, _ in running])


def _begun(sockets: list[socket.socket], access: Access | None) -> tuple[SpawnProcess, float]:
    process = get_context("spawn").Process(target=_serve_with_parent, args=(sockets, access))
    process.start()
    return process, time.monotonic()


def _serve_with_parent(sockets: list[socket.socket], access: Access | None) -> None:
    """Serve until the process that began this one says so, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells all of a group; the parent tells this one
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()
    serve(sockets, access)


def _end_after(parent: Any) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def _end(processes: list[SpawnProcess]) -> None:
    for process in processes:
        process.terminate()
    end = time.monotonic() + ENDS_IN
    for process in processes:
        process.join(max(0.0, end - time.monotonic()))
        if process.is_alive():
            process.kill()
            process.join()


def _allow_many_files() -> None:
    """Let this process have as many connections as it may, where the system counts them."""
    try:
        import resource
    except ImportError:  # Windows
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4 * CONNECTIONS
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _have_few_arenas() -> None:
    """Let the C library keep free memory together, where it is the GNU one."""
    with suppress(AttributeError, OSError, TypeError):  # another C library, or none to ask
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, ARENAS)
