"""Answers: read from their sheet, merged with those given now, kept for the next file."""

import dataclasses

import pytest

from planner.errors import SettingError
from planner.questions.known_codes import check_answers
from planner.records.question import ChoiceOption, Question
from planner.roster.roster import Roster
from planner.sheets.answers import answers_sheet, merged, read_answers, values_of, with_answers
from tests.readers.make import workbook_roster

FEE = Question(
    "annual_fee:Revenue", "annual_fee", "Revenue", "Clients", "Is “Revenue” what they pay you?",
    (ChoiceOption("fee", "What they pay us"), ChoiceOption("turnover", "Their own turnover")), "fee",
)  # fmt: skip
LIST = [["Account", "Fee"], ["Acme", 1000], ["Brook", 2000]]


def asking(*rows: list[object]) -> Roster:
    """A list with an Answers sheet, that asks about its fees."""
    roster = workbook_roster({"Clients": LIST, "Answers": [["code", "answer", "told by", "day"], *rows]})
    told, _ = read_answers(roster.sheets.get("answers"))
    return with_answers(dataclasses.replace(roster, questions=(FEE,)), told)


def test_a_question_that_the_sheet_answers_is_asked_no_more():
    roster = asking(["annual_fee:Revenue", "Their own turnover", "Ana", "2026-11-02"])
    assert roster.questions == ()
    assert roster.answered == (FEE,)


def test_an_answer_that_is_no_choice_leaves_the_question_open_and_is_said():
    roster = asking(["annual_fee:Revenue", "perhaps", "", ""])
    assert roster.questions == (FEE,)
    issue = next(one for one in roster.issues if one.code == "answer-unusable")
    assert (issue.cell, issue.value) == ("B2", "perhaps")
    assert "fee, turnover" in issue.fix


def test_the_kept_sheet_says_what_was_asked_who_answered_and_when():
    roster = asking(["annual_fee:Revenue", "turnover", "Ana", "2026-11-02"])
    (row,) = roster.sheets["answers"].rows
    said = {key: cell.value for key, cell in row.items()}
    assert said == {
        "code": "annual_fee:Revenue", "field": "annual_fee", "header": "Revenue", "answer": "turnover",
        "question": FEE.text, "told by": "Ana", "day": "2026-11-02",
    }  # fmt: skip


def test_an_answer_without_a_code_is_an_issue_and_answers_of_other_lists_are_kept():
    told, issues = read_answers(answers_sheet(merged((), {"current_hours:BD hrs": "this year"}, by="you", day="")))
    assert (values_of(told), issues) == ({"current_hours:BD hrs": "this year"}, ())
    roster = workbook_roster(
        {"Clients": LIST, "Answers": [["code", "answer"], ["relationship", "client"], [None, "x"]]}
    )
    assert roster.answers == {"relationship": "client"}
    assert [issue.cell for issue in roster.issues if issue.code == "answer-incomplete"] == ["B3"]


def test_what_is_answered_now_holds_over_the_sheet():
    told, _ = read_answers(asking(["annual_fee:Revenue", "fee", "Ana", "2026-11-02"]).sheets["answers"])
    (now,) = merged(told, {"annual_fee:Revenue": "turnover"}, by="you", day="2026-12-01")
    assert (now.value, now.by, now.day) == ("turnover", "you", "2026-12-01")
    (same,) = merged(told, {"annual_fee:Revenue": "fee"}, by="you", day="2026-12-01")
    assert same.by == "Ana"


def test_an_unknown_code_names_the_nearest_and_the_known_ones():
    roster = dataclasses.replace(workbook_roster({"Clients": LIST}), questions=(FEE,))
    with pytest.raises(SettingError, match="Did you mean “annual_fee:Revenue”"):
        check_answers(roster, {"annual_fee:Revenu": "fee"}, {})
    with pytest.raises(SettingError, match="answer with fee, turnover"):
        check_answers(roster, {"annual_fee:Revenue": "no"}, {})
    check_answers(roster, {"annual_fee:Revenue": "Their own turnover"}, {})
