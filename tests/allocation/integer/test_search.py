"""Plans in blocks and steps: they are whole, they keep the limits, and their gap is proven."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.integer import search
from planner.allocation.integer.hull import within
from planner.allocation.integer.points_model import IntegerModel, choices
from planner.allocation.problem import Problem
from planner.allocation.solvers.highs import GOOD_ENOUGH, HighsSolver, SolverResult
from planner.arrays import Mask
from planner.errors import Contradiction, NoPlan
from planner.settings import Settings
from planner.valuation.response.curves import Curves
from planner.vocabulary import Status
from tests.allocation.builders import curves, problem, random_problem, whole_problem, with_s_curves
from tests.allocation.reference import Reference

WHOLE = Settings()


@pytest.mark.parametrize("seed", range(60))
def test_objective_bound_and_gap_are_true_against_an_independent_search(seed: int) -> None:
    check_against_an_independent_search(whole_problem(seed))


@pytest.mark.parametrize("seed", range(12))
def test_they_are_true_of_s_shaped_curves_too(seed: int) -> None:
    check_against_an_independent_search(with_s_curves(whole_problem(seed), seed))


@pytest.mark.parametrize(("seed", "size"), [(4, 14), (22, 14), (9, 60), (12, 60), (22, 60)])
def test_hours_that_are_not_searched_are_in_no_better_plan(
    seed: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[float] = []

    def counted(*asked: Any) -> Mask:
        found = within(*asked)
        kept.append(float(found.mean()))
        return found

    base = random_problem(seed, n=size)
    base = replace(base, step=0.5, block=np.minimum(2.0, base.maximum))
    monkeypatch.setattr(search, "within", counted)
    narrow = allocate(base, WHOLE).proof
    monkeypatch.setattr(search, "within", lambda _hull, points, _lacking: np.ones(points.size, dtype=bool))
    wide = allocate(base, WHOLE).proof
    assert kept
    assert kept[0] < 1
    assert narrow.objective == pytest.approx(wide.objective, rel=GOOD_ENOUGH)
    assert narrow.bound == pytest.approx(wide.bound, rel=GOOD_ENOUGH)


def check_against_an_independent_search(base: Problem) -> None:
    """The plan is within its gap of the best that a search over every amount of hours finds, and the bound holds."""
    ideal = Reference(base).ideal()
    try:
        plan = allocate(base, WHOLE)
    except Contradiction:
        assert not Reference(base, whole=True).optimum(ideal).feasible
        return
    usable = (plan.usable_by_person if base.per_person else np.array([plan.usable])) if base.hour_cost else None
    optimum = Reference(base, whole=True).optimum(ideal, usable)
    best = optimum.value - base.balance_weight * optimum.short / base.total_hours
    proof = plan.proof
    room = 1e-6 * max(1.0, abs(best))
    assert proof.objective <= best + room
    assert proof.bound >= best - room
    assert proof.gap == pytest.approx((proof.bound - proof.objective) / max(abs(proof.bound), 1e-9))
    assert best - proof.objective <= 0.005 * max(abs(proof.bound), 0.01)
    assert proof.largest_violation < 1e-6


@settings(max_examples=15)
@given(st.integers(0, 10_000))
def test_hours_come_in_steps_and_never_as_crumbs(seed: int) -> None:
    base = replace(random_problem(seed, n=14), minimum=np.zeros(14))
    base = replace(base, step=0.5, block=np.minimum(2.0, base.maximum))
    plan, loose = allocate(base, WHOLE), allocate(replace(base, step=0.0, block=np.zeros(14)), WHOLE)
    given_hours = plan.hours[plan.hours > 0]
    assert given_hours * 2 == pytest.approx(np.round(given_hours * 2), abs=1e-6)
    assert np.all(given_hours >= np.minimum(2.0, base.maximum[plan.hours > 0]) - 0.5 + 1e-6)
    assert plan.proof.objective <= loose.proof.objective + 1e-6
    assert plan.proof.bound >= plan.proof.objective - 1e-9
    assert plan.proof.largest_violation < 1e-6


def test_what_ends_it_before_the_whole_blocks_leaves_the_columns_fit_for_another_balance() -> None:
    base = replace(random_problem(3, n=14), step=0.5)
    turned = replace(base, aim=base.aim[::-1], weights=base.aim[::-1])
    columns = ColumnGeneration()

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        allocate(base, WHOLE, columns, pause=stop)
    assert allocate(turned, WHOLE, columns).hours.tolist() == pytest.approx(allocate(turned, WHOLE).hours.tolist())
    loose = replace(base, step=0.0, block=np.zeros(14))
    assert allocate(loose, WHOLE, pause=stop).proof.status is Status.OPTIMAL


def test_whole_steps_equal_the_best_of_all_splits() -> None:
    """Three accounts, 6 h in whole hours: all 28 splits are tried."""
    response = curves([0, 0.1, 0.2], [2, 3, 1], [6, 6, 6])
    base = problem([[0, 0, 50, 0, 0], [0, 0, 90, 0, 0], [0, 0, 40, 0, 0]], response,
                   people=[("Ada", 6)], balance=(0, 0, 1), step=1.0)  # fmt: skip
    plan = allocate(base, WHOLE)
    worth = base.worth[:, 2]

    def value(split: tuple[int, ...]) -> float:
        reached = [np.interp(h, response.hours[i], response.share[i]) for i, h in enumerate(split)]
        return float(worth @ (np.array(reached) - response.low))

    best = max((s for s in itertools.product(range(7), repeat=3) if sum(s) <= 6), key=value)
    assert plan.added[2] == pytest.approx(value(best), rel=2e-3)


def test_accounts_that_people_share_in_many_ways_get_the_better_plan_of_two_short_searches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Sixty accounts that each of eight people may serve; either search is cut off at its root."""
    base = random_problem(0, n=60, people=8, hours=320.0)
    base = replace(base, step=0.5, block=np.minimum(2.0, np.floor(base.maximum * 2) / 2), minimum=np.zeros(60),
                   eligible=np.ones((60, 8), dtype=bool), max_accounts_per_person=6)  # fmt: skip
    found: list[SolverResult] = []
    whole = HighsSolver.search

    def counted(*asked: Any, **further: Any) -> SolverResult:
        found.append(whole(*asked, **further))
        return found[-1]

    monkeypatch.setattr(HighsSolver, "search", counted)
    monkeypatch.setattr(search, "MANY_SHARES", 100)
    monkeypatch.setattr(search, "ENOUGH", 1)
    plan = allocate(base, WHOLE)
    assert [one.status for one in found] == [Status.WITHIN_GAP, Status.WITHIN_GAP]
    worst, best = sorted(-one.objective / base.total_hours for one in found)
    assert worst < best - 5e-3
    assert plan.proof.objective == pytest.approx(best, abs=3e-3)  # on the smooth curves
    assert plan.proof.objective <= plan.proof.bound
    assert plan.proof.largest_violation < 1e-6


