from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from planner.explanation.explain import explain
from planner.explanation.types import Explanation
from planner.fields import Field
from planner.roster.roster import Roster
from planner.settings import Settings
from planner.vocabulary import Authority, Relationship
from tests.explanation.building import (
    make_allocation,
    make_curves,
    make_facts,
    make_problem,
    make_roster,
    make_tags,
    make_team,
    no_other,
)

NAN = float("nan")
FUNDED = [0, 0, 40_000, 0, 0]


def explained(
    worth: Any,
    hours: Any,
    *,
    strength: Any = None,
    reason: str = "",
    roster: Roster | None = None,
    facts: dict[str, Any] | None = None,
    allocation: dict[str, Any] | None = None,
    **problem: Any,
) -> Explanation:
    inputs = make_problem(worth, **problem)
    tags = make_tags(inputs.strength if strength is None else strength, reason)
    return explain(
        roster or make_roster(inputs.size),
        Settings(currency="$", plan_start="2026-09-01"),
        make_facts(inputs.size, **(facts or {})),
        tags,
        make_team(inputs),
        inputs,
        make_allocation(inputs, hours, **{"ideal": [1, 1, 40_000], **(allocation or {})}),
        no_other,
    )


def test_an_account_with_hours_says_its_reason_and_what_the_next_hour_brings() -> None:
    told = explained([FUNDED], [8], reason="Proposal, due 14 May")
    gain = 0.95 * (9 / 17 - 8 / 16) * 40_000
    assert gain == pytest.approx(1117, abs=1)
    assert told.why.tolist() == [
        "Proposal, due 14 May; 8 h bring about $19,000 of margin a year, the next hour about $1,100."
    ]


def test_an_assumed_fee_is_said_where_its_money_is() -> None:
    told = explained([FUNDED], [8], reason="Repeats", facts={"assumed": {Field.ANNUAL_FEE: np.array([True])}})
    assert told.why[0] == (
        "Repeats; 8 h bring about $19,000 of margin a year, the next hour about $1,100, on an assumed fee."
    )


def test_what_is_no_money_is_told_as_the_part_that_is_reached() -> None:
    told = explained([[90, 0, 0, 0, 0]], [8], reason="Type says nonprofit")
    assert told.why[0] == "Does good beyond the fee: type says nonprofit; 8 h reach 50% of what time can do here."


@pytest.mark.parametrize(
    ("reason", "within"),
    [
        ("To-Contact, early days", "To-Contact, early days"),
        ("RFP sent, due 14 May", "RFP sent, due 14 May"),
        ("Lead, early days", "lead, early days"),
        ("To contact, early days", "to contact, early days"),
    ],
)
def test_a_stage_within_a_sentence_keeps_the_capitals_of_its_name(reason: str, within: str) -> None:
    told = explained([[90, 0, 0, 0, 0]], [8], reason=reason)
    assert told.why[0].startswith(f"Does good beyond the fee: {within};")


def test_locks_minimums_and_maximums_are_named() -> None:
    own = make_roster(3, {Field.MAX_HOURS: np.array([NAN, NAN, 12.0])})
    told = explained(
        [FUNDED] * 3,
        [16, 10, 12],
        reason="Repeats",
        roster=own,
        locked=np.array([True, False, False]),
        minimum=np.array([16.0, 10, 0]),
        maximum=np.array([16.0, 24, 12]),
    )
    assert told.why.tolist() == [
        "Repeats; you locked 16 h.",
        "Repeats; held at the 10 h you set as its least; they bring about $21,000 of margin a year, the next hour "
        "about $890.",
        "Repeats; at the 12 h you set as its most; they bring about $23,000 of margin a year, the next hour "
        "about $720.",
    ]


def test_easing_off_says_what_the_fewer_hours_keep() -> None:
    told = explained([FUNDED], [16], reason="Renews in December", today=np.array([24.0]))
    kept = (0.05 + 0.95 * 16 / 24) / (0.05 + 0.95 * 24 / 32)
    assert round(kept * 100) == 90
    assert told.why[0] == "Renews in December; past the point where an hour adds much, 16 h keep 90% of what 24 h do."


def test_freed_hours_that_are_left_to_place_are_not_said_to_do_more_elsewhere() -> None:
    told = explained([FUNDED], [4], reason="Expected Q2 2027", today=np.array([9.0]))
    assert told.why[0] == "Expected Q2 2027; 4 h keep 66% of what 9 h do."


def test_easing_off_what_still_matters_says_that_other_accounts_gain_more() -> None:
    told = explained([FUNDED], [4], reason="Expected Q2 2027", today=np.array([9.0]), people={"A. Lind": 4.0})
    kept = (0.05 + 0.95 * 4 / 12) / (0.05 + 0.95 * 9 / 17)
    assert round(kept * 100) == 66
    assert told.why[0] == "Expected Q2 2027; 4 h keep 66% of what 9 h do, and the hours freed do more elsewhere."


