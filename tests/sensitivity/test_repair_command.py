"""`planner plan --repair`: what contradicts itself is named, and planned with on request."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.cli import main

LIST = """Account,Relationship,Annual fee,Chance,Builds strengths,Locked hours
North Mill,client,50000,50%,4,30
East Works,prospect,40000,50%,5,
West Yard,prospect,30000,50%,3,
"""


@pytest.fixture
def listed(tmp_path: Path) -> str:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return str(path)


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["planner", *words])
    try:
        main()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_a_contradiction_ends_with_its_settings_cells_and_a_way_out(
    listed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "plan", listed, "--hours", "22") == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "North Mill is locked at 30 h" in said
    assert "F2" in said
    assert "lower to 22 h" in said
    assert "--repair" in said


def test_repair_plans_and_says_what_it_changed(
    listed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "plan", listed, "--hours", "22", "--repair", "--json") == 0
    said = capsys.readouterr()
    assert "lowered to 22 h" in " ".join(said.err.split())
    hours = {account["account"]: account["hours"] for account in json.loads(said.out)["accounts"]}
    assert hours["North Mill"] == 22
