"""Hours that stand month by month under one title."""

import pytest

from planner.fields import Field
from tests.readers.make import codes, sheet_roster, workbook_roster

MONTHS = ["jan", "feb", "mar", "apr"]
HEAD = ["", "", "Hours planned 2027", "", "", ""]


def test_hours_of_months_are_hours_a_month_on_average():
    rows = [["Acme", 9000, 10, 20, 30, 20], ["Brook", 4000, 4, 4, "", 4], ["Crane", 700, "", "", "", ""]]
    roster = sheet_roster(HEAD, ["Client", "Fee", *MONTHS], *rows)
    hours = roster.number(Field.CURRENT_HOURS)
    assert hours[:2].tolist() == pytest.approx([60, 9])
    assert "hours-of-months" in codes(roster)
    assert "two-columns" not in codes(roster)


def test_months_in_which_nobody_has_hours_yet_do_not_count():
    rows = [["Acme", 9000, 10, 20, 30, ""], ["Brook", 4000, 4, 4, 4, ""]]
    roster = sheet_roster(HEAD, ["Client", "Fee", *MONTHS], *rows)
    assert roster.number(Field.CURRENT_HOURS).tolist() == pytest.approx([60, 12])


def test_the_total_of_some_months_is_no_account():
    rows = [["Acme", 10, 20, 30, 20, 9], ["Brook", 4, 4, 1, 4, 7], ["Total hours", 14, 24, 31, 24, ""]]
    roster = sheet_roster(["", "Hours 2027", "", "", "", ""], ["Client", *MONTHS, "Fee (k€)"], *rows)
    assert roster.names.tolist() == ["Acme", "Brook"]
    firm = sheet_roster(["Client", "Fee", "Hours"], ["Acme", 10, 2], ["Brook", 4, 1], ["Total Fitness", 900, 4])
    assert "Total Fitness" in firm.names.tolist()


def test_money_of_months_without_a_total_is_summed_and_asked_about():
    rows = [["Acme", "Ann", 400, 500, 650], ["Brook", "Cy", 1000, "", 2000], ["Crane", "Cy", "", "", ""]]
    roster = sheet_roster(["Client", "Owner", "Jan", "Feb", "Mar"], *rows)
    assert roster.number(Field.ANNUAL_FEE)[:2].tolist() == [1550, 3000]
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["client", "client"]
    assert "fees-of-months" in codes(roster)
    assert any(one.field is Field.ANNUAL_FEE for one in roster.questions)
    small = sheet_roster(["Client", "Jan", "Feb", "Mar"], ["Acme", 4, 5, 6], ["Brook", 1, 2, 2])
    assert not small.has(Field.ANNUAL_FEE)


FORECAST = [
    ["Client", "Owner", "Chance", "Fees 2027 (£k)", "", "", "Total 2027"],
    ["", "", "", "Oct", "Nov", "Dec", ""],
    ["Acme Homes", "Ann", 1, 4, 4, 6, 14],
    ["Brook Ltd", "Cy", 0.6, "", 6, 2, 8],
    ["Crane NHS", "Ann", "1 in 5", 1.5, "", 1.5, 3],
    ["Drew & Co", "Cy", 0.4, "", "", 9, 9],
    ["Total unweighted", "", "", 5.5, 10, 18.5, 40],
]


def test_the_fee_of_months_is_the_total_beside_them_in_their_unit():
    roster = sheet_roster(*FORECAST)
    assert roster.names.tolist() == ["Acme Homes", "Brook Ltd", "Crane NHS", "Drew & Co"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [14_000, 8_000, 3_000, 9_000]
    assert roster.number(Field.PROBABILITY).tolist() == [1, 0.6, 0.2, 0.4]
    assert roster.source.mapping[Field.ANNUAL_FEE].header == "Total 2027"
    assert "fees-of-months" in codes(roster)


def test_fees_of_months_without_a_total_are_summed_december_too():
    rows = [row[:6] for row in FORECAST[:-1]]
    roster = workbook_roster({"Plan": rows})
    assert roster.number(Field.ANNUAL_FEE).tolist() == [14_000, 8_000, 3_000, 9_000]
    assert "client" not in roster.text(Field.RELATIONSHIP).tolist()  # nothing was billed yet


def test_months_that_a_total_adds_up_are_no_rivals_of_it():
    rows = [["Acme", 400, 500, 650, 1550], ["Brook", 1000, "", 2000, 3000], ["Crane", "", 700, "", 700]]
    roster = sheet_roster(["Client", "Jan 27", "Feb 27", "Mar 27", "Total 2027"], *rows)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1550, 3000, 700]
    assert "fees-of-months" in codes(roster)
    assert "two-columns" not in codes(roster)
