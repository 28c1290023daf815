"""Minutes of a meeting in a table, with numbered items and actions, are a list of accounts under titles."""

import datetime as dt

import numpy as np

import planner
from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import csv_roster, workbook

ROWS = [
    ["Business development meeting – 12 November 2026"],
    ["Present: Zara Whitmore (chair), Mei Sandoval"],
    [],
    ["Item", "Who", "Discussion", "Action", "By", "Due"],
    ["1", "KEY CLIENTS"],
    ["1.1", "Northgate Foods", "FY26 fees $310k. Panel renews in July.", "Lunch", "ZW", "4 Dec"],
    ["1.2", "Harbour Press", "FY26 fees $22k. Tells everyone about us.", "Dinner", "MS", "before Xmas"],
    ["1.3", "Oakfield Trust", "No fee, pro bono. Everyone wants to go on.", "Planting day", "MS", "6 Dec"],
    ["2", "PIPELINE"],
    ["2.1", "Tern Robotics", "Proposal in, $240k a year. 60%. They decide 18 December 2026.", "Call", "ZW", "10 Dec"],
    ["2.2", "Pilot Mills", "Shortlisted, $130k p.a., 1 in 3.", "Interview", "MS", "1 Dec"],
    ["3", "REFERRERS"],
    ["3.1", "Ruiz Delgado", "Nothing since 2024.", "Drop", "MS", ""],
    ["4", "AOB"],
    ["4.1", "Christmas party", "11 December, Mei to book.", "Book", "MS", ""],
]


def minutes():
    settings = Settings(plan_start=dt.date(2026, 11, 28))
    return planner.read_roster(workbook({"Nov 26": ROWS}), name="m.xlsx", settings=settings)


def test_titles_have_numbers_too_and_what_is_the_meetings_own_is_no_account():
    roster = minutes()
    assert roster.names.tolist() == [row[1] for row in ROWS[5:13] if "." in row[0]]
    kinds = ["client", "client", "client", "prospect", "prospect", "referral source"]
    assert roster.text(Field.RELATIONSHIP).tolist() == kinds
    assert [row.text for row in roster.skipped if row.row > 4] == [
        "KEY CLIENTS",
        "PIPELINE",
        "REFERRERS",
        "AOB",
        "Christmas party",
    ]


def test_money_and_chances_stand_in_the_discussion():
    roster = minutes()
    assert roster.number(Field.ANNUAL_FEE).tolist()[:5] == [310_000, 22_000, 0, 240_000, 130_000]
    assert roster.number(Field.PROBABILITY)[3:5].tolist() == [0.6, 1 / 3]


def test_the_day_of_an_action_is_not_that_of_a_decision():
    days = minutes().date(Field.EXPECTED_DATE)
    assert days[3] == np.datetime64("2026-12-18")
    assert np.isnat(days[4])


def test_rows_typed_to_try_a_program_are_no_accounts():
    """Exports of a CRM hold a company that somebody made up to see what happens."""
    roster = csv_roster(
        "Company,Fee\nAcme Ltd,5000\nTest Company,1\nTest Valley Council,3000\nTesting Labs Ltd,500\n"
        "Test deal – ignore,1\nGamma,900\n"
    )
    assert roster.names.tolist() == ["Acme Ltd", "Test Valley Council", "Testing Labs Ltd", "Gamma"]
    assert [one.text for one in roster.skipped] == ["Test Company", "Test deal – ignore"]
