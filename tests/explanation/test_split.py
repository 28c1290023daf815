from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from planner.explanation.placing import by_person, unplaced
from planner.explanation.split import best_split, relative_strength

STRENGTH = st.sampled_from([0.0, 0.2, 0.5, 0.8, 1.0])


def least_deviation(hours: np.ndarray, relative: np.ndarray, floor: np.ndarray, ceiling: np.ndarray, leave_open: bool):
    """The same by a linear program with a column per account and group."""
    import highspy

    model = highspy.Highs()
    model.silent()
    credit = {(i, g): model.addVariable(0, relative[i, g] * hours[i]) for i in range(len(hours)) for g in range(3)}
    under = [model.addVariable(0) for _ in range(3)]
    over = [model.addVariable(0) for _ in range(3)]
    excess = model.addVariable(0)
    for i in range(len(hours)):
        if relative[i].any():
            model.addConstr(sum(credit[i, g] for g in range(3)) == hours[i])
    for g in range(3):
        total = sum(credit[i, g] for i in range(len(hours)))
        model.addConstr(total + under[g] >= floor[g])
        model.addConstr(total - over[g] <= ceiling[g])
    model.addConstr(sum(over) <= (excess if leave_open else excess + sum(under)))
    model.minimize(sum(under) + excess)
    return model.getObjectiveValue()


@settings(max_examples=60, deadline=None)
@given(
    arrays(float, st.tuples(st.integers(1, 6), st.just(5)), elements=STRENGTH),
    st.data(),
    st.floats(0, 0.2),
    st.booleans(),
)
def test_the_closed_form_misses_the_band_by_as_little_as_a_linear_program(
    strength, data, tolerance, leave_open
) -> None:
    hours = data.draw(arrays(float, len(strength), elements=st.sampled_from([0.0, 1.0, 4.5, 10.0])))
    aim = np.array(data.draw(st.sampled_from([(0.2, 0.3, 0.5), (0, 0, 1), (1 / 3, 1 / 3, 1 / 3), (0.7, 0.3, 0)])))
    floor, ceiling = np.maximum((aim - tolerance) * 20, 0), (aim + tolerance) * 20
    relative = relative_strength(strength)
    split = best_split(hours, relative, floor, ceiling)
    found = split.deviation(leave_open=leave_open)
    assert found == pytest.approx(least_deviation(hours, relative, floor, ceiling, leave_open), abs=1e-6)
    assert split.hours.sum() == pytest.approx(hours[relative.any(axis=1)].sum())


def test_strengths_count_relative_to_the_strongest_and_you_is_its_best_good() -> None:
    relative = relative_strength(np.array([[0.4, 0.8, 0.2, 0.6, 0.0], [0, 0, 0, 0, np.nan]]))
    assert relative.tolist() == [[0.5, 1.0, pytest.approx(0.75)], [0, 0, 0]]


def test_hours_without_a_good_count_for_no_group() -> None:
    split = best_split(np.array([10.0, 5]), np.array([[0, 0, 0], [1.0, 0, 0]]), np.zeros(3), np.full(3, 20.0))
    assert split.hours.tolist() == [5, 0, 0]


def test_hours_that_fit_by_moving_others_are_placed() -> None:
    eligible = np.array([[True, True, False], [True, False, False], [False, True, True]])
    assert unplaced(np.array([10.0, 10, 5]), eligible, np.array([10.0, 10, 5])) == pytest.approx(0)
    assert unplaced(np.array([10.0, 12, 5]), eligible, np.array([10.0, 10, 5])) == pytest.approx(2)


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(1, 5), st.integers(1, 4))
def test_what_cannot_be_placed_equals_the_tightest_set_of_people(data, accounts: int, people: int) -> None:
    eligible = data.draw(arrays(bool, (accounts, people)))
    eligible[~eligible.any(axis=1)] = True
    hours = data.draw(arrays(float, accounts, elements=st.sampled_from([0.0, 2.0, 5.0, 9.0])))
    capacity = data.draw(arrays(float, people, elements=st.sampled_from([1.0, 4.0, 10.0])))
    sets = [np.array([bool(mask >> p & 1) for p in range(people)]) for mask in range(2**people)]
    # Hall: hours that only people of a set may serve, less the hours of that set, over all sets
    worst = max(hours[~(eligible & ~chosen).any(axis=1)].sum() - capacity[chosen].sum() for chosen in sets)
    assert unplaced(hours, eligible, capacity) == pytest.approx(max(worst, 0.0))


def test_hours_are_shared_by_people_within_their_own_hours() -> None:
    eligible = np.array([[True, True], [True, False], [True, True]])
    shared = by_person(np.array([6.0, 10, 2]), eligible, np.array([10.0, 8]))
    assert shared.sum(axis=1) == pytest.approx([6, 10, 2])
    assert shared.sum(axis=0) == pytest.approx([10, 8])
    too_many = by_person(np.array([6.0, 14, 2]), eligible, np.array([10.0, 8]))
    assert too_many.sum(axis=0) == pytest.approx([14, 8])
