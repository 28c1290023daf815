"""A list of accounts with a row for each work of a client has one account for it."""

from planner.fields import Field
from tests.readers.make import codes, csv_roster, sheet_roster

HEADER = ["Client", "Partner", "Work", "Fee p.a.", "SOW ends"]
OTHERS = [["Belagavi Steel", "Raghu", "SAP extracts", 8000, ""], ["Deccan Finance", "Raghu", "risk marts", 20000, ""]]


def test_works_of_one_client_are_added_up_and_told():
    rows = [["Adyar Seeds", "Shalini", "migration", 9000, ""], ["Adyar Seeds", "Raghu", "ingest", 12000, ""]]
    roster = sheet_roster(HEADER, *rows, *OTHERS)
    assert roster.names.tolist() == ["Adyar Seeds", "Belagavi Steel", "Deccan Finance"]
    assert roster.number(Field.ANNUAL_FEE)[0] == 21000
    assert roster.text(Field.OWNER)[0] == "Shalini; Raghu"
    (note,) = [issue.message for issue in roster.issues if issue.code == "works-together"]
    assert "“Adyar Seeds” stands on several rows" in note
    assert "9,000 + 12,000 = 21,000" in note
    assert "account-twice" not in codes(roster)
    assert roster.reconciliation.accounts == 3


def test_the_same_fee_for_another_work_counts_too():
    rows = [["Adyar Seeds", "Shalini", "audit", 5000, ""], ["Adyar Seeds", "Shalini", "tax", 5000, ""]]
    assert sheet_roster(HEADER, *rows, *OTHERS).number(Field.ANNUAL_FEE)[0] == 10000


def test_the_same_work_again_and_a_proposal_beside_work_stay_apart():
    twice = [["Adyar Seeds", "Shalini", "audit", 5000, ""], ["Adyar Seeds", "Shalini", "audit", 5000, ""]]
    assert "account-twice" in codes(sheet_roster(HEADER, *twice, *OTHERS))
    text = "Client,Service,Fee,Relationship\nAcme,audit,100,client\nAcme,tax,200,prospect\nBeta,tax,300,client\n"
    assert csv_roster(text).size == 3


def test_clients_of_one_name_in_two_towns_stay_apart():
    text = "Client,Service,Fee,Town\nSt Mary's,audit,100,York\nSt Mary's,tax,200,Leeds\nBeta,tax,300,York\n"
    assert csv_roster(text).size == 3