def test_a_maximum_between_two_steps_is_filled_to_the_step_below_it() -> None:
    response = curves([0, 0], [2, 2], [4.8, 4.8])
    base = problem([[0, 0, 50, 0, 0], [0, 0, 50, 0, 0]], response, people=[("Ada", 12)], balance=(0, 0, 1),
                   step=0.5, leave_open=True)  # fmt: skip
    assert allocate(base, WHOLE).hours == pytest.approx([4.5, 4.5], abs=1e-6)


def test_hours_that_are_not_in_steps_keep_their_own_beside_those_that_are() -> None:
    """Birch is locked at 2¼ h, and Ash takes the half hours of the other 6.05 h."""
    base = problem([[0, 0, 50, 0, 0], [0, 0, 90, 0, 0]], curves([0, 0], [4, 4], [20, 20]), people=[("Ada", 8.3)],
                   balance=(0, 0, 1), step=0.5)  # fmt: skip
    lock = np.array([False, True])
    kept = replace(base, locked=lock, minimum=np.where(lock, 2.25, 0.0), maximum=np.where(lock, 2.25, base.maximum))
    assert allocate(kept, WHOLE).hours == pytest.approx([6.0, 2.25])


def test_at_most_k_accounts_get_time_and_the_best_ones_do() -> None:
    response = curves([0] * 4, [2] * 4, [8] * 4)
    base = problem([[0, 0, w, 0, 0] for w in (10, 40, 20, 30)], response, balance=(0, 0, 1), max_accounts=2)
    plan = allocate(base, WHOLE)
    assert set(np.flatnonzero(plan.hours)) == {1, 3}
    assert plan.proof.status in {Status.OPTIMAL, Status.WITHIN_GAP}


def s_curve(today: float, none: float, most: float, gamma: float, d: float) -> Curves:
    """One S-shaped curve through today's 100%."""
    from planner.valuation.response import response_curves as response

    half = np.array([today * d ** (1 / gamma)])
    low, high, exponent, top = np.array([none]), np.array([most]), np.array([gamma]), np.array([2.5 * today])
    hours = response._knots(half, exponent, top)
    exact = response._curve(low, high, half, exponent, hours)
    return Curves(low, high, half, exponent, top, hours, response._envelope(hours, exact, exponent), exact,
                  np.array([True]), np.zeros(1))  # fmt: skip


def test_an_s_curve_is_solved_on_the_true_curve_and_the_envelope_is_a_bound() -> None:
    """Too few hours for the threshold of the only account: the envelope promises more than the curve gives."""
    one = s_curve(10, 0.0, 1.5, 4.0, 0.5)
    base = problem([[0, 0, 100, 0, 0]], one, people=[("Ada", 4)], balance=(0, 0, 1))
    plan = allocate(base, WHOLE)
    true = np.interp(4, one.hours[0], one.exact[0])
    assert plan.hours == pytest.approx([4])
    assert plan.added[2] == pytest.approx(100 * true, rel=1e-6)
    assert plan.proof.bound >= plan.proof.objective - 1e-9


