"""Lists without columns or without headers are read, and what is guessed is asked about."""

import pytest

from planner.fields import Field
from tests.readers.make import csv_roster, sheet_roster

NAMES = ["Northgate Foods", "Tern Robotics", "Alder Freight"]


def facts(roster):
    columns = (roster.names, roster.text(Field.RELATIONSHIP), roster.number(Field.ANNUAL_FEE), roster.text(Field.OWNER))
    return list(zip(*(column.tolist() for column in columns), strict=True))


@pytest.mark.parametrize("sign", [" – ", " - ", ", ", " | ", " / "])
def test_pasted_lines_are_split_at_what_parts_them(sign):
    lines = [["Northgate Foods", "client", "40k", "Maya"], ["Tern Robotics", "prospect", "12k", "Jo"],
             ["Alder Freight", "past client", "8k", "Maya"]]  # fmt: skip
    roster = sheet_roster(*[[sign.join(line)] for line in lines])
    assert facts(roster) == [
        ("Northgate Foods", "client", 40_000, "Maya"),
        ("Tern Robotics", "prospect", 12_000, "Jo"),
        ("Alder Freight", "past client", 8_000, "Maya"),
    ]
    assert "account:A" in [question.code for question in roster.questions]


def test_a_list_of_nothing_but_names_is_a_list():
    assert csv_roster("\n".join(NAMES)).names.tolist() == NAMES
    assert sheet_roster(["My clients"], *[[f"- {name}"] for name in NAMES]).names.tolist() == NAMES


def test_a_comma_in_a_name_does_not_split_it():
    roster = sheet_roster(["Client"], ["Acme, Inc."], ["Beta, Ltd."], ["Gamma, LLC"])
    assert roster.names.tolist() == ["Acme, Inc.", "Beta, Ltd.", "Gamma, LLC"]


def test_a_table_without_headers_is_known_by_its_values():
    rows = [["Northgate Foods", "client", 40_000, "Maya"], ["Tern Robotics", "prospect", 12_000, "Jo"],
            ["Alder Freight", "client", 8_000, "Maya"]]  # fmt: skip
    roster = sheet_roster(*rows)
    assert facts(roster) == [tuple(row) for row in rows]


def test_parts_of_uneven_lines_are_understood_by_what_they_are():
    roster = sheet_roster(
        ["My clients and maybes"],
        ["Harbour Press – client – £14k – since 2021"],
        ["Pilot Foods – prospect – £8k – pitching in January"],
        ["Mara Quinn – sends me work"],
        ["Oakfield University – 30% – £12k - prospect"],
    )
    assert roster.names.tolist() == ["Harbour Press", "Pilot Foods", "Mara Quinn", "Oakfield University"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "prospect", "referral source", "prospect"]
    assert roster.number(Field.ANNUAL_FEE).tolist()[:2] == [14_000, 8_000]
    assert roster.number(Field.PROBABILITY)[3] == 0.3
    assert roster.text(Field.NOTES).tolist()[:2] == ["since 2021", "pitching in January"]
    assert [row.text for row in roster.skipped] == ["My clients and maybes"]


def test_uneven_lines_that_say_nothing_known_stay_as_they_are_split():
    roster = sheet_roster(["Acme – blue"], ["Beta – green – round"], ["Gamma – red"], ["Delta"])
    assert roster.names.tolist() == ["Acme", "Beta", "Gamma", "Delta"]


def test_sentences_in_a_text_file_are_lines_whose_commas_are_no_columns():
    roster = csv_roster(
        "MY LIST - M.B. - tidied in May\n\nClients\n"
        "Northgate Foods – retainer £1,500 a month, the FD rings on Fridays\n"
        "Halden & Pyke, architects – about £9k a year, sends me people\n"
        "Alder Freight (hauliers) – £4,200 p.a., never more\n\n"
        "Hopefuls\nTern Robotics – quoted £1,000 a month on 9 November. 50/50.\n\n"
        "Gone\nPilot Mills – shut up shop, sadly\n"
    )
    assert roster.names.tolist() == [
        "Northgate Foods",
        "Halden & Pyke",
        "Alder Freight",
        "Tern Robotics",
        "Pilot Mills",
    ]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "client", "prospect", "past client"]
    assert roster.number(Field.ANNUAL_FEE).tolist()[:4] == [18_000, 9_000, 4_200, 12_000]
    assert roster.text(Field.INDUSTRY).tolist()[1:3] == ["architects", "hauliers"]
    assert roster.number(Field.PROBABILITY)[3] == 0.5


def test_a_text_file_with_columns_stays_one_though_names_hold_dashes():
    roster = csv_roster(
        "Client,Fee,Owner\nNorthgate – Foods,40000,Maya\nTern – Robotics,12000,Jo\nAlder – Freight,9000,Jo\n"
    )
    assert facts(roster)[0][2:] == (40_000, "Maya")


