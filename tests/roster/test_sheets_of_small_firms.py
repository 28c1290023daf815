"""Workbooks of small firms with a sheet for each kind of account, and what their headers of fees and people mean."""

import datetime as dt

import numpy as np
import pytest

from planner.detection.headers.periods import is_quarter
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.remarks.remarks import read_remark
from planner.settings import Settings
from tests.readers.make import codes, csv_roster, sheet_roster, workbook_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)
ACTIVE = [
    ["Organization", "Sector", "Partner", "Project", "Contract value", "End date", "Comments"],
    ["City of Moncton", "Municipal", "Elise", "Downtown plan", "$62,000", dt.datetime(2027, 5, 31), "good"],
    ["Nova Utilities", "Utility", "Hugh", "Consultation", "$48,500", dt.datetime(2027, 2, 28), "renewal talk"],
    ["Port of Fundy", "Transport", "Hugh", "Liaison", "$36,000", dt.datetime(2026, 12, 31), "new VP"],
]
WARM = [
    ["Organization", "Sector", "Partner", "What", "Est. $", "Odds", "When would it start", "Notes"],
    ["Town of Sackville", "Municipal", "Elise", "Visioning", "$22K", "high", "Feb", None],
    ["Halifax Transit", "Municipal", "Hugh", "Routes", "$70K", "50/50", "May 2027", "not done transit before"],
]
COLD = [["Organization", "Sector", "Partner", "Notes"], ["Potato Board", "Food", "Elise", "met at conf, nothing since"]]
FORMER = [
    ["Organization", "Sector", "Partner", "Last project", "Year", "Value", "Notes"],
    ["City of Fredericton", "Municipal", "Elise", "Transit plan", 2024, "$41,000", "ping in Jan"],
    ["Sable Gas", "Energy", "Hugh", "Liaison", 2022, "$55,000", "wound down"],
]


def told(roster, name):
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


def test_a_sheet_of_projects_that_end_is_one_of_clients_beside_those_of_warm_cold_and_former():
    """Ends of contracts that are still to come close no deal."""
    roster = workbook_roster({"ACTIVE": ACTIVE, "WARM": WARM, "COLD": COLD, "FORMER": FORMER}, settings=FIXED)
    kinds = told(roster, Field.RELATIONSHIP)
    assert [kinds[row[0]] for row in (*ACTIVE[1:], *WARM[1:])] == ["client"] * 3 + ["prospect"] * 2
    assert kinds["City of Fredericton"] == kinds["Sable Gas"] == "past client"
    assert kinds["Potato Board"] != "past client"
    assert told(roster, Field.EXPECTED_DATE)["Port of Fundy"] == dt.date(2026, 12, 31)


def test_contacts_most_of_whom_send_work_are_read_beside_the_clients():
    clients = [["Client", "Lead", "Fee", "Remarks"], *([f"Firm {i}", "Ann", 4000 + i, None] for i in range(4))]
    contacts = [
        ["Contact", "What for", "Lead", "Last coffee"],
        ["Marian Hobbs", "3 intros last yr", "Ann", dt.datetime(2026, 11, 5)],
        ["Raj Patel", "knows all the asset managers", "Ann", dt.datetime(2026, 10, 16)],
        ["Teo Lind", "fire jobs", "Ann", dt.datetime(2026, 9, 29)],
    ]
    kinds = told(workbook_roster({"Live": clients, "Contacts": contacts}, settings=FIXED), Field.RELATIONSHIP)
    assert {kinds[row[0]] for row in contacts[1:]} == {"referral source"}


def test_yes_and_no_stand_beside_words_in_a_column_of_clients():
    rows = [["Company", "Lead", "Client?", "Value"], ["Acre", "A", "Yes", 900], ["Brook", "B", "No", 800]]
    rows += [["Crag", "A", "Was", 700], ["Dell", "B", "Refers", None], ["Elm", "A", "Yes", 0]]
    roster = sheet_roster(*rows, settings=FIXED)
    assert list(told(roster, Field.RELATIONSHIP).values()) == [
        "client", "prospect", "past client", "referral source", "client",
    ]  # fmt: skip
    assert "relationship-unreadable" not in codes(roster)


BILLING = """Practice,Rep,Status,Rate,Avg mo. fee,Last check-in
Abilene Family,Dana,Live,5%,"$3,150",11/18/2026
Brazos Pain,Curt,Live,6%,"$2,900",11/4/2026
Katy Sleep,Dana,Termed,5%,"$1,000",5/29/2026
Tyler Heart,Dana,Demo done,3.75%,"$14,500",11/23/2026
"""


