"""The next hours, fewer hours, one's own split, and targets: hand-sized answers and what must always hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner import plan, read_roster
from planner.allocation.objective import units
from planner.errors import InputError, NoPlan
from planner.goods import Group
from planner.result import Plan
from planner.sensitivity.hours_for_target import exact_balance, fewest_hours
from planner.sensitivity.more_or_fewer_hours import fewer_hours, next_hours
from sample_workbooks import sample_path
from tests.sensitivity.lists import B
from tests.valuation.building import roster


@pytest.fixture(scope="module")
def advisory() -> Plan:
    return plan(read_roster(str(sample_path("advisory_firm"))))


@pytest.fixture(scope="module")
def short() -> Plan:
    return plan(read_roster(str(sample_path("out_of_reach"))))


def three() -> Plan:
    """Three prospects of which the first is worth a little more than the others; all serve everything."""
    rows = [{**B, "annual_fee": 60_000, "account": "Big"}, {**B, "account": "Second"}, {**B, "account": "Third"}]
    return plan(roster(rows), hours=20, max_share_per_account=1, balance="0/0/100", tolerance=1)


def test_the_next_hours_go_where_they_bring_most_and_nothing_is_taken_away(advisory: Plan) -> None:
    more = next_hours(advisory, 10)
    assert all(move.hours > 0 for move in more.moves)
    assert sum(move.hours for move in more.moves) + more.left_open == pytest.approx(10)
    assert more.gain.money > 0
    assert more.sentence.startswith("10 h more would go to ")


def test_the_next_hours_of_one_person_stay_on_their_accounts(advisory: Plan) -> None:
    person = advisory.problem.people[1].name
    more = next_hours(advisory, 10, person)
    assert all(advisory.problem.eligible[move.at, 1] for move in more.moves)
    with pytest.raises(InputError, match="nobody called"):
        next_hours(advisory, 10, "Nobody")


def test_with_fewer_hours_time_is_only_taken(advisory: Plan) -> None:
    fewer = fewer_hours(advisory, 10)
    assert all(move.hours < 0 for move in fewer.moves)
    open_hours = advisory.problem.total_hours - advisory.allocation.hours.sum()
    assert -sum(move.hours for move in fewer.moves) >= 10 - open_hours - 1e-6
    assert fewer.gain.money <= 0
    assert "first take time from" in fewer.sentence


def test_the_next_hours_of_a_hand_sized_list_go_to_the_account_with_the_steepest_curve() -> None:
    made = three()
    more = next_hours(made, 1)
    steepest = int(np.argmax(made.explanation.next_hour @ units(made.problem, made.allocation.ideal)))
    assert more.moves[0].at == steepest


def test_hours_that_are_not_there_cannot_be_taken() -> None:
    with pytest.raises(InputError, match="not 30 h to take"):
        fewer_hours(three(), 30)
    with pytest.raises(InputError, match="above 0"):
        next_hours(three(), 0)


def test_the_fewest_hours_reach_the_target_at_the_balance_and_rise_with_it(advisory: Plan) -> None:
    found = fewest_hours(advisory, {Group.STRENGTHS: 0.7})
    assert found.possible
    assert found.attainment[1] >= 0.7 - 1e-9
    assert found.deviation == 0
    lower = fewest_hours(advisory, {Group.STRENGTHS: 0.69})
    assert lower.hours <= found.hours
    assert lower.hours < advisory.problem.total_hours


def test_a_target_of_the_only_account_takes_the_hours_its_curve_says() -> None:
    # One account, half-way 10 h, 0.05 without time: f(h) − f(0) = 0.95·h/(10 + h); the ideal has all 20 h: 2/3 of it.
    # Half of that is h/(10 + h) = 1/3, at 5 h.
    made = plan(roster([B]), hours=20, max_share_per_account=1, balance="0/0/100", tolerance=1,
                smallest_block=0, hour_step=0)  # fmt: skip
    found = fewest_hours(made, {Group.YOU: 0.5})
    assert found.hours == pytest.approx(5, abs=0.03)
    assert "5 h of your 20 h are enough" in found.sentence


def test_a_target_out_of_reach_says_how_much_of_it_can_be_had(short: Plan) -> None:
    found = fewest_hours(short, {Group.YOU: 1.0, Group.OTHERS: 1.0})
    assert not found.possible
    assert 0 < found.reached < 1
    assert "do not reach" in found.sentence


def test_more_money_than_there_is_says_how_much_can_be_had(advisory: Plan) -> None:
    found = fewest_hours(advisory, money=1e8)
    assert not found.possible
    assert found.money < 1e8
    within = fewest_hours(advisory, money=0.9 * found.money)
    assert within.possible
    assert within.money >= 0.9 * found.money - 1


def test_targets_have_to_be_shares_of_what_can_be_reached(advisory: Plan) -> None:
    for wrong in ({}, {Group.YOU: 1.5}):
        with pytest.raises(InputError):
            fewest_hours(advisory, wrong)


def test_the_exact_balance_leaves_hours_open_and_costs_what_they_brought(short: Plan) -> None:
    exact = exact_balance(short)
    assert "less margin a year" in exact.sentence or exact.gain.by_group.min() < 0
    assert exact.open == pytest.approx(short.problem.total_hours - exact.hours)
    # On the hours used each group is within the leeway: others can get no more hours than its accounts take.
    most_others = short.problem.maximum[short.problem.strength[:, 0] > 0].sum()
    least = short.problem.aim[0] - short.problem.tolerance
    assert least * exact.hours <= most_others + 1e-6


def test_a_plan_at_its_balance_says_so(advisory: Plan) -> None:
    assert exact_balance(advisory).sentence == "The plan keeps the balance already, within its leeway."


def test_locks_that_miss_the_balance_by_themselves_are_told() -> None:
    rows = [{"rating_now": 5, "annual_fee": 50_000, "lock_hours": 20, "rating_others": 0, "rating_strengths": 0}, B]
    made = plan(roster(rows), hours=20, balance="50/25/25")
    with pytest.raises(NoPlan):
        exact_balance(replace(made))


def test_further_hours_of_several_people_are_whole_steps_of_each_and_none_is_left_for_that() -> None:
    people = ("Ann", "Bob", "Cy")
    rows = [{**B, "owner": person, "annual_fee": 90_000} for person in people]
    made = plan(roster(rows), hours=30, max_share_per_account=1, balance="0/0/100", tolerance=1)
    more = next_hours(made, 10)
    assert sorted(move.hours for move in more.moves) == [3, 3.5, 3.5]
    assert "would stay open" not in more.sentence
