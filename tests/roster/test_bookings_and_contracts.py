"""Bookings with the days of events, ledgers beside instructions, contracts billed in part,
and sheets of consultants."""

import datetime as dt
import io

import numpy as np
import pytest
from xlsxwriter import Workbook

from planner import read_roster
from planner.fields import Field
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.relationships import remarked_relationship
from planner.parsing.standing.stages import outcome_of
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import sheet_roster, workbook_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)


def told(roster, name):
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


def homes(*rows):
    return [["Home / provider", "Beds", "What we do", "$ ex GST", "Where it's at", "Next audit", "Comments"], *rows]


KAZ = homes(
    ["Bluegum Lodge", 62, "mock audit", "14,500", "Doing", "Feb 27", "great"],
    ["Uniting Barossa", 210, "governance", 32000, "Doing", "May 27", None],
    ["Port Noarlunga Care", 48, "mock audit", "9,800", "Quoted 9/11", "March 27", None],
    ["tot", None, None, 56300],
)
PRUE = homes(
    ["Murray Mallee Health", 95, "rewrite", "26,500", "Doing", "Jun 27", None],
    ["Silver Fern Villages", 400, "framework", "55,000", "Tender - shortlisted", None, None],
    ["Whyalla Seniors", 88, "help", "12,000", "Quoted 24/11", "ASAP", None],
)
FREE = homes(["Resthaven Clare", 55, "?", None, "rang 19/11", None, "call back"])


def test_sheets_of_consultants_stand_beside_one_of_what_nobody_has_taken_on():
    roster = workbook_roster({"Kaz": KAZ, "Prue": PRUE, "Unallocated": FREE}, settings=FIXED)
    names = {row[0] for rows in (KAZ[1:-1], PRUE[1:], FREE[1:]) for row in rows}
    assert set(roster.names.tolist()) == names  # a month of an audit is no account, and `tot` is a total
    owners = told(roster, Field.OWNER)
    assert (owners["Bluegum Lodge"], owners["Whyalla Seniors"], owners["Resthaven Clare"]) == ("Kaz", "Prue", "")
    assert told(roster, Field.ANNUAL_FEE)["Port Noarlunga Care"] == 9800
    assert told(roster, Field.RELATIONSHIP)["Murray Mallee Health"] == "client"


INVOICES = [
    ["Inv no", "Date", "Instructing solicitor", "Claimant / ref", "What", "Net", "VAT", "Gross"],
    *(
        [2601 + i, dt.datetime(2026, 1 + i, 15), firm, case, "Report", 1450, 290, 1740]
        for i, (firm, case) in enumerate(
            [("Harcourt Bligh", "Evans v Co-op"), ("Fielding Rowe", "Patel"), ("Harcourt Bligh", "Lowe"),
             ("Tamar Law", "Penrose"), ("Fielding Rowe", "Okoro")]
        )
    ),
]  # fmt: skip
PENDING = [
    ["Firm", "Case", "Est. fee", "Where at", "Notes"],
    ["Harcourt Bligh", "Ahmed", "£1,600", "Letter due", None],
    ["Stone Quay Direct", "Fenn", "£1,450", "50/50", "new"],
    ["Bannister Law", "3 cases", "£2,400", "quoted", None],
]


def test_instructions_to_come_stand_beside_the_invoices_of_the_same_firms():
    roster = workbook_roster({"Invoices 2026": INVOICES, "Instructions pending": PENDING}, settings=FIXED)
    assert len(roster.names) == 5  # a claimant is no id of the firm that instructs
    assert told(roster, Field.ANNUAL_FEE)["Fielding Rowe"] == 2900
    kinds = told(roster, Field.RELATIONSHIP)
    assert kinds["Tamar Law"] == "client"
    assert kinds["Bannister Law"] != "client"


def test_a_sheet_of_instructions_for_use_is_none_of_the_list():
    roster = workbook_roster({"Invoices 2026": INVOICES, "Instructions": PENDING}, settings=FIXED)
    assert "Bannister Law" not in roster.names.tolist()


def contracts(billed, header="Billed"):
    return [
        ["Project", "Client", "PM", "Contract", header, "% Cmpl", "Status"],
        *(
            [f"Job {i}", f"Strata {i}", "DT", whole, part, 0.5, "Active"]
            for i, (whole, part) in enumerate(zip((48500, 96000, 22500, 31000), billed, strict=True))
        ),
    ]


