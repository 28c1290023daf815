"""Workbooks with clients on one sheet, the pipeline on another and those who left on a third."""

import datetime as dt

import pytest

from planner.fields import Field
from planner.parsing.standing.relationships import relationship_of
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import csv_roster, workbook_roster

MANAGED = [
    ["Client", "Vertical", "Seats", "MRR", "Comments"],
    ["Acme Dental", "Health", 20, 1000, "steady"],
    ["Beta Steel", "Metal", 40, 2000, None],
    ["Cora Foods", "Food", 60, 3000, "slow pay"],
]
PIPELINE = [
    ["Company", "Vertical", "MRR est.", "Stage", "Odds", "Notes"],
    ["Delta Homes", "Building", 1500, "Proposal sent", 0.6, "likes us"],
    ["Echo Vets", "Health", 900, "Discovery", 0.2, None],
    ["Fox Motors", "Retail", 700, "Lost", 0, None],
]
FORMER = [["Client", "Left", "Why"], ["Gull Farms", 2024, "price"], ["Hare Title", 2023, "went out of business"]]


def test_what_nothing_says_is_judged_sheet_by_sheet():
    roster = workbook_roster({"Managed": MANAGED, "Pipeline": PIPELINE})
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert {name for name, kind in kinds.items() if kind == "client"} == {"Acme Dental", "Beta Steel", "Cora Foods"}
    assert {name for name, kind in kinds.items() if kind == "prospect"} == {"Delta Homes", "Echo Vets", "Fox Motors"}
    assert any(issue.code == "worked-out" for issue in roster.issues)


def test_a_sheet_whose_name_says_what_its_accounts_are_goes_on_with_the_list_however_little_it_holds():
    roster = workbook_roster({"Managed": MANAGED, "Former": FORMER})
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Gull Farms"] == kinds["Hare Title"] == "past client"
    assert roster.names.tolist().index("Hare Title") in roster.left_out


def test_a_sheet_called_lost_rests_its_accounts():
    lost = [["Client", "Lost in", "To"], ["Gull Farms", 2025, "an online firm"], ["Hare Title", 2024, "a cousin"]]
    roster = workbook_roster({"Managed": MANAGED, "Lost": lost})
    assert {roster.names[i] for i in roster.left_out} == {"Gull Farms", "Hare Title"}


@pytest.mark.parametrize(
    ("sheet", "fee", "day", "kind"),
    [
        ("Lost", "Quote", "Decision due", "prospect"),
        ("Lost quotes", "Fee", "Expected", "prospect"),
        ("Verloren", "Angebot", "Entscheidung", "prospect"),
        ("Perdus", "€/mois", "échéance", "past client"),
        ("Lost", "Fee", "Renewal", "past client"),
    ],
)
def test_what_was_only_quoted_is_no_past_client_when_it_is_lost_long_after(sheet, fee, day, kind):
    lost = [
        ["Client", fee, day, "Why"],
        ["Gull Farms", 1200, dt.date(2024, 3, 1), "too dear"],
        ["Hare Title", 800, dt.date(2025, 2, 1), "no budget"],
    ]
    roster = workbook_roster({"Managed": MANAGED, sheet: lost}, settings=Settings(plan_start=dt.date(2026, 11, 28)))
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Gull Farms"] == kinds["Hare Title"] == kind
    assert {roster.names[i]: words for i, words in roster.left_out.items()} == {
        "Gull Farms": sheet,
        "Hare Title": sheet,
    }


def test_a_title_that_names_two_kinds_says_neither():
    assert relationship_of("Ofertas vivas y prescriptores") is None
    assert relationship_of("Referrals in") is Relationship.REFERRAL_SOURCE


def test_an_association_among_kinds_of_business_is_no_referrer():
    roster = csv_roster(
        "Client,Type,Fee\nHotel Aulnes,Hospitality,48000\nMaison Verdier,Retail,17000\nLe Refuge,Association,1500\n"
        "Clinic Eloi,Health,64000\n"
    )
    assert roster.text(Field.RELATIONSHIP).tolist()[2] != "referral source"
    assert roster.text(Field.INDUSTRY).tolist() == ["Hospitality", "Retail", "Association", "Health"]


def test_a_partner_among_prospects_is_a_referrer():
    roster = csv_roster("Client,Type,Fee\nHotel Aulnes,Prospect,48\nMaison Verdier,Partner,\nLe Refuge,Client,15\n")
    assert roster.text(Field.RELATIONSHIP).tolist() == ["prospect", "referral source", "client"]


def test_a_code_that_its_key_calls_dropped_is_no_client():
    roster = workbook_roster(
        {
            "Live": [
                ["E = existing  N = not yet  L = lapsed  X = drop"],
                ["Organisation", "E/N/L/X", "Fee", "Comment"],
                ["Acme Homes", "E", 64, None],
                ["Beta Trust", "N", 22, None],
                ["Cora Parks", "L", 35, "last job 2023"],
                ["Delta Works", "X", 15, None],
                ["Echo Town", "E", 30, None],
            ]
        }
    )
    kinds = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert kinds["Delta Works"] != "client"
    assert roster.names.tolist().index("Delta Works") in roster.left_out


KNOWN = [
    ["Who", "Sort", "What they do", "Lead"],
    ["Acme Dental", "client", "dentists", "MB"],
    ["Beta Steel", "client", "steel", "TS"],
    ["Moll & Co", "introducer", "solicitors", "TS"],
]
HOPED = [["Who", "Lead", "Fee", "Odds"], ["Delta Homes", "MB", 9000, 0.4], ["Echo Vets", "TS", 4000, 0.2]]


def test_known_accounts_without_fees_and_those_to_be_won_under_the_same_header_are_one_list():
    roster = workbook_roster({"Know": KNOWN, "Hope": HOPED})
    kinds = roster.text(Field.RELATIONSHIP).tolist()
    assert kinds == ["client", "client", "referral source", "prospect", "prospect"]


def test_names_that_nothing_says_are_known_stay_aside():
    others = [["Who", "What they do", "Lead"], ["Ann Lowe", "printer", "MB"], ["Piers Roth", "printer", "TS"]]
    assert workbook_roster({"Helpers": others, "Hope": HOPED}).names.tolist() == ["Delta Homes", "Echo Vets"]


def test_what_accounts_are_on_one_sheet_is_joined_with_their_stages_on_another():
    hoped = [*HOPED, ["Beta Steel", "TS", 7000, 0.5]]
    told = [["Who", "Sort", "Industry"], *([row[0], row[1], row[2]] for row in KNOWN[1:]),
            ["Delta Homes", "prospect", "housing"], ["Echo Vets", "prospect", "vets"]]  # fmt: skip
    roster = workbook_roster({"Register": told, "Pipeline": hoped})
    by_name = dict(zip(roster.names.tolist(), roster.text(Field.INDUSTRY).tolist(), strict=True))
    assert by_name["Delta Homes"] == "housing"
    assert set(by_name) == {"Acme Dental", "Beta Steel", "Moll & Co", "Delta Homes", "Echo Vets"}
    assert roster.number(Field.ANNUAL_FEE)[roster.names.tolist().index("Beta Steel")] == 7000
