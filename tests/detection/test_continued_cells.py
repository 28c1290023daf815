"""Logs kept in rows of their own, lines of remarks, lists of what is paid by what, and starts in the past."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import codes, sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


def notes(roster):
    return dict(zip(roster.names.tolist(), roster.text(Field.NOTES).tolist(), strict=True))


def test_entries_of_a_log_go_to_the_account_above_them():
    roster = sheet_roster(
        ["Account", "Contact", "Value", "Status", "Log"],
        ["Redwood Health", "Kim", "40k", "Negotiating", "10/3 intro call"],
        ["", "", "", "", "10/20 sent proposal"],
        ["", "", "", "", "11/15 they want 10% off"],
        ["Blue Mesa Bank", "Juan", "25k", "Proposal", "11/12 sent"],
        ["", "", "", "", "11/24 no reply"],
        ["Tulsa Schools", "", "12k", "Client", "ongoing"],
        settings=FIXED,
    )
    assert notes(roster) == {
        "Redwood Health": "10/3 intro call; 10/20 sent proposal; 11/15 they want 10% off",
        "Blue Mesa Bank": "11/12 sent; 11/24 no reply",
        "Tulsa Schools": "ongoing",
    }
    assert "account-blank" not in codes(roster)


def test_names_alone_under_a_row_are_accounts_and_titles_are_titles():
    roster = sheet_roster(
        ["No", "Client", "Fee", "Notes"],
        [1, "Redwood Health", 40_000, "pays late"],
        ["", "Tern Robotics", "", ""],
        ["", "Alder Freight", "", ""],
        [2, "Blue Mesa Bank", 25_000, "met"],
        ["", "PROSPECTS", "", ""],
        [3, "Oakfield Care", 9_000, "met"],
        settings=FIXED,
    )
    assert {"Tern Robotics", "Alder Freight"} <= set(roster.names)


def test_the_first_of_some_lines_is_no_header():
    lines = [
        "People to see",
        "Carver Group - client, £30k, chase renewal Feb",
        "Delia Marsh (accountant) - sends us 2 a year",
        "Elm Housing - prospect, met Oct, maybe 15k",
        "Fosse Park - lost, price",
        "Glebe Trust - client, pro bono",
        "Hatton & Co - want them! no contact yet",
    ]
    roster = workbook_roster({"Sheet1": [[line] for line in lines]}, settings=FIXED)
    assert relationships(roster) == {
        "Carver Group": "client", "Delia Marsh (accountant)": "referral source", "Elm Housing": "prospect",
        "Fosse Park": "prospect", "Glebe Trust": "client", "Hatton & Co": "",
    }  # fmt: skip
    assert fees(roster)["Carver Group"] == 30_000
    assert fees(roster)["Elm Housing"] == 15_000


def test_years_in_which_work_began_are_no_days_to_come_and_what_a_price_is_per_counts():
    roster = workbook_roster(
        {
            "Sites": [
                ["Customer", "Price", "per", "Start"],
                ["Bay Dental", 185, "visit", "2024"],
                ["Mesa Law", 240, "week", "2025"],
                ["Oak Church", 150, "visit", "2023"],
                ["Rio Gym", 3_200, "month", "2022"],
            ]
        },
        settings=FIXED,
    )
    assert Field.EXPECTED_DATE not in roster.source.mapping
    known = {name: fee for name, fee in fees(roster).items() if not np.isnan(fee)}
    assert known == {"Mesa Law": 12_480, "Rio Gym": 38_400}
    said = next(issue.message for issue in roster.issues if issue.code == "fee-basis")
    assert "“visit” was read as no fee" in said


def test_days_that_are_sold_are_paid_whichever_were_used():
    roster = sheet_roster(
        ["Client", "Project", "Days sold", "Rate €", "Days used", "Status"],
        ["DG MARE", "Evaluation", 120, 820, 80, "running"],
        ["FAO", "Study", 45, 700, 45, "final report accepted"],
        ["Skåne", "Strategy", 30, 950, 0, "bid sub. 20 Nov (1 of 4)"],
        ["WWF", "Training", 8, 600, 0, "agreed, contract to come"],
        settings=FIXED,
    )
    assert fees(roster)["DG MARE"] == 98_400
    assert relationships(roster)["DG MARE"] == relationships(roster)["FAO"] == "client"
    assert not [question for question in roster.questions if "left aside as their own money" in question.text]


def test_clients_with_something_to_win_on_another_sheet_stand_once():
    roster = workbook_roster(
        {
            "Clients": [
                ["Client", "Retainer (pm)", "AM"],
                ["Hobson Ales", "£2,500", "Fi"],
                ["Grange Kitchens", "£1,800", "Fi"],
                ["Dr Skin", "£950", "Raj"],
            ],
            "Pipeline": [
                ["Company", "What", "Value", "Stage", "Prob.", "Expected", "AM"],
                ["Loxley Gin", "Rebrand", "£18k", "Proposal", "50%", "Jan", "Fi"],
                ["Hobson Ales", "Web build", "£12k", "Verbal", "80%", "Dec", "Fi"],
                ["Northern Rail", "SEO", "£24k", "RFP", "20%", "Mar", "Raj"],
            ],
        },
        settings=FIXED,
    )
    assert relationships(roster) == {
        "Loxley Gin": "", "Hobson Ales": "client", "Northern Rail": "", "Grange Kitchens": "client",
        "Dr Skin": "client",
    }  # fmt: skip
    assert "account-twice" not in codes(roster)
    assert roster.deals is not None
    assert roster.deals.size == 3


@pytest.mark.parametrize(
    ("situation", "relationship"),
    [("al día", "client"), ("debe 3 meses", "client"), ("presupuesto enviado 10/11", "prospect")],
)
def test_how_things_stand_with_a_lawyers_client(situation, relationship):
    roster = sheet_roster(
        ["Cliente", "Iguala mensual", "Situación", "Desde"],
        ["Talleres Roca", "350", "al día", dt.date(2020, 1, 1)],
        ["Grupo Ferrán", "1.200", "en trámite", dt.date(2021, 1, 1)],
        ["Hotel Mirador", "90", situation, dt.date(2022, 1, 1)],
        settings=FIXED,
    )
    assert relationships(roster)["Hotel Mirador"] == relationship


def test_a_fee_on_the_sheet_of_clients_is_read_and_not_worked_out():
    roster = workbook_roster(
        {
            "Clients": [["Client", "Retainer (pm)"], ["Hobson Ales", "£2,500"], ["Dr Skin", "£950"], ["Tate", "£500"]],
            "Pipeline": [
                ["Company", "Value", "Stage", "Prob."],
                ["Loxley Gin", "£18k", "Proposal", "50%"],
                ["Hobson Ales", "£12k", "Verbal", "80%"],
                ["Northern Rail", "£24k", "RFP", "20%"],
            ],
        },
        settings=FIXED,
    )
    origins = dict(zip(roster.names.tolist(), roster.sources[Field.ANNUAL_FEE].tolist(), strict=True))
    assert (origins["Dr Skin"], origins["Hobson Ales"]) == ("read", "read")
