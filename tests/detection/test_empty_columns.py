"""Columns that programs keep and nobody fills."""

from planner.fields import Field
from tests.readers.make import sheet_roster


def test_an_empty_column_gives_way_to_one_that_says_something():
    """A contact list with `country` left empty and `is_customer` never ticked."""
    header = ["Company", "City", "Country", "is_customer"]
    rows = [["Acme", "Leeds", "", ""], ["Beta", "York", "", ""], ["Gamma", "Leeds", "", ""]]
    roster = sheet_roster(header, *rows)
    assert roster.source.mapping[Field.REGION].header == "City"
    assert not [issue for issue in roster.issues if issue.code == "two-columns"]
