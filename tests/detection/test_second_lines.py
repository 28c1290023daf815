"""Accounts that stand in two rows each, without a header, are read as one row each."""

from planner.fields import Field
from tests.readers.make import sheet_roster

LINES = (
    ["Our mandates", "", "", ""],
    ["as at 20.11.2026, fees without VAT", "", "", ""],
    ["", "", "", ""],
    ["CLIENTS", "", "", ""],
    ["Northgate Foods", "Payerne", "MB", "CHF 12'500.–/an"],
    ["Refers us to everyone, two new mandates in 2025.", "", "", ""],
    ["Harbour Press", "Moudon", "JQ", "CHF 600.–/mois"],
    ["", "", "", ""],
    ["Alder Freight", "Moudon", "MB", "CHF 9'800.–/an"],
    ["always pays late", "", "", ""],
    ["PROSPECTS", "", "", ""],
    ["Tern Robotics", "Payerne", "JQ", "CHF 35'000.–/an"],
    ["offer sent, 60%", "", "", ""],
    ["Pilot Mills", "Avenches", "MB", "CHF 4'000.–/an"],
    ["small today, could grow", "", "", ""],
)


def test_the_second_line_is_a_remark_on_the_account_above():
    roster = sheet_roster(*LINES)
    assert roster.names.tolist() == [
        "Northgate Foods",
        "Harbour Press",
        "Alder Freight",
        "Tern Robotics",
        "Pilot Mills",
    ]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "client", "prospect", "prospect"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [12_500, 7_200, 9_800, 35_000, 4_000]
    assert roster.number(Field.PROBABILITY)[3] == 0.6
    assert roster.rows.tolist() == [5, 7, 9, 12, 14]


def test_a_remark_of_a_second_line_is_quoted_from_its_own_cell():
    clues = sheet_roster(*LINES).remarks
    assert {(clue.family, clue.cell) for clue in clues if clue.account == 0} >= {("sends work", "A6")}


def test_names_below_fuller_rows_stay_accounts():
    rows = [
        [f"{name} Foods", "client", 1000 * i] for i, name in enumerate(("Alder", "Birch", "Cedar", "Elm", "Fir"), 1)
    ]
    lone = [["Gorse Mills", "", ""], ["Hazel Press", "", ""], ["Ivy Freight", "", ""], ["Juniper Care", "", ""]]
    mixed = [row for pair in zip(rows, [*lone, ["Larch Ltd", "", ""]], strict=True) for row in pair]
    assert sheet_roster(["Client", "Type", "Fee"], *mixed).size == 10


def test_persons_that_are_set_in_under_the_names_are_no_accounts():
    header = ["No.", "Client", "Billed 2025", "Lead"]
    rows = [[i, f"{name} Foods", 1000 * i, "Ann"] for i, name in enumerate(("Alder", "Birch", "Cedar", "Elm"), 1)]
    persons = ["Mr Hill, recommends us to everybody", "Ms Dale", "Dr Roe", "Mr Lunn"]
    mixed = [row for pair in zip(rows, (["", f"   {one}"] for one in persons), strict=True) for row in pair]
    roster = sheet_roster(header, *mixed)
    assert roster.names.tolist() == ["Alder Foods", "Birch Foods", "Cedar Foods", "Elm Foods"]
    assert [clue.account for clue in roster.remarks if clue.family == "sends work"] == [0]


def test_a_second_line_that_says_who_refers_is_no_title():
    lines = {
        "Acme Mills": "refers us to everyone, lovely",
        "Beta Mills": "always pays late, 2 reminders",
        "Cedar Mills": "wants a cost study, new for us",
        "Elm Mills": "nothing to report this year",
    }
    rows = [row for name, line in lines.items() for row in ([name, "York", "MB", 12_000], [line, "", "", ""])]
    roster = sheet_roster(["Client", "Town", "Partner", "Fee"], *rows)
    assert roster.names.tolist() == list(lines)
    assert set(roster.text(Field.RELATIONSHIP)) == {"client"}


def test_persons_set_in_with_what_to_do_are_second_lines_too():
    rows = []
    for i, name in enumerate(("Acme Mills", "Beta Foods", "Cedar Care", "Elm Press"), 1):
        rows += [[name, "MB", 1000 * i, ""], [f"   Jo Park {i}, FD", "call", "", "10 Dec"]]
    roster = sheet_roster(["Client", "Owner", "Fee", "When"], *rows)
    assert roster.names.tolist() == ["Acme Mills", "Beta Foods", "Cedar Care", "Elm Press"]
    assert roster.number(Field.ANNUAL_FEE).tolist() == [1000, 2000, 3000, 4000]
    assert any("Jo Park 1, FD; call; 10 Dec" in text for text in roster.texts.text)


def test_a_title_under_the_header_is_none_of_the_second_lines_that_are_set_in():
    rows = [["Client", "Sector", "Fee"], ["NORTH", "", ""]]
    for name, person in (("Acme", "Ann Bell"), ("Beta", "Cy Dunn"), ("Cora", "Eve Ford"), ("Dory", "Guy Hall")):
        rows += [[f"{name} Ltd", "steel", 4000], [f"   {person}", "", ""]]
    assert sheet_roster(*rows).names.tolist() == ["Acme Ltd", "Beta Ltd", "Cora Ltd", "Dory Ltd"]
