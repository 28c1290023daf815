from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import planner
from tests.builders import make_roster

if TYPE_CHECKING:
    from planner.result import Plan

LITTLE = "bring little"
SAID = re.compile(
    r"(?P<last>[\d½]+) h of the (?P<all>[\d½,]+) h bring little: together about \$(?P<money>[\d,]+) of margin a year; "
    r"by your balance each is worth less than a tenth of an average hour\. To keep such hours open, say what an hour "
    r"costs you: “hour_cost”, from \$(?P<cost>[\d,]+) on\."
)


def few_clients_and_cold_names(**changes: Any) -> Plan:
    fees = [90_000, 60_000, 40_000, 6_000, 5_000, 4_000, 3_000]
    roster = make_roster(
        {
            "account": ["Arden", "Bexley", "Corran", "Dunmore", "Elgin", "Fenby", "Garston"],
            "relationship": ["client", "client", "prospect", *["prospect"] * 4],
            "annual_fee": fees,
            "probability": [0.9, 0.9, 0.5, 0.05, 0.05, 0.05, 0.05],
        }
    )
    return planner.plan(roster, balance="0/0/100", **{"hours": 260, **changes})


def told(plan: Plan) -> list[str]:
    return [warning for warning in plan.explanation.warnings if LITTLE in warning]


def number(said: str) -> float:
    return float(said.replace(",", "").replace("½", ".5"))


def test_hours_that_bring_little_are_told_with_the_cost_of_an_hour_that_keeps_just_them_open() -> None:
    plan = few_clients_and_cold_names()
    (said,) = told(plan)
    figures = SAID.fullmatch(said)
    assert figures, said
    last, cost, money = (number(figures[name]) for name in ("last", "cost", "money"))
    dearer = few_clients_and_cold_names(hour_cost=cost)
    assert abs(plan.allocation.hours.sum() - dearer.allocation.hours.sum() - last) <= 2
    lost = plan.allocation.added[-1] - dearer.allocation.added[-1]
    assert abs(lost - money) <= 0.1 * money
    assert not told(dearer)


def test_nothing_is_told_where_the_hours_are_scarce_or_somebody_fixed_them() -> None:
    assert not told(few_clients_and_cold_names(hours=60, max_share_per_account=1))
    locked = make_roster({"account": ["Arden", "Bexley"], "annual_fee": [90_000, 500], "lock_hours": [20, 20]})
    assert not told(planner.plan(locked, balance="0/0/100", hours=40))


def test_without_money_fewer_hours_are_advised() -> None:
    roster = make_roster(
        {
            "account": ["Arden", "Bexley", "Corran", "Dunmore", "Elgin"],
            "relationship": ["prospect"] * 5,
            "rating_others": [5, 4, 1, 1, 1],
            "max_hours": [60] * 5,
        }
    )
    (said,) = told(planner.plan(roster, balance="100/0/0", hours=300, max_share_per_account=1))
    assert said.endswith(" h.")
    assert "To keep such hours open, plan about " in said
