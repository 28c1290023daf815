"""Cells of owners that name several people, and those that name one person by the last name first."""

import pytest

from planner.facts.people.several_owners import with_several
from planner.fields import Field
from planner.parsing.text_cells import as_texts
from tests.readers.make import codes, sheet_roster


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (["Imani", "Cole", "Imani, Cole"], "Imani; Cole"),
        (["Imani", "Dara", "Imani, Cole"], "Imani; Cole"),
        (["Ann Lee", "Bob Ray", "Ann Lee, Bob Ray"], "Ann Lee; Bob Ray"),
        (["MB", "TS", "MB, TS"], "MB; TS"),
        (["Kate", "Luis", "Kate & Luis"], "Kate; Luis"),
        (["Kate Moor", "Luis Gil", "Kate and Luis"], "Kate; Luis"),
        (["Park, Jo", "Lind, Maria", "Park, Jo"], "Park, Jo"),
        (["Jo Park", "Maria Lind", "Akers, Tom"], "Akers, Tom"),
        (["Ann; Bob", "Ann", "Ann/Bob"], "Ann/Bob"),
    ],
)
def test_who_is_named_in_a_cell(written, meant):
    owners, doubtful = with_several(as_texts(written))
    assert owners.tolist()[-1] == meant
    assert doubtful == ()


def test_one_person_or_two_is_told_where_nothing_shows_it():
    rows = [["Acme", "Jo Park", 1000], ["Beta", "Maria Lind", 2000], ["Gamma", "Imani, Cole", 3000]]
    roster = sheet_roster(["Client", "Owner", "Fee"], *rows)
    assert roster.text(Field.OWNER).tolist()[2] == "Imani, Cole"
    assert "one-owner-or-two" in codes(roster)


def test_initials_and_names_in_one_cell_are_a_key():
    rows = [["Acme", "PH", 100], ["Beta", "SJ", 200], ["Cora", "PH / SJ", 300], ["Dell", "PH", 50]]
    key = "PH Priya Hallam · SJ Stuart Jopling"
    roster = sheet_roster(["Client", "Us", "Fee"], *rows, [], [key])
    assert roster.size == 4
    assert roster.text(Field.OWNER).tolist()[:2] == ["Priya Hallam", "Stuart Jopling"]
