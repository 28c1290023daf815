"""Any solver that PuLP finds gives the plan that HiGHS gives; an unknown one is named with those there are."""

from __future__ import annotations

import numpy as np
import pytest

from planner import plan
from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.solvers.other import solvers_found
from planner.errors import Contradiction, SettingError
from planner.settings import Settings
from tests.allocation.builders import random_problem
from tests.allocation.kinds import KINDS
from tests.sensitivity.lists import A, B
from tests.valuation.building import roster

cbc = pytest.mark.skipif("COIN_CMD" not in solvers_found(), reason="PuLP brings no CBC for this machine")
CBC = Settings(solver="COIN_CMD", smallest_block=0, hour_step=0)


@cbc
@pytest.mark.parametrize("seed", [1, 5, 9, 12])
def test_cbc_finds_the_value_that_highs_finds(seed: int) -> None:
    base = random_problem(seed, n=10)
    ours, other = allocate(base, Settings(smallest_block=0, hour_step=0)), allocate(base, CBC)
    assert other.proof.objective == pytest.approx(ours.proof.objective, abs=1e-5)
    assert other.short_hours == pytest.approx(ours.short_hours, abs=1e-4)
    assert other.proof.largest_violation < 1e-5
    assert other.ideal == pytest.approx(ours.ideal, rel=1e-6)
    assert other.proof.solver == "COIN_CMD"


@cbc
@pytest.mark.parametrize("kind", ["block", "step", "most_accounts_each", "s_curve", "cost_of_an_hour", "within_you"])
def test_cbc_solves_every_kind_of_model(kind: str) -> None:
    base = KINDS[kind]()
    ours, other = allocate(base, Settings()), allocate(base, CBC)
    assert other.proof.objective == pytest.approx(ours.proof.objective, abs=1e-4)
    assert other.proof.bound >= other.proof.objective - 1e-6


@cbc
def test_a_whole_plan_by_cbc_says_who_solved_it_and_tells_no_prices() -> None:
    made = plan(roster([A, B, B]), hours=20, solver="coin_cmd", columns=ColumnGeneration())
    assert made.allocation.proof.solver == "coin_cmd"
    assert made.allocation.hours.sum() > 0
    assert np.isnan(made.explanation.hour_of_person).all()


@cbc
def test_a_contradiction_is_named_whatever_the_solver() -> None:
    with pytest.raises(Contradiction, match="locked at 30 h"):
        plan(roster([{**A, "lock_hours": 30}, B]), hours=20, solver="COIN_CMD")


def test_an_unknown_solver_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(SettingError, match=r"GLOP.*there are HiGHS"):
        plan(roster([A, B]), hours=20, solver="GLOP")
    assert solvers_found()[0] == "HiGHS"
