"""Boards whose groups repeat the header, and parties of Indian firms with amounts as they are written there."""

import datetime as dt

import numpy as np
import pytest

from planner.fields import Field
from planner.parsing.money.money import read_amount
from planner.parsing.standing.titles import status_of_title
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import csv_roster, sheet_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)
HEAD = "Name,People,Status,Amount,Odds,Close,Last updated,Text\n"
BOARD = (
    "Permitting board,,,,,,,\n\nActive permits,,,,,,,\n"
    + HEAD
    + 'Gulf Marina LLC,Dee,Working on it,"$18,500",,,11/18/2026,\n'
    + 'Port of Biloxi,Dee,Waiting on agency,"$64,000",,,11/20/2026,\n\nSales,,,,,,,\n'
    + HEAD
    + 'Hancock County,Walt,Proposal,"$42,000",35%,,11/12/2026,\n'
    + 'Coast Electric,Walt,Verbal OK,"$27,500",60%,1/20/2027,11/24/2026,\n\nDead,,,,,,,\n'
    + HEAD
    + 'Jourdan Homes,Dee,Lost,"$31,000",,,6/6/2026,\n'
)


def told(roster, name):
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


def test_a_header_over_each_group_is_no_value_of_its_column():
    roster = csv_roster(BOARD, settings=FIXED)
    days = dict(zip(roster.names.tolist(), roster.columns[Field.EXPECTED_DATE], strict=True))
    assert days["Coast Electric"] == np.datetime64("2027-01-20")
    assert Field.STAGE not in roster.source.mapping
    kinds = told(roster, Field.RELATIONSHIP)
    assert (kinds["Port of Biloxi"], kinds["Coast Electric"]) == ("client", "prospect")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Active permits", Relationship.CLIENT),
        ("Current files", Relationship.CLIENT),
        ("Sales", Relationship.PROSPECT),
        ("Active deals", None),
        ("Current quarter", None),
        ("Sales team", None),
    ],
)
def test_titles_of_what_goes_on_are_of_clients_unless_it_is_to_be_won(title, kind):
    assert status_of_title(title).relationship is kind


@pytest.mark.parametrize(
    ("text", "value"), [("85,000/-", 85_000), ("Rs 1,20,000 /-", 120_000), ("(500)", -500), ("-500", -500)]
)
def test_a_stroke_and_a_dash_behind_rupees_make_nothing_negative(text, value):
    assert read_amount(text, False).value == value


def test_parties_with_their_kinds_who_saw_them_and_how_often():
    rows = [
        ["SL", "PARTY", "KIND", "ASSIGNMENTS", "FEES 26-27", "SEEN BY", "REMARKS"],
        [1, "Canara Bank", "Panel client", 24, "2,40,000", "PJ", None],
        [2, "Mysore Mills", "Client", 2, "85,000/-", "PJ", None],
        [3, "Hubli Storage", "One time client", 1, "Rs 30000", "Latha", None],
        [4, "Karwar Port", "Enquiry - quoted", None, "1.75 lakh", "PJ", None],
        [5, "Adv. Kulkarni", "Reference giver", None, None, "PJ", "4 parties last year"],
        [6, "Sirsi Traders", "Old client", "nil", None, "Latha", None],
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Mysore Mills"] == 85_000
    assert told(roster, Field.OWNER)["Hubli Storage"] == "Latha"
    kinds = told(roster, Field.RELATIONSHIP)
    assert (kinds["Adv. Kulkarni"], kinds["Sirsi Traders"]) == ("referral source", "past client")
