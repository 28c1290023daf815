from __future__ import annotations

import re

import numpy as np
import pytest

from planner.goods import GROUPS, Group
from planner.pipeline import plan
from planner.scenarios.frontier import frontiers
from tests.scenarios.lists import random_plan, solo_plan
from tests.sensitivity.lists import A
from tests.valuation.building import roster


def test_each_pair_has_a_frontier_with_the_third_at_its_chosen_share() -> None:
    plan = solo_plan()
    found = frontiers(plan)
    assert [(f.first, f.second) for f in found] == [
        (Group.OTHERS, Group.STRENGTHS),
        (Group.OTHERS, Group.YOU),
        (Group.STRENGTHS, Group.YOU),
    ]
    for frontier in found:
        third = next(g for g in GROUPS if g not in {frontier.first, frontier.second})
        k = GROUPS.index(third)
        assert np.allclose(frontier.balance[:, k], plan.settings.balance.share(third))
        assert np.allclose(frontier.balance.sum(axis=1), 1)
        first = frontier.balance[:, GROUPS.index(frontier.first)]
        assert first[0] == 0
        assert first[-1] == pytest.approx(1 - plan.settings.balance.share(third))
        assert (np.diff(first) > 0).all()


def test_the_price_is_said_in_words_with_money_where_money_is_given_up() -> None:
    said = [sentence for f in frontiers(random_plan(1)) for sentence in f.sentences]
    assert any(sentence.startswith("The last five points for others") for sentence in said)
    assert any("of expected margin a year" in sentence or "out of reach" in sentence for sentence in said)
    assert all(sentence.endswith(".") for sentence in said)
    assert any(sentence.startswith("From where you are, five points more for others") for sentence in said)


def test_money_in_the_sentence_is_the_difference_of_the_last_two_points() -> None:
    from planner import text

    plan = random_plan(1)
    frontier = frontiers(plan)[1]
    first = frontier.balance[:, 0]
    last = frontier.money[-1]
    before = frontier.money[np.abs(first - (first[-1] - 0.05)).argmin()]
    sentence = frontier.sentences[0]
    if "out of reach" not in sentence and "next to nothing" not in sentence:
        assert text.about(abs(before - last), plan.settings.currency) in sentence
    assert frontier.deviation.min() >= 0


def test_five_points_that_the_list_cannot_give_have_no_price() -> None:
    """A list where one small account builds strengths: more for them costs nothing, since nothing can be had."""
    buyers = [{**A, "rating_strengths": 0}] * 4
    short = plan(roster([*buyers, {**A, "rating_strengths": 4, "max_hours": 3}]), hours=40, balance="0/40/60")
    strengths = frontiers(short)[2]
    where = next(said for said in strengths.sentences if said.startswith("From where you are"))
    assert re.search(r"for strengths, taken from you, are out of reach: the list is short by \S+ h\.", where)


def test_a_price_that_does_not_show_in_its_figures_is_next_to_nothing() -> None:
    said = [sentence for seed in range(6) for f in frontiers(random_plan(seed)) for sentence in f.sentences]
    steps = [re.search(r"from (\S+) to (\S+) of the most", sentence) for sentence in said]
    shown = [step.groups() for step in steps if step is not None]
    assert shown
    assert [pair for pair in shown if pair[0] == pair[1]] == []
