"""Small allocation problems for tests, made from the few figures that matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from planner.allocation.problem import Limit, Problem
from planner.records.team import Person
from planner.valuation.response.curves import Curves


def curves(low: Sequence[float], half: Sequence[float], maximum: Sequence[float]) -> Curves:
    """Default curves (γ = 1, high = 1), laid out as the product lays them out."""
    from planner.valuation.response import response_curves as response

    lows, halves, most = (np.array(x, dtype=float) for x in (low, half, maximum))
    one = np.ones(len(lows))
    hours = response._knots(halves, one, most)
    exact = response._curve(lows, one, halves, one, hours)
    zero = np.zeros(len(lows))
    return Curves(lows, one, halves, one, most, hours, exact, exact, zero.astype(bool), zero)


def tiers(hours: Sequence[Sequence[float]], share: Sequence[Sequence[float]]) -> Curves:
    """Piecewise-linear curves given by their knots (rows padded by repeating the last knot)."""
    width = max(len(row) for row in hours)
    h = np.array([[*row, *[row[-1]] * (width - len(row))] for row in hours], dtype=float)
    s = np.array([[*row, *[row[-1]] * (width - len(row))] for row in share], dtype=float)
    n = len(h)
    return Curves(s[:, 0], s[:, -1], h[:, -1] / 2, np.ones(n), h[:, -1], h, s, s, np.zeros(n, dtype=bool), np.zeros(n))


def problem(
    worth: Sequence[Sequence[float]],
    response: Curves,
    *,
    strength: Sequence[Sequence[float]] | None = None,
    people: Sequence[tuple[str, float]] = (("Ada", 10.0),),
    balance: Sequence[float] = (0.2, 0.3, 0.5),
    tolerance: float = 0.05,
    **changes: Any,
) -> Problem:
    """A problem over (n, 5) worths; strengths are 1 where there is worth, everybody may serve everything."""
    values = np.array(worth, dtype=float)
    n = len(values)
    base = Problem(
        names=np.array([f"Account {i:03d}" for i in range(n)], dtype=object),
        worth=values,
        strength=(values > 0).astype(float) if strength is None else np.array(strength, dtype=float),
        curves=response,
        minimum=np.zeros(n),
        maximum=np.where(values.any(axis=1), response.maximum, 0.0),
        locked=np.zeros(n, dtype=bool),
        block=np.zeros(n),
        today=np.full(n, np.nan),
        people=tuple(Person(name, hours) for name, hours in people),
        eligible=np.ones((n, len(people)), dtype=bool),
        aim=np.array(balance, dtype=float),
        weights=np.array(balance, dtype=float),
        tolerance=tolerance,
    )
    return replace(base, **{k: np.array(v) if isinstance(v, list) else v for k, v in changes.items()})


def random_problem(seed: int, n: int = 12, people: int = 2, *, goods_each: int = 2, hours: float = 60.0) -> Problem:
    """A random list: mixed goods, one or two owners an account, some minimums and locks."""
    rng = np.random.default_rng(seed)
    strength = np.where(rng.random((n, 5)) < goods_each / 5, rng.uniform(0.15, 1, (n, 5)), 0.0)
    scale = np.array([100, 100, 1, 1, 1]) * np.where(np.arange(5) < 2, 1.0, rng.uniform(1e3, 1e5, (n, 1)))
    worth = strength * scale
    response = curves(rng.uniform(0, 0.6, n), rng.uniform(2, 10, n), rng.uniform(4, 30, n))
    eligible = np.zeros((n, people), dtype=bool)
    eligible[np.arange(n), rng.integers(0, people, n)] = True
    eligible |= rng.random((n, people)) < 0.2
    base = problem(
        worth.tolist(),
        response,
        strength=strength.tolist(),
        people=[(f"P{p}", hours / people) for p in range(people)],
        balance=rng.dirichlet([2, 2, 2]).tolist(),
        tolerance=float(rng.choice([0.0, 0.02, 0.05])),
        eligible=eligible,
        today=np.where(rng.random(n) < 0.6, rng.uniform(0, 8, n), np.nan),
    )
    minimum = np.where((rng.random(n) < 0.15) & (base.maximum > 0), base.maximum * 0.2, 0.0)
    return replace(base, minimum=minimum, leave_open=bool(rng.random() < 0.3))


TILTED = ((0.7, 0.15, 0.15), (0.1, 0.8, 0.1), (0.05, 0.05, 0.9), (0.2, 0.3, 0.5))
"""Balances that lists seldom keep by themselves, and the usual one."""


def asked_problem(seed: int, *, n: int | None = None, hours: float = 60.0) -> Problem:
    """A random list with a tilted balance, a team, locks, guesses, and some of everything that a user can ask for."""
    rng = np.random.default_rng(seed)
    size = int(rng.integers(4, 40)) if n is None else n
    people, goods = int(rng.integers(1, 4)), int(rng.integers(1, 4))
    base = random_problem(seed, n=size, people=people, goods_each=goods, hours=hours)
    aim = np.array(TILTED[seed % len(TILTED)])
    changes: dict[str, Any] = {"aim": aim, "weights": aim, "balance_weight": float(rng.choice([0.0, 1.0, 1.0, 1000.0]))}
    if rng.random() < 0.4:
        changes["per_person"] = True
    if rng.random() < 0.3:
        changes["hour_cost"] = float(rng.uniform(1, 400))
    if rng.random() < 0.5:
        facts = rng.random((size, 5)) < 0.5
        changes["guess_hours"] = 3.0
        changes["sure_strength"] = np.where(facts, base.strength, 0.0)
        changes["sure_worth"] = np.where(facts | (np.arange(5) > 1), base.worth, 0.0)
    if rng.random() < 0.3:
        changes["max_change"] = hours / 3
    if rng.random() < 0.3:
        some = (rng.random(size) < 0.4).astype(float)
        changes["limits"] = (
            Limit("some at least a sixth", some, hours / 6, np.inf),
            Limit("now at most a fifth", np.ones(size), -np.inf, hours / 5, good=2),
        )
    if rng.random() < 0.2:
        changes["within_you"] = (0.0, 0.3, 0.0)
    if rng.random() < 0.2:
        changes["min_money"] = float(base.worth[:, 2:].sum() * 0.4)
    if rng.random() < 0.3:
        locked = rng.random(size) < 0.2
        lock = np.where(locked, np.minimum(base.maximum, 2.25), base.minimum)
        changes |= {"locked": locked, "minimum": lock, "maximum": np.where(locked, lock, base.maximum)}
    return replace(base, **changes)


def whole_problem(seed: int) -> Problem:
    """A small random list in half hours and blocks, often with counts."""
    rng = np.random.default_rng(seed + 1)
    base = asked_problem(seed, n=int(rng.integers(4, 12)), hours=30.0)
    minimum = np.where(base.locked, base.minimum, np.round(2 * base.minimum) / 2)
    block = np.where(minimum > 0, 0.0, np.minimum(2.0, np.floor(2 * base.maximum) / 2))
    return replace(
        base,
        step=0.5,
        minimum=minimum,
        block=block,
        max_accounts=5 if rng.random() < 0.4 else None,
        max_accounts_per_person=3 if rng.random() < 0.4 else None,
    )


def with_s_curves(base: Problem, seed: int) -> Problem:
    """The same list, of whose accounts some need a few hours before anything comes of them (γ above 1)."""
    from planner.valuation.response import response_curves as response

    rng, of = np.random.default_rng(seed), base.curves
    gamma = np.where(rng.random(base.size) < 0.6, rng.uniform(1.2, 4, base.size), 1.0)
    hours = response._knots(of.half, gamma, of.maximum)
    exact = response._curve(of.low, of.high, of.half, gamma, hours)
    share = response._envelope(hours, exact, gamma)
    return replace(base, curves=replace(of, gamma=gamma, hours=hours, exact=exact, share=share))
