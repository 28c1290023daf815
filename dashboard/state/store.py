"""Where workspaces are kept between reloads and restarts: one SQLite file that its owner alone can read.

Times are seconds since 1970 (UTC). WAL and a busy timeout let several workers share the file. A workspace is
a row of JSON; uploaded bytes lie beside it, one row for each file. Nothing is ever pickled.
"""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, create_engine, event, text

from dashboard.state.workspace import FileRef, Work

DATA_VARIABLE: Final = "PLANNER_DATA"
DATABASE: Final = "workspaces.sqlite"
KEEP_DAYS: Final = 90
PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = NORMAL",  # in WAL nothing tears; a commit waits for no disk
    "busy_timeout = 10000",
    "foreign_keys = ON",
    "secure_delete = ON",
)
_DAY: Final = 86_400

MIGRATIONS: Final = (
    """
    CREATE TABLE workspace (
        id TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL, touched REAL NOT NULL
    ) STRICT;
    CREATE TABLE file (
        workspace TEXT NOT NULL REFERENCES workspace(id) ON DELETE CASCADE,
        digest TEXT NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL,
        PRIMARY KEY (workspace, digest)
    ) STRICT;
    CREATE INDEX workspace_touched ON workspace(touched);
    """,
)
"""Statement blocks that lead from one `schema_version` to the next; only ever appended to."""


def data_folder() -> Path:
    """`$PLANNER_DATA`, else the platform's folder for a user's own data; made private when first used."""
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
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def private_file(path: Path, content: bytes = b"") -> bool:
    """Make a file that its owner alone can read; False where it is already there."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        path.chmod(0o600)
        return False
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    return True


class Store:
    """Workspaces by id. Safe to share between threads and between processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / DATABASE
        private_file(path)
        self._engine: Engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": 10})
        event.listen(self._engine, "connect", _prepare)
        self._migrate()

    def close(self) -> None:
        self._engine.dispose()

    def get(self, workspace: str) -> tuple[Work, int]:
        """The work and its revision; a fresh one at revision 0 where nothing was saved."""
        with self._engine.connect() as connection:
            return _read(connection, workspace)

    def change(self, workspace: str, edit: Callable[[Work], Work]) -> tuple[Work, int]:
        """Apply `edit` to the newest work in one transaction; the new work and its revision."""
        with self._writing() as connection:
            work, revision = _read(connection, workspace)
            new = edit(work)
            if new == work:
                return work, revision
            _write(connection, workspace, new, revision + 1)
            return new, revision + 1

    def add_file(self, workspace: str, name: str, content: bytes) -> FileRef:
        """Keep an uploaded file for a workspace, which is made when it is not there yet."""
        reference = FileRef(name=name, digest=hashlib.sha256(content).hexdigest(), size=len(content))
        with self._writing() as connection:
            work, revision = _read(connection, workspace)
            _write(connection, workspace, work, revision)
            connection.execute(
                text("INSERT OR REPLACE INTO file VALUES (:workspace, :digest, :name, :content)"),
                {"workspace": workspace, "digest": reference.digest, "name": name, "content": content},
            )
        return reference

    def file(self, workspace: str, digest: str) -> bytes | None:
        query = text("SELECT content FROM file WHERE workspace = :workspace AND digest = :digest")
        with self._engine.connect() as connection:
            found = connection.execute(query, {"workspace": workspace, "digest": digest}).scalar()
        return bytes(found) if found is not None else None

    def drop_unused_files(self, workspace: str) -> None:
        """Forget the bytes of files that the workspace no longer names."""
        with self._writing() as connection:
            work, _ = _read(connection, workspace)
            kept = {file.digest for file in (*work.files, *work.raters)}
            for (digest,) in connection.execute(
                text("SELECT digest FROM file WHERE workspace = :id"), {"id": workspace}
            ).all():
                if digest not in kept:
                    connection.execute(
                        text("DELETE FROM file WHERE workspace = :id AND digest = :digest"),
                        {"id": workspace, "digest": digest},
                    )

    def delete(self, workspace: str) -> None:
        """Forget a workspace and its files for good."""
        with self._writing() as connection:
            connection.execute(text("DELETE FROM workspace WHERE id = :id"), {"id": workspace})

    def expire(self, days: float = KEEP_DAYS) -> int:
        """Forget what nobody changed for so many days; how many workspaces went."""
        with self._writing() as connection:
            gone = connection.execute(
                text("DELETE FROM workspace WHERE touched < :limit"), {"limit": time.time() - days * _DAY}
            )
            return int(gone.rowcount)

    def version(self) -> int:
        with self._engine.connect() as connection:
            return int(connection.execute(text("PRAGMA user_version")).scalar_one())

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that takes the write lock at once: what it reads is still true when it writes."""
        with self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    def _migrate(self) -> None:
        with self._writing() as connection:
            version = int(connection.execute(text("PRAGMA user_version")).scalar_one())
            if version > len(MIGRATIONS):
                raise RuntimeError("The saved work is of a newer version of the planner; update the planner.")
            for block in MIGRATIONS[version:]:
                for statement in filter(str.strip, block.split(";")):
                    connection.execute(text(statement))
            connection.execute(text(f"PRAGMA user_version = {len(MIGRATIONS)}"))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _read(connection: Connection, workspace: str) -> tuple[Work, int]:
    row = connection.execute(
        text("SELECT body, revision FROM workspace WHERE id = :id"), {"id": workspace}
    ).one_or_none()
    if row is None:
        return Work(), 0
    try:
        return Work.model_validate_json(row.body), int(row.revision)
    except ValidationError:
        return Work(), int(row.revision)


def _write(connection: Connection, workspace: str, work: Work, revision: int) -> None:
    connection.execute(
        text(
            "INSERT INTO workspace VALUES (:id, :revision, :body, :touched) "
            "ON CONFLICT (id) DO UPDATE SET revision = :revision, body = :body, touched = :touched"
        ),
        {"id": workspace, "revision": revision, "body": work.model_dump_json(), "touched": time.time()},
    )
