"""Titles above columns and sections say units, meanings and owners of what stands under them."""

import pytest

from planner.facts.people.owners import person_of
from planner.fields import Field
from tests.readers.make import csv_roster, sheet_roster

TWO_ROWS = [
    ["", "", "Fees (£000)", "", "BD time", ""],
    ["Client / target", "Sector", "FY26 actual", "FY27 expected", "h / quarter", "Remarks"],
]


def test_the_unit_of_an_unmerged_group_title_reaches_both_columns_of_fees():
    roster = sheet_roster(
        *TWO_ROWS,
        ["Vortex Semiconductors", "Electronics", 88, 95, 20, "new FD"],
        ["Halden Shipping", "Shipping", 40, 38, 10, ""],
        ["Lumen Therapeutics", "Life sciences", "", 60, 8, "target – proposal sent"],
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [95_000, 38_000, 60_000]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]


def test_sections_called_after_persons_give_the_owners():
    roster = sheet_roster(
        ["Client", "Sector", "Fee"],
        ["ELENA MARSH", "", ""], ["Vortex Semis", "Electronics", 88_000], ["Halden Shipping", "Shipping", 40_000],
        ["Raj's accounts", "", ""], ["Ashdown Foods", "Food", 55_000], ["Wren Homes", "Housing", 4_000],
    )  # fmt: skip
    assert roster.text(Field.OWNER).tolist() == ["Elena Marsh", "Elena Marsh", "Raj", "Raj"]


@pytest.mark.parametrize("title", ["CURRENT CLIENTS", "Prospects", "London office", "2026", "On hold", "Summary"])
def test_titles_of_other_things_are_no_persons(title):
    assert person_of(title) == ""


BOARDS = """Client,Owner,Fee p.a.,Odds
ON THE CYCLE,,,
Ashgarth plc,PH,42000,
Corrick plc,SJ,55000,
IN PLAY,,,
Jesmont plc,PH,60000,2 in 3
Kelbrook plc,SJ,45000,1 in 4
USED TO,,,
Semerwater plc,PH,26000,
NO,,,
Ulshaw plc,PH,70000,
WHO PUTS US IN ROOMS,,,
Wharfe Nidd LLP,PH,,
"""


def test_titles_in_the_words_that_firms_use_among_themselves_are_understood():
    roster = csv_roster(BOARDS)
    said = dict(zip(roster.names.tolist(), roster.text(Field.RELATIONSHIP).tolist(), strict=True))
    assert said["Corrick plc"] == "client"
    assert said["Jesmont plc"] == "prospect"
    assert said["Semerwater plc"] == "past client"
    assert said["Wharfe Nidd LLP"] == "referral source"
    assert [str(roster.names[at]) for at in roster.left_out] == ["Ulshaw plc"]
    assert "NO" not in said


def test_a_title_with_an_explanation_in_brackets_is_no_account():
    text = "Client,Owner,Fee,Notes\nCLIENTS,,,\nAsh plc,PH,42,\nBy plc,PH,42,\nFOREIGN AGENTS (they instruct us),,,\n"
    roster = csv_roster(text + "Bly LLP,SJ,,7 files in\n")
    assert roster.names.tolist() == ["Ash plc", "By plc", "Bly LLP"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "referral source"]


def test_titles_that_are_not_understood_beside_one_that_is_are_asked_about_one_by_one():
    text = "Client,Owner,Fee\nCLIENTS,,\nAsh plc,PH,42\nBy plc,PH,42\nZING,,\nJes plc,PH,60\nKel plc,SJ,45\nOTHERS,,\n"
    text += "Sem plc,PH,26\nWha plc,PH,\n"
    questions = [one for one in csv_roster(text).questions if one.field == "relationship"]
    assert [one.code for one in questions] == ["relationship:ZING", "relationship:OTHERS"]
    assert questions[0].text == "What are those under “ZING” to you: Jes plc and Kel plc?"
    roster = csv_roster(text, answers={"relationship:OTHERS": "past client"})
    assert roster.text(Field.RELATIONSHIP).tolist()[-2:] == ["past client"] * 2


def test_titles_that_name_trades_are_asked_about_in_one_question():
    text = "Client,Owner,Fee\nSCHOOLS,,\nAsh plc,PH,42\nBy plc,PH,42\nBREWERS,,\nJes plc,PH,60\nKel plc,SJ,45\n"
    (question,) = [one for one in csv_roster(text).questions if one.field == "relationship"]
    assert question.code == "relationship"
    assert "“SCHOOLS” and “BREWERS” do not say so" in question.text


def test_rows_above_proposals_and_what_ended_are_clients():
    text = "Client,Partner,Fee,Ends\nBela,RG,8,2026-12-31\nDec,RG,20,2027-09-30\nProposals,,,\nGod,SH,18,2027-01-15\n"
    text += "Closed / not pursuing,,,\nMan,RG,,\n"
    assert csv_roster(text).text(Field.RELATIONSHIP).tolist()[:3] == ["client", "client", "prospect"]


def test_titles_over_those_for_whom_nobody_works_again_and_over_those_who_send_work():
    roster = sheet_roster(
        ["Who", "Fees £k", "Remarks"],
        ["WE WORK FOR", "", ""], ["Alder", 38.5, ""], ["Birch", 12, ""],
        ["Cedar", 4.8, "went with steel on the last two"],
        ["NOT AGAIN", "", ""], ["Dyer Kemp", 0, "retired 2025"], ["Elmhurst", 3, ""],
        ["WHERE IT COMES FROM", "", ""], ["Wace Solicitors", "", "two probates a year"],
    )  # fmt: skip
    kinds = roster.text(Field.RELATIONSHIP).tolist()
    assert kinds == ["client"] * 3 + ["past client"] * 2 + ["referral source"]
    assert sorted(roster.left_out) == [3, 4]


def test_a_sale_lost_by_moving_away_was_a_client_and_an_inspection_is_one():
    roster = sheet_roster(
        ["Company", "Our fee", "Where are we"],
        ["Arclight", 12_600, "Client - in progress"], ["Cellwright", 32_160, "Client - filed"],
        ["Doverline", 6_900, "HMRC enquiry"], ["Gatling", 24_000, "Engagement letter out"],
        ["Helix", 4_320, "Proposal"], ["Marlowe", 3_240, "Lost - moved to accountant"],
        ["Norvik", "", "Lost - company sold"],
    )  # fmt: skip
    kinds = roster.text(Field.RELATIONSHIP).tolist()
    assert kinds == ["client", "client", "client", "prospect", "prospect", "past client", "prospect"]


def test_rows_above_the_first_title_that_were_billed_long_ago_alone_are_past_clients():
    """Fees by year without a title, then those to be won, then those who send work."""
    roster = csv_roster(
        "Client,2020/21,2021/22,2022/23,Comment\nAlder,78000,81500,82000,\nBirch,9200,6100,4500,\nStroud,16000,0,0,completed\n"
        "Targets,,,,\nMeldreth,,,,seen twice\nPurley,,,,cold\nWhere it comes from,,,,\nWace,,,,two probates a year\n"
    )
    kinds = roster.text(Field.RELATIONSHIP).tolist()
    assert kinds[:5] == ["client", "client", "past client", "prospect", "prospect"]
