from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import planner
from planner.allocation.problem import Limit
from planner.balance import Balance
from planner.explanation.explain import explain
from planner.explanation.types import Explanation
from planner.fields import Field
from planner.roster.roster import Roster
from planner.settings import Settings
from tests.explanation.building import (
    make_allocation,
    make_facts,
    make_problem,
    make_roster,
    make_tags,
    make_team,
    no_other,
)

WORTH = [[80, 0, 0, 0, 0], [0, 60, 0, 0, 0], [0, 0, 90_000, 0, 0], [0, 0, 30_000, 0, 0]]
EVERYTHING = {"fee": np.array([5_000.0, 20_000, 80_000, 30_000])}


def explained(
    hours: Any,
    *,
    worth: Any = WORTH,
    settings: Settings | None = None,
    roster: Roster | None = None,
    facts: dict[str, Any] | None = None,
    allocation: dict[str, Any] | None = None,
    assumed: bool = False,
    notes: tuple[str, ...] = (),
    **changes: Any,
) -> Explanation:
    problem = make_problem(worth, **changes)
    return explain(
        roster or make_roster(problem.size),
        settings or Settings(currency="$", plan_start="2026-09-01"),
        make_facts(problem.size, **(facts or EVERYTHING)),
        make_tags(problem.strength, notes=notes),
        make_team(problem, assumed=assumed),
        problem,
        make_allocation(problem, hours, **(allocation or {})),
        no_other,
    )


def test_where_today_is_known_the_headline_says_what_to_move_and_what_it_brings() -> None:
    told = explained([8, 12, 20, 0], today=np.array([14.0, 14, 12, 0]))
    gain = 0.95 * 90_000 * (20 / 28 - 12 / 20)
    assert gain == pytest.approx(9_771, abs=1)
    assert (
        told.headline == "Move 8 of your 40 hours and expect about $9,800 more margin a year, at the balance you chose."
    )


def test_a_plan_that_costs_money_says_so() -> None:
    told = explained([8, 12, 20, 0], today=np.array([0, 0, 20.0, 20]), allocation={"short": np.array([0.0, 3, 0])})
    loss = 0.95 * 30_000 * 20 / 28
    assert loss == pytest.approx(20_357, abs=1)
    assert told.headline == (
        "Move 20 of your 40 hours and bring 38 points of good for others and 34 points of strengths, "
        "at a loss of about $20,000 of margin a year, 3 h short of the balance you chose."
    )


def test_where_today_is_not_known_the_headline_tells_the_split() -> None:
    assert explained([8, 12, 20, 0]).headline == (
        "Put your 40 hours into 3 accounts: 8 for others, 12 for strengths and 20 for you."
    )
    assert explained([8, 12, 9.5, 0]).headline.startswith("Put 29½ of your 40 hours into 3 accounts: 8 for others,")


def test_five_to_push_and_five_to_rest_come_biggest_first() -> None:
    told = explained([8, 12, 20, 0], today=np.array([14.0, 0, 2, 24]))
    assert told.push == (2, 1)
    assert told.rest == (3, 0)
    unknown = explained([0, 0, 20, 0])
    assert unknown.push == (2,)
    assert unknown.rest == (3, 1, 0)


def test_monday_starts_one_thing_stops_another_and_finds_out_a_third() -> None:
    roster = make_roster(
        4,
        {
            Field.ECONOMIC_BUYER: np.array(["x", "x", "", "x"], dtype=object),
            Field.NEXT_STEP: np.array(["", "", "send the proposal.", ""], dtype=object),
        },
    )
    told = explained([8, 12, 20, 0], today=np.array([14.0, 0, 2, 24]), roster=roster)
    assert told.monday == (
        "Give Account 2 20 h, up from 2 h: send the proposal.",
        "Step back from Account 3: free its 24 h; “inexpensive product” could serve it meanwhile.",
        "Find out who signs at Account 2.",
    )


def test_a_next_step_that_is_no_more_than_a_day_is_said_to_be_due_then() -> None:
    roster = make_roster(4, {Field.NEXT_STEP: np.array(["", "", "2026-09-14", ""], dtype=object)})
    told = explained([8, 12, 20, 0], today=np.array([14.0, 0, 2, 24]), roster=roster)
    assert told.monday[0] == "Give Account 2 20 h, up from 2 h: the next step is due 14 Sep 2026."


@pytest.mark.parametrize(
    ("balance", "warning"),
    [
        ("80/10/10", "80% of the balance is one good: a firm that gives all its time to others earns nothing."),
        ("0/100/0", "a firm that only learns sells itself under price in the short term."),
        ("10/10/80", "a firm that only earns stops learning and is worth less each year."),
    ],
)
def test_lopsided_balances_are_warned_of(balance: str, warning: str) -> None:
    told = explained([8, 12, 20, 0], settings=Settings(balance=Balance.parse(balance)))
    assert any(text.endswith(warning) for text in told.warnings)
    assert not any("is one good" in text for text in explained([8, 12, 20, 0]).warnings)


def test_groups_of_few_accounts_or_few_points_are_said_to_mean_little() -> None:
    worth = [[20, 60, 9_000, 0, 0]] * 4
    told = explained([8, 12, 20, 0], worth=worth, allocation={"ideal": [60, 200, 9_000]})
    assert told.warnings == (
        "Little of “good for others” can be reached on this list, so the percentage there means little.",
    )
    few = explained([8, 12, 20, 0], notes=("Nothing is known about strengths.",)).warnings
    assert few[0] == "Nothing is known about strengths."
    assert few[1:] == (
        "Only 1 account does good beyond the fee; only 1 account builds your strengths; only 2 accounts are good for "
        "you, so the percentages reached there mean little.",
    )


