from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

import planner
from planner.allocation.allocate import allocate
from planner.allocation.objective import units
from planner.allocation.solution import counts
from planner.errors import InputError, SettingError
from planner.explanation.measure import added, floors
from planner.scenarios.draws import Base, Spreads, draw, drawn_problem, make_spreads
from planner.scenarios.robustness import (
    Robustness,
    cluster,
    reached,
    robustness,
    robustness_json,
    robustness_table,
    run_draws,
)
from sample_workbooks import sample_path
from tests.scenarios.lists import random_plan, solo_plan

DRAWS = 12


@cache
def _here() -> Robustness:
    """Draws of the smallest sample, made one after the other in this process."""
    return robustness(solo_plan(), DRAWS, workers=1)


def _same(one: Robustness, other: Robustness) -> None:
    for name in ("often", "low", "middle", "high", "kept", "value", "money", "offer"):
        assert np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True), name
    assert (one.same, one.offer_gain) == (other.same, other.offer_gain)


def test_with_every_spread_at_zero_each_account_is_in_all_draws_or_none_at_its_own_hours() -> None:
    plan = random_plan(2)
    found = robustness(plan, 4, workers=1, spreads=Spreads(0, 0, 0, 0, 0))
    assert set(found.often) <= {0.0, 1.0}
    for hours in (found.low, found.middle, found.high, found.offer):
        assert np.array_equal(hours, plan.allocation.hours)
    assert found.same == pytest.approx(1)
    assert found.kept == pytest.approx(1)
    assert found.offer_gain == 0


def test_the_same_seed_gives_the_same_figures_on_one_and_two_workers() -> None:
    plan = solo_plan()
    one = _here()
    _same(one, robustness(plan, DRAWS, workers=2))
    with ThreadPoolExecutor(2) as threads:
        _same(one, robustness(plan, DRAWS, executor=threads))
    assert not np.array_equal(one.kept, robustness(plan, DRAWS, workers=1, seed=2).kept)


def test_a_dask_cluster_of_two_workers_gives_the_same_figures() -> None:
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    plan = solo_plan()
    here = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None, protocol="tcp"
    )
    try:
        with cluster(here.scheduler_address) as executor:
            _same(_here(), robustness(plan, DRAWS, executor=executor))
    finally:
        here.close()


def test_a_draw_is_the_same_whatever_was_drawn_before() -> None:
    base = Base.of(random_plan(3))
    draw(base, 0, 7, Spreads())
    first = draw(base, 5, 7, Spreads())
    again = draw(Base.of(random_plan(3)), 5, 7, Spreads())
    assert np.array_equal(first.hours, again.hours)
    assert first.kept == again.kept


def test_fees_keep_their_mean_and_no_good_appears_where_there_was_none() -> None:
    base = Base.of(random_plan(3))
    worths = np.array([drawn_problem(base, k, 1, Spreads(0.25, 0, 0, 0, 0)).worth for k in range(400)])
    now = base.problem.worth[:, 2] > 0
    assert worths[:, now, 2].mean(axis=0) == pytest.approx(base.problem.worth[now, 2], rel=0.08)
    every = np.array([drawn_problem(base, k, 1, Spreads()).worth for k in range(40)])
    assert not every[:, base.problem.worth <= 0].any()


def test_what_time_brings_is_drawn_while_answered_curves_and_todays_value_of_clients_stay() -> None:
    base = Base.of(solo_plan())
    curves, today = base.curves, base.facts.current_hours
    answered = replace(base, curves=replace(curves, answered=np.arange(base.problem.size) == 0))
    client = curves.reference != 1
    assert client.any()
    halves = []
    for k in range(300):
        drawn = drawn_problem(answered, k, 1, Spreads(0, 0, 0, 0.4, 0.5))
        halves.append(drawn.curves.half)
        assert (drawn.curves.low >= 0).all()
        assert (drawn.curves.low <= 1).all()
        assert (drawn.curves.low[0], drawn.curves.half[0]) == (curves.low[0], curves.half[0])
        value = drawn.worth * drawn.curves.at(np.nan_to_num(today))[:, None]
        before = base.problem.worth * curves.at(np.nan_to_num(today))[:, None]
        assert value[client] == pytest.approx(before[client])
    assert np.mean(halves, axis=0) == pytest.approx(curves.half, rel=0.12)
    assert np.std(halves, axis=0)[1:].min() > 0.2 * curves.half.min()


