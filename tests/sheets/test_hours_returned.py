"""A plan's workbook read again: its list sheet, hours spent and outcomes; never its planned hours."""

import pytest

from planner.errors import FileRefused
from planner.fields import Field
from tests.readers.make import codes, workbook_roster


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
