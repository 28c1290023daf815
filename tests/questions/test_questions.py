"""The few questions: what is asked, in which order, and what answers change."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from planner.errors import SettingError
from planner.goods import GOODS, Good
from planner.pipeline import plan
from planner.questions.answers import Changes, answer, what_moved, with_changes
from planner.questions.elicitation import Ask, QuestionScreen, Say, ask
from planner.questions.elicitation_priority import stakes
from planner.questions.plan_questions import all_questions
from planner.reading import read_roster
from planner.records.issues import Issue
from planner.result import Plan
from planner.roster.roster import Roster
from planner.settings import FeeMeaning
from planner.vocabulary import Severity
from sample_workbooks import sample_path
from tests.readers.make import sheet_roster
from tests.valuation.building import START, roster

ROWS = (
    {"account": "Ash", "industry": "Retail", "relationship": "client", "annual_fee": 40_000, "service": "Tax"},
    {"account": "Birch", "industry": "retail", "relationship": "prospect", "annual_fee": 9_000, "probability": 0.5},
    {"account": "Cedar", "industry": "Energy", "relationship": "prospect", "annual_fee": 70_000, "service": "Audit"},
    {"account": "Dogwood", "industry": "Other", "relationship": "past client", "annual_fee": 20_000},
    {
        "account": "Elm",
        "industry": "Nonprofit",
        "relationship": "prospect",
        "annual_fee": 90_000,
        "probability": 0.3,
        "expected_date": "2025-01-10",
        "stage": "Proposal",
    },
)


def planned(rows: Sequence[dict[str, Any]] = ROWS, **more: Any) -> tuple[Roster, Plan]:
    clients = roster(rows, **more)
    return clients, plan(clients, plan_start=START)


def question(made: Plan, name: str) -> QuestionScreen:
    return next(one for one in ask(made) if one.name == name)


def after(clients: Roster, changes: Changes) -> Plan:
    return plan(with_changes(clients, changes), plan_start=START, **changes.settings)


def test_questions_come_in_order_with_names_of_their_own():
    _, made = planned()
    names = [one.name for one in ask(made)]
    assert names == [
        "hours",
        "industries: others",
        "better at: strengths",
        *(f"names: {good}" for good in GOODS),
        "time",
        "stale",
    ]


def test_what_the_file_says_is_not_asked():
    rows = [{**row, "current_hours": 3, "rating_others": 2, "expected_date": None, "stage": ""} for row in ROWS]
    _, made = planned(rows, sheets={"team": [{"person": "Zoe", "hours": 50}]})
    asked = {one.name for one in ask(made)}
    assert not asked & {"hours", "industries: others", "names: others", "time", "stale", "fee"}


def test_hours_a_week_become_hours_of_the_period():
    clients, made = planned(
        [{**row, "owner": owner} for row, owner in zip(ROWS, ["A", "B", "A", "A", "B"], strict=True)]
    )
    changes = answer(made, question(made, "hours"), {"hours": "6 h"})
    assert changes.settings == {"hours": 6 * 13 * 2}
    assert not after(clients, changes).team.assumed


@pytest.mark.parametrize("said", ["", "0", "-3", "lots", "200", "nan"])
def test_hours_that_no_person_has_are_refused(said):
    _, made = planned()
    with pytest.raises(SettingError, match="hours a week"):
        answer(made, question(made, "hours"), {"hours": said})


def test_column_of_money_that_may_mean_several_things_is_asked_about():
    clients, made = planned()
    issue = Issue("fee-meaning-assumed", Severity.NOTE, "“Amount” was taken as a fee a year.", value="Amount")
    made = dataclasses.replace(made, roster=dataclasses.replace(clients, issues=(issue,)))
    asked = question(made, "fee")
    assert "“Amount”" in asked.text
    assert [choice.key for choice in asked.choices] == [str(one) for one in FeeMeaning]
    assert answer(made, asked, {"a whole job": "yes"}).settings == {"fee_meaning": FeeMeaning.JOB}
    with pytest.raises(SettingError):
        answer(made, asked, {})


def test_industries_are_asked_most_frequent_first_without_placeholders_and_what_rules_are_sure_of():
    _, made = planned()
    assert [(one.key, one.note) for one in question(made, "industries: others").choices] == [
        ("Retail", "2 accounts"),
        ("Energy", "1 account"),
    ]


def test_answer_on_an_industry_becomes_a_rule_stronger_than_the_default_ones():
    clients, made = planned()
    changes = answer(made, question(made, "industries: others"), {"Retail": "some", "Nonprofit": "no"})
    tags = after(clients, changes).tags
    others = GOODS.index(Good.OTHERS)
    assert tags.strength[[0, 1, 4], others].tolist() == [0.4, 0.4, 0.0]
    assert tags.reason[0, others] == "You said that Retail does good beyond the fee"
    assert tags.reason[4, others] == "You said that Nonprofit does no good beyond the fee"


def test_what_to_be_better_at_is_a_service_an_industry_or_free_words():
    clients, made = planned()
    asked = question(made, "better at: strengths")
    assert {"service: Tax", "service: Audit", "industry: Energy"} <= {choice.key for choice in asked.choices}
    said = {"service: Tax": "yes", "industry: energy": "yes", "birch": "yes", "service: Audit": "no"}
    tags = after(clients, answer(made, asked, said)).tags
    column = GOODS.index(Good.STRENGTHS)
    assert np.nan_to_num(tags.strength[:, column]).tolist() == [0.8, 0.8, 0.8, 0, 0]
    assert tags.reason[0, column] == "You chose this"
    assert tags.seen[1]


def test_the_trade_of_who_sends_others_is_no_industry_to_serve():
    rows = [*ROWS, {"account": "Fir", "relationship": "referral source", "industry": "Law"}]
    _, made = planned(rows)
    for screen in ("better at: strengths", "industries: others"):
        assert "Law" not in {choice.title for choice in question(made, screen).choices}


def test_names_are_ranked_by_what_a_tick_would_add():
    _, made = planned()
    stake = stakes(made, Good.NOW)
    keys = [choice.key for choice in question(made, "names: now").choices]
    assert keys == sorted(keys, key=lambda name: -stake[made.roster.names.tolist().index(name)])
    assert set(keys) == {"Ash", "Cedar", "Dogwood", "Elm"}
    assert "Birch" not in keys, "a live deal is for now already"


def test_rated_accounts_are_at_stake_no_more():
    _, made = planned([{**row, "rating_strengths": 0 if row["account"] == "Ash" else None} for row in ROWS])
    assert stakes(made, Good.STRENGTHS)[0] == 0
    assert (stakes(made, Good.STRENGTHS)[1:] > 0).all()


def test_ticks_become_ratings_by_hand():
    clients, made = planned()
    changes = answer(made, question(made, "names: strengths"), {"Cedar": "tick", "Ash": "double tick"})
    tags = after(clients, changes).tags
    column = GOODS.index(Good.STRENGTHS)
    assert (tags.strength[2, column], tags.strength[0, column]) == (0.8, 1.0)
    assert tags.reason[2, column] == "You changed it to 4 of 5: Ticked"


def test_time_spent_becomes_current_hours():
    clients, made = planned()
    changes = answer(made, question(made, "time"), {"Ash": "a lot", "Elm": "some"})
    hours = after(clients, changes).facts.current_hours
    assert hours[[0, 4]].tolist() == [10.5, 4.0]
    assert np.isnan(hours[1:4]).all()


def test_deal_that_is_alive_counts_for_now_again_and_a_dead_one_no_more():
    clients, made = planned()
    asked = question(made, "stale")
    assert [(one.key, one.note) for one in asked.choices] == [("Elm", "$90,000, expected 10 Jan 2025")]
    now, later = GOODS.index(Good.NOW), GOODS.index(Good.LATER)
    assert made.tags.strength[4, later] == 0.3
    alive = after(clients, answer(made, asked, {"Elm": "yes"}))
    assert alive.tags.strength[4, now] == 1.0
    assert alive.facts.probability[4] == pytest.approx(0.3)
    dead = after(clients, answer(made, asked, {"Elm": "no"}))
    assert np.isnan(dead.tags.strength[4, now])
    assert dead.tags.reason[4, later] == "A prospect with nothing open yet"
    with pytest.raises(SettingError, match="no account called"):
        answer(made, asked, {"Oak": "yes"})


def test_unknown_words_are_refused():
    _, made = planned()
    with pytest.raises(SettingError, match="none of"):
        answer(made, question(made, "names: now"), {"Ash": "perhaps"})


def test_what_an_answer_moved_is_one_sentence():
    sheets = {"team": [{"person": "Ann", "hours": 40}], "settings": [{"setting": "max share per account", "value": 1}]}
    clients, made = planned(sheets=sheets)
    assert what_moved(made, made).startswith("Nothing moved")
    other = after(clients, answer(made, question(made, "names: strengths"), {"Dogwood": Say.DOUBLE_TICK}))
    sentence = what_moved(made, other)
    assert sentence.endswith(".")
    assert "h moved" in sentence


def test_deals_are_asked_about_and_answered_in_a_real_export():
    clients = read_roster(sample_path("crm_export"))
    made = plan(clients)
    asked = question(made, "stale")
    assert 0 < len(asked.choices) <= 10
    said = {choice.key: "no" if place % 2 else "yes" for place, choice in enumerate(asked.choices)}
    changed = plan(with_changes(clients, answer(made, asked, said)))
    left = {choice.key for one in ask(changed) if one.ask is Ask.STALE for choice in one.choices}
    assert not left & set(said)
    assert not [issue for issue in changed.issues if issue.code.startswith("override")]


def test_words_of_the_list_are_quoted_and_end_once() -> None:
    rows = [["Bunbury Park", "prospect", 90_000, "LOST to Greenfold on price. Close."]]
    rows += [[f"Kalgarup {k} Mining", "prospect", 9_000, "met at the fair"] for k in range(4)]
    made = plan(sheet_roster(["Account", "Relationship", "Annual fee", "Notes"], *rows), plan_start=START)
    asked = [one.text for one in all_questions(made) if one.code.startswith("leave_out:")]
    assert asked == ["Your list says of “Bunbury Park”: “LOST to Greenfold on price. Close.” Is it over?"]


def test_assumed_hours_of_several_are_each_ones() -> None:
    rows = [{"relationship": "prospect", "annual_fee": 9_000, "owner": name} for name in ("Ann", "Bo")]
    made = planned(rows)[1]
    asked = next(one for one in all_questions(made) if one.code == "hours")
    assert "8 h a week for each of 2 people were assumed." in asked.text
