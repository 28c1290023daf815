"""The plan in a terminal: what does not fit on one screen is counted."""

from __future__ import annotations

import re

from rich.console import Console

import planner
from planner.commands.screens.check_screen import check_screen
from planner.commands.screens.plan_screen import plan_screen, worth_showing
from planner.result import Plan
from tests.builders import make_roster


def shown(plan: Plan, width: int = 200) -> str:
    console = Console(width=width, color_system=None)
    with console.capture() as said:
        console.print(plan_screen(plan, width))
    return said.get()


def test_sentences_beyond_the_first_are_counted() -> None:
    accounts = {"account": ["Arden", "Bexley", "Corran"], "relationship": ["client", "client", "prospect"]}
    plan = planner.plan(make_roster({**accounts, "annual_fee": [9_000, 4_000, 2_000]}), hours=200)
    told = plan.explanation
    mind, assumed = len(told.advice) + len(told.warnings), len(told.assumed)
    assert min(mind - 3, assumed - 2) > 0
    said = shown(plan)
    assert f"… and {mind - 3} more; --json tells them all." in said
    assert f"… and {assumed - 2} more; --json tells them all." in said


def test_nothing_is_counted_where_all_is_told() -> None:
    accounts = {"account": ["Arden", "Bexley"], "rating_others": [3, 4], "rating_strengths": [1, 3]}
    plan = planner.plan(make_roster({**accounts, "lock_hours": [10, 10], "annual_fee": [9_000, 4_000]}), hours=20)
    assert len(plan.explanation.advice) + len(plan.explanation.warnings) <= 3
    assert plan.explanation.assumed[2:]
    assert shown(plan).count("--json tells them all") == 1


def test_plan_and_check_count_the_same_issues() -> None:
    rows = [
        "Clients of Ash & Co,,",
        "Account,Fee,Notes",
        "Arden Mills,9000,conflict",
        "Bexley Foods,about 4k,",
        "Total,13000,",
    ]
    roster = planner.read_roster("\n".join(rows).encode(), name="list.csv")
    counted = re.search(r"Client list +(.+?); planner check tells them", shown(planner.plan(roster)))
    console = Console(width=200, color_system=None)
    with console.capture() as said:
        console.print(check_screen(roster, (), 200))
    assert counted
    assert re.search(rf"^{counted[1]}$", said.get(), re.MULTILINE)
    assert len(roster.issues) > len(worth_showing(roster.issues))
