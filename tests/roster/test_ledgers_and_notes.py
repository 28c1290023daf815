"""Ledgers of jobs, sums of units, notes under titles, and what stands beside them in lists of small firms."""

import datetime as dt

import numpy as np
import pytest

from planner.detection.rows.total_rows import is_total_row
from planner.facts.people.owners import owners_of_sections
from planner.fields import Field
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.titles import status_of_title
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import sheet_roster, workbook_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)
DAY = dt.datetime(2027, 1, 29)
PROJECTS = [
    ["Client", "Project", "Fee S$", "Inv'd to date", "Balance", "Stage", "PIC", "Target submission"],
    ["Orthowell", "Class C knee implant", 38000, 19000, 19000, "Dossier", "Wei Ling", DAY],
    ["Orthowell", "Change notification", 22000, 22000, 0, "Submitted", "Wei Ling", DAY],
    ["Nexa Imaging", "MRI coil", 64000, 32000, 32000, "Testing", "Wei Ling", DAY],
    ["Straits Dental", "Audit prep", 6000, 0, 6000, "Kick-off", "Farid", DAY],
]
PROPOSALS = [
    ["Company", "Scope", "Quote (S$)", "Prob", "PIC", "Sent", "Expected start"],
    ["Hanjin Medical", "Class C", 55000, 0.6, "Wei Ling", dt.datetime(2026, 11, 6), "mid Jan"],
    ["Aerosense", "Spirometer", 18000, 0.3, "Farid", dt.datetime(2026, 10, 22), "after CNY"],
    ["Mandai Biotech", "AI", 32000, 0.5, "Farid", dt.datetime(2026, 11, 18), "Mar 27"],
]
KIV = [["Who", "Why KIV"], ["Thai Gloves", "no entity yet"], ["InstaCare", "pre-seed"]]


def told(roster, name):
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


def test_projects_of_which_most_is_invoiced_are_clients_work_whatever_their_stages():
    roster = workbook_roster({"Projects": PROJECTS, "Proposals": PROPOSALS, "KIV": KIV}, settings=FIXED)
    kinds = told(roster, Field.RELATIONSHIP)
    assert {kinds[name] for name in ("Orthowell", "Nexa Imaging", "Straits Dental")} == {"client"}
    assert "client" not in {kinds[row[0]] for row in PROPOSALS[1:]}
    assert {"Hanjin Medical", "Thai Gloves"} <= set(roster.names.tolist())
    days = dict(zip(roster.names.tolist(), roster.columns[Field.EXPECTED_DATE], strict=True))
    assert np.isnat(days["Nexa Imaging"])  # a submission is the firm's own deadline
    assert days["Aerosense"] == np.datetime64("2027-02-14")


def test_projects_of_which_nothing_is_invoiced_and_that_have_stages_of_a_sale_are_still_to_be_won():
    rows = [PROJECTS[0], *([*row[:3], 0, row[2], "Proposal sent", *row[6:]] for row in PROJECTS[1:])]
    roster = workbook_roster({"Pipeline": rows}, settings=FIXED)
    assert "client" not in roster.columns.get(Field.RELATIONSHIP, np.array([])).tolist()


def workers(totals):
    return [
        ["Employer", "# workers", "Fee / worker", "Est. total", "Status", "RCIC", "Follow up"],
        ["Peel Machining", 5, "$3,500", totals[0], "Retainer signed", "HK", "15-Dec-26"],
        ["Trillium Care", 12, "$3,500", totals[1], "File open", "SG", "10-Jan-27"],
        ["Lakeshore Hotel", 8, "$3,500", totals[2], "Agreement sent", "SG", "08-Dec-26"],
        ["Zenith Robotics", 3, "$3,000", totals[3], "Consult booked", "SG", "03-Dec-26"],
        ["Simcoe Steel", 6, "$3,000", totals[4], "Closed - approved 2024", "HK", ""],
        ["Caledon Stables", 2, "", "", "Not eligible", "HK", ""],
    ]