def test_what_was_billed_of_a_contract_is_a_part_of_the_fee():
    roster = sheet_roster(*contracts([41200, 60000, 22500, 9000]), settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Strata 3"] == 31_000


def test_what_was_billed_last_year_is_no_part_of_a_contract():
    roster = sheet_roster(*contracts([41200, 60000, 22500, 9000], "Billed 2025"), settings=FIXED)
    assert not any(issue.code == "contract-billed" for issue in roster.issues)
    more = sheet_roster(*contracts([91200, 160000, 42500, 9000]), settings=FIXED)
    assert not any(issue.code == "contract-billed" for issue in more.issues)


def test_the_day_of_an_event_is_when_an_inquiry_would_be_hired():
    rows = [
        ["Organization", "Event", "Event date", "Fee", "Status", "Via", "Notes"],
        ["Hospital Assn", "Annual conf", "2/12/2026", "$12,500", "Done - paid", "repeat", None],
        ["Credit Unions", "Leadership day", "4/9/2026", "$10,000", "Done - invoiced", "Premier", None],
        ["Grain Dealers", "Convention", "9/17/2026", "$15,000", "Done - paid", "Premier", None],
        ["Energy Women", "Spring summit", "4/22/2027", "$7,500", "Inquiry", "LinkedIn", None],
        ["Bankers League", "Annual meeting", "6/9/2027", "$15,000", "Proposal sent", "Premier", "decides in January"],
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    days = dict(zip(roster.names.tolist(), roster.columns[Field.EXPECTED_DATE], strict=True))
    assert days["Energy Women"] == np.datetime64("2027-04-22")
    assert days["Bankers League"] == np.datetime64("2027-06-09")
    assert told(roster, Field.RELATIONSHIP)["Credit Unions"] == "client"


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [
        ("Done - paid", "won"),
        ("Won - on site", "won"),
        ("Live - proposal for more", ""),
        ("Declined - too dear", "lost"),
    ],
)
def test_what_stands_behind_a_dash_says_again_or_why(stage, outcome):
    assert outcome_of(stage) == outcome


def test_titles_merged_over_two_columns_have_the_row_below_for_their_parts():
    rows = [
        ["Sr.", "Company", "Fees (Rs.)", None, "Partner", "Status"],
        [None, None, "IC member p.a.", "Sessions 2026", None, None],
        [1, "Kaveri Textiles", 60000, 90000, "Meher", "Client"],
        [2, "Fintrust Broking", 75000, 60000, "Meher", "Client"],
        [3, "Parel Auto", None, 30000, "Rohan", "One time"],
        [4, "Bandra Studios", 40000, None, "Rohan", "Called once"],
    ]
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Master")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, ["" if cell is None else cell for cell in row])
        sheet.merge_range("C1:D1", "Fees (Rs.)")
    roster = read_roster(stream.getvalue(), name="list.xlsx", settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Parel Auto"] == 30_000
    assert told(roster, Field.RELATIONSHIP)["Parel Auto"] == "client"


@pytest.mark.parametrize(
    ("remark", "kind"),
    [
        ("used to do all their pitches, new owner", Relationship.PAST_CLIENT),
        ("tender in spring, never worked with them", Relationship.PROSPECT),
        ("wants to start in Feb, price not agreed", Relationship.PROSPECT),
        ("used to doing it in house", None),
    ],
)
def test_remarks_say_who_was_one_and_who_is_none_yet(remark, kind):
    assert remarked_relationship(remark) is kind


def test_a_share_is_no_number_of_referrals():
    clues = read_remark("25% commission. sends 5-6 a year", TODAY)
    assert [clue.referrals for clue in clues if clue.referrals] == [5.0]


def test_whom_one_met_somewhere_and_who_pays_nothing_is_a_prospect_beside_those_who_pay():
    rows = [
        ["Organisation", "€ this yr", "Notes"],
        ["Liffey Insurance", "6,400", "2 workshops a quarter"],
        ["Ardagh Partners", 11000, "met at a wedding, best client"],
        ["Moran Hotels", "1,950", "every year"],
        ["Trinity Spinouts", None, "met at the Guinness thing, said to send something"],
    ]
    kinds = told(sheet_roster(*rows, settings=FIXED), Field.RELATIONSHIP)
    assert kinds["Trinity Spinouts"] == "prospect"
    assert kinds["Ardagh Partners"] != "prospect"
