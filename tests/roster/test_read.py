"""A whole list: what is found, what is mapped, and that no row goes missing in silence."""

import datetime as dt

import numpy as np
import pytest

from planner.errors import FileRefused, InputError, NoPlan, SettingError
from planner.export.roster_json import check_json
from planner.fields import Field
from planner.pipeline import plan
from planner.reading import read_roster
from tests.readers.make import codes, csv_roster, sheet_roster, workbook, workbook_roster


def test_a_tracker_under_title_rows_is_read_with_its_units():
    roster = workbook_roster(
        {
            "Read me": [["Our clients"], ["", "Please do not add columns"]],
            "List": [
                ["Client tracker 2026"],
                [],
                ["Client", "Sector", "Type", "Fee ($k)", "Chance", "When", "Hrs/week"],
                ["Harrow & Pike", "Distribution", "client", "84", "80%", dt.datetime(2026, 9, 1), 1],
                ["Tern Robotics", "Manufacturing", "prospect", 28, 0.3, "Q4 2026", "2h"],
                ["", "", "", "", "", "", ""],
                ["Vantage", "Property", "prospect", "120-140", "High", "Sep 2027", "TBD"],
                ["Total", "", "", 232, "", "", 3],
            ],
        }
    )
    assert (roster.source.sheet, roster.source.header_row) == ("List", 3)
    assert roster.number(Field.ANNUAL_FEE).tolist() == [84_000, 28_000, 130_000]
    assert roster.number(Field.PROBABILITY).tolist() == [0.8, 0.3, 0.7]
    assert [str(day) for day in roster.date(Field.EXPECTED_DATE)] == ["2026-09-01", "2026-12-31", "2027-09-30"]
    assert roster.number(Field.CURRENT_HOURS)[:2].tolist() == [13, 26]
    assert roster.rows.tolist() == [4, 5, 7]
    assert codes(roster) == ["total-row", "money-range", *["words-read-as-value"] * 2, "sheets-not-read", "worked-out"]


def test_missing_is_not_zero():
    roster = sheet_roster(["Account", "Fee", "Chance", "Good for others"], ["Acme", "TBD", "-", "n/a"])
    for name in (Field.ANNUAL_FEE, Field.PROBABILITY, Field.RATING_OTHERS):
        assert np.isnan(roster.number(name)[0])
    assert codes(roster) == ["worked-out"]


def test_rows_without_an_account_and_accounts_of_the_same_name_are_kept_or_named():
    roster = sheet_roster(["Account", "Fee"], ["Acme", 1], ["", 5], ["ACME", 2], ["Total Energies", 3])
    assert roster.names.tolist() == ["Acme", "ACME (row 4)", "Total Energies"]
    assert codes(roster) == ["account-blank", "account-twice", "duplicates", "worked-out"]


def test_a_mapping_wins_and_what_it_names_wrongly_is_an_error_with_a_suggestion():
    rows = (["Account", "Budget", "Spend"], ["Acme", 1, 2])
    roster = sheet_roster(*rows, mapping={"annual_fee": "Spend"})
    assert roster.number(Field.ANNUAL_FEE).tolist() == [2]
    assert not sheet_roster(*rows, mapping={"annual_fee": "-"}).has(Field.ANNUAL_FEE)
    with pytest.raises(SettingError, match="Did you mean “Spend”"):
        sheet_roster(*rows, mapping={"annual_fee": "Spent"})
    with pytest.raises(SettingError, match="Did you mean “annual_fee”"):
        sheet_roster(*rows, mapping={"anual_fee": "Spend"})


def test_annual_revenue_is_never_the_fee_and_amount_is_asked_about():
    roster = sheet_roster(["Account", "Annual Revenue", "Amount"], ["Acme", 1e9, 5000])
    assert roster.number(Field.ANNUAL_FEE).tolist() == [5000]
    assert roster.other["Annual Revenue"].tolist() == ["1000000000"]
    assert "fee-meaning-assumed" in codes(roster)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Client;Fee;Chance\nÅse & Co;1.234,56;50%\nB;12,5;10%\n", "cp1252"),
        ("Client\tFee\tChance\nÅse & Co\t1,234.56\t50%\nB\t12.5\t10%\n", "utf-16"),
        ("sep=|\nClient|Fee|Chance\nÅse & Co|1234.56|50%\nB|12.5|10%\n", "utf-8-sig"),
    ],
)
def test_text_files_of_any_encoding_delimiter_and_decimal_sign(text, encoding):
    roster = csv_roster(text, encoding)
    assert roster.names.tolist() == ["Åse & Co", "B"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1234.56, 12.5]


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path):
    for make, words in (
        (lambda: read_roster(tmp_path / "no.xlsx"), "There is no file"),
        (lambda: read_roster(tmp_path), "is a folder"),
        (lambda: read_roster(b"%PDF-1.7 ...", name="a.xlsx"), "a PDF, not a workbook"),
        (lambda: read_roster(b"", name="a.xlsx"), "is empty"),
        (lambda: sheet_roster([1, 2], [3, 4]), "No client list"),
        (lambda: workbook_roster({"Clients": []}), "There is nothing on"),
        (lambda: sheet_roster(["Account"], ["Acme"], sheet="Nope"), "has no sheet “Nope”"),
    ):
        with pytest.raises(InputError, match=words):
            make()
    with pytest.raises(FileRefused, match="damaged"):
        read_roster(workbook({"A": [["Account"], ["Acme"]]})[:300], name="a.xlsx")


def test_a_check_says_what_was_understood():
    found = check_json(sheet_roster(["Client", "Fee", "Zip"], ["Acme", "12k", "0123"]))
    assert found["format"] == "client-portfolio-roster/2"
    assert found["mapping"]["annual_fee"]["header"] == "Fee"
    sources = {"account": "read", "annual_fee": "read", "relationship": "worked out"}
    acme = {"account": "Acme", "annual_fee": 12_000.0, "relationship": "client"}
    assert found["accounts"] == [{**acme, "sources": sources, "other": {"Zip": "0123"}}]
    assert found["unmapped"] == ["Zip"]


def test_a_list_without_a_row_of_its_own_says_why_there_is_no_account():
    roster = sheet_roster(["Client", "Fee"], ["Total", 5])
    problem = next(issue for issue in roster.issues if issue.code == "no-accounts")
    assert "header in row 1" in problem.message
    assert "Row 2 is a total" in problem.message
    with pytest.raises(NoPlan, match=r"no account to plan for\. The list has its header in row 1"):
        plan(roster)


def test_a_sheet_of_pivot_tables_is_no_list_and_says_what_to_load_instead():
    pivot = [
        ["Row Labels", "Sum of value", "", "Row Labels", "Lead"],
        ["Acme", 5, "", "Ann", 3],
        ["Grand Total", 5, "", "", ""],
    ]
    with pytest.raises(InputError, match=r"“Sums” holds pivot tables, .* Load the list that they were made from"):
        workbook_roster({"Sums": pivot})
    assert workbook_roster({"Sums": pivot, "Deals": [["Client", "Fee"], ["Acme", 5]]}).names.tolist() == ["Acme"]
    named = workbook_roster({"Sums": pivot}, mapping={"account": "Row Labels"})
    assert named.names.tolist() == ["Acme"]
