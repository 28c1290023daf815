"""Logs of quotes, trackers of contracts and lists under titles, as small practices keep them."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.dates.dates import read_date
from planner.parsing.standing.titles import status_of_title
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import sheet_roster, workbook_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)
DAY = dt.datetime(2026, 9, 1)


def told(roster, name):
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


def quotes(header, numbers):
    return [
        [header, "Date in", "Enquiry from", "Job type", "Fee ex VAT", "By", "Where at", "Notes"],
        [numbers[0], DAY, "Dene Homes", "New build", 4850, "TW", "Won - on site", None],
        [numbers[1], DAY, "Loft Co", "Loft", 690, "KB", "Won - completed", None],
        [numbers[2], DAY, "Loft Co", "Loft", 690, "KB", "Won - completed", None],
        [numbers[3], DAY, "Harlan Build", "Fit-out", 1450, "KB", "Lost - price", None],
        [numbers[4], DAY, "Dene Homes", "New build", 2150, "TW", "Quoted", "50/50, may go elsewhere"],
        [numbers[5], DAY, "Tollgate Storage", "New build", "7,250", "TW", "Quoted", "decision Jan"],
        [numbers[6], DAY, "Loft Co", "Loft", 690, "KB", "Quoted", None],
    ]


def test_a_log_of_numbered_quotes_holds_deals_and_no_updates_of_one():
    roster = sheet_roster(*quotes("Q no", [f"26/0{i:02}" for i in range(1, 8)]), settings=FIXED)
    assert roster.deals is not None
    assert not any(issue.code in {"updates", "deal-twice"} for issue in roster.issues)
    assert told(roster, Field.RELATIONSHIP)["Loft Co"] == "client"
    assert np.isnat(roster.columns[Field.EXPECTED_DATE][roster.names == "Dene Homes"]).all()  # came in, is not due
    assert told(roster, Field.PROBABILITY)["Dene Homes"] == 0.5
    assert roster.columns[Field.EXPECTED_DATE][roster.names == "Tollgate Storage"][0] == np.datetime64("2027-01-31")


def test_rows_that_are_only_counted_are_updates_still():
    roster = sheet_roster(*quotes("No", range(1, 8)), settings=FIXED)
    assert any(issue.code == "updates" for issue in roster.issues)


def test_a_contract_column_of_money_is_the_fee_and_one_of_kinds_is_none():
    def rows(contracts):
        return [
            ["Name", "Status", "Lead", "Contract", "Start", "Ends"],
            ["Food Bank", "Active", "RJ", contracts[0], "2/1/2026", "1/31/2027"],
            ["Rural Fund", "Proposal in", "RJ", contracts[1], "1/15/2027", ""],
            ["State Univ", "Alum", "LK", contracts[2], "", "6/30/2025"],
            ["Housing Auth", "Proposal in", "LK", contracts[3], "", ""],
        ]

    roster = sheet_roster(*rows(["$12,500", "$60K", "", "$9,000"]), settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Rural Fund"] == 60_000
    assert told(roster, Field.RELATIONSHIP)["State Univ"] == "past client"
    days = dict(zip(roster.names.tolist(), roster.columns[Field.EXPECTED_DATE], strict=True))
    assert days["Rural Fund"] == np.datetime64("2027-01-15")
    assert days["Food Bank"] == np.datetime64("2027-01-31")  # when it may be renewed, not when it began
    kinds = sheet_roster(*rows(["Annual", "Rolling", "Signed", "Annual"]), settings=FIXED)
    assert Field.ANNUAL_FEE not in kinds.columns


def test_a_set_up_fee_is_no_fee_of_a_year_beside_one_of_every_month():
    sheet = [
        ["Business", "Quoted €/month", "Set up fee", "Likely?", "Start"],
        ["Mart Co-op", 520, 900, "70%", "1 Jan 27"],
        ["Oyster Farm", 110, 150, "50%", "Feb"],
        ["Nursing Home", 640, 1000, "30%", "April 27"],
    ]
    roster = workbook_roster({"Quotes": sheet}, settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Mart Co-op"] == 520 * 12
    assert not any(issue.code == "two-fees" for issue in roster.issues)
    alone = [[*row[:1], *row[2:]] for row in sheet]
    assert told(workbook_roster({"Quotes": alone}, settings=FIXED), Field.ANNUAL_FEE)["Mart Co-op"] == 900


TITLED = [
    ["Name", "Ph", "Jobs FY26", "$ FY26", "Comments"],
    ["Councils"],
    ["Cessnock Council", "4993 0100", 6, 22000, None],
    ["Dungog Shire", "4992 0100", 2, 4400, None],
    ["Designers - now and then"],
    ["Salt Studio", "4993 0107", 0, 0, "nothing this yr"],
    ["Like to get in with"],
    ["Huntlee Land", "0400 555 031", None, None, "estate stage 4"],
    ["Landcom", None, None, None, None],
    ["Haven't heard from"],
    ["Bulahdelah Motors", None, 1, 900, None],
    ["Do for free"],
    ["Wollombi volunteers", None, 1, 0, "hall assessment, never charge"],
]


def test_titles_say_whom_one_would_like_and_of_whom_nothing_is_heard():
    kinds = told(sheet_roster(*TITLED, settings=FIXED), Field.RELATIONSHIP)
    assert [kinds[name] for name in ("Dungog Shire", "Salt Studio", "Wollombi volunteers")] == ["client"] * 3
    assert {kinds[name] for name in ("Huntlee Land", "Landcom")} == {"prospect"}
    assert kinds["Bulahdelah Motors"] == "past client"


@pytest.mark.parametrize("title", ["Councils", "North team", "One-offs 2026 total", "Mid Jan"])
def test_titles_of_kinds_say_no_relationship(title):
    assert status_of_title(title).relationship in {None, Relationship.CLIENT if "One-off" in title else None}


def test_a_second_row_of_units_and_years_belongs_to_the_header():
    rows = [
        ["S.No", "Name of party", "Line", "Retainer", "Licence fees (Rs.)", None, "Handled", "Status"],
        [None, None, None, "Rs. p.m.", "2025-26", "2026-27 till date", None, None],
        [1, "Murugan Exports", "Garments", "25,000", 180000, 210000, "KR", "Regular"],
        [2, "Aavin Leathers", "Leather", "15,000", 95000, 60000, "KR", "Regular"],
        [3, "Bharat Seafoods", "Seafood", None, 250000, 175000, "VS", "Case to case"],
        [4, "Pallava Pharma", "Pharma", "30,000", None, None, "VS", "Proposal given"],
        [5, "Chola Chemicals", "Chemicals", None, 30000, 0, "VS", "Stopped"],
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Murugan Exports"] == 300_000
    assert told(roster, Field.ANNUAL_FEE)["Bharat Seafoods"] == 250_000
    kinds = told(roster, Field.RELATIONSHIP)
    assert (kinds["Bharat Seafoods"], kinds["Chola Chemicals"]) == ("client", "past client")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("after Pongal", dt.date(2027, 1, 23)),
        ("after Deepavali 2027", dt.date(2027, 11, 6)),
        ("after CNY", dt.date(2027, 2, 14)),
        ("before Hari Raya", dt.date(2027, 3, 5)),
    ],
)
def test_feasts_of_the_lunar_calendars_move(text, day):
    assert read_date(text, day_first=True, today=TODAY) == day


def test_a_name_written_like_one_is_no_title():
    assert status_of_title("Now And Then Antiques").relationship is None
    assert status_of_title("Designers - now and then").relationship is Relationship.CLIENT