def test_a_capped_count_without_blocks_allows_fewer_hours_than_the_first_knot() -> None:
    # One account may get time and there are only 0.01 h; the first knot of a curve with 8 h half way is at 0.4 h.
    base = problem([[0, 0, 100, 0, 0], [0, 0, 90, 0, 0]], curves([0, 0], [8, 8], [20, 20]), people=[("Ada", 0.01)])
    plan = allocate(replace(base, max_accounts=1), Settings(smallest_block=0, hour_step=0))
    assert plan.hours == pytest.approx([0.01, 0.0])


def test_time_that_runs_out_before_any_plan_is_said_and_is_no_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    base = replace(random_problem(3, n=14), minimum=np.zeros(14), step=0.5)

    def out_of_time(solver: HighsSolver, *_: float, **__: object) -> SolverResult:
        nothing = np.full(len(solver.costs), np.nan)
        return SolverResult(Status.TIME_LIMIT, nothing, nothing, nothing, np.inf, -np.inf)

    monkeypatch.setattr(HighsSolver, "search", out_of_time)
    with pytest.raises(NoPlan, match="time limit") as told:
        allocate(base, WHOLE)
    assert not isinstance(told.value, Contradiction)


@settings(max_examples=20)
@given(st.integers(0, 100_000))
def test_the_hull_with_the_points_that_can_pay_is_the_hull_with_all_of_them(seed: int) -> None:
    base = random_problem(seed, n=20, people=2)
    base = replace(base, step=0.5, block=np.minimum(1.0, np.floor(base.maximum * 2) / 2), minimum=np.zeros(20))
    columns = ColumnGeneration()
    lp = columns.solve(base)
    hull = columns.hull(lp)
    every = IntegerModel(base, choices(base, np.flatnonzero(base.maximum > 0)), lp.model.usable, relaxed=True)
    solver = HighsSolver(every.lp, every.columns)
    solver.set_costs(every.costs(lp.objective))
    assert hull is not None
    assert hull.result.objective == pytest.approx(solver.run().objective, abs=1e-6)


def test_the_bound_holds_for_plans_valued_on_the_smooth_curves_too() -> None:
    """One account, 8 h: between two knots the smooth curve lies above the chord that is solved."""
    base = problem([[0, 0, 100, 0, 0]], curves([0], [6], [20]), people=[("Ada", 8)], balance=(0, 0, 1), step=0.5)
    plan = allocate(base, WHOLE)
    smooth = 100 * float(base.curves.at(np.array([8.0]))[0])
    assert plan.hours == pytest.approx([8])
    assert plan.proof.objective < smooth / plan.ideal[2] <= plan.proof.bound


@pytest.mark.parametrize("seed", range(3))
def test_a_changed_balance_gives_the_cold_plan_in_half_hours_too(seed: int) -> None:
    """There and back, on a list whose accounts come in pairs that nothing but their names tells apart."""
    columns = ColumnGeneration()
    for shares in ((0.2, 0.3, 0.5), (0.25, 0.3, 0.45), (0.5, 0.3, 0.2), (0.2, 0.3, 0.5)):
        balance = np.array(shares)
        base = random_problem(seed, n=24, people=2)
        base = replace(base, step=0.5, block=np.minimum(1.0, np.floor(base.maximum * 2) / 2), minimum=np.zeros(24),
                       aim=balance, weights=balance)  # fmt: skip
        twin = np.arange(24) // 2 * 2
        same = {
            f: getattr(base.curves, f)[twin]
            for f in ("low", "high", "half", "gamma", "maximum", "hours", "share", "exact")
        }
        own = {f: getattr(base, f)[twin] for f in ("worth", "strength", "maximum", "block", "today", "eligible")}
        base = replace(base, curves=replace(base.curves, **same), **own)
        warm, cold = allocate(base, WHOLE, columns), allocate(base, WHOLE)
        assert warm.hours == pytest.approx(cold.hours, abs=1e-6)


@pytest.mark.parametrize("seed", range(4))
def test_a_shuffled_file_gives_the_same_plan_in_half_hours(seed: int) -> None:
    base = random_problem(seed, n=20, people=2)
    base = replace(base, step=0.5, block=np.minimum(1.0, np.floor(base.maximum * 2) / 2), minimum=np.zeros(20))
    base = replace(base, max_accounts_per_person=5)
    order = np.random.default_rng(seed).permutation(20)
    plan, again = allocate(base, WHOLE), allocate(base.only(order), WHOLE)
    assert again.hours.tolist() == plan.hours[order].tolist()
    assert again.counts == pytest.approx(plan.counts[order])
