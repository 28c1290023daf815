"""The installed solver on small models whose answers are known: worked out by hand, or by a recursion without it.

Versions before the one that is asked for called the first model's second best plan the best, and called models of
our kind, in which giving nobody anything is feasible, infeasible.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pulp
import pytest

PRESOLVE = ("on", "off")
SECONDS = 60


def solve(model: pulp.LpProblem, presolve: str) -> str:
    """How HiGHS ends on a model, in PuLP's words."""
    model.solve(pulp.HiGHS(msg=False, presolve=presolve, timeLimit=SECONDS))
    return str(pulp.LpStatus[model.status])


@pytest.mark.parametrize("presolve", PRESOLVE)
def test_three_accounts_two_of_which_may_get_time_are_worth_54(presolve: str) -> None:
    model = pulp.LpProblem("three", pulp.LpMaximize)
    hours = [model.add_variable(f"hours_{i}", 0, 14.37) for i in range(3)]
    halves = [model.add_variable(f"halves_{i}", 0, 2 * 14.37, pulp.LpInteger) for i in range(3)]
    takes = [model.add_variable(f"takes_{i}", cat=pulp.LpBinary) for i in range(3)]
    model += pulp.lpSum((i + 1) * x for i, x in enumerate(hours))
    for x, k, y in zip(hours, halves, takes, strict=True):
        model += x == 0.5 * k
        model += 0.5 * k >= 2 * y
        model += 0.5 * k <= 14.37 * y
    model += pulp.lpSum(0.5 * k for k in halves) <= 20
    model += pulp.lpSum(takes) <= 2
    assert solve(model, presolve) == "Optimal"
    assert pulp.value(model.objective) == pytest.approx(54)
    assert [pulp.value(x) for x in hours] == pytest.approx([0, 6, 14])


def blocks(values: Sequence[Sequence[float]], halves: int, least: int, most: int | None) -> pulp.LpProblem:
    """Accounts with concave values[i][k] of k half hours: `least` half hours or none each, at most `most` accounts."""
    model = pulp.LpProblem("blocks", pulp.LpMaximize)
    given, taken, worth = [], [], []
    for i, row in enumerate(values):
        k = model.add_variable(f"halves_{i}", 0, len(row) - 1, pulp.LpInteger)
        y = model.add_variable(f"takes_{i}", cat=pulp.LpBinary)
        v = model.add_variable(f"value_{i}", 0)
        model += k >= least * y
        model += k <= (len(row) - 1) * y
        for j in range(len(row) - 1):
            model += v <= row[j] + (row[j + 1] - row[j]) * (k - j)
        given, taken, worth = [*given, k], [*taken, y], [*worth, v]
    model += pulp.lpSum(worth)
    model += pulp.lpSum(given) <= halves
    if most is not None:
        model += pulp.lpSum(taken) <= most
    return model


def recursion(values: Sequence[Sequence[float]], halves: int, least: int, most: int) -> float:
    """The same optimum by dynamic programming over accounts, half hours and accounts that got any."""
    best = np.zeros((most + 1, halves + 1))
    for row in values:
        before = best.copy()
        for k in range(least, min(len(row) - 1, halves) + 1):
            best[1:, k:] = np.maximum(best[1:, k:], before[:-1, : halves + 1 - k] + row[k])
    return float(best[-1, -1])


def concave(seed: int, accounts: int, halves: int) -> list[list[float]]:
    rng = np.random.default_rng(seed)
    scale, half = rng.lognormal(3, 1, accounts), rng.uniform(2, 9, accounts)
    k = np.arange(halves + 1)
    return (scale[:, None] * k / (k + half[:, None])).round(4).tolist()


@pytest.mark.parametrize("presolve", PRESOLVE)
@pytest.mark.parametrize("seed", range(4))
def test_blocks_of_half_hours_reach_the_optimum_of_the_recursion(seed: int, presolve: str) -> None:
    values = concave(seed, 9, 16)
    model = blocks(values, halves=37, least=4, most=5)
    assert solve(model, presolve) == "Optimal"
    assert pulp.value(model.objective) == pytest.approx(recursion(values, 37, 4, 5), rel=2e-4)


def our_kind(seed: int, accounts: int = 60, people: int = 3) -> pulp.LpProblem:
    """A plan of a firm: half hours in blocks of two hours, floors of three groups with shortages, ten accounts each.

    Giving nobody anything is feasible: the shortages then are the whole floors.
    """
    rng = np.random.default_rng(seed)
    model = pulp.LpProblem("firm", pulp.LpMaximize)
    most, capacity = rng.uniform(3, 25, accounts), 40.0
    value, strength = rng.lognormal(2, 1, accounts), rng.random((3, accounts)) * (rng.random((3, accounts)) < 0.5)
    hours = [model.add_variable(f"hours_{i}", 0, most[i]) for i in range(accounts)]
    takes = []
    for p in range(people):
        mine = range(p, accounts, people)
        takes = [model.add_variable(f"takes_{i}", cat=pulp.LpBinary) for i in mine]
        for i, y in zip(mine, takes, strict=True):
            halves = model.add_variable(f"halves_{i}", 0, 2 * most[i], pulp.LpInteger)
            model += hours[i] == 0.5 * halves
            model += 0.5 * halves >= 2 * y
            model += 0.5 * halves <= most[i] * y
        model += pulp.lpSum(takes) <= 10
        model += pulp.lpSum(hours[i] for i in mine) <= capacity
    short = [model.add_variable(f"short_{g}", 0) for g in range(3)]
    for g, share in enumerate((0.2, 0.3, 0.5)):
        model += (
            pulp.lpSum(s * x for s, x in zip(strength[g], hours, strict=True)) + short[g] >= share * capacity * people
        )
    model += pulp.lpSum(v * x for v, x in zip(value, hours, strict=True)) - 10 * value.max() * pulp.lpSum(short)
    return model


@pytest.mark.parametrize("presolve", PRESOLVE)
@pytest.mark.parametrize("seed", range(6))
def test_a_firms_model_in_which_nothing_for_anybody_is_feasible_is_never_infeasible(seed: int, presolve: str) -> None:
    model = our_kind(seed)
    model.solve(pulp.HiGHS(msg=False, presolve=presolve, gapRel=0.005, timeLimit=SECONDS))
    assert pulp.LpStatus[model.status] == "Optimal"
    assert all(row.valid(1e-6) for row in model.constraints())


@pytest.mark.parametrize("presolve", PRESOLVE)
def test_half_hours_that_must_make_an_odd_quarter_are_infeasible(presolve: str) -> None:
    model = pulp.LpProblem("odd", pulp.LpMaximize)
    halves = [model.add_variable(f"halves_{i}", 0, 40, pulp.LpInteger) for i in range(3)]
    model += pulp.lpSum(halves)
    model += pulp.lpSum(0.5 * k for k in halves) == 7.25
    assert solve(model, presolve) == "Infeasible"
