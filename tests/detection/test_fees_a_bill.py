"""Fees of one bill beside letters or words for how often it is sent, and what else stands in registers of members."""

import datetime as dt

from planner.fields import Field
from planner.reading import read_roster
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import codes, csv_roster, merged, workbook_roster

FIXED = Settings(plan_start=TODAY)
MEMBERS = [
    ["Member", "Fee (€)", "Billed", "Hrs incl. pm", "Status"],
    ["Alder Mills", 1_450, "M", 12, "Active"], ["Birch Homes", 2_400, "Q", 6, "Active"],
    ["Cedar Hospice", 1_200, "A", 2, "Active"], ["Damson Foods", 1_000, "A", 2, "Active"],
    ["Elm Logistics", 700, "M", 6, "Active"],
]  # fmt: skip


def test_letters_with_a_key_multiply_fees_that_a_line_calls_those_of_a_bill():
    key = "M = monthly, Q = quarterly, A = yearly. Fee is per bill, ex VAT."
    roster = workbook_roster({"Members": [[key], [], *MEMBERS, [], ["Income a year (€)", 34_600]]}, settings=FIXED)
    assert fees(roster) == {
        "Alder Mills": 17_400, "Birch Homes": 9_600, "Cedar Hospice": 1_200, "Damson Foods": 1_000,
        "Elm Logistics": 8_400,
    }  # fmt: skip
    assert Field.CURRENT_HOURS not in roster.columns  # those that the fee pays for
    assert any(question.field is Field.CURRENT_HOURS for question in roster.questions)


def test_fees_taken_for_those_of_a_year_beside_letters_are_told_and_asked_about():
    roster = workbook_roster({"Members": MEMBERS}, settings=FIXED)
    assert fees(roster)["Alder Mills"] == 1_450
    assert "fee-basis" in codes(roster)
    assert any(question.field is Field.ANNUAL_FEE for question in roster.questions)


def test_fees_that_grow_with_their_periods_are_those_of_a_bill():
    roster = csv_roster(
        "Mandant,Honorar,Abrechnung\nHolm,320,M\nVogt,1800,Q\nRabe,400,J\nImhof,450,M\nSauer,1200,Q\n", settings=FIXED
    )
    assert fees(roster) == {"Holm": 3_840, "Vogt": 7_200, "Rabe": 400, "Imhof": 5_400, "Sauer": 4_800}


def test_a_header_that_asks_what_or_when_says_it_of_the_title_above():
    day = dt.date(2026, 12, 9)
    rows = [
        ["", "", "Next action", "", "", "Fees £k", ""], ["Client", "Lead", "What", "Who", "When", "2025", "2026"],
        ["Alder Mills", "Kit", "send scope", "Kit", day, 20, 25], ["Birch Homes", "Pat", "lunch", "Pat", day, 40, 30],
    ]  # fmt: skip
    roster = read_roster(merged(rows, [(0, 2, 4), (0, 5, 6)]), name="list.xlsx", settings=FIXED)
    assert roster.text(Field.NEXT_STEP).tolist() == ["send scope", "lunch"]
    assert Field.NEXT_STEP_DATE in roster.columns
    assert Field.EXPECTED_DATE not in roster.columns
    assert roster.text(Field.OWNER).tolist() == ["Kit", "Pat"]


def test_a_client_that_its_own_status_calls_gone_is_a_past_one():
    roster = csv_roster(
        "Company,Lifecycle stage,Status,Fee\nAlder,Customer,Won,9000\nBirch,Customer,Churned,8000\nCedar,Lead,New,\n",
        settings=FIXED,
    )
    assert relationships(roster) == {"Alder": "client", "Birch": "past client", "Cedar": "prospect"}


def test_sheets_and_titles_say_who_are_clients_and_who_were():
    rows = [["Account", "Fees FY26 f/cast"], ["Alder Mills", 9_000], ["Birch Homes", 8_000]]
    assert set(relationships(workbook_roster({"Key accounts": rows}, settings=FIXED)).values()) == {"client"}
    rows = [
        ["Name", "Fee", "From"], ["ON NOW"], ["Alder Mills", 4_000, "Jo Pym"], ["Birch Homes", 3_000, "web"],
        ["OLD ONES"], ["Damson Foods", "", "web"], ["Elm School", "", "Jo Pym"],
    ]  # fmt: skip
    found = relationships(workbook_roster({"people": rows}, settings=FIXED))
    assert (found["Alder Mills"], found["Elm School"]) == ("client", "past client")


def test_cash_sales_and_columns_of_programs_are_known():
    roster = csv_roster(
        "Customer,Enterprise,District,Owned By,Last contacted time\nAlder Mills,Dairy,Gippsland,Kit,2026-11-03 18:10\n"
        "Birch Homes,Rice,Riverina,Pat,2026-10-01 09:00\nCash Sales,,,,\nCedar Farm,Rice,Gippsland,Kit,\n",
        settings=FIXED,
    )
    assert set(roster.names.tolist()) == {"Alder Mills", "Birch Homes", "Cedar Farm"}
    assert roster.text(Field.REGION).tolist() == ["Gippsland", "Riverina", "Gippsland"]
    assert roster.text(Field.INDUSTRY).tolist() == ["Dairy", "Rice", "Rice"]
    assert roster.text(Field.OWNER).tolist() == ["Kit", "Pat", "Kit"]
    assert Field.LAST_CONTACT in roster.columns
