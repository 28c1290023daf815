"""Marks for the same as above, as people write them into lists kept by hand."""

from planner.fields import Field
from tests.readers.make import codes, sheet_roster


def test_marks_say_what_stands_over_them():
    """Lists typed by hand, with `"` and `do.` under the first of several alike."""
    roster = sheet_roster(
        ["Client", "Sector", "Owner", "Fees"],
        ["Alder Foods Ltd", "Food", "Ann Bell", 5000],
        ["Birch Dairy Ltd", '"', '"', 7000],
        ["Cedar Print Ltd", "Print", "Jo Marsh", 2000],
        ["Elm Press Ltd", "do.", "ditto", 2500],
        ["Fir Signs Ltd", "Print", '"', 1000],
    )
    assert roster.text(Field.INDUSTRY).tolist() == ["Food", "Food", "Print", "Print", "Print"]
    assert roster.text(Field.OWNER).tolist() == ["Ann Bell", "Ann Bell", "Jo Marsh", "Jo Marsh", "Jo Marsh"]
    assert codes(roster).count("ditto-read") == 1


def test_a_mark_with_nothing_over_it_stays():
    roster = sheet_roster(["Client", "Fees", "Notes"], ["Alder", 5000, '"'], ["Birch", 7000, "likes us"])
    assert "ditto-read" not in codes(roster)
