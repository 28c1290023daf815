"""A row is taken in or left out as somebody said, this month and the next."""

import dataclasses

from planner.detection.picture_types import RowKind
from planner.fields import Field
from tests.readers.make import sheet_roster

ROWS = (
    ["Account", "Owner", "Fee"],
    ["Acme Ltd", "Ana", 100],
    ["Total Energy", "Ben", 900],
    ["Brook & Co", "Ana", 50],
    ["Total", "", 1050],
)


def test_a_row_that_was_left_out_is_taken_in_at_its_place():
    roster = sheet_roster(*ROWS[:3], ["Sum", "", ""], *ROWS[3:], answers={"row:Total": "account"})
    assert roster.names.tolist()[-1] == "Total"
    assert roster.number(Field.ANNUAL_FEE).tolist()[-1] == 1050
    assert [one.row for one in roster.skipped if one.text == "Total"] == []
    assert "total-row" not in [issue.code for issue in roster.issues if issue.cell.endswith("6")]
    assert roster.rows.tolist() == sorted(roster.rows.tolist())


def test_an_account_is_left_out_with_its_reason():
    roster = sheet_roster(*ROWS, answers={"row:Total Energy": "left out"})
    assert roster.names.tolist() == ["Acme Ltd", "Brook & Co"]
    assert ("Total Energy", "you left it out") in [(one.text, one.why) for one in roster.skipped]
    assert [question.code for question in roster.answered] == ["row:Total Energy"]


def test_an_answer_about_a_row_that_is_not_there_waits():
    roster = sheet_roster(*ROWS, answers={"row:Zed": "account"})
    assert roster.answers == {"row:Zed": "account"}
    assert roster.answered == ()


def test_the_picture_names_the_code_of_each_row():
    picture = sheet_roster(*ROWS).picture
    assert picture is not None
    codes = {row.number: (row.kind, row.code) for row in picture.rows}
    assert codes[2] == (RowKind.ACCOUNT, "row:Acme Ltd")
    assert codes[5] == (RowKind.LEFT_OUT, "row:Total")
    assert codes[1][1] == ""
    assert dataclasses.is_dataclass(picture)