def test_a_rate_is_no_chance_and_a_fee_a_month_is_one_of_twelve():
    roster = csv_roster(BILLING, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE)[:2].tolist() == [37_800, 34_800]
    assert Field.PROBABILITY not in roster.columns or np.isnan(roster.number(Field.PROBABILITY)[:2]).all()
    assert told(roster, Field.RELATIONSHIP)["Katy Sleep"] == "past client"
    assert str(roster.date(Field.LAST_CONTACT)[0]) == "2026-11-18"


@pytest.mark.parametrize("header", ["Mo. fee", "Avg mo. fee", "Month fee", "Monthly fee"])
def test_months_before_fees(header):
    assert read_header(header).per in {"month", "mo"}


def test_the_director_owns_and_the_project_manager_does_the_work():
    rows = [["Client", "Dir", "PM", "Fee"]]
    rows += [[f"Firm {i}", ("AJ", "SP")[i % 2], ("Tess", "Omar", "Kim")[i % 3], 1000 + i] for i in range(8)]
    assert sheet_roster(*rows, settings=FIXED).text(Field.OWNER)[0] == "AJ"


def test_quarters_by_their_months_make_a_year():
    assert all(map(is_quarter, ("Jul-Sep 26", "Jan-Mar 27 f'cast", "Oct - Dec")))
    assert not any(map(is_quarter, ("Jan-Jun 26", "Mar", "Jul-Sep hours")))
    rows = [["Client", "Lead", "Jul-Sep 26", "Oct-Dec 26", "Jan-Mar 27 f'cast", "Apr-Jun 27 f'cast", "FY27 total"]]
    rows += [
        [f"Firm {i}", "AB"[i % 2] * 2, 22_000 + i, 18_500 + i, 20_000 + i, 20_000 - i, 80_500 + 2 * i] for i in range(5)
    ]
    assert sheet_roster(*rows, settings=FIXED).number(Field.ANNUAL_FEE)[0] == 80_500


def test_the_new_year_in_figures_is_a_day():
    (clue,) = (one for one in read_remark("start 1/1 if signed", TODAY) if one.date is not None)
    assert str(clue.date) == "2027-01-01"


STANDING = """Organisation,Where we're up to,What they'd spend (pa),Pot. start,Last F/up,Whose
Brightwell Housing,Current - monthly clinics,9600,,19/11/26,Jo
Coppice Software,Proposal with them,7000,Jan,24/11/26,Jo
Ames Benefits,Refers us,,,20/11/26,Jo
Harland Foods,"Quoted, gone quiet",4500,,03/09/26,Kim
North Fen Council,Tender going in 11 Dec,30000,April,21/11/26,Kim
"""


def test_where_things_stand_in_sentences_says_who_is_a_client():
    roster = csv_roster(STANDING, settings=FIXED)
    kinds = told(roster, Field.RELATIONSHIP)
    assert kinds["Brightwell Housing"] == "client"
    assert kinds["Ames Benefits"] == "referral source"
    assert {kinds["Coppice Software"], kinds["North Fen Council"]} <= {"", "prospect"}
    assert str(roster.date(Field.EXPECTED_DATE)[4]) == "2027-04-30"
    assert str(roster.date(Field.LAST_CONTACT)[0]) == "2026-11-19"


def test_a_value_of_the_year_with_a_chance_beside_it_is_no_bill_and_trainers_are_no_accounts():
    rows = [["Organisation", "Manager", "Value FY26-27", "Status", "Chances"]]
    rows += [["Anantha", "Sunil", 840_000, "Active", None], ["Bharat", "Asha", 336_000, "Active", None]]
    rows += [["Cauvery", "Asha", 300_000, "Proposal sent", "60%"], ["EastWest", "Sunil", 900_000, "Negotiation", "75%"]]
    trainers = [["Name", "Area", "Per day"], ["Geetha", "Leadership", 12_000], ["Mohan", "Safety", 9_000]]
    roster = workbook_roster({"Sheet1": rows, "Trainers": trainers}, settings=FIXED)
    assert told(roster, Field.RELATIONSHIP) == {
        "Anantha": "client", "Bharat": "client", "Cauvery": "prospect", "EastWest": "prospect",
    }  # fmt: skip


def test_half_of_what_is_normal_is_a_reduced_fee():
    assert {clue.family for clue in read_remark("half our normal rate", TODAY)} == {"free work"}
