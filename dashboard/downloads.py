"""Downloads and the page for printing: plain links that work from the keyboard and without scripts.

Each gives the plan of the browser's own workspace exactly as it is on the screen.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from flask import Flask, Response, render_template, request

from dashboard.calendars import calendar_file
from dashboard.print_page import print_facts
from dashboard.security import workspace_id
from dashboard.service.plan_service import PlanService, View, service_of
from dashboard.service.quarters import quarter_on
from dashboard.state.list_loading import sample
from dashboard.state.what_ifs import with_what_ifs
from dashboard.tables.client_list import issues_csv
from planner.errors import InputError, PlannerError
from planner.export import save_plan
from planner.export.own_workbook.mark_issues import write_marked
from planner.export.own_workbook.plan_columns import write_into
from planner.export.quarter_document import quarter_json
from planner.export.template.blank_list import write_template

if TYPE_CHECKING:
    from dash import Dash

EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(app: Dash) -> None:
    """Add the routes to the app's server."""
    service = service_of(app)
    server: Flask = app.server
    _register_plan(server, service)
    _register_quarter(server, service)
    _register_own_files(server, service)
    _register_print(server, service)


def _register_plan(server: Flask, service: PlanService) -> None:
    @server.route("/download/plan.xlsx")
    def plan_xlsx() -> Response:
        view = service.view(workspace_id(), prices=True)
        quarter = quarter_on(view, day_asked())
        begun = view.work.quarter.followed is not None or quarter.spent.total > 0
        plan = with_what_ifs(quarter.plan, view.work)
        write = partial(save_plan, plan, progress=quarter.progress if begun else None)
        return attached(written(write, ".xlsx"), f"{stem(view.work.title)} plan.xlsx", EXCEL)

    @server.route("/download/plan.csv")
    def plan_csv() -> Response:
        view = service.view(workspace_id())
        return attached(
            written(partial(save_plan, view.plan), ".csv"),
            f"{stem(view.work.title)} plan.csv",
            "text/csv; charset=utf-8",
        )

    @server.route("/download/plan.json")
    def plan_json() -> Response:
        view = service.view(workspace_id(), prices=True)
        return attached(
            written(partial(save_plan, view.plan), ".json"), f"{stem(view.work.title)} plan.json", "application/json"
        )


def _register_quarter(server: Flask, service: PlanService) -> None:
    @server.route("/download/quarter.json")
    def quarter_as_json() -> Response:
        view = service.view(workspace_id())
        text = json.dumps(quarter_json(quarter_on(view, day_asked())), ensure_ascii=False, allow_nan=False, indent=1)
        return attached(text.encode(), f"{stem(view.work.title)} quarter.json", "application/json")

    @server.route("/download/calendar")
    def calendar() -> Response:
        view = service.view(workspace_id())
        followed = view.work.quarter.followed is not None
        ending, content, kind = calendar_file(view.plan, quarter_on(view, day_asked()) if followed else None)
        return attached(content, f"{stem(view.work.title)}{ending}", kind)


def _register_own_files(server: Flask, service: PlanService) -> None:
    """The user's own workbook with the plan or with marks, what is to check in it, and a blank one to begin with."""

    @server.route("/download/own")
    def own_workbook() -> Response:
        view = service.view(workspace_id())
        return beside(service, view, "with plan", lambda source, target: write_into(view.plan, source, target))

    @server.route("/download/marked")
    def marked_workbook() -> Response:
        view = service.view(workspace_id())
        return beside(service, view, "to check", lambda source, target: write_marked(view.plan.roster, source, target))

    @server.route("/download/template.xlsx")
    def template() -> Response:
        return attached(written(write_template, ".xlsx"), "client list.xlsx", EXCEL)

    @server.route("/download/issues.csv")
    def list_issues() -> Response:
        view = service.view(workspace_id())
        text = "\ufeff" + issues_csv(view.plan.issues)
        return attached(text.encode(), f"{stem(view.work.title)} to check.csv", "text/csv; charset=utf-8")


def _register_print(server: Flask, service: PlanService) -> None:
    """The page for printing, and the one that stands in the place of what cannot be given."""

    @server.route("/print")
    def print_plan() -> str:
        view = service.view(workspace_id(), prices=True)
        return render_template("print.html", **print_facts(view.plan, view.work.title))

    @server.errorhandler(PlannerError)
    def refuse(error: PlannerError) -> tuple[str, int]:
        return render_template("refused.html", message=str(error), planned=has_plan(service)), 409


def has_plan(service: PlanService) -> bool:
    """Whether there is a plan, and only what was asked for of it cannot be given."""
    try:
        service.view(workspace_id())
    except PlannerError:
        return False
    return True


def day_asked() -> dt.date:
    """The day that a link names (`?day=2026-12-31`); today where it names none."""
    try:
        return dt.date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return dt.date.today()


def own_file(service: PlanService, view: View) -> tuple[str, bytes]:
    """Name and bytes of the file that the list was read from; the sample's where there is none.

    Raises:
        InputError: when the file is no longer kept.
    """
    if view.work.is_sample:
        return sample()
    first = view.work.files[0]
    content = service.store.file(view.workspace, first.digest)
    if content is None:
        raise InputError("The file of this list is no longer here; drop it once more.")
    return first.name, content


def beside(service: PlanService, view: View, what: str, write: Callable[[Path, Path], object]) -> Response:
    """The user's own file, written anew by `write(source, target)`.

    Raises:
        InputError: where the kind of file cannot be given back.
    """
    name, content = own_file(service, view)
    ending = PurePath(name).suffix.lower()
    with tempfile.TemporaryDirectory(prefix="plan-") as folder:
        source, target = Path(folder) / f"{stem(name)}{ending}", Path(folder) / f"written{ending}"
        source.write_bytes(content)
        write(source, target)
        written_file = target.read_bytes()
    kind = EXCEL if ending == ".xlsx" else "application/octet-stream"
    return attached(written_file, f"{stem(name)} {what}{ending}", kind)


def written(write: Callable[[Path], object], ending: str) -> bytes:
    """The bytes of a file that `write` makes at a path with that ending."""
    with tempfile.TemporaryDirectory(prefix="plan-") as folder:
        path = Path(folder) / f"plan{ending}"
        write(path)
        return path.read_bytes()


def stem(title: str) -> str:
    """A name for a download: the list's own, without what file systems dislike."""
    return re.sub(r"[^\w .()-]+", " ", PurePath(title).stem).strip(" .")[:80] or "client list"


def attached(content: bytes, name: str, kind: str) -> Response:
    """A response that the browser saves under `name`."""
    response = Response(content, mimetype=kind)
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
