from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planner import plan, read_roster, save_plan
from planner.balance import Balance
from planner.detection.sheets.setting_sheets import as_setting_sheet
from planner.errors import SettingError
from planner.scenarios.scenario import Scenario, make_scenario
from planner.scenarios.scenario_sheet import SHEET, scenario_rows, scenarios_of
from planner.settings import SETTING_NAMES, make_settings
from sample_workbooks import sample_path
from tests.builders import small_roster


def _read(rows: list[list[object]]):
    return replace(small_roster(), sheets={SHEET: as_setting_sheet(SHEET, rows)})


EVERY: dict[str, object] = {
    "balance": Balance(others=1 / 3, strengths=1 / 3, you=1 / 3), "tolerance": "7.5%", "balance_weight": 2.5,
    "guess_hours": 4, "hours": 420.5, "weeks": 12,
    "plan_start": "2026-10-05", "currency": "€", "margin": 0.35, "hour_cost": 12.5, "discount_rate": 0.08,
    "horizon_months": 4, "referral_conversion": 0.25, "point_worth": 55.5, "spare_hours": "leave open",
    "smallest_block": 3, "hour_step": 1, "max_accounts": 22, "max_accounts_per_person": 9,
    "max_share_per_account": 0.15, "max_change": 120, "min_money": 50_000, "share_now": 0.2, "share_later": 0.1,
    "share_referral": 0.05, "min_prospect_share": 0.15, "balance_scope": "person", "fee_meaning": "a whole job",
    "solver": "HiGHS", "time_limit": 20, "max_file_mb": 60, "max_unzipped_mb": 400, "max_cells": 1_000_000,
}  # fmt: skip
"""Every setting with another value than its own."""
OFF = dict.fromkeys(("max_accounts", "max_change", "min_money", "share_now", "point_worth"))
GIVEN = (
    make_scenario("Every setting", EVERY),
    make_scenario("Off", {**OFF, "smallest_block": 0, "hour_step": 0}),
    make_scenario("Give more", {"balance": "40/30/30"}),
)


def test_scenarios_read_back_as_they_were_written() -> None:
    assert set(EVERY) == set(SETTING_NAMES)
    _same(scenarios_of(_read(scenario_rows(GIVEN))))


def test_scenarios_read_back_from_the_exported_workbook(tmp_path: Path) -> None:
    listed = read_roster(sample_path("solo_consultant"))
    sheet = as_setting_sheet(SHEET, scenario_rows(GIVEN))
    save_plan(plan(replace(listed, sheets={**listed.sheets, SHEET: sheet})), tmp_path / "plan.xlsx")
    _same(scenarios_of(read_roster(tmp_path / "plan.xlsx")))


def _same(found: tuple[Scenario, ...]) -> None:
    assert [s.name for s in found] == [s.name for s in GIVEN]
    for before, after in zip(GIVEN, found, strict=True):
        assert set(after.changes) == set(before.changes)
        assert make_settings(after.changes) == make_settings(before.changes)


def test_a_list_without_the_sheet_has_no_scenarios() -> None:
    assert scenarios_of(small_roster()) == ()


def test_figures_beside_the_settings_are_not_read() -> None:
    rows = [["scenario", "balance", "money to expect"], ["Give", "40/30/30", 12_000], ["This plan", "", 13_000]]
    (only,) = scenarios_of(_read(rows))
    assert dict(only.changes) == {"balance": "40/30/30"}


def test_a_cell_that_cannot_be_used_is_named() -> None:
    with pytest.raises(SettingError, match=r"Scenarios!B2: In the what-if “Give”"):
        scenarios_of(_read([["scenario", "balance"], ["Give", "40/30/40"]]))
