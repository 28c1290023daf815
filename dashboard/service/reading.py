"""Reads files apart from serving: in a few processes that are kept, with bounds on their time and memory.

A file that takes long, takes all memory or makes a reader abort ends one of these processes; whoever looks at a page
meanwhile does not notice. What comes back through the pipe comes from our own process: nothing that a user wrote is
ever unpickled.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from multiprocessing import get_context
from multiprocessing.reduction import ForkingPickler
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from planner.errors import FileRefused, PlannerError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

MOST: Final = 3
"""Files that are read at the same time by one process that serves; further ones wait."""
MOST_WAITING: Final = 56
"""Files that are read or wait, of one process that serves: fewer than its threads, which others need."""
SECONDS: Final = 60.0
"""For one list; past that its reader is ended."""
WAIT: Final = 60.0
"""Seconds to wait for a reader that is free."""
IDLE: Final = 60.0
"""Seconds after which only one reader is kept that nobody needs."""
MEMORY: Final = 4 << 30
"""Bytes of address space that a reader may have, where the system can bound it."""
LARGE: Final = 500 << 20
"""Bytes of memory past which a reader is not kept for the next file."""
SLOW: Final = "This file takes too long to read; save only the client list in a file of its own and drop that."
BROKE: Final = "This file cannot be read: the reader broke off. Save it once more, or as CSV, and drop that."
BUSY: Final = "Many lists are being read at the moment; drop yours once more in a minute."
T = TypeVar("T")
log = logging.getLogger(__name__)

Apart = Callable[..., Any]
"""Calls a function with its arguments somewhere, and gives what it gives: `here`, or `Readers.run`."""


def here(do: Callable[..., T], *arguments: Any) -> T:
    """In this process: for what is apart already, such as long work."""
    return do(*arguments)


class Readers:
    """Processes that read. Safe to share between threads."""

    def __init__(self, most: int = MOST, seconds: float = SECONDS, wait: float = WAIT) -> None:
        self._seconds, self._wait = seconds, wait
        self._places = threading.BoundedSemaphore(most)
        self._waiting = threading.BoundedSemaphore(MOST_WAITING)
        self._lock = threading.Lock()
        self._idle: list[_Reader] = []
        self._ended = False

    def run(self, do: Callable[..., T], *arguments: Any) -> T:
        """Call a function that a module defines, in one of the processes.

        Raises:
            PlannerError: when the function does.
            FileRefused: when it takes too long or too much memory, ends its process, or no reader gets free.
        """
        if not self._waiting.acquire(blocking=False):
            raise FileRefused(BUSY)
        try:
            return self._run(do, arguments)
        finally:
            self._waiting.release()

    def _run(self, do: Callable[..., T], arguments: tuple[Any, ...]) -> T:
        if not self._places.acquire(timeout=self._wait):
            raise FileRefused(BUSY)
        try:
            with self._lock:
                reader = self._idle.pop() if self._idle else None
            reader = reader or _Reader()
            try:
                found: T = reader.ask(do, arguments, self._seconds)
            finally:
                self._put_back(reader)
            return found
        finally:
            self._places.release()

    def tidy(self) -> None:
        """End those that have been idle for long, all but one."""
        with self._lock:
            old = [one for one in self._idle[:-1] if time.monotonic() - one.idle_since > IDLE]
            self._idle = [one for one in self._idle if one not in old]
        for reader in old:
            reader.end()

    def warm_up(self) -> None:
        """Begin one reader, so that the first list does not wait for it."""
        self._put_back(_Reader())

    def end(self) -> None:
        """End all that are idle; one that is at work ends with its work."""
        with self._lock:
            idle, self._idle, self._ended = self._idle, [], True
        for reader in idle:
            reader.end()

    def _put_back(self, reader: _Reader) -> None:
        with self._lock:
            keep = reader.usable and not self._ended
            if keep:
                reader.idle_since = time.monotonic()
                self._idle.append(reader)
            many = len(self._idle) > 1
        if not keep:
            reader.end()
        if many:
            later = threading.Timer(IDLE + 1, self.tidy)
            later.daemon = True
            later.start()


class _Reader:
    """One process and the pipe to it."""

    def __init__(self) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self.usable = True
        self.idle_since = 0.0

    def ask(self, do: Callable[..., Any], arguments: tuple[Any, ...], seconds: float) -> Any:
        self.usable = False
        try:
            self._pipe.send((do, arguments))
            if not self._pipe.poll(seconds):
                raise FileRefused(SLOW)
            said, value, stays = self._pipe.recv()
        except (EOFError, OSError):
            raise FileRefused(BROKE) from None
        self.usable = stays
        if said == "refused":
            raise value
        if said == "failed":
            log.error("reading failed: %s", value)
            raise RuntimeError("reading failed")
        return value

    def end(self) -> None:
        self.usable = False
        self._pipe.close()
        self._process.kill()
        self._process.join()


def _serve(pipe: Connection) -> None:
    """Call what comes through the pipe until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides when to end
    ForkingPickler.register(MappingProxyType, _read_only)
    _bound_memory()
    while True:
        try:
            do, arguments = pipe.recv()
        except EOFError:
            return
        answer = _answer(do, arguments)
        stays = _peak_memory() < LARGE
        pipe.send((*answer, stays))
        if not stays:
            return


def _answer(do: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "done", do(*arguments)
    except PlannerError as error:
        return "refused", error
    except MemoryError:
        return "refused", FileRefused(SLOW.replace("takes too long", "takes too much memory"))
    except Exception as error:  # told by its kind and its place in the code: values may be client data
        return "failed", f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"


def _read_only(mapping: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    """How a read-only mapping goes through a pipe."""
    return _as_read_only, (dict(mapping),)


def _as_read_only(mapping: Mapping[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(dict(mapping))


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _peak_memory() -> int:
    """The most memory that this process ever had, in bytes; 0 where the system does not tell."""
    import psutil

    memory = psutil.Process().memory_info()
    return int(getattr(memory, "peak_wset", memory.rss))
