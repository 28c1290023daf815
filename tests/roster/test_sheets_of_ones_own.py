"""Workbooks of those who work alone: a sheet for the round, those who might come, those who left, those who send."""

import datetime as dt

import numpy as np
import pytest

from planner.detection.headers.header_phrases import header_scores
from planner.facts.money.several_years import years_together
from planner.fields import Field
from planner.parsing.header_text import read_header
from planner.parsing.money.fee_remarks import says_free
from planner.parsing.standing.sheet_names import relationship_of_sheet
from planner.parsing.standing.titles import status_of_title
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import codes, csv_roster, workbook_roster

FIXED = Settings(plan_start=dt.date(2026, 11, 28))
CLIENT, PROSPECT = Relationship.CLIENT, Relationship.PROSPECT
PAST, SENDER = Relationship.PAST_CLIENT, Relationship.REFERRAL_SOURCE
ROUND = {
    "Round": [
        ["Yard", "Type of yard", "Area", "Horses", "£/horse", "Fee yr £", "Remarks"],
        ["Hatch Livery", "livery", "Teme", 31, 115, 3565, ""],
        ["Pugh Racing", "flat racing", "Clun", 54, 110, 5940, "pays on the nail"],
        ["Eardmore Stud", "stud", "Severn", 24, 100, 2400, ""],
    ],
    "Might come": [
        ["Yard", "Type of yard", "Area", "Horses", "Would pay £", "Odds"],
        ["Bitterwell Polo", "polo", "Clun", 26, 1300, "50/50"],
        ["Wickmoor Hunt", "hunt kennels", "Teme", 40, 2000, "1 in 4"],
    ],
    "Not any more": [["Yard", "Type of yard", "What happened"], ["Ashbatch", "livery", "sold up"]],
    "People who send me yards": [
        ["Name", "What they do", "Sent me (last 2 yrs)"],
        ["Bowdler Vets", "vets", 4],
        ["Tilda Rowe", "feed rep", 6],
        ["Garnett & Lisle", "saddlers", 3],
    ],
}


def test_a_sheet_for_each_kind_is_read_as_one_list():
    roster = workbook_roster(ROUND, settings=FIXED)
    related = roster.text(Field.RELATIONSHIP).tolist()
    assert related == [CLIENT] * 3 + [PROSPECT] * 2 + [PAST] + [SENDER] * 3
    assert roster.text(Field.INDUSTRY).tolist()[:4] == ["livery", "flat racing", "stud", "polo"]
    assert roster.text(Field.REGION).tolist()[:5] == ["Teme", "Clun", "Severn", "Clun", "Teme"]
    assert roster.number(Field.ANNUAL_FEE)[:5].tolist() == [3565, 5940, 2400, 1300, 2000]


def test_what_was_sent_in_two_years_is_half_of_it_a_year_and_told():
    roster = workbook_roster(ROUND, settings=FIXED)
    assert roster.number(Field.REFERRALS_PER_YEAR)[-3:].tolist() == [2, 3, 1.5]
    assert "fee-of-years" in codes(roster)


def test_jobs_on_a_sheet_of_those_who_send_work_are_referrals_and_elsewhere_orders():
    senders = [["Name", "Jobs sent 2026"], ["Ossoram Creative", 4], ["Peadar Lynskey", 2], ["Quirkley", 1]]
    sheets = {"Clients": [["Client", "Fee"], ["Acme", 900], ["Bolt", 800], ["Cove", 700]], "Friends & feeders": senders}
    roster = workbook_roster(sheets, settings=FIXED)
    assert np.nan_to_num(roster.number(Field.REFERRALS_PER_YEAR)).tolist() == [0, 0, 0, 4, 2, 1]
    orders = csv_roster("Client,Fee,Jobs sent 2026\nAcme,900,4\nBolt,800,2\nCove,700,1\n", settings=FIXED)
    assert Field.REFERRALS_PER_YEAR not in orders.columns


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Who recommend me", SENDER),
        ("Qui m'envoie du travail", SENDER),
        ("Chi mi manda", SENDER),
        ("I look after", CLIENT),
        ("Left me", PAST),
        ("Not any more", PAST),
        ("Could join", PROSPECT),
        ("Me", None),
        ("May", None),
    ],
)
def test_sheets_are_called_as_those_who_work_alone_speak(name, kind):
    assert relationship_of_sheet(name) is kind
    assert status_of_title(name).relationship is kind


@pytest.mark.parametrize("header", ["Type of farm", "Kind of school", "Tipo de finca", "Art des Betriebs"])
def test_a_word_for_kinds_names_types_of_whatever_the_accounts_are(header):
    assert header_scores(read_header(header))[Field.TYPE] >= 0.6


def test_an_area_beside_no_types_is_one_of_work_still():
    areas = "Acme,Oncology,900\nBolt,Devices,800\nCove,Vaccines,700\nDell,Oncology,600\n"
    assert csv_roster(f"Client,Area,Fee\n{areas}").source.mapping[Field.INDUSTRY].header == "Area"


@pytest.mark.parametrize(
    ("header", "years"),
    [
        ("Billed last 3 yrs", 3.0),
        ("Honorar letzte 2 Jahre", 2.0),
        ("Facturado últimos 3 años", 3.0),
        ("Avg fee last 3 yrs", 1.0),
        ("Fees p.a., last 3 years", 1.0),
        ("Billed last year", 1.0),
    ],
)
def test_a_header_may_speak_of_several_years_together(header, years):
    assert years_together(header, dt.date(2026, 11, 28)) == years


def test_free_work_for_a_client_makes_no_prospect_of_it():
    sheet = [
        ["Client", "Billed 2025", "Billed 2026", "Comments"],
        ["Acme", 9000, 8000, ""],
        ["Hospice", 0, 0, "pro bono donor survey once a year"],
        ["Bolt", 7000, 9500, ""],
    ]
    leads = [["Who", "Worth €", "%"], ["Dell", 5000, 0.4], ["Erne", 8000, 0.3], ["Fin", 9000, 0.1]]
    roster = workbook_roster({"Clients 2026": sheet, "In the hopper": leads}, settings=FIXED)
    assert roster.text(Field.RELATIONSHIP).tolist()[1] == CLIENT
    assert not says_free("pro bono request declined")
    assert not says_free("pro bono review if they ask")


def test_a_patch_is_what_accounts_do_unless_another_column_says_that():
    rows = "Acme,{}drinks,900\nBolt,{}retail,800\nCove,{}charity,700\n"
    assert csv_roster("Client,Patch,Fee\n" + rows.replace("{}", "")).source.mapping[Field.INDUSTRY].header == "Patch"
    places = rows.replace("drinks", "Tyne").replace("retail", "Wear").replace("charity", "Tees")
    typed = csv_roster("Client,Type of school,Patch,Fee\n" + places.replace("{}", "primary,"))
    assert typed.source.mapping[Field.REGION].header == "Patch"
