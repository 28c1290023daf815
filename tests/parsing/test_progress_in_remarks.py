"""Remarks on how far a deal is, in lists without a column of stages."""

import pytest

from planner.fields import Field
from planner.parsing.remarks.progress_in_remarks import STEPS, chance_of_progress, may_be_won
from planner.parsing.standing.words.standing_words import patterns
from tests.readers.make import sheet_roster


@pytest.mark.parametrize(
    ("remark", "chance"),
    [
        ("quoted $15k pa, decision by 18 Dec", 0.4),
        ("patio design, wants to start in March. Proposal out", 0.4),
        ("ready to appoint – send fee letter", 0.65),
        ("verbal yes, contract after Christmas", 0.8),
        ("proposal sent, verbal yes", 0.8),
        ("no proposal sent yet", None),
        ("met at golf day", None),
    ],
)
def test_the_furthest_step_counts(remark, chance):
    assert chance_of_progress(remark) == chance


def test_prospects_without_a_stage_take_the_chance_of_their_remark():
    """Prospects typed under an export of clients, all that is known of them in the remarks."""
    roster = sheet_roster(
        ["Company", "Type", "Fee", "Notes"],
        ["Alder", "client", 5000, "verbal yes to another year"],
        ["Birch", "prospect", 7000, "quoted, decision in January"],
        ["Cedar", "prospect", 9000, "too early"],
    )
    assert roster.number(Field.PROBABILITY)[1] == 0.4
    assert not roster.number(Field.PROBABILITY)[0] > 0


def test_a_stage_says_more_than_a_remark():
    roster = sheet_roster(
        ["Company", "Type", "Fee", "Stage", "Notes"],
        ["Alder", "prospect", 5000, "Qualified", "proposal sent"],
        ["Birch", "prospect", 7000, "Negotiation", "proposal sent"],
    )
    assert not (roster.number(Field.PROBABILITY) == 0.4).any()


def test_a_quick_look_leaves_no_step_out_that_is_as_good_as_won():
    steps = [phrase for chance in (0.65, 0.8) for phrase in patterns(STEPS[chance])]
    assert steps
    assert [phrase for phrase in steps if not may_be_won(phrase)] == []
    assert not may_be_won("sent them the second quote in May")


@pytest.mark.parametrize(
    "text",
    ["in the last two", "last two, decision Friday", "made the final two", "parmi les deux derniers", "last two"],
)
def test_two_that_are_left_are_those_who_bid(text):
    assert chance_of_progress(text) == 0.55


@pytest.mark.parametrize(
    "text",
    [
        "last two jobs were fun", "paid the last two invoices late", "went with steel on the last two",
        "in the last two years", "won one of the last two", "laatste twee facturen open",
    ],
)  # fmt: skip
def test_the_last_two_of_other_things_are_no_bidders(text):
    assert chance_of_progress(text) is None


def test_a_yes_by_word_of_mouth_in_either_order():
    assert chance_of_progress("Verbally yes to 6 sessions") == chance_of_progress("yes verbally") == 0.8
