"""The assignment of columns to fields is the best one as a whole, not the best column for each in turn."""

import itertools

import numpy as np
import pytest

from planner.detection.columns.assignment import best_assignment


def total(scores, taken):
    return sum(scores[row, column] for row, column in enumerate(taken) if column >= 0)


def test_the_second_best_column_is_given_up_where_another_field_needs_it():
    assert best_assignment(np.array([[0.9, 0.8], [0.85, 0.0]])).tolist() == [1, 0]


def test_a_score_of_zero_is_never_taken():
    assert best_assignment(np.array([[0.0, 0.0], [0.0, 0.3]])).tolist() == [-1, 1]


@pytest.mark.parametrize("seed", range(30))
def test_no_other_assignment_of_a_small_table_scores_more(seed):
    random = np.random.default_rng(seed)
    rows, columns = map(int, random.integers(1, 5, 2))
    scores = random.random((rows, columns)) * (random.random((rows, columns)) < 0.7)
    taken = best_assignment(scores).tolist()
    assert len({column for column in taken if column >= 0}) == sum(column >= 0 for column in taken)
    ways = itertools.permutations([*range(columns), *[-1] * rows], rows)
    assert total(scores, taken) == pytest.approx(max(total(scores, way) for way in ways))
