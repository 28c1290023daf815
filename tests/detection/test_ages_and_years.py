"""Amounts whose headers say only when: money owed by age, and what was billed year by year."""

from planner.fields import Field
from tests.readers.make import codes, csv_roster, sheet_roster


def test_what_is_owed_by_age_is_neither_a_fee_nor_hours():
    text = (
        "Contact,Current,< 1 Month,1 Month,2 Months,Older,Total,Billed last 12 mths\n"
        "Acme,26000,0,14500,0,0,40500,312500\nBrook,0,9100,0,0,300,9400,64000\n"
    )
    roster = csv_roster(text)
    assert not roster.has(Field.CURRENT_HOURS)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [312_500, 64_000]
    owed = csv_roster(text.replace("Billed last 12 mths", "Phone"))
    assert not owed.has(Field.ANNUAL_FEE)


def test_years_alone_over_money_are_what_was_billed():
    roster = sheet_roster(
        ["Client", "FY23", "FY24", "FY25"],
        ["Acme", 8200, 9000, 9400],
        ["Brook", 14000, 14500, 15200],
        ["Cy", 900, 0, 0],
    )
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [9400, 15_200]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "past client"]


def test_years_over_small_counts_are_no_fees():
    roster = sheet_roster(["Client", "2023", "2024", "Fee"], ["Acme", 3, 4, 9000], ["Brook", 1, 2, 8000])
    assert roster.number(Field.ANNUAL_FEE).tolist() == [9000, 8000]


def test_who_owes_money_is_a_client_and_that_is_told():
    roster = csv_roster(",CURRENT,1 - 30,31 - 60,91 AND OVER,TOTAL\nAcme,1200,,,,1200\nBrook,,350,,,350\nCrane,,,,,0\n")
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["client", "client"]
    assert "owed-by-age" in codes(roster)


def test_what_a_program_writes_for_no_client_is_none():
    roster = csv_roster("Client,Amount\nAcme,1000\nBrook,400\nWithout client,90\n(No client),10\n")
    assert roster.names.tolist() == ["Acme", "Brook"]
    assert codes(roster).count("account-blank") == 2
