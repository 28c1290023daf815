"""Every setting is obeyed: another value than the default changes what it should, on a list where it must matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

import planner
from planner.allocation import allocate
from planner.allocation.integer.search import IntegerSearch
from planner.allocation.solvers.other import solvers_found
from planner.errors import FileRefused
from planner.export.plan_json import plan_json
from planner.goods import GOODS, Good
from planner.result import Plan
from planner.settings import SETTING_NAMES
from tests.readers.make import sheet_roster, workbook
from tests.valuation.building import roster

START = "2026-09-01"
NOW, LATER, REFERRAL = (GOODS.index(good) for good in (Good.NOW, Good.LATER, Good.REFERRAL))
NOT_RATED = dict.fromkeys(("rating_others", "rating_strengths", "rating_now", "rating_later", "rating_referral"), 0)


def account(*goods: str, **facts: Any) -> dict[str, Any]:
    """A prospect that is as good as can be in some ways, and in no other."""
    rated = {**NOT_RATED, **{f"rating_{good}": 5 for good in goods}}
    return {"relationship": "prospect", "annual_fee": 40_000, "probability": 0.5, **rated, **facts}


OTHERS = [account("others", annual_fee=0) for _ in range(5)]
STRENGTHS = [account("strengths", annual_fee=0) for _ in range(5)]
YOU = [account("now", annual_fee=20_000 * (k + 1)) for k in range(5)]
EVERYTHING = [*OTHERS, *STRENGTHS, *YOU, account("later"), account("referral")]
HOURS = {"hours": 100.0}


def made(rows: list[dict[str, Any]], settings: Mapping[str, Any], **more: Any) -> Plan:
    return planner.plan(roster(rows, **more), **{"plan_start": START, **settings})


def counted(plan: Plan) -> list[float]:
    """Hours that count for others, strengths and you."""
    return [round(float(hours), 6) for hours in plan.allocation.counts.sum(axis=0)]


def worth(plan: Plan, good: int) -> float:
    return float(plan.values.worth[:, good].sum())


@dataclass(frozen=True)
class Case:
    """A value of a setting, a list where it matters, and what it must do to the plan.

    Attributes:
        changed: told of the plan without and with the setting, whether the setting did what it is for.
    """

    value: Any
    rows: list[dict[str, Any]]
    changed: Callable[[Plan, Plan], bool]
    beside: Mapping[str, Any]
    sheets: Mapping[str, Any] | None = None


def case(
    value: Any, changed: Callable[[Plan, Plan], bool], rows: list[dict[str, Any]] = EVERYTHING, *, sheets: Any = None,
    **beside: Any,
) -> Case:  # fmt: skip
    return Case(value, rows, changed, {**HOURS, **beside}, sheets)


def money(plan: Plan) -> float:
    return float(plan.allocation.added[2])


def on(plan: Plan, accounts: slice) -> float:
    return float(plan.allocation.hours[accounts].sum())


FEW_OTHERS = [account("others", annual_fee=0, max_hours=10), *YOU]
UNEQUAL = [account("others", annual_fee=0, owner="Ann"), *({**one, "owner": "Ann"} for one in YOU),
           *({**one, "owner": "Bo"} for one in (*OTHERS, YOU[0], YOU[1]))]  # fmt: skip
TODAY = [{**one, "current_hours": hours} for one, hours in zip(YOU, (50, 20, 10, 10, 10), strict=True)]
CHARITY = {"relationship": "prospect", "annual_fee": 0, "probability": 0.5, "industry": "Charity"}
GUESS = {"rules": [{"when": "industry is Charity", "good": "others", "strength": 0.8, "reason": "?", "sure": "guess"}]}
LATE = [account("later", annual_fee=900_000, expected_date="2027-09-01") for _ in range(3)]

HARD = [*({**one, "max_hours": 60} for one in OTHERS[:2]), *YOU, *YOU]
FIRST = {"balance": "70/0/30", "balance_weight": 1000, "max_share_per_account": 0.4}
"""A balance that asks for far more hours for others than they are worth, and comes first."""

CASES: dict[str, Case] = {
    "balance": case("60/20/20", lambda was, now: counted(now)[0] > counted(was)[0]),
    "tolerance": case(0.3, lambda was, now: counted(now)[0] < counted(was)[0], HARD, **FIRST),
    "balance_weight": case(0, lambda was, now: counted(now)[0] < counted(was)[0], HARD, **FIRST),
    "guess_hours": case(
        0, lambda was, now: counted(now)[0] < counted(was)[0], [CHARITY, CHARITY, CHARITY, *YOU], sheets=GUESS
    ),
    "hours": case(50, lambda was, now: on(now, slice(None)) <= 50 < on(was, slice(None))),
    "weeks": case(26, lambda was, now: bool((now.problem.curves.maximum > was.problem.curves.maximum).any())),
    "plan_start": case(
        "2027-06-01",
        lambda was, now: worth(now, LATER) > worth(was, LATER),
        [account("later", expected_date="2028-01-01"), account("now", expected_date="2026-10-01")],
    ),
    "currency": case("CHF", lambda _, now: "CHF" in str(now.explanation.why[-1]), YOU),
    "margin": case(0.2, lambda was, now: worth(now, NOW) == pytest.approx(worth(was, NOW) / 2)),
    "hour_cost": case(5_000, lambda was, now: on(now, slice(None)) < on(was, slice(None)) - 1, YOU),
    "discount_rate": case(
        0.5,
        lambda was, now: worth(now, LATER) < worth(was, LATER),
        [account("later", expected_date="2028-01-01"), *YOU],
    ),
    "horizon_months": case(
        24,
        lambda was, now: bool(now.tags.strength[0, NOW] > np.nan_to_num(was.tags.strength[0, NOW])),
        [{"relationship": "prospect", "annual_fee": 9_000, "probability": 0.5, "expected_date": "2027-09-01"}, *YOU],
    ),
    "referral_conversion": case(0.6, lambda was, now: worth(now, REFERRAL) == pytest.approx(2 * worth(was, REFERRAL))),
    "point_worth": case(
        1_000_000, lambda was, now: on(now, slice(5)) > on(was, slice(5)), [*OTHERS, *YOU], balance="10/0/90",
        balance_weight=0,
    ),
    "spare_hours": case(
        "leave open", lambda was, now: on(now, slice(None)) < on(was, slice(None)) - 1, FEW_OTHERS, balance="50/0/50",
        balance_weight=1000,
    ),
    "smallest_block": case(
        12, lambda _, now: float(now.allocation.hours[now.allocation.hours > 0].min()) >= 12, max_share_per_account=1
    ),
    "hour_step": case(4, lambda _, now: bool(np.allclose(now.allocation.hours % 4, 0)), smallest_block=4),
    "max_accounts": case(5, lambda _, now: int((now.allocation.hours > 0).sum()) <= 5),
    "max_accounts_per_person": case(4, lambda _, now: int((now.allocation.hours > 0).sum()) <= 4),
    "max_share_per_account": case(0.08, lambda _, now: float(now.allocation.hours.max()) <= 8),
    "max_change": case(
        6, lambda _, now: float(np.maximum(now.allocation.hours - now.facts.current_hours, 0).sum()) <= 6 + 1e-6,
        TODAY,
    ),
    "min_money": case(
        38_000, lambda was, now: money(now) > money(was), [*OTHERS, *YOU], balance="90/0/10", balance_weight=1000
    ),
    "share_now": case(0.9, lambda was, now: on(now, slice(0, 5)) > on(was, slice(0, 5)), [*YOU, *LATE]),
    "share_later": case(0.4, lambda was, now: on(now, slice(15, 16)) > on(was, slice(15, 16))),
    "share_referral": case(0.4, lambda was, now: on(now, slice(16, 17)) > on(was, slice(16, 17))),
    "min_prospect_share": case(
        0.9,
        lambda _, now: on(now, slice(5)) >= 0.9 * on(now, slice(None)) - 1e-6,
        [*YOU, *({**one, "relationship": "client", "annual_fee": 500_000} for one in YOU)],
    ),
    "balance_scope": case(
        "person", lambda was, now: counted(now) != counted(was), UNEQUAL, balance="60/0/40", balance_weight=1000
    ),
    "solver": case(
        "COIN_CMD", lambda _, now: now.allocation.proof.solver == "COIN_CMD", smallest_block=0, hour_step=0
    ),
}  # fmt: skip
ELSEWHERE = {
    "fee_meaning": "test_what_a_column_of_money_stands_for_decides_whether_there_are_fees",
    "time_limit": "test_the_search_over_whole_blocks_is_given_the_seconds_that_were_set",
    "max_file_mb": "test_a_file_past_a_limit_is_refused",
    "max_unzipped_mb": "test_a_file_past_a_limit_is_refused",
    "max_cells": "test_a_file_past_a_limit_is_refused",
}
"""Settings that change no number of a plan, with the test that shows what they do."""


def test_every_setting_has_a_case() -> None:
    assert set(CASES) | set(ELSEWHERE) == set(SETTING_NAMES)
    assert all(test in globals() for test in ELSEWHERE.values())


@pytest.mark.parametrize("name", CASES)
def test_a_setting_does_what_it_is_for(name: str) -> None:
    if name == "solver" and "COIN_CMD" not in solvers_found():
        pytest.skip("PuLP brings no CBC for this machine")
    case = CASES[name]
    was = made(case.rows, case.beside, sheets=case.sheets)
    now = made(case.rows, {**case.beside, name: case.value}, sheets=case.sheets)
    assert case.changed(was, now), (counted(was), counted(now), was.allocation.hours, now.allocation.hours)
    assert not case.changed(was, was), "the setting makes no difference on this list"
    assert plan_json(was) != plan_json(now)


AMOUNTS = (["Account", "Relationship", "Amount"], ["Ashby", "client", 9_000], ["Brook", "prospect", 6_000])


def test_what_a_column_of_money_stands_for_decides_whether_there_are_fees() -> None:
    found = sheet_roster(*AMOUNTS)
    assert planner.plan(found, plan_start=START).facts.in_money
    for meaning in ("their turnover", "not a fee"):
        assert not planner.plan(found, plan_start=START, fee_meaning=meaning).facts.in_money
    said = planner.plan(found, plan_start=START, fee_meaning="a whole job").issues
    assert any("the fee of a whole job" in issue.message for issue in said)
    plain = sheet_roster(["Account", "Relationship", "Annual fee"], *AMOUNTS[1:])
    told = planner.plan(plain, plan_start=START, fee_meaning="their turnover")
    assert told.facts.in_money
    assert any("fee_meaning" in issue.message for issue in told.issues), "what is not obeyed is said not to be"


def test_the_search_over_whole_blocks_is_given_the_seconds_that_were_set(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[float] = []

    def spied(lp: Any, hull: Any, seconds: float, *more: Any) -> IntegerSearch:
        given.append(seconds)
        return IntegerSearch(lp, hull, seconds, *more)

    monkeypatch.setattr(allocate, "IntegerSearch", spied)
    made(EVERYTHING, {"time_limit": 7})
    assert given
    assert set(given) == {7}


@pytest.mark.parametrize(("name", "value"), [("max_file_mb", 0.001), ("max_unzipped_mb", 0.001), ("max_cells", 4)])
def test_a_file_past_a_limit_is_refused(name: str, value: float) -> None:
    content = workbook({"Clients": AMOUNTS})
    assert planner.read_roster(content, name="list.xlsx").size == 2
    with pytest.raises(FileRefused, match=name if name != "max_cells" else "cells"):
        planner.read_roster(content, name="list.xlsx", settings=planner.Settings(**{name: value}))
