"""Hours that stand month by month under one title."""

import pytest

from planner.fields import Field
from tests.readers.make import codes, sheet_roster

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
