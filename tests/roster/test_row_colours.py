"""Names that are marked by colours, and the key that says what they mean."""

import io

import xlsxwriter

from planner.fields import Field
from planner.goods import Good
from planner.reading import read_roster
from planner.roster.roster import Roster
from tests.readers.make import codes

GREEN, RED, GREY = "#92D050", "#FF7C80", "#BFBFBF"
ROWS = [("Acme", 9000, GREEN), ("Brook", 4000, ""), ("Crane", 3000, RED), ("Dunn", 2000, GREY), ("Ebb", 1000, "")]
KEY = [(GREEN, "sends us work"), (RED, "might leave"), (GREY, "finished with us")]


def coloured(rows, key=(), *, apart=True, header="") -> Roster:
    """The roster of a list with filled cells; its key beside it on another sheet, or under it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        looks = {colour: book.add_format({"bg_color": colour}) for colour in {GREEN, RED, GREY}}
        sheet = book.add_worksheet("Clients")
        for j, text in enumerate(("Client", "Billed 2025", "Lead")):
            sheet.write(0, j, text, looks.get(header))
        for i, (name, fee, colour) in enumerate(rows, 1):
            sheet.write(i, 0, name, looks.get(colour))
            sheet.write(i, 1, fee)
            sheet.write(i, 2, "Ann" if i % 2 else "Cy")
        other = book.add_worksheet("Key") if apart else sheet
        for i, (colour, text) in enumerate(key, 0 if apart else len(rows) + 3):
            other.write_blank(i, 0, None, looks[colour])
            other.write(i, 1, text)
    return read_roster(content.getvalue(), name="list.xlsx")


def test_colours_mean_what_a_key_says_on_another_sheet_or_under_the_list():
    for apart in (True, False):
        roster = coloured(ROWS, KEY, apart=apart)
        assert roster.names.tolist() == ["Acme", "Brook", "Crane", "Dunn", "Ebb"]
        assert "colours-read" in codes(roster)
        assert {clue.account for clue in roster.remarks if clue.good is Good.REFERRAL} == {0}
        cautions = {clue.account for clue in roster.remarks if clue.caution}
        assert cautions == {2}
        assert any(issue.code == "left-out" and "Dunn" in issue.message for issue in roster.issues)


def test_a_colour_may_say_what_an_account_is():
    roster = coloured(ROWS, [(GREEN, "client"), (RED, "prospect"), (GREY, "past client")])
    kinds = roster.text(Field.RELATIONSHIP).tolist()
    assert (kinds[2], kinds[3]) == ("prospect", "past client")


def test_colours_without_a_key_are_told_and_not_read():
    roster = coloured(ROWS)
    assert "colours-not-read" in codes(roster)
    assert not roster.remarks


def test_the_look_of_a_list_is_no_mark():
    assert not {"colours-read", "colours-not-read"} & set(
        codes(coloured([(*row[:2], "") for row in ROWS], header=GREEN))
    )
    alike = [(name, fee, GREY) for name, fee, _ in ROWS]
    bands = [
        (name, fee, GREY if i % 2 else "") for i, (name, fee, _) in enumerate([*ROWS, ("Fay", 1, ""), ("Gus", 2, "")])
    ]
    for rows in (alike, bands):
        assert not {"colours-read", "colours-not-read"} & set(codes(coloured(rows, KEY)))


def lights(colours, header="RAG") -> Roster:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Pipeline")
        sheet.write_row(0, 0, ("Prospect", "Likely fee", header))
        for i, colour in enumerate(colours, 1):
            sheet.write_row(i, 0, (f"Firm {'ABCDE'[i - 1]}", 1000 * i))
            if colour:
                sheet.write_blank(i, 2, None, book.add_format({"bg_color": colour}))
    return read_roster(content.getvalue(), name="list.xlsx")


def test_a_column_of_filled_cells_is_one_of_lights():
    roster = lights(["#00B050", "#FFC000", "#FF0000", "#92D050"])
    assert "lights-read" in codes(roster)
    assert roster.number(Field.PROBABILITY).tolist() == [0.55, 0.25, 0.10, 0.55]


def test_a_few_filled_cells_or_one_colour_are_no_lights():
    for colours in (["#00B050", "", "", ""], ["#00B050"] * 4):
        assert "lights-read" not in codes(lights(colours))


def test_names_beside_lights_are_no_key():
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Pipeline")
        sheet.write_row(0, 0, ("RAG", "Prospect"))
        for i, colour in enumerate(("#00B050", "#FF0000", "#00B050"), 1):
            sheet.write_blank(i, 0, None, book.add_format({"bg_color": colour}))
            sheet.write(i, 1, f"Firm {'ABC'[i - 1]}")
    roster = read_roster(content.getvalue(), name="list.xlsx")
    assert roster.names.tolist() == ["Firm A", "Firm B", "Firm C"]
    assert roster.number(Field.PROBABILITY).tolist() == [0.55, 0.10, 0.55]


def test_a_key_may_name_its_colours():
    """Lists in which somebody wrote `green = …` beside the rows, without filling the cell."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Clients")
        for j, text in enumerate(("Client", "Billed 2025")):
            sheet.write(0, j, text)
        for i, (name, fee, colour) in enumerate(ROWS, 1):
            sheet.write(i, 0, name, book.add_format({"bg_color": colour}) if colour else None)
            sheet.write(i, 1, fee)
        sheet.write(2, 4, "green = sends us work, red = might leave")
    roster = read_roster(content.getvalue(), name="list.xlsx")
    assert {clue.account for clue in roster.remarks if clue.good is Good.REFERRAL} == {0}
    assert {clue.account for clue in roster.remarks if clue.caution} == {2}
    told = next(issue for issue in roster.issues if issue.code == "colours-not-read")
    assert told.message.startswith("1 name is marked")
