"""How every command runs: where it prints, how it shows that it is busy, and how it fails.

What the user asked for goes to standard output, everything said on the way to standard error. A failure that a
user can cause is one sentence; any other gets an id, and its frames (never values, which may be client data) go to
a log file.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from planner.errors import PlannerError

if TYPE_CHECKING:
    from rich.console import Console

INPUT_WRONG = 2
UNEXPECTED = 1
INTERRUPTED = 130
STANDARD_OUTPUT = 1
WIDTH_OF_A_FILE = 140
"""Characters a line may have where no terminal says how many."""


def console(*, stderr: bool = False) -> Console:
    """Plain text: nothing of a client list is read as markup or coloured by guess."""
    from rich.console import Console

    made = Console(stderr=stderr, markup=False, highlight=False, emoji=False)
    if not made.is_terminal and "COLUMNS" not in os.environ:
        made.width = WIDTH_OF_A_FILE
    return made


def say(message: str) -> None:
    """A message on the way, on standard error."""
    console(stderr=True).print(message, soft_wrap=True)


def json_line(document: Mapping[str, Any]) -> str:
    """A document as every command prints it: one line of JSON, without NaN."""
    return json.dumps(document, ensure_ascii=False, allow_nan=False)


@contextmanager
def busy(doing: str, *, quiet: bool = False) -> Iterator[None]:
    """Show that work goes on, where somebody can see it."""
    screen = console(stderr=True)
    if quiet or not screen.is_terminal:
        yield
        return
    with screen.status(f"{doing} …"):
        yield


def keep_standard_output() -> None:
    """Keep the process's standard output for what Python prints; what native code writes there goes nowhere.

    Libraries below Python greet on descriptor 1, and some of it leaves their buffers only when the process ends:
    so the descriptor stays turned away until then. Nothing happens where `sys.stdout` is something else already.
    """
    ours = sys.stdout
    try:
        if not isinstance(ours, io.TextIOWrapper) or ours.fileno() != STANDARD_OUTPUT:
            return
        ours.flush()
        kept = os.dup(STANDARD_OUTPUT)
        nowhere = os.open(os.devnull, os.O_WRONLY)
    except (OSError, ValueError):
        return
    sys.stdout = open(  # noqa: SIM115 (it is the standard output until the process ends, which closes it)
        kept,
        "w",
        buffering=1 if ours.line_buffering else -1,
        encoding=ours.encoding,
        errors=ours.errors,
        closefd=False,
    )
    os.dup2(nowhere, STANDARD_OUTPUT)
    os.close(nowhere)


def guarded(command: Callable[[], object]) -> None:
    """Run `command` and end the process with its status; no traceback ever reaches the user."""
    keep_standard_output()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        command()
    except PlannerError as error:
        say(str(error))
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        say("Stopped.")
        sys.exit(INTERRUPTED)
    except MemoryError:
        say("There is not enough memory for this; save only the client list in a file of its own and try again.")
        sys.exit(INPUT_WRONG)
    except Exception as error:
        from planner.commands.failures import report

        say(report(error))
        sys.exit(UNEXPECTED)
