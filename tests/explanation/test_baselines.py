from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from planner.allocation.allocate import allocate
from planner.explanation.baselines import BY_FEE, EQUAL, TODAY, baseline, find_baselines, spread
from planner.settings import Settings
from tests.explanation.building import make_allocation, make_curves, make_problem

NOT_INVENTED = np.zeros(4, dtype=bool)
WORTH = [[80, 0, 0, 0, 0], [0, 60, 0, 0, 0], [0, 0, 9_000, 0, 0], [0, 0, 3_000, 0, 0]]


def test_each_person_spreads_their_own_hours() -> None:
    eligible = np.array([[True, False], [True, False], [True, True], [False, True]])
    problem = make_problem(WORTH, people={"A": 30.0, "B": 10.0}, eligible=eligible)
    assert spread(problem, np.ones(4)) == pytest.approx([10, 10, 15, 5])
    assert spread(problem, np.array([1.0, 0, 0, 4])) == pytest.approx([30, 0, 0, 10])


def test_by_fee_without_fees_and_today_without_hours_are_left_out() -> None:
    problem = make_problem(WORTH)
    allocation = make_allocation(problem, [8, 12, 20, 0])
    found = find_baselines(problem, allocation, np.full(4, np.nan), NOT_INVENTED)
    assert list(found) == [EQUAL]


def test_today_is_taken_as_it_is_and_told_with_its_own_shares() -> None:
    today = np.array([5.0, np.nan, 15.0, 30.0])
    problem = make_problem(WORTH, today=today)
    allocation = make_allocation(problem, [8, 12, 20, 0])
    found = find_baselines(problem, allocation, np.array([1.0, 2, 3, 4]), NOT_INVENTED)
    assert set(found) == {TODAY, EQUAL, BY_FEE}
    now = found[TODAY]
    assert now.hours.tolist() == [5, 0, 15, 30]
    assert now.shares == pytest.approx([0.1, 0, 0.9])
    assert now.violation == pytest.approx(6 + 10)  # the last account takes 24 h at most; 50 h are 10 over capacity
    assert now.short == pytest.approx([6 - 5, 10, 0])  # at least 6, 10 and 18 of the 40 h


def test_hours_that_were_only_assumed_are_no_split_of_today() -> None:
    problem = make_problem(WORTH, today=np.array([5.0, 5, 5, 5]))
    allocation = make_allocation(problem, [8, 12, 20, 0])
    assert TODAY not in find_baselines(problem, allocation, np.full(4, np.nan), np.ones(4, dtype=bool))


def test_a_plan_valued_as_a_baseline_is_worth_what_the_plan_says() -> None:
    problem = make_problem(WORTH, hour_cost=20.0)
    allocation = allocate(problem, Settings(hour_step=0, smallest_block=0))
    same = baseline(problem, allocation, allocation.hours)
    assert same.objective == pytest.approx(allocation.proof.objective)
    assert same.attainment == pytest.approx(allocation.attainment)
    assert same.violation == pytest.approx(0, abs=1e-6)


@settings(max_examples=40)
@given(st.data(), st.integers(2, 7), st.booleans(), st.booleans(), st.sampled_from([0.0, 60.0]))
def test_the_plan_never_loses_to_a_baseline_that_keeps_every_limit(data, n, leave_open, per_person, cost) -> None:
    worth = data.draw(arrays(float, (n, 5), elements=st.sampled_from([0.0, 0.0, 40.0, 90.0])))
    worth[:, 2:] *= 100
    eligible = data.draw(arrays(bool, (n, 2)))
    eligible[~eligible.any(axis=1)] = True
    today = data.draw(arrays(float, n, elements=st.sampled_from([0.0, 2.0, 6.0, 11.0])))
    problem = make_problem(
        worth,
        people={"A": 20.0, "B": 20.0},
        eligible=eligible,
        today=today,
        maximum=np.where(worth.any(axis=1), 24.0, 0.0),
        leave_open=leave_open,
        per_person=per_person,
        hour_cost=cost,
        curves=make_curves(n),
    )
    allocation = allocate(problem, Settings(hour_step=0, smallest_block=0))
    for other in find_baselines(problem, allocation, worth[:, 2], np.zeros(n, dtype=bool)).values():
        if other.violation < 1e-9 and not (leave_open and other.short.any()):
            assert other.objective <= allocation.proof.objective + 1e-5
