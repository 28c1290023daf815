"""Answers to questions of the plan are obeyed by their codes, and said where they cannot be."""

import pytest

from planner.errors import SettingError
from planner.fields import Field
from planner.goods import GOODS, Good
from planner.pipeline import plan
from planner.questions.elicitation import Say
from planner.questions.known_codes import check_answers
from planner.questions.plan_answers import is_plan_code, listed_words, obeyed
from planner.questions.plan_questions import plan_questions
from tests.readers.make import workbook_roster

LIST = [
    ["Account", "Relationship", "Industry", "Fee", "Chance", "Owner", "Expected date"],
    ["Acme", "client", "Food", 40_000, "80%", "Ana", "2030-03-01"],
    ["Brook", "prospect", "Food", 20_000, "30%", "Ana", "2030-04-01"],
    ["Crag", "prospect", "Steel", 90_000, "40%", "Ben", "2029-01-01"],
    ["Dell", "past client", "Health", 15_000, "10%", "Ben", ""],
]
START = {"plan_start": "2030-01-01"}


def told(*rows):
    return workbook_roster({"Clients": LIST, "Answers": [["code", "answer", "told by"], *rows]})


def test_hours_a_week_are_for_each_person_and_the_whole_period():
    made = plan(told(["hours", "5", "Ana"]), **START)
    assert made.settings.hours == pytest.approx(5 * 13 * 2)
    assert not made.team.assumed
    assert "hours" not in [question.code for question in plan_questions(made)]


def test_hours_that_are_asked_for_hold_over_an_answer():
    assert plan(told(["hours", "5", ""]), hours=60, **START).team.hours == pytest.approx(60)


def test_an_industry_that_does_good_is_a_rule():
    tags = plan(told(["industry:Food", "yes", ""]), **START).tags
    others = GOODS.index(Good.OTHERS)
    assert tags.strength[:2, others].tolist() == [0.8, 0.8]
    assert "You said that Food does good" in tags.reason[0, others]


def test_a_guess_is_confirmed_or_dismissed_by_name_and_who_said_so_is_kept():
    rows = (["guess:others:brook", "yes", "Ana"], ["guess:strengths:Acme", "no", "Ben"])
    roster = plan(told(*rows), **START).roster
    assert roster.number(Field.RATING_OTHERS)[1] == 4
    assert roster.number(Field.RATING_STRENGTHS)[0] == 0
    assert [row["told by"].value for row in roster.sheets["overrides"].rows] == ["Ana", "Ben"]


def test_names_are_ticked_once_or_twice():
    roster = plan(told(["names:referral", "Acme (double tick); Dell", ""]), **START).roster
    assert roster.number(Field.RATING_REFERRAL)[[0, 3]].tolist() == [5, 4]


def test_a_deal_that_lives_gets_a_new_date_and_a_dead_one_none():
    alive = plan(told(["alive:Crag", "yes", ""]), **START).roster
    dead = plan(told(["alive:Crag", "no", ""]), **START).roster
    assert str(alive.date(Field.EXPECTED_DATE)[2]) > "2030-01-01"
    assert str(dead.date(Field.EXPECTED_DATE)[2]) == "NaT"


def test_an_answer_that_cannot_be_used_is_an_issue_and_changes_nothing():
    roster = obeyed(told(["alive:Nobody", "yes", ""], ["industry:Food", "perhaps", ""], ["hours", "many", ""]))
    issues = [issue for issue in roster.issues if issue.code == "answer-unusable"]
    assert [issue.cell for issue in issues] == ["B2", "B3", "B4"]
    assert "no account called “Nobody”" in issues[0].message
    assert "overrides" not in roster.sheets


def test_obeying_twice_changes_nothing_more():
    once = obeyed(told(["guess:others:Brook", "yes", "Ana"], ["better_at", "Steel", ""], ["hours", "6", ""]))
    twice = obeyed(once)
    assert {key: sheet.rows for key, sheet in twice.sheets.items()} == {
        key: sheet.rows for key, sheet in once.sheets.items()
    }


