"""Lists with extreme settings: what is said of their plans is still true, whole and in order."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

import planner
from planner import text
from planner.errors import Contradiction, NoPlan
from planner.goods import Group
from planner.result import Plan
from planner.sensitivity.cost_of_focus import cost_of_focus
from planner.sensitivity.entry_threshold import what_would_it_take
from planner.sensitivity.exact_prices import price_of_hours
from planner.sensitivity.hours_for_target import exact_balance, fewest_hours
from planner.sensitivity.more_or_fewer_hours import next_hours
from tests.explanation.test_true_sentences import OTHERS, STRENGTHS, YOU, planned
from tests.valuation.building import roster

EXTREMES: tuple[dict[str, Any], ...] = (
    {"hours": 1}, {"hours": 10_000}, {"balance": "100/0/0"}, {"balance": "0/0/100"}, {"hours": 60, "hour_cost": 200},
    {"hours": 200, "spare_hours": "leave open", "balance_weight": 1000}, {"hours": 80, "max_change": 5},
    {"hour_step": 0, "smallest_block": 0}, {"weeks": 1}, {"weeks": 52}, {"hours": 80, "max_accounts": 2},
    {"margin": 0}, {"guess_hours": 0}, {"hours": 80, "share_referral": 0.5}, {"balance_scope": "person"},
)  # fmt: skip
LOOSE = re.compile(
    r"\bnan\b|\binf\b|None|  |\.\.|about under|(?<![\d,.½])(?:1|½) h (?:are|count|stay|do)\b|\b0 h (?:count|are)\b|"
    r"limits costs|\b1 hours\b|nothing, and|would cost [^.]*brings|the same than|100% of what today|\bof You\b"
)


def drawn(seed: int) -> list[dict[str, Any]]:
    """Accounts of any kind, with holes, locks, minimums and maximums."""
    draw, rows = random.Random(seed), []
    for _ in range(draw.choice([1, 2, 3, 6, 12])):
        row: dict[str, Any] = {"relationship": draw.choice(["client", "prospect", "past client", "referral source"])}
        for good in ("others", "strengths", "now", "later", "referral"):
            if draw.random() < 0.5:
                row[f"rating_{good}"] = draw.choice([0, 0, 1, 3, 5])
        for name, often, values in (
            ("annual_fee", 0.7, [0, 900, 6_000, 110_000, 2_000_000]), ("probability", 0.5, [0, 0.1, 0.5, 1]),
            ("current_hours", 0.6, [0, 1, 8, 55]), ("max_hours", 0.1, [0, 1, 30]), ("min_hours", 0.1, [1, 5]),
            ("lock_hours", 0.1, [0, 1, 4]),
        ):  # fmt: skip
            if draw.random() < often:
                row[name] = draw.choice(values)
        rows.append(row)
    return rows


def told(made: Plan) -> Iterator[str]:
    found = made.explanation
    yield found.headline
    for sentences in (found.why.tolist(), found.monday, found.advice, found.assumed, found.warnings):
        yield from sentences
    yield next_hours(made, 10).sentence
    yield from (one.sentence for one in (*price_of_hours(made), *cost_of_focus(made)))


@pytest.mark.parametrize("seed", range(2 * len(EXTREMES)))
def test_everything_said_of_an_extreme_plan_is_in_order(seed: int) -> None:
    try:
        made = planner.plan(
            roster(drawn(seed)), plan_start="2026-09-01", currency="$", **EXTREMES[seed % len(EXTREMES)]
        )
    except Contradiction:
        pytest.skip("these locks and limits allow no plan")
    for sentence in told(made):
        assert not LOOSE.search(sentence), sentence
        assert sentence.endswith("."), sentence


def test_an_account_that_is_good_for_nothing_gets_its_minimum_and_no_more() -> None:
    made = planned([{**OTHERS, "rating_others": 0, "annual_fee": 0, "min_hours": 1, "current_hours": 8}, YOU], hours=40)
    assert made.allocation.hours[0] == 1
    assert made.explanation.why[0] == "Held at the 1 h you set as its least, though nothing good is known about it."
    locked = planned([{**OTHERS, "rating_others": 0, "annual_fee": 0, "lock_hours": 4}, YOU], hours=40)
    assert locked.explanation.why[0] == "You locked 4 h, though nothing good is known about it."


def test_an_account_that_only_a_guess_speaks_for_is_not_said_to_be_locked() -> None:
    rows = [{"relationship": "prospect", "annual_fee": 90_000, "probability": 0.6}] * 3
    made = planned(rows, hours=30, guess_hours=0)
    assert (made.allocation.hours > 0).any()
    assert not any("nothing good" in str(why) for why in made.explanation.why)


def test_an_account_without_hours_is_told_why_where_hours_are_left() -> None:
    only = planned([{**OTHERS, "annual_fee": 0}, {**YOU, "annual_fee": 9_000}], hours=60, balance="100/0/0")
    assert str(only.explanation.why[1]).endswith("; that has no weight in your balance.")
    assert "what they could still bring has no weight in your balance" in only.explanation.advice[-1]
    cheap = [{**YOU, "annual_fee": 90_000}] * 2 + [{**YOU, "annual_fee": 1_000}]
    dear = planned(cheap, hours=200, balance="0/0/100", hour_cost=500)
    assert dear.allocation.hours[2] == 0
    assert str(dear.explanation.why[2]).endswith("; less than an hour costs.")
    few = planned([{**YOU, "annual_fee": 90_000, "max_hours": 5}] * 3, hours=60, balance="0/0/100", max_accounts=2)
    out = int(np.flatnonzero(few.allocation.hours == 0)[0])
    assert str(few.explanation.why[out]).endswith("; at most 2 accounts get time, and this is not among them.")


def test_a_list_is_only_said_to_have_no_more_beside_the_cap_that_holds_it() -> None:
    rows = [{**OTHERS, "annual_fee": 0, "relationship": "client", "max_hours": 60}, *[{**YOU, "annual_fee": 9_000}] * 5]
    held = planned([{**row, "max_hours": None} for row in rows], hours=60, balance="60/0/40", balance_weight=1000)
    assert held.allocation.short[0] > 1
    assert held.allocation.hours[0] == pytest.approx(12, abs=0.5)
    assert ". The list has no more, with at most 20% of all hours for one account." in held.explanation.advice[0]
    free = planned(rows, hours=60, balance="100/0/0", max_share_per_account=1, balance_weight=1000)
    assert not any("of all hours for one account" in sentence for sentence in free.explanation.advice)


def test_how_near_a_target_comes_is_told_in_the_unit_of_the_target() -> None:
    few = {"limits": [{"what": "good = others", "sense": "at most", "amount": 3}]}
    made = planned([{**OTHERS, "annual_fee": 0}] * 3 + [{**YOU, "annual_fee": 30_000}] * 3, sheets=few, hours=40)
    found = fewest_hours(made, {Group.OTHERS: 0.9})
    assert not found.possible
    reached = found.attainment[0]
    assert f"do not reach 90% of the most possible for good for others: {text.percent(reached)}" in found.sentence


def test_a_balance_that_no_hours_keep_is_said_to_be_out_of_reach() -> None:
    nothing = {**STRENGTHS, "rating_strengths": 0, "annual_fee": 0}
    made = planned([{**YOU, "annual_fee": 9_000}] * 3 + [nothing], hours=40, balance="0/50/50")
    assert made.allocation.short_hours > 1
    with pytest.raises(NoPlan, match="No split of any of your hours keeps the balance"):
        exact_balance(made)


def test_settings_in_money_are_said_to_do_nothing_where_the_list_has_none() -> None:
    rows = [{name: value for name, value in row.items() if name != "annual_fee"} for row in [OTHERS, YOU, YOU]]
    plain, made = planned(rows, hours=40), planned(rows, hours=40, hour_cost=50, point_worth=10, min_money=9_000)
    assert (made.allocation.hours == plain.allocation.hours).all()
    said = "“hour_cost”, “point_worth” and “min_money” have no effect: the list has no money in it."
    assert said in made.explanation.warnings


def test_a_limit_on_moves_without_hours_of_today_is_said_to_count_every_hour() -> None:
    made = planned([{**YOU, "annual_fee": 9_000}] * 4, hours=40, max_change=6)
    assert made.allocation.hours.sum() <= 6
    assert "so “max_change” counts every planned hour as moved" in made.explanation.warnings[0]


GUESS = {"rules": [{"when": "industry is Charity", "good": "others", "strength": 0.8, "reason": "?", "sure": "guess"}]}
SAID = [{"account": "Hope", "field": "rating_others", "value": 5, "why": "You confirmed it"}]


def test_much_time_on_one_word_is_said_with_what_a_guess_would_get_and_the_way_out() -> None:
    hope = {"account": "Hope", "industry": "Charity", "annual_fee": 5_000, "probability": 0.3}
    rows, settings = [*[{**YOU, "annual_fee": 40_000}] * 8, hope], {"hours": 100, "balance": "30/0/70"}
    guessed = planned(rows, sheets=GUESS, **settings)
    made = planned(rows, sheets={**GUESS, "overrides": SAID}, **settings)
    hours, before = float(made.allocation.hours[-1]), float(guessed.allocation.hours[-1])
    assert hours >= 15 > before
    assert made.explanation.warnings[0] == (
        f"Hope gets {text.hours(hours)}, {text.percent(hours / 100)} of all hours, because you said that it does good "
        f"beyond the fee; as a guess it would get {text.hours(before)}. To hold it to fewer, give it “max_hours”."
    )
    capped = planned([*rows[:-1], {**hope, "max_hours": 10}], sheets={**GUESS, "overrides": SAID}, **settings)
    for quiet in (guessed, capped):
        assert not any("because you said" in sentence for sentence in quiet.explanation.warnings)


def test_a_shortage_adds_up_as_it_is_told() -> None:
    told = re.compile(r"^([\d½,]+) h counts? as .*, ([\d½,]+) h fewer than the ([\d½,]+) h")
    found = 0
    for seed in range(6):
        rows = [{**OTHERS, "annual_fee": 0, "max_hours": 3 + 0.37 * seed}, *[{**YOU, "annual_fee": 9_000}] * 6]
        made = planned(rows, hours=50 + seed, balance="50/0/50", hour_step=0, smallest_block=0)
        for counted, fewer, asked in (match.groups() for one in made.explanation.advice if (match := told.match(one))):
            parts = [
                float(part.replace("½", "") or 0) + (0.5 if "½" in part else 0) for part in (counted, fewer, asked)
            ]
            assert parts[0] + parts[1] == parts[2]
            found += 1
    assert found


def test_a_shortage_of_peoples_own_balances_is_not_told_as_one_of_the_firm() -> None:
    rows = [{**OTHERS, "annual_fee": 0, "owner": "Ann"}] * 4 + [{**YOU, "annual_fee": 9_000, "owner": "Bo"}] * 4
    team = [{"person": "Ann", "hours": 30}, {"person": "Bo", "hours": 30}]
    made = planned(rows, sheets={"team": team}, balance="50/0/50", balance_scope="person")
    assert made.allocation.short[0] > 1
    assert any("but people's own balances miss" in sentence for sentence in made.explanation.advice)
    assert not any("fewer than the" in sentence for sentence in made.explanation.advice)


def test_what_only_guesses_say_of_a_group_is_said_to_be_a_guess() -> None:
    hope = {"account": "Hope", "industry": "Charity", "annual_fee": 5_000, "probability": 0.3}
    made = planned([*[{**YOU, "annual_fee": 40_000}] * 8, hope], sheets=GUESS, hours=100, balance="30/0/70")
    assert any("1 account does good beyond the fee, and that is a guess" in one for one in made.explanation.warnings)
    short = next(sentence for sentence in made.explanation.advice if "good for others" in sentence)
    assert "The list has no more, with at most 6 h counted of each account that is only a guess." in short
    assert "Say whether the guess on Hope is right, and look for" in short


def test_an_account_whose_people_have_no_time_is_told_that_others_use_it() -> None:
    mine = {**YOU, "annual_fee": 30_000, "owner": "Ann"}
    rows = [*[mine] * 3, {**mine, "annual_fee": 2_000}, {**mine, "owner": "Bo", "max_hours": 5}]
    team = [{"person": "Ann", "hours": 20}, {"person": "Bo", "hours": 30}]
    made = planned(rows, sheets={"team": team}, balance="0/0/100", max_share_per_account=1, smallest_block=4)
    assert made.allocation.hours[3] == 0
    assert made.allocation.hours.sum() < 30
    assert str(made.explanation.why[3]).endswith("; they do more elsewhere in Ann’s hours.")


def test_a_next_step_that_asks_ends_as_it_does() -> None:
    made = planned([{**YOU, "annual_fee": 9_000, "next_step": "Ph III?"}] * 3, hours=40)
    assert made.explanation.monday[0].endswith(": Ph III?")


def test_hours_are_only_said_to_do_more_elsewhere_where_they_do() -> None:
    rows = [{**YOU, "annual_fee": 60_000 - 1_000 * k} for k in range(14)]
    made = planned(rows, hours=300, balance="0/0/100")
    out = np.flatnonzero(made.allocation.hours == 0)
    assert len(out) == 4
    for i in out:
        assert str(made.explanation.why[i]).endswith("at most 10 accounts get time, and this is not among them.")
    assert not any("at most" in str(why) for why in planned(rows, hours=12, balance="0/0/100").explanation.why)


def test_a_list_that_no_hour_is_worth_on_says_so_and_what_forcing_it_costs() -> None:
    made = planned([{**YOU, "annual_fee": 1_000}] * 3, hours=60, balance="0/0/100", hour_cost=500)
    assert made.explanation.headline == "No account brings what an hour costs; your 60 h stay open."
    forced = what_would_it_take(made, 0, ratings=False).forced
    assert forced is not None
    assert f"; its hours cost ${500 * forced.hours:,.0f}" in forced.sentence


def test_a_move_that_brings_no_margin_is_not_said_to_bring_some() -> None:
    rows = [{**OTHERS, "annual_fee": 100, "current_hours": 30}] + [{**OTHERS, "current_hours": 2}] * 6
    made = planned([{**row, "relationship": "client"} for row in rows], hours=42, margin=0, balance="100/0/0")
    assert made.explanation.headline.startswith("Move ")
    assert "margin" not in made.explanation.headline
