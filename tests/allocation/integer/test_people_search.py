"""Plans for many people, searched a few people at a time: they keep every row, and the bound is true of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from planner.allocation.allocate import ColumnGeneration, allocate
from planner.allocation.integer import people_search, search
from planner.allocation.integer.people_search import PeopleSearch
from planner.allocation.problem import Problem
from planner.errors import Contradiction
from planner.settings import Settings
from planner.vocabulary import Status
from tests.allocation.builders import random_problem, whole_problem, with_s_curves
from tests.allocation.reference import Reference

WHOLE = Settings()


def by_single_people(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search one person at a time, however few people and accounts there are."""
    for module, name, value in ((search, "FEW", 0), (search, "MANY_PEOPLE", 1), (search, "TOO_MANY", 0),
                                (people_search, "AT_ONCE", 1)):  # fmt: skip
        monkeypatch.setattr(module, name, value)


def firm(seed: int, people: int = 20) -> Problem:
    """Half hours, blocks of two hours and at most eight accounts a person, of fifteen times as many accounts."""
    n = 15 * people
    base = random_problem(seed, n=n, people=people, hours=40.0 * people)
    return replace(base, step=0.5, block=np.minimum(2.0, np.floor(2 * base.maximum) / 2), minimum=np.zeros(n),
                   max_accounts_per_person=8)  # fmt: skip


@pytest.mark.parametrize("seed", range(16))
def test_the_bound_is_true_of_a_plan_that_one_person_at_a_time_was_searched_for(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_single_people(monkeypatch)
    base = whole_problem(seed)
    base = with_s_curves(base, seed) if seed % 2 else base
    ideal = Reference(base).ideal()
    try:
        plan = allocate(base, WHOLE)
    except Contradiction:
        assert not Reference(base, whole=True).optimum(ideal).feasible
        return
    usable = (plan.usable_by_person if base.per_person else np.array([plan.usable])) if base.hour_cost else None
    optimum = Reference(base, whole=True).optimum(ideal, usable)
    best = optimum.value - base.balance_weight * optimum.short / base.total_hours
    room = 1e-6 * max(1.0, abs(best))
    assert plan.proof.objective <= best + room
    assert plan.proof.bound >= best - room
    assert plan.proof.largest_violation < 1e-6


def test_a_firm_of_twenty_gets_a_plan_near_its_bound() -> None:
    base = firm(0)
    plan = allocate(base, WHOLE)
    assert (plan.hours > 0).sum() > search.FEW
    assert plan.proof.gap < search.NEAR_ENOUGH
    assert plan.proof.status is Status.WITHIN_GAP
    assert plan.proof.largest_violation < 1e-6


@pytest.mark.parametrize("seed", range(3))
def test_a_balance_changed_there_and_back_and_a_shuffled_list_give_the_cold_plan(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_single_people(monkeypatch)
    base, columns = firm(seed, people=3), ColumnGeneration()
    for shares in ((0.2, 0.3, 0.5), (0.5, 0.3, 0.2), (0.2, 0.3, 0.5)):
        balance = np.array(shares)
        turned = replace(base, aim=balance, weights=balance)
        cold = allocate(turned, WHOLE)
        assert allocate(turned, WHOLE, columns).hours.tolist() == cold.hours.tolist()
        order = np.random.default_rng(seed).permutation(base.size)
        assert allocate(turned.only(order), WHOLE).hours.tolist() == cold.hours[order].tolist()


def test_no_search_makes_the_plan_worse_and_each_leaves_others_hours_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    base, values = firm(1, people=16), []
    searched = PeopleSearch._searched

    def watched(self: PeopleSearch, who: np.ndarray, before: np.ndarray) -> np.ndarray:
        after = searched(self, who, before)
        values.append((float(self.solver.costs @ before), float(self.solver.costs @ after)))
        theirs = self.model.problem.eligible[:, who].any(axis=1)
        assert self.model.hours(after)[~theirs] == pytest.approx(self.model.hours(before)[~theirs], abs=1e-6)
        return after

    monkeypatch.setattr(PeopleSearch, "_searched", watched)
    allocate(base, WHOLE)
    assert len(values) >= 4
    assert all(after <= before for before, after in values)
    assert values[-1][1] < values[0][0]
