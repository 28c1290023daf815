"""Prices of a finished plan, asked for: to either side, in the plan's unit, in a sentence; and what holds it back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from planner import plan, read_roster
from planner.explanation.gains import Gain
from planner.goods import Group
from planner.result import Plan
from planner.sensitivity.cost_of_focus import cost_of_focus
from planner.sensitivity.exact_prices import (
    PointPrice,
    point_sentences,
    price_of_hours,
    price_of_points,
    what_holds_back,
)
from sample_workbooks import sample_path
from tests.sensitivity.lists import HEALTH, RETAIL, B, limit
from tests.valuation.building import roster


@pytest.fixture(scope="module")
def advisory() -> Plan:
    return plan(read_roster(Path(sample_path("advisory_firm"))))


def test_the_plan_carries_the_same_prices(advisory: Plan) -> None:
    asked = price_of_hours(advisory)
    for price, carried in zip(asked, advisory.explanation.hour_of_person, strict=True):
        assert price.right.by_group == pytest.approx(carried, rel=1e-4, abs=1e-4)
    assert [price.person for price in asked] == [person.name for person in advisory.problem.people]
    assert all(price.sentence.startswith(f"One more hour of {price.person} brings about £") for price in asked)


def test_a_point_moved_one_way_is_the_point_moved_back_the_other(advisory: Plan) -> None:
    prices = {(price.giver, price.taker): price for price in price_of_points(advisory)}
    assert len(prices) == 6
    for (giver, taker), price in prices.items():
        assert price.left.by_group == pytest.approx(-prices[taker, giver].right.by_group)
    assert prices[Group.OTHERS, Group.YOU].sentence.startswith("A point of the balance from others to you brings")


def test_a_limit_that_binds_costs_what_a_plan_without_it_gains() -> None:
    plain = {"smallest_block": 0, "hour_step": 0, "hours": 40, "max_share_per_account": 1}
    rows = [{**HEALTH, "annual_fee": 400_000}, RETAIL, B]
    capped = plan(roster(rows, sheets={"limits": [limit("industry = Health", "at most", 3)]}), **plain)
    (found,) = [one for one in what_holds_back(capped) if one.where == "Limits!A2"]
    assert found.limit == "industry = Health at most 3 h"
    freed = plan(roster(rows), **plain)
    assert found.gain.money > 0
    unit = capped.problem.weights / capped.allocation.ideal
    lost = freed.allocation.added - capped.allocation.added
    assert float(unit @ found.gain.by_group) == pytest.approx(float(unit @ lost), rel=1e-3)
    (told,) = [one for one in capped.explanation.binding if one.where == "Limits!A2"]
    assert told.gain.by_group == pytest.approx(found.gain.by_group, abs=1e-6)


def test_a_plan_that_nothing_holds_back_says_so() -> None:
    made = plan(roster([B, B, B]), hours=9, tolerance=1, max_share_per_account=1)
    assert what_holds_back(made) == ()


def test_keeping_to_one_account_costs_what_a_second_would_bring() -> None:
    made = plan(roster([B, B]), hours=20, max_accounts=1, max_share_per_account=1, tolerance=1, currency="$")
    found = {one.setting: one for one in cost_of_focus(made)}
    assert set(found) == {"max_accounts", "smallest_block", "hour_step"}
    # Ten hours on each of two like accounts instead of twenty on one: 2·(10/20) − 20/30 of each group's worth.
    ideal_share = (2 * 10 / 20 - 20 / 30) / (2 * 10 / 20)
    assert found["max_accounts"].gain.money / made.allocation.ideal[2] == pytest.approx(ideal_share, rel=0.01)
    assert "at most 1 account costs about $" in found["max_accounts"].sentence


def test_points_that_bring_nothing_are_told_in_one_sentence() -> None:
    nothing, something = Gain(np.zeros(3), True), Gain(np.array([0.0, 0.0, 90.0]), True)
    prices = [
        PointPrice(giver, taker, -gain, gain, f"From {giver} to {taker}.")
        for giver, taker, gain in (
            (Group.OTHERS, Group.YOU, something),
            (Group.YOU, Group.OTHERS, nothing),
            (Group.STRENGTHS, Group.YOU, nothing),
        )
    ]
    assert point_sentences(prices) == [
        "From others to you.", "A point of the balance moved any other way brings next to nothing."
    ]  # fmt: skip
    assert point_sentences(prices[1:]) == ["A point of the balance moved either way brings next to nothing."]
    assert point_sentences(prices[:1]) == ["From others to you."]
