"""Multipliers around 1."""

import numpy as np
import pytest

from planner.errors import SettingError
from planner.goods import GOODS, Good
from planner.valuation.multipliers import fit_multiplier, worth_multipliers
from tests.valuation.building import roster


def fit(ratings, weights=()):
    sheets = {"fit": [{"criterion": name, "weight": weight} for name, weight in weights]} if weights else {}
    columns = {name: np.array(values, dtype=float) for name, values in ratings.items()}
    return fit_multiplier(roster([{}] * len(next(iter(columns.values()))), sheets=sheets, fit=columns))


def test_mean_rating_becomes_a_multiplier_between_a_half_and_one_and_a_half():
    found, issues = fit({"culture": [0, 2.5, 5, np.nan], "budget": [0, np.nan, 5, np.nan]})
    assert found.tolist() == [0.5, 1, 1.5, 1]
    assert issues == ()


def test_weights_of_the_sheet_count_and_unrated_criteria_do_not():
    found, _ = fit({"culture": [5, 5], "fit_big budget": [0, np.nan]}, [("Culture", 3), ("Fit: Big Budget", 1)])
    assert found == pytest.approx([0.5 + 3.75 / 5, 1.5])


def test_no_fit_columns_leave_everything_at_one():
    assert fit_multiplier(roster([{}, {}]))[0].tolist() == [1, 1]


def test_criterion_that_no_column_rates_is_a_note():
    _, issues = fit({"culture": [5]}, [("Budget", 2)])
    assert [(issue.code, issue.sheet, issue.cell) for issue in issues] == [("fit-criterion-unrated", "Fit", "A2")]


@pytest.mark.parametrize("weight", [-1, "a lot", "inf"])
def test_weight_that_is_no_number_from_nought_up_is_refused(weight):
    with pytest.raises(SettingError, match=r"Fit!B2"):
        fit({"culture": [5]}, [("culture", weight)])


def test_impact_is_one_in_the_middle_and_where_not_rated():
    multipliers, _ = worth_multipliers(roster([{"impact": 5}, {"impact": 2.5}, {"impact": None}]))
    assert multipliers[:, GOODS.index(Good.OTHERS)].tolist() == [1.5, 1, 1]
    assert (np.delete(multipliers, GOODS.index(Good.OTHERS), axis=1) == 1).all()
