"""Gaps are filled as a careful person would, and marked."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.fields import Field
from planner.valuation.facts import gather_facts
from planner.vocabulary import Relationship
from tests.valuation.building import SETTINGS, roster

CLIENT, PAST = {"relationship": "client"}, {"relationship": "past client"}


def facts_of(rows, settings=SETTINGS, **more):
    return gather_facts(roster(rows, **more), settings)


@pytest.mark.parametrize(
    ("gap", "fee"),
    [
        ({"service": "audit"}, 20),
        ({"service": "Tax", **CLIENT}, 25),
        ({"service": "", **PAST}, 35),
        ({"relationship": "referral source"}, 35),
        ({"service": "Merger"}, 35),
    ],
)
def test_missing_fee_is_what_was_won_for_the_service_else_of_the_relationship_else_of_the_list(gap, fee):
    known = [
        {**CLIENT, "service": "Audit", "annual_fee": 10},
        {**CLIENT, "service": " AUDIT ", "annual_fee": 30},
        {**CLIENT, "annual_fee": 25},
        {**CLIENT, "annual_fee": 0},
        {**PAST, "annual_fee": 40},
        {"relationship": "prospect", "service": "Audit", "annual_fee": 200},
        {"relationship": "prospect", "service": "Merger", "annual_fee": 200},
    ]
    facts = facts_of([{**gap, "annual_fee": None}, *known])
    assert facts.fee[0] == fee
    assert facts.assumed[Field.ANNUAL_FEE].tolist() == [True] + [False] * 7


def test_missing_fee_in_a_list_of_deals_is_what_was_won_for_the_service():
    deals = [
        {"account": 1, "state": "won", "service": "Audit", "amount": 70.0},
        {"account": 1, "state": "lost", "service": "Audit", "amount": 10.0},
    ]
    facts = facts_of([{"service": "Audit"}, {"annual_fee": 50, **CLIENT, "service": "Audit"}], deals=deals)
    assert facts.fee.tolist() == [70, 50]


def test_fees_of_won_deals_stand_in_where_no_account_has_one():
    facts = facts_of([{}], deals=[{"account": 0, "state": "won", "amount": 70.0}])
    assert facts.fee.tolist() == [70]
    assert facts.in_money


def test_list_without_money_has_none():
    facts = facts_of([{"annual_fee": None}, {"annual_fee": 0}])
    assert not facts.in_money
    assert math.isnan(facts.fee[0])
    assert math.isnan(facts.referral_fee[0])


def test_margin_is_fee_less_cost_else_the_firm_s_rate():
    facts = facts_of(
        [{"annual_fee": 100, "cost_to_serve": 120}, {"annual_fee": 100}], SETTINGS.with_changes(margin=0.3)
    )
    assert facts.margin.tolist() == [-20, 30]
    assert facts.assumed[Field.COST_TO_SERVE].tolist() == [False, True]


def test_assumed_fee_is_not_held_against_a_known_cost():
    facts = facts_of([{"cost_to_serve": 500}, {"annual_fee": 100}])
    assert facts.margin[0] == pytest.approx(40)


@pytest.mark.parametrize(
    ("row", "chance", "assumed"),
    [
        ({"probability": 0.33, "stage": "Proposal"}, 0.33, False),
        ({"stage": "Proposal"}, 0.4, True),
        ({"stage": "Closed Lost"}, 0.0, True),
        ({"stage": "Closed Won", **CLIENT}, 0.9, True),
        ({"stage": "no idea"}, 0.2, True),
        (CLIENT, 0.9, True),
        (PAST, 0.15, True),
        ({}, 0.2, True),
    ],
)
def test_chance_comes_from_the_file_then_the_stage_then_the_relationship(row, chance, assumed):
    facts = facts_of([row])
    assert facts.probability[0] == chance
    assert facts.assumed[Field.PROBABILITY][0] == assumed


@pytest.mark.parametrize(
    ("expected", "factor"),
    [("2026-04-01", 1), ("2026-03-31", 0.7), ("2026-01-01", 0.7), ("2025-12-31", 0.4), ("2024-01-01", 0.4), (None, 1)],
)
def test_passed_date_lowers_the_chance(expected, factor):
    assert facts_of([{"probability": 0.5, "expected_date": expected}]).probability[0] == pytest.approx(0.5 * factor)


def test_deals_are_not_aged_twice():
    facts = facts_of([{"probability": 0.5, "expected_date": "2026-03-01"}], deals=[{"account": 0, "state": "open"}])
    assert facts.probability[0] == 0.5


def test_chance_of_hiring_later_outlives_a_lost_deal():
    facts = facts_of([{"stage": "Closed Lost", "probability": 0.0}, {"probability": 0.0}, {"probability": 0.6}])
    assert facts.probability.tolist() == [0, 0, 0.6]
    assert facts.later_probability.tolist() == [0.2, 0, 0.6]


def test_chance_of_a_deal_long_past_its_date_is_at_most_that_of_an_early_stage():
    facts = facts_of(
        [{"probability": 0.75, "expected_date": "2025-06-01"}, {"probability": 0.1, "expected_date": "2025-06-01"}]
    )
    assert facts.later_probability == pytest.approx([0.1, 0.04])


def test_chance_that_only_stages_of_deals_gave_is_marked_assumed():
    deals = [{"account": 0, "state": "open", "stage": "Proposal"}, {"account": 1, "state": "open", "probability": 0.3}]
    facts = facts_of([{"probability": 0.4}, {"probability": 0.3}], deals=deals)
    assert facts.assumed[Field.PROBABILITY].tolist() == [True, False]


def test_years_count_from_the_start_to_a_date_to_come():
    facts = facts_of([{"expected_date": "2027-04-01"}, {"expected_date": "2020-01-01"}, {"expected_date": None}])
    assert facts.years_away == pytest.approx([1, 0, 0], abs=0.002)


def test_referrals_are_given_or_seen_or_one_a_year_at_the_median_fee():
    rows = [
        {"account": "A", "referrals_per_year": 3, "annual_fee": 10},
        {"account": "B", "annual_fee": 20},
        {"account": "C", "lead_source": "B", "annual_fee": 90, "referral_fee": 7, "created_on": "2024-01-01"},
        {"account": "D", "lead_source": "referred by B", "created_on": "2026-01-01"},
    ]
    facts = facts_of(rows)
    assert facts.referrals == pytest.approx([3, 1, 1, 1], abs=0.01)
    assert facts.referral_fee.tolist() == [20, 20, 7, 20]


def test_blank_relationship_is_a_prospect_and_marked():
    facts = facts_of([{"relationship": ""}, CLIENT])
    assert facts.relationship.tolist() == ["prospect", "client"]
    assert facts.assumed[Field.RELATIONSHIP].tolist() == [True, False]


def test_rosy_chances_are_said_once_and_kept():
    facts = facts_of([{"stage": "Proposal", "probability": 0.8}] * 6)
    assert [issue.code for issue in facts.issues] == ["chances-rosy"]
    assert "40 points" in facts.issues[0].message
    assert facts.probability.tolist() == [0.8] * 6
    assert facts_of([{"stage": "Proposal", "probability": 0.45}] * 6).issues == ()


ROW = st.fixed_dictionaries(
    {
        "annual_fee": st.none() | st.floats(0, 1e6),
        "cost_to_serve": st.none() | st.floats(0, 1e6),
        "probability": st.none() | st.floats(0, 1),
        "service": st.sampled_from(["", "A", "B"]),
        "relationship": st.sampled_from(["", *map(str, Relationship)]),
        "stage": st.sampled_from(["", "Proposal", "Closed Lost", "Closed Won", "??"]),
        "expected_date": st.sampled_from([None, "2025-01-01", "2026-03-20", "2026-09-01", "2029-01-01"]),
    }
)


@settings(max_examples=40)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_nothing_given_is_changed_and_no_gap_stays(rows):
    clients = roster(rows)
    facts = gather_facts(clients, SETTINGS)
    for field, filled in [(Field.ANNUAL_FEE, facts.fee), (Field.REFERRALS_PER_YEAR, facts.referrals)]:
        known = ~facts.assumed[field]
        assert np.array_equal(filled[known], clients.number(field)[known])
    assert facts.in_money == bool(np.nanmax(np.append(clients.number(Field.ANNUAL_FEE), 0)) > 0)
    if facts.in_money:
        assert np.isfinite(facts.fee).all()
        assert np.isfinite(facts.margin).all()
    assert ((facts.probability >= 0) & (facts.probability <= 1)).all()
    assert (facts.years_away >= 0).all()
