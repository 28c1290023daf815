"""What would have to be true for an account left out: planned again as told it enters, one step below it does not."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from planner import plan
from planner.errors import InputError
from planner.explanation.handover import find_handover
from planner.fields import Field
from planner.goods import YOU
from planner.result import Plan
from planner.roster.roster import Roster
from planner.sensitivity import entry_threshold
from planner.sensitivity.entry_threshold import cost_of_forcing, what_would_it_take
from planner.sensitivity.replan import changed
from tests.sensitivity.lists import A, B
from tests.valuation.building import roster

PLAIN = {"smallest_block": 0, "hour_step": 0, "max_share_per_account": 0.4}
LOOKED_AT = (Field.ANNUAL_FEE, Field.PROBABILITY, Field.RATING_OTHERS, Field.RATING_STRENGTHS)


def random_list(seed: int) -> Roster:
    """Five accounts of mixed worth; the last is weak."""
    rng = np.random.default_rng(seed)
    kinds = ("client", "prospect", "past client")
    rows = [
        {
            "relationship": kinds[int(rng.integers(3))],
            "annual_fee": float(rng.integers(20, 200)) * 1000,
            "probability": float(rng.uniform(0.3, 0.9)),
            "rating_now": 5,
            "rating_others": float(rng.integers(2, 6)) * (rng.random() < 0.6),
            "rating_strengths": float(rng.integers(2, 6)) * (rng.random() < 0.6),
        }
        for _ in range(4)
    ]
    weak = {"relationship": "prospect", "annual_fee": 900.0, "probability": 0.1, "rating_now": 3}
    return roster([*rows, {**weak, "rating_others": 0, "rating_strengths": 0}])


@cache
def planned_list(seed: int) -> Plan:
    return plan(random_list(seed), **PLAIN, hours=11, balance="10/20/70")


def hours_with(made: Plan, name: Field, value: float) -> float:
    """Hours of the last account in a plan made afresh of the changed list."""
    again = plan(changed(made.roster, made.roster.size - 1, name, value), **PLAIN, hours=11, balance="10/20/70")
    return float(again.allocation.hours[-1])


@pytest.mark.parametrize("seed", range(40))
def test_at_the_told_step_the_account_enters_and_one_step_below_it_does_not(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = planned_list(seed)
    if made.allocation.hours[-1] > 0:
        return
    name = LOOKED_AT[seed % len(LOOKED_AT)]
    things = [thing for thing in entry_threshold._things(made, 4, True) if thing[0] is name]
    monkeypatch.setattr(entry_threshold, "_things", lambda *_: iter(things))
    (found,) = what_would_it_take(made, 4).needed
    steps = things[0][2][things[0][2] > found.now] if np.isfinite(found.now) else things[0][2]
    if found.needed is None:
        assert not steps.size or hours_with(made, name, float(steps[-1])) == 0
        return
    assert hours_with(made, name, found.needed) > 0
    below = steps[steps < found.needed]
    if below.size:
        assert hours_with(made, name, float(below[-1])) == 0


def test_steps_are_those_that_a_person_can_give() -> None:
    made = planned_list(0)
    steps = {name: values for name, _, values in entry_threshold._things(made, 4, True)}
    assert steps[Field.RATING_OTHERS].tolist() == [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]
    assert 0.35 in steps[Field.PROBABILITY]
    fees = steps[Field.ANNUAL_FEE]
    assert {1_500.0, 12_000.0, 130_000.0} <= set(fees)
    assert 12_500.0 not in fees
    assert (np.diff(fees) > 0).all()
    assert entry_threshold._told(made, Field.RATING_OTHERS, 3.5) == "a rating of 3½ of 5 for good for others"


def test_most_of_those_lists_leave_the_weak_account_out() -> None:
    left_out = [planned_list(seed).allocation.hours[-1] == 0 for seed in range(20)]
    assert sum(left_out) >= 15


def test_in_whole_blocks_the_answers_are_told_in_words_people_use() -> None:
    rows = [{**B, "annual_fee": 90_000}, {**B, "annual_fee": 80_000}, {**A, "annual_fee": 500, "rating_others": 0}]
    made = plan(roster(rows), hours=20, max_share_per_account=1, currency="$")
    answer = what_would_it_take(made, "account 3")
    fee = next(one for one in answer.needed if one.field is Field.ANNUAL_FEE)
    assert fee.needed is not None
    assert fee.needed > 500
    assert "Account 3 would get hours with a fee of $" in answer.sentence
    assert "all the same would cost" in answer.sentence


def test_nothing_would_is_an_answer() -> None:
    flat = {f"response_{name}": 1 for name in ("0", "half", "same", "more", "max")}
    made = plan(roster([B, {**B, **flat, "current_hours": 4}]), hours=20)
    answer = what_would_it_take(made, 1, ratings=False)
    assert all(one.needed is None for one in answer.needed)
    assert answer.sentence.startswith("Nothing would earn Account 2 hours.")


@pytest.mark.parametrize(("held", "said"), [("lock_hours", "You locked Account 2 at 0 h"),
                                            ("max_hours", "You set the most of Account 2 at 0 h")])  # fmt: skip
def test_an_account_held_at_no_hours_is_said_to_be(held: str, said: str) -> None:
    made = plan(roster([B, {**B, held: 0}]), hours=20)
    assert what_would_it_take(made, 1, ratings=False).sentence.startswith(f"{said}; until that changes, ")


def test_only_accounts_without_hours_are_asked_about() -> None:
    made = plan(roster([B, B]), hours=20)
    with pytest.raises(InputError, match="h in the plan"):
        what_would_it_take(made, 0)
    with pytest.raises(InputError, match="no account called"):
        what_would_it_take(made, "Nobody")


def test_forcing_an_account_in_costs_what_its_hours_brought_elsewhere() -> None:
    # Two prospects; the second is worth a thousandth, so that the first has √2 times the usual size and it half.
    # One hour of twenty moves: f(20) − f(19) of 20,000 (fee × margin × chance), less f(1) − f(0) of 20, with
    # f = 0.95·h/(10·size + h), but for the chords of f.
    rows = [{**A, "annual_fee": 100_000, "rating_others": 0}, {**A, "annual_fee": 100, "rating_others": 0}]
    made = plan(roster(rows), hours=20, max_share_per_account=1, smallest_block=1, hour_step=1, balance="0/0/100")
    forced = cost_of_forcing(made, 1)
    assert forced is not None
    assert forced.hours == 1
    half = 10 * (100_000 / 50_050) ** 0.5
    lost = 20_000 * 0.95 * (20 / (half + 20) - 19 / (half + 19)) - 20 * 0.95 / 6
    assert -forced.gain.money == pytest.approx(lost, rel=0.08)
    assert "would cost about $" in forced.sentence


def test_an_hour_worth_far_more_than_anothers_suggests_what_to_hand_over() -> None:
    rich = [{**B, "annual_fee": 300_000, "owner": "Ann"}] * 3
    poor = [{**B, "annual_fee": 3_000, "owner": "Bob"}]
    sheets = {"team": [{"person": "Ann", "hours": 10}, {"person": "Bob", "hours": 40}]}
    made = plan(roster([*rich, *poor], sheets=sheets), balance="0/0/100", tolerance=1)
    hint = made.explanation.handover
    assert hint is not None
    assert (hint.giver, hint.taker) == ("Ann", "Bob")
    assert hint.at in {0, 1, 2}
    assert hint.gain.money > 0
    assert f"with Bob named as an owner of {hint.account} too, sharing it would bring" in hint.sentence
    assert hint.sentence in made.explanation.cautions
    rich[hint.at] = {**rich[hint.at], "owner": "Ann; Bob"}
    shared = plan(roster([*rich, *poor], sheets=sheets), balance="0/0/100", tolerance=1)
    brought = float(shared.allocation.added[YOU] - made.allocation.added[YOU])
    assert hint.gain.money == pytest.approx(brought, rel=0.05)


def test_people_whose_hours_are_worth_the_same_get_no_hint() -> None:
    made = plan(roster([B, B, B]), hours=20)
    assert made.explanation.handover is None
    two = plan(roster([{**B, "owner": "Ann"}, {**B, "owner": "Bob"}]), hours=20)
    assert find_handover(two.problem, two.allocation, np.array([[0, 0, 2.0], [0, 0, 1.9]]), "$") is None
