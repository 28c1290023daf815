"""Work that a hostile or damaged file could make endless, done in processes of their own that are kept for the next.

A reader below Python can abort the whole process, fill the memory or never come back; here only a child does. It is
started at the first call, bounded in time and memory, and replaced when it ends or has grown. Children of a process
that forks must be started after the fork: make an `Apart` in each worker.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, ParamSpec, TypeVar

from planner.errors import FileRefused

SECONDS = 10.0
MEMORY = 600_000_000
"""Bytes."""
STARTS_IN = 30.0
"""Seconds that a new child may take besides, to start and to import what it is asked for."""
_START = "import sys; sys.path.insert(0, sys.argv[1]); from planner.readers.apart import serve; serve(sys.argv[2:])"

P = ParamSpec("P")
T = TypeVar("T")


class Apart:
    """A few children that call functions for us. It may be used from several threads."""

    def __init__(self, most: int = 2, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        """At most so many children at once, each call of which may take so many seconds and bytes."""
        self.seconds, self.memory = seconds, memory
        self._free = threading.Semaphore(most)
        self._idle: list[_Child] = []

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, file: str, function: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
        """What `function` of a module returns or raises; it, its arguments and its result are pickled.

        Args:
            file: what is read, for the sentence when it cannot be.

        Raises:
            FileRefused: when it takes too long, needs too much memory or ends the child.
        """
        with self._free:
            child = self._idle.pop() if self._idle else _Child(self.seconds, self.memory)
            try:
                done, answer, grown = child.ask((function, args, named))
            except (OSError, EOFError, pickle.UnpicklingError):
                child.end()
                raise FileRefused(self._why(file, late=child.late)) from None
            except BaseException:
                child.end()
                raise
            if grown:
                child.end()
            else:
                self._idle.append(child)
        if done:
            return answer  # type: ignore[no-any-return]
        if isinstance(answer, MemoryError):
            raise FileRefused(
                f"{file} needs more than {self.memory / 1e6:.0f} MB of memory to be read; save only the client list in "
                "a file of its own."
            )
        raise answer

    def close(self) -> None:
        """End the children that are idle."""
        while self._idle:
            self._idle.pop().end()

    def _why(self, file: str, *, late: bool) -> str:
        if late:
            return f"{file} takes more than {self.seconds:g} seconds to read; save only the client list in a new file."
        return f"{file} is damaged or needs too much memory; open it in Excel and save only the client list."


class _Child:
    """One process, idle or at work for one caller. `late` says that it was ended because its time was up."""

    def __init__(self, seconds: float, memory: int) -> None:
        root = str(Path(__file__).resolve().parents[2])
        command = [sys.executable, "-c", _START, root, str(seconds), str(memory)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._allowed = seconds + STARTS_IN
        self._seconds = seconds
        self.late = False

    def ask(self, asked: object) -> tuple[bool, Any, bool]:
        """Whether the call went well, what it returned or raised, and whether the child wants to end."""
        out, back = self._process.stdin, self._process.stdout
        assert out is not None
        assert back is not None
        timer = threading.Timer(self._allowed, self._stop)
        timer.start()
        try:
            dump(asked, out)
            out.flush()
            answer: tuple[bool, Any, bool] = pickle.load(back)
        finally:
            timer.cancel()
        self._allowed = self._seconds
        return answer

    def _stop(self) -> None:
        self.late = True
        self._process.kill()

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            with contextlib.suppress(OSError):
                pipe.close()


class _Pickler(pickle.Pickler):
    """Pickles mappings that cannot be changed, too."""

    def reducer_override(self, value: object) -> Any:
        return (_frozen, (dict(value),)) if isinstance(value, MappingProxyType) else NotImplemented


def _frozen(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


def dump(value: object, into: Any) -> None:
    """Pickle a value into a file."""
    _Pickler(into, protocol=pickle.HIGHEST_PROTOCOL).dump(value)


def serve(limits: list[str]) -> None:
    """Answer calls from standard input on standard output until it closes; nothing else is ever written there."""
    seconds, memory = float(limits[0]), int(limits[1])
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    grown = False
    while not grown:
        try:
            function, args, named = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _bound(seconds, memory)
        done, answer = _called(function, args, named)
        del args, named
        grown = isinstance(answer, MemoryError) or _resident() > memory // 2
        answers.write(_pickled(done, answer, grown))
        answers.flush()


def _called(function: Callable[..., object], args: tuple[object, ...], named: dict[str, object]) -> tuple[bool, object]:
    try:
        return True, function(*args, **named)
    except Exception as error:
        error.__traceback__ = error.__cause__ = error.__context__ = None
        return False, error


def _pickled(done: bool, answer: object, grown: bool) -> bytes:
    written = io.BytesIO()
    try:
        dump((done, answer, grown), written)
    except (MemoryError, pickle.PicklingError, TypeError, AttributeError) as error:
        failed = error if isinstance(error, MemoryError) else RuntimeError(f"{type(answer).__name__} cannot be sent")
        written = io.BytesIO()
        dump((False, failed, True), written)
    return written.getvalue()


def _bound(seconds: float, memory: int) -> None:
    """Let this process have no more memory, and no more time should nobody be left to end it, where the system can."""
    try:
        import resource
    except ImportError:
        return
    import psutil

    used = psutil.Process().memory_info()
    most = used.vms + max(memory - used.rss, 0)
    spent = resource.getrusage(resource.RUSAGE_SELF)
    end = int(spent.ru_utime + spent.ru_stime + 2 * seconds) + 1
    for kind, limit in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CPU, end), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))


def _resident() -> int:
    """Bytes of memory that this process holds."""
    import psutil

    return int(psutil.Process().memory_info().rss)
