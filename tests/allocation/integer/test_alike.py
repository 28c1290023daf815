"""Accounts that are alike: as many of a kind as can get time give the best plan of all."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.allocate import allocate
from planner.allocation.integer import search
from planner.allocation.integer.alike import spare_alike
from planner.allocation.problem import Problem
from planner.allocation.solvers.highs import GOOD_ENOUGH
from planner.errors import Contradiction
from planner.settings import Settings
from tests.allocation.builders import random_problem, whole_problem

TIMES = 9


def repeated(base: Problem, times: int = TIMES) -> Problem:
    """Each account of a list, so many times."""
    many = base.only(np.repeat(np.arange(base.size), times))
    return replace(many, names=np.array([f"{name} {i}" for i, name in enumerate(many.names)], dtype=object))


def test_only_as_many_of_a_kind_are_kept_as_can_get_time() -> None:
    base = random_problem(1, n=2, people=1, hours=10)
    base = replace(base, step=0.5, block=np.full(2, 2.0), minimum=np.zeros(2), eligible=np.ones((2, 1), dtype=bool))
    many = repeated(base)
    assert spare_alike(many).sum() == 2 * (TIMES - 5)
    assert spare_alike(replace(many, max_accounts_per_person=3)).sum() == 2 * (TIMES - 3)
    assert spare_alike(replace(many, max_accounts=1)).sum() == 2 * (TIMES - 1)
    assert not spare_alike(replace(many, max_accounts=1, today=np.arange(many.size) * 1.0)).any()
    spent = np.zeros((many.size, 1))
    spent[[7, 8], 0] = 2.0
    kept = ~spare_alike(replace(many, max_accounts=1), spent)
    assert np.flatnonzero(kept).tolist() == [7, 8, TIMES]
    assert not spare_alike(replace(many, minimum=np.full(many.size, 0.5))).any()


@pytest.mark.parametrize("seed", range(14))
def test_the_best_plan_is_as_good_without_those_that_are_spare(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    many = replace(repeated(whole_problem(seed), 4), max_accounts_per_person=2)
    monkeypatch.setattr(search, "CLOSE", -1.0)  # the longer search every time
    try:
        narrow = allocate(many, Settings()).proof
    except Contradiction:
        return
    monkeypatch.setattr(search, "spare_alike", lambda problem, _spent: np.zeros(problem.size, dtype=bool))
    wide = allocate(many, Settings()).proof
    assert narrow.objective == pytest.approx(wide.objective, rel=GOOD_ENOUGH, abs=GOOD_ENOUGH)
    assert narrow.bound >= wide.objective - 1e-6
