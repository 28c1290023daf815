"""Habits of keepers of lists: codes with a key, a sheet a year, bullets with brackets, ticks for a good cause."""

from planner.fields import Field
from planner.reading import read_roster
from tests.readers.make import codes, csv_roster, sheet_roster, workbook, workbook_roster

CODES = [
    ["Client ID", "Client Name", "Stat", "Net bill 2025"],
    ["A100", "Amberly Dental", "P", 14_500],
    ["A101", "Bexley Motors", "A", 32_000],
    ["A102", "Cardew Trust", "D", 0],
    ["A103", "Dunmore Farms", "Q", ""],
]


def test_a_code_means_what_the_key_says_and_not_what_such_codes_usually_mean():
    key = [["Stat"], ["A", "Active"], ["D", "Dormant"], ["P", "Permanent – every year"], ["Q", "Quoted, waiting"]]
    roster = workbook_roster({"Clients": CODES, "Key": key})
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "past client", "prospect"]
    assert not roster.left_out
    assert "words-read-as-value" in codes(roster)


def test_of_a_sheet_a_year_the_newest_is_the_list():
    years = {
        "2024": [["Client", "Fees"], ["Acme Mills", 12_000], ["Gone Ltd", 5_000]],
        "2025": [["Client", "Fees"], ["Acme Mills", 14_000], ["New Co", 3_000]],
        "2026": [["Client", "Fees"], ["Acme Mills", 15_000], ["New Co", 6_000]],
    }
    roster = workbook_roster(years)
    assert roster.source.sheet == "2026"
    assert roster.number(Field.ANNUAL_FEE).tolist() == [15_000, 6_000, 5_000]
    assert roster.text(Field.RELATIONSHIP).tolist()[2] == "past client"
    assert "sheet-chosen" not in codes(roster)


def test_bullets_with_brackets_behind_the_names_are_lines():
    roster = csv_roster(
        "My people, Nov 2026\n\n* Acme Mills (client, £12k a year) - Jo is lovely\n"
        "* Beta Foods (prospect) - quoted £9,000, might start in March\n* Cedar Care (client, pro bono)\n"
        "* Delta LLP (sends me work)\n"
    )
    assert roster.names.tolist() == ["Acme Mills", "Beta Foods", "Cedar Care", "Delta LLP"]
    kinds = ["client", "prospect", "client", "referral source"]
    assert roster.text(Field.RELATIONSHIP).tolist() == kinds
    assert roster.number(Field.ANNUAL_FEE).tolist()[:3] == [12_000, 9_000, 0]


def test_a_column_of_ticks_for_good_causes_says_who_is_good_for_others():
    roster = sheet_roster(
        ["Client", "Fee", "Refers?", "Good cause?"],
        ["Acme Mills", 30_000, "✓", ""],
        ["Care Kitchen", 2_000, "", "✓"],
        ["Delta Ltd", 9_000, "✗", "✗"],
    )
    assert roster.number(Field.RATING_OTHERS).tolist()[1:] == [4.0, 0.0]


def test_a_sheet_of_another_year_is_told_of_in_any_language():
    head = ["Cliente", "Sector", "Facturado"]
    roster = workbook_roster(
        {"2025": [head, ["Acme", "vino", 14_000], ["Bodega", "vino", 3_000]], "2026": [head, ["Acme", "vino", 15_000]]}
    )
    assert roster.source.sheet == "2026"
    assert "earlier-years" in codes(roster)
    assert not {"sheet-chosen", "sheets-not-read"} & set(codes(roster))


def test_the_file_says_what_its_accounts_are_where_nobody_named_the_sheet():
    """A workbook called after what it holds, with the sheet that the program made."""
    rows = [["Company Name", "Department"], ["Acme", "Audit"], ["Beta", "Audit"], ["Gamma", "Tax"]]
    for file, sheet, kind in (("clients.xlsx", "Sheet1", "client"), ("Prospects 2026.xlsx", "page 1 (2)", "prospect")):
        roster = read_roster(workbook({sheet: rows}), name=file)
        assert set(roster.text(Field.RELATIONSHIP)) == {kind}
    for file, sheet in (("client list.xlsx", "Sheet1"), ("clients.xlsx", "Everybody")):
        assert set(read_roster(workbook({sheet: rows}), name=file).text(Field.RELATIONSHIP)) == {""}
