"""The cache on disk that jobs are kept in: opened, or set aside and begun anew where it is damaged."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

import diskcache

from dashboard.state.data_folder import failures_told, is_damage, set_aside
from dashboard.state.store import Store

FOLDER: Final = "jobs"
DATABASE: Final = "cache.db"
FORMAT: Final = "2"
"""Of the rows; those of another format are dropped, since all can be worked out again."""


def open_cache(folder: Path) -> diskcache.Cache:
    """The jobs of a folder; a damaged one is set aside, since everything in it can be worked out again.

    Raises:
        StoreFailed: when the folder cannot be used.
    """
    path = folder / FOLDER
    with failures_told(path):
        try:
            return _cache(path)
        except (sqlite3.Error, FileExistsError, NotADirectoryError) as error:
            if not _is_broken(error):
                raise
        store = Store(folder)
        try:
            with store.alone():  # two processes that find it damaged mend it one after the other
                try:
                    return _cache(path)
                except (sqlite3.Error, FileExistsError, NotADirectoryError):
                    set_aside(path)
                return _cache(path)
        finally:
            store.close()


def _is_broken(error: Exception) -> bool:
    """Whether what is there can be set aside: not where a disk is full or a folder may not be written."""
    name = str(getattr(error, "sqlite_errorname", ""))
    return is_damage(error) or name == "SQLITE_ERROR" or isinstance(error, FileExistsError | NotADirectoryError)


def _cache(path: Path) -> diskcache.Cache:
    path.mkdir(mode=0o700, exist_ok=True)
    database = path / DATABASE
    if database.exists():
        with sqlite3.connect(database) as probe:
            sound = probe.execute("PRAGMA quick_check").fetchone()[0]
        probe.close()
        if sound != "ok":
            database_error = sqlite3.DatabaseError(sound)
            database_error.sqlite_errorname = "SQLITE_CORRUPT"
            raise database_error
    cache = diskcache.Cache(str(path), sqlite_secure_delete=1)
    if cache.get("format") != FORMAT:
        cache.clear(retry=True)
        cache.set("format", FORMAT)
    cache.expire(retry=True)
    return cache
