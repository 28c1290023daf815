"""A history with one row an update keeps the latest row of each account."""

from __future__ import annotations

import datetime as dt

from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import codes, sheet_roster

TODAY = Settings(plan_start=dt.date(2026, 11, 28))
HEADER = ["Date", "Company", "Person", "Status", "Value", "Notes"]


def test_the_latest_row_of_each_account_counts_and_one_that_was_won_is_a_client():
    roster = sheet_roster(
        HEADER,
        ["2026-06-11", "Acme", "Jill", "Won", 24_000, "signed"], ["2026-02-01", "Birch", "Tom", "New", 60_000, ""],
        ["2026-09-15", "Birch", "Ann", "Meeting", 70_000, "went well"],
        ["2026-08-01", "Acme", "Jill", "Meeting", 9_000, "phase 2"],
        settings=TODAY,
    )  # fmt: skip
    assert roster.names.tolist() == ["Birch", "Acme"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [70_000, 9_000]
    assert roster.text(Field.OWNER).tolist() == ["Ann", "Jill"]
    assert roster.text(Field.RELATIONSHIP)[1] == "client"
    assert roster.rows.tolist() == [4, 5]
    assert "updates" in codes(roster)


def test_accounts_that_repeat_without_a_day_of_update_are_told_apart():
    roster = sheet_roster(["Company", "Status"], ["Acme", "New"], ["Acme", "Meeting"], ["Birch", "New"])
    assert roster.size == 3
    assert "account-twice" in codes(roster)