def test_assumptions_count_the_accounts_they_matter_to_most_important_first() -> None:
    assumed = {Field.ANNUAL_FEE: np.array([True, True, True, False]), Field.COST_TO_SERVE: np.ones(4, dtype=bool)}
    told = explained([8, 12, 20, 0], facts=EVERYTHING | {"assumed": assumed}, assumed=True)
    assert told.assumed[:3] == (
        "Nobody gave the hours there are; 3 h a week were assumed.",
        "1 of the 2 accounts it matters for has no annual fee in your list; a typical one was taken.",
        "Both accounts it matters for have no cost to serve in your list; 40% of the fee counts as left.",
    )
    assert "every account" in told.assumed[3]
    assert told.assumed[-1].startswith("Money is what a year's fees leave")


def test_binding_limits_are_named_in_the_users_words_the_dearest_first() -> None:
    limit = Limit("industry = Health at most 40 h", np.ones(4), -np.inf, 40.0, where="Limits!A2")
    price = {"limit_industry_health_at_most_40_h": 0.004, "money": -0.1, "balance_you": -0.001, "capacity_a_lind": 0.02}
    told = explained([8, 12, 20, 0], allocation={"price": price}, limits=(limit,), min_money=30_000.0)
    assert [(one.limit, one.where, one.gain) for one in told.binding] == [
        ("at least $30,000 of margin a year expected", "min_money", None),
        ("industry = Health at most 40 h", "Limits!A2", None),
        ("at least 45% of the hours good for you, a leeway of 5% taken off", "balance", None),
    ]


def test_a_chosen_group_that_nothing_shows_is_not_called_the_chosen_balance() -> None:
    worth = [[80, 0, 0, 0, 0], [60, 0, 0, 0, 0], [0, 0, 90_000, 0, 0], [0, 0, 30_000, 0, 0]]
    told = explained([8, 12, 20, 0], worth=worth, today=np.array([14.0, 14, 12, 0]))
    assert told.headline.endswith(", as near to your balance as the list allows.")


def test_a_list_that_nobody_has_said_anything_about_is_not_given_advice_on_prospects() -> None:
    note = "Nothing in this list says what any account is good for."
    told = explained([0] * 4, worth=np.zeros((4, 5)), notes=(note,), allocation={"short": np.array([6, 10, 18.0])})
    assert told.headline == "No account on this list earns any time yet; say what some of them are good for."
    assert told.warnings == (note,)
    assert [sentence for sentence in told.advice if "prospect" in sentence] == []
    assert (told.push, told.monday) == ((), ())


def test_a_list_without_money_says_so_once_and_assumes_no_fees() -> None:
    nothing = {Field.ANNUAL_FEE: np.ones(4, dtype=bool), Field.PROBABILITY: np.ones(4, dtype=bool)}
    told = explained([8, 12, 20, 0], facts=EVERYTHING | {"assumed": nothing, "in_money": False}, in_money=False)
    assert not any("fee" in sentence for sentence in told.assumed)
    assert "Both accounts it matters for have no chance in your list" in told.assumed[0]
    assert told.assumed[-1] == "The list has no money in it, so what is good for you counts in points."
    assert "money" not in told.headline


def test_hours_that_nobody_can_place_in_whole_blocks_are_not_said_to_bring_anything() -> None:
    blocks = {"block": np.full(4, 4.0), "maximum": np.array([8.0, 12, 15, 24])}
    told = explained([8, 12, 15, 0], people={"A. Lind": 20.0, "B. Chen": 20.0}, **blocks)
    gain = 0.95 * 30_000 * (4 / 12) / 4
    assert gain == pytest.approx(2_375)
    assert told.advice == (
        "5 h are left to place; the best use of the next of them would bring about $2,400 of margin a year.",
    )
    tight = blocks | {"block": np.full(4, 6.0)}
    assert explained([8, 12, 15, 0], **tight).advice == ("5 h are left to place; no account can use more.",)
    cheap = explained([8, 12, 15, 0], **blocks, hour_cost=2_300.0).advice
    assert not any("none of them" in sentence for sentence in cheap)
    costly = explained([8, 12, 15, 0], **blocks, hour_cost=2_400.0).advice
    assert costly == ("5 h are left to place; none of them brings what an hour costs.",)


def test_a_list_that_is_too_small_for_the_hours_is_told_so_once() -> None:
    small = {"maximum": np.array([8.0, 12, 15, 0]), "people": {"A. Lind": 80.0}}
    assert explained([8, 12, 15, 0], **small).advice == ("The list can use 35 h of your 80 h; 45 h are left to place.",)


def test_a_list_that_is_good_for_something_but_gets_nothing_is_told_what_would_let_it_in() -> None:
    told = explained([0] * 4, allocation={"short": np.array([6, 10, 18.0])})
    assert told.headline == (
        "No account can take any of your 40 h; more hours, smaller blocks or fewer limits let some in."
    )


def test_a_list_of_which_nobody_is_left_says_so_in_its_own_words() -> None:
    content = b"Client,Status,Fee\nAcme Ltd,lost,1000\nBrook & Co,dead,2000\nCrane Mills,on hold,300\n"
    made = planner.plan(planner.read_roster(content, name="list.csv"))
    assert made.explanation.headline == (
        "No hours are planned: the 3 accounts of this list are all left out, by words such as “dead” and “lost”. "
        "Take in who is worth time, or add others."
    )
    assert not made.explanation.warnings
    assert (made.explanation.push, made.explanation.monday) == ((), ())
