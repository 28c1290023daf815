from __future__ import annotations

import numpy as np
import pytest

from planner.explanation.decisions import decide, mainly, nothing_good
from planner.vocabulary import Decision
from tests.explanation.building import make_allocation, make_problem, make_tags

NAN = float("nan")
WEIGHT = np.array([0.002, 0.003, 0.00005])


@pytest.mark.parametrize(
    ("today", "planned", "decision"),
    [
        (14, 0, Decision.STEP_BACK),
        (0, 0, Decision.REST),
        (5, 1, Decision.LIGHT_TOUCH),
        (10, 12, Decision.KEEP),
        (10, 8, Decision.KEEP),
        (2, 3, Decision.KEEP),
        (10, 12.5, Decision.INVEST),
        (0, 6, Decision.INVEST),
        (30, 22, Decision.EASE_OFF),
        (NAN, 6, Decision.PUSH),
        (NAN, 2, Decision.PUSH),
        (NAN, 1, Decision.LIGHT_TOUCH),
        (NAN, 0, Decision.REST),
    ],
)
def test_decision_follows_hours_now_and_planned(today: float, planned: float, decision: Decision) -> None:
    worth = [[0, 0, 1000, 0, 0]]
    problem = make_problem(worth, today=np.array([today]))
    tags = make_tags([[0, 0, 1, 0, 0]])
    assert decide(problem, make_allocation(problem, [planned]), tags, smallest_block=2).tolist() == [decision]


def test_an_account_without_any_good_is_stepped_back_from_and_one_not_rated_is_not() -> None:
    problem = make_problem(np.zeros((2, 5)), today=np.zeros(2))
    tags = make_tags([[0, 0, 0, 0, 0], [0, NAN, 0, 0, 0]])
    decisions = decide(problem, make_allocation(problem, [0, 0], ideal=[1, 1, 1]), tags, smallest_block=2)
    assert decisions.tolist() == [Decision.STEP_BACK, Decision.REST]
    assert nothing_good(tags).tolist() == [True, False]


def test_the_main_good_is_the_one_that_most_hours_count_for() -> None:
    problem = make_problem(
        [[50, 0, 1000, 0, 0], [0, 0, 1000, 0, 0]], strength=np.array([[1, 0, 0.4, 0, 0], [0, 0, 1, 0, 0]])
    )
    assert mainly(problem, make_allocation(problem, [12, 0]), WEIGHT).tolist() == ["others", ""]


def test_of_goods_that_count_nearly_alike_the_one_worth_most_is_the_main_one() -> None:
    problem = make_problem([[0, 20, 8_000, 2_000, 0]])
    assert mainly(problem, make_allocation(problem, [9.5]), WEIGHT).tolist() == ["now"]


def test_accounts_that_are_alike_are_told_to_be_mainly_the_same() -> None:
    problem = make_problem([[60, 60, 600, 0, 0]] * 5, strength=np.full((5, 5), 0.6))
    told = set(mainly(problem, make_allocation(problem, [12, 2, 8, 8, 3.5]), WEIGHT))
    assert len(told) == 1
