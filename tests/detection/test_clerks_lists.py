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
