"""Downloads and the page for printing: plain links that work from the keyboard and without scripts.

Each gives the plan of the browser's own workspace exactly as it is on the screen.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from flask import Response, render_template

from dashboard.desk import desk_of
from dashboard.list_tables import issues_csv
from dashboard.print_page import print_facts
from dashboard.security import workspace_id
from dashboard.whatifs import with_what_ifs
from planner.errors import PlannerError
from planner.export.template import write_template

if TYPE_CHECKING:
    from dash import Dash

EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(app: Dash) -> None:
    """Add the routes to the app's server."""
    desk, server = desk_of(app), app.server

    @server.route("/download/plan.xlsx")
    def plan_xlsx() -> Response:
        view = desk.view(workspace_id())
        plan = with_what_ifs(view.plan, view.work)
        return attached(written(plan.save, ".xlsx"), f"{stem(view.work.title)} plan.xlsx", EXCEL)

    @server.route("/download/plan.csv")
    def plan_csv() -> Response:
        view = desk.view(workspace_id())
        return attached(written(view.plan.save, ".csv"), f"{stem(view.work.title)} plan.csv", "text/csv; charset=utf-8")

    @server.route("/download/plan.json")
    def plan_json() -> Response:
        view = desk.view(workspace_id())
        text = json.dumps(view.plan.to_dict(), ensure_ascii=False, allow_nan=False, indent=1)
        return attached(text.encode(), f"{stem(view.work.title)} plan.json", "application/json")

    @server.route("/download/template.xlsx")
    def template() -> Response:
        return attached(written(write_template, ".xlsx"), "client list.xlsx", EXCEL)

    @server.route("/download/issues.csv")
    def list_issues() -> Response:
        view = desk.view(workspace_id())
        text = "\ufeff" + issues_csv(view.plan.issues)
        return attached(text.encode(), f"{stem(view.work.title)} to check.csv", "text/csv; charset=utf-8")

    @server.route("/print")
    def print_plan() -> str:
        view = desk.view(workspace_id())
        return render_template("print.html", **print_facts(view.plan, view.work.title))

    @server.errorhandler(PlannerError)
    def refuse(error: PlannerError) -> tuple[str, int]:
        return render_template("refused.html", message=str(error)), 409


def written(write: Callable[[Path], object], ending: str) -> bytes:
    """The bytes of a file that `write` makes at a path with that ending."""
    with tempfile.TemporaryDirectory(prefix="plan-") as folder:
        path = Path(folder) / f"plan{ending}"
        write(path)
        return path.read_bytes()


def stem(title: str) -> str:
    """A name for a download: the list's own, without what file systems dislike."""
    return re.sub(r"[^\w .()-]+", " ", PurePath(title).stem).strip()[:80] or "client list"


def attached(content: bytes, name: str, kind: str) -> Response:
    """A response that the browser saves under `name`."""
    response = Response(content, mimetype=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
