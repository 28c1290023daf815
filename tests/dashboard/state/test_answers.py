"""The first questions: what an answer becomes, what it moved, skipping, and taking it back."""

from dataclasses import replace

import pytest

from dashboard.pages.plan.questions import form, left_words, only_picks, questions_card
from dashboard.service.drafts import take_draft
from dashboard.state.answers import SKIPPED, said_of, take_answer, where_we_are
from dashboard.state.edits import leave_out
from dashboard.state.history import undo
from planner.errors import SettingError
from planner.questions.elicitation import Ask, Say, ask
from planner.questions.plan_questions import all_questions
from sample_workbooks import sample_path


@pytest.fixture
def own(service):
    """A workspace with the CRM export, whose questions are all open."""
    content = sample_path("crm_export").read_bytes()
    work = take_draft(service, "a", [("crm.xlsx", content)])
    service.store.change("a", lambda _: work)
    return service


def question_about(service, what):
    return next(question for question in ask(service.view("a").plan) if question.ask is what)


def test_the_card_counts_the_questions_that_the_terminal_counts_and_the_cards_they_take(own):
    view = own.view("a")
    asked = where_we_are(view.plan, view.work)
    assert asked.questions == len(all_questions(view.plan)) > asked.left
    assert left_words(asked) == f"{asked.questions} questions on {asked.left} cards"
    assert left_words(replace(asked, questions=1, left=1)) == "1 question on one card"


def test_an_answer_about_industries_becomes_rules_that_come_first_and_says_what_it_moved(own):
    question = question_about(own, Ask.INDUSTRIES)
    said = {question.choices[0].key: "yes", question.choices[1].key: "no"}
    take_answer(own, "a", question.name, said)
    view = own.view("a")
    assert [rule.strength for rule in view.plan.rules[:2]] == [0.8, 0.0]
    assert view.work.answers[question.name]["moved"].endswith(".")
    assert view.work.answers[question.name]["said"] == said


def test_an_answer_by_names_becomes_changes_by_hand_that_undo_takes_back(own):
    before = own.view("a")
    question = question_about(own, Ask.NAMES)
    name = question.choices[0].key
    take_answer(own, "a", question.name, {name: "double tick"})
    assert own.view("a").work.overrides[name][f"rating_{question.good}"].value == 5
    own.edit("a", undo)
    assert own.view("a").work.overrides == {}
    assert list(own.view("a").plan.allocation.hours) == list(before.plan.allocation.hours)


def test_an_answer_about_the_column_of_money_reads_the_list_again(own):
    question = question_about(own, Ask.LIST)
    assert question.code.startswith("annual_fee:")
    take_answer(own, "a", question.name, {"ignore": "yes"})
    view = own.view("a")
    assert view.work.told == {question.code: "ignore"}
    assert not view.plan.problem.in_money
    assert question.name not in [one.name for one in ask(view.plan)]
    own.edit("a", undo)
    assert own.view("a").plan.problem.in_money


def test_the_card_on_screen_stays_while_the_question_and_its_choices_do(own):
    before = own.view("a")
    name = str(before.plan.roster.names[0])
    own.edit("a", lambda work: leave_out(work, name))
    edited = own.view("a")
    shown = where_we_are(before.plan, before.work).token
    assert where_we_are(edited.plan, edited.work).token == shown
    take_answer(own, "a", shown[0], {})
    answered = own.view("a")
    assert where_we_are(answered.plan, answered.work).token != shown


def test_a_skipped_question_does_not_come_again_and_changes_nothing(own):
    before = own.view("a")
    first = where_we_are(before.plan, before.work)
    take_answer(own, "a", first.now.name, {})
    after = own.view("a")
    assert after.work.answers[first.now.name]["moved"] == SKIPPED
    assert where_we_are(after.plan, after.work).now.name != first.now.name
    assert where_we_are(after.plan, after.work).left == first.left - 1
    assert after.plan is before.plan


def test_an_answer_that_cannot_be_used_is_refused_and_not_saved(own):
    question = question_about(own, Ask.INDUSTRIES)
    with pytest.raises(SettingError):
        take_answer(own, "a", question.name, {question.choices[0].key: "perhaps"})
    assert own.store.get("a")[0].answers == {}


def test_what_was_said_is_kept_by_the_key_of_its_choice(own):
    rows = question_about(own, Ask.INDUSTRIES)
    assert said_of(rows, {0: "yes", 1: "", 99: "no"}, [], "") == {rows.choices[0].key: Say.YES}
    chips = question_about(own, Ask.BETTER_AT)
    assert said_of(chips, {}, [chips.choices[0].key], "robotics, carve-outs") == {
        chips.choices[0].key: "yes",
        "robotics": "yes",
        "carve-outs": "yes",
    }


def test_what_to_be_better_at_is_said_in_words_where_the_list_offers_nothing(own):
    bare = replace(question_about(own, Ask.BETTER_AT), choices=())
    assert said_of(bare, {}, [], "robotics, carve-outs") == {"robotics": "yes", "carve-outs": "yes"}
    assert any(getattr(one, "label", None) == "in your own words" for one in form(bare))


def test_every_question_can_be_answered_on_screen_and_the_sample_asks_none(own, service):
    for question in ask(own.view("a").plan):
        assert form(question), question.name
        assert only_picks(question) == (question.ask in {Ask.LIST, Ask.FEE})
    assert questions_card(own.view("a")) is not None
    assert questions_card(service.view("another browser")) is None
