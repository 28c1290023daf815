"""Time sheets as five tools export them, by their documented columns."""

import datetime as dt
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.quarter.timesheets import read_timesheet

FILES = Path(__file__).parent / "files"
TOOLS = ("harvest", "toggl", "clockify", "clio", "bigtime")


def sheet_of(tool: str):
    return read_timesheet(FILES / f"{tool}.csv")


@pytest.mark.parametrize("tool", TOOLS)
def test_an_export_gives_its_entries(tool):
    first, second = sheet_of(tool).entries
    assert (first.hours, second.hours) == (1.5, 2.0)
    assert first.names[0] == "Northvale Water"
    assert first.person == "Marian Bostock"
    assert first.day == dt.date(2026, 12, 1)
    assert first.note == "Board paper"
    assert (first.billable, second.billable) == (False, True)


def test_an_expense_is_no_time_and_is_named():
    (issue,) = sheet_of("clio").issues
    assert "ExpenseEntry" in issue.message
    assert "row 3" in issue.message


def test_hours_that_cannot_be_read_are_named_and_not_counted():
    sheet = read_timesheet(b"Date,Client,Hours\n2026-12-01,Acme,a while\n2026-12-02,Acme,1\n", name="t.csv")
    assert sheet.hours == 1
    assert "a while" in sheet.issues[0].message


def test_seconds_of_a_clock_count():
    sheet = read_timesheet(b"Client,Duration\nAcme,00:44:59\n", name="t.csv")
    assert sheet.hours == pytest.approx(0.7497, abs=1e-4)


@pytest.mark.parametrize("hours", ["Stunden", "Heures", "Horas", "Uren", "Ore", "Timer"])
def test_hours_are_found_by_their_name_in_each_language(hours):
    assert read_timesheet(f"Client,{hours}\nAcme,1.5\n".encode(), name="t.csv").hours == 1.5


def test_a_file_without_hours_is_refused_in_a_sentence():
    with pytest.raises(InputError, match="no columns of hours"):
        read_timesheet(b"Client,Fee\nAcme,1000\n", name="list.csv")
