"""Titles that name whose rows follow, initials that read like nothing, and codes that a key explains by verbs."""

import numpy as np
import pytest

from planner.fields import Field
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.detection.test_first_lists import TODAY, relationships
from tests.readers.make import sheet_roster, workbook_roster

FIXED = Settings(plan_start=TODAY)


@pytest.mark.parametrize("label", ["Responsible partner:", "Account manager –", "Fee earner:", "Responsable:"])
def test_a_title_with_a_word_for_who_is_responsible_names_the_owner_of_the_rows_under_it(label):
    roster = sheet_roster(
        ["Client", "Work", "Billed 2025"],
        [f"{label} Anneke Dorling"],
        ["Bowcliffe Hotels", "visas", 22_000],
        ["Cragside Orchestra", "visas", 2_250],
        [f"{label} Joost Tay"],
        ["Jelley & Sons", "penalties", 7_000],
    )
    assert roster.text(Field.OWNER).tolist() == ["Anneke Dorling", "Anneke Dorling", "Joost Tay"]


def test_initials_that_read_like_nothing_are_those_of_whom_the_key_names():
    clients = [
        ["Client", "Fee a year", "Lead"],
        ["Bellhouse", 5_500, "GP"],
        ["Carnwath", 9_600, "NA"],
        ["Eastgate", 3_900, "WS"],
        ["Glenister", 1_850, "NA"],
    ]
    key = [["GP  Glyn Parfitt"], ["NA  Nadia Amrani"], ["WS  Will Sorrell"]]
    named = workbook_roster({"Clients": clients, "Read me": key}, settings=FIXED)
    assert named.text(Field.OWNER).tolist() == ["Glyn Parfitt", "Nadia Amrani", "Will Sorrell", "Nadia Amrani"]
    alone = workbook_roster({"Clients": clients}, settings=FIXED)
    assert alone.text(Field.OWNER).tolist() == ["GP", "", "WS", ""]


def test_codes_are_what_the_verbs_of_their_key_say():
    roster = sheet_roster(
        ["I = instructs us   T = trying to get in   W = points work our way but does not instruct"],
        [],
        ["Firm", "Code", "Fee"],
        ["Garrowby", "I", 74_500],
        ["Thackray", "I", 12_600],
        ["Quarmby", "T", 25_000],
        ["Bulmer", "T", 150_000],
        ["Hollis", "W", ""],
        settings=FIXED,
    )
    said = [Relationship.CLIENT] * 2 + [Relationship.PROSPECT] * 2 + [Relationship.REFERRAL_SOURCE]
    assert list(relationships(roster).values()) == said


def test_of_years_under_one_title_the_last_that_is_over_is_billed_and_the_likely_one_is_hoped_for():
    roster = sheet_roster(
        ["", "", "Our fees (£)", "Our fees (£)", "Our fees (£)", ""],
        ["Firm", "Town", "24/25", "25/26", "26/27 likely", "Odds"],
        ["Garrowby", "Leeds", 61_200, 74_500, "80k", ""],
        ["Ormerod", "Hull", 48_000, 44_300, "45k", ""],
        ["Kellaway", "York", 95_000, 118_000, "110k", ""],
        ["Quarmby", "Leeds", "", "", "25k", "50/50"],
        settings=FIXED,
    )
    fees = roster.number(Field.ANNUAL_FEE)
    assert fees[3] == 25_000
    assert np.isin(fees[:3], [74_500, 80_000, 44_300, 45_000, 118_000, 110_000]).all()


def test_old_clients_on_a_sheet_of_their_own_are_past_clients_and_no_old_list():
    clients = [
        ["Client", "Sector", "Fee a year", "Lead"],
        ["Bellhouse", "offices", 5_500, "Ann"],
        ["Dunraven", "hospital", 6_200, "Bob"],
        ["Foxglade", "hotels", 2_400, "Ann"],
    ]
    old = [
        ["Client", "Last job", "Year", "Dealt with by", "Why they stopped"],
        ["Silverknowe", "audit", 2024, "Ann", "closed down"],
        ["Uffington", "audit", 2023, "Bob", "cheaper firm"],
    ]
    roster = workbook_roster({"Clients": clients, "Old clients": old}, settings=FIXED)
    assert relationships(roster)["Uffington"] == "past client"
    assert roster.size == 5
