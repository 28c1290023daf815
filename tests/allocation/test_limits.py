"""The Limits sheet and the settings that say the same: read as meant, obeyed by the plan, refused with a hint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pytest

import planner
from planner.allocation.constraints.limits import goods_per_hour
from planner.allocation.limits import find_limits
from planner.allocation.problem import Limit
from planner.allocation.team import find_team
from planner.errors import SettingError
from planner.export.plan_json import plan_json
from planner.goods import GOODS, Good
from planner.valuation.facts import gather_facts
from tests.valuation.building import SETTINGS, roster

ROWS: Sequence[Mapping[str, Any]] = [
    {"account": "Acme", "owner": "Ann; Bob", "industry": "Health", "relationship": "client", "rating_now": 5},
    {"account": "Birch", "owner": "Ann", "industry": "Retail", "relationship": "prospect", "rating_later": 4},
    {"account": "Cedar", "owner": "Bob", "industry": "retail", "relationship": "prospect", "rating_others": 5},
    {"account": "Dune", "owner": "Bob", "industry": "Law", "relationship": "client", "rating_strengths": 4},
]
MONEY = {"annual_fee": 40_000, "probability": 0.5}
LOOSE = {"smallest_block": 0, "hour_step": 0}


def limits_of(*rows: tuple[object, object, object]) -> tuple[Limit, ...]:
    clients = roster(
        ROWS, sheets={"limits": [dict(zip(("what", "sense", "amount"), row, strict=True)) for row in rows]}
    )
    return find_limits(clients, gather_facts(clients, SETTINGS), SETTINGS, find_team(clients, SETTINGS))


@pytest.mark.parametrize(
    ("row", "weight", "lower", "upper"),
    [
        (("industry = Retail", "at most", 20), [0, 1, 1, 0], -np.inf, 20),
        (("Industry = RETAIL", "At least", "20 h"), [0, 1, 1, 0], 20, np.inf),
        (("owner = bob", "at most", "25%"), [1, 0, 1, 1], -np.inf, 26),
        (("relationship = client", "exactly", 0.5), [1, 0, 0, 1], 52, 52),
        (("Acme; Dune", "max", "12,5 hours"), [1, 0, 0, 1], -np.inf, 12.5),
        (("industry = Health", "at most", "2 x industry = Retail"), [1, -2, -2, 0], -np.inf, 0),
        (("industry = Health", ">=", "0.5 times Dune"), [1, 0, 0, -0.5], 0, np.inf),
        (("good = later", "at least", 5), [1, 1, 1, 1], 5, np.inf),
    ],
)
def test_a_row_is_read_as_a_person_means_it(
    row: tuple[object, object, object], weight: list[float], lower: float, upper: float
) -> None:
    (limit,) = limits_of(row)
    assert limit.weight == pytest.approx(weight)
    assert (limit.lower, limit.upper) == (pytest.approx(lower), pytest.approx(upper))
    assert limit.where == "Limits!A2"
    assert limit.good == (GOODS.index(Good.LATER) if "good" in str(row[0]) else None)


@pytest.mark.parametrize(
    ("row", "cell", "said"),
    [
        (("industry = Helth", "at most", 20), "Limits!A2", "Did you mean “health”"),
        (("colour = red", "at most", 20), "Limits!A2", "cannot be selected by"),
        (("good = fun", "at most", 20), "Limits!A2", "is not a good"),
        (("Akme", "at most", 20), "Limits!A2", "Did you mean “Acme”"),
        (("Acme", "roughly", 20), "Limits!B2", "at most, at least or exactly"),
        (("Acme", "at most", "lots"), "Limits!C2", "cannot be read"),
        (("Acme", "at most", -3), "Limits!C2", "cannot be read"),
        (("good = later", "at most", "2 x Acme"), "Limits!C2", "compares hours"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_cell(
    row: tuple[object, object, object], cell: str, said: str
) -> None:
    with pytest.raises(SettingError, match=said) as refused:
        limits_of(row)
    assert str(refused.value).startswith(cell)


def test_empty_rows_are_no_limits() -> None:
    assert limits_of(("", "", "")) == ()


def planned(*limits: tuple[object, object, object], **settings: Any) -> Any:
    clients = roster(
        [{**row, **MONEY} for row in ROWS],
        sheets={"limits": [dict(zip(("what", "sense", "amount"), row, strict=True)) for row in limits]}
        if limits
        else {},
    )
    return planner.plan(clients, **{"hours": 60, "max_share_per_account": 0.5, **LOOSE, **settings})


def hours(plan: Any, *names: str) -> float:
    return float(sum(plan.allocation.hours[list(plan.roster.names).index(name)] for name in names))


def test_caps_and_floors_hold_and_bind() -> None:
    free = planned()
    assert hours(free, "Birch", "Cedar") > 10
    capped = planned(("industry = Retail", "at most", 10))
    assert hours(capped, "Birch", "Cedar") == pytest.approx(10)
    raised = planned(("Dune", "exactly", 7))
    assert hours(raised, "Dune") == pytest.approx(7)
    tied = planned(("Acme", "at most", "0.5 x industry = Retail"))
    assert hours(tied, "Acme") <= 0.5 * hours(tied, "Birch", "Cedar") + 1e-6


def test_a_limit_never_improves_the_plan() -> None:
    free, capped = planned().allocation, planned(("industry = Retail", "at most", 10)).allocation
    assert capped.ideal == pytest.approx(free.ideal)
    assert capped.proof.objective <= free.proof.objective + 1e-9


def test_shares_within_you_are_kept() -> None:
    plan = planned(share_later=0.6)
    served = goods_per_hour(plan.problem)[:, 2:]
    later, you = plan.allocation.hours @ served[:, 1], plan.allocation.hours @ served.max(axis=1)
    assert later >= 0.6 * you - 1e-6
    counted, goods = plan.allocation.counts[:, 2], plan.allocation.by_good[:, 2:]
    assert goods.max(axis=1) == pytest.approx(counted)


def test_prospects_get_their_share_of_the_planned_hours() -> None:
    plan = planned(min_prospect_share=0.7)
    assert hours(plan, "Birch", "Cedar") >= 0.7 * plan.allocation.hours.sum() - 1e-6


def test_no_more_hours_move_than_allowed() -> None:
    rows = [{**row, **MONEY, "current_hours": h} for row, h in zip(ROWS, (5, 20, 5, 30), strict=True)]
    plan = planner.plan(roster(rows), hours=60, max_change=4, max_share_per_account=0.5, **LOOSE)
    moved = np.maximum(plan.allocation.hours - [5, 20, 5, 30], 0).sum()
    assert moved <= 4 + 1e-6


def test_expected_money_reaches_its_floor_where_the_balance_alone_would_not() -> None:
    free = planned(balance="60/30/10")
    money = plan_json(free)["money"]["expected_margin"]
    most = plan_json(planned(balance="0/0/100"))["money"]["expected_margin"]
    wanted = (money + most) / 2
    assert wanted > money
    held = planned(balance="60/30/10", min_money=wanted)
    assert plan_json(held)["money"]["expected_margin"] >= wanted - 1


def test_each_person_keeps_the_balance_where_it_is_asked_of_each() -> None:
    rows = [
        {"account": f"{owner} {good}", "owner": owner, f"rating_{good}": 5, **MONEY}
        for owner in ("Ann", "Bob")
        for good in ("others", "strengths", "now")
    ]
    team = [{"person": "Ann", "hours": 30, "balance": "50 25 25"}, {"person": "Bob", "hours": 30, "balance": ""}]
    plan = planner.plan(roster(rows, sheets={"team": team}), balance_scope="person", tolerance=0, balance="20/30/50",
                        max_share_per_account=0.5, **LOOSE)  # fmt: skip
    by_group = plan.allocation.counts
    assert (by_group[:3].sum(axis=0) >= np.array([15, 7.5, 7.5]) - 1e-6).all()
    assert (by_group[3:].sum(axis=0) >= np.array([6, 9, 15]) - 1e-6).all()
    assert plan.allocation.short_hours == 0


def test_a_row_that_limits_nothing_is_refused_in_its_own_words() -> None:
    with pytest.raises(SettingError, match=r"Limits!\S+ does not say what it limits"):
        planner.plan(roster(ROWS, sheets={"limits": [{"sense": "at most", "amount": 10}]}))
