"""What a partner asks first of a plan is answered where it is asked: why so many hours, why none, who said so."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from planner import text
from planner.allocation.allocate import allocate
from planner.explanation.measure import added
from planner.explanation.sentences.shortages import _priced
from planner.goods import YOU as GROUP_YOU
from tests.explanation.test_true_sentences import OTHERS, STRENGTHS, YOU, planned

HOPE = {"account": "Hope", "industry": "Charity", "annual_fee": 5_000, "probability": 0.3}
GUESS = {"rules": [{"when": "industry = Charity", "good": "others", "strength": 0.9, "reason": "x", "sure": "guess"}]}


def test_the_hours_of_an_account_say_what_they_bring_together() -> None:
    made = planned([{**YOU, "annual_fee": 20_000 * (1 + k)} for k in range(6)], hours=60, balance="0/0/100")
    brought = added(made.problem, made.allocation.hours)[:, GROUP_YOU]
    told = [i for i, why in enumerate(made.explanation.why) if "next hour" in str(why)]
    assert told
    for i in told:
        assert f"bring {text.roughly(float(brought[i]), '$')} of margin a year" in str(made.explanation.why[i])


@pytest.mark.parametrize("seed", range(4))
def test_an_account_is_left_out_for_the_number_of_accounts_only_where_the_plan_without_it_is_better(seed: int) -> None:
    draw = np.random.default_rng(seed)
    rows = [{**YOU, "annual_fee": float(fee)} for fee in draw.integers(20, 90, 14) * 1_000]
    rows += [{**OTHERS, "max_hours": 6}, {**OTHERS, "max_hours": 9}]
    made = planned(rows, hours=70, balance="30/0/70", max_accounts_per_person=6)
    held = [i for i, why in enumerate(made.explanation.why) if "at most 6 accounts get time" in str(why)]
    elsewhere = [i for i, why in enumerate(made.explanation.why) if "they do more elsewhere" in str(why)]
    assert held
    problem = replace(made.problem, max_accounts_per_person=7)
    for i in held:
        forced = replace(problem, minimum=np.where(np.arange(problem.size) == i, problem.block, problem.minimum))
        better = allocate(forced, made.settings, ideal=made.allocation.ideal)
        assert better.proof.objective > made.allocation.proof.objective
    for i in elsewhere:
        forced = replace(problem, minimum=np.where(np.arange(problem.size) == i, problem.block, problem.minimum))
        freed = allocate(forced, made.settings, ideal=made.allocation.ideal)
        assert freed.proof.objective <= made.allocation.proof.bound + 1e-3


def test_a_number_of_accounts_that_nobody_set_is_among_what_was_assumed_where_it_keeps_some_out() -> None:
    rows = [{**YOU, "annual_fee": 60_000 - 1_000 * k} for k in range(14)]
    said = "Nobody said how many accounts you can serve; at most 10 were assumed, which leaves out some worth time."
    assert said in planned(rows, hours=100, balance="0/0/100").explanation.assumed
    own = planned(rows, hours=100, balance="0/0/100", max_accounts_per_person=10)
    assert not any("how many accounts" in sentence for sentence in own.explanation.assumed)
    few = planned(rows[:8], hours=100, balance="0/0/100")
    assert not any("how many accounts" in sentence for sentence in few.explanation.assumed)


def test_who_has_no_more_hours_is_named_where_a_lesser_account_of_somebody_else_gets_them() -> None:
    rows = [{**YOU, "annual_fee": 200_000, "owner": "Ann"}] * 6 + [{**YOU, "annual_fee": 4_000, "owner": "Bo"}] * 6
    made = planned(rows, sheets={"team": [{"person": "Ann", "hours": 20}, {"person": "Bo", "hours": 20}]},
                   balance="0/0/100", max_share_per_account=1)  # fmt: skip
    why = [str(one) for one in made.explanation.why]
    assert all(
        "Ann has no more hours" in one for one, h in zip(why[:6], made.allocation.hours[:6], strict=True) if h > 0
    )
    assert not any("Bo has no more hours" in one for one in why)


def test_hours_that_were_assumed_are_called_assumed_beside_todays() -> None:
    rows = [{**YOU, "relationship": "client", "annual_fee": 40_000, "current_hours": hours} for hours in (30, 20, 14)]
    fewer = planned(rows * 3, balance="0/0/100")
    assert "104 hours (assumed), 88 fewer than today's 192" in fewer.explanation.headline
    more = planned(rows, balance="0/0/100", max_share_per_account=1)
    assert re.search(r"\d further hours \(assumed\) are placed", more.explanation.headline)


def test_monday_stops_what_frees_most_hours() -> None:
    small = {**YOU, "annual_fee": 1_000, "probability": 0.05, "current_hours": 1}
    large = {**YOU, "relationship": "client", "annual_fee": 40_000, "current_hours": 50}
    new = {**YOU, "annual_fee": 90_000, "current_hours": 2}
    made = planned([small, large, new, new, new, new], hours=60, balance="0/0/100")
    freed = np.nan_to_num(made.problem.today) - made.allocation.hours
    assert freed.argmax() == 1
    assert any("Account 1" in one or made.problem.names[1] in one for one in made.explanation.monday)


def test_a_share_that_was_passed_on_is_said_where_more_is_asked_for_than_was_chosen() -> None:
    rows = [*[{**YOU, "rating_strengths": None, "annual_fee": 40_000}] * 8, {**OTHERS, "rating_strengths": None}]
    made = planned(rows, hours=200, balance="20/30/50")
    short = next(one for one in made.explanation.advice if "count as good for others" in one)
    assert "(its part of the share for strengths added and a leeway of 5% taken off)" in short
    assert "part of the share" not in " ".join(
        planned([*rows, STRENGTHS], hours=200, balance="20/30/50").explanation.advice
    )


def test_six_hours_on_a_guess_say_that_a_guess_counts_for_no_more() -> None:
    made = planned([*[{**YOU, "annual_fee": 40_000}] * 8, HOPE], sheets=GUESS, hours=100, balance="30/0/70")
    assert made.allocation.hours[8] == 6
    assert "; at the 6 h that a guess counts for, reaching" in str(made.explanation.why[8])


def test_hours_on_a_weak_account_are_put_down_to_a_balance_that_is_short() -> None:
    weak = {**OTHERS, "rating_others": 1}
    rows = [*[{**YOU, "annual_fee": 40_000}] * 8, weak]
    made = planned(rows, hours=100, balance="40/0/60")
    assert made.allocation.hours[8] > 0
    assert "your balance asks for more of this" in str(made.explanation.why[8])
    kept = planned([*rows, *[{**OTHERS}] * 4], hours=100, balance="10/0/90")
    assert not any("asks for more of this" in str(why) for why in kept.explanation.why)


def test_a_date_that_has_passed_is_told_as_past() -> None:
    made = planned([{**YOU, "annual_fee": 40_000, "expected_date": "2026-06-20"}] * 2, hours=30)
    assert ", was expected Jun 2026)" in str(made.explanation.why[0])


def test_more_money_than_elsewhere_is_put_down_to_the_balance() -> None:
    rows = [*[STRENGTHS] * 8, *[{**YOU, "annual_fee": 30_000, "probability": 0.2}] * 6]
    made = planned(rows, hours=40, balance="0/95/5", tolerance=0)
    out = [str(why) for why, h in zip(made.explanation.why[8:], made.allocation.hours[8:], strict=True) if h == 0]
    assert out
    assert all("by your balance they do more elsewhere" in why or "at most" in why for why in out)


def test_a_referral_source_that_sends_nobody_is_told_so() -> None:
    made = planned(
        [{"relationship": "referral source", "referrals_per_year": 0}, {**YOU, "annual_fee": 9_000}], hours=20
    )
    assert str(made.explanation.why[0]).startswith("It refers nobody by your list, and nothing else good is known")


def test_hours_that_are_only_left_over_are_nothing_to_push() -> None:
    rich = [{**YOU, "annual_fee": 60_000}] * 3
    poor = [{**YOU, "annual_fee": 300, "probability": 0.05, "max_hours": 40}]
    made = planned([*rich, *poor], hours=120, balance="0/0/100", max_share_per_account=1)
    assert made.allocation.hours[3] > 10
    assert 3 not in made.explanation.push
    assert not any(str(made.problem.names[3]) in one for one in made.explanation.monday)


def test_an_account_that_eases_off_is_not_put_down_to_somebodys_time() -> None:
    rows = [{**YOU, "relationship": "client", "annual_fee": 200_000, "owner": "Ann", "current_hours": 30}] * 3
    rows += [{**YOU, "annual_fee": 4_000, "owner": "Bo"}] * 4
    made = planned(rows, sheets={"team": [{"person": "Ann", "hours": 40}, {"person": "Bo", "hours": 20}]},
                   balance="0/0/100", max_share_per_account=1)  # fmt: skip
    eased = [str(why) for why, what in zip(made.explanation.why, made.explanation.decision, strict=True)
             if what == "ease off"]  # fmt: skip
    assert eased
    assert not any("has no more hours" in why for why in eased)


def test_hours_that_a_cap_or_a_limit_keeps_open_are_put_down_to_it() -> None:
    rows = [{**YOU, "annual_fee": 60_000, "max_hours": 10}] * 9
    capped = planned(rows, hours=80, balance="0/0/100", max_accounts=5).explanation
    open_ = next(one for one in capped.advice if "left to place" in one)
    assert open_.startswith("30 h are left to place, as at most 5 accounts get time; but for that, the best use of")
    assert not any("the most that is assumed for them" in one for one in capped.warnings)
    assumed_most = [{**YOU, "annual_fee": 60_000}] * 9
    few = planned(assumed_most, hours=300, balance="0/0/100", max_accounts=6).explanation
    assert not any("more hours here than the list is known to use" in one for one in few.warnings)
    held = planned([{**row, "current_hours": 2} for row in rows], hours=80, balance="0/0/100", max_change=6).explanation
    assert any("left to place, as your own limits ask for it; but for that" in one for one in held.advice)


def test_what_several_shortages_cost_is_told_once() -> None:
    rows = [{**OTHERS, "max_hours": 4}, {**STRENGTHS, "max_hours": 4}, *[{**YOU, "annual_fee": 90_000}] * 4]
    made = planned(rows, hours=60, balance="30/30/40")
    story: Any = SimpleNamespace(
        problem=made.problem, allocation=made.allocation, settings=made.settings, tags=made.tags, currency="$"
    )
    nearer = replace(made.allocation, short=made.allocation.short - 1.0, hours=made.allocation.hours * 0.9)
    both, one = (_priced(story, groups, nearer).result for groups in ([0, 1], [0]))
    assert both.count("1 h of them could be had") == 2
    assert both.count(" could be had, but all of that at a loss of about $") == 1
    assert " could be had, but at a loss of about $" in one


def test_a_shortage_that_is_mostly_a_limits_is_put_down_to_the_limit() -> None:
    rows = [{**OTHERS, "current_hours": 1}] * 4 + [{**YOU, "annual_fee": 90_000, "current_hours": 9}] * 4
    made = planned(rows, hours=60, balance="50/0/50", max_change=8)
    said = next(one for one in made.explanation.advice if "count as good for others" in one)
    assert "your own limits cost" in said