def test_an_account_good_now_with_nobody_who_signs_says_so() -> None:
    roster = make_roster(3, {Field.ECONOMIC_BUYER: np.array(["", "M. Okafor", ""], dtype=object)})
    told = explained([FUNDED, FUNDED, [0, 0, 100, 0, 0]], [8, 8, 0], roster=roster)
    assert [why.endswith("; nobody is named who signs.") for why in told.why] == [True, False, True]


FULL = {"people": {"A. Lind": 16.0}}
"""All hours are planned, so that what is without time is so because others use it."""


def test_an_account_left_out_says_what_its_first_hours_would_bring() -> None:
    told = explained([FUNDED, [0, 0, 1_000, 0, 0], [0, 0, 1_000, 0, 0]], [16, 0, 0], **FULL)
    brings = 0.95 * 1_000 / 9
    assert brings == pytest.approx(105.6, abs=0.1)
    assert told.why[1] == "Each of its first hours would bring about $110 of margin a year; they do more elsewhere."
    assert told.why[1] is told.why[2]


def test_where_hours_are_left_to_place_nothing_is_said_to_be_left_out_for_others() -> None:
    told = explained([FUNDED, [0, 0, 1_000, 0, 0]], [16, 0], people={"A. Lind": 40.0})
    assert told.why[1] == "Each of its first hours would bring about $110 of margin a year."


def test_money_and_points_of_a_first_hour_are_told_apart() -> None:
    worth, ideal = [[0, 0, 40_000, 0, 0], [90, 0, 100, 0, 0]], [90.0, 1.0, 40_000.0]
    told = explained(worth, [16, 0], allocation={"ideal": ideal}, **FULL)
    assert told.why[1] == (
        "Each of its first hours would bring about $11 of margin a year and 9.5 points of good for others; "
        "they do more elsewhere."
    )
    points = explained([[0, 0, 90, 0, 0], [0, 0, 40, 0, 0]], [16, 0], in_money=False, **FULL)
    assert points.why[1] == "Each of its first hours would bring 4.2 points of good for you; they do more elsewhere."


def test_a_client_left_out_says_what_stays_of_what_today_brings() -> None:
    told = explained(
        [FUNDED, [0, 0, 1_000, 0, 0]],
        [16, 0],
        facts={"relationship": np.array([Relationship.PROSPECT, Relationship.CLIENT], dtype=object)},
        curves=make_curves(2, low=0.6),
        today=np.array([0.0, 8.0]),
        **FULL,
    )
    assert round(100 * 0.6 / 0.8) == 75
    assert told.why[1] == (
        "Keeps about 75% of what today's hours bring without your time; each of its first hours would bring about "
        "$44 of margin a year; they do more elsewhere."
    )


def test_what_only_a_guess_says_is_told_as_one() -> None:
    inputs = make_problem([[90, 0, 0, 0, 0]] * 3)
    tags = make_tags(inputs.strength, "The notes say “gives back”", sure_strength=np.zeros((3, 5)))
    tags.reason[1] = "The name suggests a charity; confirm"
    tags.sure_strength[2] = tags.strength[2]
    settings, allocation = Settings(currency="$"), make_allocation(inputs, [8, 8, 8])
    told = explain(make_roster(3), settings, make_facts(3), tags, make_team(inputs), inputs, allocation, no_other)
    assert told.why[0].startswith("Does good beyond the fee: the notes say “gives back” – a guess; 8 h")
    assert told.why[1].startswith("Does good beyond the fee: the name suggests a charity (confirm); 8 h")
    assert told.why[2].startswith("Does good beyond the fee: the notes say “gives back”; 8 h")


def test_an_account_that_can_use_less_than_a_block_says_so() -> None:
    told = explained(
        [FUNDED, FUNDED],
        [16, 0],
        block=np.array([2.0, 1.8]),
        maximum=np.array([24.0, 1.8]),
        step=0.5,
    )
    assert told.why[1] == "It can use 1½ h at most, under your smallest block of 2 h."


