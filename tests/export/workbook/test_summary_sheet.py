"""What page one of the workbook says, cell by cell."""

from __future__ import annotations

import re
import warnings
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import python_calamine

from planner import text
from planner.documents.plan_figures import hours_by_service, reached, served_note
from planner.export import save_plan
from planner.export.workbook.summary_sheet import shortened
from planner.goods import GROUPS
from planner.result import Plan


def texts_of_summary(plan: Plan, folder: Path) -> list[str]:
    path = folder / "plan.xlsx"
    save_plan(plan, path)
    rows = python_calamine.load_workbook(str(path)).get_sheet_by_name("Summary").to_python()
    return [str(cell) for row in rows for cell in row if cell != ""]


def priced(plan: Plan, hours: list[list[float]]) -> Plan:
    return replace(plan, explanation=replace(plan.explanation, hour_of_person=np.array(hours)))


def test_what_one_more_hour_brings_is_money_or_points_and_never_one_for_the_other(plan: Plan, tmp_path: Path) -> None:
    shown = texts_of_summary(priced(plan, [[0, 0, 30.0], [0, 0, 10.0]]), tmp_path)
    assert "one more hour of M. Lind brings about $30 of margin a year" in shown
    points = texts_of_summary(priced(plan, [[2.0, 0, 0], [0, 0, 10.0]]), tmp_path)
    assert "one more hour of M. Lind brings 2 points of good for others" in points
    unknown = texts_of_summary(priced(plan, [[float("nan")] * 3] * 2), tmp_path)
    assert "fees after what it costs to serve" in unknown


def test_hours_by_what_they_serve_add_to_all_of_them(plan: Plan, tmp_path: Path) -> None:
    (line,) = [one for one in texts_of_summary(plan, tmp_path) if "What the hours serve" in one]
    assert sum(int(part) for part in re.findall(r"(\d+)%", line)) == pytest.approx(100, abs=1)
    assert "only you 42%" in line


def titles_of_charts(plan: Plan, folder: Path) -> set[str]:
    path = folder / "plan.xlsx"
    save_plan(plan, path)
    with zipfile.ZipFile(path) as book:
        charts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/charts/chart")]
    return {re.findall(r"<a:t>([^<]+)</a:t>", chart)[0] for chart in charts}


def test_charts_speak_of_today_only_where_it_is_known(plan: Plan, tmp_path: Path) -> None:
    assert "today" in plan.explanation.baselines
    assert all("today" in title for title in titles_of_charts(plan, tmp_path))
    others = {name: other for name, other in plan.explanation.baselines.items() if name != "today"}
    unknown = replace(plan, explanation=replace(plan.explanation, baselines=others))
    assert titles_of_charts(unknown, tmp_path) == {
        "Share of the hours: chosen, plan",
        "Hours planned by account",
    }


def test_shares_that_rounding_would_make_all_or_nothing_are_shown_as_the_command_line_says_them(
    plan: Plan, tmp_path: Path
) -> None:
    allocation = replace(plan.allocation, added=np.array([0.9972, 1.0, 0.0031]), ideal=np.ones(3))
    save_plan(replace(plan, allocation=allocation), tmp_path / "plan.xlsx")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        sheet = openpyxl.load_workbook(tmp_path / "plan.xlsx")["Summary"]
    looks = {cell.value: cell.number_format for row in sheet for cell in row if isinstance(cell.value, float | int)}
    assert looks[0.9972] == '[>=0.999999]0%;[>=0.995]"over 99%";0%'
    assert looks[1] == looks[0.9972]
    assert looks[0.0031] == '[=0]0%;[<0.005]"under 1%";0%'
    assert [text.percent(share) for share in (0.9972, 1.0, 0.0031)] == ["over 99%", "100%", "under 1%"]


def test_a_shortened_reason_keeps_what_it_begins_and_ends_with() -> None:
    quoted = "Your list says “moved in 2025; GC takes our calls”, so it gets no hours until somebody says otherwise."
    assert shortened(quoted) == quoted
    first = "Keeps about 75% of what today's hours bring without your time"
    then, last = "each of its first hours would bring about $210 of margin a year", "at most 10 accounts get time"
    assert shortened(f"{first}; {then}; {last}, and this is not among them.") == (
        f"{first}; {last}, and this is not among them."
    )
    short = "Each of its first hours would bring about £65 of margin a year; they do more elsewhere."
    assert shortened(short) == short


def test_hours_that_count_in_part_are_said_where_the_shares_differ_by_it(plan: Plan) -> None:
    told = dict.fromkeys(GROUPS, 0.0)
    for one in hours_by_service(plan):
        for group in one.groups:
            told[group] += one.hours / float(plan.allocation.hours.sum())
    differ = any(abs(told[group] - share) >= 0.02 for group, share in zip(GROUPS, reached(plan), strict=True))
    assert bool(served_note(plan)) is differ
