"""Who said how good an account is, and who is believed."""

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.fields import RATING_OF, Field
from planner.goods import GOODS, Good
from planner.tagging.default_rules import DEFAULT_RULES
from planner.tagging.rule_sheet import Condition, Operator, Rule, find_rules
from planner.tagging.tagging import tag
from planner.valuation.facts import gather_facts
from planner.vocabulary import Authority
from tests.valuation.building import SETTINGS, roster, tagged, tags_of

OTHERS, STRENGTHS, NOW, LATER, REFERRAL = range(5)
CHARITY = {"account": "Bramley Foundation", "annual_fee": 100}


def changed(clients, field, positions):
    mask = np.zeros(clients.size, dtype=bool)
    mask[positions] = True
    return {"overridden": {field: mask}}


def test_rating_is_stronger_than_a_rule_and_names_its_cell():
    tags = tags_of(roster([{**CHARITY, "rating_others": 4}]))
    assert tags.strength[0, OTHERS] == 0.8
    assert tags.reason[0, OTHERS] == "Rating 4 of 5 in Clients!C2"
    assert tags.authority[0, OTHERS] == Authority.RATING


def test_average_of_several_raters_says_so():
    ratings = {name: {Good.OTHERS: np.array([score])} for name, score in (("Ann", 3.0), ("Bo", 4.0))}
    clients = roster([{"rating_others": 3.5}], raters=ratings)
    unmapped = dataclasses.replace(clients, source=dataclasses.replace(clients.source, mapping={}))
    assert tags_of(unmapped).reason[0, OTHERS] == "Rating 3.5 of 5, the average of 2 raters"


def test_override_is_stronger_than_a_rating_and_says_why():
    rows = [{**CHARITY, "rating_others": 2}]
    sheets = {"overrides": [{"account": "Bramley Foundation", "field": "rating_others", "value": 2, "why": "met them"}]}
    clients = roster(rows, sheets=sheets, **changed(roster(rows), Field.RATING_OTHERS, [0]))
    tags = tags_of(clients)
    assert tags.strength[0, OTHERS] == 0.4
    assert tags.reason[0, OTHERS] == "You changed it to 2 of 5: met them"
    assert tags.authority[0, OTHERS] == Authority.OVERRIDE


def test_override_to_nothing_makes_it_not_known_whatever_rules_say():
    rows = [{**CHARITY, "rating_others": None}]
    tags = tags_of(roster(rows, **changed(roster(rows), Field.RATING_OTHERS, [0])))
    assert math.isnan(tags.strength[0, OTHERS])
    assert tags.reason[0, OTHERS] == "You changed it to not known"


def test_rating_of_nought_is_no_and_no_rating_is_not_known():
    tags = tags_of(roster([{"rating_strengths": 0}, {"rating_strengths": None}]))
    assert tags.strength[0, STRENGTHS] == 0
    assert math.isnan(tags.strength[1, STRENGTHS])
    assert tags.authority[1, STRENGTHS] == Authority.NOBODY
    assert tags.reason[1, STRENGTHS] == "Not rated, and no rule says so"


@pytest.mark.parametrize(("rating", "strength"), [(0.7, 0.0), (0.75, 0.15), (5, 1.0)])
def test_strength_under_fifteen_hundredths_is_noise(rating, strength):
    assert tagged({"rating_strengths": rating}, Good.STRENGTHS)[0] == pytest.approx(strength)


def test_fee_below_its_cost_is_neither_good_now_nor_later_even_when_rated():
    row = {"annual_fee": 31_000, "cost_to_serve": 33_000, "rating_now": 5, "probability": 0.65}
    for good in (Good.NOW, Good.LATER):
        assert tagged(row, good) == (0.0, "Costs $33,000 to serve and pays $31,000")


def test_free_work_is_not_good_for_you_but_may_be_for_others():
    tags = tags_of(roster([{"annual_fee": 0, "type": "charity", "rating_now": 3}, {"annual_fee": 9}]))
    assert tags.strength[0, OTHERS] == 0.9
    assert tags.strength[0, NOW] == 0
    assert tags.reason[0, NOW] == "It pays no fee"


@pytest.mark.parametrize(
    ("row", "good", "reason"),
    [
        ({"annual_fee": 10, "rating_now": 5, "probability": 0.0}, Good.NOW, "No chance of being hired now"),
        ({"annual_fee": 10, "rating_now": 5, "rating_later": 5, "probability": 1.0}, Good.LATER, "hired later"),
        ({"annual_fee": 10, "rating_referral": 5, "referrals_per_year": 0}, Good.REFERRAL, "would bring nothing"),
    ],
)
def test_good_without_value_is_no(row, good, reason):
    strength, why = tagged(row, good)
    assert strength == 0
    assert reason in why


def test_nothing_is_gated_where_there_is_no_money():
    assert tagged({"rating_now": 4}, Good.NOW)[0] == 0.8


def test_group_without_evidence_is_not_seen_and_said_so():
    tags = tags_of(roster([{"relationship": "client", "annual_fee": 10}, {"annual_fee": 10}]))
    assert tags.seen.tolist() == [False, False, True]
    assert len(tags.notes) == 2
    assert "good beyond the fee" in tags.notes[0]


def test_group_rated_nought_throughout_is_seen():
    tags = tags_of(roster([{"rating_others": 0, "annual_fee": 1}]))
    assert tags.seen.tolist() == [True, False, True]


