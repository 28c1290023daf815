"""What page one of the workbook says, cell by cell."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import python_calamine

from planner.export import save_plan
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
