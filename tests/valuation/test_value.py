"""What an account is worth: the formulas, checked by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.goods import GOODS
from planner.valuation.facts import gather_facts
from planner.valuation.types import Tags
from planner.valuation.value import value
from tests.valuation.building import SETTINGS, roster


def worth(row, strength, settings=SETTINGS):
    facts = gather_facts(roster([row]), settings)
    blank = np.full((1, len(GOODS)), "", dtype=object)
    return value(facts, Tags(np.array([strength], dtype=float), blank, blank, blank, np.ones(3, dtype=bool)), settings)


FULL = {
    "annual_fee": 1000,
    "probability": 0.5,
    "expected_date": "2027-04-01",
    "referrals_per_year": 2,
    "referral_fee": 300,
}


def test_money_of_each_good_by_hand():
    found = worth(FULL, [0.5, 0.4, 0.6, 1.0, 0.8])
    now = 1000 * 0.4 * 0.5 * 0.6
    later = 1000 * 0.4 * 1.0 * 0.5 * (1 - 0.5 * 0.6) / 1.1 ** (365 / 365.25)
    referral = 2 * 300 * 0.4 * 0.3 * 0.8 / 1.1
    assert found.in_money
    assert found.worth[0] == pytest.approx([50, 40, now, later, referral])


def test_fit_multiplies_money_and_impact_multiplies_others():
    base = worth(FULL, [1, 1, 1, 0.5, 1]).worth[0]
    facts_row = {**FULL, "impact": 5}
    clients = roster([facts_row], fit={"culture": np.array([5.0])})
    facts = gather_facts(clients, SETTINGS)
    blank = np.full((1, 5), "", dtype=object)
    found = value(
        facts, Tags(np.array([[1, 1, 1, 0.5, 1]]), blank, blank, blank, np.ones(3, dtype=bool)), SETTINGS
    ).worth[0]
    assert found == pytest.approx(base * [1.5, 1, 1.5, 1.5, 1])


def test_not_known_and_no_are_worth_nothing():
    assert worth(FULL, [np.nan, 0, np.nan, 0, np.nan]).worth.tolist() == [[0, 0, 0, 0, 0]]


def test_certain_client_now_has_no_later():
    assert worth({**FULL, "probability": 1.0}, [0, 0, 1, 1, 0]).worth[0, 3] == 0


def test_account_that_costs_more_than_it_pays_is_worth_nothing_not_less():
    assert worth({**FULL, "cost_to_serve": 2000}, [0, 0, 1, 1, 0]).worth[0].tolist() == [0, 0, 0, 0, 0]


def test_list_without_money_counts_in_points():
    found = worth({"probability": 0.5}, [1, 1, 1, 0, 1])
    assert not found.in_money
    assert found.worth[0] == pytest.approx([100, 100, 50, 0, 100 * 0.3 / 1.1])


@settings(max_examples=40)
@given(
    st.lists(st.floats(0, 1), min_size=5, max_size=5),
    st.floats(0, 1),
    st.floats(0, 1e6),
    st.floats(0, 1),
)
def test_one_fee_is_never_counted_twice(strength, chance, fee, rate):
    changed = SETTINGS.with_changes(discount_rate=0, margin=rate)
    found = worth({"annual_fee": fee, "probability": chance}, strength, changed)
    scale = fee * rate if found.in_money else 100
    assert (found.worth >= 0).all()
    assert found.worth[0, 2] + found.worth[0, 3] <= scale * (1 + 1e-9)