def test_a_question_is_asked_no_more_once_it_is_answered():
    before = plan_questions(plan(told(), **START))
    after = plan_questions(plan(told(["industry:Food", "no", ""]), **START))
    assert "industry:Food" in [question.code for question in before]
    assert {question.code for question in before} - {question.code for question in after} == {"industry:Food"}


def test_a_wrong_answer_on_the_command_line_is_refused():
    roster = told()
    with pytest.raises(SettingError, match="no account called “Nobody”"):
        check_answers(roster, {"guess:others:Nobody": "yes"}, START)
    with pytest.raises(SettingError, match="none of no, yes"):
        check_answers(roster, {"guess:others:Acme": "maybe"}, START)
    with pytest.raises(SettingError, match="Did you mean “hours”"):
        check_answers(roster, {"hour": "8"}, START)
    check_answers(roster, {"names:now": "Acme; Brook (double tick)"}, START)


def test_codes_of_the_plan_are_told_from_those_of_the_reading():
    assert is_plan_code("industry:Food")
    assert is_plan_code("hours")
    assert not is_plan_code("industry")
    assert not is_plan_code("annual_fee:Revenue")


def test_brackets_that_hold_no_word_belong_to_the_name():
    said = listed_words("Acme (UK); Brook (double tick) ;", Say.TICK)
    assert said == {"Acme (UK)": "tick", "Brook": "double tick"}


def test_a_guess_from_a_name_is_asked_about_until_somebody_says_so():
    rows = [*LIST, ["Brannoc Charity", "client", "", 9_000, "90%", "Ana", ""]]
    asked = plan_questions(plan(workbook_roster({"Clients": rows}), **START))
    guess = next(one for one in asked if one.code == "guess:others:Brannoc Charity")
    assert "name suggests a charity" in guess.text
    assert [option.value for option in guess.choices] == ["yes", "no"]
    answers = [["code", "answer"], ["guess:others:Brannoc Charity", "yes"]]
    sure = plan(workbook_roster({"Clients": rows, "Answers": answers}), **START)
    assert sure.tags.sure(4, Good.OTHERS) == "fact"
    assert guess.code not in [one.code for one in plan_questions(sure)]


def ended(*answers):
    rows = [["Account", "Relationship", "Fee", "Status"], ["Acme", "client", 9_000, "active"]]
    rows += [["Brook", "client", 90_000, "dissolved"], ["Crag", "prospect", 5_000, "active"]]
    return workbook_roster({"Clients": rows, "Answers": [["code", "answer"], *answers]})


def test_an_account_that_the_list_ends_is_asked_about_and_taken_in_again():
    made = plan(ended(), **START)
    assert made.allocation.hours[1] == 0
    question = next(one for one in plan_questions(made) if one.code == "leave_out:Brook")
    assert (question.default, "dissolved" in question.text) == ("yes", True)
    again = plan(ended(["leave_out:Brook", "no"]), **START)
    assert again.allocation.hours[1] > 0
    assert "leave_out:Brook" not in [one.code for one in plan_questions(again)]


def test_an_account_that_is_over_is_asked_nothing_else():
    asked = plan_questions(plan(ended(), **START))
    named = {option.value for one in asked if one.code != "leave_out:Brook" for option in one.choices}
    assert "Brook" not in named


@pytest.mark.parametrize("said", ["Acme, Dell", "Acme (client); Dell (past client)", "Acme (tick), dell"])
def test_names_are_taken_with_commas_between_them_and_as_the_choices_show_them(said):
    roster = plan(told(["names:referral", said, ""]), **START).roster
    assert roster.number(Field.RATING_REFERRAL)[[0, 3]].tolist() == [4, 4]


def test_a_comma_within_a_name_belongs_to_it():
    rows = [*LIST, ["Ely, Fen", "client", "Food", 1, "", "Ana", ""]]
    sheets = {"Clients": rows, "Answers": [["code", "answer"], ["names:referral", "Ely, Fen"]]}
    assert plan(workbook_roster(sheets), **START).roster.number(Field.RATING_REFERRAL)[4] == 4
