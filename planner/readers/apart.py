"""Work that a hostile or damaged file could make endless, done in a process of its own.

A reader below Python can abort the whole process, fill the memory or never come back; here only a child does. What
comes back through the pipe was pickled by our own process: nothing that a user wrote is ever unpickled.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from planner.errors import FileRefused

SECONDS = 10.0
MEMORY = 600_000_000
"""Bytes."""
STARTS_IN = 5.0
"""Seconds that a child may take besides, to start and to import what it is asked for."""
_START = "import sys; sys.path.insert(0, sys.argv[1]); from planner.readers.apart import answer; answer(sys.argv[2:])"

P = ParamSpec("P")
T = TypeVar("T")


def call_apart(
    file: str,
    function: Callable[P, T],
    *args: P.args,
    **named: P.kwargs,
) -> T:
    """What `function` of a module returns or raises, called in a child; it, its arguments and its result are pickled.

    Args:
        file: what is read, for the sentence when it cannot be.

    Raises:
        FileRefused: when it takes over 10 seconds, needs over 600 MB of memory or ends the child.
    """
    return call_bounded(file, SECONDS, MEMORY, function, *args, **named)


def call_bounded(
    file: str, seconds: float, memory: int, function: Callable[P, T], *args: P.args, **named: P.kwargs
) -> T:
    """The same with other bounds: so many seconds, so many bytes."""
    root = str(Path(__file__).resolve().parents[2])
    command = [sys.executable, "-c", _START, root, str(seconds), str(memory)]
    asked = pickle.dumps((function, args, named))
    try:
        child = subprocess.run(command, input=asked, capture_output=True, timeout=seconds + STARTS_IN, check=False)
    except subprocess.TimeoutExpired:
        raise FileRefused(
            f"{file} takes more than {seconds:g} seconds to read; save only the client list in a new file."
        ) from None
    if child.returncode != 0:
        raise FileRefused(
            f"{file} is damaged or takes too much memory; open it in Excel and save only the client list."
        )
    done, found = pickle.loads(child.stdout)
    if done:
        return found  # type: ignore[no-any-return]
    if isinstance(found, MemoryError):
        raise FileRefused(
            f"{file} needs more than {memory / 1e6:.0f} MB of memory; save only the client list in a new file."
        )
    raise found


def answer(limits: list[str]) -> None:
    """Answer the call on standard input on standard output; nothing else is ever written there."""
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    function, args, named = pickle.load(sys.stdin.buffer)
    _bound(float(limits[0]), int(limits[1]))
    try:
        written = pickle.dumps((True, function(*args, **named)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        error.__traceback__ = error.__cause__ = error.__context__ = None
        written = pickle.dumps((False, error))
    answers.write(written)
    answers.flush()


def _bound(seconds: float, memory: int) -> None:
    """Let this process have no more memory, and no more time should nobody be left to end it, where the system can."""
    try:
        import resource
    except ImportError:
        return
    import psutil

    used: Any = psutil.Process().memory_info()
    most = used.vms + max(memory - used.rss, 0)
    end = int(2 * (seconds + STARTS_IN))
    for kind, limit in ((resource.RLIMIT_AS, most), (resource.RLIMIT_CPU, end), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))
