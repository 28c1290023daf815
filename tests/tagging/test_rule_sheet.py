"""Rules on the sheet: read, written, and refused with their cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.errors import SettingError
from planner.goods import Good
from planner.tagging.default_rules import DEFAULT_RULES
from planner.tagging.rule import NUMBER_OPERATORS
from planner.tagging.rule_attributes import NUMBER_CLUES, TEXT_CLUES
from planner.tagging.rule_sheet import Condition, Operator, Rule, find_rules, rules_rows
from tests.valuation.building import roster, tagged

BASE = {"field": "industry", "operator": "is", "value": "Health", "good": "others", "strength": 0.4, "reason": "Care"}


def as_sheet(rows):
    header, *body = rows
    return {"rules": [dict(zip(header, row, strict=True)) for row in body]}


def read(*rows, **more):
    return find_rules(roster([{}], sheets={"rules": list(rows)}, **more))


def test_without_a_sheet_the_default_rules_hold():
    assert find_rules(roster([{}])) == DEFAULT_RULES


def test_default_rules_survive_being_written_and_read():
    assert find_rules(roster([{}], sheets=as_sheet(rules_rows(DEFAULT_RULES)))) == DEFAULT_RULES


def test_sheet_is_the_whole_rule_set():
    assert read(BASE) == (Rule((Condition(("industry",), Operator.IS, ("Health",)),), Good.OTHERS, 0.4, "Care"),)


def test_further_conditions_stand_in_numbered_columns_and_must_all_hold():
    row = {**BASE, "field 2": "annual fee", "operator 2": ">=", "value 2": "1,000"}
    (rule,) = read(row)
    assert rule.when[1] == Condition(("annual fee",), Operator.AT_LEAST, 1000.0)
    sheets = {"rules": [row]}
    assert tagged({"industry": "health", "annual_fee": 1000}, Good.OTHERS, sheets=sheets) == (0.4, "Care")
    assert tagged({"industry": "health", "annual_fee": 999}, Good.OTHERS, sheets=sheets)[0] != 0.4


def test_several_fields_and_values_are_separated_by_semicolons():
    (rule,) = read({**BASE, "field": "Type; industry", "operator": "has the word", "value": "care; cure"})
    assert rule.when == (Condition(("type", "industry"), Operator.HAS_WORD, ("care", "cure")),)


def test_rules_may_look_at_the_user_s_own_columns():
    import numpy as np

    own = {"other": {"Segment": np.array(["gold"], dtype=object), "Staff": np.array(["1,200"], dtype=object)}}
    sheets = {
        "rules": [{**BASE, "field": "segment", "value": "Gold", "field 2": "staff", "operator 2": ">", "value 2": 500}]
    }
    assert tagged({}, Good.OTHERS, sheets=sheets, **own) == (0.4, "Care")


def test_reason_may_name_what_was_found_and_keeps_other_braces():
    sheets = {"rules": [{**BASE, "reason": "{industry} at {chance}, {who knows}"}]}
    assert (
        tagged({"industry": "Health", "probability": 0.25}, Good.OTHERS, sheets=sheets)[1]
        == "Health at 0.25, {who knows}"
    )


@pytest.mark.parametrize(
    ("operator", "value", "industry", "holds"),
    [
        ("is", "HEALTH", "health", True),
        ("is not", "Health", "Law", True),
        ("is not", "Health", "health", False),
        ("is one of", "Law; Health", "health", True),
        ("lacks the word", "care", "Health care", False),
        ("lacks the word", "care", "Healthcare", True),
        ("has the word", "health*", "Healthcare", True),
        ("starts with", "heal", "Health", True),
        ("ends with", "lth", "Health", True),
        ("contains", "alt", "Health", True),
        ("contains", "alt", "Heath", False),
        ("is blank", "", "", True),
        ("is filled in", "", "", False),
        ("=", 92.0, "92", True),
    ],
)
def test_operator(operator, value, industry, holds):
    sheets = {"rules": [{**BASE, "operator": operator, "value": value}]}
    assert (tagged({"industry": industry}, Good.OTHERS, sheets=sheets)[0] == 0.4) is holds


@pytest.mark.parametrize(
    ("when", "conditions"),
    [
        ("industry = Health", (Condition(("industry",), Operator.IS, ("Health",)),)),
        ("Annual fee>=5,000", (Condition(("annual fee",), Operator.AT_LEAST, 5000.0),)),
        (
            "type or industry has the word care; cure",
            (Condition(("type", "industry"), Operator.HAS_WORD, ("care", "cure")),),
        ),
        (
            "industry is Food and Drink and months since won at most 12",
            (
                Condition(("industry",), Operator.IS, ("Food and Drink",)),
                Condition(("months since won",), Operator.AT_MOST, 12.0),
            ),
        ),
        ("owner is blank", (Condition(("owner",), Operator.BLANK),)),
    ],
)
def test_conditions_may_stand_in_one_cell(when, conditions):
    (rule,) = read({"when": when, "good": "others", "strength": 0.4, "reason": "Care"})
    assert rule.when == conditions


def test_when_may_name_the_field_beside_an_operator():
    row = {"when": "industry", "operator": "is", "value": "Health", "good": "others", "strength": 0.4, "reason": "Care"}
    assert read(row) == read(BASE)


@pytest.mark.parametrize("when", ["Health", "is Health", "industry resembles Health"])
def test_sentence_that_is_no_condition_is_refused(when):
    with pytest.raises(SettingError, match="Rules!A2"):
        read({"when": when, "good": "others", "strength": 0.4})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"field": "industri"}, ["Rules!A2", "did you mean “industry”"]),
        ({"operator": "resembles"}, ["Rules!B2", "no way to compare"]),
        ({"operator": "at least"}, ["Rules!B2", "“industry” is text"]),
        ({"field": "annual fee"}, ["Rules!B2", "is a number"]),
        ({"field": "annual fee", "operator": ">", "value": "much"}, ["Rules!C2", "should be a number"]),
        ({"value": ""}, ["Rules!A2", "needs a value"]),
        ({"good": "us"}, ["Rules!D2", "none of others"]),
        ({"good": ""}, ["nothing under “good”"]),
        ({"strength": 4}, ["Rules!E2", "from 0 to 1"]),
        ({"strength": ""}, ["no strength"]),
        ({"field": ""}, ["nothing under “field”"]),
    ],
)
def test_rule_that_cannot_be_read_is_refused_with_its_cell(change, words):
    with pytest.raises(SettingError) as error:
        read({**BASE, **change})
    assert all(word in str(error.value) for word in words), str(error.value)


def test_all_rows_that_cannot_be_read_are_told_at_once():
    with pytest.raises(SettingError) as error:
        read({**BASE, "good": "us"}, BASE, {**BASE, "strength": -1})
    assert "Rules!D2" in str(error.value)
    assert "Rules!E4" in str(error.value)


def test_strength_may_be_no_or_a_percentage():
    assert [rule.strength for rule in read({**BASE, "strength": "no"}, {**BASE, "strength": "40%"})] == [0.0, 0.4]


WORD = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=8)
TEXT = st.builds(
    Condition,
    st.lists(st.sampled_from(sorted(TEXT_CLUES)), min_size=1, max_size=2, unique=True).map(
        lambda f: tuple(map(str, f))
    ),
    st.sampled_from([Operator.ONE_OF, Operator.HAS_WORD, Operator.LACKS_WORD, Operator.ENDS]),
    st.lists(WORD, min_size=1, max_size=3).map(tuple),
)
NUMBER = st.builds(
    Condition,
    st.sampled_from(sorted(NUMBER_CLUES)).map(lambda f: (str(f),)),
    st.sampled_from(sorted(NUMBER_OPERATORS)),
    st.floats(-1e6, 1e6),
)
RULE = st.builds(
    Rule,
    st.lists(TEXT | NUMBER, min_size=1, max_size=4).map(tuple),
    st.sampled_from(list(Good)),
    st.floats(0, 1),
    WORD,
)


@settings(max_examples=60)
@given(st.lists(RULE, min_size=1, max_size=4).map(tuple))
def test_any_rules_survive_being_written_and_read(rules):
    assert find_rules(roster([{}], sheets=as_sheet(rules_rows(rules)))) == rules


def test_a_rule_is_a_fact_unless_the_sheet_calls_it_a_guess():
    guess, fact, plain_row = read({**BASE, "sure": "guess"}, {**BASE, "sure": "Fact"}, BASE)
    assert (guess.sure, fact.sure, plain_row.sure) == (False, True, True)


def test_what_is_neither_fact_nor_guess_is_refused_with_its_cell():
    with pytest.raises(SettingError, match="neither fact nor guess"):
        read({**BASE, "sure": "perhaps"})


def test_the_default_rules_fit_into_the_cells_of_a_workbook():
    longest = max(len(cell) for row in rules_rows(DEFAULT_RULES) for cell in row if isinstance(cell, str))
    assert longest <= 30_000  # of 32,767, so that there is room for more phrases
