"""Boards, whose columns are statuses and whose cells are cards, are read as one list of accounts."""

import pytest

import planner
from planner.errors import InputError
from planner.export.own_workbook.plan_columns import write_into
from planner.fields import Field
from tests.readers.make import sheet_roster, workbook

BOARD = (
    ["Who is where"],
    ["CLIENTS (3)", "HOT (2)", "COLD (1)", "LOST (1)"],
    ["Northgate Foods\n€40k\nMB", "Tern Robotics\n€28k\nJQ\n60%", "Alder Freight\n€9k\nMB", "Vantage Peak\nwound up"],
    ["Harbour Press\n€12k\nJQ\npro bono", "Pilot Mills\n€70k\nMB", "", ""],
    ["Oakfield Care\nMB\nrefers us to everyone", "", "", ""],
    ["", "", "", ""],
    ["MB = Mara Bell   JQ = Jonah Quayle", "", "", ""],
)


def facts(roster):
    columns = (roster.names, roster.text(Field.RELATIONSHIP), roster.text(Field.OWNER))
    return list(zip(*(column.tolist() for column in columns), strict=True))


def test_each_card_is_an_account_under_the_title_of_its_column():
    roster = sheet_roster(*BOARD)
    assert facts(roster) == [
        ("Northgate Foods", "client", "Mara Bell"),
        ("Harbour Press", "client", "Jonah Quayle"),
        ("Oakfield Care", "client", "Mara Bell"),
        ("Tern Robotics", "prospect", "Jonah Quayle"),
        ("Pilot Mills", "prospect", "Mara Bell"),
        ("Alder Freight", "prospect", "Mara Bell"),
        ("Vantage Peak", "prospect", ""),
    ]
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [40_000, 12_000]
    assert roster.number(Field.PROBABILITY).tolist()[3:6] == [0.6, 0.55, 0.10]
    assert "cards-read" in [issue.code for issue in roster.issues]


def test_the_cell_of_a_card_is_named_where_it_stands():
    roster = sheet_roster(*BOARD)
    assert {clue.cell for clue in roster.remarks if clue.family == "sends work"} == {"A5"}
    assert roster.rows.tolist() == [3, 4, 5, 3, 4, 3, 3]


@pytest.mark.parametrize("cards", [
    ["Northgate Foods – €40k – MB", "Tern Robotics – €28k – JQ", "Alder Freight – €9k – MB"],
    ["Northgate Foods (€40k, MB)", "Tern Robotics (€28k, JQ)", "Alder Freight (€9k, MB)"],
])  # fmt: skip
def test_cards_of_one_line_are_parted_at_dashes_or_brackets(cards):
    roster = sheet_roster(["Client", "Hot", "Cold"], cards, ["Pilot Mills", "", ""])
    assert roster.names.tolist() == ["Northgate Foods", "Pilot Mills", "Tern Robotics", "Alder Freight"]
    assert roster.number(Field.ANNUAL_FEE).tolist()[::2] == [40_000, 28_000]


def test_a_table_under_words_that_name_columns_is_no_board():
    rows = [["Northgate Foods", "Mara Bell", "Tern LLP"], ["Alder Freight", "Jonah Quayle", "Ruiz LLP"],
            ["Pilot Mills", "Sam Poe", "Kerr LLP"]]  # fmt: skip
    roster = sheet_roster(["Client", "Lead", "Introducer"], *rows)
    assert roster.names.tolist() == ["Northgate Foods", "Alder Freight", "Pilot Mills"]


def test_a_board_is_not_given_back_with_columns_beside_its_rows(tmp_path):

    source = tmp_path / "board.xlsx"
    source.write_bytes(workbook({"Wall": [list(row) for row in BOARD]}))
    with pytest.raises(InputError, match="board of cards"):
        write_into(planner.plan(sheet_roster(*BOARD)), source, tmp_path / "out.xlsx")


def test_titles_that_say_how_far_a_sale_is_are_stages():
    roster = sheet_roster(
        ["Lead", "Proposal sent", "Negotiation", "Won", "Lost"],
        ["Acme Mills (20k)", "Beta Foods (45k)", "Gamma Care", "Delta Press (30k)", "Elm Ltd (5k)"],
        ["Fir Group (8k)", "", "", "Gorse Homes (12k)", ""],
    )
    assert roster.text(Field.STAGE).tolist()[:3] == ["Lead", "Lead", "Proposal sent"]
    assert dict(zip(roster.names, roster.text(Field.RELATIONSHIP), strict=True))["Delta Press"] == "client"


def test_cards_of_one_line_without_signs_between_and_their_counts_below():
    roster = sheet_roster(
        ["HOT", "WARM", "CLIENTS"],
        ["Acme Mills, Jo, 20k", "Beta Foods 45k", "Cedar Care, 5k, MB"],
        ["Delta Press, 30k", "Elm, Inc.", "Fir Group, MB"],
        ["2", "2", "2"],
    )
    names = ["Acme Mills", "Delta Press", "Beta Foods", "Elm, Inc.", "Cedar Care", "Fir Group"]
    assert roster.names.tolist() == names
    assert roster.number(Field.ANNUAL_FEE).tolist()[:3] == [20_000, 30_000, 45_000]
    assert roster.text(Field.OWNER).tolist()[4:] == ["MB", "MB"]


def test_a_key_above_a_list_makes_no_board_of_it():
    rows = [["Acme Mills", "MB", "Hot"], ["Beta Foods", "JQ", "Cold"], ["Cedar Care", "MB", "Warm"]]
    roster = sheet_roster(["Hot", "Warm", "Cold"], ["Client", "Owner", "Status"], *rows)
    assert roster.names.tolist() == [row[0] for row in rows]
