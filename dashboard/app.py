"""Composes the dashboard: shell, pages, callbacks, doors. Imported by the launcher and by tests only."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from dash import Dash
from flask import Flask

from dashboard import downloads
from dashboard.callbacks import register_all
from dashboard.callbacks.common import refuse, say, unexpected
from dashboard.layout import INDEX, shell
from dashboard.security import Access, add_headers, protect
from dashboard.service.background import BACKGROUND, Processes
from dashboard.service.plan_service import EXTENSION, PlanService, service_of
from dashboard.service.reading import Apart, here
from dashboard.state.data_folder import StoreFailed, data_folder
from dashboard.state.store import Store
from planner.errors import PlannerError

BASE64_GROWTH: Final = 1.4
"""An upload arrives as base64, a third larger, and with some JSON around it."""
STANDALONE: Final = r"^(door|print)\."
"""Assets of pages that are not Dash pages: served, but not loaded with the dashboard."""


def create_app(
    folder: Path | None = None, access: Access | None = None, max_file_mb: float = 50, apart: Apart = here
) -> Dash:
    """A dashboard of its own: no state outside the app and its folder.

    Args:
        folder: where workspaces are kept; the user's own data folder when not given.
        access: host names that are answered, and the password asked for.
        max_file_mb: largest file that can be uploaded.
        apart: where files are read; in this process when not given.

    Raises:
        StoreFailed: when the folder or what lies in it cannot be used.
    """
    kept = folder if folder is not None else data_folder()
    store = Store(kept)
    with suppress(StoreFailed):  # on a full disk what is there can still be shown
        store.expire()
    server = Flask("dashboard")
    server.secret_key = store.secret_key()
    server.config["MAX_CONTENT_LENGTH"] = int(max_file_mb * 1_000_000 * BASE64_GROWTH) + 1_000_000
    server.extensions[EXTENSION] = PlanService(store, max_file_mb, apart)
    protect(server, access or Access())
    app = Dash(
        "dashboard",
        server=server,  # type: ignore[arg-type]  # Dash takes a Flask app, its signature does not say so
        title="Portfolio balance",
        update_title="",
        serve_locally=True,
        assets_ignore=STANDALONE,
        suppress_callback_exceptions=True,
        on_error=report_error,
    )
    app.index_string = INDEX
    app.layout = shell
    register_all(app)
    downloads.register(app)
    add_headers(app)
    return app


def close(app: Dash) -> None:
    """End what an app began and let go of its folder; call it when its server has stopped."""
    manager = app.server.extensions[BACKGROUND]
    if isinstance(manager, Processes):
        manager.end()
    service_of(app).store.close()


def report_error(error: Exception) -> None:
    """A failure that a user can act on is told as it is, an error nobody expected by its number; the page stays."""
    say(refuse(error) if isinstance(error, PlannerError) else unexpected(error))
