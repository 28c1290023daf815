""" "There is no plan" is believed when the contradiction that it means is found; else the solver is at fault."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.restricted_master import NoPlanAtAllError
from planner.allocation.solvers.highs import HighsSolver, SolverResult
from planner.errors import Contradiction, SolverFault
from planner.settings import Settings
from planner.vocabulary import Status
from tests.allocation.builders import random_problem

WHOLE = Settings(smallest_block=0, hour_step=0.5)


def test_a_linear_program_called_infeasible_without_a_contradiction_is_our_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none_at_all(*_: object, **__: object) -> None:
        raise NoPlanAtAllError

    monkeypatch.setattr(ColumnGeneration, "solve", none_at_all)
    with pytest.raises(SolverFault, match="Our solver contradicted itself") as told:
        allocate(replace(random_problem(3, n=14), minimum=np.zeros(14)), Settings(smallest_block=0, hour_step=0))
    assert told.value.exit_status == 1


def test_a_search_over_half_hours_called_infeasible_without_a_contradiction_is_our_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def infeasible(solver: HighsSolver, *_: float, **__: object) -> SolverResult:
        nothing = np.full(len(solver.costs), np.nan)
        return SolverResult(Status.INFEASIBLE, nothing, nothing, nothing, np.inf, -np.inf)

    monkeypatch.setattr(HighsSolver, "search", infeasible)
    base = replace(random_problem(3, n=14), minimum=np.zeros(14), step=0.5)
    with pytest.raises(SolverFault, match="error of ours, not of yours"):
        allocate(base, WHOLE)


def test_locks_past_the_capacity_stay_the_users_to_mend() -> None:
    base = random_problem(3, n=14)
    locked = replace(base, minimum=np.full(14, 1e3), maximum=np.full(14, 1e3), locked=np.ones(14, dtype=bool))
    with pytest.raises(Contradiction):
        allocate(locked, WHOLE)
