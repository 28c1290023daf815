"""Small blocks apart from a list's columns: names under a title that says what they are, and blocks that are none."""

import pytest

from planner.fields import Field
from tests.detection.test_first_lists import relationships
from tests.readers.make import sheet_roster

LIST = [
    ("Client", "Fee", "Status"), ("Harbour Foods", 12000, "live"), ("Kestrel Homes", 8500, "live"),
    ("Ashdown Dairy", 4000, "quoted"), ("Brindle Ltd", 15000, "live"), ("Corven Logistics", 22000, "quoted"),
    ("Dunmore Farm", 3000, "live"),
]  # fmt: skip
ENGLISH = [("Introducers",), ("Pam Tolley", "bank, sent two last year"), ("Rawle & Co", "golf"), ("Jim Foss", "")]
GERMAN = [("Empfehler",), ("Dr. Lenz", "Hausbank"), ("Kanzlei Roth", "2 Mandate"), ("Petra Voss", "")]
HEADED = [("Ideas", "Why"), ("Gorse Hotels", "new FD"), ("Hollin Bakery", "expanding"), ("Ivel Marine", "show")]
SPANISH = [("Prospectos", "Honorarios"), ("Textil Sur", 9000), ("Grupo Nava", 4000), ("Óptica Luz", 6000)]
BLOCKS = [(ENGLISH, "referral source"), (GERMAN, "referral source"), (HEADED, "prospect"), (SPANISH, "prospect")]


def under(block, column=4):
    return [*LIST, (), *(("",) * column + tuple(row) for row in block)]


def right_of(block, first=0):
    rows = [[*row, "", "", ""] for row in LIST]
    for i, row in enumerate(block, first):
        rows[i][4 : 4 + len(row)] = row
    return rows


@pytest.mark.parametrize(("block", "kind"), BLOCKS)
@pytest.mark.parametrize("placed", [under, lambda block: under(block, 1), right_of, lambda block: right_of(block, 2)])
def test_names_under_a_title_apart_from_the_list_are_read_as_it_says(block, kind, placed):
    roster = sheet_roster(*placed(block))
    read = relationships(roster)
    assert len(read) == 9
    assert [read[name] for name, *_ in block[1:]] == [kind] * 3
    assert read["Ashdown Dairy"] == "prospect"


def test_what_is_said_beside_a_name_in_a_block_is_a_remark_and_a_headed_column_is_what_it_says():
    assert "bank, sent two last year" in sheet_roster(*under(ENGLISH)).text(Field.NOTES).tolist()
    assert 9000 in sheet_roster(*right_of(SPANISH)).columns[Field.ANNUAL_FEE].tolist()


@pytest.mark.parametrize(
    "block",
    [
        [("Team",), ("Anna", 20), ("Ben", 10), ("Carla", 12)],
        [("Partners",), ("Anna Lee",), ("Ben Roe",), ("Carla Fox",)],
        [("Live",), ("Quoted",), ("Lost",), ("On hold",)],
        [("Ideas",), ("Write a newsletter in January",), ("Ask Pam for lunch",), ("Update the website",)],
        [("Targets",), ("Harbour Foods",), ("Ashdown Dairy",), ("Brindle Ltd",)],
    ],
)
@pytest.mark.parametrize("placed", [under, right_of])
def test_people_statuses_things_to_do_and_accounts_of_the_list_make_no_block(block, placed):
    assert len(relationships(sheet_roster(*placed(block)))) == 6
