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


def test_the_persons_of_one_company_are_one_account_with_the_remarks_on_each():
    roster = sheet_roster(
        ["Contact", "Company", "Title", "Email", "Notes"],
        ["Andrea Will", "Suns", "Director", "aw@suns.example", "new area for us, would learn"],
        ["Linda Nabb", "Suns", "VP Sales", "ln@suns.example", "refers us all the time"],
        ["Ben Gray", "Mavens", "CEO", "bg@mavens.example", ""],
    )
    assert roster.names.tolist() == ["Suns", "Mavens"]
    assert {clue.good for clue in roster.remarks if clue.account == 0} >= {"strengths", "referral"}
    assert "persons-together" in codes(roster)


def test_rows_of_one_company_with_fees_of_their_own_are_kept_apart():
    roster = sheet_roster(
        ["Contact", "Company", "Email", "Fee"], ["Andrea Will", "Suns", "aw@suns.example", 900],
        ["Linda Nabb", "Suns", "ln@suns.example", 500], ["Ben Gray", "Mavens", "bg@mavens.example", 700],
    )  # fmt: skip
    assert roster.size == 3


def test_a_list_of_renewals_names_each_client_once():
    rows = [["Company", "Renewal number", "Renewal year"]]
    rows += [[name, i, 2018 + i] for name in ("Tern Cement", "Vale Power", "Moor Shipping") for i in range(5)]
    roster = sheet_roster(*rows)
    assert roster.names.tolist() == ["Tern Cement", "Vale Power", "Moor Shipping"]
    assert "rows-alike" in codes(roster)
    rows = [["Company", "Fee"], *([name, 500] for name in ("Tern Cement", "Vale Power") for _ in range(6))]
    assert sheet_roster(*rows).size != 2
