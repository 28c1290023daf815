"""Sentences are true or absent: what they say is worked out here again, from plans made again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

import planner
from planner import text
from planner.explanation.measure import money
from planner.result import Plan
from planner.sensitivity.cost_of_focus import cost_of_focus
from planner.sensitivity.exact_prices import what_holds_back
from planner.sensitivity.more_or_fewer_hours import fewer_hours, next_hours
from planner.sensitivity.own_split import score_split
from tests.readers.make import csv_roster, sheet_roster
from tests.valuation.building import roster

START = {"plan_start": "2026-09-01", "currency": "$"}
OTHERS = {"rating_others": 5, "rating_strengths": 0, "rating_now": 0, "rating_later": 0, "rating_referral": 0}
STRENGTHS = {"rating_others": 0, "rating_strengths": 5, "rating_now": 0, "rating_later": 0, "rating_referral": 0}
YOU = {"rating_others": 0, "rating_strengths": 0, "rating_now": 5, "rating_later": 0, "rating_referral": 0,
       "probability": 0.5}  # fmt: skip


def planned(rows: Sequence[Mapping[str, Any]], *, sheets: Any = None, **settings: Any) -> Plan:
    return planner.plan(
        roster([{"relationship": "prospect", **row} for row in rows], sheets=sheets), **START, **settings
    )


def mixed(seed: int, count: int = 9, **more: Any) -> list[dict[str, Any]]:
    """Accounts of every kind, drawn."""
    draw = np.random.default_rng(seed)
    rows = []
    for _ in range(count):
        goods = {f"rating_{good}": float(draw.integers(0, 6)) for good in ("others", "strengths", "now", "later")}
        fee, hours = float(draw.choice([6_000, 30_000, 110_000])), float(draw.choice([0, 3, 8, 20]))
        rows.append({**goods, "annual_fee": fee, "probability": 0.6, "current_hours": hours, **more})
    return rows


def amount(sentence: str, words: str) -> float:
    """The figure before some words: `about $1,300 of margin` gives 1300."""
    found = re.search(rf"\$([\d,.]+)(m?) {words}", sentence)
    assert found, (sentence, words)
    return float(found[1].replace(",", "")) * (1e6 if found[2] else 1)


def two_digits(value: float) -> float:
    return float(text.about(value).replace(",", "").removesuffix("m")) if value < 1e6 else value


@pytest.mark.parametrize("seed", range(6))
def test_what_further_hours_bring_is_the_difference_between_two_plans(seed: int) -> None:
    made = planned(mixed(seed), hours=60)
    more = next_hours(made, 8.0)
    base = made.allocation.hours
    after = base.copy()
    for move in more.moves:
        after[move.at] += move.hours
    brought = money(made.problem, after) - money(made.problem, base)
    assert more.gain.money == pytest.approx(brought, rel=1e-3, abs=1)
    if brought >= 1:
        assert amount(more.sentence, "of margin a year") == pytest.approx(two_digits(brought), rel=0.06)
    fewer = fewer_hours(made, 8.0)
    for move in fewer.moves:
        base = base + np.where(np.arange(len(base)) == move.at, move.hours, 0)
    assert fewer.gain.money == pytest.approx(
        money(made.problem, base) - money(made.problem, made.allocation.hours), abs=2
    )


@pytest.mark.parametrize("seed", range(6))
def test_the_headline_compares_the_same_hours(seed: int) -> None:
    rows = mixed(seed)
    today = float(sum(row["current_hours"] for row in rows))
    same = planned(rows, hours=today)
    before = money(same.problem, same.facts.current_hours)
    gained = money(same.problem, same.allocation.hours) - before
    said = same.explanation.headline
    assert said.startswith(
        f"Move {text.hours(np.maximum(same.allocation.hours - same.facts.current_hours, 0).sum())[:-2]}"
    )
    if abs(gained) > 0.01 * before:
        way = "more" if gained > 0 else "less"
        assert amount(said, f"{way} margin a year") == pytest.approx(two_digits(abs(gained)), rel=0.06)
    longer = planned(rows, hours=today * 1.25)
    told = longer.explanation.headline
    lost = float(np.maximum(longer.facts.current_hours - longer.allocation.hours, 0).sum())
    assert told.startswith(f"Move {text.hours(lost)[:-2]} of today's {text.hours(today)[:-2]} hours")
    assert f"{text.hours(longer.allocation.hours.sum() - today)[:-2]} further hours are placed" in told
    whole = money(longer.problem, longer.allocation.hours) - money(longer.problem, longer.facts.current_hours)
    first, second = told.split("; ")
    moved = 0.0 if "the same margin" in first else amount(first, "(?:more|less) margin")
    moved = -moved if "less margin" in first else moved
    further = amount(second, "of margin")
    assert moved + further == pytest.approx(whole, abs=0.06 * (abs(moved) + further) + 0.005 * before)


def test_fewer_hours_than_today_are_no_hours_that_stay_as_they_are() -> None:
    rows = [{**YOU, "annual_fee": 20_000, "current_hours": 20.0}] * 5
    made = planned(rows, hours=40, balance="0/0/100")
    assert made.allocation.hours.sum() == pytest.approx(40)
    assert made.explanation.headline.startswith("Plan 40 hours, 60 fewer than today's 100")
    rows = [{**YOU, "annual_fee": 20_000, "current_hours": 8.0}] * 5
    kept = planned(rows, hours=40, balance="0/0/100")
    assert kept.explanation.headline == (
        "Keep your 40 hours as they are: no move would bring more, at the balance you chose."
    )


def test_where_no_account_loses_hours_all_that_is_gained_is_what_the_further_hours_bring() -> None:
    rows = [{**YOU, "annual_fee": 9_000.0 * (1 + at), "current_hours": 6.0} for at in range(5)]
    made = planned(rows, hours=60, balance="0/0/100")
    assert (made.allocation.hours >= made.facts.current_hours).all()
    gained = money(made.problem, made.allocation.hours) - money(made.problem, made.facts.current_hours)
    said = made.explanation.headline
    assert said.startswith("Keep today's 30 hours as they are; 30 further hours are placed and bring")
    assert amount(said, "of margin a year") == pytest.approx(two_digits(gained), rel=0.06)


def test_hours_that_were_assumed_are_said_to_be() -> None:
    assert "hours (assumed)" in planned([{**YOU, "annual_fee": 20_000}] * 6).explanation.headline
    assert "assumed" not in planned([{**YOU, "annual_fee": 20_000}] * 6, hours=104).explanation.headline


@pytest.mark.parametrize("seed", range(8))
def test_the_balance_is_only_called_the_chosen_one_where_it_is_kept(seed: int) -> None:
    made = planned(mixed(seed), hours=60, balance=["70/15/15", "10/80/10", "5/5/90", "34/33/33"][seed % 4])
    short = float(made.allocation.short.sum())
    assert made.explanation.headline.endswith("at the balance you chose.") == (short <= 0.5)
    reached = made.allocation.counts.sum(axis=0)
    floor = (made.problem.aim - made.problem.tolerance) * made.allocation.usable
    assert made.allocation.short == pytest.approx(np.maximum(floor - reached, 0), abs=1e-6)


def test_an_hour_counts_for_every_good_so_that_no_group_is_short_where_the_same_hours_could_count() -> None:
    both = {**YOU, "rating_strengths": 5, "annual_fee": 20_000}
    made = planned([both] * 6, hours=60, balance="0/50/50")
    assert made.allocation.short.tolist() == [0, 0, 0]
    assert not any("balance asks for" in sentence for sentence in made.explanation.advice)


def test_a_count_of_accounts_is_only_blamed_where_more_accounts_would_help() -> None:
    rows = [{**OTHERS, "annual_fee": 0}] * 2 + [{**YOU, "annual_fee": 30_000}] * 12
    made = planned(rows, hours=100, balance="80/0/20", max_accounts=8, balance_weight=1000)
    assert made.allocation.short[0] > 1
    free = planned(rows, hours=100, balance="80/0/20", balance_weight=1000)
    assert free.allocation.short[0] == pytest.approx(made.allocation.short[0], abs=0.3)
    assert not any("keeping to" in sentence for sentence in made.explanation.advice)
    many = [{**OTHERS, "annual_fee": 0}] * 12 + [{**YOU, "annual_fee": 30_000}] * 2
    held = planned(many, hours=100, balance="80/0/20", max_accounts=3, max_share_per_account=0.2, balance_weight=1000)
    assert held.allocation.short[0] > 1
    assert "keeping to 3 accounts costs" in held.explanation.advice[0]
    assert held.explanation.advice[0].endswith("Let more accounts have time.")


def test_a_shortage_that_could_be_bought_off_says_at_which_loss() -> None:
    good = {**OTHERS, "relationship": "past client", "annual_fee": 0}
    rows, asked = [good] * 2 + [{**YOU, "annual_fee": 90_000}] * 6, {"hours": 60, "balance": "50/0/50"}
    made = planned(rows, **asked, max_share_per_account=0.5, balance_weight=0.01)
    strict = planned(rows, **asked, max_share_per_account=0.5, balance_weight=1000)
    assert made.allocation.short[0] > strict.allocation.short[0] + 1
    lost = money(made.problem, made.allocation.hours) - money(made.problem, strict.allocation.hours)
    advice = made.explanation.advice[0]
    assert "could be had, but at a loss of" in advice
    assert amount(advice, "of margin a year") == pytest.approx(two_digits(lost), rel=0.1)
    assert "at the balance you chose" not in made.explanation.headline


def test_groups_that_the_list_has_too_little_for_are_told_together() -> None:
    rows = [{**YOU, "annual_fee": 30_000}] * 6 + [{**OTHERS, "max_hours": 4}, {**STRENGTHS, "max_hours": 5}]
    made = planned(rows, hours=60, balance="35/35/30")
    told = [sentence for sentence in made.explanation.advice if "balance asks for" in sentence]
    assert len(told) == 1
    assert "good for others" in told[0]
    assert "building strengths" in told[0]
    assert told[0].count("The list has no more") == 1


def test_a_list_too_small_for_the_hours_says_so_once_and_not_for_each_group() -> None:
    made = planned([{**YOU, "annual_fee": 30_000, "max_hours": 10}] * 3, hours=100, balance="0/0/100")
    assert made.explanation.advice == ("The list can use 30 h of your 100 h; 70 h are left to place.",)


def test_the_cap_on_an_account_is_named_where_it_is_why_the_list_can_use_no_more() -> None:
    made = planned([{**YOU, "annual_fee": 30_000}] * 2, hours=100, balance="0/0/100")
    assert made.explanation.advice == (
        "With at most 20% of all hours for one account, the list can use 40 h of your 100 h; 60 h are left to place.",
    )


def test_hours_left_over_because_one_person_has_no_more_are_not_said_to_be_what_the_list_can_use() -> None:
    mine = {**YOU, "annual_fee": 30_000, "max_hours": 20}
    rows = [{**mine, "owner": "Ann"}, {**mine, "owner": "Ann"}, {**mine, "owner": "Bo", "max_hours": 5}]
    team = [{"person": "Ann", "hours": 30}, {"person": "Bo", "hours": 30}]
    made = planned(rows, sheets={"team": team}, balance="0/0/100", max_share_per_account=1)
    assert made.allocation.hours.sum() == pytest.approx(35)
    assert made.explanation.advice[-1] == "25 h are left to place; no account of the people who have them can use more."
    assert not any("The list can use" in sentence for sentence in made.explanation.advice)


def test_accounts_that_are_alike_are_told_alike() -> None:
    alike = {"rating_others": 3, "rating_strengths": 3, "rating_now": 3, "annual_fee": 20_000, "probability": 0.5}
    made = planned([alike] * 8, hours=60)
    timed = made.allocation.hours > 0
    assert len(set(made.explanation.mainly[timed])) == 1


@pytest.mark.parametrize("seed", range(6))
def test_what_the_balance_costs_is_the_difference_from_the_plan_without_it(seed: int) -> None:
    rows, settings = mixed(seed), {"hours": 60, "balance": ["70/15/15", "10/80/10", "60/30/10"][seed % 3]}
    made, free = planned(rows, **settings), planned(rows, **settings, balance_weight=0)
    cost = made.balance_cost
    lost = free.allocation.added - made.allocation.added
    if cost is None:
        weight = made.problem.weights / np.maximum(made.allocation.ideal, 1e-9)
        assert float(weight @ lost) < 0.006
        return
    assert cost.gain.by_group == pytest.approx(lost, rel=1e-6, abs=1e-6)
    if abs(lost[2]) >= 1:
        way = "more" if lost[2] > 0 else "less"
        assert amount(cost.sentence, f"{way} margin a year") == pytest.approx(two_digits(abs(lost[2])), rel=0.06)


@pytest.mark.parametrize("seed", range(4))
def test_a_limit_costs_what_the_plan_without_it_brings_more(seed: int) -> None:
    rows = mixed(seed)
    rows[0]["lock_hours"] = 14.0
    plain = {"hours": 60, "smallest_block": 0, "hour_step": 0}
    made = planned(rows, **plain)
    held = {one.limit: one for one in what_holds_back(made)}
    name = next((limit for limit in held if "locked" in limit), None)
    if name is None:
        return
    del rows[0]["lock_hours"]
    free = planned([{**row} for row in rows], **plain)
    gain = held[name].gain
    assert gain is not None
    unit = made.problem.weights / np.maximum(made.allocation.ideal, 1e-9)
    lost = free.allocation.added - made.allocation.added
    assert float(unit @ gain.by_group) == pytest.approx(float(unit @ lost), abs=2e-3)


@pytest.mark.parametrize("seed", range(6))
def test_a_group_holds_the_plan_back_only_where_it_gets_no_more_than_its_least(seed: int) -> None:
    """Nothing is said to be the most that a balance allows: a group may have any more than its share."""
    draw = np.random.default_rng(seed)
    rows = [{**OTHERS, "annual_fee": 0}] * 2 + [{**STRENGTHS, "annual_fee": 0}] * int(draw.integers(1, 3))
    rows += [{**YOU, "annual_fee": float(draw.choice([20_000, 60_000, 150_000]))} for _ in range(8)]
    made = planned(rows, hours=60, balance=["60/20/20", "40/30/30", "55/5/40"][seed % 3], tolerance=0.01,
                   max_share_per_account=0.5, smallest_block=0, hour_step=0)  # fmt: skip
    reached = made.allocation.counts.sum(axis=0)
    floors = (made.problem.aim - made.problem.tolerance) * made.allocation.usable
    named = [one.limit for one in made.explanation.binding if one.where == "balance" and "as a whole" not in one.limit]
    assert named
    assert all(limit.startswith("at least ") for limit in named)
    for g, words in enumerate(("good for others", "building strengths", "good for you")):
        if any(words in limit for limit in named):
            assert reached[g] <= floors[g] + 1e-4
    assert (reached > floors + 1).any(), "some group has more than its share"


@pytest.mark.parametrize("seed", range(4))
def test_the_cost_of_blocks_and_steps_is_that_of_the_plan_without_them(seed: int) -> None:
    made = planned(mixed(seed), hours=50)
    for one in cost_of_focus(made):
        off = {"smallest_block": {"smallest_block": 0}, "hour_step": {"hour_step": 0}}.get(one.setting)
        if off is not None:
            free = planned(mixed(seed), hours=50, **off)
            assert one.gain.by_group == pytest.approx(free.allocation.added - made.allocation.added, rel=0.02, abs=25)


@pytest.mark.parametrize("seed", range(4))
def test_a_split_of_the_users_own_is_told_by_its_difference_from_the_plan(seed: int) -> None:
    made = planned(mixed(seed), hours=60)
    yours = {str(name): 60 / made.roster.size for name in made.roster.names}
    found = score_split(made, yours)
    less = money(made.problem, np.full(made.roster.size, 60 / made.roster.size)) - money(
        made.problem, made.allocation.hours
    )
    assert found.gain.money == pytest.approx(less)
    way = "more" if less > 0 else "less"
    assert amount(found.sentence, f"{way} margin a year") == pytest.approx(two_digits(abs(less)), rel=0.06)


def test_points_are_never_turned_into_money() -> None:
    made = planned([{**OTHERS, "annual_fee": 0}] * 4 + [{**YOU, "annual_fee": 9_000}] * 4, hours=40)
    for sentence, gain in ((one.sentence, one.gain) for one in (next_hours(made, 4), fewer_hours(made, 4))):
        if "$" in sentence:
            assert abs(gain.money) >= 0.5
        if abs(gain.by_group[0]) >= 0.05:
            assert "of good for others" in sentence


def test_hours_kept_open_for_a_short_group_are_said_to_be() -> None:
    rows = [{**YOU, "annual_fee": 30_000}] * 6 + [{**OTHERS, "max_hours": 4}]
    made = planned(rows, hours=60, balance="35/0/65", spare_hours="leave open", balance_weight=1000)
    left = made.problem.total_hours - made.allocation.hours.sum()
    assert left > 5
    said = f"{text.hours(left)} are kept open for accounts that count as good for others."
    assert made.explanation.advice[-1] == said


def test_of_a_list_too_long_for_further_plans_only_what_is_known_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("planner.explanation.sentences.alternatives.LARGEST", 3)
    rows = [{**YOU, "annual_fee": 30_000}] * 6 + [{**OTHERS, "max_hours": 4}]
    made = planned(rows, hours=60, balance="35/0/65")
    assert "that your balance asks for (a leeway of 5% taken off). Look for" in made.explanation.advice[0]
    assert not any("list has no more" in sentence for sentence in made.explanation.advice)
    assert "short of the balance you chose" not in made.explanation.advice[0]
    assert made.balance_cost is None


def test_a_remark_with_a_semicolon_is_quoted_whole():
    made = planner.plan(
        sheet_roster(
            ["Account", "Relationship", "Fee", "Notes"],
            ["Ashby", "client", 100, "new area for us; would learn a lot"],
            ["Brook", "prospect", 400, ""],
            settings=planner.Settings(plan_start=dt.date(2026, 11, 28)),
        ),
        plan_start=dt.date(2026, 11, 28),
        balance="0/100/0",
    )
    assert "“new area for us; would learn a lot”" in str(made.explanation.why[0])


@pytest.mark.parametrize(
    ("fee", "chance", "said"), [(0, "", "gives it a fee of 0"), (18_000, "0%", "gives it no chance")]
)
def test_what_the_list_says_is_not_called_unknown(fee, chance, said):
    made = planner.plan(
        sheet_roster(
            ["Account", "Relationship", "Fee", "Chance"], ["Ashby", "prospect", 6500, "50%"],
            ["Brook", "prospect", fee, chance],
        )
    )  # fmt: skip
    assert said in str(made.explanation.why[1])


def test_what_was_hired_before_is_said_to_repeat_and_not_that_the_list_has_no_fee():
    roster = csv_roster(
        "Deal,Client,Stage,Amount,Close date\nAudit,Acme,Won,9000,2026-09-01\nStudy,Brook,Won,4000,2026-08-01\n"
        "Review,Cora,Proposal,7000,2027-02-01\n"
    )
    told = " ".join(planner.plan(roster, hours=30, plan_start=dt.date(2026, 11, 28)).explanation.assumed)
    assert "2 accounts with nothing open for now are taken to pay in a year what they hired for before." in told
    assert "no annual fee" not in told