def test_the_best_plan_over_the_draws_is_no_worse_than_the_plan_on_any_average_of_their_curves() -> None:
    found = robustness(random_plan(4), DRAWS, workers=1, spreads=Spreads(0, 0, 0, 0.8, 0.8))
    assert found.offer_gain >= 0


def test_spreads_are_told_without_statistics() -> None:
    assert Spreads().in_words() == (
        "fees may be about 25% more or less",
        "a chance of 40% may be 29% to 52%",
        "ratings may be about 0.5 of 5 higher or lower",
        "time to get half the benefit may be about 40% more or less",
        "where 60% stays without your time, it may be 48% to 71%",
    )
    assert Spreads(0, 0, 0, 0, 0).in_words() == ()


def test_no_plan_beats_the_best_plan_of_a_draw_by_more_than_its_gap() -> None:
    found = robustness(random_plan(4), DRAWS, workers=1)
    assert found.kept.max() <= 1
    assert (found.low <= found.middle).all()
    assert (found.middle <= found.high).all()
    assert 0 < found.same <= 1


def test_nine_draws_of_ten_reach_the_low_end() -> None:
    hours = np.arange(20.0)[:, None]
    low = reached(hours, 0.9)
    assert (hours >= low).mean() == pytest.approx(0.9)
    assert reached(hours, 0.5) == 10


def test_progress_counts_and_cancelling_keeps_what_was_done() -> None:
    seen: list[tuple[int, int]] = []
    found = robustness(
        solo_plan(), 50, workers=1, progress=lambda *at: seen.append(at), cancelled=lambda: len(seen) >= 3
    )
    assert seen == [(1, 50), (2, 50), (3, 50)]
    assert (found.draws, found.asked) == (3, 50)
    with pytest.raises(InputError, match="before the first draw"):
        robustness(solo_plan(), 5, workers=1, cancelled=lambda: True)


def test_results_come_one_by_one() -> None:
    results = run_draws(solo_plan(), 3, workers=1)
    assert next(results).number == 0
    assert [one.number for one in results] == [1, 2]
    with pytest.raises(InputError, match="at least one"):
        next(run_draws(solo_plan(), 0))


@pytest.mark.parametrize("address", ["nowhere at all", "nothing://1"])
def test_a_cluster_that_does_not_answer_is_a_sentence(address: str) -> None:
    pytest.importorskip("distributed", reason="distributed is not installed")
    with pytest.raises(InputError, match="No Dask scheduler answers"), cluster(address):
        raise AssertionError


def test_spreads_are_read_as_people_write_them() -> None:
    assert make_spreads({"fees": "30%", "ratings": "0"}) == Spreads(fees=0.3, ratings=0.0)
    for given, said in (({"fee": "1"}, "no spread for “fee”"), ({"fees": "lots"}, "cannot be “lots”")):
        with pytest.raises(SettingError, match=said):
            make_spreads(given)


def test_the_json_and_the_table_hold_every_account() -> None:
    plan = solo_plan()
    found = robustness(plan, 3, workers=1)
    document = json.loads(json.dumps(robustness_json(found), allow_nan=False))
    assert [a["account"] for a in document["accounts"]] == [str(name) for name in plan.roster.names]
    assert len(robustness_table(found)) == plan.roster.size + 1


def test_what_is_kept_weighs_hours_short_of_the_balance_as_a_plan_does() -> None:
    plan = planner.plan(planner.read_roster(sample_path("out_of_reach")))
    base = Base.of(plan)
    assert plan.allocation.short_hours > 1
    for number in range(4):
        drawn = drawn_problem(base, number, 1, Spreads())
        own = allocate(drawn, plan.settings, ideal=base.ideal)
        weight = units(drawn, base.ideal)
        counted = [counts(drawn, hours).sum(axis=0) for hours in (own.hours, base.planned)]
        short = [np.maximum(floors(drawn, own)[0] - count, 0).sum() / drawn.total_hours for count in counted]
        reach = [float(added(drawn, hours).sum(axis=0) @ weight) for hours in (own.hours, base.planned)]
        behind = (reach[0] - short[0]) - (reach[1] - short[1])
        assert behind > 0
        assert draw(base, number, 1, Spreads()).kept == pytest.approx(1 - behind / reach[0], abs=1e-3)


def test_a_drawn_worth_counts_for_all_of_an_accounts_hours() -> None:
    base = Base.of(planner.plan(planner.read_roster(sample_path("out_of_reach"))))
    drawn = drawn_problem(base, 0, 1, Spreads())
    assert np.array_equal(base.problem.worth_of_facts, base.problem.worth)
    assert np.array_equal(drawn.worth_of_facts, drawn.worth)
