"""When settings contradict each other: the smallest set is named, nothing in it can be spared, and a repair plans."""

from __future__ import annotations

import dataclasses
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from planner import plan
from planner.allocation.allocate import allocate
from planner.allocation.analysis.infeasibility import find_conflict
from planner.allocation.constraints.base import Kind, UserConstraint
from planner.allocation.constraints.user_constraints import user_constraints
from planner.errors import Contradiction
from planner.goods import GOODS
from planner.pipeline import PlanInputs, inputs_of
from planner.roster.roster import Roster
from planner.sensitivity.repair import FIELD_OF, SETTING_OF, repair
from planner.settings_sources import resolve_settings
from tests.sensitivity.lists import CASES, TEAM, A, B, Case, limit
from tests.valuation.building import roster

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def listed(case: Case) -> Roster:
    return roster(case.rows, sheets=case.sheets)


def inputs(case: Case) -> PlanInputs:
    clients = listed(case)
    return inputs_of(clients, resolve_settings(clients, case.settings), frozenset(case.settings))


def without(found: PlanInputs, constraint: UserConstraint) -> tuple[Roster, dict[str, Any]]:
    """The list and settings without one constraint."""
    clients, settings = found.roster, {name: getattr(found.settings, name) for name in found.locations.asked}
    if constraint.kind in FIELD_OF:
        name = FIELD_OF[constraint.kind]
        column = clients.columns[name].copy()
        column[constraint.at] = np.nan
        return dataclasses.replace(clients, columns={**clients.columns, name: column}), settings
    if constraint.kind is Kind.LIMIT and constraint.where != "min_prospect_share":
        rows = clients.sheets["limits"].rows
        left = tuple(row for row in rows if f"Limits!{row['what'].cell}" != constraint.where)
        sheets = {**clients.sheets, "limits": dataclasses.replace(clients.sheets["limits"], rows=left)}
        return dataclasses.replace(clients, sheets=sheets), settings
    if constraint.kind is Kind.CAPACITY:
        return clients, {**settings, "hours": 1000}
    name = SETTING_OF.get(constraint.kind, "min_prospect_share")
    if constraint.kind is Kind.WITHIN_YOU:
        name = f"share_{GOODS[2 + constraint.at]}"
    return clients, {**settings, name: 0 if constraint.kind in (Kind.STEP, Kind.BLOCK) else None}


@every_case
def test_the_smallest_conflicting_set_is_named(case: Case) -> None:
    with pytest.raises(Contradiction) as failure:
        plan(listed(case), **case.settings)
    conflicts = failure.value.conflicts
    assert {conflict.what for conflict in conflicts} == case.conflict
    assert all(conflict.where for conflict in conflicts)
    assert str(failure.value).endswith(".")


@every_case
def test_leaving_out_any_one_of_the_set_makes_a_plan_possible(case: Case) -> None:
    found = inputs(case)
    members = find_conflict(found.problem, found.locations)
    for member in members:
        clients, changes = without(found, member.constraint)
        settings = resolve_settings(clients, changes)
        assert allocate(inputs_of(clients, settings).problem, settings).proof.largest_violation < 1e-6


@every_case
def test_the_repair_makes_a_plan_and_says_what_it_changed(case: Case) -> None:
    repaired = repair(listed(case), **case.settings)
    made = plan(repaired.roster, **repaired.changes)
    assert made.allocation.proof.largest_violation < 1e-6
    assert repaired.done
    assert all(": lowered to " in line or ": raised to " in line for line in repaired.done)


def test_the_change_is_the_smallest_that_mends() -> None:
    with pytest.raises(Contradiction) as failure:
        plan(roster([{**A, "lock_hours": 30}, A, B]), hours=22)
    lock, hours = failure.value.conflicts
    assert (lock.where, lock.value, lock.change) == ("Clients!H2", 30.0, "lower to 22 h")
    assert (hours.where, hours.value, hours.change) == ("hours", 22.0, "raise to 30 h")
    repaired = repair(roster([{**A, "lock_hours": 30}, A, B]), hours=22)
    assert repaired.done == ("Account 1 is locked at 30 h (Clients!H2): lowered to 22 h.",)
    assert plan(repaired.roster, **repaired.changes).allocation.hours[0] == 22


def test_a_list_without_a_contradiction_is_left_as_it_is() -> None:
    clients = roster([A, B, B])
    repaired = repair(clients, hours=60)
    assert repaired.done == ()
    assert repaired.roster is clients


def test_locks_below_the_hours_there_are_do_not_conflict() -> None:
    clients = roster([{**A, "lock_hours": 20}, {**A, "lock_hours": 2}, B])
    assert plan(clients, hours=22).allocation.hours.tolist() == [20, 2, 0]


def test_settings_are_named_by_their_cells() -> None:
    sheets = {"settings": [{"setting": "max_accounts", "value": 1}], "team": [{"person": "Ann", "hours": 20}]}
    with pytest.raises(Contradiction) as failure:
        plan(roster([{**A, "lock_hours": 3}, {**A, "lock_hours": 4}], sheets=sheets))
    assert {conflict.where for conflict in failure.value.conflicts} == {"Clients!G2", "Clients!G3", "Settings!B2"}


def conflicting(seed: int) -> Case:
    """A list of five accounts whose locks, bounds and limits are drawn too high."""
    draw = np.random.default_rng(seed)
    rows = []
    for _ in range(5):
        row: dict[str, Any] = {**B, "industry": ("Health", "Retail")[len(rows) % 2]}
        row["owner"] = str(draw.choice(["Ann", "Bob", "Ann; Bob"]))
        kind = draw.choice(["lock_hours", "min_hours", "max_hours", ""])
        if kind:
            row[str(kind)] = float(draw.integers(1, 26))
        if kind == "min_hours" and draw.random() < 0.4:
            row["max_hours"] = float(draw.integers(1, 20))
        rows.append(row)
    limits = [
        limit(f"industry = {draw.choice(['Health', 'Retail'])}", str(draw.choice(["at most", "at least"])), amount)
        for amount in draw.integers(2, 40, size=2).tolist()
    ]
    return Case(str(seed), rows, frozenset(), {}, {**TEAM, "limits": limits})


def possible(clients: Roster, changes: dict[str, Any]) -> bool:
    settings = resolve_settings(clients, changes)
    try:
        allocate(inputs_of(clients, settings).problem, settings)
    except Contradiction:
        return False
    return True


@pytest.mark.parametrize("seed", range(24))
def test_a_repair_holds_as_told_touches_only_the_conflict_and_is_the_fewest_edits(seed: int) -> None:
    case = conflicting(seed)
    clients = listed(case)
    if possible(clients, {}):
        return
    repaired = repair(clients)
    assert plan(repaired.roster, **repaired.changes).allocation.proof.largest_violation < 1e-6
    found = inputs(case)
    every = [one for one in user_constraints(found.problem, found.locations) if one.kind is not Kind.CAPACITY]
    told = [
        one for one in every if any(line.startswith(f"{one.what[:1].upper()}{one.what[1:]}") for line in repaired.done)
    ]
    assert len(told) == len(repaired.done)
    for fewer in range(len(repaired.done)):
        for chosen in combinations(every, fewer):
            left, changes = clients, {}
            for one in chosen:
                left, changes = without(dataclasses.replace(found, roster=left), one)
            assert not possible(left, changes), [one.what for one in chosen]
