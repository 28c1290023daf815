"""Codes that a key explains, counts of jobs, money in lakhs and forecasts, as partners of small firms write them."""

import datetime as dt

import numpy as np
import pytest

from planner.detection.columns.unit_above import unit_above
from planner.fields import Field
from planner.parsing.standing.relationship_columns import relationship_codes
from planner.parsing.standing.relationships import relationship_of
from planner.parsing.standing.statuses import with_states_of_codes
from planner.settings import Settings
from planner.vocabulary import Relationship
from tests.readers.make import sheet_roster, workbook_roster

TODAY = dt.date(2026, 11, 28)
FIXED = Settings(plan_start=TODAY)
DAY = dt.datetime(2026, 9, 1)


def told(roster, name):
    return dict(zip(roster.names.tolist(), roster.columns[name].tolist(), strict=True))


CASES = [
    ["Case", "Opened", "Client", "Sector", "What", "Fee agreed", "State", "Inv.", "Notes"],
    ["C-2601", DAY, "Northgate Trust", "Education", "Grievance", 6800, "C", "SL", "paid"],
    ["C-2604", DAY, "Vale Ambulance", "NHS", "Bullying", 9500, "R", "DM", None],
    ["C-2609", DAY, "Fenland Water", "Utility", "Whistleblowing", None, "X", "DM", "kept it in house"],
    ["C-2612", DAY, "Northgate Trust", "Education", "Appeal", 4200, "L", "SL", None],
    ["C-2614", DAY, "Optima Calls", "Private", "Harassment", 7500, "Q", "SL", None],
    ["C-2615", DAY, "Ashdown Uni", "Education", "Review", 12000, "Q", "DM", None],
    ["C-2616", DAY, "Borley Logistics", "Private", "Theft?", 5000, "E", "DM", None],
    [],
    ["Key: L = live, R = report stage, C = closed, Q = quoted, E = enquiry, X = lost"],
    [],
    ["Referrers"],
    ["Pemberton Law", "SL", "sends us 3 or 4 a year, also instructed us"],
]


def test_codes_of_states_are_read_by_their_key_and_initials_under_inv_are_owners():
    roster = sheet_roster(*CASES, settings=FIXED)
    assert roster.deals is not None
    kinds = roster.text(Field.RELATIONSHIP)
    told_of = dict(zip(roster.names.tolist(), kinds.tolist(), strict=True))
    assert (told_of["Northgate Trust"], told_of["Vale Ambulance"]) == ("client", "client")
    assert told_of["Optima Calls"] != "client"
    assert told(roster, Field.OWNER)["Ashdown Uni"] == "DM"
    assert not any("sends us" in name for name in roster.names)  # a sentence under another title is no account


def test_codes_that_no_key_explains_stay_as_they_are():
    cells = ["A", "B", "Q"]
    assert with_states_of_codes(cells, {"q": ("quoted",)}) is cells
    assert with_states_of_codes(["N", "S"], {"n": ("north",), "s": ("south",)}) == ["N", "S"]
    assert list(with_states_of_codes(["Q", "X"], {"q": ("quoted",), "x": ("lost",)})) == ["quoted", "lost"]


def funnel(line):
    return [
        [line],
        ["#", "Organisation", "E / N", "Value", "Prob %", "Order month", "KAM", "Stage"],
        [1, "Vistara Motors", "E", 18, 100, "won", "AK", "Executing"],
        [2, "Deccan Bank", "E", 25, 100, "won", "SM", "Executing"],
        [3, "Zenmed Labs", "N", 7.5, 75, "Jan 27", "AK", "Negotiation"],
        [4, "Godavari Cements", "N", 12, 50, "Dec 26", "SM", "Proposal"],
        [5, "Kisan Agro", "N", 5, 30, "Feb 27", "AK", "Proposal"],
    ]


def test_money_in_lakhs_existing_or_new_and_the_month_of_an_order():
    roster = sheet_roster(*funnel("Rs. in lakhs"), settings=FIXED)
    assert told(roster, Field.ANNUAL_FEE)["Zenmed Labs"] == 750_000
    assert told(roster, Field.RELATIONSHIP)["Deccan Bank"] == "client"
    days = dict(zip(roster.names.tolist(), roster.columns[Field.EXPECTED_DATE], strict=True))
    assert days["Godavari Cements"] == np.datetime64("2026-12-31")