def test_a_colon_parts_the_name_from_the_sentence_too():
    roster = csv_roster(
        "Clients\nNorthgate Foods: retainer £500 a month, Jo rings\nAlder Freight: about £9,000 a year\n"
        "Oak Care: pro bono\n\nProspects\nTern Robotics: quoted £12k p.a., 40%\nPilot Mills: no idea yet\n"
    )
    assert roster.names.tolist() == ["Northgate Foods", "Alder Freight", "Oak Care", "Tern Robotics", "Pilot Mills"]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client"] * 3 + ["prospect"] * 2
    assert roster.number(Field.ANNUAL_FEE).tolist()[:4] == [6_000, 9_000, 0, 12_000]


def test_without_titles_the_first_words_of_a_sentence_say_what_an_account_is():
    roster = csv_roster(
        "Northgate Foods – client, pays us £6,000 a year, nice people\nTern Robotics – prospect, quoted £9,000, 50%\n"
        "Alder Freight – we do their audit, about £4,000\nPilot Mills – used to be a client, left in 2023\n"
    )
    assert roster.names.tolist() == ["Northgate Foods", "Tern Robotics", "Alder Freight", "Pilot Mills"]
    assert roster.text(Field.RELATIONSHIP).tolist()[:2] == ["client", "prospect"]
    assert roster.text(Field.RELATIONSHIP).tolist()[3] == "past client"
    assert roster.number(Field.ANNUAL_FEE).tolist()[:3] == [6_000, 9_000, 4_000]


@pytest.mark.parametrize("before", [[], [None]])
@pytest.mark.parametrize(
    "lines",
    [
        ["Acme Foods – client – £40k – refers us", "Brook Care – prospect – 12k – may hire next year",
         "Crag & Co – client – £9k – owes us since July"],
        ["My clients", "Acme GmbH – Kunde – 40k", "Brand AG – Interessent – 12k – Anna – kein Interesse",
         "Celle KG – Kunde – zahlt spät"],
    ],
)  # fmt: skip
def test_what_is_said_of_a_line_quotes_the_one_cell_that_it_stands_in(lines, before):
    roster = sheet_roster(*([*before, line] for line in lines))
    rows = [row for row, line in enumerate(lines, 1) if "–" in line]
    cells = {("B" if before else "A") + str(row) for row in rows}
    assert {roster.place(name, account)[1] for name in roster.columns for account in range(roster.size)} - {""} == cells
    assert roster.remarks
    assert {clue.cell for clue in roster.remarks} <= cells
    assert {issue.cell for issue in roster.issues if issue.cell} <= cells


def test_a_part_of_most_lines_says_what_accounts_are_and_letters_of_a_key_who_has_them():
    roster = sheet_roster(
        ["Marlow HR – who we look after, Nov 2026"],
        ["A = Ann, T = Tom. Money is a year"],
        ["CLIENTS"],
        ["Northgate Foods – food – £12k – A – owes us since May"],
        ["Halden Mills – textiles – A"],
        ["Pilot Quays – shipping – £9k – T"],
        ["TALKING TO"],
        ["Tern Robotics – plant hire – £8k – T – 40%"],
    )
    assert roster.names.tolist() == ["Northgate Foods", "Halden Mills", "Pilot Quays", "Tern Robotics"]
    assert roster.text(Field.INDUSTRY).tolist() == ["food", "textiles", "shipping", "plant hire"]
    assert roster.text(Field.OWNER).tolist() == ["Ann", "Ann", "Tom", "Tom"]


def test_repeated_parts_are_owners_only_where_they_are_initials_or_names_of_persons():
    lines = [["Northgate Foods – Leeds – £4k – M"], ["Halden Mills – York – £6k – T"], ["Pilot Quays – Leeds – M"],
             ["Tern Robotics – York – 50% – T – met in May"]]  # fmt: skip
    roster = sheet_roster(["LIVE"], *lines[:3], ["WARM"], lines[3])
    assert roster.text(Field.OWNER).tolist() == ["M", "T", "M", "T"]
    assert roster.text(Field.NOTES).tolist()[:2] == ["Leeds", "York"]
    unsigned = sheet_roster(["LIVE"], *[[line[0].replace(" – M", "").replace(" – T", "")] for line in lines[:3]],
                            ["WARM"], lines[3])  # fmt: skip
    assert Field.OWNER not in unsigned.columns


def test_short_remarks_behind_names_are_no_business():
    roster = sheet_roster(
        ["CLIENTS"], ["Acorn Joinery – haggles – £4k – MB"], ["Birch & Co – late payer – £6k – TS"],
        ["Cedar Homes – steady – £9k – MB"], ["PROSPECTS"], ["Elm Motors – keen – 50% – TS"],
    )  # fmt: skip
    assert Field.INDUSTRY not in roster.columns
    assert roster.text(Field.NOTES)[0] == "haggles"
