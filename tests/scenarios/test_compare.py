from __future__ import annotations

import json

import numpy as np
import pytest

import planner
from planner.scenarios.compare import (
    Move,
    beyond_words,
    change_words,
    compare,
    comparison_json,
    comparison_table,
    movers,
)
from planner.scenarios.scenario import parse_scenario, plan_scenario
from sample_workbooks import sample_path
from tests.scenarios.lists import solo_plan, solo_roster


def _compared(*texts: str):
    base = solo_plan()
    scenarios = [parse_scenario(text) for text in texts]
    return compare(base, [(s.name, plan_scenario(base, s, solo_roster())) for s in scenarios])


def test_the_plan_stands_first_and_the_baselines_always_last() -> None:
    found = _compared("Give=60/20/20")
    assert [side.name for side in found.sides][:2] == ["This plan", "Give"]
    assert {side.name for side in found.sides if side.is_baseline} >= {"equal", "by_fee"}
    assert [side.is_baseline for side in found.sides] == sorted(side.is_baseline for side in found.sides)


def test_a_baseline_has_the_shares_that_the_plan_itself_says_it_has() -> None:
    plan = planner.plan(planner.read_roster(sample_path("advisory_firm")))
    said = plan.explanation.baselines
    baselines = {side.name: side for side in compare(plan, []).sides if side.is_baseline}
    assert baselines.keys() == said.keys()
    assert any(abs(side.used - plan.team.hours) > 1 for side in baselines.values())
    for name, side in baselines.items():
        assert side.shares.tolist() == said[name].shares.tolist()


def test_no_side_is_worth_more_than_the_plan_at_its_own_weights_and_hours() -> None:
    found = _compared("Give=60/20/20", "Learn=10/80/10")
    plan = solo_plan()
    assert found.sides[0].value == pytest.approx(plan.allocation.proof.objective)
    inside = [side for side in found.sides if side.deviation <= 1e-6]
    bound = max(plan.allocation.proof.bound, found.sides[0].value)
    assert all(side.value <= bound + 0.05 for side in inside)
    assert [side.name for side in found.plans] == ["This plan", "Give", "Learn"]


def test_settings_that_differ_are_named_and_nothing_else() -> None:
    found = _compared("Give=60/20/20")
    assert list(found.sides[1].changes) == ["balance"]
    assert change_words(found.sides[1]) == ["balance 60/20/20 (not 20/30/50)"]
    assert all(not side.changes for side in found.sides if side is not found.sides[1])


def test_hours_of_people_add_up_to_the_hours_of_the_plan() -> None:
    for side in _compared("Give=60/20/20").plans:
        assert sum(side.by_person.values()) == pytest.approx(side.used)


def test_movers_come_biggest_first_with_what_becomes_of_them() -> None:
    names = np.array(["a", "b", "c", "d", "e", "f"], dtype=object)
    hours = np.array([[0, 5, 5, 5, 5, 2.0], [3, 0, 9, 4, 7, 2.1], [0, 5, 6, 4, 1, 2.0]])
    found = movers(names, hours)
    assert [(m.name, m.move, m.swing) for m in found] == [
        ("b", Move.LEAVES, -5.0),
        ("c", Move.MORE, 4.0),
        ("e", Move.MIXED, -4.0),
        ("a", Move.ENTERS, 3.0),
        ("d", Move.LESS, -1.0),
    ]


def test_accounts_that_enter_and_leave_are_found_for_each_side() -> None:
    found = _compared("Give=80/10/10")
    base, other = found.sides[0].hours, found.sides[1].hours
    names = solo_plan().roster.names
    assert {m.name for m in found.enters(1)} == set(names[(base <= 0) & (other > 0)])
    assert {m.name for m in found.leaves(1)} == set(names[(base > 0) & (other <= 0)])


def test_the_json_and_the_table_say_what_the_comparison_says() -> None:
    found = _compared("Give=60/20/20")
    document = json.loads(json.dumps(comparison_json(found), allow_nan=False))
    assert [side["name"] for side in document["sides"]] == [side.name for side in found.sides]
    assert document["sides"][1]["balance"] == {"others": 0.6, "strengths": 0.2, "you": 0.2}
    table = comparison_table(found)
    assert len({len(row) for row in table}) == 1
    assert [row[0] for row in table[1:4]] == ["others_share", "strengths_share", "you_share"]
    assert table[-1][0] == found.movers[-1].name


def test_every_side_is_measured_alike_hours_short_of_the_balance_or_not() -> None:
    plan = planner.plan(planner.read_roster(sample_path("out_of_reach")))
    found = compare(plan, [])
    weights = np.array(plan.settings.balance.shares())
    assert {side.deviation > 1 for side in found.sides} == {True}
    for side in found.sides:
        assert side.value == pytest.approx(float(weights @ side.attainment)), side.name


def test_what_passes_all_of_the_most_is_explained() -> None:
    assert beyond_words(_compared("Give=60/20/20")) == ""
    said = beyond_words(_compared("More=hours=300"))
    assert said.startswith("Over 100%: the most is what the 104 h of “This plan” could reach")