def test_lakhs_in_a_sentence_are_no_unit():
    assert unit_above([["Revenue of our clients is over 40 lakhs"]]) is None
    assert unit_above([["Rs. in crores"]]).header.factor == 1e7


@pytest.mark.parametrize(("values", "header", "many"), [(("E", "N"), "E / N", 2), (("E", "N"), "Region", 0)])
def test_e_and_n_are_existing_and_new_only_where_the_header_says_so(values, header, many):
    assert len(relationship_codes(values, header)) == many


def test_whom_a_column_counts_no_jobs_of_is_no_client_beside_others():
    rows = [
        ["Name", "Type", "Jobs 2026", "€ 2026", "Notes"],
        ["Killala Homes", "Builder", 21, "€4,200", "scheme of 30"],
        ["Mayo Council", "Public", 93, "€18,600", None],
        ["Ballina Union", "Commercial", 1, "€1,250", None],
        ["Moy Auctioneers", "Agent", 22, 0, "sends every vendor to us"],
        ["Castlebar Property", "Agent", 0, 0, "gives our card to sellers"],
        ["Retrofit West", "Other", 0, None, "looking for assessors"],
    ]
    roster = sheet_roster(*rows, settings=FIXED)
    assert np.nanmax(roster.columns[Field.ANNUAL_FEE]) == 18_600
    assert told(roster, Field.ANNUAL_FEE)["Moy Auctioneers"] != 22  # so many jobs are no money
    kinds = told(roster, Field.RELATIONSHIP)
    assert kinds["Retrofit West"] == "prospect"
    assert kinds["Castlebar Property"] == "referral source"
    assert kinds["Mayo Council"] == "client"


def test_who_paid_before_and_is_forecast_without_a_chance_is_a_client_still():
    rows = [
        ["Client", "PD", "FY25 $", "FY26 $", "FY27 f'cast $", "Chance", "Comments"],
        ["Coal Moranbah", "GT", 165000, 182000, 210000, None, None],
        ["Basin Authority", "NP", 58000, 64000, 70000, None, None],
        ["Isaac Council", "NP", 9000, 12000, 15000, None, None],
        ["Landcare", "NP", 1500, 0, 2000, None, "half rates"],
        ["Arrow Gas", "GT", 88000, 0, 0, None, None],
        ["Cape Silica", "NP", 0, 0, 90000, "40%", "tender in Feb"],
    ]
    kinds = told(sheet_roster(*rows, settings=FIXED), Field.RELATIONSHIP)
    assert (kinds["Landcare"], kinds["Arrow Gas"], kinds["Cape Silica"]) == ("client", "past client", "prospect")


@pytest.mark.parametrize(
    ("text", "kind"),
    [("cancelled Aug", Relationship.PAST_CLIENT), ("left in May", Relationship.PAST_CLIENT), ("Mr. March", None)],
)
def test_a_month_behind_a_word_for_leaving_is_when(text, kind):
    assert relationship_of(text) is kind


def test_the_money_of_jobs_beside_retainers_is_money_still():
    rows = [
        ["Client", "Retainer pm £", "Jobs £"],
        ["Acme", 500, None],
        ["Beta", 700, None],
        ["Zed", None, 150],
        ["Yam", None, 90],
    ]
    assert told(sheet_roster(*rows, settings=FIXED), Field.ANNUAL_FEE)["Zed"] == 150


