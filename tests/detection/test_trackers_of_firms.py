"""Mandates with their outcomes, stages in brackets behind names, years beside what is billed, fees nobody knows."""

import pytest

from planner.fields import Field
from planner.parsing.remarks.progress_in_remarks import chance_of_progress
from planner.parsing.remarks.remarks import read_remark
from planner.parsing.standing.kind_behind_name import kind_behind
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


def test_mandates_of_which_each_says_what_became_of_it_are_deals():
    roster = sheet_roster(
        ["Client", "Role", "Fee £k", "Status"],
        ["Arden Group", "CFO", 54, "Shortlist"],
        ["Arden Group", "HRD", 33.6, "Placed Sept"],
        ["Beacon", "CEO", 23.75, "Pitching 8 Dec"],
        ["Calder plc", "NED", 20, "Won, start Jan"],
        ["Dune Energy", "COO", 60, "Lost to Korn"],
        settings=FIXED,
    )
    assert roster.source.grain is Grain.OPPORTUNITY
    assert roster.size == 4


def test_who_was_billed_in_an_earlier_year_alone_was_a_client():
    roster = workbook_roster(
        {
            "Clients 2026": [
                ["Client", "Practice", "Billed YTD", "2025", "Notes"],
                ["Mercer Steel", "Labor", "$212,400", "$180,100", ""],
                ["Oakline Foods", "Corp", "$0", "$44,000", "deal closed 2025"],
                ["Pine County", "Public", "$61,750", "$59,000", ""],
            ]
        },
        settings=FIXED,
    )
    assert relationships(roster)["Oakline Foods"] == "past client"
    assert not roster.left_out


def test_money_under_a_word_that_nobody_knows_is_asked_about():
    rows = [["Client", "Manager", "ZQX"], ["Acme", "Jo", 4_200], ["Belt", "Jo", 18_500], ["Cord", "Phil", 9_200]]
    roster = workbook_roster({"Clients": rows}, settings=FIXED)
    question = next(one for one in roster.questions if one.field is Field.ANNUAL_FEE)
    assert question.text == "Is “ZQX” what they pay us in a year? It is not used until you say so."
    assert question.default == "ignore"


def test_the_gross_recurring_fee_of_an_accountant_is_the_fee():
    rows = [["Client", "Manager", "GRF"], ["Acme", "Jo", 4_200], ["Belt", "Jo", 18_500], ["Cord", "Phil", 9_200]]
    assert fees(workbook_roster({"Clients": rows}, settings=FIXED))["Belt"] == 18_500


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ewart (meeting 4/12)", ("Ewart", "meeting 4/12")),
        ("Dench Ltd (proposal)", ("Dench Ltd", "proposal")),
        ("Dench Ltd (Leeds)", None),
    ],
)
def test_how_far_a_sale_is_behind_a_name(text, parts):
    assert kind_behind(text) == parts


def test_work_that_is_closed_ends_nobody():
    assert not any(clue.leave_out for clue in read_remark("deal closed 2025", TODAY))
    assert any(clue.leave_out for clue in read_remark("closed 2025", TODAY))


@pytest.mark.parametrize("text", ["offre envoyée 20/11", "Angebot versandt 12.11.", "preventivo inviato"])
def test_offers_that_are_out_in_several_languages(text):
    assert chance_of_progress(text) == 0.4


def test_a_header_of_names_in_another_language_is_no_title_and_a_fee_a_month_is_one():
    rows = [
        ["Kund", "Uppdrag", "Arvode/mån", "Status"],
        ["Nordbygg AB", "Ekonomi", "18 000", "pågående"],
        ["Skogsbolaget", "Interim CFO", "95 000", "offert skickad 18/11"],
        ["Café Lyktan", "Löner", "2 400", "pågående"],
    ]
    roster = workbook_roster({"Kunder": rows}, settings=FIXED)
    assert fees(roster)["Nordbygg AB"] == 216_000
    assert relationships(roster)["Skogsbolaget"] == "prospect"


def test_instructions_of_earlier_years_make_a_past_client():
    rows = [
        ["Firm", "Instr. 2024", "Instr. 2026", "Fees 2026"],
        ["Booth Legal", 4, 12, "£86,400"],
        ["Carver Hill", 7, 0, "£0"],
        ["Dale & Moss", 0, 0, ""],
        ["Everett LLP", 2, 3, "£14,000"],
    ]
    roster = workbook_roster({"Solicitors": rows}, settings=FIXED)
    assert relationships(roster)["Carver Hill"] == "past client"


@pytest.mark.parametrize(
    ("text", "ready"),
    [
        ("les vence el plan en 2028, llamar entonces", False),
        ("renewal in 2028", False),
        ("renewal in March", True),
        ("renewal in 2027", True),
        ("signed in 2019, renewal in March", True),
    ],
)
def test_nobody_hires_now_for_what_is_years_ahead(text, ready):
    assert any(clue.family == "ready now" for clue in read_remark(text, TODAY)) is ready
