"""Chances against what was won, recomputed by hand."""

import pytest

import planner
from planner.quarter.calibration import learn_from, read_outcome
from tests.readers.make import sheet_roster


def plan_of(*chances: float):
    rows = [[f"Account {i}", "prospect", 10_000, chance, "Proposal"] for i, chance in enumerate(chances)]
    roster = sheet_roster(["Account", "Relationship", "Annual fee", "Chance", "Stage"], *rows)
    return planner.plan(roster, hours=40, plan_start="2026-11-30")


@pytest.mark.parametrize(
    ("text", "won"),
    [
        ("Signed", True), ("won", True), ("renewed for a year", True), ("Lost to a competitor", False),
        ("they said no", False), ("met the board", None), ("", None), ("closed lost", False),
    ],
)  # fmt: skip
def test_outcomes_are_read_as_people_write_them(text, won):
    assert read_outcome(text) is won


def test_the_score_is_the_mean_square_of_what_was_off():
    learned = learn_from(plan_of(0.8, 0.5, 0.3), {0: "won", 1: "lost", 2: "still talking"})
    assert learned.brier == pytest.approx((0.2**2 + 0.5**2) / 2)
    assert [(one.name, one.decided, one.won) for one in learned.bands] == [("40–60%", 1, 0), ("80–100%", 1, 1)]


def test_few_decisions_say_that_they_are_too_few():
    assert "too few" in learn_from(plan_of(0.8), {0: "won"}).sentence
    assert "won or lost yet" in learn_from(plan_of(0.8), {}).sentence


def test_chances_that_were_too_high_are_called_so():
    plan = plan_of(*[0.8] * 10)
    outcomes = {i: "won" if i < 2 else "lost" for i in range(10)}
    learned = learn_from(plan, outcomes)
    assert (
        learned.sentence == "Of 10 decided accounts, your chances expected 8.0 to be won; 2 were: they were too high."
    )
    assert not learned.own_rates


def test_own_rates_are_offered_when_enough_was_decided():
    plan = plan_of(*[0.5] * 30)
    learned = learn_from(plan, {i: "won" if i % 3 == 0 else "lost" for i in range(30)})
    assert learned.own_rates == {"Proposal": pytest.approx(1 / 3)}
