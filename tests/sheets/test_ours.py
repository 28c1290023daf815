"""A sheet that is only called like one of the plan's is left alone; what one of ours names wrongly is an issue."""

import pytest

from planner import plan
from tests.readers.make import workbook_roster

CLIENTS = [["Account", "Fee"], ["Acme", 1000], ["Beta", 2000], ["Gamma", 500]]


def read(name, rows):
    return workbook_roster({"Clients": CLIENTS, name: rows})


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Settings", [["fy_start", "2026-04-01"], ["logo", "crest.png"], ["office", "Bath"]]),
        ("Settings", [["Key", "Value"], ["theme", "dark"], ["printer", "2nd floor"]]),
        ("Rules", [["Rule", "Text"], [1, "Be kind"]]),
        ("Rules", [["Good", "Bad"], ["tea", "coffee"]]),
        ("Rules", [["Field", "Format"], ["Fee", "number"]]),
        ("Limits", [["What", "Amount"], ["Credit", 1000]]),
        ("Limits", [["Credit line", "Approved by"], [1000, "Ann"]]),
        ("LIMITS", [["Amount", "Approver"], [1000, "Ann"]]),
    ],
)
def test_a_firms_own_sheet_of_that_name_ends_no_plan_and_a_note_says_that_it_is_not_read(name, rows):
    roster = read(name, rows)
    said = [issue for issue in roster.issues if issue.code != "worked-out"]
    assert [(issue.code, issue.sheet, str(issue.severity)) for issue in said] == [("sheet-not-ours", name, "note")]
    assert f"“{name}” is not read as {name.lower()} of the plan" in said[0].message
    assert plan(roster, hours=20).allocation.hours.sum() > 0


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Team", [["Name", "Phone"], ["Ann", "123"]]),
        ("Ladder", [["Name", "Level"], ["Ann", 3]]),
        ("Fit", [["Size", "Waist"], ["M", 80]]),
        ("Fit", [["Size", "Weight"], ["M", 80]]),
        ("Overrides", [["Field", "Value"], ["x", 3]]),
        ("Scenarios", [["Name", "Sales"], ["Best", 3000]]),
    ],
)
def test_other_sheets_of_a_firm_end_no_plan_either(name, rows):
    assert plan(read(name, rows), hours=20).allocation.hours.sum() > 0


def test_a_sheet_without_any_header_of_its_name_is_told_and_an_empty_one_is_not():
    said = [issue.message for issue in read("Team", [["Initials", "Desk"], ["AL", 4]]).issues if issue.sheet == "Team"]
    assert said == [
        "The sheet “Team” is not read as team of the plan: none of its first rows has the header “name” or “person” "
        "or “who”."
    ]
    assert not [issue for issue in read("Team", [["Initials", "Desk"]]).issues if issue.sheet == "Team"]


def test_a_name_that_is_no_setting_is_an_issue_beside_the_nearest_one_and_the_others_are_used():
    roster = read("Settings", [["Setting", "Value"], ["weeks", 26], ["tolerence", 0.1], ["office", "Bath"]])
    unknown = [issue for issue in roster.issues if issue.code == "setting-unknown"]
    assert [(issue.cell, issue.value) for issue in unknown] == [("A3", "tolerence"), ("A4", "office")]
    assert unknown[0].message == "There is no setting called “tolerence”; the row is not used."
    assert unknown[0].fix == "Did you mean “tolerance”?"
    assert "Did you mean" not in unknown[1].fix
    assert plan(roster, hours=20).settings.weeks == 26


def test_a_sheet_with_nothing_but_a_misspelt_setting_is_ours():
    issue = read("Settings", [["Setting", "Value"], ["tolerence", 0.1]]).issues[0]
    assert (issue.code, issue.fix) == ("setting-unknown", "Did you mean “tolerance”?")
