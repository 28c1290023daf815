"""What hours bring, counted from the right effort; how size and answers change the curve."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

import planner
from planner.allocation.build_problem import group_worth
from planner.allocation.team import find_team
from planner.valuation.facts import gather_facts
from planner.valuation.response.response_curves import respond
from tests.valuation.building import SETTINGS, roster

CLIENT = {"relationship": "client", "annual_fee": 10_000.0, "probability": 1.0, "rating_now": 5.0, "rating_later": 0.0}
PROSPECT = CLIENT | {"relationship": "prospect"}
PLAIN = {"balance": "0/0/100", "plan_start": "2026-09-01", "hours": 40, "smallest_block": 0, "hour_step": 0}


def curves_of(rows: Sequence[Mapping[str, Any]], **changes: Any) -> Any:
    clients, settings = roster(rows), SETTINGS.with_changes(**changes)
    return respond(clients, gather_facts(clients, settings), settings, find_team(clients, settings))


def money_at(row: Mapping[str, Any], hours: Sequence[float]) -> list[float]:
    """Money that an account alone in its list brings at some hours, by the problem that is solved."""
    found = planner.plan(roster([row]), **PLAIN, max_share_per_account=1)
    worth = group_worth(found.problem)[0, 2]
    return [float(worth * found.problem.curves.at(np.array([h]))[0]) for h in hours]


def test_a_client_s_fee_is_what_today_s_hours_bring() -> None:
    today, half = 8.0, 8.0
    none, kept, more = money_at(CLIENT | {"current_hours": today}, [0.0, today, 24.0])
    reached = 0.6 + 0.4 * today / (half + today)
    assert kept == pytest.approx(4_000)
    assert none == pytest.approx(4_000 * 0.6 / reached)
    assert more == pytest.approx(4_000 * (0.6 + 0.4 * 24 / 32) / reached)


def test_anybody_else_s_fee_is_what_full_effort_may_bring() -> None:
    assert money_at(PROSPECT | {"current_hours": 10.0}, [10.0]) == pytest.approx([4_000 * (0.05 + 0.95 / 2)])
    assert money_at(CLIENT, [8.0]) == pytest.approx([4_000 * 0.8]), "today's hours are not known"


@pytest.mark.parametrize("row", [CLIENT, PROSPECT])
def test_answers_that_repeat_the_usual_curve_change_neither_the_plan_nor_its_money(row: Mapping[str, Any]) -> None:
    other = {"relationship": "client", "annual_fee": 10_000.0, "current_hours": 6.0, "rating_now": 4.0}
    usual = roster([row | {"current_hours": 12.0}, other])
    curve = curves_of([row | {"current_hours": 12.0}, other])
    at = [float(curve.at(np.array([h, 0.0]))[0]) for h in (0, 6, 12, 18)] + [1.0]
    names = ("response_0", "response_half", "response_same", "response_more", "response_max")
    answers = {name: share / at[2] for name, share in zip(names, at, strict=True)}
    without = planner.plan(usual, **PLAIN)
    with_them = planner.plan(roster([row | {"current_hours": 12.0} | answers, other]), **PLAIN)
    assert with_them.curves.answered.tolist() == [True, False]
    assert with_them.allocation.hours == pytest.approx(without.allocation.hours, abs=1e-6)
    assert with_them.allocation.added == pytest.approx(without.allocation.added)


def test_a_big_account_can_use_more_time_than_a_small_one() -> None:
    fees = [1_000.0, 10_000.0, 10_000.0, 22_500.0, 180_000.0, None]
    curve = curves_of([{"relationship": "prospect", "annual_fee": fee} for fee in fees])
    assert curve.size.tolist() == pytest.approx([0.5, 1, 1, 1.5, 2.5, 1])
    assert curve.half.tolist() == pytest.approx([5, 10, 10, 15, 25, 10])
    assert curve.maximum.tolist() == pytest.approx([17.5, 20.8, 20.8, 20.8, 20.8, 20.8]), "3½ × half, a fifth of 104 h"


def test_a_partners_largest_account_gets_more_time_than_a_small_one_as_good() -> None:
    fees = [180_000.0, 27_000.0, 24_000.0, 30_000.0, 27_000.0]
    rows = [
        {**PROSPECT, "probability": 0.5, "rating_strengths": 3.0, "annual_fee": fee, "owner": "Ann"} for fee in fees
    ]
    found = planner.plan(
        roster(rows), plan_start="2026-09-01", balance="20/30/50", hours=104, max_share_per_account=0.5
    )
    assert found.allocation.hours[0] > 1.5 * found.allocation.hours[1:].max()
    assert found.curves.size.tolist()[:2] == [2.5, 1.0]


def test_size_is_the_larger_of_fee_and_today_s_hours() -> None:
    hours = [4.0, 16.0, 2.0, None]
    rows = [{"relationship": "client", "annual_fee": 10_000.0, "current_hours": h} for h in hours]
    assert curves_of(rows).size.tolist() == pytest.approx([1, 2, 1, 1])
    assert curves_of([*rows, CLIENT | {"annual_fee": 2_500.0, "current_hours": 0.0}]).size[-1] == 0.5


def test_sizes_compare_an_account_with_its_own_relationship_and_with_fees_that_the_list_gives() -> None:
    rows = [
        {"relationship": "client", "annual_fee": 100_000.0},
        {"relationship": "prospect", "annual_fee": 40_000.0},
        {"relationship": "prospect", "annual_fee": 40_000.0},
        {"relationship": "prospect"},
    ]
    assert curves_of(rows).size.tolist() == pytest.approx([1, 1, 1, 1])


@pytest.mark.parametrize("answers", [(1.0, 1.0, 1.0, 1.0, 1.0), (1.4, 1.2, 1.0, 0.9, 0.8)])
def test_flat_or_falling_answers_earn_no_hours_with_an_issue(answers: Sequence[float]) -> None:
    names = ("response_0", "response_half", "response_same", "response_more", "response_max")
    row = CLIENT | {"current_hours": 10.0} | dict(zip(names, answers, strict=True))
    found = planner.plan(roster([row, CLIENT | {"current_hours": 5.0}]), **PLAIN)
    assert found.allocation.hours[0] == 0
    assert found.allocation.hours[1] > 0
    assert [issue.code for issue in found.curves.issues] == ["answers-flat"]
