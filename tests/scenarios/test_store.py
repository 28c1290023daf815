from __future__ import annotations

from dataclasses import replace

import pytest

from planner.errors import SettingError
from planner.roster.setting_sheets import as_setting_sheet
from planner.scenarios.scenario import make_scenario
from planner.scenarios.store import SHEET, scenario_rows, scenarios_of
from planner.settings import make_settings
from tests.builders import small_roster


def _read(rows: list[list[object]]):
    return replace(small_roster(), sheets={SHEET: as_setting_sheet(SHEET, rows)})


def test_scenarios_read_back_as_they_were_written() -> None:
    given = (
        make_scenario("Give more", {"balance": "40/30/30"}),
        make_scenario("Two more partners", {"hours": 600.0, "max_accounts": None, "spare_hours": "leave open"}),
    )
    found = scenarios_of(_read(scenario_rows(given)))
    assert [s.name for s in found] == ["Give more", "Two more partners"]
    for before, after in zip(given, found, strict=True):
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