@pytest.mark.parametrize(
    ("strength", "worth", "changes", "why"),
    [
        ([NAN] * 5, [0] * 5, {}, "Nobody has rated this; say what it is good for, and it can earn time."),
        (
            [0] * 5,
            [0] * 5,
            {},
            "Not good enough: no good beyond the fee, nothing to learn, and no fee now, later or by",
        ),
        (
            [0, NAN, 0, 0, NAN],
            [0] * 5,
            {},
            "nobody has said whether it builds your strengths or can refer others to you.",
        ),
        ([0] * 5, [0] * 5, {"locked": [False, True]}, "You left it out, or fixed it at 0 h."),
        ([0, 0, 1, 0, 0], [0] * 5, {}, "Good on paper, but its value comes to nothing; check its fee and chance."),
    ],
)
def test_an_account_without_value_says_which_kind_of_nothing(
    strength: list[float], worth: list[float], changes: dict[str, Any], why: str
) -> None:
    changes = {name: np.array(value) for name, value in changes.items()}
    told = explained([FUNDED, worth], [16, 0], strength=[[0, 0, 1, 0, 0], strength], **changes)
    assert why in told.why[1]


def test_a_fee_that_does_not_pay_is_said_with_both_figures() -> None:
    told = explained(
        [FUNDED, [0] * 5],
        [16, 0],
        strength=[[0, 0, 1, 0, 0], [0] * 5],
        facts={"fee": np.array([50_000.0, 31_000]), "margin": np.array([20_000.0, -2_000])},
    )
    assert told.why[1] == (
        "The fee of $31,000 does not exceed the $33,000 it costs to serve, and nothing else about it is good."
    )


def test_answers_that_say_time_changes_nothing_are_quoted() -> None:
    curves = make_curves(2)
    flat = curves.low.copy()
    flat[0] = curves.high[0]
    from dataclasses import replace

    told = explained([FUNDED, FUNDED], [16, 8], strength=[[0, 0, 1, 0, 0]] * 2, curves=curves)
    assert "next hour" in told.why[1]
    none = explained([FUNDED, [0] * 5], [16, 0], strength=[[0, 0, 1, 0, 0]] * 2, curves=replace(curves, high=flat))
    assert none.why[1] == "By your own answers, extra time changes nothing here."


def test_a_hundred_thousand_accounts_are_told_in_few_texts() -> None:
    n = 100_000
    rng = np.random.default_rng(7)
    worth = np.zeros((n, 5))
    worth[:, 2] = rng.lognormal(9, 1, n)
    worth[::7, 0] = 40
    hours = np.zeros(n)
    hours[:20] = 2.0
    problem = make_problem(worth, curves=make_curves(n, maximum=4))
    tags, team = make_tags(problem.strength), make_team(problem)
    allocation = make_allocation(problem, hours)
    told = explain(make_roster(n), Settings(currency="$"), make_facts(n), tags, team, problem, allocation, no_other)
    assert all(told.why)
    assert len({id(why) for why in told.why}) < 2_000


def test_a_rating_is_said_with_its_good_and_the_date_that_goes_with_it() -> None:
    roster = make_roster(2, {Field.EXPECTED_DATE: np.array(["2026-11-01", "NaT"], dtype="datetime64[D]")})
    inputs = make_problem([FUNDED, FUNDED])
    authority = np.full((2, 5), str(Authority.RATING), dtype=object)
    authority[1] = str(Authority.OVERRIDE)
    tags = make_tags([[0, 0, 0.8, 0, 0], [0, 0, 0.7, 0, 0]], "Rating 4 of 5 in Clients!K2", authority=authority)
    allocation = make_allocation(inputs, [8, 8], ideal=[1, 1, 40_000])
    told = explain(roster, Settings(currency="$"), make_facts(2), tags, make_team(inputs), inputs, allocation, no_other)
    assert told.why.tolist() == [
        "Can hire now (rated 4 of 5, expected Nov 2026); 8 h bring about $19,000 of margin a year, the next hour "
        "about $1,100.",
        "Can hire now (your change: 3.5 of 5); 8 h bring about $19,000 of margin a year, the next hour about $1,100.",
    ]


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("None of your 20 clients", "Builds your strengths: none of your 20 clients are in its industry; "),
        ("1 of your 46 clients", "Builds your strengths: 1 of your 46 clients is in its industry; "),
        ("A new service for you", "Builds your strengths: a new service for you; "),
    ],
)
def test_a_count_of_clients_says_what_is_counted(reason: str, why: str) -> None:
    learned = [0, 80, 0, 0, 0]
    assert explained([learned], [8], reason=reason).why[0].startswith(why)


def test_a_fee_is_said_to_be_assumed_once() -> None:
    facts = {"assumed": {Field.ANNUAL_FEE: np.ones(1, dtype=bool)}}
    said = explained([FUNDED], [8], reason="Repeats; typical fee assumed", facts=facts).why[0]
    assert said == (
        "Repeats (typical fee assumed); 8 h bring about $19,000 of margin a year, the next hour about $1,100."
    )
    assert explained([FUNDED], [8], reason="Proposal", facts=facts).why[0].endswith(", on an assumed fee.")
