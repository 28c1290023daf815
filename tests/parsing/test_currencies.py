"""Amounts in several currencies, told apart by signs, number formats or a column of currencies."""

import pytest

from planner.fields import Field
from planner.parsing.money.money import read_amount
from planner.reading import read_roster
from tests.readers.make import codes, csv_roster, formatted, sheet_roster, workbook_roster

ROWS = [["Client", "Fee", "Cost to serve"], ["Acme", 1000, 100], ["Beta", 2000, 200], ["Zed", 3000, 300]]
DOLLARS, EUROS, POUNDS = "$#,##0", "€ #,##0", "[$£-809]#,##0.00"
MIXED = {(1, 1): DOLLARS, (2, 1): EUROS, (3, 1): POUNDS, (1, 2): DOLLARS, (2, 2): EUROS, (3, 2): DOLLARS}


def rates(*pairs):
    return [["Setting", "Value"], *([f"rate {sign}", rate] for sign, rate in pairs)]


def with_rates(rows, formats, *pairs):
    """The formatted workbook, its rates as further rows of a Settings sheet put in beside."""
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(formatted(rows, formats)))
    sheet = book.create_sheet("Settings")
    for row in rates(*pairs):
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return read_roster(content.getvalue(), name="list.xlsx")


def test_number_formats_in_several_currencies_are_one_issue_a_column():
    roster = read_roster(formatted(ROWS, MIXED), name="list.xlsx")
    mixed = [issue for issue in roster.issues if issue.code == "currencies-mixed"]
    assert [issue.cell for issue in mixed] == ["B1", "C1"]
    assert "Fee holds several currencies ($, £, €)" in mixed[0].message
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000, 2000, 3000]


def test_rates_convert_what_number_formats_say():
    roster = with_rates(ROWS, MIXED, ("EUR", 1.1), ("GBP", 1.3))
    assert roster.number(Field.ANNUAL_FEE).tolist() == pytest.approx([1000, 2200, 3900])
    assert roster.number(Field.COST_TO_SERVE).tolist() == pytest.approx([100, 220, 300])
    assert codes(roster) == ["worked-out"]
    assert roster.source.currency == "$"


def test_one_number_format_is_the_currency_of_the_list_and_no_issue():
    roster = read_roster(formatted(ROWS, {(i, 1): EUROS for i in (1, 2, 3)}), name="list.xlsx")
    assert roster.source.currency == "€"
    assert codes(roster) == ["worked-out"]


def test_a_sign_in_text_among_numbers_in_another_format_is_seen():
    rows = [ROWS[0][:2], ["Acme", 1000], ["Beta", "£2,000"], ["Zed", 3000]]
    roster = read_roster(formatted(rows, {(1, 1): EUROS, (3, 1): EUROS}), name="list.xlsx")
    assert codes(roster) == ["currencies-mixed", "worked-out"]
    assert "(£, €)" in roster.issues[0].message


def test_a_column_of_currencies_beside_the_amounts_tells_them_apart():
    rows = [
        ["Deal - Title", "Deal - Organization", "Deal - Stage", "Deal - Value", "Deal - Currency"],
        ["One", "Acme", "Lead", 1000, "USD"],
        ["Two", "Beta", "Lead", 2000, "EUR"],
        ["Three", "Zed", "Lead", "€ 50", "USD"],
    ]
    assert codes(sheet_roster(*rows)).count("currencies-mixed") == 1
    roster = workbook_roster({"Deals": rows, "Settings": rates(("EUR", 1.1))})
    assert roster.number(Field.ANNUAL_FEE).tolist() == pytest.approx([1000, 2200, 55])
    assert "currencies-mixed" not in codes(roster)
    assert roster.other["Deal - Currency"].tolist() == ["USD", "EUR", "USD"]


@pytest.mark.parametrize("header", ["Currency", "Amount Currency", "CurrencyIsoCode", "Transaction currency"])
def test_a_column_of_one_currency_is_the_currency_of_the_list(header):
    roster = csv_roster(f'Client,Annual fee,{header}\nAcme,"1,000",GBP\nBeta,2000,GBP\n')
    assert roster.source.currency == "£"
    assert codes(roster) == []


def test_amounts_that_are_converted_already_are_not_converted_again():
    header = "Client,Amount in company currency,Currency"
    roster = csv_roster(f"{header}\nAcme,1000,USD\nBeta,2000,EUR\n")
    assert "currencies-mixed" not in codes(roster)


@pytest.mark.parametrize(
    ("text", "middle"), [("8-10'000.-", 9000), ("8-10,000", 9000), ("500-1,500", 1000), ("10-1000", 505)]
)
def test_the_lower_end_of_a_range_may_leave_the_thousands_to_the_upper(text, middle):
    assert read_amount(text, False).value == middle


def test_money_is_shown_in_the_currency_that_most_amounts_are_in():
    fees = ["£30k", "£24k", "€45k", "£17k", "$40k", "£6k"]
    roster = sheet_roster(["Account", "Fee"], *([f"Firm {k} Ltd", fee] for k, fee in enumerate(fees)))
    assert roster.source.currency == "£"


@pytest.mark.parametrize(
    ("notes", "currency"),
    [
        (("client, fee £24k a year", "client, pays £1.8k"), "£"),
        (("pays £20k", "pays €30k"), ""),
        (("pays 20k", "met in May"), ""),
    ],
)
def test_the_currency_of_amounts_in_remarks_is_that_of_a_list_that_names_no_other(notes, currency):
    rows = [[f"Firm {chr(65 + i)} Ltd", note] for i, note in enumerate(notes)]
    assert sheet_roster(["Company", "Notes"], *rows).source.currency == currency
