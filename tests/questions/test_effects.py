"""What an answer can move is found by planning again, or left open."""

import dataclasses

from planner.allocation.allocate import allocate
from planner.pipeline import plan
from planner.questions.plan_questions import all_questions
from planner.records.question import ChoiceOption, Question
from planner.roster.roster import Roster
from planner.sensitivity import question_effects
from planner.sensitivity.question_effects import moved_hours, open_questions, with_effects
from planner.vocabulary import Status
from tests.readers.make import sheet_roster, workbook_roster

LIST = [
    ["Account", "Relationship", "Industry", "Fee", "Chance"],
    ["Acme", "client", "Food", 40_000, "80%"],
    ["Brook", "prospect", "Food", 20_000, "30%"],
    ["Crag", "prospect", "Steel", 90_000, "40%"],
]
WHOSE = Question(
    "annual_fee:Fee", "annual_fee", "Fee", text="What is it?",
    choices=(ChoiceOption("fee", "Fee"), ChoiceOption("ignore", "Nothing")), default="fee",
)  # fmt: skip


OPEN = {"max_share_per_account": 1}


def read(fee_of_crag: float = 90_000) -> Roster:
    rows = [*LIST[:3], ["Crag", "prospect", "Steel", fee_of_crag, "40%"]]
    return dataclasses.replace(sheet_roster(*rows), questions=(WHOSE,))


def test_the_effect_of_an_answer_is_what_a_new_plan_moves():
    said = []

    def reread(answers):
        said.append(dict(answers))
        return read(fee_of_crag=1_000)

    roster = read()
    found = {one.code: one for one in with_effects(roster, (WHOSE,), reread, OPEN)}
    before, after = plan(roster, **OPEN), plan(read(fee_of_crag=1_000), **OPEN)
    hours = [dict(zip(made.roster.names, made.allocation.hours.tolist(), strict=True)) for made in (before, after)]
    assert said == [{"annual_fee:Fee": "ignore"}]
    assert found["annual_fee:Fee"].moves == moved_hours(*hours) > 0


def test_a_question_of_the_reading_stays_open_where_the_list_cannot_be_read_again():
    (found,) = with_effects(read(), (WHOSE,))
    assert found.moves is None


def test_a_question_stays_open_where_its_plan_takes_too_long(monkeypatch):
    def late(*asked):
        found = allocate(*asked)
        return dataclasses.replace(found, proof=dataclasses.replace(found.proof, status=Status.TIME_LIMIT))

    roster = read()
    (quick,) = with_effects(roster, (WHOSE,), lambda _answers: read(fee_of_crag=1_000))
    monkeypatch.setattr(question_effects, "allocate", late)
    (slow,) = with_effects(roster, (WHOSE,), lambda _answers: read(fee_of_crag=1_000))
    assert quick.moves
    assert slow.moves is None


def test_an_answer_that_changes_nothing_moves_nothing():
    (found,) = with_effects(read(), (WHOSE,), lambda _answers: read())
    assert found.moves == 0


def test_the_most_telling_come_first():
    questions = open_questions(read(), lambda _answers: read())
    moves = [one.moves for one in questions if one.moves]
    assert moves == sorted(moves, reverse=True)
    assert {one.code for one in questions} == {one.code for one in all_questions(plan(read()))}


def test_a_list_that_cannot_be_planned_still_says_what_its_reading_leaves_open():
    locked = sheet_roster(["Account", "Fee", "Locked hours"], ["Acme", 5, 50], ["Brook", 5, ""])
    assert open_questions(dataclasses.replace(locked, questions=(WHOSE,)), changes={"hours": 10}) == (WHOSE,)


def test_hours_moved_are_those_added_or_those_taken_whichever_is_more():
    assert moved_hours({"a": 4.0, "b": 4.0}, {"a": 6.0, "c": 1.0}) == 4.0


def test_where_several_can_be_named_a_few_are_tried_together():
    accounts = [[f"Acc {n}", "prospect" if n % 2 else "client", 20_000 + 7_000 * n, f"{20 + 9 * n}%"] for n in range(7)]
    rows = [["Account", "Relationship", "Fee", "Chance"], *accounts]
    question = next(one for one in open_questions(sheet_roster(*rows)) if one.code == "names:others")

    def planned(number):
        named = "; ".join(option.value for option in question.choices[:number])
        made = plan(workbook_roster({"Clients": rows, "Answers": [["code", "answer"], [question.code, named]]}))
        return dict(zip(made.roster.names, made.allocation.hours.tolist(), strict=True))

    alone, together = (moved_hours(planned(0), planned(number)) for number in (1, 3))
    assert together > alone
    assert question.moves == together