def test_a_price_of_one_times_how_many_is_no_fee_beside_the_total():
    roster = sheet_roster(*workers([17500, 42000, 28000, 9000, 18000]), settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Trillium Care"] == 42_000
    kinds = told(roster, Field.RELATIONSHIP)
    assert (kinds["Trillium Care"], kinds["Simcoe Steel"]) == ("client", "past client")
    assert kinds["Lakeshore Hotel"] == "prospect"
    assert Field.NEXT_STEP not in roster.columns
    assert roster.columns[Field.NEXT_STEP_DATE][0] == np.datetime64("2026-12-15")


def test_amounts_that_are_no_product_stay_beside_the_fee():
    roster = sheet_roster(*workers([40000, 90000, 1000, 70000, 5500]), settings=FIXED)
    assert not any("times" in issue.message and "Est. total" in issue.message for issue in roster.issues)


FARMS = [
    ["Herd no.", "Name", "Adviser", "BISS €", "ACRES €", "TAMS €", "Total €", "Paid", "Notes"],
    ["T1201456", "Pat Ryan", "JF", 180, 650, None, 830, "y", None],
    ["T1305522", "Mairead Dwyer", "JF", 180, None, None, 180, "y", None],
    ["T1188730", "Noreen Hogan", "AB", 180, 650, 1200, 2030, "part", None],
    ["T1422019", "Glen Farm", "AB", 350, None, 1200, 1550, "n", "slow payer"],
    ["T1099123", "Jack Tynan", "JF", None, None, None, 0, None, "retired, was with us to 2025"],
]


def test_a_total_of_what_is_paid_is_the_fee_and_those_who_pay_are_clients():
    roster = sheet_roster(*FARMS, settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Noreen Hogan"] == 2030
    kinds = told(roster, Field.RELATIONSHIP)
    assert kinds["Glen Farm"] == "client"
    assert kinds["Jack Tynan"] == "past client"


def test_a_total_of_an_accounts_own_assets_is_no_fee():
    rows = [[*row[:7], row[8]] for row in FARMS]
    rows[0] = ["Ref", "Name", "Adviser", "Pension €", "ISA €", "Cash €", "Total €", "Notes"]
    mapping = sheet_roster(*rows, settings=FIXED).source.mapping
    assert Field.ANNUAL_FEE not in mapping or mapping[Field.ANNUAL_FEE].header != "Total €"


def test_a_total_in_lakhs_is_one_and_a_firm_with_a_figure_beside_it_is_none():
    names = ["Umiya Pumps", "Zydex Colours", "Akshar Hospital", "Total"]
    fees = ["75 k", "2.1 L", "1.8 L", "6.5 L"]
    headers = ["Client", "PO value"]
    assert is_total_row(["Total", "6.5 L"], 3, [names, fees], headers, after=False, sparse=True)
    assert not is_total_row(["Total Gas", "6.5 L"], 3, [[*names[:3], "Total Gas"], fees], headers, False, False)


@pytest.mark.parametrize(
    ("title", "kind"),
    [("ON THE GO", Relationship.CLIENT), ("MIGHT HAPPEN", Relationship.PROSPECT), ("MARIA HAPPE", None)],
)
def test_titles_of_what_goes_on_are_nobody(title, kind):
    assert status_of_title(title).relationship is kind


@pytest.mark.parametrize("title", ["NEW CLIENTS – LIKELY", "New clients (chasing)", "Neukunden – wahrscheinlich"])
def test_new_clients_who_are_only_likely_are_still_to_be_won(title):
    assert status_of_title(title).relationship is Relationship.PROSPECT
    assert status_of_title("New clients – 2026").relationship is Relationship.CLIENT


def test_sections_are_called_after_people_only_where_they_are_names():
    assert owners_of_sections(["ON THE GO", "MIGHT HAPPEN"]) is None
    assert owners_of_sections(["MARIA HAPPE", "ELENA MARSH"]).tolist() == ["Maria Happe", "Elena Marsh"]


def test_do_not_at_the_end_of_a_remark_ends_an_account():
    assert any(clue.leave_out for clue in read_remark("never paid!! don't", TODAY))
    assert not any(clue.leave_out for clue in read_remark("they don't rush", TODAY))
