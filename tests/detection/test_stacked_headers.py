"""Headers over two lines, and rows that look like headers inside a list."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.readers.make import codes, sheet_roster

YEARS = (
    ["Client", "Sector", "Partner", "Fees", None, None, "Notes"],
    [None, None, None, 2024, 2025, "2026 (forecast)", None],
    ["Acme Foods", "Food", "AB", 10_000, 12_000, 15_000, "steady"],
    ["Beta Steel", "Metal", "CD", 8_000, 9_000, 7_000, None],
    ["Cora Ltd", "Retail", "AB", None, None, 20_000, None],
)
PARTS = (
    ["Client", "Contract", None, "Time", "Notes"],
    [None, "Monthly fee (€)", "Ends", "h/week", None],
    ["Acme Foods", 1000, "31/03/2030", 2, "steady"],
    ["Beta Steel", 500, "30/06/2030", 1, None],
    ["Cora Ltd", 200, "30/09/2030", 1, None],
)


def test_a_header_whose_groups_are_named_a_line_above_their_columns_is_read_as_one():
    roster = sheet_roster(*PARTS)
    assert roster.names.tolist() == ["Acme Foods", "Beta Steel", "Cora Ltd"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [12_000, 6_000, 2_400]
    assert roster.number(Field.CURRENT_HOURS).tolist() == [26, 13, 13]


def test_years_as_numbers_under_a_group_of_fees_are_part_of_the_header():
    roster = sheet_roster(*YEARS)
    assert roster.names.tolist() == ["Acme Foods", "Beta Steel", "Cora Ltd"]
    assert roster.source.header_row == 2
    assert roster.number(Field.ANNUAL_FEE).tolist() == [15_000, 7_000, 20_000]


def test_a_title_right_under_a_header_is_no_part_of_it():
    roster = sheet_roster(["Name", "Fee", "Owner"], ["CLIENTS"], ["Acme", 1, "Ann"], ["Beta", 2, "Bob"])
    assert roster.source.header_row == 1
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client"]


def test_a_lone_text_above_a_repeated_header_is_a_title_whatever_it_ends_in():
    header = ["Name", "Lead", "Status", "Retainer / mth", "Notes"]
    roster = sheet_roster(
        header,
        ["Acme Dental", "Ann", "Active", 1000, "steady"],
        ["Beta Steel", "Bob", "Active", 2000, None],
        [],
        ["Referral partners"],
        header,
        ["Cora Accountants", "Ann", "Partner", None, "three introductions"],
        ["Delta Capital", "Bob", "Partner", None, "knows everyone"],
    )
    assert "Referral partners" not in roster.names
    assert roster.text(Field.RELATIONSHIP).tolist()[-2:] == ["referral source", "referral source"]


def test_a_small_table_of_introducers_under_its_own_header_is_read_as_such():
    roster = sheet_roster(
        ["Client", "Sector", "Lead", "Fee", "Chance", "Notes"],
        ["Acme Foods", "Food", "Ann", 10_000, None, "steady"],
        ["Beta Steel", "Metal", "Bob", 20_000, None, None],
        ["Cora Homes", "Building", "Ann", 5_000, "40%", "tender"],
        [],
        ["Referrals in"],
        ["From", "Where", "Lead", "How many"],
        ["Dora Vance", "Vance & Co", "Ann", 3],
        ["Emil Rusk", "Bank", "Bob", 1],
    )
    assert roster.names.tolist() == ["Acme Foods", "Beta Steel", "Cora Homes", "Dora Vance", "Emil Rusk"]
    assert roster.text(Field.RELATIONSHIP).tolist()[-2:] == ["referral source", "referral source"]
    assert roster.text(Field.OWNER).tolist()[-2:] == ["Ann", "Bob"]
    assert "second-list" in codes(roster)


def test_a_pipeline_over_the_current_clients_and_their_work_is_read_with_them():
    roster = sheet_roster(
        ["Prospect", "Contact", "Stage", "Est. fees ($)", "Close", "Prob.", "Lead", "Next step"],
        ["Acme Foods", "Kim Roe", "Verbal yes", 180_000, "Q1 2027", 0.9, "Ann", "letter to legal"],
        ["Beta Steel", None, "First call", 90_000, "Q2 2027", 0.2, "Bob", "send case study"],
        ["Cora Homes", "Jo Dale", "On hold", 70_000, "TBD", None, "Ann", None],
        ["Total pipeline", None, None, 340_000],
        [],
        ["CURRENT CLIENTS"],
        ["Client", "Engagement", "Fees 2026 ($)", "Lead", "Status", "Comments"],
        ["Delta Airparts", "Pricing", 155_500, "Bob", "On track", None],
        ["Emil Power", "Board retreat", 38_000, "Ann", "Done", None],
        ["Fenn Dental", "PMO", 64_000, "Ann", "On track", "wants more"],
        ["Gale Cosmetics", "Org design", 98_750, "Bob", "At risk", None],
        settings=Settings(plan_start=dt.date(2026, 11, 28)),
    )
    assert dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True)) == {
        "Acme Foods": "prospect", "Beta Steel": "prospect", "Cora Homes": "prospect", "Delta Airparts": "client",
        "Emil Power": "client", "Fenn Dental": "client", "Gale Cosmetics": "client",
    }  # fmt: skip
    fees = dict(zip(roster.names, roster.number(Field.ANNUAL_FEE), strict=True))
    assert (fees["Acme Foods"], fees["Emil Power"]) == (180_000, 38_000)


@pytest.mark.parametrize(
    ("prospects", "clients"),
    [
        (["Prospect", "Contact", "Stage", "Est. fees"], ["Client", "Engagement", "Fees FY26 ($)", "Lead"]),
        (["Target", "Sector", "Stage", "Fee"], ["Client", "Sector", "Fees", "Status"]),
    ],
)
@pytest.mark.parametrize("pipeline_first", [True, False])
def test_two_lists_without_titles_are_told_apart_by_their_headers(prospects, clients, pipeline_first):
    won = [["Acme Foods", "Pricing", 9_000, "Ann"], ["Beta Steel", "Audit", 8_000, "Bob"]]
    to_win = [["Cora Homes", "Kim Roe", "First call", 7_000], ["Delta Power", "Jo Dale", "Proposal out", 6_000]]
    blocks = [[prospects, *to_win], [clients, *won]]
    first, second = blocks if pipeline_first else reversed(blocks)
    roster = sheet_roster(*first, [], *second)
    assert sorted(roster.names) == ["Acme Foods", "Beta Steel", "Cora Homes", "Delta Power"]
    assert not np.isnan(roster.number(Field.ANNUAL_FEE)).any()


def test_a_table_above_the_list_that_is_not_read_is_told_of():
    figures = ["Sector", "Ann", "Bob", "Sum"], ["Food", 3, 4, 7], ["Metal", 1, 2, 3], ["Retail", 2, 2, 4]
    accounts = [[f"Firm {letter}", "Food", "Ann", 1000] for letter in "ABCDE"]
    roster = sheet_roster(*figures, [], ["Client", "Sector", "Partner", "Fee"], *accounts)
    assert roster.names.tolist() == [f"Firm {letter}" for letter in "ABCDE"]
    assert next(issue.cell for issue in roster.issues if issue.code == "rows-above") == "A1"


def test_lone_names_of_sectors_are_titles_where_the_list_begins_with_one():
    roster = sheet_roster(
        ["Who", "Dir", "Billed", "Odds", "What's going on"],
        ["Schools"],
        ["Pennant Academies", "TR", 18_400, None, "new hall"],
        ["Wrexley University", "TR", 41_250, "60%", "labs"],
        ["Residential"],
        ["Castlegate Homes", "MB", 63_900, None, "slow payer"],
        ["Tideway Living", "TR", None, "50%", "first of its kind"],
        ["Arts & leisure"],
        ["Marlpit Studios", "MB", None, "75%", "verbal yes"],
        ["Norwick Hall", "MB", 9_800, None, "half rates"],
    )
    assert roster.names.tolist() == [
        "Pennant Academies", "Wrexley University", "Castlegate Homes", "Tideway Living", "Marlpit Studios",
        "Norwick Hall",
    ]  # fmt: skip


def test_a_year_with_a_currency_is_a_header_and_the_list_under_it_is_told_from_one_below():
    roster = sheet_roster(
        ["Days 2026"],
        [None, None, "Days on site", None, "Money"],
        ["Company", "Sector", "Jan", "Feb", "2026 €", "Comments"],
        ["Acme Foods", "Food", 2, 2, 2_000, "steady"],
        ["Beta Steel", "Metal", 3, 1, 2_400, None],
        ["Cora Ltd", "Retail", 1, 1, 1_200, None],
        [],
        ["Talking to"],
        ["Company", "Sector", "Owner", "Worth p.a.", "Chance", "When will we hear", "Comments"],
        ["Delta Coaches", "Transport", "Ann", 6_000, "40%", "Jan", "met in May"],
        ["Echo Health", "Public", "Bob", 9_000, "60%", "Feb", None],
    )
    assert sorted(roster.names) == ["Acme Foods", "Beta Steel", "Cora Ltd", "Delta Coaches", "Echo Health"]
    fees = dict(zip(roster.names.tolist(), roster.number(Field.ANNUAL_FEE).tolist(), strict=True))
    assert fees["Beta Steel"] == 2_400
    assert fees["Echo Health"] == 9_000
    assert [row.row for row in roster.skipped] == [1, 8]
