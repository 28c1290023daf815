"""What nothing says is asked, assumed until then, and told once it is answered."""

import pytest

from planner.fields import Field
from planner.parsing.remarks.remark_families import FREE_WORK
from planner.pipeline import plan
from planner.roster.standing.relationship_question import BOTH
from tests.detection.test_first_lists import relationships
from tests.readers.make import codes, csv_roster, sheet_roster, workbook_roster

NAMES = ("Acme Ltd", "Brook & Co", "Crag plc", "Dell Ltd")


def listed(*relationships, **options):
    said = (*relationships, *([""] * (len(NAMES) - len(relationships))))
    rows = [[name, kind, 100] for name, kind in zip(NAMES, said, strict=True)]
    return sheet_roster(["Account", "Relationship", "Employees"], *rows, **options)


def test_a_list_that_says_nothing_asks_first():
    (question,) = [one for one in listed().questions if one.code == "relationship"]
    assert (question.field, question.header, question.default) == ("relationship", "", "prospect")
    assert "clients, prospects, or both" in question.text


@pytest.mark.parametrize(
    ("answer", "read"), [("client", "client"), ("Past clients", "past client"), (BOTH, "prospect")]
)
def test_the_answer_holds_for_the_accounts_that_say_nothing(answer, read):
    roster = listed("prospect", answers={"relationship": answer})
    assert roster.text(Field.RELATIONSHIP).tolist() == ["prospect", read, read, read]
    assert roster.sources[Field.RELATIONSHIP].tolist()[1] == ("told" if read else "")
    assert [one.code for one in roster.questions if one.code == "relationship"] == []


def test_one_account_among_many_is_named_and_not_asked_about():
    rows = [[f"Firm {chr(65 + i)} Ltd", "client", i] for i in range(12)]
    roster = sheet_roster(["Account", "Relationship", "Fee"], *rows, ["Zed plc", "", 5])
    assert [one.code for one in roster.questions] == []
    (note,) = [issue for issue in roster.issues if issue.code == "relationship-assumed"]
    assert note.message.startswith("Zed plc has no relationship; it was taken for a prospect")


def test_accounts_with_nothing_but_open_deals_are_prospects_and_that_is_said():
    rows = [
        ["Deal name", "Account", "Amount", "Stage"],
        ["A1", "Acme", 100, "Proposal"],
        ["B1", "Brook", 5, "Proposal"],
    ]
    roster = sheet_roster(*rows)
    assert "relationship-assumed" in codes(roster)
    assert "relationship" not in [question.code for question in roster.questions]


def test_an_answer_on_its_way_back_from_an_export_still_holds():
    told = plan(listed(answers={"relationship": "client"})).roster
    assert told.text(Field.RELATIONSHIP).tolist() == ["client"] * 4
    assert told.answers == {"relationship": "client"}


PAYING = [("Harbour Foods", 12000, ""), ("Kestrel Homes", 8500, ""), ("Brindle Ltd", 15000, ""), ("Dunmore", 7000, "")]


@pytest.mark.parametrize("words", ["keen", "very interested", "interessiert", "intéressée", "muy interesado"])
def test_who_is_interested_and_has_no_fee_is_to_be_won_and_who_was_billed_wants_more(words):
    rows = [*PAYING, ("Ashdown", "", words), ("Elmet Brewing", "", "meeting went well")]
    read = relationships(sheet_roster(("Client", "Fee", "Status"), *rows))
    assert read["Ashdown"] == read["Elmet Brewing"] == "prospect"
    assert read["Kestrel Homes"] == "client"
    billed = [*PAYING, ("Ashdown", "", words), ("Corven", 5000, words)]
    read = relationships(sheet_roster(("Client", "Billed 2025", "Status"), *billed))
    assert (read["Ashdown"], read["Corven"]) == ("prospect", "client")


@pytest.mark.parametrize("words", ["wants to hear more", "klingt gut", "sounds promising"])
def test_who_has_no_fee_and_a_status_that_none_of_those_who_pay_has_is_not_taken_for_a_client(words):
    paying = [(name, fee, "A-list" if fee > 12000 else "") for name, fee, _ in PAYING]
    rows = [*paying, ("Ashdown", "", words), ("Corven", "", "A-list"), ("Elmet", "", "")]
    roster = workbook_roster({"List": [("Client", "Fee", "Status"), *rows]})
    read = relationships(roster)
    assert (read["Ashdown"], read["Corven"], read["Elmet"], read["Dunmore"]) == ("", "client", "client", "client")
    assert any(question.field is Field.RELATIONSHIP for question in roster.questions)


def test_a_fee_that_is_still_to_come_is_no_work_for_nothing():
    rows = [
        (name, "prospect", words)
        for name, words in zip(NAMES, ("no fee yet", "no fee", "noch kein Honorar", ""), strict=True)
    ]
    said = sheet_roster(("Client", "Relationship", "Notes"), *rows).remarks
    assert [clue.account for clue in said if clue.family == FREE_WORK.name] == [1]


@pytest.mark.parametrize("header", ["Devis (€)", "Offerte", "Angebot (€)", "Propuesta", "Preventivo", "Quoted"])
def test_amounts_that_are_offered_are_those_of_prospects(header):
    roster = csv_roster(f"Company,{header}\nAcme,48000\nBrook,9000\nCrane,12000\n")
    assert next(one for one in roster.questions if one.code == "relationship").default == "prospect"
