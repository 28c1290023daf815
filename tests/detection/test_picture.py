"""The picture of a sheet's head shows cells as people see them, and what was made of each row and column."""

import datetime as dt

from planner.detection.picture import shown_text
from planner.detection.picture_types import RowKind
from planner.fields import Field
from planner.vocabulary import Level
from tests.readers.make import sheet_roster, workbook_roster

ROWS = (
    ["Our clients 2026", "", ""],
    ["", "", ""],
    ["Account", "Fee", "Zip"],
    ["Acme", 120000, "0123"],
    ["", "", ""],
    ["Brook", 20000.5, "0456"],
    ["Total", 140000.5, ""],
)


def picture(*rows):
    found = sheet_roster(*rows).picture
    assert found is not None
    return found


def test_every_row_says_what_it_was_taken_for():
    found = picture(*ROWS)
    assert [(row.number, row.kind) for row in found.rows] == [
        (1, RowKind.ABOVE),
        (3, RowKind.HEADER),
        (4, RowKind.ACCOUNT),
        (5, RowKind.BLANK),
        (6, RowKind.ACCOUNT),
        (7, RowKind.LEFT_OUT),
    ]
    assert "total" in found.rows[-1].why.lower()
    assert found.rows[2].cells == ("Acme", "120,000", "0123")


def test_every_column_says_what_it_was_taken_for_and_how_sure():
    account, fee, other = picture(*ROWS).columns
    assert (account.letter, account.field, account.level) == ("A", Field.ACCOUNT, Level.SURE)
    assert (fee.header, fee.field) == ("Fee", Field.ANNUAL_FEE)
    assert (other.header, other.field, other.level) == ("Zip", None, None)


def test_accounts_of_a_list_above_with_other_columns_are_no_rows_that_were_left_out():
    """A pipeline on top and the current clients in a second block under it."""
    pipeline = [["Prospect", "Stage", "Est. fee", "Close", ""], ["Harlow", "Call", 9000, "Q2", ""]]
    clients = [
        ["Client", "Engagement", "Fees FY26", "Lead", "Comments"],
        ["Acme", "Pricing", 120000, "Ann", "renewal in March"],
        ["Brook", "Retreat", 20000, "Bob", "unhappy"],
        ["Cole", "PMO", 9000, "Bob", "sends us work"],
    ]
    found = picture(*pipeline, [""] * 5, ["CURRENT CLIENTS", *[""] * 4], *clients)
    kinds = {row.cells[0]: (row.kind, row.why) for row in found.rows if row.cells[0]}
    assert kinds["Harlow"] == (RowKind.ALSO, "was read too, under a header of its own")
    assert kinds["Prospect"] == (RowKind.ALSO, "is the header of another list")
    assert kinds["CURRENT CLIENTS"][0] is RowKind.ABOVE
    assert found.more == 0


def test_a_long_list_is_cut_and_says_how_many_more_there_are():
    found = picture(["Account", "Fee"], *([f"Firm {i}", i] for i in range(40)))
    assert len(found.rows) == 15
    assert found.more == 40 - 14


def test_cells_read_as_people_write_them():
    assert shown_text(1234567.0) == "1,234,567"
    assert shown_text(2026) == "2026"
    assert shown_text(0.25) == "0.25"
    assert shown_text(dt.datetime(2026, 11, 2)) == "2026-11-02"
    assert shown_text("two\nlines") == "two lines"


def test_a_list_with_other_columns_on_a_further_sheet_has_a_picture_of_its_own():
    ours = [["Client", "Fee 2026", "Owner"], ["Acme Ltd", 9000, "Ann"], ["Brook Ltd", 4000, "Cy"]]
    alike = [["Client", "Fee 2026", "Owner"], ["Drew Ltd", 8000, "Ann"], ["Ellis Ltd", 3000, "Cy"]]
    others = [["Target", "Likelihood", "Lead"], ["Crane plc", "High", "Ann"], ["Finch plc", "Low", "Cy"]]
    roster = workbook_roster({"Leeds": ours, "York": alike, "Targets": others})
    assert roster.size == 6
    (also,) = roster.also_read
    assert also.sheet == "Targets"
    assert [column.field for column in also.columns] == [Field.ACCOUNT, Field.PROBABILITY, Field.OWNER]
