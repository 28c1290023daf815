"""Diaries of bookings, matters with nothing billed yet, sums of CRM reports, and what is paid by the word."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.standing.stages import outcome_of
from planner.settings import Settings
from planner.vocabulary import Grain
from tests.detection.test_first_lists import TODAY, relationships
from tests.detection.test_working_lists import fees
from tests.readers.make import codes, sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


def test_a_diary_of_bookings_is_a_list_of_deals():
    roster = sheet_roster(
        ["Date", "Client", "Course", "Fee", "Status"],
        [dt.date(2026, 1, 14), "Metro Rail", "First aid", 850, "Invoiced"],
        [dt.date(2026, 4, 22), "Metro Rail", "Manual handling", 700, "Paid"],
        [dt.date(2026, 9, 3), "Osprey Foods", "IOSH", 2_400, "Paid"],
        [dt.date(2026, 12, 9), "Osprey Foods", "IOSH", 2_400, "Booked"],
        [dt.date(2027, 2, 11), "Harlow Council", "Fire warden", 1_200, "Quoted"],
        ["tbc", "Metro Rail", "Refresher", 850, "Enquiry"],
        [dt.date(2026, 6, 30), "Crest Hotels", "Food hygiene", 900, "Cancelled"],
        settings=FIXED,
    )
    assert roster.source.grain is Grain.OPPORTUNITY
    assert relationships(roster) == {
        "Metro Rail": "client", "Osprey Foods": "client", "Harlow Council": "", "Crest Hotels": "",
    }  # fmt: skip
    assert "account-twice" not in codes(roster)


def test_accounts_that_stand_twice_with_words_for_what_they_are_stay_accounts():
    roster = sheet_roster(
        ["Client", "Fee", "Since", "Status"],
        ["Acme", 9_000, dt.date(2019, 1, 1), "Good"],
        ["Acme", 1_000, dt.date(2021, 1, 1), "Good"],
        ["Belt", 5_000, dt.date(2020, 1, 1), "Fine"],
        settings=FIXED,
    )
    assert roster.source.grain is Grain.ACCOUNT


def test_nothing_billed_yet_is_no_fee_of_nothing():
    roster = sheet_roster(
        ["Matter", "Client", "Opened", "Status", "Billed YTD £"],
        ["M-101", "Hale Bros", "03/02/26", "Active", 18_400],
        ["M-102", "Hale Bros", "10/05/26", "Closed", 2_100],
        ["M-104", "Tarn Ltd", "", "Prospective", 0],
        ["M-106", "Vine Care", "", "Conflict - declined", 0],
        settings=FIXED,
    )
    assert np.isnan(fees(roster)["Tarn Ltd"])
    assert {roster.names[account] for account in roster.left_out} == {"Vine Care"}


def test_what_a_report_of_a_crm_says_was_won_is_the_fee():
    roster = sheet_roster(
        ["Account Name", "Type", "Annual Revenue", "Open Opps", "Closed Won FY26"],
        ["Brightwater Plc", "Customer", "120,000,000", 1, "140,000"],
        ["Corvid Media", "Prospect", "8,500,000", 1, "0"],
        ["Elmet Housing", "Customer", "45,000,000", 0, "36,500"],
        settings=FIXED,
    )
    assert fees(roster)["Brightwater Plc"] == 140_000
    assert roster.source.mapping[Field.ANNUAL_FEE].header == "Closed Won FY26"


def test_a_rate_a_word_times_the_words_of_the_latest_year_is_the_fee():
    roster = workbook_roster(
        {
            "Clients": [
                ["Client", "Rate/word", "Words 2025", "Words 2026"],
                ["Lexmar", 0.14, 82_000, 95_000],
                ["Medico", 0.11, 40_000, 12_000],
                ["Banque Leman", 0.22, 15_000, 21_000],
            ]
        },
        settings=FIXED,
    )
    assert fees(roster) == {"Lexmar": 13_300, "Medico": 1_320, "Banque Leman": 4_620}


@pytest.mark.parametrize(
    ("stage", "outcome"),
    [
        ("Conflict - declined", "lost"),
        ("Proposal - rejected", "lost"),
        ("Proposal - accepted", "won"),
        ("Prospect - live", ""),
        ("Signed - declined", ""),
    ],
)
def test_an_outcome_behind_a_step(stage, outcome):
    assert outcome_of(stage) == outcome
