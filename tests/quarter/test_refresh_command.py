"""`planner refresh` as a user runs it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import planner
from planner.cli import app
from planner.fields import Field
from tests.readers.make import workbook

HEADER = ["Account", "Relationship", "Owner", "Annual fee", "Chance"]
LAST = [
    [*HEADER, "Locked hours"],
    ["Northvale Water", "client", "Ann Lee", 90_000, "90%", 12],
    ["Tern Robotics", "prospect", "Bob Ray", 60_000, "50%", ""],
    ["Tollard Bank", "prospect", "Bob Ray", 40_000, "30%", ""],
]
NEW = [
    HEADER,
    ["Northvale Water", "client", "Ann Lee", 95_000, "90%"],
    ["Tern Robotic Systems", "prospect", "Bob Ray", 60_000, "50%"],
    ["Fresh Foods", "prospect", "Bob Ray", 50_000, "40%"],
]
SETTINGS = [["Setting", "Value"], ["plan_start", "2026-11-30"], ["hours", 60]]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    source, plan, new = tmp_path / "list.xlsx", tmp_path / "plan.xlsx", tmp_path / "new.xlsx"
    source.write_bytes(workbook({"Clients": LAST, "Settings": SETTINGS}))
    planner.save_plan(planner.plan(planner.read_roster(source)), plan)
    new.write_bytes(workbook({"Clients": NEW}))
    return plan, new


def refresh(*words: object) -> str:
    done = CliRunner().invoke(app, ["refresh", *map(str, words)], env={"COLUMNS": "160"})
    assert done.exit_code == 0, done.output
    return done.output


def test_what_is_new_gone_renamed_and_changed_is_told(files: tuple[Path, Path]) -> None:
    said = refresh(*files)
    assert "New: Tern Robotic Systems, Fresh Foods" in said
    assert "Gone: Tern Robotics, Tollard Bank" in said
    assert "“Tern Robotics” is “Tern Robotic Systems” now?" in said
    assert "90,000" in said
    assert "95,000" in said


def test_the_new_plan_keeps_locks_and_settings(files: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "next.xlsx"
    refresh(*files, "--same", "Tern Robotics=Tern Robotic Systems", "-o", target)
    roster = planner.read_roster(target)
    made = planner.plan(roster)
    assert roster.number(Field.LOCK_HOURS)[list(roster.names).index("Northvale Water")] == 12
    assert made.settings.hours == 60
    assert str(made.settings.plan_start) == "2026-11-30"
