"""Names that are struck through in a workbook are left out, or asked after where they are clients'."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font

import planner

ROWS = [
    ["Client", "Type", "Fee"],
    ["Northgate Foods", "client", 40_000],
    ["Tern Robotics", "prospect", 12_000],
    ["Alder Freight", "prospect", 9_000],
    ["Pilot Mills", "client", 7_000],
    ["Harbour Press", "client", 5_000],
]


def roster(*struck, strike=True):
    book = Workbook()
    sheet = book.active
    for row in ROWS:
        sheet.append(row)
    for cell in struck:
        sheet[cell].font = Font(strike=strike, bold=True)
    file = io.BytesIO()
    book.save(file)
    return planner.read_roster(file.getvalue(), name="list.xlsx")


def test_a_prospect_that_is_struck_through_gets_no_hours_and_a_client_is_asked_after():
    found = roster("A3", "A5")
    assert dict(found.left_out) == {1: "struck through"}
    (doubt,) = [issue.message for issue in found.issues if issue.code == "may-have-ended"]
    assert "Pilot Mills (“struck through”)" in doubt


def test_a_list_that_is_mostly_struck_through_is_no_list_of_what_has_ended():
    assert not roster("A2", "A3", "A4", "A5", "A6").left_out
    assert not roster("A3", strike=False).left_out
    assert not roster("C3").left_out


def test_a_strike_is_no_more_than_a_caution_where_a_remark_says_that_they_may_come_back():
    book = Workbook()
    for row in [
        ["Member", "Fee", "Status", "Notes"],
        ["Alder Mills", 900, "Active", ""],
        ["Birch Homes", 800, "Active", ""],
        ["Cedar Bank", 700, "Lapsed", "took it on themselves, may come back next year"],
        ["Damson Foods", 600, "Active", ""],
    ]:
        book.active.append(row)
    book.active["A4"].font = Font(strike=True)
    file = io.BytesIO()
    book.save(file)
    found = planner.read_roster(file.getvalue(), name="list.xlsx")
    assert not found.left_out
    assert [clue.account for clue in found.remarks if clue.caution == "Struck through"] == [2]
