"""Days in figures that can be read in two ways: what else the list writes, or where it is kept, tells their order."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.remarks.days_in_remarks import day_in
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY
from tests.readers.make import codes, csv_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


def days(roster):
    return [None if np.isnat(day) else day.astype(object).isoformat() for day in roster.date(Field.EXPECTED_DATE)]


def dated(*cells, fee="Fee", name="Vale Homes"):
    rows = [["Client", fee, "Decision by"], *([f"{name} {i}", 9_000 + i, cell] for i, cell in enumerate(cells))]
    return workbook_roster({"Pipeline": rows}, settings=FIXED)


def test_a_list_in_pounds_begins_with_the_day_and_is_told_so():
    roster = dated("11/12/26", "March", "05/01/2027", fee="Fee £k")
    assert days(roster) == ["2026-12-11", "2027-03-31", "2027-01-05"]
    assert "date-order-assumed" in codes(roster)


def test_a_list_in_dollars_begins_with_the_month_unless_its_firms_are_elsewhere():
    assert days(dated("12/11/26", "02/03/2027", fee="Fee $k")) == ["2026-12-11", "2027-02-03"]
    assert days(dated("11/12/26", "02/03/2027", fee="Fee $k", name="Vale Homes Pty Ltd")) == [
        "2026-12-11",
        "2027-03-02",
    ]


def test_a_day_in_words_shows_the_order_and_nothing_is_assumed():
    roster = dated("11/12/26", "15 Jan", fee="Fee $")
    assert days(roster) == ["2026-12-11", "2027-01-15"]
    assert "date-order-assumed" not in codes(roster)


def test_a_remark_that_can_be_read_in_one_way_shows_the_order_of_the_others():
    text = "Client,Fee,Status,Notes\nAcme,9000,Prospect,sent 11/18\nBelt,8000,Prospect,decision by 12/4\n"
    assert days(csv_roster(text, settings=FIXED)) == [None, "2026-12-04"]


def test_a_month_with_its_year_shows_no_order():
    text = "Client,Fee,Status,Notes\nAcme,9000,Client,started 6/26\nBelt,8000,Prospect,decision by 12/4\n"
    assert days(csv_roster(text, settings=FIXED)) == [None, None]


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("decision 5/12", True, "2026-12-05"),
        ("decision 12/5", False, "2026-12-05"),
        ("decision 5/12", None, None),
        ("board meets 3/2", True, "2027-02-03"),
        ("decision 3/12/26", True, "2026-12-03"),
        ("3/4 of the fee agreed, decision soon", True, None),
        ("decision 8/10 likely", False, None),
        ("start 1/2", True, "2027-02-01"),
        ("decision was due 2/9", True, None),
        ("decision 22/11", None, None),
        ("support 24/7, decision open", True, None),
    ],
)  # fmt: skip
def test_days_in_figures_in_remarks(text, day_first, day):
    found = day_in(text, dt.date(2026, 11, 28), day_first)
    assert (None if found is None else found.astype(object).isoformat()) == day


def test_a_last_order_cannot_be_still_to_come():
    rows = [
        ["Company", "Last order", "Fee"],
        ["Apex", "12/10/26", 12_400],
        ["Cedar", "03/02/26", 5_400],
        ["Durie", "01/05/24", 800],
    ]
    roster = workbook_roster({"Contacts": rows}, settings=FIXED)
    won = [day.astype(object).isoformat() for day in roster.date(Field.WON_ON)]
    assert won == ["2026-10-12", "2026-02-03", "2024-05-01"]


def test_months_of_a_year_are_no_chances():
    rows = [
        ["Name", "T", "Value", "Last", "Next"],
        ["Fenner & Co", "C", 24_000, "11/26", "renew Mar"],
        ["Grove School", "C", 8_500, "9/26", ""],
        ["Hexham Mart", "P", 12_000, "10/26", "pitch 4 Dec"],
        ["Mabel & Sons", "C", 3_000, "11/26", ""],
    ]
    roster = workbook_roster({"Main": rows}, settings=FIXED)
    assert Field.PROBABILITY not in roster.source.mapping
