"""Where workspaces are kept between reloads and restarts: one SQLite file that its owner alone can read.

Times are seconds since 1970 (UTC). WAL and a busy timeout let several workers share the file. A workspace is
a row of JSON; uploaded bytes lie beside it, one row for each file. Nothing is ever pickled.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, Row, create_engine, event, text

from dashboard.state.data_folder import StoreFailed, failures_told, private_file, set_aside
from dashboard.state.workspace import FileRef, Workspace
from planner.errors import PlannerError

DATABASE: Final = "workspaces.sqlite"
FORMER_KEY: Final = "cookie.key"
"""Where the key of the cookies was kept before the database held it."""
KEY_BYTES: Final = 32
KEEP_DAYS: Final = 400
"""A workspace is kept so long after it was last opened."""
PRAGMAS: Final = (
    "journal_mode = WAL",
    "synchronous = NORMAL",  # in WAL nothing tears; a commit waits for no disk
    "busy_timeout = 10000",
    "foreign_keys = ON",
    "secure_delete = ON",
)
PATIENCE: Final = 10.0
"""Seconds for which a store waits for others who open it at the same moment."""
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
    """
    CREATE TABLE kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
    """,
)
"""Statement blocks that lead from one `schema_version` to the next; only ever appended to."""


class WorkNotUnderstood(PlannerError):
    """Work that another version of the planner saved, or that is damaged; it stays as it is until it is deleted."""


class Store:
    """Workspaces by id. Safe to share between threads and between processes.

    Every method raises `StoreFailed` when the disk or the database fails.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / DATABASE
        with failures_told(self.path):
            private_file(self.path)
        self._engine: Engine = create_engine(
            f"sqlite:///{self.path}", connect_args={"timeout": 10}, pool_size=8, max_overflow=64
        )
        event.listen(self._engine, "connect", _prepare)
        try:
            self._migrate()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._engine.dispose()

    def get(self, workspace: str) -> tuple[Workspace, int]:
        """The work and its revision; a fresh one at revision 0 where nothing was saved. To look is to use.

        Raises:
            WorkNotUnderstood: when another version saved it; it stays as it is.
        """
        with self._reading() as connection:
            row = _row(connection, workspace)
        if row is not None and time.time() - row.touched > _DAY:
            self._note_use(workspace)
        return _understood(row)

    def change(self, workspace: str, edit: Callable[[Workspace], Workspace]) -> tuple[Workspace, int]:
        """Apply `edit` to the newest work in one transaction; the new work and its revision.

        Raises:
            WorkNotUnderstood: when another version saved it; it stays as it is.
        """
        with self._writing() as connection:
            work, revision = _understood(_row(connection, workspace))
            new = edit(work)
            if new == work:
                return work, revision
            _write(connection, workspace, new, revision + 1)
            return new, revision + 1

    def replace(self, workspace: str, new: Workspace, revision: int) -> int | None:
        """Save a work made from the one at `revision`; the new revision, or None where another change came first."""
        with self._writing() as connection:
            work, newest = _understood(_row(connection, workspace))
            if newest != revision:
                return None
            if new == work:
                return revision
            _write(connection, workspace, new, revision + 1)
            return revision + 1

    def add_file(self, workspace: str, name: str, content: bytes) -> FileRef:
        """Keep an uploaded file for a workspace, which is made when it is not there yet."""
        reference = FileRef(name=name, digest=hashlib.sha256(content).hexdigest(), size=len(content))
        with self._writing() as connection:
            work, revision = _understood(_row(connection, workspace))
            _write(connection, workspace, work, revision)
            connection.execute(
                text("INSERT OR REPLACE INTO file VALUES (:workspace, :digest, :name, :content)"),
                {"workspace": workspace, "digest": reference.digest, "name": name, "content": content},
            )
        return reference

    def file(self, workspace: str, digest: str) -> bytes | None:
        query = text("SELECT content FROM file WHERE workspace = :workspace AND digest = :digest")
        with self._reading() as connection:
            found = connection.execute(query, {"workspace": workspace, "digest": digest}).scalar()
        return bytes(found) if found is not None else None

    def drop_unused_files(self, workspace: str) -> None:
        """Forget the bytes of files that the workspace no longer names."""
        with self._writing() as connection:
            work, _ = _understood(_row(connection, workspace))
            kept = {file.digest for file in work.every_file}
            for (digest,) in connection.execute(
                text("SELECT digest FROM file WHERE workspace = :id"), {"id": workspace}
            ).all():
                if digest not in kept:
                    connection.execute(
                        text("DELETE FROM file WHERE workspace = :id AND digest = :digest"),
                        {"id": workspace, "digest": digest},
                    )

    def delete(self, workspace: str) -> None:
        """Forget a workspace and its files for good, in what SQLite keeps beside the database too."""
        with self._writing() as connection:
            connection.execute(text("DELETE FROM workspace WHERE id = :id"), {"id": workspace})
        with self._reading() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def expire(self, days: float = KEEP_DAYS) -> int:
        """Forget what nobody opened for so many days; how many workspaces went."""
        with self._writing() as connection:
            return _expire(connection, days)

    def secret_key(self) -> bytes:
        """The key that signs cookies: made once, shared by all processes; an older version's file is taken over."""
        query = text("SELECT value FROM kept WHERE name = 'cookie key'")
        with self._reading() as connection:
            found = connection.execute(query).scalar()
        if found is None:
            former, fresh = self._former_key(), secrets.token_bytes(KEY_BYTES)
            with self._writing() as connection:
                connection.execute(
                    text("INSERT OR IGNORE INTO kept VALUES ('cookie key', :key)"), {"key": former or fresh}
                )
                found = connection.execute(query).scalar_one()
        return bytes(found)

    def version(self) -> int:
        with self._reading() as connection:
            return int(connection.execute(text("PRAGMA user_version")).scalar_one())

    @contextmanager
    def alone(self) -> Iterator[None]:
        """While inside, no other process changes anything in the data folder."""
        with self._writing():
            yield

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with failures_told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that takes the write lock at once: what it reads is still true when it writes."""
        with failures_told(self.path), self._engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection

    def _note_use(self, workspace: str) -> None:
        """Note that a workspace was opened, and forget those that long were not, once a day for each that is.

        Where that cannot be written, the workspace is still shown.
        """
        try:
            with self._writing() as connection:
                connection.execute(
                    text("UPDATE workspace SET touched = :now WHERE id = :id"), {"now": time.time(), "id": workspace}
                )
                _expire(connection, KEEP_DAYS)
        except StoreFailed:
            return

    def _former_key(self) -> bytes | None:
        """The key of an older version, whose file is not needed any more; a damaged one is set aside."""
        path = self.folder / FORMER_KEY
        with failures_told(path):
            if not path.is_file():
                return None
            key = path.read_bytes()
            if len(key) < KEY_BYTES:
                set_aside(path)
                return None
        return key

    def _migrate(self) -> None:
        with self._writing() as connection:
            version = int(connection.execute(text("PRAGMA user_version")).scalar_one())
            if version > len(MIGRATIONS):
                raise StoreFailed(
                    f"{self.path} was saved by a newer version of the planner; update the planner, "
                    "or move the file elsewhere to begin with nothing."
                )
            for block in MIGRATIONS[version:]:
                for statement in filter(str.strip, block.split(";")):
                    connection.execute(text(statement))
            if version < len(MIGRATIONS):
                connection.execute(text(f"PRAGMA user_version = {len(MIGRATIONS)}"))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    until = time.monotonic() + PATIENCE
    for pragma in PRAGMAS:
        while not _set(connection, pragma, until):
            time.sleep(0.01)


def _set(connection: Any, pragma: str, until: float) -> bool:
    """Set a pragma; False while the database is locked, which SQLite itself does not wait out for its journal mode."""
    try:
        connection.execute(f"PRAGMA {pragma}")
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > until:
            raise
        return False
    return True


def _expire(connection: Connection, days: float) -> int:
    gone = connection.execute(
        text("DELETE FROM workspace WHERE touched < :limit"), {"limit": time.time() - days * _DAY}
    )
    return int(gone.rowcount)


def _row(connection: Connection, workspace: str) -> Row[Any] | None:
    return connection.execute(
        text("SELECT body, revision, touched FROM workspace WHERE id = :id"), {"id": workspace}
    ).one_or_none()


def _understood(row: Row[Any] | None) -> tuple[Workspace, int]:
    """The work of a row.

    Raises:
        WorkNotUnderstood: when it says something that this version does not know.
    """
    if row is None:
        return Workspace(), 0
    try:
        return Workspace.model_validate_json(row.body), int(row.revision)
    except ValidationError as error:
        unknown = [str(one["loc"][-1]) for one in error.errors() if one["type"] == "extra_forbidden"]
    if unknown:
        what = f"was saved by another version of the planner (it knows of “{unknown[0]}”, this version does not)"
    else:
        what = "cannot be read by this version of the planner"
    raise WorkNotUnderstood(
        f"Your work {what}. It was left as it is: update the planner to go on with it, or start over here."
    )


def _write(connection: Connection, workspace: str, work: Workspace, revision: int) -> None:
    connection.execute(
        text(
            "INSERT INTO workspace VALUES (:id, :revision, :body, :touched) "
            "ON CONFLICT (id) DO UPDATE SET revision = :revision, body = :body, touched = :touched"
        ),
        {"id": workspace, "revision": revision, "body": work.model_dump_json(), "touched": time.time()},
    )