def test_default_rule_that_denies_is_no_evidence_but_the_user_s_own_is():
    insurer = {"industry": "Insurance", "annual_fee": 1}
    assert not tags_of(roster([insurer])).seen[0]
    rule = {
        "field": "industry",
        "operator": "is",
        "value": "Insurance",
        "good": "others",
        "strength": "no",
        "reason": "No",
    }
    assert tags_of(roster([insurer], sheets={"rules": [rule]})).seen[0]


def test_list_that_says_nothing_sees_nothing():
    rule = {"field": "name", "operator": "is", "value": "x", "good": "now", "strength": 1, "reason": "r"}
    tags = tags_of(roster([{}], sheets={"rules": [rule]}))
    assert tags.seen.tolist() == [False, False, False]
    assert len(tags.notes) == 1


def test_rule_that_fires_on_nearly_all_is_said_to_say_little():
    tags = tags_of(roster([{"type": "nonprofit"}] * 19 + [{"type": "shop"}]))
    assert any("19 of 20 accounts for “good for others”" in note for note in tags.notes)


def test_strongest_rule_that_holds_wins_and_the_first_of_equals():
    rules = tuple(
        Rule((Condition(("name",), Operator.CONTAINS, ("a",)),), Good.OTHERS, strength, reason)
        for strength, reason in [(0.3, "weak"), (0.7, "first"), (0.7, "second")]
    )
    clients = roster([{}])
    tags = tag(clients, gather_facts(clients, SETTINGS), rules, SETTINGS)
    assert (tags.strength[0, OTHERS], tags.reason[0, OTHERS]) == (0.7, "first")


def test_rule_of_the_user_s_own_counts_before_default_ones_even_when_it_denies():
    denies = Rule((Condition(("type",), Operator.IS, ("Nonprofit",)),), Good.OTHERS, 0.0, "Not to us")
    clients = roster([{"type": "Nonprofit"}, {"type": "Charity"}])
    tags = tag(clients, gather_facts(clients, SETTINGS), (*DEFAULT_RULES, denies), SETTINGS)
    assert tags.strength[:, OTHERS].tolist() == [0.0, 0.9]
    assert tags.reason[0, OTHERS] == "Not to us"


def test_what_was_handed_in_is_not_changed():
    clients = roster([{**CHARITY, "rating_others": 4}, {"annual_fee": 0}])
    facts = gather_facts(clients, SETTINGS)
    before = {field: column.copy() for field, column in clients.columns.items()}
    tag(clients, facts, find_rules(clients), SETTINGS)
    for field, column in before.items():
        np.testing.assert_array_equal(clients.columns[field], column)


RATED = st.fixed_dictionaries(
    {
        **{str(RATING_OF[good]): st.none() | st.floats(0, 5) for good in GOODS},
        "annual_fee": st.none() | st.floats(0, 1e5),
        "cost_to_serve": st.none() | st.floats(0, 1e5),
        "probability": st.none() | st.floats(0, 1),
        "type": st.sampled_from(["", "Nonprofit", "Pharma", "Partner"]),
        "relationship": st.sampled_from(["client", "prospect", "past client"]),
    }
)


@settings(max_examples=40)
@given(st.lists(RATED, min_size=1, max_size=6))
def test_every_tag_is_yes_no_or_not_known_with_a_reason(rows):
    tags = tags_of(roster(rows))
    known = ~np.isnan(tags.strength)
    yes = tags.strength > 0
    assert (tags.strength[yes] >= 0.15).all()
    assert (tags.strength[known] <= 1).all()
    assert all(isinstance(reason, str) and reason for reason in tags.reason.ravel())
    assert ((tags.authority == Authority.NOBODY) == ~known).all()


@settings(max_examples=25)
@given(st.lists(RATED, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_order_of_the_list_does_not_matter(rows, random):
    named = [{"account": f"A{i}", **row} for i, row in enumerate(rows)]
    order = list(range(len(named)))
    random.shuffle(order)
    straight, shuffled = tags_of(roster(named)), tags_of(roster([named[i] for i in order]))
    np.testing.assert_array_equal(straight.strength[order], shuffled.strength)


def test_a_rule_that_holds_everywhere_is_named_in_words_without_places_to_fill():
    rows = [{"stage": "Proposal", "expected_date": "2026-05-14", "annual_fee": 9_000 + i} for i in range(12)]
    note = next(note for note in tags_of(roster(rows)).notes if "says little" in note)
    assert note == (
        "One rule says the same of all 12 accounts for “good for you, now”: it has an open deal to win now, and it "
        "pays more than it costs. That says little about any one of them; rate the accounts, or change the rule on the "
        "Rules sheet."
    )


def test_a_guess_is_no_sure_strength_and_a_fact_below_it_stays_sure():
    has_a = (Condition(("name",), Operator.CONTAINS, ("a",)),)
    rules = (Rule(has_a, Good.OTHERS, 0.6, "Perhaps", sure=False), Rule(has_a, Good.OTHERS, 0.4, "Surely"))
    clients = roster([{}])
    tags = tag(clients, gather_facts(clients, SETTINGS), rules, SETTINGS)
    assert (tags.strength[0, OTHERS], tags.sure_strength[0, OTHERS]) == (0.6, 0.4)
    assert tags.sure(0, Good.OTHERS) == "guess"


def test_a_rating_is_a_fact():
    tags = tags_of(roster([{**CHARITY, "rating_others": 4}]))
    assert (tags.sure_strength[0, OTHERS], tags.sure(0, Good.OTHERS)) == (0.8, "fact")
