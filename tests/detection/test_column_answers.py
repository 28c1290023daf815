"""An answer about a column is obeyed by value or label, and stays known once nobody asks any more."""

import pytest

from planner.fields import Field
from planner.questions.known_codes import check_answers
from tests.readers.make import sheet_roster

ROWS = (
    ["Account", "Relationship", "BD hrs YTD", "Rev FY26"],
    ["Acme Ltd", "client", 48, 212_000],
    ["Brook & Co", "client", 12, 41_250],
    ["Crag plc", "client", 9, 86_500],
    ["Dell LLP", "client", 6, 12_000],
)


@pytest.mark.parametrize(
    "value", ["ignore", "this year", "this quarter", "This quarter's", "Something else; leave them out"]
)
def test_an_answered_question_on_hours_stays_known(value):
    said = {"current_hours:BD hrs YTD": value}
    roster = sheet_roster(*ROWS, answers=said)
    assert "current_hours:BD hrs YTD" in [question.code for question in roster.answered]
    check_answers(roster, said, {})


def test_a_label_says_the_same_as_its_value():
    by_value = sheet_roster(*ROWS, answers={"current_hours:BD hrs YTD": "this quarter"})
    by_label = sheet_roster(*ROWS, answers={"current_hours:BD hrs YTD": "This quarter's"})
    hours = [roster.number(Field.CURRENT_HOURS).tolist() for roster in (by_value, by_label)]
    assert hours[0] == hours[1] == [48, 12, 9, 6]


def test_hours_of_nine_months_are_a_third_in_a_quarter():
    roster = sheet_roster(*ROWS, answers={"current_hours:BD hrs YTD": "nine months"})
    assert roster.number(Field.CURRENT_HOURS).tolist() == [16, 4, 3, 2]


def test_an_answer_that_is_no_choice_changes_nothing_and_leaves_the_question_open():
    asked = [question.code for question in sheet_roster(*ROWS).questions]
    roster = sheet_roster(*ROWS, answers={"current_hours:BD hrs YTD": "perhaps"})
    assert [question.code for question in roster.questions] == asked
    assert "answer-unusable" in [issue.code for issue in roster.issues]
    assert not roster.has(Field.CURRENT_HOURS)
