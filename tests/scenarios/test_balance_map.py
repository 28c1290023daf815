from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest

import planner
from planner.allocation.balance import spread
from planner.allocation.column_generation import ColumnGeneration
from planner.allocation.objective import units
from planner.commands.options.scenario_options import as_csv
from planner.result import Plan
from planner.scenarios.balance_map import (
    HEADERS,
    OUT_OF_REACH,
    balances,
    map_balances,
    map_json,
    map_rows,
    reach_balances,
)
from sample_workbooks import sample_path
from tests.scenarios.lists import random_plan, solo_plan


def test_there_are_231_balances_in_steps_of_five_each_next_to_the_one_before() -> None:
    points = balances()
    assert points.shape == (231, 3)
    assert len({tuple(np.round(p, 6)) for p in points}) == 231
    assert np.allclose(points.sum(axis=1), 1)
    assert np.abs(np.diff(points, axis=0)).sum(axis=1).max() == pytest.approx(0.1)


def _same_as_cold(plan: Plan, points: np.ndarray) -> None:
    for shares, reached in zip(points, reach_balances(plan, points), strict=True):
        aim = spread(tuple(shares), plan.problem.seen)
        problem = replace(plan.problem, aim=aim, weights=aim)
        cold = ColumnGeneration().solve(problem, plan.allocation.ideal)
        unit, scale = units(problem, plan.allocation.ideal), problem.total_hours
        value = float(unit @ (np.nan_to_num(reached.attainment) * plan.allocation.ideal))
        assert value - problem.balance_weight * reached.deviation / scale == pytest.approx(cold.value / scale, abs=1e-6)


@pytest.mark.parametrize("seed", range(4))
def test_each_point_equals_its_own_cold_solve_on_random_lists(seed: int) -> None:
    points = balances()[seed::23]
    _same_as_cold(random_plan(seed), points)


@pytest.mark.parametrize("name", ["solo_consultant", "out_of_reach", "partner_tracker"])
def test_each_point_equals_its_own_cold_solve_on_samples(name: str) -> None:
    _same_as_cold(planner.plan(planner.read_roster(sample_path(name))), balances()[::29])


def test_the_map_marks_what_is_out_of_reach_and_where_you_are() -> None:
    plan = planner.plan(planner.read_roster(sample_path("out_of_reach")))
    counted: list[tuple[int, int]] = []
    found = map_balances(plan, lambda done, of: counted.append((done, of)), parts=5)
    assert counted[-1] == (21, 21)
    assert not found.reachable.all()
    assert (found.reachable == (found.deviation <= OUT_OF_REACH)).all()
    assert found.chosen.tolist() == list(plan.settings.balance.shares())
    assert found.value[found.best] == found.value[found.reachable].max()
    assert "without the smallest block" in found.note


def test_the_map_is_continuous_where_the_model_is() -> None:
    """At one set of weights a small step of the balance changes the value a little."""
    plan = solo_plan()
    chosen = np.array(plan.settings.balance.shares())
    steps = np.linspace(0, 0.02, 5)[:, None] * np.array([1.0, 0, -1])
    values = np.array([r.value for r in reach_balances(plan, chosen + steps)])
    assert np.abs(np.diff(values)).max() < 0.01


def test_the_map_as_csv_and_json_has_every_point_and_its_marks() -> None:
    found = map_balances(solo_plan(), parts=4)
    rows = list(csv.DictReader(io.StringIO(as_csv([HEADERS, *map_rows(found)]))))
    assert len(rows) == 15
    assert tuple(rows[0]) == HEADERS
    assert sum("chosen" in row["mark"] for row in rows) == 1
    assert sum("best" in row["mark"] for row in rows) == 1
    document = json.loads(json.dumps(map_json(found), allow_nan=False))
    assert len(document["points"]) == 15
    assert [float(row["you_share"]) for row in rows] == [p["you_share"] for p in document["points"]]
