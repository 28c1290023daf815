from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from planner.fields import Field
from planner.settings import Settings
from tests.explanation.building import make_curves, make_roster
from tests.explanation.test_summary import explained

MANY = [[0, 0, 20_000, 0, 0]] * 20
FOCUS = "share the time"
FULL = "the most that is assumed"


def said(sentences: tuple[str, ...], words: str) -> list[str]:
    return [sentence for sentence in sentences if words in sentence]


def spread(hours: Any, **changes: Any) -> tuple[str, ...]:
    n = len(hours)
    fees = {"fee": np.full(n, 50_000.0)}
    return explained(hours, worth=MANY[:n], facts=fees, **changes).warnings


def test_focus_is_advised_where_people_share_out_their_time_over_too_many_accounts() -> None:
    warnings = spread([4.0] * 8 + [2, 1.5, 1])
    assert said(warnings, FOCUS) == [
        "11 accounts share the time: more than most people can attend to, and 4½ h go to those beyond your 8 biggest. "
        "To cap it, set “max_accounts_per_person”, to 8 for example."
    ]
    half = np.arange(18) % 2 == 0
    team = {"people": {"A. Lind": 20.0, "B. Chen": 20.0}, "eligible": np.column_stack([half, ~half])}
    assert said(spread([2.0] * 18, **team), FOCUS) == [
        "18 accounts share the time, 9 a person: more than most people can attend to, and 4 h go to those beyond "
        "each one’s 8 biggest. To cap it, set “max_accounts_per_person”, to 8 for example."
    ]

    odd = np.arange(17) % 2 == 0
    team = {"people": {"A. Lind": 20.0, "B. Chen": 20.0}, "eligible": np.column_stack([odd, ~odd])}
    (told,) = said(spread([2.0] * 17, **team), FOCUS)
    assert told.startswith("17 accounts share the time, over 8 a person: more than most people can attend to")


@pytest.mark.parametrize("capped", [{"max_accounts_per_person": 12}, {"max_accounts": 15}])
def test_focus_is_not_advised_to_those_who_capped_it_or_have_few_accounts(capped: dict[str, int]) -> None:
    assert not said(spread([3.0] * 11, **capped), FOCUS)
    assert not said(spread([5.0] * 8), FOCUS)


def test_the_same_hours_on_every_line_are_said_to_be_assumed() -> None:
    full = make_curves(7, maximum=6)
    assert said(spread([6.0] * 6 + [4.0], curves=full), FULL) == [
        "6 of the 7 accounts with time get the most that is assumed for them, 6 h for most: there are more hours here "
        "than the list is known to use. Answer the five questions for the biggest of them, or give “max_hours”."
    ]
    assert said(spread([6.0] * 3 + [2.0] * 4, curves=full), FULL)[0].startswith("3 of the 7 accounts with time get")
    assert not said(spread([6.0] * 3 + [5.0] * 4, curves=full), FULL)
    own = make_roster(7, {Field.MAX_HOURS: np.full(7, 6.0)})
    assert not said(spread([6.0] * 7, curves=full, roster=own), FULL)
    assert not said(spread([6.0] * 7, curves=full, locked=np.ones(7, dtype=bool)), FULL)
    fifth = {"people": {"A. Lind": 40.0}, "curves": make_curves(7, maximum=8)}
    assert not said(spread([8.0] * 5 + [0.0] * 2, **fifth), FULL)


def test_the_usual_cap_on_an_account_is_not_said_to_be_the_users_own() -> None:
    changes = {"people": {"A. Lind": 100.0}, "maximum": np.array([24.0, 24, 20, 24])}
    settings = Settings(currency="$", plan_start="2026-09-01")
    usual = explained([8, 12, 20, 0], settings=settings, **changes).why[2]
    assert "; at 20 h, a fifth of all hours, the most for one account; they bring" in usual
    own = settings.altered(max_share_per_account=0.15)
    changes["maximum"] = np.array([24.0, 24, 15, 24])
    assert "; at the 15 h you allow one account; " in explained([8, 12, 15, 0], settings=own, **changes).why[2]


def test_an_absurd_shortage_is_not_turned_into_an_absurd_number_of_prospects() -> None:
    told = explained([8, 4, 20, 0], allocation={"short": np.array([0, 400.0, 0])})
    assert told.advice[0].endswith(
        "Lower “Builds strengths” or plan fewer hours: the balance would take more than 10 new prospects."
    )


def test_no_cap_is_advised_where_there_are_more_hours_than_the_list_can_use() -> None:
    warnings = spread([3.0] * 11, curves=make_curves(11, maximum=3))
    assert said(warnings, FULL)
    assert not said(warnings, FOCUS)
