"""Rows that are no accounts are left out and named; those that are stay."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster, sheet_roster

HEADER = ["Who", "Sector", "Lead", "Fee", "Hours"]
ACME, BETA, ZED = ["Acme", "steel", "AB", 1000, 4], ["Beta", "law", "CD", 2500, 5], ["Zed", "food", "AB", 700, 1]


def why(roster):
    return {row.text: row.why for row in roster.skipped}


def test_titles_remarks_keys_and_totals_are_left_out_with_their_reason():
    roster = sheet_roster(
        ["Our list, Q3"], [], HEADER, ["Working with"], ACME, BETA, ["Billed this year", "", "", 3500], [],
        ["Talking to"], ZED, [], ["we meet every second Monday"], ["AB = Ann Bell, CD = Cy Dunn"], ["CD", "Cy Dunn"],
    )  # fmt: skip
    assert roster.names.tolist() == ["Acme", "Beta", "Zed"]
    assert why(roster) == {
        "Our list, Q3": "stands above the header",
        "Working with": "is a title of the rows under it",
        "Billed this year": "is a total",
        "Talking to": "is a title of the rows under it",
        "we meet every second Monday": "is a remark",
        "AB = Ann Bell, CD = Cy Dunn": "is a key",
        "CD = Cy Dunn": "is a key",
    }


def test_an_account_of_which_nothing_but_the_name_is_known_stays():
    roster = sheet_roster(HEADER, ACME, ["Quiet Harbour Ltd"], BETA, [], ["Later & Co"])
    assert roster.names.tolist() == ["Acme", "Quiet Harbour Ltd", "Beta", "Later & Co"]


def test_a_last_account_whose_fee_happens_to_add_up_those_above_is_no_total():
    roster = sheet_roster(HEADER, ACME, BETA, ["Sum of Parts", "art", "CD", 3500, 9])
    assert roster.names.tolist() == ["Acme", "Beta", "Sum of Parts"]
    assert sheet_roster(["Client", "Fee"], ["Acme", 1], ["Beta", 2], ["Gamma", 3]).size == 3


def test_small_figures_shares_and_zeros_that_add_up_by_chance_make_no_total():
    header = ["Client", "Hours now", "Chance", "Fee", "Owner"]
    rows = [["Acme", 4, 0.35, 5000, ""], ["Beta", 6, 0.42, 0, ""], ["Harbour", "", 0.77, 5000, ""]]
    assert sheet_roster(header, *rows).size == 3
    assert sheet_roster(header, *rows[:2], ["Harbour", 10, "", "", ""]).size == 3


def test_figures_of_an_unnamed_kind_under_the_list_are_totals():
    roster = sheet_roster(HEADER, ACME, BETA, ["2 clients", "", "", 3500], ["x 12", "", "", 42_000])
    assert roster.names.tolist() == ["Acme", "Beta"]


def test_titles_outside_the_column_of_the_accounts_are_titles_too():
    header = ["No.", "Client", "Fee", "Stage", "Project"]
    rows = [["1", "Acme", 5, "Bid", "Hall"], ["BIDS"], ["2", "Beta", 6, "Bid", "Barn"], [], ["Dead"],
            ["3", "Zed", 7, "Lost", "Shed"]]  # fmt: skip
    roster = sheet_roster(header, *rows)
    assert sorted(roster.names) == ["Acme", "Beta", "Zed"]
    assert {"BIDS", "Dead"} <= why(roster).keys()


def test_a_key_beside_the_list_is_no_part_of_it():
    rows = [[*row, "", *key] for row, key in ((HEADER, ("Lead", "Name")), (ACME, ("AB", "Ann Bell")), (BETA, ("", "")))]
    roster = sheet_roster(*rows, [*ZED, "", "", ""], ["Yam", "art", "AB", 5, 6, "", "", ""])
    assert roster.names.tolist() == ["Acme", "Beta", "Zed", "Yam"]
    assert "Name" not in roster.other
    assert roster.source.mapping[Field.OWNER].header == "Lead"


def test_what_is_said_of_the_amounts_under_a_list_is_no_account():
    roster = csv_roster("Firma,Honorar,Notiz\nAlpha AG,4000,gut\nBeta AG,5000,gut\n\nAlle Beträge CHF exkl. MWST,,\n")
    assert roster.names.tolist() == ["Alpha AG", "Beta AG"]


def test_a_name_with_a_word_that_could_be_a_verb_is_an_account():
    roster = csv_roster("Account,Annual fee,Chance,Expected date\nFirm LOST,,,\nJoan Will,,,\nFirm 0000,,0.0,\n")
    assert roster.names.tolist() == ["Firm LOST", "Joan Will", "Firm 0000"]


def test_a_title_explained_in_brackets_is_a_title_and_a_key_is_none():
    roster = sheet_roster(HEADER, ACME, BETA, [], ["Prospects (fee = our guess)"], ZED, [], ["AB = Ann Bell (Leeds)"])
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]
    assert why(roster) == {
        "Prospects (fee = our guess)": "is a title of the rows under it",
        "AB = Ann Bell (Leeds)": "is a key",
    }


def test_a_lone_name_that_begins_like_all_others_is_an_account_whatever_else_it_says():
    roster = sheet_roster(
        HEADER, ["Firm Ace", "steel", "AB", 1000, 4], ["Firm Target"], ["Firm Zed", "law", "CD", 9, 1]
    )
    assert roster.names.tolist() == ["Firm Ace", "Firm Target", "Firm Zed"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Client,Type,Fee", "Alder,Client,5", "Birch,Client,3", "Total existing,,", "Cedar,Prospect,2", "Total all,,"),
        ("Client,Type,Fee", "BUILDERS,,", "Alder,Client,5", "Birch,Client,3", "Cedar,Client,2", "Total builders,,"),
        ("Client,Owner,Fee", "Alder,Hugh,5", "Birch,Hugh,3", "Total Hugh,,", "Cedar,Ann,2", "Total team,,"),
        ("Kunde,Art,Honorar", "Alder,Kunde,5", "Birch,Kunde,3", "Summe bestehende,,", "Cedar,Interessent,2"),
        ("Client,Type,Honoraires", "Alder,Client,5", "Birch,Client,3", "Total clients actuels,,", "Cedar,Prospect,2"),
    ],
)
def test_a_total_of_a_group_is_none_of_the_accounts_though_its_figures_are_missing(rows):
    assert csv_roster("\n".join(rows)).names.tolist() == ["Alder", "Birch", "Cedar"]


def test_a_firm_called_total_stays_an_account_though_nothing_stands_beside_it():
    roster = csv_roster("Client,Type,Fee\nAlder,Client,5\nBirch,Client,3\nTotal Fitness,,\nTotal Design,Client,5\n")
    assert roster.names.tolist()[2:] == ["Total Fitness", "Total Design"]


OFFERS = ["Who", "Work", "Fee", "Chance", "Lead"]


@pytest.mark.parametrize(
    ("first", "second", "both", "word"),
    [
        ("€ 6.500 p/m", "€ 5.200 p/m", "€ 11.700 p/m", "Subtotaal"),
        ("£6,500 pm", "£5,200 pm", "£11,700 pm", "All retainers"),
        ("6.500 € mtl.", "5.200 € mtl.", "11.700 € mtl.", "Zusammen"),
        ("1 500 €/mois", "2 200 €/mois", "3 700 €/mois", "Ensemble"),
        ("12k p.a.", "30k p.a.", "42k p.a.", "Zwischensumme"),
    ],
)
def test_a_total_of_amounts_with_a_period_is_a_total(first, second, both, word):
    rows = [["Acme", "audit", first, "", "AB"], ["Beta", "tax", second, "", "CD"], [word, "", both, "", ""]]
    assert sheet_roster(OFFERS, *rows).names.tolist() == ["Acme", "Beta"]
    last = ["Zedler", "", first, "", ""]
    assert sheet_roster(OFFERS, *rows[:2], last).names.tolist() == ["Acme", "Beta", "Zedler"]


@pytest.mark.parametrize("word", ["gewichtet", "risk-adjusted", "Erwartungswert", "pondéré", "gewogen"])
@pytest.mark.parametrize(("low", "high"), [("30 %", "80 %"), (0.3, 0.8), (30, 80)])
def test_a_row_whose_amount_is_the_sum_weighted_by_the_chances_is_a_total_whatever_its_word(word, low, high):
    rows = [["Acme", "school", 410, low, "AB"], ["Beta", "hotel", 75, high, "CD"]]
    assert sheet_roster(OFFERS, *rows, [word, "", 183, "", ""]).names.tolist() == ["Acme", "Beta"]
    total = ["Summe", "", 485, "", ""]
    assert sheet_roster(OFFERS, *rows, total, [word, "", 183, "", ""]).names.tolist() == ["Acme", "Beta"]


def test_a_weighted_sum_of_some_rows_or_beside_more_words_is_an_account():
    rows = [["Acme", "school", 410, "30 %", "AB"], ["Beta", "hotel", 75, "80 %", "CD"]]
    assert sheet_roster(OFFERS, *rows, ["Zed", "shed", 183, "", ""]).size == 3
    assert sheet_roster(OFFERS, ["Dorn", "hall", 900, "50 %", "AB"], *rows, ["Zed", "", 183, "", ""]).size == 4
    assert sheet_roster(OFFERS, *rows, ["Zed", "", 190, "", ""]).size == 3


def test_a_weighted_sum_that_was_never_worked_out_is_left_out_by_its_word():
    rows = [["Acme", "school", 410, "30 %", "AB"], ["Beta", "hotel", 75, "80 %", "CD"]]
    for word in ("gewichtet", "weighted total", "Pondéré :", "ponderado", "gewogen"):
        assert sheet_roster(OFFERS, *rows, [word, "", "", "", ""]).names.tolist() == ["Acme", "Beta"]
