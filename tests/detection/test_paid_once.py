"""What is paid once beside what is paid every month, steps that were not reached, and work done for somebody."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.standing.relationships import relationship_of, remarked_relationship
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import workbook_roster

FIXED = Settings(plan_start=TODAY)


def test_an_initial_fee_stands_in_only_where_nothing_is_paid_every_year():
    rows = [
        ["Client", "FUM £", "Initial fee", "Ongoing fee pa", "Segment", "Comments"],
        ["Mr & Mrs Ashe", 640_000, "", 3_200, "Gold", ""],
        ["Mrs Carr (widow)", 980_000, "", 4_900, "Gold", "refers friends"],
        ["Dr Bell", 210_000, "", 1_050, "Silver", ""],
        ["Dunne family", "", 6_000, "", "Prospect", "second meeting 3 Dec"],
    ]
    roster = workbook_roster({"Clients": rows}, settings=FIXED)
    assert fees(roster) == {"Mr & Mrs Ashe": 3_200, "Mrs Carr (widow)": 4_900, "Dr Bell": 1_050, "Dunne family": 6_000}
    assert relationships(roster)["Mrs Carr (widow)"] == "client"


def test_a_plan_by_the_month_stands_before_what_was_built_once_and_a_next_step_names_no_deal():
    rows = [
        ["Client", "Build fee", "Care plan £/m", "Status", "Next opp"],
        ["Bloom Florist", 2_400, 45, "ok", "shop add-on £1.5k"],
        ["Dane Joinery", 3_200, 20, "ok", "offer bigger plan"],
        ["Ember Yoga", 1_800, 30, "cancelled Aug", "-"],
        ["Fitch Legal", 8_500, "", "proposal 17/11", "decision wk 49"],
    ]
    roster = workbook_roster({"Clients": rows}, settings=FIXED)
    assert roster.source.grain is Grain.ACCOUNT
    assert fees(roster)["Bloom Florist"] == 540
    assert fees(roster)["Fitch Legal"] == 8_500
    assert relationships(roster)["Ember Yoga"] == "past client"


def test_a_no_under_won_is_a_deal_that_is_lost():
    day = dt.date(2026, 10, 2)
    rows = [
        ["Org", "1st call", "Meeting", "Proposal", "£", "Won?", "Comments"],
        ["Ayr Council", day, day, day, 12_000, "", ""],
        ["Bute Energy", day, day, "", 20_000, "", ""],
        ["Alloa Brewery", "", "", "", 9_000, "Y", ""],
        ["Dee Hotels", day, day, day, 15_000, "N", "price"],
    ]
    roster = workbook_roster({"CRM": rows}, settings=FIXED)
    assert {roster.names[account] for account in roster.left_out} == {"Dee Hotels"}
    stages = dict(zip(roster.names.tolist(), roster.text(Field.STAGE).tolist(), strict=True))
    assert stages["Ayr Council"] == "Proposal"


@pytest.mark.parametrize(
    ("text", "relationship"),
    [
        ("We do their audit for £31,500. They pay late but they pay.", "client"),
        ("we look after the two brothers", "client"),
        ("could do their audit one day", None),
    ],
)
def test_what_is_done_for_somebody_makes_a_client(text, relationship):
    assert remarked_relationship(text) == relationship


@pytest.mark.parametrize("text", ["cancelled Aug", "left May", "churned 8/26"])
def test_the_month_of_leaving(text):
    assert relationship_of(text) == "past client"


def test_money_for_jobs_beside_a_retainer_fills_its_gap_and_what_is_built_does_not():
    head = ["Client", "Retainer (pm)", "Project work 2026", "AM"]
    clients = [
        ["Hobson", "£2,500", "£6,000", "Fi"],
        ["Dr Skin", "£950", "£1,200", "Raj"],
        ["Tate", "-", "£4,400", "Raj"],
    ]
    assert fees(workbook_roster({"Clients": [head, *clients]}, settings=FIXED))["Tate"] == 4_400
    head = ["Client", "Fee", "Project value", "Stage"]
    built = [["Acme", 9_000, 200_000, "Quoted"], ["Belt", 8_000, 150_000, "Quoted"], ["Cord", "", 90_000, "Enquiry"]]
    assert np.isnan(fees(workbook_roster({"Jobs": [head, *built]}, settings=FIXED))["Cord"])
