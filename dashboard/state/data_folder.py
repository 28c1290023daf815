"""The folder that all work is kept in: where it is, who can read it, and what is said when it fails.

Every failure of the folder or of the databases in it becomes a `StoreFailed`: one sentence that names the file.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError

from planner.errors import PlannerError

DATA_VARIABLE: Final = "PLANNER_DATA"


class StoreFailed(PlannerError):
    """What is kept cannot be read or written; the sentence names the file and says what to do."""


def data_folder() -> Path:
    """`$PLANNER_DATA`, else the platform's folder for a user's own data; made private when first used.

    Raises:
        StoreFailed: when it is not there and cannot be made.
    """
    given = os.environ.get(DATA_VARIABLE)
    if given:
        folder = Path(given)
    elif sys.platform == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "client-portfolio-planner"
    elif sys.platform == "darwin":
        folder = Path.home() / "Library" / "Application Support" / "client-portfolio-planner"
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
        folder = Path(base) / "client-portfolio-planner"
    with failures_told(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def private_file(path: Path, content: bytes = b"") -> bool:
    """Make a file that its owner alone can read; False where it is already there."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    return True


def set_aside(path: Path) -> Path:
    """Give a damaged file or folder another name, `*.broken-DATE`, so that a new one can take its place."""
    stamp = f"{dt.datetime.now():%Y-%m-%d}"
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    away = next(
        name for number in numbers if not (name := path.with_name(f"{path.name}.broken-{stamp}{number}")).exists()
    )
    path.rename(away)
    return away


@contextmanager
def failures_told(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a file, a folder or a database into a sentence.

    Raises:
        StoreFailed: in place of `OSError` and of the errors of SQLite.
    """
    try:
        yield
    except DBAPIError as error:
        raise StoreFailed(sentence_of(path, error.orig)) from error
    except (OSError, sqlite3.Error) as error:
        raise StoreFailed(sentence_of(path, error)) from error


def is_damage(error: BaseException | None) -> bool:
    """Whether an error of SQLite says that the database itself is damaged, or is none."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def sentence_of(path: Path, error: BaseException | None) -> str:
    """What is wrong with a path, and what to do."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    reason = getattr(error, "strerror", None) or str(error)
    if is_damage(error):
        beside = " (with the files beside it whose names begin alike)"
        return f"{path} is damaged; move it elsewhere{beside}, then start the dashboard again: it makes a new one."
    if name == "SQLITE_FULL" or getattr(error, "errno", None) == 28:
        return f"The disk that holds {path} is full; make room, then try again. Nothing was changed."
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return f"Another program keeps {path} locked; close it, then try again. Nothing was changed."
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")) or isinstance(error, OSError):
        return (
            f"The planner keeps its work in {path} and cannot write there ({reason}); allow it, "
            f"or choose another folder with {DATA_VARIABLE}."
        )
    return f"{path} cannot be read or written ({reason}); make room on its disk, or move it elsewhere and start again."
