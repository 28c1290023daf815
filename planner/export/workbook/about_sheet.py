"""`About`: how the plan was worked out, with what, from what, and how sure that nothing better was missed."""

from __future__ import annotations

import datetime as dt
import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from planner.detection.sheets.setting_sheets import (
    ASSUMED_KEY,
    DEALS_KEY,
    FORMAT_KEY,
    HOURS,
    LIST_KEY,
    OWN_TITLES,
    OWN_TITLES_KEY,
    SHEETS_KEY,
    assumed_words,
)
from planner.export.workbook.layout import CLIENT_LIST, DEALS, Layout
from planner.export.workbook.styles import BOLD, HEADER, LEFT, LINE, WRAP
from planner.export.workbook.tables import put, set_up_page
from planner.result import Plan
from planner.vocabulary import PLAN_FORMAT, Status

PER_PERSON = "max_accounts_per_person"
LIBRARIES = ("highspy", "PuLP", "numpy", "python-calamine", "XlsxWriter")
STATUS_WORDS = {
    Status.OPTIMAL: "No better plan exists (proven).",
    Status.WITHIN_GAP: "A better plan can exist only within the gap below (proven).",
    Status.TIME_LIMIT: "The time for the search ran out; this is the best plan found, within the gap below.",
    Status.INFEASIBLE: "No plan satisfies all settings.",
}


def write_about(sheet: Any, layout: Layout, titles: Sequence[str]) -> None:
    """Rows of key and value; the reader knows an export by its first two, and its sheets by `titles`."""
    styles = layout.styles
    set_up_page(sheet)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, "key", styles(HEADER))
    sheet.write_string(0, 1, "value", styles(HEADER))
    for row, (key, value) in enumerate(about_rows(layout.plan, titles), start=1):
        sheet.write_string(row, 0, key, styles(LINE, BOLD))
        put(sheet, row, 1, value, styles(LINE, WRAP, LEFT))


def about_rows(plan: Plan, titles: Sequence[str]) -> list[tuple[str, object]]:
    """What the plan was made with and from, and the proof of it."""
    source, proof = plan.roster.source, plan.allocation.proof
    return [
        (FORMAT_KEY, PLAN_FORMAT),
        (LIST_KEY, CLIENT_LIST),
        *([(DEALS_KEY, DEALS)] if plan.roster.deals is not None else []),
        (OWN_TITLES_KEY, OWN_TITLES),
        (SHEETS_KEY, ", ".join(titles)),
        (ASSUMED_KEY, assumed_words(_assumed(plan))),
        ("made with", f"Client-portfolio balancing planner {_version('client-portfolio-planner')}"),
        ("made on", f"{dt.datetime.now().astimezone():%Y-%m-%d %H:%M %z}"),
        ("made from", f"{source.file}, sheet {source.sheet}, header in row {source.header_row or 'none'}"),
        ("one row per", "deal" if str(source.grain) == "opportunity" else "client"),
        ("accounts", plan.roster.size),
        ("digest of the client list", source.digest),
        ("solver", proof.solver),
        ("result", STATUS_WORDS[proof.status]),
        ("value reached", round(proof.objective, 6)),
        ("best value that could be proven possible", round(proof.bound, 6)),
        ("gap between the two", f"{proof.gap:.3%}"),
        ("largest violation of any row of the model", f"{proof.largest_violation:.1g}"),
        ("seconds to solve", round(proof.seconds, 3)),
        ("Python", f"{platform.python_version()} on {platform.system()}"),
        ("libraries", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)),
        ("how hours bring value", "ADBUDG response curves (Little 1970; CALLPLAN, Lodish 1971)"),
    ]


def _assumed(plan: Plan) -> dict[str, float]:
    """Settings that nobody gave, which the plan says that it assumed: opened again, it says so still."""
    settings, most = plan.settings, plan.settings.max_accounts_per_person
    hours = {HOURS: settings.hours} if plan.team.assumed and settings.hours is not None else {}
    return hours | ({PER_PERSON: most} if most is not None and PER_PERSON not in settings.given else {})


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
