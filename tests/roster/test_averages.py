"""Ratings of several partners in one list."""

from __future__ import annotations

import numpy as np

from planner.facts.columns import _with_averages
from planner.fields import Field
from planner.goods import Good


def test_the_average_of_the_raters_fills_in_where_the_list_has_no_rating_of_its_own() -> None:
    raters = {
        "Ana": {Good.OTHERS: np.array([5.0, np.nan, 2.0]), Good.NOW: np.array([1.0, np.nan, np.nan])},
        "Ben": {Good.OTHERS: np.array([2.0, np.nan, 4.0])},
    }
    found = _with_averages({Field.RATING_OTHERS: np.array([np.nan, np.nan, 1.0])}, raters)
    assert np.array_equal(found[Field.RATING_OTHERS], [3.5, np.nan, 1.0], equal_nan=True)
    assert np.array_equal(found[Field.RATING_NOW], [1.0, np.nan, np.nan], equal_nan=True)
    assert Field.RATING_STRENGTHS not in found
