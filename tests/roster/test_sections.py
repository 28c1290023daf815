"""Titles above columns and sections say units, meanings and owners of what stands under them."""

import pytest

from planner.facts.people.names import person_of
from planner.fields import Field
from tests.readers.make import sheet_roster

TWO_ROWS = [
    ["", "", "Fees (£000)", "", "BD time", ""],
    ["Client / target", "Sector", "FY26 actual", "FY27 expected", "h / quarter", "Remarks"],
]


def test_the_unit_of_an_unmerged_group_title_reaches_both_columns_of_fees():
    roster = sheet_roster(
        *TWO_ROWS,
        ["Vortex Semiconductors", "Electronics", 88, 95, 20, "new FD"],
        ["Halden Shipping", "Shipping", 40, 38, 10, ""],
        ["Lumen Therapeutics", "Life sciences", "", 60, 8, "target – proposal sent"],
    )
    assert roster.number(Field.ANNUAL_FEE).tolist() == [95_000, 38_000, 60_000]
    assert roster.text(Field.RELATIONSHIP).tolist() == ["client", "client", "prospect"]


def test_sections_called_after_persons_give_the_owners():
    roster = sheet_roster(
        ["Client", "Sector", "Fee"],
        ["ELENA MARSH", "", ""], ["Vortex Semis", "Electronics", 88_000], ["Halden Shipping", "Shipping", 40_000],
        ["Raj's accounts", "", ""], ["Ashdown Foods", "Food", 55_000], ["Wren Homes", "Housing", 4_000],
    )  # fmt: skip
    assert roster.text(Field.OWNER).tolist() == ["Elena Marsh", "Elena Marsh", "Raj", "Raj"]


@pytest.mark.parametrize("title", ["CURRENT CLIENTS", "Prospects", "London office", "2026", "On hold", "Summary"])
def test_titles_of_other_things_are_no_persons(title):
    assert person_of(title) == ""
