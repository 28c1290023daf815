from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

import planner
from planner.errors import InputError
from planner.fields import Field
from planner.goods import Good
from planner.result import Plan
from planner.scenarios import disagreements
from planner.scenarios.consensus import Consensus, consensus, consensus_json, consensus_table
from planner.scenarios.disagreements import agreement, with_ratings
from tests.builders import make_sheet
from tests.scenarios.lists import random_roster, solo_plan


@cache
def rated_plan(*, alike: bool = False) -> Plan:
    roster = random_roster(5, size=10)
    others = np.nan_to_num(roster.number(Field.RATING_OTHERS), nan=2.0)
    other = others if alike else np.clip(others[::-1], 0, 5)
    raters = {"Ana": {Good.OTHERS: others}, "Ben": {Good.OTHERS: other}}
    team = make_sheet("team", [{"person": "Ana", "hours": 30, "balance": "60/20/20"}, {"person": "Ben", "hours": 30}])
    return planner.plan(replace(roster, raters=raters, sheets={"team": team}), plan_start="2026-09-01")


@cache
def rated() -> Consensus:
    return consensus(rated_plan())


def test_agreement_is_one_for_the_same_rating_and_nothing_for_the_whole_scale_apart() -> None:
    ratings = np.full((3, 2, 5), np.nan)
    ratings[:, 0, 0] = [5, 5, 5]
    ratings[:2, 0, 1] = [0, 5]
    ratings[0, 1, 0] = 3
    found = agreement(ratings)
    assert found[0, 0] == 1
    assert found[0, 1] == 0
    assert np.isnan(found[1, 0])


def test_partners_who_rate_alike_disagree_on_nothing_and_differ_by_their_balance_only() -> None:
    found = consensus(rated_plan(alike=True))
    assert found.disagreements == ()
    assert found.balance.tolist() == [[0.6, 0.2, 0.2], [0.2, 0.3, 0.5]]
    assert found.own.tolist() == [True, False]
    assert found.loss[0, 0] == pytest.approx(0, abs=1e-9)
    assert found.loss[1, 0] > 0


def test_disagreements_are_ranked_by_the_hours_they_move() -> None:
    found = rated()
    effects = [d.effect for d in found.disagreements]
    assert effects
    assert effects == sorted(effects, reverse=True)
    assert effects[0] > 0
    assert {d.good for d in found.disagreements} == {Good.OTHERS}
    top = found.disagreements[0]
    assert top.agreement == pytest.approx(1 - abs(top.ratings["Ana"] - top.ratings["Ben"]) / 5)


def test_the_balance_for_all_is_the_best_of_those_tried() -> None:
    found = rated()
    assert found.worst == pytest.approx(found.worst_by.max())
    assert found.worst <= found.chosen_by.max() + 1e-12
    assert found.worst <= found.average_by.max() + 1e-12
    assert found.average == pytest.approx(found.average_by.mean())
    assert found.average <= found.worst_by.mean() + 1e-12
    assert found.least_worst.sum() == pytest.approx(1)
    assert np.diag(found.loss) == pytest.approx(0, abs=1e-9)
    json.dumps(consensus_json(found), allow_nan=False)


def test_every_rating_that_two_gave_stands_in_the_files_with_its_agreement() -> None:
    found = rated()
    both = int((found.rated >= 2).sum())
    listed = consensus_json(found)["agreement"]
    header, *rows = consensus_table(found)
    assert header == ["account", "good", "agreement", "effect_hours", "Ana", "Ben"]
    assert len(rows) == len(listed) == both == 10
    by_name = {(row[0], row[1]): row[2] for row in rows}
    assert {(one["account"], one["good"]): round(one["agreement"], 4) for one in listed} == by_name
    assert [row[0] for row in rows[: len(found.disagreements)]] == [one.name for one in found.disagreements]


def test_a_disagreement_that_was_not_tried_has_no_effect_rather_than_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disagreements, "LOOKED_AT", 1)
    found = consensus(rated_plan())
    assert np.isfinite([one.effect for one in found.disagreements]).tolist()[:2] == [True, False]
    assert consensus_json(found)["disagreements"][1]["effect_hours"] is None


def test_one_set_of_ratings_is_no_disagreement() -> None:
    with pytest.raises(InputError, match="at least two partners"):
        consensus(solo_plan())


def test_a_rating_changed_by_hand_is_not_put_aside() -> None:
    roster = random_roster(5, size=3)
    mask = {Field.RATING_OTHERS: np.array([True, False, False])}
    given = {Good.OTHERS: np.array([1.0, 2.0, np.nan])}
    before = roster.number(Field.RATING_OTHERS)
    after = with_ratings(replace(roster, overridden=mask), given).number(Field.RATING_OTHERS)
    assert np.array_equal(after, [before[0], 2.0, before[2]], equal_nan=True)
