"""The three ways in which hours come back, and the command that holds them against the plan."""

import json
from pathlib import Path

import openpyxl
import pytest
from pydantic import TypeAdapter
from typer.testing import CliRunner

import planner
from planner.cli import app
from planner.export.quarter_document import QuarterDocument
from planner.quarter.track import quarter_plan, spent_so_far
from tests.readers.make import workbook

ROWS = [
    ["Account", "Relationship", "Owner", "Annual fee", "Chance"],
    ["Northvale Water", "client", "Ann Lee", 90_000, "90%"],
    ["Selwick Robotics", "prospect", "Bob Ray", 60_000, "50%"],
    ["Tollard Bank", "prospect", "Bob Ray", 40_000, "30%"],
]
SETTINGS = [["Setting", "Value"], ["plan_start", "2026-11-30"], ["hours", 60], ["max_accounts_per_person", 5]]
TIMESHEET = """Date,Client,Notes,Hours,First Name,Last Name
2026-12-01,Northvale Water,Board paper,3,Ann,Lee
2026-12-02,SELWICK ROBOTICS LTD,Pitch,4.5,Bob,Ray
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    source = tmp_path / "list.xlsx"
    source.write_bytes(workbook({"Clients": ROWS, "Settings": SETTINGS}))
    path = tmp_path / "plan.xlsx"
    planner.save_plan(planner.plan(planner.read_roster(source)), path)
    return path


def fill_in(path: Path, hours: dict[tuple[str, str], float]) -> None:
    """Type hours spent onto the pages of the people, as an owner does."""
    book = openpyxl.load_workbook(path)
    for (person, account), spent in hours.items():
        page = book[person]
        header = next(row for row in page.iter_rows() if row[0].value == "Account")
        column = next(cell.column for cell in header if cell.value == "Hours spent")
        row = next(row for row in page.iter_rows() if row[0].value == account)
        page.cell(row[0].row, column).value = spent
    book.save(path)


def track(*words: object) -> dict:
    done = CliRunner().invoke(app, ["track", *map(str, words), "--as-of", "2026-12-13", "--json"])
    assert done.exit_code == 0, done.output
    TypeAdapter(QuarterDocument).validate_python(json.loads(done.stdout))
    return json.loads(done.stdout)


def spent_on(document: dict) -> dict[str, float]:
    return {one["account"]: one["spent"] for one in document["accounts"] if one["spent"]}


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_pages_and_time_sheet_give_the_same_figures_for_the_same_hours(plan_file: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "harvest.csv"
    sheet.write_text(TIMESHEET)
    from_sheet = track(plan_file, sheet)
    fill_in(plan_file, {("Ann Lee", "Northvale Water"): 3, ("Bob Ray", "Selwick Robotics"): 4.5})
    from_pages = track(plan_file)
    assert spent_on(from_sheet) == spent_on(from_pages) == {"Northvale Water": 3, "Selwick Robotics": 4.5}
    for key in ("planned", "spent", "expected", "people", "groups"):
        assert from_sheet[key] == from_pages[key]


def test_a_time_sheet_read_again_over_the_kept_hours_counts_once(plan_file: Path, tmp_path: Path) -> None:
    sheet, kept = tmp_path / "harvest.csv", tmp_path / "tracked.xlsx"
    sheet.write_text(TIMESHEET)
    track(plan_file, sheet, "-o", kept)
    assert spent_on(track(kept)) == {"Northvale Water": 3, "Selwick Robotics": 4.5}
    sheet.write_text(TIMESHEET + "2026-12-08,Tollard Bank,Lunch,2,Bob,Ray\n")
    assert spent_on(track(kept, sheet)) == {"Northvale Water": 3, "Selwick Robotics": 4.5, "Tollard Bank": 2}


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_hours_on_the_pages_stay_on_the_pages_of_the_next_workbook(plan_file: Path, tmp_path: Path) -> None:
    fill_in(plan_file, {("Ann Lee", "Northvale Water"): 3})
    kept = tmp_path / "tracked.xlsx"
    track(plan_file, "-o", kept)
    roster = planner.read_roster(kept)
    assert [(one.person, one.hours) for one in roster.returned] == [("Ann Lee", 3)]
    assert spent_so_far(roster, ["Ann Lee", "Bob Ray"]).total == 3


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_workbook_has_the_quarter_on_a_sheet_with_a_chart(plan_file: Path, tmp_path: Path) -> None:
    sheet, kept = tmp_path / "harvest.csv", tmp_path / "tracked.xlsx"
    sheet.write_text(TIMESHEET)
    document = track(plan_file, sheet, "-o", kept)
    book = openpyxl.load_workbook(kept)
    page = book["Quarter"]
    assert page["A1"].value == document["headline"]
    assert page._charts
    texts = [cell.value for row in page.iter_rows() for cell in row]
    assert {"Northvale Water", "Ann Lee", "Builds strengths"} <= set(texts)


def test_a_name_that_is_not_sure_is_asked_about_and_then_counted(plan_file: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "toggl.csv"
    sheet.write_text("Client,Start date,Duration\nSelwick,2026-12-01,01:30:00\nLunch break,2026-12-01,01:00:00\n")
    asked = track(plan_file, sheet)
    assert [(one["name"], one["accounts"], one["hours"]) for one in asked["unsure"]] == [
        ("Selwick", ["Selwick Robotics"], 1.5)
    ]
    assert [one["name"] for one in asked["unknown"]] == ["Lunch break"]
    assert asked["spent"] == 0
    told = track(plan_file, sheet, "--account", "Selwick=Selwick Robotics")
    assert spent_on(told) == {"Selwick Robotics": 1.5}


def test_a_day_that_is_none_is_refused_in_a_sentence(plan_file: Path) -> None:
    done = CliRunner().invoke(app, ["track", str(plan_file), "--as-of", "tomorrow"])
    assert "is no day" in str(done.exception)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_rest_is_planned_again_by_what_the_pages_say(plan_file: Path, tmp_path: Path) -> None:
    fill_in(plan_file, {("Ann Lee", "Northvale Water"): 3})
    book = openpyxl.load_workbook(plan_file)
    page = book["Bob Ray"]
    header = next(row for row in page.iter_rows() if row[0].value == "Account")
    column = next(cell.column for cell in header if cell.value == "Why different")
    row = next(row for row in page.iter_rows() if row[0].value == "Selwick Robotics")
    page.cell(row[0].row, column).value = "not worth it: they chose another firm"
    book.save(plan_file)
    kept = tmp_path / "next.xlsx"
    document = track(plan_file, "--replan", "-o", kept)
    moves = {one["account"]: one for one in document["rest"]["moves"]}
    assert moves["Selwick Robotics"]["after"] == 0
    assert "they chose another firm" in moves["Selwick Robotics"]["why"]
    assert document["rest"]["hours_left"] == 57
    again = planner.read_roster(kept)
    assert planner.plan(again).allocation.hours[list(again.names).index("Selwick Robotics")] == 0


def test_the_quarter_counts_hours_for_each_group_as_the_plan_does() -> None:
    list_of_guesses = (
        "Account,Relationship,Fee,Notes\n"
        "Acme,client,90000,new area for us - would learn\nBrook,client,60000,\nDell Trust,prospect,40000,\n"
    )
    made = planner.plan(planner.read_roster(list_of_guesses.encode(), name="list.csv"), hours=100)
    planned = quarter_plan(made)
    assert made.allocation.hours.max() > made.settings.guess_hours
    assert (planned.counts.T @ planned.hours).tolist() == pytest.approx(made.allocation.counts.sum(axis=0).tolist())
