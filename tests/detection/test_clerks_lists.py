"""Lists as clerks and account managers keep them: where each brief is at, keys with titles, budgets of a year ahead."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.parsing.dates.dates import parse_dates
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.legends import read_legend
from planner.parsing.standing.stages import chance_of_stage, outcome_of
from planner.settings import Settings
from tests.detection.test_first_lists import TODAY, relationships
from tests.readers.make import csv_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)
CLERKS = [
    ["Client (sols / direct)", "Counsel", "In hand", "Fee £", "Where at", "Clerk's notes"],
    ["Ainsworth Land Ltd", "PQ", "Appeal", "45,000", "Brief delivered", ""],
    ["Bellamy Rhodes LLP", "SM", "JR", 18000, "Instructed", "sends us juniors' work too"],
    ["Elsworth Estates", "TH", "Call-in", "25k", "fee quoted 12/11", ""],
    ["Fordham Vale DC", "PQ", "Appeal", 15000, "con booked 9 Dec", ""],
    ["Lacey Homes", "PQ", "Appeal", 22000, "lost - went to 3 New Court", ""],
    ["Morrow Planning", "SM", "", "", "introducer", ""],
    [],
    ["PQ = P. Quirke KC, SM = S. Mbeki, TH = T. Hale"],
]


def test_where_each_brief_is_at_and_whose_it_is():
    roster = workbook_roster({"Nov": CLERKS}, settings=FIXED)
    assert relationships(roster) == {
        "Ainsworth Land Ltd": "client", "Bellamy Rhodes LLP": "client", "Elsworth Estates": "prospect",
        "Fordham Vale DC": "prospect", "Lacey Homes": "prospect", "Morrow Planning": "referral source",
    }  # fmt: skip
    assert set(roster.text(Field.OWNER)) == {"P. Quirke KC", "S. Mbeki", "T. Hale"}
    assert roster.source.mapping[Field.STAGE].header == "Where at"


def test_an_initial_with_a_point_ends_no_meaning_of_a_key():
    assert read_legend([["PQ = P. Quirke KC, SM = S. Mbeki"]]) == {"pq": ("P. Quirke KC",), "sm": ("S. Mbeki",)}


def test_the_budget_of_the_year_ahead_counts_where_nothing_was_paid_yet():
    text = (
        "Client,Status,27-28 budget,26-27 forecast,25-26 actual\nAbbott,active,24000,22500,21800\n"
        "Barrow,active,15000,12000,4000\nEmbassy,tendering,30000,,\nIbex,quoted,12000,,\nKelso,active,9000,8800,8100\n"
    )
    roster = csv_roster(text, settings=FIXED)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [22500, 12000, 30000, 12000, 8800]
    assert "third-fee" in [issue.code for issue in roster.issues]


@pytest.mark.parametrize(("stage", "chance"), [("tendering", 0.4), ("trial", 0.4), ("spoke", 0.1)])
def test_statuses_of_somebody_who_is_being_won(stage, chance):
    assert chance_of_stage(stage) == chance
    assert chance_of_stage(f"{stage} Cycles Ltd") != chance or stage == "tendering"


def test_who_was_lost_touch_with_is_no_lost_deal():
    assert (outcome_of("lost contact"), outcome_of("lost touch"), outcome_of("lost to X")) == ("", "", "lost")


def test_a_day_in_figures_behind_what_happens_on_it():
    parsed = parse_dates(["bid in 18/12", "tender in 11/12", "panel 3/2"], day_first=True, today=TODAY)
    assert [str(day) for day in parsed.values] == ["2026-12-18", "2026-12-11", "2027-02-03"]


@pytest.mark.parametrize(
    ("remark", "family"),
    [("new denomination for us, 12 chapels", "new to us"), ("will not buy again this year", "resting")],
)
def test_more_of_what_partners_write(remark, family):
    assert family in {clue.family for clue in read_remark(remark, dt.date(2026, 11, 28))}


def test_poor_health_beside_an_account_that_turns_out_to_be_a_client():
    rows = [
        ["Account", "CSM", "ARR ($k)", "Health", "Renewal"],
        ["Aperture", "Dee", 84, "High", "Jan 2027"],
        ["Borealis", "Dee", 36, "Low", "3/31/27"],
        ["Cobble", "Luis", 120, "Med", "Aug 2027"],
        [],
        ["Prospect", "Owner", "Size ($k)", "Stage", "Close"],
        ["Ironbark", "Dee", 150, "Proposal", "Jan 2027"],
        ["Kelp", "Luis", 20, "Lead", ""],
    ]
    roster = workbook_roster({"Accounts": rows}, settings=FIXED)
    assert roster.text(Field.OWNER).tolist() == ["Dee", "Dee", "Luis", "Dee", "Luis"]
    (issue,) = [one for one in roster.issues if one.code == "client-at-risk"]
    assert issue.message.startswith("Borealis (")


def test_a_result_with_its_month_and_who_refers_but_is_no_client():
    text = (
        "Organization,Lead,Our fee,Likelihood,Decision,Result,Notes\n"
        'Abilene,Whit,"$48,000",,,WON 8/26,\nBluebonnet,Marta,"$7,500/mo",,,WON,\n'
        'Caddo,Whit,"$15,000",Med,Board vote 1/14,,\nDel Rio,Marta,"$9,000",High,12/18,,\n'
        'Frio,Marta,"$35,000",,,Lost - Orrick Group,\n'
        'Texas Fdn,Whit,,,,,"refers grantees to us, 4 last year; not a client"\n'
    )
    roster = csv_roster(text, settings=FIXED)
    assert relationships(roster) == {
        "Abilene": "client", "Bluebonnet": "client", "Caddo": "", "Del Rio": "", "Frio": "prospect",
        "Texas Fdn": "referral source",
    }  # fmt: skip
    assert str(roster.date(Field.EXPECTED_DATE)[2]) == "2027-01-14"


def test_clients_above_leads_by_the_month_and_notes_past_a_column_without_a_header():
    rows = [
        ["Josie"],
        ["Client", "Trade", "Monthly", "Software", "Yr end", "Happy?", "Since", "Notes"],
        ["Ashby Plumbing", "plumber", 180, "Xero", "Mar", ":)", 2019, ""],
        ["Bagel Barn", "cafe", 240, "QBO", "Dec", ":|", 2022, "thinks we are dear"],
        ["Cedar Yoga", "studio", 95, "Xero", "Mar", ":)", 2024, "sent us Drift Surf and two others"],
        ["Dunn Dental", "dentist", 450, "Xero", "Sep", ":(", 2020, "two late VAT returns"],
        [],
        ["LEADS"],
        ["Lead", "Trade", "Could be (pm)", "Source", "Status", "Follow up", "", "Notes"],
        ["Drift Surf", "retail", 150, "Cedar Yoga", "quote sent 20/11", "4 Dec", "", ""],
        ["Echo Vets", "vet", 600, "website", "had call, keen", "Jan", "", "first vet, stock control is new to us"],
        ["Kestrel Gym", "gym", 350, "Ashby", "signing Monday", "30 Nov", "", ""],
    ]
    roster = workbook_roster({"Josie": rows}, settings=FIXED)
    fees = dict(zip(roster.names.tolist(), roster.number(Field.ANNUAL_FEE).tolist(), strict=True))
    assert (fees["Ashby Plumbing"], fees["Echo Vets"]) == (2160, 7200)
    assert relationships(roster)["Cedar Yoga"] == "client"
    assert relationships(roster)["Kestrel Gym"] == "prospect"
    assert {clue.family for clue in roster.remarks} >= {"new to us", "sends work"}
