"""What page one of the workbook says, cell by cell."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import python_calamine

from planner.export import save_plan
from planner.result import Plan


def texts_of_summary(plan: Plan, folder: Path) -> list[str]:
    path = folder / "plan.xlsx"
    save_plan(plan, path)
    rows = python_calamine.load_workbook(str(path)).get_sheet_by_name("Summary").to_python()
    return [str(cell) for row in rows for cell in row if cell != ""]


def priced(plan: Plan, prices: list[float]) -> Plan:
    return replace(plan, explanation=replace(plan.explanation, price_per_hour=np.array(prices)))


def test_a_price_of_an_hour_below_zero_is_said_in_words(plan: Plan, tmp_path: Path) -> None:
    shown = texts_of_summary(priced(plan, [-178.0, 30.0]), tmp_path)
    assert shown.count("would not help at this balance") == 1
    assert not any("−" in text and "178" in text for text in shown)
    assert any(text.endswith("one more hour brings about $30") for text in shown)
    none = texts_of_summary(priced(plan, [-178.0, -30.0]), tmp_path)
    assert any(text.endswith("more hours would not help at this balance") for text in none)


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
    assert titles_of_charts(unknown, tmp_path) == {"Chosen and planned split of the hours", "Hours planned by account"}
