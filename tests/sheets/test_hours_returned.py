"""A plan's workbook read again: its list sheet, hours spent and outcomes; never its planned hours."""

import datetime as dt
import io

import openpyxl
import pytest

from planner.errors import FileRefused
from planner.fields import Field
from planner.reading import read_roster
from tests.readers.make import codes, workbook, workbook_roster


def exported(**changes):
    sheets = {
        "Summary": [["Where the hours go"], ["Account", "Hours planned", "Fee"], ["Wrong", 99, 5]],
        "Plan": [["Account", "Hours planned", "Hours now", "Annual fee"], ["Acme", 30, 7, 1], ["Beta", 20, 7, 1]],
        "A. Chen": [
            ["A. Chen: 40 h"],
            ["Account", "Hours planned", "Next step", "Hours spent", "Outcome", "Why different"],
            ["Acme", 30, "Call", 12, "Signed", ""],
            ["Beta", 10, "", "", "", "their timing: 15 March"],
            ["Gone Ltd", 10, "", 3, "", ""],
        ],
        "B. Osei": [["Account", "Hours planned", "Hours spent", "Outcome"], ["acme", 5, "2h", "Met the board"]],
        "About": [["format", "client-portfolio-plan/1"], ["client list sheet", "Client list"]],
        "Client list": [["Account", "Fee", "Hours now"], ["Acme", 1000, 4], ["Beta", 2000, ""]],
    }
    return {**sheets, **changes}


def test_the_client_list_sheet_is_the_list_and_planned_hours_are_not_current_hours():
    roster = workbook_roster(exported())
    assert roster.source.sheet == "Client list"
    assert roster.number(Field.CURRENT_HOURS)[0] == 4
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000, 2000]


def test_hours_spent_and_outcome_come_back_from_the_pages_of_the_people():
    roster = workbook_roster(exported())
    assert roster.number(Field.HOURS_SPENT)[0] == 14
    assert roster.text(Field.OUTCOME).tolist() == ["Signed; Met the board", ""]
    assert codes(roster) == ["returned-account-unknown"]


def test_each_page_says_who_spent_the_hours_and_why_they_differ():
    roster = workbook_roster(exported())
    assert [(one.person, one.account, one.hours) for one in roster.returned if one.hours == one.hours] == [
        ("A. Chen", 0, 12), ("B. Osei", 0, 2),
    ]  # fmt: skip
    assert roster.text(Field.WHY_DIFFERENT).tolist() == ["", "their timing: 15 March"]


def test_a_workbook_of_a_newer_planner_is_refused():
    with pytest.raises(FileRefused, match="newer planner"):
        workbook_roster(exported(About=[["format", "client-portfolio-plan/3"], ["client list sheet", "Client list"]]))


@pytest.mark.parametrize("number", [1, 2])
def test_a_workbook_of_this_planner_or_an_older_one_is_read_as_its_client_list(number: int):
    about = [["format", f"client-portfolio-plan/{number}"], ["client list sheet", "Client list"]]
    assert workbook_roster(exported(About=about)).size > 0


def page(*hours):
    rows = [["Acme", "Call", cell, ""] for cell in hours]
    return exported(**{"A. Chen": [["A. Chen: 40 h"], ["Account", "Next step", "Hours spent", "Outcome"], *rows]})


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("lots", "“lots” is not a number of hours"),
        (-3, "“-3” is not a number of hours"),
        (dt.date(2026, 12, 1), "“2026-12-01” is not a number of hours"),
        (True, "“Yes” is not a number of hours"),
        (5000, "“5000” is more than the 2,184 hours that 13 weeks have"),
    ],
)
def test_hours_spent_that_cannot_be_counted_say_so_at_their_cell(written, told):
    roster = workbook_roster({**page(written), "B. Osei": [["Account"], ["Acme"]]})
    (issue,) = [one for one in roster.issues if one.sheet == "A. Chen"]
    assert (issue.cell, issue.code) == ("C3", "hours-unreadable")
    assert told in issue.message
    assert [one.hours for one in roster.returned if one.hours == one.hours] == []


@pytest.mark.parametrize(("written", "code"), [("=3+2", "formula-without-result"), ("#DIV/0!", "hours-unreadable")])
def test_hours_that_the_reader_leaves_empty_say_so_at_their_cell(written, code):
    book = openpyxl.load_workbook(io.BytesIO(workbook({**page(2), "B. Osei": [["Account"], ["Acme"]]})))
    book["A. Chen"]["C3"] = written
    content = io.BytesIO()
    book.save(content)
    roster = read_roster(content.getvalue(), name="list.xlsx")
    assert [(one.code, one.sheet, one.cell) for one in roster.issues if one.sheet == "A. Chen"] == [
        (code, "A. Chen", "C3")
    ]


def test_hours_beside_no_account_say_so():
    sheets = exported(**{"A. Chen": [["A. Chen: 40 h"], ["Account", "Hours planned", "Hours spent"], ["", 1, 9]]})
    (issue,) = [one for one in workbook_roster(sheets).issues if one.sheet == "A. Chen"]
    assert issue.message == "What is written here stands beside no account; it was not used."