def test_codes_of_everything_are_explained_on_a_second_sheet():
    rows = [
        ["Code", "By", "Company", "Cat", "£ pa", "P", "Decide", "Seen"],
        ["RC", "T", "Haddowby Bakeries", "BK", "18.4k", "", "", dt.date(2026, 11, 4)],
        ["AH", "M", "Ribchase Creamery", "DY", 24000, "", "", dt.date(2026, 10, 21)],
        ["QT", "M", "Larkhall Loaves", "BK", 38000, "a", dt.date(2026, 12, 15), dt.date(2026, 11, 18)],
        ["QT", "T", "Summerbeck Ices", "DY", 12500, "c", "end Jan", dt.date(2026, 11, 3)],
        ["LV", "T", "Ormsley Biscuits", "BK", "", "", "", dt.date(2025, 3, 5)],
        ["IN", "M", "Whitrow Insurance", "AD", "", "", "", dt.date(2026, 11, 12)],
    ]
    key = [
        ["RC", "client on a retained contract"],
        ["AH", "client, ad hoc (had work in the last 12 months)"],
        ["QT", "quoted, not ours yet"],
        ["LV", "was a client, left us"],
        ["IN", "introducer"],
        ["a", "75%"],
        ["c", 0.1],
        ["BK", "bakery"],
        ["DY", "dairy"],
        ["AD", "adviser"],
        ["T", "Tess Ormerod"],
        ["M", "Malc Dunning"],
    ]
    roster = workbook_roster({"The list": rows, "Codes": key}, settings=FIXED)
    related = roster.text(Field.RELATIONSHIP).tolist()
    assert related == ["client", "client", "prospect", "prospect", "past client", "referral source"]
    assert roster.text(Field.INDUSTRY).tolist() == ["bakery", "dairy", "bakery", "dairy", "bakery", "adviser"]
    assert roster.number(Field.PROBABILITY)[2:4].tolist() == [0.75, 0.1]
    assert str(roster.date(Field.LAST_CONTACT)[0]) == "2026-11-04"


@pytest.mark.parametrize(
    "people",
    [
        [["Wie", "Naam voluit"], ["FB", "Floor Brinksma"], ["WK", "Wietse Kooistra"]],
        [["Qui", "Sigle"], ["Floor Brinksma", "FB"], ["Wietse Kooistra", "WK"]],
    ],
)
def test_a_sheet_that_spells_initials_out_names_the_owners_and_no_accounts(people):
    clients = [
        ["Opdrachtgever", "Wie", "Honorarium p.j. (€)"],
        ["Gemeente Oudemeer", "FB", 64000],
        ["Landgoed De Wielewaal", "WK", 28500],
        ["Waterschap Eemvliet", "FB", 39000],
    ]
    roster = workbook_roster({"Klanten": clients, "Afkortingen": people})
    assert told(roster, Field.OWNER) == {
        "Gemeente Oudemeer": "Floor Brinksma",
        "Landgoed De Wielewaal": "Wietse Kooistra",
        "Waterschap Eemvliet": "Floor Brinksma",
    }


def test_persons_with_a_code_of_their_own_are_accounts_beside_the_owners():
    firms = [["Client", "Owner", "Fee pa"], ["Marlow Dairy", "TK", 12000], ["Penrith Fencing", "SO", 8000]]
    persons = [["Ref", "Client", "Owner", "Fee pa"], ["JB", "Jane Bright", "TK", 2000], ["HW", "Hugo Wren", "SO", 1500]]
    roster = workbook_roster({"Clients": firms, "Private": persons})
    assert set(roster.names) == {"Marlow Dairy", "Penrith Fencing", "Jane Bright", "Hugo Wren"}


@pytest.mark.parametrize(
    ("header", "old", "new"),
    [("Client / nouveau", "client", "nouveau"), ("Kunde/neu", "Kunde", "neu"), ("Tipo", "cliente", "nuevo")],
)
def test_who_is_new_beside_clients_is_to_be_won(header, old, new):
    kinds = [old, new, new, old]
    rows = [[f"{name} GmbH", kind, 9000] for name, kind in zip(("Ash", "Birk", "Cole", "Dorn"), kinds, strict=True)]
    roster = sheet_roster(["Firma", header, "Honorar p. a."], *rows)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "prospect", "client"]


def test_a_code_explained_by_what_its_accounts_send_is_of_those_who_refer():
    rows = [
        ["Organisation", "Eng.", "Worth a year"],
        ["Ashmarsh", "RT", 9000],
        ["Bittern Fen", "PR", 14000],
        ["Northern Network", "SP", None],
        ["Causeway", "RT", 8000],
    ]
    key = [["RT", "client on a retainer"], ["PR", "prospect"], ["SP", "signpost, they send others to us"]]
    roster = workbook_roster({"List": rows, "Codes": key}, settings=FIXED)
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "referral source", "client"]
